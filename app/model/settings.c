/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/settings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmSettings
static const NsmField settings_fields[] = {
  NSM_NUMBER (min_participants, N_("Fewest participants"), 1, 50, 3, NSM_FIELD_WHOLE),
  NSM_NUMBER (max_participants, N_("Most participants"), 1, 50, 12, NSM_FIELD_WHOLE),
  NSM_NUMBER (min_functions, N_("Fewest functions represented"), 1, 6, 3, NSM_FIELD_WHOLE),
  NSM_NUMBER (min_interviews, N_("Fewest customer interviews"), 0, 100, 5, NSM_FIELD_WHOLE),
  NSM_NUMBER (min_moments, N_("Fewest value moments"), 1, 20, 3, NSM_FIELD_WHOLE),
  NSM_NUMBER (max_moments, N_("Most value moments"), 1, 20, 5, NSM_FIELD_WHOLE),
  NSM_NUMBER (min_candidates, N_("Fewest candidates"), 1, 20, 3, NSM_FIELD_WHOLE),
  NSM_NUMBER (max_candidates, N_("Most candidates"), 1, 20, 6, NSM_FIELD_WHOLE),
  NSM_NUMBER (min_bad, N_("Fewest deliberately bad candidates"), 0, 5, 1, NSM_FIELD_WHOLE),
  NSM_NUMBER (max_bad, N_("Most deliberately bad candidates"), 0, 5, 2, NSM_FIELD_WHOLE),
  NSM_NUMBER (min_inputs, N_("Fewest input metrics"), 1, 20, 3, NSM_FIELD_WHOLE),
  NSM_NUMBER (max_inputs, N_("Most input metrics"), 1, 20, 5, NSM_FIELD_WHOLE),
  NSM_NUMBER (min_rows, N_("Fewest rows of data"), 4, 100000, 30, NSM_FIELD_WHOLE),
  NSM_NUMBER (react_months, N_("Slowest acceptable reaction, in months"), 1, 24, 6, 0),
  NSM_NUMBER (review_min, N_("Earliest review, in months"), 1, 60, 6, NSM_FIELD_WHOLE),
  NSM_NUMBER (review_max, N_("Latest review, in months"), 1, 60, 12, NSM_FIELD_WHOLE),
  NSM_NUMBER (review_min_early, N_("Earliest review before product-market fit, in months"), 1, 60, 3, NSM_FIELD_WHOLE),
  NSM_NUMBER (review_max_early, N_("Latest review before product-market fit, in months"), 1, 60, 4, NSM_FIELD_WHOLE),
  NSM_NUMBER (firm_resamples, N_("Firm: share of resampled panels"), 0, 1, 0.9, 0),
  NSM_NUMBER (firm_weights, N_("Firm: share of weightings"), 0, 1, 0.75, 0),
  NSM_NUMBER (leaning_share, N_("Leaning: share of both"), 0, 1, 0.6, 0),
  NSM_NUMBER (disagreement, N_("Marks at least this far apart count as disagreement"), 1, 4, 2, NSM_FIELD_WHOLE),
};
#undef SELF

NSM_DEFINE_ROW (NsmSettings, nsm_settings, settings_fields, N_("Settings"))
