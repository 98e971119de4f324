/* SPDX-License-Identifier: GPL-3.0-or-later */
/* nsm score: everything that the page of scores shows, and nothing by person of a
 * round that promised no names. */
#include <math.h>
#include <string.h>

#include <cjson/cJSON.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "analysis/agreement.h"
#include "model/workshop.h"
#include "rounds/round.h"
#include "store/codec.h"

static const char *program;

typedef struct
{
  NsmWorkshop *workshop;
  char *path;
} Fixture;

/* The mark of one person in one cell: no two people agree everywhere, the second round
 * isn't the first, and the third person abstains from one cell. */
static double
get_mark (guint round, guint person, guint candidate, guint criterion)
{
  if (person == 2 && candidate == 1 && criterion == 1)
    return NAN;
  return 1 + (person * 3 + candidate * (round + 2) + criterion * 2) % 5;
}

static void
add_round (Fixture *fixture, NsmPrivacy privacy, guint number)
{
  static const char *const people[] = { "Mei", "Luis", "Ana", "Jonas" };
  NsmRound *round = nsm_list_append_new (
    fixture->workshop->rounds, "kind", NSM_ROUND_KIND_SCORES, "state", NSM_ROUND_STATE_REVEALED,
    "number", (double) number, "privacy", privacy, NULL);

  for (guint k = 0; k < 2; k++)
    {
      const char *id = k == 0 ? "leading" : "simple";

      nsm_list_append_new (round->aspects, "aspect", id, "name", id, "weight", 1.0 + k, NULL);
    }
  for (guint c = 0; c < 4; c++)
    {
      g_autofree char *id = g_strdup_printf ("candidate-%u", c);

      nsm_list_append_new (round->subjects, "subject", id, "title", id, "calibration", c == 3, NULL);
    }
  for (guint p = 0; p < 4; p++)
    {
      g_autofree char *id = g_strdup_printf ("id-of-%s", people[p]);
      NsmAnswer *answer = nsm_list_append_new (round->answers, "person", id, NULL);

      if (privacy == NSM_PRIVACY_NAMED)
        nsm_list_append_new (round->roster, "person", id, "name", people[p], NULL);
      for (guint i = 0; i < 4 * 2; i++)
        {
          g_autofree char *candidate = g_strdup_printf ("candidate-%u", i / 2);
          double mark = get_mark (number, p, i / 2, i % 2);

          nsm_list_append_new (answer->entries, "subject", candidate, "aspect",
                               i % 2 == 0 ? "leading" : "simple", "mark", mark, "abstained",
                               isnan (mark), "confidence", NSM_CONFIDENCE_HIGH, "text",
                               p == 1 ? "Too late" : "", NULL);
        }
    }
}

static void
set_up (Fixture *fixture, gconstpointer privacy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int fd = g_file_open_tmp ("score-XXXXXX.nsm", &fixture->path, NULL);

  g_close (fd, NULL);
  fixture->workshop = nsm_workshop_new ();
  add_round (fixture, GPOINTER_TO_UINT (privacy), 1);
  add_round (fixture, GPOINTER_TO_UINT (privacy), 2);
  nsm_list_append_new (fixture->workshop->conclusions, "round", 2.0, "candidate", "candidate-0",
                       "criterion", "leading", "resolution", NSM_RESOLUTION_CRITERION, "agreed", 4.0,
                       "again", TRUE, "text", "Ask again", NULL);
  bytes = nsm_codec_write (fixture->workshop, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (fixture->path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer privacy G_GNUC_UNUSED)
{
  g_remove (fixture->path);
  g_free (fixture->path);
  g_object_unref (fixture->workshop);
}

static char *
run (Fixture *fixture, const char *option, const char *other, int expected)
{
  const char *words[] = { program, "score", fixture->path, option, other, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (
    words, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  char *out = NULL;

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, expected);
  return out;
}

static cJSON *
run_json (Fixture *fixture, const char *option)
{
  g_autofree char *out = run (fixture, "--format=json", option, 0);
  cJSON *json = cJSON_Parse (out);

  g_assert_nonnull (json);
  return json;
}

/* "candidates.0.title": members and places in lists. */
static cJSON *
find (cJSON *json, const char *path)
{
  g_auto (GStrv) words = g_strsplit (path, ".", -1);

  for (guint i = 0; words[i] != NULL && json != NULL; i++)
    json = g_ascii_isdigit (words[i][0]) ? cJSON_GetArrayItem (json, atoi (words[i]))
                                         : cJSON_GetObjectItemCaseSensitive (json, words[i]);
  return json;
}

static const char *
get_text (cJSON *json, const char *path)
{
  cJSON *item = find (json, path);

  g_assert_true (cJSON_IsString (item));
  return item->valuestring;
}

static double
get_number (cJSON *json, const char *path)
{
  cJSON *item = find (json, path);

  g_assert_true (cJSON_IsNumber (item));
  return item->valuedouble;
}

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

static void
test_marks (Fixture *fixture, gconstpointer privacy G_GNUC_UNUSED)
{
  NsmRound *round = nsm_list_get (fixture->workshop->rounds, 1);
  g_autoptr (NsmScores) scores = nsm_scores_new (round);
  cJSON *json = run_json (fixture, NULL);

  NEAR (get_number (json, "round.number"), 2);
  NEAR (get_number (json, "people"), 4);
  g_assert_cmpstr (get_text (json, "participants.0.name"), ==, "Mei");
  NEAR (get_number (json, "criteria.1.weight"), 2);
  g_assert_cmpint (cJSON_GetArraySize (find (json, "candidates")), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      cJSON *candidate = find (find (json, "candidates"), i == 0   ? "0"
                                                          : i == 1 ? "1"
                                                          : i == 2 ? "2"
                                                                   : "3");
      guint c = nsm_scores_get_nth (scores, i);

      g_assert_cmpstr (get_text (candidate, "id"), ==, nsm_scores_get_candidate_id (scores, c));
      NEAR (get_number (candidate, "score"), nsm_scores_get_total (scores, c));
      NEAR (get_number (candidate, "agreed_score"), nsm_scores_get_agreed_total (scores, c));
      NEAR (get_number (candidate, "people.1.score"), nsm_scores_get_person_total (scores, 1, c));
      for (guint k = 0; k < 2; k++)
        {
          const NsmCell *cell = nsm_scores_get_cell (scores, c, k);
          cJSON *from = find (find (candidate, "criteria"), k == 0 ? "0" : "1");

          NEAR (get_number (from, "n"), cell->n);
          NEAR (get_number (from, "abstained"), cell->n_abstained);
          NEAR (get_number (from, "mean"), cell->mean);
          NEAR (get_number (from, "median"), cell->median);
          NEAR (get_number (from, "q1"), cell->q1);
          NEAR (get_number (from, "q3"), cell->q3);
          NEAR (get_number (from, "r_wg"), cell->r_wg);
          NEAR (get_number (from, "marks.3.mark"), nsm_scores_get_mark (scores, 3, c, k));
          g_assert_cmpstr (get_text (from, "marks.3.confidence"), ==, "high");
          g_assert_cmpstr (get_text (from, "marks.1.reason"), ==, "Too late");
          g_assert_cmpstr (get_text (from, "marks.1.person"), ==, "id-of-Luis");
        }
    }
  cJSON_Delete (json);
}

static void
test_figures (Fixture *fixture, gconstpointer privacy G_GNUC_UNUSED)
{
  cJSON *json = run_json (fixture, NULL), *item;
  g_autofree char *out = run (fixture, "--format=json", NULL, 0);
  g_autofree char *again = run (fixture, "--format=json", NULL, 0);
  gboolean concluded = FALSE;

  g_assert_cmpstr (out, ==, again);
  g_assert_true (cJSON_IsBool (find (json, "agreement.defined")));
  g_assert_nonnull (strstr (get_text (json, "agreement.r_wg_caution"), "4 people"));
  g_assert_true (cJSON_IsNumber (find (json, "agreement.alpha")));
  cJSON_ArrayForEach (item, find (json, "discuss_first"))
    {
      g_assert_cmpstr (get_text (item, "why"), !=, "");
      g_assert_cmpfloat (get_number (item, "lowest.mark"), <, get_number (item, "highest.mark"));
      g_assert_cmpstr (get_text (item, "lowest.people.0.person"), !=, "");
      if (find (item, "conclusion") != NULL)
        {
          concluded = TRUE;
          g_assert_cmpstr (get_text (item, "conclusion.resolution"), ==, "criterion-unclear");
        }
    }
  g_assert_true (concluded);
  NEAR (get_number (json, "conclusions.0.agreed"), 4);
  g_assert_true (cJSON_IsTrue (find (json, "conclusions.0.again")));
  g_assert_cmpstr (get_text (json, "robustness.firmness"), !=, "");
  g_assert_cmpint (cJSON_GetArraySize (find (json, "robustness.leave_one_out.people")), ==, 4);
  g_assert_cmpint (cJSON_GetArraySize (find (json, "robustness.shares.0.ranks_in_weightings")), ==, 3);
  NEAR (get_number (json, "robustness.with_agreed_marks.n"), 1);
  g_assert_nonnull (find (json, "robustness.one_step_flips"));
  g_assert_cmpstr (get_text (json, "robustness.runner_up_needs.sentence"), !=, "");
  g_assert_cmpstr (get_text (json, "calibration.0.candidate"), ==, "candidate-3");
  NEAR (get_number (json, "methods.seed"), (double) NSM_SEED);
  NEAR (get_number (json, "methods.n_resamples"), 35);
  NEAR (get_number (json, "methods.n_weightings"), 20000);
  cJSON_Delete (json);
}

static void
test_movement (Fixture *fixture, gconstpointer privacy G_GNUC_UNUSED)
{
  cJSON *json = run_json (fixture, NULL);
  cJSON *first = run_json (fixture, "--round=scores-1");
  g_autofree char *none = run (fixture, "--round", "scores-9", 1);

  NEAR (get_number (json, "movement.since_number"), 1);
  g_assert_cmpstr (get_text (json, "movement.headline"), !=, "");
  g_assert_cmpint (cJSON_GetArraySize (find (json, "movement.cells")), ==, 8);
  g_assert_cmpint (cJSON_GetArraySize (find (json, "movement.ranks")), ==, 3);
  g_assert_cmpstr (get_text (json, "movement.moves.0.sentence"), !=, "");
  g_assert_nonnull (find (json, "movement.toward_whom"));
  NEAR (get_number (first, "round.number"), 1);
  g_assert_true (cJSON_IsNull (find (first, "movement")));
  g_assert_cmpint (cJSON_GetArraySize (find (first, "conclusions")), ==, 0);
  g_assert_cmpstr (none, ==, "");
  cJSON_Delete (first);
  cJSON_Delete (json);
}

/* Nothing that was promised to nobody's knowledge, in either form. */
static void
test_nameless (Fixture *fixture, gconstpointer privacy G_GNUC_UNUSED)
{
  static const char *const kept[] = { "Mei",       "Luis", "Ana",     "Jonas",   "id-of", "person\"",
                                      "\"without", "Answer 1", "\"moves", "toward_whom" };
  cJSON *json = run_json (fixture, NULL), *item;
  g_autofree char *out = run (fixture, "--format=json", NULL, 0);
  g_autofree char *text = run (fixture, NULL, NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_assert_null (strstr (out, kept[i]));
      g_assert_null (strstr (text, kept[i]));
    }
  g_assert_null (find (json, "participants"));
  cJSON_ArrayForEach (item, find (json, "candidates"))
    {
      cJSON *cell, *mark;

      g_assert_null (find (item, "people"));
      cJSON_ArrayForEach (cell, find (item, "criteria"))
        {
          double before = 0;

          g_assert_cmpint (cJSON_GetArraySize (find (cell, "marks")), ==,
                           (int) get_number (cell, "n"));
          cJSON_ArrayForEach (mark, find (cell, "marks"))
            {
              g_assert_cmpfloat (get_number (mark, "mark"), >=, before);
              before = get_number (mark, "mark");
            }
          g_assert_cmpstr (get_text (cell, "reasons.0"), ==, "Too late");
        }
    }
  cJSON_Delete (json);
}

static void
test_text (Fixture *fixture, gconstpointer privacy G_GNUC_UNUSED)
{
  static const char *const shown[] = { "Scores, round 2: 4 people", "Agreed", "bad on purpose",
                                       "Discuss first", "Agreement", "Since “Scores, round 1”",
                                       "The criterion was unclear", "Ask again", "agreed on 4",
                                       "Deliberately bad", "Mei" };
  g_autofree char *text = run (fixture, NULL, NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    g_assert_nonnull (strstr (text, shown[i]));
}

int
main (int argc, char **argv)
{
  const gpointer named = GUINT_TO_POINTER (NSM_PRIVACY_NAMED);
  const gpointer unnamed = GUINT_TO_POINTER (NSM_PRIVACY_UNNAMED);

  g_test_init (&argc, &argv, NULL);
  program = argv[1];
  g_test_add ("/score/marks", Fixture, named, set_up, test_marks, tear_down);
  g_test_add ("/score/figures", Fixture, named, set_up, test_figures, tear_down);
  g_test_add ("/score/movement", Fixture, named, set_up, test_movement, tear_down);
  g_test_add ("/score/nameless", Fixture, unnamed, set_up, test_nameless, tear_down);
  g_test_add ("/score/text", Fixture, named, set_up, test_text, tear_down);
  return g_test_run ();
}
