/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often each candidate comes first where people or weights are other ones: a bar a candidate
 * and way of trying, and a line from where on a first place is firm. */
#include "report/plot-private.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#define NARROW 520.0
#define NAME 14.0
#define BAR 14.0
#define ROW_ROOM 14.0 /* between rows */
#define GAP 20.0      /* between ways of trying */
#define NAMES_MOST 230.0
#define LINE (NSM_PLOT_SMALL * NSM_PLOT_LEADING)
#define MOST_WAYS 3

typedef struct
{
  const char *label;
  double firm; /* share from which on it is firm */
  char *limit; /* the same in words */
} Way;

typedef struct
{
  NsmPlot *plot;
  const NsmPlotChances *chances;
  Way ways[MOST_WAYS];
  guint n_ways;
  double value_room;
} Bars;

/* What is not quite all is never shown as 100, nor as none what is more. */
static char *
dup_share (double share)
{
  g_autofree char *least = nsm_plot_dup_share (0.01);
  double percent = floor (share * 100 + 0.5 + 1e-9);

  if (share > 1e-9 && percent < 1)
    /* Translators: less than a share: "< 1 %" */
    return g_strdup_printf (_("< %s"), least);
  return nsm_plot_dup_share ((share < 1 - 1e-9 ? fmin (percent, 99) : percent) / 100);
}

static void
add_share (NsmPlot *plot, double share)
{
  nsm_plot_add_value (plot, share, TRUE);
  g_free (plot->cells->pdata[plot->cells->len - 1]);
  plot->cells->pdata[plot->cells->len - 1] = dup_share (share);
}

static double
get_share (Bars *bars, const NsmPlotChance *chance, guint way)
{
  if (bars->n_ways == 1 || way == 2)
    return chance->weights;
  return way == 1 ? chance->people : chance->without / bars->chances->n_people;
}

static char *
dup_value (Bars *bars, const NsmPlotChance *chance, guint way)
{
  if (bars->n_ways > 1 && way == 0)
    /* Translators: in so many tries of so many: "3 of 4" */
    return g_strdup_printf (_("%.0f of %u"), chance->without, bars->chances->n_people);
  return dup_share (get_share (bars, chance, way));
}

static void
add_way (Bars *bars, const char *label, double firm)
{
  Way *way = &bars->ways[bars->n_ways++];
  g_autofree char *share = nsm_plot_dup_share (firm);

  way->label = label;
  way->firm = firm;
  /* Translators: a share from which on a result counts as firm: "firm from 90 %" */
  way->limit = firm >= 1 ? g_strdup (_("firm: always")) : g_strdup_printf (_("firm from %s"), share);
}

static void
find_ways (Bars *bars)
{
  bars->n_ways = 0;
  if (bars->chances->n_people > 1)
    {
      add_way (bars, _("One person fewer"), 1);
      add_way (bars, _("Panels redrawn"), bars->chances->firm_people);
    }
  add_way (bars, _("Other weights"), bars->chances->firm_weights);
  bars->value_room = 0;
  for (guint i = 0; i < bars->chances->chances->len; i++)
    for (guint w = 0; w < bars->n_ways; w++)
      {
        g_autofree char *value =
          dup_value (bars, &g_array_index (bars->chances->chances, NsmPlotChance, i), w);

        bars->value_room =
          fmax (bars->value_room, nsm_plot_text_guess_width (value, NSM_PLOT_SMALL, TRUE) + 8);
      }
}

static void
add_bar (Bars *bars, const NsmPlotChance *chance, guint way, double left, double right, double y)
{
  double share = get_share (bars, chance, way), end = right - bars->value_room;
  g_autofree char *value = dup_value (bars, chance, way);
  gboolean leads = chance->leads;

  nsm_plot_add_rect (bars->plot, NSM_INK_GRID, left, y - BAR / 2, end, y + BAR / 2)->opacity = 0.45;
  if (share > 0)
    nsm_plot_add_rect (bars->plot, leads ? NSM_INK_MAIN : NSM_INK_AXIS, left, y - BAR / 2,
                       left + fmax (1, (end - left) * fmin (share, 1)), y + BAR / 2);
  nsm_plot_add_words (bars->plot, NSM_INK_WORDS, NSM_PLOT_SMALL, NSM_ANCHOR_LEFT, end + 8,
                      y + NSM_PLOT_SMALL * 0.36, value)
    ->bold = leads;
}

static void
add_limit (Bars *bars, guint way, double left, double right, double top, double bottom)
{
  double x = left + (right - bars->value_room - left) * bars->ways[way].firm;

  nsm_plot_add_line (bars->plot, NSM_INK_WORDS, 1.5, x, top, x, bottom)->dashed = TRUE;
}

static GStrv
wrap_name (Bars *bars, const NsmPlotChance *chance, double room)
{
  return nsm_plot_text_wrap_most (chance->title, NAME, chance->leads, room, 4);
}

/* A row a candidate, a column a way of trying. */
static double
add_table (Bars *bars, double top)
{
  NsmPlot *plot = bars->plot;
  double left = NSM_PLOT_MARGIN, right = plot->width - NSM_PLOT_MARGIN, names = 100, width, y = top;
  double head = 0;

  for (guint i = 0; i < bars->chances->chances->len; i++)
    names = fmax (names, nsm_plot_text_guess_width (
                           g_array_index (bars->chances->chances, NsmPlotChance, i).title, NAME,
                           TRUE) / 0.95);
  names = fmin (names, NAMES_MOST);
  width = (right - left - names) / bars->n_ways - GAP;
  for (guint w = 0; w < bars->n_ways; w++)
    {
      double start = left + names + GAP + w * (width + GAP);
      g_auto (GStrv) label = nsm_plot_text_wrap_most (bars->ways[w].label, NSM_PLOT_SMALL, TRUE,
                                                      width, 3);
      g_auto (GStrv) limit = nsm_plot_text_wrap_most (bars->ways[w].limit, NSM_PLOT_SMALL, FALSE,
                                                      width, 3);

      y = nsm_plot_add_lines_of_words (plot, NSM_INK_WORDS, NSM_PLOT_SMALL, TRUE, NSM_ANCHOR_LEFT,
                                       start, start + width, top, label);
      y = nsm_plot_add_lines_of_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, FALSE, NSM_ANCHOR_LEFT,
                                       start, start + width, y, limit);
      head = fmax (head, y);
    }
  y = head + 6;
  for (guint i = 0; i < bars->chances->chances->len; i++)
    {
      const NsmPlotChance *chance = &g_array_index (bars->chances->chances, NsmPlotChance, i);
      g_auto (GStrv) name = wrap_name (bars, chance, names);
      double own = g_strv_length (name) * NAME * NSM_PLOT_LEADING;
      double height = fmax (own, BAR) + ROW_ROOM;

      nsm_plot_add_lines_of_words (plot, NSM_INK_WORDS, NAME, chance->leads, NSM_ANCHOR_LEFT, left,
                                   left + names, y + (height - own) / 2, name);
      for (guint w = 0; w < bars->n_ways; w++)
        {
          double start = left + names + GAP + w * (width + GAP);

          add_bar (bars, chance, w, start, start + width, y + height / 2);
        }
      y += height;
    }
  for (guint w = 0; w < bars->n_ways; w++)
    {
      double start = left + names + GAP + w * (width + GAP);

      add_limit (bars, w, start, start + width, head + 4, y);
    }
  return y;
}

/* The bars of a candidate below its name. */
static double
add_blocks (Bars *bars, double y)
{
  NsmPlot *plot = bars->plot;
  double left = NSM_PLOT_MARGIN, right = plot->width - NSM_PLOT_MARGIN, start = left + 124;

  for (guint i = 0; i < bars->chances->chances->len; i++)
    {
      const NsmPlotChance *chance = &g_array_index (bars->chances->chances, NsmPlotChance, i);
      g_auto (GStrv) name = wrap_name (bars, chance, right - left);

      y = nsm_plot_add_lines_of_words (plot, NSM_INK_WORDS, NAME, chance->leads, NSM_ANCHOR_LEFT,
                                       left, right, y, name) +
          3;
      for (guint w = 0; w < bars->n_ways; w++)
        {
          g_auto (GStrv) label = nsm_plot_text_wrap_most (bars->ways[w].label, NSM_PLOT_SMALL, FALSE,
                                                          start - left - 8, 3);
          double own = g_strv_length (label) * LINE, height = fmax (own, BAR) + 6;

          nsm_plot_add_lines_of_words (plot, NSM_INK_QUIET, NSM_PLOT_SMALL, FALSE, NSM_ANCHOR_LEFT,
                                       left, start - 8, y + (height - own) / 2, label);
          add_bar (bars, chance, w, start, right, y + height / 2);
          add_limit (bars, w, start, right, y + 1, y + height - 1);
          y += height;
        }
      y += 12;
    }
  return y - 8;
}

/* The same as a table and in words. */
static void
say (Bars *bars)
{
  NsmPlot *plot = bars->plot;
  g_autofree char *without = NULL;

  nsm_plot_add_column (plot, _("Candidate"), "candidate");
  if (bars->n_ways > 1)
    {
      /* Translators: the head of a column: how often a candidate is first without one of %u people */
      without = g_strdup_printf (_("First without one of %u people"), bars->chances->n_people);
      nsm_plot_add_column (plot, without, "without");
      nsm_plot_add_column (plot, _("First in redrawn panels"), "people");
    }
  nsm_plot_add_column (plot, _("First by other weights"), "weights");
  for (guint i = 0; i < bars->chances->chances->len; i++)
    {
      const NsmPlotChance *chance = &g_array_index (bars->chances->chances, NsmPlotChance, i);
      g_autofree char *name = nsm_plot_dup_isolated (chance->title);
      g_autofree char *people = dup_share (chance->people);
      g_autofree char *weights = dup_share (chance->weights);

      nsm_plot_add_text (plot, chance->title);
      if (bars->n_ways > 1)
        {
          nsm_plot_add_number (plot, chance->without, 0);
          add_share (plot, chance->people);
          /* Translators: a candidate, so many of so many people, two shares in percent */
          nsm_plot_say (plot, _("%s: first without %.0f of %u people, in %s of redrawn panels, in %s "
                                "of weightings."),
                        name, chance->without, bars->chances->n_people, people, weights);
        }
      else
        /* Translators: a candidate, a share in percent */
        nsm_plot_say (plot, _("%s: first in %s of weightings."), name, weights);
      add_share (plot, chance->weights);
    }
}

static char *
dup_finding (Bars *bars)
{
  const NsmPlotChance *best = &g_array_index (bars->chances->chances, NsmPlotChance, 0);
  g_autofree char *shown = nsm_plot_text_shorten (best->title, NSM_PLOT_TITLE, TRUE, 1200);
  g_autofree char *name = nsm_plot_dup_isolated (shown);
  g_autofree char *people = dup_share (best->people);
  g_autofree char *weights = dup_share (best->weights);

  if (bars->n_ways == 1)
    /* Translators: a candidate, a share in percent */
    return g_strdup_printf (_("%s comes first in %s of weightings"), name, weights);
  /* Translators: a candidate, two shares in percent */
  return g_strdup_printf (_("%s comes first in %s of redrawn panels and in %s of weightings"), name,
                          people, weights);
}

/**
 * nsm_plot_new_robustness:
 * @chances: of candidates, the one with the highest score first
 * @width: in units in which words are 13 and more high
 *
 * Returns: (transfer full) (nullable): a picture, as high as it needs
 */
NsmPlot *
nsm_plot_new_robustness (const NsmPlotChances *chances, double width)
{
  Bars bars = { .chances = chances };
  g_autofree char *finding = NULL;
  double y;

  if (chances->chances->len == 0)
    return NULL;
  bars.plot = nsm_plot_new (NSM_PLOT_ROBUSTNESS, fmax (width, 320), NSM_PLOT_HEIGHT);
  find_ways (&bars);
  finding = dup_finding (&bars);
  say (&bars);
  y = nsm_plot_add_head (bars.plot, finding,
                         _("How often each candidate comes first; beyond the dashed line that is "
                           "firm"));
  y = bars.plot->width < NARROW ? add_blocks (&bars, y) : add_table (&bars, y + 4);
  bars.plot->height = ceil (y + NSM_PLOT_MARGIN / 2);
  for (guint w = 0; w < bars.n_ways; w++)
    g_free (bars.ways[w].limit);
  return bars.plot;
}
