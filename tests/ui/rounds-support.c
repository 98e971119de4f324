/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds-support.h"

#include "press.h"
#include "support.h"

/* Keys and drafts of the tests stay away from the developer's own. */
void
rounds_init (int *argc, char ***argv)
{
  g_autofree char *state = g_dir_make_tmp ("nsm-rounds-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_setenv ("XDG_DATA_HOME", state, TRUE);
  ui_test_init (argc, argv);
}

GtkWidget *
rounds_open_page (NsmWorkshop *workshop)
{
  return ui_test_open_page (NSM_TYPE_SCORING_PAGE, workshop, 1280, 754);
}

NsmRound *
rounds_get_round (NsmWorkshop *workshop)
{
  return nsm_workshop_get_latest_round (workshop, NSM_ROUND_KIND_SCORES);
}

const char *
rounds_get_person (NsmWorkshop *workshop, guint position)
{
  return ((NsmRecord *) nsm_list_get (workshop->participants, position))->id;
}

NsmBooth *
rounds_get_booth (GtkWidget *page)
{
  return NSM_BOOTH (ui_test_find (page, NSM_TYPE_BOOTH, 0));
}

/**
 * rounds_says:
 *
 * Returns: whether a label that can be seen below @root has @words in it
 */
gboolean
rounds_says (GtkWidget *root, const char *words)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (rounds_says (child, words))
      return TRUE;
  return FALSE;
}

/* The list of who is next, in its popover. */
GtkWidget *
rounds_find_next_list (GtkWidget *page)
{
  GtkWidget *running = ui_test_find (page, NSM_TYPE_ROUND_RUNNING, 0);
  GtkWidget *popover = ui_test_find (running, GTK_TYPE_POPOVER, 0);

  return ui_test_find (popover, GTK_TYPE_LIST_BOX, 0);
}

void
rounds_fill_ballot (NsmBallot *ballot, guint mark)
{
  NsmRound *round = nsm_ballot_get_round (ballot);

  for (guint i = 0; i < nsm_list_get_size (round->subjects); i++)
    {
      for (guint j = 0; j < nsm_list_get_size (round->aspects); j++)
        nsm_score_ballot_press (NSM_SCORE_BALLOT (ballot), GDK_KEY_0 + mark);
      nsm_score_ballot_press (NSM_SCORE_BALLOT (ballot), GDK_KEY_Return);
    }
}

void
rounds_fill (GtkWidget *page, guint mark)
{
  rounds_fill_ballot (nsm_booth_get_ballot (rounds_get_booth (page)), mark);
  ui_test_settle (page);
}

/* From the screen that asks for @name to the next one. */
void
rounds_answer (GtkWidget *page, const char *name, guint mark)
{
  g_autofree char *me = g_strdup_printf ("I am %s", name);

  press (page, me);
  rounds_fill (page, mark);
  press (page, "Lock in");
  press (page, "Done");
}

/* The same from the list of who is in. */
void
rounds_answer_now (GtkWidget *page, const char *name, guint mark)
{
  press (page, "Answer now");
  rounds_answer (page, name, mark);
}

GtkWidget *
rounds_find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

void
rounds_respond (const char *response)
{
  g_autoptr (GtkWidget) dialog = rounds_find_dialog ();

  g_assert_nonnull (dialog);
  /* The answer may take the dialog away with its window. */
  g_object_ref (dialog);
  /* As pressing the button does: it answers, and closes. */
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
rounds_respond_pin (const char *pin, const char *response)
{
  GtkWidget *dialog = rounds_find_dialog ();

  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (ui_test_find (dialog, GTK_TYPE_PASSWORD_ENTRY, 0)), pin);
  rounds_respond (response);
}
