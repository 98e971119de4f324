/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for all marks, tried on many: random ones from fixed seeds. */
#include <math.h>
#include <string.h>

#include "analysis/agreement.h"
#include "analysis/discuss.h"
#include "analysis/robustness.h"
#include "model/workshop.h"
#include "rounds/round.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)
#define SAME(a, b) g_assert_true ((isnan (a) && isnan (b)) || fabs ((a) - (b)) < 1e-9)
#define N_SEEDS 40
#define MOST_MARKS (12 * 8 * 6)

/* A block of marks, and how it is made. */
typedef struct
{
  GRand *rand;
  guint n_people, n_candidates, n_criteria;
  double marks[MOST_MARKS];
  double weights[6];
  gboolean calibration[8];
} Block;

static guint
pick (Block *block, guint low, guint high)
{
  return (guint) g_rand_int_range (block->rand, (gint32) low, (gint32) high + 1);
}

static double *
at (Block *block, guint person, guint candidate, guint criterion)
{
  return &block->marks[(person * block->n_candidates + candidate) * block->n_criteria + criterion];
}

/* @missing: one mark in so many, 0 for none. */
static Block *
block_new (guint seed, guint most_people, guint highest, guint missing)
{
  Block *block = g_new0 (Block, 1);

  block->rand = g_rand_new_with_seed (seed);
  block->n_people = pick (block, 2, most_people);
  block->n_candidates = pick (block, 2, 8);
  block->n_criteria = pick (block, 1, 6);
  for (guint i = 0; i < block->n_people * block->n_candidates * block->n_criteria; i++)
    block->marks[i] =
      missing > 0 && pick (block, 1, missing) == 1 ? NAN : (double) pick (block, 1, highest);
  for (guint k = 0; k < block->n_criteria; k++)
    block->weights[k] = pick (block, 1, 4);
  for (guint c = 2; c < block->n_candidates; c++)
    block->calibration[c] = pick (block, 1, 8) == 1;
  return block;
}

static void
block_free (Block *block)
{
  g_rand_free (block->rand);
  g_free (block);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Block, block_free)

static NsmScores *
score (Block *block)
{
  return nsm_scores_new_from_marks (block->n_people, block->n_candidates, block->n_criteria,
                                    block->marks, block->weights, block->calibration);
}

static NsmRobustness *
look_at (NsmScores *scores)
{
  g_autoptr (NsmSettings) settings = g_object_new (NSM_TYPE_SETTINGS, NULL);

  return nsm_robustness_new (scores, settings);
}

/* Identical raters with distinct scores agree fully */

static void
test_identical_raters (void)
{
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (Block) block = block_new (seed, 6, 5, 0);
      double expected = 1;

      /* Totals 1, 2, 3 … in a random order: distinct, and the same of everybody. */
      block->n_people = MAX (3, block->n_people);
      block->n_candidates = MIN (5, block->n_candidates);
      memset (block->calibration, 0, sizeof block->calibration);
      for (guint p = 0; p < block->n_people; p++)
        for (guint c = 0; c < block->n_candidates; c++)
          for (guint k = 0; k < block->n_criteria; k++)
            *at (block, p, c, k) = 1 + (c + seed) % block->n_candidates;
      g_autoptr (NsmScores) scores = score (block);
      g_autoptr (NsmAgreement) agreement = nsm_agreement_new (scores);
      g_autoptr (GPtrArray) items = nsm_discuss_first (scores, 2);

      for (guint i = 2; i <= block->n_candidates; i++)
        expected *= i;
      expected = pow (expected, 1 - (double) block->n_people);
      g_assert_true (agreement->defined);
      NEAR (agreement->w, 1);
      NEAR (agreement->alpha, 1);
      if (agreement->exact)
        g_assert_cmpfloat_with_epsilon (agreement->p / expected, 1, 1e-6);
      g_assert_cmpuint (items->len, ==, 0);
      for (guint c = 0; c < block->n_candidates; c++)
        for (guint k = 0; k < block->n_criteria; k++)
          NEAR (nsm_scores_get_cell (scores, c, k)->r_wg, 1);
    }
}

/* What is undefined says so, and shows no figure. */
static void
check_undefined (Block *block)
{
  g_autoptr (NsmScores) scores = score (block);
  g_autoptr (NsmAgreement) agreement = nsm_agreement_new (scores);

  g_assert_false (agreement->defined);
  g_assert_true (isnan (agreement->w) && isnan (agreement->p));
  g_assert_cmpstr (agreement->sentence, !=, "");
  g_assert_null (strpbrk (agreement->sentence, "0123456789"));
  g_assert_null (strstr (agreement->note, "Kendall"));
}

static void
test_undefined (void)
{
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (Block) one = block_new (seed, 6, 5, 10);
      g_autoptr (Block) two = block_new (seed, 2, 5, 10);
      g_autoptr (Block) tied = block_new (seed, 6, 5, 0);
      g_autoptr (Block) silent = block_new (seed, 6, 5, 0);
      g_autoptr (Block) single = block_new (seed, 6, 5, 0);
      guint n = tied->n_people * tied->n_candidates * tied->n_criteria;

      one->n_people = 1;
      check_undefined (one);
      check_undefined (two);
      for (guint i = 0; i < n; i++)
        {
          tied->marks[i] = 3;
          silent->marks[i] = NAN;
        }
      check_undefined (tied);
      check_undefined (silent);
      single->n_candidates = 1;
      check_undefined (single);
      for (guint k = 0; k < one->n_criteria; k++)
        {
          g_autoptr (NsmScores) scores = score (one);

          g_assert_true (isnan (nsm_scores_get_cell (scores, 0, k)->r_wg));
        }
    }
}

/* Leaving one out equals recomputing without that row */

static void
test_leave_one_out (void)
{
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (Block) block = block_new (seed, 9, 5, 12);
      g_autoptr (NsmScores) scores = score (block);
      g_autoptr (NsmRobustness) robustness = look_at (scores);
      const gsize row = (gsize) block->n_candidates * block->n_criteria;
      guint n_changed = 0, all = G_MAXUINT;

      nsm_scores_get_winner (scores, &all);
      for (guint p = 0; p < block->n_people; p++)
        {
          double kept[MOST_MARKS];
          guint winner = G_MAXUINT, first = G_MAXUINT;

          memcpy (kept, block->marks, sizeof kept);
          memmove (at (block, p, 0, 0), block->marks + (p + 1) * row,
                   sizeof (double) * row * (block->n_people - p - 1));
          block->n_people--;
          g_autoptr (NsmScores) without = score (block);
          block->n_people++;
          memcpy (block->marks, kept, sizeof kept);

          nsm_scores_get_winner (without, &first);
          if (nsm_scores_count_winners (without) == 1)
            winner = first;
          g_assert_cmpuint (robustness->winner_without[p], ==, winner);
          n_changed += first != all || nsm_scores_count_winners (without) !=
                                         nsm_scores_count_winners (scores) ? 1 : 0;
        }
      g_assert_cmpuint (robustness->n_changed_without, ==, n_changed);
    }
}

/* Permuting participants changes nothing */

static NsmRound *
add_round (NsmWorkshop *workshop, Block *block, const guint *people)
{
  NsmRound *round = nsm_list_append_new (workshop->rounds, "kind", NSM_ROUND_KIND_SCORES, "state",
                                         NSM_ROUND_STATE_REVEALED, NULL);

  for (guint k = 0; k < block->n_criteria; k++)
    {
      g_autofree char *id = g_strdup_printf ("k%u", k);

      nsm_list_append_new (round->aspects, "aspect", id, "name", id, "weight", block->weights[k],
                           NULL);
    }
  for (guint c = 0; c < block->n_candidates; c++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", c);

      nsm_list_append_new (round->subjects, "subject", id, "title", id, "calibration",
                           block->calibration[c], NULL);
    }
  for (guint i = 0; i < block->n_people; i++)
    {
      g_autofree char *person = g_strdup_printf ("p%02u", people[i]);
      NsmAnswer *answer = nsm_list_append_new (round->answers, "person", person, NULL);

      nsm_list_append_new (round->roster, "person", person, "name", person, NULL);
      for (guint c = 0; c < block->n_candidates; c++)
        for (guint k = 0; k < block->n_criteria; k++)
          {
            g_autofree char *candidate = g_strdup_printf ("c%u", c);
            g_autofree char *criterion = g_strdup_printf ("k%u", k);
            double mark = *at (block, people[i], c, k);

            nsm_list_append_new (answer->entries, "subject", candidate, "aspect", criterion,
                                 "abstained", isnan (mark), "mark", mark, NULL);
          }
    }
  return round;
}

static void
compare_agreement (NsmScores *a, NsmScores *b)
{
  g_autoptr (NsmAgreement) x = nsm_agreement_new (a);
  g_autoptr (NsmAgreement) y = nsm_agreement_new (b);

  SAME (x->w, y->w);
  SAME (x->p, y->p);
  SAME (x->alpha, y->alpha);
  g_assert_cmpstr (x->sentence, ==, y->sentence);
  g_assert_cmpstr (x->note, ==, y->note);
}

static void
compare_discussion (NsmScores *a, NsmScores *b)
{
  g_autoptr (GPtrArray) x = nsm_discuss_first (a, 2);
  g_autoptr (GPtrArray) y = nsm_discuss_first (b, 2);

  g_assert_cmpuint (x->len, ==, y->len);
  for (guint i = 0; i < x->len; i++)
    {
      NsmDiscussion *one = x->pdata[i], *other = y->pdata[i];

      g_assert_cmpuint (one->candidate, ==, other->candidate);
      g_assert_cmpuint (one->criterion, ==, other->criterion);
      g_assert_cmpint (one->impact, ==, other->impact);
      SAME (one->shift, other->shift);
    }
}

static void
compare_robustness (NsmScores *a, NsmScores *b)
{
  g_autoptr (NsmRobustness) x = look_at (a);
  g_autoptr (NsmRobustness) y = look_at (b);

  g_assert_cmpuint (x->flips->len, ==, y->flips->len);
  g_assert_cmpuint (x->n_changed_without, ==, y->n_changed_without);
  g_assert_cmpstr (x->headline, ==, y->headline);
  g_assert_cmpstr (x->what_would_change, ==, y->what_would_change);
  for (guint c = 0; c < nsm_scores_get_n_candidates (a); c++)
    {
      SAME (nsm_scores_get_total (a, c), nsm_scores_get_total (b, c));
      SAME (nsm_scores_get_rank (a, c), nsm_scores_get_rank (b, c));
      NEAR (x->resample_share[c], y->resample_share[c]);
      NEAR (x->weight_share[c], y->weight_share[c]);
    }
}

static void
test_order_of_people (void)
{
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
      g_autoptr (Block) block = block_new (seed, 11, 5, 15);
      guint straight[12], mixed[12];

      for (guint p = 0; p < block->n_people; p++)
        {
          guint other = pick (block, 0, p);

          straight[p] = p;
          mixed[p] = mixed[other];
          mixed[other] = p;
        }
      g_autoptr (NsmScores) a = nsm_scores_new (add_round (workshop, block, straight));
      g_autoptr (NsmScores) b = nsm_scores_new (add_round (workshop, block, mixed));

      compare_agreement (a, b);
      compare_discussion (a, b);
      compare_robustness (a, b);
    }
}

/* Adding a constant to all scores changes no rank */

static void
test_constant (void)
{
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (Block) block = block_new (seed, 8, 4, 10);
      g_autoptr (NsmScores) before = score (block);

      for (guint i = 0; i < block->n_people * block->n_candidates * block->n_criteria; i++)
        block->marks[i] += 1;
      g_autoptr (NsmScores) after = score (block);
      g_autoptr (NsmRobustness) x = look_at (before);
      g_autoptr (NsmRobustness) y = look_at (after);

      compare_agreement (before, after);
      compare_discussion (before, after);
      for (guint c = 0; c < block->n_candidates; c++)
        {
          SAME (nsm_scores_get_rank (before, c), nsm_scores_get_rank (after, c));
          SAME (nsm_scores_get_total (before, c) + 1, nsm_scores_get_total (after, c));
          NEAR (x->resample_share[c], y->resample_share[c]);
          NEAR (x->weight_share[c], y->weight_share[c]);
        }
    }
}

/* What the program says would happen, happens */

static gboolean
leads_else (Block *block, NsmScores *scores)
{
  g_autoptr (NsmScores) then = score (block);
  guint before = G_MAXUINT, after = G_MAXUINT;

  nsm_scores_get_winner (scores, &before);
  nsm_scores_get_winner (then, &after);
  return before != after || nsm_scores_count_winners (scores) != nsm_scores_count_winners (then);
}

/* Whether somebody else leads if all take over one person's marks of a cell (or of its
 * row, or of its column) wherever that person gave one. */
static gboolean
coming_round_changes (Block *block, NsmScores *scores, guint candidate, guint criterion)
{
  double kept[MOST_MARKS];
  gboolean changes = FALSE;

  memcpy (kept, block->marks, sizeof kept);
  for (guint p = 0; p < block->n_people && !changes; p++)
    {
      for (guint q = 0; q < block->n_people; q++)
        for (guint c = 0; c < block->n_candidates; c++)
          for (guint k = 0; k < block->n_criteria; k++)
            if ((c == candidate || candidate == G_MAXUINT) &&
                (k == criterion || criterion == G_MAXUINT) && !isnan (*at (block, p, c, k)))
              *at (block, q, c, k) = *at (block, p, c, k);
      changes = leads_else (block, scores);
      memcpy (block->marks, kept, sizeof kept);
    }
  return changes;
}

static void
test_discuss (void)
{
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (Block) block = block_new (seed, 5, 5, 12);
      g_autoptr (NsmScores) scores = score (block);
      g_autoptr (GPtrArray) items = nsm_discuss_first (scores, 2);

      for (guint i = 0; i < items->len; i++)
        {
          NsmDiscussion *item = items->pdata[i];
          NsmImpact expected = NSM_IMPACT_NONE;

          if (coming_round_changes (block, scores, item->candidate, item->criterion))
            expected = NSM_IMPACT_CELL;
          else if (coming_round_changes (block, scores, item->candidate, G_MAXUINT) ||
                   coming_round_changes (block, scores, G_MAXUINT, item->criterion))
            expected = NSM_IMPACT_GROUP;
          g_assert_cmpint (item->impact, ==, expected);
        }
    }
}

static void
test_one_step (void)
{
  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (Block) block = block_new (seed, 5, 5, 12);
      g_autoptr (NsmScores) scores = score (block);
      g_autoptr (NsmRobustness) robustness = look_at (scores);
      guint n = 0;

      for (guint p = 0; p < block->n_people; p++)
        for (guint c = 0; c < block->n_candidates; c++)
          for (guint k = 0; k < block->n_criteria && !block->calibration[c]; k++)
            for (int by = -1; by <= 1; by += 2)
              {
                double *mark = at (block, p, c, k), kept = *mark;

                if (isnan (kept) || kept + by < 1 || kept + by > 5)
                  continue;
                *mark += by;
                n += leads_else (block, scores) ? 1 : 0;
                *mark = kept;
              }
      g_assert_cmpuint (robustness->flips->len, ==, n);
    }
}

/* Just more than what the runner-up is said to need is enough, and just less isn't. */
static void
test_runner_up (void)
{
  guint n_rises = 0, n_weights = 0;

  for (guint seed = 1; seed <= N_SEEDS; seed++)
    {
      g_autoptr (Block) block = block_new (seed, 6, 5, 0);
      g_autoptr (NsmScores) scores = score (block);
      g_autoptr (NsmRobustness) robustness = look_at (scores);
      const NsmRise *rise = &robustness->rise;
      guint winner = robustness->winner, other = robustness->runner_up;
      double weight = 0;

      if (!robustness->has_runner_up || robustness->tied)
        continue;
      for (guint k = 0; k < block->n_criteria; k++)
        weight += block->weights[k];
      if (rise->criterion != G_MAXUINT)
        {
          double gain = (rise->to - rise->from) * block->weights[rise->criterion] / weight;

          g_assert_cmpfloat (rise->to, <=, 5 + 1e-9);
          NEAR (nsm_scores_get_total (scores, other) + gain, nsm_scores_get_total (scores, winner));
          g_assert_cmpuint (rise->n_full_marks, ==, 1);
          n_rises++;
        }
      if (rise->weigh_criterion != G_MAXUINT)
        {
          double *own = &block->weights[rise->weigh_criterion], kept = *own;

          for (int by = -1; by <= 1; by += 2)
            {
              *own = kept * rise->weigh_factor * (1 + by * 1e-6);
              g_autoptr (NsmScores) then = score (block);

              g_assert_true ((nsm_scores_get_total (then, other) >
                              nsm_scores_get_total (then, winner)) == (by > 0));
            }
          n_weights++;
        }
    }
  g_assert_cmpuint (n_rises, >, 5);
  g_assert_cmpuint (n_weights, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/properties/identical-raters", test_identical_raters);
  g_test_add_func ("/properties/undefined", test_undefined);
  g_test_add_func ("/properties/leave-one-out", test_leave_one_out);
  g_test_add_func ("/properties/order-of-people", test_order_of_people);
  g_test_add_func ("/properties/constant", test_constant);
  g_test_add_func ("/properties/discuss", test_discuss);
  g_test_add_func ("/properties/one-step", test_one_step);
  g_test_add_func ("/properties/runner-up", test_runner_up);
  return g_test_run ();
}
