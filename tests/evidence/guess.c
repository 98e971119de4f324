/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each column of a file is, by its name and its cells: the headers that people have. */
#include <math.h>
#include <string.h>

#include "evidence/dataset.h"
#include "evidence/names.h"

#define ROWS 40

/* One file: "name:cells:distinct|…", cells n number, b yes or no, d date, t text; candidates of
 * the workshop; and what is expected of the columns: '.' not used, a digit the candidate of that
 * place, 'c' a candidate that people have to name, r retention, R the other way round, m money,
 * s satisfaction, o another outcome, g segment, d date. */
typedef struct
{
  const char *name;
  const char *candidates;
  const char *columns;
  const char *expected;
} Case;

static const Case cases[] = {
  { "the usual export", "Projects completed|Teams with 3 or more active members|Page views",
    "customer_id:n:40|projects_completed:n|active_members:n|page_views:n|retained:b|revenue:n|"
    "plan:t:3|signup_month:d", ".012rmgd" },
  { "camel case", "Projects completed|Page views",
    "customerId:t|projectsCompleted:n|pageViews:n|isRetained:b|monthlyRevenue:n", ".01rm" },
  { "other order, other forms", "Workouts completed|Workouts started|Total workout minutes",
    "user_id:n|workout_minutes:n|started_workouts:n|completing_workouts:n|active_d30:b", ".210r" },
  { "German", "Projekte abgeschlossen|Anmeldungen pro Woche",
    "Kundennummer:n|Anmeldungen:n|abgeschlossene Projekte:n|gekündigt:b|Umsatz (EUR):n|Tarif:t:4|"
    "Datum:d", ".10Rmgd" },
  { "French", "Séances terminées|Pages vues",
    "id:n|séances_terminées:n|pages_vues:n|résilié:b|chiffre_affaires:n|pays:t:5|mois:d", ".01Rmgd" },
  { "Spanish", "Pedidos enviados|Visitas",
    "id_cliente:n|pedidos_enviados:n|visitas:n|retenido:b|ingresos:n|país:t:6|fecha:d", ".01rmgd" },
  { "churn", "Reports shared", "account_id:t|reports_shared:n|churned:b|country:t:12", ".0Rg" },
  { "Churn? in a title", "Reports shared", "Account ID:t|Reports shared:n|Churn:b|ARR:n", ".0Rm" },
  { "cancelled_at is a date and no outcome", "Reports shared",
    "id:n|reports_shared:n|renewed:b|cancelled_at:d|created_at:d", ".0r.d" },
  { "renewed and mrr", "Notes|Logins", "uid:t|id:n|notes:n|logins:n|renewed:b|mrr:n|tier:t:3",
    "..01rmg" },
  { "nps and csat", "Answers found|Searches", "answers_found:n|searches:n|nps:n|csat_score:n", "01ss" },
  { "ltv", "Listings created", "listings_created:n|ltv_12m:n|region:t:4", "0mg" },
  { "spend, in dollars", "Rides taken", "rider_id:n|rides_taken:n|spend_usd:n|city:t:9", ".0mg" },
  { "with units in brackets", "Time to first report",
    "Time to first report [h]:n|Revenue (EUR):n|Retained (d90):b", "0mr" },
  { "hyphens", "Sign-ups|Check ins", "signups:n|check-ins:n|retention_rate:n", "01r" },
  { "shortened", "Messages sent|Projects shared", "proj_shared:n|messages:n|retained:b", "10r" },
  { "initials", "Monthly active users|Weekly active teams", "mau:n|wat:n|arr:n|month:d", "01md" },
  { "by the unit", "Team value/meetings|Joy/smiles", "meetings:n|retained:b|x:n", "0r." },
  { "several with the same word", "Projects completed on time|Projects completed",
    "projects_completed:n|projects_completed_on_time:n|retained:b", "10r" },
  { "a tie is left to people", "Projects started|Projects finished", "projects:n|retained:b", "cr" },
  { "no column fits", "Value delivered|Joy felt", "x1:n|x2:n|retained:b|plan:t:3", "ccrg" },
  { "too many to offer all", "Value delivered|Joy felt",
    "a:n|b:n|c:n|d:n|e:n|f:n|g:n|h:n|i:n|j:n|k:n|l:n|o:n|p:n|q:b", "cccccccccccc..o" },
  { "one of each", "Value delivered", "x1:n|retained:b", "0r" },
  { "one fits, the other stays out", "Reports shared|Joy felt",
    "reports_shared:n|sessions:n|retained:b", "0.r" },
  { "still active", "Orders placed", "orders_placed:n|still_active:b|is_active:b", "0rr" },
  { "days in a name", "Orders placed", "orders_first_14_days:n|retained_d90:b|active_days:n", "0r." },
  { "plain d30", "Orders placed", "orders:n|d30:b", "0r" },
  { "an ordinary word gives way to a candidate", "Amount saved",
    "amount_saved:n|amount:n|retained:b", "0mr" },
  { "a candidate that is an outcome", "Monthly recurring revenue|Notes",
    "notes:n|mrr:n|retained:b", "1mr" },
  { "near-unique text is no segment", "Notes", "company:t:38|notes:n|retained:b|plan:t:3", ".0rg" },
  { "one value is no segment", "Notes", "country:t:1|notes:n|retained:b", ".0r" },
  { "too many values", "Notes", "city:t:21|notes:n|retained:b", ".0r" },
  { "text without a known name", "Notes", "farbe:t:4|notes:n|retained:b", "g0r" },
  { "the better name", "Notes", "colour:t:4|plan:t:5|notes:n|retained:b", ".g0r" },
  { "a tier in digits", "Notes", "tier:n:3|notes:n|retained:b", "g0r" },
  { "week by week", "Orders delivered on time", "week:d|orders_delivered_on_time:n|revenue:n", "d0m" },
  { "two dates", "Orders", "last_seen:d|signup_date:d|orders:n|retained:b", ".d0r" },
  { "not churned", "Orders", "orders:n|not_churned:b", "0r" },
  { "outcome words in text are none", "Orders", "orders:n|churn_reason:t:4|revenue_band:t:3|retained:b",
    "0..r" },
  { "refunds", "Orders", "orders:n|refunds:n|retained:b", "0or" },
  { "no header", "Orders", "Column 1:n|Column 2:b|Column 3:t:3", "0og" },
  { "no header, two of each", "Orders", "Column 1:n|Column 2:b|Column 3:n|Column 4:b", "cccc" },
  { "only text", "Orders", "name:t|plan:t:3", ".g" },
};

static NsmCells
get_cells (char letter)
{
  switch (letter)
    {
    case 'n':
      return NSM_CELLS_NUMBER;
    case 'b':
      return NSM_CELLS_TRUTH;
    case 'd':
      return NSM_CELLS_DATE;
    default:
      return NSM_CELLS_TEXT;
    }
}

static void
free_column (gpointer data)
{
  NsmCsvColumn *column = data;

  g_free (column->name);
  g_free (column);
}

typedef struct
{
  NsmCsvPeek peek;
  NsmWorkshop *workshop;
} Fixture;

static void
fixture_begin (Fixture *self, const Case *test)
{
  g_auto (GStrv) candidates = g_strsplit (test->candidates, "|", -1);
  g_auto (GStrv) columns = g_strsplit (test->columns, "|", -1);

  self->peek = (NsmCsvPeek) { .format = { "UTF-8", ',', '"', '.', TRUE }, .n_looked_at = ROWS };
  self->peek.columns = g_ptr_array_new_with_free_func (free_column);
  self->peek.rows = g_ptr_array_new ();
  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (columns[i], ":", -1);
      NsmCsvColumn *column = g_new0 (NsmCsvColumn, 1);

      column->name = g_strdup (words[0]);
      column->cells = get_cells (words[1][0]);
      column->n_distinct = words[2] != NULL ? (guint) atoi (words[2]) : ROWS;
      if (column->cells == NSM_CELLS_TRUTH)
        column->n_distinct = 2;
      g_ptr_array_add (self->peek.columns, column);
    }
  self->workshop = nsm_workshop_new ();
  for (guint i = 0; candidates[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (candidates[i], "/", 2);
      NsmMetric *metric = nsm_list_append_new (self->workshop->metrics, "name", words[0], "unit",
                                               words[1] != NULL ? words[1] : "", NULL);

      nsm_list_append_new (self->workshop->candidates, "metric", NSM_RECORD (metric)->id, NULL);
    }
}

static void
fixture_end (Fixture *self)
{
  g_ptr_array_unref (self->peek.columns);
  g_ptr_array_unref (self->peek.rows);
  g_object_unref (self->workshop);
}

static char
get_letter (Fixture *fixture, NsmColumn *column)
{
  guint place;

  switch (column->role)
    {
    case NSM_COLUMN_ROLE_CANDIDATE:
      if (column->candidate[0] == '\0')
        return 'c';
      g_assert_true (nsm_list_get_position (
        fixture->workshop->candidates,
        nsm_list_find (fixture->workshop->candidates, column->candidate), &place));
      return (char) ('0' + place);
    case NSM_COLUMN_ROLE_OUTCOME:
      if (column->outcome == NSM_OUTCOME_RETENTION)
        return column->less_is_better ? 'R' : 'r';
      return column->outcome == NSM_OUTCOME_REVENUE        ? 'm'
             : column->outcome == NSM_OUTCOME_SATISFACTION ? 's'
                                                           : 'o';
    case NSM_COLUMN_ROLE_SEGMENT:
      return 'g';
    case NSM_COLUMN_ROLE_DATE:
      return 'd';
    case NSM_COLUMN_ROLE_IGNORED:
    default:
      return '.';
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  Fixture fixture;
  g_autoptr (NsmDataset) dataset = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  fixture_begin (&fixture, test);
  dataset = nsm_dataset_guess (fixture.workshop, "customers.csv", &fixture.peek);
  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    g_string_append_c (found, get_letter (&fixture, column));
  g_assert_cmpstr (found->str, ==, test->expected);
  g_assert_cmpstr (dataset->name, ==, "customers.csv");
  fixture_end (&fixture);
}

/* As R and pandas write them: a first column without a name that numbers the rows. */
static void
test_numbers_of_rows (void)
{
  static const struct { const char *rows, *expected; } files[] = {
    { "1|2|3", ".cc" }, { "0|1|2", ".cc" }, { "7|8|9", "ccc" }, { "1|2|4", "ccc" }, { "1|1|1", "ccc" },
    { "1.5|2.5|3.5", "ccc" },
  };
  const Case test = { "", "Orders", "Column 1:n|length:n|width:n", "" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      Fixture fixture;
      g_auto (GStrv) cells = g_strsplit (files[i].rows, "|", -1);
      g_autoptr (NsmDataset) dataset = NULL;
      g_autoptr (GString) found = g_string_new (NULL);

      fixture_begin (&fixture, &test);
      g_ptr_array_set_free_func (fixture.peek.rows, (GDestroyNotify) g_ptr_array_unref);
      for (guint k = 0; cells[k] != NULL; k++)
        {
          GPtrArray *row = g_ptr_array_new ();

          g_ptr_array_add (row, cells[k]);
          g_ptr_array_add (fixture.peek.rows, row);
        }
      dataset = nsm_dataset_guess (fixture.workshop, "iris.csv", &fixture.peek);
      NSM_LIST_EACH (NsmColumn, column, dataset->columns)
        g_string_append_c (found, get_letter (&fixture, column));
      g_assert_cmpstr (found->str, ==, files[i].expected);
      fixture_end (&fixture);
    }
}

/* That one means that they left is said beside the column, and nothing is turned round. */
static void
test_churn_says_so (void)
{
  const Case test = { "", "Orders", "orders:n|churned:b|refunds:n", "" };
  Fixture fixture;
  g_autoptr (NsmDataset) dataset = NULL;
  NsmColumn *churned, *refunds;

  fixture_begin (&fixture, &test);
  dataset = nsm_dataset_guess (fixture.workshop, "x.csv", &fixture.peek);
  churned = nsm_dataset_find_column (dataset, "churned");
  g_assert_cmpstr (churned->unit, ==, "1 = left");
  g_assert_true (churned->less_is_better && churned->truth);
  refunds = nsm_dataset_find_column (dataset, "refunds");
  g_assert_cmpstr (refunds->unit, ==, "");
  g_assert_true (refunds->less_is_better && !refunds->truth);
  fixture_end (&fixture);
}

typedef struct
{
  const char *name;
  NsmTiming timing;
  double from, to;
  const char *unit;
} Told;

/* What the name alone says about time and unit. */
static void
test_names_tell_days (void)
{
  static const Told told[] = {
    { "orders_first_14_days:n", NSM_TIMING_DAYS, 1, 14, "" },
    { "orders_first_2_weeks:n", NSM_TIMING_DAYS, 1, 14, "" },
    { "orders_first_week:n", NSM_TIMING_DAYS, 1, 7, "" },
    { "orders_first_14d:n", NSM_TIMING_DAYS, 1, 14, "" },
    { "orders_last_30_days:n", NSM_TIMING_UNSET, 0, 0, "" },
    { "orders_30d:n", NSM_TIMING_UNSET, 0, 0, "" },
    { "orders:n", NSM_TIMING_UNSET, 0, 0, "" },
    { "retained_d90:b", NSM_TIMING_DAYS, 90, 90, "" },
    { "active_30d:b", NSM_TIMING_DAYS, 30, 30, "" },
    { "retained_day_90:b", NSM_TIMING_DAYS, 90, 90, "" },
    { "retained_w4:b", NSM_TIMING_DAYS, 28, 28, "" },
    { "retained_m3:b", NSM_TIMING_DAYS, 90, 90, "" },
    { "retained_2026:b", NSM_TIMING_UNSET, 0, 0, "" },
    { "revenue_eur:n", NSM_TIMING_UNSET, 0, 0, "EUR" },
    { "Revenue (k€):n", NSM_TIMING_UNSET, 0, 0, "k€" },
    { "orders_minutes_first_14_days:n", NSM_TIMING_DAYS, 1, 14, "min" },
    { "min_orders:n", NSM_TIMING_UNSET, 0, 0, "" },
    { "orders [boxes]:n", NSM_TIMING_UNSET, 0, 0, "boxes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const Case test = { "", "Orders", told[i].name, "" };
      Fixture fixture;
      g_autoptr (NsmDataset) dataset = NULL;
      NsmColumn *column;

      fixture_begin (&fixture, &test);
      dataset = nsm_dataset_guess (fixture.workshop, "x.csv", &fixture.peek);
      column = nsm_list_get (dataset->columns, 0);
      g_test_message ("%s", told[i].name);
      g_assert_cmpuint (column->timing, ==, told[i].timing);
      g_assert_cmpstr (column->unit, ==, told[i].unit);
      if (told[i].timing == NSM_TIMING_DAYS)
        {
          g_assert_cmpfloat (column->from_day, ==, told[i].from);
          g_assert_cmpfloat (column->to_day, ==, told[i].to);
        }
      fixture_end (&fixture);
    }
}

/* How far apart the dates lie says how long a period is, where the name doesn't. */
static void
test_periods (void)
{
  static const struct { const char *name, *dates; NsmWindow period; } periods[] = {
    { "date:d", "2026-01-05|2026-01-12|2026-01-19", NSM_WINDOW_WEEK },
    { "date:d", "2026-01|2026-02|2026-03", NSM_WINDOW_MONTH },
    { "date:d", "2026-W01|2026-W02", NSM_WINDOW_WEEK },
    { "date:d", "2026-01-01|2026-04-01|2026-07-01", NSM_WINDOW_QUARTER },
    { "date:d", "2026-01-01|2026-01-02|2026-01-03", NSM_WINDOW_DAY },
    { "date:d", "2026-01-01|2025-01-02|2026-01-03|2026-01-02", NSM_WINDOW_MONTH },
    { "week:d", "2026-01-01|2026-01-02", NSM_WINDOW_WEEK },
    { "signup_month:d", "2026-01-01|2026-01-02", NSM_WINDOW_MONTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      const Case test = { "", "Orders", periods[i].name, "" };
      g_auto (GStrv) dates = g_strsplit (periods[i].dates, "|", -1);
      Fixture fixture;
      g_autoptr (NsmDataset) dataset = NULL;

      fixture_begin (&fixture, &test);
      g_ptr_array_set_free_func (fixture.peek.rows, (GDestroyNotify) g_ptr_array_unref);
      for (guint k = 0; dates[k] != NULL; k++)
        {
          GPtrArray *row = g_ptr_array_new ();

          g_ptr_array_add (row, dates[k]);
          g_ptr_array_add (fixture.peek.rows, row);
        }
      dataset = nsm_dataset_guess (fixture.workshop, "x.csv", &fixture.peek);
      g_test_message ("%s", periods[i].dates);
      g_assert_cmpuint (dataset->period, ==, periods[i].period);
      fixture_end (&fixture);
    }
}

static NsmColumn *
make_column (NsmTiming timing, double from, double to, const char *from_date, const char *to_date)
{
  NsmColumn *column = g_object_new (NSM_TYPE_COLUMN, NULL);

  g_object_set (column, "timing", timing, "from-day", from, "to-day", to, "from-date", from_date,
                "to-date", to_date, NULL);
  return column;
}

static void
check_overlap (NsmColumn *candidate, NsmColumn *outcome, NsmOverlap expected)
{
  g_assert_cmpuint (nsm_columns_get_overlap (candidate, outcome), ==, expected);
  g_assert_cmpuint (nsm_columns_get_overlap (outcome, candidate), ==, expected);
  g_object_unref (candidate);
  g_object_unref (outcome);
}

#define DAYS(from, to) make_column (NSM_TIMING_DAYS, from, to, "", "")
#define DATES(from, to) make_column (NSM_TIMING_DATES, NAN, NAN, from, to)
#define ALWAYS make_column (NSM_TIMING_WHOLE_LIFE, NAN, NAN, "", "")
#define UNSAID make_column (NSM_TIMING_UNSET, NAN, NAN, "", "")

static void
test_overlap (void)
{
  check_overlap (DAYS (1, 14), DAYS (90, 90), NSM_OVERLAP_NONE);
  check_overlap (DAYS (1, 14), DAYS (15, 90), NSM_OVERLAP_NONE);
  check_overlap (DAYS (1, 14), DAYS (14, 90), NSM_OVERLAP_SOME);
  check_overlap (DAYS (1, 90), DAYS (30, 30), NSM_OVERLAP_SOME);
  check_overlap (DATES ("2026-01-01", "2026-03-31"), DATES ("2026-04-01", "2026-06-30"),
                 NSM_OVERLAP_NONE);
  check_overlap (DATES ("2026-01-01", "2026-04-01"), DATES ("2026-04-01", "2026-06-30"),
                 NSM_OVERLAP_SOME);
  check_overlap (ALWAYS, DAYS (90, 90), NSM_OVERLAP_SOME);
  check_overlap (ALWAYS, UNSAID, NSM_OVERLAP_SOME);
  check_overlap (ALWAYS, ALWAYS, NSM_OVERLAP_SOME);
  check_overlap (UNSAID, UNSAID, NSM_OVERLAP_UNSAID);
  check_overlap (UNSAID, DAYS (90, 90), NSM_OVERLAP_UNSAID);
  check_overlap (DAYS (1, 14), DATES ("2026-04-01", "2026-06-30"), NSM_OVERLAP_UNSAID);
  check_overlap (DAYS (1, NAN), DAYS (90, 90), NSM_OVERLAP_UNSAID);
  check_overlap (DATES ("2026-04-01", ""), DATES ("2026-04-01", "2026-06-30"), NSM_OVERLAP_UNSAID);
}

static void
expect_obstacle (NsmDataset *dataset, const char *expected)
{
  g_autofree char *obstacle = nsm_dataset_dup_obstacle (dataset);

  g_assert_cmpstr (obstacle, ==, expected);
}

/* What has to be said before a file is looked at, one thing after the other. */
static void
test_obstacles (void)
{
  const Case test = { "", "Orders", "x:n|y:n|plan:t:3|day:d", "" };
  Fixture fixture;
  g_autoptr (NsmDataset) dataset = NULL;
  NsmColumn *x, *y;

  fixture_begin (&fixture, &test);
  dataset = g_object_new (NSM_TYPE_DATASET, NULL);
  expect_obstacle (dataset, "Say which column is a candidate.");
  x = nsm_list_append_new (dataset->columns, "name", "x", "role", NSM_COLUMN_ROLE_CANDIDATE, NULL);
  expect_obstacle (dataset, "Say which column is an outcome.");
  y = nsm_list_append_new (dataset->columns, "name", "y", "role", NSM_COLUMN_ROLE_OUTCOME, NULL);
  expect_obstacle (dataset, "Say which candidate the column “x” stands for.");
  g_object_set (x, "candidate", NSM_RECORD (nsm_list_get (fixture.workshop->candidates, 0))->id,
                "timing", NSM_TIMING_DAYS, "from-day", 1.0, NULL);
  expect_obstacle (dataset, "Say from which day to which day “x” was measured.");
  g_object_set (x, "from-day", 20.0, "to-day", 14.0, NULL);
  expect_obstacle (dataset, "“x”: the last day comes before the first.");
  g_object_set (x, "from-day", 1.0, NULL);
  g_object_set (y, "timing", NSM_TIMING_DATES, "from-date", "2026-03-01", NULL);
  expect_obstacle (dataset, "Say between which dates “y” was measured.");
  g_object_set (y, "to-date", "2026-02-01", NULL);
  expect_obstacle (dataset, "“y”: the last date comes before the first.");
  g_object_set (y, "to-date", "2026-04-01", NULL);
  expect_obstacle (dataset, NULL);
  nsm_list_append_new (dataset->columns, "name", "a", "role", NSM_COLUMN_ROLE_SEGMENT, NULL);
  nsm_list_append_new (dataset->columns, "name", "b", "role", NSM_COLUMN_ROLE_SEGMENT, NULL);
  expect_obstacle (dataset, "Only one column can tell the segments apart.");
  fixture_end (&fixture);
}

/* A newer file of the same kind is asked about nothing again. */
static void
test_take_over (void)
{
  const Case earlier_case = { "", "Value delivered", "x1:n|y:n|plan:t:3", "" };
  const Case newer_case = { "", "Value delivered", "plan:t:3|extra:n|y:n|x1:n", "" };
  Fixture earlier_fixture, newer_fixture;
  g_autoptr (NsmDataset) earlier = NULL;
  g_autoptr (NsmDataset) newer = NULL;
  NsmColumn *x, *y;

  fixture_begin (&earlier_fixture, &earlier_case);
  fixture_begin (&newer_fixture, &newer_case);
  earlier = nsm_dataset_guess (earlier_fixture.workshop, "a.csv", &earlier_fixture.peek);
  g_object_set (earlier, "changed-on", "2026-02-01", "period", NSM_WINDOW_WEEK, NULL);
  g_object_set (nsm_dataset_find_column (earlier, "x1"), "role", NSM_COLUMN_ROLE_CANDIDATE,
                "candidate", "some-candidate", "timing", NSM_TIMING_DAYS, "from-day", 1.0, "to-day",
                14.0, NULL);
  g_object_set (nsm_dataset_find_column (earlier, "y"), "role", NSM_COLUMN_ROLE_OUTCOME, "outcome",
                NSM_OUTCOME_REVENUE, "unit", "EUR", "less-is-better", TRUE, NULL);
  newer = nsm_dataset_guess (newer_fixture.workshop, "b.csv", &newer_fixture.peek);
  nsm_dataset_take_over (newer, earlier);
  x = nsm_dataset_find_column (newer, "x1");
  y = nsm_dataset_find_column (newer, "y");
  g_assert_cmpstr (x->candidate, ==, "some-candidate");
  g_assert_cmpfloat (x->to_day, ==, 14);
  g_assert_cmpuint (y->outcome, ==, NSM_OUTCOME_REVENUE);
  g_assert_cmpstr (y->unit, ==, "EUR");
  g_assert_true (y->less_is_better);
  g_assert_cmpuint (nsm_dataset_find_column (newer, "extra")->role, ==, NSM_COLUMN_ROLE_IGNORED);
  g_assert_cmpstr (newer->changed_on, ==, "2026-02-01");
  g_assert_cmpuint (newer->period, ==, NSM_WINDOW_WEEK);
  fixture_end (&earlier_fixture);
  fixture_end (&newer_fixture);
}

static void
test_format (void)
{
  g_autoptr (NsmDataset) dataset = g_object_new (NSM_TYPE_DATASET, NULL);
  const NsmCsvFormat format = { "WINDOWS-1252", '\t', 0, ',', FALSE };
  NsmCsvFormat back;

  nsm_dataset_set_format (dataset, &format);
  back = nsm_dataset_get_format (dataset);
  g_assert_cmpstr (back.encoding, ==, "WINDOWS-1252");
  g_assert_cmpint (back.delimiter, ==, '\t');
  g_assert_cmpint (back.quote, ==, 0);
  g_assert_cmpint (back.decimal, ==, ',');
  g_assert_false (back.header);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/evidence/guess/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/evidence/churn-says-so", test_churn_says_so);
  g_test_add_func ("/evidence/guess/numbers-of-rows", test_numbers_of_rows);
  g_test_add_func ("/evidence/names-tell-days", test_names_tell_days);
  g_test_add_func ("/evidence/periods", test_periods);
  g_test_add_func ("/evidence/overlap", test_overlap);
  g_test_add_func ("/evidence/obstacles", test_obstacles);
  g_test_add_func ("/evidence/take-over", test_take_over);
  g_test_add_func ("/evidence/format", test_format);
  return g_test_run ();
}
