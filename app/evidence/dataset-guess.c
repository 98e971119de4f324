/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/dataset.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "evidence/names.h"
#include "method/candidates.h"

/* A name that has less than this in common with a candidate's is no match. */
#define FITS 0.4
/* Two candidates that fit about as well: people have to say which. */
#define TOO_CLOSE 0.05
/* An outcome by an ordinary word gives way to a candidate that fits as well as this. */
#define FITS_WELL 0.75
#define MOST_GROUPS 20
/* Of a file with hundreds of columns that could all be a candidate, these are offered. */
#define MOST_OFFERED 12

typedef struct
{
  const NsmCsvColumn *found;
  NsmColumn *column;
  GPtrArray *words;
  NsmNameOutcome outcome;
} Part;

typedef struct
{
  NsmCandidate *candidate;
  GPtrArray *words;
  GPtrArray *unit;
} Choice;

static void
clear_part (gpointer data)
{
  g_ptr_array_unref (((Part *) data)->words);
}

static void
clear_choice (gpointer data)
{
  g_ptr_array_unref (((Choice *) data)->words);
  g_ptr_array_unref (((Choice *) data)->unit);
}

static gboolean
is_figure (const NsmCsvColumn *column)
{
  return column->cells == NSM_CELLS_NUMBER || column->cells == NSM_CELLS_TRUTH;
}

/* The words of a candidate: of its name, or of its sentence while it has none. */
static GArray *
collect_choices (NsmWorkshop *workshop)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  g_array_set_clear_func (choices, clear_choice);
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      NsmMetric *metric = nsm_candidate_get_metric (candidate);
      g_autofree char *sentence = NULL;
      Choice choice = { candidate, NULL, NULL };

      if (metric == NULL || candidate->standing == NSM_STANDING_REFINED)
        continue;
      sentence = g_strconcat (metric->unit, " ", metric->statement, NULL);
      choice.words = nsm_name_split (metric->name[0] != '\0' ? metric->name : sentence);
      choice.unit = nsm_name_split (metric->unit);
      g_array_append_val (choices, choice);
    }
  return choices;
}

static double
rate (const Part *part, const Choice *choice)
{
  double by_name = nsm_name_compare (part->words, choice->words);
  double by_unit = nsm_name_compare (part->words, choice->unit);

  /* A unit alone is a hint: several candidates may count the same things. */
  return MAX (by_name, by_unit * 0.6);
}

/* Pairs columns and candidates, the best fit first; a tie is left to people. */
static guint
match_candidates (GArray *parts, GArray *choices)
{
  guint n_matched = 0;
  g_autofree double *ratings = g_new0 (double, MAX (1, parts->len * choices->len));
  g_autofree gboolean *gone = g_new0 (gboolean, MAX (1, choices->len));

  for (guint i = 0; i < parts->len; i++)
    for (guint k = 0; k < choices->len && is_figure (g_array_index (parts, Part, i).found); k++)
      ratings[i * choices->len + k] =
        rate (&g_array_index (parts, Part, i), &g_array_index (choices, Choice, k));
  for (;;)
    {
      double best = FITS;
      guint column = parts->len, choice = 0;
      gboolean tied = FALSE;

      for (guint i = 0; i < parts->len; i++)
        for (guint k = 0; k < choices->len; k++)
          {
            Part *part = &g_array_index (parts, Part, i);
            double here = ratings[i * choices->len + k];

            if (part->column->role != NSM_COLUMN_ROLE_IGNORED || !is_figure (part->found) ||
                nsm_name_is_id (part->words) || gone[k] || here < best ||
                (part->outcome.is_outcome && part->outcome.is_sure) ||
                (part->outcome.is_outcome && here < FITS_WELL))
              continue;
            if (here > best)
              {
                best = here;
                column = i;
                choice = k;
              }
          }
      if (column == parts->len)
        return n_matched;
      for (guint k = 0; k < choices->len; k++)
        tied = tied || (k != choice && !gone[k] &&
                        best - ratings[column * choices->len + k] < TOO_CLOSE);
      if (tied)
        {
          /* Not this one, then: nobody else may take it, either. */
          for (guint k = 0; k < choices->len; k++)
            ratings[column * choices->len + k] = 0;
          continue;
        }
      gone[choice] = TRUE;
      g_object_set (g_array_index (parts, Part, column).column, "role", NSM_COLUMN_ROLE_CANDIDATE,
                    "candidate",
                    NSM_RECORD (g_array_index (choices, Choice, choice).candidate)->id, NULL);
      n_matched++;
    }
}

static void
find_outcomes (GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      if (!part->outcome.is_outcome || part->column->role != NSM_COLUMN_ROLE_IGNORED ||
          nsm_name_is_id (part->words))
        continue;
      g_object_set (part->column, "role", NSM_COLUMN_ROLE_OUTCOME, "outcome",
                    part->outcome.outcome, "less-is-better", part->outcome.less_is_better, NULL);
      /* What a one means is said, never turned round in silence. */
      if (part->outcome.less_is_better && part->found->cells == NSM_CELLS_TRUTH &&
          part->outcome.outcome == NSM_OUTCOME_RETENTION)
        g_object_set (part->column, "unit", _("1 = left"), NULL);
    }
}

/* Without a name that tells: the one column of yes and no. Of which outcome it is, nobody knows
 * yet. */
static void
find_outcome_by_cells (GArray *parts)
{
  Part *only = NULL;

  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      if (part->column->role == NSM_COLUMN_ROLE_OUTCOME)
        return;
      if (part->column->role != NSM_COLUMN_ROLE_IGNORED || part->found->cells != NSM_CELLS_TRUTH)
        continue;
      if (only != NULL)
        return;
      only = part;
    }
  if (only != NULL)
    g_object_set (only->column, "role", NSM_COLUMN_ROLE_OUTCOME, "outcome", NSM_OUTCOME_OTHER, NULL);
}

/* "churn_reason" is known only of those who left: it parts nobody beforehand. */
static gboolean
tells_outcome (const Part *part)
{
  return nsm_name_get_outcome (part->words, NSM_CELLS_NUMBER).is_outcome;
}

static void
find_segment (GArray *parts, guint n_rows)
{
  Part *best = NULL;
  guint best_rank = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);
      guint rank = nsm_name_get_segment_rank (part->words) * 2;
      gboolean text = part->found->cells == NSM_CELLS_TEXT;

      if (part->column->role != NSM_COLUMN_ROLE_IGNORED || nsm_name_is_id (part->words) ||
          part->found->n_distinct < 2 || part->found->n_distinct > MOST_GROUPS ||
          part->found->n_distinct * 2 > n_rows || part->found->cells == NSM_CELLS_EMPTY ||
          part->found->cells == NSM_CELLS_DATE || (!text && rank == 0) ||
          (rank == 0 && tells_outcome (part)))
        continue;
      if (best == NULL || rank + text > best_rank)
        {
          best = part;
          best_rank = rank + text;
        }
    }
  if (best != NULL)
    g_object_set (best->column, "role", NSM_COLUMN_ROLE_SEGMENT, NULL);
}

static Part *
find_date (GArray *parts)
{
  Part *best = NULL;
  int best_rank = -1;

  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);
      int rank = nsm_name_get_date_rank (part->words);

      if (part->found->cells != NSM_CELLS_DATE || rank <= best_rank)
        continue;
      best = part;
      best_rank = rank;
    }
  if (best != NULL)
    g_object_set (best->column, "role", NSM_COLUMN_ROLE_DATE, NULL);
  return best;
}

/* R and pandas write the number or name of each row into a first column without a name. */
static gboolean
numbers_rows (const Part *part, const NsmCsvPeek *peek)
{
  g_autofree char *nameless = g_strdup_printf (_("Column %u"), 1);
  gint64 last = 0;

  if (part->found != g_ptr_array_index (peek->columns, 0) || !peek->format.header ||
      peek->columns->len < 2 || peek->rows->len < 2 || strcmp (part->found->name, nameless) != 0)
    return FALSE;
  for (guint i = 0; i < peek->rows->len; i++)
    {
      GPtrArray *row = peek->rows->pdata[i];
      gint64 here;

      if (row->len == 0 || !g_ascii_string_to_signed (row->pdata[0], 10, 0, G_MAXINT64, &here, NULL))
        return FALSE;
      if (i == 0 ? here > 1 : here != last + 1)
        return FALSE;
      last = here;
    }
  return TRUE;
}

/* Without a column that fits any candidate, what could be one is offered; which candidate it
 * is, only people know, unless there is one of each. */
static void
offer_figures (GArray *parts, GArray *choices, const NsmCsvPeek *peek)
{
  Part *last = NULL;
  guint n = 0;

  for (guint i = 0; i < parts->len && n < MOST_OFFERED; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      if (part->column->role != NSM_COLUMN_ROLE_IGNORED || !is_figure (part->found) ||
          nsm_name_is_id (part->words) || numbers_rows (part, peek))
        continue;
      g_object_set (part->column, "role", NSM_COLUMN_ROLE_CANDIDATE, NULL);
      last = part;
      n++;
    }
  if (n == 1 && choices->len == 1)
    g_object_set (last->column, "candidate",
                  NSM_RECORD (g_array_index (choices, Choice, 0).candidate)->id, NULL);
}

static void
set_units_and_days (GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);
      g_autofree char *bracketed = NULL;
      const char *unit = nsm_name_get_unit (part->column->name, part->words, &bracketed);
      double from, to;

      if (part->column->role != NSM_COLUMN_ROLE_CANDIDATE &&
          part->column->role != NSM_COLUMN_ROLE_OUTCOME)
        continue;
      if (part->column->unit[0] == '\0')
        g_object_set (part->column, "unit", unit, NULL);
      if (nsm_name_get_days (part->words, part->column->role, &from, &to))
        g_object_set (part->column, "timing", NSM_TIMING_DAYS, "from-day", from, "to-day", to, NULL);
    }
}

/* Days since 1970 of "2026-03-09…", "2026-03", or "2026-W09"; 0 for anything else. */
static double
get_day (const char *text)
{
  int year, month, day = 1, week;
  g_autoptr (GDate) date = g_date_new ();

  if (sscanf (text, "%4d-W%2d", &year, &week) == 2)
    return 7.0 * week;
  if (sscanf (text, "%4d-%2d-%2d", &year, &month, &day) < 2 || !g_date_valid_month (month) ||
      day < 1 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) MAX (year, 1)))
    return 0;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (date);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/* How far apart the dates of the first rows lie at least. */
static NsmWindow
guess_period (NsmCsvPeek *peek, guint position, GPtrArray *words)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (double));
  double least = INFINITY;
  static const struct { const char *word; NsmWindow window; } names[] = {
    { "week", NSM_WINDOW_WEEK },     { "woche", NSM_WINDOW_WEEK },   { "semaine", NSM_WINDOW_WEEK },
    { "semana", NSM_WINDOW_WEEK },   { "month", NSM_WINDOW_MONTH },  { "monat", NSM_WINDOW_MONTH },
    { "mois", NSM_WINDOW_MONTH },    { "mes", NSM_WINDOW_MONTH },
    { "quarter", NSM_WINDOW_QUARTER }, { "quartal", NSM_WINDOW_QUARTER },
  };

  for (guint i = 0; i < words->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (names); k++)
      if (strcmp (words->pdata[i], names[k].word) == 0)
        return names[k].window;
  for (guint i = 0; i < peek->rows->len; i++)
    {
      GPtrArray *row = peek->rows->pdata[i];
      double day = position < row->len ? get_day (row->pdata[position]) : 0;

      if (day > 0)
        g_array_append_val (days, day);
      if (position < row->len && strchr (row->pdata[position], 'W') != NULL)
        return NSM_WINDOW_WEEK;
    }
  g_array_sort (days, compare_days);
  for (guint i = 1; i < days->len; i++)
    {
      double gap = g_array_index (days, double, i) - g_array_index (days, double, i - 1);

      if (gap > 0)
        least = MIN (least, gap);
    }
  if (isinf (least) || (least >= 28 && least < 89))
    return NSM_WINDOW_MONTH;
  if (least >= 89)
    return NSM_WINDOW_QUARTER;
  if (least >= 7)
    return NSM_WINDOW_WEEK;
  /* Days of a year and more, and of one customer each: months show more than days. */
  return g_array_index (days, double, days->len - 1) - g_array_index (days, double, 0) > 120 ||
             days->len < peek->rows->len || least < 1
           ? NSM_WINDOW_MONTH
           : NSM_WINDOW_DAY;
}

/**
 * nsm_dataset_guess:
 * @file_name: without folders
 *
 * Guesses what each column of a file is, by its name and its cells, so that the usual file
 * needs no change.
 *
 * Returns: (transfer full): a file that isn't in @workshop, with all its columns
 */
NsmDataset *
nsm_dataset_guess (NsmWorkshop *workshop, const char *file_name, NsmCsvPeek *peek)
{
  NsmDataset *self = g_object_new (NSM_TYPE_DATASET, NULL);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autoptr (GArray) choices = collect_choices (workshop);
  guint n_matched;
  Part *date;

  g_array_set_clear_func (parts, clear_part);
  g_object_set (self, "name", file_name, "size", (double) peek->size, NULL);
  nsm_dataset_set_format (self, &peek->format);
  for (guint i = 0; i < peek->columns->len; i++)
    {
      const NsmCsvColumn *found = peek->columns->pdata[i];
      Part part = { found, NULL, nsm_name_split (found->name), { 0 } };

      part.column = nsm_list_append_new (self->columns, "name", found->name, "truth",
                                         found->cells == NSM_CELLS_TRUTH, NULL);
      part.outcome = nsm_name_get_outcome (part.words, found->cells);
      g_array_append_val (parts, part);
    }
  date = find_date (parts);
  n_matched = match_candidates (parts, choices);
  find_outcomes (parts);
  find_outcome_by_cells (parts);
  find_segment (parts, peek->n_looked_at);
  if (n_matched == 0)
    offer_figures (parts, choices, peek);
  set_units_and_days (parts);
  if (date != NULL)
    g_object_set (self, "period",
                  guess_period (peek, (guint) (date - (Part *) parts->data), date->words), NULL);
  return self;
}
