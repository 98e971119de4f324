/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/version.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Characters: a workshop of twelve people with long texts has about a tenth of it. */
#define MAX_CONTENT 8000000

#define SELF NsmVersion
static const NsmField version_fields[] = {
  NSM_NUMBER (number, N_("Version"), 1, 9999, 1, NSM_FIELD_WHOLE),
  NSM_DATE (date, N_("Final since"), NSM_FIELD_IDENTITY),
  NSM_AREA (why, N_("Why it changed"), 0),
  NSM_LINE (fingerprint, N_("Fingerprint"), 0),
  NSM_BLOB (rounds, NSM_TEXT_MAX),
  NSM_BLOB (content, MAX_CONTENT),
};
#undef SELF

NSM_DEFINE_RECORD (NsmVersion, nsm_version, version_fields, N_("Version"))
