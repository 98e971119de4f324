/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rounds/people.h"

/* Below this share of panels and weightings a candidate leads next to never. */
#define HARDLY 0.05

/**
 * nsm_words_dup_short_title:
 *
 * Returns: (transfer full): the candidate's name without its time window while it is
 *   still worded as it was scored, else its title in the round
 */
char *
nsm_words_dup_short_title (NsmWorkshop *workshop, NsmScores *scores, guint candidate)
{
  const char *title = nsm_scores_get_candidate_title (scores, candidate);
  NsmRecord *found =
    nsm_record_find (NSM_RECORD (workshop), nsm_scores_get_candidate_id (scores, candidate));

  if (found != NULL && NSM_IS_CANDIDATE (found))
    {
      NsmMetric *metric = nsm_candidate_get_metric (NSM_CANDIDATE (found));
      g_autofree char *now = nsm_candidate_dup_title (NSM_CANDIDATE (found));

      if (metric != NULL && metric->name[0] != '\0' && g_str_equal (now, title))
        return g_strdup (metric->name);
    }
  return g_strdup (title);
}

static const NsmDiscussion *
find_decisive (GPtrArray *discussions)
{
  for (guint i = 0; i < discussions->len; i++)
    {
      const NsmDiscussion *discussion = g_ptr_array_index (discussions, i);

      if (discussion->disagrees && discussion->impact != NSM_IMPACT_NONE)
        return discussion;
    }
  return NULL;
}

static char *
dup_decisive_headline (NsmScores *scores, const char *winner, guint winner_number,
                       const NsmDiscussion *discussion)
{
  const char *criterion = nsm_scores_get_criterion_name (scores, discussion->criterion);

  if (discussion->impact == NSM_IMPACT_GROUP)
    /* Translators: a candidate; a criterion */
    return g_strdup_printf (_("“%s” leads. How you see “%s” could still change that."), winner,
                            criterion);
  if (discussion->candidate == winner_number)
    /* Translators: a candidate; a criterion */
    return g_strdup_printf (_("“%s” leads. Its mark for “%s” could still change that."), winner,
                            criterion);
  /* Translators: a candidate; a criterion; the place of another candidate */
  return g_strdup_printf (_("“%s” leads; “%s” of number %d could still change that."), winner,
                          criterion,
                          (int) ceil (nsm_scores_get_rank (scores, discussion->candidate)));
}

/**
 * nsm_words_dup_headline:
 * @discussions: (element-type NsmDiscussion): in the order of discussion
 *
 * Returns: (transfer full): one sentence on who leads and what could change it
 */
char *
nsm_words_dup_headline (NsmWorkshop *workshop, NsmScores *scores, NsmRobustness *robustness,
                        GPtrArray *discussions)
{
  const NsmDiscussion *decisive = find_decisive (discussions);
  g_autofree char *winner = NULL;

  if (!robustness->has_winner || robustness->tied)
    return g_strdup (robustness->headline);
  winner = nsm_words_dup_short_title (workshop, scores, robustness->winner);
  if (!robustness->has_runner_up)
    return g_strdup_printf (_("“%s” is the only one to choose."), winner);
  if (decisive != NULL)
    return dup_decisive_headline (scores, winner, robustness->winner, decisive);
  if (nsm_scores_is_single (scores))
    return g_strdup_printf (_("“%s” leads, in one person’s eyes."), winner);
  switch (robustness->firmness)
    {
    case NSM_FIRMNESS_FIRM:
      return g_strdup_printf (_("You agree: “%s” leads, whoever of you is asked."), winner);
    case NSM_FIRMNESS_LEANING:
      return g_strdup_printf (_("“%s” leads, and no single disagreement would change that."), winner);
    case NSM_FIRMNESS_TOSS:
    case NSM_FIRMNESS_NONE:
    default:
      return g_strdup_printf (_("“%s” leads, but only by a hair."), winner);
    }
}

static char *
dup_without (NsmScores *scores, NsmRobustness *robustness)
{
  guint n = robustness->n_changed_without;

  if (n == 0 || !robustness->has_winner || nsm_scores_is_single (scores))
    return NULL;
  if (n > 1 || !nsm_round_shows_people (nsm_scores_get_round (scores)))
    return g_strdup_printf (ngettext ("Without one of you, another would lead.",
                                      "Without any one of %u of you, another would lead.", n),
                            n);
  for (guint i = 0; i < robustness->n_people; i++)
    {
      guint other = robustness->winner_without[i];
      const char *name = nsm_scores_get_person_name (scores, i);

      if (other == robustness->winner)
        continue;
      if (other == G_MAXUINT)
        return g_strdup_printf (_("Without %s, no single one would lead."), name);
      return g_strdup_printf (_("Without %s, number %d would lead."), name,
                              (int) ceil (nsm_scores_get_rank (scores, other)));
    }
  return NULL;
}

/**
 * nsm_words_dup_agreement:
 *
 * Returns: (transfer full): how far people agree, honest about the panel's size, and
 *   whose absence would change the winner
 */
char *
nsm_words_dup_agreement (NsmScores *scores, NsmAgreement *agreement, NsmRobustness *robustness)
{
  g_autofree char *without = dup_without (scores, robustness);

  if (without == NULL)
    return g_strdup (agreement->sentence);
  return g_strdup_printf ("%s %s", agreement->sentence, without);
}

/**
 * nsm_words_dup_spread:
 *
 * Returns: (transfer full): median and spread of a cell: "median 4.0, from 1 to 5, the
 *   middle half from 3.3 to 4.3"; "" without marks
 */
char *
nsm_words_dup_spread (const NsmCell *cell)
{
  g_autofree char *median = NULL;
  g_autofree char *q1 = NULL;
  g_autofree char *q3 = NULL;

  if (cell->n == 0)
    return g_strdup ("");
  median = nsm_scores_format (cell->median);
  if (cell->n < 2 || cell->low == cell->high)
    return g_strdup_printf (_("median %s"), median);
  q1 = nsm_scores_format (cell->q1);
  q3 = nsm_scores_format (cell->q3);
  /* Translators: the median, lowest and highest mark, and the quartiles */
  return g_strdup_printf (_("median %s, from %.0f to %.0f, the middle half from %s to %s"), median,
                          cell->low, cell->high, q1, q3);
}

/**
 * nsm_words_dup_figures:
 *
 * Returns: (transfer full): mean, median and spread of a cell; "" without marks
 */
char *
nsm_words_dup_figures (const NsmCell *cell)
{
  g_autofree char *mean = NULL;
  g_autofree char *spread = NULL;

  if (cell->n == 0)
    return g_strdup ("");
  mean = nsm_scores_format (cell->mean);
  spread = nsm_words_dup_spread (cell);
  /* Translators: the mean; then median and spread */
  return g_strdup_printf (_("Mean %s, %s"), mean, spread);
}

/**
 * nsm_words_dup_shift:
 *
 * Returns: (transfer full): an arrow and by how much a mean moved
 */
char *
nsm_words_dup_shift (double shift)
{
  g_autofree char *size = nsm_scores_format (fabs (shift));

  return g_strdup_printf ("%s %s", shift > 0 ? "▲" : "▼", size);
}

/**
 * nsm_words_get_chances:
 *
 * Returns: (transfer none): in two or three words, whether the candidate leads or could
 */
const char *
nsm_words_get_chances (NsmRobustness *robustness, guint candidate)
{
  double share = MAX (robustness->resample_share[candidate], robustness->weight_share[candidate]);

  if (robustness->has_winner && robustness->winner == candidate && !robustness->tied)
    switch (robustness->firmness)
      {
      case NSM_FIRMNESS_FIRM:
        return _("leads, firm");
      case NSM_FIRMNESS_LEANING:
        return _("leads, leaning");
      case NSM_FIRMNESS_TOSS:
      case NSM_FIRMNESS_NONE:
      default:
        return _("leads, a coin toss");
      }
  if (share <= 0)
    return _("never leads");
  return share < HARDLY ? _("hardly ever leads") : _("could lead");
}

/**
 * nsm_words_dup_place:
 *
 * Returns: (transfer full): what stands below a candidate's name: whether it leads or
 *   could, and where it stood in the round before if that was elsewhere
 */
char *
nsm_words_dup_place (NsmRoundFigures *figures, guint candidate)
{
  const NsmClimb *climb;
  const char *chances;

  if (nsm_scores_is_calibration (figures->scores, candidate))
    return g_strdup (_("bad on purpose"));
  chances = nsm_words_get_chances (figures->robustness, candidate);
  if (figures->movement == NULL)
    return g_strdup (chances);
  climb = &figures->movement->climbs[candidate];
  if (!climb->ranked_twice || climb->from_rank == climb->to_rank)
    return g_strdup (chances);
  /* Translators: "leads, firm"; an arrow up or down; the place in the round before */
  return g_strdup_printf (_("%s · %s was number %d"), chances,
                          climb->to_rank < climb->from_rank ? "▲" : "▼",
                          (int) ceil (climb->from_rank));
}

/**
 * nsm_words_dup_calibration:
 *
 * Returns: (transfer full) (nullable): what the deliberately bad candidates say about
 *   the scorecard; NULL where there are none
 */
char *
nsm_words_dup_calibration (NsmWorkshop *workshop, NsmScores *scores)
{
  g_autoptr (GPtrArray) warnings = nsm_calibrate (scores);
  guint best = G_MAXUINT;
  g_autofree char *title = NULL;
  g_autofree char *total = NULL;

  if (warnings->len > 0)
    {
      const NsmCalibration *first = g_ptr_array_index (warnings, 0);

      return g_strdup (first->sentence);
    }
  for (guint i = 0; i < nsm_scores_get_n_candidates (scores); i++)
    if (nsm_scores_is_calibration (scores, i) && !isnan (nsm_scores_get_total (scores, i))
        && (best == G_MAXUINT
            || nsm_scores_get_total (scores, i) > nsm_scores_get_total (scores, best)))
      best = i;
  if (best == G_MAXUINT)
    return NULL;
  title = nsm_words_dup_short_title (workshop, scores, best);
  total = nsm_scores_format (nsm_scores_get_total (scores, best));
  /* Translators: a deliberately bad candidate and its score */
  return g_strdup_printf (_("“%s” scored %s: the scale works"), title, total);
}
