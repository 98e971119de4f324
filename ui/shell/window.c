/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include <glib/gi18n-lib.h>

#include "kit/names.h"
#include "kit/style.h"
#include "start/start-page.h"

#define SMALL_WIDTH 880
#define SMALL_HEIGHT 660

G_DEFINE_FINAL_TYPE (NsmMainWindow, nsm_main_window, ADW_TYPE_APPLICATION_WINDOW)

/* Saying how the document is */

static void
show_state (NsmMainWindow *self)
{
  NsmDocumentState state = nsm_document_get_state (self->document);
  const char *message = nsm_document_get_message (self->document);
  gboolean loud = state == NSM_DOCUMENT_FAILED || state == NSM_DOCUMENT_CONFLICT;
  g_autofree char *name = nsm_document_dup_display_name (self->document);
  const char *title = self->workshop->title[0] != '\0' ? self->workshop->title : name;

  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, nsm_document_get_status (self->document));
  gtk_window_set_title (GTK_WINDOW (self), title);
  if (loud)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "loud");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "loud");

  gtk_label_set_label (self->notice_words, message);
  gtk_revealer_set_reveal_child (self->notice, message[0] != '\0' && !self->immersive);
  gtk_widget_set_visible (self->notice_reload, state == NSM_DOCUMENT_CONFLICT);
  gtk_widget_set_visible (self->notice_keep_both, state == NSM_DOCUMENT_CONFLICT);
  gtk_widget_set_visible (self->notice_save_as, state != NSM_DOCUMENT_CONFLICT);
  nsm_main_window_update_actions (self);
}

static void
on_workshop_replaced (NsmMainWindow *self)
{
  nsm_main_window_drop_workshop (self);
  nsm_main_window_take_workshop (self);
  show_state (self);
}

static void
on_name_changed (NsmMainWindow *self)
{
  show_state (self);
}

/* Flaps: what the person chose, as far as it fits */

static void
on_folded (NsmMainWindow *self)
{
  nsm_main_window_update_panels (self);
}

static void
on_revealed (NsmMainWindow *self)
{
  GAction *action;

  action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-steps");
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (adw_flap_get_reveal_flap (self->steps_flap)));
  action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-guide");
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (adw_flap_get_reveal_flap (self->guide_flap)));
}

/* Said where everybody may hear it, and never in the way of somebody's answer. */
static void
on_timer_warning (NsmMainWindow *self)
{
  g_autofree char *words =
    nsm_timer_dup_warning (nsm_timer_button_get_timer (self->timer));

  if (words == NULL || self->immersive)
    return;
  nsm_main_window_toast (self, words, FALSE);
  nsm_widget_announce (GTK_WIDGET (self), words);
}

/* Files dropped anywhere on the window */

static gboolean
on_dropped (NsmMainWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (self->immersive)
    return FALSE;
  for (GSList *l = files; l != NULL; l = l->next)
    nsm_main_window_open_file (self, l->data);
  return files != NULL;
}

/* Closing */

static void
close_now (gpointer window)
{
  gtk_window_close (GTK_WINDOW (window));
  g_object_unref (window);
}

static void
on_close_answered (AdwMessageDialog *dialog, const char *answer, gpointer user_data)
{
  NsmMainWindow *self = NSM_MAIN_WINDOW (user_data);

  if (g_str_equal (answer, "close"))
    {
      nsm_document_discard (self->document);
      /* A window takes its dialogs with it, and this one is still telling its answer. */
      gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
      g_idle_add_once (close_now, g_object_ref (self));
    }
  else if (g_str_equal (answer, "save-as"))
    nsm_main_window_ask_save_as (self);
}

static void
ask_whether_to_lose (NsmMainWindow *self, const char *why)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Close without saving?"), NULL);
  g_autofree char *body = g_strdup_printf (_("The last changes can’t be saved. %s"), why);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "close",
                                    _("Close _Without Saving"), "save-as", _("_Save As…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save-as",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
nsm_main_window_close_request (GtkWindow *window)
{
  NsmMainWindow *self = NSM_MAIN_WINDOW (window);
  GApplication *application = G_APPLICATION (gtk_window_get_application (window));
  g_autoptr (GError) error = NULL;

  if (!self->immersive && application != NULL)
    nsm_application_keep_window (NSM_APPLICATION (application), window, self->wants_steps,
                                 self->wants_guide);
  if (self->document != NULL && !nsm_document_close (self->document, &error))
    {
      ask_whether_to_lose (self, error != NULL ? error->message : "");
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (nsm_main_window_parent_class)->close_request (window);
}

/* GObject */

static void
nsm_main_window_dispose (GObject *object)
{
  NsmMainWindow *self = NSM_MAIN_WINDOW (object);

  if (self->stack != NULL)
    nsm_main_window_drop_workshop (self);
  if (self->room != NULL)
    gtk_window_destroy (GTK_WINDOW (self->room));
  g_clear_weak_pointer (&self->way_back);
  g_clear_object (&self->chooser);
  g_clear_object (&self->document);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  G_OBJECT_CLASS (nsm_main_window_parent_class)->dispose (object);
}

/* In a small window large type would leave no room for what it is about. */
static gboolean
is_small (int width, int height)
{
  double size = nsm_style_get_text_size () / 100.0;

  /* Large type makes a window as small as few pixels do. */
  return height < SMALL_HEIGHT * MAX (size, 1) || width < SMALL_WIDTH * MAX (size, 1);
}

static void
mark_small (gpointer data)
{
  g_autoptr (NsmMainWindow) self = data;
  GtkWidget *widget = GTK_WIDGET (self);

  if (is_small (gtk_widget_get_width (widget), gtk_widget_get_height (widget)))
    gtk_widget_add_css_class (widget, "small");
  else
    gtk_widget_remove_css_class (widget, "small");
}

static void
nsm_main_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gboolean small = is_small (width, height);

  GTK_WIDGET_CLASS (nsm_main_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (small != gtk_widget_has_css_class (widget, "small"))
    g_idle_add_once (mark_small, g_object_ref (widget));
}

static void
nsm_main_window_class_init (NsmMainWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_main_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = nsm_main_window_close_request;
  widget_class->size_allocate = nsm_main_window_size_allocate;

  g_type_ensure (NSM_TYPE_STEP_LIST);
  g_type_ensure (NSM_TYPE_GUIDE_PANEL);
  g_type_ensure (NSM_TYPE_TIMER_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, NSM_RESOURCE_BASE "/shell/window.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, NsmMainWindow, name)
  CHILD (views);
  CHILD (start_place);
  CHILD (header);
  CHILD (title);
  CHILD (steps_toggle);
  CHILD (guide_toggle);
  CHILD (undo_button);
  CHILD (redo_button);
  CHILD (room_toggle);
  CHILD (menu_button);
  CHILD (timer);
  CHILD (notice);
  CHILD (notice_words);
  CHILD (notice_reload);
  CHILD (notice_keep_both);
  CHILD (notice_save_as);
  CHILD (toasts);
  CHILD (steps_flap);
  CHILD (guide_flap);
  CHILD (steps);
  CHILD (guide);
  CHILD (stack);
#undef CHILD
}

static void
on_place_chosen (NsmMainWindow *self, guint place)
{
  nsm_main_window_show_place (self, place);
  /* Where it lies over the page, the list has done its work. */
  if (adw_flap_get_folded (self->steps_flap))
    adw_flap_set_reveal_flap (self->steps_flap, FALSE);
}

static void
add_undo_keys (NsmMainWindow *self)
{
  /* In the capture phase: a focused entry would eat them. */
  GtkEventController *keys = gtk_shortcut_controller_new ();
  static const struct
  {
    const char *trigger, *action;
  } shortcuts[] = {
    { "<Control>z", "win.undo" },
    { "<Control><Shift>z", "win.redo" },
    { "<Control>y", "win.redo" },
  };

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                          gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
nsm_main_window_init (NsmMainWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  self->wants_steps = self->wants_guide = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  nsm_main_window_init_actions (self);
  add_undo_keys (self);

  g_signal_connect_object (self->steps, "chosen", G_CALLBACK (on_place_chosen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->guide, "followed", G_CALLBACK (nsm_main_window_follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps_flap, "notify::folded", G_CALLBACK (on_folded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->guide_flap, "notify::folded", G_CALLBACK (on_folded), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps_flap, "notify::reveal-flap", G_CALLBACK (on_revealed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->guide_flap, "notify::reveal-flap", G_CALLBACK (on_revealed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (nsm_timer_button_get_timer (self->timer), "warning",
                           G_CALLBACK (on_timer_warning), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drop, "drop", G_CALLBACK (on_dropped), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));

  adw_bin_set_child (self->start_place, nsm_start_page_new ());
  gtk_widget_add_css_class (self->header, "flat");
  nsm_main_window_update_actions (self);
}

/**
 * nsm_main_window_new:
 *
 * Returns: (transfer none): a window that shows the start screen
 */
NsmMainWindow *
nsm_main_window_new (NsmApplication *application)
{
  NsmMainWindow *self = g_object_new (NSM_TYPE_MAIN_WINDOW, "application", application, NULL);

  nsm_application_restore_window (application, GTK_WINDOW (self), &self->wants_steps,
                                  &self->wants_guide);
  return self;
}

/**
 * nsm_main_window_get_document:
 *
 * Returns: (transfer none) (nullable): the document, or NULL on the start screen
 */
NsmDocument *
nsm_main_window_get_document (NsmMainWindow *self)
{
  return self->document;
}

/**
 * nsm_main_window_set_document:
 *
 * Leaves the start screen for @document; once in the life of a window.
 */
void
nsm_main_window_set_document (NsmMainWindow *self, NsmDocument *document)
{
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (document, "notify::workshop", G_CALLBACK (on_workshop_replaced), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::status", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::message", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::display-name", G_CALLBACK (on_name_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_set_visible_child_name (self->views, "workshop");
  gtk_widget_remove_css_class (self->header, "flat");
  nsm_main_window_take_workshop (self);
  show_state (self);
  nsm_step_list_focus (self->steps);
}

/**
 * nsm_main_window_toast:
 * @undo: whether it has a button that takes the last change back
 */
void
nsm_main_window_toast (NsmMainWindow *self, const char *text, gboolean undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (undo)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}
