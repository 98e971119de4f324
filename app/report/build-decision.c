/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/build-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static void
add_clause (NsmCandidate *candidate, NsmNode *facts, const char *id, const char *question,
            NsmClause clause, const char *why, const char *field)
{
  NsmNode *entry, *paragraph;

  if (clause == NSM_CLAUSE_UNSET && why[0] == '\0')
    return;
  entry = nsm_node_add_entry (facts, id, question);
  nsm_node_set_source (entry, NSM_STEP_CANDIDATES, NSM_RECORD (candidate), field);
  paragraph = nsm_node_add_paragraph (entry, NSM_TONE_PLAIN, NULL);
  nsm_runs_add (paragraph->runs,
                nsm_run_new_badge (clause == NSM_CLAUSE_YES  ? NSM_TONE_POSITIVE
                                   : clause == NSM_CLAUSE_NO ? NSM_TONE_NEGATIVE
                                                             : NSM_TONE_CAUTION,
                                   nsm_build_choice (NSM_TYPE_CLAUSE, clause)));
  if (why[0] != '\0')
    nsm_runs_add_template (paragraph->runs, " %s", nsm_run_new (NSM_RUN_TEXT, why), NULL);
}

/* What is written about the chosen candidate itself. */
static void
add_candidate (NsmBuild *build, NsmNode *facts)
{
  NsmCandidate *chosen = build->chosen;
  NsmRecord *moment = nsm_record_find (NSM_RECORD (chosen), chosen->moment);

  if (moment != NULL)
    nsm_build_from (
      nsm_build_add_fact (facts, "moment", _("Value moment"), nsm_record_get_title (moment)),
      NSM_STEP_CANDIDATES, NSM_RECORD (chosen), "moment");
  nsm_build_from (nsm_build_add_fact (facts, "value-captured", _("The value it captures"),
                                      chosen->value_captured),
                  NSM_STEP_CANDIDATES, NSM_RECORD (chosen), "value_captured");
  nsm_build_from (
    nsm_build_add_fact (facts, "why-leading", _("Why it leads"), chosen->why_leading),
    NSM_STEP_CANDIDATES, NSM_RECORD (chosen), "why_leading");
  add_clause (chosen, facts, "more-value", _("If it goes up, do customers get more value?"),
              chosen->more_value, chosen->more_value_why, "more_value");
  add_clause (chosen, facts, "business-grows", _("If it goes up, does the business grow?"),
              chosen->business_grows, chosen->business_grows_why, "business_grows");
}

static void
add_choice (NsmBuild *build, NsmNode *section)
{
  NsmDecision *decision = build->workshop->decision;
  NsmCommitment *commitment = build->workshop->commitment;
  NsmNode *facts = nsm_node_add (section, NSM_NODE_DEFINITIONS);

  nsm_build_from (nsm_build_add_fact (facts, "decision-why", _("Why this one"), decision->why),
                  NSM_STEP_DECISION, NSM_RECORD (decision), "why");
  if (decision->review_outcome != NSM_REVIEW_OUTCOME_UNSET)
    nsm_build_from (
      nsm_build_add_fact (facts, "review-outcome", _("What becomes of the metric we had"),
                          nsm_build_choice (NSM_TYPE_REVIEW_OUTCOME, decision->review_outcome)),
      NSM_STEP_DECISION, NSM_RECORD (decision), "review_outcome");
  if (build->chosen != NULL)
    add_candidate (build, facts);
  nsm_build_from (nsm_build_add_fact (facts, "revenue", _("But what about revenue?"),
                                      commitment->revenue_answer),
                  NSM_STEP_COMMITMENT, NSM_RECORD (commitment), "revenue_answer");
  nsm_build_from (nsm_build_add_fact (facts, "revenue-split",
                                      _("If short-term revenue pulls the other way"),
                                      commitment->revenue_split),
                  NSM_STEP_COMMITMENT, NSM_RECORD (commitment), "revenue_split");
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

      nsm_node_set_source (row, NSM_STEP_COMMITMENT, NSM_RECORD (objection), "objection");
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

/**
 * nsm_build_find_reason:
 * @record: (out): where it is written, or is to be written
 * @field: (out): likewise
 *
 * Returns: why @candidate isn't it: the decision's own words; what was said earlier stands in
 *   while there are none; "" if there is nothing at all
 */
const char *
nsm_build_find_reason (NsmBuild *build, NsmCandidate *candidate, NsmRecord **record,
                       const char **field)
{
  NsmRejection *rejection = find_rejection (build, candidate);
  NsmCandidate *successor = find_successor (build, candidate);

  *record = NSM_RECORD (candidate);
  if (rejection != NULL)
    {
      *record = NSM_RECORD (rejection);
      *field = "reason";
      return rejection->reason;
    }
  if (candidate->eliminated_why[0] == '\0' && candidate->why_bad[0] == '\0' && successor != NULL &&
      successor->refined_why[0] != '\0')
    {
      *record = NSM_RECORD (successor);
      *field = "refined_why";
      return successor->refined_why;
    }
  *field = candidate->eliminated_why[0] == '\0' && candidate->kind == NSM_CANDIDATE_KIND_BAD
             ? "why_bad"
             : "eliminated_why";
  return candidate->eliminated_why[0] != '\0' ? candidate->eliminated_why : candidate->why_bad;
}

static void
add_reasons (NsmBuild *build, NsmNode *row, NsmNode *cell, NsmCandidate *candidate)
{
  NsmCandidate *successor = find_successor (build, candidate);
  NsmRecord *record;
  const char *field;
  const char *reason = nsm_build_find_reason (build, candidate, &record, &field);

  nsm_node_set_source (row, NSM_STEP_DECISION, record, field);
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

          nsm_runs_add (nsm_node_add_cell (row, NULL)->runs, new_standing (candidate));
          add_reasons (build, row, nsm_node_add_cell (row, NULL), candidate);
        }
    }
}
