/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts, numbers and days in another language than the program's. It's run under several locales,
 * also such as aren't installed. */
#include "record/language.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/choices.h"
#include "record/record.h"

static void
assert_texts (const char *text, const char *label, const char *tag)
{
  g_autofree char *now = nsm_language_dup ();

  g_assert_cmpstr (_("Summary"), ==, text);
  g_assert_cmpstr (nsm_choice_get_label (NSM_TYPE_VERDICT, NSM_VERDICT_HOLDS), ==, label);
  g_assert_cmpstr (now, ==, tag);
}

static void
assert_english (void)
{
  assert_texts ("Summary", "Holds", "en");
}

static void
assert_german (void)
{
  assert_texts ("Zusammenfassung", "Hält", "de");
}

static void
assert_number (double number, int decimals, const char *expected)
{
  g_autofree char *text = nsm_number_dup (number, decimals);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_date (char *(*dup_words) (const char *), const char *expected)
{
  g_autofree char *text = dup_words ("2026-03-31");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_list (void)
{
  g_auto (GStrv) tags = nsm_languages_list ();
  g_autofree char *german = nsm_language_dup_name ("de");
  g_autofree char *english = nsm_language_dup_name ("en");
  g_autofree char *brazilian = nsm_language_dup_name ("pt-BR");

  g_assert_cmpstr (tags[0], ==, "en");
  g_assert_true (g_strv_contains ((const char *const *) tags, "de"));
  for (guint i = 1; tags[i] != NULL; i++)
    g_assert_cmpstr (tags[i], !=, "en");
  g_assert_cmpstr (german, ==, "Deutsch");
  g_assert_cmpstr (english, ==, "English");
  g_assert_cmpstr (brazilian, ==, "Português (Brasil)");
}

static void
test_right_to_left (void)
{
  g_assert_true (nsm_language_is_right_to_left ("ar"));
  g_assert_true (nsm_language_is_right_to_left ("he-IL"));
  g_assert_true (nsm_language_is_right_to_left ("fa"));
  g_assert_false (nsm_language_is_right_to_left ("de"));
  g_assert_false (nsm_language_is_right_to_left ("en-GB"));
}

static void
test_scope (void)
{
  g_autofree char *own = nsm_language_dup ();
  gboolean german = strcmp (own, "de") == 0;
  void (*assert_own) (void) = german ? assert_german : assert_english;

  assert_own ();
  for (guint i = 0; i < 3; i++)
    {
      {
        g_autoptr (NsmLanguageScope) scope = nsm_language_enter ("de");

        assert_german ();
      }
      assert_own ();
      {
        g_autoptr (NsmLanguageScope) scope = nsm_language_enter ("en");

        assert_english ();
      }
      assert_own ();
    }
}

static void
test_nested (void)
{
  g_autoptr (NsmLanguageScope) german = nsm_language_enter ("de");

  {
    g_autoptr (NsmLanguageScope) english = nsm_language_enter ("en");

    {
      g_autoptr (NsmLanguageScope) again = nsm_language_enter ("de");

      assert_german ();
      assert_number (4.3, 1, "4,3");
    }
    assert_english ();
    assert_number (4.3, 1, "4.3");
  }
  assert_german ();
  {
    g_autoptr (NsmLanguageScope) same = nsm_language_enter ("de");

    assert_german ();
  }
  assert_german ();
}

/* Nothing to change, or nothing to change to. */
static void
test_no_change (void)
{
  const char *const tags[] = { NULL, "", "xx", "tlh", "deu", "../de", "de_DE.UTF-8" };
  g_autofree char *own = nsm_language_dup ();
  g_autofree char *summary = g_strdup (_("Summary"));
  g_autofree char *variable = g_strdup (g_getenv ("LANGUAGE"));

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (NsmLanguageScope) scope = nsm_language_enter (tags[i]);
      g_autofree char *now = nsm_language_dup ();

      g_assert_cmpstr (now, ==, own);
      g_assert_cmpstr (_("Summary"), ==, summary);
      g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, variable);
    }
  {
    g_autoptr (NsmLanguageScope) scope = nsm_language_enter ("de-AT");

    assert_texts ("Zusammenfassung", "Hält", "de-AT");
  }
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, variable);
}

static void
test_numbers (void)
{
  g_autofree char *odd = NULL;

  {
    g_autoptr (NsmLanguageScope) scope = nsm_language_enter ("en");
    g_autofree char *share = nsm_number_dup_percent (0.724, 1);
    g_autofree char *bare = nsm_number_dup_figures (1234567, 7);

    assert_number (4.25, 1, "4.2");
    assert_number (1234567.891, 2, "1,234,567.89");
    assert_number (-0.5, -1, "−0.5");
    assert_number (-0.001, 2, "0.00");
    assert_number (3, -1, "3");
    assert_number (1.0 / 3, -1, "0.333333");
    assert_number (1e300 * 1e300, 1, "–");
    assert_number (0.0 / 0.0, 1, "–");
    g_assert_true (g_str_has_prefix (share, "72.4"));
    g_assert_cmpstr (bare, ==, "1234567");
  }
  {
    g_autoptr (NsmLanguageScope) scope = nsm_language_enter ("de");
    g_autofree char *share = nsm_number_dup_percent (0.724, 1);
    g_autofree char *bare = nsm_number_dup_figures (-1.5e17, 6);

    assert_number (4.25, 1, "4,2");
    assert_number (1234567.891, 2, "1.234.567,89");
    assert_number (-0.5, -1, "−0,5");
    assert_number (3, -1, "3");
    g_assert_true (g_str_has_prefix (share, "72,4"));
    g_assert_cmpstr (bare, ==, "−1,5e+17");
  }
  {
    g_autoptr (NsmLanguageScope) scope = nsm_language_enter ("de-CH");

    assert_number (1234567.891, 2, "1’234’567.89");
  }
  odd = nsm_number_dup (1e30, 0);
  g_assert_cmpuint (strlen (odd), >, 30);
}

static void
test_dates (void)
{
  {
    g_autoptr (NsmLanguageScope) scope = nsm_language_enter ("en");

    assert_date (nsm_date_dup_long, "31 March 2026");
    assert_date (nsm_date_dup_medium, "31 Mar 2026");
    assert_date (nsm_date_dup_month, "March 2026");
    assert_date (nsm_date_dup_month_short, "Mar 2026");
    assert_date (nsm_date_dup_day_short, "31 Mar");
  }
  {
    g_autoptr (NsmLanguageScope) scope = nsm_language_enter ("de");

    assert_date (nsm_date_dup_long, "31. März 2026");
    assert_date (nsm_date_dup_month, "März 2026");
    assert_date (nsm_date_dup_day_short, "31. März");
  }
  {
    g_autoptr (NsmLanguageScope) scope = nsm_language_enter ("en-US");
    g_autofree char *odd = nsm_date_dup_long ("soon");
    g_autofree char *empty = nsm_date_dup_long ("");
    g_autofree char *impossible = nsm_date_dup_long ("2026-02-30");

    g_assert_cmpstr (odd, ==, "soon");
    g_assert_cmpstr (empty, ==, "");
    g_assert_cmpstr (impossible, ==, "2026-02-30");
  }
}

static gpointer
read_in_thread (gpointer nothing)
{
  return g_strdup (_("Summary"));
}

/* While one thread writes a German document, the others of an English program stay English. */
static void
test_threads (void)
{
  g_autofree char *own = g_strdup (_("Summary"));
  g_autofree char *other = NULL;
  g_autoptr (NsmLanguageScope) scope = NULL;

  if (strcmp (own, "Summary") != 0)
    {
      g_test_skip ("Of an English program");
      return;
    }
  scope = nsm_language_enter ("de");
  assert_german ();
  other = g_thread_join (g_thread_new ("other", read_in_thread, NULL));
  g_assert_cmpstr (other, ==, "Summary");
}

static gpointer
write_in_thread (gpointer tag)
{
  const char *summary = strcmp (tag, "de") == 0 ? "Zusammenfassung" : "Summary";

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (NsmLanguageScope) scope = nsm_language_enter (tag);

      g_assert_cmpstr (_("Summary"), ==, summary);
      assert_number (1234.5, 1, strcmp (tag, "de") == 0 ? "1.234,5" : "1,234.5");
    }
  return NULL;
}

static void
test_two_at_a_time (void)
{
  GThread *german = g_thread_new ("de", write_in_thread, (gpointer) "de");
  GThread *english = g_thread_new ("en", write_in_thread, (gpointer) "en");

  write_in_thread ((gpointer) "de");
  g_thread_join (german);
  g_thread_join (english);
}

int
main (int argc, char *argv[])
{
  nsm_language_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/list", test_list);
  g_test_add_func ("/language/right-to-left", test_right_to_left);
  g_test_add_func ("/language/scope", test_scope);
  g_test_add_func ("/language/nested", test_nested);
  g_test_add_func ("/language/no-change", test_no_change);
  g_test_add_func ("/language/numbers", test_numbers);
  g_test_add_func ("/language/dates", test_dates);
  g_test_add_func ("/language/threads", test_threads);
  g_test_add_func ("/language/two-at-a-time", test_two_at_a_time);

  return g_test_run ();
}
