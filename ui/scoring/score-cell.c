/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/score-cell-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "scoring/words.h"

G_DEFINE_FINAL_TYPE (NsmScoreCell, nsm_score_cell, GTK_TYPE_BUTTON)

static void
nsm_score_cell_clicked (GtkButton *button)
{
  NsmScoreCell *self = NSM_SCORE_CELL (button);

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_child (GTK_POPOVER (self->popover),
                         nsm_voices_make_list (self->workshop, self->figures, self->candidate,
                                               self->criterion, self->agreed));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
nsm_score_cell_measure (GtkWidget *widget, GtkOrientation orientation,
                        int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 72 : 60;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 150 : 98;
  if (NSM_SCORE_CELL (widget)->large)
    {
      *minimum = (int) (*minimum * 2);
      *natural = (int) (*natural * NSM_SCORE_CELL_LARGE);
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
nsm_score_cell_size_allocate (GtkWidget *widget G_GNUC_UNUSED, int width G_GNUC_UNUSED,
                              int height G_GNUC_UNUSED, int baseline G_GNUC_UNUSED)
{
  NsmScoreCell *self = NSM_SCORE_CELL (widget);

  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
nsm_score_cell_dispose (GObject *object)
{
  NsmScoreCell *self = NSM_SCORE_CELL (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);

  G_OBJECT_CLASS (nsm_score_cell_parent_class)->dispose (object);
}

static void
nsm_score_cell_finalize (GObject *object)
{
  NsmScoreCell *self = NSM_SCORE_CELL (object);

  g_clear_pointer (&self->voices, g_ptr_array_unref);
  g_clear_pointer (&self->figures, nsm_round_figures_unref);
  g_clear_object (&self->workshop);
  g_free (self->mean_text);
  g_free (self->shift_text);
  g_free (self->description);

  G_OBJECT_CLASS (nsm_score_cell_parent_class)->finalize (object);
}

static void
nsm_score_cell_class_init (NsmScoreCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_score_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_score_cell_finalize;
  widget_class->snapshot = nsm_score_cell_snapshot;
  widget_class->measure = nsm_score_cell_measure;
  widget_class->size_allocate = nsm_score_cell_size_allocate;
  GTK_BUTTON_CLASS (klass)->clicked = nsm_score_cell_clicked;

  gtk_widget_class_set_css_name (widget_class, "scorecell");
}

static void
nsm_score_cell_init (NsmScoreCell *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/* All that a screen reader says. */
static void
describe (NsmScoreCell *self)
{
  NsmRoundFigures *figures = self->figures;
  const char *candidate = nsm_scores_get_candidate_title (figures->scores, self->candidate);
  const char *criterion = nsm_scores_get_criterion_name (figures->scores, self->criterion);
  /* Translators: a candidate and a criterion */
  g_autofree char *title = g_strdup_printf (_("%s, %s"), candidate, criterion);
  g_autofree char *said = nsm_voices_dup_sentence (self->voices);
  g_autofree char *spread =
    nsm_words_dup_spread (nsm_scores_get_cell (figures->scores, self->candidate, self->criterion));
  g_autoptr (GString) text = g_string_new (NULL);

  if (isnan (self->mean))
    /* Translators: a candidate and a criterion */
    g_string_append_printf (text, _("%s: no marks"), title);
  else
    /* Translators: a candidate and a criterion; the mean; all marks; median and spread */
    g_string_append_printf (text, _("%s: mean %s; %s; %s"), title, self->mean_text, said, spread);
  if (self->order > 0)
    g_string_append_printf (text, _("; you disagree, number %u to discuss"), self->order);
  if (self->shift_text[0] != '\0')
    {
      g_autofree char *moved = nsm_movement_dup_cell_sentence (
        figures->movement, figures->earlier, figures->scores, self->candidate, self->criterion);

      g_string_append_printf (text, "; %s", moved);
    }
  if (!isnan (self->agreed))
    g_string_append_printf (text, _("; agreed after talking: %.0f"), self->agreed);
  g_free (self->description);
  self->description = g_string_free (g_steal_pointer (&text), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
}

/**
 * nsm_score_cell_new:
 *
 * Returns: (transfer floating): a cell of readable scores
 */
GtkWidget *
nsm_score_cell_new (NsmWorkshop *workshop, NsmRoundFigures *figures, guint candidate, guint criterion)
{
  NsmScoreCell *self = g_object_new (NSM_TYPE_SCORE_CELL, "hexpand", TRUE, "vexpand", TRUE, NULL);
  const NsmCell *cell = nsm_scores_get_cell (figures->scores, candidate, criterion);
  const NsmMovementCell *moved = nsm_round_figures_get_movement (figures, candidate, criterion);

  self->workshop = g_object_ref (workshop);
  self->figures = nsm_round_figures_ref (figures);
  self->candidate = candidate;
  self->criterion = criterion;
  self->voices = nsm_voices_collect (workshop, figures->scores, candidate, criterion);
  self->mean = cell->mean;
  self->low = cell->low;
  self->high = cell->high;
  self->agreed = NAN;
  self->order = nsm_round_figures_get_order (figures, candidate, criterion);
  self->mean_text = isnan (cell->mean) ? g_strdup ("–") : nsm_scores_format (cell->mean);
  self->shift_text = moved != NULL ? nsm_words_dup_shift (moved->mean_shift) : g_strdup ("");
  describe (self);
  return GTK_WIDGET (self);
}

/**
 * nsm_score_cell_set_large:
 * @large: for the room: larger type, and nothing to press
 */
void
nsm_score_cell_set_large (NsmScoreCell *self, gboolean large)
{
  self->large = large;
  gtk_widget_set_can_target (GTK_WIDGET (self), !large);
  gtk_widget_set_focusable (GTK_WIDGET (self), !large);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * nsm_score_cell_set_agreed:
 * @agreed: the mark that the team agreed on after talking, NAN for none
 */
void
nsm_score_cell_set_agreed (NsmScoreCell *self, double agreed)
{
  if (self->agreed == agreed || (isnan (agreed) && isnan (self->agreed)))
    return;
  self->agreed = agreed;
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nsm_score_cell_get_agreed:
 *
 * Returns: the mark that the team agreed on, NAN for none
 */
double
nsm_score_cell_get_agreed (NsmScoreCell *self)
{
  return self->agreed;
}

/**
 * nsm_score_cell_get_place:
 * @candidate: (out): its candidate's number
 * @criterion: (out): its criterion's number
 */
void
nsm_score_cell_get_place (NsmScoreCell *self, guint *candidate, guint *criterion)
{
  *candidate = self->candidate;
  *criterion = self->criterion;
}

/**
 * nsm_score_cell_get_mean:
 *
 * Returns: the mean that it shows, NAN where nobody marked it
 */
double
nsm_score_cell_get_mean (NsmScoreCell *self)
{
  return self->mean;
}

/**
 * nsm_score_cell_get_order:
 *
 * Returns: its place in the order of discussion, 0 for none
 */
guint
nsm_score_cell_get_order (NsmScoreCell *self)
{
  return self->order;
}

/**
 * nsm_score_cell_get_description:
 *
 * Returns: (transfer none): what a screen reader says
 */
const char *
nsm_score_cell_get_description (NsmScoreCell *self)
{
  return self->description;
}
