/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "definition/definition-page.h"
#include "definition/ink-list.h"
#include "kit/ink-text.h"
#include "method/workshop-new.h"
#include "record/journal.h"

static gboolean
has_tag (NsmInkText *ink, const char *word, const char *name)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ink));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  GtkTextIter start;
  GtkTextIter found;

  gtk_text_buffer_get_start_iter (buffer, &start);
  return gtk_text_iter_forward_search (&start, word, 0, &found, NULL, NULL) &&
         gtk_text_iter_has_tag (&found, tag);
}

static void
test_written_in_place (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_method_new_workshop (NSM_MODE_SOLO);
  NsmDefinition *definition = workshop->definition;
  GtkWidget *window = ui_test_open_page (NSM_TYPE_DEFINITION_PAGE, workshop, 1000, 800);
  NsmInkText *formula = NSM_INK_TEXT (ui_test_find (window, NSM_TYPE_INK_TEXT, 0));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (formula));

  ui_test_assert_named (window);
  g_assert_cmpstr (nsm_ink_text_get_field (formula), ==, "formula");
  gtk_text_buffer_set_text (buffer, "The number of active teams", -1);
  g_assert_cmpstr (definition->formula, ==, "The number of active teams");
  nsm_list_append_new (definition->terms, "term", "team", "meaning", "A workspace with three people", NULL);
  ui_test_settle (window);
  g_assert_true (has_tag (formula, "teams", "defined"));
  g_assert_true (has_tag (formula, "active", "undefined"));
  g_assert_false (has_tag (formula, "number", "undefined"));
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  ui_test_settle (window);
  g_assert_false (has_tag (formula, "teams", "defined"));
  ui_test_picture (window, "definition");
  ui_test_close (window);
}

/* What counts and what doesn't are one list in two columns. */
static void
test_examples (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_method_new_workshop (NSM_MODE_SOLO);
  NsmList *examples = workshop->definition->examples;
  GtkWidget *window = ui_test_open_page (NSM_TYPE_DEFINITION_PAGE, workshop, 1000, 800);
  GtkWidget *counts = ui_test_find (window, NSM_TYPE_INK_LIST, 2);
  GtkWidget *not = ui_test_find (window, NSM_TYPE_INK_LIST, 3);

  g_signal_emit_by_name (ui_test_find (counts, GTK_TYPE_BUTTON, 0), "clicked");
  g_signal_emit_by_name (ui_test_find (not, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpuint (nsm_list_get_size (examples), ==, 2);
  g_assert_true (NSM_EXAMPLE (nsm_list_get (examples, 0))->counts);
  g_assert_false (NSM_EXAMPLE (nsm_list_get (examples, 1))->counts);
  g_assert_nonnull (ui_test_find (counts, NSM_TYPE_INK_TEXT, 1));
  g_assert_null (ui_test_find (counts, NSM_TYPE_INK_TEXT, 2));
  g_signal_emit_by_name (ui_test_find (not, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpuint (nsm_list_get_size (examples), ==, 1);
  ui_test_assert_named (window);
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/definition/written-in-place", test_written_in_place);
  g_test_add_func ("/definition/examples", test_examples);
  return g_test_run ();
}
