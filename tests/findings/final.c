/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings/findings.h"
#include "findings/words.h"
#include "method/candidates.h"
#include "method/step.h"
#include "record/language.h"
#include "sound.h"

static guint
count_missing (NsmWorkshop *workshop)
{
  g_autoptr (GPtrArray) missing = nsm_findings_missing_for_final (workshop);

  return missing->len;
}

static void
test_final (void)
{
  g_autoptr (NsmWorkshop) workshop = make_sound_workshop ();

  g_assert_cmpuint (count_missing (workshop), ==, 0);
}

static void
test_gates (void)
{
  g_autoptr (NsmWorkshop) workshop = make_sound_workshop ();
  NsmStressResult *result = nsm_candidate_find_stress_result (get_star (workshop),
                                                              NSM_STRESS_TEST_NOD);
  NsmRejection *rejection = nsm_list_get (workshop->decision->rejections, 0);
  NsmSignOff *sign_off = nsm_list_get (workshop->commitment->sign_offs, 0);

  for (guint verdict = NSM_VERDICT_UNSET; verdict <= NSM_VERDICT_FAILS; verdict++)
    {
      g_object_set (result, "verdict", verdict, NULL);
      g_assert_cmpuint (count_missing (workshop), ==, verdict == NSM_VERDICT_HOLDS ? 0 : 1);
    }
  g_object_set (result, "verdict", NSM_VERDICT_HOLDS, NULL);

  g_object_set (rejection, "reason", "", NULL);
  g_assert_cmpuint (count_missing (workshop), ==, 1);
  g_object_set (rejection, "reason", "Lower", NULL);

  g_object_set (sign_off, "position", NSM_POSITION_BLOCKS, NULL);
  g_assert_cmpuint (count_missing (workshop), ==, 1);
  g_object_set (sign_off, "position", NSM_POSITION_RESERVATION, NULL);
  g_assert_cmpuint (count_missing (workshop), ==, 0);

  g_object_set (workshop->definition, "formula", "", NULL);
  g_assert_cmpuint (count_missing (workshop), ==, 1);
}

static void
test_refined_version_begins_anew (void)
{
  g_autoptr (NsmWorkshop) workshop = make_sound_workshop ();
  NsmCandidate *next = nsm_candidate_refine (get_star (workshop), "Empty projects counted");

  /* Nothing is chosen, and the old version needs its reason as well. */
  g_assert_cmpuint (count_missing (workshop), ==, 2);
  g_object_set (workshop->decision, "chosen", NSM_RECORD (next)->id, NULL);
  g_assert_cmpuint (count_missing (workshop), ==, NSM_N_STRESS_TESTS + 1);
}

static void
test_nothing_ahead (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (GPtrArray) empty = nsm_findings_collect (workshop);

  g_assert_cmpuint (empty->len, ==, 0);
  g_object_set (workshop, "product", "Acme", NULL);

  g_autoptr (GPtrArray) begun = nsm_findings_collect (workshop);

  g_assert_cmpuint (begun->len, >, 0);
  for (guint i = 0; i < begun->len; i++)
    g_assert_cmpuint (nsm_finding_get_step (begun->pdata[i]), ==, NSM_STEP_SET_UP);
}

static void
test_order (void)
{
  g_autoptr (NsmWorkshop) workshop = make_sound_workshop ();

  g_object_set (get_star_metric (workshop), "name", "Revenue", "unit", "", "window", 0, NULL);
  nsm_list_clear (workshop->value->moments);
  nsm_list_clear (workshop->definition->sources);
  g_object_set (workshop->definition, "formula", "", NULL);

  g_autoptr (GPtrArray) found = nsm_findings_collect (workshop);

  g_assert_cmpuint (found->len, >=, 5);
  for (guint i = 1; i < found->len; i++)
    {
      NsmFinding *before = found->pdata[i - 1];
      NsmFinding *after = found->pdata[i];

      g_assert_cmpuint (nsm_finding_get_step (before), <=, nsm_finding_get_step (after));
      if (nsm_finding_get_step (before) == nsm_finding_get_step (after))
        g_assert_cmpuint (nsm_finding_get_severity (before), <=, nsm_finding_get_severity (after));
    }
}

/* Findings are collected at every pause in typing. */
static void
test_fast (void)
{
  g_autoptr (NsmWorkshop) workshop = make_sound_workshop ();
  g_autoptr (GPtrArray) first = NULL;
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 40; i++)
    g_object_set (nsm_candidate_get_metric (nsm_workshop_add_candidate (workshop,
                                                                        NSM_CANDIDATE_KIND_GOOD)),
                  "name", "Active users who are engaged with quality content and more",
                  "statement", "open the application at least once and click on something", NULL);
  first = nsm_findings_collect (workshop);
  for (guint i = 0; i < 5; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GPtrArray) found = nsm_findings_collect (workshop);

      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_test_message ("%u findings in %.2f ms", first->len, best / 1000.0);
  g_assert_cmpuint (first->len, >, 40);
}

static void
test_languages (void)
{
  const char *const german[] = { "de_AT.UTF-8", "de_AT", "de", "C", NULL };
  const char *const none[] = { "xx", "../en", NULL };
  g_autoptr (NsmWords) de = nsm_words_new (german);
  g_autoptr (NsmWords) en = nsm_words_new (none);
  g_autofree char *found = nsm_words_find (de, NSM_WORDS_VANITY, "Alle Seitenaufrufe im Monat");
  g_autofree char *not = nsm_words_find (en, NSM_WORDS_VAGUE, "reactive inactivity");
  g_autofree char *umlaut = nsm_words_find (de, NSM_WORDS_REVENUE, "ERLÖSE je Kunde");
  g_autoptr (GPtrArray) all = nsm_words_find_all (en, NSM_WORDS_VAGUE,
                                                  "Active, engaged and active again");

  g_assert_cmpstr (nsm_words_get_language (de), ==, "de");
  g_assert_cmpstr (nsm_words_get_language (en), ==, "en");
  g_assert_cmpstr (found, ==, "Seitenaufrufe");
  g_assert_cmpstr (umlaut, ==, "ERLÖSE");
  g_assert_null (not);
  g_assert_cmpuint (all->len, ==, 2);
}

/* The findings are about what is written, and the same for whoever reads them in what language. */
static void
test_language_of_texts (void)
{
  g_autoptr (NsmWorkshop) english = nsm_workshop_new ();
  g_autoptr (NsmWorkshop) german = nsm_workshop_new ();
  g_autoptr (NsmWorkshop) blank = nsm_workshop_new ();

  g_object_set (english, "description", "It helps teams that plan work and the people who do it.",
                NULL);
  g_object_set (german, "description", "Es hilft Teams und denen, die mit der Arbeit zu tun haben.",
                NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (NsmLanguageScope) scope = nsm_language_enter (i == 0 ? "en" : "de");
      g_autofree char *own = nsm_language_dup_own ();

      g_assert_cmpstr (own, ==, "en");
      g_assert_cmpstr (nsm_words_get_language (nsm_words_get_for_workshop (english)), ==, "en");
      g_assert_cmpstr (nsm_words_get_language (nsm_words_get_for_workshop (german)), ==, "de");
      g_assert_cmpstr (nsm_words_get_language (nsm_words_get_for_workshop (blank)), ==, "en");
    }
}

int
main (int argc, char **argv)
{
  nsm_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/final", test_final);
  g_test_add_func ("/findings/gates", test_gates);
  g_test_add_func ("/findings/refined-version-begins-anew", test_refined_version_begins_anew);
  g_test_add_func ("/findings/nothing-ahead", test_nothing_ahead);
  g_test_add_func ("/findings/language-of-texts", test_language_of_texts);
  g_test_add_func ("/findings/order", test_order);
  g_test_add_func ("/findings/fast", test_fast);
  g_test_add_func ("/findings/languages", test_languages);
  return g_test_run ();
}
