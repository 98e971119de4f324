/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings/findings.h"

#include <glib/gi18n-lib.h>

#include "findings/private.h"
#include "method/candidates.h"
#include "method/step.h"
#include "method/stress-tests.h"

/* The rules of each step stand in a file of their own; a table ends with an
 * empty row. */
static const NsmRule *
get_table (guint step)
{
  switch (step)
    {
    case NSM_STEP_SET_UP:
      return nsm_rules_set_up;
    case NSM_STEP_VALUE:
      return nsm_rules_value;
    case NSM_STEP_CANDIDATES:
      return nsm_rules_candidates;
    case NSM_STEP_EVIDENCE:
      return nsm_rules_evidence;
    case NSM_STEP_SCORING:
      return nsm_rules_scoring;
    case NSM_STEP_STRESS:
      return nsm_rules_stress;
    case NSM_STEP_DECISION:
      return nsm_rules_decision;
    case NSM_STEP_SYSTEM:
      return nsm_rules_system;
    case NSM_STEP_DEFINITION:
      return nsm_rules_definition;
    case NSM_STEP_COMMITMENT:
      return nsm_rules_commitment;
    default:
      return NULL;
    }
}

static GPtrArray *
get_rules (void)
{
  static GPtrArray *rules = NULL;

  if (g_once_init_enter (&rules))
    {
      GPtrArray *all = g_ptr_array_new ();

      for (guint step = 0; step < NSM_N_STEPS; step++)
        for (const NsmRule *rule = get_table (step); rule != NULL && rule->id != NULL; rule++)
          g_ptr_array_add (all, (gpointer) rule);
      /* These speak about several steps. */
      for (const NsmRule *rule = nsm_rules_rounds; rule->id != NULL; rule++)
        g_ptr_array_add (all, (gpointer) rule);
      g_once_init_leave (&rules, all);
    }
  return rules;
}

/**
 * nsm_rules_get_n:
 *
 * Returns: how many rules there are
 */
guint
nsm_rules_get_n (void)
{
  return get_rules ()->len;
}

const NsmRule *
nsm_rules_get (guint position)
{
  g_return_val_if_fail (position < get_rules ()->len, NULL);
  return get_rules ()->pdata[position];
}

/**
 * nsm_rules_find:
 *
 * Returns: (nullable): the rule called @id
 */
const NsmRule *
nsm_rules_find (const char *id)
{
  for (guint i = 0; i < nsm_rules_get_n (); i++)
    if (strcmp (nsm_rules_get (i)->id, id) == 0)
      return nsm_rules_get (i);
  return NULL;
}

/**
 * nsm_findings_add:
 * @record: what it is about
 * @field: (nullable): its member to go to
 * @message: (transfer full): one sentence
 *
 * For rules: says one thing.
 */
void
nsm_findings_add (NsmFindings *self, NsmSeverity severity, gpointer record, const char *field,
                  char *message, const char *consequence, const char *action)
{
  g_autofree char *owned = message;

  g_ptr_array_add (self->found,
                   nsm_finding_new (self->rule->id, severity, self->rule->step, record, field,
                                    owned, consequence, action));
}

/**
 * nsm_findings_add_at:
 * @step: where it belongs, whatever the rule's own step is
 *
 * As nsm_findings_add(), about the whole of @record.
 */
void
nsm_findings_add_at (NsmFindings *self, NsmStep step, NsmSeverity severity, gpointer record,
                     char *message, const char *consequence, const char *action)
{
  g_autofree char *owned = message;

  g_ptr_array_add (self->found, nsm_finding_new (self->rule->id, severity, step, record, NULL,
                                                 owned, consequence, action));
}

/* Worked out once for all rules that ask. */
const NsmScoring *
nsm_findings_get_scoring (NsmFindings *self)
{
  if (!self->has_scoring)
    {
      self->scoring = nsm_scoring_new (self->workshop, NULL);
      self->has_scoring = TRUE;
    }
  return self->scoring;
}

/* As a sentence would begin with it. */
char *
nsm_capitalize (const char *word)
{
  char first[7] = "";

  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (word)), first);
  return g_strconcat (first, word[0] != '\0' ? g_utf8_next_char (word) : "", NULL);
}

typedef struct
{
  NsmFinding *finding;
  guint position;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;
  NsmStep one_step = nsm_finding_get_step (one->finding);
  NsmStep other_step = nsm_finding_get_step (other->finding);
  NsmSeverity one_severity = nsm_finding_get_severity (one->finding);
  NsmSeverity other_severity = nsm_finding_get_severity (other->finding);

  if (one_step != other_step)
    return one_step < other_step ? -1 : 1;
  if (one_severity != other_severity)
    return one_severity < other_severity ? -1 : 1;
  return one->position < other->position ? -1 : one->position > other->position;
}

/* What lies ahead is no finding: nothing is said about steps beyond the last
 * one that somebody has begun. */
static int
get_last_begun (NsmWorkshop *workshop)
{
  for (int step = NSM_N_STEPS - 1; step >= 0; step--)
    if (nsm_step_get_progress (workshop, step) != NSM_PROGRESS_NONE)
      return step;
  return -1;
}

/**
 * nsm_findings_collect:
 *
 * Returns: (transfer full) (element-type NsmFinding): all that the rules have to
 *   say about the steps up to the last one begun, in the order of the steps,
 *   errors first in each
 */
GPtrArray *
nsm_findings_collect (NsmWorkshop *workshop)
{
  NsmFindings self = { .workshop = workshop, .words = nsm_words_get_for_workshop (workshop) };
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  GPtrArray *sorted = g_ptr_array_new_with_free_func (g_object_unref);
  int last = get_last_begun (workshop);

  self.found = g_ptr_array_new ();
  for (guint i = 0; i < nsm_rules_get_n (); i++)
    {
      self.rule = nsm_rules_get (i);
      if ((int) self.rule->step <= last)
        self.rule->check (&self, workshop);
    }
  for (guint i = 0; i < self.found->len; i++)
    g_array_append_val (places, ((Place) { self.found->pdata[i], i }));
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (sorted, g_array_index (places, Place, i).finding);
  g_ptr_array_unref (self.found);
  nsm_scoring_free (self.scoring);
  return sorted;
}

static void
add_missing (GPtrArray *missing, NsmStep step, gpointer record, const char *field, char *message)
{
  g_autofree char *owned = message;

  g_ptr_array_add (missing, nsm_finding_new ("not-final", NSM_SEVERITY_ERROR, step, record, field,
                                             owned, "", _("Go there")));
}

static void
add_missing_tests (GPtrArray *missing, NsmCandidate *chosen)
{
  g_autofree char *title = nsm_candidate_dup_title (chosen);

  for (guint test = 0; test < NSM_N_STRESS_TESTS; test++)
    {
      NsmStressResult *result = nsm_candidate_find_stress_result (chosen, test);
      const char *name = nsm_choice_get_label (NSM_TYPE_STRESS_TEST, test);
      NsmVerdict verdict = result != NULL ? result->verdict : NSM_VERDICT_UNSET;

      if (verdict == NSM_VERDICT_UNSET)
        add_missing (missing, NSM_STEP_STRESS, chosen, NULL,
                     g_strdup_printf (_("The stress test “%s” of “%s” has no verdict."),
                                      name, title));
      else if (verdict == NSM_VERDICT_REFINE)
        add_missing (missing, NSM_STEP_STRESS, chosen, NULL,
                     g_strdup_printf (_("The stress test “%s” says that “%s” needs refining."),
                                      name, title));
      else if (verdict == NSM_VERDICT_FAILS)
        add_missing (missing, NSM_STEP_STRESS, chosen, NULL,
                     g_strdup_printf (_("“%s” fails the stress test “%s”."), title, name));
    }
}

/**
 * nsm_findings_collect_missing:
 *
 * Returns: (transfer full) (element-type NsmFinding): what keeps the definition
 *   from being final, and where; none if nothing does
 */
GPtrArray *
nsm_findings_collect_missing (NsmWorkshop *workshop)
{
  GPtrArray *missing = g_ptr_array_new_with_free_func (g_object_unref);
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);

  if (chosen == NULL)
    add_missing (missing, NSM_STEP_DECISION, workshop->decision, "chosen",
                 g_strdup (_("No candidate is chosen yet.")));
  else if (!nsm_candidate_is_running (chosen))
    {
      g_autofree char *title = nsm_candidate_dup_title (chosen);

      add_missing (missing, NSM_STEP_DECISION, workshop->decision, "chosen",
                   g_strdup_printf (_("“%s” is chosen, but no longer in the running."), title));
    }
  if (chosen != NULL)
    add_missing_tests (missing, chosen);
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      NsmRejection *rejection;

      /* Before the choice nobody knows which of those in the running it will be. */
      if (candidate == chosen || !nsm_candidate_is_good (candidate) ||
          (chosen == NULL && nsm_candidate_is_running (candidate)))
        continue;
      rejection = nsm_workshop_find_rejection (workshop, candidate);
      if (rejection == NULL || rejection->reason[0] == '\0')
        {
          g_autofree char *title = nsm_candidate_dup_title (candidate);

          add_missing (missing, NSM_STEP_DECISION,
                       rejection != NULL ? (gpointer) rejection : (gpointer) candidate,
                       rejection != NULL ? "reason" : NULL,
                       g_strdup_printf (_("There is no reason against “%s” yet."), title));
        }
    }
  if (workshop->definition->formula[0] == '\0')
    add_missing (missing, NSM_STEP_DEFINITION, workshop->definition, "formula",
                 g_strdup (_("The definition has no formula.")));
  NSM_LIST_EACH (NsmSignOff, sign_off, workshop->commitment->sign_offs)
    if (sign_off->position == NSM_POSITION_BLOCKS)
      {
        const char *who = nsm_record_get_title (NSM_RECORD (sign_off));

        if (who[0] == '\0')
          who = sign_off->who;
        add_missing (missing, NSM_STEP_COMMITMENT, sign_off, NULL,
                     g_strdup_printf (_("%s blocks."), who[0] != '\0' ? who : _("Somebody")));
      }
  return missing;
}

/**
 * nsm_findings_missing_for_final:
 *
 * Returns: (transfer full) (element-type utf8): sentences that say what keeps the
 *   definition from being final; none if nothing does
 */
GPtrArray *
nsm_findings_missing_for_final (NsmWorkshop *workshop)
{
  g_autoptr (GPtrArray) missing = nsm_findings_collect_missing (workshop);
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < missing->len; i++)
    g_ptr_array_add (sentences, g_strdup (nsm_finding_get_message (missing->pdata[i])));
  return sentences;
}
