/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/result-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "evidence/correlation.h"
#include "evidence/words.h"
#include "kit/field-row.h"
#include "kit/names.h"
#include "record/journal.h"

struct _NsmResultRow
{
  AdwExpanderRow parent_instance;

  NsmEvidence *result;
  GPtrArray *rows; /* NsmFieldRow */
  GtkWidget *interval; /* what Fisher's formula says */
  GtkWidget *use_interval;
};

G_DEFINE_FINAL_TYPE (NsmResultRow, nsm_result_row, ADW_TYPE_EXPANDER_ROW)

static guint remove_signal;

/* Which of the figures a method has. */
static const char *const figures[] = { "coefficient", "low", "high", "rows" };

static void
update_words (NsmResultRow *self)
{
  g_autofree char *reading = nsm_evidence_dup_reading (self->result);
  g_autofree char *what = nsm_evidence_dup_what (self->result);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), reading);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), what);
}

/* The interval of r and n, where they have one. */
static gboolean
compute_interval (NsmEvidence *result, double *low, double *high)
{
  if (result->method != NSM_METHOD_PEARSON || isnan (result->coefficient) ||
      isnan (result->rows) || result->rows < 4)
    return FALSE;
  nsm_fisher_interval (result->coefficient, (gsize) result->rows, low, high);
  return !isnan (*low) && !isnan (*high);
}

static gboolean
looks_same (double one, double other)
{
  return !isnan (one) && fabs (one - other) < 0.005;
}

static void
update_interval (NsmResultRow *self)
{
  NsmEvidence *result = self->result;
  double low, high;
  gboolean there = compute_interval (result, &low, &high);

  gtk_widget_set_visible (self->interval, there);
  if (!there)
    return;

  gboolean same = looks_same (result->low, low) && looks_same (result->high, high);
  g_autofree char *from = nsm_coefficient_dup_text (low);
  g_autofree char *to = nsm_coefficient_dup_text (high);
  g_autofree char *title =
      g_strdup_printf (_("Computed from r and n: 95 %% [%s, %s]"), from, to);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->interval), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->interval),
                               same ? _("It is the interval above.")
                               : isnan (result->low) && isnan (result->high)
                                 ? _("By Fisher’s formula, for customers drawn one by one")
                                 : _("By Fisher’s formula; the interval above is another."));
  gtk_widget_set_visible (self->use_interval, !same);
}

static void
on_use_interval (NsmResultRow *self)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (self->result));
  double low, high;

  if (journal == NULL || !compute_interval (self->result, &low, &high))
    return;
  nsm_journal_begin (journal, _("Compute Interval"));
  g_object_set (self->result, "low", low, "high", high, NULL);
  nsm_journal_end (journal);
}

static void
update_rows (NsmResultRow *self)
{
  gboolean computed = self->result->method != NSM_METHOD_JUDGEMENT;

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      const char *field = nsm_field_row_get_field (NSM_FIELD_ROW (row));

      if (g_strv_contains ((const char *const[]){ "coefficient", "low", "high", NULL }, field))
        gtk_widget_set_visible (row, computed);
      if (g_str_equal (field, "segment"))
        {
          NsmRecord *root = nsm_record_get_root (NSM_RECORD (self->result));

          gtk_widget_set_visible (row, NSM_IS_WORKSHOP (root) &&
                                           nsm_list_get_size (NSM_WORKSHOP (root)->segments) > 0);
        }
    }
}

static void
on_result_changed (NsmResultRow *self)
{
  update_words (self);
  update_rows (self);
  update_interval (self);
}

static void
on_remove (NsmResultRow *self)
{
  g_signal_emit (self, remove_signal, 0);
}

static void
add_field (NsmResultRow *self, const char *field, const char *hint)
{
  GtkWidget *row = nsm_field_row_new (NSM_RECORD (self->result), field);

  if (hint != NULL)
    nsm_field_row_set_hint (NSM_FIELD_ROW (row), hint);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_interval (NsmResultRow *self)
{
  self->use_interval = gtk_button_new_with_mnemonic (_("_Use It"));
  gtk_widget_set_valign (self->use_interval, GTK_ALIGN_CENTER);
  nsm_widget_set_name_for_readers (self->use_interval, _("Use the computed interval"));
  g_signal_connect_object (self->use_interval, "clicked", G_CALLBACK (on_use_interval), self,
                           G_CONNECT_SWAPPED);
  self->interval = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title-lines", 0,
                                 "subtitle-lines", 0, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->interval), self->use_interval);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->interval);
}

static void
nsm_result_row_dispose (GObject *object)
{
  g_clear_object (&NSM_RESULT_ROW (object)->result);
  G_OBJECT_CLASS (nsm_result_row_parent_class)->dispose (object);
}

static void
nsm_result_row_finalize (GObject *object)
{
  g_ptr_array_unref (NSM_RESULT_ROW (object)->rows);
  G_OBJECT_CLASS (nsm_result_row_parent_class)->finalize (object);
}

static void
nsm_result_row_class_init (NsmResultRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_result_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_result_row_finalize;
  remove_signal = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsm_result_row_init (NsmResultRow *self)
{
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_tooltip_text (remove, _("Remove this result"));
  nsm_widget_set_name_for_readers (remove, _("Remove this result"));
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), remove);
}

/**
 * nsm_result_row_new:
 *
 * Returns: (transfer floating): a row that reads @result out, and edits it when it is open
 */
GtkWidget *
nsm_result_row_new (NsmEvidence *result)
{
  NsmResultRow *self = g_object_new (NSM_TYPE_RESULT_ROW, NULL);

  self->result = g_object_ref (result);
  add_field (self, "outcome", _("What customers or the business got later"));
  add_field (self, "outcome_name", _("For example: renewed after twelve months"));
  add_field (self, "method", _("A scatter plot that one looks at counts too"));
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    add_field (self, figures[i], NULL);
  adw_preferences_row_set_title (g_ptr_array_index (self->rows, self->rows->len - 2),
                                 /* xgettext:no-c-format */
                                 _("95 % interval to"));
  add_interval (self);
  add_field (self, "lag_months", _("A candidate that moves months before the outcome leads"));
  add_field (self, "overlaps",
             _("Were both counted over the same time? Those who stay longer do more of everything, "
               "so it proves little."));
  add_field (self, "segment", _("Look at segments too: a total can hide that they differ"));
  add_field (self, "finding", _("For example: those who did it stayed, 72 % against 11 %"));
  add_field (self, "source", _("Which data, who looked at it"));
  add_field (self, "date", NULL);
  on_result_changed (self);
  g_signal_connect_object (result, "notify", G_CALLBACK (on_result_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

NsmEvidence *
nsm_result_row_get_result (NsmResultRow *self)
{
  return self->result;
}

/**
 * nsm_result_row_focus_field:
 *
 * Opens the row and gives the control of @field the focus.
 *
 * Returns: whether there is one
 */
gboolean
nsm_result_row_focus_field (NsmResultRow *self, const char *field)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      NsmFieldRow *row = g_ptr_array_index (self->rows, i);

      if (field == NULL || g_str_equal (nsm_field_row_get_field (row), field))
        return gtk_widget_grab_focus (nsm_field_row_get_control (row));
    }
  return FALSE;
}
