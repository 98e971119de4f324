/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include <glib/gi18n-lib.h>

#include "document/copy.h"
#include "document/document-options.h"
#include "document/document-page.h"
#include "document/export-dialog.h"
#include "document/freeze-dialog.h"
#include "document/print.h"
#include "method/versions.h"

/* What comes of the document: files, paper, the clipboard. */

/* The number of the version that the page shows; 0: the one that is being worked on. */
static guint
get_version (NsmMainWindow *self)
{
  NsmStepPage *page = self->pages[NSM_PLACE_DOCUMENT];

  return page != NULL && self->place == NSM_PLACE_DOCUMENT
           ? nsm_document_page_get_version (NSM_DOCUMENT_PAGE (page))
           : 0;
}

/* The workshop as the page shows it. */
static NsmWorkshop *
dup_shown (NsmMainWindow *self, GError **error)
{
  NsmVersion *version = nsm_workshop_find_version (self->workshop, get_version (self));

  nsm_journal_seal (self->journal);
  return version != NULL ? nsm_version_open (version, self->workshop, error)
                         : g_object_ref (self->workshop);
}

/* Exporting */

static void
on_exported (NsmMainWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *said = g_strdup_printf (_("Exported “%s”"), shown);
  g_autofree char *escaped = g_markup_escape_text (said, -1);
  g_autofree char *uri = g_file_get_uri (file);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("_Open"));
  adw_toast_set_action_name (toast, "win.show-exported");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * nsm_main_window_ask_export:
 *
 * Asks what the document is to hold and where it goes.
 */
void
nsm_main_window_ask_export (NsmMainWindow *self)
{
  NsmExportDialog *dialog;

  nsm_journal_seal (self->journal);
  dialog = nsm_export_dialog_new (GTK_WINDOW (self), self->workshop, get_version (self));
  g_signal_connect_object (dialog, "exported", G_CALLBACK (on_exported), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_shown (GObject *parent, GAsyncResult *result, gpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (parent), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    nsm_main_window_say_failed (NSM_MAIN_WINDOW (parent), _("The file can’t be opened"),
                                error->message);
}

/**
 * nsm_main_window_show_exported:
 *
 * Opens what was exported, with what the desktop opens such files with.
 */
void
nsm_main_window_show_exported (NsmMainWindow *self, const char *uri)
{
  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, on_shown, NULL);
}

/* Copying */

/**
 * nsm_main_window_copy_document:
 * @rich: whether as formatted text; else as Markdown
 */
void
nsm_main_window_copy_document (NsmMainWindow *self, gboolean rich)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  g_autoptr (GSettings) settings = nsm_document_options_new_settings ();
  g_autoptr (NsmDocumentOptions) options = nsm_document_options_load (settings);
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmWorkshop) shown = dup_shown (self, &error);

  if (shown != NULL && rich)
    nsm_document_copy_rich_text (clipboard, shown, &options->report);
  else if (shown != NULL)
    nsm_document_copy_markdown (clipboard, shown, &options->report, &error);
  if (error != NULL)
    nsm_main_window_say_failed (self, _("The document can’t be copied"), error->message);
  else
    nsm_main_window_toast (self, rich ? _("Copied the document as rich text")
                                      : _("Copied the document as Markdown"), FALSE);
}

/* Printing */

static void
on_printed (NsmMainWindow *self, GtkPrintOperationResult result, GtkPrintOperation *operation)
{
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (NsmDocumentOptions) options = NULL;
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      nsm_main_window_say_failed (self, _("The document can’t be printed"),
                                  error != NULL ? error->message : "");
    }
  if (result != GTK_PRINT_OPERATION_RESULT_APPLY)
    return;
  settings = nsm_document_options_new_settings ();
  options = nsm_document_options_load (settings);
  options->report.paper = nsm_document_print_get_paper (operation, options->report.paper);
  nsm_document_options_save (options, settings);
}

/**
 * nsm_main_window_print:
 *
 * Has the system's dialog print the document.
 */
void
nsm_main_window_print (NsmMainWindow *self)
{
  g_autoptr (GSettings) settings = nsm_document_options_new_settings ();
  g_autoptr (NsmDocumentOptions) options = nsm_document_options_load (settings);
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmWorkshop) shown = dup_shown (self, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autofree char *name = NULL;

  if (shown == NULL)
    {
      nsm_main_window_say_failed (self, _("The document can’t be printed"), error->message);
      return;
    }
  name = nsm_document_dup_display_name (self->document);
  operation = nsm_document_print_new (shown, options, name);
  g_signal_connect_object (operation, "done", G_CALLBACK (on_printed), self, G_CONNECT_SWAPPED);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

/* Versions */

static void
on_frozen (NsmMainWindow *self, guint number)
{
  g_autofree char *said = g_strdup_printf (_("Version %u is final"), number);

  nsm_main_window_toast (self, said, TRUE);
}

/**
 * nsm_main_window_ask_freeze:
 *
 * Asks before the definition becomes a version that doesn't change any more.
 */
void
nsm_main_window_ask_freeze (NsmMainWindow *self)
{
  NsmFreezeDialog *dialog;

  nsm_journal_seal (self->journal);
  if (nsm_workshop_is_final (self->workshop))
    {
      nsm_main_window_toast (self, _("Nothing changed since the definition became final"), FALSE);
      return;
    }
  dialog = nsm_freeze_dialog_new (GTK_WINDOW (self), self->workshop);
  g_signal_connect_object (dialog, "frozen", G_CALLBACK (on_frozen), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
