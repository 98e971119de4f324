/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "commitment/commitment-page.h"
#include "commitment/sign-off-row.h"
#include "method/workshop-new.h"
#include "record/journal.h"

static void
test_sign_off (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_workshop ();
  NsmCommitment *commitment = workshop->commitment;
  NsmParticipant *first = nsm_list_get (workshop->participants, 0);

  nsm_list_clear (commitment->sign_offs);

  GtkWidget *window = ui_test_open_page (NSM_TYPE_COMMITMENT_PAGE, workshop, 1000, 800);
  GtkWidget *row = ui_test_find (window, NSM_TYPE_SIGN_OFF_ROW, 0);

  g_assert_true (nsm_sign_off_row_get_subject (NSM_SIGN_OFF_ROW (row)) == NSM_RECORD (first));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_test_find (row, GTK_TYPE_TOGGLE_BUTTON, 1)), TRUE);
  g_assert_cmpuint (nsm_list_get_size (commitment->sign_offs), ==, 1);

  NsmSignOff *sign_off = nsm_list_get (commitment->sign_offs, 0);
  g_assert_cmpint (sign_off->position, ==, NSM_POSITION_RESERVATION);
  g_assert_cmpstr (sign_off->participant, ==, NSM_RECORD (first)->id);
  g_assert_true (nsm_date_is_valid (sign_off->date));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_test_find (row, GTK_TYPE_TOGGLE_BUTTON, 2)), TRUE);
  g_assert_cmpint (sign_off->position, ==, NSM_POSITION_BLOCKS);
  g_assert_false (
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (ui_test_find (row, GTK_TYPE_TOGGLE_BUTTON, 1))));
  nsm_journal_undo (nsm_record_get_journal (NSM_RECORD (workshop)));
  ui_test_settle (window);
  g_assert_true (
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (ui_test_find (row, GTK_TYPE_TOGGLE_BUTTON, 1))));
  ui_test_assert_named (window);
  ui_test_picture (window, "commitment");
  ui_test_close (window);
}

static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_method_new_workshop (NSM_MODE_SOLO);
  GtkWidget *window = ui_test_open_page (NSM_TYPE_COMMITMENT_PAGE, workshop, 1000, 800);

  ui_test_assert_named (window);
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/commitment/empty", test_empty);
  g_test_add_func ("/commitment/sign-off", test_sign_off);
  return g_test_run ();
}
