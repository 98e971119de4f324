/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/plot-picker.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "evidence/plot-view.h"
#include "evidence/results.h"
#include "kit/names.h"
#include "kit/wrap-layout.h"
#include "report/plot.h"

static const struct
{
  NsmPlotKind kind;
  const char *label;
} kinds[] = {
  { NSM_PLOT_SCATTER, N_ ("Scatter") },      { NSM_PLOT_TENTHS, N_ ("By Tenths") },
  { NSM_PLOT_THRESHOLDS, N_ ("Thresholds") }, { NSM_PLOT_SEGMENTS, N_ ("By Segment") },
  { NSM_PLOT_LAGS, N_ ("Lags") },            { NSM_PLOT_SERIES, N_ ("Over Time") },
};

#define N_KINDS G_N_ELEMENTS (kinds)

/* About what a card has room for, so that words in a picture are as large as around it. */
#define PLOT_WIDTH 600

struct _NsmPlotPicker
{
  GtkBox parent_instance;

  NsmEvidence *result;
  GArray *points;
  NsmPlot *plots[N_KINDS];
  GtkWidget *toggles[N_KINDS];
  GtkWidget *row;
  GtkWidget *view;
  char *drawn; /* what the plots were drawn from, in a word that tells it from anything else */
};

G_DEFINE_FINAL_TYPE (NsmPlotPicker, nsm_plot_picker, GTK_TYPE_BOX)

/* Everything that a picture of @result shows is in this. */
static char *
dup_stamp (NsmPlotPicker *self)
{
  NsmRecord *candidate = nsm_record_find (NSM_RECORD (self->result), self->result->candidate);
  NsmDataset *dataset = nsm_evidence_get_dataset (self->result);
  g_autofree char *title = NULL;
  GString *stamp = g_string_new (dataset != NULL ? dataset->sha256 : "");

  if (NSM_IS_CANDIDATE (candidate))
    title = nsm_candidate_dup_title (NSM_CANDIDATE (candidate));
  g_string_append_printf (stamp, "/%p/%p/%.17g/%.0f/%s/%d/%s/%d", (gpointer) self->result,
                          (gpointer) self->points, self->result->coefficient, self->result->rows,
                          self->result->outcome_name, (int) self->result->outcome,
                          title != NULL ? title : "", self->result->overlaps);
  if (dataset != NULL)
    NSM_LIST_EACH (NsmColumn, column, dataset->columns)
      g_string_append_printf (stamp, "/%s", column->unit);
  return g_string_free (stamp, FALSE);
}

static void
show_chosen (NsmPlotPicker *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    if (self->plots[i] != NULL &&
        gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[i])))
      nsm_plot_view_set_plot (NSM_PLOT_VIEW (self->view), self->plots[i]);
}

/* With 0/1 outcomes a scatter plot is two lines, and of one row a period time says most. */
static guint
get_best (NsmPlotPicker *self)
{
  const NsmPlotKind wishes[] = { NSM_PLOT_SERIES, NSM_PLOT_TENTHS, NSM_PLOT_SCATTER };
  gboolean is_share = nsm_list_get_size (self->result->thresholds) > 0;
  gboolean is_dated = !isnan (self->result->lag_periods);

  for (guint w = 0; w < G_N_ELEMENTS (wishes); w++)
    for (guint i = 0; i < N_KINDS; i++)
      if (kinds[i].kind == wishes[w] && self->plots[i] != NULL &&
          (is_share || wishes[w] != NSM_PLOT_TENTHS) &&
          (is_dated || wishes[w] != NSM_PLOT_SERIES))
        return i;
  for (guint i = 0; i < N_KINDS; i++)
    if (self->plots[i] != NULL)
      return i;
  return N_KINDS;
}

static void
choose_something (NsmPlotPicker *self)
{
  guint best;

  for (guint i = 0; i < N_KINDS; i++)
    if (self->plots[i] != NULL &&
        gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggles[i])))
      return;
  best = get_best (self);
  if (best < N_KINDS)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[best]), TRUE);
}

static void
draw (NsmPlotPicker *self)
{
  g_autofree char *stamp = NULL;
  guint n = 0;

  if (self->result == NULL || NSM_RECORD (self->result)->owner == NULL)
    return;
  stamp = dup_stamp (self);
  if (g_strcmp0 (stamp, self->drawn) == 0)
    return;
  g_free (self->drawn);
  self->drawn = g_steal_pointer (&stamp);
  for (guint i = 0; i < N_KINDS; i++)
    {
      g_clear_pointer (&self->plots[i], nsm_plot_unref);
      self->plots[i] = nsm_plot_new_sized (self->result, kinds[i].kind, self->points, PLOT_WIDTH);
      gtk_widget_set_visible (self->toggles[i], self->plots[i] != NULL);
      n += self->plots[i] != NULL;
    }
  choose_something (self);
  show_chosen (self);
  gtk_widget_set_visible (self->row, n > 1);
  gtk_widget_set_visible (self->view, n > 0);
}

static void
on_toggled (GtkToggleButton *toggle, NsmPlotPicker *self)
{
  if (gtk_toggle_button_get_active (toggle))
    show_chosen (self);
}

static void
nsm_plot_picker_map (GtkWidget *widget)
{
  draw (NSM_PLOT_PICKER (widget));
  GTK_WIDGET_CLASS (nsm_plot_picker_parent_class)->map (widget);
}

static void
nsm_plot_picker_finalize (GObject *object)
{
  NsmPlotPicker *self = NSM_PLOT_PICKER (object);

  for (guint i = 0; i < N_KINDS; i++)
    g_clear_pointer (&self->plots[i], nsm_plot_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_object (&self->result);
  g_free (self->drawn);
  G_OBJECT_CLASS (nsm_plot_picker_parent_class)->finalize (object);
}

static void
nsm_plot_picker_class_init (NsmPlotPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_plot_picker_finalize;
  GTK_WIDGET_CLASS (klass)->map = nsm_plot_picker_map;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_plot_picker_init (NsmPlotPicker *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), _("Figures"));

  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_layout_manager (self->row, nsm_wrap_layout_new (6, 6));
  gtk_box_append (GTK_BOX (self), self->row);
  for (guint i = 0; i < N_KINDS; i++)
    {
      self->toggles[i] = gtk_toggle_button_new_with_label (_ (kinds[i].label));
      gtk_widget_add_css_class (self->toggles[i], "figure-toggle");
      gtk_widget_set_visible (self->toggles[i], FALSE);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->toggles[i]),
                                     GTK_TOGGLE_BUTTON (self->toggles[0]));
      gtk_box_append (GTK_BOX (self->row), self->toggles[i]);
      g_signal_connect_object (self->toggles[i], "toggled", G_CALLBACK (on_toggled), self, 0);
    }
  self->view = nsm_plot_view_new ();
  gtk_box_append (GTK_BOX (self), self->view);
}

GtkWidget *
nsm_plot_picker_new (void)
{
  return g_object_new (NSM_TYPE_PLOT_PICKER, NULL);
}

/**
 * nsm_plot_picker_update:
 * @result: of all rows
 * @points: (nullable) (element-type NsmPairPoint): what the scatter plot shows; without
 *   them it shows the fields that are kept
 *
 * Draws anew what has changed, now or when it is seen.
 */
void
nsm_plot_picker_update (NsmPlotPicker *self, NsmEvidence *result, GArray *points)
{
  g_set_object (&self->result, result);
  if (self->points != points)
    {
      g_clear_pointer (&self->points, g_array_unref);
      self->points = points != NULL ? g_array_ref (points) : NULL;
    }
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    draw (self);
}
