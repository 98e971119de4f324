/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/discuss.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/private.h"

/* What replacing some means by one person's marks leads to. */
typedef struct
{
  NsmScores *scores;
  double *means;  /* scratch, [candidate][criterion] */
  double *totals; /* scratch */
} WhatIf;

static gsize
at (NsmScores *scores, guint candidate, guint criterion)
{
  return (gsize) candidate * scores->n_criteria + criterion;
}

static void
come_round (WhatIf *what_if, guint person, guint candidate, guint criterion)
{
  double mark = nsm_scores_get_mark (what_if->scores, person, candidate, criterion);

  if (!isnan (mark))
    what_if->means[at (what_if->scores, candidate, criterion)] = mark;
}

/* Looks at who wins now, then puts the team's means back. */
static gboolean
changes_winner (WhatIf *what_if, NsmTop *top)
{
  NsmScores *scores = what_if->scores;

  nsm_scores_compute_totals (scores, what_if->means, what_if->totals);
  *top = nsm_scores_find_top (scores, what_if->totals);
  if (scores->n_candidates > 0 && scores->n_criteria > 0)
    memcpy (what_if->means, scores->means,
            sizeof *scores->means * scores->n_candidates * scores->n_criteria);
  return nsm_top_differs (top, &scores->top);
}

static gboolean
row_changes (WhatIf *what_if, guint candidate)
{
  NsmTop top;

  for (guint p = 0; p < what_if->scores->n_people; p++)
    {
      for (guint k = 0; k < what_if->scores->n_criteria; k++)
        come_round (what_if, p, candidate, k);
      if (changes_winner (what_if, &top))
        return TRUE;
    }
  return FALSE;
}

static gboolean
column_changes (WhatIf *what_if, guint criterion)
{
  NsmTop top;

  for (guint p = 0; p < what_if->scores->n_people; p++)
    {
      for (guint c = 0; c < what_if->scores->n_candidates; c++)
        come_round (what_if, p, c, criterion);
      if (changes_winner (what_if, &top))
        return TRUE;
    }
  return FALSE;
}

static char *
dup_cell_sentence (NsmScores *scores, double mark, const NsmTop *top)
{
  const char *title = nsm_scores_get_candidate_title (scores, top->winner);

  if (top->n > 1)
    return g_strdup_printf (
      _("If everybody came round to a %.0f here, the first place would be shared."), mark);
  /* Translators: a mark, and the candidate that would win with it */
  return g_strdup_printf (_("If everybody came round to a %.0f here, “%s” would lead."), mark,
                          title);
}

static void
judge_cell (WhatIf *what_if, NsmDiscussion *item, gboolean group)
{
  for (guint p = 0; p < what_if->scores->n_people; p++)
    {
      NsmTop top;

      come_round (what_if, p, item->candidate, item->criterion);
      if (!changes_winner (what_if, &top))
        continue;
      item->impact = NSM_IMPACT_CELL;
      item->sentence = dup_cell_sentence (
        what_if->scores, nsm_scores_get_mark (what_if->scores, p, item->candidate, item->criterion),
        &top);
      return;
    }
  item->impact = group ? NSM_IMPACT_GROUP : NSM_IMPACT_NONE;
  item->sentence = g_strdup (group ? _("On its own this doesn’t change the winner; together with "
                                       "its whole row or column it could.")
                                   : _("On its own this doesn’t change the winner."));
}

static double
get_gap (NsmScores *scores)
{
  guint runner_up;

  if (!nsm_scores_get_runner_up (scores, &runner_up))
    return NAN;
  return scores->top.total - scores->totals[runner_up];
}

/* How far the total moves when the cell's mean becomes its most distant mark. */
static void
measure_shift (NsmScores *scores, NsmDiscussion *item, double gap)
{
  const NsmCell *cell = nsm_scores_get_cell (scores, item->candidate, item->criterion);
  double weight = 0;

  for (guint k = 0; k < scores->n_criteria; k++)
    if (!isnan (scores->means[at (scores, item->candidate, k)]))
      weight += scores->weights[k];
  item->distance = cell->high - cell->low;
  item->shift = weight > 0 ? MAX (cell->high - cell->mean, cell->mean - cell->low) *
                               scores->weights[item->criterion] / weight
                           : 0;
  item->share = gap > NSM_TIE ? item->shift / gap : INFINITY;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const NsmDiscussion *x = *(const NsmDiscussion *const *) a;
  const NsmDiscussion *y = *(const NsmDiscussion *const *) b;

  if (x->impact != y->impact)
    return x->impact > y->impact ? -1 : 1;
  /* The gap is one number for all, so the shift orders as its share does. */
  if (fabs (x->shift - y->shift) > NSM_TIE)
    return x->shift > y->shift ? -1 : 1;
  if (fabs (x->distance - y->distance) > NSM_TIE)
    return x->distance > y->distance ? -1 : 1;
  if (x->candidate != y->candidate)
    return x->candidate < y->candidate ? -1 : 1;
  return x->criterion < y->criterion ? -1 : x->criterion > y->criterion;
}

void
nsm_discussion_free (NsmDiscussion *self)
{
  if (self == NULL)
    return;
  g_free (self->sentence);
  g_free (self);
}

/**
 * nsm_discuss_first:
 * @threshold: marks at least this far apart are disagreement (the workshop's setting)
 *
 * Asks of each cell in which marks differ: what if the team came round to one
 * person's view of it, of its criterion, or of its candidate? Cells that change
 * the winner alone come first, then those whose row or column does, then the
 * rest; within each, the one that could move its total furthest. Deliberately bad
 * candidates aren't discussed.
 *
 * Returns: (transfer full) (element-type NsmDiscussion): the cells in the order in which to
 *   talk about them; empty when one person marked
 */
GPtrArray *
nsm_discuss_first (NsmScores *scores, double threshold)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_discussion_free);
  gsize n_cells = (gsize) scores->n_candidates * scores->n_criteria;
  g_autofree double *means = g_memdup2 (scores->means, sizeof *means * n_cells);
  g_autofree double *totals = g_new (double, MAX (1, scores->n_candidates));
  g_autofree gboolean *columns = g_new0 (gboolean, MAX (1, scores->n_criteria));
  WhatIf what_if = { scores, means, totals };
  double gap = get_gap (scores);

  for (guint k = 0; k < scores->n_criteria; k++)
    columns[k] = column_changes (&what_if, k);
  for (guint c = 0; c < scores->n_candidates; c++)
    {
      gboolean row = !scores->calibration[c] && row_changes (&what_if, c);

      for (guint k = 0; k < scores->n_criteria; k++)
        {
          const NsmCell *cell = nsm_scores_get_cell (scores, c, k);
          NsmDiscussion *item;

          if (scores->calibration[c] || cell->n < 2 || cell->high - cell->low < NSM_TIE)
            continue;
          item = g_new0 (NsmDiscussion, 1);
          item->candidate = c;
          item->criterion = k;
          measure_shift (scores, item, gap);
          item->disagrees = item->distance > threshold - NSM_TIE;
          judge_cell (&what_if, item, row || columns[k]);
          g_ptr_array_add (items, item);
        }
    }
  g_ptr_array_sort (items, compare_items);
  return items;
}

/**
 * nsm_discuss_dup_headline:
 * @discussions: (element-type NsmDiscussion): of nsm_discuss_first()
 *
 * Returns: (transfer full): one sentence for the top of the reveal: who leads, and what
 *   could still change that; never empty
 */
char *
nsm_discuss_dup_headline (NsmScores *scores, GPtrArray *discussions)
{
  NsmDiscussion *first = discussions->len > 0 ? discussions->pdata[0] : NULL;
  guint winner = scores->top.winner;

  if (scores->top.n == 0)
    return g_strdup (_("Nothing has been marked yet."));
  if (scores->top.n > 1)
    return g_strdup_printf (ngettext ("%u candidate shares the first place.",
                                      "%u candidates share the first place.", scores->top.n),
                            scores->top.n);
  if (nsm_scores_count_ranked (scores) < 2)
    return g_strdup_printf (_("“%s” has no other candidate beside it."),
                            nsm_scores_get_candidate_title (scores, winner));
  if (scores->n_people < 2)
    return g_strdup_printf (_("“%s” leads, in one person’s eyes."),
                            nsm_scores_get_candidate_title (scores, winner));
  if (first == NULL)
    return g_strdup_printf (_("“%s” leads, and you gave the same marks everywhere."),
                            nsm_scores_get_candidate_title (scores, winner));
  if (first->impact != NSM_IMPACT_CELL)
    return g_strdup_printf (_("“%s” leads, and no single disagreement changes that."),
                            nsm_scores_get_candidate_title (scores, winner));
  if (first->candidate == winner)
    /* Translators: a candidate, and a criterion on which people differ */
    return g_strdup_printf (_("“%s” leads; how you mark its “%s” could still change that."),
                            nsm_scores_get_candidate_title (scores, winner),
                            nsm_scores_get_criterion_name (scores, first->criterion));
  /* Translators: the leading candidate, a criterion, and another candidate */
  return g_strdup_printf (_("“%s” leads; “%s” of “%s” could still change that."),
                          nsm_scores_get_candidate_title (scores, winner),
                          nsm_scores_get_criterion_name (scores, first->criterion),
                          nsm_scores_get_candidate_title (scores, first->candidate));
}
