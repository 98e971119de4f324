/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "set-up/set-up-page.h"

#include "filled.h"
#include "kit/choice-cards.h"
#include "kit/section.h"
#include "record/journal.h"
#include "set-up/agenda.h"
#include "set-up/scorecard.h"
#include "support.h"

static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_SET_UP_PAGE, workshop, 744, 754);

  ui_test_picture (page, "set-up-empty");
  ui_test_assert_named (page);
  ui_test_close (page);
}

static void
test_purpose (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_SET_UP_PAGE, workshop, 744, 1700);
  NsmChoiceCards *cards = NSM_CHOICE_CARDS (ui_test_find (page, NSM_TYPE_CHOICE_CARDS, 0));
  GtkWidget *define = nsm_choice_cards_get_card (cards, NSM_PURPOSE_DEFINE);
  GtkWidget *review = nsm_choice_cards_get_card (cards, NSM_PURPOSE_REVIEW);

  ui_test_picture (page, "set-up");
  ui_test_assert_named (page);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (define)));
  g_signal_emit_by_name (review, "clicked");
  g_assert_cmpint (workshop->purpose, ==, NSM_PURPOSE_REVIEW);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (define)));
  g_signal_emit_by_name (review, "clicked");
  g_assert_cmpint (workshop->purpose, ==, NSM_PURPOSE_REVIEW);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (review)));
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (define)));
  ui_test_close (page);
}

static void
test_agenda (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_SET_UP_PAGE, workshop, 744, 1700);
  NsmAgenda *agenda = NSM_AGENDA (ui_test_find (page, NSM_TYPE_AGENDA, 0));
  NsmAgendaItem *item = nsm_list_get (workshop->agenda, 3);
  double suggested = item->minutes;
  GtkWidget *spin = ui_test_find (GTK_WIDGET (agenda), GTK_TYPE_SPIN_BUTTON, 3);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), suggested + 35);
  g_assert_cmpfloat (item->minutes, ==, suggested + 35);
  nsm_agenda_suggest (agenda);
  g_assert_cmpfloat (item->minutes, ==, suggested);
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  g_assert_cmpfloat (item->minutes, ==, suggested + 35);

  g_assert_true (nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (workshop), "agenda"));
  ui_test_picture (page, "set-up-agenda");
  ui_test_assert_named (page);

  /* All gone, and back by the suggestion. */
  nsm_list_clear (workshop->agenda);
  nsm_agenda_suggest (agenda);
  g_assert_cmpuint (nsm_list_get_size (workshop->agenda), >, 9);
  ui_test_close (page);
}

static void
test_scorecard (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_SET_UP_PAGE, workshop, 744, 1700);
  NsmScorecardView *view = NSM_SCORECARD_VIEW (ui_test_find (page, NSM_TYPE_SCORECARD_VIEW, 0));
  NsmScorecard *scorecard = workshop->scorecard;

  g_assert_cmpuint (nsm_list_get_size (scorecard->criteria), ==, 6);
  nsm_scorecard_view_choose (view, NSM_SCORECARD_KIND_QUICK);
  g_assert_cmpuint (nsm_list_get_size (scorecard->criteria), ==, 3);
  nsm_scorecard_view_choose (view, NSM_SCORECARD_KIND_OWN);
  g_assert_cmpuint (nsm_list_get_size (scorecard->criteria), ==, 3);
  g_assert_true (nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (scorecard),
                                           "criteria"));
  ui_test_picture (page, "set-up-scorecard-own");
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  g_assert_cmpuint (nsm_list_get_size (scorecard->criteria), ==, 6);
  g_assert_cmpint (scorecard->kind, ==, NSM_SCORECARD_KIND_PLAYBOOK);
  ui_test_picture (page, "set-up-scorecard");
  ui_test_assert_named (page);
  ui_test_close (page);
}

static void
test_folded (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_SET_UP_PAGE, workshop, 744, 754);
  NsmSection *numbers = NSM_SECTION (ui_test_find (page, NSM_TYPE_SECTION, 4));

  /* A finding leads into a folded part. */
  g_assert_false (nsm_section_get_expanded (numbers));
  g_assert_true (nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (workshop->settings),
                                           "min_rows"));
  g_assert_true (nsm_section_get_expanded (numbers));
  g_assert_true (nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (workshop),
                                           "participants"));
  ui_test_close (page);
}

static void
test_narrow (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_SET_UP_PAGE, workshop, 480, 700);
  int least = 0;

  nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (workshop), "agenda");
  nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (workshop->scorecard), "kind");
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 480);
  ui_test_picture (page, "set-up-narrow");
  ui_test_close (page);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/set-up/empty", test_empty);
  g_test_add_func ("/set-up/purpose", test_purpose);
  g_test_add_func ("/set-up/agenda", test_agenda);
  g_test_add_func ("/set-up/scorecard", test_scorecard);
  g_test_add_func ("/set-up/folded", test_folded);
  g_test_add_func ("/set-up/narrow", test_narrow);
  return g_test_run ();
}
