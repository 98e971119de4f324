/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "system/metric-tree.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "method/metric-system.h"
#include "system/tree-card.h"

#define KPI_WIDTH 300
#define STAR_WIDTH 600
#define INPUT_WIDTH 144
#define GAP 16
#define TRUNK 70  /* KPI to star */
#define BRANCH 84 /* star, or a row, to the next row of inputs */
#define BUS 38    /* how far below the star, or the row above, its line runs */

typedef struct
{
  GtkWidget *card;
  GtkWidget *pill;
  NsmRecord *record;
  NsmLink link;
  GtkAllocation area;
} Node;

struct _NsmMetricTree
{
  GtkWidget parent_instance;

  NsmWorkshop *workshop;
  Node kpi;
  GtkWidget *figures;
  Node star;
  GArray *inputs; /* Node */
  NsmRecord *picked;
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmMetricTree, nsm_metric_tree, GTK_TYPE_WIDGET)

static Node *
get_input (NsmMetricTree *self, guint i)
{
  return &g_array_index (self->inputs, Node, i);
}

/* Layout */

static guint
count_columns (NsmMetricTree *self, int width)
{
  int fit = (width + GAP) / (INPUT_WIDTH + GAP);

  return (guint) CLAMP (fit, 1, (int) MAX (self->inputs->len, 1));
}

static int
measure_card (GtkWidget *card, int width)
{
  int minimum = 0;
  int natural = 0;

  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return natural;
}

/* Computes the area of every card for @width. Returns the height of the whole. */
static int
arrange (NsmMetricTree *self, int width)
{
  guint columns = count_columns (self, width);
  int rows_left = self->inputs->len > columns ? GAP : 0;
  int input_width = (width - rows_left - (int) (columns - 1) * GAP) / (int) columns;
  int y = 2;

  if (self->kpi.card == NULL)
    return 0;
  self->kpi.area.width = MIN (KPI_WIDTH, width);
  self->kpi.area.height = measure_card (self->kpi.card, self->kpi.area.width);
  self->kpi.area.x = (width - self->kpi.area.width) / 2;
  self->kpi.area.y = y;
  y += self->kpi.area.height + TRUNK;

  self->star.area.width = MIN (STAR_WIDTH, width);
  self->star.area.height = measure_card (self->star.card, self->star.area.width);
  self->star.area.x = (width - self->star.area.width) / 2;
  self->star.area.y = y;
  y += self->star.area.height;

  for (guint i = 0; i < self->inputs->len; i += columns)
    {
      guint n = MIN (columns, self->inputs->len - i);
      int row_width = (int) n * input_width + (int) (n - 1) * GAP;
      int x = rows_left > 0 ? rows_left : (width - row_width) / 2;
      int height = 0;

      y += BRANCH;
      for (guint j = 0; j < n; j++)
        height = MAX (height, measure_card (get_input (self, i + j)->card, input_width));
      for (guint j = 0; j < n; j++)
        {
          GtkAllocation *area = &get_input (self, i + j)->area;

          area->width = MIN (input_width, 260);
          area->x = x + (int) j * (input_width + GAP) + (input_width - area->width) / 2;
          area->y = y;
          area->height = height;
        }
      y += height;
    }
  return y + 4;
}

static GtkSizeRequestMode
nsm_metric_tree_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nsm_metric_tree_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  NsmMetricTree *self = NSM_METRIC_TREE (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 320;
      *natural = MAX (STAR_WIDTH, (int) self->inputs->len * (INPUT_WIDTH + GAP));
      return;
    }
  *minimum = *natural = arrange (self, for_size < 0 ? 1000 : MAX (for_size, 320));
}

static void
place (NsmMetricTree *self, GtkWidget *child, GtkAllocation area)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    area.x = gtk_widget_get_width (GTK_WIDGET (self)) - area.x - area.width;
  gtk_widget_size_allocate (child, &area, -1);
}

static void
place_pill (NsmMetricTree *self, GtkWidget *pill, int center_x, int center_y)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (pill, NULL, &size);
  place (self, pill,
         (GtkAllocation){ center_x - size.width / 2, center_y - size.height / 2, size.width, size.height });
}

static void
nsm_metric_tree_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NsmMetricTree *self = NSM_METRIC_TREE (widget);
  int middle = width / 2;
  int trunk_y;
  int figures_width;
  int figures_height;

  if (self->kpi.card == NULL)
    return;
  arrange (self, width);
  trunk_y = self->kpi.area.y + self->kpi.area.height + TRUNK / 2;
  place (self, self->kpi.card, self->kpi.area);
  place (self, self->star.card, self->star.area);
  place_pill (self, self->kpi.pill, middle, trunk_y);
  gtk_widget_measure (self->figures, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &figures_width, NULL, NULL);
  figures_width = MAX (1, MIN (figures_width, middle - 74));
  figures_height = measure_card (self->figures, figures_width);
  place (self, self->figures,
         (GtkAllocation){ middle + 70, trunk_y - figures_height / 2, figures_width, figures_height });
  for (guint i = 0; i < self->inputs->len; i++)
    {
      Node *node = get_input (self, i);

      place (self, node->card, node->area);
      place_pill (self, node->pill, node->area.x + node->area.width / 2, node->area.y);
    }
}

/* Lines */

static void
set_line (cairo_t *cr, NsmLink link)
{
  const double dashes[] = { 7, 5 };
  gboolean dashed = link == NSM_LINK_CORRELATED || link == NSM_LINK_UNSET;

  cairo_set_line_width (cr, link == NSM_LINK_UNSET ? 1.5 : 2.5);
  cairo_set_dash (cr, dashes, dashed ? 2 : 0, 0);
}

static void
draw_branch (cairo_t *cr, double x0, double y0, double bus_y, double x1, double y1)
{
  double r = MIN (10, fabs (x1 - x0) / 2);
  double side = x1 > x0 ? 1 : -1;

  cairo_move_to (cr, x0, y0);
  if (fabs (x1 - x0) < 1)
    cairo_line_to (cr, x1, y1);
  else
    {
      cairo_line_to (cr, x0, bus_y - r);
      cairo_curve_to (cr, x0, bus_y, x0, bus_y, x0 + side * r, bus_y);
      cairo_line_to (cr, x1 - side * r, bus_y);
      cairo_curve_to (cr, x1, bus_y, x1, bus_y, x1, bus_y + r);
      cairo_line_to (cr, x1, y1);
    }
  cairo_stroke (cr);
}

static void
draw_lines (NsmMetricTree *self, cairo_t *cr, double width)
{
  double middle = width / 2;
  double star_bottom = self->star.area.y + self->star.area.height;
  int first_row = self->inputs->len > 0 ? get_input (self, 0)->area.y : 0;

  set_line (cr, self->kpi.link);
  cairo_move_to (cr, middle, self->kpi.area.y + self->kpi.area.height);
  cairo_line_to (cr, middle, self->star.area.y);
  cairo_stroke (cr);
  for (guint i = 0; i < self->inputs->len; i++)
    {
      Node *node = get_input (self, i);
      double x = node->area.x + node->area.width / 2.0;

      set_line (cr, node->link);
      if (node->area.y == first_row)
        draw_branch (cr, middle, star_bottom, star_bottom + BUS, x, node->area.y);
      else
        {
          /* Lower rows hang on a line down the side. */
          cairo_move_to (cr, middle, star_bottom);
          cairo_line_to (cr, middle, star_bottom + BUS);
          cairo_line_to (cr, 8, star_bottom + BUS);
          cairo_line_to (cr, 8, node->area.y - BRANCH + BUS);
          cairo_line_to (cr, x, node->area.y - BRANCH + BUS);
          cairo_line_to (cr, x, node->area.y);
          cairo_stroke (cr);
        }
    }
}

static void
nsm_metric_tree_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NsmMetricTree *self = NSM_METRIC_TREE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA color;

  if (self->kpi.card != NULL)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (
        snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
      gdk_cairo_set_source_rgba (cr, &color);
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        {
          cairo_translate (cr, width, 0);
          cairo_scale (cr, -1, 1);
        }
      draw_lines (self, cr, width);
      cairo_destroy (cr);
    }
  GTK_WIDGET_CLASS (nsm_metric_tree_parent_class)->snapshot (widget, snapshot);
}

/* Picking and moving */

static Node *
find_node (NsmMetricTree *self, GtkWidget *card)
{
  for (guint i = 0; i < self->inputs->len; i++)
    if (get_input (self, i)->card == card)
      return get_input (self, i);
  if (self->kpi.card == card)
    return &self->kpi;
  return self->star.card == card ? &self->star : NULL;
}

static void
show_picked (NsmMetricTree *self)
{
  Node *nodes[] = { &self->kpi, &self->star };

  for (guint i = 0; i < self->inputs->len + 2; i++)
    {
      Node *node = i < 2 ? nodes[i] : get_input (self, i - 2);

      if (node->card == NULL)
        continue;
      if (node->record == self->picked)
        gtk_widget_add_css_class (node->card, "picked");
      else
        gtk_widget_remove_css_class (node->card, "picked");
    }
}

/**
 * nsm_metric_tree_pick:
 * @record: (nullable): an NsmInput, or the NsmSystem for the KPI, or the
 *   NsmDecision for the North Star
 */
void
nsm_metric_tree_pick (NsmMetricTree *self, NsmRecord *record)
{
  self->picked = record;
  show_picked (self);
}

static void
on_card_clicked (NsmMetricTree *self, GtkWidget *card)
{
  Node *node = find_node (self, card);

  if (node == NULL)
    return;
  nsm_metric_tree_pick (self, node->record);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, node->record);
}

static void
move_input (NsmMetricTree *self, NsmRecord *input, int by)
{
  NsmList *inputs = self->workshop->system->inputs;
  guint from;

  if (!nsm_list_get_position (inputs, input, &from) || (int) from + by < 0 ||
      (int) from + by >= (int) nsm_list_get_size (inputs))
    return;
  nsm_list_move (inputs, from, (guint) ((int) from + by));
  nsm_metric_tree_refresh (self);
  for (guint i = 0; i < self->inputs->len; i++)
    if (get_input (self, i)->record == input)
      gtk_widget_grab_focus (get_input (self, i)->card);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                NsmMetricTree *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  Node *node = find_node (self, card);
  gboolean mirrored = gtk_widget_get_direction (card) == GTK_TEXT_DIR_RTL;

  if (node == NULL || !NSM_IS_INPUT (node->record) || (state & GDK_ALT_MASK) == 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Left || key == GDK_KEY_Up)
    move_input (self, node->record, key == GDK_KEY_Left && mirrored ? 1 : -1);
  else if (key == GDK_KEY_Right || key == GDK_KEY_Down)
    move_input (self, node->record, key == GDK_KEY_Right && mirrored ? -1 : 1);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, NsmMetricTree *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  Node *node = find_node (self, card);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (card);

  if (node == NULL)
    return NULL;
  gtk_drag_source_set_icon (source, picture, (int) x, (int) y);
  return gdk_content_provider_new_typed (NSM_TYPE_INPUT, node->record);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, NsmMetricTree *self)
{
  Node *node = find_node (self, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  NsmRecord *dragged = g_value_get_object (value);
  NsmList *inputs = self->workshop->system->inputs;
  guint from;
  guint to;

  if (node == NULL || !nsm_list_get_position (inputs, dragged, &from) ||
      !nsm_list_get_position (inputs, node->record, &to))
    return FALSE;
  nsm_list_move (inputs, from, to);
  return TRUE;
}

static void
make_movable (NsmMetricTree *self, GtkWidget *card)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (NSM_TYPE_INPUT, GDK_ACTION_MOVE);
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (target));
  gtk_widget_add_controller (card, key);
  gtk_widget_set_tooltip_text (card, _("Drag to reorder, or press Alt and an arrow key"));
}

/* Building */

static void
clear (NsmMetricTree *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_array_set_size (self->inputs, 0);
  self->kpi = (Node){ 0 };
  self->star = (Node){ 0 };
  self->figures = NULL;
}

static void
adopt (NsmMetricTree *self, Node *node, GtkWidget *card, GtkWidget *pill, gpointer record, NsmLink link)
{
  node->card = card;
  node->pill = pill;
  node->record = record;
  node->link = link;
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  if (pill != NULL)
    gtk_widget_set_parent (pill, GTK_WIDGET (self));
  g_signal_connect_object (card, "clicked", G_CALLBACK (on_card_clicked), self, G_CONNECT_SWAPPED);
}

/* The record under the focus, so that rebuilding doesn't lose it. */
static NsmRecord *
get_focused (NsmMetricTree *self)
{
  Node *nodes[] = { &self->kpi, &self->star };

  for (guint i = 0; i < self->inputs->len + 2; i++)
    {
      Node *node = i < 2 ? nodes[i] : get_input (self, i - 2);

      if (node->card != NULL && gtk_widget_has_focus (node->card))
        return node->record;
    }
  return NULL;
}

/**
 * nsm_metric_tree_refresh:
 *
 * Shows what the workshop holds by now.
 */
void
nsm_metric_tree_refresh (NsmMetricTree *self)
{
  NsmSystem *system = self->workshop->system;
  NsmRecord *focused = get_focused (self);
  g_autofree char *figures = nsm_tree_card_dup_kpi_figures (self->workshop);

  clear (self);
  adopt (self, &self->kpi, nsm_tree_card_new_kpi (self->workshop), nsm_link_pill_new (system->kpi_link),
         system, system->kpi_link);
  self->figures = gtk_label_new (figures);
  gtk_label_set_wrap (GTK_LABEL (self->figures), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->figures), 0);
  gtk_label_set_lines (GTK_LABEL (self->figures), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->figures), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->figures, "caption");
  gtk_widget_set_parent (self->figures, GTK_WIDGET (self));
  adopt (self, &self->star, nsm_tree_card_new_star (self->workshop), NULL, self->workshop->decision,
         NSM_LINK_UNSET);
  g_array_set_size (self->inputs, nsm_list_get_size (system->inputs));
  for (guint i = 0; i < self->inputs->len; i++)
    {
      NsmInput *input = nsm_list_get (system->inputs, i);
      GtkWidget *card = nsm_tree_card_new_input (input);

      adopt (self, get_input (self, i), card, nsm_link_pill_new (input->link), input, input->link);
      make_movable (self, card);
      if (NSM_RECORD (input) == focused)
        gtk_widget_grab_focus (card);
    }
  if (focused != NULL && focused == self->kpi.record)
    gtk_widget_grab_focus (self->kpi.card);
  show_picked (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
nsm_metric_tree_set_workshop (NsmMetricTree *self, NsmWorkshop *workshop)
{
  g_return_if_fail (self->workshop == NULL);

  self->workshop = g_object_ref (workshop);
  nsm_metric_tree_refresh (self);
}

static void
nsm_metric_tree_dispose (GObject *object)
{
  NsmMetricTree *self = NSM_METRIC_TREE (object);

  clear (self);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (nsm_metric_tree_parent_class)->dispose (object);
}

static void
nsm_metric_tree_finalize (GObject *object)
{
  g_array_unref (NSM_METRIC_TREE (object)->inputs);

  G_OBJECT_CLASS (nsm_metric_tree_parent_class)->finalize (object);
}

static void
nsm_metric_tree_class_init (NsmMetricTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nsm_metric_tree_dispose;
  object_class->finalize = nsm_metric_tree_finalize;
  widget_class->get_request_mode = nsm_metric_tree_get_request_mode;
  widget_class->measure = nsm_metric_tree_measure;
  widget_class->size_allocate = nsm_metric_tree_size_allocate;
  widget_class->snapshot = nsm_metric_tree_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * NsmMetricTree::picked:
   * @record: an NsmInput, the NsmSystem (the KPI) or the NsmDecision (the star)
   */
  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, NSM_TYPE_RECORD);
}

static void
nsm_metric_tree_init (NsmMetricTree *self)
{
  self->inputs = g_array_new (FALSE, TRUE, sizeof (Node));
}
