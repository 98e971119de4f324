/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/agreement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/private.h"

#define N_POINTS 5

/**
 * nsm_r_wg:
 *
 * Agreement within a group on one thing, against marks given evenly at random:
 * `1 − s² / 2`, negative shown as 0 (James, Demaree & Wolf 1984).
 *
 * Returns: 0 to 1; NAN with fewer than two marks
 */
double
nsm_r_wg (const double *marks, guint n)
{
  double mean = 0, squares = 0;

  if (n < 2)
    return NAN;
  for (guint i = 0; i < n; i++)
    mean += marks[i] / n;
  for (guint i = 0; i < n; i++)
    squares += (marks[i] - mean) * (marks[i] - mean);
  return MAX (0, 1 - squares / (n - 1) / 2);
}

typedef struct
{
  double r_wg;
  double chance;
} Outcome;

static int
compare_outcomes (gconstpointer a, gconstpointer b)
{
  double difference = ((const Outcome *) b)->r_wg - ((const Outcome *) a)->r_wg;

  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

/* All ways to give n marks of 1 to 5, by how often each is given. */
static GArray *
list_outcomes (guint n)
{
  GArray *outcomes = g_array_new (FALSE, FALSE, sizeof (Outcome));

  for (guint a = 0; a <= n; a++)
    for (guint b = 0; a + b <= n; b++)
      for (guint c = 0; a + b + c <= n; c++)
        for (guint d = 0; a + b + c + d <= n; d++)
          {
            const guint counts[N_POINTS] = { a, b, c, d, n - a - b - c - d };
            double sum = 0, squares = 0, log_ways = lgamma (n + 1.0);
            Outcome outcome;

            for (guint i = 0; i < N_POINTS; i++)
              {
                sum += (i + 1.0) * counts[i];
                squares += (i + 1.0) * (i + 1.0) * counts[i];
                log_ways -= lgamma (counts[i] + 1.0);
              }
            outcome.r_wg = MAX (0, 1 - (squares - sum * sum / n) / (n - 1) / 2);
            outcome.chance = exp (log_ways - n * log (N_POINTS));
            g_array_append_val (outcomes, outcome);
          }
  g_array_sort (outcomes, compare_outcomes);
  return outcomes;
}

/**
 * nsm_r_wg_by_chance:
 *
 * Returns: the smallest r_wg that @n people who mark evenly at random reach less than
 *   5 % of the time; NAN for fewer than three
 */
double
nsm_r_wg_by_chance (guint n)
{
  g_autoptr (GArray) outcomes = NULL;
  double chance = 0, found = NAN;

  if (n < 3 || n > 60)
    return NAN;
  outcomes = list_outcomes (n);
  for (guint i = 0; i < outcomes->len;)
    {
      double r_wg = g_array_index (outcomes, Outcome, i).r_wg;

      for (; i < outcomes->len && g_array_index (outcomes, Outcome, i).r_wg > r_wg - NSM_TIE; i++)
        chance += g_array_index (outcomes, Outcome, i).chance;
      if (chance >= 0.05)
        break;
      found = r_wg;
    }
  return found;
}

/**
 * nsm_r_wg_dup_note:
 *
 * Returns: (transfer full): what to keep in mind of r_wg in a panel of @n_people
 */
char *
nsm_r_wg_dup_note (guint n_people)
{
  double limit = nsm_r_wg_by_chance (n_people);

  if (isnan (limit))
    return g_strdup (_("r_wg says little about fewer than three people."));
  return g_strdup_printf (
    ngettext ("With %u person, marks given at random reach an r_wg of %.2f less than once in "
              "twenty cells, so in a large table a few cells will by chance. Panels that "
              "like high marks look more agreed than they are: read the marks beside it.",
              "With %u people, marks given at random reach an r_wg of %.2f less than once in "
              "twenty cells, so in a large table a few cells will by chance. Panels that "
              "like high marks look more agreed than they are: read the marks beside it.",
              n_people),
    n_people, limit);
}

/**
 * nsm_krippendorff_alpha:
 * @marks: [rater][unit], 1 to 5 or NAN
 * @n_marks: (out) (optional): how many marks stand in a unit with another one
 *
 * Krippendorff's alpha with the ordinal metric (Krippendorff 2011): the one figure
 * over everything that allows for abstentions.
 *
 * Returns: up to 1; NAN where it is undefined: nothing is marked twice, or all marks
 *   are the same
 */
double
nsm_krippendorff_alpha (const double *marks, guint n_raters, guint n_units, guint *n_marks)
{
  double pairs[N_POINTS][N_POINTS] = { { 0 } };
  double totals[N_POINTS] = { 0 };
  double n = 0, observed = 0, expected = 0;

  for (guint u = 0; u < n_units; u++)
    {
      double counts[N_POINTS] = { 0 };
      double in_unit = 0;

      for (guint r = 0; r < n_raters; r++)
        {
          double mark = marks[(gsize) r * n_units + u];

          if (mark >= 1 && mark <= N_POINTS)
            {
              counts[(guint) mark - 1]++;
              in_unit++;
            }
        }
      for (guint i = 0; in_unit >= 2 && i < N_POINTS; i++)
        for (guint j = 0; j < N_POINTS; j++)
          pairs[i][j] += counts[i] * (counts[j] - (i == j ? 1 : 0)) / (in_unit - 1);
    }
  for (guint i = 0; i < N_POINTS; i++)
    for (guint j = 0; j < N_POINTS; j++)
      totals[i] += pairs[i][j];
  for (guint i = 0; i < N_POINTS; i++)
    n += totals[i];

  for (guint i = 0; i < N_POINTS; i++)
    for (guint j = i + 1; j < N_POINTS; j++)
      {
        double between = -(totals[i] + totals[j]) / 2;

        for (guint g = i; g <= j; g++)
          between += totals[g];
        observed += pairs[i][j] * between * between;
        expected += totals[i] * totals[j] * between * between;
      }
  if (n_marks != NULL)
    *n_marks = (guint) lround (n);
  return n >= 2 && expected > 0 ? 1 - (n - 1) * observed / expected : NAN;
}

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

static char *
dup_sentence (NsmAgreement *self, NsmScores *scores, NsmAudience audience)
{
  gboolean room = audience == NSM_AUDIENCE_ROOM;
  g_autofree char *chance = NULL;

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
               "W = %.2f, %u people; that comes %s.")
           : _("Chance alone could explain how alike people rank the candidates: Kendall’s "
               "W = %.2f, %u people; that comes %s."),
      self->w, self->n_people, chance);
  if (self->w >= 0.7)
    return g_strdup_printf (
      room ? _("You rank the candidates much alike: Kendall’s W = %.2f, %u people; %s.")
           : _("People rank the candidates much alike: Kendall’s W = %.2f, %u people; %s."),
      self->w, self->n_people, chance);
  return g_strdup_printf (
    room ? _("You rank the candidates somewhat alike: Kendall’s W = %.2f, %u people; %s.")
         : _("People rank the candidates somewhat alike: Kendall’s W = %.2f, %u people; %s."),
    self->w, self->n_people, chance);
}

static char *
dup_note (NsmAgreement *self, NsmScores *scores)
{
  GString *out = g_string_new (NULL);
  g_autofree char *p = NULL;

  if (!self->defined || self->n_people < 3)
    return g_string_free (out, FALSE);
  p = self->p < 0.001 ? g_strdup_printf ("p < %.3f", 0.001) : g_strdup_printf ("p = %.3f", self->p);
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
    g_string_append_printf (out, _(" Krippendorff’s alpha (ordinal) over %u marks is %.2f."),
                            self->n_marks, self->alpha);
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
  self->sentence = dup_sentence (self, scores, NSM_AUDIENCE_ROOM);
  self->note = dup_note (self, scores);
  return self;
}

/**
 * nsm_agreement_address:
 * @scores: those that @self was made from
 *
 * Puts the sentence into words for another audience; at first it speaks to the room.
 */
void
nsm_agreement_address (NsmAgreement *self, NsmScores *scores, NsmAudience audience)
{
  g_free (self->sentence);
  self->sentence = dup_sentence (self, scores, audience);
}

void
nsm_agreement_free (NsmAgreement *self)
{
  if (self == NULL)
    return;
  g_free (self->sentence);
  g_free (self->note);
  g_free (self);
}
