/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/style.h"

#define BASE NSM_RESOURCE_BASE "/style/"

/* Folders of the window that may bring a style of their own. */
static const char *const folders[] = {
  "kit",     "shell",   "start",    "document", "set-up", "value",      "game",       "candidates",
  "evidence", "scoring", "stress",  "decision", "system", "definition", "commitment", "rounds",
  "room",
};

static GtkCssProvider *names;    /* of colours; belongs to the display */
static GtkCssProvider *contrast; /* what high contrast adds; on the display while it is wanted */

static void
add_provider (GtkCssProvider *provider, const char *path, guint above)
{
  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + above);
}

static void
on_dark_changed (AdwStyleManager *manager)
{
  gtk_css_provider_load_from_resource (names, adw_style_manager_get_dark (manager)
                                                  ? BASE "style-dark.css"
                                                  : BASE "style-light.css");
}

static void
on_contrast_changed (AdwStyleManager *manager)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (contrast),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 2);
  else
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (contrast));
}

/**
 * nsm_style_load:
 *
 * Gives the default display our style, once; it follows dark, light and high contrast.
 */
void
nsm_style_load (void)
{
  g_autoptr (GtkCssProvider) common = NULL;
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (names != NULL)
    return;
  names = gtk_css_provider_new ();
  add_provider (names, adw_style_manager_get_dark (manager) ? BASE "style-dark.css"
                                                            : BASE "style-light.css", 0);
  g_signal_connect (manager, "notify::dark", G_CALLBACK (on_dark_changed), NULL);

  common = gtk_css_provider_new ();
  add_provider (common, BASE "style.css", 0);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path =
          g_strdup_printf ("%s/%s/%s.css", NSM_RESOURCE_BASE, folders[i], folders[i]);
      g_autoptr (GtkCssProvider) own = NULL;

      if (!g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
        continue;
      own = gtk_css_provider_new ();
      add_provider (own, path, 1);
    }
  contrast = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (contrast, BASE "style-contrast.css");
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (on_contrast_changed), NULL);
  on_contrast_changed (manager);
}

/* Text size: everything is measured in points, and points follow the dpi. */

static int base_dpi;
static int text_size = 100;

/**
 * nsm_style_set_text_size:
 * @percent: of the desktop's own text size, 50–200
 */
void
nsm_style_set_text_size (int percent)
{
  GtkSettings *settings = gtk_settings_get_default ();

  if (base_dpi == 0)
    g_object_get (settings, "gtk-xft-dpi", &base_dpi, NULL);
  text_size = CLAMP (percent, NSM_TEXT_SIZE_MIN, NSM_TEXT_SIZE_MAX);
  g_object_set (settings, "gtk-xft-dpi",
                (int) ((base_dpi > 0 ? base_dpi : 96 * 1024) * (gint64) text_size / 100), NULL);
}

int
nsm_style_get_text_size (void)
{
  return text_size;
}
