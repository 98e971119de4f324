/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/transcript.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rounds/private.h"

static void
row_free (gpointer data)
{
  NsmTranscriptRow *row = data;

  g_free (row->person);
  g_free (row->who);
  g_free (row->when);
  g_free (row->receipt);
  g_free (row->hash);
  g_free (row->why);
  g_free (row);
}

/**
 * nsm_event_get_label:
 *
 * Returns: what people call it
 */
const char *
nsm_event_get_label (NsmEvent event)
{
  switch (event)
    {
    case NSM_EVENT_IN:
      return C_("event", "answered");
    case NSM_EVENT_REPLACED:
      return C_("event", "answered, replaced later");
    case NSM_EVENT_WITHDRAWN:
      return C_("event", "answered, taken back later");
    case NSM_EVENT_TAKEN_BACK:
      return C_("event", "took the answer back");
    case NSM_EVENT_REJECTED:
      return C_("event", "answered, rejected");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * nsm_event_get_nick:
 *
 * Returns: its name in files, the same in every language
 */
const char *
nsm_event_get_nick (NsmEvent event)
{
  static const char *const nicks[] = { "", "in", "replaced", "withdrawn", "taken-back", "rejected" };

  g_return_val_if_fail (event < G_N_ELEMENTS (nicks), "");
  return nicks[event];
}

static const char *
get_name (NsmRound *round, const char *person)
{
  NsmRosterEntry *entry = nsm_round_get_roster_entry (round, person);

  return entry != NULL && entry->name[0] != '\0' ? entry->name : person;
}

/* Both the answer taken back and the act of it are links of the chain, one after
 * the other; neither has sealed bytes any more. */
static NsmEvent
get_event (NsmTranscript *self, NsmContribution *contribution)
{
  switch (contribution->state)
    {
    case NSM_CONTRIBUTION_STATE_CURRENT:
      return NSM_EVENT_IN;
    case NSM_CONTRIBUTION_STATE_REPLACED:
      return NSM_EVENT_REPLACED;
    case NSM_CONTRIBUTION_STATE_REJECTED:
      return NSM_EVENT_REJECTED;
    case NSM_CONTRIBUTION_STATE_WITHDRAWN:
    default:
      break;
    }
  for (guint i = self->course->len; i-- > 0;)
    {
      NsmTranscriptRow *earlier = self->course->pdata[i];

      if (strcmp (earlier->person, contribution->person) == 0)
        return earlier->event == NSM_EVENT_WITHDRAWN ? NSM_EVENT_TAKEN_BACK : NSM_EVENT_WITHDRAWN;
    }
  return NSM_EVENT_WITHDRAWN;
}

/* Sealed bytes that are still here must be those that were locked in, and bytes that
 * aren't here must be gone for a reason. */
static gboolean
is_whole (NsmRound *round, NsmContribution *contribution, NsmEvent event)
{
  if (contribution->sealed[0] != '\0' || event == NSM_EVENT_TAKEN_BACK)
    return nsm_contribution_fits_hash (round, contribution);
  if (event == NSM_EVENT_REPLACED || event == NSM_EVENT_WITHDRAWN)
    return TRUE;
  return round->privacy == NSM_PRIVACY_UNNAMED && round->state == NSM_ROUND_STATE_REVEALED;
}

/* A person's last contribution counts, unless it is the act of taking it back or
 * was rejected; those before it don't. */
static gboolean
has_right_state (NsmRound *round, guint position)
{
  NsmContribution *contribution = nsm_list_get (round->contributions, position);

  if (!nsm_chain_is_last (round, position))
    return contribution->state == NSM_CONTRIBUTION_STATE_REPLACED ||
           contribution->state == NSM_CONTRIBUTION_STATE_WITHDRAWN;
  if (nsm_contribution_is_withdrawal (round, contribution))
    return contribution->state == NSM_CONTRIBUTION_STATE_WITHDRAWN;
  return contribution->state == NSM_CONTRIBUTION_STATE_CURRENT ||
         (contribution->state == NSM_CONTRIBUTION_STATE_REJECTED &&
          round->state == NSM_ROUND_STATE_REVEALED);
}

/* "Mei: It was sealed for another round." has the name in a column of its own. */
static const char *
skip_name (const char *why, const char *who)
{
  gsize n = strlen (who);

  return strncmp (why, who, n) == 0 && strncmp (why + n, ": ", 2) == 0 ? why + n + 2 : why;
}

static void
add_row (NsmTranscript *self, guint position)
{
  NsmRound *round = self->round;
  NsmContribution *contribution = nsm_list_get (round->contributions, position);
  NsmTranscriptRow *row = g_new0 (NsmTranscriptRow, 1);

  row->event = get_event (self, contribution);
  row->route = contribution->route;
  row->person = g_strdup (contribution->person);
  row->who = g_strdup (get_name (round, contribution->person));
  row->when = g_strdup (contribution->cast_at);
  row->receipt = g_strdup (row->event != NSM_EVENT_TAKEN_BACK ? contribution->receipt : "");
  row->hash = g_strdup (contribution->hash);
  row->why = g_strdup (skip_name (contribution->rejected_why, row->who));
  row->verified =
    has_right_state (round, position) && is_whole (round, contribution, row->event);
  g_ptr_array_add (self->course, row);
}

/* Who is in is all that an open round tells: not how often, nor in which order. */
static void
hide_course (NsmTranscript *self)
{
  g_ptr_array_unref (self->rows);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  NSM_LIST_EACH (NsmRosterEntry, entry, self->round->roster)
    for (guint i = 0; i < self->course->len; i++)
      {
        NsmTranscriptRow *row = self->course->pdata[i];
        NsmTranscriptRow *shown;

        if (row->event != NSM_EVENT_IN || strcmp (row->person, entry->person) != 0)
          continue;
        shown = g_new0 (NsmTranscriptRow, 1);
        shown->event = row->event;
        shown->route = row->route;
        shown->person = g_strdup (row->person);
        shown->who = g_strdup (row->who);
        shown->when = g_strdup ("");
        shown->receipt = g_strdup ("");
        shown->hash = g_strdup ("");
        shown->why = g_strdup ("");
        shown->verified = row->verified;
        g_ptr_array_add (self->rows, shown);
      }
}

static gboolean
has_row (NsmTranscript *self, const char *person, NsmEvent event)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      NsmTranscriptRow *row = self->rows->pdata[i];

      if (row->event == event && strcmp (row->person, person) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
count (NsmTranscript *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    self->n_rejected += ((NsmTranscriptRow *) self->rows->pdata[i])->event == NSM_EVENT_REJECTED;
  NSM_LIST_EACH (NsmRosterEntry, entry, self->round->roster)
    {
      if (nsm_round_has_contributed (self->round, entry->person))
        self->n_in++;
      else if (!has_row (self, entry->person, NSM_EVENT_REJECTED))
        g_ptr_array_add (self->missing, g_object_ref (entry));
    }
}

static gboolean
check_rows (NsmTranscript *self, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      NsmTranscriptRow *row = self->rows->pdata[i];

      if (!row->verified)
        {
          g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
                       _("What %s locked in was changed or taken away afterwards."), row->who);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
refuse (GError **error, const char *why)
{
  g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN, why);
  return FALSE;
}

/* What no round of this program looks like, however well its parts fit: one that was
 * sealed and claims to have been answered directly would never be checked. */
static gboolean
check_shape (NsmRound *round, GError **error)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (round));

  if (round->direct)
    {
      if (nsm_list_get_size (round->contributions) > 0 || round->public_key[0] != '\0' ||
          round->chain_head[0] != '\0' || nsm_list_get_size (round->roster) > 1 ||
          nsm_list_get_size (round->answers) > 1)
        return refuse (error, _("It says that one author answered directly, and several people "
                                "were asked, or something was sealed."));
      return TRUE;
    }
  if (NSM_IS_WORKSHOP (root) && strcmp (NSM_WORKSHOP (root)->identity, round->workshop) != 0)
    return refuse (error,
                   _("This round was opened in another workshop and doesn’t belong here."));
  if (round->state != NSM_ROUND_STATE_REVEALED &&
      (nsm_list_get_size (round->answers) > 0 || round->secret_key[0] != '\0'))
    return refuse (error, _("It holds answers, or the key to them, and says that it isn’t "
                            "revealed."));
  return TRUE;
}

static char *
dup_verdict (NsmTranscript *self)
{
  NsmRound *round = self->round;

  if (round->direct)
    return g_strdup (_("One author answered directly: nothing was sealed, so there is nothing to "
                       "check."));
  if (!self->ok)
    return g_strdup (_("This round doesn’t verify."));
  if (round->state == NSM_ROUND_STATE_OPEN)
    return g_strdup (_("The round is open. What is in stands as it was locked in."));
  if (round->state == NSM_ROUND_STATE_CLOSED)
    return g_strdup (_("The round is closed and nothing is opened. What is in stands as it was "
                       "locked in, up to the closing words."));
  if (round->privacy == NSM_PRIVACY_UNNAMED)
    return g_strdup (_("Who took part is certain, and so is that nothing was added or lost. Who "
                       "said what can’t be told, and so the answers can’t be checked against "
                       "what was sealed."));
  return g_strdup (_("Everything fits, from the question to the closing words, and each answer "
                     "shown is the one that was sealed."));
}

/**
 * nsm_transcript_new:
 * @round: in any state; kept
 *
 * Reads the round's course and verifies it.
 *
 * Returns: (transfer full): its transcript
 */
NsmTranscript *
nsm_transcript_new (NsmRound *round)
{
  NsmTranscript *self = g_new0 (NsmTranscript, 1);
  g_autoptr (GError) error = NULL;

  self->round = g_object_ref (round);
  self->label = nsm_round_dup_label (round);
  self->course = g_ptr_array_new_with_free_func (row_free);
  self->rows = g_ptr_array_ref (self->course);
  self->missing = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < nsm_list_get_size (round->contributions); i++)
    add_row (self, i);
  self->ok = check_shape (round, &error) && nsm_round_verify (round, &error) &&
             (round->direct || check_rows (self, &error));
  if (!self->ok)
    self->problem = g_strdup (error->message);
  count (self);
  if (round->state == NSM_ROUND_STATE_OPEN)
    hide_course (self);
  self->verdict = dup_verdict (self);
  return self;
}

void
nsm_transcript_free (NsmTranscript *self)
{
  g_clear_object (&self->round);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->course);
  g_ptr_array_unref (self->missing);
  g_free (self->label);
  g_free (self->problem);
  g_free (self->verdict);
  g_free (self);
}

/**
 * nsm_transcript_find_receipt:
 * @receipt: as somebody typed it: whoever holds it may know what became of it,
 *   also while the round is open
 *
 * Returns: (transfer none) (nullable): what happened to the contribution with that receipt
 */
NsmTranscriptRow *
nsm_transcript_find_receipt (NsmTranscript *self, const char *receipt)
{
  NsmContribution *found = nsm_round_find_receipt (self->round, receipt);

  for (guint i = 0; found != NULL && i < self->course->len; i++)
    {
      NsmTranscriptRow *row = self->course->pdata[i];

      if (strcmp (row->receipt, found->receipt) == 0)
        return row;
    }
  return NULL;
}

/**
 * nsm_transcript_shows_marks:
 *
 * Returns: whether it may be said which subjects are bad on purpose: not before the reveal
 */
gboolean
nsm_transcript_shows_marks (NsmTranscript *self)
{
  return self->round->direct || self->round->state == NSM_ROUND_STATE_REVEALED;
}

/**
 * nsm_workshop_dup_missing_rounds:
 *
 * Rounds of a kind are numbered from 1, and none is ever taken out again.
 *
 * Returns: (transfer full) (nullable): a sentence that names a round that was
 *   taken out of the document, or NULL when all are there
 */
char *
nsm_workshop_dup_missing_rounds (NsmWorkshop *workshop)
{
  static const NsmRoundKind kinds[] = { NSM_ROUND_KIND_STATEMENTS, NSM_ROUND_KIND_MOMENTS,
                                        NSM_ROUND_KIND_GAME,       NSM_ROUND_KIND_IDEAS,
                                        NSM_ROUND_KIND_SCORES,     NSM_ROUND_KIND_VERDICTS };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint expected = 1;

      NSM_LIST_EACH (NsmRound, round, workshop->rounds)
        if (round->kind == kinds[k])
          {
            if ((guint) round->number > expected)
              /* Translators: a kind of round, and the number of the one that isn’t there */
              return g_strdup_printf (_("%s, round %u, was taken out of the document."),
                                      nsm_choice_get_label (NSM_TYPE_ROUND_KIND, round->kind),
                                      expected);
            expected = (guint) round->number + 1;
          }
    }
  return NULL;
}

/**
 * nsm_moment_dup_words:
 * @moment: "2026-03-31T10:20Z", "2026-03-31" or ""
 *
 * Returns: (transfer full): it for people; the same on every computer, as it is evidence
 */
char *
nsm_moment_dup_words (const char *moment)
{
  g_autoptr (GString) text = g_string_new (moment);

  g_string_replace (text, "T", " ", 1);
  g_string_replace (text, "Z", " UTC", 1);
  return g_strdup (text->str);
}
