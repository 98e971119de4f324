/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what was decided in private is what stands in the file. */
#include <glib/gi18n-lib.h>

#include "findings/private.h"
#include "method/versions.h"
#include "record/language.h"
#include "rounds/round.h"
#include "rounds/transcript.h"

/* Opening everything again takes longer than a pause in typing, and a round that
 * is closed doesn't change any more: what was found about it is kept with what it
 * was found about. For the main thread only. */
typedef struct
{
  NsmRoundState state;
  guint n_contributions;
  guint n_answers;
  char *head;
  char *problem;  /* NULL: it verifies */
  char *language; /* of the problem */
} Verified;

static void
verified_free (gpointer data)
{
  Verified *verified = data;

  g_free (verified->head);
  g_free (verified->problem);
  g_free (verified->language);
  g_free (verified);
}

static void
on_round_gone (gpointer kept, GObject *round)
{
  g_hash_table_remove (kept, round);
}

static const char *
get_problem (NsmRound *round)
{
  static GHashTable *kept = NULL;
  guint n_contributions = nsm_list_get_size (round->contributions);
  guint n_answers = nsm_list_get_size (round->answers);
  g_autofree char *language = nsm_language_dup ();
  g_autoptr (NsmTranscript) transcript = NULL;
  Verified *verified;

  if (kept == NULL)
    kept = g_hash_table_new_full (NULL, NULL, NULL, verified_free);
  verified = g_hash_table_lookup (kept, round);
  if (verified != NULL && verified->state == round->state &&
      verified->n_contributions == n_contributions && verified->n_answers == n_answers &&
      strcmp (verified->head, round->chain_head) == 0 &&
      strcmp (verified->language, language) == 0)
    return verified->problem;

  transcript = nsm_transcript_new (round);
  if (verified == NULL)
    g_object_weak_ref (G_OBJECT (round), on_round_gone, kept);
  verified = g_new0 (Verified, 1);
  verified->state = round->state;
  verified->n_contributions = n_contributions;
  verified->n_answers = n_answers;
  verified->head = g_strdup (round->chain_head);
  verified->language = g_steal_pointer (&language);
  verified->problem = g_strdup (transcript->problem);
  g_hash_table_replace (kept, round, verified);
  return verified->problem;
}

static void
check_verifies (NsmFindings *findings, NsmWorkshop *workshop)
{
  g_autofree char *gone = nsm_workshop_dup_missing_rounds (workshop);

  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      const char *problem = get_problem (round);
      g_autofree char *label = NULL;

      if (problem == NULL)
        continue;
      label = nsm_round_dup_label (round);
      nsm_findings_add_at (findings, nsm_round_kind_get_step (round->kind), NSM_SEVERITY_ERROR, round,
                           /* Translators: a round, and what is wrong with it */
                           g_strdup_printf (_("%s doesn’t verify: %s"), label, problem),
                           _("The file was changed where it must not be. Don’t rely on this round "
                             "before you know by whom and why."),
                           _("Look at the round"));
    }
  if (gone != NULL)
    nsm_findings_add_at (findings, NSM_STEP_VALUE, NSM_SEVERITY_ERROR, workshop,
                         g_steal_pointer (&gone),
                         _("Rounds stay in the document for good, so that anybody can check them."),
                         _("Look for an earlier version"));
}

static void
check_rejected (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    NSM_LIST_EACH (NsmContribution, contribution, round->contributions)
      if (contribution->state == NSM_CONTRIBUTION_STATE_REJECTED)
        {
          NsmRosterEntry *entry = nsm_round_get_roster_entry (round, contribution->person);
          const char *who = entry != NULL ? entry->name : contribution->person;
          g_autofree char *label = nsm_round_dup_label (round);

          nsm_findings_add_at (findings, nsm_round_kind_get_step (round->kind), NSM_SEVERITY_WARNING, round,
                               contribution->signature[0] != '\0'
                                 /* Translators: a person, and a round */
                                 ? g_strdup_printf (_("The signed ballot of %s was rejected in %s."),
                                                    who, label)
                                 : g_strdup_printf (_("The answer of %s was rejected in %s."), who,
                                                    label),
                               _("What they answered isn’t among what was opened, and no figure "
                                 "counts it."),
                               _("Ask them again in another round"));
        }
}

/* Sign-offs, verdicts and choices go on after a version became final. */
static void
check_final (NsmFindings *findings, NsmWorkshop *workshop)
{
  g_autoptr (GPtrArray) missing = NULL;

  if (!nsm_workshop_is_final (workshop))
    return;
  missing = nsm_findings_collect_missing (workshop);
  for (guint i = 0; i < missing->len; i++)
    nsm_findings_add_at (findings, nsm_finding_get_step (missing->pdata[i]), NSM_SEVERITY_WARNING,
                         nsm_finding_get_record (missing->pdata[i]),
                         /* Translators: a number, and a sentence that says what isn't in order */
                         g_strdup_printf (_("Version %u is final. Since then: %s"),
                                          nsm_workshop_get_version_number (workshop),
                                          nsm_finding_get_message (missing->pdata[i])),
                         _("Whoever reads the document takes it for settled."), _("Go there"));
}

static void
check_left_open (NsmFindings *findings, NsmWorkshop *workshop)
{
  if (!nsm_workshop_is_final (workshop))
    return;
  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      g_autofree char *label = NULL;

      if (round->direct || round->state == NSM_ROUND_STATE_REVEALED)
        continue;
      label = nsm_round_dup_label (round);
      nsm_findings_add_at (findings, nsm_round_kind_get_step (round->kind), NSM_SEVERITY_WARNING, round,
                           round->state == NSM_ROUND_STATE_OPEN
                             ? g_strdup_printf (_("%s is still open, and the definition is final."),
                                                label)
                             : g_strdup_printf (_("%s was never revealed, and the definition is "
                                                  "final."),
                                                label),
                           _("People answered, and nobody has looked at it."),
                           _("Close and reveal it"));
    }
}

static gboolean
is_settled (NsmWorkshop *workshop, double round, const char *candidate, const char *criterion)
{
  NSM_LIST_EACH (NsmConclusion, conclusion, workshop->conclusions)
    if (conclusion->round == round && strcmp (conclusion->candidate, candidate) == 0 &&
        strcmp (conclusion->criterion, criterion) == 0 &&
        conclusion->resolution != NSM_RESOLUTION_OPEN)
      return TRUE;
  return FALSE;
}

/* Nothing is decided yet: then it is still to be talked about, and other rules say so. */
static void
check_unsettled (NsmFindings *findings, NsmWorkshop *workshop)
{
  const NsmScoring *scoring =
    workshop->decision->chosen[0] != '\0' ? nsm_findings_get_scoring (findings) : NULL;
  NsmRound *round = nsm_workshop_get_revealed_round (workshop, NSM_ROUND_KIND_SCORES);

  for (guint i = 0; scoring != NULL && round != NULL && i < scoring->discussion->len; i++)
    {
      NsmDiscussion *cell = scoring->discussion->pdata[i];
      NsmScores *scores = scoring->scores;
      const char *candidate = nsm_scores_get_candidate_id (scores, cell->candidate);
      NsmRecord *record = nsm_record_find (NSM_RECORD (workshop), candidate);

      if (!cell->disagrees || cell->impact != NSM_IMPACT_CELL ||
          is_settled (workshop, round->number, candidate,
                      nsm_scores_get_criterion_id (scores, cell->criterion)))
        continue;
      nsm_findings_add_at (
        findings, NSM_STEP_DECISION, NSM_SEVERITY_WARNING,
        record != NULL ? (gpointer) record : (gpointer) workshop,
        /* Translators: a criterion, and the title of a candidate */
        g_strdup_printf (_("You chose, and never settled “%s” of “%s”."),
                         nsm_scores_get_criterion_name (scores, cell->criterion),
                         nsm_scores_get_candidate_title (scores, cell->candidate)),
        _("You are apart there, and that mark alone could change the winner."),
        _("Talk about it, and note what it came to"));
    }
}

const NsmRule nsm_rules_rounds[] = {
  { "round-verify", NSM_STEP_VALUE, check_verifies },
  { "round-rejected", NSM_STEP_VALUE, check_rejected },
  { "final-unsettled", NSM_STEP_DEFINITION, check_final },
  { "round-left-open", NSM_STEP_VALUE, check_left_open },
  { "round-unsettled", NSM_STEP_DECISION, check_unsettled },
  { NULL, 0, NULL },
};
