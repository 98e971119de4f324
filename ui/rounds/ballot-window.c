/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/ballot-window.h"

#include <glib/gi18n-lib.h>

#include "rounds/ballot-file.h"
#include "rounds/guard.h"
#include "rounds/intake.h"
#include "rounds/people.h"

struct _NsmBallotWindow
{
  AdwWindow parent_instance;

  NsmBallotRequest *request;
  NsmKeyStore *keys;
  NsmBallot *ballot; /* in its bin, not owned */
  NsmGuard *guard;   /* while there is a ballot */
  GtkFileChooserNative *chooser;
  GtkWidget *stack;
  GtkWidget *title_label;
  GtkWidget *question_label;
  GtkWidget *promise_label;
  GtkWidget *words_label;
  GtkWidget *people_list;
  GtkWidget *ballot_bin;
  GtkWidget *file_label;
  GtkWidget *key_label;
  GtkWidget *close_button;
};

G_DEFINE_FINAL_TYPE (NsmBallotWindow, nsm_ballot_window, ADW_TYPE_WINDOW)

static void
drop_ballot (NsmBallotWindow *self)
{
  self->ballot = NULL;
  adw_bin_set_child (ADW_BIN (self->ballot_bin), NULL);
  if (self->guard != NULL)
    nsm_guard_end (self->guard);
  g_clear_object (&self->guard);
}

/* Who */

static void
fill_people (NsmBallotWindow *self)
{
  NsmRound *round = nsm_ballot_request_get_round (self->request);

  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      GtkWidget *row = adw_action_row_new ();
      /* Translators: what somebody says who gets the laptop: a name */
      g_autofree char *me = g_strdup_printf (_("I am %s"), entry->name);

      gtk_widget_set_name (row, entry->person);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), me);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 nsm_round_make_mark (NULL, round, entry->person, 28, TRUE));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_list_box_append (GTK_LIST_BOX (self->people_list), row);
    }
}

static void
on_person_activated (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer user_data)
{
  nsm_ballot_window_ask (NSM_BALLOT_WINDOW (user_data), gtk_widget_get_name (GTK_WIDGET (row)));
}

/* The sealed file */

static void
on_save_chosen (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  NsmBallotWindow *self = NSM_BALLOT_WINDOW (user_data);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    nsm_ballot_window_save (self, file);
  g_clear_object (&self->chooser);
}

static void
on_ballot_lock_in (NsmBallot *ballot, gpointer user_data)
{
  NsmBallotWindow *self = NSM_BALLOT_WINDOW (user_data);
  g_autofree char *person =
    nsm_round_dup_person_name (nsm_ballot_get_round (ballot), nsm_ballot_get_person (ballot));
  /* Translators: the suggested name of a file: whose ballot it is */
  g_autofree char *name = g_strdup_printf (_("Ballot of %s"), person);
  g_autofree char *full = g_strconcat (name, NSM_BALLOT_SUFFIX, NULL);

  g_strdelimit (full, "/", '-');
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save the Sealed Ballot"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), full);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_save_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_ballot_leave (NsmBallot *ballot G_GNUC_UNUSED, gpointer user_data)
{
  NsmBallotWindow *self = NSM_BALLOT_WINDOW (user_data);

  drop_ballot (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "who");
}

static void
on_close_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

static void
on_leave_answered (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  if (g_strcmp0 (response, "leave") != 0)
    return;
  /* The dialog outlives the window for as long as it answers. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  gtk_window_destroy (GTK_WINDOW (user_data));
}

/* What isn't sealed and saved exists nowhere else. */
static gboolean
nsm_ballot_window_close_request (GtkWindow *window)
{
  NsmBallotWindow *self = NSM_BALLOT_WINDOW (window);
  GtkWidget *dialog;

  if (self->ballot == NULL || !nsm_ballot_is_begun (self->ballot))
    return GTK_WINDOW_CLASS (nsm_ballot_window_parent_class)->close_request (window);
  dialog = adw_message_dialog_new (window, _("Leave without answering?"),
                                   _("What you have marked isn’t locked in yet. It will be gone."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Stay"), "leave",
                                    _("_Leave"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "leave",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_leave_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
nsm_ballot_window_dispose (GObject *object)
{
  NsmBallotWindow *self = NSM_BALLOT_WINDOW (object);

  if (self->ballot_bin != NULL)
    drop_ballot (self);
  self->ballot_bin = NULL;
  g_clear_object (&self->chooser);
  g_clear_object (&self->request);
  g_clear_object (&self->keys);

  G_OBJECT_CLASS (nsm_ballot_window_parent_class)->dispose (object);
}

static void
nsm_ballot_window_class_init (NsmBallotWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_ballot_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = nsm_ballot_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/rounds/ballot-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmBallotWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotWindow, question_label);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotWindow, promise_label);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotWindow, words_label);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotWindow, people_list);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotWindow, ballot_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotWindow, file_label);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotWindow, key_label);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotWindow, close_button);
  gtk_widget_class_bind_template_callback (widget_class, on_person_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
}

static void
nsm_ballot_window_init (NsmBallotWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nsm_ballot_window_new:
 * @keys: where this account's signing key is
 *
 * Returns: (transfer none): a window that asks who one is, and then what @request asks
 */
GtkWidget *
nsm_ballot_window_new (NsmBallotRequest *request, NsmKeyStore *keys)
{
  NsmBallotWindow *self = g_object_new (NSM_TYPE_BALLOT_WINDOW, NULL);
  NsmRound *round = nsm_ballot_request_get_round (request);

  self->request = g_object_ref (request);
  self->keys = g_object_ref (keys);
  gtk_label_set_label (GTK_LABEL (self->title_label), nsm_ballot_request_get_title (request));
  gtk_label_set_label (GTK_LABEL (self->question_label), round->question);
  gtk_label_set_label (GTK_LABEL (self->promise_label), round->promise);
  gtk_label_set_label (GTK_LABEL (self->words_label),
                       nsm_ballot_request_get_fingerprint (request));
  fill_people (self);
  return GTK_WIDGET (self);
}

static void
say_failed (GtkApplication *application, GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  if (parent == NULL)
    gtk_window_set_application (GTK_WINDOW (dialog), application);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * nsm_ballot_window_takes:
 *
 * Returns: whether @file is named as requests and ballots are
 */
gboolean
nsm_ballot_window_takes (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, NSM_BALLOT_SUFFIX);
}

/**
 * nsm_ballot_window_open:
 * @parent: (nullable): the window that the request was opened from
 * @file: a request
 *
 * Shows the request in a window of its own, or says why that can't be. A sealed
 * ballot isn't to be looked at: it says where those go.
 */
void
nsm_ballot_window_open (GtkWindow *parent, GFile *file)
{
  nsm_ballot_window_open_in (parent != NULL ? gtk_window_get_application (parent) : NULL, parent,
                             file);
}

/**
 * nsm_ballot_window_open_in:
 * @application: (nullable): which lives as long as the window
 * @parent: (nullable): a window that is there already
 *
 * As nsm_ballot_window_open().
 */
void
nsm_ballot_window_open_in (GtkApplication *application, GtkWindow *parent, GFile *file)
{
  g_autofree char *data = NULL;
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *heading = g_strdup_printf (_("“%s” can’t be opened"), name);
  g_autoptr (NsmBallotRequest) request = NULL;
  g_autoptr (NsmKeyStore) keys = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *window;
  gsize length;

  data = nsm_ballot_load (file, &length, &error);
  if (data != NULL && nsm_ballot_kind_get (data, length) == NSM_BALLOT_KIND_BALLOT)
    {
      say_failed (application, parent, _("This is a sealed ballot"),
                  _("Nobody can read it. Whoever runs the workshop takes it in: open the workshop, "
                    "go to the page of the round, and drop the file there."));
      return;
    }
  if (data != NULL)
    request = nsm_ballot_request_read (data, length, &error);
  if (request == NULL)
    {
      say_failed (application, parent, heading, error->message);
      return;
    }
  keys = nsm_key_store_new (NULL);
  window = nsm_ballot_window_new (request, keys);
  gtk_window_set_application (GTK_WINDOW (window), application);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * nsm_ballot_window_get_ballot:
 *
 * Returns: (transfer none) (nullable): the ballot that is being written
 */
NsmBallot *
nsm_ballot_window_get_ballot (NsmBallotWindow *self)
{
  return self->ballot;
}

/**
 * nsm_ballot_window_ask:
 * @person: an id of the request's roster
 *
 * "I am Mei": a blank ballot comes up.
 */
void
nsm_ballot_window_ask (NsmBallotWindow *self, const char *person)
{
  drop_ballot (self);
  self->ballot =
    nsm_ballot_new (NULL, nsm_ballot_request_get_round (self->request), person, NULL);
  g_signal_connect_object (self->ballot, "lock-in", G_CALLBACK (on_ballot_lock_in), self, 0);
  g_signal_connect_object (self->ballot, "leave", G_CALLBACK (on_ballot_leave), self, 0);
  adw_bin_set_child (ADW_BIN (self->ballot_bin), GTK_WIDGET (self->ballot));
  self->guard = nsm_guard_new (self->ballot_bin);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "ballot");
  gtk_widget_grab_focus (GTK_WIDGET (self->ballot));
}

static void
show_done (NsmBallotWindow *self, GFile *file, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (NsmBallotFile) ballot = nsm_ballot_file_read (data, length, NULL);
  g_autofree char *words = ballot != NULL ? nsm_ballot_file_dup_signer_words (ballot) : NULL;
  g_autofree char *key = NULL;
  g_autofree char *name = g_file_get_basename (file);

  gtk_label_set_label (GTK_LABEL (self->file_label), name);
  if (words != NULL)
    {
      key = g_strdup_printf (_("The first time they may ask you for the words of your key: %s"),
                             words);
      gtk_label_set_label (GTK_LABEL (self->key_label), key);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "done");
  gtk_widget_grab_focus (self->close_button);
}

/**
 * nsm_ballot_window_save:
 * @file: where to
 *
 * Seals what is on the ballot and writes it, and then forgets it.
 *
 * Returns: whether it is on the disk; if not, the ballot is still there
 */
gboolean
nsm_ballot_window_save (NsmBallotWindow *self, GFile *file)
{
  g_autoptr (NsmAnswer) answer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (self->ballot != NULL, FALSE);

  answer = nsm_ballot_make_answer (self->ballot);
  bytes = nsm_ballot_request_answer (self->request, answer, self->keys, &error);
  nsm_answer_wipe (answer);
  if (bytes == NULL
      || !g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                   NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL,
                                   &error))
    {
      nsm_ballot_set_problem (self->ballot, error->message);
      return FALSE;
    }
  drop_ballot (self);
  show_done (self, file, bytes);
  return TRUE;
}
