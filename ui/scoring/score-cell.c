/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/score-cell.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/person-mark.h"

#define N_TICKS 5
#define NARROW 118
#define MARGIN 9.0
#define FRAME 4.0

struct _NsmScoreCell
{
  GtkButton parent_instance;

  GPtrArray *voices;
  double mean;
  double low;
  double high;
  guint order; /* 0: no disagreement */
  char *mean_text;
  char *title;
  char *description;
  GtkWidget *popover;
};

G_DEFINE_FINAL_TYPE (NsmScoreCell, nsm_score_cell, GTK_TYPE_BUTTON)

typedef struct
{
  double x;    /* middle of the first tick */
  double pitch;
  double base; /* lower edge of the lowest marks */
  double unit; /* side of a mark */
} Ticks;

static void
get_colors (GdkRGBA *ink, GdkRGBA *paper)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  gdk_rgba_parse (ink, dark ? "#ffffff" : "#241f31");
  gdk_rgba_parse (paper, dark ? "#241f31" : "#ffffff");
}

/* White to blue; from dark grey to blue on dark. It shows the mean and nothing else. */
static void
get_ramp (double mean, GdkRGBA *color)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  float share = isnan (mean) ? 0 : (float) ((CLAMP (mean, 1, 5) - 1) / 4);
  GdkRGBA low, high;

  gdk_rgba_parse (&low, dark ? "#333333" : "#ffffff");
  gdk_rgba_parse (&high, dark ? "#1c61b8" : "#8fbdf5");
  color->red = low.red + share * (high.red - low.red);
  color->green = low.green + share * (high.green - low.green);
  color->blue = low.blue + share * (high.blue - low.blue);
  color->alpha = 1;
}

static guint
get_highest_stack (NsmScoreCell *self)
{
  guint counts[N_TICKS + 1] = { 0 };
  guint highest = 4;

  for (guint i = 0; i < self->voices->len; i++)
    {
      const NsmVoice *voice = g_ptr_array_index (self->voices, i);

      if (!isnan (voice->mark))
        {
          guint n = ++counts[CLAMP ((int) voice->mark, 1, N_TICKS)];

          highest = MAX (highest, n);
        }
    }
  return highest;
}

/* Ticks at the end of the cell; in a narrow one over its whole width, below the mean. */
static void
get_ticks (NsmScoreCell *self, double width, double height, double text_width, Ticks *ticks)
{
  gboolean narrow = width < NARROW;
  double room = narrow ? width - 2 * MARGIN : MIN (width - text_width - 3 * MARGIN, width * 0.64);
  double top = 5;
  double base = height - 12;

  ticks->pitch = room / N_TICKS;
  ticks->unit = MIN (ticks->pitch - 2, (base - top) / get_highest_stack (self) - 1.5);
  ticks->unit = MAX (4, MIN (ticks->unit, 34));
  ticks->base = base;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    ticks->x = MARGIN + ticks->pitch / 2;
  else
    ticks->x = width - MARGIN - room + ticks->pitch / 2;
}

static void
fill_rect (GtkSnapshot *snapshot, const GdkRGBA *color, double x, double y, double width,
           double height)
{
  graphene_rect_t area =
    GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);

  gtk_snapshot_append_color (snapshot, color, &area);
}

static void
draw_dot (GtkSnapshot *snapshot, const GdkRGBA *color, const graphene_rect_t *area)
{
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, area, area->size.width / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, color, area);
  gtk_snapshot_pop (snapshot);
}

static void
draw_marks (NsmScoreCell *self, GtkSnapshot *snapshot, const Ticks *ticks, const GdkRGBA *ink,
            const GdkRGBA *paper)
{
  guint counts[N_TICKS + 1] = { 0 };
  GdkRGBA faint = *ink;
  double unit = ticks->unit;
  double step = unit + 1.5;

  faint.alpha = 0.45f;
  for (guint i = 0; i < N_TICKS; i++)
    fill_rect (snapshot, &faint, ticks->x + i * ticks->pitch - ticks->pitch * 0.29,
               ticks->base + 4, ticks->pitch * 0.58, 1.5);
  if (self->order > 0)
    fill_rect (snapshot, ink, ticks->x + (self->low - 1) * ticks->pitch,
               ticks->base - unit / 2 - 1.5, (self->high - self->low) * ticks->pitch, 3);
  for (guint i = 0; i < self->voices->len; i++)
    {
      const NsmVoice *voice = g_ptr_array_index (self->voices, i);
      graphene_rect_t area;
      guint tick;

      if (isnan (voice->mark))
        continue;
      tick = CLAMP ((int) voice->mark, 1, N_TICKS);
      graphene_rect_init (&area, (float) (ticks->x + (tick - 1) * ticks->pitch - unit / 2),
                          (float) (ticks->base - unit - counts[tick] * step), (float) unit,
                          (float) unit);
      counts[tick]++;
      if (voice->letter[0] != '\0')
        nsm_person_mark_snapshot (snapshot, gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                  voice->position, voice->letter, TRUE, &area, ink, paper);
      else
        {
          graphene_rect_inset (&area, (float) unit * 0.14f, (float) unit * 0.14f);
          draw_dot (snapshot, ink, &area);
        }
    }
}

static PangoLayout *
make_layout (NsmScoreCell *self, const char *text, double scale)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_ULTRABOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
draw_text (GtkSnapshot *snapshot, PangoLayout *layout, const GdkRGBA *color, double x, double y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* The frame and the solid corner with the order in which to talk. */
static void
draw_disagreement (NsmScoreCell *self, GtkSnapshot *snapshot, const GskRoundedRect *outline,
                   const GdkRGBA *ink, const GdkRGBA *paper)
{
  const float widths[4] = { FRAME, FRAME, FRAME, FRAME };
  const GdkRGBA colors[4] = { *ink, *ink, *ink, *ink };
  g_autofree char *number = g_strdup_printf ("%u", self->order);
  g_autoptr (PangoLayout) layout = make_layout (self, number, 1.25);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double size = outline->bounds.size.height > 84 ? 34 : 28;
  double x = rtl ? outline->bounds.size.width - size : 0;
  graphene_rect_t corner = GRAPHENE_RECT_INIT ((float) x, 0, (float) size, (float) size);
  GskRoundedRect badge;
  int width, height;

  gsk_rounded_rect_init (&badge, &corner, &GRAPHENE_SIZE_INIT (rtl ? 0 : 9, rtl ? 0 : 9),
                         &GRAPHENE_SIZE_INIT (rtl ? 9 : 0, rtl ? 9 : 0),
                         &GRAPHENE_SIZE_INIT (rtl ? 0 : 9, rtl ? 0 : 9),
                         &GRAPHENE_SIZE_INIT (rtl ? 9 : 0, rtl ? 9 : 0));
  gtk_snapshot_append_border (snapshot, outline, widths, colors);
  gtk_snapshot_push_rounded_clip (snapshot, &badge);
  gtk_snapshot_append_color (snapshot, ink, &corner);
  gtk_snapshot_pop (snapshot);
  pango_layout_get_pixel_size (layout, &width, &height);
  draw_text (snapshot, layout, paper, x + (size - width) / 2, (size - height) / 2);
}

static void
nsm_score_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NsmScoreCell *self = NSM_SCORE_CELL (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  gboolean narrow = width < NARROW;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  g_autoptr (PangoLayout) layout = make_layout (self, self->mean_text, narrow ? 1.2 : 1.64);
  GskRoundedRect outline;
  GdkRGBA ink, paper, heat;
  Ticks ticks;
  int text_width, text_height;

  get_colors (&ink, &paper);
  get_ramp (self->mean, &heat);
  gsk_rounded_rect_init_from_rect (&outline, &area, 9);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &heat, &area);
  gtk_snapshot_pop (snapshot);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  get_ticks (self, width, height, text_width, &ticks);
  draw_marks (self, snapshot, &ticks, &ink, &paper);
  if (self->order > 0)
    draw_disagreement (self, snapshot, &outline, &ink, &paper);
  /* In the upper corner where the fewer marks are, and where no number stands. */
  if (narrow)
    draw_text (snapshot, layout, &ink,
               (self->order > 0 || self->mean < 3) != rtl ? width - text_width - MARGIN : MARGIN, 5);
  else
    draw_text (snapshot, layout, &ink, rtl ? width - text_width - MARGIN : MARGIN,
               height - text_height - 5);
}

/* The reasons */

static GtkWidget *
make_voice_row (const NsmVoice *voice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = g_markup_escape_text (voice->name, -1);
  g_autofree char *reason = g_markup_escape_text (voice->text, -1);

  if (voice->name[0] != '\0')
    {
      GtkWidget *mark = nsm_person_mark_new (voice->position, voice->name);

      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), mark);
      g_string_append_printf (text, "<b>%s</b> · ", name);
    }
  if (isnan (voice->mark))
    g_string_append (text, _("abstains"));
  else
    g_string_append_printf (text, "<b>%d</b>", (int) voice->mark);
  if (voice->confidence != NSM_CONFIDENCE_UNSAID)
    g_string_append_printf (text, " · %s",
                            nsm_choice_get_label (NSM_TYPE_CONFIDENCE, voice->confidence));
  if (reason[0] != '\0')
    g_string_append_printf (text, "\n%s", reason);
  gtk_label_set_markup (GTK_LABEL (label), text->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_popover (NsmScoreCell *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (self->title);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 44);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < self->voices->len; i++)
    gtk_box_append (GTK_BOX (box), make_voice_row (g_ptr_array_index (self->voices, i)));
  if (self->voices->len == 0)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_("Nobody marked this.")));
  gtk_widget_add_css_class (box, "cell-voices");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
  return popover;
}

static void
nsm_score_cell_clicked (GtkButton *button)
{
  NsmScoreCell *self = NSM_SCORE_CELL (button);

  if (self->popover == NULL)
    {
      self->popover = make_popover (self);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
nsm_score_cell_measure (GtkWidget *widget G_GNUC_UNUSED, GtkOrientation orientation,
                        int for_size G_GNUC_UNUSED, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 72 : 60;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 150 : 98;
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
  g_free (self->mean_text);
  g_free (self->title);
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

/**
 * nsm_score_cell_new:
 * @order: its place in the order of discussion, from 1; 0 where people don't disagree
 *
 * Returns: (transfer floating): a cell of readable scores
 */
GtkWidget *
nsm_score_cell_new (NsmWorkshop *workshop, NsmScores *scores, guint candidate, guint criterion,
                    guint order)
{
  NsmScoreCell *self = g_object_new (NSM_TYPE_SCORE_CELL, "hexpand", TRUE, "vexpand", TRUE, NULL);
  const NsmCell *cell = nsm_scores_get_cell (scores, candidate, criterion);
  g_autofree char *said = NULL;
  g_autofree char *disagreement = NULL;

  self->voices = nsm_voices_collect (workshop, scores, candidate, criterion);
  self->mean = cell->mean;
  self->low = cell->low;
  self->high = cell->high;
  self->order = order;
  self->mean_text = isnan (cell->mean) ? g_strdup ("–") : nsm_scores_format (cell->mean);
  /* Translators: a candidate and a criterion */
  self->title = g_strdup_printf (_("%s, %s"), nsm_scores_get_candidate_title (scores, candidate),
                                 nsm_scores_get_criterion_name (scores, criterion));
  said = nsm_voices_dup_sentence (self->voices);
  disagreement = order > 0 ? g_strdup_printf (_("; you disagree, number %u to discuss"), order)
                           : g_strdup ("");
  if (isnan (cell->mean))
    self->description = g_strdup_printf (_("%s: no marks%s"), self->title, disagreement);
  else
    /* Translators: a candidate and a criterion; the mean; all marks; whether people disagree */
    self->description = g_strdup_printf (_("%s: mean %s; %s%s"), self->title, self->mean_text, said,
                                         disagreement);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
  return GTK_WIDGET (self);
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
