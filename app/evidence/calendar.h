/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "model/choices.h"

G_BEGIN_DECLS

/* Periods of a calendar, numbered without gaps; days are counted from 1970-01-01. Weeks
 * begin on Monday. */

int nsm_calendar_get_period (double day, NsmWindow window);
double nsm_calendar_get_start (int period, NsmWindow window);
double nsm_calendar_parse_day (const char *date);

G_END_DECLS
