/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of the document: what it shows, where its parts lead, how it keeps up. */
#include "example.h"
#include "filled.h"
#include "press.h"
#include "support.h"

#include "document/document-bar.h"
#include "document/document-page.h"
#include "document/page-sheet.h"
#include "document/pages-view.h"
#include "document/report-part.h"
#include "document/report-row.h"
#include "document/report-view.h"
#include "kit/step-page.h"
#include "method/versions.h"
#include "record/journal.h"
#include "report/build.h"
#include "store/document.h"

static NsmReportView *
get_view (GtkWidget *window)
{
  return NSM_REPORT_VIEW (ui_test_find (window, NSM_TYPE_REPORT_VIEW, 0));
}

static guint
count (GtkWidget *root, GType type)
{
  guint n = 0;

  while (ui_test_find (root, type, n) != NULL)
    n++;
  return n;
}

/* The first label that says exactly this. */
static GtkWidget *
find_label (GtkWidget *root, const char *words)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), words) == 0)
      return label;
  return NULL;
}

static GtkWidget *
find_heading (GtkWidget *root, const char *words)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find (root, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), words) == 0 &&
        gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (label)) == GTK_ACCESSIBLE_ROLE_HEADING)
      return label;
  return NULL;
}

static char *
dup_title (NsmNode *node)
{
  GString *title = g_string_new (NULL);

  for (guint i = 0; i < node->runs->len; i++)
    g_string_append (title, ((NsmRun *) node->runs->pdata[i])->text);
  return g_string_free (title, FALSE);
}

static guint
check_headings (GtkWidget *view, NsmNode *node, int level)
{
  g_autofree char *title = dup_title (node);
  GtkWidget *heading = find_heading (view, title);
  guint n = 1;

  g_test_message ("%s", title);
  g_assert_nonnull (heading);
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *child = node->children->pdata[i];

      if (child->kind == NSM_NODE_SECTION)
        n += check_headings (view, child, level + 1);
    }
  return n;
}

/* Every section of the document is there, under a heading. */
static void
test_sections (gconstpointer name)
{
  g_autoptr (NsmWorkshop) workshop = example_load (name);
  g_autoptr (NsmReport) report = nsm_report_build (workshop, NULL);
  GtkWidget *window = ui_test_open_page (NSM_TYPE_DOCUMENT_PAGE, workshop, 1024, 700);
  NsmReportView *view = get_view (window);
  guint n = 0;

  for (guint i = 0; i < report->sections->len; i++)
    {
      NsmNode *section = report->sections->pdata[i];

      n += check_headings (GTK_WIDGET (view), section, 2);
      g_assert_true (nsm_report_view_show (view, section->id));
    }
  g_assert_cmpuint (n, >, 20);
  g_assert_nonnull (find_heading (GTK_WIDGET (view), report->title));
  g_assert_false (nsm_report_view_show (view, "nothing-of-the-kind"));
  ui_test_assert_named (window);
  ui_test_picture (window, "document-read");
  ui_test_close (window);
}

typedef struct
{
  guint step;
  NsmRecord *record;
  char *field;
  guint n;
} Went;

static void
on_go_to_field (Went *went, guint step, NsmRecord *record, const char *field)
{
  went->step = step;
  went->record = record;
  g_free (went->field);
  went->field = g_strdup (field);
  went->n++;
}

static void
press_part (GtkWidget *window, NsmStep step, const char *record, const char *field)
{
  GtkWidget *part = nsm_report_view_find_part (get_view (window), step, record, field);

  g_assert_nonnull (part);
  g_signal_emit_by_name (nsm_report_part_get_button (NSM_REPORT_PART (part)), "clicked");
}

/* A pencil leads to the record and field that say it. */
static void
test_pencils (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  GtkWidget *window = ui_test_open_page (NSM_TYPE_DOCUMENT_PAGE, workshop, 1280, 800);
  GtkWidget *page = ui_test_find (window, NSM_TYPE_DOCUMENT_PAGE, 0);
  Went went = { 0 };
  GtkWidget *part;

  g_signal_connect_swapped (page, "go-to-field", G_CALLBACK (on_go_to_field), &went);
  part = nsm_report_view_find_part (get_view (window), NSM_STEP_DEFINITION, "definition", "owner");
  g_assert_nonnull (part);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (nsm_report_part_get_button (NSM_REPORT_PART (part))),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Edit: Owner");
  g_assert_true (gtk_widget_get_focusable (nsm_report_part_get_button (NSM_REPORT_PART (part))));

  press_part (window, NSM_STEP_DEFINITION, "definition", "owner");
  g_assert_cmpuint (went.step, ==, NSM_STEP_DEFINITION);
  g_assert_true (went.record == NSM_RECORD (workshop->definition));
  g_assert_cmpstr (went.field, ==, "owner");
  press_part (window, NSM_STEP_DEFINITION, "definition.terms[1]", "meaning");
  g_assert_true (went.record == nsm_list_get (workshop->definition->terms, 1));
  g_assert_cmpstr (went.field, ==, "meaning");
  press_part (window, NSM_STEP_COMMITMENT, "commitment", "review_on");
  g_assert_true (went.record == NSM_RECORD (workshop->commitment));
  g_assert_cmpuint (went.n, ==, 3);
  g_free (went.field);
  ui_test_close (window);
}

/* A change is there at once, and what it doesn't touch stays the same widgets. */
static void
test_live (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  GtkWidget *window = ui_test_open_page (NSM_TYPE_DOCUMENT_PAGE, workshop, 1280, 800);
  GtkWidget *view = GTK_WIDGET (get_view (window));
  GtkWidget *scores = find_heading (view, "Scores");
  GtkWidget *definition = find_heading (view, "Definition");
  GtkWidget *part, *button;

  g_assert_nonnull (scores);
  g_assert_nonnull (definition);
  g_object_add_weak_pointer (G_OBJECT (scores), (gpointer *) &scores);
  g_object_add_weak_pointer (G_OBJECT (definition), (gpointer *) &definition);
  part = nsm_report_view_find_part (NSM_REPORT_VIEW (view), NSM_STEP_DEFINITION, "definition",
                                    "segments");
  gtk_widget_grab_focus (nsm_report_part_get_button (NSM_REPORT_PART (part)));

  g_assert_null (find_label (view, "Everybody in Graz"));
  g_object_set (workshop->definition, "segments", "Everybody in Graz", NULL);
  ui_test_settle (window);
  g_assert_nonnull (find_label (view, "Everybody in Graz"));
  g_assert_nonnull (scores);
  g_assert_null (definition);

  /* The focus is where it was. */
  button = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (window)));
  part = gtk_widget_get_ancestor (button, NSM_TYPE_REPORT_PART);
  g_assert_nonnull (part);
  g_assert_cmpstr (nsm_report_part_get_field (NSM_REPORT_PART (part)), ==, "segments");

  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  ui_test_settle (window);
  g_assert_null (find_label (view, "Everybody in Graz"));
  g_object_remove_weak_pointer (G_OBJECT (scores), (gpointer *) &scores);
  ui_test_close (window);
}

/* Whoever reads on while something above changes goes on reading in the same place. */
static void
test_stays (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  GtkWidget *window = ui_test_open_page (NSM_TYPE_DOCUMENT_PAGE, workshop, 1280, 800);
  GtkWidget *view = GTK_WIDGET (get_view (window));
  GtkWidget *scroller = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *heading;
  double before, after;
  g_autofree char *longer = NULL;

  nsm_report_view_show (NSM_REPORT_VIEW (view), "scores");
  ui_test_settle (window);
  heading = find_heading (view, "Scores");
  gtk_widget_translate_coordinates (heading, scroller, 0, 0, NULL, &before);
  longer = g_strnfill (900, 'a');
  for (guint i = 60; i < 900; i += 60)
    longer[i] = ' ';
  g_object_set (workshop->definition, "limits", longer, NULL);
  ui_test_settle (window);
  g_assert_true (heading == find_heading (view, "Scores"));
  gtk_widget_translate_coordinates (heading, scroller, 0, 0, NULL, &after);
  g_assert_cmpfloat_with_epsilon (before, after, 2);
  ui_test_close (window);
}

/* Where there is little room, nothing stands side by side, and nothing is cut off. */
static void
test_narrow (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("marketplace");
  GtkWidget *wide = ui_test_open_page (NSM_TYPE_DOCUMENT_PAGE, workshop, 1280, 800);
  guint n_rows = count (GTK_WIDGET (get_view (wide)), NSM_TYPE_REPORT_ROW);
  GtkWidget *narrow;

  ui_test_close (wide);
  narrow = ui_test_open_page (NSM_TYPE_DOCUMENT_PAGE, workshop, 420, 700);
  ui_test_settle (narrow);
  g_assert_cmpuint (count (GTK_WIDGET (get_view (narrow)), NSM_TYPE_REPORT_ROW), <, n_rows);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (get_view (narrow))), <=, 420);
  ui_test_picture (narrow, "document-narrow");
  ui_test_close (narrow);
}

/* What is to be in it changes what is in it. */
static void
test_options (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  GtkWidget *window = ui_test_open_page (NSM_TYPE_DOCUMENT_PAGE, workshop, 1280, 800);
  NsmReportView *view = get_view (window);

  g_assert_cmpint (nsm_report_view_get_report (view)->scope, ==, NSM_REPORT_SCOPE_FULL);
  g_assert_false (nsm_report_view_get_report (view)->without_quotes);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (press_find (window, "Summary")), TRUE);
  ui_test_settle (window);
  g_assert_cmpint (nsm_report_view_get_report (view)->scope, ==, NSM_REPORT_SCOPE_SUMMARY);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (press_find (window, "Full Record")), TRUE);
  /* In the menu: names, and under them the quotes. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_test_find (window, GTK_TYPE_CHECK_BUTTON, 3)),
                               FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_test_find (window, GTK_TYPE_CHECK_BUTTON, 2)),
                               TRUE);
  ui_test_settle (window);
  g_assert_cmpint (nsm_report_view_get_report (view)->scope, ==, NSM_REPORT_SCOPE_FULL);
  g_assert_cmpint (nsm_report_view_get_report (view)->names, ==, NSM_REPORT_NAMES_NONE);
  g_assert_true (nsm_report_view_get_report (view)->without_quotes);
  ui_test_close (window);
}

/* As many sheets as the paper has pages, each with its number and its words. */
static void
test_pages (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  g_autoptr (NsmPaper) paper = NULL;
  NsmReport *report;
  GtkWidget *window = ui_test_open_page (NSM_TYPE_DOCUMENT_PAGE, workshop, 1024, 700);
  NsmPagesView *pages = NSM_PAGES_VIEW (ui_test_find (window, NSM_TYPE_PAGES_VIEW, 0));
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  double width, height, zoom;
  guint n;

  /* What was chosen before is remembered: the page's own document is the one to compare with. */
  report = nsm_report_view_get_report (NSM_REPORT_VIEW (ui_test_find (window, NSM_TYPE_REPORT_VIEW, 0)));
  nsm_paper_size_get_points (report->paper, &width, &height);
  paper = nsm_paper_new (report, width, height);
  n = nsm_paper_get_n_pages (paper);
  g_assert_cmpuint (n, >, 3);

  /* Nobody lays out what nobody looks at. */
  g_assert_cmpuint (nsm_pages_view_get_n_pages (pages), ==, 0);
  press (window, "Pages");
  g_assert_cmpuint (nsm_pages_view_get_n_pages (pages), ==, n);
  g_assert_cmpuint (count (GTK_WIDGET (pages), NSM_TYPE_PAGE_SHEET), ==, n);
  name = g_strdup_printf ("Page 3 of %u", n);
  text = nsm_paper_dup_page_text (paper, 2);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (ui_test_find (window, NSM_TYPE_PAGE_SHEET, 2)), GTK_ACCESSIBLE_PROPERTY_LABEL,
    name);
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (ui_test_find (window, NSM_TYPE_PAGE_SHEET, 2)),
    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);

  nsm_pages_view_show_page (pages, 2);
  ui_test_settle (window);
  g_assert_cmpuint (nsm_pages_view_get_page (pages), ==, 2);
  g_assert_true (press_is_said (window, name));
  zoom = nsm_pages_view_get_zoom (pages);
  nsm_pages_view_step_zoom (pages, 1);
  ui_test_settle (window);
  g_assert_cmpfloat (nsm_pages_view_get_zoom (pages), >, zoom);
  g_assert_cmpuint (nsm_pages_view_get_page (pages), ==, 2);
  nsm_pages_view_step_zoom (pages, 0);
  ui_test_settle (window);
  g_assert_cmpfloat_with_epsilon (nsm_pages_view_get_zoom (pages), zoom, .001);
  g_assert_true (nsm_pages_view_show (pages, "scores"));
  g_assert_false (nsm_pages_view_show (pages, "nothing-of-the-kind"));
  ui_test_settle (window);
  g_assert_cmpuint (nsm_pages_view_get_page (pages), >, 2);
  ui_test_assert_named (window);
  ui_test_picture (window, "document-pages");
  ui_test_close (window);
}

/* A click on a part of a page leads to where it is written. */
static void
test_click_on_page (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  g_autoptr (NsmReport) report = nsm_report_build (workshop, NULL);
  g_autoptr (NsmPaper) paper = NULL;
  GtkWidget *window = ui_test_open_page (NSM_TYPE_DOCUMENT_PAGE, workshop, 1024, 700);
  GtkWidget *page = ui_test_find (window, NSM_TYPE_DOCUMENT_PAGE, 0);
  const NsmPaperPlace *place;
  GtkWidget *sheet;
  Went went = { 0 };
  double width, height, scale;

  nsm_paper_size_get_points (report->paper, &width, &height);
  paper = nsm_paper_new (report, width, height);
  place = nsm_paper_find_node (paper, "limits");
  g_assert_nonnull (place);
  press (window, "Pages");
  g_signal_connect_swapped (page, "go-to-field", G_CALLBACK (on_go_to_field), &went);
  sheet = ui_test_find (window, NSM_TYPE_PAGE_SHEET, place->page);
  scale = gtk_widget_get_width (sheet) / width;
  nsm_page_sheet_click (NSM_PAGE_SHEET (sheet), (place->x + 2) * scale, (place->y + 2) * scale);
  g_assert_cmpuint (went.n, ==, 1);
  g_assert_true (went.record == NSM_RECORD (workshop->definition));
  g_assert_cmpstr (went.field, ==, "limits");
  /* Beside everything, there is nothing to go to. */
  nsm_page_sheet_click (NSM_PAGE_SHEET (sheet), 1, 1);
  g_assert_cmpuint (went.n, ==, 1);
  g_free (went.field);
  ui_test_close (window);
}

/* What was final once is read as it was, and nobody is led to where it can't be changed. */
static void
test_version (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("project-management");
  g_autofree char *limits = NULL;
  GtkWidget *window, *page, *view;
  guint n_parts;

  nsm_workshop_freeze (workshop);
  limits = g_strdup (workshop->definition->limits);
  g_object_set (workshop->definition, "limits", "None that we know of", NULL);
  window = ui_test_open_page (NSM_TYPE_DOCUMENT_PAGE, workshop, 1280, 800);
  page = ui_test_find (window, NSM_TYPE_DOCUMENT_PAGE, 0);
  view = GTK_WIDGET (get_view (window));
  n_parts = count (view, NSM_TYPE_REPORT_PART);
  g_assert_cmpuint (n_parts, >, 60);
  g_assert_nonnull (find_label (view, "None that we know of"));

  nsm_document_page_set_version (NSM_DOCUMENT_PAGE (page), 1);
  ui_test_settle (window);
  g_assert_cmpuint (nsm_document_page_get_version (NSM_DOCUMENT_PAGE (page)), ==, 1);
  g_assert_true (press_is_said (window, "This is version 1 of"));
  g_assert_nonnull (find_label (view, limits));
  g_assert_null (find_label (view, "None that we know of"));
  g_assert_cmpuint (count (view, NSM_TYPE_REPORT_PART), ==, 0);
  ui_test_picture (window, "document-version");

  /* There is no such version: nothing changes. */
  nsm_document_page_set_version (NSM_DOCUMENT_PAGE (page), 7);
  g_assert_cmpuint (nsm_document_page_get_version (NSM_DOCUMENT_PAGE (page)), ==, 1);
  press (window, "Back to Now");
  g_assert_cmpuint (nsm_document_page_get_version (NSM_DOCUMENT_PAGE (page)), ==, 0);
  g_assert_nonnull (find_label (view, "None that we know of"));
  g_assert_cmpuint (count (view, NSM_TYPE_REPORT_PART), ==, n_parts);
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_data_func ("/document/sections/project-management", "project-management",
                        test_sections);
  g_test_add_data_func ("/document/sections/marketplace", "marketplace", test_sections);
  g_test_add_func ("/document/pencils", test_pencils);
  g_test_add_func ("/document/live", test_live);
  g_test_add_func ("/document/stays", test_stays);
  g_test_add_func ("/document/narrow", test_narrow);
  g_test_add_func ("/document/options", test_options);
  g_test_add_func ("/document/pages", test_pages);
  g_test_add_func ("/document/click-on-page", test_click_on_page);
  g_test_add_func ("/document/version", test_version);
  return g_test_run ();
}
