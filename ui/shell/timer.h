/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * NsmTimer:
 *
 * The minutes that the agenda gives the present step, counting down. Each step
 * keeps what is left of its own.
 *
 * Properties: "left" (seconds, negative when over; notified each second while it
 * runs), "minutes" (what the agenda gives), "running". Signal "warning" (left): the
 * last minute begins, or the time is up.
 */

#define NSM_TYPE_TIMER (nsm_timer_get_type ())
G_DECLARE_FINAL_TYPE (NsmTimer, nsm_timer, NSM, TIMER, GObject)

#define NSM_TIMER_LAST 60 /* seconds that are the last ones */

NsmTimer *nsm_timer_new (void);

void nsm_timer_set_place (NsmTimer *self, NsmWorkshop *workshop, NsmStep step);
void nsm_timer_toggle (NsmTimer *self);
void nsm_timer_reset (NsmTimer *self);

int nsm_timer_get_left (NsmTimer *self);
int nsm_timer_get_minutes (NsmTimer *self);
gboolean nsm_timer_is_running (NsmTimer *self);

char *nsm_timer_dup_clock (NsmTimer *self);
char *nsm_timer_dup_warning (NsmTimer *self);

G_END_DECLS
