/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "rounds/transcript.h"

#define SHORT_HASH 12

static void
print_moment (const char *name, const char *moment)
{
  g_autofree char *text = nsm_moment_dup_words (moment);

  if (text[0] != '\0')
    cli_out ("  %s %s", name, text);
}

static void
print_asked (NsmTranscript *transcript)
{
  NsmRound *round = transcript->round;

  cli_out ("  %s", round->question);
  print_moment (_("Opened:"), round->opened_at);
  print_moment (_("Closed:"), round->closed_at);
  cli_out ("  %s %s", _("Promised:"), round->promise);
  if (nsm_list_get_size (round->subjects) > 0)
    cli_out ("\n  %s", _("Asked about"));
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      gboolean bad = subject->calibration && nsm_transcript_shows_marks (transcript);

      cli_out ("    %s%s", subject->title, bad ? _(" (bad on purpose)") : "");
      if (subject->wording[0] != '\0' && strcmp (subject->wording, subject->title) != 0)
        cli_out ("      %s", subject->wording);
    }
  if (nsm_list_get_size (round->aspects) > 0)
    cli_out ("\n  %s", _("By these criteria"));
  NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
    {
      if (round->kind == NSM_ROUND_KIND_SCORES)
        /* Translators: a criterion and its weight */
        cli_out (_("    %s (weight %g)"), aspect->name, aspect->weight);
      else
        cli_out ("    %s", aspect->name);
      if (aspect->question[0] != '\0')
        cli_out ("      %s", aspect->question);
    }
}

static void
print_roster (NsmTranscript *transcript)
{
  cli_out ("\n  %s", _("Who was asked"));
  NSM_LIST_EACH (NsmRosterEntry, entry, transcript->round->roster)
    {
      cli_out ("    %s · %s", entry->name,
               nsm_choice_get_label (NSM_TYPE_FUNCTION, entry->function));
    }
}

static void
print_row (NsmTranscriptRow *row)
{
  g_autofree char *when = nsm_moment_dup_words (row->when);
  g_autofree char *receipt = nsm_receipt_dup_display (row->receipt);

  cli_out ("    %s%s%s: %s", when, when[0] != '\0' ? "  " : "", row->who,
           nsm_event_get_label (row->event));
  if (row->why[0] != '\0')
    cli_out ("      %s %s", _("Why:"), row->why);
  if (receipt[0] != '\0')
    cli_out ("      %s %s · %s", _("Receipt:"), receipt,
             nsm_choice_get_label (NSM_TYPE_ROUTE, row->route));
  if (row->hash[0] != '\0')
    cli_out ("      %s %.*s…", _("Hash:"), SHORT_HASH, row->hash);
  if (!row->verified)
    cli_out ("      %s", _("Doesn’t fit its hash."));
}

static void
print_course (NsmTranscript *transcript)
{
  NsmRound *round = transcript->round;

  if (transcript->rows->len > 0)
    cli_out ("\n  %s", round->state == NSM_ROUND_STATE_OPEN ? _("Who is in") : _("What happened"));
  for (guint i = 0; i < transcript->rows->len; i++)
    print_row (transcript->rows->pdata[i]);
  if (transcript->missing->len > 0)
    cli_out ("\n  %s", round->state == NSM_ROUND_STATE_OPEN ? _("Not in yet")
                                                            : _("Asked, and not answered"));
  for (guint i = 0; i < transcript->missing->len; i++)
    cli_out ("    %s", ((NsmRosterEntry *) transcript->missing->pdata[i])->name);
  if (round->chain_words[0] != '\0')
    cli_out ("\n  %s %s", _("Closing words:"), round->chain_words);
}

static void
print_transcript (NsmTranscript *transcript)
{
  cli_out ("%s · %s", transcript->label,
           transcript->round->direct
             ? _("answered directly")
             : nsm_choice_get_label (NSM_TYPE_ROUND_STATE, transcript->round->state));
  print_asked (transcript);
  print_roster (transcript);
  print_course (transcript);
  cli_out ("\n  %s", transcript->verdict);
  if (transcript->problem != NULL)
    cli_out ("  %s", transcript->problem);
  cli_out ("%s", "");
}

static void
add_person (cJSON *list, const char *person, const char *name)
{
  cJSON *item = cJSON_CreateObject ();

  cJSON_AddStringToObject (item, "person", person);
  cJSON_AddStringToObject (item, "name", name);
  cJSON_AddItemToArray (list, item);
}

static void
add_asked (cJSON *result, NsmTranscript *transcript)
{
  NsmRound *round = transcript->round;
  cJSON *list = cJSON_AddArrayToObject (result, "subjects");

  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      cJSON *item = cJSON_CreateObject ();

      cJSON_AddStringToObject (item, "id", subject->subject);
      cJSON_AddStringToObject (item, "title", subject->title);
      cJSON_AddStringToObject (item, "wording", subject->wording);
      if (nsm_transcript_shows_marks (transcript))
        cJSON_AddBoolToObject (item, "calibration", subject->calibration);
      cJSON_AddItemToArray (list, item);
    }
  list = cJSON_AddArrayToObject (result, "criteria");
  NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
    {
      cJSON *item = cJSON_CreateObject ();

      cJSON_AddStringToObject (item, "id", aspect->aspect);
      cJSON_AddStringToObject (item, "name", aspect->name);
      cJSON_AddStringToObject (item, "question", aspect->question);
      cli_add_number (item, "weight", aspect->weight);
      cJSON_AddItemToArray (list, item);
    }
  list = cJSON_AddArrayToObject (result, "roster");
  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      add_person (list, entry->person, entry->name);
    }
}

static cJSON *
make_row (NsmTranscriptRow *row)
{
  cJSON *item = cJSON_CreateObject ();

  cJSON_AddStringToObject (item, "person", row->person);
  cJSON_AddStringToObject (item, "name", row->who);
  cJSON_AddStringToObject (item, "event", nsm_event_get_nick (row->event));
  cJSON_AddStringToObject (item, "when", row->when);
  cJSON_AddStringToObject (item, "route", nsm_choice_get_nick (NSM_TYPE_ROUTE, row->route));
  cJSON_AddStringToObject (item, "receipt", row->receipt);
  cJSON_AddStringToObject (item, "hash", row->hash);
  cJSON_AddStringToObject (item, "why", row->why);
  cJSON_AddBoolToObject (item, "verified", row->verified);
  return item;
}

static cJSON *
make_json (NsmTranscript *transcript)
{
  NsmRound *round = transcript->round;
  cJSON *result = cJSON_CreateObject ();
  cJSON *list;

  cJSON_AddStringToObject (result, "id", NSM_RECORD (round)->id);
  cJSON_AddStringToObject (result, "label", transcript->label);
  cJSON_AddStringToObject (result, "kind", nsm_choice_get_nick (NSM_TYPE_ROUND_KIND, round->kind));
  cli_add_number (result, "number", round->number);
  cJSON_AddStringToObject (result, "state",
                           nsm_choice_get_nick (NSM_TYPE_ROUND_STATE, round->state));
  cJSON_AddBoolToObject (result, "direct", round->direct);
  cJSON_AddStringToObject (result, "privacy",
                           nsm_choice_get_nick (NSM_TYPE_PRIVACY, round->privacy));
  cJSON_AddStringToObject (result, "question", round->question);
  cJSON_AddStringToObject (result, "promise", round->promise);
  cJSON_AddStringToObject (result, "opened", round->opened_at);
  cJSON_AddStringToObject (result, "closed", round->closed_at);
  add_asked (result, transcript);
  list = cJSON_AddArrayToObject (result, "events");
  for (guint i = 0; i < transcript->rows->len; i++)
    cJSON_AddItemToArray (list, make_row (transcript->rows->pdata[i]));
  list = cJSON_AddArrayToObject (result, "missing");
  for (guint i = 0; i < transcript->missing->len; i++)
    {
      NsmRosterEntry *entry = transcript->missing->pdata[i];

      add_person (list, entry->person, entry->name);
    }
  cJSON_AddStringToObject (result, "closing_words", round->chain_words);
  cJSON_AddStringToObject (result, "head", round->chain_head);
  cJSON_AddBoolToObject (result, "ok", transcript->ok);
  cJSON_AddStringToObject (result, "problem",
                           transcript->problem != NULL ? transcript->problem : "");
  cJSON_AddStringToObject (result, "verdict", transcript->verdict);
  return result;
}

static GPtrArray *
collect (NsmWorkshop *workshop, const char *word)
{
  GPtrArray *transcripts = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_transcript_free);

  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      if (cli_round_is_meant (round, word))
        g_ptr_array_add (transcripts, nsm_transcript_new (round));
    }
  return transcripts;
}

static gboolean
say_problems (GPtrArray *transcripts, const char *gone)
{
  gboolean ok = gone == NULL;

  for (guint i = 0; i < transcripts->len; i++)
    {
      NsmTranscript *transcript = transcripts->pdata[i];

      if (transcript->problem != NULL)
        /* Translators: a round, and what is wrong with it */
        cli_say (_("%s: %s"), transcript->label, transcript->problem);
      ok = ok && transcript->ok;
    }
  if (gone != NULL)
    cli_say ("%s", gone);
  return ok;
}

static int
print_all (GPtrArray *transcripts, const char *gone, gboolean json)
{
  gboolean ok = say_problems (transcripts, gone);
  int status = ok ? CLI_DONE : CLI_NO;
  cJSON *result, *list;

  if (!json)
    {
      for (guint i = 0; i < transcripts->len; i++)
        print_transcript (transcripts->pdata[i]);
      cli_out (ok ? ngettext ("Verified: %u round.", "Verified: %u rounds.", transcripts->len)
                  : ngettext ("Not verified: %u round.", "Not verified: %u rounds.",
                              transcripts->len),
               transcripts->len);
      return cli_finish (status);
    }
  result = cJSON_CreateObject ();
  list = cJSON_AddArrayToObject (result, "rounds");
  for (guint i = 0; i < transcripts->len; i++)
    cJSON_AddItemToArray (list, make_json (transcripts->pdata[i]));
  cJSON_AddBoolToObject (result, "ok", ok);
  return cli_print_json_with (result, status);
}

static int
print_receipt (GPtrArray *transcripts, const char *receipt, gboolean json)
{
  for (guint i = 0; i < transcripts->len; i++)
    {
      NsmTranscript *transcript = transcripts->pdata[i];
      NsmTranscriptRow *row = nsm_transcript_find_receipt (transcript, receipt);
      int status = transcript->ok ? CLI_DONE : CLI_NO;

      if (row == NULL)
        continue;
      if (transcript->problem != NULL)
        cli_say (_("%s: %s"), transcript->label, transcript->problem);
      if (json)
        {
          cJSON *result = make_row (row);

          cJSON_AddStringToObject (result, "round", NSM_RECORD (transcript->round)->id);
          cJSON_AddStringToObject (result, "label", transcript->label);
          cJSON_AddBoolToObject (result, "ok", transcript->ok);
          return cli_print_json_with (result, status);
        }
      cli_out ("%s", transcript->label);
      print_row (row);
      cli_out ("  %s", transcript->verdict);
      return cli_finish (status);
    }
  cli_say (_("No round here gave out the receipt “%s”."), receipt);
  return CLI_NO;
}

static int
run (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  g_autofree char *round = NULL;
  g_autofree char *receipt = NULL;
  const GOptionEntry entries[] = {
    { "round", 0, 0, G_OPTION_ARG_STRING, &round,
      N_("Only these rounds: a kind such as scores, or one such as scores-2"), N_("ROUND") },
    { "receipt", 0, 0, G_OPTION_ARG_STRING, &receipt,
      N_("Find the contribution for which this receipt was given out"), N_("RECEIPT") },
    G_OPTION_ENTRY_NULL
  };
  gboolean json;
  int status;
  g_autoptr (NsmWorkshop) workshop = cli_open (&cli_transcript, entries, &rest, &json, &status);
  g_autoptr (GPtrArray) transcripts = NULL;
  g_autofree char *gone = NULL;

  if (workshop == NULL)
    return status;
  transcripts = collect (workshop, round);
  if (round != NULL && transcripts->len == 0)
    {
      cli_say (_("There is no round “%s” in this workshop."), round);
      return CLI_NO;
    }
  if (receipt != NULL)
    return print_receipt (transcripts, receipt, json);
  gone = round == NULL ? nsm_workshop_dup_missing_rounds (workshop) : NULL;
  if (transcripts->len == 0 && gone == NULL)
    {
      cli_say (_("There is no private round in this workshop."));
      return CLI_NO;
    }
  return print_all (transcripts, gone, json);
}

const CliCommand cli_transcript = { "transcript", N_("FILE"),
                                    N_("Show what happened in each private round, and verify it"),
                                    run };
