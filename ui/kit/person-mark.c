/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/person-mark.h"

#include <math.h>

#define N_SHAPES 6

struct _NsmPersonMark
{
  GtkWidget parent_instance;

  guint position;
  char *letter;
  char *person;
  gboolean filled;
  int pixel_size;
};

enum
{
  PROP_0,
  PROP_POSITION,
  PROP_LETTER,
  PROP_FILLED,
  PROP_PIXEL_SIZE,
  PROP_PERSON,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NsmPersonMark, nsm_person_mark, GTK_TYPE_WIDGET)

static void
trace_polygon (cairo_t *cr, double cx, double cy, double radius, guint corners, double turn)
{
  for (guint i = 0; i < corners; i++)
    {
      double angle = turn + i * 2 * M_PI / corners;

      cairo_line_to (cr, cx + radius * cos (angle), cy + radius * sin (angle));
    }
  cairo_close_path (cr);
}

/* Traces the shape into a square of side s at x, y; answers where its letter's
 * middle is, and how tall a letter it holds. */
static void
trace_shape (cairo_t *cr, guint shape, double x, double y, double s, double *letter_y,
             double *letter_size)
{
  double cx = x + s / 2, cy = y + s / 2;

  *letter_y = cy;
  *letter_size = s * 0.62;
  switch (shape)
    {
    case 0:
      cairo_arc (cr, cx, cy, s / 2, 0, 2 * M_PI);
      cairo_close_path (cr);
      break;
    case 1:
      cairo_rectangle (cr, x + s * 0.04, y + s * 0.04, s * 0.92, s * 0.92);
      *letter_size = s * 0.64;
      break;
    case 2:
      cairo_move_to (cr, cx, y);
      cairo_line_to (cr, x + s, y + s * 0.95);
      cairo_line_to (cr, x, y + s * 0.95);
      cairo_close_path (cr);
      *letter_y = y + s * 0.66;
      *letter_size = s * 0.46;
      break;
    case 3:
      trace_polygon (cr, cx, cy, s / 2, 4, -M_PI_2);
      *letter_size = s * 0.5;
      break;
    case 4:
      trace_polygon (cr, cx, cy + s * 0.03, s / 2, 5, -M_PI_2);
      *letter_y = cy + s * 0.05;
      *letter_size = s * 0.56;
      break;
    default:
      trace_polygon (cr, cx, cy, s / 2, 6, 0);
      *letter_size = s * 0.58;
    }
}

static void
draw_letter (cairo_t *cr, PangoContext *context, const char *letter, double cx, double cy,
             double size)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font =
      pango_font_description_copy (pango_context_get_font_description (context));
  PangoRectangle ink;

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, letter, -1);
  pango_layout_get_pixel_extents (layout, &ink, NULL);
  cairo_move_to (cr, cx - ink.x - ink.width / 2.0, cy - ink.y - ink.height / 2.0);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
}

/**
 * nsm_person_mark_snapshot:
 * @context: whose font the letter has
 * @position: the person's index in the workshop
 * @filled: FALSE draws a thin outline
 * @area: where; the mark is the largest square in its middle
 * @ink: colour of the shape
 * @paper: colour behind it, and of the letter on a solid shape
 *
 * Draws the mark of one person.
 */
void
nsm_person_mark_snapshot (GtkSnapshot *snapshot, PangoContext *context, guint position,
                          const char *letter, gboolean filled, const graphene_rect_t *area,
                          const GdkRGBA *ink, const GdkRGBA *paper)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, area);
  double size = MIN (area->size.width, area->size.height);
  gboolean solid = filled && position < N_SHAPES;
  double line = solid ? 0 : MAX (1.0, size * (filled ? 0.11 : 0.06));
  double side = size - line - 1, middle, tall;
  double x = area->origin.x + (area->size.width - side) / 2;
  double y = area->origin.y + (area->size.height - side) / 2;

  trace_shape (cr, position % N_SHAPES, x, y, side, &middle, &tall);
  gdk_cairo_set_source_rgba (cr, ink);
  if (solid)
    cairo_fill (cr);
  else
    {
      cairo_set_line_width (cr, line);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_stroke (cr);
    }
  gdk_cairo_set_source_rgba (cr, solid ? paper : ink);
  draw_letter (cr, context, letter, x + side / 2, middle, tall);
  cairo_destroy (cr);
}

static void
nsm_person_mark_do_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 }, black = { 0.141f, 0.122f, 0.192f, 1 };
  NsmPersonMark *self = NSM_PERSON_MARK (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget));
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  gboolean light = 0.3f * ink.red + 0.6f * ink.green + 0.1f * ink.blue > 0.5f;

  nsm_person_mark_snapshot (snapshot, gtk_widget_get_pango_context (widget), self->position,
                            self->letter, self->filled, &area, &ink, light ? &black : &white);
}

static void
nsm_person_mark_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = NSM_PERSON_MARK (widget)->pixel_size;
}

static void
nsm_person_mark_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NsmPersonMark *self = NSM_PERSON_MARK (object);

  switch (id)
    {
    case PROP_POSITION:
      g_value_set_uint (value, self->position);
      break;
    case PROP_LETTER:
      g_value_set_string (value, self->letter);
      break;
    case PROP_FILLED:
      g_value_set_boolean (value, self->filled);
      break;
    case PROP_PIXEL_SIZE:
      g_value_set_int (value, self->pixel_size);
      break;
    case PROP_PERSON:
      g_value_set_string (value, self->person);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_person_mark_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NsmPersonMark *self = NSM_PERSON_MARK (object);

  switch (id)
    {
    case PROP_POSITION:
      self->position = g_value_get_uint (value);
      break;
    case PROP_LETTER:
      g_free (self->letter);
      self->letter = g_value_dup_string (value);
      if (self->letter == NULL)
        self->letter = g_strdup ("");
      break;
    case PROP_FILLED:
      self->filled = g_value_get_boolean (value);
      break;
    case PROP_PIXEL_SIZE:
      self->pixel_size = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;
    case PROP_PERSON:
      g_free (self->person);
      self->person = g_value_dup_string (value);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      self->person != NULL ? self->person : "", -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
nsm_person_mark_finalize (GObject *object)
{
  NsmPersonMark *self = NSM_PERSON_MARK (object);

  g_free (self->letter);
  g_free (self->person);
  G_OBJECT_CLASS (nsm_person_mark_parent_class)->finalize (object);
}

static void
nsm_person_mark_class_init (NsmPersonMarkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = nsm_person_mark_get_property;
  object_class->set_property = nsm_person_mark_set_property;
  object_class->finalize = nsm_person_mark_finalize;
  widget_class->snapshot = nsm_person_mark_do_snapshot;
  widget_class->measure = nsm_person_mark_measure;

  props[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_LETTER] = g_param_spec_string ("letter", NULL, NULL, "", flags);
  props[PROP_FILLED] = g_param_spec_boolean ("filled", NULL, NULL, TRUE, flags);
  props[PROP_PIXEL_SIZE] = g_param_spec_int ("pixel-size", NULL, NULL, 8, 512, 20, flags);
  props[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "personmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nsm_person_mark_init (NsmPersonMark *self)
{
  self->letter = g_strdup ("");
  self->filled = TRUE;
  self->pixel_size = 20;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * nsm_person_mark_dup_letter:
 *
 * Returns: (transfer full): the first letter of @name as a capital, or "?"
 */
char *
nsm_person_mark_dup_letter (const char *name)
{
  g_autofree char *plain = g_utf8_normalize (name, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  const char *at = plain;

  while (at != NULL && *at != '\0' && !g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (at == NULL || *at == '\0')
    return g_strdup ("?");

  g_autofree char *first = g_utf8_substring (at, 0, 1);
  return g_utf8_strup (first, -1);
}

GtkWidget *
nsm_person_mark_new (guint position, const char *name)
{
  g_autofree char *letter = nsm_person_mark_dup_letter (name);

  return g_object_new (NSM_TYPE_PERSON_MARK, "position", position, "letter", letter, "person", name,
                       NULL);
}

/**
 * nsm_person_mark_new_for:
 * @person_id: id of a participant of @workshop; another is marked "?"
 */
GtkWidget *
nsm_person_mark_new_for (NsmWorkshop *workshop, const char *person_id)
{
  NsmParticipant *person = nsm_list_find (workshop->participants, person_id);
  guint position = 0;

  if (person == NULL)
    return nsm_person_mark_new (0, "");
  nsm_list_get_position (workshop->participants, NSM_RECORD (person), &position);
  return nsm_person_mark_new (position, person->name);
}
