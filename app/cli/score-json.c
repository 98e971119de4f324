/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores for programs: everything that the page of scores shows. Candidates, criteria
 * and participants are named once and meant by id elsewhere. Of a round without names
 * marks are shown in order of size, and nothing by person. */
#include <math.h>
#include <stdlib.h>

#include "score.h"

static void
add_round (cJSON *result, CliScore *self)
{
  cJSON *round = cJSON_AddObjectToObject (result, "round");

  cli_add_text (round, "id", NSM_RECORD (self->round)->id);
  cli_add_number (round, "number", self->round->number);
  cli_add_text (round, "question", self->round->question);
  cli_add_text (round, "promise", self->round->promise);
  cJSON_AddBoolToObject (round, "names", cli_score_has_people (self));
  cJSON_AddBoolToObject (round, "single", nsm_scores_is_single (self->scores));
  cli_add_text (round, "closing_words", self->round->chain_words);
}

static void
add_participants (cJSON *result, CliScore *self)
{
  cJSON *list;

  if (!cli_score_has_people (self))
    return;
  list = cJSON_AddArrayToObject (result, "participants");
  for (guint p = 0; p < nsm_scores_get_n_people (self->scores); p++)
    {
      cJSON *person = cli_append_object (list);

      cli_add_text (person, "id", nsm_scores_get_person_id (self->scores, p));
      cli_add_text (person, "name", nsm_scores_get_person_name (self->scores, p));
    }
}

static void
add_criteria (cJSON *result, CliScore *self)
{
  cJSON *list = cJSON_AddArrayToObject (result, "criteria");

  for (guint k = 0; k < nsm_scores_get_n_criteria (self->scores); k++)
    {
      cJSON *criterion = cli_append_object (list);

      cli_add_text (criterion, "id", nsm_scores_get_criterion_id (self->scores, k));
      cli_add_text (criterion, "name", nsm_scores_get_criterion_name (self->scores, k));
      cli_add_number (criterion, "weight", nsm_scores_get_weight (self->scores, k));
    }
}

/* Marks */

static void
add_named_mark (cJSON *list, CliScore *self, guint person, guint candidate, guint criterion)
{
  NsmEntry *entry = nsm_scores_get_entry (self->scores, person, candidate, criterion);
  cJSON *mark = cli_append_object (list);

  cli_add_text (mark, "person", nsm_scores_get_person_id (self->scores, person));
  cli_add_number (mark, "mark", nsm_scores_get_mark (self->scores, person, candidate, criterion));
  cJSON_AddBoolToObject (mark, "abstained", entry != NULL && entry->abstained);
  if (entry == NULL)
    return;
  cli_add_text (mark, "confidence", nsm_choice_get_nick (NSM_TYPE_CONFIDENCE, entry->confidence));
  cli_add_text (mark, "reason", entry->text);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* In order of size, and reasons in that of the alphabet: neither says whose it is. */
static void
add_nameless_marks (cJSON *cell, CliScore *self, guint candidate, guint criterion)
{
  cJSON *marks = cJSON_AddArrayToObject (cell, "marks");
  cJSON *reasons = cJSON_AddArrayToObject (cell, "reasons");
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint p = 0; p < nsm_scores_get_n_people (self->scores); p++)
    {
      NsmEntry *entry = nsm_scores_get_entry (self->scores, p, candidate, criterion);
      double mark = nsm_scores_get_mark (self->scores, p, candidate, criterion);

      if (!isnan (mark))
        g_array_append_val (numbers, mark);
      if (entry != NULL && entry->text[0] != '\0')
        g_ptr_array_add (texts, entry->text);
    }
  g_array_sort (numbers, compare_numbers);
  g_ptr_array_sort (texts, compare_texts);
  for (guint i = 0; i < numbers->len; i++)
    {
      cJSON *mark = cli_append_object (marks);

      cli_add_number (mark, "mark", g_array_index (numbers, double, i));
    }
  for (guint i = 0; i < texts->len; i++)
    cJSON_AddItemToArray (reasons, cJSON_CreateString (texts->pdata[i]));
}

static void
add_cell (cJSON *list, CliScore *self, guint candidate, guint criterion)
{
  const NsmCell *from = nsm_scores_get_cell (self->scores, candidate, criterion);
  cJSON *cell = cli_append_object (list);
  cJSON *marks;

  cli_add_text (cell, "criterion", nsm_scores_get_criterion_id (self->scores, criterion));
  cli_add_text (cell, "name", nsm_scores_get_criterion_name (self->scores, criterion));
  cli_add_number (cell, "n", from->n);
  cli_add_number (cell, "abstained", from->n_abstained);
  cli_add_number (cell, "mean", from->mean);
  cli_add_number (cell, "median", from->median);
  cli_add_number (cell, "low", from->low);
  cli_add_number (cell, "high", from->high);
  cli_add_number (cell, "q1", from->q1);
  cli_add_number (cell, "q3", from->q3);
  cli_add_number (cell, "iqr", from->iqr);
  cli_add_number (cell, "r_wg", from->r_wg);
  cli_add_number (cell, "agreed", nsm_scores_get_agreed (self->scores, candidate, criterion));
  if (!cli_score_has_people (self))
    {
      add_nameless_marks (cell, self, candidate, criterion);
      return;
    }
  marks = cJSON_AddArrayToObject (cell, "marks");
  for (guint p = 0; p < nsm_scores_get_n_people (self->scores); p++)
    add_named_mark (marks, self, p, candidate, criterion);
}

static void
add_own_totals (cJSON *candidate, CliScore *self, guint c)
{
  cJSON *list;

  if (!cli_score_has_people (self))
    return;
  list = cJSON_AddArrayToObject (candidate, "people");
  for (guint p = 0; p < nsm_scores_get_n_people (self->scores); p++)
    {
      cJSON *item = cli_append_object (list);

      cli_add_text (item, "person", nsm_scores_get_person_id (self->scores, p));
      cli_add_number (item, "score", nsm_scores_get_person_total (self->scores, p, c));
    }
}

static void
add_candidate (cJSON *list, CliScore *self, guint c)
{
  NsmRobustness *robustness = self->scoring->robustness;
  g_autofree char *standing = nsm_robustness_dup_standing (robustness, c);
  gboolean bad = nsm_scores_is_calibration (self->scores, c);
  cJSON *item = cli_append_object (list);
  cJSON *cells;
  double low, high;

  cli_score_get_spread (self->scores, c, &low, &high);
  cli_add_text (item, "id", nsm_scores_get_candidate_id (self->scores, c));
  cli_add_text (item, "title", nsm_scores_get_candidate_title (self->scores, c));
  cJSON_AddBoolToObject (item, "calibration", bad);
  cli_add_number (item, "rank", nsm_scores_get_rank (self->scores, c));
  cli_add_number (item, "score", nsm_scores_get_total (self->scores, c));
  cli_add_number (item, "agreed_score", nsm_scores_get_agreed_total (self->scores, c));
  cli_add_number (item, "low", low);
  cli_add_number (item, "high", high);
  cli_add_text (item, "standing", bad ? "" : standing);
  add_own_totals (item, self, c);
  cells = cJSON_AddArrayToObject (item, "criteria");
  for (guint k = 0; k < nsm_scores_get_n_criteria (self->scores); k++)
    add_cell (cells, self, c, k);
}

/* Agreement */

static void
add_agreement (cJSON *result, CliScore *self)
{
  NsmAgreement *from = self->scoring->agreement;
  cJSON *agreement = cJSON_AddObjectToObject (result, "agreement");

  cli_add_text (agreement, "sentence", from->sentence);
  cJSON_AddBoolToObject (agreement, "defined", from->defined);
  cli_add_number (agreement, "w", from->w);
  cli_add_number (agreement, "p", from->p);
  cJSON_AddBoolToObject (agreement, "exact", from->exact);
  cli_add_number (agreement, "people", from->n_people);
  cli_add_number (agreement, "people_left_out", from->n_left_out);
  cli_add_number (agreement, "candidates", from->n_items);
  cli_add_number (agreement, "alpha", from->alpha);
  cli_add_number (agreement, "alpha_marks", from->n_marks);
  cli_add_text (agreement, "note", from->note);
  cli_add_number (agreement, "r_wg_by_chance",
                  nsm_r_wg_by_chance (nsm_scores_get_n_people (self->scores)));
  cli_add_text (agreement, "r_wg_caution", from->caution);
}

/* What to talk about */

static void
add_side (cJSON *item, const char *name, CliScore *self, const NsmDiscussion *from, double mark)
{
  cJSON *side = cJSON_AddObjectToObject (item, name);
  cJSON *people;

  cli_add_number (side, "mark", mark);
  if (!cli_score_has_people (self))
    return;
  people = cJSON_AddArrayToObject (side, "people");
  for (guint p = 0; p < nsm_scores_get_n_people (self->scores); p++)
    if (nsm_scores_get_mark (self->scores, p, from->candidate, from->criterion) == mark)
      add_named_mark (people, self, p, from->candidate, from->criterion);
}

static void
add_conclusion (cJSON *object, NsmConclusion *from)
{
  cli_add_text (object, "resolution", nsm_choice_get_nick (NSM_TYPE_RESOLUTION, from->resolution));
  cli_add_number (object, "agreed", from->agreed);
  cJSON_AddBoolToObject (object, "again", from->again);
  cli_add_text (object, "text", from->text);
}

static const char *
get_impact (NsmImpact impact)
{
  switch (impact)
    {
    case NSM_IMPACT_CELL:
      return "cell";
    case NSM_IMPACT_GROUP:
      return "row-or-column";
    case NSM_IMPACT_NONE:
    default:
      return "none";
    }
}

static void
add_discussions (cJSON *result, CliScore *self)
{
  cJSON *list = cJSON_AddArrayToObject (result, "discuss_first");
  g_autofree char *headline = nsm_discuss_dup_headline (self->scores, self->scoring->discussion);

  cli_add_text (result, "headline", headline);
  for (guint i = 0; i < self->scoring->discussion->len; i++)
    {
      const NsmDiscussion *from = self->scoring->discussion->pdata[i];
      const NsmCell *cell = nsm_scores_get_cell (self->scores, from->candidate, from->criterion);
      NsmConclusion *conclusion =
        cli_score_find_conclusion (self, from->candidate, from->criterion);
      cJSON *item = cli_append_object (list);

      cli_add_text (item, "candidate", nsm_scores_get_candidate_id (self->scores, from->candidate));
      cli_add_text (item, "criterion", nsm_scores_get_criterion_id (self->scores, from->criterion));
      cJSON_AddBoolToObject (item, "disagrees", from->disagrees);
      cli_add_text (item, "changes_winner", get_impact (from->impact));
      cli_add_number (item, "distance", from->distance);
      cli_add_number (item, "shift", from->shift);
      cli_add_number (item, "shift_in_gaps", from->share);
      cli_add_text (item, "why", from->sentence);
      add_side (item, "lowest", self, from, cell->low);
      add_side (item, "highest", self, from, cell->high);
      if (conclusion != NULL)
        add_conclusion (cJSON_AddObjectToObject (item, "conclusion"), conclusion);
    }
}

/* All of this round: also about cells in which nobody differs. */
static void
add_conclusions (cJSON *result, CliScore *self)
{
  cJSON *list = cJSON_AddArrayToObject (result, "conclusions");

  for (guint c = 0; c < nsm_scores_get_n_candidates (self->scores); c++)
    for (guint k = 0; k < nsm_scores_get_n_criteria (self->scores); k++)
      {
        NsmConclusion *conclusion = cli_score_find_conclusion (self, c, k);
        cJSON *item;

        if (conclusion == NULL)
          continue;
        item = cli_append_object (list);
        cli_add_text (item, "candidate", conclusion->candidate);
        cli_add_text (item, "criterion", conclusion->criterion);
        add_conclusion (item, conclusion);
      }
}

static void
add_calibration (cJSON *result, CliScore *self)
{
  cJSON *list = cJSON_AddArrayToObject (result, "calibration");

  for (guint i = 0; i < self->scoring->calibrations->len; i++)
    {
      const NsmCalibration *from = self->scoring->calibrations->pdata[i];
      cJSON *item = cli_append_object (list);
      cJSON *criteria;

      cli_add_text (item, "candidate", nsm_scores_get_candidate_id (self->scores, from->candidate));
      cli_add_text (item, "lowest_good", nsm_scores_get_candidate_id (self->scores, from->lowest_good));
      cli_add_number (item, "score", from->total);
      cli_add_number (item, "lowest_good_score", from->lowest_total);
      cJSON_AddBoolToObject (item, "above_good", from->above_good);
      cJSON_AddBoolToObject (item, "alarming", from->alarming);
      criteria = cJSON_AddArrayToObject (item, "best_on");
      for (guint k = 0; k < from->criteria->len; k++)
        cJSON_AddItemToArray (criteria,
                              cJSON_CreateString (nsm_scores_get_criterion_id (
                                self->scores, g_array_index (from->criteria, guint, k))));
      cli_add_text (item, "sentence", from->sentence);
    }
}

/* Names of methods, for people who want to do the sums again. */
static void
add_methods (cJSON *result, CliScore *self)
{
  NsmRobustness *robustness = self->scoring->robustness;
  NsmSettings *settings = self->workshop->settings;
  cJSON *methods = cJSON_AddObjectToObject (result, "methods");

  cli_add_text (methods, "score",
            "weighted mean over criteria of the mean over those who marked; abstentions are "
            "missing; deliberately bad candidates have no rank");
  cli_add_text (methods, "quartiles", "linear interpolation (R type 7)");
  cli_add_text (methods, "w",
            "Kendall's coefficient of concordance with ties, by each person's own total (Kendall "
            "& Babington Smith 1939)");
  cli_add_text (methods, "p", "permutations of each person's own tied ranks");
  cli_add_text (methods, "r_wg", "1 - s^2 / 2, never below 0 (James, Demaree & Wolf 1984)");
  cli_add_text (methods, "alpha", "Krippendorff's, ordinal (Krippendorff 2011)");
  cli_add_text (methods, "weightings", "uniform on the simplex, SMAA-2 (Lahdelma & Salminen 2001)");
  cli_add_text (methods, "generator", "GSL mt19937");
  cli_add_number (methods, "seed", (double) NSM_SEED);
  cli_add_number (methods, "n_permutations",
                  self->scoring->agreement->defined && !self->scoring->agreement->exact
                    ? NSM_N_PERMUTATIONS
                    : NAN);
  cli_add_number (methods, "n_resamples", robustness->n_resamples);
  cJSON_AddBoolToObject (methods, "all_resamples", robustness->resamples_exact);
  cli_add_number (methods, "n_weightings", robustness->n_weightings);
  cli_add_number (methods, "firm_resamples", settings->firm_resamples);
  cli_add_number (methods, "firm_weights", settings->firm_weights);
  cli_add_number (methods, "leaning_share", settings->leaning_share);
  cli_add_number (methods, "disagreement", settings->disagreement);
}

cJSON *
cli_score_make_json (CliScore *self)
{
  cJSON *result = cJSON_CreateObject ();
  cJSON *candidates;

  add_round (result, self);
  cli_add_number (result, "people", nsm_scores_get_n_people (self->scores));
  add_participants (result, self);
  add_criteria (result, self);
  candidates = cJSON_AddArrayToObject (result, "candidates");
  for (guint i = 0; i < nsm_scores_get_n_candidates (self->scores); i++)
    add_candidate (candidates, self, nsm_scores_get_nth (self->scores, i));
  cli_add_text (result, "recommendation", self->scoring->robustness->headline);
  cJSON_AddItemToObject (result, "robustness", cli_score_make_robustness (self));
  add_agreement (result, self);
  add_discussions (result, self);
  add_conclusions (result, self);
  add_calibration (result, self);
  cJSON_AddItemToObject (result, "movement",
                         self->movement != NULL ? cli_score_make_movement (self)
                                                : cJSON_CreateNull ());
  add_methods (result, self);
  return result;
}
