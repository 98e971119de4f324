/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "evidence/csv-private.h"

/* Days since 1970-01-01 in the calendar of today (H. Hinnant, "chrono-compatible low-level
 * date algorithms"): a good deal quicker than asking GDate for each of a million. */
static double
count_days (int year, int month, int day)
{
  int shifted = month <= 2 ? year - 1 : year;
  int era = shifted / 400;
  int year_of_era = shifted - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

static gboolean
is_day (int year, int month, int day)
{
  static const int lengths[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengths[month - 1] &&
         (month != 2 || day < 29 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)));
}

/* Reads at most @max digits; returns how many there were. */
static int
read_digits (const char **at, const char *end, int max, int *value)
{
  const char *first = *at;

  *value = 0;
  while (*at < end && *at - first < max && g_ascii_isdigit (**at))
    *value = *value * 10 + (*(*at)++ - '0');
  return (int) (*at - first);
}

/* Nothing, or a time of the day, with or without a zone: it isn't looked at. */
static gboolean
is_time_or_end (const char *at, const char *end)
{
  if (at == end)
    return TRUE;
  if (*at != 'T' && *at != ' ' && *at != 't')
    return FALSE;
  at++;
  if (end - at < 4 || !g_ascii_isdigit (*at))
    return FALSE;
  for (; at < end; at++)
    if (!g_ascii_isdigit (*at) && strchr (":.,+-ZzUTC APMapm", *at) == NULL)
      return FALSE;
  return TRUE;
}

/* The Monday of a week of ISO 8601 */
static gboolean
parse_week (int year, const char *at, const char *end, double *days)
{
  double fourth = count_days (year, 1, 4);
  int week, weekday = 1;
  double monday = fourth - (double) (((int) fourth % 7 + 7 + 3) % 7);

  if (at < end && *at == '-')
    at++;
  at++; /* the W */
  if (read_digits (&at, end, 2, &week) == 0 || week < 1 || week > 53)
    return FALSE;
  if (end - at == 2 && *at == '-' && at[1] >= '1' && at[1] <= '7')
    {
      weekday = at[1] - '0';
      at += 2;
    }
  *days = monday + (week - 1) * 7 + weekday - 1;
  return at == end;
}

/* What follows the four digits of a year */
static gboolean
parse_after_year (int year, const char *at, const char *end, double *days)
{
  int month, day;
  char separator;

  if (at == end)
    {
      *days = count_days (year, 1, 1);
      return year >= 1000;
    }
  if (*at == 'W' || (end - at >= 2 && *at == '-' && at[1] == 'W'))
    return year >= 1 && parse_week (year, at, end, days);
  if ((*at == '-' || *at == ' ') && end - at == 3 && (at[1] == 'Q' || at[1] == 'q'))
    at++;
  if (end - at == 2 && (*at == 'Q' || *at == 'q') && at[1] >= '1' && at[1] <= '4')
    {
      *days = count_days (year, (at[1] - '1') * 3 + 1, 1);
      return year >= 1;
    }
  if (g_ascii_isdigit (*at))
    {
      if (read_digits (&at, end, 2, &month) != 2 || read_digits (&at, end, 2, &day) != 2 ||
          !is_day (year, month, day))
        return FALSE;
      *days = count_days (year, month, day);
      return is_time_or_end (at, end);
    }
  separator = *at++;
  if ((separator != '-' && separator != '/' && separator != '.') ||
      read_digits (&at, end, 2, &month) == 0)
    return FALSE;
  if (at == end)
    {
      *days = is_day (year, month, 1) ? count_days (year, month, 1) : 0;
      return is_day (year, month, 1);
    }
  if (*at++ != separator || read_digits (&at, end, 2, &day) == 0 || !is_day (year, month, day))
    return FALSE;
  *days = count_days (year, month, day);
  return is_time_or_end (at, end);
}

/* ISO dates and date-times (the time is left out), 2026-03, 2026-W09, 2026-Q1, 20260301,
 * 31.12.2026, 31/12/2026, 12/31/2026, 31-12-26. Where day and month could be either, @order
 * says so and @other is the date with the month first. */
gboolean
nsm_csv_parse_date (const char *text, gsize length, double *days, double *other,
                    NsmCsvDateOrder *order)
{
  const char *at = text, *end = text + length;
  int first, second, year, n;
  char separator;

  *order = NSM_CSV_DATE_CERTAIN;
  n = read_digits (&at, end, 4, &first);
  if (n == 4)
    return parse_after_year (first, at, end, days);
  if (n == 0 || n > 2 || at == end)
    return FALSE;
  separator = *at++;
  if ((separator != '.' && separator != '/' && separator != '-') ||
      read_digits (&at, end, 2, &second) == 0 || at == end || *at++ != separator)
    return FALSE;
  n = read_digits (&at, end, 4, &year);
  if (n == 2)
    year += year < 70 ? 2000 : 1900;
  if ((n != 2 && n != 4) || !is_time_or_end (at, end))
    return FALSE;

  if (is_day (year, second, first))
    *days = count_days (year, second, first);
  if (separator == '.' || !is_day (year, first, second))
    {
      *order = separator == '.' ? NSM_CSV_DATE_CERTAIN : NSM_CSV_DATE_DAY_FIRST;
      return is_day (year, second, first);
    }
  *other = count_days (year, first, second);
  *order = NSM_CSV_DATE_EITHER;
  if (first == second)
    *order = NSM_CSV_DATE_CERTAIN;
  else if (!is_day (year, second, first))
    {
      *order = NSM_CSV_DATE_MONTH_FIRST;
      *days = *other;
    }
  return TRUE;
}
