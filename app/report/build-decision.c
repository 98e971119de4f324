/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/build-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static NsmNode *
add_clause (NsmNode *facts, const char *id, const char *question, NsmClause clause, const char *why)
{
  NsmNode *entry, *paragraph;

  if (clause == NSM_CLAUSE_UNSET && why[0] == '\0')
    return NULL;
  entry = nsm_node_add_entry (facts, id, question);
  paragraph = nsm_node_add_paragraph (entry, NSM_TONE_PLAIN, NULL);
  nsm_runs_add (paragraph->runs,
                nsm_run_new_badge (clause == NSM_CLAUSE_YES  ? NSM_TONE_POSITIVE
                                   : clause == NSM_CLAUSE_NO ? NSM_TONE_NEGATIVE
                                                             : NSM_TONE_CAUTION,
                                   nsm_build_choice (NSM_TYPE_CLAUSE, clause)));
  if (why[0] != '\0')
    nsm_runs_add_template (paragraph->runs, " %s", nsm_run_new (NSM_RUN_TEXT, why), NULL);
  return entry;
}

static void
add_choice (NsmBuild *build, NsmNode *section)
{
  NsmDecision *decision = build->workshop->decision;
  NsmNode *facts = nsm_node_add (section, NSM_NODE_DEFINITIONS);
  NsmRecord *moment;

  nsm_build_from (nsm_build_add_fact (facts, "decision-why", _("Why this one"), decision->why),
                  NSM_STEP_DECISION, decision, "why");
  if (decision->review_outcome != NSM_REVIEW_OUTCOME_UNSET)
    nsm_build_from (nsm_build_add_fact (facts, "review-outcome", _("The metric we had"),
                                        nsm_build_choice (NSM_TYPE_REVIEW_OUTCOME, decision->review_outcome)),
                    NSM_STEP_DECISION, decision, "review_outcome");
  if (build->chosen != NULL)
    {
      moment = nsm_record_find (NSM_RECORD (build->chosen), build->chosen->moment);
      if (moment != NULL)
        nsm_build_from (nsm_build_add_fact (facts, "moment", _("Value moment"),
                                            nsm_record_get_title (moment)),
                        NSM_STEP_CANDIDATES, build->chosen, "moment");
      nsm_build_from (nsm_build_add_fact (facts, "value-captured", _("The value it captures"),
                                          build->chosen->value_captured),
                      NSM_STEP_CANDIDATES, build->chosen, "value_captured");
      nsm_build_from (nsm_build_add_fact (facts, "why-leading", _("Why it leads"),
                                          build->chosen->why_leading),
                      NSM_STEP_CANDIDATES, build->chosen, "why_leading");
      nsm_build_from (add_clause (facts, "more-value",
                                  _("If it goes up, do customers get more value?"),
                                  build->chosen->more_value, build->chosen->more_value_why),
                      NSM_STEP_CANDIDATES, build->chosen, "more_value");
      nsm_build_from (add_clause (facts, "business-grows",
                                  _("If it goes up, does the business grow?"),
                                  build->chosen->business_grows, build->chosen->business_grows_why),
                      NSM_STEP_CANDIDATES, build->chosen, "business_grows");
    }
  nsm_build_from (nsm_build_add_fact (facts, "revenue", _("But what about revenue?"),
                                      build->workshop->commitment->revenue_answer),
                  NSM_STEP_COMMITMENT, build->workshop->commitment, "revenue_answer");
  nsm_build_from (nsm_build_add_fact (facts, "revenue-split",
                                      _("If short-term revenue pulls the other way"),
    build->workshop->commitment->revenue_split),
                  NSM_STEP_COMMITMENT, build->workshop->commitment, "revenue_split");
  nsm_build_keep_part (section);
}

static void
add_objections (NsmBuild *build, NsmNode *section)
{
  NsmNode *table = nsm_build_add_part (section, "objections", _("Objections"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Objection"), _("Raised by"), _("Our answer"), NULL);
  NSM_LIST_EACH (NsmObjection, objection, build->workshop->commitment->objections)
    {
      NsmNode *row = nsm_node_add_row (table, objection->objection, objection->who, NULL);
      NsmNode *cell = nsm_node_add_cell (row, objection->answer);

      nsm_build_from (row, NSM_STEP_COMMITMENT, objection, NULL);
      if (objection->answer[0] == '\0')
        nsm_runs_add (cell->runs, nsm_run_new_badge (NSM_TONE_CAUTION, _("Not answered yet")));
    }
  nsm_build_keep_part (section);
}

void
nsm_build_decision (NsmBuild *build, NsmNode *section)
{
  add_choice (build, section);
  add_objections (build, section);
}

static NsmRejection *
find_rejection (NsmBuild *build, NsmCandidate *candidate)
{
  NSM_LIST_EACH (NsmRejection, rejection, build->workshop->decision->rejections)
    {
      if (strcmp (rejection->candidate, NSM_RECORD (candidate)->id) == 0 &&
          rejection->reason[0] != '\0')
        return rejection;
    }
  return NULL;
}

static NsmRun *
new_standing (NsmCandidate *candidate)
{
  if (candidate->kind == NSM_CANDIDATE_KIND_BAD)
    return nsm_run_new_badge (NSM_TONE_PLAIN,
                              nsm_build_choice (NSM_TYPE_CANDIDATE_KIND, candidate->kind));
  return nsm_run_new_badge (NSM_TONE_PLAIN,
                            candidate->standing == NSM_STANDING_ELIMINATED ? _("Eliminated")
                            : candidate->standing == NSM_STANDING_REFINED  ? _("Refined")
                                                                           : _("Not chosen"));
}

static NsmCandidate *
find_successor (NsmBuild *build, NsmCandidate *candidate)
{
  NSM_LIST_EACH (NsmCandidate, other, build->workshop->candidates)
    {
      if (strcmp (other->refines, NSM_RECORD (candidate)->id) == 0)
        return other;
    }
  return NULL;
}

/* The decision's own words; what was said earlier stands in while there are none. */
static void
add_reasons (NsmBuild *build, NsmNode *cell, NsmCandidate *candidate)
{
  NsmRejection *rejection = find_rejection (build, candidate);
  NsmCandidate *successor = find_successor (build, candidate);
  const char *reason = rejection != NULL ? rejection->reason : candidate->eliminated_why;

  if (reason[0] == '\0')
    reason = candidate->why_bad;
  if (reason[0] == '\0' && successor != NULL)
    reason = successor->refined_why;
  nsm_runs_add_text (cell->runs, NSM_RUN_TEXT, reason);
  if (successor != NULL)
    {
      g_autofree char *title = nsm_build_dup_candidate (build, NSM_RECORD (successor)->id);

      if (cell->runs->len > 0)
        nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
      nsm_runs_add_template (cell->runs, _("It became “%s”."), nsm_run_new (NSM_RUN_TEXT, title),
                             NULL);
    }
  if (cell->runs->len == 0)
    nsm_runs_add (cell->runs,
                  nsm_run_new_badge (NSM_TONE_CAUTION, _("No reason is written down yet")));
}

void
nsm_build_rejected (NsmBuild *build, NsmNode *section)
{
  NsmNode *table = nsm_node_add (section, NSM_NODE_TABLE);

  table->id = g_strdup ("rejections");
  nsm_node_add_row (table, _("Candidate"), _("Standing"), _("Why not this one"), NULL);
  NSM_LIST_EACH (NsmCandidate, candidate, build->workshop->candidates)
    {
      if (candidate != build->chosen)
        {
          g_autofree char *title = nsm_build_dup_candidate (build, NSM_RECORD (candidate)->id);
          NsmNode *row = nsm_node_add_row (table, title, NULL);

          nsm_build_from (row, NSM_STEP_DECISION, candidate, NULL);
          nsm_runs_add (nsm_node_add_cell (row, NULL)->runs, new_standing (candidate));
          add_reasons (build, nsm_node_add_cell (row, NULL), candidate);
        }
    }
}
