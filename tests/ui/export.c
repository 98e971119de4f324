/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "example.h"
#include "filled.h"
#include "press.h"
#include "support.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "document/document-options.h"
#include "document/export-dialog.h"
#include "method/versions.h"
#include "record/journal.h"
#include "report/outgoing.h"

/* The dialog that asks what a document is to hold, and writes it. */

static char *folder;
static guint n_exported;

static void
reset_settings (void)
{
  g_autoptr (GSettings) settings = nsm_document_options_new_settings ();
  static const char *const keys[] = { "document-format",   "document-scope",    "document-names",
                                      "document-quotes",   "document-language", "document-paper" };

  g_assert_nonnull (settings);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
  n_exported = 0;
}

static void
on_exported (NsmExportDialog *dialog, GFile *file, GFile **got)
{
  n_exported++;
  if (got != NULL)
    *got = g_object_ref (file);
}

static GtkWidget *
open_dialog (NsmWorkshop *workshop, guint version)
{
  NsmExportDialog *dialog = nsm_export_dialog_new (NULL, workshop, version);

  gtk_window_present (GTK_WINDOW (dialog));
  ui_test_settle (GTK_WIDGET (dialog));
  return GTK_WIDGET (dialog);
}

/* A row of the dialog, by its title. */
static GtkWidget *
find_row (GtkWidget *dialog, const char *title)
{
  GtkWidget *row;

  for (guint i = 0; (row = ui_test_find (dialog, ADW_TYPE_PREFERENCES_ROW, i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0)
      return row;
  g_error ("there is no row “%s”", title);
}

static gboolean
is_shown (GtkWidget *dialog, const char *title)
{
  return gtk_widget_get_mapped (find_row (dialog, title));
}

/* Presses the row as Enter or a click would. */
static void
choose (GtkWidget *dialog, const char *title)
{
  GtkWidget *row = find_row (dialog, title);

  g_signal_emit_by_name (row, "activate");
  ui_test_settle (dialog);
}

static const char *
get_outgoing (GtkWidget *dialog)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find (dialog, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "What leaves the room:"))
      return gtk_label_get_text (GTK_LABEL (label));
  g_error ("it isn’t said what leaves the room");
}

static void
wait_while_writing (GWeakRef *dialog)
{
  gint64 until = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  while (g_get_monotonic_time () < until)
    {
      g_autoptr (GtkWidget) still = g_weak_ref_get (dialog);
      GtkWidget *button = still != NULL ? press_find (still, "Export") : NULL;

      if (still == NULL || !gtk_widget_get_visible (still) ||
          (button != NULL && gtk_widget_is_sensitive (button)))
        break;
      g_clear_object (&still);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

/* Returns: whether the dialog is gone, as it is when all went well */
static gboolean
export_to (GtkWidget *dialog, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GWeakRef weak;
  g_autoptr (GtkWidget) still = NULL;
  gboolean gone;

  g_weak_ref_init (&weak, dialog);
  g_signal_connect (dialog, "exported", G_CALLBACK (on_exported), NULL);
  nsm_export_dialog_export_to (NSM_EXPORT_DIALOG (dialog), file);
  /* Pressed twice, written once. */
  nsm_export_dialog_export_to (NSM_EXPORT_DIALOG (dialog), file);
  wait_while_writing (&weak);
  still = g_weak_ref_get (&weak);
  gone = still == NULL || !gtk_widget_get_visible (still);
  g_weak_ref_clear (&weak);
  return gone;
}

static void
test_every_format (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");

  for (guint i = 0; i < nsm_report_formats_get_n (); i++)
    {
      const NsmReportFormatInfo *info = nsm_report_formats_get (i);
      g_autofree char *name = g_strdup_printf ("document-%u%s", i, info->suffix);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GtkWidget *dialog;
      g_autofree char *suggested = NULL;
      GStatBuf status;

      reset_settings ();
      dialog = open_dialog (workshop, 0);
      nsm_export_dialog_set_format (NSM_EXPORT_DIALOG (dialog), info->format);
      ui_test_settle (dialog);
      ui_test_assert_named (dialog);
      suggested = nsm_export_dialog_dup_file_name (NSM_EXPORT_DIALOG (dialog));
      g_assert_true (g_str_has_suffix (suggested, info->suffix));
      g_assert_null (strpbrk (suggested, "/\\:*?\"<>|"));
      ui_test_picture (dialog, info->nick);
      g_assert_true (export_to (dialog, path));
      g_assert_cmpuint (n_exported, ==, 1);
      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmpint (status.st_size, >, 20);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
test_what_applies (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  GtkWidget *dialog;

  reset_settings ();
  dialog = open_dialog (workshop, 0);
  choose (dialog, "Web page");
  g_assert_cmpint (nsm_export_dialog_get_format (NSM_EXPORT_DIALOG (dialog)), ==,
                   NSM_REPORT_FORMAT_HTML);
  g_assert_true (is_shown (dialog, "Length"));
  g_assert_true (is_shown (dialog, "No names"));
  g_assert_true (is_shown (dialog, "Quotes from customers"));
  g_assert_false (is_shown (dialog, "Paper"));
  for (guint i = 0; i < nsm_report_formats_get_n (); i++)
    {
      NsmReportFormat format = nsm_report_formats_get (i)->format;

      nsm_export_dialog_set_format (NSM_EXPORT_DIALOG (dialog), format);
      ui_test_settle (dialog);
      g_assert_cmpint (is_shown (dialog, "No names"), ==, format != NSM_REPORT_FORMAT_CALENDAR);
      g_assert_cmpint (is_shown (dialog, "Paper"), ==,
                       format == NSM_REPORT_FORMAT_PDF || format == NSM_REPORT_FORMAT_DOCX);
      if (format == NSM_REPORT_FORMAT_SCORES || format == NSM_REPORT_FORMAT_CALENDAR)
        {
          g_assert_false (is_shown (dialog, "Length"));
          g_assert_false (is_shown (dialog, "Quotes from customers"));
        }
    }
  ui_test_close (dialog);
}

static void
test_remembered (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  g_autoptr (GSettings) settings = nsm_document_options_new_settings ();
  g_autofree char *path = g_build_filename (folder, "kept.md", NULL);
  g_autoptr (NsmDocumentOptions) options = NULL;
  g_autofree char *text = NULL;
  g_autofree char *names = NULL;
  GtkWidget *dialog;

  reset_settings ();
  dialog = open_dialog (workshop, 0);
  choose (dialog, "Markdown");
  choose (dialog, "No names");
  choose (dialog, "Quotes from customers");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "Length")), 1);
  /* What isn't used isn't remembered. */
  names = g_settings_get_string (settings, "document-names");
  g_assert_cmpstr (names, ==, "names");
  g_assert_true (export_to (dialog, path));

  options = nsm_document_options_load (settings);
  g_assert_cmpint (options->format, ==, NSM_REPORT_FORMAT_MARKDOWN);
  g_assert_cmpint (options->report.names, ==, NSM_REPORT_NAMES_NONE);
  g_assert_cmpint (options->report.scope, ==, NSM_REPORT_SCOPE_SUMMARY);
  g_assert_true (options->report.without_quotes);
  dialog = open_dialog (workshop, 0);
  g_assert_cmpint (nsm_export_dialog_get_format (NSM_EXPORT_DIALOG (dialog)), ==,
                   NSM_REPORT_FORMAT_MARKDOWN);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (find_row (dialog, "Length"))), ==, 1);
  ui_test_close (dialog);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  NSM_LIST_EACH (NsmParticipant, person, workshop->participants)
    {
      g_assert_null (strstr (text, person->name));
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
test_outgoing (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  NsmParticipant *first = nsm_list_get (workshop->participants, 0);
  g_autofree char *said = g_strdup_printf ("It was %s who saw it.", first->name);
  GtkWidget *dialog;

  reset_settings ();
  g_object_set (workshop->decision, "why", said, NULL);
  dialog = open_dialog (workshop, 0);
  choose (dialog, "Web page");
  g_assert_cmpstr (get_outgoing (dialog), ==,
                   "What leaves the room: 4 names, nobody’s scores by name, 1 quote from a "
                   "customer.");
  choose (dialog, "Quotes from customers");
  g_assert_cmpstr (get_outgoing (dialog), ==,
                   "What leaves the room: 4 names, nobody’s scores by name, no quotes from "
                   "customers.");
  choose (dialog, "No names");
  g_assert_cmpstr (get_outgoing (dialog), ==,
                   "What leaves the room: no names, nobody’s scores by name, no quotes from "
                   "customers.");
  ui_test_close (dialog);
}

/* Of people whose name is part of another, and of one that stays in spite of all. */
static void
test_names (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  const NsmReportOptions options = { 0 };
  g_autoptr (NsmOutgoing) outgoing = NULL;
  g_autofree char *words = NULL;

  g_object_set (workshop, "author", "Mei Tan", NULL);
  outgoing = nsm_outgoing_new (workshop, NSM_REPORT_FORMAT_HTML, &options);
  g_assert_cmpuint (outgoing->names->len, ==, 4);
  g_assert_false (outgoing->names_marks);
  outgoing->nameless = TRUE;
  outgoing->n_quotes = 0;
  g_ptr_array_set_size (outgoing->names, 1);
  words = nsm_outgoing_dup_words (outgoing);
  g_assert_nonnull (strstr (words, "no names, "));
  g_assert_nonnull (strstr (words, "” is written in a text."));
}

static void
test_failure (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  g_autofree char *taken = g_build_filename (folder, "taken.md", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "such", "folder", "x.md", NULL);
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  reset_settings ();
  g_assert_true (g_file_set_contents (taken, "Mine", -1, NULL));
  dialog = open_dialog (workshop, 0);
  choose (dialog, "Markdown");
  g_assert_false (export_to (dialog, nowhere));
  ui_test_settle (dialog);
  g_assert_true (press_is_said (dialog, "there is no folder"));
  ui_test_picture (dialog, "failure");
  g_assert_false (export_to (dialog, taken));
  ui_test_settle (dialog);
  g_assert_true (press_is_said (dialog, "is there already"));
  g_assert_cmpuint (n_exported, ==, 0);
  g_assert_true (g_file_get_contents (taken, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Mine");

  /* Another choice, another try. */
  choose (dialog, "Web page");
  g_assert_false (press_is_said (dialog, "is there already"));
  ui_test_close (dialog);
  g_assert_cmpint (g_remove (taken), ==, 0);
}

/* A workshop that has nothing for a calendar or a table says so, and the dialog stays. */
static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  static const NsmReportFormat formats[] = { NSM_REPORT_FORMAT_CALENDAR, NSM_REPORT_FORMAT_SCORES };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (folder, "nothing", NULL);
      GtkWidget *dialog;

      if (nsm_report_format_get_info (formats[i]) == NULL)
        continue;
      reset_settings ();
      dialog = open_dialog (workshop, 0);
      nsm_export_dialog_set_format (NSM_EXPORT_DIALOG (dialog), formats[i]);
      g_assert_false (export_to (dialog, path));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      g_assert_true (gtk_revealer_get_reveal_child (
        GTK_REVEALER (ui_test_find (dialog, GTK_TYPE_REVEALER, 0))));
      ui_test_close (dialog);
    }
}

static void
test_version (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  g_autofree char *path = g_build_filename (folder, "first.md", NULL);
  g_autofree char *suggested = NULL;
  g_autofree char *text = NULL;
  GtkWidget *dialog;
  NsmVersion *version;

  reset_settings ();
  g_object_set (workshop->decision, "why", "As it was called final.", NULL);
  version = nsm_workshop_freeze (workshop);
  g_assert_nonnull (version);
  g_object_set (workshop->decision, "why", "As it was changed afterwards.", NULL);
  dialog = open_dialog (workshop, (guint) version->number);
  choose (dialog, "Markdown");
  g_assert_true (is_shown (dialog, "Version"));
  suggested = nsm_export_dialog_dup_file_name (NSM_EXPORT_DIALOG (dialog));
  g_assert_nonnull (strstr (suggested, "version"));
  g_assert_true (export_to (dialog, path));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "As it was called final."));
  g_assert_null (strstr (text, "As it was changed afterwards."));
  g_assert_cmpint (g_remove (path), ==, 0);
}

/* Names of files that no system takes, or that have no end. */
static void
test_file_names (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmDocumentOptions options = { .format = NSM_REPORT_FORMAT_HTML };
  g_autofree char *plain = NULL;
  g_autofree char *wild = NULL;
  g_autofree char *lengthy = NULL;
  g_autofree char *long_title = g_strnfill (150, 'x');

  plain = nsm_document_options_dup_file_name (&options, workshop, 0);
  g_assert_cmpstr (plain, ==, "North Star Metric.html");
  g_object_set (workshop, "title", "../up: a/b\\c?", NULL);
  options.report.scope = NSM_REPORT_SCOPE_SUMMARY;
  wild = nsm_document_options_dup_file_name (&options, workshop, 3);
  g_assert_cmpstr (wild, ==, "up  a b c – summary – version 3.html");
  g_object_set (workshop, "title", long_title, NULL);
  lengthy = nsm_document_options_dup_file_name (&options, workshop, 0);
  g_assert_cmpuint (strlen (lengthy), <, 120);
}

/* All that a large window shows, for looking at. */
static void
test_looks (void)
{
  static const struct
  {
    int width, height;
    AdwColorScheme scheme;
    const char *name;
  } looks[] = {
    { 900, 650, ADW_COLOR_SCHEME_FORCE_LIGHT, "export-light" },
    { 900, 650, ADW_COLOR_SCHEME_FORCE_DARK, "export-dark" },
    { 560, 650, ADW_COLOR_SCHEME_FORCE_LIGHT, "export-narrow" },
  };
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");

  reset_settings ();
  nsm_workshop_freeze (workshop);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      NsmExportDialog *dialog = nsm_export_dialog_new (NULL, workshop, 0);

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), looks[i].scheme);
      gtk_window_set_default_size (GTK_WINDOW (dialog), looks[i].width, looks[i].height);
      gtk_window_present (GTK_WINDOW (dialog));
      ui_test_settle (GTK_WIDGET (dialog));
      ui_test_settle (GTK_WIDGET (dialog));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (dialog)), <=, looks[i].width + 60);
      ui_test_picture (GTK_WIDGET (dialog), looks[i].name);
      ui_test_close (GTK_WIDGET (dialog));
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char **argv)
{
  int result;

  ui_test_init (&argc, &argv);
  folder = g_dir_make_tmp ("nsm-export-XXXXXX", NULL);
  g_test_add_func ("/ui/export/every-format", test_every_format);
  g_test_add_func ("/ui/export/what-applies", test_what_applies);
  g_test_add_func ("/ui/export/remembered", test_remembered);
  g_test_add_func ("/ui/export/outgoing", test_outgoing);
  g_test_add_func ("/ui/export/names", test_names);
  g_test_add_func ("/ui/export/failure", test_failure);
  g_test_add_func ("/ui/export/empty", test_empty);
  g_test_add_func ("/ui/export/version", test_version);
  g_test_add_func ("/ui/export/file-names", test_file_names);
  g_test_add_func ("/ui/export/looks", test_looks);
  result = g_test_run ();
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
  return result;
}
