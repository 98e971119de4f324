/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/application.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/names.h"
#include "kit/style.h"
#include "rounds/ballot-window.h"
#include "shell/help.h"
#include "shell/window.h"

struct _NsmApplication
{
  AdwApplication parent_instance;

  GSettings *settings; /* NULL where the schema isn't installed */
};

G_DEFINE_FINAL_TYPE (NsmApplication, nsm_application, ADW_TYPE_APPLICATION)

static GtkWindow *
get_window (NsmApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !NSM_IS_MAIN_WINDOW (window) &&
         gtk_window_get_transient_for (window) != NULL)
    window = gtk_window_get_transient_for (window);
  return window;
}

/* Text size */

static void
set_text_size (NsmApplication *self, int percent)
{
  nsm_style_set_text_size (percent);
  if (self->settings != NULL)
    g_settings_set_double (self->settings, "text-scale", nsm_style_get_text_size () / 100.0);
}

static void
on_text_larger (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_text_size (data, nsm_style_get_text_size () + 10);
}

static void
on_text_smaller (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_text_size (data, nsm_style_get_text_size () - 10);
}

static void
on_text_normal (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  set_text_size (data, 100);
}

/* Light and dark */

static AdwColorScheme
get_scheme (const char *name)
{
  if (g_str_equal (name, "light"))
    return ADW_COLOR_SCHEME_FORCE_LIGHT;
  if (g_str_equal (name, "dark"))
    return ADW_COLOR_SCHEME_FORCE_DARK;
  return ADW_COLOR_SCHEME_DEFAULT;
}

static void
on_style (GSimpleAction *action, GVariant *name, gpointer data)
{
  NsmApplication *self = data;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      get_scheme (g_variant_get_string (name, NULL)));
  g_simple_action_set_state (action, name);
  if (self->settings != NULL)
    g_settings_set_value (self->settings, "style", name);
}

/* Help */

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (NSM_RESOURCE_BASE "/shell/shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, get_window (data));
  gtk_window_present (window);
}

static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  nsm_help_show (get_window (data));
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const developers[] = { "North Star Workshop", NULL };

  adw_show_about_window (get_window (data), "application-name", _("North Star Workshop"),
                         "application-icon", NSM_APP_ID, "version", NSM_PROGRAM_VERSION, "developers",
                         developers, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _("Find the one metric that says your product delivers its value."), NULL);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

/* GApplication */

static void
load_settings (NsmApplication *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, NSM_APP_ID, TRUE) : NULL;
  g_autofree char *style = NULL;
  double scale;

  if (schema == NULL || !g_settings_schema_has_key (schema, "style"))
    return;
  self->settings = g_settings_new (NSM_APP_ID);
  style = g_settings_get_string (self->settings, "style");
  g_action_group_activate_action (G_ACTION_GROUP (self), "style", g_variant_new_string (style));
  scale = g_settings_get_double (self->settings, "text-scale");
  if (fabs (scale - 1) > 0.01)
    nsm_style_set_text_size ((int) round (scale * 100));
}

static void
set_keys (NsmApplication *self)
{
  static const struct
  {
    const char *action;
    const char *keys[4];
  } accels[] = {
    { "win.new", { "<Control>n" } },
    { "win.open", { "<Control>o" } },
    { "win.save", { "<Control>s" } },
    { "win.save-as", { "<Control><Shift>s" } },
    { "win.export", { "<Control>e" } },
    { "win.print", { "<Control>p" } },
    { "win.copy-markdown", { "<Control><Shift>c" } },
    { "win.show-guide", { "F9" } },
    { "win.show-steps", { "<Control>F9" } },
    { "win.timer", { "<Control>t" } },
    { "win.next-place", { "<Control>Page_Down" } },
    { "win.previous-place", { "<Control>Page_Up" } },
    { "win.next-pane", { "F6" } },
    { "win.room-window", { "F5" } },
    { "win.fullscreen", { "F11" } },
    { "win.close", { "<Control>w" } },
    { "app.text-larger", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
    { "app.text-smaller", { "<Control>minus", "<Control>KP_Subtract" } },
    { "app.text-normal", { "<Control>0", "<Control>KP_0" } },
    { "app.help", { "F1" } },
    { "app.shortcuts", { "<Control>question" } },
    { "app.quit", { "<Control>q" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           accels[i].keys);
  /* The number of a step is its key. */
  for (guint i = 0; i <= 9; i++)
    {
      g_autofree char *action = g_strdup_printf ("win.place(uint32 %u)", i);
      g_autofree char *key = g_strdup_printf ("<Alt>%u", i);
      const char *keys[] = { key, NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (self), action, keys);
    }
}

static void
nsm_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "text-larger", .activate = on_text_larger },
    { .name = "text-smaller", .activate = on_text_smaller },
    { .name = "text-normal", .activate = on_text_normal },
    { .name = "style", .parameter_type = "s", .state = "'system'", .change_state = on_style },
    { .name = "shortcuts", .activate = on_shortcuts },
    { .name = "help", .activate = on_help },
    { .name = "about", .activate = on_about },
    { .name = "quit", .activate = on_quit },
  };

  G_APPLICATION_CLASS (nsm_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    NSM_RESOURCE_BASE "/icons");
  gtk_window_set_default_icon_name (NSM_APP_ID);
  nsm_style_load ();
  nsm_names_hand_down ();
  load_settings (NSM_APPLICATION (application));
  set_keys (NSM_APPLICATION (application));
}

static void
nsm_application_activate (GApplication *application)
{
  GtkWindow *window = get_window (NSM_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (nsm_main_window_new (NSM_APPLICATION (application)));
  gtk_window_present (window);
}

/* Shows @file, in @window or, if there is none yet, in a new one. */
static GtkWindow *
open_file (NsmApplication *self, GtkWindow *window, GFile *file)
{
  if (window == NULL || !NSM_IS_MAIN_WINDOW (window))
    {
      window = GTK_WINDOW (nsm_main_window_new (self));
      gtk_window_present (window);
    }
  nsm_main_window_open_file (NSM_MAIN_WINDOW (window), file);
  return window;
}

static void
nsm_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  NsmApplication *self = NSM_APPLICATION (application);
  GtkWindow *window = get_window (self);

  /* Whoever answers a request needs no workshop of their own. */
  for (int i = 0; i < n_files; i++)
    if (nsm_ballot_window_takes (files[i]))
      nsm_ballot_window_open_in (GTK_APPLICATION (self), window, files[i]);
    else
      window = open_file (self, window, files[i]);
}

static void
nsm_application_finalize (GObject *object)
{
  g_clear_object (&NSM_APPLICATION (object)->settings);
  G_OBJECT_CLASS (nsm_application_parent_class)->finalize (object);
}

static void
nsm_application_class_init (NsmApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsm_application_finalize;
  application_class->startup = nsm_application_startup;
  application_class->activate = nsm_application_activate;
  application_class->open = nsm_application_open;
}

static void
nsm_application_init (NsmApplication *self)
{
}

NsmApplication *
nsm_application_new (const char *id, GApplicationFlags flags)
{
  return g_object_new (NSM_TYPE_APPLICATION, "application-id", id, "flags", flags,
                       "resource-base-path", NSM_RESOURCE_BASE, NULL);
}

/**
 * nsm_application_restore_window:
 * @show_steps: (inout): left alone where nothing was kept
 *
 * Gives @window the size and panels that the last one had.
 */
void
nsm_application_restore_window (NsmApplication *self, GtkWindow *window, gboolean *show_steps,
                                gboolean *show_guide)
{
  if (self->settings == NULL)
    {
      gtk_window_set_default_size (window, 1280, 800);
      return;
    }
  gtk_window_set_default_size (window, g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (window);
  *show_steps = g_settings_get_boolean (self->settings, "show-steps");
  *show_guide = g_settings_get_boolean (self->settings, "show-guide");
}

/**
 * nsm_application_keep_window:
 *
 * Keeps the size of @window, and which panels are wanted, for the next one.
 */
void
nsm_application_keep_window (NsmApplication *self, GtkWindow *window, gboolean show_steps,
                             gboolean show_guide)
{
  int width, height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (window, &width, &height);
  if (width > 0 && height > 0 && !gtk_window_is_maximized (window) &&
      !gtk_window_is_fullscreen (window))
    {
      g_settings_set_int (self->settings, "window-width", MAX (width, 360));
      g_settings_set_int (self->settings, "window-height", MAX (height, 360));
    }
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_set_boolean (self->settings, "show-steps", show_steps);
  g_settings_set_boolean (self->settings, "show-guide", show_guide);
}
