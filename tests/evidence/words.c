/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the figures say, word for word. */
#include <math.h>
#include <string.h>

#include "evidence/words.h"

typedef struct
{
  NsmWorkshop *workshop;
  NsmCandidate *candidate;
  NsmDataset *dataset;
  NsmColumn *column;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmMetric *metric;

  self->workshop = nsm_workshop_new ();
  metric = nsm_list_append_new (self->workshop->metrics, "name", "Workouts", NULL);
  self->candidate =
    nsm_list_append_new (self->workshop->candidates, "metric", NSM_RECORD (metric)->id, NULL);
  self->dataset = nsm_list_append_new (self->workshop->datasets, "name", "may.csv", "earlier-name",
                                       "april.csv", "period", NSM_WINDOW_WEEK, NULL);
  self->column = nsm_list_append_new (self->dataset->columns, "name", "workouts_completed", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_object_unref (self->workshop);
}

/* A result of all rows about retention: r = .42, n = 480. */
static NsmEvidence *
add (Fixture *self, double r, double low, double high, double n)
{
  return nsm_list_append_new (
    self->workshop->evidence, "candidate", NSM_RECORD (self->candidate)->id, "outcome",
    NSM_OUTCOME_RETENTION, "outcome-name", "Retained d90", "coefficient", r, "low", low, "high",
    high, "rows", n, "dataset", NSM_RECORD (self->dataset)->id, "column", "workouts_completed",
    "outcome-column", "retained_d90", NULL);
}

static NsmEvidence *
add_group (Fixture *self, const char *group, double r, double low, double high)
{
  NsmEvidence *result = add (self, r, low, high, 100);

  g_object_set (result, "group", group, NULL);
  return result;
}

static void
expect (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

#define EXPECT_VERDICT(expected) \
  expect (nsm_candidate_dup_evidence_verdict (self->candidate), expected)
#define EXPECT_SUGGESTED(expected)                                              \
  g_assert_cmpuint (nsm_candidate_get_suggested_verdict (self->candidate), ==, \
                    NSM_EVIDENCE_VERDICT_##expected)

static void
test_reading (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmEvidence *result = add (self, 0.42, 0.35, 0.49, 480);

  expect (nsm_evidence_dup_reading (result), "r = .42, 95 % [.35, .49], n = 480: strong");
  g_object_set (result, "coefficient", -0.35, "low", -0.42, "high", -0.28, NULL);
  expect (nsm_evidence_dup_reading (result),
          "r = −.35, 95 % [−.42, −.28], n = 480: clear, and the other way round");
  g_object_set (result, "coefficient", 0.25, "low", -0.1, "high", 0.5, "rows", 20.0, NULL);
  expect (nsm_evidence_dup_reading (result), "r = .25, 95 % [−.10, .50], n = 20: some, but the "
                                             "interval includes zero: chance alone could explain it");
  g_object_set (result, "coefficient", 0.9, "low", NAN, "high", NAN, "rows", 3.0, NULL);
  expect (nsm_evidence_dup_reading (result), "r = .90, n = 3: strong, but too few for an interval");
  g_object_set (result, "coefficient", 0.62, "rows", 24.0, "lag-periods", 2.0, "probability", 0.012,
                NULL);
  expect (nsm_evidence_dup_reading (result), "r = .62 of the changes, n = 24, p = .012: strong");
  g_object_set (result, "probability", 0.4, NULL);
  expect (nsm_evidence_dup_reading (result),
          "r = .62 of the changes, n = 24, p = .400: strong, but chance alone could explain it");
  g_object_set (result, "probability", 0.0001, NULL);
  expect (nsm_evidence_dup_reading (result), "r = .62 of the changes, n = 24, p < .001: strong");
  g_object_set (result, "coefficient", NAN, "problem",
                "No variation: “workouts” is the same in every row.", NULL);
  expect (nsm_evidence_dup_reading (result), "No variation: “workouts” is the same in every row.");
}

static void
test_what (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmEvidence *result = add (self, 0.42, 0.35, 0.49, 480);

  expect (nsm_evidence_dup_what (result), "Retained d90");
  g_object_set (result, "group", "Pro", "source", "may.csv", NULL);
  expect (nsm_evidence_dup_what (result), "Retained d90 · only Pro · may.csv");
  g_object_set (result, "group", "", "source", "", "lag-periods", 2.0, NULL);
  expect (nsm_evidence_dup_what (result), "Retained d90 · 2 weeks later");
  g_object_set (result, "coefficient", 0.62, "low", NAN, "high", NAN, "rows", 37.0, "probability",
                0.0001, NULL);
  EXPECT_VERDICT ("It goes along strongly with “Retained d90” (r = .62 of the changes, n = 37, "
                  "p < .001, 2 weeks later).");
  g_object_set (result, "lag-periods", 0.0, NULL);
  expect (nsm_evidence_dup_what (result), "Retained d90 · at the same time");
  g_object_set (result, "lag-periods", NAN, "timing-unsaid", TRUE, NULL);
  expect (nsm_evidence_dup_what (result), "Retained d90 · nobody said when it was measured");
  g_object_set (result, "timing-unsaid", FALSE, "overlaps", TRUE, NULL);
  expect (nsm_evidence_dup_what (result),
          "Retained d90 · measured over the outcome’s own time, so it proves little");
}

/* The known answer: 180, 70, 83, 667. */
static NsmEvidence *
add_thresholds (Fixture *self)
{
  NsmEvidence *result = add (self, 0.42, 0.35, 0.49, 1000);

  nsm_list_append_new (result->thresholds, "at-least", 1.0, "did", 600.0, "others", 400.0, "phi",
                       0.2, "ppv", 0.4, "npv", 0.7, NULL);
  nsm_list_append_new (result->thresholds, "at-least", 3.0, "did", 250.0, "others", 750.0, "phi",
                       0.5993, "ppv", 0.72, "npv", 667 / 750.0, NULL);
  return result;
}

static void
test_threshold (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmEvidence *none = add (self, 0.1, 0.05, 0.2, 1000);
  NsmEvidence *result = add_thresholds (self);

  g_assert_null (nsm_evidence_dup_threshold (none));
  expect (nsm_evidence_dup_threshold (result),
          "People who did it 3 times or more stay in 72 %, the others in 11 % (φ = .60: strong).");
  g_object_set (self->column, "timing", NSM_TIMING_DAYS, "from-day", 1.0, "to-day", 14.0, NULL);
  expect (nsm_evidence_dup_threshold (result),
          "People who did it 3 times or more in the first 14 days stay in 72 %, the others in 11 % "
          "(φ = .60: strong).");
  g_object_set (self->column, "from-day", 8.0, NULL);
  expect (nsm_evidence_dup_threshold (result),
          "People who did it 3 times or more from day 8 to day 14 stay in 72 %, the others in 11 % "
          "(φ = .60: strong).");
  g_object_set (self->column, "timing", NSM_TIMING_DATES, "from-date", "2026-01-01", "to-date",
                "2026-03-31", "unit", "min", NULL);
  expect (nsm_evidence_dup_threshold (result),
          "People with 3 min or more from 2026-01-01 to 2026-03-31 stay in 72 %, the others in "
          "11 % (φ = .60: strong).");
  g_object_set (self->column, "timing", NSM_TIMING_WHOLE_LIFE, "unit", "", NULL);
  expect (nsm_evidence_dup_threshold (result),
          "People who did it 3 times or more in all their time stay in 72 %, the others in 11 % "
          "(φ = .60: strong).");
  g_object_set (self->column, "timing", NSM_TIMING_UNSET, NULL);
  g_object_set (result, "outcome-name", "Churned (1 = left)", "less-is-better", TRUE, NULL);
  expect (nsm_evidence_dup_threshold (result),
          "Of people who did it 3 times or more, “Churned (1 = left)” is true of 72 %, of the "
          "others 11 % (φ = .60: strong).");
  g_object_set (nsm_list_get (result->thresholds, 1), "at-least", 0.5, NULL);
  expect (nsm_evidence_dup_threshold (result),
          "Of people with 0.5 or more, “Churned (1 = left)” is true of 72 %, of the others 11 % "
          "(φ = .60: strong).");
  g_object_set (nsm_list_get (result->thresholds, 1), "at-least", 1.0, NULL);
  g_object_set (result, "less-is-better", FALSE, NULL);
  expect (nsm_evidence_dup_threshold (result),
          "People who did it 1 time or more stay in 72 %, the others in 11 % (φ = .60: strong).");
  g_object_set (self->column, "name", "age", NULL);
  g_object_set (result, "column", "age", NULL);
  expect (nsm_evidence_dup_threshold (result),
          "People with 1 or more stay in 72 %, the others in 11 % (φ = .60: strong).");
  g_object_set (self->column, "truth", TRUE, NULL);
  expect (nsm_evidence_dup_threshold (result),
          "People who did it stay in 72 %, the others in 11 % (φ = .60: strong).");
  g_object_set (result, "less-is-better", TRUE, "outcome-name", "Churned", NULL);
  expect (nsm_evidence_dup_threshold (result),
          "Of people who did it, “Churned” is true of 72 %, of the others 11 % (φ = .60: strong).");
}

static void
test_change (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmEvidence *result = add (self, 0.42, 0.35, 0.49, 480);

  g_assert_null (nsm_evidence_dup_change (result));
  g_object_set (result, "earlier-coefficient", 0.4, "earlier-rows", 300.0, NULL);
  expect (nsm_evidence_dup_change (result),
          "In the file before (april.csv) it was r = .40, n = 300; now it is r = .42, n = 480. "
          "That is about the same.");
  g_object_set (result, "earlier-coefficient", 0.2, NULL);
  expect (nsm_evidence_dup_change (result),
          "In the file before (april.csv) it was r = .20, n = 300; now it is r = .42, n = 480. It "
          "is stronger now.");
  g_object_set (result, "earlier-coefficient", 0.6, NULL);
  expect (nsm_evidence_dup_change (result),
          "In the file before (april.csv) it was r = .60, n = 300; now it is r = .42, n = 480. It "
          "is weaker now.");
  g_object_set (result, "earlier-coefficient", -0.3, NULL);
  expect (nsm_evidence_dup_change (result),
          "In the file before (april.csv) it was r = −.30, n = 300; now it is r = .42, n = 480. It "
          "turned round.");
  g_object_set (result, "coefficient", NAN, NULL);
  expect (nsm_evidence_dup_change (result),
          "In the file before (april.csv) it was r = −.30, n = 300; now there is no figure.");
}

static void
test_refusal (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmEvidence *result = add (self, 0.81, 0.75, 0.85, 480);

  g_assert_null (nsm_evidence_dup_refusal (result));
  g_object_set (result, "overlaps", TRUE, NULL);
  expect (nsm_evidence_dup_refusal (result),
          "No evidence: it was counted over the same time as “Retained d90”. People who stayed "
          "longer did more of everything, so even what has nothing to do with staying goes along "
          "with it. Count it before the outcome, among people who were still there.");
  EXPECT_VERDICT ("No evidence yet: it was counted over the same time as the outcome, and people "
                  "who stayed longer did more of everything.");
  EXPECT_SUGGESTED (UNSET);
}

static void
test_nothing (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmEvidence *result;

  EXPECT_VERDICT ("No result yet.");
  EXPECT_SUGGESTED (UNSET);
  g_object_set (self->candidate, "instrument-plan", "An event in the app", NULL);
  EXPECT_VERDICT ("It can’t be measured yet; how it would be is written down.");
  EXPECT_SUGGESTED (UNMEASURED);
  result = add (self, NAN, NAN, NAN, NAN);
  EXPECT_VERDICT ("Looked at, without a correlation: what it shows is for you to judge.");
  EXPECT_SUGGESTED (UNSET);
  g_object_set (result, "problem", "No row has both “a” and “b”.", NULL);
  EXPECT_VERDICT ("No row has both “a” and “b”.");
  EXPECT_SUGGESTED (UNSET);
}

static void
test_hidden (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  add (self, -0.05, -0.14, 0.04, 480);
  add_group (self, "Free", 0.4, 0.2, 0.6);
  add_group (self, "Team", 0.1, -0.1, 0.3);
  add_group (self, "Pro", 0.5, 0.3, 0.6);
  EXPECT_VERDICT ("No meaningful correlation with “Retained d90” (r = −.05, 95 % [−.14, .04], "
                  "n = 480); in “Free” and “Pro” there is one.");
  EXPECT_SUGGESTED (UNCLEAR);
}

static void
test_supports (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmEvidence *result = add (self, 0.42, 0.35, 0.49, 480);

  EXPECT_VERDICT ("It goes along strongly with “Retained d90” (r = .42, 95 % [.35, .49], n = 480).");
  EXPECT_SUGGESTED (SUPPORTS);
  add_group (self, "Free", 0.4, 0.2, 0.6);
  add_group (self, "Pro", 0.5, 0.3, 0.6);
  EXPECT_VERDICT ("It goes along strongly with “Retained d90” (r = .42, 95 % [.35, .49], n = 480), "
                  "in both segments.");
  EXPECT_SUGGESTED (SUPPORTS);
  add_group (self, "Team", 0.1, -0.1, 0.3);
  EXPECT_VERDICT ("It goes along strongly with “Retained d90” (r = .42, 95 % [.35, .49], n = 480); "
                  "in “Team” it can’t be seen.");
  EXPECT_SUGGESTED (SUPPORTS);
  add_group (self, "Trial", -0.3, -0.5, -0.1);
  add_group (self, "Student", -0.3, -0.5, -0.1);
  EXPECT_VERDICT ("It goes along strongly with “Retained d90” (r = .42, 95 % [.35, .49], n = 480); "
                  "it turns round in “Trial” and “Student”; in “Team” it can’t be seen.");
  EXPECT_SUGGESTED (UNCLEAR);
  g_object_set (result, "coefficient", 0.15, "low", 0.1, "high", 0.2, NULL);
  g_assert_true (nsm_evidence_is_meaningful (result));
}

static void
test_cautions (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmEvidence *result = add (self, 0.25, 0.2, 0.3, 480);

  g_object_set (result, "timing-unsaid", TRUE, NULL);
  EXPECT_VERDICT ("It goes along somewhat with “Retained d90” (r = .25, 95 % [.20, .30], n = 480). "
                  "Nobody said when each was measured: over the same time it would show nothing.");
  EXPECT_SUGGESTED (UNCLEAR);
  g_object_set (result, "timing-unsaid", FALSE, "rows", 12.0, "coefficient", 0.8, "low", 0.42,
                "high", 0.94, NULL);
  EXPECT_VERDICT ("It goes along strongly with “Retained d90” (r = .80, 95 % [.42, .94], n = 12); "
                  "with so few rows that proves little.");
  EXPECT_SUGGESTED (UNCLEAR);
  g_object_set (result, "rows", 480.0, "coefficient", 0.05, "low", -0.04, "high", 0.14, NULL);
  EXPECT_VERDICT ("No meaningful correlation with “Retained d90” (r = .05, 95 % [−.04, .14], "
                  "n = 480).");
  EXPECT_SUGGESTED (UNCLEAR);
}

static void
test_against (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmEvidence *result = add (self, -0.35, -0.4, -0.3, 480);
  NsmEvidence *revenue;

  EXPECT_VERDICT ("More of it goes along clearly with less of “Retained d90” (r = −.35, 95 % "
                  "[−.40, −.30], n = 480).");
  EXPECT_SUGGESTED (AGAINST);
  /* Less churn is good, and nothing is turned round in silence. */
  g_object_set (result, "outcome-name", "Churned (1 = left)", "less-is-better", TRUE, NULL);
  EXPECT_VERDICT ("More of it goes along clearly with less of “Churned (1 = left)” (r = −.35, 95 % "
                  "[−.40, −.30], n = 480), which is good.");
  EXPECT_SUGGESTED (SUPPORTS);
  g_object_set (result, "coefficient", 0.35, "low", 0.3, "high", 0.4, NULL);
  EXPECT_VERDICT ("It goes along clearly with “Churned (1 = left)” (r = .35, 95 % [.30, .40], "
                  "n = 480), of which less is better.");
  EXPECT_SUGGESTED (AGAINST);
  revenue = add (self, 0.5, 0.45, 0.55, 480);
  g_object_set (revenue, "outcome", NSM_OUTCOME_REVENUE, "outcome-name", "", NULL);
  EXPECT_VERDICT ("It goes along strongly with “Revenue” (r = .50, 95 % [.45, .55], n = 480). It "
                  "goes along clearly with “Churned (1 = left)” (r = .35, 95 % [.30, .40], "
                  "n = 480), of which less is better.");
  EXPECT_SUGGESTED (UNCLEAR);
}

/* Of many outcomes the strongest of each kind, and what says the opposite. */
static void
test_many (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmEvidence *revenue;

  add (self, 0.42, 0.35, 0.49, 480);
  g_object_set (add (self, 0.41, 0.34, 0.48, 480), "outcome-name", "Retained d30", NULL);
  revenue = add (self, 0.35, 0.3, 0.4, 480);
  g_object_set (revenue, "outcome", NSM_OUTCOME_REVENUE, "outcome-name", "Revenue", NULL);
  EXPECT_VERDICT ("It goes along strongly with “Retained d90” (r = .42, 95 % [.35, .49], n = 480). "
                  "It goes along clearly with “Revenue” (r = .35, 95 % [.30, .40], n = 480).");
  g_object_set (add (self, -0.2, -0.3, -0.1, 480), "outcome-name", "Renewed", NULL);
  EXPECT_VERDICT ("It goes along strongly with “Retained d90” (r = .42, 95 % [.35, .49], n = 480). "
                  "It goes along clearly with “Revenue” (r = .35, 95 % [.30, .40], n = 480). More of "
                  "it goes along somewhat with less of “Renewed” (r = −.20, 95 % [−.30, −.10], "
                  "n = 480).");
  EXPECT_SUGGESTED (UNCLEAR);
}

/* One outcome that goes along, one that doesn't: it supports; what is refused is left out. */
static void
test_mixed (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmEvidence *revenue;

  add (self, 0.42, 0.35, 0.49, 480);
  revenue = add (self, 0.05, -0.04, 0.14, 480);
  g_object_set (revenue, "outcome", NSM_OUTCOME_REVENUE, "outcome-name", "Revenue", NULL);
  EXPECT_VERDICT ("It goes along strongly with “Retained d90” (r = .42, 95 % [.35, .49], n = 480). "
                  "No meaningful correlation with “Revenue” (r = .05, 95 % [−.04, .14], n = 480).");
  EXPECT_SUGGESTED (SUPPORTS);
  g_object_set (revenue, "coefficient", 0.3, "low", 0.2, "high", 0.4, "timing-unsaid", TRUE, NULL);
  EXPECT_VERDICT ("It goes along strongly with “Retained d90” (r = .42, 95 % [.35, .49], n = 480). "
                  "It goes along clearly with “Revenue” (r = .30, 95 % [.20, .40], n = 480). Nobody "
                  "said whether it was measured before “Revenue”: over the same time it would show "
                  "nothing.");
  EXPECT_SUGGESTED (SUPPORTS);
  g_object_set (revenue, "overlaps", TRUE, NULL);
  EXPECT_VERDICT ("It goes along strongly with “Retained d90” (r = .42, 95 % [.35, .49], n = 480). "
                  "What was counted over the outcome’s own time is left out.");
  EXPECT_SUGGESTED (SUPPORTS);
}

int
main (int argc, char *argv[])
{
  static const struct { const char *path; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "/evidence/words/reading", test_reading },     { "/evidence/words/what", test_what },
    { "/evidence/words/threshold", test_threshold }, { "/evidence/words/change", test_change },
    { "/evidence/words/refusal", test_refusal },     { "/evidence/words/nothing", test_nothing },
    { "/evidence/words/hidden", test_hidden },       { "/evidence/words/supports", test_supports },
    { "/evidence/words/cautions", test_cautions },
    { "/evidence/words/against", test_against },     { "/evidence/words/mixed", test_mixed },
    { "/evidence/words/many", test_many },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
