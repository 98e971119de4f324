/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-drop.h"

#include "rounds/ballot-window.h"

typedef struct
{
  NsmDataDropCan can;
  NsmDataDropTake take;
} Drop;

/* A file that the window opens, whatever page it shows. */
static gboolean
is_for_window (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return nsm_ballot_window_takes (file) || (name != NULL && g_str_has_suffix (name, ".nsm"));
}

/* Only one is looked at at a time. */
static GFile *
find_file (const GValue *value)
{
  if (value == NULL)
    return NULL;
  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    return is_for_window (g_value_get_object (value)) ? NULL : g_value_get_object (value);
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
      if (!is_for_window (l->data))
        return l->data;
  return NULL;
}

static gboolean
on_accept (GtkDropTarget *target, GdkDrop *drop, Drop *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  return gdk_content_formats_match (gdk_drop_get_formats (drop),
                                    gtk_drop_target_get_formats (target)) &&
         self->can (widget);
}

/* What is being dragged is known now; what isn't for us goes on to the window. */
static void
on_value (GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  if (value != NULL && find_file (value) == NULL)
    gtk_drop_target_reject (target);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, Drop *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  g_autoptr (GFile) file = NULL;

  g_set_object (&file, find_file (value));
  if (file == NULL || !self->can (widget))
    return FALSE;
  self->take (widget, file, x, y);
  return TRUE;
}

static void
drop_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  g_free (data);
}

/**
 * nsm_data_drop_add:
 * @can: whether @widget takes files now
 * @take: called with the file, and where on @widget it was dropped
 *
 * Lets @widget take files that are dropped on it. While one is over it, it has the state
 * drop(active).
 *
 * Returns: (transfer none): what was added
 */
GtkDropTarget *
nsm_data_drop_add (GtkWidget *widget, NsmDataDropCan can, NsmDataDropTake take)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  Drop *self = g_new (Drop, 1);

  *self = (Drop){ can, take };
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "accept", G_CALLBACK (on_accept), self);
  g_signal_connect (target, "notify::value", G_CALLBACK (on_value), NULL);
  g_signal_connect_data (target, "drop", G_CALLBACK (on_drop), self, drop_free, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
  return target;
}
