/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/agreement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/private.h"
#include "record/language.h"

/* The people who ranked all candidates, in the order of their ids. */
static double *
collect_totals (NsmScores *scores, NsmAgreement *self)
{
  g_autofree guint *people = nsm_scores_dup_people_by_id (scores);
  double *values;

  for (guint c = 0; c < scores->n_candidates; c++)
    self->n_items += !scores->calibration[c] ? 1 : 0;
  values = g_new (double, MAX (1, (gsize) scores->n_people * self->n_items));
  for (guint i = 0; i < scores->n_people; i++)
    {
      double *own = values + (gsize) self->n_people * self->n_items;
      guint n = 0;
      gboolean all = TRUE;

      for (guint c = 0; c < scores->n_candidates; c++)
        if (!scores->calibration[c])
          {
            own[n] = nsm_scores_get_person_total (scores, people[i], c);
            all = all && !isnan (own[n]);
            n++;
          }
      if (all)
        self->n_people++;
      else
        self->n_left_out++;
    }
  return values;
}

static void
compute_alpha (NsmScores *scores, NsmAgreement *self)
{
  guint n_units = self->n_items * scores->n_criteria;
  g_autofree double *marks = g_new (double, MAX (1, (gsize) scores->n_people * n_units));
  gsize i = 0;

  for (guint p = 0; p < scores->n_people; p++)
    for (guint c = 0; c < scores->n_candidates; c++)
      for (guint k = 0; !scores->calibration[c] && k < scores->n_criteria; k++)
        marks[i++] = nsm_scores_get_mark (scores, p, c, k);
  self->alpha = nsm_krippendorff_alpha (marks, scores->n_people, n_units, &self->n_marks);
}

/* Kendall's W alone, NAN where nsm_agreement_new() says none. */
double
nsm_scores_compute_w (NsmScores *self, guint *n_people)
{
  NsmAgreement agreement = { 0 };
  g_autofree double *values = collect_totals (self, &agreement);

  *n_people = agreement.n_people;
  return agreement.n_people >= 3
           ? nsm_kendall_w (values, agreement.n_people, agreement.n_items)
           : NAN;
}

static char *
dup_chance (double p)
{
  if (p < 0.001)
    return g_strdup (_("by chance less than once in a thousand"));
  if (p < 0.01)
    return g_strdup (_("by chance less than once in a hundred"));
  if (p < 0.05)
    return g_strdup (_("by chance less than once in twenty"));
  /* Translators: how often a figure this high comes by chance alone */
  return g_strdup_printf (_("by chance in %.0f of 100 such panels"), round (p * 100));
}

/**
 * nsm_agreement_dup_sentence:
 * @scores: those that @self was made from
 *
 * Returns: (transfer full): the agreement in words for an audience
 */
char *
nsm_agreement_dup_sentence (NsmAgreement *self, NsmScores *scores, NsmAudience audience)
{
  gboolean room = audience == NSM_AUDIENCE_ROOM;
  g_autofree char *chance = NULL;
  g_autofree char *w = nsm_number_dup (self->w, 2);

  if (scores->n_people <= 1)
    return g_strdup (_("One person marked, so there is no agreement to speak of."));
  if (self->n_items < 2)
    return g_strdup (_("With fewer than two candidates there is no order to agree on."));
  if (self->n_people < 3)
    return g_strdup (
      room
        ? _("Fewer than three people ranked all candidates: too few to say how far you agree.")
        : _("Fewer than three people ranked all candidates: too few to say how far they agree."));
  if (!self->defined)
    return g_strdup (
      _("Everybody gave all candidates the same total, so there is no order to agree on."));
  chance = dup_chance (self->p);
  if (self->p >= 0.05)
    return g_strdup_printf (
      room ? _("Chance alone could explain how alike you rank the candidates: Kendall’s "
               "W = %s, %u people; that comes %s.")
           : _("Chance alone could explain how alike people rank the candidates: Kendall’s "
               "W = %s, %u people; that comes %s."),
      w, self->n_people, chance);
  if (self->w >= 0.7)
    return g_strdup_printf (
      room ? _("You rank the candidates much alike: Kendall’s W = %s, %u people; %s.")
           : _("People rank the candidates much alike: Kendall’s W = %s, %u people; %s."),
      w, self->n_people, chance);
  return g_strdup_printf (
    room ? _("You rank the candidates somewhat alike: Kendall’s W = %s, %u people; %s.")
         : _("People rank the candidates somewhat alike: Kendall’s W = %s, %u people; %s."),
    w, self->n_people, chance);
}

static char *
dup_note (NsmAgreement *self, NsmScores *scores)
{
  GString *out = g_string_new (NULL);
  g_autofree char *number = nsm_number_dup (MAX (self->p, 0.001), 3);
  g_autofree char *p = g_strdup_printf (self->p < 0.001 ? "p < %s" : "p = %s", number);
  g_autofree char *alpha = nsm_number_dup (self->alpha, 2);

  if (!self->defined || self->n_people < 3)
    return g_string_free (out, FALSE);
  g_string_append_printf (
    out,
    self->exact
      /* Translators: the last one is “p = 0.042” */
      ? _("Kendall’s W of %u people over %u candidates, with ties; %s from all "
          "permutations.")
      : _("Kendall’s W of %u people over %u candidates, with ties; %s from 20,000 "
          "permutations."),
    self->n_people, self->n_items, p);
  if (self->n_left_out > 0)
    g_string_append_printf (out,
                            ngettext (" %u person didn’t mark every candidate and isn’t counted.",
                                      " %u people didn’t mark every candidate and aren’t counted.",
                                      self->n_left_out),
                            self->n_left_out);
  if (!isnan (self->alpha))
    g_string_append_printf (out, _(" Krippendorff’s alpha (ordinal) over %u marks is %s."),
                            self->n_marks, alpha);
  return g_string_free (out, FALSE);
}

/**
 * nsm_agreement_new:
 *
 * Returns: (transfer full): how far the people of @scores agree; figures that are
 *   undefined, or that fewer than three people can't claim, are NAN and said in words
 */
NsmAgreement *
nsm_agreement_new (NsmScores *scores)
{
  NsmAgreement *self = g_new0 (NsmAgreement, 1);
  g_autofree double *values = collect_totals (scores, self);

  self->w = self->p = NAN;
  if (self->n_people >= 3)
    {
      self->w = nsm_kendall_w (values, self->n_people, self->n_items);
      self->p = nsm_kendall_p (values, self->n_people, self->n_items, &self->exact);
    }
  self->defined = !isnan (self->w);
  compute_alpha (scores, self);
  self->sentence = nsm_agreement_dup_sentence (self, scores, NSM_AUDIENCE_ROOM);
  self->caution = nsm_r_wg_dup_note (scores->n_people);
  self->note = dup_note (self, scores);
  return self;
}

void
nsm_agreement_free (NsmAgreement *self)
{
  if (self == NULL)
    return;
  g_free (self->sentence);
  g_free (self->note);
  g_free (self->caution);
  g_free (self);
}
