/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sound.h"

#include <glib/gstdio.h>
#include <math.h>

#include "method/candidates.h"
#include "method/workshop-new.h"
#include "rounds/round.h"

NsmCandidate *
get_star (NsmWorkshop *workshop)
{
  return nsm_list_get (workshop->candidates, 0);
}

NsmMetric *
get_star_metric (NsmWorkshop *workshop)
{
  return nsm_candidate_get_metric (get_star (workshop));
}

static NsmCandidate *
add_candidate (NsmWorkshop *workshop, NsmCandidateKind kind, const char *name, const char *unit,
               const char *statement)
{
  NsmCandidate *candidate = nsm_workshop_add_candidate (workshop, kind);

  g_object_set (nsm_candidate_get_metric (candidate), "name", name, "unit", unit,
                "window", NSM_WINDOW_MONTH, "statement", statement, NULL);
  if (kind == NSM_CANDIDATE_KIND_BAD)
    g_object_set (candidate, "why-bad", "A confusing page gets more of them", NULL);
  else
    g_object_set (candidate, "value-captured", "Work is done", "why-leading", "Those who finish stay",
                  "more-value", NSM_CLAUSE_YES, "business-grows", NSM_CLAUSE_YES,
                  "evidence-verdict", NSM_EVIDENCE_VERDICT_SUPPORTS, "evidence-why", "r = .78",
                  "noise", 0.1, "react-months", 1.0, NULL);
  return candidate;
}

static char *
make_id (const char *kind, guint n)
{
  return g_strdup_printf ("%s-%u", kind, n);
}

static void
cast (NsmWorkshop *workshop, NsmRound *round, const char *person)
{
  static const double marks[N_CANDIDATES] = { 5, 4, 3, 1 };
  g_autoptr (NsmAnswer) answer = g_object_new (NSM_TYPE_ANSWER, "person", person, NULL);

  for (guint c = 0; c < N_CANDIDATES; c++)
    for (guint k = 0; k < N_CRITERIA; k++)
      nsm_list_append_new (answer->entries,
                           "subject", NSM_RECORD (nsm_list_get (workshop->candidates, c))->id,
                           "aspect",
                           NSM_RECORD (nsm_list_get (workshop->scorecard->criteria, k))->id,
                           "mark", marks[c], NULL);
  g_assert_true (nsm_round_cast (round, answer, NULL, NULL));
}

/* Really sealed, closed and revealed: a rule looks whether it was. */
static void
add_scores (NsmWorkshop *workshop)
{
  g_autofree char *directory = g_dir_make_tmp ("nsm-sound-XXXXXX", NULL);
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (directory);
  g_autoptr (GError) error = NULL;
  NsmRound *round = nsm_round_open (workshop, NSM_ROUND_KIND_SCORES, keys, &error);

  g_assert_no_error (error);
  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      cast (workshop, round, entry->person);
    }
  g_assert_true (nsm_round_close (round, &error) && nsm_round_reveal (round, keys, &error));
  g_assert_true (nsm_round_forget_key (round, keys, &error));
  g_rmdir (directory);
}

void
set_mark (NsmWorkshop *workshop, guint person, guint candidate, guint criterion, double mark)
{
  NsmRound *round = nsm_list_get (workshop->rounds, 0);
  NsmAnswer *answer = nsm_list_get (round->answers, person);
  NsmEntry *entry = nsm_list_get (answer->entries, candidate * N_CRITERIA + criterion);

  g_object_set (entry, "mark", mark, "abstained", isnan (mark), NULL);
}

static void
add_system (NsmWorkshop *workshop)
{
  static const struct
  {
    const char *name;
    const char *owner;
    NsmDimension dimension;
  } inputs[] = {
    { "New teams that set up", "Onboarding", NSM_DIMENSION_BREADTH },
    { "Templates used by each team", "Templates", NSM_DIMENSION_DEPTH },
    { "Weeks with a plan", "Planning", NSM_DIMENSION_FREQUENCY },
    { "Days to the first result", "Onboarding", NSM_DIMENSION_EFFICIENCY },
  };
  NsmMetric *kpi = nsm_list_append_new (workshop->metrics, "name", "Paid seats", NULL);
  NsmMetric *counter = nsm_list_append_new (workshop->metrics, "name", "Projects reopened", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      NsmMetric *metric = nsm_list_append_new (workshop->metrics, "name", inputs[i].name, NULL);

      nsm_list_append_new (workshop->system->inputs, "metric", NSM_RECORD (metric)->id,
                           "dimension", inputs[i].dimension, "owner", inputs[i].owner,
                           "link", NSM_LINK_ADDITIVE, NULL);
    }
  nsm_list_append_new (workshop->system->counter_metrics, "metric", NSM_RECORD (counter)->id, NULL);
  g_object_set (workshop->system, "kpi", NSM_RECORD (kpi)->id, "kpi-link", NSM_LINK_MULTIPLICATIVE,
                "inputs-move", NSM_ANSWER_STATE_YES, "kpi-follows", NSM_ANSWER_STATE_YES,
                "gaps", NSM_ANSWER_STATE_NO, "conflicts", NSM_ANSWER_STATE_NO, NULL);
}

static void
add_definition (NsmWorkshop *workshop)
{
  NsmDefinition *self = workshop->definition;

  g_object_set (self, "formula", "The number of distinct teams with a project done",
                "cadence", NSM_CADENCE_MONTHLY, "owner", "Mei", "baseline", 1240.0, NULL);
  nsm_list_append_new (self->terms, "term", "team", "meaning", "A workspace with 3 members", NULL);
  nsm_list_append_new (self->sources, "name", "warehouse", NULL);
  nsm_list_append_new (self->examples, "example", "A launch", "counts", TRUE, NULL);
  nsm_list_append_new (self->examples, "example", "A script", "counts", FALSE, NULL);
}

NsmWorkshop *
make_sound_workshop (void)
{
  static const NsmFunction functions[N_PEOPLE] = { NSM_FUNCTION_PRODUCT, NSM_FUNCTION_ENGINEERING,
                                                   NSM_FUNCTION_DATA, NSM_FUNCTION_LEADERSHIP };
  NsmWorkshop *workshop = nsm_method_new_workshop (NSM_MODE_FACILITATED);
  NsmParticipant *boss = NULL;

  g_object_set (workshop, "product", "Acme", "description", "Plans", "business-model", "Seats",
                "stage", NSM_STAGE_GROWTH, NULL);
  for (guint p = 0; p < N_PEOPLE; p++)
    {
      g_autofree char *name = make_id ("Person", p);

      boss = nsm_list_append_new (workshop->participants, "name", name, "function", functions[p],
                                  NULL);
    }

  g_object_set (workshop->value, "proposition", "Teams finish projects on time",
                "situation", "work piles up", "outcome", "finish it", "benefit", "go home", NULL);
  for (guint i = 0; i < 5; i++)
    nsm_list_append_new (workshop->value->interviews, "who", "A customer", NULL);
  for (guint i = 0; i < 3; i++)
    nsm_list_append_new (workshop->value->moments, "name", "A project is finished", NULL);
  g_object_set (workshop->game, "game", NSM_GAME_PRODUCTIVITY, "rationale", "Work gets done", NULL);

  NsmCandidate *star = add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD,
                                      "Teams completing a project", "teams", "complete a project");
  add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD, "Projects completed on time", "projects",
                 "are finished on time");
  add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD, "Tasks resolved", "tasks", "are resolved");
  add_candidate (workshop, NSM_CANDIDATE_KIND_BAD, "Page views", "page views", "happen");

  nsm_list_append_new (workshop->evidence, "candidate", NSM_RECORD (star)->id,
                       "coefficient", 0.78, "low", 0.6, "high", 0.9, "rows", 300.0, NULL);
  add_scores (workshop);
  for (guint test = 0; test < NSM_N_STRESS_TESTS; test++)
    g_object_set (nsm_candidate_ensure_stress_result (star, test), "verdict", NSM_VERDICT_HOLDS, NULL);

  g_object_set (workshop->decision, "chosen", NSM_RECORD (star)->id, "why", "It is the value",
                "captures", "Finished work", "misses", "How hard it was", NULL);
  for (guint i = 1; i < 3; i++)
    g_object_set (nsm_workshop_ensure_rejection (workshop, nsm_list_get (workshop->candidates, i)),
                  "reason", "It scored lower", NULL);
  add_system (workshop);
  add_definition (workshop);
  nsm_list_append_new (workshop->commitment->sign_offs, "participant", NSM_RECORD (boss)->id,
                       "position", NSM_POSITION_AGREES, NULL);
  g_object_set (workshop->commitment, "revenue-answer", "It follows", "review-months", 9.0, NULL);
  return workshop;
}
