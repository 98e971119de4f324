/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "evidence/csv-private.h"

/* Numbers */

static void
test_numbers_as_people_write_them (void)
{
  static const struct
  {
    const char *text;
    char decimal;
    double value;
  } cases[] = {
    { "0", '.', 0 },
    { "-3.25", '.', -3.25 },
    { "+7", '.', 7 },
    { ".5", '.', 0.5 },
    { "5.", '.', 5 },
    { "1e3", '.', 1000 },
    { "1.5E-3", '.', 0.0015 },
    { "1,5", ',', 1.5 },
    { "1,234", '.', 1234 },
    { "1,234.56", '.', 1234.56 },
    { "1.234,56", ',', 1234.56 },
    { "1.234.567,5", ',', 1234567.5 },
    { "12,345,678", '.', 12345678 },
    { "1 234,56", ',', 1234.56 },
    { "1\xc2\xa0"
      "234,56",
      ',', 1234.56 },
    { "1\xe2\x80\xaf"
      "234\xe2\x80\xaf"
      "567",
      ',', 1234567 },
    { "1'234.5", '.', 1234.5 },
    { "1’234’567", '.', 1234567 },
    { "12 %", '.', 12 },
    { "12%", '.', 12 },
    { "-0,5 %", ',', -0.5 },
    { "€ 5", '.', 5 },
    { "5 €", '.', 5 },
    { "-$5.50", '.', -5.5 },
    { "$-5.50", '.', -5.5 },
    { "£1,000", '.', 1000 },
    { "\xe2\x88\x92"
      "4",
      '.', -4 },
    { "00123", '.', 123 },
    { "123456789012345678901234567890", '.', 123456789012345678901234567890.0 },
    { "0.1000000000000000055511151231257827", '.', 0.1 },
    { "4.9e-324", '.', 4.9e-324 },
    { "1e-400", '.', 0 },
  };
  static const char *const wrong[] = {
    "",     "x",    "-",        "1.2.3",     "1,23",       "1,2345", "12,34,567", "1234,567",
    "Inf",  "-inf", "Infinity", "nan",       "1e999",      "0x10",   "1e",        "1e+",
    "5 km", "--5",  "+-5",      "1 2",       "2026-01-01", "12:30",  ".",         "%",
    "€",    "5%%",  "1,234,56", "1 234,567", "1e5.5",      "1..5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = NAN;

      g_test_message ("%s", cases[i].text);
      g_assert_true (
          nsm_csv_parse_number (cases[i].text, strlen (cases[i].text), cases[i].decimal, &value));
      g_assert_cmpfloat (value, ==, cases[i].value);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      double value;

      g_test_message ("%s", wrong[i]);
      g_assert_false (nsm_csv_parse_number (wrong[i], strlen (wrong[i]), '.', &value));
    }
}

/* Every last bit, as the C library has it */
static void
test_numbers_are_exact (void)
{
  static const char *const hard[] = {
    "9007199254740993",
    "9007199254740992",
    "9007199254740991",
    "0.30000000000000004",
    "1.7976931348623157e308",
    "2.2250738585072014e-308",
    "8.5e22",
    "123456789012345e-22",
    "18446744073709551615",
    "9999999999999999999",
    "1e23",
    "9223372036854775807e3",
    "9007199254740993e1",
    "4503599627370496.5",
    "4503599627370497.5",
    "0.500000000000000166",
    "9007199254740993.0",
    "1000000000000000128",
    "1000000000000000192",
  };

  for (guint i = 0; i < 400000; i++)
    {
      char text[64];
      double value, expected;
      guint64 digits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      int shift = g_test_rand_int_range (0, 60);
      int point = g_test_rand_int_range (0, 20);

      if (i < G_N_ELEMENTS (hard))
        g_strlcpy (text, hard[i], sizeof text);
      else if (i % 3 == 0)
        g_snprintf (text, sizeof text, "%.17g", (double) (digits >> shift) / 1024.0 * 1.1);
      else if (i % 3 == 1)
        g_snprintf (text, sizeof text, "%" G_GUINT64_FORMAT "e%d", digits >> shift,
                    g_test_rand_int_range (-40, 40));
      else
        {
          g_snprintf (text, sizeof text, "%" G_GUINT64_FORMAT, digits >> shift);
          if ((gsize) point < strlen (text))
            {
              memmove (text + point + 1, text + point, strlen (text + point) + 1);
              text[point] = '.';
            }
        }
      expected = g_ascii_strtod (text, NULL);
      if (!nsm_csv_parse_number (text, strlen (text), '.', &value) ||
          memcmp (&value, &expected, sizeof value) != 0)
        g_error ("%s was read as %.17g rather than %.17g", text, value, expected);
    }
}

static void
test_truths (void)
{
  static const char *const yes[] = { "1", "true", "TRUE", "Yes", "y", "T", "ja", "1.0" };
  static const char *const no[] = { "0", "false", "FALSE", "No", "n", "F", "Nein", "0.0" };
  static const char *const neither[] = { "", "2", "10", "maybe", "truethful", "-1", "on?" };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    {
      g_assert_true (nsm_csv_parse_truth (yes[i], strlen (yes[i]), &value));
      g_assert_cmpfloat (value, ==, 1);
      g_assert_true (nsm_csv_parse_truth (no[i], strlen (no[i]), &value));
      g_assert_cmpfloat (value, ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (neither); i++)
    g_assert_false (nsm_csv_parse_truth (neither[i], strlen (neither[i]), &value));
}

static void
test_missing (void)
{
  static const char *const missing[] = { "",    "NA",   "na",   "N/A", "n/a",
                                         "NaN", "NULL", "null", "-",   "–" };
  static const char *const present[] = { "0", "none", "nab", "--", "x", "false", "Nan a" };

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    g_assert_true (nsm_csv_is_missing (missing[i], strlen (missing[i])));
  for (guint i = 0; i < G_N_ELEMENTS (present); i++)
    g_assert_false (nsm_csv_is_missing (present[i], strlen (present[i])));
}

/* Dates */

static double
to_days (guint year, guint month, guint day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (double) g_date_get_julian (&date) - 719163;
}

static void
test_dates_as_people_write_them (void)
{
  static const struct
  {
    const char *text;
    guint year, month, day;
    NsmCsvDateOrder order;
  } cases[] = {
    { "1970-01-01", 1970, 1, 1, NSM_CSV_DATE_CERTAIN },
    { "1969-12-31", 1969, 12, 31, NSM_CSV_DATE_CERTAIN },
    { "2024-02-29", 2024, 2, 29, NSM_CSV_DATE_CERTAIN },
    { "2026-03-01T23:59:59.999Z", 2026, 3, 1, NSM_CSV_DATE_CERTAIN },
    { "2026-03-01 08:15", 2026, 3, 1, NSM_CSV_DATE_CERTAIN },
    { "2026-03-01T08:15:00+02:00", 2026, 3, 1, NSM_CSV_DATE_CERTAIN },
    { "2026-03-01 08:15:00 UTC", 2026, 3, 1, NSM_CSV_DATE_CERTAIN },
    { "2026-3-1", 2026, 3, 1, NSM_CSV_DATE_CERTAIN },
    { "2026/03/01", 2026, 3, 1, NSM_CSV_DATE_CERTAIN },
    { "20260301", 2026, 3, 1, NSM_CSV_DATE_CERTAIN },
    { "2026-03", 2026, 3, 1, NSM_CSV_DATE_CERTAIN },
    { "2026", 2026, 1, 1, NSM_CSV_DATE_CERTAIN },
    { "2026-Q1", 2026, 1, 1, NSM_CSV_DATE_CERTAIN },
    { "2026 Q4", 2026, 10, 1, NSM_CSV_DATE_CERTAIN },
    { "2026Q2", 2026, 4, 1, NSM_CSV_DATE_CERTAIN },
    { "2026-W09", 2026, 2, 23, NSM_CSV_DATE_CERTAIN },
    { "2026W01", 2025, 12, 29, NSM_CSV_DATE_CERTAIN },
    { "2020-W53-7", 2021, 1, 3, NSM_CSV_DATE_CERTAIN },
    { "1965-W01", 1965, 1, 4, NSM_CSV_DATE_CERTAIN },
    { "31.12.2026", 2026, 12, 31, NSM_CSV_DATE_CERTAIN },
    { "1.2.26", 2026, 2, 1, NSM_CSV_DATE_CERTAIN },
    { "1.2.71", 1971, 2, 1, NSM_CSV_DATE_CERTAIN },
    { "31/12/2026", 2026, 12, 31, NSM_CSV_DATE_DAY_FIRST },
    { "12/31/2026", 2026, 12, 31, NSM_CSV_DATE_MONTH_FIRST },
    { "01/02/2026", 2026, 2, 1, NSM_CSV_DATE_EITHER },
    { "02/02/2026", 2026, 2, 2, NSM_CSV_DATE_CERTAIN },
    { "1/2/2026 3:04:05 PM", 2026, 2, 1, NSM_CSV_DATE_EITHER },
  };
  static const char *const wrong[] = {
    "",           "x",          "2026-13-01", "2026-02-29",  "2026-00", "2026-W54",    "2026-Q5",
    "31.02.2026", "32/12/2026", "13/13/2026", "2026-03-01x", "12",      "123",         "12/31",
    "1/2/3",      "0000-01-01", "2026-",      "2026-W",      "12345",   "2026-03-01T", "3.5",
    "2026-03/01", "2026-Q",     "--",         "99999999",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NsmCsvDateOrder order;
      double days, other;

      g_test_message ("%s", cases[i].text);
      g_assert_true (
          nsm_csv_parse_date (cases[i].text, strlen (cases[i].text), &days, &other, &order));
      g_assert_cmpfloat (days, ==, to_days (cases[i].year, cases[i].month, cases[i].day));
      g_assert_cmpint (order, ==, cases[i].order);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      NsmCsvDateOrder order;
      double days, other;

      g_test_message ("%s", wrong[i]);
      g_assert_false (nsm_csv_parse_date (wrong[i], strlen (wrong[i]), &days, &other, &order));
    }
}

static void
test_days_are_those_of_the_calendar (void)
{
  for (guint32 julian = 1; julian < 1000000; julian += 13)
    {
      char text[32];
      GDate date;
      NsmCsvDateOrder order;
      double days, other;

      g_date_clear (&date, 1);
      g_date_set_julian (&date, julian);
      g_snprintf (text, sizeof text, "%04u-%02u-%02u", g_date_get_year (&date),
                  (guint) g_date_get_month (&date), (guint) g_date_get_day (&date));
      g_assert_true (nsm_csv_parse_date (text, strlen (text), &days, &other, &order));
      g_assert_cmpfloat (days, ==, (double) julian - 719163);
    }
}

/* Rows */

static gboolean
write_row (const NsmCsvField *fields, guint n_fields, gsize line, gpointer user_data)
{
  g_string_append_printf (user_data, "%" G_GSIZE_FORMAT ":", line);
  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (user_data, "[%.*s]", (int) fields[i].length, fields[i].text);
  g_string_append_c (user_data, '\n');
  return TRUE;
}

static char *
split (const char *text, gsize length, const NsmCsvFormat *format, char newline,
       gboolean only_libcsv, gsize step)
{
  GString *rows = g_string_new (NULL);
  NsmCsvSplitter splitter;
  gboolean fine = TRUE;

  nsm_csv_splitter_init (&splitter, format, newline, write_row, rows);
  splitter.only_libcsv = only_libcsv;
  for (gsize at = 0; fine && at < length; at += step)
    fine = nsm_csv_splitter_feed (&splitter, text + at, MIN (step, length - at));
  if (fine)
    nsm_csv_splitter_finish (&splitter);
  g_string_append_printf (rows, "%d at %" G_GSIZE_FORMAT ", %" G_GSIZE_FORMAT " lines",
                          (int) splitter.trouble.code, splitter.trouble.line, splitter.n_lines);
  nsm_csv_splitter_clear (&splitter);
  return g_string_free (rows, FALSE);
}

static void
test_rows_and_their_lines (void)
{
  NsmCsvFormat format = { "UTF-8", ',', '"', '.', TRUE };
  const char *text =
      "a, b ,c\n\n\"x\ny\",2,\" z \"\r\n   \n1,\"he said \"\"no\"\"\",\n,,\n\"a\"b\",c,5\" d\nlast";
  g_autofree char *rows = split (text, strlen (text), &format, '\n', FALSE, 1000);

  g_assert_cmpstr (rows, ==,
                   "1:[a][b][c]\n"
                   "3:[x\ny][2][ z ]\n"
                   "6:[1][he said \"no\"][]\n"
                   "7:[][][]\n"
                   "8:[a\"b][c][5\" d]\n"
                   "9:[last]\n"
                   "0 at 0, 9 lines");
}

/* The short cut for lines without quotes, and any cutting into pieces, change nothing. */
static void
test_the_short_cut_is_libcsv (void)
{
  static const char letters[] = "aab1,,;\"\"' \t\n\n\r";

  for (guint i = 0; i < 60000; i++)
    {
      char text[48];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof text);
      NsmCsvFormat format = { "UTF-8", ",;\t"[i % 3], i % 7 == 0 ? 0 : '"', '.', TRUE };
      char newline = i % 5 == 0 ? '\r' : '\n';
      g_autofree char *slow = NULL, *quick = NULL, *cut = NULL;

      for (gsize j = 0; j < length; j++)
        text[j] = letters[g_test_rand_int_range (0, sizeof letters - 1)];
      slow = split (text, length, &format, newline, TRUE, 1000);
      quick = split (text, length, &format, newline, FALSE, 1000);
      cut = split (text, length, &format, newline, FALSE, (gsize) g_test_rand_int_range (1, 9));
      g_assert_cmpstr (quick, ==, slow);
      g_assert_cmpstr (cut, ==, slow);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cells/numbers", test_numbers_as_people_write_them);
  g_test_add_func ("/cells/exact-numbers", test_numbers_are_exact);
  g_test_add_func ("/cells/truths", test_truths);
  g_test_add_func ("/cells/missing", test_missing);
  g_test_add_func ("/cells/dates", test_dates_as_people_write_them);
  g_test_add_func ("/cells/calendar", test_days_are_those_of_the_calendar);
  g_test_add_func ("/cells/rows", test_rows_and_their_lines);
  g_test_add_func ("/cells/short-cut", test_the_short_cut_is_libcsv);
  return g_test_run ();
}
