/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a cell of the map looks: marks over five ticks, the mean, and what moved. */
#include "scoring/score-cell-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/person-mark.h"

#define N_TICKS 5
#define NARROW 118
#define LOW 70
#define MARGIN 9.0
#define FRAME 4.0
#define NOTE 0.86

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
get_highest_stack (NsmScoreCell *self, guint at_least)
{
  guint counts[N_TICKS + 1] = { 0 };
  guint highest = at_least;

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

/* Whether the marks need the whole width: in a small cell, and in the room, where they
 * are to be read from far away. */
static gboolean
is_narrow (NsmScoreCell *self)
{
  return self->large || gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;
}

/* Ticks at the end of the cell; in a narrow one over its whole width, below the mean. */
static void
get_ticks (NsmScoreCell *self, double width, double height, double text_width, Ticks *ticks)
{
  gboolean narrow = is_narrow (self);
  double room = narrow ? width - 2 * MARGIN : MIN (width - text_width - 3 * MARGIN, width * 0.64);
  /* The marks stay below what is written over them. */
  gboolean noted = !isnan (self->agreed)
                   || (narrow && self->shift_text[0] != '\0' && height >= LOW);
  double top = noted ? 8 + self->note_height : 5;
  double base = height - 12;

  ticks->pitch = room / N_TICKS;
  ticks->unit = MIN (ticks->pitch - 2, (base - top) / get_highest_stack (self, noted ? 2 : 4) - 1.5);
  ticks->unit = MAX (4, MIN (ticks->unit, self->large ? 52 : 34));
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

  if (self->large)
    scale *= NSM_SCORE_CELL_LARGE;
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

static double
get_badge (NsmScoreCell *self)
{
  if (self->order == 0)
    return MARGIN - 5;
  return self->large ? 48 : gtk_widget_get_height (GTK_WIDGET (self)) > 84 ? 34 : 28;
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
  double size = get_badge (self);
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

/* Where the team agreed after talking: words on a ground of their own. */
static void
draw_agreed (NsmScoreCell *self, GtkSnapshot *snapshot, double x, double y, gboolean brief,
             const GdkRGBA *ink, const GdkRGBA *paper)
{
  g_autofree char *words = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  GskRoundedRect chip;
  graphene_rect_t area;
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA colors[4] = { *ink, *ink, *ink, *ink };
  int width, height;

  if (brief)
    words = g_strdup_printf ("✓ %.0f", self->agreed);
  else
    /* Translators: in a small frame: the mark that the team agreed on */
    words = g_strdup_printf (_("agreed %.0f"), self->agreed);
  layout = make_layout (self, words, NOTE);
  pango_layout_get_pixel_size (layout, &width, &height);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width - 12;
  graphene_rect_init (&area, (float) x, (float) y, (float) width + 12, (float) height + 2);
  gsk_rounded_rect_init_from_rect (&chip, &area, area.size.height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &chip);
  gtk_snapshot_append_color (snapshot, paper, &area);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &chip, widths, colors);
  draw_text (snapshot, layout, ink, x + 6, y + 1);
}

static void
draw_shift (NsmScoreCell *self, GtkSnapshot *snapshot, const char *text, double x, double y,
            const GdkRGBA *ink)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, NOTE);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  draw_text (snapshot, layout, ink, x, y);
}

static double
measure_note (NsmScoreCell *self, const char *text)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, NOTE);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  return width;
}

/* Over the marks: the mean in the upper corner where the fewer marks are and where no
 * number stands, what moved or was agreed in the other as far as it fits. */
static void
draw_words_above (NsmScoreCell *self, GtkSnapshot *snapshot, PangoLayout *mean, const GdkRGBA *ink,
                  const GdkRGBA *paper)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean end = self->order > 0 || self->mean < 3;
  double x, room;
  int text_width, text_height;

  pango_layout_get_pixel_size (mean, &text_width, &text_height);
  draw_text (snapshot, mean, ink, end != rtl ? width - text_width - MARGIN : MARGIN, 5);
  x = end ? get_badge (self) + 5 : text_width + 2 * MARGIN;
  room = width - text_width - 2 * MARGIN - (end ? x : MARGIN);
  if (!isnan (self->agreed))
    {
      g_autofree char *words = g_strdup_printf (_("agreed %.0f"), self->agreed);

      draw_agreed (self, snapshot, x, 7, measure_note (self, words) + 16 > room, ink, paper);
    }
  else if (self->shift_text[0] != '\0')
    {
      gboolean whole = measure_note (self, self->shift_text) <= room
                       && gtk_widget_get_height (GTK_WIDGET (self)) >= LOW;
      g_autofree char *arrow = g_utf8_substring (self->shift_text, 0, 1);

      /* Where there is no room for the number, the arrow at least. */
      if (whole || measure_note (self, arrow) <= room)
        draw_shift (self, snapshot, whole ? self->shift_text : arrow, x, 8, ink);
    }
}

/* Everything in words and numbers; in a wide cell at the start, beside the marks. */
static void
draw_words (NsmScoreCell *self, GtkSnapshot *snapshot, PangoLayout *mean, const GdkRGBA *ink,
            const GdkRGBA *paper)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double badge = get_badge (self);
  double over;
  int text_width, text_height;

  if (is_narrow (self))
    {
      draw_words_above (self, snapshot, mean, ink, paper);
      return;
    }
  pango_layout_get_pixel_size (mean, &text_width, &text_height);
  draw_text (snapshot, mean, ink, rtl ? width - text_width - MARGIN : MARGIN,
             height - text_height - 5);
  over = height - text_height - 5 - self->note_height;
  if (!isnan (self->agreed))
    draw_agreed (self, snapshot, badge + 5, 5, FALSE, ink, paper);
  if (self->shift_text[0] == '\0')
    return;
  /* Just over the mean; where the number is in the way, beside it. */
  if (self->order == 0 || over >= badge)
    draw_shift (self, snapshot, self->shift_text, MARGIN, MAX (3, over), ink);
  else if (isnan (self->agreed))
    draw_shift (self, snapshot, self->shift_text, badge + 5, 5, ink);
}

void
nsm_score_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NsmScoreCell *self = NSM_SCORE_CELL (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  g_autoptr (PangoLayout) layout =
    make_layout (self, self->mean_text, self->large ? 1.5 : is_narrow (self) ? 1.2 : 1.64);
  g_autoptr (PangoLayout) note = make_layout (self, "0", NOTE);
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
  pango_layout_get_pixel_size (note, &text_width, &text_height);
  self->note_height = text_height;
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  get_ticks (self, width, height, text_width, &ticks);
  draw_marks (self, snapshot, &ticks, &ink, &paper);
  if (self->order > 0)
    draw_disagreement (self, snapshot, &outline, &ink, &paper);
  draw_words (self, snapshot, layout, &ink, &paper);
}
