/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/round-view-private.h"

#include <glib/gi18n-lib.h>

struct _NsmRoundClosed
{
  AdwBin parent_instance;

  NsmRoundView *view;
  GtkWidget *words_label;
  GtkWidget *unlock_bin;
  GtkWidget *reveal_button;
  GtkWidget *unlock;
};

G_DEFINE_FINAL_TYPE (NsmRoundClosed, nsm_round_closed, ADW_TYPE_BIN)

static void
on_reveal_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_round_view_reveal (NSM_ROUND_CLOSED (user_data)->view);
}

static gboolean
nsm_round_closed_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NSM_ROUND_CLOSED (widget)->reveal_button);
}

static void
nsm_round_closed_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (nsm_round_closed_parent_class)->dispose (object);
}

static void
nsm_round_closed_class_init (NsmRoundClosedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_round_closed_dispose;
  widget_class->grab_focus = nsm_round_closed_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/rounds/round-closed.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmRoundClosed, words_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundClosed, unlock_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundClosed, reveal_button);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_clicked);
}

static void
nsm_round_closed_init (NsmRoundClosed *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nsm_round_closed_new (NsmRoundView *view)
{
  NsmRoundClosed *self = g_object_new (NSM_TYPE_ROUND_CLOSED, NULL);

  self->view = view;
  self->unlock = nsm_round_unlock_new (view);
  adw_bin_set_child (ADW_BIN (self->unlock_bin), self->unlock);
  return GTK_WIDGET (self);
}

/**
 * nsm_round_closed_show:
 *
 * Shows the closing words of @round, and the way to the reveal.
 */
void
nsm_round_closed_show (NsmRoundClosed *self, NsmRound *round)
{
  gboolean has_key =
    nsm_key_store_has (nsm_round_view_get_keys (self->view), NSM_RECORD (round)->id);

  gtk_label_set_label (GTK_LABEL (self->words_label), round->chain_words);
  nsm_round_unlock_show (NSM_ROUND_UNLOCK (self->unlock), round);
  gtk_widget_set_visible (self->unlock_bin, !has_key);
  gtk_widget_set_sensitive (self->reveal_button, has_key);
}
