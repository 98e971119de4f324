/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/build-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "report/plot-private.h"

static double
count_without (NsmRobustness *robustness, guint candidate)
{
  double n = 0;

  for (guint p = 0; p < robustness->n_people; p++)
    n += robustness->winner_without[p] == candidate ? 1 : 0;
  return n;
}

static GArray *
find_chances (NsmScores *scores, NsmRobustness *robustness)
{
  GArray *chances = g_array_new (FALSE, FALSE, sizeof (NsmPlotChance));

  for (guint i = 0; i < nsm_scores_get_n_candidates (scores); i++)
    {
      guint candidate = nsm_scores_get_nth (scores, i);
      NsmPlotChance chance = { .title = nsm_scores_get_candidate_title (scores, candidate),
                               .leads = candidate == robustness->winner,
                               .without = count_without (robustness, candidate),
                               .people = robustness->resample_share[candidate],
                               .weights = robustness->weight_share[candidate] };

      if (!nsm_scores_is_calibration (scores, candidate) &&
          !isnan (nsm_scores_get_total (scores, candidate)))
        g_array_append_val (chances, chance);
    }
  return chances;
}

static void
add_caption (NsmNode *node, NsmRobustness *robustness)
{
  if (robustness->n_people > 1)
    nsm_runs_add_template (
      node->runs,
      _("How often each candidate comes first: without one of the people, with panels drawn again "
        "from the same people, and with %s weightings of the criteria drawn at random. "),
      nsm_run_new_number (robustness->n_weightings, 0), NULL);
  else
    nsm_runs_add_template (
      node->runs,
      _("How often each candidate comes first with %s weightings of the criteria drawn at random. "),
      nsm_run_new_number (robustness->n_weightings, 0), NULL);
  nsm_runs_add_verbatim (node->runs,
                         _("The nearer to always, the less the first place depends on who was asked "
                           "and on what counts how much; beyond the lines it is firm."));
}

/* How sure the first place is, as a picture. Nothing where there is nothing to choose from. */
void
nsm_build_robustness (NsmBuild *build, NsmNode *section, NsmScores *scores,
                      NsmRobustness *robustness)
{
  NsmSettings *settings = build->workshop->settings;
  NsmPlotChances chances = { .n_people = robustness->n_people,
                             .firm_people = settings->firm_resamples,
                             .firm_weights = settings->firm_weights };
  g_autoptr (GArray) all = NULL;
  NsmNode *node;

  if (!robustness->has_winner || !robustness->has_runner_up)
    return;
  chances.chances = all = find_chances (scores, robustness);
  if (all->len < 2)
    return;
  node = nsm_build_add_plot (section, "robustness",
                             nsm_plot_new_robustness (&chances, NSM_PLOT_WIDTH),
                             nsm_plot_new_robustness (&chances, NSM_FIGURE_NARROW));
  add_caption (node, robustness);
}
