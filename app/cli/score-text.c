/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores for people who read them in a terminal. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "rounds/round.h"
#include "score.h"

static void
print_ranking (CliScore *self)
{
  NsmScores *scores = self->scores;
  gboolean agreed = nsm_scores_count_agreed (scores) > 0;

  cli_out ("%-4s  %-5s  %-11s  %s%s", _("Rank"), _("Score"), _("From–to"),
           /* Translators: a column, with two spaces after it: the score with agreed marks */
           agreed ? _("Agreed  ") : "", _("Candidate"));
  for (guint i = 0; i < nsm_scores_get_n_candidates (scores); i++)
    {
      guint c = nsm_scores_get_nth (scores, i);
      g_autofree char *rank = NULL;
      g_autofree char *total = nsm_scores_format (nsm_scores_get_total (scores, c));
      g_autofree char *settled = nsm_scores_format (nsm_scores_get_agreed_total (scores, c));
      g_autofree char *with_space =
        agreed ? g_strdup_printf ("%*s  ", (int) g_utf8_strlen (_("Agreed  "), -1) - 2, settled)
               : g_strdup ("");
      double low, high;

      cli_score_get_spread (scores, c, &low, &high);
      if (isnan (nsm_scores_get_rank (scores, c)))
        rank = g_strdup ("–");
      else
        rank = g_strdup_printf ("%g", nsm_scores_get_rank (scores, c));
      if (isnan (low))
        cli_out ("%4s  %5s  %11s  %s%s", rank, "–", "–", with_space,
                 nsm_scores_get_candidate_title (scores, c));
      else
        cli_out ("%4s  %5s  %5.1f–%-5.1f  %s%s%s", rank, total, low, high, with_space,
                 nsm_scores_get_candidate_title (scores, c),
                 nsm_scores_is_calibration (scores, c) ? _(" (bad on purpose)") : "");
    }
}

static void
print_list (GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    cli_out ("  • %s", (const char *) sentences->pdata[i]);
}

static void
print_recommendation (CliScore *self)
{
  NsmRobustness *robustness = self->scoring->robustness;

  cli_out ("\n%s", robustness->headline);
  print_list (robustness->reasons);
  if (robustness->what_would_change[0] != '\0')
    cli_out ("  • %s", robustness->what_would_change);
}

static void
print_agreement (CliScore *self)
{
  NsmAgreement *agreement = self->scoring->agreement;

  cli_out_heading (_("Agreement"));
  cli_out ("  %s", agreement->sentence);
  if (agreement->note[0] != '\0')
    cli_out ("  %s", agreement->note);
  cli_out ("  %s", agreement->caution);
}

/* "Mei, Luis", or how many where names aren't to be shown. */
static char *
dup_who (CliScore *self, const NsmDiscussion *item, double mark)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint p = 0; p < nsm_scores_get_n_people (self->scores); p++)
    if (nsm_scores_get_mark (self->scores, p, item->candidate, item->criterion) == mark)
      g_ptr_array_add (names, (gpointer) nsm_scores_get_person_name (self->scores, p));
  if (!cli_score_has_people (self))
    return g_strdup_printf (ngettext ("%u person", "%u people", names->len), names->len);
  return nsm_names_dup_list (names);
}

static void
print_conclusion (CliScore *self, const NsmDiscussion *item)
{
  NsmConclusion *conclusion = cli_score_find_conclusion (self, item->candidate, item->criterion);

  if (conclusion == NULL)
    return;
  if (conclusion->resolution != NSM_RESOLUTION_OPEN)
    cli_out ("     → %s", nsm_choice_get_label (NSM_TYPE_RESOLUTION, conclusion->resolution));
  if (conclusion->text[0] != '\0')
    cli_out ("     → %s", conclusion->text);
  if (!isnan (conclusion->agreed))
    cli_out (_("     → agreed on %g; what people marked stays as it is"), conclusion->agreed);
  if (conclusion->again)
    cli_out ("     → %s", _("to be scored again"));
}

static void
print_discussions (CliScore *self)
{
  guint n = 0;

  for (guint i = 0; i < self->scoring->discussion->len; i++)
    {
      const NsmDiscussion *item = self->scoring->discussion->pdata[i];
      const NsmCell *cell = nsm_scores_get_cell (self->scores, item->candidate, item->criterion);
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;

      if (!item->disagrees)
        continue;
      if (n++ == 0)
        cli_out_heading (_("Discuss first"));
      low = dup_who (self, item, cell->low);
      high = dup_who (self, item, cell->high);
      /* Translators: number, criterion, candidate */
      cli_out (_("  %u. “%s” of “%s”"), n,
               nsm_scores_get_criterion_name (self->scores, item->criterion),
               nsm_scores_get_candidate_title (self->scores, item->candidate));
      /* Translators: a mark, who gave it; another mark, who gave it */
      cli_out (_("     %.0f: %s; %.0f: %s. r_wg %.2f"), cell->low, low, cell->high, high,
               cell->r_wg);
      cli_out ("     %s", item->sentence);
      print_conclusion (self, item);
    }
  if (n == 0)
    {
      cli_out_heading (_("Discuss first"));
      cli_out ("  %s", _("Nowhere are people far enough apart to talk about it first."));
    }
}

static void
print_movement (CliScore *self)
{
  g_autofree char *label = NULL;

  if (self->movement == NULL)
    return;
  label = nsm_round_dup_label (nsm_scores_get_round (self->earlier));
  /* Translators: a round, as “Scores, round 1” */
  cli_out (_("\nSince “%s”"), label);
  cli_out ("  %s", self->movement->headline);
  print_list (self->movement->sentences);
}

static void
print_calibration (CliScore *self)
{
  if (self->scoring->calibrations->len > 0)
    cli_out_heading (_("Deliberately bad candidates"));
  for (guint i = 0; i < self->scoring->calibrations->len; i++)
    cli_out ("  %s", ((NsmCalibration *) self->scoring->calibrations->pdata[i])->sentence);
}

void
cli_score_print_text (CliScore *self)
{
  guint n = nsm_scores_get_n_people (self->scores);
  g_autofree char *label = nsm_round_dup_label (self->round);

  /* Translators: a round, and how many people answered */
  cli_out (ngettext ("%s: %u person\n", "%s: %u people\n", n), label, n);
  print_ranking (self);
  print_recommendation (self);
  print_calibration (self);
  if (!nsm_scores_is_single (self->scores))
    {
      print_agreement (self);
      print_discussions (self);
    }
  print_movement (self);
}
