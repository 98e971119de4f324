/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page for those who decide: what it is, why, what it leaves out, who
 * stands behind it, and until when. */
#include "report/build-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

static void
add_lead (NsmBuild *build, NsmNode *section)
{
  NsmNode *lead;

  if (build->star == NULL)
    {
      nsm_node_add_paragraph (section, NSM_TONE_LEAD,
                              _("No North Star Metric is chosen yet. This is what there is so far."));
      return;
    }
  lead = nsm_node_add_paragraph (section, NSM_TONE_LEAD, NULL);
  if (build->workshop->definition->formula[0] != '\0')
    {
      nsm_build_formula (build, lead->runs);
      nsm_node_set_source (lead, NSM_STEP_DEFINITION, NSM_RECORD (build->workshop->definition),
                           "formula");
    }
  else
    {
      g_autofree char *sentence = nsm_metric_dup_sentence (build->star);

      nsm_node_set_source (lead, NSM_STEP_CANDIDATES, NSM_RECORD (build->star), "statement");
      nsm_runs_add_text (lead->runs, NSM_RUN_TEXT,
                         sentence[0] != '\0' ? sentence : _("Its exact formula isn’t written yet."));
    }
}

/**
 * nsm_build_add_signed:
 *
 * Adds the entry about who stands behind it.
 *
 * Returns: (transfer none) (nullable): the list for them; %NULL when nobody said so yet
 */
NsmNode *
nsm_build_add_signed (NsmBuild *build, NsmNode *cards)
{
  NsmCommitment *commitment = build->workshop->commitment;
  NsmNode *entry;

  if (nsm_list_get_size (commitment->sign_offs) == 0)
    return NULL;
  entry = nsm_node_add_entry (cards, "signed", _("Who stands behind it"));
  nsm_node_set_source (entry, NSM_STEP_COMMITMENT, NSM_RECORD (commitment), "sign_offs");
  return nsm_node_add (entry, NSM_NODE_LIST);
}

static void
add_signatures (NsmBuild *build, NsmNode *cards)
{
  NsmNode *list = nsm_build_add_signed (build, cards);

  if (list == NULL)
    return;
  NSM_LIST_EACH (NsmSignOff, sign, build->workshop->commitment->sign_offs)
    {
      NsmNode *item = nsm_node_add_item (list, NULL);
      g_autofree char *who = nsm_build_dup_person (build, sign->participant, sign->who);

      nsm_node_set_source (item, NSM_STEP_COMMITMENT, NSM_RECORD (sign), "position");
      if (sign->function != NSM_FUNCTION_OTHER &&
          build->options->names != NSM_REPORT_NAMES_NONE)
        /* Translators: a person and their function, "Mei, Product" */
        nsm_runs_add_template (item->runs, _("%s, %s "), nsm_run_new (NSM_RUN_STRONG, who),
                               nsm_run_new (NSM_RUN_TEXT,
                                            nsm_build_choice (NSM_TYPE_FUNCTION, sign->function)),
                               NULL);
      else
        nsm_runs_add_template (item->runs, "%s ", nsm_run_new (NSM_RUN_STRONG, who), NULL);
      nsm_runs_add (item->runs, nsm_build_new_position (sign->position));
      if (sign->statement[0] != '\0')
        {
          nsm_runs_add (item->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
          /* Translators: what somebody said, in quotation marks */
          nsm_runs_add_template (item->runs, _("“%s”"), nsm_run_new (NSM_RUN_TEXT, sign->statement),
                                 NULL);
        }
    }
}

/**
 * nsm_build_review:
 *
 * Adds an entry with the day of the review.
 *
 * Returns: whether there is anything to say about it
 */
gboolean
nsm_build_review (NsmBuild *build, NsmNode *cards)
{
  NsmCommitment *commitment = build->workshop->commitment;
  NsmNode *entry, *paragraph;

  if (commitment->review_on[0] == '\0' && isnan (commitment->review_months) &&
      commitment->decided_on[0] == '\0')
    return FALSE;
  entry = nsm_node_add_entry (cards, "review", _("When we look again"));
  nsm_node_set_source (entry, NSM_STEP_COMMITMENT, NSM_RECORD (commitment), "review_on");
  paragraph = nsm_node_add_paragraph (entry, NSM_TONE_PLAIN, NULL);
  if (commitment->review_on[0] != '\0' && commitment->decided_on[0] != '\0')
    /* Translators: two dates */
    nsm_runs_add_template (paragraph->runs, _("On %s; decided on %s."),
                           nsm_run_new_date (commitment->review_on),
                           nsm_run_new_date (commitment->decided_on), NULL);
  else if (commitment->review_on[0] != '\0')
    nsm_runs_add_template (paragraph->runs, _("On %s."), nsm_run_new_date (commitment->review_on),
                           NULL);
  else if (!isnan (commitment->review_months))
    nsm_runs_add_template (paragraph->runs, _("After %s months."),
                           nsm_run_new_number (commitment->review_months, -1), NULL);
  else
    nsm_runs_add_template (paragraph->runs, _("Decided on %s; no review date is set."),
                           nsm_run_new_date (commitment->decided_on), NULL);
  return TRUE;
}

static void
add_fact (NsmBuild *build, NsmNode *cards, const char *id, const char *term, const char *text)
{
  nsm_build_from (nsm_build_add_fact (cards, id, term, text), NSM_STEP_DECISION,
                  NSM_RECORD (build->workshop->decision), id);
}

static void
add_cards (NsmBuild *build, NsmNode *section)
{
  NsmDecision *decision = build->workshop->decision;
  NsmNode *cards = nsm_node_add (section, NSM_NODE_DEFINITIONS);

  cards->tone = NSM_TONE_CARDS;
  add_fact (build, cards, "why", _("Why this one"), decision->why);
  add_fact (build, cards, "captures", _("What it captures"), decision->captures);
  add_fact (build, cards, "misses", _("What it misses"), decision->misses);
  add_fact (build, cards, "compensation", _("What makes up for that"), decision->compensation);
  nsm_build_review (build, cards);
  add_signatures (build, cards);
  nsm_build_keep_part (section);
}

static void
add_next_steps (NsmBuild *build, NsmNode *section)
{
  NsmNode *table = nsm_build_add_part (section, "next-steps", _("Next steps"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("What"), _("Who"), _("By"), NULL);
  NSM_LIST_EACH (NsmNextStep, step, build->workshop->commitment->next_steps)
    {
      NsmNode *row = nsm_node_add_row (table, step->what, step->who, NULL);
      NsmNode *due = nsm_node_add_cell (row, NULL);

      nsm_node_set_source (row, NSM_STEP_COMMITMENT, NSM_RECORD (step), "what");
      if (step->done)
        nsm_runs_add (due->runs, nsm_run_new_badge (NSM_TONE_POSITIVE, _("Done")));
      else if (step->due[0] != '\0')
        nsm_runs_add (due->runs, nsm_run_new_date (step->due));
    }
  nsm_build_keep_part (section);
}

static void
add_state (NsmBuild *build, NsmNode *section)
{
  NsmReport *report = build->report;
  NsmNode *note;

  if (report->solo)
    {
      note = nsm_node_add_note (section, NSM_TONE_CAUTION, _("This is a single-author draft"));
      if (report->author[0] != '\0' && report->names != NSM_REPORT_NAMES_NONE)
        nsm_runs_add_template (nsm_node_add_paragraph (note, NSM_TONE_PLAIN, NULL)->runs,
                               _("%s filled it in alone. No team has scored, tested or agreed to it."),
                               nsm_run_new (NSM_RUN_TEXT, report->author), NULL);
      else
        nsm_node_add_paragraph (
          note, NSM_TONE_PLAIN,
          _("One person filled it in alone. No team has scored, tested or agreed to it."));
    }
  if (report->final)
    return;
  if (report->missing->len == 0)
    {
      note = nsm_node_add_note (section, NSM_TONE_CAUTION, _("This is a draft"));
      nsm_node_add_paragraph (note, NSM_TONE_PLAIN,
                              _("It is complete; it isn’t marked as final yet."));
    }
  else
    {
      NsmNode *list;

      note = nsm_node_add_note (section, NSM_TONE_CAUTION,
                                _("This is a draft. What is missing before it can be final"));
      list = nsm_node_add (note, NSM_NODE_LIST);
      for (guint i = 0; i < report->missing->len; i++)
        nsm_node_add_item (list, report->missing->pdata[i]);
    }
  note->id = g_strdup ("missing");
}

void
nsm_build_summary (NsmBuild *build, NsmNode *section)
{
  add_lead (build, section);
  add_cards (build, section);
  add_next_steps (build, section);
  add_state (build, section);
}
