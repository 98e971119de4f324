/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a file to what a workshop keeps of it: one step of undo, and never a row. */
#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "evidence/dataset.h"
#include "record/journal.h"
#include "store/codec.h"

/* Values that one row alone has. */
#define LARGEST "98765.4321"
#define SMALLEST "-76543.219"
#define CUSTOMER "customer-4711"

typedef struct
{
  NsmWorkshop *workshop;
  NsmCandidate *candidate;
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmMetric *metric;

  self->workshop = nsm_workshop_new ();
  metric = nsm_list_append_new (self->workshop->metrics, "name", "Orders placed", NULL);
  self->candidate =
    nsm_list_append_new (self->workshop->candidates, "metric", NSM_RECORD (metric)->id, NULL);
  nsm_journal_forget (nsm_record_get_journal (NSM_RECORD (self->workshop)));
  self->folder = g_dir_make_tmp ("keep-XXXXXX", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_object_unref (self->workshop);
}

static GFile *
write_file (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

/* 300 customers in three plans, four in a fourth; more orders, more of them stay. Two rows
 * stand out, two are broken, and three are without orders. */
static char *
make_customers (double slope)
{
  GString *text = g_string_new ("customer,orders_placed,retained_d90,revenue,plan\n");
  static const char *const plans[] = { "Free", "Pro", "Team" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint i = 0; i < 300; i++)
    {
      int orders = g_rand_int_range (rand, 0, 12);
      gboolean stays = g_rand_double (rand) < 0.5 + slope * (orders - 6);

      g_string_append_printf (text, "customer-%u,%d,%d,%d,%s\n", i, orders, stays,
                              20 + 3 * orders + g_rand_int_range (rand, 0, 30), plans[i % 3]);
    }
  for (guint i = 0; i < 4; i++)
    g_string_append_printf (text, "few-%u,%u,%u,40,Secret\n", i, i, i % 2);
  g_string_append (text, CUSTOMER "," LARGEST ",1,50,Pro\n" CUSTOMER "2," SMALLEST ",0,10,Free\n");
  g_string_append (text, "x,,1,40,Free\ny,,0,40,Pro\nz,,1,40,Team\nbroken,1\nbroken,1,2,3,4,5\n");
  return g_string_free (text, FALSE);
}

static NsmDataset *
guess (Fixture *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmCsvPeek) peek = nsm_csv_peek (file, NULL, NULL, &error);
  g_autofree char *name = g_file_get_basename (file);

  g_assert_no_error (error);
  return nsm_dataset_guess (self->workshop, name, peek);
}

static NsmLook *
look (NsmDataset *dataset, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *obstacle = nsm_dataset_dup_obstacle (dataset);
  NsmLook *found;

  g_assert_cmpstr (obstacle, ==, NULL);
  found = nsm_dataset_look (dataset, file, NULL, &error);
  g_assert_no_error (error);
  return found;
}

static NsmDataset *
keep (Fixture *self, const char *name, const char *text, NsmDataset *replaces)
{
  g_autoptr (GFile) file = write_file (self, name, text);
  g_autoptr (NsmDataset) dataset = guess (self, file);
  g_autoptr (NsmLook) found = NULL;

  if (replaces != NULL)
    nsm_dataset_take_over (dataset, replaces);
  found = look (dataset, file);
  return nsm_workshop_keep_look (self->workshop, dataset, found, replaces);
}

static NsmEvidence *
find (Fixture *self, const char *outcome, const char *group)
{
  NSM_LIST_EACH (NsmEvidence, result, self->workshop->evidence)
    if (strcmp (result->outcome_column, outcome) == 0 && strcmp (result->group, group) == 0)
      return result;
  return NULL;
}

static char *
dup_bytes (Fixture *self)
{
  g_autoptr (GBytes) bytes = nsm_codec_write (self->workshop, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_kept (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = make_customers (0.08);
  NsmDataset *dataset = keep (self, "customers.csv", text, NULL);
  NsmEvidence *whole = find (self, "retained_d90", "");

  g_assert_cmpuint (nsm_list_get_size (self->workshop->datasets), ==, 1);
  g_assert_cmpstr (dataset->name, ==, "customers.csv");
  g_assert_cmpfloat (dataset->rows, ==, 309);
  g_assert_cmpfloat (dataset->bad_rows, ==, 2);
  g_assert_cmpuint (strlen (dataset->sha256), ==, 64);
  g_assert_true (nsm_date_is_valid (dataset->read_on) && nsm_date_is_valid (dataset->modified));
  g_assert_nonnull (whole);
  g_assert_cmpstr (whole->candidate, ==, NSM_RECORD (self->candidate)->id);
  g_assert_cmpuint (whole->outcome, ==, NSM_OUTCOME_RETENTION);
  g_assert_cmpstr (whole->outcome_name, ==, "Retained d90");
  g_assert_cmpfloat (whole->rows, ==, 306);
  g_assert_cmpfloat (whole->dropped, ==, 3);
  g_assert_cmpfloat (whole->rank_coefficient, >, 0.3);
  g_assert_cmpuint (nsm_list_get_size (whole->bins), >, 5);
  g_assert_cmpuint (nsm_list_get_size (whole->grid), >, 5);
  g_assert_cmpuint (nsm_list_get_size (whole->thresholds), >, 5);
  g_assert_nonnull (find (self, "retained_d90", "Pro"));
  g_assert_nonnull (find (self, "revenue", "Team"));
  g_assert_cmpuint (nsm_list_get_size (find (self, "revenue", "")->thresholds), ==, 0);
}

/* Nobody can be found again: no row, no extreme, no group and no bin of fewer than five. */
static void
test_nobody_is_in_it (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = make_customers (0.08);
  g_autofree char *bytes = NULL;

  keep (self, "customers.csv", text, NULL);
  bytes = dup_bytes (self);
  g_assert_nonnull (strstr (bytes, "orders_placed"));
  g_assert_null (strstr (bytes, "98765"));
  g_assert_null (strstr (bytes, "76543"));
  g_assert_null (strstr (bytes, "customer-"));
  g_assert_null (strstr (bytes, "Secret"));
  g_assert_null (strstr (bytes, "\"customer\""));
  NSM_LIST_EACH (NsmEvidence, result, self->workshop->evidence)
    {
      g_assert_cmpfloat (result->rows, >=, 5);
      NSM_LIST_EACH (NsmBin, bin, result->bins)
        {
          g_assert_cmpfloat (bin->rows, >=, 5);
          if (bin_i + 1 == nsm_list_get_size (result->bins))
            g_assert_true (isnan (bin->to));
        }
      NSM_LIST_EACH (NsmGridCell, cell, result->grid)
        g_assert_cmpfloat (cell->rows, >=, 5);
      NSM_LIST_EACH (NsmThreshold, at, result->thresholds)
        {
          g_assert_cmpfloat (round (at->did * at->ppv), >=, 5);
          g_assert_cmpfloat (round (at->did * (1 - at->ppv)), >=, 5);
          g_assert_cmpfloat (round (at->others * at->npv), >=, 5);
          g_assert_cmpfloat (round (at->others * (1 - at->npv)), >=, 5);
        }
    }
}

static void
test_undo (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (self->workshop));
  g_autofree char *text = make_customers (0.08);
  g_autofree char *before = dup_bytes (self);
  g_autofree char *kept = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *back = NULL;
  NsmDataset *dataset = keep (self, "customers.csv", text, NULL);

  kept = dup_bytes (self);
  g_assert_cmpstr (nsm_journal_get_undo_name (journal), ==, "Look at the Data");
  nsm_journal_undo (journal);
  undone = dup_bytes (self);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (nsm_journal_can_undo (journal));
  nsm_journal_redo (journal);
  redone = dup_bytes (self);
  g_assert_cmpstr (redone, ==, kept);
  nsm_list_append_new (self->workshop->evidence, "candidate", NSM_RECORD (self->candidate)->id,
                       "finding", "Typed in", NULL);
  nsm_workshop_remove_dataset (self->workshop, dataset);
  g_assert_cmpuint (nsm_list_get_size (self->workshop->evidence), ==, 1);
  g_assert_cmpuint (nsm_list_get_size (self->workshop->datasets), ==, 0);
  removed = dup_bytes (self);
  nsm_journal_undo (journal);
  back = dup_bytes (self);
  g_assert_cmpstr (back, !=, removed);
  g_assert_cmpuint (nsm_list_get_size (self->workshop->datasets), ==, 1);
  g_assert_nonnull (find (self, "retained_d90", "Pro"));
}

/* What is written is what is read. */
static void
test_round_trip (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = make_customers (0.08);
  g_autofree char *bytes = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  NsmWorkshop *read;
  gboolean newer;

  keep (self, "customers.csv", text, NULL);
  bytes = dup_bytes (self);
  read = nsm_codec_read (bytes, strlen (bytes), &newer, &error);
  g_assert_no_error (error);
  g_set_object (&self->workshop, read);
  g_object_unref (read);
  again = dup_bytes (self);
  g_assert_cmpstr (again, ==, bytes);
}

static void
test_newer (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *first = make_customers (0.08);
  g_autofree char *second = make_customers (-0.08);
  NsmDataset *dataset = keep (self, "april.csv", first, NULL);
  g_autofree char *sha256 = g_strdup (dataset->sha256);
  double before = find (self, "retained_d90", "")->coefficient;
  double before_pro = find (self, "retained_d90", "Pro")->coefficient;
  guint n = nsm_list_get_size (self->workshop->evidence);
  NsmDataset *newer;
  NsmEvidence *whole;

  g_object_set (nsm_dataset_find_column (dataset, "revenue"), "outcome", NSM_OUTCOME_OTHER, NULL);
  newer = keep (self, "may.csv", second, dataset);
  whole = find (self, "retained_d90", "");
  g_assert_true (newer == dataset);
  g_assert_cmpuint (nsm_list_get_size (self->workshop->datasets), ==, 1);
  g_assert_cmpuint (nsm_list_get_size (self->workshop->evidence), ==, n);
  g_assert_cmpstr (newer->name, ==, "may.csv");
  g_assert_cmpstr (newer->earlier_name, ==, "april.csv");
  g_assert_cmpstr (newer->earlier_sha256, ==, sha256);
  g_assert_cmpstr (newer->sha256, !=, sha256);
  g_assert_cmpfloat (whole->earlier_coefficient, ==, before);
  g_assert_cmpfloat (whole->earlier_rows, ==, 306);
  g_assert_cmpfloat (whole->rank_coefficient, <, -0.3);
  g_assert_cmpfloat (find (self, "retained_d90", "Pro")->earlier_coefficient, ==, before_pro);
  g_assert_cmpuint (find (self, "revenue", "")->outcome, ==, NSM_OUTCOME_OTHER);
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (self->workshop)));
  g_assert_cmpstr (dataset->name, ==, "april.csv");
  g_assert_cmpfloat (find (self, "retained_d90", "")->coefficient, ==, before);
  g_assert_cmpuint (nsm_list_get_size (dataset->columns), ==, 4);
}

static void
test_overlaps (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = make_customers (0.08);
  NsmDataset *dataset = keep (self, "customers.csv", text, NULL);
  NsmColumn *orders = nsm_dataset_find_column (dataset, "orders_placed");

  /* "retained_d90" says its day, "orders_placed" doesn't. */
  g_assert_true (find (self, "retained_d90", "")->timing_unsaid);
  g_object_set (orders, "timing", NSM_TIMING_DAYS, "from-day", 1.0, "to-day", 14.0, NULL);
  nsm_dataset_check_overlaps (dataset);
  g_assert_false (find (self, "retained_d90", "")->timing_unsaid);
  g_assert_false (find (self, "retained_d90", "")->overlaps);
  g_assert_true (find (self, "revenue", "")->timing_unsaid);
  g_object_set (orders, "to-day", 90.0, NULL);
  nsm_dataset_check_overlaps (dataset);
  g_assert_true (find (self, "retained_d90", "Pro")->overlaps);
  g_object_set (orders, "timing", NSM_TIMING_WHOLE_LIFE, NULL);
  nsm_dataset_check_overlaps (dataset);
  g_assert_true (find (self, "revenue", "")->overlaps);
}

/* Forty weeks: changes with their lag, noise into the candidate, and no week alone. */
static void
test_series (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  GString *text = g_string_new ("week,orders_placed,revenue\n");
  g_autofree char *all = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GDateTime) start = g_date_time_new_utc (2025, 1, 6, 0, 0, 0);
  double orders[40];
  NsmDataset *dataset;
  NsmEvidence *whole;
  NsmColumn *column;

  for (int i = 0; i < 40; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_weeks (start, i);
      g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

      orders[i] = 100 + g_rand_int_range (rand, -20, 20);
      g_string_append_printf (text, "%s,%.0f,%.0f\n", date, orders[i],
                              500 + 3 * orders[MAX (i - 2, 0)] + g_rand_int_range (rand, -9, 9));
    }
  all = g_string_free (text, FALSE);
  dataset = keep (self, "weeks.csv", all, NULL);
  whole = find (self, "revenue", "");
  column = nsm_dataset_find_column (dataset, "orders_placed");
  g_assert_cmpuint (dataset->period, ==, NSM_WINDOW_WEEK);
  g_assert_cmpfloat (whole->lag_periods, ==, 2);
  g_assert_cmpfloat (whole->coefficient, >, 0.9);
  g_assert_cmpfloat (whole->probability, <, 0.05);
  g_assert_true (isnan (whole->low));
  g_assert_false (whole->timing_unsaid || whole->overlaps);
  g_assert_cmpuint (nsm_list_get_size (whole->lags), ==, 13);
  /* In the field that people see, as they would type it. */
  g_assert_cmpfloat (self->candidate->noise, ==, round (column->noise * 1000) / 1000);
  g_assert_cmpfloat (column->noise, >, 0.05);
  g_assert_cmpuint (nsm_list_get_size (column->series), ==, 8);
  NSM_LIST_EACH (NsmPeriod, period, column->series)
    {
      g_assert_cmpfloat (period->rows, >=, 5);
      g_assert_true (nsm_date_is_valid (period->start));
    }
}

/* What people typed in before isn't overwritten. */
static void
test_noise_stays (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  GString *text = g_string_new ("week,orders_placed,revenue\n");
  g_autofree char *all = NULL;

  g_object_set (self->candidate, "noise", 0.5, "react-months", 2.0, NULL);
  for (int i = 1; i <= 28; i++)
    g_string_append_printf (text, "2026-02-%02d,%d,%d\n", i, 100 + i * 7 % 5, 50 + i * 3 % 7);
  all = g_string_free (text, FALSE);
  keep (self, "days.csv", all, NULL);
  g_assert_cmpfloat (self->candidate->noise, ==, 0.5);
  g_assert_cmpfloat (self->candidate->react_months, ==, 2);
}

/* No figure, and why, in words. */
static void
test_problems (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  keep (self, "same.csv", "orders_placed,retained,revenue\n3,1,5\n3,0,6\n3,1,7\n3,0,8\n3,1,9\n3,1,4\n",
        NULL);
  g_assert_cmpstr (find (self, "retained", "")->problem, ==,
                   "No variation: “orders_placed” is the same in every row.");
  g_assert_true (isnan (find (self, "retained", "")->coefficient));
  keep (self, "few.csv", "orders_placed,retained\n3,1\n4,0\n5,\n6,\n7,\n", NULL);
  g_assert_nonnull (find (self, "retained", ""));
  NSM_LIST_EACH (NsmEvidence, result, self->workshop->evidence)
    if (strcmp (result->source, "few.csv") == 0)
      g_assert_cmpstr (result->problem, ==,
                       "Only 2 rows have both “orders_placed” and “retained”: too few for a "
                       "correlation.");
}

/* 0 and 1 in the first rows, 2 and 3 after that: numbers, all of them. */
static void
test_no_truth (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  GString *text = g_string_new ("orders_placed,retained\n");
  g_autofree char *all = NULL;
  NsmDataset *dataset;

  for (int i = 0; i < 3000; i++)
    g_string_append_printf (text, "%d,%d\n", i % 2, i % 3 == 0);
  for (int i = 0; i < 20; i++)
    g_string_append_printf (text, "%d,%d\n", 2 + i % 3, i % 2);
  all = g_string_free (text, FALSE);
  dataset = keep (self, "late.csv", all, NULL);
  g_assert_cmpfloat (find (self, "retained", "")->rows, ==, 3020);
  g_assert_false (nsm_dataset_find_column (dataset, "orders_placed")->truth);
  g_assert_true (nsm_dataset_find_column (dataset, "retained")->truth);
}

typedef struct
{
  GMainLoop *loop;
  NsmLook *look;
  GError *error;
  guint n_told;
  double last;
  GThread *told_in;
} Waiting;

static void
on_looked (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->look = nsm_dataset_look_finish (result, &waiting->error);
  g_main_loop_quit (waiting->loop);
}

static void
on_progress (double share, gpointer data)
{
  Waiting *waiting = data;

  g_assert_cmpfloat (share, >=, waiting->last);
  g_assert_cmpfloat (share, <=, 1);
  g_assert_true (g_thread_self () == waiting->told_in);
  waiting->last = share;
  waiting->n_told++;
}

/* In a thread; the record may go at once, and cancelling answers at once. */
static void
test_async (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = make_customers (0.08);
  g_autoptr (GFile) file = write_file (self, "customers.csv", text);
  NsmDataset *dataset = guess (self, file);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Waiting waiting = { .loop = g_main_loop_new (NULL, FALSE), .told_in = g_thread_self () };

  nsm_dataset_look_async (dataset, file, on_progress, &waiting, cancellable, on_looked, &waiting);
  g_object_unref (dataset);
  g_main_loop_run (waiting.loop);
  g_assert_no_error (waiting.error);
  g_assert_cmpuint (nsm_look_get_study (waiting.look)->pairs->len, >, 2);
  g_assert_cmpuint (nsm_table_get_n_rows (nsm_look_get_table (waiting.look)), ==, 309);
  g_clear_pointer (&waiting.look, nsm_look_free);

  dataset = guess (self, file);
  nsm_dataset_look_async (dataset, file, on_progress, &waiting, cancellable, on_looked, &waiting);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (waiting.loop);
  g_assert_error (waiting.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (waiting.look);
  g_clear_error (&waiting.error);
  g_object_unref (dataset);
  g_main_loop_unref (waiting.loop);
}

/* The difference of two kept cuts through the same rows is a group, too. */
static void
test_nobody_is_between (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) text = g_string_new ("customer,orders_placed,retained_d90\n");
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (double));
  NsmThreshold *best = NULL;
  NsmEvidence *whole;
  double below = 0;

  for (guint i = 0; i < 118; i++)
    g_string_append_printf (text, "c%u,%u.%u,%d\n", i, i / 4, i % 4, g_rand_double (rand) * 118 < i);
  keep (self, "customers.csv", text->str, NULL);
  whole = find (self, "retained_d90", "");
  NSM_LIST_EACH (NsmBin, bin, whole->bins)
    {
      below += bin->rows;
      g_array_append_val (cuts, below);
    }
  NSM_LIST_EACH (NsmThreshold, threshold, whole->thresholds)
    {
      g_array_append_val (cuts, threshold->others);
      best = best == NULL || threshold->phi > best->phi ? threshold : best;
    }
  g_assert_cmpuint (nsm_list_get_size (whole->thresholds), >=, 5);
  g_assert_cmpfloat (best->phi, >, 0.4);
  for (guint i = 0; i < cuts->len; i++)
    for (guint k = 0; k < i; k++)
      {
        double between = fabs (g_array_index (cuts, double, i) - g_array_index (cuts, double, k));

        g_assert_true (between == 0 || between >= NSM_BIN_ROWS);
      }
}

int
main (int argc, char *argv[])
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/evidence/keep/kept", test_kept },
    { "/evidence/keep/nobody-is-in-it", test_nobody_is_in_it },
    { "/evidence/keep/nobody-is-between", test_nobody_is_between },
    { "/evidence/keep/undo", test_undo },
    { "/evidence/keep/round-trip", test_round_trip },
    { "/evidence/keep/newer", test_newer },
    { "/evidence/keep/overlaps", test_overlaps },
    { "/evidence/keep/series", test_series },
    { "/evidence/keep/noise-stays", test_noise_stays },
    { "/evidence/keep/problems", test_problems },
    { "/evidence/keep/no-truth", test_no_truth },
    { "/evidence/keep/async", test_async },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
