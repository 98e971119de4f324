/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was asked in private, what came of it, and whether this document bears it out. */
#include "report/build-private.h"

#include <glib/gi18n-lib.h>

#include "rounds/transcript.h"

#define SHORT_HASH 12

static NsmRun *
new_verdict (NsmTranscript *transcript)
{
  if (!transcript->ok)
    return nsm_run_new_badge (NSM_TONE_NEGATIVE, _("Doesn’t verify"));
  return nsm_run_new_badge (NSM_TONE_POSITIVE, _("Verified"));
}

/* What may be read of a round: its transcript is of the round itself, which alone verifies. */
static NsmRound *
get_shown (NsmBuild *build, NsmTranscript *transcript)
{
  NsmRecord *shown = nsm_record_find (NSM_RECORD (build->workshop),
                                      NSM_RECORD (transcript->round)->id);

  return NSM_ROUND (shown);
}

static void
add_overview (NsmNode *section, GPtrArray *transcripts)
{
  NsmNode *table = nsm_node_add (section, NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Round"), _("State"), _("Checked"), _("Answers"), _("Closing words"),
                    NULL);
  for (guint i = 0; i < transcripts->len; i++)
    {
      NsmTranscript *transcript = transcripts->pdata[i];
      NsmRound *round = transcript->round;
      NsmNode *row =
        nsm_node_add_row (table, transcript->label,
                          nsm_build_choice (NSM_TYPE_ROUND_STATE, round->state), NULL);
      NsmNode *cell;

      nsm_runs_add (nsm_node_add_cell (row, NULL)->runs, new_verdict (transcript));
      cell = nsm_node_add_cell (row, NULL);
      /* Translators: how many answered, and how many were asked: “4 of 5” */
      nsm_runs_add_template (cell->runs, _("%s of %s"), nsm_run_new_number (transcript->n_in, 0),
                             nsm_run_new_number (nsm_list_get_size (round->roster), 0), NULL);
      nsm_node_add_cell (row, round->chain_words);
    }
}

static void
add_subjects (NsmNode *facts, NsmTranscript *transcript, NsmRound *round)
{
  NsmNode *list;

  if (nsm_list_get_size (round->subjects) == 0)
    return;
  list = nsm_node_add (nsm_node_add_entry (facts, NULL, _("Asked about")), NSM_NODE_LIST);
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      NsmNode *item = nsm_node_add_item (list, subject->title);

      /* Beside the title: a wording is a sentence that would go on with it. */
      if (subject->calibration && nsm_transcript_shows_marks (transcript))
        nsm_runs_add_template (item->runs, " · %s",
                               nsm_run_new_badge (NSM_TONE_PLAIN, _("bad on purpose")), NULL);
      if (subject->wording[0] != '\0' && g_strcmp0 (subject->wording, subject->title) != 0)
        {
          nsm_runs_add (item->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
          nsm_runs_add_text (item->runs, NSM_RUN_TEXT, subject->wording);
        }
    }
}

static void
add_criteria (NsmNode *facts, NsmRound *round)
{
  NsmNode *list;

  if (round->kind != NSM_ROUND_KIND_SCORES || nsm_list_get_size (round->aspects) == 0)
    return;
  list = nsm_node_add (nsm_node_add_entry (facts, NULL, _("By these criteria")), NSM_NODE_LIST);
  NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
    {
      NsmNode *item = nsm_node_add_item (list, aspect->name);

      /* Translators: after a criterion: how much it weighs */
      nsm_runs_add_template (item->runs, _(", weight %s"), nsm_run_new_number (aspect->weight, -1),
                             NULL);
      if (aspect->question[0] != '\0')
        nsm_runs_add_template (item->runs, _(": %s"), nsm_run_new (NSM_RUN_TEXT, aspect->question),
                               NULL);
    }
}

static char *
dup_names (NsmList *roster)
{
  g_autoptr (GString) names = g_string_new (NULL);

  NSM_LIST_EACH (NsmRosterEntry, entry, roster)
    {
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", entry->name);
    }
  return g_strdup (names->str);
}

static char *
dup_missing (NsmBuild *build, NsmTranscript *transcript)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < transcript->missing->len; i++)
    {
      NsmRosterEntry *entry = transcript->missing->pdata[i];
      g_autofree char *name = nsm_redaction_dup_person (build->redaction, entry->person, entry->name);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  return g_strdup (names->str);
}

static void
add_facts (NsmBuild *build, NsmNode *part, NsmTranscript *transcript, NsmRound *round)
{
  NsmNode *facts = nsm_node_add (part, NSM_NODE_DEFINITIONS);
  g_autofree char *opened = nsm_moment_dup_words (round->opened_at);
  g_autofree char *closed = nsm_moment_dup_words (round->closed_at);
  g_autofree char *asked = dup_names (round->roster);
  g_autofree char *missing = dup_missing (build, transcript);

  nsm_build_add_fact (facts, NULL, _("Question"), round->question);
  nsm_build_add_fact (facts, NULL, _("What people were told"), round->promise);
  nsm_build_add_fact (facts, NULL, _("Opened"), opened);
  nsm_build_add_fact (facts, NULL, _("Closed"), closed);
  add_subjects (facts, transcript, round);
  add_criteria (facts, round);
  nsm_build_add_fact (facts, NULL, _("Who was asked"), asked);
  nsm_build_add_fact (facts, NULL,
                      round->state == NSM_ROUND_STATE_OPEN ? _("Not in yet")
                                                           : _("Asked, and not answered"),
                      missing);
  nsm_build_keep_part (part);
}

static void
add_course (NsmBuild *build, NsmNode *part, NsmTranscript *transcript)
{
  NsmNode *table = nsm_node_add (part, NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Who"), _("What"), _("When"), _("How"), _("Why"), _("Receipt"),
                    _("Hash"), NULL);
  for (guint i = 0; i < transcript->rows->len; i++)
    {
      NsmTranscriptRow *event = transcript->rows->pdata[i];
      g_autofree char *when = nsm_moment_dup_words (event->when);
      g_autofree char *receipt = nsm_receipt_dup_display (event->receipt);
      g_autofree char *hash = g_strndup (event->hash, SHORT_HASH);
      g_autofree char *who = nsm_redaction_dup_person (build->redaction, event->person, event->who);
      g_autofree char *why = nsm_redaction_dup_text (build->redaction, event->why);
      NsmNode *row = nsm_node_add_row (table, who, NULL);

      nsm_runs_add (nsm_node_add_cell (row, NULL)->runs,
                    nsm_run_new_badge (event->event == NSM_EVENT_REJECTED || !event->verified
                                         ? NSM_TONE_NEGATIVE
                                         : NSM_TONE_PLAIN,
                                       nsm_event_get_label (event->event)));
      nsm_node_add_cell (row, when);
      nsm_node_add_cell (row, nsm_build_choice (NSM_TYPE_ROUTE, event->route));
      nsm_node_add_cell (row, why);
      nsm_runs_add_text (nsm_node_add_cell (row, NULL)->runs, NSM_RUN_CODE, receipt);
      nsm_runs_add_text (nsm_node_add_cell (row, NULL)->runs, NSM_RUN_CODE, hash);
    }
  nsm_build_keep_part (part);
}

static void
add_note (NsmBuild *build, NsmNode *part, NsmTranscript *transcript)
{
  g_autofree char *verdict = nsm_redaction_dup_text (build->redaction, transcript->verdict);
  NsmNode *note =
    nsm_node_add_note (part, transcript->ok ? NSM_TONE_POSITIVE : NSM_TONE_NEGATIVE, verdict);

  if (transcript->problem != NULL)
    {
      g_autofree char *problem = nsm_redaction_dup_text (build->redaction, transcript->problem);

      nsm_node_add_text (note, NSM_TONE_PLAIN, problem);
    }
}

static GPtrArray *
collect (NsmWorkshop *workshop)
{
  GPtrArray *transcripts = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_transcript_free);

  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      NsmTranscript *transcript = nsm_transcript_new (round);

      /* What one author enters for themselves is no round in private. */
      if (round->direct && transcript->ok)
        nsm_transcript_free (transcript);
      else
        g_ptr_array_add (transcripts, transcript);
    }
  return transcripts;
}

void
nsm_build_rounds (NsmBuild *build, NsmNode *section)
{
  g_autoptr (GPtrArray) transcripts = collect (build->original);
  g_autofree char *gone = nsm_workshop_dup_missing_rounds (build->original);

  if (transcripts->len == 0 && gone == NULL)
    return;
  nsm_node_add_text (section, NSM_TONE_PLAIN,
                     _("Everybody answered alone. Answers stayed sealed until a round was closed; "
                       "then all were opened at once. The closing words stand for everything that "
                       "was locked in: whoever wrote them down, or keeps a receipt, can see here "
                       "that nothing was changed."));
  if (gone != NULL)
    nsm_node_add_note (section, NSM_TONE_NEGATIVE, gone);
  add_overview (section, transcripts);
  nsm_build_keep_part (section);
  for (guint i = 0; i < transcripts->len; i++)
    {
      NsmTranscript *transcript = transcripts->pdata[i];
      g_autofree char *id = g_strdup_printf ("round-%u", i + 1);
      NsmRound *round = get_shown (build, transcript);
      NsmNode *part = nsm_node_add_section (section, id, transcript->label);

      nsm_node_set_source (part, nsm_round_kind_get_step (round->kind), NSM_RECORD (round), NULL);
      add_facts (build, part, transcript, round);
      add_course (build, part, transcript);
      add_note (build, part, transcript);
      nsm_build_opened (build, part, round);
      nsm_build_keep_part (section);
    }
}
