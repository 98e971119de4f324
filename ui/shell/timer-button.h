/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * The minutes that the agenda gives the present step, counting down when
 * pressed. Each step keeps what is left of its own.
 */

#define NSM_TYPE_TIMER_BUTTON (nsm_timer_button_get_type ())
G_DECLARE_FINAL_TYPE (NsmTimerButton, nsm_timer_button, NSM, TIMER_BUTTON, GtkButton)

void nsm_timer_button_set_place (NsmTimerButton *self, NsmWorkshop *workshop, NsmStep step);
void nsm_timer_button_toggle (NsmTimerButton *self);
void nsm_timer_button_reset (NsmTimerButton *self);

G_END_DECLS
