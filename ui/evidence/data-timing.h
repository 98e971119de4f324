/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/* A row that asks when a column was measured: how that is told, and from when to when. */

#define NSM_TYPE_DATA_TIMING (nsm_data_timing_get_type ())
G_DECLARE_FINAL_TYPE (NsmDataTiming, nsm_data_timing, NSM, DATA_TIMING, AdwPreferencesRow)

GtkWidget *nsm_data_timing_new (NsmColumn *column, const char *title);
void nsm_data_timing_set_title (NsmDataTiming *self, const char *title);
void nsm_data_timing_set_note (NsmDataTiming *self, const char *note, gboolean invalid);

gboolean nsm_data_timing_is_same (NsmColumn *one, NsmColumn *other);
void nsm_data_timing_copy (NsmColumn *from, NsmColumn *to);
char *nsm_data_timing_dup_words (NsmColumn *column);

G_END_DECLS
