/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/ranking.h"

#include <math.h>

#include "analysis/agreement.h"
#include "analysis/private.h"
#include "rounds/round.h"

struct _NsmRanking
{
  NsmRound *round; /* NULL when made from places */
  guint n_people, n_subjects;
  GPtrArray *answers; /* NsmAnswer of each person */
  double *ranks;      /* [person][subject], NAN where they couldn't say */
  double *means;      /* [subject], NAN where nobody could */
  double *places;
  guint *order;
};

/**
 * rank_person:
 * @places: 1 for the first, NAN for those left out
 *
 * Mid-ranks of what one person placed, stretched to the scale of all: each gets the
 * mean of the ranks it has in all complete orders that agree with what was said,
 * `r (n + 1) / (k + 1)` for `k` placed of `n` (Alvo & Cabilio 1991). Else a person who
 * placed two of six would pull both of them to the top.
 */
static void
rank_person (const double *places, guint n_subjects, double *ranks)
{
  g_autofree double *values = g_new (double, MAX (1, n_subjects));
  g_autofree double *own = g_new (double, MAX (1, n_subjects));
  guint n = 0;

  for (guint i = 0; i < n_subjects; i++)
    if (!isnan (places[i]))
      values[n++] = -places[i];
  nsm_rank_values (values, n, own, NULL);
  for (guint i = 0, k = 0; i < n_subjects; i++)
    ranks[i] = isnan (places[i]) ? NAN : own[k++] * (n_subjects + 1.0) / (n + 1.0);
}

static void
compute_means (NsmRanking *self)
{
  for (guint s = 0; s < self->n_subjects; s++)
    {
      double sum = 0;
      guint n = 0;

      for (guint p = 0; p < self->n_people; p++)
        {
          double rank = nsm_ranking_get_rank (self, p, s);

          if (!isnan (rank))
            {
              sum += rank;
              n++;
            }
        }
      self->means[s] = n > 0 ? sum / n : NAN;
    }
}

static int
compare_means (gconstpointer a, gconstpointer b, gpointer user_data)
{
  NsmRanking *self = user_data;
  guint x = *(const guint *) a, y = *(const guint *) b;
  double mx = self->means[x], my = self->means[y];

  if (isnan (mx) || isnan (my))
    return isnan (mx) != isnan (my) ? (int) isnan (mx) - (int) isnan (my) : x < y ? -1 : 1;
  if (fabs (mx - my) > NSM_TIE)
    return mx < my ? -1 : 1;
  return x < y ? -1 : x > y;
}

static void
compute_places (NsmRanking *self)
{
  g_autofree double *values = g_new (double, MAX (1, self->n_subjects));
  g_autofree double *ranks = g_new (double, MAX (1, self->n_subjects));
  guint n = 0;

  for (guint s = 0; s < self->n_subjects; s++)
    {
      self->order[s] = s;
      if (!isnan (self->means[s]))
        values[n++] = -self->means[s];
    }
  nsm_rank_values (values, n, ranks, NULL);
  n = 0;
  for (guint s = 0; s < self->n_subjects; s++)
    self->places[s] = isnan (self->means[s]) ? NAN : ranks[n++];
  g_qsort_with_data (self->order, (int) self->n_subjects, sizeof (guint), compare_means, self);
}

/**
 * nsm_ranking_new_from_places:
 * @places: [person][subject]: 1 for the first; ties share; NAN where a person can't say
 *
 * Returns: (transfer full): the ranking
 */
NsmRanking *
nsm_ranking_new_from_places (guint n_people, guint n_subjects, const double *places)
{
  NsmRanking *self = g_new0 (NsmRanking, 1);

  self->n_people = n_people;
  self->n_subjects = n_subjects;
  self->answers = g_ptr_array_new_with_free_func (g_object_unref);
  self->ranks = g_new (double, MAX (1, (gsize) n_people * n_subjects));
  self->means = g_new (double, MAX (1, n_subjects));
  self->places = g_new (double, MAX (1, n_subjects));
  self->order = g_new (guint, MAX (1, n_subjects));
  for (guint p = 0; p < n_people; p++)
    rank_person (places + (gsize) p * n_subjects, n_subjects,
                 self->ranks + (gsize) p * n_subjects);
  compute_means (self);
  compute_places (self);
  return self;
}

/**
 * nsm_ranking_new:
 * @round: a readable ranking of moments
 *
 * Returns: (transfer full): what the answers come to
 */
NsmRanking *
nsm_ranking_new (NsmRound *round)
{
  guint n_subjects = nsm_list_get_size (round->subjects);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();
  NsmRanking *self;

  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      gboolean placed = FALSE;
      guint before = places->len;

      NSM_LIST_EACH (NsmSubject, subject, round->subjects)
        {
          NsmEntry *entry = nsm_answer_find_entry (answer, subject->subject, "");
          double place = entry != NULL && !entry->abstained ? entry->mark : NAN;

          placed = placed || !isnan (place);
          g_array_append_val (places, place);
        }
      if (placed)
        g_ptr_array_add (answers, answer);
      else
        g_array_set_size (places, before);
    }
  self = nsm_ranking_new_from_places (answers->len, n_subjects, (const double *) places->data);
  self->round = g_object_ref (round);
  for (guint i = 0; i < answers->len; i++)
    g_ptr_array_add (self->answers, g_object_ref (g_ptr_array_index (answers, i)));
  return self;
}

void
nsm_ranking_free (NsmRanking *self)
{
  g_clear_object (&self->round);
  g_ptr_array_unref (self->answers);
  g_free (self->ranks);
  g_free (self->means);
  g_free (self->places);
  g_free (self->order);
  g_free (self);
}

/**
 * nsm_ranking_get_n_people:
 *
 * Returns: how many people placed something
 */
guint
nsm_ranking_get_n_people (NsmRanking *self)
{
  return self->n_people;
}

/**
 * nsm_ranking_get_n_subjects:
 *
 * Returns: how many things were ranked
 */
guint
nsm_ranking_get_n_subjects (NsmRanking *self)
{
  return self->n_subjects;
}

/**
 * nsm_ranking_get_answer:
 *
 * Returns: (transfer none): what that person answered; only of a ranking made from a round
 */
NsmAnswer *
nsm_ranking_get_answer (NsmRanking *self, guint person)
{
  return g_ptr_array_index (self->answers, person);
}

/**
 * nsm_ranking_get_subject:
 *
 * Returns: (transfer none): what was ranked; only of a ranking made from a round
 */
NsmSubject *
nsm_ranking_get_subject (NsmRanking *self, guint subject)
{
  return nsm_list_get (self->round->subjects, subject);
}

/**
 * nsm_ranking_get_rank:
 *
 * Returns: the mid-rank that the person gave it, 1 for the first, on the scale of all
 *   subjects; NAN: they couldn't say
 */
double
nsm_ranking_get_rank (NsmRanking *self, guint person, guint subject)
{
  return self->ranks[(gsize) person * self->n_subjects + subject];
}

/**
 * nsm_ranking_get_mean:
 *
 * Returns: the mean of its ranks over those who placed it; NAN: nobody did
 */
double
nsm_ranking_get_mean (NsmRanking *self, guint subject)
{
  return self->means[subject];
}

/**
 * nsm_ranking_get_place:
 *
 * Returns: the place of its mean among the means, ties sharing the mean of their places;
 *   NAN: nobody placed it
 */
double
nsm_ranking_get_place (NsmRanking *self, guint subject)
{
  return self->places[subject];
}

/**
 * nsm_ranking_count_placed:
 *
 * Returns: how many people placed it
 */
guint
nsm_ranking_count_placed (NsmRanking *self, guint subject)
{
  guint n = 0;

  for (guint p = 0; p < self->n_people; p++)
    n += isnan (nsm_ranking_get_rank (self, p, subject)) ? 0 : 1;
  return n;
}

/**
 * nsm_ranking_get_nth:
 *
 * Returns: the subject at @position of the team's order, 0 for the first; what nobody
 *   placed comes last, and ties in the order in which they were asked
 */
guint
nsm_ranking_get_nth (NsmRanking *self, guint position)
{
  return self->order[position];
}

/**
 * nsm_ranking_get_agreement:
 *
 * Returns: Kendall's W over the people who placed everything; NAN with fewer than two
 */
double
nsm_ranking_get_agreement (NsmRanking *self)
{
  g_autofree double *values = g_new (double, MAX (1, (gsize) self->n_people * self->n_subjects));
  guint n = 0;

  for (guint p = 0; p < self->n_people; p++)
    {
      gboolean complete = TRUE;

      for (guint s = 0; s < self->n_subjects; s++)
        {
          double rank = nsm_ranking_get_rank (self, p, s);

          complete = complete && !isnan (rank);
          values[(gsize) n * self->n_subjects + s] = -rank;
        }
      n += complete ? 1 : 0;
    }
  return nsm_kendall_w (values, n, self->n_subjects);
}
