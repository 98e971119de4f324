/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a data engineer needs to count the same number as anybody else. */
#include "report/build-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

/* @record: the metric or its definition, whose @field says it */
static void
add_fact (NsmNode *facts, const char *id, const char *term, const char *text, gpointer record,
          const char *field)
{
  nsm_build_from (nsm_build_add_fact (facts, id, term, text),
                  NSM_IS_METRIC (record) ? NSM_STEP_CANDIDATES : NSM_STEP_DEFINITION,
                  NSM_RECORD (record), field);
}

static void
add_formula (NsmBuild *build, NsmNode *section)
{
  NsmNode *facts = nsm_node_add (section, NSM_NODE_DEFINITIONS);

  if (build->workshop->definition->formula[0] != '\0')
    {
      NsmNode *entry = nsm_node_add_entry (facts, "formula", _("Formula"));

      nsm_node_set_source (entry, NSM_STEP_DEFINITION, NSM_RECORD (build->workshop->definition),
                           "formula");
      nsm_build_formula (build, nsm_node_add_paragraph (entry, NSM_TONE_PLAIN, NULL)->runs);
    }
  if (build->star != NULL)
    {
      g_autofree char *sentence = nsm_metric_dup_sentence (build->star);

      add_fact (facts, "sentence", _("In short; the formula decides"), sentence, build->star, "statement");
      add_fact (facts, "unit", _("Unit"), build->star->unit, build->star, "unit");
      if (build->star->window != NSM_WINDOW_UNSET)
        add_fact (facts, "window", _("Time window"),
                  nsm_build_choice (NSM_TYPE_WINDOW, build->star->window), build->star, "window");
      add_fact (facts, "metric-note", _("Note"), build->star->note, build->star, "note");
    }
  nsm_build_keep_part (section);
}

static void
add_terms (NsmBuild *build, NsmNode *section)
{
  NsmNode *terms = nsm_build_add_part (section, "terms", _("Terms"), NSM_NODE_DEFINITIONS);
  guint n = 0;

  NSM_LIST_EACH (NsmTerm, term, build->workshop->definition->terms)
    {
      g_autofree char *id = g_strdup_printf ("term-%u", ++n);
      NsmNode *entry = nsm_node_add_entry (terms, id, term->term);

      nsm_node_set_source (entry, NSM_STEP_DEFINITION, NSM_RECORD (term), "meaning");
      nsm_node_add_text (entry, NSM_TONE_PLAIN, term->meaning);
      if (term->meaning[0] == '\0')
        nsm_runs_add (nsm_node_add_paragraph (entry, NSM_TONE_PLAIN, NULL)->runs,
                      nsm_run_new_badge (NSM_TONE_CAUTION, _("Not defined yet")));
    }
  nsm_build_keep_part (section);
}

static void
add_baseline (NsmDefinition *definition, NsmNode *facts)
{
  NsmNode *entry, *paragraph;

  if (isnan (definition->baseline) && definition->baseline_note[0] == '\0')
    return;
  entry = nsm_node_add_entry (facts, "baseline", _("Baseline"));
  nsm_node_set_source (entry, NSM_STEP_DEFINITION, NSM_RECORD (definition), "baseline");
  if (!isnan (definition->baseline))
    {
      paragraph = nsm_node_add_paragraph (entry, NSM_TONE_PLAIN, NULL);
      if (definition->baseline_date[0] != '\0')
        /* Translators: a number, and the day it is of */
        nsm_runs_add_template (paragraph->runs, _("%s on %s"),
                               nsm_run_new_number (definition->baseline, -1),
                               nsm_run_new_date (definition->baseline_date), NULL);
      else
        nsm_runs_add (paragraph->runs, nsm_run_new_number (definition->baseline, -1));
      if (definition->baseline_note[0] != '\0')
        /* Translators: after a number: what there is to say about it */
        nsm_runs_add_template (paragraph->runs, _(" (%s)"),
                               nsm_run_new (NSM_RUN_TEXT, definition->baseline_note), NULL);
    }
  else
    {
      nsm_node_add_text (entry, NSM_TONE_PLAIN, definition->baseline_note);
    }
}

static void
add_measuring (NsmBuild *build, NsmNode *section)
{
  NsmDefinition *definition = build->workshop->definition;
  NsmNode *facts =
    nsm_build_add_part (section, "measuring", _("How it is measured"), NSM_NODE_DEFINITIONS);

  if (nsm_list_get_size (definition->sources) > 0)
    {
      NsmNode *list = nsm_node_add (nsm_node_add_entry (facts, "sources", _("Sources")),
                                    NSM_NODE_LIST);

      NSM_LIST_EACH (NsmSource, source, definition->sources)
        {
          NsmNode *item = nsm_node_add_item (list, NULL);

          nsm_node_set_source (item, NSM_STEP_DEFINITION, NSM_RECORD (source), "name");
          nsm_runs_add_text (item->runs, NSM_RUN_CODE, source->name);
          if (source->description[0] != '\0')
            nsm_runs_add_template (item->runs, _(": %s"),
                                   nsm_run_new (NSM_RUN_TEXT, source->description), NULL);
        }
    }
  if (definition->cadence != NSM_CADENCE_UNSET)
    add_fact (facts, "cadence", _("Cadence"),
              nsm_build_choice (NSM_TYPE_CADENCE, definition->cadence), definition, "cadence");
  add_fact (facts, "segments", _("Segments and filters"), definition->segments, definition,
            "segments");
  add_fact (facts, "owner", _("Owner"), definition->owner, definition, "owner");
  add_baseline (definition, facts);
  add_fact (facts, "limits", _("Known limits"), definition->limits, definition, "limits");
  nsm_build_keep_part (section);
}

static void
add_examples_that (NsmBuild *build, NsmNode *table, gboolean count)
{
  NSM_LIST_EACH (NsmExample, example, build->workshop->definition->examples)
    {
      if (example->counts == count)
        {
          NsmNode *row = nsm_node_add_row (table, example->example, NULL);
          NsmNode *reason;

          nsm_node_set_source (row, NSM_STEP_DEFINITION, NSM_RECORD (example),
                               example->reason[0] != '\0' ? "example" : "reason");
          nsm_runs_add (nsm_node_add_cell (row, NULL)->runs,
                        count ? nsm_run_new_badge (NSM_TONE_POSITIVE, _("Counts"))
                              : nsm_run_new_badge (NSM_TONE_NEGATIVE, _("Doesn’t count")));
          reason = nsm_node_add_cell (row, example->reason);
          if (reason->runs->len == 0)
            nsm_runs_add (reason->runs,
                          nsm_run_new_badge (NSM_TONE_CAUTION, _("No reason is written down yet")));
        }
    }
}

static void
add_counting (NsmBuild *build, NsmNode *section)
{
  NsmDefinition *definition = build->workshop->definition;
  NsmNode *list, *table;

  list = nsm_build_add_part (section, "conditions", _("Boundary conditions"), NSM_NODE_LIST);
  NSM_LIST_EACH (NsmCondition, condition, definition->conditions)
    {
      nsm_node_set_source (nsm_node_add_item (list, condition->condition), NSM_STEP_DEFINITION,
                           NSM_RECORD (condition), "condition");
    }
  nsm_build_keep_part (section);
  table = nsm_build_add_part (section, "examples", _("What counts and what doesn’t"),
                              NSM_NODE_TABLE);
  nsm_node_add_row (table, _("Example"), _("Verdict"), _("Because"), NULL);
  add_examples_that (build, table, TRUE);
  add_examples_that (build, table, FALSE);
  nsm_build_keep_part (section);
}

static void
add_feedback (NsmBuild *build, NsmNode *section)
{
  NsmNode *table =
    nsm_build_add_part (section, "feedback", _("Who looked at it"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Who"), _("Answer"), _("In words"), _("What we did"), NULL);
  NSM_LIST_EACH (NsmFeedback, feedback, build->workshop->definition->feedback)
    {
      g_autofree char *who = nsm_build_dup_person (build, feedback->participant, feedback->who);
      NsmNode *row = nsm_node_add_row (table, who, NULL);

      nsm_node_set_source (row, NSM_STEP_DEFINITION, NSM_RECORD (feedback), "text");
      nsm_runs_add (nsm_node_add_cell (row, NULL)->runs, nsm_build_new_feedback (feedback->state));
      nsm_node_add_cell (row, feedback->text);
      nsm_node_add_cell (row, feedback->reply);
    }
  nsm_build_keep_part (section);
}

void
nsm_build_definition (NsmBuild *build, NsmNode *section)
{
  add_formula (build, section);
  add_terms (build, section);
  add_counting (build, section);
  add_measuring (build, section);
  add_feedback (build, section);
}
