/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The decision for those who keep such records beside their code: the headings and the order are
 * those of MADR 4 ("Markdown Any Decision Records"). */
#include "report/build-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "analysis/scores.h"
#include "method/stress-tests.h"
#include "rounds/round.h"

/* Of marks from 1 to 5: what speaks for a candidate, and what against it. */
#define STRONG 4.0
#define WEAK 2.5

static NsmNode *
add_section (NsmNode *parent, NsmReport *report, const char *id, const char *title)
{
  NsmNode *section;

  if (parent != NULL)
    return nsm_node_add_section (parent, id, title);
  section = nsm_node_new (NSM_NODE_SECTION);
  section->id = g_strdup (id);
  nsm_runs_add_text (section->runs, NSM_RUN_TEXT, title);
  g_ptr_array_add (report->sections, section);
  return section;
}

/* A sentence with a text of somebody's in it; none without the text. */
static void
add_line (NsmNode *list, const char *sentence, const char *text)
{
  if (text[0] != '\0')
    nsm_runs_add_template (nsm_node_add_item (list, NULL)->runs, sentence,
                           nsm_run_new (NSM_RUN_TEXT, text), NULL);
}

static void
add_two (NsmNode *list, const char *sentence, const char *one, NsmRun *other)
{
  nsm_runs_add_template (nsm_node_add_item (list, NULL)->runs, sentence,
                         nsm_run_new (NSM_RUN_TEXT, one), other, NULL);
}

static NsmNode *
add_facts (NsmNode *section)
{
  return nsm_node_add (section, NSM_NODE_DEFINITIONS);
}

static void
add_context (NsmBuild *build)
{
  NsmWorkshop *workshop = build->workshop;
  NsmNode *section =
    add_section (NULL, build->report, "context", _("Context and Problem Statement"));
  NsmNode *facts;

  nsm_runs_add_template (
    nsm_node_add_paragraph (section, NSM_TONE_PLAIN, NULL)->runs,
    /* Translators: the name of a product */
    _("Which one number says whether the customers of %s get what they came for, and leads the "
      "business, too?"),
    nsm_run_new (NSM_RUN_TEXT, workshop->product[0] != '\0' ? workshop->product
                                                            : _("the product")),
    NULL);
  nsm_node_add_text (section, NSM_TONE_PLAIN, workshop->description);
  facts = add_facts (section);
  nsm_build_add_fact (facts, NULL, _("Value proposition"), workshop->value->proposition);
  if (workshop->game->game != NSM_GAME_UNSET)
    nsm_build_add_fact (facts, NULL, _("The game we play"),
                        nsm_build_choice (NSM_TYPE_GAME, workshop->game->game));
  nsm_build_add_fact (facts, NULL, _("Business model"), workshop->business_model);
  nsm_build_add_fact (facts, NULL, _("Metrics we look at today"), workshop->current_metrics);
  nsm_build_keep_part (section);
}

static void
add_drivers (NsmBuild *build)
{
  NsmNode *section = add_section (NULL, build->report, "drivers", _("Decision Drivers"));
  NsmNode *list = nsm_node_add (section, NSM_NODE_LIST);

  NSM_LIST_EACH (NsmCriterion, criterion, build->workshop->scorecard->criteria)
    {
      NsmNode *item = nsm_node_add_item (list, NULL);

      nsm_runs_add_text (item->runs, NSM_RUN_STRONG, criterion->name);
      if (criterion->question[0] != '\0')
        /* Translators: goes on after the name of a criterion, with its question */
        nsm_runs_add_template (item->runs, _(": %s"), nsm_run_new (NSM_RUN_TEXT, criterion->question),
                               NULL);
      /* Translators: the weight of a criterion */
      nsm_runs_add_template (item->runs, _(" (weight %s)"), nsm_run_new_number (criterion->weight, -1),
                             NULL);
    }
}

/* The chosen one first. */
static GPtrArray *
list_options (NsmBuild *build)
{
  GPtrArray *options = g_ptr_array_new ();

  if (build->chosen != NULL)
    g_ptr_array_add (options, build->chosen);
  NSM_LIST_EACH (NsmCandidate, candidate, build->workshop->candidates)
    if (candidate != build->chosen)
      g_ptr_array_add (options, candidate);
  return options;
}

static void
add_options (NsmBuild *build, GPtrArray *options)
{
  NsmNode *section = add_section (NULL, build->report, "options", _("Considered Options"));
  NsmNode *list = nsm_node_add (section, NSM_NODE_LIST);

  for (guint i = 0; i < options->len; i++)
    {
      g_autofree char *title = nsm_build_dup_candidate (build, NSM_RECORD (options->pdata[i])->id);

      nsm_node_add_item (list, title);
    }
}

static void
add_consequences (NsmBuild *build, NsmNode *outcome)
{
  NsmDecision *decision = build->workshop->decision;
  NsmNode *section =
    add_section (outcome, build->report, "consequences", _("Consequences"));
  NsmNode *list = nsm_node_add (section, NSM_NODE_LIST);

  add_line (list, _("Good, because of what it captures: %s"), decision->captures);
  add_line (list, _("Bad, because of what it misses: %s"), decision->misses);
  add_line (list, _("Neutral, because other metrics make up for that: %s"), decision->compensation);
  NSM_LIST_EACH (NsmCounterMetric, counter, build->workshop->system->counter_metrics)
    {
      g_autofree char *title = nsm_build_dup_metric (build, counter->metric);

      if (title != NULL && counter->guards[0] != '\0')
        /* Translators: a counter-metric, and what it guards against */
        add_two (list, _("Neutral, because “%s” is watched beside it. It guards against: %s"), title,
                 nsm_run_new (NSM_RUN_TEXT, counter->guards));
      else if (title != NULL)
        add_line (list, _("Neutral, because “%s” is watched beside it."), title);
    }
  nsm_build_keep_part (outcome);
}

static void
add_confirmation (NsmBuild *build, NsmNode *outcome)
{
  NsmCommitment *commitment = build->workshop->commitment;
  NsmNode *section =
    add_section (outcome, build->report, "confirmation", _("Confirmation"));
  NsmNode *list;

  if (commitment->review_on[0] != '\0')
    nsm_runs_add_template (nsm_node_add_paragraph (section, NSM_TONE_PLAIN, NULL)->runs,
                           _("We look again on %s."), nsm_run_new_date (commitment->review_on),
                           NULL);
  if (nsm_list_get_size (commitment->triggers) > 0)
    nsm_node_add_paragraph (section, NSM_TONE_PLAIN,
                            _("Sooner, if one of these tells us that the metric is wrong:"));
  list = nsm_node_add (section, NSM_NODE_LIST);
  NSM_LIST_EACH (NsmTrigger, trigger, commitment->triggers)
    {
      if (trigger->watch[0] != '\0')
        /* Translators: a sign of a wrong metric, and where it would be seen */
        add_two (list, _("%s (seen in: %s)"), trigger->sign,
                 nsm_run_new (NSM_RUN_TEXT, trigger->watch));
      else
        nsm_node_add_item (list, trigger->sign);
    }
  nsm_build_keep_part (section);
  nsm_build_keep_part (outcome);
}

static void
add_outcome (NsmBuild *build)
{
  NsmDecision *decision = build->workshop->decision;
  NsmNode *section = add_section (NULL, build->report, "outcome", _("Decision Outcome"));
  NsmNode *paragraph = nsm_node_add_paragraph (section, NSM_TONE_PLAIN, NULL);

  if (build->chosen == NULL)
    nsm_runs_add_text (paragraph->runs, NSM_RUN_TEXT, _("Nothing is chosen yet."));
  else
    {
      g_autofree char *title = nsm_build_dup_candidate (build, NSM_RECORD (build->chosen)->id);

      if (decision->why[0] != '\0')
        nsm_runs_add_template (paragraph->runs, _("Chosen option: “%s”, because: %s"),
                               nsm_run_new (NSM_RUN_TEXT, title),
                               nsm_run_new (NSM_RUN_TEXT, decision->why), NULL);
      else
        nsm_runs_add_template (paragraph->runs, _("Chosen option: “%s”. Why isn’t written down yet."),
                               nsm_run_new (NSM_RUN_TEXT, title), NULL);
    }
  add_consequences (build, section);
  add_confirmation (build, section);
}

/* Scores of the last round that was revealed: its mean, and what stands out. */
static void
add_scores (NsmNode *list, NsmScores *scores, NsmCandidate *candidate)
{
  guint which;

  if (scores == NULL || !nsm_scores_find_candidate (scores, NSM_RECORD (candidate)->id, &which) ||
      isnan (nsm_scores_get_total (scores, which)))
    return;
  nsm_runs_add_template (nsm_node_add_item (list, NULL)->runs,
                         /* Translators: a mean of marks from 1 to 5 */
                         _("Neutral, because all criteria together gave it %s of 5"),
                         nsm_build_new_score (nsm_scores_get_total (scores, which)), NULL);
  for (guint k = 0; k < nsm_scores_get_n_criteria (scores); k++)
    {
      double mean = nsm_scores_get_cell (scores, which, k)->mean;
      const char *name = nsm_scores_get_criterion_name (scores, k);

      if (mean >= STRONG)
        /* Translators: a criterion, and the mean of marks from 1 to 5 */
        add_two (list, _("Good, because “%s” was scored %s of 5"), name, nsm_build_new_score (mean));
      else if (mean <= WEAK)
        add_two (list, _("Bad, because “%s” was scored %s of 5"), name, nsm_build_new_score (mean));
    }
}

/* A test whose name is a quotation has its marks with it. */
static char *
dup_test (NsmStressTest test)
{
  const char *name = nsm_stress_test_get_name (test);
  const char *last = g_utf8_prev_char (name + strlen (name));
  gunichar first = g_utf8_get_char (name);

  if (first != 0x201c && first != 0x201e && first != 0xab)
    return g_strdup (name);
  name = g_utf8_next_char (name);
  return g_strndup (name, (gsize) (last - name));
}

static void
add_verdicts (NsmBuild *build, NsmNode *list, NsmCandidate *candidate)
{
  NSM_LIST_EACH (NsmStressResult, result, build->workshop->stress_results)
    {
      g_autofree char *test = dup_test (result->test);
      const char *sentence =
        /* Translators: the name of a stress test, as in the three that follow */
        result->verdict == NSM_VERDICT_HOLDS    ? _("Good, because it holds in the stress test “%s”")
        : result->verdict == NSM_VERDICT_REFINE ? _("Neutral, because the stress test “%s” says that it needs refining")
        : result->verdict == NSM_VERDICT_FAILS  ? _("Bad, because it fails the stress test “%s”")
                                                : NULL;
      NsmNode *item;

      if (strcmp (result->candidate, NSM_RECORD (candidate)->id) != 0 || sentence == NULL)
        continue;
      item = nsm_node_add_item (list, NULL);
      nsm_runs_add_template (item->runs, sentence, nsm_run_new (NSM_RUN_TEXT, test), NULL);
      if (result->scenario[0] != '\0')
        nsm_runs_add_template (item->runs, _(": %s"), nsm_run_new (NSM_RUN_TEXT, result->scenario),
                               NULL);
    }
}

static void
add_reasons (NsmBuild *build, NsmNode *list, NsmCandidate *candidate)
{
  NsmRecord *record;
  const char *field;

  if (candidate == build->chosen)
    {
      add_line (list, _("Good, because of the value it captures: %s"), candidate->value_captured);
      add_line (list, _("Good, because it leads: %s"), candidate->why_leading);
    }
  else
    add_line (list, _("Bad, because: %s"),
              nsm_build_find_reason (build, candidate, &record, &field));
}

static void
add_pros_and_cons (NsmBuild *build, GPtrArray *options)
{
  NsmNode *section =
    add_section (NULL, build->report, "pros-and-cons", _("Pros and Cons of the Options"));
  NsmRound *round = nsm_workshop_get_revealed_round (build->workshop, NSM_ROUND_KIND_SCORES);
  g_autoptr (NsmScores) scores = round != NULL ? nsm_scores_new (round) : NULL;

  for (guint i = 0; i < options->len; i++)
    {
      NsmCandidate *candidate = options->pdata[i];
      NsmMetric *metric = nsm_candidate_get_metric (candidate);
      g_autofree char *title = nsm_build_dup_candidate (build, NSM_RECORD (candidate)->id);
      g_autofree char *sentence = metric != NULL ? nsm_metric_dup_sentence (metric) : NULL;
      NsmNode *part = add_section (section, build->report, NULL, title);
      NsmNode *list;

      if (candidate->kind == NSM_CANDIDATE_KIND_BAD)
        nsm_node_add_paragraph (part, NSM_TONE_PLAIN,
                                _("Bad on purpose, to see whether the criteria find that out."));
      if (sentence != NULL)
        nsm_node_add_text (part, NSM_TONE_PLAIN, sentence);
      list = nsm_node_add (part, NSM_NODE_LIST);
      add_reasons (build, list, candidate);
      add_scores (list, scores, candidate);
      add_verdicts (build, list, candidate);
      if (nsm_node_is_empty (list))
        nsm_node_add_item (list, _("Neutral, because nothing was written down about it"));
    }
}

static void
add_more (NsmBuild *build)
{
  NsmReport *report = build->report;
  NsmNode *section = add_section (NULL, report, "more", _("More Information"));
  NsmNode *facts = add_facts (section);
  g_autofree char *version = nsm_report_dup_version_line (report);

  if (build->workshop->definition->formula[0] != '\0')
    nsm_build_formula (build, nsm_node_add_paragraph (nsm_node_add_entry (facts, "formula", _("Formula")),
                                                      NSM_TONE_PLAIN, NULL)
                                ->runs);
  for (guint i = 0; i < nsm_list_get_size (build->workshop->definition->terms); i++)
    {
      NsmTerm *term = nsm_list_get (build->workshop->definition->terms, i);
      g_autofree char *id = g_strdup_printf ("term-%u", i + 1);

      nsm_node_add_text (nsm_node_add_entry (facts, id, term->term), NSM_TONE_PLAIN,
                         term->meaning[0] != '\0' ? term->meaning : _("Not defined yet"));
    }
  nsm_build_add_fact (facts, "version", _("Definition"), version);
  nsm_build_add_fact (facts, "workshop", _("From the workshop"), report->workshop);
  nsm_build_add_fact_run (facts, "fingerprint", _("Fingerprint of the workshop"),
                          nsm_run_new (NSM_RUN_CODE, report->fingerprint));
}

/**
 * nsm_build_record:
 * @build: with a report that has no section
 *
 * Adds the sections of a decision record.
 */
void
nsm_build_record (NsmBuild *build)
{
  g_autoptr (GPtrArray) options = list_options (build);

  add_context (build);
  add_drivers (build);
  add_options (build, options);
  add_outcome (build);
  add_pros_and_cons (build, options);
  add_more (build);
}
