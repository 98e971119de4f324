/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* Numbers that published sources disagree about: defaults, never constants in code. */

#define NSM_TYPE_SETTINGS (nsm_settings_get_type ())
G_DECLARE_FINAL_TYPE (NsmSettings, nsm_settings, NSM, SETTINGS, NsmRecord)

struct _NsmSettings
{
  NsmRecord parent_instance;

  double min_participants;
  double max_participants;
  double min_functions;
  double min_interviews;
  double min_moments;
  double max_moments;
  double min_candidates;
  double max_candidates;
  double min_bad;
  double max_bad;
  double min_inputs;
  double max_inputs;
  double min_rows;
  double react_months;
  double review_min;
  double review_max;
  double review_min_early;
  double review_max_early;
  double firm_resamples;
  double firm_weights;
  double leaning_share;
  double disagreement;
};

G_END_DECLS
