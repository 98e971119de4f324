/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "value/value-page.h"

#include "filled.h"
#include "kit/card-list.h"
#include "kit/card.h"
#include "record/journal.h"
#include "support.h"

static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_VALUE_PAGE, workshop, 744, 754);

  ui_test_picture (page, "value-empty");
  ui_test_assert_named (page);
  g_assert_true (
      nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (workshop->value), "proposition"));
  ui_test_close (page);
}

static void
test_job (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_VALUE_PAGE, workshop, 744, 1400);
  NsmValue *value = workshop->value;
  GtkWidget *blank;

  ui_test_picture (page, "value");
  ui_test_assert_named (page);
  g_assert_true (nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (value), "outcome"));
  blank = gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (page)));
  g_assert_true (GTK_IS_TEXT (blank));
  gtk_editable_set_text (GTK_EDITABLE (blank), "know what is left");
  g_assert_cmpstr (value->outcome, ==, "know what is left");
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  g_assert_cmpstr (value->outcome, ==, "see what is left and who has it");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (blank)), ==, value->outcome);
  ui_test_close (page);
}

static void
test_ranking (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_VALUE_PAGE, workshop, 744, 1400);
  NsmList *moments = workshop->value->moments;
  NsmRecord *second = nsm_list_get (moments, 1);
  GtkWidget *list = ui_test_find (page, NSM_TYPE_CARD_LIST, 2);
  GtkWidget *first = ui_test_find (list, NSM_TYPE_CARD, 0);

  g_assert_true (nsm_card_list_get_list (NSM_CARD_LIST (list)) == moments);
  g_assert_true (nsm_card_get_record (NSM_CARD (first)) == nsm_list_get (moments, 0));
  nsm_list_move (moments, 1, 0);
  g_assert_true (nsm_card_get_record (NSM_CARD (ui_test_find (list, NSM_TYPE_CARD, 0))) == second);
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  g_assert_true (nsm_list_get (moments, 1) == second);
  ui_test_close (page);
}

static void
test_narrow (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_VALUE_PAGE, workshop, 480, 700);
  int least = 0;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 480);
  ui_test_picture (page, "value-narrow");
  ui_test_close (page);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/value/empty", test_empty);
  g_test_add_func ("/value/job", test_job);
  g_test_add_func ("/value/ranking", test_ranking);
  g_test_add_func ("/value/narrow", test_narrow);
  return g_test_run ();
}
