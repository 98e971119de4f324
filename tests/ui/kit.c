/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "kit/card-list.h"
#include "kit/card.h"
#include "kit/field-group.h"
#include "kit/field-row.h"
#include "kit/names.h"
#include "kit/person-mark.h"
#include "kit/scroll.h"
#include "kit/star.h"
#include "kit/turning-box.h"
#include "record/journal.h"

#include <math.h>

static GtkWidget *
open_row (NsmRecord *record, const char *field, GtkWidget **control)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = nsm_field_row_new (record, field);

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  *control = nsm_field_row_get_control (NSM_FIELD_ROW (row));
  return ui_test_open (list, 500, 300);
}

static void
test_line (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_workshop ();
  GtkWidget *control;
  GtkWidget *window = open_row (NSM_RECORD (workshop), "title", &control);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (control)), ==, "Acme Projects");
  gtk_editable_set_text (GTK_EDITABLE (control), "Acme");
  g_assert_cmpstr (workshop->title, ==, "Acme");
  g_object_set (workshop, "title", "Other", NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (control)), ==, "Other");
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (control)), ==, workshop->title);
  g_assert_cmpint (gtk_text_get_max_length (GTK_TEXT (control)), ==, NSM_LINE_MAX);
  ui_test_assert_named (window);
  ui_test_close (window);
}

static void
test_area (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_workshop ();
  GtkWidget *control;
  GtkWidget *window = open_row (NSM_RECORD (workshop), "description", &control);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (control));

  gtk_text_buffer_set_text (buffer, "Plans\nfor teams", -1);
  g_assert_cmpstr (workshop->description, ==, "Plans\nfor teams");
  g_object_set (workshop, "description", "", NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 0);
  ui_test_assert_named (window);
  ui_test_close (window);
}

static void
test_choice_and_flag (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_workshop ();
  NsmParticipant *mei = nsm_list_get (workshop->participants, 0);
  GtkWidget *group = nsm_field_group_new (NSM_RECORD (mei), "function,remote");
  GtkWidget *window = ui_test_open (group, 500, 300);
  GtkWidget *function = ui_test_find (group, GTK_TYPE_DROP_DOWN, 0);
  GtkWidget *remote = ui_test_find (group, GTK_TYPE_SWITCH, 0);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (function), NSM_FUNCTION_DATA);
  g_assert_cmpint (mei->function, ==, NSM_FUNCTION_DATA);
  g_object_set (mei, "remote", TRUE, NULL);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (remote)));
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (remote)));
  ui_test_assert_named (window);
  ui_test_close (window);
}

static void
test_number (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_workshop ();
  NsmCandidate *candidate = nsm_list_get (workshop->candidates, 0);
  GtkWidget *control;
  GtkWidget *window = open_row (NSM_RECORD (candidate), "react_months", &control);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (control)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (control), "2.5");
  g_assert_cmpfloat (candidate->react_months, ==, 2.5);
  int end = -1;
  gtk_editable_insert_text (GTK_EDITABLE (control), " or so", -1, &end);
  g_assert_cmpfloat (candidate->react_months, ==, 2.5);
  g_assert_true (gtk_widget_has_css_class (control, "error"));
  gtk_editable_set_text (GTK_EDITABLE (control), "");
  g_assert_true (isnan (candidate->react_months));
  ui_test_close (window);
}

static void
test_reference (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_workshop ();
  NsmDecision *decision = workshop->decision;
  const NsmField *field = nsm_record_find_field (NSM_RECORD (decision), "chosen");
  NsmRecord *second = nsm_list_get (workshop->candidates, 1);
  GtkWidget *control;
  GtkWidget *window;

  g_assert_nonnull (field);
  window = open_row (NSM_RECORD (decision), "chosen", &control);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (control))),
                    ==, 4);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (control), 2);
  g_assert_cmpstr (nsm_record_get_text (NSM_RECORD (decision), field), ==, second->id);
  nsm_list_remove (workshop->candidates, second);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (control)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (control))),
                    ==, 3);
  ui_test_close (window);
}

static void
test_date (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_workshop ();
  GtkWidget *control;
  GtkWidget *window = open_row (NSM_RECORD (workshop), "date", &control);

  gtk_editable_set_text (GTK_EDITABLE (control), "2025-03-0");
  g_assert_cmpstr (workshop->date, ==, "");
  gtk_editable_set_text (GTK_EDITABLE (control), "2025-03-04");
  g_assert_cmpstr (workshop->date, ==, "2025-03-04");
  ui_test_assert_named (window);
  ui_test_close (window);
}

static void
test_cards (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_workshop ();
  GtkWidget *cards = nsm_card_list_new (workshop->participants, "name,function,remote", "Person");
  GtkWidget *window = ui_test_open (cards, 600, 600);
  NsmRecord *jonas = nsm_list_get (workshop->participants, 1);
  GtkWidget *card = ui_test_find (cards, NSM_TYPE_CARD, 1);

  g_assert_true (nsm_card_get_record (NSM_CARD (card)) == jonas);
  g_assert_true (nsm_card_list_show_record (NSM_CARD_LIST (cards), jonas));
  g_assert_true (nsm_card_get_expanded (NSM_CARD (card)));
  ui_test_picture (window, "kit-cards");
  ui_test_assert_named (window);

  gtk_widget_activate_action (card, "card.move", "i", -1);
  g_assert_true (nsm_list_get (workshop->participants, 0) == jonas);
  g_assert_true (ui_test_find (cards, NSM_TYPE_CARD, 0) == card);

  gtk_widget_activate_action (card, "card.remove", NULL);
  g_assert_cmpuint (nsm_list_get_size (workshop->participants), ==, 2);
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  ui_test_settle (window);
  card = ui_test_find (cards, NSM_TYPE_CARD, 0);
  g_assert_true (nsm_card_get_record (NSM_CARD (card)) == jonas);
  ui_test_close (window);
}

static void
test_marks (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  static const char *const people[] = { "Mei",  "jonas", "Amara", "Luis", "Émile", "(Zoë)",
                                        "Ada",  "Bo",    "Cem",   "Dag",  "Eva",   "" };
  GtkWidget *window;
  g_autofree char *accented = nsm_person_mark_dup_letter ("émile");
  g_autofree char *bracketed = nsm_person_mark_dup_letter ("(zoë)");
  g_autofree char *nobody = nsm_person_mark_dup_letter ("");

  g_assert_cmpstr (accented, ==, "É");
  g_assert_cmpstr (bracketed, ==, "Z");
  g_assert_cmpstr (nobody, ==, "?");
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      GtkWidget *mark = nsm_person_mark_new (i, people[i]);

      g_object_set (mark, "pixel-size", 36, NULL);
      gtk_box_append (GTK_BOX (box), mark);
    }
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *star = nsm_star_new (64);

      nsm_star_set_facets (NSM_STAR (star), i == 0 ? 0 : i == 1 ? 7 : NSM_STAR_ALL);
      gtk_box_append (GTK_BOX (box), star);
    }
  window = ui_test_open (box, 800, 100);
  ui_test_picture (window, "kit-marks");
  ui_test_close (window);
}

static void
test_closing_frees (void)
{
  NsmWorkshop *workshop = ui_test_new_workshop ();
  GtkWidget *group = nsm_field_group_new (NSM_RECORD (workshop), "title,stage,date,description");
  GtkWidget *window = ui_test_open (group, 500, 500);
  GWeakRef weak_group, weak_workshop;

  ui_test_picture (window, "kit-form");
  g_weak_ref_init (&weak_group, group);
  g_weak_ref_init (&weak_workshop, workshop);
  ui_test_close (window);
  g_object_unref (workshop);
  g_assert_null (g_weak_ref_get (&weak_group));
  g_assert_null (g_weak_ref_get (&weak_workshop));
  g_weak_ref_clear (&weak_group);
  g_weak_ref_clear (&weak_workshop);
}

/* Beside each other where there is room, else below. */
static void
test_turning_box (void)
{
  static const int widths[] = { 700, 360 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *turning = nsm_turning_box_new (6, 36);
      GtkBox *box = nsm_turning_box_get_box (NSM_TURNING_BOX (turning));
      GtkWidget *window;

      gtk_box_append (box, gtk_label_new ("Mei"));
      gtk_box_append (box, gtk_button_new_with_label ("Agrees"));
      window = ui_test_open (turning, widths[i], 200);
      ui_test_settle (window);
      g_assert_cmpint (gtk_orientable_get_orientation (GTK_ORIENTABLE (box)), ==,
                       i == 0 ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
      ui_test_close (window);
    }
}

/* What is brought into sight is seen as a whole. */
static void
test_scroll_to (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *last = NULL;
  GtkWidget *window;
  graphene_rect_t area;

  for (guint i = 0; i < 12; i++)
    {
      last = gtk_button_new_with_label ("Mei");
      gtk_widget_set_size_request (last, -1, 90);
      gtk_box_append (GTK_BOX (column), last);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), column);
  window = ui_test_open (scroller, 400, 300);
  nsm_widget_scroll_to (last);
  ui_test_settle (window);
  g_assert_true (gtk_widget_compute_bounds (last, scroller, &area));
  g_assert_cmpfloat (area.origin.y, >=, 0);
  g_assert_cmpfloat (area.origin.y + area.size.height, <=, gtk_widget_get_height (scroller) + 1);
  ui_test_close (window);
}

int
main (int argc, char **argv)
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/kit/line", test_line);
  g_test_add_func ("/ui/kit/area", test_area);
  g_test_add_func ("/ui/kit/choice-and-flag", test_choice_and_flag);
  g_test_add_func ("/ui/kit/number", test_number);
  g_test_add_func ("/ui/kit/reference", test_reference);
  g_test_add_func ("/ui/kit/date", test_date);
  g_test_add_func ("/ui/kit/cards", test_cards);
  g_test_add_func ("/ui/kit/marks", test_marks);
  g_test_add_func ("/ui/kit/closing-frees", test_closing_frees);
  g_test_add_func ("/ui/kit/turning-box", test_turning_box);
  g_test_add_func ("/ui/kit/scroll-to", test_scroll_to);
  return g_test_run ();
}
