/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "decision/decision-page.h"
#include "decision/rejection-card.h"
#include "kit/ink-text.h"
#include "method/candidates.h"
#include "method/workshop-new.h"
#include "record/journal.h"

static NsmCandidate *
add (NsmWorkshop *workshop, const char *name, NsmCandidateKind kind)
{
  NsmCandidate *candidate = nsm_workshop_add_candidate (workshop, kind);

  g_object_set (nsm_candidate_get_metric (candidate), "name", name, "window", NSM_WINDOW_WEEK, NULL);
  return candidate;
}

static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_method_new_workshop (NSM_MODE_FACILITATED);
  GtkWidget *window = ui_test_open_page (NSM_TYPE_DECISION_PAGE, workshop, 1000, 800);

  ui_test_assert_named (window);
  ui_test_picture (window, "decision-empty");
  ui_test_close (window);
}

/* Choosing, drafting the reason against the other, keeping it, undoing it. */
static void
test_reasons (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_method_new_workshop (NSM_MODE_FACILITATED);
  NsmCandidate *chosen = add (workshop, "Teams completing a project", NSM_CANDIDATE_KIND_GOOD);
  NsmCandidate *other = add (workshop, "Projects under way", NSM_CANDIDATE_KIND_GOOD);

  g_object_set (other, "standing", NSM_STANDING_ELIMINATED, "eliminated-why", "It rises when teams get stuck.",
                NULL);
  g_object_set (workshop->decision, "chosen", NSM_RECORD (chosen)->id, NULL);

  GtkWidget *window = ui_test_open_page (NSM_TYPE_DECISION_PAGE, workshop, 1000, 800);
  GtkWidget *card = ui_test_find (window, NSM_TYPE_REJECTION_CARD, 0);
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));

  g_assert_nonnull (card);
  g_assert_null (ui_test_find (window, NSM_TYPE_REJECTION_CARD, 1));
  g_assert_true (nsm_rejection_card_get_candidate (NSM_REJECTION_CARD (card)) == other);
  g_assert_null (nsm_workshop_find_rejection (workshop, other));

  g_signal_emit_by_name (ui_test_find (card, GTK_TYPE_BUTTON, 0), "clicked");
  NsmRejection *rejection = nsm_workshop_find_rejection (workshop, other);
  g_assert_nonnull (rejection);
  g_assert_cmpstr (rejection->reason, ==, "The team eliminated it: It rises when teams get stuck.");
  g_assert_cmpstr (rejection->basis, ==, "elimination");
  g_assert_false (rejection->kept);
  g_signal_emit_by_name (ui_test_find (card, GTK_TYPE_BUTTON, 1), "clicked");
  g_assert_true (rejection->kept);

  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (ui_test_find (card, NSM_TYPE_INK_TEXT, 0)));
  gtk_text_buffer_set_text (buffer, "A stuck project counts.", -1);
  g_assert_cmpstr (rejection->reason, ==, "A stuck project counts.");
  nsm_journal_undo (journal);
  nsm_journal_undo (journal);
  nsm_journal_undo (journal);
  ui_test_settle (window);
  g_assert_null (nsm_workshop_find_rejection (workshop, other));
  ui_test_assert_named (window);
  ui_test_picture (window, "decision");
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  g_test_add_func ("/decision/empty", test_empty);
  g_test_add_func ("/decision/reasons", test_reasons);
  return g_test_run ();
}
