/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-mapping.h"

#include <glib/gi18n-lib.h>

#include "evidence/data-check.h"
#include "evidence/data-columns.h"
#include "evidence/data-format.h"
#include "evidence/data-preview.h"
#include "kit/wrap-layout.h"

struct _NsmDataMapping
{
  AdwBin parent_instance;

  NsmDocument *document;
  GFile *file;
  char *name;
  NsmDataset *replaces;
  NsmCsvPeek *peek;
  NsmDataset *dataset;  /* guessed, and changed by people; not in the workshop yet */
  gboolean touched;     /* people said something about the columns */
  GCancellable *check;  /* of the thread that goes through the whole file */
  char *unreadable;     /* what it came upon */

  GtkLabel *facts;
  GtkWidget *format_line;
  GtkLabel *summary;
  GtkWidget *change;
  NsmDataFormat *format;
  GtkLabel *trouble;
  NsmDataPreview *preview;
  GtkLabel *notes;
  NsmDataColumns *columns;
  GtkWidget *look;
  GtkLabel *obstacle;
};

enum
{
  FORMAT_CHANGED,
  LOOK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmDataMapping, nsm_data_mapping, ADW_TYPE_BIN)

/* @words may be NULL: then there is nothing to see. */
static void
say (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (label), words != NULL);
}

static void
show_facts (NsmDataMapping *self, NsmTable *checked)
{
  NsmCsvPeek *peek = self->peek;
  g_autofree char *size = g_format_size ((guint64) peek->size);
  g_autofree char *kind = g_strdup_printf (peek->compressed ? _("%s, compressed") : "%s", size);
  g_autofree char *columns = g_strdup_printf (
      ngettext ("%u column", "%u columns", peek->columns->len), peek->columns->len);
  g_autofree char *summary = nsm_data_format_dup_summary (&peek->format);
  g_autofree char *rows = NULL;
  g_autofree char *facts = NULL;

  if (checked != NULL)
    rows = g_strdup_printf (ngettext ("%lu row", "%lu rows", nsm_table_get_n_rows (checked)),
                            (gulong) nsm_table_get_n_rows (checked));
  else
    rows = g_strdup_printf (ngettext ("%u row looked at so far", "%u rows looked at so far",
                                      peek->n_looked_at),
                            peek->n_looked_at);
  facts = g_strjoin (" · ", self->name, kind, columns, rows, NULL);
  gtk_label_set_label (self->facts, facts);
  gtk_label_set_label (self->summary, summary);
}

static void
show_obstacle (NsmDataMapping *self)
{
  g_autofree char *obstacle = NULL;

  if (nsm_document_is_read_only (self->document))
    obstacle = g_strdup (_("This workshop can only be read."));
  else if (self->unreadable != NULL)
    obstacle = g_strdup (self->unreadable);
  else
    obstacle = nsm_dataset_dup_obstacle (self->dataset);
  gtk_widget_set_sensitive (self->look, obstacle == NULL);
  say (self->obstacle, obstacle);
  if (obstacle != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->look),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, obstacle, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self->look),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/* The whole file: its rows, and what is wrong with them */

static void
on_checked (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (NsmDataMapping) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmTable) checked = nsm_data_check_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->check);
  if (checked != NULL)
    {
      g_autofree char *notes = nsm_data_check_dup_notes (checked);

      show_facts (self, checked);
      say (self->notes, notes);
      return;
    }
  self->unreadable = g_strdup (error->message);
  say (self->trouble, self->unreadable);
  show_obstacle (self);
}

static void
begin_check (NsmDataMapping *self)
{
  nsm_data_mapping_stop_check (self);
  g_clear_pointer (&self->unreadable, g_free);
  say (self->notes, NULL);
  self->check = g_cancellable_new ();
  nsm_data_check_async (self->file, &self->peek->format, self->check, on_checked,
                        g_object_ref (self));
}

/* Changes */

static void
on_columns_changed (NsmDataMapping *self)
{
  if (self->dataset == NULL)
    return;
  self->touched = TRUE;
  nsm_data_preview_set_roles (self->preview, self->dataset);
  show_obstacle (self);
}

static void
on_format_changed (NsmDataMapping *self)
{
  if (self->peek != NULL)
    g_signal_emit (self, signals[FORMAT_CHANGED], 0);
}

static void
on_look_clicked (NsmDataMapping *self)
{
  nsm_data_mapping_stop_check (self);
  g_signal_emit (self, signals[LOOK], 0);
}

static gboolean
nsm_data_mapping_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NSM_DATA_MAPPING (widget)->change);
}

static void
nsm_data_mapping_dispose (GObject *object)
{
  NsmDataMapping *self = NSM_DATA_MAPPING (object);

  if (self->format != NULL)
    nsm_data_mapping_end (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), NSM_TYPE_DATA_MAPPING);
  G_OBJECT_CLASS (nsm_data_mapping_parent_class)->dispose (object);
}

static void
nsm_data_mapping_class_init (NsmDataMappingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_data_mapping_dispose;
  widget_class->grab_focus = nsm_data_mapping_grab_focus;
  signals[FORMAT_CHANGED] = g_signal_new ("format-changed", NSM_TYPE_DATA_MAPPING,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOOK] = g_signal_new ("look", NSM_TYPE_DATA_MAPPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  g_type_ensure (NSM_TYPE_DATA_FORMAT);
  g_type_ensure (NSM_TYPE_DATA_PREVIEW);
  g_type_ensure (NSM_TYPE_DATA_COLUMNS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/evidence/data-mapping.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmDataMapping, facts);
  gtk_widget_class_bind_template_child (widget_class, NsmDataMapping, format_line);
  gtk_widget_class_bind_template_child (widget_class, NsmDataMapping, summary);
  gtk_widget_class_bind_template_child (widget_class, NsmDataMapping, change);
  gtk_widget_class_bind_template_child (widget_class, NsmDataMapping, format);
  gtk_widget_class_bind_template_child (widget_class, NsmDataMapping, trouble);
  gtk_widget_class_bind_template_child (widget_class, NsmDataMapping, preview);
  gtk_widget_class_bind_template_child (widget_class, NsmDataMapping, notes);
  gtk_widget_class_bind_template_child (widget_class, NsmDataMapping, columns);
  gtk_widget_class_bind_template_child (widget_class, NsmDataMapping, look);
  gtk_widget_class_bind_template_child (widget_class, NsmDataMapping, obstacle);
}

static void
nsm_data_mapping_init (NsmDataMapping *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The button goes below the sentence when there is no room beside it. */
  gtk_widget_set_layout_manager (self->format_line, nsm_wrap_layout_new (12, 6));
  g_signal_connect_object (self->format, "changed", G_CALLBACK (on_format_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->columns, "changed", G_CALLBACK (on_columns_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->look, "clicked", G_CALLBACK (on_look_clicked), self,
                           G_CONNECT_SWAPPED);
}

/**
 * nsm_data_mapping_begin:
 * @replaces: (nullable): the file before it, whose mapping is taken over
 *
 * Another file, of which nothing is known yet.
 */
void
nsm_data_mapping_begin (NsmDataMapping *self, NsmDocument *document, GFile *file,
                        NsmDataset *replaces)
{
  nsm_data_mapping_end (self);
  self->document = g_object_ref (document);
  self->file = g_object_ref (file);
  self->name = g_file_get_basename (file);
  g_set_object (&self->replaces, replaces);
}

/**
 * nsm_data_mapping_take_peek:
 * @peek: (transfer full): what the file holds, read in one way
 *
 * What people said stays, where the columns are still there under their names.
 */
void
nsm_data_mapping_take_peek (NsmDataMapping *self, NsmCsvPeek *peek)
{
  NsmWorkshop *workshop = nsm_document_get_workshop (self->document);
  g_autoptr (NsmDataset) dataset = nsm_dataset_guess (workshop, self->name, peek);
  gboolean touched = self->touched;

  if (touched)
    nsm_dataset_take_over (dataset, self->dataset);
  else if (self->replaces != NULL)
    nsm_dataset_take_over (dataset, self->replaces);
  g_clear_pointer (&self->peek, nsm_csv_peek_free);
  self->peek = peek;
  g_set_object (&self->dataset, dataset);
  nsm_data_format_set (self->format, &peek->format);
  nsm_data_preview_set_peek (self->preview, peek);
  nsm_data_columns_set_dataset (self->columns, workshop, dataset, peek);
  self->touched = touched;
  nsm_data_preview_set_roles (self->preview, dataset);
  show_facts (self, NULL);
  say (self->trouble, NULL);
  begin_check (self);
  show_obstacle (self);
}

/**
 * nsm_data_mapping_end:
 *
 * Lets go of the file.
 */
void
nsm_data_mapping_end (NsmDataMapping *self)
{
  nsm_data_mapping_stop_check (self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->change), FALSE);
  self->touched = FALSE;
  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->replaces);
  g_clear_object (&self->dataset);
  g_clear_pointer (&self->peek, nsm_csv_peek_free);
  g_clear_pointer (&self->unreadable, g_free);
}

/**
 * nsm_data_mapping_stop_check:
 *
 * Doesn't go on through the whole file only to count its rows.
 */
void
nsm_data_mapping_stop_check (NsmDataMapping *self)
{
  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
}

gboolean
nsm_data_mapping_is_filled (NsmDataMapping *self)
{
  return self->peek != NULL;
}

NsmDataset *
nsm_data_mapping_get_dataset (NsmDataMapping *self)
{
  return self->dataset;
}

void
nsm_data_mapping_get_format (NsmDataMapping *self, NsmCsvFormat *format)
{
  *format = self->peek->format;
  nsm_data_format_get (self->format, format);
}

/**
 * nsm_data_mapping_reset_format:
 * @trouble: (nullable): why the file couldn't be read in the way that was wanted
 *
 * Shows the way in which it was read.
 */
void
nsm_data_mapping_reset_format (NsmDataMapping *self, const char *trouble)
{
  nsm_data_format_set (self->format, &self->peek->format);
  say (self->trouble, trouble);
}

void
nsm_data_mapping_open_format (NsmDataMapping *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->change), TRUE);
  gtk_widget_grab_focus (self->change);
}

void
nsm_data_mapping_focus_look (NsmDataMapping *self)
{
  gtk_widget_grab_focus (self->look);
}
