/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/clock.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/names.h"

#define SIDE 336
#define LINE 20
#define LINE_LAST 34

struct _NsmRoomClock
{
  GtkWidget parent_instance;

  NsmTimer *timer;
  GtkWidget *words;
  GtkLabel *clock;
  GtkLabel *note;
  int told; /* minutes that a screen reader was told */
};

G_DEFINE_FINAL_TYPE (NsmRoomClock, nsm_room_clock, GTK_TYPE_WIDGET)

static double
get_share (NsmRoomClock *self)
{
  int all = 60 * nsm_timer_get_minutes (self->timer);

  return all > 0 ? CLAMP (nsm_timer_get_left (self->timer) / (double) all, 0, 1) : 0;
}

static void
draw_arc (cairo_t *cr, const GdkRGBA *color, double from, double to)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_new_sub_path (cr);
  cairo_arc (cr, SIDE / 2.0, SIDE / 2.0, (SIDE - LINE_LAST) / 2.0, from, to);
  cairo_stroke (cr);
}

static void
nsm_room_clock_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NsmRoomClock *self = NSM_ROOM_CLOCK (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, SIDE, SIDE);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double share = self->timer != NULL ? get_share (self) : 0;
  GdkRGBA ink, groove;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  gtk_style_context_get_color (style, &groove);
  groove.alpha *= 0.1f;
  if (!gtk_style_context_lookup_color (style, "accent_bg_color", &ink))
    gtk_style_context_get_color (style, &ink);
  if (mirrored)
    {
      cairo_translate (cr, SIDE, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (cr, LINE);
  draw_arc (cr, &groove, 0, 2 * M_PI);
  if (self->timer != NULL && nsm_timer_get_left (self->timer) <= NSM_TIMER_LAST)
    cairo_set_line_width (cr, LINE_LAST);
  if (share > 0)
    draw_arc (cr, &ink, -M_PI_2, -M_PI_2 + share * 2 * M_PI);
  cairo_destroy (cr);
  GTK_WIDGET_CLASS (nsm_room_clock_parent_class)->snapshot (widget, snapshot);
}

/* A reader that said every second would say nothing else. */
static void
tell (NsmRoomClock *self, const char *warning)
{
  int minutes = (MAX (nsm_timer_get_left (self->timer), 0) + 59) / 60;
  g_autofree char *words = NULL;

  if (warning != NULL)
    minutes = nsm_timer_get_left (self->timer) > 0 ? -1 : -2;
  if (self->told == minutes)
    return;
  self->told = minutes;
  words = warning != NULL
            ? g_strdup (warning)
            : g_strdup_printf (ngettext ("%d minute left", "%d minutes left", minutes), minutes);
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), words);
}

static void
show_timer (NsmRoomClock *self)
{
  g_autofree char *clock = nsm_timer_dup_clock (self->timer);
  g_autofree char *warning = nsm_timer_dup_warning (self->timer);
  int minutes = nsm_timer_get_minutes (self->timer);
  g_autofree char *note =
    warning != NULL ? g_strdup (warning)
    /* Translators: below the minutes and seconds that are left: the minutes there were */
                    : g_strdup_printf (_("left of %d"), minutes);

  gtk_label_set_label (self->clock, clock);
  gtk_label_set_label (self->note, note);
  if (warning != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "last");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "last");
  gtk_widget_set_visible (GTK_WIDGET (self), minutes > 0);
  tell (self, warning);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
nsm_room_clock_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline G_GNUC_UNUSED,
                        int *natural_baseline G_GNUC_UNUSED)
{
  int unused;

  gtk_widget_measure (NSM_ROOM_CLOCK (widget)->words, orientation, for_size, &unused, NULL, NULL,
                      NULL);
  *minimum = *natural = SIDE;
}

static void
nsm_room_clock_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  const int margin = 2 * LINE_LAST; /* that words keep from the ring's outside */
  int least;

  gtk_widget_measure (NSM_ROOM_CLOCK (widget)->words, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  least = MAX (least, width - 2 * margin);
  gtk_widget_allocate (NSM_ROOM_CLOCK (widget)->words, least, height, baseline,
                       gsk_transform_translate (
                         NULL, &GRAPHENE_POINT_INIT ((float) (width - least) / 2, 0)));
}

static void
nsm_room_clock_dispose (GObject *object)
{
  NsmRoomClock *self = NSM_ROOM_CLOCK (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_object (&self->timer);
  G_OBJECT_CLASS (nsm_room_clock_parent_class)->dispose (object);
}

static void
nsm_room_clock_class_init (NsmRoomClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_room_clock_dispose;
  widget_class->measure = nsm_room_clock_measure;
  widget_class->size_allocate = nsm_room_clock_size_allocate;
  widget_class->snapshot = nsm_room_clock_snapshot;
  gtk_widget_class_set_css_name (widget_class, "roomclock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TIMER);
}

static void
nsm_room_clock_init (NsmRoomClock *self)
{
  self->told = G_MININT;
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->clock = GTK_LABEL (gtk_label_new (NULL));
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->clock), "clock");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "note");
  gtk_box_append (GTK_BOX (self->words), GTK_WIDGET (self->clock));
  gtk_box_append (GTK_BOX (self->words), GTK_WIDGET (self->note));
  gtk_label_set_wrap (self->note, TRUE);
  gtk_label_set_justify (self->note, GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * nsm_room_clock_set_timer:
 * @timer: set once
 */
void
nsm_room_clock_set_timer (NsmRoomClock *self, NsmTimer *timer)
{
  g_return_if_fail (self->timer == NULL);

  self->timer = g_object_ref (timer);
  g_signal_connect_object (timer, "notify", G_CALLBACK (show_timer), self, G_CONNECT_SWAPPED);
  show_timer (self);
}
