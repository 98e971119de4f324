/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All on one page, for whoever has two minutes. Texts are cut, lists end early; the full record
 * has the rest. */
#include "report/build-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>


/* With as many inputs or signatures there is less room for words. */
#define ROOMY 6

/* Characters of a text, and how many there may be of something. */
typedef enum
{
  LEAD,
  WHY,
  TEXT,
  FIRM,
  ROW,
  LINE,
  WORD,
  OWNERS,
  N_SIZES
} Size;

static const guint sizes[][N_SIZES] = { { 260, 190, 130, 100, 75, 56, 40, 3 },
                                        { 390, 340, 225, 300, 160, 140, 82, 4 } };

#define MOST_OF_OWNER 3
#define MOST_OTHERS 3
#define MOST_AGREEING 6
#define MOST_RESERVED 3
#define MOST_TRIGGERS 3

static guint
get_size (NsmBuild *build, Size which)
{
  gboolean roomy = nsm_list_get_size (build->workshop->system->inputs) <= ROOMY &&
                   nsm_list_get_size (build->workshop->commitment->sign_offs) <= ROOMY;

  return sizes[roomy][which];
}

static char *
dup_brief (NsmBuild *build, const char *text, Size which)
{
  return nsm_build_dup_short (build, text, get_size (build, which));
}

static void
add_lead (NsmBuild *build, NsmNode *section)
{
  NsmDefinition *definition = build->workshop->definition;
  NsmNode *lead = nsm_node_add_paragraph (section, NSM_TONE_LEAD, NULL);

  if (build->star == NULL)
    {
      nsm_runs_add_text (lead->runs, NSM_RUN_TEXT, _("No North Star Metric is chosen yet."));
    }
  else if (definition->formula[0] != '\0')
    {
      g_autofree char *formula = dup_brief (build, definition->formula, LEAD);

      nsm_runs_add_text (lead->runs, NSM_RUN_TEXT, formula);
      nsm_build_from (lead, NSM_STEP_DEFINITION, NSM_RECORD (definition), "formula");
    }
  else
    {
      g_autofree char *sentence = nsm_metric_dup_sentence (build->star);
      g_autofree char *brief = dup_brief (build, sentence, LEAD);

      nsm_runs_add_text (lead->runs, NSM_RUN_TEXT,
                         brief[0] != '\0' ? brief : _("Its exact formula isn’t written yet."));
      nsm_build_from (lead, NSM_STEP_CANDIDATES, NSM_RECORD (build->star), "statement");
    }
}

static void
add_fact (NsmBuild *build, NsmNode *cards, const char *id, const char *term, const char *text,
          const char *field, Size which)
{
  g_autofree char *brief = dup_brief (build, text, which);

  nsm_build_from (nsm_build_add_fact (cards, id, term, brief), NSM_STEP_DECISION,
                  NSM_RECORD (build->workshop->decision), field);
}

/* "and 3 more" */
static void
add_rest (NsmBuild *build, NsmNode *list, guint n)
{
  g_autofree char *words = NULL;

  if (n == 0)
    return;
  build->shortened = TRUE;
  words = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
  nsm_node_add_item (list, words);
}

/* Who stands behind it: those who agree in a line, everybody else with what they said. */

static char *
dup_signer (NsmBuild *build, NsmSignOff *sign)
{
  g_autofree char *who = nsm_build_dup_person (build, sign->participant, sign->who);
  g_autofree char *brief = dup_brief (build, who, WORD);

  if (sign->function == NSM_FUNCTION_OTHER || build->options->names == NSM_REPORT_NAMES_NONE)
    return g_steal_pointer (&brief);
  /* Translators: a person and their function: "Mei (Product)" */
  return g_strdup_printf (_("%s (%s)"), brief,
                          nsm_build_choice (NSM_TYPE_FUNCTION, sign->function));
}

static void
add_agreeing (NsmBuild *build, NsmNode *list)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  NSM_LIST_EACH (NsmSignOff, sign, build->workshop->commitment->sign_offs)
    {
      if (sign->position == NSM_POSITION_AGREES && n++ < MOST_AGREEING)
        {
          g_autofree char *who = dup_signer (build, sign);

          g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", who);
        }
    }
  if (n > MOST_AGREEING)
    {
      g_string_append_printf (names, ngettext (", and %u more", ", and %u more", n - MOST_AGREEING),
                              n - MOST_AGREEING);
      build->shortened = TRUE;
    }
  if (n > 0)
    nsm_runs_add_template (nsm_node_add_item (list, NULL)->runs, "%s %s",
                           nsm_build_new_position (NSM_POSITION_AGREES),
                           nsm_run_new (NSM_RUN_TEXT, names->str), NULL);
}

static void
add_reserved (NsmBuild *build, NsmNode *list)
{
  guint n = 0;

  NSM_LIST_EACH (NsmSignOff, sign, build->workshop->commitment->sign_offs)
    {
      g_autofree char *who = NULL;
      g_autofree char *words = NULL;
      NsmNode *item;

      if (sign->position == NSM_POSITION_AGREES || n++ >= MOST_RESERVED)
        continue;
      who = dup_signer (build, sign);
      words = dup_brief (build, sign->statement, LINE);
      item = nsm_node_add_item (list, NULL);
      nsm_build_from (item, NSM_STEP_COMMITMENT, NSM_RECORD (sign), "statement");
      nsm_runs_add_template (item->runs, "%s %s", nsm_build_new_position (sign->position),
                             nsm_run_new (NSM_RUN_TEXT, who), NULL);
      if (words[0] != '\0')
        /* Translators: after a person: what they said */
        nsm_runs_add_template (item->runs, _(": “%s”"), nsm_run_new (NSM_RUN_TEXT, words), NULL);
    }
  add_rest (build, list, n > MOST_RESERVED ? n - MOST_RESERVED : 0);
}

static void
add_signatures (NsmBuild *build, NsmNode *cards)
{
  NsmNode *list = nsm_build_add_signed (build, cards);

  if (list == NULL)
    return;
  add_agreeing (build, list);
  add_reserved (build, list);
}

static void
add_review (NsmBuild *build, NsmNode *cards)
{
  NsmCommitment *commitment = build->workshop->commitment;
  g_autoptr (GString) signs = g_string_new (NULL);
  NsmNode *paragraph;
  guint n = 0;

  if (!nsm_build_review (build, cards))
    return;
  NSM_LIST_EACH (NsmTrigger, trigger, commitment->triggers)
    {
      if (trigger->sign[0] != '\0' && n++ < MOST_TRIGGERS)
        {
          g_autofree char *sign = dup_brief (build, trigger->sign, WORD);

          g_string_append_printf (signs, "%s%s", signs->len > 0 ? " · " : "", sign);
        }
    }
  if (n == 0)
    return;
  if (n > MOST_TRIGGERS)
    build->shortened = TRUE;
  paragraph = nsm_node_add_paragraph (cards->children->pdata[cards->children->len - 1],
                                      NSM_TONE_PLAIN, NULL);
  nsm_build_from (paragraph, NSM_STEP_COMMITMENT, NSM_RECORD (commitment), "triggers");
  /* Translators: signs of a wrong metric, in the team's words */
  nsm_runs_add_template (paragraph->runs, _("Sooner, if we see one of these: %s"), nsm_run_new (NSM_RUN_TEXT, signs->str),
                         NULL);
}

/* Inputs, by who answers for them. */

static char *
dup_inputs_of (NsmBuild *build, const char *owner)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  guint n = 0;

  NSM_LIST_EACH (NsmInput, input, build->workshop->system->inputs)
    {
      if (strcmp (input->owner, owner) == 0 && n++ < MOST_OF_OWNER)
        {
          g_autofree char *title = nsm_build_dup_metric (build, input->metric);
          g_autofree char *brief =
            dup_brief (build, title != NULL ? title : _("Input without a metric"), WORD);

          g_string_append_printf (titles, "%s%s", titles->len > 0 ? "; " : "", brief);
        }
    }
  if (n > MOST_OF_OWNER)
    {
      g_string_append_printf (titles, ngettext (", and %u more", ", and %u more", n - MOST_OF_OWNER),
                              n - MOST_OF_OWNER);
      build->shortened = TRUE;
    }
  return g_strdup (titles->str);
}

static void
add_inputs (NsmBuild *build, NsmNode *facts)
{
  NsmSystem *system = build->workshop->system;
  g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);
  guint most = get_size (build, OWNERS);
  NsmNode *entry, *list;

  if (nsm_list_get_size (system->inputs) == 0)
    return;
  entry = nsm_node_add_entry (facts, "inputs", _("Inputs, and who answers for them"));
  nsm_build_from (entry, NSM_STEP_SYSTEM, NSM_RECORD (system), "inputs");
  list = nsm_node_add (entry, NSM_NODE_LIST);
  NSM_LIST_EACH (NsmInput, input, system->inputs)
    {
      g_autofree char *titles = NULL;
      g_autofree char *owner = NULL;

      if (!g_hash_table_add (owners, input->owner) || g_hash_table_size (owners) > most)
        continue;
      titles = dup_inputs_of (build, input->owner);
      owner = dup_brief (build, input->owner, WORD);
      /* Translators: a team, and its metrics */
      nsm_runs_add_template (nsm_node_add_item (list, NULL)->runs, _("%s: %s"),
                             nsm_run_new (NSM_RUN_STRONG,
                                          owner[0] != '\0' ? owner : _("Nobody yet")),
                             nsm_run_new (NSM_RUN_TEXT, titles), NULL);
    }
  add_rest (build, list,
            g_hash_table_size (owners) > most ? g_hash_table_size (owners) - most : 0);
}

/* The others: those that were meant first, the bad ones on purpose after them. */

static void
add_other (NsmBuild *build, NsmNode *list, NsmCandidate *candidate)
{
  g_autofree char *title = nsm_build_dup_candidate (build, NSM_RECORD (candidate)->id);
  g_autofree char *brief = dup_brief (build, title, WORD);
  const char *field;
  NsmRecord *record;
  const char *reason = nsm_build_find_reason (build, candidate, &record, &field);
  g_autofree char *why = dup_brief (build, reason, LINE);
  NsmNode *item = nsm_node_add_item (list, NULL);

  nsm_build_from (item, NSM_STEP_DECISION, record, field);
  nsm_runs_add_template (item->runs, _("%s: %s"), nsm_run_new (NSM_RUN_STRONG, brief),
                         why[0] != '\0'
                           ? nsm_run_new (NSM_RUN_TEXT, why)
                           : nsm_run_new_badge (NSM_TONE_CAUTION, _("No reason is written down yet")),
                         NULL);
}

static void
add_others (NsmBuild *build, NsmNode *facts)
{
  NsmNode *entry, *list;
  guint n = 0;

  if (build->chosen == NULL || nsm_list_get_size (build->workshop->candidates) < 2)
    return;
  entry = nsm_node_add_entry (facts, "rejections", _("Why not the others"));
  nsm_build_from (entry, NSM_STEP_DECISION, NSM_RECORD (build->workshop->decision),
                  "rejections");
  list = nsm_node_add (entry, NSM_NODE_LIST);
  for (guint bad = 0; bad < 2; bad++)
    NSM_LIST_EACH (NsmCandidate, candidate, build->workshop->candidates)
      {
        if (candidate != build->chosen &&
            (candidate->kind == NSM_CANDIDATE_KIND_BAD) == (bad == 1) && n++ < MOST_OTHERS)
          add_other (build, list, candidate);
      }
  add_rest (build, list, n > MOST_OTHERS ? n - MOST_OTHERS : 0);
}

static void
add_robustness (NsmBuild *build, NsmNode *facts)
{
  g_autoptr (NsmScoring) scoring = nsm_build_new_scoring (build);
  g_autoptr (NsmRobustness) robustness = NULL;
  g_autofree char *brief = NULL;

  if (scoring == NULL || !scoring->robustness->has_winner)
    return;
  robustness = nsm_robustness_copy (scoring->robustness);
  nsm_robustness_address (robustness, scoring->scores, NSM_AUDIENCE_READERS);
  brief = dup_brief (build, robustness->headline, FIRM);
  nsm_build_from (nsm_build_add_fact (facts, "robustness", _("How firm the scores are"), brief),
                  NSM_STEP_SCORING, NSM_RECORD (build->workshop), "rounds");
}

static void
add_definition (NsmBuild *build, NsmNode *facts)
{
  NsmDefinition *definition = build->workshop->definition;
  g_autofree char *line = nsm_report_dup_version_line (build->report);
  g_autofree char *brief = dup_brief (build, line, ROW);
  NsmNode *entry = nsm_build_add_fact (facts, "measured", _("The definition"), brief);
  GPtrArray *runs = ((NsmNode *) entry->children->pdata[0])->runs;

  nsm_build_from (entry, NSM_STEP_DEFINITION, definition, "baseline");
  if (isnan (definition->baseline))
    return;
  nsm_runs_add_verbatim (runs, " · ");
  if (definition->baseline_date[0] != '\0')
    /* Translators: a number, and the day it is of */
    nsm_runs_add_template (runs, _("Baseline: %s on %s"),
                           nsm_run_new_number (definition->baseline, -1),
                           nsm_run_new_date (definition->baseline_date), NULL);
  else
    nsm_runs_add_template (runs, _("Baseline: %s"), nsm_run_new_number (definition->baseline, -1),
                           NULL);
}

static void
add_state (NsmBuild *build, NsmNode *section)
{
  NsmReport *report = build->report;
  g_autofree char *words = NULL;

  if (report->solo)
    nsm_node_add_note (section, NSM_TONE_CAUTION,
                       _("This is a single-author draft: no team has scored, tested or agreed to it."))
      ->id = g_strdup ("missing");
  else if (!report->final && report->missing->len == 0)
    nsm_node_add_note (section, NSM_TONE_CAUTION,
                       _("This is a draft: nothing is missing, and nobody has called it final."))
      ->id = g_strdup ("missing");
  else if (!report->final)
    {
      words = g_strdup_printf (
        ngettext ("This is a draft: %u thing is missing before it can be final.",
                  "This is a draft: %u things are missing before it can be final.",
                  report->missing->len),
        report->missing->len);
      nsm_node_add_note (section, NSM_TONE_CAUTION, words)->id = g_strdup ("missing");
    }
}

/* The figure, and whether it shows all inputs. */
static void
add_tree (NsmBuild *build, NsmNode *section)
{
  guint n = nsm_list_get_size (build->workshop->system->inputs);
  NsmNode *node;
  g_autofree char *words = NULL;

  nsm_build_tree (build, section);
  node = section->children->pdata[section->children->len - 1];
  if (node->figure == NULL || node->figure->inputs->len == n)
    return;
  build->shortened = TRUE;
  /* Translators: how many input metrics a picture shows, and how many there are */
  words = g_strdup_printf (_("The first %u of %u inputs."), node->figure->inputs->len, n);
  nsm_runs_add_text (node->runs, NSM_RUN_TEXT, words);
}

void
nsm_build_brief (NsmBuild *build, NsmNode *section)
{
  NsmDecision *decision = build->workshop->decision;
  NsmNode *cards, *facts;

  add_lead (build, section);
  add_state (build, section);
  add_tree (build, section);
  cards = nsm_node_add (section, NSM_NODE_DEFINITIONS);
  cards->tone = NSM_TONE_CARDS;
  add_fact (build, cards, "why", _("Why this one"), decision->why, "why", WHY);
  add_fact (build, cards, "captures", _("What it captures"), decision->captures, "captures", TEXT);
  add_fact (build, cards, "misses", _("What it misses"), decision->misses, "misses", TEXT);
  add_fact (build, cards, "compensation", _("What makes up for that"), decision->compensation,
            "compensation", TEXT);
  add_review (build, cards);
  add_signatures (build, cards);
  nsm_build_keep_part (section);
  facts = nsm_node_add (section, NSM_NODE_DEFINITIONS);
  add_inputs (build, facts);
  add_others (build, facts);
  add_robustness (build, facts);
  add_definition (build, facts);
  nsm_build_keep_part (section);
  nsm_build_about_line (build, section);
}
