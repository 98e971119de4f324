/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/form.h"

#include <glib/gi18n-lib.h>

#include "method/candidates.h"
#include "rounds/game-ballot.h"
#include "rounds/game-result.h"
#include "rounds/moments-ballot.h"
#include "rounds/moments-result.h"
#include "rounds/score-ballot.h"
#include "rounds/texts-ballot.h"
#include "rounds/texts-result.h"
#include "rounds/verdict-ballot.h"
#include "rounds/verdict-result.h"

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

/* Statements and ideas */

static char *
dup_what_statements (NsmWorkshop *workshop G_GNUC_UNUSED)
{
  return g_strdup (_("Everybody writes in their own words what gets better for customers: one to "
                     "five cards. All cards are shown at once; then you put together what means "
                     "the same."));
}

static char *
dup_what_ideas (NsmWorkshop *workshop G_GNUC_UNUSED)
{
  return g_strdup (_("Everybody writes up to ten ideas, rough ones too. All are shown at once; then "
                     "you put together what means the same, and make the best ones candidates."));
}

/* Moments */

static char *
dup_what_moments (NsmWorkshop *workshop)
{
  guint n = nsm_list_get_size (workshop->value->moments);
  g_autofree char *moments =
    g_strdup_printf (ngettext ("%u value moment", "%u value moments", n), n);

  /* Translators: "4 value moments" */
  return g_strdup_printf (_("Everybody puts %s in order, the most direct one first, and leaves out "
                            "what they can’t judge. All orders are shown at once."),
                          moments);
}

static const char *
get_obstacle_moments (NsmWorkshop *workshop)
{
  return nsm_list_get_size (workshop->value->moments) < 2
           ? _("It takes two value moments at least to put them in order.")
           : NULL;
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

/* Verdicts */

static guint
count_finalists (NsmWorkshop *workshop)
{
  guint n = 0;

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      n += nsm_candidate_is_good (candidate) && nsm_candidate_is_running (candidate) ? 1 : 0;
    }
  return n;
}

static char *
dup_what_verdicts (NsmWorkshop *workshop)
{
  guint n = count_finalists (workshop);
  g_autofree char *finalists = g_strdup_printf (ngettext ("%u finalist", "%u finalists", n), n);

  /* Translators: "3 finalists" */
  return g_strdup_printf (_("Everybody judges %s in all eight thought experiments: holds, refine or "
                            "fails, and why. What the team makes of it, you enter afterwards."),
                          finalists);
}

static const char *
get_obstacle_verdicts (NsmWorkshop *workshop)
{
  return count_finalists (workshop) == 0
           ? _("There is nothing to test yet. Write the candidates first, in Candidates.")
           : NULL;
}

static const NsmRoundForm forms[] = {
  {
    .kind = NSM_ROUND_KIND_STATEMENTS,
    .title = N_("Everybody writes in private"),
    .solo_title = N_("Write what customers gain"),
    .invitation = N_("Before you agree on words, let everybody write their own, each alone."),
    .invite = N_("_Ask Everybody in Private…"),
    .dup_what = dup_what_statements,
    .get_ballot_type = nsm_texts_ballot_get_type,
    .make_result = nsm_texts_result_new,
  },
  {
    .kind = NSM_ROUND_KIND_MOMENTS,
    .title = N_("Everybody ranks in private"),
    .solo_title = N_("Put the moments in order"),
    .invitation = N_("Which of them is the value most directly? Let everybody rank them alone."),
    .invite = N_("_Rank in Private…"),
    .dup_what = dup_what_moments,
    .get_obstacle = get_obstacle_moments,
    .get_ballot_type = nsm_moments_ballot_get_type,
    .make_result = nsm_moments_result_new,
  },
  {
    .kind = NSM_ROUND_KIND_GAME,
    .title = N_("Everybody votes in private"),
    .solo_title = N_("Choose the game"),
    .invitation =
      N_("Ask everybody first, each alone. The loudest voice doesn’t choose the game then."),
    .invite = N_("_Vote in Private…"),
    .dup_what = dup_what_game,
    .get_ballot_type = nsm_game_ballot_get_type,
    .make_result = nsm_game_result_new,
  },
  {
    .kind = NSM_ROUND_KIND_IDEAS,
    .title = N_("Everybody writes ideas in private"),
    .solo_title = N_("Write your ideas"),
    .invitation = N_("More ideas come when everybody first thinks alone, and shy ones count as much."),
    .invite = N_("Collect Ideas in _Private…"),
    .dup_what = dup_what_ideas,
    .get_ballot_type = nsm_texts_ballot_get_type,
    .make_result = nsm_texts_result_new,
  },
  {
    .kind = NSM_ROUND_KIND_SCORES,
    .title = N_("Everybody scores in private"),
    .solo_title = N_("Score every candidate"),
    .dup_what = dup_what_scores,
    .dup_pass = dup_pass_scores,
    .get_obstacle = get_obstacle_scores,
    .get_ballot_type = nsm_score_ballot_get_type,
  },
  {
    .kind = NSM_ROUND_KIND_VERDICTS,
    .title = N_("Everybody judges in private"),
    .solo_title = N_("Judge every finalist"),
    .invitation = N_("Who sees a weakness alone seldom says so aloud. Let everybody judge first."),
    .invite = N_("_Judge in Private…"),
    .dup_what = dup_what_verdicts,
    .dup_pass = dup_pass_scores,
    .get_obstacle = get_obstacle_verdicts,
    .get_ballot_type = nsm_verdict_ballot_get_type,
    .make_result = nsm_verdict_result_new,
  },
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
