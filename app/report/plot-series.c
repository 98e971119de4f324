/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

/**
 * nsm_plot_new_series:
 *
 * Returns: (transfer full) (nullable): a picture
 */
NsmPlot *
nsm_plot_new_series (const NsmPlotSubject *subject)
{
  return NULL;
}
