/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "kit/names.h"
#include "kit/style.h"
#include "record/journal.h"

/**
 * ui_test_init:
 *
 * As g_test_init, for tests that need a display; without one, ends the program
 * as skipped.
 */
void
ui_test_init (int *argc, char ***argv)
{
  gtk_disable_setlocale ();
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      exit (0);
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  nsm_style_load ();
  nsm_names_hand_down ();
}

/* GTK 4.8 looks for the pointer on the surface of a window that has been closed in the
 * half second before its tooltip would have come. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message,
          gpointer user_data G_GNUC_UNUSED)
{
  return g_strcmp0 (domain, "Gdk") != 0 ||
         strstr (message, "gdk_surface_get_device_position: assertion") == NULL;
}

/**
 * ui_test_new_workshop:
 *
 * Returns: (transfer full): a workshop with three people, two good candidates
 *   and a deliberately bad one
 */
NsmWorkshop *
ui_test_new_workshop (void)
{
  NsmWorkshop *workshop = nsm_workshop_new ();
  static const struct
  {
    const char *name, *unit;
    NsmCandidateKind kind;
  } candidates[] = {
    { "Teams completing at least one project", "teams", NSM_CANDIDATE_KIND_GOOD },
    { "Projects completed", "projects", NSM_CANDIDATE_KIND_GOOD },
    { "Page views", "views", NSM_CANDIDATE_KIND_BAD },
  };

  if (NSM_RECORD (workshop)->journal == NULL)
    nsm_record_make_root (NSM_RECORD (workshop));
  g_object_set (workshop, "title", "Acme Projects", "product", "Acme Projects", NULL);
  nsm_list_append_new (workshop->participants, "name", "Mei", "function", NSM_FUNCTION_PRODUCT, NULL);
  nsm_list_append_new (workshop->participants, "name", "Jonas", "function",
                       NSM_FUNCTION_ENGINEERING, NULL);
  nsm_list_append_new (workshop->participants, "name", "Amara", "function", NSM_FUNCTION_DATA, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      NsmRecord *metric =
          nsm_list_append_new (workshop->metrics, "name", candidates[i].name, "unit",
                               candidates[i].unit, "window", NSM_WINDOW_MONTH, NULL);

      nsm_list_append_new (workshop->candidates, "metric", metric->id, "kind", candidates[i].kind,
                           NULL);
    }
  nsm_journal_forget (nsm_record_get_journal (NSM_RECORD (workshop)));
  return workshop;
}

/**
 * ui_test_open:
 *
 * Returns: (transfer none): a window of this size that shows @content, drawn
 */
GtkWidget *
ui_test_open (GtkWidget *content, int width, int height)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle (window);
  return window;
}

void
ui_test_close (GtkWidget *window)
{
  window = GTK_WIDGET (gtk_widget_get_root (window));
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer frames)
{
  return ++*(guint *) frames < 3 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/**
 * ui_test_settle:
 *
 * Waits until what is queued is done and drawn.
 */
void
ui_test_settle (GtkWidget *window)
{
  guint frames = 0;

  /* GLib forgets it after each test. */
  g_test_log_set_fatal_handler (is_fatal, NULL);
  gtk_widget_add_tick_callback (window, on_tick, &frames, NULL);
  while (frames < 3)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * ui_test_picture:
 *
 * Saves what @window shows as `name`.png in the folder NSM_TEST_PICTURES, if
 * that is set.
 */
void
ui_test_picture (GtkWidget *window, const char *name)
{
  const char *folder = g_getenv ("NSM_TEST_PICTURES");
  g_autofree char *path = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (folder == NULL)
    return;
  window = GTK_WIDGET (gtk_widget_get_root (window));
  ui_test_settle (window);
  paintable = gtk_widget_paintable_new (window);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_mkdir_with_parents (folder, 0755);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

/**
 * ui_test_find:
 *
 * Returns: (transfer none) (nullable): the @index-th widget of @type below @root
 */
static GtkWidget *
find_counting (GtkWidget *root, GType type, guint *left)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*left)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_counting (child, type, left);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
ui_test_find (GtkWidget *root, GType type, guint index)
{
  return find_counting (root, type, &index);
}

/* Names for screen readers. GTK 4.8 doesn't tell them, so we look for what
 * gives one: a property or relation, or words inside a button. */

static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_words (child))
      return TRUE;
  return FALSE;
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_SWITCH (widget) ||
         GTK_IS_ENTRY (widget) || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) ||
         GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget);
}

/**
 * ui_test_assert_named:
 *
 * Fails if a control that can be seen below @root has no name.
 */
void
ui_test_assert_named (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (is_control (root))
    {
      GtkAccessible *accessible = GTK_ACCESSIBLE (root);

      if (!has_words (root) &&
          !gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) &&
          !gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY) &&
          gtk_widget_get_tooltip_text (root) == NULL)
        {
          g_autoptr (GString) where = g_string_new (G_OBJECT_TYPE_NAME (root));

          for (GtkWidget *above = gtk_widget_get_parent (root); above != NULL;
               above = gtk_widget_get_parent (above))
            g_string_append_printf (where, " in %s", G_OBJECT_TYPE_NAME (above));
          g_error ("No accessible name: %s", where->str);
        }
      /* The parts of a control are named by the whole. */
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ui_test_assert_named (child);
}
