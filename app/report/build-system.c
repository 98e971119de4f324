/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/build-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

/* On the page that has only one: titles in characters, and inputs. */
#define MOST_OF_TITLE 60
#define ONE_ROW 4
#define LONGEST_NAME 120

static char *
dup_star_detail (NsmBuild *build)
{
  NsmDefinition *definition = build->workshop->definition;
  NsmRun *number, *when;
  char *detail;

  if (isnan (definition->baseline))
    return g_strdup ("");
  number = nsm_run_new_number (definition->baseline, -1);
  if (definition->baseline_date[0] == '\0')
    {
      /* Translators: a number */
      detail = g_strdup_printf (_("Baseline %s"), number->text);
    }
  else
    {
      /* A number of a week isn't that of its month. */
      gboolean whole = build->star != NULL && build->star->window >= NSM_WINDOW_MONTH;

      when = whole ? nsm_run_new_month (definition->baseline_date)
                   : nsm_run_new_date (definition->baseline_date);
      detail = whole
                 /* Translators: a number, and a month and year: "1,240 in March 2026" */
                 ? g_strdup_printf (_("%s in %s"), number->text, when->text)
                 /* Translators: a number, and the day it is of */
                 : g_strdup_printf (_("%s on %s"), number->text, when->text);
      nsm_run_free (when);
    }
  nsm_run_free (number);
  return detail;
}

/* "Input: Projects started (multiplies, Depth, Growth). " */
static void
append_words (GString *words, const char *format, NsmFigureBox *box)
{
  const char *facts[] = { box->link != NSM_LINK_UNSET ? nsm_build_choice (NSM_TYPE_LINK, box->link)
                                                      : "",
                          box->dimension != NSM_DIMENSION_UNSET
                            ? nsm_build_choice (NSM_TYPE_DIMENSION, box->dimension)
                            : "",
                          box->owner, box->detail };
  guint n = 0;

  g_string_append_printf (words, format, box->title);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i][0] != '\0')
      g_string_append_printf (words, "%s%s", n++ == 0 ? " (" : ", ", facts[i]);
  g_string_append (words, n > 0 ? "). " : ". ");
}

static void
describe (NsmFigure *figure)
{
  GString *words = g_string_new (NULL);

  if (figure->kpi != NULL)
    /* Translators: the metric tree in words */
    append_words (words, _("Business KPI: %s"), figure->kpi);
  append_words (words, _("North Star Metric: %s"), figure->star);
  for (guint i = 0; i < figure->inputs->len; i++)
    append_words (words, _("Input: %s"), figure->inputs->pdata[i]);
  g_free (figure->alternative);
  figure->alternative = g_strchomp (g_string_free (words, FALSE));
}

static NsmFigureBox *
new_box (NsmBuild *build, const char *title)
{
  g_autofree char *brief = build->options->scope == NSM_REPORT_SCOPE_SUMMARY
                             ? nsm_build_dup_short (build, title, MOST_OF_TITLE)
                             : g_strdup (title);

  return nsm_figure_box_new (brief);
}

/**
 * nsm_build_tree:
 *
 * Adds the figure of the metric, what drives it and what follows it, on one page only as many
 * inputs as stand in a row; nothing without a metric.
 */
void
nsm_build_tree (NsmBuild *build, NsmNode *section)
{
  NsmSystem *system = build->workshop->system;
  g_autofree char *kpi = nsm_build_dup_metric (build, system->kpi);
  NsmFigure *figure;
  NsmNode *node;

  if (build->star == NULL || (kpi == NULL && nsm_list_get_size (system->inputs) == 0))
    return;
  node = nsm_node_add (section, NSM_NODE_FIGURE);
  node->id = g_strdup ("metric-tree");
  nsm_node_set_source (node, NSM_STEP_SYSTEM, NSM_RECORD (system), NULL);
  node->figure = figure = nsm_figure_new (NSM_FIGURE_METRIC_TREE);
  if (kpi != NULL)
    {
      figure->kpi = new_box (build, kpi);
      figure->kpi->link = system->kpi_link;
    }
  /* The name that all is about stands in full, unless it is a text. */
  figure->star = g_utf8_strlen (build->report->title, -1) <= LONGEST_NAME
                   ? nsm_figure_box_new (build->report->title)
                   : new_box (build, build->report->title);
  g_free (figure->star->detail);
  figure->star->detail = dup_star_detail (build);
  NSM_LIST_EACH (NsmInput, input, system->inputs)
    {
      g_autofree char *title = nsm_build_dup_metric (build, input->metric);
      NsmFigureBox *box = new_box (build, title != NULL ? title : _("Input without a metric"));

      box->dimension = input->dimension;
      box->link = input->link;
      g_free (box->owner);
      box->owner = g_strdup (input->owner);
      g_ptr_array_add (figure->inputs, box);
      if (build->options->scope == NSM_REPORT_SCOPE_SUMMARY && figure->inputs->len == ONE_ROW)
        break;
    }
  describe (figure);
  nsm_figure_draw (figure);
}

/* Words that stay on one line in a narrow column. */
static void
add_unbroken (NsmNode *cell, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *joined = g_strjoinv ("\u00a0", words);

  if (cell->runs->len > 0)
    nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
  nsm_runs_add_text (cell->runs, NSM_RUN_TEXT, joined);
}

/* What kind of input it is, in a cell: "Breadth", "multiplies", "leverage: high". */
static void
add_kind (NsmNode *cell, NsmInput *input)
{
  if (input->dimension != NSM_DIMENSION_UNSET)
    add_unbroken (cell, nsm_build_choice (NSM_TYPE_DIMENSION, input->dimension));
  if (input->link != NSM_LINK_UNSET)
    {
      g_autofree char *link = g_strdup_printf ("%s %s", nsm_link_get_sign (input->link),
                                               nsm_build_choice (NSM_TYPE_LINK, input->link));

      add_unbroken (cell, link);
    }
  if (input->leverage != NSM_LEVEL_UNSET)
    {
      /* Translators: how much can be gained there: low, medium, high */
      g_autofree char *leverage =
        g_strdup_printf (_("Leverage: %s"), nsm_build_choice (NSM_TYPE_LEVEL, input->leverage));

      add_unbroken (cell, leverage);
    }
}

static void
add_inputs (NsmBuild *build, NsmNode *section)
{
  NsmNode *table = nsm_build_add_part (section, "inputs", _("Input metrics"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Input metric"), _("What it measures and why it matters"), _("Kind"),
                    _("Owner"), _("What would move it"), NULL);
  NSM_LIST_EACH (NsmInput, input, build->workshop->system->inputs)
    {
      g_autofree char *title = nsm_build_dup_metric (build, input->metric);
      NsmNode *row = nsm_node_add_row (table, title != NULL ? title : _("Input without a metric"),
                                       input->why, NULL);

      nsm_node_set_source (row, NSM_STEP_SYSTEM, NSM_RECORD (input), "metric");
      add_kind (nsm_node_add_cell (row, NULL), input);
      nsm_node_add_cell (row, input->owner);
      nsm_node_add_cell (row, input->first_steps);
    }
  nsm_build_keep_part (section);
}

static void
add_counter_metrics (NsmBuild *build, NsmNode *section)
{
  NsmNode *table =
    nsm_build_add_part (section, "counter-metrics", _("Counter-metrics"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Counter-metric"), _("Guards against"), NULL);
  NSM_LIST_EACH (NsmCounterMetric, counter, build->workshop->system->counter_metrics)
    {
      g_autofree char *title = nsm_build_dup_metric (build, counter->metric);

      nsm_node_set_source (nsm_node_add_row (table,
                                             title != NULL ? title : _("Metric without a name"),
                                             counter->guards, NULL),
                           NSM_STEP_SYSTEM, NSM_RECORD (counter), "guards");
    }
  nsm_build_keep_part (section);
}

static void
add_question (NsmBuild *build, NsmNode *table, const char *question, NsmAnswerState answer,
              const char *why, const char *field)
{
  NsmNode *row;

  if (answer == NSM_ANSWER_STATE_UNSET && why[0] == '\0')
    return;
  row = nsm_node_add_row (table, question, NULL);
  nsm_node_set_source (row, NSM_STEP_SYSTEM, NSM_RECORD (build->workshop->system), field);
  nsm_runs_add (nsm_node_add_cell (row, NULL)->runs, nsm_build_new_answer (answer));
  nsm_node_add_cell (row, why);
}

static void
add_questions (NsmBuild *build, NsmNode *section)
{
  NsmSystem *system = build->workshop->system;
  NsmNode *table =
    nsm_build_add_part (section, "questions", _("Does it hold together?"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Question"), _("Answer"), _("In words"), NULL);
  add_question (build, table, _("All inputs up: does the North Star go up?"), system->inputs_move,
                system->inputs_move_why, "inputs_move");
  add_question (build, table, _("North Star up: does the business KPI follow?"), system->kpi_follows,
                system->kpi_follows_why, "kpi_follows");
  add_question (build, table, _("Is something that customers value not measured?"), system->gaps,
                system->gaps_why, "gaps");
  add_question (build, table, _("Could raising one input hurt another?"), system->conflicts,
                system->conflicts_why, "conflicts");
  nsm_build_keep_part (section);
}

static void
add_weaknesses (NsmBuild *build, NsmNode *section)
{
  NsmNode *table = nsm_build_add_part (section, "weaknesses", _("Weaknesses"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Weakness"), _("What we do about it"), _("Who"), NULL);
  NSM_LIST_EACH (NsmWeakness, weakness, build->workshop->system->weaknesses)
    {
      nsm_node_set_source (nsm_node_add_row (table, weakness->weakness, weakness->action,
                                             weakness->owner, NULL),
                           NSM_STEP_SYSTEM, NSM_RECORD (weakness), "weakness");
    }
  nsm_build_keep_part (section);
}

void
nsm_build_system (NsmBuild *build, NsmNode *section)
{
  nsm_build_tree (build, section);
  if (build->workshop->system->kpi_why[0] != '\0')
    {
      NsmNode *facts = nsm_node_add (section, NSM_NODE_DEFINITIONS);

      nsm_build_from (nsm_build_add_fact (facts, "kpi-link", _("How the business follows"),
                                          build->workshop->system->kpi_why),
                      NSM_STEP_SYSTEM, NSM_RECORD (build->workshop->system), "kpi_why");
    }
  add_inputs (build, section);
  add_counter_metrics (build, section);
  add_questions (build, section);
  add_weaknesses (build, section);
}
