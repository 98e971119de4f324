/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-progress.h"

#include <glib/gi18n-lib.h>

#include "kit/names.h"

struct _NsmDataProgress
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *words;
  GtkWidget *bar;
  GtkWidget *cancel;
  char *what;
  int shown; /* percent */
};

static guint cancelled;

G_DEFINE_FINAL_TYPE (NsmDataProgress, nsm_data_progress, GTK_TYPE_WIDGET)

static void
on_cancel (NsmDataProgress *self)
{
  g_signal_emit (self, cancelled, 0);
}

static gboolean
nsm_data_progress_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NSM_DATA_PROGRESS (widget)->cancel);
}

static void
nsm_data_progress_dispose (GObject *object)
{
  NsmDataProgress *self = NSM_DATA_PROGRESS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->what, g_free);
  G_OBJECT_CLASS (nsm_data_progress_parent_class)->dispose (object);
}

static void
nsm_data_progress_class_init (NsmDataProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_data_progress_dispose;
  widget_class->grab_focus = nsm_data_progress_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  cancelled = g_signal_new ("cancelled", NSM_TYPE_DATA_PROGRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                            NULL, G_TYPE_NONE, 0);
}

static void
nsm_data_progress_init (NsmDataProgress *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->words = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->words), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->words, "tabular");
  self->bar = gtk_progress_bar_new ();
  nsm_widget_set_name_for_readers (self->bar, _("How far it is"));
  self->cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  gtk_widget_set_halign (self->cancel, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->cancel, "pill");
  g_signal_connect_object (self->cancel, "clicked", G_CALLBACK (on_cancel), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), self->words);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), self->cancel);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * nsm_data_progress_begin:
 * @what: "Reading visits.csv…"
 */
void
nsm_data_progress_begin (NsmDataProgress *self, const char *what)
{
  g_free (self->what);
  self->what = g_strdup (what);
  self->shown = -1;
  nsm_data_progress_set_share (self, 0);
}

/**
 * nsm_data_progress_set_share:
 * @share: how much of it is done, 0 to 1
 */
void
nsm_data_progress_set_share (NsmDataProgress *self, double share)
{
  int percent = (int) (CLAMP (share, 0, 1) * 100);
  g_autofree char *words = NULL;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), CLAMP (share, 0, 1));
  if (percent == self->shown)
    return;
  self->shown = percent;
  /* Translators: "Reading visits.csv… 40 %" */
  words = g_strdup_printf (_("%s %d %%"), self->what, percent);
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  words, -1);
}
