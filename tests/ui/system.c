/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "method/metric-system.h"
#include "method/workshop-new.h"
#include "record/journal.h"
#include "system/metric-tree.h"
#include "system/system-page.h"

static GtkWidget *
find_card (GtkWidget *tree, const char *css_class, guint n)
{
  for (GtkWidget *child = gtk_widget_get_first_child (tree); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, css_class) && n-- == 0)
      return child;
  return NULL;
}

static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_method_new_workshop (NSM_MODE_SOLO);
  GtkWidget *window = ui_test_open_page (NSM_TYPE_SYSTEM_PAGE, workshop, 1000, 800);

  ui_test_assert_named (window);
  ui_test_picture (window, "system-empty");
  ui_test_close (window);
}

/* The KPI is made when its card is picked, and no sooner. */
static void
test_kpi (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_method_new_workshop (NSM_MODE_SOLO);
  GtkWidget *window = ui_test_open_page (NSM_TYPE_SYSTEM_PAGE, workshop, 1000, 800);
  GtkWidget *tree = ui_test_find (window, NSM_TYPE_METRIC_TREE, 0);

  g_assert_null (nsm_workshop_get_kpi (workshop));
  g_signal_emit_by_name (find_card (tree, "tree-card", 0), "clicked");
  g_assert_nonnull (nsm_workshop_get_kpi (workshop));
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  g_assert_null (nsm_workshop_get_kpi (workshop));
  g_assert_cmpuint (nsm_list_get_size (workshop->metrics), ==, 0);
  ui_test_settle (window);
  ui_test_close (window);
}

/* From 1 to 12 inputs no two cards overlap, whatever the width. */
static void
test_layout (void)
{
  for (guint n = 1; n <= 12; n += 1)
    {
      g_autoptr (NsmWorkshop) workshop = nsm_method_new_workshop (NSM_MODE_SOLO);

      for (guint i = 0; i < n; i++)
        {
          NsmInput *input = nsm_workshop_add_input (workshop);

          g_object_set (nsm_input_get_metric (input), "name", "Members with a task in a project that is under way",
                        NULL);
          g_object_set (input, "link", 1 + i % 3, "dimension", 1 + i % 4, "owner", "Collaboration", NULL);
        }

      GtkWidget *tree = g_object_new (NSM_TYPE_METRIC_TREE, NULL);
      GtkWidget *scrolled = gtk_scrolled_window_new ();
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), tree);
      nsm_metric_tree_set_workshop (NSM_METRIC_TREE (tree), workshop);

      GtkWidget *window = ui_test_open (scrolled, n % 2 == 0 ? 1000 : 560, 700);
      for (guint i = 0; i < n + 2; i++)
        for (guint j = 0; j < i; j++)
          {
            graphene_rect_t a;
            graphene_rect_t b;

            g_assert_true (gtk_widget_compute_bounds (find_card (tree, "tree-card", i), tree, &a));
            g_assert_true (gtk_widget_compute_bounds (find_card (tree, "tree-card", j), tree, &b));
            g_assert_false (graphene_rect_intersection (&a, &b, NULL));
            g_assert_cmpfloat (a.origin.x + a.size.width, <=, gtk_widget_get_width (tree) + 1);
          }
      if (n == 12 || n == 7)
        ui_test_picture (window, n == 12 ? "system-twelve" : "system-seven");
      ui_test_close (window);
    }
}

static void
test_remove_is_undone (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_method_new_workshop (NSM_MODE_SOLO);
  NsmInput *input = nsm_workshop_add_input (workshop);
  GtkWidget *window = ui_test_open_page (NSM_TYPE_SYSTEM_PAGE, workshop, 1000, 800);

  nsm_workshop_remove_input (workshop, input);
  ui_test_settle (window);
  g_assert_cmpuint (nsm_list_get_size (workshop->metrics), ==, 0);
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  ui_test_settle (window);
  g_assert_cmpuint (nsm_list_get_size (workshop->system->inputs), ==, 1);
  g_assert_nonnull (nsm_input_get_metric (input));
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/system/empty", test_empty);
  g_test_add_func ("/system/kpi", test_kpi);
  g_test_add_func ("/system/layout", test_layout);
  g_test_add_func ("/system/remove-is-undone", test_remove_is_undone);
  return g_test_run ();
}
