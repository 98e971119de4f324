/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where scores come from: a round, plain marks, or other scores. */
#include "analysis/scores.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "analysis/private.h"
#include "rounds/round.h"

static void
unref_maybe (gpointer object)
{
  if (object != NULL)
    g_object_unref (object);
}

static NsmScores *
make (guint n_people, guint n_candidates, guint n_criteria)
{
  NsmScores *self = g_new0 (NsmScores, 1);
  const gsize n = (gsize) n_people * n_candidates * n_criteria;

  self->n_people = n_people;
  self->n_candidates = n_candidates;
  self->n_criteria = n_criteria;
  self->person_ids = g_ptr_array_new_with_free_func (g_free);
  self->person_names = g_ptr_array_new_with_free_func (g_free);
  self->candidate_ids = g_ptr_array_new_with_free_func (g_free);
  self->candidate_titles = g_ptr_array_new_with_free_func (g_free);
  self->criterion_ids = g_ptr_array_new_with_free_func (g_free);
  self->criterion_names = g_ptr_array_new_with_free_func (g_free);
  self->calibration = g_new0 (gboolean, MAX (1, n_candidates));
  self->weights = g_new0 (double, MAX (1, n_criteria));
  self->marks = g_new (double, MAX (1, n));
  self->entries = g_ptr_array_new_with_free_func (unref_maybe);
  g_ptr_array_set_size (self->entries, (int) n);
  for (gsize i = 0; i < n; i++)
    self->marks[i] = NAN;
  return self;
}

static GPtrArray *
collect_people (NsmRound *round)
{
  GPtrArray *answers = g_ptr_array_new ();

  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      NsmAnswer *answer = nsm_round_get_answer (round, entry->person);

      if (answer != NULL && nsm_list_get_size (answer->entries) > 0)
        g_ptr_array_add (answers, answer);
    }
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      if (nsm_list_get_size (answer->entries) > 0 && !g_ptr_array_find (answers, answer, NULL))
        g_ptr_array_add (answers, answer);
    }
  return answers;
}

static void
name_people (NsmScores *self, GPtrArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      NsmAnswer *answer = answers->pdata[i];
      NsmRosterEntry *entry = nsm_round_get_roster_entry (self->round, answer->person);

      g_ptr_array_add (self->person_ids, g_strdup (answer->person));
      g_ptr_array_add (self->person_names,
                       entry != NULL ? g_strdup (entry->name)
                                     /* Translators: an answer without a name, and its number */
                                     : g_strdup_printf (_("Answer %u"), i + 1));
    }
}

gboolean
nsm_ids_find (GPtrArray *ids, const char *id, guint *position)
{
  for (guint i = 0; i < ids->len; i++)
    if (strcmp (ids->pdata[i], id) == 0)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }
  return FALSE;
}

static void
take_answer (NsmScores *self, guint person, NsmAnswer *answer)
{
  NSM_LIST_EACH (NsmEntry, entry, answer->entries)
    {
      guint c, k;

      if (nsm_ids_find (self->candidate_ids, entry->subject, &c) &&
          nsm_ids_find (self->criterion_ids, entry->aspect, &k))
        {
          gsize i = ((gsize) person * self->n_candidates + c) * self->n_criteria + k;

          if (!entry->abstained && entry->mark >= 1 && entry->mark <= 5)
            self->marks[i] = entry->mark;
          if (self->entries->pdata[i] == NULL)
            self->entries->pdata[i] = g_object_ref (entry);
        }
    }
}

/**
 * nsm_scores_new:
 * @round: a round of scores
 *
 * Returns: (transfer full) (nullable): its marks, or NULL while there is nothing to
 *   read in it
 */
NsmScores *
nsm_scores_new (NsmRound *round)
{
  g_autoptr (GPtrArray) answers = NULL;
  NsmScores *self;

  if (round->kind != NSM_ROUND_KIND_SCORES || !nsm_round_is_readable (round))
    return NULL;

  answers = collect_people (round);
  self =
    make (answers->len, nsm_list_get_size (round->subjects), nsm_list_get_size (round->aspects));
  self->round = g_object_ref (round);
  self->nameless = round->privacy == NSM_PRIVACY_UNNAMED;
  name_people (self, answers);
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      self->calibration[self->candidate_ids->len] = subject->calibration;
      g_ptr_array_add (self->candidate_ids, g_strdup (subject->subject));
      g_ptr_array_add (self->candidate_titles, g_strdup (subject->title));
    }
  NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
    {
      self->weights[self->criterion_ids->len] = aspect->weight;
      g_ptr_array_add (self->criterion_ids, g_strdup (aspect->aspect));
      g_ptr_array_add (self->criterion_names, g_strdup (aspect->name));
    }
  for (guint p = 0; p < answers->len; p++)
    take_answer (self, p, answers->pdata[p]);
  nsm_scores_compute (self);
  nsm_scores_take_agreed (self);
  return self;
}

/**
 * nsm_scores_new_from_marks:
 * @marks: [person][candidate][criterion], NAN where there is none
 * @weights: (nullable): of the criteria; NULL for equal ones
 * @calibration: (nullable): which candidates are deliberately bad
 *
 * Returns: (transfer full): scores without a round, for computing
 */
NsmScores *
nsm_scores_new_from_marks (guint n_people, guint n_candidates, guint n_criteria,
                           const double *marks, const double *weights, const gboolean *calibration)
{
  NsmScores *self = make (n_people, n_candidates, n_criteria);

  memcpy (self->marks, marks, sizeof *marks * n_people * n_candidates * n_criteria);
  for (guint k = 0; k < n_criteria; k++)
    {
      self->weights[k] = weights != NULL ? weights[k] : 1;
      g_ptr_array_add (self->criterion_ids, g_strdup_printf ("criterion-%03u", k + 1));
      g_ptr_array_add (self->criterion_names, g_strdup_printf (_("Criterion %u"), k + 1));
    }
  for (guint c = 0; c < n_candidates; c++)
    {
      self->calibration[c] = calibration != NULL && calibration[c];
      g_ptr_array_add (self->candidate_ids, g_strdup_printf ("candidate-%03u", c + 1));
      g_ptr_array_add (self->candidate_titles, g_strdup_printf (_("Candidate %u"), c + 1));
    }
  for (guint p = 0; p < n_people; p++)
    {
      g_ptr_array_add (self->person_ids, g_strdup_printf ("person-%03u", p + 1));
      g_ptr_array_add (self->person_names, g_strdup_printf (_("Answer %u"), p + 1));
    }
  self->nameless = TRUE;
  nsm_scores_compute (self);
  nsm_scores_take_agreed (self);
  return self;
}

void
nsm_scores_free (NsmScores *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->round);
  g_ptr_array_unref (self->person_ids);
  g_ptr_array_unref (self->person_names);
  g_ptr_array_unref (self->candidate_ids);
  g_ptr_array_unref (self->candidate_titles);
  g_ptr_array_unref (self->criterion_ids);
  g_ptr_array_unref (self->criterion_names);
  g_ptr_array_unref (self->entries);
  g_free (self->calibration);
  g_free (self->weights);
  g_free (self->marks);
  g_free (self->filled);
  g_free (self->given);
  g_free (self->cells);
  g_free (self->means);
  g_free (self->totals);
  g_free (self->ranks);
  g_free (self->order);
  g_free (self->agreed);
  g_free (self->agreed_totals);
  g_free (self);
}

GPtrArray *
nsm_copy_texts (GPtrArray *texts)
{
  GPtrArray *copy = g_ptr_array_new_full (texts->len, g_free);

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (copy, g_strdup (texts->pdata[i]));
  return copy;
}

/**
 * nsm_scores_copy_figures:
 *
 * Returns: (transfer full): the same marks and all that follows from them, without the
 *   round and its entries: nothing in it is shared, so another thread may have it
 */
NsmScores *
nsm_scores_copy_figures (NsmScores *self)
{
  NsmScores *copy = g_memdup2 (self, sizeof *self);
  const gsize n_cells = (gsize) self->n_candidates * self->n_criteria;
  const gsize n_marks = n_cells * self->n_people;

  copy->round = NULL;
  copy->person_ids = nsm_copy_texts (self->person_ids);
  copy->person_names = nsm_copy_texts (self->person_names);
  copy->candidate_ids = nsm_copy_texts (self->candidate_ids);
  copy->candidate_titles = nsm_copy_texts (self->candidate_titles);
  copy->criterion_ids = nsm_copy_texts (self->criterion_ids);
  copy->criterion_names = nsm_copy_texts (self->criterion_names);
  copy->calibration = nsm_copy_array (self->calibration, self->n_candidates, sizeof (gboolean));
  copy->weights = nsm_copy_array (self->weights, self->n_criteria, sizeof (double));
  copy->marks = nsm_copy_array (self->marks, n_marks, sizeof (double));
  copy->filled = nsm_copy_array (self->filled, n_marks, sizeof (double));
  copy->given = nsm_copy_array (self->given, n_marks, sizeof (double));
  copy->entries = g_ptr_array_new ();
  g_ptr_array_set_size (copy->entries, (int) n_marks);
  copy->cells = nsm_copy_array (self->cells, n_cells, sizeof (NsmCell));
  copy->means = nsm_copy_array (self->means, n_cells, sizeof (double));
  copy->totals = nsm_copy_array (self->totals, self->n_candidates, sizeof (double));
  copy->ranks = nsm_copy_array (self->ranks, self->n_candidates, sizeof (double));
  copy->order = nsm_copy_array (self->order, self->n_candidates, sizeof (guint));
  copy->agreed = nsm_copy_array (self->agreed, n_cells, sizeof (double));
  copy->agreed_totals = nsm_copy_array (self->agreed_totals, self->n_candidates, sizeof (double));
  return copy;
}
