/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/timer-button.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kit/names.h"
#include "method/step.h"

struct _NsmTimerButton
{
  GtkButton parent_instance;

  NsmStep step;
  gint64 spent[NSM_N_STEPS]; /* microseconds, without the running stretch */
  gint64 minutes;
  gint64 started; /* monotonic; 0 while it stands */
  guint tick_id;
  GtkWidget *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (NsmTimerButton, nsm_timer_button, GTK_TYPE_BUTTON)

static gint64
get_left (NsmTimerButton *self)
{
  gint64 spent = self->spent[self->step];

  if (self->started != 0)
    spent += g_get_monotonic_time () - self->started;
  return self->minutes * 60 - spent / G_USEC_PER_SEC;
}

static void
show_left (NsmTimerButton *self)
{
  gint64 left = get_left (self);
  gint64 size = ABS (left);
  /* Translators: minutes and seconds left; the first is a minus sign or nothing */
  g_autofree char *words = g_strdup_printf (_("%s%d:%02d"), left < 0 ? "−" : "", (int) (size / 60),
                                            (int) (size % 60));
  const char *act = self->started != 0 ? _("Pause the timer") : _("Start the timer");
  g_autofree char *spoken = g_strdup_printf ("%s, %s", act, words);

  gtk_label_set_label (self->label, words);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), self->started != 0
                                                            ? "media-playback-pause-symbolic"
                                                            : "media-playback-start-symbolic");
  if (left < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "over");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), act);
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), spoken);
}

static gboolean
on_second (gpointer data)
{
  show_left (data);
  return G_SOURCE_CONTINUE;
}

static void
stop (NsmTimerButton *self)
{
  if (self->started != 0)
    self->spent[self->step] += g_get_monotonic_time () - self->started;
  self->started = 0;
  g_clear_handle_id (&self->tick_id, g_source_remove);
}

static void
nsm_timer_button_clicked (GtkButton *button)
{
  nsm_timer_button_toggle (NSM_TIMER_BUTTON (button));
}

static void
nsm_timer_button_dispose (GObject *object)
{
  stop (NSM_TIMER_BUTTON (object));
  G_OBJECT_CLASS (nsm_timer_button_parent_class)->dispose (object);
}

static void
nsm_timer_button_class_init (NsmTimerButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_timer_button_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = nsm_timer_button_clicked;
}

static void
nsm_timer_button_init (NsmTimerButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->icon = gtk_image_new ();
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (box), self->icon);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "timer");
}

/**
 * nsm_timer_button_set_place:
 *
 * Shows the time of @step, as the agenda of @workshop gives it. A timer that
 * runs stops when the step changes.
 */
void
nsm_timer_button_set_place (NsmTimerButton *self, NsmWorkshop *workshop, NsmStep step)
{
  if (self->step != step)
    stop (self);
  self->step = step;
  self->minutes = nsm_step_get_minutes (step);
  NSM_LIST_EACH (NsmAgendaItem, item, workshop->agenda)
    {
      if (item->step == step)
        self->minutes = (gint64) item->minutes;
    }
  show_left (self);
}

void
nsm_timer_button_toggle (NsmTimerButton *self)
{
  if (self->started != 0)
    stop (self);
  else
    {
      self->started = g_get_monotonic_time ();
      self->tick_id = g_timeout_add_seconds (1, on_second, self);
    }
  show_left (self);
}

/**
 * nsm_timer_button_reset:
 *
 * Gives the step all its minutes back.
 */
void
nsm_timer_button_reset (NsmTimerButton *self)
{
  stop (self);
  self->spent[self->step] = 0;
  show_left (self);
}
