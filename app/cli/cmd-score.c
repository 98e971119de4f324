/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "analysis/agreement.h"
#include "analysis/robustness.h"
#include "analysis/scores.h"
#include "rounds/round.h"

/* How far apart the people's own totals of a candidate lie. */
static void
get_spread (NsmScores *scores, guint candidate, double *low, double *high)
{
  *low = *high = NAN;
  for (guint p = 0; p < nsm_scores_get_n_people (scores); p++)
    {
      double total = nsm_scores_get_person_total (scores, p, candidate);

      if (isnan (total))
        continue;
      *low = isnan (*low) ? total : MIN (*low, total);
      *high = isnan (*high) ? total : MAX (*high, total);
    }
}

static void
print_text (NsmScores *scores, NsmRobustness *robustness)
{
  cli_out ("%-4s  %-5s  %-11s  %s", _("Rank"), _("Score"), _("From–to"), _("Candidate"));
  for (guint i = 0; i < nsm_scores_get_n_candidates (scores); i++)
    {
      guint c = nsm_scores_get_nth (scores, i);
      g_autofree char *rank = NULL;
      double low, high;

      get_spread (scores, c, &low, &high);
      if (nsm_scores_is_calibration (scores, c) || isnan (nsm_scores_get_rank (scores, c)))
        rank = g_strdup ("–");
      else
        rank = g_strdup_printf ("%g", nsm_scores_get_rank (scores, c));
      if (isnan (low))
        cli_out ("%4s  %5s  %11s  %s", rank, "–", "–", nsm_scores_get_candidate_title (scores, c));
      else
        cli_out ("%4s  %5.1f  %5.1f–%-5.1f  %s%s", rank, nsm_scores_get_total (scores, c), low, high,
                 nsm_scores_get_candidate_title (scores, c),
                 nsm_scores_is_calibration (scores, c) ? _(" (bad on purpose)") : "");
    }
  cli_out ("\n%s", robustness->headline);
  if (!nsm_scores_is_single (scores))
    {
      g_autoptr (NsmAgreement) agreement = nsm_agreement_new (scores);

      cli_out ("%s", agreement->sentence);
    }
}

static cJSON *
make_cells (NsmScores *scores, guint candidate)
{
  cJSON *cells = cJSON_CreateArray ();

  for (guint k = 0; k < nsm_scores_get_n_criteria (scores); k++)
    {
      const NsmCell *from = nsm_scores_get_cell (scores, candidate, k);
      cJSON *cell = cJSON_CreateObject ();

      cJSON_AddStringToObject (cell, "criterion", nsm_scores_get_criterion_id (scores, k));
      cJSON_AddStringToObject (cell, "name", nsm_scores_get_criterion_name (scores, k));
      cli_add_number (cell, "n", from->n);
      cli_add_number (cell, "mean", from->mean);
      cli_add_number (cell, "median", from->median);
      cli_add_number (cell, "low", from->low);
      cli_add_number (cell, "high", from->high);
      cli_add_number (cell, "iqr", from->iqr);
      cJSON_AddItemToArray (cells, cell);
    }
  return cells;
}

static int
print_json (NsmScores *scores, NsmRobustness *robustness)
{
  cJSON *result = cJSON_CreateObject ();
  cJSON *list = cJSON_AddArrayToObject (result, "candidates");

  cli_add_number (result, "people", nsm_scores_get_n_people (scores));
  for (guint i = 0; i < nsm_scores_get_n_candidates (scores); i++)
    {
      guint c = nsm_scores_get_nth (scores, i);
      cJSON *item = cJSON_CreateObject ();
      double low, high;

      get_spread (scores, c, &low, &high);
      cJSON_AddStringToObject (item, "id", nsm_scores_get_candidate_id (scores, c));
      cJSON_AddStringToObject (item, "title", nsm_scores_get_candidate_title (scores, c));
      cJSON_AddBoolToObject (item, "calibration", nsm_scores_is_calibration (scores, c));
      cli_add_number (item, "rank", nsm_scores_get_rank (scores, c));
      cli_add_number (item, "score", nsm_scores_get_total (scores, c));
      cli_add_number (item, "low", low);
      cli_add_number (item, "high", high);
      cJSON_AddItemToObject (item, "criteria", make_cells (scores, c));
      cJSON_AddItemToArray (list, item);
    }
  cJSON_AddStringToObject (result, "recommendation", robustness->headline);
  return cli_print_json (result);
}

static int
run (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  gboolean json;
  int status;
  g_autoptr (NsmWorkshop) workshop = cli_open (&cli_score, NULL, &rest, &json, &status);
  g_autoptr (NsmScores) scores = NULL;
  g_autoptr (NsmRobustness) robustness = NULL;
  NsmRound *round;

  if (workshop == NULL)
    return status;
  round = nsm_workshop_get_revealed_round (workshop, NSM_ROUND_KIND_SCORES);
  scores = round != NULL ? nsm_scores_new (round) : NULL;
  if (scores == NULL)
    {
      cli_say (_("No scores are revealed in this workshop."));
      return CLI_NO;
    }
  robustness = nsm_robustness_new (scores, workshop->settings);
  if (json)
    return print_json (scores, robustness);
  print_text (scores, robustness);
  return cli_finish (CLI_DONE);
}

const CliCommand cli_score = { "score", N_("FILE"), N_("Show the ranking and how far people are apart"),
                               run };
