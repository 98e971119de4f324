/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ballot filled in at a terminal, a question a line. */
#include "cmd-ballot.h"

#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <sodium.h>

#include "method/games.h"
#include "method/stress-tests.h"

static void
on_interrupt (int number G_GNUC_UNUSED)
{
}

/* A line without its end; NULL at the end of the input, or after Ctrl+C. */
static char *
read_line (const char *prompt)
{
  /* Without restarting: Ctrl+C ends the reading, and the program goes on to say so. */
  struct sigaction interrupt = { .sa_handler = on_interrupt };
  struct sigaction before;
  struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
  sigset_t only, mask;
  char *line = NULL;
  char *valid;
  size_t size = 0;
  ssize_t n;

  /* Held back but for the waiting, so that none comes between the prompt and the reading. What
   * was read ahead would not be waited for, hence without a buffer. */
  sigemptyset (&only);
  sigaddset (&only, SIGINT);
  sigprocmask (SIG_BLOCK, &only, &mask);
  sigaction (SIGINT, &interrupt, &before);
  setvbuf (stdin, NULL, _IONBF, 0);
  printf ("%s ", prompt);
  fflush (stdout);
  n = ppoll (&input, 1, NULL, &mask) < 0 ? -1 : getline (&line, &size, stdin);
  sigaction (SIGINT, &before, NULL);
  sigprocmask (SIG_SETMASK, &mask, NULL);
  if (n < 0)
    {
      fputc ('\n', stdout);
      free (line);
      return NULL;
    }
  valid = g_utf8_make_valid (line, n);
  sodium_memzero (line, size);
  free (line);
  return g_strstrip (valid);
}

static void
wipe_line (char **line)
{
  if (*line != NULL)
    sodium_memzero (*line, strlen (*line));
  g_free (*line);
}

#define auto_line __attribute__ ((cleanup (wipe_line))) char *

/**
 * cli_ballot_show_request:
 *
 * Says which round is asked by whom, its promise, and its fingerprint.
 */
void
cli_ballot_show_request (NsmBallotRequest *request)
{
  NsmRound *round = nsm_ballot_request_get_round (request);
  g_autofree char *label = nsm_round_dup_label (round);

  cli_out ("%s%s%s", nsm_ballot_request_get_title (request),
           nsm_ballot_request_get_title (request)[0] != '\0' ? " · " : "", label);
  cli_out ("\n%s", round->question);
  cli_out ("\n%s", round->promise);
  /* Translators: followed by eight words */
  cli_out (_("\nThe words of this request: %s"), nsm_ballot_request_get_fingerprint (request));
  cli_out ("%s", _("Whoever sent it sees the same words; compare them if it matters."));
}

/**
 * cli_ballot_ask_person:
 *
 * Returns: (transfer none) (nullable): who answers; NULL when they gave up
 */
NsmRosterEntry *
cli_ballot_ask_person (NsmBallotRequest *request)
{
  NsmRound *round = nsm_ballot_request_get_round (request);
  guint n = 0;

  cli_out_heading (_("Who are you?"));
  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      cli_out ("  %u  %s", ++n, entry->name);
    }
  for (;;)
    {
      auto_line line = read_line (_("Number or name:"));
      NsmRosterEntry *entry = NULL;
      guint64 number;

      if (line == NULL)
        return NULL;
      if (line[0] == '\0')
        continue;
      if (g_ascii_string_to_unsigned (line, 10, 1, n, &number, NULL))
        entry = nsm_list_get (round->roster, (guint) number - 1);
      else
        entry = cli_ballot_find_person (round, line);
      if (entry != NULL)
        return entry;
    }
}

/**
 * cli_ballot_dup_question:
 *
 * Returns: (transfer full): the question of one cell; "" when it has none of its own
 */
char *
cli_ballot_dup_question (NsmRound *round, NsmSubject *subject, NsmAspect *aspect)
{
  guint test;

  if (round->kind == NSM_ROUND_KIND_VERDICTS &&
      nsm_choice_from_nick (NSM_TYPE_STRESS_TEST, aspect->aspect, &test))
    return nsm_stress_test_dup_question (test, subject->title);
  return g_strdup (aspect->question);
}

static void
show_meanings (NsmRound *round, NsmAspect *aspect)
{
  const char *const anchors[] = { aspect->anchor_low, aspect->anchor_middle, aspect->anchor_high };
  guint test;

  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    if (anchors[i][0] != '\0')
      cli_out ("    %u  %s", i * 2 + 1, anchors[i]);
  if (round->kind == NSM_ROUND_KIND_VERDICTS &&
      nsm_choice_from_nick (NSM_TYPE_STRESS_TEST, aspect->aspect, &test))
    for (guint i = NSM_VERDICT_HOLDS; i <= NSM_VERDICT_FAILS; i++)
      cli_out ("    %u  %s: %s", i, nsm_choice_get_label (NSM_TYPE_VERDICT, i),
               nsm_stress_test_get_meaning (test, i));
}

/* "4 because of that": the choice from 1 to @most, or 0 for "a"; then why. */
static gboolean
parse_choice (const char *line, guint most, guint *choice, const char **why)
{
  gsize n = strcspn (line, " \t");

  *why = line + n + strspn (line + n, " \t");
  if (n != 1)
    return FALSE;
  *choice = line[0] == 'a' || line[0] == 'A' ? 0 : (guint) (line[0] - '0');
  return line[0] == 'a' || line[0] == 'A' || (line[0] >= '1' && line[0] <= (char) ('0' + most));
}

typedef enum
{
  TOLD,
  BACK,
  GIVEN_UP,
} Reply;

static Reply
ask_choice (const char *prompt, guint most, guint *choice, char **why)
{
  for (;;)
    {
      auto_line line = read_line (prompt);
      const char *rest;

      if (line == NULL || strcmp (line, "q") == 0)
        return GIVEN_UP;
      if (strcmp (line, "b") == 0)
        return BACK;
      if (parse_choice (line, most, choice, &rest))
        {
          *why = g_strdup (rest);
          return TOLD;
        }
      cli_out (_("    A number from 1 to %u, or a to abstain; what follows it is your reason. b goes "
                 "back, q gives up."),
               most);
    }
}

static void
show_subject (NsmRound *round, NsmSubject *subject, guint number)
{
  /* Translators: a number, how many, and a candidate */
  cli_out (_("\n%u of %u · %s"), number, nsm_list_get_size (round->subjects), subject->title);
  if (subject->wording[0] != '\0' && strcmp (subject->wording, subject->title) != 0)
    cli_out ("  %s", subject->wording);
}

/* One cell; TRUE in @scores for marks, else verdicts. */
static Reply
ask_cell (NsmRound *round, NsmSubject *subject, NsmAspect *aspect, NsmAnswer *answer)
{
  gboolean scores = round->kind == NSM_ROUND_KIND_SCORES;
  g_autofree char *question = cli_ballot_dup_question (round, subject, aspect);
  auto_line why = NULL;
  NsmEntry *entry;
  guint choice;
  Reply reply;

  cli_out ("\n  %s%s%s", aspect->name, question[0] != '\0' ? " · " : "", question);
  show_meanings (round, aspect);
  reply = ask_choice (scores ? _("  1–5, or a to abstain, then your reason if you like:")
                             : _("  1–3, or a to abstain, then your reason if you like:"),
                      scores ? 5 : 3, &choice, &why);
  if (reply != TOLD)
    return reply;
  entry = nsm_answer_ensure_entry (answer, subject->subject, aspect->aspect);
  g_object_set (entry, "abstained", choice == 0, "mark", scores && choice > 0 ? (double) choice : NAN,
                "choice",
                scores || choice == 0 ? "" : nsm_choice_get_nick (NSM_TYPE_VERDICT, choice), "text",
                why, NULL);
  return TOLD;
}

static gboolean
ask_grid (NsmRound *round, NsmAnswer *answer)
{
  guint n = nsm_list_get_size (round->aspects);
  guint all = nsm_list_get_size (round->subjects) * n;
  gboolean heading = TRUE;

  for (guint at = 0; at < all;)
    {
      NsmSubject *subject = nsm_list_get (round->subjects, at / n);

      if (at % n == 0 || heading)
        show_subject (round, subject, at / n + 1);
      switch (ask_cell (round, subject, nsm_list_get (round->aspects, at % n), answer))
        {
        case TOLD:
          heading = FALSE;
          at++;
          break;
        case BACK:
          heading = TRUE;
          at -= at > 0 ? 1 : 0;
          break;
        case GIVEN_UP:
        default:
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
ask_game (NsmAnswer *answer)
{
  guint choice = 0;
  auto_line why = NULL;
  Reply reply;

  for (guint i = NSM_GAME_ATTENTION; i <= NSM_GAME_PRODUCTIVITY; i++)
    {
      cli_out ("\n  %u  %s", i, nsm_choice_get_label (NSM_TYPE_GAME, i));
      cli_out ("     %s", nsm_game_get_summary (i));
      cli_out ("     %s", nsm_game_get_examples (i));
    }
  do
    {
      g_clear_pointer (&why, g_free);
      reply = ask_choice (_("1–3, or a to abstain, then your reason if you like:"), 3, &choice, &why);
    }
  while (reply == BACK);
  if (reply == GIVEN_UP)
    return FALSE;
  nsm_list_append_new (answer->entries, "abstained", choice == 0, "choice",
                       choice > 0 ? nsm_choice_get_nick (NSM_TYPE_GAME, choice) : "", "text", why,
                       NULL);
  return TRUE;
}

/* "3 1": the numbers of moments, the first being the first of the ranking. */
static gboolean
parse_ranking (NsmRound *round, const char *line, NsmAnswer *answer)
{
  g_auto (GStrv) words = g_strsplit_set (line, " ,\t", -1);
  guint n = nsm_list_get_size (round->subjects);
  double place = 1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      NsmSubject *subject;
      guint64 number;

      if (words[i][0] == '\0')
        continue;
      if (!g_ascii_string_to_unsigned (words[i], 10, 1, n, &number, NULL))
        return FALSE;
      subject = nsm_list_get (round->subjects, (guint) number - 1);
      if (nsm_answer_find_entry (answer, subject->subject, "") != NULL)
        return FALSE;
      nsm_list_append_new (answer->entries, "subject", subject->subject, "mark", place++, NULL);
    }
  if (place < 2)
    return FALSE;
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      if (nsm_answer_find_entry (answer, subject->subject, "") == NULL)
        nsm_list_append_new (answer->entries, "subject", subject->subject, "abstained", TRUE, NULL);
    }
  return TRUE;
}

static gboolean
ask_moments (NsmRound *round, NsmAnswer *answer)
{
  guint n = 0;

  cli_out ("%s", "");
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      cli_out ("  %u  %s", ++n, subject->title);
    }
  for (;;)
    {
      auto_line line = read_line (_("Their numbers, the most direct value first, or a to abstain:"));

      if (line == NULL || strcmp (line, "q") == 0)
        return FALSE;
      if (g_ascii_strcasecmp (line, "a") == 0)
        {
          NSM_LIST_EACH (NsmSubject, subject, round->subjects)
            {
              nsm_list_append_new (answer->entries, "subject", subject->subject, "abstained", TRUE,
                                   NULL);
            }
          return TRUE;
        }
      if (parse_ranking (round, line, answer))
        return TRUE;
      nsm_list_clear (answer->entries);
      cli_out (_("    Each number once, as in “3 1 2”; what you leave out gets no place. q gives up."));
    }
}

static gboolean
ask_texts (NsmRound *round, NsmAnswer *answer)
{
  guint most = round->kind == NSM_ROUND_KIND_IDEAS ? 20 : 1;

  cli_out ("\n%s", most > 1 ? _("One idea a line; an empty line ends. Only “a” abstains, only “q” gives up.")
                            : _("One line. Only “a” abstains, only “q” gives up."));
  while (nsm_list_get_size (answer->entries) < most)
    {
      auto_line line = read_line (">");
      gboolean first = nsm_list_get_size (answer->entries) == 0;

      if (line == NULL || strcmp (line, "q") == 0)
        return FALSE;
      if (line[0] == '\0' && !first)
        break;
      if (g_ascii_strcasecmp (line, "a") == 0 && first)
        {
          nsm_list_append_new (answer->entries, "abstained", TRUE, NULL);
          break;
        }
      if (line[0] != '\0')
        nsm_list_append_new (answer->entries, "text", line, NULL);
    }
  return TRUE;
}

static char *
dup_given (NsmRound *round, NsmEntry *entry)
{
  guint choice;

  if (entry->abstained)
    return g_strdup (_("abstained"));
  if (!isnan (entry->mark))
    return g_strdup_printf ("%g", entry->mark);
  if (round->kind == NSM_ROUND_KIND_GAME && nsm_choice_from_nick (NSM_TYPE_GAME, entry->choice, &choice))
    return g_strdup (nsm_choice_get_label (NSM_TYPE_GAME, choice));
  if (nsm_choice_from_nick (NSM_TYPE_VERDICT, entry->choice, &choice))
    return g_strdup (nsm_choice_get_label (NSM_TYPE_VERDICT, choice));
  return g_strdup ("");
}

static const char *
get_aspect_name (NsmRound *round, const char *id)
{
  NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
    {
      if (strcmp (aspect->aspect, id) == 0)
        return aspect->name;
    }
  return "";
}

static void
show_answer (NsmRound *round, NsmAnswer *answer)
{
  const char *last = "";

  NSM_LIST_EACH (NsmEntry, entry, answer->entries)
    {
      g_autofree char *given = dup_given (round, entry);
      NsmSubject *subject = nsm_round_get_subject (round, entry->subject);
      const char *aspect = get_aspect_name (round, entry->aspect);

      if (subject != NULL && entry->aspect[0] != '\0' && strcmp (last, entry->subject) != 0)
        cli_out ("\n  %s", subject->title);
      last = entry->subject;
      cli_out ("    %s%s%s%s%s",
               aspect[0] != '\0' ? aspect : subject != NULL ? subject->title : "",
               subject != NULL ? ": " : "", given,
               given[0] != '\0' && entry->text[0] != '\0' ? " · " : "", entry->text);
    }
}

static gboolean
ask_once (NsmRound *round, NsmAnswer *answer)
{
  switch (round->kind)
    {
    case NSM_ROUND_KIND_SCORES:
    case NSM_ROUND_KIND_VERDICTS:
      return ask_grid (round, answer);
    case NSM_ROUND_KIND_GAME:
      return ask_game (answer);
    case NSM_ROUND_KIND_MOMENTS:
      return ask_moments (round, answer);
    case NSM_ROUND_KIND_STATEMENTS:
    case NSM_ROUND_KIND_IDEAS:
    default:
      return ask_texts (round, answer);
    }
}

/**
 * cli_ballot_ask:
 * @answer: takes the entries
 *
 * Asks question by question, then whether it is right as it stands.
 *
 * Returns: whether to seal it; FALSE when they gave up
 */
gboolean
cli_ballot_ask (NsmBallotRequest *request, NsmAnswer *answer)
{
  NsmRound *round = nsm_ballot_request_get_round (request);
  NsmRosterEntry *entry = nsm_round_get_roster_entry (round, answer->person);

  for (;;)
    {
      cli_out (_("\nBallot of %s. b goes back, q or Ctrl+C gives up: then nothing is written."),
               entry->name);
      if (!ask_once (round, answer))
        return FALSE;
      cli_out_heading (_("Your answer"));
      show_answer (round, answer);
      for (;;)
        {
          auto_line line = read_line (_("\ns to seal it, r to begin again, q to give up:"));

          if (line == NULL || strcmp (line, "q") == 0)
            return FALSE;
          if (strcmp (line, "s") == 0)
            return TRUE;
          if (strcmp (line, "r") == 0)
            break;
        }
      nsm_answer_wipe (answer);
    }
}
