/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "method/games.h"
#include "method/stress-tests.h"
#include "record/language.h"
#include "rounds/ballot-private.h"

/* One page that holds everything: the question, the look, the program that seals,
 * and the NaCl library, which comes from the system's package at build time. */

/* What the page says; {name} is filled in there. */
static const struct
{
  const char *key;
  const char *text; /* msgid */
} texts[] = {
  { "no_script", N_("This page needs JavaScript, which seals your answer on this device. Allow it for "
                    "this page, or answer with North Star Workshop.") },
  { "stays", N_("All of this happens on this page: nothing is sent anywhere. At the end you get a "
                "sealed file to send back yourself.") },
  { "fingerprint_title", N_("Is this the real question?") },
  { "fingerprint_why", N_("Whoever sent you this page sees the same eight words. If it matters, "
                          "compare them by telephone.") },
  { "who", N_("Who are you?") },
  { "who_missing", N_("Choose your name first.") },
  { "begin", N_("Begin") },
  { "back", N_("Back") },
  { "next", N_("Next") },
  { "abstain", N_("Abstain") },
  { "abstained", N_("abstained") },
  { "abstain_all", N_("Take part, but abstain from everything") },
  { "abstains_all", N_("You abstain from everything. Sealed, that looks like any other ballot.") },
  { "private", N_("Private · ballot of {name}") },
  { "candidate", N_("Candidate {n} of {all}") },
  { "anchors", N_("What the choices mean") },
  { "why", N_("Say why") },
  { "why_about", N_("Why, about “{what}”") },
  { "how_sure", N_("How sure are you?") },
  { "missing", N_("Still open: “{what}”. Choose, or abstain.") },
  { "moments_how", N_("Point at them one after the other: first the one that is the value most "
                      "directly. Point again to take one back.") },
  { "moments_missing", N_("Give at least one a place, or go back and abstain.") },
  { "place", N_("place {n}") },
  { "no_place", N_("no place yet") },
  { "game_missing", N_("Choose one of the three, or abstain.") },
  { "statement_how", N_("In your own words; a sentence or two.") },
  { "ideas_how", N_("One idea in each field; as many as you have.") },
  { "idea", N_("Idea {n}") },
  { "idea_more", N_("Another idea") },
  { "text_missing", N_("Write something first, or go back and abstain.") },
  { "review", N_("Is this your answer?") },
  { "review_how", N_("Sealed as the ballot of {name}; nobody can open it before the round is closed.") },
  { "lock_in", N_("Seal and save") },
  { "too_long", N_("The answer is longer than this round has room for. Shorten the reasons.") },
  { "no_sealing", N_("This browser can’t seal an answer. Try another one, or North Star Workshop.") },
  { "done", N_("Your ballot is sealed") },
  { "done_what", N_("It was saved as “{file}”, where your browser puts what it saves.") },
  { "done_send", N_("Send that file to whoever asked you, in any way you like: nobody can read it on "
                    "the way. You get a receipt for it when it has arrived.") },
  { "save_again", N_("Save it again") },
  { "signer_title", N_("The words of your signature") },
  { "signer_why", N_("You may be asked for them, so that it is known that the ballot is from you.") },
  { "as_text", N_("The ballot as text") },
  { "as_text_why", N_("If your browser saves no files: copy all of this into a message.") },
  { "change", N_("Change my answer") },
  { "close_now", N_("Then close this page: your answer doesn’t stay in it.") },
};

static void
add_texts (cJSON *page)
{
  cJSON *object = cJSON_AddObjectToObject (page, "text");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    cJSON_AddStringToObject (object, texts[i].key, _(texts[i].text));
}

static cJSON *
add_choice (cJSON *list, GType type, guint value)
{
  cJSON *item = cJSON_CreateObject ();

  cJSON_AddStringToObject (item, "nick", nsm_choice_get_nick (type, value));
  cJSON_AddStringToObject (item, "label", nsm_choice_get_label (type, value));
  cJSON_AddItemToArray (list, item);
  return item;
}

static void
add_choices (cJSON *page)
{
  cJSON *games = cJSON_AddArrayToObject (page, "games");
  cJSON *verdicts = cJSON_AddArrayToObject (page, "verdicts");
  cJSON *confidences = cJSON_AddArrayToObject (page, "confidences");
  cJSON *words = cJSON_AddArrayToObject (page, "words");

  for (guint i = NSM_GAME_ATTENTION; i <= NSM_GAME_PRODUCTIVITY; i++)
    {
      cJSON *game = add_choice (games, NSM_TYPE_GAME, i);

      cJSON_AddStringToObject (game, "summary", nsm_game_get_summary (i));
      cJSON_AddStringToObject (game, "examples", nsm_game_get_examples (i));
    }
  for (guint i = NSM_VERDICT_HOLDS; i <= NSM_VERDICT_FAILS; i++)
    add_choice (verdicts, NSM_TYPE_VERDICT, i);
  for (guint i = NSM_CONFIDENCE_UNSAID; i <= NSM_CONFIDENCE_HIGH; i++)
    add_choice (confidences, NSM_TYPE_CONFIDENCE, i);
  for (guint i = 0; i < 256; i++)
    {
      guint8 byte = (guint8) i;
      g_autofree char *word = nsm_words_dup (&byte, 1);

      cJSON_AddItemToArray (words, cJSON_CreateString (word));
    }
}

/* A stress test asks about the candidate by name, and says what each verdict means. */
static void
add_stress_tests (cJSON *page, NsmRound *round)
{
  cJSON *questions = cJSON_AddObjectToObject (page, "questions");
  cJSON *meanings = cJSON_AddObjectToObject (page, "meanings");

  NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
    {
      guint test;
      cJSON *meaning;

      if (round->kind != NSM_ROUND_KIND_VERDICTS ||
          !nsm_choice_from_nick (NSM_TYPE_STRESS_TEST, aspect->aspect, &test))
        continue;
      meaning = cJSON_AddObjectToObject (meanings, aspect->aspect);
      for (guint i = NSM_VERDICT_HOLDS; i <= NSM_VERDICT_FAILS; i++)
        cJSON_AddStringToObject (meaning, nsm_choice_get_nick (NSM_TYPE_VERDICT, i),
                                 nsm_stress_test_get_meaning (test, i));
      NSM_LIST_EACH (NsmSubject, subject, round->subjects)
        {
          g_autofree char *key = g_strconcat (subject->subject, "\n", aspect->aspect, NULL);
          g_autofree char *question = nsm_stress_test_dup_question (test, subject->title);

          cJSON_AddStringToObject (questions, key, question);
        }
    }
}

/* The content of a file of this folder's resource. */
static char *
dup_resource (const char *name)
{
  g_autofree char *path = g_strconcat (NSM_RESOURCE_BASE "/ballot/", name, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (nsm_ballot_get_resource (), path, 0, NULL);

  g_assert (bytes != NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* What a policy lets through by name: nothing else runs, whatever a text says. */
static void
append_hash (GString *policy, const char *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize n = sizeof digest;
  g_autofree char *base64 = NULL;

  g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_get_digest (checksum, digest, &n);
  base64 = g_base64_encode (digest, n);
  g_string_append_printf (policy, " 'sha256-%s'", base64);
}

/* JSON that may stand in a script element: no "<" could end it. */
static void
append_data (GString *out, const char *json)
{
  for (const char *p = json; *p != '\0'; p++)
    if (*p == '<')
      g_string_append (out, "\\u003c");
    else
      g_string_append_c (out, *p);
}

static void
append_escaped (GString *out, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

static void
append_head (GString *out, const char *title, const char *style, const char *library,
             const char *program)
{
  g_autofree char *language = nsm_language_dup ();
  g_autoptr (GString) policy = g_string_new ("default-src 'none'; base-uri 'none'; "
                                             "form-action 'none'; style-src");

  append_hash (policy, style);
  g_string_append (policy, "; script-src");
  append_hash (policy, library);
  append_hash (policy, program);
  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"");
  append_escaped (out, language);
  g_string_append_printf (out,
                          "\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                          "<meta name=\"color-scheme\" content=\"light dark\">\n"
                          "<meta name=\"referrer\" content=\"no-referrer\">\n"
                          "<meta name=\"generator\" content=\"North Star Workshop\">\n<title>",
                          nsm_language_is_right_to_left (language) ? "rtl" : "ltr", policy->str);
  append_escaped (out, title);
  g_string_append_printf (out, "</title>\n<style>%s</style>\n</head>\n", style);
}

/**
 * nsm_ballot_request_write_html:
 * @round: an open round
 * @title: what participants call the workshop
 *
 * Returns: (transfer full) (nullable): the same request as one page for any browser,
 *   in the language of this program; it asks, seals and signs there, without a network
 */
GBytes *
nsm_ballot_request_write_html (NsmRound *round, const char *title, GError **error)
{
  cJSON *request = nsm_ballot_request_make_json (round, title, error);
  g_autofree char *style = dup_resource ("ballot.css");
  g_autofree char *program = dup_resource ("ballot.js");
  g_autofree char *library = dup_resource ("nacl.js");
  g_autofree char *notice = dup_resource ("nacl.txt");
  g_autofree char *label = NULL;
  g_autofree char *fingerprint = NULL;
  g_autofree char *data = NULL;
  g_autoptr (cJSON) page = NULL;
  GString *out;

  if (request == NULL)
    return NULL;
  page = cJSON_CreateObject ();
  label = nsm_round_dup_label (round);
  fingerprint = nsm_ballot_request_dup_fingerprint (round);
  cJSON_AddItemToObject (page, "request", request);
  cJSON_AddStringToObject (page, "label", label);
  cJSON_AddStringToObject (page, "fingerprint", fingerprint);
  add_texts (page);
  add_choices (page);
  add_stress_tests (page, round);
  data = cJSON_PrintUnformatted (page);

  out = g_string_new (NULL);
  append_head (out, title[0] != '\0' ? title : label, style, library, program);
  g_string_append (out, "<body>\n<p class=\"workshop\" dir=\"auto\">");
  append_escaped (out, title);
  g_string_append (out, "</p>\n<main id=\"main\">\n<p>");
  append_escaped (out, _(texts[0].text));
  g_string_append (out, "</p>\n</main>\n<script type=\"application/json\" id=\"ballot-data\">");
  append_data (out, data);
  g_string_append_printf (out, "</script>\n<!--\n%s-->\n<script>%s</script>\n<script>%s</script>\n"
                               "</body>\n</html>\n",
                          notice, library, program);
  return g_string_free_to_bytes (out);
}
