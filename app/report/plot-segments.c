/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#define ROW 27.0
#define NARROW 520.0

/* Where there is nothing as a whole, only what is sure can run against it. */
static gboolean
runs_against (NsmEvidence *whole, NsmEvidence *group)
{
  return nsm_evidence_turns_round (whole, group) &&
         (nsm_plot_is_meaningful (whole) || nsm_plot_is_meaningful (group));
}

/* Whether it could be by chance that it runs the other way. */
static gboolean
is_surely_against (NsmEvidence *whole, NsmEvidence *group)
{
  return runs_against (whole, group) && !isnan (group->low) && (group->low > 0 || group->high < 0);
}

static char *
dup_names (NsmEvidence *whole, GPtrArray *groups, guint n_named)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      NsmEvidence *group = groups->pdata[i];
      g_autofree char *shown = NULL, *name = NULL;

      if (!is_surely_against (whole, group) || n_named == 0)
        continue;
      n_named--;
      shown = nsm_plot_text_shorten (group->group, NSM_PLOT_TITLE, TRUE, 160);
      name = nsm_plot_dup_isolated (shown);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

static char *
dup_finding_without_link (const NsmPlotSubject *subject)
{
  guint n = 0, n_linked = 0;

  for (guint i = 0; i < subject->groups->len; i++)
    {
      NsmEvidence *group = subject->groups->pdata[i];

      n += !isnan (group->coefficient);
      n_linked += nsm_plot_is_meaningful (group);
    }
  if (n_linked == 0)
    return g_strdup_printf (_("%s and %s show no meaningful link, as a whole or in a segment"),
                            subject->x, subject->y);
  /* Translators: a candidate, an outcome, how many segments, of how many */
  return g_strdup_printf (_("%s and %s show no meaningful link as a whole, and one in %u of %u "
                            "segments"),
                          subject->x, subject->y, n_linked, n);
}

static char *
dup_finding (const NsmPlotSubject *subject)
{
  guint n = 0, n_against = 0, n_surely = 0;
  g_autofree char *names = NULL;

  for (guint i = 0; i < subject->groups->len; i++)
    {
      NsmEvidence *group = subject->groups->pdata[i];

      n += !isnan (group->coefficient);
      n_against += runs_against (subject->result, group);
      n_surely += is_surely_against (subject->result, group);
    }
  if (n == 0 || isnan (subject->result->coefficient))
    return g_strdup_printf (_("No coefficient for %s and %s by segment"), subject->x, subject->y);
  if (!nsm_plot_is_meaningful (subject->result))
    return dup_finding_without_link (subject);
  if (n_against == 0)
    return g_strdup_printf (ngettext ("%s goes with %s in the same direction in the one segment "
                                      "with a figure",
                                      "%s goes with %s in the same direction in all %u segments",
                                      n),
                            subject->x, subject->y, n);
  if (n_surely == 0)
    /* Translators: a candidate, an outcome, how many segments, of how many */
    return g_strdup_printf (_("%s and %s: in %u of %u segments the link may run the other way, "
                              "none for sure"),
                            subject->x, subject->y, n_against, n);
  names = dup_names (subject->result, subject->groups, 2);
  if (n_surely > 2)
    /* Translators: a candidate, an outcome, how many segments, of how many */
    return g_strdup_printf (_("%s and %s: in %u of %u segments the link runs the other way"),
                            subject->x, subject->y, n_surely, n);
  /* Translators: a candidate, an outcome, names of one or two segments */
  return g_strdup_printf (_("%s and %s: the link runs the other way in %s"), subject->x, subject->y,
                          names);
}

static void
find_limits (const NsmPlotSubject *subject, double *low, double *high)
{
  *low = *high = 0;
  for (guint i = 0; i <= subject->groups->len; i++)
    {
      NsmEvidence *one = i == 0 ? subject->result : subject->groups->pdata[i - 1];
      double values[] = { one->coefficient, one->low, one->high };

      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        if (isfinite (values[k]))
          {
            *low = fmin (*low, values[k]);
            *high = fmax (*high, values[k]);
          }
    }
  if (*low == 0 && *high == 0)
    *low = -1, *high = 1;
}

static char *
dup_figures (NsmEvidence *one, gboolean interval)
{
  g_autofree char *r = NULL, *low = NULL, *high = NULL;

  if (isnan (one->coefficient))
    return g_strdup (_("no figure"));
  r = nsm_coefficient_dup_text (one->coefficient);
  if (!interval || isnan (one->low) || isnan (one->high))
    return g_steal_pointer (&r);
  low = nsm_coefficient_dup_text (one->low);
  high = nsm_coefficient_dup_text (one->high);
  return g_strdup_printf ("%s [%s, %s]", r, low, high);
}

static void
add_row (NsmPlot *plot, const NsmPlotSubject *subject, NsmEvidence *one, const NsmPlotFrame *frame,
         const NsmPlotScale *scale, double y, double most)
{
  gboolean whole = one == subject->result, against = runs_against (subject->result, one);
  gboolean narrow = plot->width < NARROW;
  NsmPlotInk ink = against ? NSM_INK_AGAINST : NSM_INK_MAIN;
  const char *name = whole ? _("All rows") : one->group;
  g_autofree char *figures = dup_figures (one, !narrow);
  g_autofree char *n = nsm_plot_dup_count (one->rows);
  g_autofree char *marked = against ? g_strdup_printf ("▾ %s", figures) : NULL;
  NsmPlotItem *words;

  words = nsm_plot_add_words (plot, NSM_INK_WORDS, NSM_PLOT_TEXT, NSM_ANCHOR_LEFT, NSM_PLOT_MARGIN,
                              y + 5, name);
  words->bold = whole;
  words->max_width = frame->left - 14 - NSM_PLOT_MARGIN;
  if (isfinite (one->low) && isfinite (one->high))
    {
      double low = nsm_plot_scale_place (scale, one->low);
      double high = nsm_plot_scale_place (scale, one->high);

      nsm_plot_add_line (plot, ink, whole ? 3 : 2, low, y, high, y);
      nsm_plot_add_line (plot, ink, 2, low, y - 4, low, y + 4);
      nsm_plot_add_line (plot, ink, 2, high, y - 4, high, y + 4);
    }
  if (isfinite (one->coefficient))
    {
      double size = whole ? 15 : 7 + 6 * sqrt (one->rows / fmax (most, 1));
      NsmPlotItem *mark =
        nsm_plot_add_mark (plot, ink, whole     ? NSM_SHAPE_DIAMOND
                                      : against ? NSM_SHAPE_DOWN
                                                : NSM_SHAPE_SQUARE,
                           isfinite (size) ? size : 9, nsm_plot_scale_place (scale, one->coefficient),
                           y);

      mark->hollow = against && !is_surely_against (subject->result, one);
    }
  words = nsm_plot_add_words (plot, against ? NSM_INK_AGAINST : NSM_INK_WORDS, NSM_PLOT_TEXT,
                              NSM_ANCHOR_LEFT, frame->right + 14, y + 5,
                              marked != NULL ? marked : figures);
  words->bold = whole;
  words->max_width = narrow ? plot->width - frame->right - 20 : 150;
  if (!narrow)
    nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_TEXT, NSM_ANCHOR_RIGHT,
                        plot->width - NSM_PLOT_MARGIN, y + 5, n);
}

static void
say_row (NsmPlot *plot, const NsmPlotSubject *subject, NsmEvidence *one)
{
  gboolean against = runs_against (subject->result, one);
  g_autofree char *reading = nsm_plot_dup_reading (one);
  g_autofree char *name = one == subject->result ? g_strdup (_("All rows"))
                                                 : nsm_plot_dup_isolated (one->group);

  nsm_plot_say (plot, against ? _("%s: %s, the other way round.") : "%s: %s.", name, reading);
  nsm_plot_add_text (plot, name);
  nsm_plot_add_number (plot, one->coefficient, 2);
  nsm_plot_add_number (plot, one->low, 2);
  nsm_plot_add_number (plot, one->high, 2);
  nsm_plot_add_number (plot, one->rows, 0);
  nsm_plot_add_text (plot, against ? _("the other way") : "");
}

static void
add_columns (NsmPlot *plot)
{
  nsm_plot_add_column (plot, _("Segment"), "segment");
  nsm_plot_add_column (plot, "r", "r");
  /* xgettext:no-c-format */
  nsm_plot_add_column (plot, _("95 % from"), "low");
  nsm_plot_add_column (plot, _("to"), "high");
  nsm_plot_add_column (plot, _("Rows"), "n");
  nsm_plot_add_column (plot, _("Direction"), "direction");
}

static double
find_most (GPtrArray *groups)
{
  double most = 0;

  for (guint i = 0; i < groups->len; i++)
    most = fmax (most, ((NsmEvidence *) groups->pdata[i])->rows);
  return most;
}

static gboolean
has_flips (const NsmPlotSubject *subject)
{
  for (guint i = 0; i < subject->groups->len; i++)
    if (runs_against (subject->result, subject->groups->pdata[i]))
      return TRUE;
  return FALSE;
}

static double
find_names_width (const NsmPlotSubject *subject)
{
  double widest = nsm_plot_text_guess_width (_("All rows"), NSM_PLOT_TEXT, TRUE);

  for (guint i = 0; i < subject->groups->len; i++)
    {
      NsmEvidence *group = subject->groups->pdata[i];

      widest = fmax (widest, nsm_plot_text_guess_width (group->group, NSM_PLOT_TEXT, FALSE));
    }
  return fmin (widest, subject->width * 0.3);
}

/**
 * nsm_plot_new_segments:
 *
 * Returns: (transfer full) (nullable): the coefficient and its interval of all rows and, set
 *   apart, of each segment; the picture is as high as they need
 */
NsmPlot *
nsm_plot_new_segments (const NsmPlotSubject *subject)
{
  NsmPlotFrame frame = { 0 };
  NsmPlotScale scale;
  NsmPlot *plot;
  double low, high, most = find_most (subject->groups), y, whole_x;
  g_autofree char *finding = NULL;
  gboolean flips = has_flips (subject);

  if (subject->groups->len == 0)
    return NULL;
  plot = nsm_plot_new (NSM_PLOT_SEGMENTS, subject->width, NSM_PLOT_HEIGHT);
  finding = dup_finding (subject);
  frame.top = nsm_plot_add_head (plot, finding,
                                 /* xgettext:no-c-format */
                                 _("Correlation r with its 95 % interval; larger marks have more "
                                   "rows")) +
              26;
  frame.bottom = frame.top + (subject->groups->len + 1) * ROW + 16;
  plot->height = frame.bottom + (flips ? 80 : 62) + NSM_PLOT_SMALL;
  frame.left = NSM_PLOT_MARGIN + find_names_width (subject) + 18;
  frame.right = plot->width - NSM_PLOT_MARGIN - (plot->width < NARROW ? 62 : 210);
  find_limits (subject, &low, &high);
  scale = nsm_plot_scale_new (fmax (low, -1), fmin (high, 1), frame.left, frame.right,
                              plot->width < NARROW ? 3 : 6);
  whole_x = nsm_plot_scale_place (&scale, subject->result->coefficient);

  nsm_plot_add_rect (plot, NSM_INK_BAND, NSM_PLOT_MARGIN - 8, frame.top, plot->width - 8,
                     frame.top + ROW + 4);
  nsm_plot_add_line (plot, NSM_INK_AXIS, 1.5, nsm_plot_scale_place (&scale, 0), frame.top,
                     nsm_plot_scale_place (&scale, 0), frame.bottom);
  if (isfinite (subject->result->coefficient))
    nsm_plot_add_line (plot, NSM_INK_MAIN, 1, whole_x, frame.top + ROW + 4, whole_x, frame.bottom)
      ->dashed = TRUE;
  if (plot->width >= NARROW)
    {
      nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, NSM_ANCHOR_LEFT, frame.right + 14,
                          frame.top - 9,
                          /* xgettext:no-c-format */
                          _("r [95 % interval]"));
      nsm_plot_add_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, NSM_ANCHOR_RIGHT,
                          plot->width - NSM_PLOT_MARGIN, frame.top - 9, "n");
    }
  add_columns (plot);
  nsm_plot_say (plot, "%s.", finding);
  add_row (plot, subject, subject->result, &frame, &scale, frame.top + ROW / 2 + 2, most);
  say_row (plot, subject, subject->result);
  y = frame.top + ROW + 12 + ROW / 2;
  for (guint i = 0; i < subject->groups->len; i++, y += ROW)
    {
      add_row (plot, subject, subject->groups->pdata[i], &frame, &scale, y, most);
      say_row (plot, subject, subject->groups->pdata[i]);
    }
  nsm_plot_add_x_axis (plot, &frame, &scale, _("Correlation r"));
  if (flips)
    nsm_plot_add_words (plot, NSM_INK_AGAINST, NSM_PLOT_SMALL, NSM_ANCHOR_LEFT, NSM_PLOT_MARGIN,
                        plot->height - 28, _("▾ runs the other way; hollow: chance could explain it"))
      ->max_width = plot->width - 2 * NSM_PLOT_MARGIN;
  nsm_plot_add_source (plot, subject);
  return plot;
}
