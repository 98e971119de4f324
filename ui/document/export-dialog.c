/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/export-dialog.h"

#include <glib/gi18n-lib.h>

#include "document/document-options.h"
#include "document/radio-rows.h"
#include "document/version-words.h"
#include "kit/chooser.h"
#include "kit/names.h"
#include "kit/turning-box.h"
#include "method/versions.h"
#include "record/language.h"
#include "report/export.h"
#include "report/outgoing.h"

#define LEAST 58         /* sizes of type that two columns need */
#define PAUSE 60 /* ms until writing starts */

struct _NsmExportDialog
{
  AdwWindow parent_instance;

  NsmWorkshop *workshop;   /* the one that is being worked on */
  NsmWorkshop *shown;      /* that, or the version that was chosen */
  GArray *versions;        /* guint: in the order of the list, after now */
  GStrv languages;         /* likewise, after that of the window */
  NsmDocumentOptions *options;
  GSettings *settings;     /* NULL where the program isn't installed */
  GtkFileChooserNative *chooser;
  GFile *target;           /* being written to */
  guint outgoing_id;
  guint writing_id;
  gboolean may_replace;
  gboolean filling;

  GtkWidget *columns;
  GtkWidget *formats_group;
  GtkWidget *choices;
  GtkListBox *formats;
  GtkWidget *document_group;
  AdwComboRow *version_row;
  AdwComboRow *scope_row;
  AdwComboRow *language_row;
  AdwComboRow *paper_row;
  GtkWidget *room_group;
  GtkListBox *names;
  GtkWidget *quotes_group;
  GtkSwitch *quotes;
  GtkLabel *outgoing;
  GtkRevealer *failure;
  GtkLabel *failure_words;
  GtkWidget *export_button;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (NsmExportDialog, nsm_export_dialog, ADW_TYPE_WINDOW)

enum
{
  EXPORTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What the names in a document mean, in the order of their values. */
static const struct
{
  NsmReportNames names;
  const char *title;
  const char *about;
} name_choices[] = {
  { NSM_REPORT_NAMES_ONLY, N_("Names, but not who gave which answer"),
    N_("Who took part and who stands behind it; scores are the team’s.") },
  { NSM_REPORT_NAMES_WITH_SCORES, N_("Names with scores"),
    N_("Also who gave which answer, where that was the agreement.") },
  { NSM_REPORT_NAMES_NONE, N_("No names"), N_("People are called by their function.") },
};

/* What applies to which format */

static gboolean
is_document (NsmReportFormat format)
{
  const NsmReportFormatInfo *info = nsm_report_format_get_info (format);

  return info != NULL && info->write_report != NULL && format != NSM_REPORT_FORMAT_DECISION_RECORD;
}

static gboolean
has_names (NsmReportFormat format)
{
  return format != NSM_REPORT_FORMAT_CALENDAR;
}

static gboolean
has_versions (NsmReportFormat format)
{
  return format != NSM_REPORT_FORMAT_SCORES;
}

static gboolean
has_pages (NsmReportFormat format)
{
  return format == NSM_REPORT_FORMAT_PDF || format == NSM_REPORT_FORMAT_DOCX;
}

static void
show_what_applies (NsmExportDialog *self)
{
  NsmReportFormat format = self->options->format;
  gboolean versions = has_versions (format) && self->versions->len > 0;
  gboolean language = self->languages[0] != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->version_row), versions);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_row), is_document (format));
  gtk_widget_set_visible (GTK_WIDGET (self->language_row), language);
  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), has_pages (format));
  gtk_widget_set_visible (self->document_group, versions || language || is_document (format));
  gtk_widget_set_visible (self->room_group, has_names (format));
  gtk_widget_set_visible (self->quotes_group, is_document (format));
}

/* What leaves the room */

static gboolean
say_outgoing (gpointer data)
{
  NsmExportDialog *self = data;
  g_autoptr (NsmOutgoing) outgoing =
    nsm_outgoing_new (self->shown, self->options->format, &self->options->report);
  g_autofree char *words = nsm_outgoing_dup_words (outgoing);

  self->outgoing_id = 0;
  gtk_label_set_label (self->outgoing, words);
  return G_SOURCE_REMOVE;
}

static void
queue_outgoing (NsmExportDialog *self)
{
  if (self->outgoing_id == 0)
    self->outgoing_id = g_idle_add_full (G_PRIORITY_LOW, say_outgoing, self, NULL);
}

static void
say_failure (NsmExportDialog *self, const char *words)
{
  gtk_label_set_label (self->failure_words, words != NULL ? words : "");
  gtk_revealer_set_reveal_child (self->failure, words != NULL);
  if (words != NULL)
    nsm_widget_announce (GTK_WIDGET (self), words);
}

/* Choices */

static void
on_chosen (NsmExportDialog *self)
{
  NsmReportOptions *report = &self->options->report;
  guint language;

  if (self->filling)
    return;
  language = adw_combo_row_get_selected (self->language_row);
  nsm_document_options_set_language (self->options,
                                     language > 0 ? self->languages[language - 1] : NULL);
  report->scope = adw_combo_row_get_selected (self->scope_row);
  report->paper = adw_combo_row_get_selected (self->paper_row);
  report->without_quotes = !gtk_switch_get_active (self->quotes);
  say_failure (self, NULL);
  show_what_applies (self);
  queue_outgoing (self);
}

static void
on_format_toggled (GtkCheckButton *button, NsmExportDialog *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  if (!gtk_check_button_get_active (button) || self->filling)
    return;
  self->options->format =
    nsm_report_formats_get ((guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)))->format;
  on_chosen (self);
}

static void
on_names_toggled (GtkCheckButton *button, NsmExportDialog *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  if (!gtk_check_button_get_active (button) || self->filling)
    return;
  self->options->report.names =
    name_choices[gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row))].names;
  on_chosen (self);
}

static void
on_version_chosen (NsmExportDialog *self)
{
  guint position = adw_combo_row_get_selected (self->version_row);
  NsmVersion *version = NULL;
  g_autoptr (NsmWorkshop) shown = NULL;
  g_autoptr (GError) error = NULL;

  if (self->filling || position == GTK_INVALID_LIST_POSITION)
    return;
  if (position > 0)
    version = nsm_workshop_find_version (self->workshop,
                                         g_array_index (self->versions, guint, position - 1));
  shown = version != NULL ? nsm_version_open (version, self->workshop, &error)
                          : g_object_ref (self->workshop);
  if (shown == NULL)
    {
      adw_combo_row_set_selected (self->version_row, 0);
      say_failure (self, error->message);
      return;
    }
  g_set_object (&self->shown, shown);
  on_chosen (self);
}

/* Writing */

static gboolean
write_document (gpointer data)
{
  NsmExportDialog *self = data;
  g_autoptr (GFile) target = g_steal_pointer (&self->target);
  g_autofree char *path = g_file_get_path (target);
  g_autoptr (GError) error = NULL;
  gboolean written;

  self->writing_id = 0;
  written = nsm_report_export (self->shown, path, self->options->format, &self->options->report,
                               self->may_replace, &error);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
  gtk_widget_set_sensitive (self->columns, TRUE);
  gtk_widget_set_sensitive (self->export_button, TRUE);
  if (!written)
    {
      say_failure (self, error->message);
      gtk_widget_grab_focus (self->export_button);
      return G_SOURCE_REMOVE;
    }
  nsm_document_options_save (self->options, self->settings);
  g_signal_emit (self, signals[EXPORTED], 0, target);
  gtk_window_destroy (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
start_writing (NsmExportDialog *self, GFile *target, gboolean may_replace)
{
  if (self->writing_id != 0)
    return;
  g_set_object (&self->target, target);
  self->may_replace = may_replace;
  say_failure (self, NULL);
  gtk_widget_set_sensitive (self->columns, FALSE);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
  /* Not before it is seen that something happens. */
  self->writing_id = g_timeout_add (PAUSE, write_document, self);
}

/* The name that was chosen, with the suffix that tells what is in it. A file that is there under
 * a name that we changed wasn't asked about. */
static GFile *
dup_chosen (NsmExportDialog *self, gboolean *asked)
{
  const NsmReportFormatInfo *info = nsm_report_format_get_info (self->options->format);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *full = NULL;

  *asked = path == NULL || nsm_report_format_for_path (path) ==
                             nsm_report_format_for_path (info->suffix);
  if (*asked)
    return g_steal_pointer (&file);
  full = g_strconcat (path, info->suffix, NULL);
  return g_file_new_for_path (full);
}

static void
on_target_chosen (NsmExportDialog *self, int response)
{
  gboolean asked;
  g_autoptr (GFile) target = dup_chosen (self, &asked);

  if (response == GTK_RESPONSE_ACCEPT && target != NULL)
    {
      if (g_file_peek_path (target) == NULL)
        say_failure (self, _("Documents can only be written to folders of this computer."));
      else
        start_writing (self, target, asked);
    }
  g_clear_object (&self->chooser);
}

static void
on_export_clicked (NsmExportDialog *self)
{
  const NsmReportFormatInfo *info = nsm_report_format_get_info (self->options->format);
  g_autofree char *name = nsm_export_dialog_dup_file_name (self);
  g_autofree char *pattern = g_strconcat ("*", info->suffix, NULL);

  if (self->writing_id != 0 || self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Export the Document"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  nsm_chooser_add_filter (self->chooser, _(info->label), pattern);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_target_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Filling in */

static void
fill_rows (NsmExportDialog *self)
{
  static const NsmReportScope scopes[] = { NSM_REPORT_SCOPE_FULL, NSM_REPORT_SCOPE_SUMMARY };
  static const NsmPaperSize papers[] = { NSM_PAPER_SIZE_A4, NSM_PAPER_SIZE_LETTER };
  g_autoptr (GtkStringList) lengths = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) sizes = gtk_string_list_new (NULL);

  for (guint i = 0; i < nsm_report_formats_get_n (); i++)
    {
      const NsmReportFormatInfo *info = nsm_report_formats_get (i);

      g_signal_connect_object (nsm_radio_rows_add (self->formats, _(info->label), _(info->about),
                                                   info->suffix),
                               "toggled", G_CALLBACK (on_format_toggled), self, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (name_choices); i++)
    g_signal_connect_object (nsm_radio_rows_add (self->names, _(name_choices[i].title),
                                                 _(name_choices[i].about), NULL),
                             "toggled", G_CALLBACK (on_names_toggled), self, 0);
  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    gtk_string_list_append (lengths, nsm_choice_get_label (NSM_TYPE_REPORT_SCOPE, scopes[i]));
  adw_combo_row_set_model (self->scope_row, G_LIST_MODEL (lengths));
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    gtk_string_list_append (sizes, nsm_choice_get_label (NSM_TYPE_PAPER_SIZE, papers[i]));
  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (sizes));
}

static void
fill_languages (NsmExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->languages = nsm_languages_list ();
  gtk_string_list_append (names, _("Same as the window"));
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *name = nsm_language_dup_name (self->languages[i]);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
}

static void
fill_versions (NsmExportDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = nsm_list_get_size (self->workshop->versions);

  gtk_string_list_append (names, _("Now"));
  for (guint i = n; i > 0; i--)
    {
      NsmVersion *version = nsm_list_get (self->workshop->versions, i - 1);
      guint number = (guint) version->number;
      g_autofree char *name = nsm_version_dup_words (version);

      gtk_string_list_append (names, name);
      g_array_append_val (self->versions, number);
    }
  adw_combo_row_set_model (self->version_row, G_LIST_MODEL (names));
}

static void
show_options (NsmExportDialog *self)
{
  const NsmReportOptions *report = &self->options->report;

  for (guint i = 0; i < nsm_report_formats_get_n (); i++)
    if (nsm_report_formats_get (i)->format == self->options->format)
      gtk_window_set_focus (GTK_WINDOW (self), nsm_radio_rows_choose (self->formats, i));
  for (guint i = 0; i < G_N_ELEMENTS (name_choices); i++)
    if (name_choices[i].names == report->names)
      nsm_radio_rows_choose (self->names, i);
  for (guint i = 0; self->languages[i] != NULL; i++)
    if (g_strcmp0 (self->languages[i], report->language) == 0)
      adw_combo_row_set_selected (self->language_row, i + 1);
  adw_combo_row_set_selected (self->scope_row, report->scope);
  adw_combo_row_set_selected (self->paper_row, report->paper);
  gtk_switch_set_active (self->quotes, !report->without_quotes);
  show_what_applies (self);
}

static void
nsm_export_dialog_dispose (GObject *object)
{
  NsmExportDialog *self = NSM_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->outgoing_id, g_source_remove);
  g_clear_handle_id (&self->writing_id, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_object (&self->target);
  g_clear_object (&self->settings);
  g_clear_object (&self->shown);
  g_clear_object (&self->workshop);
  g_clear_pointer (&self->options, nsm_document_options_free);
  g_clear_pointer (&self->versions, g_array_unref);
  g_clear_pointer (&self->languages, g_strfreev);
  G_OBJECT_CLASS (nsm_export_dialog_parent_class)->dispose (object);
}

static void
nsm_export_dialog_class_init (NsmExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_export_dialog_dispose;

  signals[EXPORTED] = g_signal_new ("exported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (NSM_TYPE_TURNING_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/document/export-dialog.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, NsmExportDialog, name)
  CHILD (columns);
  CHILD (formats_group);
  CHILD (choices);
  CHILD (formats);
  CHILD (document_group);
  CHILD (version_row);
  CHILD (scope_row);
  CHILD (language_row);
  CHILD (paper_row);
  CHILD (room_group);
  CHILD (names);
  CHILD (quotes_group);
  CHILD (quotes);
  CHILD (outgoing);
  CHILD (failure);
  CHILD (failure_words);
  CHILD (export_button);
  CHILD (spinner);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_version_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nsm_export_dialog_init (NsmExportDialog *self)
{
  g_autoptr (GtkSizeGroup) widths = NULL;
  GtkBox *box;

  self->versions = g_array_new (FALSE, FALSE, sizeof (guint));
  self->settings = nsm_document_options_new_settings ();
  self->options = nsm_document_options_load (self->settings);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  box = nsm_turning_box_get_box (NSM_TURNING_BOX (self->columns));
  gtk_box_set_spacing (box, 24);
  gtk_widget_set_valign (self->formats_group, GTK_ALIGN_START);
  gtk_widget_set_valign (self->choices, GTK_ALIGN_START);
  widths = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_size_group_add_widget (widths, self->formats_group);
  gtk_size_group_add_widget (widths, self->choices);
  gtk_box_append (box, self->formats_group);
  gtk_box_append (box, self->choices);
  nsm_turning_box_set_least (NSM_TURNING_BOX (self->columns), LEAST);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->export_button);
}

/**
 * nsm_export_dialog_new:
 * @parent: (nullable): the window that asks
 * @version: the one that is looked at; 0: the one that is being worked on
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
NsmExportDialog *
nsm_export_dialog_new (GtkWindow *parent, NsmWorkshop *workshop, guint version)
{
  NsmExportDialog *self = g_object_new (NSM_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);

  self->workshop = g_object_ref (workshop);
  self->shown = g_object_ref (workshop);
  fill_rows (self);
  fill_languages (self);
  fill_versions (self);
  show_options (self);
  self->filling = FALSE;
  for (guint i = 0; version != 0 && i < self->versions->len; i++)
    if (g_array_index (self->versions, guint, i) == version)
      adw_combo_row_set_selected (self->version_row, i + 1);
  queue_outgoing (self);
  return self;
}

NsmReportFormat
nsm_export_dialog_get_format (NsmExportDialog *self)
{
  return self->options->format;
}

void
nsm_export_dialog_set_format (NsmExportDialog *self, NsmReportFormat format)
{
  self->options->format = format;
  show_options (self);
}

/**
 * nsm_export_dialog_dup_file_name:
 *
 * Returns: (transfer full): the name that is suggested for the file
 */
char *
nsm_export_dialog_dup_file_name (NsmExportDialog *self)
{
  guint position = adw_combo_row_get_selected (self->version_row);
  guint version = position > 0 && position <= self->versions->len
                    ? g_array_index (self->versions, guint, position - 1)
                    : 0;

  return nsm_document_options_dup_file_name (self->options, self->shown, version);
}

/**
 * nsm_export_dialog_export_to:
 * @file: where to; one that is there already stays
 *
 * As if the file chooser had been answered.
 */
void
nsm_export_dialog_export_to (NsmExportDialog *self, GFile *file)
{
  start_writing (self, file, FALSE);
}
