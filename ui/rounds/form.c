/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/form.h"

#include <glib/gi18n-lib.h>

#include "rounds/game-ballot.h"
#include "rounds/game-result.h"
#include "rounds/score-ballot.h"

/* Eight seconds a mark is what people take who read the question. */
#define SECONDS_A_MARK 8

static guint
count_candidates (NsmWorkshop *workshop)
{
  guint n = 0;

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      n += candidate->standing == NSM_STANDING_IN ? 1 : 0;
    }
  return n;
}

/* Game */

static char *
dup_what_game (NsmWorkshop *workshop G_GNUC_UNUSED)
{
  return g_strdup (_("Everybody chooses one of the three games and says why in a line. All votes "
                     "are shown at once."));
}

/* Scores */

static char *
dup_what_scores (NsmWorkshop *workshop)
{
  guint n_candidates = count_candidates (workshop);
  guint n_criteria = nsm_list_get_size (workshop->scorecard->criteria);
  g_autofree char *candidates =
    g_strdup_printf (ngettext ("%u candidate", "%u candidates", n_candidates), n_candidates);
  g_autofree char *criteria =
    g_strdup_printf (ngettext ("%u criterion", "%u criteria", n_criteria), n_criteria);

  /* Translators: "5 candidates", "6 criteria" */
  return g_strdup_printf (_("%s, each marked 1 to 5 on %s. Anybody may abstain on anything, and say "
                            "why they chose a mark."),
                          candidates, criteria);
}

static char *
dup_pass_scores (NsmRound *round)
{
  guint n_candidates = nsm_list_get_size (round->subjects);
  guint n_criteria = nsm_list_get_size (round->aspects);
  guint minutes = MAX (1, (n_candidates * n_criteria * SECONDS_A_MARK + 59) / 60);
  g_autofree char *candidates =
    g_strdup_printf (ngettext ("%u candidate", "%u candidates", n_candidates), n_candidates);
  g_autofree char *criteria = g_strdup_printf (
    ngettext ("%u question each", "%u questions each", n_criteria), n_criteria);
  g_autofree char *time =
    g_strdup_printf (ngettext ("About %u minute.", "About %u minutes.", minutes), minutes);

  /* Translators: "6 candidates", "6 questions each". "About 5 minutes." */
  return g_strdup_printf (_("%s, %s. %s"), candidates, criteria, time);
}

static const char *
get_obstacle_scores (NsmWorkshop *workshop)
{
  if (count_candidates (workshop) == 0)
    return _("There is nothing to score yet. Write the candidates first, in Candidates.");
  if (nsm_list_get_size (workshop->scorecard->criteria) == 0)
    return _("The scorecard has no criteria yet. Choose one in Set up.");
  return NULL;
}

static const NsmRoundForm forms[] = {
  { NSM_ROUND_KIND_GAME, N_("Everybody votes in private"), N_("Choose the game"), dup_what_game,
    NULL, NULL, nsm_game_ballot_get_type, nsm_game_result_new },
  { NSM_ROUND_KIND_SCORES, N_("Everybody scores in private"), N_("Score every candidate"),
    dup_what_scores, dup_pass_scores, get_obstacle_scores, nsm_score_ballot_get_type, NULL },
};

/**
 * nsm_round_form_get:
 *
 * Returns: (transfer none): how rounds of @kind are asked and shown
 */
const NsmRoundForm *
nsm_round_form_get (NsmRoundKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].kind == kind)
      return &forms[i];
  g_return_val_if_reached (NULL);
}
