/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What talking changed: conclusions, agreed scores, and marks that moved. */
#include "report/build-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "analysis/movement.h"
#include "rounds/round.h"

static NsmRound *
find_round (NsmWorkshop *workshop, double number)
{
  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      if (round->kind == NSM_ROUND_KIND_SCORES && round->number == number)
        return round;
    }
  return NULL;
}

/* Names as they were when the round opened: what is talked about there is what was marked. */
static char *
dup_subject_title (NsmBuild *build, NsmRound *round, const char *id)
{
  NsmSubject *subject = round != NULL ? nsm_round_get_subject (round, id) : NULL;

  return subject != NULL ? g_strdup (subject->title) : nsm_build_dup_candidate (build, id);
}

static const char *
find_aspect_name (NsmBuild *build, NsmRound *round, const char *id)
{
  NsmRecord *criterion = nsm_record_find (NSM_RECORD (build->workshop), id);

  if (round != NULL)
    NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
      {
        if (strcmp (aspect->aspect, id) == 0)
          return aspect->name;
      }
  return criterion != NULL ? nsm_record_get_title (criterion) : _("A criterion that was removed");
}

/* The mean of the marks that this conclusion is about. */
static double
get_mean (NsmRound *round, NsmConclusion *conclusion)
{
  g_autoptr (NsmScores) scores = round != NULL ? nsm_scores_new (round) : NULL;
  guint candidate;

  if (scores == NULL || !nsm_scores_find_candidate (scores, conclusion->candidate, &candidate))
    return NAN;
  for (guint k = 0; k < nsm_scores_get_n_criteria (scores); k++)
    if (strcmp (nsm_scores_get_criterion_id (scores, k), conclusion->criterion) == 0)
      return nsm_scores_get_cell (scores, candidate, k)->mean;
  return NAN;
}

static void
add_conclusion (NsmBuild *build, NsmNode *table, NsmConclusion *conclusion, gboolean several)
{
  NsmRound *round = find_round (build->workshop, conclusion->round);
  g_autofree char *title = dup_subject_title (build, round, conclusion->candidate);
  NsmNode *row = nsm_node_add_row (table, title,
                                   find_aspect_name (build, round, conclusion->criterion), NULL);
  NsmNode *cell = nsm_node_add_cell (row, NULL);

  nsm_node_set_source (row, NSM_STEP_SCORING, NSM_RECORD (conclusion), "text");
  if (conclusion->resolution != NSM_RESOLUTION_OPEN)
    nsm_runs_add (cell->runs, nsm_run_new_badge (NSM_TONE_PLAIN,
                                                 nsm_build_choice (NSM_TYPE_RESOLUTION,
                                                                   conclusion->resolution)));
  nsm_node_add_cell (row, conclusion->text);
  nsm_build_add_number (row, isnan (conclusion->agreed) ? NAN : get_mean (round, conclusion), 1);
  nsm_build_add_number (row, conclusion->agreed, -1);
  nsm_build_add_number (row, several ? conclusion->round : NAN, 0);
}

static void
add_conclusions (NsmBuild *build, NsmNode *section)
{
  NsmWorkshop *workshop = build->workshop;
  NsmNode *table = nsm_build_add_part (section, "conclusions", _("What the discussions concluded"),
                                       NSM_NODE_TABLE);
  gboolean several = FALSE;

  NSM_LIST_EACH (NsmConclusion, conclusion, workshop->conclusions)
    {
      NsmConclusion *first = nsm_list_get (workshop->conclusions, 0);

      several = several || conclusion->round != first->round;
    }
  nsm_node_add_row (table, _("Candidate"), _("Criterion"), _("What it came to"), _("Conclusion"),
                    _("Mean of the marks"), _("Agreed after discussion"), _("Round"), NULL);
  NSM_LIST_EACH (NsmConclusion, conclusion, workshop->conclusions)
    {
      /* Opened to be talked about, and nothing came of it yet. */
      if (conclusion->text[0] != '\0' || conclusion->resolution != NSM_RESOLUTION_OPEN ||
          !isnan (conclusion->agreed))
        add_conclusion (build, table, conclusion, several);
    }
  nsm_build_keep_part (section);
}

/* The order as the agreed scores would have it, said beside the one that counts. */
static void
add_agreed (NsmNode *section, NsmScores *scores)
{
  NsmNode *paragraph;
  guint winner;

  if (nsm_scores_count_agreed (scores) == 0 || nsm_scores_count_agreed_winners (scores) != 1 ||
      !nsm_scores_get_agreed_winner (scores, &winner))
    return;
  paragraph = nsm_node_add_paragraph (section, NSM_TONE_PLAIN, NULL);
  /* Translators: the title of a candidate, and its score */
  nsm_runs_add_template (
    paragraph->runs,
    _("With the scores agreed after discussion in place of the means there, “%s” leads with %s."),
    nsm_run_new (NSM_RUN_TEXT, nsm_scores_get_candidate_title (scores, winner)),
    nsm_run_new_number (nsm_scores_get_agreed_total (scores, winner), 1), NULL);
}

static void
add_moves (NsmNode *section, NsmMovement *movement, NsmScores *earlier, NsmScores *later)
{
  NsmNode *table = nsm_node_add (section, NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Who"), _("Candidate"), _("Criterion"), _("Before"), _("Now"),
                    _("In words"), NULL);
  for (guint i = 0; i < movement->moves->len; i++)
    {
      const NsmMove *move = &g_array_index (movement->moves, NsmMove, i);
      g_autofree char *sentence = nsm_move_dup_sentence (move, earlier, later);
      NsmNode *row = nsm_node_add_row (
        table, nsm_scores_get_person_name (later, move->person),
        nsm_scores_get_candidate_title (later, move->candidate),
        nsm_scores_get_criterion_name (later, move->criterion), NULL);

      nsm_build_add_number (row, move->from, 0);
      nsm_build_add_number (row, move->to, 0);
      nsm_node_add_cell (row, move->toward_others ? sentence : "");
    }
  nsm_build_keep_part (section);
}

/* What another round changed; who moved only where names were promised both times. */
static void
add_movement (NsmNode *section, NsmScores *later)
{
  NsmRound *round = nsm_scores_find_earlier_round (later);
  g_autoptr (NsmScores) earlier = round != NULL ? nsm_scores_new (round) : NULL;
  g_autoptr (NsmMovement) movement = NULL;
  g_autofree char *title = NULL;
  NsmNode *part, *list;

  if (earlier == NULL || nsm_scores_get_n_people (earlier) == 0)
    return;
  movement = nsm_movement_new (earlier, later);
  title = g_strdup_printf (_("What moved since round %d"), (int) round->number);
  part = nsm_node_add_section (section, "movement", title);
  nsm_node_add_text (part, NSM_TONE_PLAIN, movement->headline);
  list = nsm_node_add (part, NSM_NODE_LIST);
  for (guint i = 0; i < movement->sentences->len; i++)
    nsm_node_add_item (list, movement->sentences->pdata[i]);
  nsm_build_keep_part (part);
  add_moves (part, movement, earlier, later);
}

/**
 * nsm_build_discussions:
 * @scores: those of the newest round
 */
void
nsm_build_discussions (NsmBuild *build, NsmNode *section, NsmScores *scores)
{
  add_agreed (section, scores);
  add_movement (section, scores);
  add_conclusions (build, section);
}
