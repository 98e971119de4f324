/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/screen.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  NsmDocument *document;
  GtkWindow *parent; /* (weak) */
  NsmScreenFunc go_on;
  GObject *owner; /* (weak) */
} Question;

static void show_how (Question *question);

static Question *
question_new (GtkWindow *parent, NsmDocument *document, NsmScreenFunc go_on, GObject *owner)
{
  Question *question = g_new0 (Question, 1);

  question->document = g_object_ref (document);
  question->go_on = go_on;
  g_set_weak_pointer (&question->parent, parent);
  g_set_weak_pointer (&question->owner, owner);
  return question;
}

static void
question_free (Question *question)
{
  g_object_unref (question->document);
  g_clear_weak_pointer (&question->parent);
  g_clear_weak_pointer (&question->owner);
  g_free (question);
}

static void
go_on (Question *question)
{
  nsm_room_set_screen_private (question->document, TRUE);
  if (question->owner != NULL)
    question->go_on (question->owner);
}

static void
on_asked (AdwMessageDialog *dialog G_GNUC_UNUSED, const char *answer, gpointer data)
{
  Question *question = data;

  if (g_str_equal (answer, "alone"))
    go_on (question);
  else if (g_str_equal (answer, "room") && question->parent != NULL && question->owner != NULL)
    {
      show_how (question);
      return;
    }
  question_free (question);
}

static void
on_how_answered (AdwMessageDialog *dialog G_GNUC_UNUSED, const char *answer, gpointer data)
{
  Question *question = data;

  if (g_str_equal (answer, "private"))
    go_on (question);
  else if (g_str_equal (answer, "open") && question->parent != NULL && question->owner != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (question->parent), "win.room-window", NULL);
      show_how (question);
      return;
    }
  question_free (question);
}

static gboolean
can_open_room_window (GtkWindow *parent)
{
  GAction *action = G_IS_ACTION_MAP (parent)
                      ? g_action_map_lookup_action (G_ACTION_MAP (parent), "room-window")
                      : NULL;
  g_autoptr (GVariant) state = action != NULL ? g_action_get_state (action) : NULL;

  return state != NULL && g_action_get_enabled (action) && !g_variant_get_boolean (state);
}

/* The room sees it: what to do about that. */
static void
show_how (Question *question)
{
  GtkWidget *widget =
    adw_message_dialog_new (question->parent, _("Take this screen off the projector first"), NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_set_body (
    dialog,
    _("Else everybody would watch the others answer. Turn mirroring off, so that the projector "
      "extends this display, and open the room window there: it shows the question and who is "
      "in, and nothing else. Or blank the projector, or stop sharing the screen, until everybody "
      "has answered."));
  adw_message_dialog_add_response (dialog, "cancel", _("_Not Now"));
  if (can_open_room_window (question->parent))
    adw_message_dialog_add_response (dialog, "open", _("_Open the Room Window"));
  adw_message_dialog_add_response (dialog, "private", _("Nobody Else _Sees It Now"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (on_how_answered), question);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * nsm_room_ask_screen:
 * @parent: (nullable): the window in which people are going to answer
 * @go_on: called with @owner once the screen is private: at once when that was
 *   said before, else when it has been said, and never when people think better of it
 * @owner: isn't kept alive; when it has gone, nothing is called
 *
 * Asks whether this screen is projected or shared, once for each open document.
 */
void
nsm_room_ask_screen (GtkWindow *parent, NsmDocument *document, NsmScreenFunc go_on_func,
                     GObject *owner)
{
  GtkWidget *widget;
  AdwMessageDialog *dialog;

  if (nsm_room_is_screen_private (document))
    {
      go_on_func (owner);
      return;
    }
  widget = adw_message_dialog_new (parent, _("Who sees this screen?"), NULL);
  dialog = ADW_MESSAGE_DIALOG (widget);
  adw_message_dialog_set_body (
    dialog, _("People are going to answer on it, alone, one after the other. The program can’t "
              "know whether it is projected, or shared in a call."));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "room",
                                    _("The _Room Sees This Screen"), "alone",
                                    _("_Only I See This Screen"), NULL);
  adw_message_dialog_set_close_response (dialog, "cancel");
  adw_message_dialog_set_default_response (dialog, "alone");
  g_signal_connect (dialog, "response", G_CALLBACK (on_asked),
                    question_new (parent, document, go_on_func, owner));
  gtk_window_present (GTK_WINDOW (dialog));
}

static GQuark
get_key (void)
{
  return g_quark_from_static_string ("nsm-screen-is-private");
}

/**
 * nsm_room_is_screen_private:
 *
 * Returns: whether people said that the room doesn't see this screen
 */
gboolean
nsm_room_is_screen_private (NsmDocument *document)
{
  return g_object_get_qdata (G_OBJECT (document), get_key ()) != NULL;
}

/**
 * nsm_room_set_screen_private:
 * @is_private: FALSE to ask again before the next ballot
 *
 * Remembers it until the document is closed.
 */
void
nsm_room_set_screen_private (NsmDocument *document, gboolean is_private)
{
  g_object_set_qdata (G_OBJECT (document), get_key (), GINT_TO_POINTER (is_private));
}
