/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

/* The second window of a workshop, for the projector. */

static void
set_shown (NsmMainWindow *self, gboolean shown)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "room-window");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
}

static void
on_room_destroyed (NsmMainWindow *self)
{
  g_clear_weak_pointer (&self->room);
  set_shown (self, FALSE);
}

/**
 * nsm_main_window_show_room:
 *
 * Opens the room window, or closes it.
 */
void
nsm_main_window_show_room (NsmMainWindow *self, gboolean show)
{
  if (show && self->room == NULL)
    {
      GtkWidget *room = nsm_room_window_new (GTK_WINDOW (self), self->document,
                                             nsm_timer_button_get_timer (self->timer));

      g_set_weak_pointer (&self->room, room);
      g_signal_connect_object (room, "destroy", G_CALLBACK (on_room_destroyed), self,
                               G_CONNECT_SWAPPED);
      nsm_room_view_set_place (nsm_room_window_get_view (NSM_ROOM_WINDOW (room)), self->place);
      gtk_window_present (GTK_WINDOW (room));
    }
  else if (!show && self->room != NULL)
    gtk_window_destroy (GTK_WINDOW (self->room));
  set_shown (self, self->room != NULL);
}
