/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/version-words.h"

#include <glib/gi18n-lib.h>

#include "kit/names.h"

/**
 * nsm_version_dup_words:
 *
 * Returns: (transfer full): which one it is: "Version 2 · 12 March 2026"
 */
char *
nsm_version_dup_words (NsmVersion *version)
{
  g_autofree char *day = nsm_date_dup_words (version->date);

  if (day == NULL)
    /* Translators: of the definition */
    return g_strdup_printf (_("Version %u"), (guint) version->number);
  /* Translators: of the definition, and since when it is final: "Version 2 · 12 March 2026" */
  return g_strdup_printf (_("Version %u · %s"), (guint) version->number, day);
}
