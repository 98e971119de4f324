/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/report-row.h"

#include <math.h>

#include "document/report-markup.h"

#define LEAST_MAX 26 /* letters: a longer word is broken */
#define AROUND 20    /* pixels in a cell beside its words */
#define BROAD 1.15   /* some words are of broad letters */

struct _NsmReportColumns
{
  int n_refs;
  guint n;
  guint *least;  /* in letters: the longest word */
  guint *wanted; /* in letters: the longest line */
};

struct _NsmReportRow
{
  GtkWidget parent_instance;

  NsmReportColumns *columns;
  double letter; /* pixels; 0: not known yet */
};

G_DEFINE_FINAL_TYPE (NsmReportRow, nsm_report_row, GTK_TYPE_WIDGET)

/* Columns */

/**
 * nsm_report_columns_new:
 *
 * Returns: (transfer full): @n columns that want nothing yet
 */
NsmReportColumns *
nsm_report_columns_new (guint n)
{
  NsmReportColumns *self = g_new0 (NsmReportColumns, 1);

  self->n_refs = 1;
  self->n = n;
  self->least = g_new0 (guint, n);
  self->wanted = g_new0 (guint, n);
  return self;
}

/**
 * nsm_report_columns_new_for_table:
 *
 * Returns: (transfer full): columns as the cells of @table want them
 */
NsmReportColumns *
nsm_report_columns_new_for_table (NsmNode *table)
{
  NsmReportColumns *self;
  guint n = 0;

  for (guint r = 0; r < table->children->len; r++)
    n = MAX (n, ((NsmNode *) table->children->pdata[r])->children->len);
  self = nsm_report_columns_new (n);
  for (guint r = 0; r < table->children->len; r++)
    {
      NsmNode *row = table->children->pdata[r];

      for (guint c = 0; c < row->children->len; c++)
        {
          guint word;
          guint line =
            nsm_report_get_text_width (((NsmNode *) row->children->pdata[c])->runs, &word);

          /* Heads are bold. */
          nsm_report_columns_want (self, c, r == 0 ? word + word / 8 : word,
                                   r == 0 ? line + line / 8 : line);
        }
    }
  return self;
}

NsmReportColumns *
nsm_report_columns_ref (NsmReportColumns *self)
{
  self->n_refs++;
  return self;
}

void
nsm_report_columns_unref (NsmReportColumns *self)
{
  if (--self->n_refs > 0)
    return;
  g_free (self->least);
  g_free (self->wanted);
  g_free (self);
}

/**
 * nsm_report_columns_want:
 * @least: length of its longest word, in letters
 * @wanted: length of its longest line, in letters
 *
 * Tells of one more cell of @column.
 */
void
nsm_report_columns_want (NsmReportColumns *self, guint column, guint least, guint wanted)
{
  self->least[column] = MAX (self->least[column], MIN (least, LEAST_MAX));
  self->wanted[column] = MAX (self->wanted[column], MAX (wanted, least));
}

static double
get_least (NsmReportColumns *self, guint column)
{
  return self->least[column] > 0 ? self->least[column] * BROAD + 1 : 0;
}

/**
 * nsm_report_columns_get_least:
 *
 * Returns: how many letters side by side they need so that no word is broken
 */
guint
nsm_report_columns_get_least (NsmReportColumns *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n; i++)
    sum += get_least (self, i) + 2;
  return (guint) ceil (sum);
}

static void
share_in_proportion (NsmReportColumns *self, const double *least, double room, double *given)
{
  double all = 0;

  for (guint i = 0; i < self->n; i++)
    all += least[i];
  for (guint i = 0; i < self->n; i++)
    given[i] = least[i] * room / all;
}

/* Who wants no more than a fair share gets it; the others share what is left, those who want
 * more getting more of it, but not all. */
static void
share_the_rest (NsmReportColumns *self, const double *more, double rest, double *given)
{
  guint n_open = self->n;
  gboolean again = TRUE;
  g_autofree gboolean *served = g_new0 (gboolean, self->n);
  double roots = 0;

  while (again && n_open > 0)
    {
      double fair = rest / n_open;

      again = FALSE;
      for (guint i = 0; i < self->n; i++)
        if (!served[i] && more[i] <= fair)
          {
            served[i] = again = TRUE;
            given[i] += more[i];
            rest -= more[i];
            n_open--;
          }
    }
  for (guint i = 0; i < self->n; i++)
    roots += served[i] && n_open > 0 ? 0 : sqrt (more[i] + 1);
  for (guint i = 0; i < self->n; i++)
    if (!served[i] || n_open == 0)
      given[i] += rest * sqrt (more[i] + 1) / roots;
}

/**
 * nsm_report_columns_share:
 * @width: of all of them, in pixels
 * @letter: of a letter of usual width
 * @widths: (out caller-allocates): as many as there are columns; their sum is @width
 */
void
nsm_report_columns_share (NsmReportColumns *self, int width, double letter, int *widths)
{
  g_autofree double *least = g_new0 (double, self->n);
  g_autofree double *more = g_new0 (double, self->n);
  g_autofree double *given = g_new0 (double, self->n);
  double all = 0, x = 0;
  int before = 0;

  for (guint i = 0; i < self->n; i++)
    {
      given[i] = least[i] = get_least (self, i) * letter + AROUND;
      more[i] = fmax (0, self->wanted[i] * BROAD - get_least (self, i)) * letter;
      all += least[i];
    }
  if (all >= width)
    share_in_proportion (self, least, width, given);
  else
    share_the_rest (self, more, width - all, given);
  for (guint i = 0; i < self->n; i++)
    {
      x += given[i];
      widths[i] = (int) round (x) - before;
      before = (int) round (x);
    }
}

/* Rows */

/**
 * nsm_report_measure_letter:
 *
 * Returns: how wide a letter is in the font of @widget, about
 */
double
nsm_report_measure_letter (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double letter = (double) pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE;

  pango_font_metrics_unref (metrics);
  return letter;
}

static double
get_letter (NsmReportRow *self)
{
  if (self->letter <= 0)
    self->letter = nsm_report_measure_letter (GTK_WIDGET (self));
  return self->letter;
}

static GtkSizeRequestMode
nsm_report_row_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (NsmReportRow *self, int *minimum, int *natural)
{
  double wanted = 0;

  for (guint i = 0; i < self->columns->n; i++)
    wanted += self->columns->wanted[i] * get_letter (self) + AROUND;
  /* Words can be broken; whoever shows rows sees to it that there is room. */
  *minimum = (int) self->columns->n * (AROUND + 10);
  *natural = MAX (*minimum, (int) ceil (wanted));
}

static int
measure_height (NsmReportRow *self, int width)
{
  g_autofree int *widths = g_new0 (int, self->columns->n);
  int height = 0;
  guint i = 0;

  nsm_report_columns_share (self->columns, width, get_letter (self), widths);
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self));
       cell != NULL && i < self->columns->n; cell = gtk_widget_get_next_sibling (cell), i++)
    {
      int least = 0, wanted = 0;

      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_measure (cell, GTK_ORIENTATION_VERTICAL, MAX (widths[i], least), NULL, &wanted,
                          NULL, NULL);
      height = MAX (height, wanted);
    }
  return height;
}

static void
nsm_report_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline G_GNUC_UNUSED,
                        int *natural_baseline G_GNUC_UNUSED)
{
  NsmReportRow *self = NSM_REPORT_ROW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  if (for_size < 0)
    {
      int least;

      measure_width (self, &least, &for_size);
    }
  *minimum = *natural = measure_height (self, for_size);
}

static void
nsm_report_row_size_allocate (GtkWidget *widget, int width, int height, int baseline G_GNUC_UNUSED)
{
  NsmReportRow *self = NSM_REPORT_ROW (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autofree int *widths = g_new0 (int, self->columns->n);
  int x = 0;
  guint i = 0;

  nsm_report_columns_share (self->columns, width, get_letter (self), widths);
  for (GtkWidget *cell = gtk_widget_get_first_child (widget); cell != NULL && i < self->columns->n;
       cell = gtk_widget_get_next_sibling (cell), i++)
    {
      int least = 0, given;

      gtk_widget_measure (cell, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      given = MAX (widths[i], least);
      gtk_widget_size_allocate (
        cell, &(GtkAllocation){ mirrored ? width - x - given : x, 0, given, height }, -1);
      x += widths[i];
    }
}

/* Text may be larger now. */
static void
nsm_report_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  NSM_REPORT_ROW (widget)->letter = 0;
  GTK_WIDGET_CLASS (nsm_report_row_parent_class)->css_changed (widget, change);
}

static void
nsm_report_row_dispose (GObject *object)
{
  NsmReportRow *self = NSM_REPORT_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->columns, nsm_report_columns_unref);
  G_OBJECT_CLASS (nsm_report_row_parent_class)->dispose (object);
}

static void
nsm_report_row_class_init (NsmReportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_report_row_dispose;
  widget_class->get_request_mode = nsm_report_row_get_request_mode;
  widget_class->measure = nsm_report_row_measure;
  widget_class->size_allocate = nsm_report_row_size_allocate;
  widget_class->css_changed = nsm_report_row_css_changed;
  gtk_widget_class_set_css_name (widget_class, "reportrow");
}

static void
nsm_report_row_init (NsmReportRow *self G_GNUC_UNUSED)
{
}

/**
 * nsm_report_row_new:
 * @role: what it is: a row, an item
 *
 * Returns: (transfer floating): a row without cells yet
 */
GtkWidget *
nsm_report_row_new (NsmReportColumns *columns, GtkAccessibleRole role)
{
  NsmReportRow *self = g_object_new (NSM_TYPE_REPORT_ROW, "accessible-role", role, NULL);

  self->columns = nsm_report_columns_ref (columns);
  return GTK_WIDGET (self);
}

/**
 * nsm_report_row_add:
 *
 * Appends a cell.
 */
void
nsm_report_row_add (NsmReportRow *self, GtkWidget *cell)
{
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
}
