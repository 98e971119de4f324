/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/pin-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rounds/people.h"
#include "rounds/pins.h"

typedef struct
{
  GtkWidget *place; /* (weak) */
  GObject *owner;   /* (weak) */
  NsmRound *round;
  NsmKeyStore *keys;
  char *person;
  NsmPinFunc go_on;
  GtkWidget *entry; /* in the dialog, not owned */
} Question;

static void
question_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Question *question = data;

  g_clear_weak_pointer (&question->place);
  g_clear_weak_pointer (&question->owner);
  g_object_unref (question->round);
  g_object_unref (question->keys);
  g_free (question->person);
  g_free (question);
}

static void ask (GtkWidget *place, NsmRound *round, NsmKeyStore *keys, const char *person,
                 NsmPinFunc go_on, GObject *owner, gboolean again);

static void
on_response (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;
  g_autofree char *pin = g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry)));

  gtk_editable_set_text (GTK_EDITABLE (question->entry), "");
  /* GTK 4.8 tells a password entry that it lost the focus after it is gone with its window. */
  gtk_window_set_focus (GTK_WINDOW (dialog), NULL);
  if (g_strcmp0 (response, "go-on") != 0 || question->owner == NULL || question->place == NULL)
    return;
  if (nsm_round_check_pin (question->round, question->keys, question->person, pin))
    question->go_on (question->owner, question->person);
  else
    ask (question->place, question->round, question->keys, question->person, question->go_on,
         question->owner, TRUE);
}

static void
ask (GtkWidget *place, NsmRound *round, NsmKeyStore *keys, const char *person, NsmPinFunc go_on,
     GObject *owner, gboolean again)
{
  GtkRoot *root = gtk_widget_get_root (place);
  g_autofree char *name = nsm_round_dup_person_name (round, person);
  g_autofree char *heading = g_strdup_printf (_("%s’s PIN"), name);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading,
                            again ? _("That isn’t the PIN. The answer stays as it is.")
                                  : _("It guards the answer that is sealed. Without it, the answer "
                                      "stays as it is, and is revealed with the others."));
  Question *question = g_new0 (Question, 1);

  g_set_weak_pointer (&question->place, place);
  g_set_weak_pointer (&question->owner, owner);
  question->round = g_object_ref (round);
  question->keys = g_object_ref (keys);
  question->person = g_strdup (person);
  question->go_on = go_on;
  question->entry = gtk_password_entry_new ();
  g_object_set (question->entry, "activates-default", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  heading, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), question->entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "go-on",
                                    _("_Go On"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go-on",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "go-on");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (question->entry);
}

/**
 * nsm_pin_ask:
 * @place: a widget in the window that the question belongs to
 * @go_on: called with @owner and @person, at once if there is no PIN, else once it was
 *   given; not at all if the question is given up
 *
 * Lets somebody on to an answer that is sealed, if they may.
 */
void
nsm_pin_ask (GtkWidget *place, NsmRound *round, NsmKeyStore *keys, const char *person,
             NsmPinFunc go_on, GObject *owner)
{
  if (nsm_round_has_pin (round, keys, person))
    ask (place, round, keys, person, go_on, owner, FALSE);
  else
    go_on (owner, person);
}
