/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include <glib/gi18n-lib.h>

#include "kit/names.h"

/* What menus, keys and the start screen do in a window. */

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  NsmMainWindow *self = data;

  if (self->document == NULL)
    nsm_main_window_open_new (self, NSM_MODE_FACILITATED);
  else
    gtk_window_present (GTK_WINDOW (nsm_main_window_new (
        NSM_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))))));
}

static void
on_new_workshop (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_main_window_open_new (data, NSM_MODE_FACILITATED);
}

static void
on_new_draft (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_main_window_open_new (data, NSM_MODE_SOLO);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_main_window_ask_open (data);
}

static void
on_open_uri (GSimpleAction *action, GVariant *uri, gpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (uri, NULL));

  nsm_main_window_open_file (data, file);
}

static void
on_open_draft (GSimpleAction *action, GVariant *path, gpointer data)
{
  nsm_main_window_open_draft (data, g_variant_get_string (path, NULL));
}

static void
on_open_example (GSimpleAction *action, GVariant *name, gpointer data)
{
  nsm_main_window_open_example (data, g_variant_get_string (name, NULL));
}

static void
on_save (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_main_window_save (data);
}

static void
on_save_as (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_main_window_ask_save_as (data);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_main_window_ask_export (data);
}

static void
on_show_exported (GSimpleAction *action, GVariant *uri, gpointer data)
{
  nsm_main_window_show_exported (data, g_variant_get_string (uri, NULL));
}

static void
on_copy_markdown (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_main_window_copy_document (data, FALSE);
}

static void
on_copy_rich_text (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_main_window_copy_document (data, TRUE);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_main_window_print (data);
}

static void
on_freeze (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_main_window_ask_freeze (data);
}

static void
on_restore (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_main_window_ask_restore (data);
}

static void
on_reload (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  NsmMainWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (!nsm_document_reload (self->document, &error))
    nsm_main_window_say_failed (self, _("The file can’t be read again"), error->message);
}

static void
on_keep_both (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  NsmMainWindow *self = data;
  g_autoptr (GError) error = NULL;

  if (!nsm_document_keep_both (self->document, &error))
    nsm_main_window_say_failed (self, _("The copy can’t be saved"), error->message);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_journal_undo (((NsmMainWindow *) data)->journal);
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_journal_redo (((NsmMainWindow *) data)->journal);
}

static void
on_place (GSimpleAction *action, GVariant *place, gpointer data)
{
  nsm_main_window_show_place (data, g_variant_get_uint32 (place));
}

static void
on_next_place (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_main_window_show_place (data, ((NsmMainWindow *) data)->place + 1);
}

static void
on_previous_place (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  NsmMainWindow *self = data;

  if (self->place > 0)
    nsm_main_window_show_place (self, self->place - 1);
}

static void
on_next_pane (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  NsmMainWindow *self = data;
  GtkWidget *panes[] = { GTK_WIDGET (self->steps), GTK_WIDGET (self->stack),
                         GTK_WIDGET (self->guide) };
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  guint at = G_N_ELEMENTS (panes) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, panes[i]))
      at = i;
  for (guint i = 1; i <= G_N_ELEMENTS (panes); i++)
    {
      GtkWidget *next = panes[(at + i) % G_N_ELEMENTS (panes)];

      if (!gtk_widget_get_mapped (next))
        continue;
      if (next == GTK_WIDGET (self->steps))
        nsm_step_list_focus (self->steps);
      else if (!gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD))
        continue;
      return;
    }
}

static void
on_show_steps (GSimpleAction *action, GVariant *show, gpointer data)
{
  NsmMainWindow *self = data;

  if (!adw_flap_get_folded (self->steps_flap))
    self->wants_steps = g_variant_get_boolean (show);
  adw_flap_set_reveal_flap (self->steps_flap, g_variant_get_boolean (show));
}

static void
on_show_guide (GSimpleAction *action, GVariant *show, gpointer data)
{
  NsmMainWindow *self = data;

  if (!adw_flap_get_folded (self->guide_flap))
    self->wants_guide = g_variant_get_boolean (show);
  adw_flap_set_reveal_flap (self->guide_flap, g_variant_get_boolean (show));
}

static void
on_timer (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_timer_toggle (nsm_timer_button_get_timer (((NsmMainWindow *) data)->timer));
}

static void
on_timer_reset (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_timer_reset (nsm_timer_button_get_timer (((NsmMainWindow *) data)->timer));
}

static void
on_fullscreen (GSimpleAction *action, GVariant *full, gpointer data)
{
  if (g_variant_get_boolean (full))
    gtk_window_fullscreen (data);
  else
    gtk_window_unfullscreen (data);
  g_simple_action_set_state (action, full);
}

static void
on_room_window (GSimpleAction *action G_GNUC_UNUSED, GVariant *show, gpointer data)
{
  nsm_main_window_show_room (data, g_variant_get_boolean (show));
}

static void
on_close (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_window_close (data);
}

/**
 * nsm_main_window_init_actions:
 */
void
nsm_main_window_init_actions (NsmMainWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "new", .activate = on_new },
    { .name = "new-workshop", .activate = on_new_workshop },
    { .name = "new-draft", .activate = on_new_draft },
    { .name = "open", .activate = on_open },
    { .name = "open-uri", .activate = on_open_uri, .parameter_type = "s" },
    { .name = "open-draft", .activate = on_open_draft, .parameter_type = "s" },
    { .name = "open-example", .activate = on_open_example, .parameter_type = "s" },
    { .name = "save", .activate = on_save },
    { .name = "save-as", .activate = on_save_as },
    { .name = "export", .activate = on_export },
    { .name = "show-exported", .activate = on_show_exported, .parameter_type = "s" },
    { .name = "copy-markdown", .activate = on_copy_markdown },
    { .name = "copy-rich-text", .activate = on_copy_rich_text },
    { .name = "print", .activate = on_print },
    { .name = "freeze", .activate = on_freeze },
    { .name = "restore", .activate = on_restore },
    { .name = "reload", .activate = on_reload },
    { .name = "keep-both", .activate = on_keep_both },
    { .name = "undo", .activate = on_undo },
    { .name = "redo", .activate = on_redo },
    { .name = "place", .activate = on_place, .parameter_type = "u" },
    { .name = "next-place", .activate = on_next_place },
    { .name = "previous-place", .activate = on_previous_place },
    { .name = "next-pane", .activate = on_next_pane },
    { .name = "show-steps", .state = "true", .change_state = on_show_steps },
    { .name = "show-guide", .state = "true", .change_state = on_show_guide },
    { .name = "timer", .activate = on_timer },
    { .name = "timer-reset", .activate = on_timer_reset },
    { .name = "fullscreen", .state = "false", .change_state = on_fullscreen },
    { .name = "room-window", .state = "false", .change_state = on_room_window },
    { .name = "close", .activate = on_close },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static gboolean
is_enabled (NsmMainWindow *self, const char *name)
{
  static const char *const always[] = { "new",       "new-workshop", "new-draft",    "open",
                                        "open-uri",  "open-draft",   "open-example", "fullscreen",
                                        NULL };

  if (g_str_equal (name, "close"))
    return TRUE;
  /* While somebody answers in private, nothing else can be reached. */
  if (self->immersive)
    return FALSE;
  if (g_strv_contains (always, name))
    return TRUE;
  if (self->workshop == NULL)
    return FALSE;
  if (g_str_equal (name, "undo"))
    return nsm_journal_can_undo (self->journal) && !nsm_document_is_read_only (self->document);
  if (g_str_equal (name, "redo"))
    return nsm_journal_can_redo (self->journal) && !nsm_document_is_read_only (self->document);
  if (g_str_equal (name, "restore") || g_str_equal (name, "freeze"))
    return !nsm_document_is_read_only (self->document);
  if (g_str_equal (name, "reload") || g_str_equal (name, "keep-both"))
    return nsm_document_get_state (self->document) == NSM_DOCUMENT_CONFLICT;
  if (g_str_equal (name, "timer") || g_str_equal (name, "timer-reset"))
    return self->place < NSM_N_STEPS && self->workshop->mode != NSM_MODE_SOLO;
  if (g_str_equal (name, "room-window"))
    return self->workshop->mode != NSM_MODE_SOLO;
  if (g_str_equal (name, "show-guide"))
    return self->place < NSM_N_STEPS;
  return TRUE;
}

static void
say_tooltip (GtkWidget *button, const char *format, const char *bare, const char *name)
{
  g_autofree char *words = name != NULL && name[0] != '\0' ? g_strdup_printf (format, name)
                                                            : g_strdup (bare);

  gtk_widget_set_tooltip_text (button, words);
  nsm_widget_set_name_for_readers (button, words);
}

/**
 * nsm_main_window_update_actions:
 *
 * Enables what can be done now, and says what undo and redo would do.
 */
void
nsm_main_window_update_actions (NsmMainWindow *self)
{
  g_auto (GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self));
  gboolean open = self->workshop != NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), names[i]);

      if (G_IS_SIMPLE_ACTION (action))
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled (self, names[i]));
    }
  /* Translators: %s is what was done, "Rename Candidate" */
  say_tooltip (self->undo_button, _("Undo %s"), _("Undo"),
               open ? nsm_journal_get_undo_name (self->journal) : NULL);
  /* Translators: %s is what was undone, "Rename Candidate" */
  say_tooltip (self->redo_button, _("Redo %s"), _("Redo"),
               open ? nsm_journal_get_redo_name (self->journal) : NULL);
  gtk_widget_set_visible (self->undo_button, open);
  gtk_widget_set_visible (self->redo_button, open);
  gtk_widget_set_visible (self->steps_toggle, open);
  gtk_widget_set_visible (self->room_toggle, open && self->workshop->mode != NSM_MODE_SOLO);
  gtk_widget_set_visible (self->guide_toggle, open && self->place < NSM_N_STEPS);
  if (!open)
    gtk_widget_set_visible (GTK_WIDGET (self->timer), FALSE);
}
