/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moved between two rounds, in words. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/movement.h"
#include "analysis/private.h"
#include "model/participant.h"
#include "rounds/round.h"

#include "record/language.h"

/* More names than these are a number. */
#define MOST_NAMES 3

static const char *
get_winner_title (NsmScores *scores)
{
  return nsm_scores_get_candidate_title (scores, scores->top.winner);
}

static char *
dup_cells_sentence (NsmMovement *self)
{
  if (self->n_compared == 0)
    return g_strdup (_("No cell was marked by two people in both rounds, so there is nothing to "
                       "compare."));
  if (self->n_closer == 0 && self->n_apart == 0)
    return g_strdup_printf (ngettext ("In the %u cell of both rounds people are as far apart as "
                                      "before.",
                                      "In all %u cells of both rounds people are as far apart as "
                                      "before.",
                                      self->n_compared),
                            self->n_compared);
  /* Translators: numbers of cells: closer together, further apart, all */
  return g_strdup_printf (ngettext ("People came closer in %u and moved apart in %u of %u cell.",
                                    "People came closer in %u and moved apart in %u of %u cells.",
                                    self->n_compared),
                          self->n_closer, self->n_apart, self->n_compared);
}

static char *
dup_winner_sentence (NsmMovement *self, NsmScores *earlier, NsmScores *later)
{
  if (earlier->top.n == 0 || later->top.n == 0)
    return NULL;
  if (!self->winner_changed)
    return later->top.n > 1
             ? g_strdup (_("The first place is still shared."))
             : g_strdup_printf (_("“%s” still leads."), get_winner_title (later));
  if (later->top.n > 1)
    return earlier->top.n > 1
             ? g_strdup (_("The first place is shared by others than before."))
             : g_strdup_printf (_("“%s” led before; now the first place is shared."),
                                get_winner_title (earlier));
  if (earlier->top.n > 1)
    return g_strdup_printf (_("“%s” leads; before, the first place was shared."),
                            get_winner_title (later));
  if (!nsm_scores_find_candidate (
        later, nsm_scores_get_candidate_id (earlier, earlier->top.winner), NULL))
    /* Translators: the candidate that leads now, and the one that led before */
    return g_strdup_printf (_("“%s” leads; “%s”, which led before, wasn’t scored again."),
                            get_winner_title (later), get_winner_title (earlier));
  /* Translators: the candidate that leads now, and the one that led before */
  return g_strdup_printf (_("“%s” leads now; before, it was “%s”."), get_winner_title (later),
                          get_winner_title (earlier));
}

static void
add_climbs (NsmMovement *self, NsmScores *later)
{
  if (!self->same_scorecard)
    {
      g_ptr_array_add (self->sentences,
                       g_strdup (_("Criteria or weights changed between the rounds, so totals and "
                                   "ranks don’t compare.")));
      return;
    }
  for (guint i = 0; i < self->n_candidates; i++)
    {
      guint c = nsm_scores_get_nth (later, i);
      const NsmClimb *climb = &self->climbs[c];
      g_autofree char *from = nsm_number_dup (climb->from_rank, -1);
      g_autofree char *to = nsm_number_dup (climb->to_rank, -1);

      if (!climb->ranked_twice || fabs (climb->to_rank - climb->from_rank) < NSM_TIE)
        continue;
      g_ptr_array_add (self->sentences,
                       g_strdup_printf (climb->to_rank < climb->from_rank
                                          /* Translators: a candidate, ranks before and now */
                                          ? _("“%s” rose from rank %s to %s.")
                                          : _("“%s” fell from rank %s to %s."),
                                        nsm_scores_get_candidate_title (later, c), from, to));
    }
}

static char *
dup_changed (const char *name, guint n, guint n_toward)
{
  if (n_toward == n)
    return g_strdup_printf (
      /* Translators: a person, how many marks they changed */
      ngettext ("%s changed %u mark, toward the middle of the others.",
                "%s changed %u marks, all toward the middle of the others.", n),
      name, n);
  if (n_toward == 0)
    return g_strdup_printf (
      /* Translators: a person, how many marks they changed */
      ngettext ("%s changed %u mark, not toward the middle of the others.",
                "%s changed %u marks, none toward the middle of the others.", n),
      name, n);
  return g_strdup_printf (
    /* Translators: a person, how many marks they changed, how many of those to the middle */
    _("%s changed %u marks, %u of them toward the middle of the others."), name, n, n_toward);
}

static void
add_people (NsmMovement *self, NsmScores *earlier, NsmScores *later)
{
  for (guint p = 0; p < later->n_people; p++)
    {
      const char *name = nsm_scores_get_person_name (later, p);
      const NsmAttraction *most = NULL;
      guint n = 0, n_toward = 0;

      for (guint i = 0; i < self->moves->len; i++)
        {
          const NsmMove *move = &g_array_index (self->moves, NsmMove, i);

          n += move->person == p ? 1 : 0;
          n_toward += move->person == p && move->toward_others ? 1 : 0;
        }
      if (n == 0)
        continue;
      g_ptr_array_add (self->sentences, dup_changed (name, n, n_toward));
      for (guint i = 0; i < self->attractions->len && most == NULL; i++)
        if (g_array_index (self->attractions, NsmAttraction, i).person == p)
          most = &g_array_index (self->attractions, NsmAttraction, i);
      if (most != NULL && most->n > 1)
        g_ptr_array_add (
          self->sentences,
          g_strdup_printf (
            /* Translators: a person, how many marks, the person whose marks they came to */
            ngettext ("%s came with %u mark to where %s had been, or near it.",
                      "%s came with %u marks to where %s had been, or near it.", most->n),
            name, most->n, nsm_scores_get_person_name (earlier, most->earlier_toward)));
    }
}

static void
add_agreement (NsmMovement *self)
{
  g_autofree char *from = nsm_number_dup (self->from_w, 2);
  g_autofree char *to = nsm_number_dup (self->to_w, 2);

  if (isnan (self->from_w) || isnan (self->to_w) || !self->same_scorecard)
    return;
  /* Nothing moved: the same twice is no news. */
  if (strcmp (from, to) == 0 && self->from_w_people == self->to_w_people)
    return;
  g_ptr_array_add (self->sentences,
                   /* Translators: Kendall's coefficient and the number of people, before and now */
                   g_strdup_printf (_("How alike people rank the candidates: Kendall’s W was %s "
                                      "(n = %u) and is %s (n = %u)."),
                                    from, self->from_w_people, to, self->to_w_people));
}

void
nsm_movement_put_into_words (NsmMovement *self, NsmScores *earlier, NsmScores *later)
{
  g_autofree char *cells = dup_cells_sentence (self);
  g_autofree char *winner = dup_winner_sentence (self, earlier, later);
  g_autoptr (GString) headline = g_string_new (cells);

  /* Marks that changed there may be listed below. */
  if (self->n_compared > 0 && self->n_left_out > 0)
    g_string_append_printf (headline, " %s",
                            ngettext ("The candidate that is bad on purpose isn’t counted there.",
                                      "The candidates that are bad on purpose aren’t counted there.",
                                      self->n_left_out));
  if (winner != NULL)
    g_string_append_printf (headline, " %s", winner);
  self->headline = g_strdup (headline->str);
  add_climbs (self, later);
  add_people (self, earlier, later);
  add_agreement (self);
}

/**
 * nsm_movement_dup_cell_sentence:
 * @candidate: of the later round, as @criterion
 *
 * Returns: (transfer full): mean and distance of the cell before and now; "" where one of
 *   the rounds has no mark in it
 */
char *
nsm_movement_dup_cell_sentence (NsmMovement *self, NsmScores *earlier, NsmScores *later,
                                guint candidate, guint criterion)
{
  const NsmMovementCell *cell = nsm_movement_get_cell (self, candidate, criterion);
  const NsmCell *now = nsm_scores_get_cell (later, candidate, criterion);
  g_autofree char *to = nsm_scores_format (now->mean);
  g_autofree char *from = nsm_scores_format (now->mean - cell->mean_shift);
  double distance = now->high - now->low;

  if (isnan (cell->mean_shift))
    return g_strdup ("");
  if (later->n_people < 2 && earlier->n_people < 2)
    /* Translators: one person's mark before and now */
    return g_strdup_printf (_("%s before, %s now."), from, to);
  /* Translators: the mean before and now, how far marks lie apart before and now */
  return g_strdup_printf (_("Mean %s before, %s now; the marks lay %.0f apart and lie %.0f apart."),
                          from, to, distance - cell->distance_shift, distance);
}

static char *
dup_names (const NsmMove *move, NsmScores *earlier)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (move->toward->len > MOST_NAMES)
    return g_strdup_printf (ngettext ("%u other", "%u others", move->toward->len),
                            move->toward->len);
  for (guint i = 0; i < move->toward->len; i++)
    g_ptr_array_add (names,
                     (gpointer) nsm_scores_get_person_name (
                       earlier, g_array_index (move->toward, guint, i)));
  return nsm_names_dup_list (names);
}

static gboolean
is_there (const NsmMove *move, NsmScores *earlier, NsmScores *later)
{
  guint c, k;

  if (!nsm_scores_find_candidate (earlier, nsm_scores_get_candidate_id (later, move->candidate),
                                  &c) ||
      !nsm_scores_find_criterion (earlier, nsm_scores_get_criterion_id (later, move->criterion),
                                  &k))
    return FALSE;
  return fabs (nsm_scores_get_mark (earlier, g_array_index (move->toward, guint, 0), c, k) -
               move->to) < NSM_TIE;
}

/**
 * nsm_move_dup_sentence:
 * @move: of a movement from @earlier to @later
 *
 * Returns: (transfer full): "Mei went from 2 to 4, to where Luis had been."
 */
char *
nsm_move_dup_sentence (const NsmMove *move, NsmScores *earlier, NsmScores *later)
{
  const char *name = nsm_scores_get_person_name (later, move->person);
  g_autofree char *others = NULL;

  if (move->toward->len == 0)
    /* Translators: a person, their mark before and now */
    return g_strdup_printf (_("%s went from %.0f to %.0f, toward nobody."), name, move->from,
                            move->to);
  others = dup_names (move, earlier);
  if (is_there (move, earlier, later))
    /* Translators: a person, their mark before and now, and who had given that mark before */
    return g_strdup_printf (_("%s went from %.0f to %.0f, to where %s had been."), name,
                            move->from, move->to, others);
  /* Translators: a person, their mark before and now, and who they came nearer to */
  return g_strdup_printf (_("%s went from %.0f to %.0f, toward %s."), name, move->from, move->to,
                          others);
}

/**
 * nsm_scores_find_earlier_round:
 *
 * Returns: (transfer none) (nullable): the newest readable round of scores before the one
 *   that @self is of, in the same workshop
 */
NsmRound *
nsm_scores_find_earlier_round (NsmScores *self)
{
  NsmRecord *root = self->round != NULL ? nsm_record_get_root (NSM_RECORD (self->round)) : NULL;
  NsmRound *found = NULL;

  if (root == NULL || !NSM_IS_WORKSHOP (root))
    return NULL;
  NSM_LIST_EACH (NsmRound, round, NSM_WORKSHOP (root)->rounds)
    {
      if (round == self->round)
        break;
      if (round->kind == NSM_ROUND_KIND_SCORES && nsm_round_is_readable (round))
        found = round;
    }
  return found;
}
