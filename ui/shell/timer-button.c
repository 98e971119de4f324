/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/timer-button.h"

#include <glib/gi18n-lib.h>

#include "kit/names.h"

struct _NsmTimerButton
{
  GtkButton parent_instance;

  NsmTimer *timer;
  GtkWidget *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (NsmTimerButton, nsm_timer_button, GTK_TYPE_BUTTON)

static void
show_timer (NsmTimerButton *self)
{
  gboolean running = nsm_timer_is_running (self->timer);
  g_autofree char *clock = nsm_timer_dup_clock (self->timer);
  g_autofree char *warning = nsm_timer_dup_warning (self->timer);
  const char *act = running ? _("Pause the timer") : _("Start the timer");
  g_autofree char *spoken = warning != NULL ? g_strdup_printf ("%s, %s, %s", act, clock, warning)
                                            : g_strdup_printf ("%s, %s", act, clock);

  gtk_label_set_label (self->label, clock);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), running ? "media-playback-pause-symbolic"
                                                                : "media-playback-start-symbolic");
  if (nsm_timer_get_left (self->timer) < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "over");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), act);
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), spoken);
}

static void
nsm_timer_button_clicked (GtkButton *button)
{
  nsm_timer_toggle (NSM_TIMER_BUTTON (button)->timer);
}

static void
nsm_timer_button_finalize (GObject *object)
{
  g_object_unref (NSM_TIMER_BUTTON (object)->timer);
  G_OBJECT_CLASS (nsm_timer_button_parent_class)->finalize (object);
}

static void
nsm_timer_button_class_init (NsmTimerButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_timer_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = nsm_timer_button_clicked;
}

static void
nsm_timer_button_init (NsmTimerButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->timer = nsm_timer_new ();
  self->icon = gtk_image_new ();
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "timer");
  g_signal_connect_object (self->timer, "notify", G_CALLBACK (show_timer), self,
                           G_CONNECT_SWAPPED);
  show_timer (self);
}

/**
 * nsm_timer_button_get_timer:
 *
 * Returns: (transfer none): the timer that it shows, starts and stops
 */
NsmTimer *
nsm_timer_button_get_timer (NsmTimerButton *self)
{
  return self->timer;
}
