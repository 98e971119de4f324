/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/ask-timing.h"

#include <glib/gi18n-lib.h>

#include "evidence/data-timing.h"
#include "evidence/dataset.h"
#include "kit/names.h"
#include "record/journal.h"

/* The answers, beside the columns until somebody says that they are right. */
typedef struct
{
  NsmDataset *dataset;
  GPtrArray *columns; /* NsmColumn */
  GPtrArray *answers; /* NsmColumn, in no workshop */
} Asking;

static void
asking_free (gpointer data, GClosure *closure G_GNUC_UNUSED)
{
  Asking *asking = data;

  g_object_unref (asking->dataset);
  g_ptr_array_unref (asking->columns);
  g_ptr_array_unref (asking->answers);
  g_free (asking);
}

static void
on_answered (GtkWidget *dialog G_GNUC_UNUSED, const char *response, gpointer data)
{
  Asking *asking = data;
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (asking->dataset));

  if (!g_str_equal (response, "keep") || journal == NULL)
    return;
  nsm_journal_begin (journal, _("Say When It Was Measured"));
  for (guint i = 0; i < asking->columns->len; i++)
    nsm_data_timing_copy (g_ptr_array_index (asking->answers, i),
                          g_ptr_array_index (asking->columns, i));
  nsm_dataset_check_overlaps (asking->dataset);
  nsm_journal_end (journal);
}

static void
ask_about (Asking *asking, GtkListBox *list, NsmColumn *column)
{
  NsmColumn *answer = g_object_new (NSM_TYPE_COLUMN, "name", column->name, NULL);

  nsm_data_timing_copy (column, answer);
  gtk_list_box_append (list, nsm_data_timing_new (answer, column->name));
  g_ptr_array_add (asking->columns, g_object_ref (column));
  g_ptr_array_add (asking->answers, answer);
}

/**
 * nsm_dataset_ask_timing:
 * @candidate: (nullable): a column of @dataset
 * @outcome: (nullable): another
 * @parent: (nullable): the window that asks
 *
 * Asks when the columns were measured. The answers are one step of undo; which results are no
 * evidence is said anew, without the file being read again.
 *
 * Returns: (transfer none): the question, which is shown
 */
GtkWidget *
nsm_dataset_ask_timing (NsmDataset *dataset, NsmColumn *candidate, NsmColumn *outcome,
                        GtkWindow *parent)
{
  GtkWidget *dialog =
      adw_message_dialog_new (parent, _("When was it measured?"),
                              _("What was counted before the outcome can lead to it. What was "
                                "counted over the same time can’t: those who stayed longer did "
                                "more of everything."));
  GtkWidget *list = gtk_list_box_new ();
  Asking *asking = g_new0 (Asking, 1);

  asking->dataset = g_object_ref (dataset);
  asking->columns = g_ptr_array_new_with_free_func (g_object_unref);
  asking->answers = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  nsm_widget_set_name_for_readers (list, _("When was it measured?"));
  if (candidate != NULL)
    ask_about (asking, GTK_LIST_BOX (list), candidate);
  if (outcome != NULL)
    ask_about (asking, GTK_LIST_BOX (list), outcome);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), list);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "keep",
                                    _("_Keep"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answered), asking, asking_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}
