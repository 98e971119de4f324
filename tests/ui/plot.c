/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "../report/plot-sample.h"
#include "evidence/plot-picture.h"
#include "evidence/plot-view.h"
#include "support.h"

typedef struct
{
  NsmWorkshop *workshop;
  NsmEvidence *result;
  GtkWidget *view;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NsmPlot) plot = NULL;

  fixture->workshop = nsm_workshop_new ();
  fixture->result = plot_sample_add (fixture->workshop, PLOT_SAMPLE_RETENTION, NULL);
  plot = nsm_plot_new_for_evidence (fixture->result, NSM_PLOT_TENTHS, NULL);
  fixture->view = nsm_plot_view_new ();
  g_assert_false (gtk_widget_get_visible (fixture->view));
  nsm_plot_view_set_plot (NSM_PLOT_VIEW (fixture->view), plot);
  fixture->window = ui_test_open (fixture->view, 720, 520);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_test_close (fixture->window);
  g_object_unref (fixture->workshop);
}

/* It has the height that belongs to its width. */
static void
check_proportions (GtkWidget *picture)
{
  double width = gtk_widget_get_width (picture), height = gtk_widget_get_height (picture);

  g_test_message ("%g by %g", width, height);
  g_assert_cmpfloat (width, >, 280);
  g_assert_cmpfloat (fabs (height - width * NSM_PLOT_HEIGHT / NSM_PLOT_WIDTH), <=, 1);
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  GtkWidget *picture = ui_test_find (fixture->view, NSM_TYPE_PLOT_PICTURE, 0);
  NsmPlot *plot = nsm_plot_view_get_plot (NSM_PLOT_VIEW (fixture->view));

  g_assert_nonnull (picture);
  ui_test_picture (fixture->window, "plot");
  ui_test_assert_named (fixture->window);
  gtk_test_accessible_assert_role (picture, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       nsm_plot_get_title (plot));
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       nsm_plot_get_alternative (plot));

  check_proportions (picture);
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (picture)), 480, 520);
  ui_test_settle (fixture->window);
  check_proportions (picture);
}

static void
test_dark (Fixture *fixture, gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  NsmPlotPicture *picture =
    NSM_PLOT_PICTURE (ui_test_find (fixture->view, NSM_TYPE_PLOT_PICTURE, 0));

  g_assert_cmpuint (nsm_plot_picture_get_palette (picture), ==, NSM_PALETTE_LIGHT);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  ui_test_settle (fixture->window);
  g_assert_cmpuint (nsm_plot_picture_get_palette (picture), ==, NSM_PALETTE_DARK);
  ui_test_picture (fixture->window, "plot-dark");
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
}

static void
check_saved (NsmPlotView *view, const char *folder, const char *name, const char *start)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  nsm_plot_view_save (view, file, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 1000);
  g_assert_cmpmem (contents, strlen (start), start, strlen (start));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("plot-XXXXXX", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "picture.svg", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (nowhere);
  g_autoptr (GError) error = NULL;

  check_saved (NSM_PLOT_VIEW (fixture->view), folder, "picture.svg", "<?xml");
  check_saved (NSM_PLOT_VIEW (fixture->view), folder, "PICTURE.SVG", "<?xml");
  check_saved (NSM_PLOT_VIEW (fixture->view), folder, "picture.png", "\211PNG");
  check_saved (NSM_PLOT_VIEW (fixture->view), folder, "picture", "\211PNG");
  g_assert_false (nsm_plot_view_save (NSM_PLOT_VIEW (fixture->view), file, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_copied (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->view);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture =
    nsm_plot_view_dup_texture (NSM_PLOT_VIEW (fixture->view), &error);

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 2 * NSM_PLOT_WIDTH);
  g_assert_true (gtk_widget_activate_action (fixture->view, "picture.copy", NULL));
  g_assert_true (gdk_clipboard_is_local (clipboard));
  g_assert_true (gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (clipboard),
                                                    GDK_TYPE_TEXTURE));
}

/* What is removed from the workshop goes from the window too. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (NsmPlot) segments =
    nsm_plot_new_for_evidence (fixture->result, NSM_PLOT_SEGMENTS, NULL);
  GtkWidget *picture = ui_test_find (fixture->view, NSM_TYPE_PLOT_PICTURE, 0);

  nsm_plot_view_set_plot (NSM_PLOT_VIEW (fixture->view), segments);
  ui_test_settle (fixture->window);
  ui_test_picture (fixture->window, "plot-segments");
  gtk_test_accessible_assert_property (picture, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       nsm_plot_get_title (segments));
  nsm_plot_view_set_plot (NSM_PLOT_VIEW (fixture->view), NULL);
  g_assert_false (gtk_widget_get_visible (fixture->view));
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add ("/ui/plot/shown", Fixture, NULL, set_up, test_shown, tear_down);
  g_test_add ("/ui/plot/dark", Fixture, NULL, set_up, test_dark, tear_down);
  g_test_add ("/ui/plot/saved", Fixture, NULL, set_up, test_saved, tear_down);
  g_test_add ("/ui/plot/copied", Fixture, NULL, set_up, test_copied, tear_down);
  g_test_add ("/ui/plot/changed", Fixture, NULL, set_up, test_changed, tear_down);
  return g_test_run ();
}
