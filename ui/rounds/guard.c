/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/guard.h"

#define N_CLIPBOARDS 2

struct _NsmGuard
{
  GObject parent_instance;

  GtkWidget *place;
  GdkClipboard *clipboards[N_CLIPBOARDS];
  GdkContentProvider *contents[N_CLIPBOARDS]; /* what was in them before, of this program */
  gulong handler;
  GtkRoot *root;
};

G_DEFINE_FINAL_TYPE (NsmGuard, nsm_guard, G_TYPE_OBJECT)

static const GtkInputHints hints =
  GTK_INPUT_HINT_PRIVATE | GTK_INPUT_HINT_NO_EMOJI | GTK_INPUT_HINT_NO_SPELLCHECK;

static void
on_focus_moved (GtkRoot *root, GParamSpec *pspec G_GNUC_UNUSED, gpointer user_data)
{
  NsmGuard *self = NSM_GUARD (user_data);
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->place))
    return;
  if (GTK_IS_TEXT (focus))
    gtk_text_set_input_hints (GTK_TEXT (focus), hints);
  else if (GTK_IS_TEXT_VIEW (focus))
    gtk_text_view_set_input_hints (GTK_TEXT_VIEW (focus), hints);
}

static void
nsm_guard_dispose (GObject *object)
{
  nsm_guard_end (NSM_GUARD (object));

  G_OBJECT_CLASS (nsm_guard_parent_class)->dispose (object);
}

static void
nsm_guard_class_init (NsmGuardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_guard_dispose;
}

static void
nsm_guard_init (NsmGuard *self G_GNUC_UNUSED)
{
}

/**
 * nsm_guard_new:
 * @place: below which ballots stand; in a window
 *
 * Returns: (transfer full): a guard that watches until it is ended or gone
 */
NsmGuard *
nsm_guard_new (GtkWidget *place)
{
  NsmGuard *self = g_object_new (NSM_TYPE_GUARD, NULL);

  g_set_weak_pointer (&self->place, place);
  self->clipboards[0] = g_object_ref (gtk_widget_get_clipboard (place));
  self->clipboards[1] = g_object_ref (gtk_widget_get_primary_clipboard (place));
  for (guint i = 0; i < N_CLIPBOARDS; i++)
    g_set_object (&self->contents[i], gdk_clipboard_get_content (self->clipboards[i]));
  g_set_weak_pointer (&self->root, gtk_widget_get_root (place));
  if (self->root != NULL)
    self->handler =
      g_signal_connect (self->root, "notify::focus-widget", G_CALLBACK (on_focus_moved), self);
  return self;
}

/**
 * nsm_guard_end:
 *
 * Empties the clipboards of what came from the ballot; to be called when the
 * ballot is gone. What they held before stays.
 */
void
nsm_guard_end (NsmGuard *self)
{
  if (self->root != NULL)
    g_clear_signal_handler (&self->handler, self->root);
  g_clear_weak_pointer (&self->root);
  for (guint i = 0; i < N_CLIPBOARDS; i++)
    {
      if (self->clipboards[i] != NULL && gdk_clipboard_is_local (self->clipboards[i])
          && gdk_clipboard_get_content (self->clipboards[i]) != self->contents[i])
        gdk_clipboard_set_content (self->clipboards[i], NULL);
      g_clear_object (&self->clipboards[i]);
      g_clear_object (&self->contents[i]);
    }
  g_clear_weak_pointer (&self->place);
}
