/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "method/scorecards.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *name;
  const char *question;
  const char *low;
  const char *middle;
  const char *high;
} Criterion;

static const Criterion criteria[] = {
  { "customer-value", N_("Customer value"),
    N_("When it goes up, are customers better off?"),
    N_("It counts what people do, not what they get"),
    N_("It often means value, not always"),
    N_("It can’t go up unless customers get more") },
  { "vision", N_("Vision"),
    N_("Does it point to where the product goes?"),
    N_("It describes what we were"),
    N_("It fits today, and part of tomorrow"),
    N_("Raising it brings us where we want to be") },
  { "leading", N_("Leading"),
    N_("Does it move before retention and revenue do?"),
    N_("It reports what has happened"),
    N_("It moves at about the same time"),
    N_("It moves months before they do") },
  { "actionable", N_("Actionable"),
    N_("Can product teams move it with their daily work?"),
    N_("No team can move it, or one click does"),
    N_("Some teams can, indirectly"),
    N_("Several teams can name what they would do") },
  { "understandable", N_("Understandable"),
    N_("Could a new colleague explain it after one sentence?"),
    N_("It needs a footnote or a spreadsheet"),
    N_("After a minute of explaining"),
    N_("One sentence, and they remember it") },
  { "measurable", N_("Measurable"),
    N_("Can we measure it reliably?"),
    N_("We don’t know how"),
    N_("Not today, and there is a plan"),
    N_("Today, with the data we have") },
  { "strategic-clarity", N_("Strategic clarity"),
    N_("Could someone read our strategy from it?"),
    N_("It would fit any company"),
    N_("It fits our market"),
    N_("It says where we go and what we leave out") },
  { "hard-to-game", N_("Hard to game"),
    N_("Would cheating it be hard, or be noticed?"),
    N_("A cheap trick doubles it"),
    N_("A counter-metric would show a trick"),
    N_("The only way to raise it is to help customers") },
  { "reflects-value", N_("Reflects value"),
    N_("If it goes up, are users happier?"),
    N_("They may not notice"),
    N_("Many of them are"),
    N_("They would tell you so") },
  { "several-teams", N_("Several teams can move it"),
    N_("Can more than one function move it?"),
    N_("Only one can"),
    N_("Two can, the others watch"),
    N_("Each can name a lever") },
  { "value-not-activity", N_("Value, not activity"),
    N_("Does it capture value created, and not mere use?"),
    N_("It counts clicks, visits or logins"),
    N_("It counts use that often has a result"),
    N_("It counts results") },
  { "moves-with-business", N_("Moves with the business"),
    N_("Does it go along with early signs of business success?"),
    N_("The two go separate ways"),
    N_("Roughly, with exceptions"),
    N_("In step, as far back as we look") },
  { "doubling", N_("Doubling"),
    N_("If it doubles, does the business double?"),
    N_("The business would hardly notice"),
    N_("It would grow, by much less"),
    N_("It would about double") },
};

static const struct
{
  const char *summary;
  const char *ids[7];
} cards[] = {
  [NSM_SCORECARD_KIND_PLAYBOOK] = {
    N_("Six criteria, good for a first North Star Metric"),
    { "customer-value", "vision", "leading", "actionable", "understandable", "measurable" } },
  [NSM_SCORECARD_KIND_PRESSURE] = {
    N_("Six criteria, harder on metrics that can be gamed"),
    { "customer-value", "strategic-clarity", "leading", "actionable", "measurable",
      "hard-to-game" } },
  [NSM_SCORECARD_KIND_QUICK] = {
    N_("Three criteria, for a short workshop"),
    { "reflects-value", "leading", "several-teams" } },
  [NSM_SCORECARD_KIND_ELLIS] = {
    N_("Three criteria about value and growth"),
    { "value-not-activity", "moves-with-business", "doubling" } },
  [NSM_SCORECARD_KIND_OWN] = {
    N_("Criteria and weights of your own"),
    { NULL } },
};

static const Criterion *
find_criterion (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    if (strcmp (criteria[i].id, id) == 0)
      return &criteria[i];
  return NULL;
}

/**
 * nsm_scorecard_fill:
 *
 * Puts the criteria of @kind, in the user's language and with equal weights,
 * in place of those that are there. For "our own" the present criteria stay,
 * to be changed by people.
 */
void
nsm_scorecard_fill (NsmScorecard *scorecard, NsmScorecardKind kind)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (kind < G_N_ELEMENTS (cards));

  g_object_set (scorecard, "kind", kind, NULL);
  if (kind == NSM_SCORECARD_KIND_OWN)
    return;
  for (guint i = 0; cards[kind].ids[i] != NULL; i++)
    {
      const Criterion *criterion = find_criterion (cards[kind].ids[i]);
      NsmRecord *record = g_object_new (NSM_TYPE_CRITERION, NULL);

      g_object_set (record,
                    "name", _(criterion->name),
                    "question", _(criterion->question),
                    "anchor-low", _(criterion->low),
                    "anchor-middle", _(criterion->middle),
                    "anchor-high", _(criterion->high),
                    NULL);
      g_free (record->id);
      record->id = g_strdup (criterion->id);
      g_ptr_array_add (added, record);
    }
  nsm_list_splice (scorecard->criteria, 0, nsm_list_get_size (scorecard->criteria),
                   (NsmRecord **) added->pdata, added->len);
}

/**
 * nsm_scorecard_kind_get_summary:
 *
 * Returns: (transfer none): what the scorecard is good for
 */
const char *
nsm_scorecard_kind_get_summary (NsmScorecardKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (cards), "");
  return _(cards[kind].summary);
}

/**
 * nsm_criterion_find_question:
 *
 * Returns: (transfer none) (nullable): the question of the criterion that the
 *   method calls @id
 */
const char *
nsm_criterion_find_question (const char *id)
{
  const Criterion *criterion = find_criterion (id);

  return criterion != NULL ? _(criterion->question) : NULL;
}
