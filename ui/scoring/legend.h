/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "scoring/round-figures.h"

G_BEGIN_DECLS

/**
 * What the signs of the map mean: as much as there is room for, else a button that
 * shows it. Signal "bad-shown" (gboolean): whether people want to see the deliberately
 * bad candidates.
 */

#define NSM_TYPE_LEGEND (nsm_legend_get_type ())
G_DECLARE_FINAL_TYPE (NsmLegend, nsm_legend, NSM, LEGEND, AdwBin)

GtkWidget *nsm_legend_new (NsmWorkshop *workshop, NsmRoundFigures *figures, gboolean large);

G_END_DECLS
