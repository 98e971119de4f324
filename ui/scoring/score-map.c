/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/score-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/language.h"
#include "scoring/words.h"

#define TALLEST_ROW 150
#define TALLEST_LARGE_ROW 200

struct _NsmScoreMap
{
  AdwBin parent_instance;

  NsmWorkshop *workshop;
  NsmRoundFigures *figures;
  gboolean large;
  gboolean bad_shown;
  GtkWidget *clamp;
  GtkWidget *grid;
  GPtrArray *bad_widgets;    /* of the deliberately bad candidates' rows, not owned */
  GPtrArray *cells;          /* NsmScoreCell by row and column, not owned */
  GPtrArray *agreed_labels;  /* by row, not owned */
  guint n_columns;
  guint current; /* among the cells: where Tab comes back to */
  GtkWidget *pointed; /* by the pointer, not owned, only compared */
  double pointer_x, pointer_y; /* in the window, NAN before it was seen */
};

enum
{
  CELL_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmScoreMap, nsm_score_map, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, const char *style, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
attach (NsmScoreMap *self, GtkWidget *widget, guint column, guint row, gboolean bad)
{
  gtk_grid_attach (GTK_GRID (self->grid), widget, (int) column, (int) row, 1, 1);
  if (bad)
    {
      g_ptr_array_add (self->bad_widgets, widget);
      gtk_widget_set_visible (widget, FALSE);
    }
}

/* Moving about */

static gboolean
is_there (NsmScoreMap *self, int position)
{
  return position >= 0 && position < (int) self->cells->len
         && gtk_widget_get_visible (g_ptr_array_index (self->cells, position));
}

/**
 * nsm_score_map_move:
 * @down: rows, may be negative
 * @right: columns toward the end, may be negative
 *
 * Takes the focus to another cell; at the edges it stays.
 *
 * Returns: whether it moved
 */
gboolean
nsm_score_map_move (NsmScoreMap *self, int down, int right)
{
  int n = (int) self->n_columns;
  int row, column;

  if (n == 0 || self->cells->len == 0)
    return FALSE;
  row = (int) self->current / n + down;
  column = CLAMP ((int) self->current % n + right, 0, n - 1);
  row = CLAMP (row, 0, (int) self->cells->len / n - 1);
  if (!is_there (self, row * n + column) || row * n + column == (int) self->current)
    return FALSE;
  return gtk_widget_grab_focus (g_ptr_array_index (self->cells, row * n + column));
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys G_GNUC_UNUSED, guint key, guint code G_GNUC_UNUSED,
                GdkModifierType state, gpointer user_data)
{
  NsmScoreMap *self = NSM_SCORE_MAP (user_data);
  int right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || focus == NULL
      || !NSM_IS_SCORE_CELL (focus))
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      nsm_score_map_move (self, -1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      nsm_score_map_move (self, 1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      nsm_score_map_move (self, 0, -right);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      nsm_score_map_move (self, 0, right);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
      nsm_score_map_move (self, 0, -(int) self->n_columns);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
      nsm_score_map_move (self, 0, (int) self->n_columns);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The map is one stop: Tab enters at the cell that had the focus last, and leaves. */
static gboolean
nsm_score_map_focus (GtkWidget *widget, GtkDirectionType direction)
{
  NsmScoreMap *self = NSM_SCORE_MAP (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (nsm_score_map_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL || self->large)
    return FALSE;
  if (!is_there (self, (int) self->current))
    self->current = 0;
  return is_there (self, (int) self->current)
         && gtk_widget_grab_focus (g_ptr_array_index (self->cells, self->current));
}

static void
on_focus_entered (GtkEventController *controller, gpointer user_data)
{
  NsmScoreMap *self = NSM_SCORE_MAP (user_data);
  GtkWidget *cell = gtk_event_controller_get_widget (controller);

  g_ptr_array_find (self->cells, cell, &self->current);
  g_signal_emit (self, signals[CELL_SHOWN], 0, cell);
}

/* A cell that comes to lie under a pointer at rest, because the map appears or scrolls,
 * isn't pointed at. */
static void
on_pointer_moved (GtkEventControllerMotion *controller, double x, double y, gpointer user_data)
{
  NsmScoreMap *self = NSM_SCORE_MAP (user_data);
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gboolean moved;

  if (!gtk_widget_translate_coordinates (cell, GTK_WIDGET (gtk_widget_get_root (cell)), x, y, &x,
                                         &y))
    return;
  moved = fabs (x - self->pointer_x) >= 0.5 || fabs (y - self->pointer_y) >= 0.5;
  self->pointer_x = x;
  self->pointer_y = y;
  if (moved && self->pointed != cell)
    {
      self->pointed = cell;
      g_signal_emit (self, signals[CELL_SHOWN], 0, cell);
    }
}

static void
on_focus_left (GtkEventController *controller G_GNUC_UNUSED, gpointer user_data)
{
  g_signal_emit (user_data, signals[CELL_SHOWN], 0, NULL);
}

/* Back to the cell that the keyboard is on. */
static void
on_pointer_left (GtkEventController *controller G_GNUC_UNUSED, gpointer user_data)
{
  NsmScoreMap *self = NSM_SCORE_MAP (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->pointed == NULL)
    return;
  self->pointed = NULL;
  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    focus = NULL;
  g_signal_emit (self, signals[CELL_SHOWN], 0,
                 focus != NULL ? gtk_widget_get_ancestor (focus, NSM_TYPE_SCORE_CELL) : NULL);
}

static void
watch_cell (NsmScoreMap *self, GtkWidget *cell)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (on_focus_entered), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (on_pointer_moved), self, 0);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_pointer_moved), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_pointer_left), self, 0);
  gtk_widget_add_controller (cell, focus);
  gtk_widget_add_controller (cell, motion);
}

/* Rows */

static GtkWidget *
make_row_title (NsmScoreMap *self, guint candidate)
{
  NsmScores *scores = self->figures->scores;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *title = nsm_words_dup_short_title (self->workshop, scores, candidate);
  g_autofree char *place = nsm_words_dup_place (self->figures, candidate);
  GtkWidget *name = make_label (title, "heading", 0);
  GtkWidget *chances = make_label (place, "caption-strong", 0);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 21);
  gtk_widget_add_css_class (name, "reveal-name");
  gtk_widget_set_tooltip_text (name, nsm_scores_get_candidate_title (scores, candidate));
  gtk_label_set_wrap (GTK_LABEL (chances), TRUE);
  gtk_widget_add_css_class (chances, "secondary");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), chances);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
make_total (NsmScoreMap *self, guint candidate)
{
  double value = nsm_scores_get_total (self->figures->scores, candidate);
  g_autofree char *total = isnan (value) ? g_strdup ("–") : nsm_scores_format (value);
  g_autofree char *words = g_strdup_printf (_("Score %s"), total);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = make_label (total, "reveal-total", 1);
  GtkWidget *agreed = make_label ("", "reveal-agreed", 1);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (agreed, FALSE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), agreed);
  g_ptr_array_add (self->agreed_labels, agreed);
  return box;
}

static void
add_row (NsmScoreMap *self, guint candidate, guint row)
{
  NsmScores *scores = self->figures->scores;
  gboolean bad = nsm_scores_is_calibration (scores, candidate);
  double value = nsm_scores_get_rank (scores, candidate);
  g_autofree char *rank =
    bad || isnan (value) ? g_strdup ("")
                         : nsm_number_dup (value, -1);
  GtkWidget *rank_label = make_label (rank, "reveal-rank", 0.5);

  if (value == 1)
    gtk_widget_add_css_class (rank_label, "first");
  attach (self, rank_label, 0, row, bad);
  attach (self, make_row_title (self, candidate), 1, row, bad);
  attach (self, make_total (self, candidate), 2, row, bad);
  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *cell = nsm_score_cell_new (self->workshop, self->figures, candidate, i);

      nsm_score_cell_set_large (NSM_SCORE_CELL (cell), self->large);
      if (!self->large)
        watch_cell (self, cell);
      g_ptr_array_add (self->cells, cell);
      attach (self, cell, i + 3, row, bad);
    }
}

static void
add_headings (NsmScoreMap *self)
{
  NSM_LIST_EACH (NsmAspect, aspect, nsm_scores_get_round (self->figures->scores)->aspects)
    {
      GtkWidget *label = make_label (aspect->name, "heading", 0.5);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      /* A long word may not make its column wider than the others. */
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      gtk_widget_add_css_class (label, "reveal-criterion");
      gtk_widget_set_tooltip_text (label, aspect->question);
      gtk_grid_attach (GTK_GRID (self->grid), label, (int) aspect_i + 3, 0, 1, 1);
    }
}

static void
fill (NsmScoreMap *self)
{
  NsmScores *scores = self->figures->scores;
  guint n = nsm_scores_get_n_candidates (scores);
  guint row = 1;

  self->n_columns = nsm_scores_get_n_criteria (scores);
  add_headings (self);
  for (guint i = 0; i < n; i++)
    if (!nsm_scores_is_calibration (scores, nsm_scores_get_nth (scores, i)))
      add_row (self, nsm_scores_get_nth (scores, i), row++);
  for (guint i = 0; i < n; i++)
    if (nsm_scores_is_calibration (scores, i))
      add_row (self, i, row++);
  nsm_score_map_show_bad (self, FALSE);
}

static void
nsm_score_map_dispose (GObject *object)
{
  NsmScoreMap *self = NSM_SCORE_MAP (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->figures, nsm_round_figures_unref);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (nsm_score_map_parent_class)->dispose (object);
}

static void
nsm_score_map_finalize (GObject *object)
{
  NsmScoreMap *self = NSM_SCORE_MAP (object);

  g_ptr_array_unref (self->bad_widgets);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->agreed_labels);

  G_OBJECT_CLASS (nsm_score_map_parent_class)->finalize (object);
}

static void
nsm_score_map_class_init (NsmScoreMapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_score_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_score_map_finalize;
  GTK_WIDGET_CLASS (klass)->focus = nsm_score_map_focus;

  signals[CELL_SHOWN] = g_signal_new ("cell-shown", NSM_TYPE_SCORE_MAP, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, NSM_TYPE_SCORE_CELL);
}

static void
nsm_score_map_init (NsmScoreMap *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->pointer_x = self->pointer_y = NAN;
  self->bad_widgets = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
  self->agreed_labels = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  self->clamp = adw_clamp_new ();
  g_object_set (self->grid, "row-spacing", 6, "column-spacing", 6, NULL);
  gtk_widget_add_css_class (self->grid, "reveal-map");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->clamp), GTK_ORIENTATION_VERTICAL);
  adw_clamp_set_child (ADW_CLAMP (self->clamp), self->grid);
  adw_bin_set_child (ADW_BIN (self), self->clamp);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * nsm_score_map_new:
 * @large: for the room: larger, and nothing to press
 */
GtkWidget *
nsm_score_map_new (NsmWorkshop *workshop, NsmRoundFigures *figures, gboolean large)
{
  NsmScoreMap *self = g_object_new (NSM_TYPE_SCORE_MAP, NULL);

  self->workshop = g_object_ref (workshop);
  self->figures = nsm_round_figures_ref (figures);
  self->large = large;
  fill (self);
  return GTK_WIDGET (self);
}

/**
 * nsm_score_map_show_bad:
 * @shown: whether the deliberately bad candidates have their rows, too
 */
void
nsm_score_map_show_bad (NsmScoreMap *self, gboolean shown)
{
  NsmScores *scores = self->figures->scores;
  guint n = shown ? nsm_scores_get_n_candidates (scores) : nsm_scores_count_ranked (scores);
  int height = (int) n * ((self->large ? TALLEST_LARGE_ROW : TALLEST_ROW) + 6) + 40;

  for (guint i = 0; i < self->bad_widgets->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->bad_widgets, i), shown);
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), height);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), height);
}

/**
 * nsm_score_map_show_agreed:
 * @scores: of the same round, as the workshop stands now
 *
 * Shows what the team agreed on beside what people marked.
 */
void
nsm_score_map_show_agreed (NsmScoreMap *self, NsmScores *scores)
{
  gboolean any = nsm_scores_count_agreed (scores) > 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      NsmScoreCell *cell = g_ptr_array_index (self->cells, i);
      guint candidate, criterion;

      nsm_score_cell_get_place (cell, &candidate, &criterion);
      nsm_score_cell_set_agreed (cell, nsm_scores_get_agreed (scores, candidate, criterion));
      if (criterion > 0)
        continue;
      GtkWidget *label = g_ptr_array_index (self->agreed_labels, i / self->n_columns);
      double total = nsm_scores_get_agreed_total (scores, candidate);
      g_autofree char *number = isnan (total) ? g_strdup ("–") : nsm_scores_format (total);
      /* Translators: a candidate's score with the marks that the team agreed on */
      g_autofree char *text = g_strdup_printf (_("agreed %s"), number);

      gtk_label_set_label (GTK_LABEL (label), text);
      gtk_widget_set_visible (label, any && !isnan (total));
    }
}
