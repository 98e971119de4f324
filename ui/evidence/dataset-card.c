/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/dataset-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "evidence/ask-timing.h"
#include "evidence/data-timing.h"
#include "evidence/results.h"
#include "evidence/words.h"
#include "kit/names.h"
#include "kit/scroll.h"
#include "kit/wrap-layout.h"

struct _NsmDatasetCard
{
  AdwBin parent_instance;

  NsmDataset *dataset;
  gboolean read_only;
  GPtrArray *change_rows; /* AdwActionRow */
  GPtrArray *column_rows; /* AdwActionRow */
  GtkWidget *list;
  GtkWidget *details;
  GtkWidget *remove;
  GtkWidget *fingerprint_row;
  GtkWidget *fingerprint;
  GtkWidget *copy;
  GtkWidget *changes;
  GtkWidget *buttons;
  GtkWidget *newer;
  GtkWidget *change;
  GtkWidget *another;
};

G_DEFINE_FINAL_TYPE (NsmDatasetCard, nsm_dataset_card, ADW_TYPE_BIN)

enum
{
  SIGNAL_NEWER,
  SIGNAL_CHANGE,
  SIGNAL_REMOVE,
  SIGNAL_ANOTHER,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Facts */

static char *
dup_facts (NsmDataset *dataset)
{
  GString *facts = g_string_new (NULL);
  g_autofree char *read_on = nsm_date_dup_words (dataset->read_on);

  if (!isnan (dataset->rows))
    nsm_words_append_fact (facts,
                           g_strdup_printf (ngettext ("%.0f row", "%.0f rows",
                                                      (gulong) dataset->rows),
                                            dataset->rows));
  if (!isnan (dataset->bad_rows) && dataset->bad_rows > 0)
    nsm_words_append_fact (facts,
                           g_strdup_printf (ngettext ("%.0f kept out: longer or shorter than the "
                                                      "others",
                                                      "%.0f kept out: longer or shorter than the "
                                                      "others",
                                                      (gulong) dataset->bad_rows),
                                            dataset->bad_rows));
  if (read_on != NULL)
    /* Translators: a date */
    nsm_words_append_fact (facts, g_strdup_printf (_("read on %s"), read_on));
  if (!isnan (dataset->size))
    nsm_words_append_fact (facts, g_format_size ((guint64) dataset->size));
  return g_string_free (facts, FALSE);
}

/* Rows stay the same widgets while there are as many. @last stays behind them. */
static gboolean
set_n_rows (GPtrArray *rows, GtkWidget *expander, guint n, GtkWidget *last)
{
  if (rows->len == n)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (expander), g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
  if (last != NULL)
    adw_expander_row_remove (ADW_EXPANDER_ROW (expander), g_object_ref (last));
  while (rows->len < n)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0,
                                     "subtitle-lines", 0, NULL);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
      g_ptr_array_add (rows, row);
    }
  if (last != NULL)
    {
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), last);
      g_object_unref (last);
    }
  return TRUE;
}

static void
set_words (GtkWidget *row, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

/* Columns */

static gboolean
has_timing (NsmColumn *column)
{
  return column->role == NSM_COLUMN_ROLE_CANDIDATE || column->role == NSM_COLUMN_ROLE_OUTCOME;
}

static char *
dup_role (NsmColumn *column)
{
  NsmRecord *candidate = nsm_record_find (NSM_RECORD (column), column->candidate);

  if (column->role == NSM_COLUMN_ROLE_CANDIDATE && NSM_IS_CANDIDATE (candidate))
    return nsm_candidate_dup_title (NSM_CANDIDATE (candidate));
  if (column->role == NSM_COLUMN_ROLE_OUTCOME)
    return g_strdup (nsm_choice_get_label (NSM_TYPE_OUTCOME, column->outcome));
  return g_strdup (nsm_choice_get_label (NSM_TYPE_COLUMN_ROLE, column->role));
}

static char *
dup_column_words (NsmColumn *column)
{
  GString *words = g_string_new (NULL);

  nsm_words_append_fact (words, dup_role (column));
  if (has_timing (column))
    nsm_words_append_fact (words,
                           column->timing == NSM_TIMING_UNSET
                             ? g_strdup (_("nobody said when it was measured"))
                             : nsm_data_timing_dup_words (column));
  if (!isnan (column->noise))
    nsm_words_append_fact (words, g_strdup_printf (_("swings by %.0f %% by itself"),
                                                   column->noise * 100));
  if (!isnan (column->react_periods))
    nsm_words_append_fact (words,
                           g_strdup_printf (ngettext ("reacts after %.0f period",
                                                      "reacts after %.0f periods",
                                                      (gulong) column->react_periods),
                                            column->react_periods));
  return g_string_free (words, FALSE);
}

static GPtrArray *
list_used_columns (NsmDataset *dataset)
{
  GPtrArray *used = g_ptr_array_new ();

  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    if (column->role != NSM_COLUMN_ROLE_IGNORED)
      g_ptr_array_add (used, column);
  return used;
}

static void
on_column_activated (GtkWidget *row, NsmDatasetCard *self)
{
  g_autoptr (GPtrArray) used = list_used_columns (self->dataset);
  GtkRoot *root = gtk_widget_get_root (row);
  guint position;

  if (g_ptr_array_find (self->column_rows, row, &position) && position < used->len &&
      has_timing (g_ptr_array_index (used, position)))
    nsm_dataset_ask_timing (self->dataset, g_ptr_array_index (used, position), NULL,
                            GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
}

static void
sync_columns (NsmDatasetCard *self)
{
  g_autoptr (GPtrArray) used = NULL;
  gboolean made;

  if (self->column_rows->len == 0 &&
      !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->details)))
    return;
  used = list_used_columns (self->dataset);
  made = set_n_rows (self->column_rows, self->details, used->len, self->fingerprint_row);
  for (guint i = 0; i < used->len; i++)
    {
      NsmColumn *column = g_ptr_array_index (used, i);
      GtkWidget *row = g_ptr_array_index (self->column_rows, i);
      g_autofree char *words = dup_column_words (column);

      set_words (row, column->name, words);
      if (made && has_timing (column))
        {
          adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                     gtk_image_new_from_icon_name ("document-edit-symbolic"));
          g_signal_connect_object (row, "activated", G_CALLBACK (on_column_activated), self, 0);
        }
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                        has_timing (column) && !self->read_only);
    }
}

/* What changed since the file before */

static void
sync_changes (NsmDatasetCard *self)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (self->dataset));
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  g_autofree char *title = NULL;

  if (NSM_IS_WORKSHOP (root) && self->dataset->earlier_name[0] != '\0')
    NSM_LIST_EACH (NsmEvidence, result, NSM_WORKSHOP (root)->evidence)
      if (g_str_equal (result->dataset, NSM_RECORD (self->dataset)->id) &&
          result->group[0] == '\0' && !isnan (result->earlier_coefficient))
        g_ptr_array_add (changed, result);
  gtk_widget_set_visible (self->changes, changed->len > 0);
  set_n_rows (self->change_rows, self->changes, changed->len, NULL);
  if (changed->len == 0)
    return;
  title = g_strdup_printf (_("What changed since “%s”"), self->dataset->earlier_name);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->changes), title);
  for (guint i = 0; i < changed->len; i++)
    {
      NsmEvidence *result = g_ptr_array_index (changed, i);
      NsmRecord *candidate = nsm_record_find (NSM_RECORD (result), result->candidate);
      g_autofree char *words = nsm_evidence_dup_change (result);
      g_autofree char *name = NSM_IS_CANDIDATE (candidate)
                                ? nsm_candidate_dup_title (NSM_CANDIDATE (candidate))
                                : g_strdup (result->column);
      g_autofree char *line =
          g_strdup_printf ("%s · %s", name,
                           nsm_evidence_get_outcome_title (result));

      set_words (g_ptr_array_index (self->change_rows, i), line, words != NULL ? words : "");
    }
}

/* Callbacks */

static void
on_newer_clicked (NsmDatasetCard *self)
{
  g_signal_emit (self, signals[SIGNAL_NEWER], 0);
}

static void
on_change_clicked (NsmDatasetCard *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGE], 0);
}

static void
on_remove_clicked (NsmDatasetCard *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVE], 0);
}

static void
on_another_clicked (NsmDatasetCard *self)
{
  g_signal_emit (self, signals[SIGNAL_ANOTHER], 0);
}

static void
on_copy_clicked (NsmDatasetCard *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->dataset->sha256);
}

static void
on_details_expanded (NsmDatasetCard *self)
{
  if (self->dataset != NULL)
    sync_columns (self);
}

/* GObject */

static void
nsm_dataset_card_finalize (GObject *object)
{
  NsmDatasetCard *self = NSM_DATASET_CARD (object);

  g_clear_object (&self->dataset);
  g_ptr_array_unref (self->change_rows);
  g_ptr_array_unref (self->column_rows);
  G_OBJECT_CLASS (nsm_dataset_card_parent_class)->finalize (object);
}

static void
nsm_dataset_card_class_init (NsmDatasetCardClass *klass)
{
  static const char *const names[] = { "newer", "change", "remove", "another" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsm_dataset_card_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/evidence/dataset-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmDatasetCard, list);
  gtk_widget_class_bind_template_child (widget_class, NsmDatasetCard, details);
  gtk_widget_class_bind_template_child (widget_class, NsmDatasetCard, remove);
  gtk_widget_class_bind_template_child (widget_class, NsmDatasetCard, fingerprint_row);
  gtk_widget_class_bind_template_child (widget_class, NsmDatasetCard, fingerprint);
  gtk_widget_class_bind_template_child (widget_class, NsmDatasetCard, copy);
  gtk_widget_class_bind_template_child (widget_class, NsmDatasetCard, changes);
  gtk_widget_class_bind_template_child (widget_class, NsmDatasetCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, NsmDatasetCard, newer);
  gtk_widget_class_bind_template_child (widget_class, NsmDatasetCard, change);
  gtk_widget_class_bind_template_child (widget_class, NsmDatasetCard, another);
}

static void
nsm_dataset_card_init (NsmDatasetCard *self)
{
  self->change_rows = g_ptr_array_new ();
  self->column_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->buttons, nsm_wrap_layout_new (6, 6));
  g_signal_connect_object (self->newer, "clicked", G_CALLBACK (on_newer_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->change, "clicked", G_CALLBACK (on_change_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (on_remove_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->another, "clicked", G_CALLBACK (on_another_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->copy, "clicked", G_CALLBACK (on_copy_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->details, "notify::expanded", G_CALLBACK (on_details_expanded),
                           self, G_CONNECT_SWAPPED);
}

/**
 * nsm_dataset_card_new:
 *
 * Returns: (transfer floating): a card for @dataset, to be refreshed
 */
GtkWidget *
nsm_dataset_card_new (NsmDataset *dataset)
{
  NsmDatasetCard *self = g_object_new (NSM_TYPE_DATASET_CARD, NULL);

  self->dataset = g_object_ref (dataset);
  return GTK_WIDGET (self);
}

NsmDataset *
nsm_dataset_card_get_dataset (NsmDatasetCard *self)
{
  return self->dataset;
}

/**
 * nsm_dataset_card_refresh:
 * @memory: which knows whether the file can still be read in another way
 * @read_only: whether nothing may be changed
 * @is_last: whether another file may be opened from here
 */
void
nsm_dataset_card_refresh (NsmDatasetCard *self, NsmLookMemory *memory, gboolean read_only,
                          gboolean is_last)
{
  g_autofree char *facts = dup_facts (self->dataset);
  g_autofree char *removal = g_strdup_printf (_("Remove the file “%s” and its results"),
                                              self->dataset->name);

  self->read_only = read_only;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->details), self->dataset->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->details), facts);
  gtk_label_set_label (GTK_LABEL (self->fingerprint), self->dataset->sha256);
  gtk_widget_set_visible (self->change,
                          nsm_look_memory_get_file (memory, self->dataset) != NULL);
  gtk_widget_set_visible (self->another, is_last);
  gtk_widget_set_sensitive (self->buttons, !read_only);
  gtk_widget_set_sensitive (self->remove, !read_only);
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), self->dataset->name);
  nsm_widget_set_name_for_readers (self->remove, removal);
  nsm_widget_set_name_for_readers (self->list, self->dataset->name);
  sync_changes (self);
  sync_columns (self);
}

/**
 * nsm_dataset_card_focus:
 * @record: (nullable): a column of the dataset; else the card as a whole
 *
 * Returns: whether there is something to focus
 */
gboolean
nsm_dataset_card_focus (NsmDatasetCard *self, NsmRecord *record)
{
  g_autoptr (GPtrArray) used = list_used_columns (self->dataset);
  guint position;

  nsm_widget_scroll_to (GTK_WIDGET (self));
  if (record == NULL || !g_ptr_array_find (used, record, &position))
    return gtk_widget_grab_focus (self->newer);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->details), TRUE);
  sync_columns (self);
  return gtk_widget_grab_focus (g_ptr_array_index (self->column_rows, position));
}
