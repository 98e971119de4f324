/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts of the reason against a candidate, from what the workshop holds of it.
 * A person keeps or rewrites them. */
#include "findings/draft.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/scores.h"
#include "method/stress-tests.h"
#include "rounds/round.h"

typedef struct
{
  GPtrArray *sentences;
  GPtrArray *bases;
} Draft;

static void
add (Draft *draft, char *sentence, const char *basis)
{
  g_ptr_array_add (draft->sentences, sentence);
  g_ptr_array_add (draft->bases, g_strdup (basis));
}

/* A person's text as the end of our sentence: without its own full stop. */
static char *
dup_clause (const char *text)
{
  char *clause = g_strstrip (g_strdup (text));
  gsize n = strlen (clause);

  if (n > 0 && clause[n - 1] == '.')
    clause[n - 1] = '\0';
  return clause;
}

static void
draft_from_standing (Draft *draft, NsmWorkshop *workshop, NsmCandidate *candidate)
{
  if (candidate->kind == NSM_CANDIDATE_KIND_BAD)
    {
      g_autofree char *why = dup_clause (candidate->why_bad);

      add (draft,
           why[0] != '\0' ? g_strdup_printf (_("Bad on purpose: %s."), why)
                          : g_strdup (_("It was there to show what a bad metric looks like.")),
           _("role"));
    }
  if (candidate->standing == NSM_STANDING_ELIMINATED)
    {
      g_autofree char *why = dup_clause (candidate->eliminated_why);

      if (why[0] != '\0')
        add (draft, g_strdup_printf (_("The team eliminated it: %s."), why), _("elimination"));
    }
  NSM_LIST_EACH (NsmCandidate, newer, workshop->candidates)
    if (g_str_equal (newer->refines, NSM_RECORD (candidate)->id))
      {
        g_autofree char *title = nsm_candidate_dup_title (newer);
        g_autofree char *why = dup_clause (newer->refined_why);

        add (draft,
             why[0] != '\0'
               ? g_strdup_printf (_("It was refined into “%s”: %s."), title, why)
               : g_strdup_printf (_("It was refined into “%s”."), title),
             _("refinement"));
      }
}

static void
draft_from_stress (Draft *draft, NsmWorkshop *workshop, NsmCandidate *candidate)
{
  NSM_LIST_EACH (NsmStressResult, result, workshop->stress_results)
    {
      g_autofree char *scenario = NULL;

      if (!g_str_equal (result->candidate, NSM_RECORD (candidate)->id) ||
          result->verdict != NSM_VERDICT_FAILS)
        continue;
      scenario = dup_clause (result->scenario);
      add (draft,
           scenario[0] != '\0'
             ? g_strdup_printf (_("It fails the stress test “%s”: %s."),
                                nsm_stress_test_get_name (result->test), scenario)
             : g_strdup_printf (_("It fails the stress test “%s”."),
                                nsm_stress_test_get_name (result->test)),
           _("stress tests"));
      return;
    }
}

/**
 * nsm_draft_evidence_words:
 *
 * Returns: (transfer full): the figures of a result, e.g. "r = .21 with Retention,
 *   95 % [.03, .38], n = 118"; what it shows in words if it has no figures; may be ""
 */
char *
nsm_draft_evidence_words (NsmEvidence *evidence)
{
  const char *outcome = nsm_evidence_get_outcome_title (evidence);
  GString *words;

  if (isnan (evidence->coefficient))
    return g_strdup (evidence->finding);

  words = g_string_new (NULL);
  g_autofree char *r = nsm_coefficient_dup_text (evidence->coefficient);
  const char *symbol = evidence->method == NSM_METHOD_SPEARMAN ? "ρ" : "r";
  g_string_append_printf (words, _("%s = %s with %s"), symbol, r, outcome);
  if (!isnan (evidence->low) && !isnan (evidence->high))
    {
      g_autofree char *low = nsm_coefficient_dup_text (evidence->low);
      g_autofree char *high = nsm_coefficient_dup_text (evidence->high);

      g_string_append_printf (words, _(", 95 %% [%s, %s]"), low, high);
    }
  if (!isnan (evidence->rows))
    g_string_append_printf (words, ", n = %.0f", evidence->rows);
  return g_string_free (words, FALSE);
}

static void
draft_from_evidence (Draft *draft, NsmWorkshop *workshop, NsmCandidate *candidate)
{
  g_autofree char *why = dup_clause (candidate->evidence_why);
  const char *id = NSM_RECORD (candidate)->id;

  if (candidate->evidence_verdict != NSM_EVIDENCE_VERDICT_AGAINST &&
      candidate->evidence_verdict != NSM_EVIDENCE_VERDICT_UNCLEAR &&
      candidate->evidence_verdict != NSM_EVIDENCE_VERDICT_UNMEASURED)
    return;
  if (why[0] != '\0')
    {
      add (draft, g_strdup_printf ("%s.", why), _("evidence"));
      return;
    }
  if (candidate->evidence_verdict == NSM_EVIDENCE_VERDICT_UNMEASURED)
    {
      add (draft, g_strdup (_("We can’t measure it yet.")), _("evidence"));
      return;
    }
  NSM_LIST_EACH (NsmEvidence, evidence, workshop->evidence)
    {
      g_autofree char *words = NULL;

      if (!g_str_equal (evidence->candidate, id))
        continue;
      words = nsm_draft_evidence_words (evidence);
      if (words[0] == '\0')
        continue;
      add (draft,
           g_strdup_printf (candidate->evidence_verdict == NSM_EVIDENCE_VERDICT_AGAINST
                              ? _("The data speaks against it: %s.")
                              : _("The data doesn’t settle it: %s."),
                            words),
           _("evidence"));
      return;
    }
}

/* Where it stands below the one that was chosen, and where it is weakest. */
static void
draft_from_scores (Draft *draft, NsmWorkshop *workshop, NsmCandidate *candidate)
{
  NsmRound *round = nsm_workshop_get_revealed_round (workshop, NSM_ROUND_KIND_SCORES);
  g_autoptr (NsmScores) scores = round != NULL ? nsm_scores_new (round) : NULL;
  guint at;
  guint chosen;
  guint weakest = G_MAXUINT;
  double worst = INFINITY;

  if (scores == NULL || !nsm_scores_find_candidate (scores, NSM_RECORD (candidate)->id, &at) ||
      isnan (nsm_scores_get_total (scores, at)))
    return;
  for (guint i = 0; i < nsm_scores_get_n_criteria (scores); i++)
    if (nsm_scores_get_cell (scores, at, i)->mean < worst)
      {
        worst = nsm_scores_get_cell (scores, at, i)->mean;
        weakest = i;
      }

  g_autofree char *total = nsm_scores_format (nsm_scores_get_total (scores, at));
  g_autofree char *low = weakest != G_MAXUINT ? nsm_scores_format (worst) : g_strdup ("");
  const char *criterion =
    weakest != G_MAXUINT ? nsm_scores_get_criterion_name (scores, weakest) : "";

  if (nsm_scores_find_candidate (scores, workshop->decision->chosen, &chosen) && chosen != at)
    {
      g_autofree char *best = nsm_scores_format (nsm_scores_get_total (scores, chosen));

      if (nsm_scores_get_total (scores, at) > nsm_scores_get_total (scores, chosen))
        add (draft,
             g_strdup_printf (_("It scored higher, %s to %s, yet is weakest on “%s” (%s)."), total, best,
                              criterion, low),
             _("scores"));
      else
        add (draft,
             /* Translators: scores of this one and the chosen one, a criterion, its mean */
             g_strdup_printf (_("It scored %s against %s and is weakest on “%s” (%s)."), total, best,
                              criterion, low),
             _("scores"));
    }
  else
    add (draft, g_strdup_printf (_("It scored %s and is weakest on “%s” (%s)."), total, criterion, low),
         _("scores"));
}

/**
 * nsm_draft_reason_against:
 * @basis: (out) (transfer full): what it was drafted from ("scores, evidence"), or ""
 *
 * Drafts why @candidate was not chosen from its role, elimination, refinement,
 * stress tests, evidence and scores: the two weightiest of them.
 *
 * Returns: (transfer full): one or two sentences, or "" where nothing is known
 *   against it
 */
char *
nsm_draft_reason_against (NsmWorkshop *workshop, NsmCandidate *candidate, char **basis)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) bases = g_ptr_array_new_with_free_func (g_free);
  Draft draft = { sentences, bases };

  draft_from_standing (&draft, workshop, candidate);
  draft_from_stress (&draft, workshop, candidate);
  draft_from_evidence (&draft, workshop, candidate);
  draft_from_scores (&draft, workshop, candidate);

  g_ptr_array_set_size (sentences, (int) MIN (sentences->len, 2));
  g_ptr_array_set_size (bases, (int) MIN (bases->len, 2));
  g_ptr_array_add (sentences, NULL);
  g_ptr_array_add (bases, NULL);
  *basis = g_strjoinv (", ", (char **) bases->pdata);
  return g_strjoinv (" ", (char **) sentences->pdata);
}
