/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "findings/findings.h"
#include "method/step.h"
#include "method/versions.h"
#include "rounds/round.h"
#include "store/codec.h"

/* The workshops that ship with the program. */

static const char *const names[] = { "project-management", "fitness", "marketplace",
                                     "common-mistakes" };

typedef struct
{
  const char *name;
  char *text;
  gsize length;
  NsmWorkshop *workshop;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer name)
{
  g_autofree char *file = g_strdup_printf ("%s.nsm", (const char *) name);
  g_autofree char *path = g_build_filename (g_getenv ("NSM_DATA"), "examples", file, NULL);
  g_autoptr (GError) error = NULL;
  gboolean read_only = TRUE;

  fixture->name = name;
  g_file_get_contents (path, &fixture->text, &fixture->length, &error);
  g_assert_no_error (error);
  fixture->workshop = nsm_codec_read (fixture->text, fixture->length, &read_only, &error);
  g_assert_no_error (error);
  g_assert_false (read_only);
}

static void
tear_down (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  g_clear_object (&fixture->workshop);
  g_free (fixture->text);
}

static void
test_same_bytes (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsm_codec_write (fixture->workshop, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (fixture->text, fixture->length, g_bytes_get_data (bytes, NULL),
                   g_bytes_get_size (bytes));
}

/* What was made up is said so, in the file itself. */
static void
test_says_illustration (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  g_assert_true (g_str_has_prefix (fixture->workshop->notes, "Illustration: "));
}

/* The private rounds were really sealed, closed and revealed: the file proves it. */
static void
test_rounds_verify (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (nsm_list_get_size (fixture->workshop->rounds), >, 0);
  NSM_LIST_EACH (NsmRound, round, fixture->workshop->rounds)
    {
      g_assert_cmpint (round->state, ==, NSM_ROUND_STATE_REVEALED);
      nsm_round_verify (round, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (nsm_round_count_contributed (round), ==,
                        nsm_list_get_size (round->roster));
      g_assert_cmpuint (nsm_round_count_rejected (round), ==, 0);
    }
}

/* A finished workshop: nothing is missing, and the program finds nothing wrong. */
static void
test_final (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) findings = nsm_findings_collect (fixture->workshop);
  g_autoptr (GPtrArray) missing = nsm_findings_missing_for_final (fixture->workshop);

  g_assert_true (nsm_workshop_is_final (fixture->workshop));
  g_assert_cmpuint (nsm_workshop_get_version_number (fixture->workshop), ==, 1);
  g_assert_cmpstr (nsm_workshop_get_latest_version (fixture->workshop)->date, ==,
                   fixture->workshop->final_on);
  for (guint i = 0; i < missing->len; i++)
    g_test_message ("%s", (char *) missing->pdata[i]);
  g_assert_cmpuint (missing->len, ==, 0);
  for (guint i = 0; i < findings->len; i++)
    {
      NsmFinding *finding = findings->pdata[i];

      g_test_message ("%s", nsm_finding_get_message (finding));
      g_assert_cmpint (nsm_finding_get_severity (finding), !=, NSM_SEVERITY_ERROR);
    }
  for (guint step = 0; step < NSM_N_STEPS; step++)
    g_assert_cmpint (nsm_step_get_progress (fixture->workshop, step), ==, NSM_PROGRESS_DONE);
}

/* Each mistake that the example commits is found. */
static void
test_mistakes (Fixture *fixture, gconstpointer name G_GNUC_UNUSED)
{
  static const char *const rules[] = {
    "panel-alone",        "value-features",       "value-interviews",    "value-moments",
    "candidate-revenue",  "candidate-vanity",     "candidate-activity",  "candidate-no-unit",
    "candidate-no-window", "candidate-index",     "candidate-total",     "candidate-two-in-one",
    "candidate-vague",    "candidate-marketing",  "candidate-clause",    "candidate-sentence",
    "candidate-why-bad",  "candidates-number",    "evidence-overlap",    "evidence-none",
    "evidence-sign",      "evidence-rows",        "evidence-noise",      "evidence-slow",
    "scoring-calibration", "scoring-abstentions", "scoring-unscored",    "stress-not-run",
    "stress-failed",      "stress-refine",        "stress-counter-metric", "decision-not-top",
    "decision-reason",    "decision-weights",     "decision-misses",     "system-inputs",
    "system-owner",       "system-kpi",           "system-repeats",      "system-dimension",
    "system-question",    "system-weakness",      "definition-term",     "definition-meaning",
    "definition-cadence", "definition-source",    "definition-examples", "definition-owner",
    "definition-baseline", "commitment-block",    "commitment-review-time",
    "commitment-leadership", "commitment-revenue", "commitment-objection",
  };
  g_autoptr (GPtrArray) findings = nsm_findings_collect (fixture->workshop);
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < findings->len; i++)
    g_hash_table_add (found, (gpointer) nsm_finding_get_rule (findings->pdata[i]));
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!g_hash_table_contains (found, rules[i]))
      g_test_fail_printf ("%s isn’t found", rules[i]);
  g_assert_cmpint (nsm_workshop_get_version_state (fixture->workshop), ==, NSM_VERSION_STATE_DRAFT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *same = g_strdup_printf ("/examples/%s/same-bytes", names[i]);
      g_autofree char *notes = g_strdup_printf ("/examples/%s/says-illustration", names[i]);
      g_autofree char *rounds = g_strdup_printf ("/examples/%s/rounds-verify", names[i]);

      g_test_add (same, Fixture, names[i], set_up, test_same_bytes, tear_down);
      g_test_add (notes, Fixture, names[i], set_up, test_says_illustration, tear_down);
      g_test_add (rounds, Fixture, names[i], set_up, test_rounds_verify, tear_down);
    }
  g_test_add ("/examples/project-management/final", Fixture, names[0], set_up, test_final, tear_down);
  g_test_add ("/examples/fitness/final", Fixture, names[1], set_up, test_final, tear_down);
  g_test_add ("/examples/marketplace/final", Fixture, names[2], set_up, test_final, tear_down);
  g_test_add ("/examples/common-mistakes/found", Fixture, names[3], set_up, test_mistakes, tear_down);
  return g_test_run ();
}
