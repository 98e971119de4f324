/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/pages-column.h"

#include <math.h>

#include "document/page-sheet.h"

#define GAP 18
#define MARGIN 24
#define WIDTH_MAX 900  /* of a sheet that is as wide as there is room */
#define PIXELS (96. / 72) /* of a point in its real size */

struct _NsmPagesColumn
{
  GtkWidget parent_instance;

  NsmPaper *paper; /* not owned */
  double zoom;     /* 0: as wide as there is room; 1: real size */
  int width;       /* that it was given */
};

enum
{
  SIGNAL_RESIZED,
  SIGNAL_EDIT,
  SIGNAL_LINK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmPagesColumn, nsm_pages_column, GTK_TYPE_WIDGET)

static double
get_ratio (NsmPagesColumn *self)
{
  return nsm_paper_get_height (self->paper) / nsm_paper_get_width (self->paper);
}

static int
get_sheet_width (NsmPagesColumn *self, int width)
{
  if (self->zoom > 0)
    return (int) round (nsm_paper_get_width (self->paper) * self->zoom * PIXELS);
  return MAX (MIN (width - 2 * MARGIN, WIDTH_MAX), 120);
}

static int
get_sheet_height (NsmPagesColumn *self, int width)
{
  return (int) round (get_sheet_width (self, width) * get_ratio (self));
}

static GtkSizeRequestMode
nsm_pages_column_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nsm_pages_column_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline G_GNUC_UNUSED,
                          int *natural_baseline G_GNUC_UNUSED)
{
  NsmPagesColumn *self = NSM_PAGES_COLUMN (widget);
  int n;

  if (self->paper == NULL)
    return;
  n = (int) nsm_paper_get_n_pages (self->paper);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = self->zoom > 0 ? get_sheet_width (self, 0) + 2 * MARGIN : 200;
      *natural = MAX (*minimum, get_sheet_width (self, WIDTH_MAX) + 2 * MARGIN);
      return;
    }
  if (for_size < 0)
    for_size = WIDTH_MAX + 2 * MARGIN;
  *minimum = *natural = n * (get_sheet_height (self, for_size) + GAP) + GAP;
}

static void
nsm_pages_column_size_allocate (GtkWidget *widget, int width, int height G_GNUC_UNUSED,
                                int baseline G_GNUC_UNUSED)
{
  NsmPagesColumn *self = NSM_PAGES_COLUMN (widget);
  int sheet_width, sheet_height, y = GAP;
  gboolean other = self->width != width;

  if (self->paper == NULL)
    return;
  self->width = width;
  sheet_width = get_sheet_width (self, width);
  sheet_height = get_sheet_height (self, width);
  for (GtkWidget *sheet = gtk_widget_get_first_child (widget); sheet != NULL;
       sheet = gtk_widget_get_next_sibling (sheet))
    {
      gtk_widget_size_allocate (
        sheet, &(GtkAllocation){ (width - sheet_width) / 2, y, sheet_width, sheet_height }, -1);
      y += sheet_height + GAP;
    }
  g_signal_emit (self, signals[SIGNAL_RESIZED], 0, other);
}

static void
nsm_pages_column_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (nsm_pages_column_parent_class)->dispose (object);
}

static void
nsm_pages_column_class_init (NsmPagesColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_pages_column_dispose;
  widget_class->get_request_mode = nsm_pages_column_get_request_mode;
  widget_class->measure = nsm_pages_column_measure;
  widget_class->size_allocate = nsm_pages_column_size_allocate;

  /**
   * NsmPagesColumn::resized: the sheets have their places
   */
  signals[SIGNAL_RESIZED] = g_signal_new ("resized", NSM_TYPE_PAGES_COLUMN, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  /**
   * NsmPagesColumn::edit: as of NsmPageSheet
   */
  signals[SIGNAL_EDIT] = g_signal_new ("edit", NSM_TYPE_PAGES_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING,
                                       G_TYPE_STRING);
  /**
   * NsmPagesColumn::link: as of NsmPageSheet
   */
  signals[SIGNAL_LINK] = g_signal_new ("link", NSM_TYPE_PAGES_COLUMN, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
nsm_pages_column_init (NsmPagesColumn *self G_GNUC_UNUSED)
{
}

GtkWidget *
nsm_pages_column_new (void)
{
  return g_object_new (NSM_TYPE_PAGES_COLUMN, NULL);
}

static void
on_sheet_edit (NsmPagesColumn *self, guint step, const char *record, const char *field)
{
  g_signal_emit (self, signals[SIGNAL_EDIT], 0, step, record, field);
}

static void
on_sheet_link (NsmPagesColumn *self, const char *id)
{
  g_signal_emit (self, signals[SIGNAL_LINK], 0, id);
}

/**
 * nsm_pages_column_set_paper:
 * @paper: (nullable): outlives the column, or is replaced before it goes
 * @editable: whether parts lead to where they are written
 */
void
nsm_pages_column_set_paper (NsmPagesColumn *self, NsmPaper *paper, gboolean editable)
{
  GtkWidget *sheet = gtk_widget_get_first_child (GTK_WIDGET (self));
  guint n = paper != NULL ? nsm_paper_get_n_pages (paper) : 0;

  self->paper = paper;
  for (guint i = 0; i < n; i++)
    {
      if (sheet == NULL)
        {
          sheet = nsm_page_sheet_new ();
          g_signal_connect_object (sheet, "edit", G_CALLBACK (on_sheet_edit), self,
                                   G_CONNECT_SWAPPED);
          g_signal_connect_object (sheet, "link", G_CALLBACK (on_sheet_link), self,
                                   G_CONNECT_SWAPPED);
          gtk_widget_set_parent (sheet, GTK_WIDGET (self));
        }
      nsm_page_sheet_set_page (NSM_PAGE_SHEET (sheet), paper, i, editable);
      sheet = gtk_widget_get_next_sibling (sheet);
    }
  while (sheet != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (sheet);

      gtk_widget_unparent (sheet);
      sheet = next;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * nsm_pages_column_set_zoom:
 * @zoom: 1: the size it has on paper; 0: as wide as there is room
 */
void
nsm_pages_column_set_zoom (NsmPagesColumn *self, double zoom)
{
  self->zoom = zoom;
  self->width = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * nsm_pages_column_get_scale:
 *
 * Returns: how large pages are, 1 being the size they have on paper
 */
double
nsm_pages_column_get_scale (NsmPagesColumn *self)
{
  if (self->zoom > 0 || self->paper == NULL)
    return self->zoom > 0 ? self->zoom : 1;
  return get_sheet_width (self, gtk_widget_get_width (GTK_WIDGET (self))) / PIXELS /
         nsm_paper_get_width (self->paper);
}

/**
 * nsm_pages_column_get_top:
 *
 * Returns: where @page begins, in pixels; that of the page behind the last is the end
 */
double
nsm_pages_column_get_top (NsmPagesColumn *self, guint page)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return self->paper != NULL ? page * (double) (get_sheet_height (self, width) + GAP) : 0;
}

/**
 * nsm_pages_column_get_page_at:
 * @y: in pixels
 *
 * Returns: which page is there
 */
guint
nsm_pages_column_get_page_at (NsmPagesColumn *self, double y)
{
  double step = nsm_pages_column_get_top (self, 1);
  guint n = self->paper != NULL ? nsm_paper_get_n_pages (self->paper) : 0;

  if (n == 0 || step <= 0)
    return 0;
  return (guint) CLAMP (floor (y / step), 0, n - 1);
}

/**
 * nsm_pages_column_set_seen:
 * @y: from where on
 * @height: and how much of it is seen
 */
void
nsm_pages_column_set_seen (NsmPagesColumn *self, double y, double height)
{
  guint first = nsm_pages_column_get_page_at (self, y - height / 2);
  guint last = nsm_pages_column_get_page_at (self, y + height * 1.5);
  guint i = 0;

  for (GtkWidget *sheet = gtk_widget_get_first_child (GTK_WIDGET (self)); sheet != NULL;
       sheet = gtk_widget_get_next_sibling (sheet), i++)
    nsm_page_sheet_set_near (NSM_PAGE_SHEET (sheet), i >= first && i <= last);
}
