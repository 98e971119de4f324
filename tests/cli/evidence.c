/* SPDX-License-Identifier: GPL-3.0-or-later */
/* nsm evidence: from a file of data to verdicts, and into a workshop. */
#include <math.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "model/workshop.h"
#include "record/json.h"
#include "store/codec.h"

static const char *program;

/* The first of Anscombe's four: r = .81642, [.424, .951], rho = .81818. */
static const char anscombe[] = "x1,y1\n10,8.04\n8,6.95\n13,7.58\n9,8.81\n11,8.33\n14,9.96\n6,7.24\n"
                               "4,4.26\n12,10.84\n7,4.82\n5,5.68\n";

typedef struct
{
  char *folder;
} Fixture;

typedef struct
{
  char *out;
  char *err;
} Said;

static void
said_free (Said *said)
{
  g_free (said->out);
  g_free (said->err);
  g_free (said);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Said, said_free)

static void
set_up (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  self->folder = g_dir_make_tmp ("evidence-XXXXXX", NULL);
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
}

static void
write_file (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Runs in the folder; the words end with NULL. */
static Said *
run (Fixture *self, int expected, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Said *said = g_new0 (Said, 1);
  const char *word;
  va_list list;

  g_ptr_array_add (words, (gpointer) program);
  va_start (list, expected);
  while ((word = va_arg (list, const char *)) != NULL)
    g_ptr_array_add (words, (gpointer) word);
  va_end (list);
  g_ptr_array_add (words, NULL);
  g_subprocess_launcher_set_cwd (launcher, self->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &said->out, &said->err, NULL));
  g_test_message ("%s", said->err);
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, expected);
  return said;
}

static const cJSON *
get (const cJSON *object, const char *name)
{
  const cJSON *found = cJSON_GetObjectItemCaseSensitive (object, name);

  g_assert_nonnull (found);
  return found;
}

static const cJSON *
get_result (const cJSON *root, int candidate, int result)
{
  return cJSON_GetArrayItem (
    get (cJSON_GetArrayItem (get (root, "candidates"), candidate), "results"), result);
}

static void
assert_near (const cJSON *object, const char *name, double expected, double by)
{
  g_assert_cmpfloat_with_epsilon (get (object, name)->valuedouble, expected, by);
}

static void
test_known (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (Said) said = NULL;
  g_autoptr (cJSON) root = NULL;
  const cJSON *result;

  write_file (self, "anscombe.csv", anscombe);
  said = run (self, 0, "evidence", "--format=json", "--candidate", "x1", "--outcome", "y1",
              "anscombe.csv", NULL);
  root = cJSON_Parse (said->out);
  g_assert_nonnull (root);
  result = get_result (root, 0, 0);
  assert_near (result, "r", 0.81642051634484003, 1e-12);
  assert_near (result, "low", 0.42439, 1e-5);
  assert_near (result, "high", 0.95069, 1e-5);
  assert_near (result, "rho", 0.81818181818181823, 1e-12);
  assert_near (result, "n", 11, 0.5);
  g_assert_true (cJSON_IsNull (get (result, "segment")));
  g_assert_true (cJSON_IsTrue (get (result, "timing_unsaid")));
  g_assert_cmpstr (get (get (root, "file"), "name")->valuestring, ==, "anscombe.csv");
  g_assert_cmpuint (strlen (get (get (root, "file"), "sha256")->valuestring), ==, 64);
  g_assert_cmpstr (said->err, ==, "");
}

static void
test_text (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (Said) said = NULL;

  write_file (self, "anscombe.csv", anscombe);
  said = run (self, 0, "evidence", "--candidate", "x1=Visits", "--outcome", "y1=revenue",
              "--measured", "x1=1-14", "--measured", "y1=90", "anscombe.csv", NULL);
  g_assert_cmpstr (said->out, ==,
                   "anscombe.csv: 11 rows.\n"
                   "\n"
                   "Visits · x1\n"
                   "  It goes along strongly with “Y1” (r = .82, 95 % [.42, .95], n = 11); with so few\n"
                   "  rows that proves little.\n"
                   "\n"
                   "                                      r            95 %      ρ         n  left out\n"
                   "  Y1                                .82      [.42, .95]    .82        11         0\n"
                   "\n"
                   "What goes along needn’t be the cause, and no figure here decides for you.\n");
}

static void
test_overlap (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (Said) said = NULL;
  g_autoptr (Said) dates = NULL;

  write_file (self, "anscombe.csv", anscombe);
  said = run (self, 0, "evidence", "--candidate", "x1", "--outcome", "y1", "--measured", "x1=always",
              "anscombe.csv", NULL);
  g_assert_nonnull (strstr (said->out, "No evidence: it was counted over the same time as “Y1”."));
  g_assert_nonnull (strstr (said->out, "No evidence yet"));
  dates = run (self, 0, "evidence", "--candidate", "x1", "--outcome", "y1", "--measured",
               "x1=2026-01-01..2026-03-31", "--measured", "y1=2026-04-01..2026-06-30",
               "anscombe.csv", NULL);
  g_assert_null (strstr (dates->out, "No evidence"));
  g_assert_null (strstr (dates->out, "Nobody said"));
}

/* What isn't said is guessed, and the guess is said. */
static void
test_guess (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("NSM_DATA"), "examples", "fitness-customers.csv", NULL);
  g_autoptr (Said) said = run (self, 0, "evidence", path, NULL);

  g_assert_cmpstr (said->err, ==,
                   "nsm: Guessed: Candidate “workouts_started_first_14_days”, "
                   "“workouts_completed_first_14_days”, “workout_minutes_first_14_days”; Outcome "
                   "“retained_d90”, “revenue_eur”; Segment “plan”; Date “signup_month”.\n");
  g_assert_nonnull (strstr (said->out, "People who did it 3 times or more in the first 14 days stay"));
  g_assert_nonnull (strstr (said->out, "in all 3 segments"));
}

static void
test_format (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (Said) said = NULL;
  g_autoptr (cJSON) root = NULL;

  write_file (self, "odd.txt", "1,5|2,5\n2,5|4,5\n3,5|5,5\n4,5|9,5\n5,5|9,0\n");
  said = run (self, 0, "evidence", "--format=json", "--delimiter=pipe", "--decimal=,", "--no-header",
              "--encoding=UTF-8", "--quote=none", "--candidate=Column 1", "--outcome=Column 2",
              "odd.txt", NULL);
  root = cJSON_Parse (said->out);
  assert_near (get_result (root, 0, 0), "n", 5, 0.5);
  g_assert_cmpfloat (get (get_result (root, 0, 0), "r")->valuedouble, >, 0.9);
}

static void
refuse (Fixture *self, int status, const char *expected, const char *option, const char *value)
{
  g_autoptr (Said) said = run (self, status, "evidence", option, value, "anscombe.csv", NULL);

  g_assert_cmpstr (said->err, ==, expected);
  g_assert_cmpstr (said->out, ==, "");
}

static void
test_refusals (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (Said) folder = NULL;
  g_autoptr (Said) none = NULL;
  g_autoptr (Said) both = NULL;

  write_file (self, "anscombe.csv", anscombe);
  refuse (self, 3, "nsm: There is no column “x” in anscombe.csv. Did you mean “x1”? There are: x1, "
                   "y1.\n", "--candidate", "x");
  refuse (self, 3, "nsm: There is no column “retention” in anscombe.csv. There are: x1, y1.\n",
          "--outcome", "retention");
  refuse (self, 3, "nsm: “joy” is no outcome: use retention, revenue, satisfaction or other.\n",
          "--outcome", "y1=joy");
  refuse (self, 3, "nsm: --delimiter can’t be “dot”; “nsm evidence --help” lists what it can be.\n",
          "--delimiter", "dot");
  refuse (self, 3, "nsm: “later” doesn’t say when “x1” was measured: use days since each customer’s "
                   "start such as 1-14, dates such as 2026-01-01..2026-03-31, or always.\n",
          "--measured", "x1=later");
  refuse (self, 3, "nsm: “decade” is no period: use day, week, month or quarter.\n", "--period",
          "decade");
  refuse (self, 3, "nsm: “tomorrow” is no date: write it as 2026-03-31.\n", "--changed", "tomorrow");
  none = run (self, 3, "evidence", "anscombe.csv", NULL);
  g_assert_nonnull (strstr (none->err, "Say which column is an outcome. The columns of anscombe.csv "
                                       "are: x1, y1.\n"));
  both = run (self, 3, "evidence", "--candidate=y1", "--outcome=y1", "anscombe.csv", NULL);
  g_assert_cmpstr (both->err, ==, "nsm: “y1” can’t be a candidate and an outcome at once.\n");
  folder = run (self, 2, "evidence", ".", NULL);
  g_assert_cmpstr (folder->out, ==, "");
  g_assert_cmpstr (folder->err, !=, "");
}

static void
write_workshop (Fixture *self, const char *name)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmMetric *metric = nsm_list_append_new (workshop->metrics, "name", "Visits", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  nsm_list_append_new (workshop->candidates, "metric", NSM_RECORD (metric)->id, NULL);
  bytes = nsm_codec_write (workshop, NULL);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static NsmWorkshop *
read_workshop (Fixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length;
  gboolean newer;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return nsm_codec_read (text, length, &newer, NULL);
}

static void
test_into (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (Said) unnamed = NULL;
  g_autoptr (Said) unknown = NULL;
  g_autoptr (Said) said = NULL;
  g_autoptr (Said) again = NULL;
  g_autoptr (NsmWorkshop) first = NULL;
  g_autoptr (NsmWorkshop) second = NULL;
  NsmEvidence *result;

  write_file (self, "anscombe.csv", anscombe);
  write_workshop (self, "w.nsm");
  unnamed = run (self, 3, "evidence", "--into=w.nsm", "--candidate=x1", "--outcome=y1",
                 "anscombe.csv", NULL);
  g_assert_cmpstr (unnamed->err, ==,
                   "nsm: Say which candidate the column “x1” of anscombe.csv stands for: --candidate "
                   "\"x1=NAME\". There are: “Visits”.\n");
  unknown = run (self, 3, "evidence", "--into=w.nsm", "--candidate=x1=Vists", "--outcome=y1",
                 "anscombe.csv", NULL);
  g_assert_cmpstr (unknown->err, ==,
                   "nsm: There is no candidate “Vists” in the workshop. There are: “Visits”.\n");
  said = run (self, 0, "evidence", "--into=w.nsm", "--candidate=x1=visits", "--outcome=y1",
              "anscombe.csv", NULL);
  first = read_workshop (self, "w.nsm");
  g_assert_cmpuint (nsm_list_get_size (first->datasets), ==, 1);
  g_assert_cmpuint (nsm_list_get_size (first->evidence), ==, 1);
  result = nsm_list_get (first->evidence, 0);
  g_assert_cmpfloat_with_epsilon (result->coefficient, 0.81642051634484003, 1e-12);
  g_assert_true (nsm_record_find (NSM_RECORD (first), result->candidate) ==
                 nsm_list_get (first->candidates, 0));
  /* The second time nothing has to be said again. */
  write_file (self, "anscombe.csv", "y1,x1\n1,9\n2,8\n3,7\n4,6.5\n5,5\n6,4\n");
  again = run (self, 0, "evidence", "--into=w.nsm", "anscombe.csv", NULL);
  g_assert_nonnull (strstr (again->out, "In the file before (anscombe.csv) it was r = .82, n = 11;"));
  g_assert_nonnull (strstr (again->out, "turned"));
  second = read_workshop (self, "w.nsm");
  g_assert_cmpuint (nsm_list_get_size (second->datasets), ==, 1);
  g_assert_cmpuint (nsm_list_get_size (second->evidence), ==, 1);
}

/* What would steer a terminal, or turn a line around, comes out of no cell and no name. */
static void
test_harmless (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const steering[] = { "\033", "\007", "\302\233", "\342\200\256",
                                          "\342\201\246" };
  g_autoptr (GString) text = g_string_new ("x\033[31m\342\200\256,retained,plan\n");
  g_autoptr (Said) plain = NULL;
  g_autoptr (Said) json = NULL;
  g_autoptr (cJSON) root = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (text, "%u,%u,%s\n", i % 9, i % 3 == 0,
                            i % 2 == 0 ? "\033[31mred\007" : "\302\2332J\342\200\256\342\201\246");
  write_file (self, "steering.csv", text->str);
  plain = run (self, 0, "evidence", "--segment=plan", "--outcome=retained", "steering.csv", NULL);
  json = run (self, 0, "evidence", "--format=json", "--segment=plan", "--outcome=retained",
              "steering.csv", NULL);
  root = cJSON_Parse (json->out);
  g_assert_nonnull (root);
  g_assert_cmpstr (get (get_result (root, 0, 1), "segment")->valuestring, ==, "[31mred");
  g_assert_cmpstr (get (get_result (root, 0, 2), "segment")->valuestring, ==,
                   "\302\2332J\342\200\256\342\201\246");
  for (guint i = 0; i < G_N_ELEMENTS (steering); i++)
    {
      g_assert_null (strstr (plain->out, steering[i]));
      g_assert_null (strstr (plain->err, steering[i]));
      g_assert_null (strstr (json->out, steering[i]));
      g_assert_null (strstr (json->err, steering[i]));
    }
}

int
main (int argc, char *argv[])
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/cli/evidence/known", test_known },       { "/cli/evidence/text", test_text },
    { "/cli/evidence/overlap", test_overlap },   { "/cli/evidence/guess", test_guess },
    { "/cli/evidence/format", test_format },     { "/cli/evidence/refusals", test_refusals },
    { "/cli/evidence/into", test_into },         { "/cli/evidence/harmless", test_harmless },
  };

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
