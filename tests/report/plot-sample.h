/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results that look like those of real files, and ones at the edge of what there can be. */
#pragma once

#include "model/workshop.h"

typedef enum
{
  PLOT_SAMPLE_RETENTION, /* a count, a 0/1 outcome, segments of which two run the other way */
  PLOT_SAMPLE_REVENUE,   /* heavy tails, up to 1e9 */
  PLOT_SAMPLE_NEGATIVE,  /* amounts below zero, a falling outcome */
  PLOT_SAMPLE_WEEKLY,    /* dated, the outcome follows three weeks later, a change */
  PLOT_SAMPLE_NOISE,     /* nothing goes with anything */
  PLOT_SAMPLE_LONG,      /* twenty segments with long names, in other scripts, with emoji */
  PLOT_SAMPLE_CONSTANT,  /* all equal: one bin, no coefficient */
  PLOT_SAMPLE_TINY,      /* three rows */
  PLOT_N_SAMPLES,
} PlotSampleKind;

const char *plot_sample_get_name (PlotSampleKind kind);
NsmEvidence *plot_sample_add_to (NsmWorkshop *workshop, NsmCandidate *candidate,
                                 PlotSampleKind kind, GArray **points);
/* For a new candidate. The result of all rows; *points (transfer full, may be NULL): its rows. */
NsmEvidence *plot_sample_add (NsmWorkshop *workshop, PlotSampleKind kind, GArray **points);
