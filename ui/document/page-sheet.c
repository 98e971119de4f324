/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/page-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "document/report-markup.h"

struct _NsmPageSheet
{
  GtkWidget parent_instance;

  NsmPaper *paper; /* not owned */
  guint page;
  gboolean editable;
  gboolean near; /* what is seen */

  GdkTexture *texture;
  int texture_width, texture_height; /* device pixels */

  const NsmPaperPlace *hovered; /* of `paper` */
};

enum
{
  SIGNAL_EDIT,
  SIGNAL_LINK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmPageSheet, nsm_page_sheet, GTK_TYPE_WIDGET)

static double
get_scale (NsmPageSheet *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / nsm_paper_get_width (self->paper);
}

/* Drawing */

static void
ensure_texture (NsmPageSheet *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * factor;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * factor;
  cairo_surface_t *surface;
  cairo_t *cr;
  g_autoptr (GBytes) bytes = NULL;

  if (self->texture != NULL && self->texture_width == width && self->texture_height == height)
    return;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / nsm_paper_get_width (self->paper),
               height / nsm_paper_get_height (self->paper));
  nsm_paper_draw_page (self->paper, self->page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (
    cairo_image_surface_get_data (surface),
    (gsize) cairo_image_surface_get_stride (surface) * (gsize) height,
    (GDestroyNotify) cairo_surface_destroy, surface);
  g_clear_object (&self->texture);
  self->texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                          (gsize) cairo_image_surface_get_stride (surface));
  self->texture_width = width;
  self->texture_height = height;
}

static void
append_outline (GtkSnapshot *snapshot, const graphene_rect_t *area, float width, float alpha)
{
  const GdkRGBA color = { 0.11f, 0.44f, 0.85f, alpha };
  const float widths[] = { width, width, width, width };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, area, 4);
  gtk_snapshot_append_border (snapshot, &outline, widths,
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
nsm_page_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NsmPageSheet *self = NSM_PAGE_SHEET (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);

  if (self->paper == NULL || !self->near || width < 1 || height < 1)
    return;
  ensure_texture (self);
  gtk_snapshot_append_texture (snapshot, self->texture, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (self->hovered != NULL)
    {
      const NsmPaperPlace *place = self->hovered;
      double scale = get_scale (self);

      append_outline (snapshot,
                      &GRAPHENE_RECT_INIT ((float) (place->x * scale - 4),
                                           (float) (place->y * scale - 3),
                                           (float) (place->width * scale + 8),
                                           (float) (place->height * scale + 6)),
                      1.5f, 0.55f);
    }
  if (gtk_widget_has_visible_focus (widget))
    append_outline (snapshot, &GRAPHENE_RECT_INIT (2, 2, width - 4, height - 4), 2, 1);
}

/* Pointer */

static void
hover (NsmPageSheet *self, const NsmPaperPlace *place, gboolean on_link)
{
  const NsmPaperPlace *part =
    place != NULL && place->source != NULL && self->editable ? place : NULL;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), part != NULL || on_link ? "pointer" : NULL);
  if (part == self->hovered)
    return;
  self->hovered = part;
  if (part != NULL)
    {
      g_autofree char *name = nsm_report_dup_name (part->source);
      /* Translators: goes to where a part of the document is written; %s: what it is about, "Formula" */
      g_autofree char *words = g_strdup_printf (_("Edit: %s"), name);

      gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
    }
  else
    {
      gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_motion (NsmPageSheet *self, double x, double y)
{
  double scale;

  if (self->paper == NULL)
    return;
  scale = get_scale (self);
  hover (self, nsm_paper_find_place (self->paper, self->page, x / scale, y / scale),
         nsm_paper_find_link (self->paper, self->page, x / scale, y / scale) != NULL);
}

static void
on_leave (NsmPageSheet *self)
{
  hover (self, NULL, FALSE);
}

static void
on_released (NsmPageSheet *self, int n_press G_GNUC_UNUSED, double x, double y)
{
  nsm_page_sheet_click (self, x, y);
}

/* GObject */

static void
nsm_page_sheet_dispose (GObject *object)
{
  g_clear_object (&NSM_PAGE_SHEET (object)->texture);
  G_OBJECT_CLASS (nsm_page_sheet_parent_class)->dispose (object);
}

static void
nsm_page_sheet_class_init (NsmPageSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_page_sheet_dispose;
  widget_class->snapshot = nsm_page_sheet_snapshot;

  /**
   * NsmPageSheet::edit: (step, record, field): a part was clicked that is written there
   */
  signals[SIGNAL_EDIT] = g_signal_new ("edit", NSM_TYPE_PAGE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING,
                                       G_TYPE_STRING);
  /**
   * NsmPageSheet::link: (id): a link was clicked that leads to that part
   */
  signals[SIGNAL_LINK] = g_signal_new ("link", NSM_TYPE_PAGE_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "pagesheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nsm_page_sheet_init (NsmPageSheet *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
nsm_page_sheet_new (void)
{
  return g_object_new (NSM_TYPE_PAGE_SHEET, NULL);
}

/**
 * nsm_page_sheet_set_page:
 * @paper: (nullable): outlives the sheet, or is replaced before it goes
 * @page: which page of it
 * @editable: whether a part leads to where it is written
 */
void
nsm_page_sheet_set_page (NsmPageSheet *self, NsmPaper *paper, guint page, gboolean editable)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  self->paper = paper;
  self->page = page;
  self->editable = editable;
  self->hovered = NULL;
  g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (paper == NULL)
    return;
  /* Translators: the number of a page and how many there are */
  name = g_strdup_printf (_("Page %u of %u"), page + 1, nsm_paper_get_n_pages (paper));
  text = nsm_paper_dup_page_text (paper, page);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

/**
 * nsm_page_sheet_set_near:
 * @near: whether it is seen, or soon will be; what is far away isn't kept drawn
 */
void
nsm_page_sheet_set_near (NsmPageSheet *self, gboolean near)
{
  if (self->near == near)
    return;
  self->near = near;
  if (!near)
    g_clear_object (&self->texture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * nsm_page_sheet_click:
 * @x: in pixels, from the left of the sheet
 * @y: in pixels, from its top
 *
 * Follows what is there: a link, or the way to where a part is written.
 */
void
nsm_page_sheet_click (NsmPageSheet *self, double x, double y)
{
  const NsmPaperPlace *place;
  const char *target;
  double scale;

  if (self->paper == NULL)
    return;
  scale = get_scale (self);
  target = nsm_paper_find_link (self->paper, self->page, x / scale, y / scale);
  place = nsm_paper_find_place (self->paper, self->page, x / scale, y / scale);
  if (target != NULL)
    g_signal_emit (self, signals[SIGNAL_LINK], 0, target);
  else if (place != NULL && place->source != NULL && self->editable)
    g_signal_emit (self, signals[SIGNAL_EDIT], 0, (guint) place->source->step,
                   place->source->record, place->source->field);
}
