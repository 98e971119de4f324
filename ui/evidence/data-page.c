/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-page.h"

#include <glib/gi18n-lib.h>

#include "evidence/data-mapping.h"
#include "evidence/data-progress.h"
#include "kit/wrap-layout.h"

/* What is done sooner than this shows no progress, which would only flicker. */
#define PATIENCE 300 /* milliseconds */

struct _NsmDataPage
{
  AdwBin parent_instance;

  NsmDocument *document;
  GFile *file;
  char *name;
  NsmDataset *replaces;
  NsmLook *look;
  GCancellable *cancellable; /* of what runs in a thread; NULL when nothing does */
  guint patience_id;

  GtkWidget *back;
  GtkLabel *heading;
  GtkStack *stack;
  GtkWidget *blank;
  NsmDataMapping *mapping;
  NsmDataProgress *progress;
  GtkWidget *problem;
  GtkLabel *sentence;
  GtkWidget *ways;
  GtkWidget *another;
  GtkWidget *to_mapping;
};

enum
{
  DONE,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmDataPage, nsm_data_page, ADW_TYPE_BIN)

/* What is shown */

static gboolean
on_patience_over (gpointer data)
{
  NsmDataPage *self = data;

  self->patience_id = 0;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->progress));
  gtk_widget_grab_focus (GTK_WIDGET (self->progress));
  return G_SOURCE_REMOVE;
}

/* Begins something in a thread; whatever ran before is let go. */
static GCancellable *
begin (NsmDataPage *self, const char *what)
{
  g_autofree char *words = g_strdup_printf (what, self->name);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  nsm_data_progress_begin (self->progress, words);
  if (self->patience_id == 0)
    self->patience_id = g_timeout_add (PATIENCE, on_patience_over, self);
  return self->cancellable;
}

static void
end (NsmDataPage *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_object (&self->cancellable);
}

static void
stop (NsmDataPage *self)
{
  g_cancellable_cancel (self->cancellable);
  end (self);
}

static void
show_mapping (NsmDataPage *self)
{
  gtk_label_set_label (self->heading, _("What is in this file?"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->mapping), TRUE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->mapping));
}

static void
show_problem (NsmDataPage *self, const char *words)
{
  g_autofree char *heading = g_strdup_printf (_("“%s” can’t be looked at"), self->name);

  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->sentence, words);
  gtk_widget_set_visible (self->to_mapping, nsm_data_mapping_is_filled (self->mapping));
  gtk_stack_set_visible_child (self->stack, self->problem);
  gtk_widget_grab_focus (self->another);
}

/* The first rows */

static void
on_peeked (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (NsmDataPage) self = data;
  g_autoptr (GError) error = NULL;
  NsmCsvPeek *peek = nsm_csv_peek_finish (result, &error);
  gboolean first;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  end (self);
  first = !nsm_data_mapping_is_filled (self->mapping);
  if (peek == NULL && first)
    {
      show_problem (self, error->message);
      return;
    }
  if (peek != NULL)
    nsm_data_mapping_take_peek (self->mapping, peek);
  else
    nsm_data_mapping_reset_format (self->mapping, error->message);
  show_mapping (self);
  if (first)
    gtk_widget_grab_focus (GTK_WIDGET (self->mapping));
}

static void
on_format_changed (NsmDataPage *self)
{
  NsmCsvFormat format;

  nsm_data_mapping_get_format (self->mapping, &format);
  nsm_csv_peek_async (self->file, &format, begin (self, _("Opening %s…")), on_peeked,
                      g_object_ref (self));
}

/* The look */

static void
on_progress (double share, gpointer data)
{
  nsm_data_progress_set_share (NSM_DATA_PROGRESS (data), share);
}

static NsmDataset *
find_replaced (NsmDataPage *self, NsmWorkshop *workshop)
{
  if (self->replaces == NULL)
    return NULL;
  /* It may have been removed, or the document been read again, while the file was read. */
  return nsm_list_find (workshop->datasets, NSM_RECORD (self->replaces)->id);
}

static void
on_looked (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (NsmDataPage) self = data;
  g_autoptr (GError) error = NULL;
  NsmLook *look = nsm_dataset_look_finish (result, &error);
  NsmWorkshop *workshop;
  g_autoptr (NsmDataset) kept = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  end (self);
  if (look == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  workshop = nsm_document_get_workshop (self->document);
  kept = g_object_ref (nsm_workshop_keep_look (workshop,
                                               nsm_data_mapping_get_dataset (self->mapping), look,
                                               find_replaced (self, workshop)));
  nsm_data_page_close (self);
  self->look = look;
  g_signal_emit (self, signals[DONE], 0, kept, look);
}

static void
on_look (NsmDataPage *self)
{
  /* What is being looked at doesn't change meanwhile. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->mapping), FALSE);
  nsm_dataset_look_async (nsm_data_mapping_get_dataset (self->mapping), self->file, on_progress,
                          self->progress, begin (self, _("Reading %s…")), on_looked,
                          g_object_ref (self));
}

/* Ways out */

static void
on_back (NsmDataPage *self)
{
  nsm_data_page_close (self);
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
on_progress_cancelled (NsmDataPage *self)
{
  if (!nsm_data_mapping_is_filled (self->mapping))
    {
      on_back (self);
      return;
    }
  stop (self);
  nsm_data_mapping_reset_format (self->mapping, NULL);
  show_mapping (self);
  nsm_data_mapping_focus_look (self->mapping);
}

/* Escape: out of what is being read, else out of the file. */
static void
go_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NsmDataPage *self = NSM_DATA_PAGE (widget);

  if (self->cancellable != NULL)
    on_progress_cancelled (self);
  else
    on_back (self);
}

static void
on_chosen (GObject *object, GFile *file)
{
  NsmDataPage *self = NSM_DATA_PAGE (object);
  g_autoptr (NsmDataset) replaces = self->replaces != NULL ? g_object_ref (self->replaces) : NULL;

  nsm_data_page_open (self, file, replaces);
}

static void
on_another (NsmDataPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  nsm_data_choose_file (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, on_chosen,
                        G_OBJECT (self));
}

static void
on_to_mapping (NsmDataPage *self)
{
  show_mapping (self);
  nsm_data_mapping_open_format (self->mapping);
}

static void
nsm_data_page_dispose (GObject *object)
{
  NsmDataPage *self = NSM_DATA_PAGE (object);

  if (self->mapping != NULL)
    nsm_data_page_close (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), NSM_TYPE_DATA_PAGE);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nsm_data_page_parent_class)->dispose (object);
}

static void
nsm_data_page_class_init (NsmDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_data_page_dispose;
  signals[DONE] = g_signal_new ("done", NSM_TYPE_DATA_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, NSM_TYPE_DATASET, G_TYPE_POINTER);
  signals[CANCELLED] = g_signal_new ("cancelled", NSM_TYPE_DATA_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (NSM_TYPE_DATA_MAPPING);
  g_type_ensure (NSM_TYPE_DATA_PROGRESS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/evidence/data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, back);
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, heading);
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, blank);
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, mapping);
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, progress);
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, problem);
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, ways);
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, another);
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, to_mapping);
  gtk_widget_class_install_action (widget_class, "data.back", NULL, go_back);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "data.back", NULL);
}

static void
nsm_data_page_init (NsmDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->ways, nsm_wrap_layout_new (12, 12));
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (on_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mapping, "format-changed", G_CALLBACK (on_format_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mapping, "look", G_CALLBACK (on_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->progress, "cancelled", G_CALLBACK (on_progress_cancelled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->another, "clicked", G_CALLBACK (on_another), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->to_mapping, "clicked", G_CALLBACK (on_to_mapping), self,
                           G_CONNECT_SWAPPED);
}

/**
 * nsm_data_page_new:
 * @document: whose workshop takes the results
 */
GtkWidget *
nsm_data_page_new (NsmDocument *document)
{
  NsmDataPage *self = g_object_new (NSM_TYPE_DATA_PAGE, NULL);

  self->document = g_object_ref (document);
  return GTK_WIDGET (self);
}

/**
 * nsm_data_page_open:
 * @replaces: (nullable): whose results the file's will replace; how its columns were read
 *   is taken over
 *
 * Shows what is in @file. Whatever was open before is let go.
 */
void
nsm_data_page_open (NsmDataPage *self, GFile *file, NsmDataset *replaces)
{
  nsm_data_page_close (self);
  self->file = g_object_ref (file);
  self->name = g_file_get_basename (file);
  g_set_object (&self->replaces, replaces);
  nsm_data_remember_folder (file);
  nsm_data_mapping_begin (self->mapping, self->document, file, replaces);
  show_mapping (self);
  gtk_stack_set_visible_child (self->stack, self->blank);
  nsm_csv_peek_async (file, NULL, begin (self, _("Opening %s…")), on_peeked, g_object_ref (self));
}

/**
 * nsm_data_page_close:
 *
 * Lets go of the file and of whatever is being read of it.
 */
void
nsm_data_page_close (NsmDataPage *self)
{
  stop (self);
  nsm_data_mapping_end (self->mapping);
  g_clear_object (&self->file);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->replaces);
  g_clear_pointer (&self->look, nsm_look_free);
}

/**
 * nsm_data_page_steal_look:
 *
 * Returns: (transfer full) (nullable): the look that "done" was about; once
 */
NsmLook *
nsm_data_page_steal_look (NsmDataPage *self)
{
  return g_steal_pointer (&self->look);
}
