/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rounds/private.h"

/* A round's largest plaintext, whatever a scorecard asks for: what fits into the
 * document's field once it is sealed and in base64. */
#define MOST_PLAINTEXT 290000

/* Freezing: what is asked about, as it is worded now */

static void
freeze_nothing (NsmRound *round G_GNUC_UNUSED, NsmWorkshop *workshop G_GNUC_UNUSED)
{
}

/* A place that says nothing about which ones are bad on purpose. */
static void
append_shuffled (NsmRound *round, GPtrArray *subjects)
{
  nsm_sodium_ensure ();
  for (guint i = subjects->len; i > 1 && !round->direct; i--)
    {
      guint j = randombytes_uniform (i);
      gpointer other = subjects->pdata[j];

      subjects->pdata[j] = subjects->pdata[i - 1];
      subjects->pdata[i - 1] = other;
    }
  nsm_list_splice (round->subjects, nsm_list_get_size (round->subjects), 0,
                   (NsmRecord **) subjects->pdata, subjects->len);
}

static void
freeze_candidates (NsmRound *round, NsmWorkshop *workshop, gboolean with_bad)
{
  g_autoptr (GPtrArray) subjects = g_ptr_array_new_with_free_func (g_object_unref);

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      NsmMetric *metric = nsm_candidate_get_metric (candidate);
      gboolean bad = candidate->kind == NSM_CANDIDATE_KIND_BAD;

      if (candidate->standing == NSM_STANDING_IN && (with_bad || !bad))
        {
          g_autofree char *title = nsm_candidate_dup_title (candidate);
          g_autofree char *wording = metric != NULL ? nsm_metric_dup_sentence (metric) : NULL;
          NsmSubject *subject = g_object_new (NSM_TYPE_SUBJECT, NULL);

          g_object_set (subject, "subject", NSM_RECORD (candidate)->id, "title", title, "wording",
                        wording, "calibration", bad, NULL);
          g_ptr_array_add (subjects, subject);
        }
    }
  append_shuffled (round, subjects);
}

static void
freeze_scores (NsmRound *round, NsmWorkshop *workshop)
{
  freeze_candidates (round, workshop, TRUE);
  NSM_LIST_EACH (NsmCriterion, criterion, workshop->scorecard->criteria)
    {
      nsm_list_append_new (round->aspects, "aspect", NSM_RECORD (criterion)->id, "name",
                           criterion->name, "question", criterion->question, "anchor-low",
                           criterion->anchor_low, "anchor-middle", criterion->anchor_middle,
                           "anchor-high", criterion->anchor_high, "weight", criterion->weight,
                           NULL);
    }
}

static void
freeze_verdicts (NsmRound *round, NsmWorkshop *workshop)
{
  freeze_candidates (round, workshop, FALSE);
  for (guint i = 0; i < NSM_N_STRESS_TESTS; i++)
    nsm_list_append_new (round->aspects, "aspect", nsm_choice_get_nick (NSM_TYPE_STRESS_TEST, i),
                         "name", nsm_choice_get_label (NSM_TYPE_STRESS_TEST, i), NULL);
}

static void
freeze_moments (NsmRound *round, NsmWorkshop *workshop)
{
  g_autoptr (GPtrArray) subjects = g_ptr_array_new_with_free_func (g_object_unref);

  NSM_LIST_EACH (NsmValueMoment, moment, workshop->value->moments)
    {
      NsmSubject *subject = g_object_new (NSM_TYPE_SUBJECT, NULL);

      g_object_set (subject, "subject", NSM_RECORD (moment)->id, "title",
                    nsm_record_get_title (NSM_RECORD (moment)), NULL);
      g_ptr_array_add (subjects, subject);
    }
  append_shuffled (round, subjects);
}

/* Checking: is this an answer to what was asked? */

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_ANSWER, why);
  return FALSE;
}

static gboolean
find_aspect (NsmRound *round, const char *id)
{
  NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
    {
      if (strcmp (aspect->aspect, id) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_mark (double mark, guint most)
{
  return mark >= 1 && mark <= most && fabs (mark - round (mark)) < 1e-9;
}

static gboolean
check_scores (NsmRound *round, NsmAnswer *answer, GError **error)
{
  NSM_LIST_EACH (NsmEntry, entry, answer->entries)
    {
      if (nsm_round_get_subject (round, entry->subject) == NULL ||
          !find_aspect (round, entry->aspect))
        return refuse (error, _("It marks something that wasn’t asked about."));
      if (!isnan (entry->mark) && (entry->abstained || !is_mark (entry->mark, 5)))
        return refuse (error, _("A mark is 1, 2, 3, 4 or 5, or an abstention."));
      if (entry->choice[0] != '\0')
        return refuse (error, _("It isn’t a score ballot."));
    }
  return TRUE;
}

static gboolean
check_game (NsmRound *round G_GNUC_UNUSED, NsmAnswer *answer, GError **error)
{
  NsmEntry *entry = nsm_list_get (answer->entries, 0);
  guint game;

  if (nsm_list_get_size (answer->entries) != 1 || entry->subject[0] != '\0' ||
      entry->aspect[0] != '\0' || !isnan (entry->mark))
    return refuse (error, _("A game vote names one game."));
  if (entry->abstained)
    return entry->choice[0] == '\0' || refuse (error, _("A game vote names one game."));
  if (!nsm_choice_from_nick (NSM_TYPE_GAME, entry->choice, &game) || game == NSM_GAME_UNSET)
    return refuse (error, _("A game vote names one of the three games, or abstains."));
  return TRUE;
}

static gboolean
check_verdicts (NsmRound *round, NsmAnswer *answer, GError **error)
{
  NSM_LIST_EACH (NsmEntry, entry, answer->entries)
    {
      guint verdict;

      if (nsm_round_get_subject (round, entry->subject) == NULL ||
          !find_aspect (round, entry->aspect))
        return refuse (error, _("It judges something that wasn’t asked about."));
      if (!entry->abstained && !nsm_choice_from_nick (NSM_TYPE_VERDICT, entry->choice, &verdict))
        return refuse (error, _("A verdict is holds, refine or fails, or an abstention."));
    }
  return TRUE;
}

static gboolean
check_moments (NsmRound *round, NsmAnswer *answer, GError **error)
{
  guint n = nsm_list_get_size (round->subjects);
  g_autofree gboolean *taken = g_new0 (gboolean, n + 1);

  NSM_LIST_EACH (NsmEntry, entry, answer->entries)
    {
      if (nsm_round_get_subject (round, entry->subject) == NULL || entry->aspect[0] != '\0')
        return refuse (error, _("It ranks something that wasn’t asked about."));
      if (entry->abstained && isnan (entry->mark))
        continue;
      if (!is_mark (entry->mark, n) || taken[(guint) entry->mark])
        return refuse (error, _("Each value moment has a place of its own in a ranking."));
      taken[(guint) entry->mark] = TRUE;
    }
  return TRUE;
}

static gboolean
check_texts (NsmRound *round G_GNUC_UNUSED, NsmAnswer *answer, GError **error)
{
  if (nsm_list_get_size (answer->entries) > 20)
    return refuse (error, _("At most twenty texts can be given in one answer."));
  NSM_LIST_EACH (NsmEntry, entry, answer->entries)
    {
      if (entry->subject[0] != '\0' || entry->aspect[0] != '\0' || !isnan (entry->mark) ||
          (entry->text[0] == '\0') != entry->abstained)
        return refuse (error, _("The answer is a text, or an abstention."));
    }
  return TRUE;
}

static const NsmRoundType types[] = {
  { NSM_ROUND_KIND_STATEMENTS, NSM_STEP_VALUE,
    N_("What value do customers get from the product?"), 12288, 0, freeze_nothing, NULL, check_texts },
  { NSM_ROUND_KIND_MOMENTS, NSM_STEP_VALUE, N_("Which moments are the value most directly?"), 4096,
    640, freeze_moments, N_("There are no value moments to rank yet."), check_moments },
  { NSM_ROUND_KIND_GAME, NSM_STEP_GAME, N_("Which game does the product play?"), 4096, 0,
    freeze_nothing, NULL, check_game },
  { NSM_ROUND_KIND_IDEAS, NSM_STEP_CANDIDATES, N_("What could be the North Star Metric?"), 20480, 0,
    freeze_nothing, NULL, check_texts },
  { NSM_ROUND_KIND_SCORES, NSM_STEP_SCORING,
    N_("How well does each candidate meet each criterion?"), 4096, 640,
    freeze_scores, N_("There is nothing to score yet: it takes a candidate and a criterion."),
    check_scores },
  { NSM_ROUND_KIND_VERDICTS, NSM_STEP_STRESS,
    N_("Does each candidate hold in each stress test?"), 4096, 640,
    freeze_verdicts, N_("There are no candidates to test yet."), check_verdicts },
};

const NsmRoundType *
nsm_round_type_get (NsmRoundKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i].kind == kind)
      return &types[i];
  g_return_val_if_reached (NULL);
}

/**
 * nsm_round_kind_get_step:
 *
 * Returns: the step in which answers of @kind are used
 */
NsmStep
nsm_round_kind_get_step (NsmRoundKind kind)
{
  return nsm_round_type_get (kind)->step;
}

/**
 * nsm_round_get_question:
 *
 * Returns: (transfer none): what a round of @kind asks
 */
const char *
nsm_round_get_question (NsmRoundKind kind)
{
  return _(nsm_round_type_get (kind)->question);
}

/**
 * nsm_round_get_plaintext_size:
 *
 * Returns: the bytes to which each answer is padded: it follows from the question
 *   alone, so the size of what is sealed says nothing about the answer
 */
gsize
nsm_round_get_plaintext_size (NsmRound *round)
{
  const NsmRoundType *type = nsm_round_type_get (round->kind);
  gsize cells =
    (gsize) nsm_list_get_size (round->subjects) * MAX (1, nsm_list_get_size (round->aspects));

  return MIN (MIN (cells, 1000) * type->cell_size + type->base_size, MOST_PLAINTEXT);
}

/**
 * nsm_round_make_abstention:
 *
 * Returns: (transfer full): an answer in which @person abstains from all that is
 *   asked; sealed, it looks like any other
 */
NsmAnswer *
nsm_round_make_abstention (NsmRound *self, const char *person)
{
  NsmAnswer *answer = g_object_new (NSM_TYPE_ANSWER, NULL);
  guint n_subjects = nsm_list_get_size (self->subjects);
  guint n_aspects = nsm_list_get_size (self->aspects);

  g_object_set (answer, "person", person, NULL);
  for (guint i = 0; i < MAX (n_subjects, 1); i++)
    for (guint j = 0; j < MAX (n_aspects, 1); j++)
      {
        NsmSubject *subject = n_subjects > 0 ? nsm_list_get (self->subjects, i) : NULL;
        NsmAspect *aspect = n_aspects > 0 ? nsm_list_get (self->aspects, j) : NULL;

        nsm_list_append_new (answer->entries, "subject", subject != NULL ? subject->subject : "",
                             "aspect", aspect != NULL ? aspect->aspect : "", "abstained", TRUE,
                             NULL);
      }
  return answer;
}

/**
 * nsm_round_check_answer:
 *
 * Returns: whether @answer is one to the round's question; the message says why not
 */
gboolean
nsm_round_check_answer (NsmRound *round, NsmAnswer *answer, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean texts = round->kind == NSM_ROUND_KIND_STATEMENTS || round->kind == NSM_ROUND_KIND_IDEAS;

  NSM_LIST_EACH (NsmEntry, entry, answer->entries)
    {
      if (!texts &&
          !g_hash_table_add (seen, g_strdup_printf ("%s\n%s", entry->subject, entry->aspect)))
        return refuse (error, _("It answers one thing twice."));
    }
  return nsm_round_type_get (round->kind)->check (round, answer, error);
}
