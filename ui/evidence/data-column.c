/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-column.h"

#include <glib/gi18n-lib.h>

#include "evidence/data-timing.h"
#include "kit/field-control.h"
#include "kit/field-row.h"
#include "kit/names.h"
#include "kit/turning-box.h"

#define LEAST 24 /* sizes of type that a label and its drop-down need beside each other */

struct _NsmDataColumn
{
  AdwExpanderRow parent_instance;

  NsmWorkshop *workshop;
  NsmColumn *column;
  char *refusal;
  GtkWidget *mark;
  GPtrArray *candidates; /* NsmCandidate; what the drop-down offers */

  /* Made when the row is opened first. */
  GtkWidget *candidate_row;
  GtkDropDown *candidate;
  GtkWidget *outcome;
  GtkWidget *less;
  GtkWidget *unit;
  GtkWidget *timing;
};

G_DEFINE_FINAL_TYPE (NsmDataColumn, nsm_data_column, ADW_TYPE_EXPANDER_ROW)

/* Which candidate */

static void
on_candidate_selected (NsmDataColumn *self)
{
  guint selected = gtk_drop_down_get_selected (self->candidate);

  if (selected >= 1 && selected <= self->candidates->len)
    g_object_set (self->column, "candidate",
                  NSM_RECORD (self->candidates->pdata[selected - 1])->id, NULL);
  else
    g_object_set (self->column, "candidate", "", NULL);
}

static void
collect_candidates (NsmDataColumn *self)
{
  NSM_LIST_EACH (NsmCandidate, candidate, self->workshop->candidates)
    if (candidate->standing != NSM_STANDING_REFINED && nsm_candidate_get_metric (candidate) != NULL)
      g_ptr_array_add (self->candidates, g_object_ref (candidate));
}

static GtkWidget *
make_candidate_row (NsmDataColumn *self)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable",
                                 FALSE, NULL);
  GtkWidget *line = nsm_turning_box_new (12, LEAST);
  GtkWidget *label = gtk_label_new (_("Candidate"));
  GtkStringList *names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("Choose a candidate…"));
  for (guint i = 0; i < self->candidates->len; i++)
    {
      g_autofree char *name = nsm_record_dup_name (self->candidates->pdata[i]);

      gtk_string_list_append (names, name);
      if (g_str_equal (NSM_RECORD (self->candidates->pdata[i])->id, self->column->candidate))
        selected = i + 1;
    }
  self->candidate = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
  nsm_drop_down_fit (self->candidate);
  gtk_drop_down_set_selected (self->candidate, selected);
  nsm_widget_set_name_for_readers (GTK_WIDGET (self->candidate), _("Candidate"));
  g_signal_connect_object (self->candidate, "notify::selected", G_CALLBACK (on_candidate_selected),
                           self, G_CONNECT_SWAPPED);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (nsm_turning_box_get_box (NSM_TURNING_BOX (line)), label);
  gtk_box_append (nsm_turning_box_get_box (NSM_TURNING_BOX (line)), GTK_WIDGET (self->candidate));
  gtk_widget_add_css_class (line, "data-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  return row;
}

/* The row */

static char *
dup_role_words (NsmDataColumn *self)
{
  NsmColumn *column = self->column;
  const char *role = nsm_choice_get_label (NSM_TYPE_COLUMN_ROLE, column->role);

  switch (column->role)
    {
    case NSM_COLUMN_ROLE_CANDIDATE:
      for (guint i = 0; i < self->candidates->len; i++)
        if (g_str_equal (NSM_RECORD (self->candidates->pdata[i])->id, column->candidate))
          {
            g_autofree char *name = nsm_record_dup_name (self->candidates->pdata[i]);

            /* Translators: what a column is, and which: "Candidate: Projects completed" */
            return g_strdup_printf (_("%s: %s"), role, name);
          }
      return g_strdup (_("Candidate: which one?"));
    case NSM_COLUMN_ROLE_OUTCOME:
      return g_strdup_printf (_("%s: %s"), role,
                              nsm_choice_get_label (NSM_TYPE_OUTCOME, column->outcome));
    case NSM_COLUMN_ROLE_SEGMENT:
      return g_strdup (_("Segment: each of its groups is looked at by itself, too"));
    case NSM_COLUMN_ROLE_DATE:
    case NSM_COLUMN_ROLE_IGNORED:
    default:
      return g_strdup (role);
    }
}

static gboolean
is_measured (NsmColumn *column)
{
  return column->role == NSM_COLUMN_ROLE_CANDIDATE || column->role == NSM_COLUMN_ROLE_OUTCOME;
}

static void
show_parts (NsmDataColumn *self)
{
  gboolean is_outcome = self->column->role == NSM_COLUMN_ROLE_OUTCOME;

  if (self->candidate_row == NULL)
    return;
  gtk_widget_set_visible (self->candidate_row, self->column->role == NSM_COLUMN_ROLE_CANDIDATE);
  gtk_widget_set_visible (self->outcome, is_outcome);
  gtk_widget_set_visible (self->less, is_outcome);
  gtk_widget_set_visible (self->unit, is_measured (self->column));
  gtk_widget_set_visible (self->timing, is_measured (self->column));
}

static void
on_expanded (NsmDataColumn *self)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (self);
  NsmRecord *record = NSM_RECORD (self->column);

  if (!adw_expander_row_get_expanded (row) || self->candidate_row != NULL)
    return;
  self->candidate_row = make_candidate_row (self);
  self->outcome = nsm_field_row_new (record, "outcome");
  self->less = nsm_field_row_new (record, "less_is_better");
  self->unit = nsm_field_row_new (record, "unit");
  self->timing = nsm_data_timing_new (self->column, _("When was it measured?"));
  adw_expander_row_add_row (row, nsm_field_row_new (record, "role"));
  adw_expander_row_add_row (row, self->candidate_row);
  adw_expander_row_add_row (row, self->outcome);
  adw_expander_row_add_row (row, self->less);
  adw_expander_row_add_row (row, self->unit);
  adw_expander_row_add_row (row, self->timing);
  nsm_data_column_refresh (self);
}

static void
nsm_data_column_dispose (GObject *object)
{
  NsmDataColumn *self = NSM_DATA_COLUMN (object);

  g_clear_object (&self->workshop);
  g_clear_object (&self->column);
  g_clear_pointer (&self->refusal, g_free);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidate_row = NULL;
  G_OBJECT_CLASS (nsm_data_column_parent_class)->dispose (object);
}

static void
nsm_data_column_class_init (NsmDataColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_data_column_dispose;
}

static void
nsm_data_column_init (NsmDataColumn *self)
{
  self->candidates = g_ptr_array_new_with_free_func (g_object_unref);
  self->mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->mark, "finding-color");
  gtk_widget_set_visible (self->mark, FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (self), self->mark);
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

/**
 * nsm_data_column_new:
 * @workshop: whose candidates there are
 * @column: of a file that isn't in it yet
 */
GtkWidget *
nsm_data_column_new (NsmWorkshop *workshop, NsmColumn *column)
{
  NsmDataColumn *self = g_object_new (NSM_TYPE_DATA_COLUMN, NULL);

  self->workshop = g_object_ref (workshop);
  self->column = g_object_ref (column);
  collect_candidates (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), column->name);
  nsm_data_column_refresh (self);
  return GTK_WIDGET (self);
}

NsmColumn *
nsm_data_column_get_column (NsmDataColumn *self)
{
  return self->column;
}

/**
 * nsm_data_column_refresh:
 *
 * Says again what the column is.
 */
void
nsm_data_column_refresh (NsmDataColumn *self)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *role = dup_role_words (self);
  g_autofree char *when = is_measured (self->column) ? nsm_data_timing_dup_words (self->column)
                                                     : g_strdup ("");

  g_string_append (words, role);
  if (self->column->unit[0] != '\0' && is_measured (self->column))
    g_string_append_printf (words, " · %s", self->column->unit);
  if (when[0] != '\0')
    g_string_append_printf (words, " · %s", when);
  if (self->refusal != NULL)
    g_string_append_printf (words, "\n%s", self->refusal);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words->str);
  gtk_widget_set_visible (self->mark, self->refusal != NULL);
  show_parts (self);
  if (self->timing != NULL)
    nsm_data_timing_set_note (NSM_DATA_TIMING (self->timing), self->refusal, self->refusal != NULL);
}

/**
 * nsm_data_column_set_refusal:
 * @refusal: (nullable): why what it shows is no evidence
 */
void
nsm_data_column_set_refusal (NsmDataColumn *self, const char *refusal)
{
  if (g_strcmp0 (self->refusal, refusal) != 0)
    {
      g_free (self->refusal);
      self->refusal = g_strdup (refusal);
    }
  if (refusal != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    refusal, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  nsm_data_column_refresh (self);
}
