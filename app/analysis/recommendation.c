/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/private.h"
#include "analysis/robustness.h"

/* From figures to a side that is taken, in words. */

static NsmFirmness
judge (NsmRobustness *self, const NsmThresholds *thresholds)
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
      resamples >= thresholds->firm_resamples && weights >= thresholds->firm_weights)
    return NSM_FIRMNESS_FIRM;
  if (resamples >= thresholds->leaning_share && weights >= thresholds->leaning_share)
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

/* For those who read it when all is decided. */
static char *
dup_outcome (NsmRobustness *self, const char *winner, const char *runner_up)
{
  if (self->firmness == NSM_FIRMNESS_FIRM)
    return g_strdup_printf (_("“%s” came first."), winner);
  if (self->firmness == NSM_FIRMNESS_LEANING)
    return g_strdup_printf (_("“%s” came first, “%s” not far behind."), winner, runner_up);
  if (self->tied)
    return g_strdup_printf (_("“%s” and “%s” share the first place."), winner, runner_up);
  return g_strdup_printf (_("“%s” came first; against “%s” it is a coin toss."), winner, runner_up);
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
  if (self->audience == NSM_AUDIENCE_READERS)
    return dup_outcome (self, winner, runner_up);
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

/* Where the marks lead that the team agreed on; the recommendation itself rests on
 * what people marked alone. */
static char *
dup_agreed_note (NsmScores *scores)
{
  guint winner = scores->agreed_top.winner;
  g_autofree char *total = NULL;
  g_autofree char *other = NULL;

  if (scores->n_agreed == 0 || scores->agreed_top.n == 0 || scores->top.n == 0)
    return g_strdup ("");
  if (!nsm_top_differs (&scores->agreed_top, &scores->top))
    return g_strdup_printf (
      ngettext ("With the %u mark agreed on after talking the first place is the same.",
                "With the %u marks agreed on after talking the first place is the same.",
                scores->n_agreed),
      scores->n_agreed);
  if (scores->agreed_top.n > 1)
    return g_strdup_printf (
      ngettext ("With the %u mark agreed on after talking the first place would be shared by "
                "others.",
                "With the %u marks agreed on after talking the first place would be shared by "
                "others.",
                scores->n_agreed),
      scores->n_agreed);
  total = nsm_scores_format (scores->agreed_top.total);
  if (scores->top.n > 1)
    return g_strdup_printf (
      ngettext ("With the %u mark agreed on after talking “%s” would lead alone, with %s.",
                "With the %u marks agreed on after talking “%s” would lead alone, with %s.",
                scores->n_agreed),
      scores->n_agreed, nsm_scores_get_candidate_title (scores, winner), total);
  other = nsm_scores_format (scores->agreed_totals[scores->top.winner]);
  return g_strdup_printf (
    /* Translators: how many marks, the candidate that would lead, its score, the other's score */
    ngettext ("With the %u mark agreed on after talking “%s” would lead instead, %s to %s.",
              "With the %u marks agreed on after talking “%s” would lead instead, %s to %s.",
              scores->n_agreed),
    scores->n_agreed, nsm_scores_get_candidate_title (scores, winner), total, other);
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
  self->agreed_note = dup_agreed_note (scores);
  if (self->explanation[0] != '\0' && scores->n_agreed > 0 &&
      nsm_top_differs (&scores->agreed_top, &scores->top))
    {
      g_autofree char *alone = self->explanation;

      self->explanation = g_strdup_printf ("%s %s", alone, self->agreed_note);
    }
  self->headline = self->explanation[0] == '\0'
                     ? g_strdup (self->verdict)
                     : g_strdup_printf ("%s %s", self->verdict, self->explanation);
  self->what_would_change = nsm_robustness_dup_change (self, scores);
  if (self->firmness == NSM_FIRMNESS_NONE)
    return;
  add_people (self, scores);
  add_shares (self);
  add_flips (self);
  if (scores->n_agreed > 0)
    g_ptr_array_add (self->reasons, g_strdup (self->agreed_note));
}

void
nsm_robustness_recommend (NsmRobustness *self, NsmScores *scores, const NsmThresholds *thresholds)
{
  self->firmness = judge (self, thresholds);
  nsm_robustness_find_rise (self, scores);
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
  g_clear_pointer (&self->agreed_note, g_free);
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
