/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From each part of the document to the field that says it, and back. */
#include "main-window.h"
#include "support.h"

#include "document/document-page.h"
#include "document/report-part.h"
#include "document/report-view.h"
#include "kit/step-page.h"
#include "report/build.h"
#include "shell/pages.h"
#include "shell/step-list.h"
#include "store/document.h"

static guint
check_ways (NsmMainWindow *window, NsmWorkshop *workshop, NsmNode *node, GHashTable *done)
{
  g_autofree char *place =
    g_strdup_printf ("step %u, %s, %s", node->step, node->record, node->field);
  guint n = 0;

  if (node->record != NULL && node->kind != NSM_NODE_SECTION &&
      g_hash_table_add (done, g_strdup (place)))
    {
      NsmRecord *record = nsm_record_find_path (NSM_RECORD (workshop), node->record);
      GtkWidget *page;

      nsm_main_window_show_place (window, node->step);
      ui_test_settle (GTK_WIDGET (window));
      page = ui_test_find (GTK_WIDGET (window), nsm_place_get_page_type (node->step), 0);
      g_assert_nonnull (record);
      /* A result that was calculated has no field; its page is shown all the same. */
      if (!nsm_step_page_show_field (NSM_STEP_PAGE (page), record, node->field) &&
          node->step != NSM_STEP_EVIDENCE)
        {
          g_test_message ("nothing there: %s", place);
          n++;
        }
    }
  for (guint i = 0; i < node->children->len; i++)
    n += check_ways (window, workshop, node->children->pdata[i], done);
  return n;
}

/* Wherever a part of the document leads, there is a field to write in. */
static void
test_ways (gconstpointer name)
{
  NsmMainWindow *window = main_window_open_document (name);
  NsmWorkshop *workshop = nsm_document_get_workshop (nsm_main_window_get_document (window));
  g_autoptr (NsmReport) report = nsm_report_build (workshop, NULL);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = 0;

  for (guint i = 0; i < report->sections->len; i++)
    n += check_ways (window, workshop, report->sections->pdata[i], done);
  g_assert_cmpuint (g_hash_table_size (done), >, 60);
  g_assert_cmpuint (n, ==, 0);
  main_window_close (window);
}

/* Whoever comes back is where they were. */
static void
test_back (void)
{
  NsmMainWindow *window = main_window_open_document ("project-management");
  NsmReportView *view =
    NSM_REPORT_VIEW (ui_test_find (GTK_WIDGET (window), NSM_TYPE_REPORT_VIEW, 0));
  GtkWidget *part =
    nsm_report_view_find_part (view, NSM_STEP_DEFINITION, "definition", "limits");
  GtkWidget *page, *focus, *scroller;
  graphene_rect_t area;

  g_assert_nonnull (part);
  g_signal_emit_by_name (nsm_report_part_get_button (NSM_REPORT_PART (part)), "clicked");
  ui_test_settle (GTK_WIDGET (window));
  g_assert_cmpuint (nsm_main_window_get_place (window), ==, NSM_STEP_DEFINITION);
  page = ui_test_find (GTK_WIDGET (window), nsm_place_get_page_type (NSM_STEP_DEFINITION), 0);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, page));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "u", NSM_PLACE_DOCUMENT);
  for (guint i = 0; i < 30; i++)
    ui_test_settle (GTK_WIDGET (window));
  g_assert_cmpuint (nsm_main_window_get_place (window), ==, NSM_PLACE_DOCUMENT);
  part = nsm_report_view_find_part (view, NSM_STEP_DEFINITION, "definition", "limits");
  scroller = gtk_widget_get_ancestor (part, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (part, scroller, &area));
  g_assert_cmpfloat (area.origin.y, >=, 0);
  g_assert_cmpfloat (area.origin.y, <, gtk_widget_get_height (scroller) - 20);
  main_window_close (window);
}

static void
add_tests (void)
{
  g_test_add_func ("/document-ways/back", test_back);
  g_test_add_data_func ("/document-ways/project-management", "project-management", test_ways);
  g_test_add_data_func ("/document-ways/fitness", "fitness", test_ways);
  g_test_add_data_func ("/document-ways/marketplace", "marketplace", test_ways);
}

int
main (int argc, char **argv)
{
  return main_window_run (&argc, &argv, add_tests);
}
