/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide the columns of a table are: Word is told, because each reader guesses another way. */
#include "report/docx-private.h"

#include <math.h>

/* Widths in twips, of letters of 10 points on average; of wide ones twice that. */
#define LETTER 118
#define SMALL_LETTER 102
#define PADDING 190
#define LEAST 640

#define LONGEST_WORD 19  /* a longer one than a receipt may be broken */
#define SHORT_TEXT 15    /* a longer one may take two lines */
#define LONGEST_TEXT 130 /* more words than that don't widen a column */
#define FULLEST_CELL 600

/* Of the width that there is: a table that needs less doesn't take it, but it takes this much. */
#define LEAST_SHARE 0.55
#define LINES_SHARE 0.75

/* Where words alone fill the table, this much is shared out by how much there is to say. */
#define FULL_SHARE 0.9
#define LOOSE_SHARE 0.1
#define LEAST_PART 0.6
#define SMALL_WORD 14 /* letters: one that short is never broken for it */

typedef struct
{
  double word; /* letters of the longest word */
  double line; /* of the longest one of the texts that are too short to be broken */
  double text; /* of the longest text that could stand on one line */
  double cell; /* of the cell that says most */
} Measure;

static gboolean
may_break_at (gunichar c)
{
  return (g_unichar_isspace (c) && c != 0x00a0 && c != 0x202f) || g_unichar_iswide (c);
}

static void
measure_text (const char *text, Measure *measure, gboolean strong)
{
  double factor = strong ? 1.08 : 1;
  double word = 0, all = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double width = (g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1) * factor;

      all += width;
      /* Wide ones may stand at the end of any line. */
      word = may_break_at (c) ? 0 : word + width;
      measure->word = fmax (measure->word, fmin (word, LONGEST_WORD));
      measure->text = fmax (measure->text, fmin (all, LONGEST_TEXT));
    }
  if (all <= SHORT_TEXT)
    measure->line = fmax (measure->line, all);
}

static void
measure_cell (NsmNode *cell, Measure *measure, gboolean strong)
{
  g_autoptr (GString) line = g_string_new (NULL);
  gsize all = 0;

  for (guint i = 0; i < cell->runs->len; i++)
    {
      NsmRun *run = cell->runs->pdata[i];

      if (run->style == NSM_RUN_BREAK)
        {
          measure_text (line->str, measure, strong);
          all += line->len;
          g_string_truncate (line, 0);
          continue;
        }
      if (run->style == NSM_RUN_BADGE)
        g_string_append (line, "✓\u00a0");
      g_string_append (line, run->text);
    }
  measure_text (line->str, measure, strong);
  all += line->len;
  measure->cell = fmax (measure->cell, fmin ((double) all, FULLEST_CELL));
}

static guint
count_columns (NsmNode *table)
{
  guint n = 0;

  for (guint r = 0; r < table->children->len; r++)
    n = MAX (n, ((NsmNode *) table->children->pdata[r])->children->len);
  return n;
}

/**
 * nsm_docx_is_numeric:
 *
 * Returns: whether there are figures in that column of @table
 */
gboolean
nsm_docx_is_numeric (NsmNode *table, guint column)
{
  NsmNode *last = table->children->pdata[table->children->len - 1];

  return column < last->children->len && ((NsmNode *) last->children->pdata[column])->numeric;
}

/* The heads of columns of figures may stand upright. */
static void
measure_table (NsmNode *table, Measure *measures, gboolean upright)
{
  for (guint r = 0; r < table->children->len; r++)
    {
      NsmNode *row = table->children->pdata[r];

      for (guint c = 0; c < row->children->len; c++)
        if (r > 0 || !upright || !nsm_docx_is_numeric (table, c))
          measure_cell (row->children->pdata[c], &measures[c], r == 0 || c == 0);
    }
}

static double
sum_of_words (const Measure *measures, guint n, double letter)
{
  double sum = 0;

  for (guint c = 0; c < n; c++)
    sum += fmax (LEAST, measures[c].word * letter + PADDING);
  return sum;
}

/* What the table would be wide if no text had to be broken. */
static int
choose_width (const Measure *measures, guint n, double letter, int width)
{
  double wish = 0;

  for (guint c = 0; c < n; c++)
    wish += fmax (LEAST, measures[c].text * letter + PADDING);
  return (int) fmin (width, fmax (LEAST_SHARE * width, wish));
}

/* Short texts stay on their line if that leaves room for the long ones. */
static void
keep_lines (Measure *measures, guint n, double letter, int width)
{
  double sum = 0;

  for (guint c = 0; c < n; c++)
    sum += fmax (LEAST, fmax (measures[c].word, measures[c].line) * letter + PADDING);
  if (sum > LINES_SHARE * width)
    return;
  for (guint c = 0; c < n; c++)
    measures[c].word = fmax (measures[c].word, measures[c].line);
}

/* How much a column has to say beyond what it needs. */
static double
get_wish (const Measure *measure)
{
  return pow (measure->cell, 0.8);
}

static double
get_least (const Measure *measure, double letter)
{
  return fmax (LEAST, measure->word * letter + PADDING);
}

/* Of what columns of long words ask for, the part that they get. */
static double
get_part (const Measure *measures, guint n, double letter, int width)
{
  double all = 0, large = 0;

  for (guint c = 0; c < n; c++)
    {
      double least = get_least (&measures[c], letter);

      all += least;
      large += measures[c].word > SMALL_WORD ? least : 0;
    }
  if (all <= FULL_SHARE * width || large <= 0)
    return 1;
  return CLAMP ((FULL_SHARE * width - LOOSE_SHARE * width - (all - large)) / large, LEAST_PART, 1);
}

/* First what the longest word of each needs, then what is left by how much each has to say. */
static void
share_out (const Measure *measures, guint n, double letter, int width, int *widths)
{
  double part = get_part (measures, n, letter, width);
  double wish = 0, sum = 0, scale;
  int given = 0;
  g_autofree double *own = g_new0 (double, n);

  for (guint c = 0; c < n; c++)
    {
      own[c] = get_least (&measures[c], letter) * (measures[c].word > SMALL_WORD ? part : 1);
      sum += own[c];
      wish += get_wish (&measures[c]);
    }
  scale = fmin (1, width / sum);
  for (guint c = 0; c < n; c++)
    {
      if (wish > 0)
        own[c] = own[c] * scale + fmax (0, width - sum) * get_wish (&measures[c]) / wish;
      widths[c] = c + 1 < n ? (int) own[c] : width - given;
      given += widths[c];
    }
}

static double
count_lines (double letters, int width)
{
  return ceil (letters * LETTER / (width - PADDING));
}

/**
 * nsm_docx_count_lines:
 * @width: of the column, in twips
 *
 * Returns: about how many lines @cell takes
 */
guint
nsm_docx_count_lines (NsmNode *cell, int width)
{
  double lines = 0, letters = 0;

  for (guint i = 0; i < cell->runs->len; i++)
    {
      NsmRun *run = cell->runs->pdata[i];

      if (run->style == NSM_RUN_BREAK)
        {
          lines += fmax (1, count_lines (letters, width));
          letters = 0;
        }
      letters += (double) g_utf8_strlen (run->text, -1);
    }
  return (guint) (lines + count_lines (letters, width));
}

/**
 * nsm_docx_measure_columns:
 * @table: a table of at least one row
 * @width: what there is for it
 * @widths: (out caller-allocates): one for each cell of the longest row
 * @small: (out): whether it takes smaller letters
 * @upright: (out): whether the heads of columns of figures stand upright, because words don't
 *   fit beside each other
 */
void
nsm_docx_measure_columns (NsmNode *table, int width, int *widths, gboolean *small,
                          gboolean *upright)
{
  guint n = count_columns (table);
  g_autofree Measure *measures = g_new0 (Measure, n);

  measure_table (table, measures, FALSE);
  *small = n > 4 && sum_of_words (measures, n, LETTER) > FULL_SHARE * width;
  *upright = n > 6 && *small && sum_of_words (measures, n, SMALL_LETTER) > FULL_SHARE * width;
  if (*upright)
    {
      for (guint c = 0; c < n; c++)
        measures[c] = (Measure) { 0 };
      measure_table (table, measures, TRUE);
    }
  keep_lines (measures, n, *small ? SMALL_LETTER : LETTER, width);
  share_out (measures, n, *small ? SMALL_LETTER : LETTER,
             choose_width (measures, n, *small ? SMALL_LETTER : LETTER, width), widths);
}
