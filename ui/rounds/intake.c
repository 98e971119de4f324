/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/intake.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rounds/ballot-file.h"
#include "rounds/ballot-window.h"
#include "rounds/people.h"

/* More than any request or ballot is; what is larger isn't read. */
#define MOST_BYTES (8 * 1024 * 1024)

struct _NsmIntake
{
  GObject parent_instance;

  GtkWidget *place; /* (weak) */
  NsmDocument *document;
  GQueue files;          /* GFile, still to be looked at */
  NsmBallotFile *ballot; /* about whose key a question is open, or NULL */
  NsmRound *round;       /* where it belongs */
};

enum
{
  RESULT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmIntake, nsm_intake, G_TYPE_OBJECT)

static void take_next (NsmIntake *self);

static void
tell (NsmIntake *self, const char *who, const char *what, gboolean taken)
{
  g_signal_emit (self, signals[RESULT], 0, who, what, taken);
}

static void ask_about_key (NsmIntake *self, NsmRound *round, NsmBallotFile *ballot,
                           gboolean is_other);

/* Returns whether the ballot is done with; FALSE: a question about it is open. */
static gboolean
take (NsmIntake *self, NsmRound *round, NsmBallotFile *ballot, gboolean accept_key)
{
  g_autofree char *name = nsm_round_dup_person_name (round, nsm_ballot_file_get_person (ballot));
  g_autofree char *receipt = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!nsm_round_take_ballot (round, ballot, accept_key, &receipt, &error))
    {
      gboolean is_other =
        g_error_matches (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_OTHER_KEY);

      if (is_other || g_error_matches (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_NEW_KEY))
        {
          ask_about_key (self, round, ballot, is_other);
          return FALSE;
        }
      tell (self, name, error->message, FALSE);
      return TRUE;
    }
  /* A receipt is a promise that the answer is kept. */
  if (nsm_document_save (self->document, &error))
    {
      g_autofree char *display = nsm_receipt_dup_display (receipt);

      text = g_strdup_printf (_("Taken in. Receipt %s"), display);
      tell (self, name, text, TRUE);
    }
  else
    {
      text = g_strdup_printf (_("Taken in, but not saved yet: %s"), error->message);
      tell (self, name, text, FALSE);
    }
  return TRUE;
}

/* A key that nobody has seen */

static void
on_key_answered (AdwMessageDialog *dialog G_GNUC_UNUSED, const char *response, gpointer user_data)
{
  NsmIntake *self = NSM_INTAKE (user_data);
  g_autoptr (NsmBallotFile) ballot = g_steal_pointer (&self->ballot);
  g_autoptr (NsmRound) round = g_steal_pointer (&self->round);

  if (ballot == NULL || round == NULL)
    return;
  if (g_strcmp0 (response, "accept") == 0)
    {
      nsm_workshop_forget_signing_key (nsm_document_get_workshop (self->document),
                                       nsm_ballot_file_get_person (ballot));
      take (self, round, ballot, TRUE);
    }
  else
    {
      g_autofree char *name =
        nsm_round_dup_person_name (round, nsm_ballot_file_get_person (ballot));

      tell (self, name, _("Not taken in: nobody vouched for its key."), FALSE);
    }
  take_next (self);
}

static void
ask_about_key (NsmIntake *self, NsmRound *round, NsmBallotFile *ballot, gboolean is_other)
{
  GtkRoot *root = self->place != NULL ? gtk_widget_get_root (self->place) : NULL;
  g_autofree char *name = nsm_round_dup_person_name (round, nsm_ballot_file_get_person (ballot));
  g_autofree char *heading = g_strdup_printf (_("Is this ballot from %s?"), name);
  g_autofree char *words = nsm_ballot_file_dup_signer_words (ballot);
  g_autofree char *body = g_strdup_printf (
    is_other ? _("It is signed with another key than the ballots before: it comes from another "
                 "computer or browser, or from somebody else. Call %s and compare. Its key "
                 "reads:\n\n%s")
             : _("It is the first one signed with this key. Call %s and compare; they see the "
                 "same words. Its key reads:\n\n%s\n\nYou are asked this once."),
    name, words);
  GtkWidget *dialog = adw_message_dialog_new (
    root != NULL && GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);

  g_set_object (&self->ballot, ballot);
  g_set_object (&self->round, round);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "refuse", _("_Don’t Take It"),
                                    "accept", _("_Yes, Take It In"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "refuse");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_key_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* One file. Returns whether it is done with; FALSE: a question is open. */
static gboolean
look_at (NsmIntake *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *data = NULL;
  g_autoptr (NsmBallotFile) ballot = NULL;
  g_autoptr (GError) error = NULL;
  NsmRound *round = NULL;
  gsize length;

  data = nsm_ballot_load (file, &length, &error);
  if (data != NULL && nsm_ballot_kind_get (data, length) == NSM_BALLOT_KIND_REQUEST)
    {
      GtkRoot *root = self->place != NULL ? gtk_widget_get_root (self->place) : NULL;

      nsm_ballot_window_open (root != NULL && GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                              file);
      return TRUE;
    }
  if (data != NULL)
    ballot = nsm_ballot_file_read (data, length, &error);
  if (ballot != NULL)
    round = nsm_workshop_find_ballot_round (nsm_document_get_workshop (self->document), ballot,
                                            &error);
  if (round != NULL)
    return take (self, round, ballot, FALSE);
  tell (self, name, error->message, FALSE);
  return TRUE;
}

static void
take_next (NsmIntake *self)
{
  gboolean go_on = self->ballot == NULL;

  while (go_on && !g_queue_is_empty (&self->files))
    {
      g_autoptr (GFile) file = g_queue_pop_head (&self->files);

      go_on = look_at (self, file);
    }
}

static void
nsm_intake_dispose (GObject *object)
{
  NsmIntake *self = NSM_INTAKE (object);

  g_clear_weak_pointer (&self->place);
  g_queue_clear_full (&self->files, g_object_unref);
  g_clear_object (&self->ballot);
  g_clear_object (&self->round);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nsm_intake_parent_class)->dispose (object);
}

static void
nsm_intake_class_init (NsmIntakeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_intake_dispose;

  signals[RESULT] = g_signal_new ("result", NSM_TYPE_INTAKE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
nsm_intake_init (NsmIntake *self)
{
  g_queue_init (&self->files);
}

/**
 * nsm_intake_new:
 * @place: a widget in the window that questions belong to
 *
 * Returns: (transfer full): takes ballots into the rounds of @document
 */
NsmIntake *
nsm_intake_new (GtkWidget *place, NsmDocument *document)
{
  NsmIntake *self = g_object_new (NSM_TYPE_INTAKE, NULL);

  g_set_weak_pointer (&self->place, place);
  self->document = g_object_ref (document);
  return self;
}

/**
 * nsm_intake_add:
 * @file: a ballot, or what somebody thinks is one; a request opens in a window of
 *   its own
 */
void
nsm_intake_add (NsmIntake *self, GFile *file)
{
  g_queue_push_tail (&self->files, g_object_ref (file));
  take_next (self);
}

/**
 * nsm_ballot_load:
 *
 * Returns: (transfer full) (nullable): what is in @file, if it isn't too large to be a
 *   ballot or a request
 */
char *
nsm_ballot_load (GFile *file, gsize *length, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, NULL, error);
  char *data;

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > MOST_BYTES)
    {
      g_set_error_literal (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_FILE,
                           _("It is too large to be a ballot."));
      return NULL;
    }
  return g_file_load_contents (file, NULL, &data, length, NULL, error) ? data : NULL;
}
