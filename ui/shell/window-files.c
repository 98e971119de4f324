/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include <glib/gi18n-lib.h>

#include "kit/chooser.h"
#include "method/workshop-new.h"
#include "rounds/ballot-window.h"
#include "shell/examples.h"

/* Opening and saving, and what is asked on the way. */

void
nsm_main_window_say_failed (NsmMainWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A window has one document for its life: a second one gets its own. */
static void
show_document (NsmMainWindow *self, NsmDocument *document)
{
  NsmMainWindow *window = self;

  if (self->document != NULL)
    window = nsm_main_window_new (NSM_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
  nsm_main_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
}

static void
remember (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = {
    .mime_type = (char *) "application/vnd.north-star-workshop+json",
    .app_name = (char *) "north-star-workshop",
    .app_exec = (char *) "north-star-workshop %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* A file that is damaged */

static void
on_damaged_answered (AdwMessageDialog *dialog, const char *answer, GFile *file)
{
  NsmMainWindow *self = NSM_MAIN_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  g_autoptr (NsmGeneration) good = NULL;
  g_autoptr (NsmDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (answer, "good"))
    return;
  good = nsm_generations_find_last_good (file);
  if (good != NULL)
    document = nsm_document_open_generation (good, &error);
  if (document != NULL)
    show_document (self, document);
  else
    nsm_main_window_say_failed (self, _("The older version can’t be opened"),
                                error != NULL ? error->message : "");
}

static void
unref_file (gpointer file, GClosure *closure)
{
  g_object_unref (file);
}

static void
ask_about_damaged (NsmMainWindow *self, GFile *file, const char *why)
{
  g_autoptr (NsmGeneration) good = nsm_generations_find_last_good (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *heading = g_strdup_printf (_("“%s” can’t be opened"), name);
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (good == NULL)
    {
      nsm_main_window_say_failed (self, heading, why);
      return;
    }
  g_autofree char *when = g_date_time_format (good->date, "%x, %X");
  body = g_strdup_printf (_("%s\n\nThere is a good version of %s. It opens as a draft, and the "
                            "damaged file stays as it is."), why, when);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "good",
                                    _("_Open the Good Version"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "good",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "good");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_damaged_answered),
                         g_object_ref (file), unref_file, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * nsm_main_window_open_file:
 *
 * Shows @file: in the window that has it already, else in this one, if that is
 * free, or in one of its own.
 */
void
nsm_main_window_open_file (NsmMainWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (NsmDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (nsm_ballot_window_takes (file))
    {
      nsm_ballot_window_open (GTK_WINDOW (self), file);
      return;
    }
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (NSM_IS_MAIN_WINDOW (l->data))
      {
        NsmDocument *other = NSM_MAIN_WINDOW (l->data)->document;

        if (other != NULL && nsm_document_get_file (other) != NULL &&
            g_file_equal (nsm_document_get_file (other), file))
          {
            gtk_window_present (l->data);
            return;
          }
      }

  document = nsm_document_open (file, &error);
  if (document == NULL)
    {
      ask_about_damaged (self, file, error->message);
      return;
    }
  remember (file);
  show_document (self, document);
}

void
nsm_main_window_open_draft (NsmMainWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmDocument) document = nsm_document_open_draft (path, &error);

  if (document != NULL)
    show_document (self, document);
  else
    nsm_main_window_say_failed (self, _("The draft can’t be opened"), error->message);
}

/**
 * nsm_main_window_open_example:
 * @name: of an example that came with the program
 *
 * Opens a copy of it, as a draft to play with.
 */
void
nsm_main_window_open_example (NsmMainWindow *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmWorkshop) workshop = nsm_examples_load (name, &error);
  g_autoptr (NsmDocument) document = NULL;

  if (workshop == NULL)
    {
      nsm_main_window_say_failed (self, _("The example can’t be opened"), error->message);
      return;
    }
  document = nsm_document_new_draft (workshop);
  show_document (self, document);
}

/**
 * nsm_main_window_open_new:
 *
 * Begins a new workshop.
 */
void
nsm_main_window_open_new (NsmMainWindow *self, NsmMode mode)
{
  g_autoptr (NsmWorkshop) workshop = nsm_method_new_workshop (mode);
  g_autoptr (NsmDocument) document = nsm_document_new_draft (workshop);

  show_document (self, document);
}

/* Choosing files */

static GtkFileChooserNative *
new_chooser (NsmMainWindow *self, const char *title, GtkFileChooserAction action,
             const char *accept)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  return self->chooser;
}

static void
suggest_name (NsmMainWindow *self, const char *suffix)
{
  g_autofree char *name = nsm_document_dup_display_name (self->document);
  g_autofree char *full = g_strconcat (name, suffix, NULL);

  g_strdelimit (full, "/", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), full);
}

/* What the person typed, with the suffix that tells what is in it. */
static GFile *
dup_chosen (GtkFileChooserNative *chooser, const char *suffix)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *full = NULL;

  if (path == NULL || suffix == NULL || g_str_has_suffix (path, suffix))
    return g_steal_pointer (&file);
  full = g_strconcat (path, suffix, NULL);
  return g_file_new_for_path (full);
}

static void
on_open_chosen (NsmMainWindow *self, int response)
{
  g_autoptr (GFile) file = dup_chosen (self->chooser, NULL);

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    nsm_main_window_open_file (self, file);
}

void
nsm_main_window_ask_open (NsmMainWindow *self)
{
  new_chooser (self, _("Open a Workshop"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"));
  nsm_chooser_add_filter (self->chooser, _("Workshops"), "*.nsm");
  nsm_chooser_add_filter (self->chooser, _("All files"), "*");
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_open_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_save_as_chosen (NsmMainWindow *self, int response)
{
  g_autoptr (GFile) file = dup_chosen (self->chooser, ".nsm");
  g_autoptr (GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT || file == NULL)
    return;
  if (nsm_document_save_as (self->document, file, &error))
    remember (file);
  else
    nsm_main_window_say_failed (self, _("The workshop can’t be saved there"), error->message);
}

void
nsm_main_window_ask_save_as (NsmMainWindow *self)
{
  new_chooser (self, _("Save the Workshop"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));
  nsm_chooser_add_filter (self->chooser, _("Workshops"), "*.nsm");
  suggest_name (self, ".nsm");
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_save_as_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/**
 * nsm_main_window_save:
 *
 * Saves now; a draft asks where to.
 */
void
nsm_main_window_save (NsmMainWindow *self)
{
  g_autoptr (GError) error = NULL;

  nsm_journal_seal (self->journal);
  if (nsm_document_get_file (self->document) == NULL ||
      nsm_document_is_read_only (self->document))
    nsm_main_window_ask_save_as (self);
  else if (!nsm_document_save (self->document, &error))
    nsm_main_window_say_failed (self, _("The workshop can’t be saved"), error->message);
}

/* Going back to an older version */

static void
on_restore_activated (GtkListBox *list, GtkListBoxRow *row, NsmMainWindow *self)
{
  g_autoptr (GPtrArray) generations = nsm_document_list_generations (self->document);
  guint position = (guint) gtk_list_box_row_get_index (row);
  g_autoptr (GError) error = NULL;

  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (list))));
  if (position >= generations->len)
    return;
  if (!nsm_document_restore (self->document, generations->pdata[position], &error))
    nsm_main_window_say_failed (self, _("The older version can’t be restored"), error->message);
  else
    nsm_main_window_toast (self, _("Restored. What was there before is kept as a version, too."),
                           FALSE);
}

static GtkWidget *
new_generation_row (const NsmGeneration *generation)
{
  g_autofree char *when = g_date_time_format (generation->date, "%x, %X");
  g_autofree char *size = g_format_size (generation->size);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), generation->is_good ? size : _("Damaged"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_sensitive (row, generation->is_good);
  return row;
}

void
nsm_main_window_ask_restore (NsmMainWindow *self)
{
  g_autoptr (GPtrArray) generations = nsm_document_list_generations (self->document);
  GtkWidget *dialog;
  GtkWidget *list;
  GtkWidget *scroller;

  if (generations->len == 0)
    {
      nsm_main_window_toast (self, _("There are no older versions yet"), FALSE);
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Restore an Older Version"),
                                   _("Everything goes back to how it was then, except rounds that "
                                     "people took part in. What is here now is kept as a version."));
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  for (guint i = 0; i < generations->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list), new_generation_row (generations->pdata[i]));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_restore_activated), self, 0);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  gtk_window_present (GTK_WINDOW (dialog));
}
