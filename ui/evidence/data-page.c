/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-page.h"

struct _NsmDataPage
{
  AdwBin parent_instance;

  NsmDocument *document;
  GFile *file;
  NsmDataset *replaces;
  NsmLook *look;
  GtkLabel *facts;
  GtkWidget *back;
  GtkWidget *heading;
};

enum
{
  DONE,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmDataPage, nsm_data_page, ADW_TYPE_BIN)

static void
on_back (NsmDataPage *self)
{
  nsm_data_page_close (self);
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
nsm_data_page_dispose (GObject *object)
{
  NsmDataPage *self = NSM_DATA_PAGE (object);

  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_clear_object (&self->replaces);
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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/evidence/data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, facts);
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, back);
  gtk_widget_class_bind_template_child (widget_class, NsmDataPage, heading);
}

static void
nsm_data_page_init (NsmDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (on_back), self, G_CONNECT_SWAPPED);
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
  g_autofree char *name = g_file_get_basename (file);

  nsm_data_page_close (self);
  self->file = g_object_ref (file);
  g_set_object (&self->replaces, replaces);
  gtk_label_set_label (self->facts, name);
}

/**
 * nsm_data_page_close:
 *
 * Lets go of the file and of whatever is being read of it.
 */
void
nsm_data_page_close (NsmDataPage *self)
{
  g_clear_object (&self->file);
  g_clear_object (&self->replaces);
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
