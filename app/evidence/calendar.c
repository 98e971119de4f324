/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/calendar.h"

#include <math.h>

#define DAYS_OF_FOUR_CENTURIES 146097
/* From 0000-03-01 to 1970-01-01. */
#define DAYS_TO_1970 719468

static int
divide_down (int a, int b)
{
  return a / b - (a % b < 0);
}

/* Months since year 0. Years are taken to begin in March, so that a leap day comes last. */
static int
get_month (int day)
{
  int era, of_era, year, of_year, month;

  day += DAYS_TO_1970;
  era = divide_down (day, DAYS_OF_FOUR_CENTURIES);
  of_era = day - era * DAYS_OF_FOUR_CENTURIES;
  year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  of_year = of_era - (365 * year + year / 4 - year / 100);
  month = (5 * of_year + 2) / 153;
  return (era * 400 + year) * 12 + month + 2;
}

static int
get_first_day (int month)
{
  int from_march = month - 2, year = divide_down (from_march, 12), of_year = from_march - 12 * year;
  int era = divide_down (year, 400), of_era = year - era * 400;

  return era * DAYS_OF_FOUR_CENTURIES + of_era * 365 + of_era / 4 - of_era / 100 +
         (153 * of_year + 2) / 5 - DAYS_TO_1970;
}

/**
 * nsm_calendar_get_period:
 *
 * Returns: the number of the period that @day is in
 */
int
nsm_calendar_get_period (double day, NsmWindow window)
{
  int whole = (int) floor (CLAMP (day, -3e6, 3e6));

  switch (window)
    {
    case NSM_WINDOW_WEEK:
      return divide_down (whole + 3, 7);
    case NSM_WINDOW_MONTH:
      return get_month (whole);
    case NSM_WINDOW_QUARTER:
      return divide_down (get_month (whole), 3);
    case NSM_WINDOW_YEAR:
      return divide_down (get_month (whole), 12);
    case NSM_WINDOW_UNSET:
    case NSM_WINDOW_DAY:
    default:
      return whole;
    }
}

double
nsm_calendar_get_start (int period, NsmWindow window)
{
  switch (window)
    {
    case NSM_WINDOW_WEEK:
      return period * 7 - 3;
    case NSM_WINDOW_MONTH:
      return get_first_day (period);
    case NSM_WINDOW_QUARTER:
      return get_first_day (period * 3);
    case NSM_WINDOW_YEAR:
      return get_first_day (period * 12);
    case NSM_WINDOW_UNSET:
    case NSM_WINDOW_DAY:
    default:
      return period;
    }
}

/**
 * nsm_calendar_parse_day:
 * @date: (nullable): "YYYY-MM-DD"
 *
 * Returns: days since 1970-01-01; NAN if @date is none
 */
double
nsm_calendar_parse_day (const char *date)
{
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (date == NULL || strlen (date) != 10)
    return NAN;
  text = g_strconcat (date, "T00:00:00Z", NULL);
  time = g_date_time_new_from_iso8601 (text, NULL);
  return time != NULL ? (double) (g_date_time_to_unix (time) / 86400) : NAN;
}
