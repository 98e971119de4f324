/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/conclusions.h"
#include "rounds/round.h"
#include "score.h"

/* How far apart the people's own totals of a candidate lie. */
void
cli_score_get_spread (NsmScores *scores, guint candidate, double *low, double *high)
{
  *low = *high = NAN;
  for (guint p = 0; p < nsm_scores_get_n_people (scores); p++)
    {
      double total = nsm_scores_get_person_total (scores, p, candidate);

      if (isnan (total))
        continue;
      *low = isnan (*low) ? total : MIN (*low, total);
      *high = isnan (*high) ? total : MAX (*high, total);
    }
}

/* Whether who gave which mark may be shown: not where the round promised otherwise. */
gboolean
cli_score_has_people (CliScore *self)
{
  return !nsm_scores_is_nameless (self->scores);
}

/* What the team concluded about a cell of this round, or NULL. */
NsmConclusion *
cli_score_find_conclusion (CliScore *self, guint candidate, guint criterion)
{
  return nsm_conclusion_find (self->workshop, self->round->number,
                              nsm_scores_get_candidate_id (self->scores, candidate),
                              nsm_scores_get_criterion_id (self->scores, criterion));
}

/* The newest round of scores that can be read, or the one that @word means. */
static NsmRound *
find_round (NsmWorkshop *workshop, const char *word)
{
  NsmRound *found = NULL;

  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      if (round->kind == NSM_ROUND_KIND_SCORES && nsm_round_is_readable (round) &&
          cli_round_is_meant (round, word))
        found = round;
    }
  return found;
}

static void
compare_with_earlier (CliScore *self)
{
  NsmRound *earlier = nsm_scores_find_earlier_round (self->scores);

  self->earlier = earlier != NULL ? nsm_scores_new (earlier) : NULL;
  if (self->earlier != NULL)
    self->movement = nsm_movement_new (self->earlier, self->scores);
}

static int
run (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  g_autofree char *word = NULL;
  gboolean json;
  int status;
  const GOptionEntry entries[] = {
    { "round", 0, 0, G_OPTION_ARG_STRING, &word,
      N_("Of that round: scores-1, or its id; the default is the latest that is revealed"),
      N_("ROUND") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (NsmWorkshop) workshop = cli_open (&cli_score, entries, &rest, &json, &status);
  g_autoptr (NsmScoring) scoring = NULL;
  g_autoptr (NsmScores) earlier = NULL;
  g_autoptr (NsmMovement) movement = NULL;
  CliScore self = { .workshop = workshop };

  if (workshop == NULL)
    return status;
  self.round = find_round (workshop, word);
  self.scoring = scoring = self.round != NULL ? nsm_scoring_new (workshop, self.round) : NULL;
  if (scoring == NULL)
    {
      if (word != NULL)
        cli_say (_("No scores are revealed in a round “%s” of this workshop."), word);
      else
        cli_say (_("No scores are revealed in this workshop."));
      return CLI_NO;
    }
  self.scores = scoring->scores;
  compare_with_earlier (&self);
  earlier = self.earlier;
  movement = self.movement;
  if (json)
    return cli_print_json (cli_score_make_json (&self));
  cli_score_print_text (&self);
  return cli_finish (CLI_DONE);
}

const CliCommand cli_score = { "score", N_("FILE"), N_("Show the ranking and how far people are apart"),
                               run };
