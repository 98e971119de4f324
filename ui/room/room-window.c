/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-window.h"

#include <glib/gi18n-lib.h>

struct _NsmRoomWindow
{
  AdwWindow parent_instance;

  GtkWindow *main_window; /* (weak) the one that it belongs to */
  NsmDocument *document;
  NsmRoomView *view;
  GdkMonitor *monitor; /* the one that it fills by itself, or NULL */
  gboolean stays_small; /* somebody has left the full screen */

  GtkBox *column;
  GtkWidget *header;
  AdwWindowTitle *title;
};

G_DEFINE_FINAL_TYPE (NsmRoomWindow, nsm_room_window, ADW_TYPE_WINDOW)

/* Monitors */

static GdkMonitor *
get_monitor_of (GtkWindow *window)
{
  GdkSurface *surface = window != NULL ? gtk_native_get_surface (GTK_NATIVE (window)) : NULL;

  if (surface == NULL)
    return NULL;
  return gdk_display_get_monitor_at_surface (gtk_widget_get_display (GTK_WIDGET (window)), surface);
}

/* Another monitor than that of the main window. One with the same place shows the
 * same picture: it mirrors. */
static GdkMonitor *
find_monitor (NsmRoomWindow *self)
{
  GListModel *monitors =
    gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkMonitor *own = get_monitor_of (self->main_window);
  GdkRectangle own_area, area;

  if (own == NULL)
    return NULL;
  gdk_monitor_get_geometry (own, &own_area);
  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      gdk_monitor_get_geometry (monitor, &area);
      if (monitor != own && !gdk_rectangle_intersect (&area, &own_area, NULL))
        return monitor;
    }
  return NULL;
}

static void
follow_monitors (NsmRoomWindow *self)
{
  GdkMonitor *monitor = self->stays_small ? NULL : find_monitor (self);

  if (monitor != NULL && monitor != self->monitor)
    {
      g_set_object (&self->monitor, monitor);
      gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
    }
  else if (monitor == NULL && self->monitor != NULL)
    {
      g_clear_object (&self->monitor);
      gtk_window_unfullscreen (GTK_WINDOW (self));
    }
}

static void
on_monitors_changed (NsmRoomWindow *self)
{
  GListModel *monitors =
    gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean there = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      there |= monitor == self->monitor;
    }
  if (!there && self->monitor != NULL)
    {
      /* Whatever is left would be covered, the facilitator's screen too. */
      g_clear_object (&self->monitor);
      gtk_window_unfullscreen (GTK_WINDOW (self));
    }
  follow_monitors (self);
}

static void
on_fullscreen_changed (NsmRoomWindow *self)
{
  gtk_widget_set_visible (self->header, !gtk_window_is_fullscreen (GTK_WINDOW (self)));
}

/* Keys */

static void
leave_full_screen (GtkWidget *widget, const char *action G_GNUC_UNUSED,
                   GVariant *parameter G_GNUC_UNUSED)
{
  NsmRoomWindow *self = NSM_ROOM_WINDOW (widget);

  self->stays_small = TRUE;
  g_clear_object (&self->monitor);
  gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
toggle_full_screen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  NsmRoomWindow *self = NSM_ROOM_WINDOW (widget);

  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    {
      leave_full_screen (widget, action, parameter);
      return;
    }
  self->stays_small = FALSE;
  follow_monitors (self);
  if (self->monitor == NULL)
    gtk_window_fullscreen (GTK_WINDOW (self));
}

static void
close_window (GtkWidget *widget, const char *action G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
show_name (NsmRoomWindow *self)
{
  g_autofree char *name = nsm_document_dup_display_name (self->document);
  NsmWorkshop *workshop = nsm_document_get_workshop (self->document);
  const char *title = workshop->title[0] != '\0' ? workshop->title : name;
  /* Translators: the title of the window for the projector; %s is the workshop's name */
  g_autofree char *words = g_strdup_printf (_("Room: %s"), title);

  gtk_window_set_title (GTK_WINDOW (self), words);
  adw_window_title_set_title (self->title, words);
}

static void
nsm_room_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nsm_room_window_parent_class)->map (widget);
  follow_monitors (NSM_ROOM_WINDOW (widget));
}

static void
nsm_room_window_dispose (GObject *object)
{
  NsmRoomWindow *self = NSM_ROOM_WINDOW (object);

  g_clear_weak_pointer (&self->main_window);
  g_clear_object (&self->monitor);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nsm_room_window_parent_class)->dispose (object);
}

static void
nsm_room_window_class_init (NsmRoomWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_room_window_dispose;
  widget_class->map = nsm_room_window_map;
  gtk_widget_class_install_action (widget_class, "room.leave", NULL, leave_full_screen);
  gtk_widget_class_install_action (widget_class, "room.fullscreen", NULL, toggle_full_screen);
  gtk_widget_class_install_action (widget_class, "room.close", NULL, close_window);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "room.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "room.fullscreen", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "room.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "room.close",
                                       NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/room/room-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmRoomWindow, column);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomWindow, header);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomWindow, title);
}

static void
nsm_room_window_init (NsmRoomWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (on_fullscreen_changed), NULL);
}

/**
 * nsm_room_window_new:
 * @main_window: the window of @document, from whose monitor it stays away
 */
GtkWidget *
nsm_room_window_new (GtkWindow *main_window, NsmDocument *document, NsmTimer *timer)
{
  NsmRoomWindow *self = g_object_new (NSM_TYPE_ROOM_WINDOW, NULL);
  GtkWidget *view = nsm_room_view_new (document, timer);

  self->document = g_object_ref (document);
  self->view = NSM_ROOM_VIEW (view);
  g_set_weak_pointer (&self->main_window, main_window);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (self->column, view);
  g_signal_connect_object (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))),
                           "items-changed", G_CALLBACK (on_monitors_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::display-name", G_CALLBACK (show_name), self,
                           G_CONNECT_SWAPPED);
  show_name (self);
  return GTK_WIDGET (self);
}

NsmRoomView *
nsm_room_window_get_view (NsmRoomWindow *self)
{
  return self->view;
}
