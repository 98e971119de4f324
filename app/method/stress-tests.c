/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "method/stress-tests.h"

#include <glib/gi18n-lib.h>

#include "record/record.h"

static const struct
{
  const char *name;
  const char *question; /* %s is the metric's title */
  const char *holds;
  const char *refine;
  const char *fails;
  const char *hint;
} tests[] = {
  [NSM_STRESS_TEST_GAMING] = {
    N_("Gamed, and customers suffer"),
    N_("A team raises “%s” by a trick that hurts customers. Could that happen?"),
    N_("It can’t, or we would notice"),
    N_("With one more condition it can’t"),
    N_("It can, and we would applaud"),
    N_("Where cheap activity can inflate it, add a quality: “messages with a reply within 24 "
       "hours”, or watch a counter-metric beside it."),
  },
  [NSM_STRESS_TEST_TWICE_USERS] = {
    N_("Twice the users"),
    N_("You have twice the users. Does “%s” still tell whether they get what they came for?"),
    N_("It still tells the story"),
    N_("It needs another unit or a rate"),
    N_("It only fits the size we are"),
    N_("If it stops mattering, it belongs to a stage of growth and is no North Star."),
  },
  [NSM_STRESS_TEST_PLATEAU] = {
    N_("A plateau while revenue grows"),
    N_("“%s” has been flat for two quarters while revenue grows. Would you worry?"),
    N_("Yes: we would be living on the past"),
    N_("Only if some customers were counted"),
    N_("No: so it isn’t fundamental"),
    N_("If nobody would worry, the metric isn’t close enough to the value."),
  },
  [NSM_STRESS_TEST_NO_OUTCOME] = {
    N_("Twice the metric, no better outcome"),
    N_("“%s” doubled, and no customer is better off. Could that happen?"),
    N_("It can’t, or we would notice"),
    N_("With one more word it can’t"),
    N_("It can, and we would be blind"),
    N_("If it can double while nobody is better off, it measures activity and not value."),
  },
  [NSM_STRESS_TEST_TWICE_BUSINESS] = {
    N_("Twice the metric, twice the business"),
    N_("“%s” doubled. Is the business about twice as large a year later?"),
    N_("Yes, near enough"),
    N_("Yes, for some customers or prices"),
    N_("No, the two go separate ways"),
    N_("It needn’t be exact; but a metric the business doesn’t follow won’t be defended for long."),
  },
  [NSM_STRESS_TEST_NOD] = {
    N_("Would a customer nod?"),
    N_("You tell a customer: “We work on raising ‘%s’.” Would they nod?"),
    N_("Yes, it is what they want too"),
    N_("Yes, once it is put better"),
    N_("No, it is our wish and not theirs"),
    N_("Ask one, if you can. Most vanity metrics don’t survive this question."),
  },
  [NSM_STRESS_TEST_ONBOARDING] = {
    N_("Better onboarding"),
    N_("You improve onboarding. Does “%s” move within weeks?"),
    N_("Yes, and we can say how"),
    N_("Yes, if we count sooner or closer"),
    N_("No, product work hardly reaches it"),
    N_("If the answer isn’t clear, the metric is too far from the product."),
  },
  [NSM_STRESS_TEST_REVENUE] = {
    N_("“But what about revenue?”"),
    N_("The finance lead asks: “‘%s’ is nice, but what about revenue?” Do you have an answer?"),
    N_("Yes: it comes first and revenue follows"),
    N_("We can show it for some of it"),
    N_("No: nothing connects the two"),
    N_("The best answer is the correlation: this moves first, and revenue follows."),
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (tests) == NSM_N_STRESS_TESTS);

/**
 * nsm_stress_test_get_name:
 *
 * Returns: (transfer none): what the thought experiment is called, in full
 */
const char *
nsm_stress_test_get_name (NsmStressTest test)
{
  g_return_val_if_fail (test < NSM_N_STRESS_TESTS, "");
  return _(tests[test].name);
}

/**
 * nsm_stress_test_dup_question:
 * @metric_title: as people call the metric
 *
 * Returns: (transfer full): the question put to the team, with the metric in it
 */
char *
nsm_stress_test_dup_question (NsmStressTest test, const char *metric_title)
{
  g_return_val_if_fail (test < NSM_N_STRESS_TESTS, g_strdup (""));
  return g_strdup_printf (_(tests[test].question), metric_title);
}

/**
 * nsm_stress_test_get_meaning:
 *
 * Returns: (transfer none): what @verdict means in this thought experiment; ""
 *   for no verdict
 */
const char *
nsm_stress_test_get_meaning (NsmStressTest test, NsmVerdict verdict)
{
  g_return_val_if_fail (test < NSM_N_STRESS_TESTS, "");
  switch (verdict)
    {
    case NSM_VERDICT_HOLDS:
      return _(tests[test].holds);
    case NSM_VERDICT_REFINE:
      return _(tests[test].refine);
    case NSM_VERDICT_FAILS:
      return _(tests[test].fails);
    case NSM_VERDICT_UNSET:
    default:
      return "";
    }
}

/**
 * nsm_stress_test_get_hint:
 *
 * Returns: (transfer none): what to do with the answer, or how to find one
 */
const char *
nsm_stress_test_get_hint (NsmStressTest test)
{
  g_return_val_if_fail (test < NSM_N_STRESS_TESTS, "");
  return _(tests[test].hint);
}
