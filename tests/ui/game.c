/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "game/game-page.h"

#include "filled.h"
#include "kit/choice-cards.h"
#include "kit/field-row.h"
#include "record/journal.h"
#include "rounds/round-view.h"
#include "support.h"

static GtkWidget *
get_game (GtkWidget *page, NsmGame game)
{
  return nsm_choice_cards_get_card (
      NSM_CHOICE_CARDS (ui_test_find (page, NSM_TYPE_CHOICE_CARDS, 0)), game);
}

static GtkWidget *
find_row (GtkWidget *page, const char *field)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = ui_test_find (page, NSM_TYPE_FIELD_ROW, i);

      if (row == NULL || g_str_equal (nsm_field_row_get_field (NSM_FIELD_ROW (row)), field))
        return row;
    }
}

static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_GAME_PAGE, workshop, 744, 754);

  ui_test_picture (page, "game-empty");
  ui_test_assert_named (page);
  g_assert_true (nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (workshop->game),
                                           "game"));
  ui_test_close (page);
}

static void
test_choice (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_GAME_PAGE, workshop, 744, 1000);
  NsmGameChoice *choice = workshop->game;

  g_assert_true (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (get_game (page, NSM_GAME_PRODUCTIVITY))));
  g_signal_emit_by_name (get_game (page, NSM_GAME_ATTENTION), "clicked");
  g_assert_cmpint (choice->game, ==, NSM_GAME_ATTENTION);
  g_assert_false (gtk_toggle_button_get_active (
      GTK_TOGGLE_BUTTON (get_game (page, NSM_GAME_PRODUCTIVITY))));
  g_signal_emit_by_name (get_game (page, NSM_GAME_ATTENTION), "clicked");
  g_assert_cmpint (choice->game, ==, NSM_GAME_UNSET);
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  g_assert_cmpint (choice->game, ==, NSM_GAME_PRODUCTIVITY);
  ui_test_close (page);
}

static void
test_sides (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_GAME_PAGE, workshop, 744, 1200);

  g_assert_false (gtk_widget_get_visible (find_row (page, "tension")));
  g_assert_false (gtk_widget_get_visible (find_row (page, "focus")));
  g_object_set (workshop->game, "two-sided", TRUE, "second", NSM_GAME_TRANSACTION, NULL);
  ui_test_settle (GTK_WIDGET (gtk_widget_get_root (page)));
  g_assert_true (gtk_widget_get_visible (find_row (page, "tension")));
  g_assert_true (gtk_widget_get_visible (find_row (page, "focus")));
  ui_test_picture (page, "game");
  ui_test_assert_named (page);


  g_assert_true (nsm_step_page_show_field (NSM_STEP_PAGE (page), NSM_RECORD (workshop->game),
                                           "side_a"));
  ui_test_close (page);
}

static void
test_vote (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_GAME_PAGE, workshop, 744, 1000);
  GtkWidget *vote = NULL;

  for (guint i = 0; vote == NULL; i++)
    {
      GtkWidget *button = ui_test_find (page, GTK_TYPE_BUTTON, i);

      g_assert_nonnull (button);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Vote in Private…") == 0)
        vote = button;
    }
  g_assert_true (gtk_widget_get_mapped (vote));
  ui_test_picture (page, "game-invitation");
  g_signal_emit_by_name (vote, "clicked");
  ui_test_settle (GTK_WIDGET (gtk_widget_get_root (page)));
  g_assert_nonnull (ui_test_find (page, NSM_TYPE_ROUND_VIEW, 0));
  g_assert_false (gtk_widget_get_mapped (vote));
  ui_test_picture (page, "game-vote");

  ui_test_close (page);
}

static void
test_narrow (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
  GtkWidget *page = ui_test_open_page (NSM_TYPE_GAME_PAGE, workshop, 480, 700);
  int least = 0;

  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 480);
  ui_test_picture (page, "game-narrow");
  ui_test_close (page);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/game/empty", test_empty);
  g_test_add_func ("/game/choice", test_choice);
  g_test_add_func ("/game/sides", test_sides);
  g_test_add_func ("/game/vote", test_vote);
  g_test_add_func ("/game/narrow", test_narrow);
  return g_test_run ();
}
