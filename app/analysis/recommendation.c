/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/private.h"
#include "analysis/robustness.h"

/* From figures to a side that is taken, in words. */

/* A criterion would have to weigh so much more, at most, to be worth saying. */
#define MOST_FACTOR 10

static NsmFirmness
judge (NsmRobustness *self, NsmSettings *settings)
{
  double resamples, weights;

  if (!self->has_winner || !self->has_runner_up)
    return NSM_FIRMNESS_NONE;
  if (self->tied)
    return NSM_FIRMNESS_TOSS;
  resamples = self->resample_share[self->winner] + NSM_TIE;
  weights = self->weight_share[self->winner] + NSM_TIE;
  /* One person's view may lean, and is never firm. */
  if (self->n_people > 1 && self->n_changed_without == 0 && self->flips->len == 0 &&
      resamples >= settings->firm_resamples && weights >= settings->firm_weights)
    return NSM_FIRMNESS_FIRM;
  if (resamples >= settings->leaning_share && weights >= settings->leaning_share)
    return NSM_FIRMNESS_LEANING;
  return NSM_FIRMNESS_TOSS;
}

static const char *
get_label (NsmFirmness firmness)
{
  switch (firmness)
    {
    case NSM_FIRMNESS_FIRM:
      return _("Firm");
    case NSM_FIRMNESS_LEANING:
      return _("Leaning");
    case NSM_FIRMNESS_TOSS:
      return _("A coin toss");
    case NSM_FIRMNESS_NONE:
    default:
      return _("No recommendation");
    }
}

static char *
dup_verdict (NsmRobustness *self, NsmScores *scores)
{
  const char *winner, *runner_up;

  if (!self->has_winner)
    return g_strdup (_("There is nothing to recommend yet: no candidate has a score."));
  winner = nsm_scores_get_candidate_title (scores, self->winner);
  if (!self->has_runner_up)
    return g_strdup_printf (
      _("“%s” is the only candidate with a score, so there is nothing to choose from."), winner);
  runner_up = nsm_scores_get_candidate_title (scores, self->runner_up);
  switch (self->firmness)
    {
    case NSM_FIRMNESS_FIRM:
      return g_strdup_printf (_("Choose “%s”."), winner);
    case NSM_FIRMNESS_LEANING:
      return g_strdup_printf (_("Choose “%s”, and keep “%s” in mind."), winner, runner_up);
    case NSM_FIRMNESS_TOSS:
    case NSM_FIRMNESS_NONE:
    default:
      if (self->n_people == 1)
        return g_strdup_printf (
          _("Choose “%s”, but look again first: “%s” is as good as level with it."), winner,
          runner_up);
      if (self->tied)
        return g_strdup_printf (
          _("Choose “%s”, but only after talking: it shares the first place with “%s”."), winner,
          runner_up);
      return g_strdup_printf (
        _("Choose “%s”, but only after talking: against “%s” it is a coin toss."), winner,
        runner_up);
    }
}

static char *
dup_explanation (NsmRobustness *self, NsmScores *scores)
{
  g_autofree char *resamples = NULL;
  g_autofree char *weights = NULL;

  if (!self->has_winner || !self->has_runner_up)
    return g_strdup ("");
  resamples = nsm_format_share (self->resample_share[self->winner]);
  weights = nsm_format_share (self->weight_share[self->winner]);
  if (self->n_people == 1)
    return g_strdup_printf (
      _("That is one person’s view, and it comes first in %s of weightings."), weights);
  if (self->n_changed_without == 0 && !self->tied)
    return g_strdup_printf (
      self->audience == NSM_AUDIENCE_ROOM
        ? _("It stays first without any one of you, in %s of redrawn panels and in %s of "
            "weightings.")
        : _("It stays first without any one person, in %s of redrawn panels and in %s of "
            "weightings."),
      resamples, weights);
  return g_strdup_printf (_("It comes first in %s of redrawn panels and in %s of weightings."),
                          resamples, weights);
}

/* What would have to change */

static double
sum_weights (NsmScores *scores, guint candidate)
{
  double sum = 0;

  for (guint k = 0; k < scores->n_criteria; k++)
    if (!isnan (scores->means[(gsize) candidate * scores->n_criteria + k]))
      sum += scores->weights[k];
  return sum;
}

/* The one criterion on which the runner-up has most to gain, if that is enough:
 * what its mean would have to be to draw level. */
static gboolean
find_one_criterion (NsmRobustness *self, NsmScores *scores, guint *criterion, double *to)
{
  const double *means = scores->means + (gsize) self->runner_up * scores->n_criteria;
  double weight = sum_weights (scores, self->runner_up), room = 0;

  for (guint k = 0; k < scores->n_criteria; k++)
    {
      double gain = isnan (means[k]) ? 0 : scores->weights[k] * (5 - means[k]);

      if (gain > room + NSM_TIE)
        {
          room = gain;
          *criterion = k;
        }
    }
  if (room <= 0 || room <= self->gap * weight + NSM_TIE)
    return FALSE;
  *to = means[*criterion] + self->gap * weight / scores->weights[*criterion];
  return TRUE;
}

/* How many criteria would need full marks for the runner-up to come first. */
static guint
count_criteria (NsmRobustness *self, NsmScores *scores)
{
  const double *means = scores->means + (gsize) self->runner_up * scores->n_criteria;
  g_autofree gboolean *used = g_new0 (gboolean, scores->n_criteria);
  double need = self->gap * sum_weights (scores, self->runner_up), got = 0;

  for (guint n = 1; n <= scores->n_criteria; n++)
    {
      guint best = G_MAXUINT;
      double room = -1;

      for (guint k = 0; k < scores->n_criteria; k++)
        if (!used[k] && !isnan (means[k]) && scores->weights[k] * (5 - means[k]) > room)
          {
            best = k;
            room = scores->weights[k] * (5 - means[k]);
          }
      if (best == G_MAXUINT)
        break;
      used[best] = TRUE;
      got += room;
      if (got > need + NSM_TIE)
        return n;
    }
  return 0;
}

/* The criterion whose weight would have to grow least; NAN if none is within reach. */
static double
find_factor (NsmRobustness *self, NsmScores *scores, guint *criterion)
{
  const double *winner = scores->means + (gsize) self->winner * scores->n_criteria;
  const double *other = scores->means + (gsize) self->runner_up * scores->n_criteria;
  double behind = 0, factor = NAN;

  for (guint k = 0; k < scores->n_criteria; k++)
    {
      if (isnan (winner[k]) || isnan (other[k]))
        return NAN;
      behind += scores->weights[k] * (winner[k] - other[k]);
    }
  for (guint k = 0; k < scores->n_criteria; k++)
    if (other[k] > winner[k] + NSM_TIE && scores->weights[k] > 0)
      {
        double own = 1 + behind / (other[k] - winner[k]) / scores->weights[k];

        if (own <= MOST_FACTOR && (isnan (factor) || own < factor - NSM_TIE))
          {
            factor = own;
            *criterion = k;
          }
      }
  return factor;
}

static char *
dup_marks_change (NsmRobustness *self, NsmScores *scores)
{
  const char *runner_up = nsm_scores_get_candidate_title (scores, self->runner_up);
  guint criterion = 0, n;
  double to = 0;

  if (find_one_criterion (self, scores, &criterion, &to))
    {
      g_autofree char *from =
        nsm_scores_format (scores->means[(gsize) self->runner_up * scores->n_criteria + criterion]);
      /* Up, so that the mark shown is really enough. */
      g_autofree char *above = nsm_scores_format (MIN (5, floor (to * 10 + 1 + NSM_TIE) / 10));

      /* Translators: a candidate, a criterion, and its mean mark before and after */
      return g_strdup_printf (_("“%s” would overtake it if its “%s” rose from %s to %s."),
                              runner_up, nsm_scores_get_criterion_name (scores, criterion), from,
                              above);
    }
  n = count_criteria (self, scores);
  if (n == 0)
    return g_strdup_printf (_("“%s” wouldn’t overtake it even with full marks everywhere."),
                            runner_up);
  return g_strdup_printf (ngettext ("“%s” would overtake it only with full marks on %u criterion.",
                                    "“%s” would overtake it only with full marks on %u criteria.",
                                    n),
                          runner_up, n);
}

static char *
dup_change (NsmRobustness *self, NsmScores *scores)
{
  g_autofree char *marks = NULL;
  g_autofree char *times = NULL;
  guint criterion = 0;
  double factor;

  if (!self->has_winner || !self->has_runner_up)
    return g_strdup ("");
  if (self->tied)
    return g_strdup (_("One mark more for either decides between them."));
  marks = dup_marks_change (self, scores);
  factor = find_factor (self, scores, &criterion);
  if (isnan (factor))
    return g_steal_pointer (&marks);
  times = nsm_scores_format (floor (factor * 10 + 1 + NSM_TIE) / 10);
  /* Translators: first what marks would change; then a criterion and how many times its weight */
  return g_strdup_printf (_("%s Or if “%s” weighed %s times as much."), marks,
                          nsm_scores_get_criterion_name (scores, criterion), times);
}

/* Reasons */

static void
add_people (NsmRobustness *self, NsmScores *scores)
{
  if (self->n_people < 2)
    return;
  if (self->n_changed_without == 0 && !self->tied)
    {
      g_ptr_array_add (self->reasons, g_strdup (self->audience == NSM_AUDIENCE_ROOM
                                                  ? _("It stays first whoever of you is left out.")
                                                  : _("It stays first whoever is left out.")));
      return;
    }
  for (guint p = 0; p < self->n_people; p++)
    {
      guint other = self->winner_without[p];
      const char *title;

      if (other == self->winner && !self->tied)
        continue;
      title = other != G_MAXUINT ? nsm_scores_get_candidate_title (scores, other) : NULL;
      if (scores->nameless)
        {
          g_ptr_array_add (
            self->reasons,
            g_strdup_printf (ngettext ("Without one of the answers somebody else leads: "
                                       "that holds for %u of them.",
                                       "Without one of the answers somebody else leads: "
                                       "that holds for %u of them.",
                                       self->n_changed_without),
                             self->n_changed_without));
          return;
        }
      if (title != NULL)
        g_ptr_array_add (self->reasons,
                         /* Translators: a person, and the candidate that leads without them */
                         g_strdup_printf (_("Without %s, “%s” leads."),
                                          nsm_scores_get_person_name (scores, p), title));
      else
        g_ptr_array_add (self->reasons,
                         g_strdup_printf (_("Without %s, the first place is shared."),
                                          nsm_scores_get_person_name (scores, p)));
    }
}

static void
add_shares (NsmRobustness *self)
{
  g_autofree char *resamples = nsm_format_share (self->resample_share[self->winner]);
  g_autofree char *weights = nsm_format_share (self->weight_share[self->winner]);

  if (self->n_people > 1 && self->resamples_exact)
    g_ptr_array_add (
      self->reasons,
      g_strdup_printf (self->audience == NSM_AUDIENCE_ROOM
                         ? _("It wins in %s of all panels that can be redrawn from you, some "
                             "people speaking twice.")
                         : _("It wins in %s of all panels that can be redrawn from these people, "
                             "some of them speaking twice."),
                       resamples));
  else if (self->n_people > 1)
    g_ptr_array_add (
      self->reasons,
      g_strdup_printf (self->audience == NSM_AUDIENCE_ROOM
                         ? _("It wins in %s of 10,000 panels redrawn from you, some people "
                             "speaking twice.")
                         : _("It wins in %s of 10,000 panels redrawn from these people, some of "
                             "them speaking twice."),
                       resamples));
  g_ptr_array_add (
    self->reasons,
    g_strdup_printf (_("It wins in %s of 20,000 weightings of the criteria, all equally "
                       "likely."),
                     weights));
}

static void
add_flips (NsmRobustness *self)
{
  if (self->flips->len == 0)
    g_ptr_array_add (
      self->reasons,
      g_strdup (_("No single mark, moved up or down by one, takes the first place away.")));
  else
    g_ptr_array_add (
      self->reasons,
      g_strdup_printf (ngettext ("%u mark, moved by one, is enough to change the first place.",
                                 "%u marks, each moved by one alone, are enough to change the "
                                 "first place.",
                                 self->flips->len),
                       self->flips->len));
}

static void
put_into_words (NsmRobustness *self, NsmScores *scores)
{
  self->verdict = dup_verdict (self, scores);
  self->explanation = dup_explanation (self, scores);
  self->headline = self->explanation[0] == '\0'
                     ? g_strdup (self->verdict)
                     : g_strdup_printf ("%s %s", self->verdict, self->explanation);
  self->what_would_change = dup_change (self, scores);
  if (self->firmness == NSM_FIRMNESS_NONE)
    return;
  add_people (self, scores);
  add_shares (self);
  add_flips (self);
}

void
nsm_robustness_recommend (NsmRobustness *self, NsmScores *scores, NsmSettings *settings)
{
  self->firmness = judge (self, settings);
  self->firmness_label = g_strdup (get_label (self->firmness));
  put_into_words (self, scores);
}

/**
 * nsm_robustness_address:
 * @scores: those that @self was made from
 *
 * Puts the same figures into words for another audience; at first they speak to
 * the room.
 */
void
nsm_robustness_address (NsmRobustness *self, NsmScores *scores, NsmAudience audience)
{
  self->audience = audience;
  g_clear_pointer (&self->verdict, g_free);
  g_clear_pointer (&self->explanation, g_free);
  g_clear_pointer (&self->headline, g_free);
  g_clear_pointer (&self->what_would_change, g_free);
  g_ptr_array_set_size (self->reasons, 0);
  put_into_words (self, scores);
}

/**
 * nsm_robustness_dup_standing:
 *
 * Returns: (transfer full): two or three words for the candidate's row, as "could lead"
 */
char *
nsm_robustness_dup_standing (NsmRobustness *self, guint candidate)
{
  double most = MAX (self->resample_share[candidate], self->weight_share[candidate]);

  if (!self->has_winner)
    return g_strdup ("");
  if (candidate == self->winner && !self->tied)
    switch (self->firmness)
      {
      case NSM_FIRMNESS_FIRM:
        return g_strdup (_("leads, firm"));
      case NSM_FIRMNESS_LEANING:
        return g_strdup (_("leads, leaning"));
      case NSM_FIRMNESS_TOSS:
        return g_strdup (_("leads, a coin toss"));
      case NSM_FIRMNESS_NONE:
      default:
        return g_strdup ("");
      }
  if (most >= 0.1)
    return g_strdup (_("could lead"));
  return g_strdup (most > NSM_TIE ? _("hardly ever leads") : _("never leads"));
}
