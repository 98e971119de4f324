/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/wrap-layout.h"

struct _NsmWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (NsmWrapLayout, nsm_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *first;
  guint n;
  int width;
  int height;
  guint n_stretch; /* children that want what is left of the width */
} Line;

static int
get_child_width (GtkWidget *child, int available)
{
  int minimum = 0;
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  if (available >= 0 && natural > available)
    natural = MAX (minimum, available);
  return natural;
}

static int
get_child_height (GtkWidget *child, int width)
{
  int natural = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static GtkWidget *
get_next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* The next line that begins with @child, for @width (-1: no end). Returns the first child after. */
static GtkWidget *
take_line (NsmWrapLayout *self, GtkWidget *child, int width, Line *line)
{
  *line = (Line){ child, 0, 0, 0, 0 };
  while (child != NULL)
    {
      int wanted = get_child_width (child, width);
      int with = line->width + (line->n > 0 ? self->spacing : 0) + wanted;

      if (line->n > 0 && width >= 0 && with > width)
        break;
      line->width = with;
      line->height = MAX (line->height, get_child_height (child, wanted));
      line->n++;
      line->n_stretch += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      child = get_next_shown (gtk_widget_get_next_sibling (child));
    }
  return child;
}

static GtkSizeRequestMode
nsm_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nsm_wrap_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                         int for_size, int *minimum, int *natural, int *minimum_baseline,
                         int *natural_baseline)
{
  NsmWrapLayout *self = NSM_WRAP_LAYOUT (manager);
  GtkWidget *child = get_next_shown (gtk_widget_get_first_child (widget));
  Line line;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int widest = 0;

      for (GtkWidget *c = child; c != NULL; c = get_next_shown (gtk_widget_get_next_sibling (c)))
        {
          int least = 0;

          gtk_widget_measure (c, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
          widest = MAX (widest, least);
        }
      take_line (self, child, -1, &line);
      *minimum = widest;
      *natural = MAX (widest, line.width);
      return;
    }

  int height = 0;

  while (child != NULL)
    {
      child = take_line (self, child, for_size, &line);
      height += line.height + (child != NULL ? self->line_spacing : 0);
    }
  *minimum = *natural = height;
}

static void
nsm_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                          int baseline)
{
  NsmWrapLayout *self = NSM_WRAP_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = get_next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      Line line;
      GtkWidget *next = take_line (self, child, width, &line);
      int more = line.n_stretch > 0 ? MAX (width - line.width, 0) / (int) line.n_stretch : 0;
      int x = 0;

      for (; child != next; child = get_next_shown (gtk_widget_get_next_sibling (child)))
        {
          int wide = get_child_width (child, width);

          if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
            wide += more;
          gtk_widget_size_allocate (child,
                                    &(GtkAllocation){ mirrored ? width - x - wide : x, y, wide,
                                                      line.height },
                                    -1);
          x += wide + self->spacing;
        }
      y += line.height + self->line_spacing;
    }
}

static void
nsm_wrap_layout_class_init (NsmWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = nsm_wrap_layout_get_request_mode;
  layout_class->measure = nsm_wrap_layout_measure;
  layout_class->allocate = nsm_wrap_layout_allocate;
}

static void
nsm_wrap_layout_init (NsmWrapLayout *self)
{
}

/**
 * nsm_wrap_layout_new:
 * @spacing: pixels between two children
 * @line_spacing: pixels between two lines
 *
 * Returns: (transfer full): a layout manager for a widget's children
 */
GtkLayoutManager *
nsm_wrap_layout_new (int spacing, int line_spacing)
{
  NsmWrapLayout *self = g_object_new (NSM_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  self->line_spacing = line_spacing;
  return GTK_LAYOUT_MANAGER (self);
}
