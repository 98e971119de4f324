/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filled.h"

#include "method/workshop-new.h"
#include "record/journal.h"

static NsmCandidate *
add_candidate (NsmWorkshop *workshop, NsmCandidateKind kind, const char *name, const char *unit,
               NsmWindow window, const char *statement)
{
  NsmRecord *metric = nsm_list_append_new (workshop->metrics, "name", name, "unit", unit, "window",
                                           window, "statement", statement, NULL);

  return nsm_list_append_new (workshop->candidates, "metric", metric->id, "kind", kind, NULL);
}

static void
add_people (NsmWorkshop *workshop)
{
  nsm_list_append_new (workshop->participants, "name", "Mei", "function", NSM_FUNCTION_PRODUCT,
                       "title", "Product manager", NULL);
  nsm_list_append_new (workshop->participants, "name", "Jonas", "function",
                       NSM_FUNCTION_ENGINEERING, NULL);
  nsm_list_append_new (workshop->participants, "name", "Amara", "function", NSM_FUNCTION_DATA,
                       "remote", TRUE, NULL);
  nsm_list_append_new (workshop->participants, "name", "Luis", "function", NSM_FUNCTION_CUSTOMER,
                       NULL);
}

static void
fill_value (NsmValue *value)
{
  NsmRecord *stage;

  g_object_set (value, "proposition", "Teams finish what they promised, on time and without chasing "
                "each other.", "situation", "work is spread over many hands", "outcome",
                "see what is left and who has it", "benefit", "finish on the day they said", NULL);
  nsm_list_append_new (value->interviews, "who", "Head of a design studio", "quote",
                       "The first launch that nobody had to rescue.", "pattern", "on time", NULL);
  stage = nsm_list_append_new (value->journey, "name", "First project", NULL);
  nsm_list_append_new (value->journey, "name", "The whole team", NULL);
  nsm_list_append_new (value->moments, "name", "First project finished on time", "stage", stage->id,
                       NULL);
  nsm_list_append_new (value->moments, "name", "Two colleagues join a project", NULL);
  nsm_list_append_new (value->moments, "name", "The plan is up to date", NULL);
}

/**
 * ui_test_new_filled_workshop:
 *
 * Returns: (transfer full): a workshop with four people, a value, a game, four good candidates
 *   and a bad one in their midst, and one result; with an empty history
 */
NsmWorkshop *
ui_test_new_filled_workshop (void)
{
  NsmWorkshop *workshop = nsm_method_new_workshop (NSM_MODE_FACILITATED);
  NsmCandidate *first;
  NsmCandidate *bad;
  const char *moment;

  g_object_set (workshop, "title", "Acme Projects", "product", "Acme Projects", "description",
                "Teams plan and finish projects together.", "stage", NSM_STAGE_GROWTH, NULL);
  add_people (workshop);
  nsm_list_append_new (workshop->segments, "name", "Small studios", NULL);
  fill_value (workshop->value);
  g_object_set (workshop->game, "game", NSM_GAME_PRODUCTIVITY, "rationale",
                "Customers pay to get work done.", NULL);

  moment = NSM_RECORD (nsm_list_get (workshop->value->moments, 0))->id;
  first = add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD, "Teams completing a project", "teams",
                         NSM_WINDOW_MONTH, "complete at least one project");
  g_object_set (first, "moment", moment, "breadth", TRUE, NULL);
  add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD, "Teams with 3 or more active members", "teams",
                 NSM_WINDOW_WEEK, "have 3 or more active members");
  bad = add_candidate (workshop, NSM_CANDIDATE_KIND_BAD, "Page views", "pages", NSM_WINDOW_MONTH,
                       "are opened");
  g_object_set (bad, "why-bad", "A confusing page gets more views than a good one", NULL);
  add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD, "Projects completed on time", "projects",
                 NSM_WINDOW_WEEK, "are finished on or before the promised day");
  add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD, "Projects under way", "projects",
                 NSM_WINDOW_WEEK, "have a task moved");
  nsm_list_append_new (workshop->evidence, "candidate", NSM_RECORD (first)->id, "coefficient", 0.78,
                       "low", 0.7, "high", 0.84, "rows", 118.0, "source", "Warehouse, 2024", NULL);
  nsm_journal_forget (nsm_record_get_journal (NSM_RECORD (workshop)));
  return workshop;
}
