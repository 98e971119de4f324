/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "shell/timer.h"

G_BEGIN_DECLS

/**
 * A timer as a button of the header bar: it shows what is left; pressed, it runs
 * or stands.
 */

#define NSM_TYPE_TIMER_BUTTON (nsm_timer_button_get_type ())
G_DECLARE_FINAL_TYPE (NsmTimerButton, nsm_timer_button, NSM, TIMER_BUTTON, GtkButton)

NsmTimer *nsm_timer_button_get_timer (NsmTimerButton *self);

G_END_DECLS
