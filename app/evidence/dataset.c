/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/dataset.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * nsm_dataset_get_format:
 *
 * Returns: how the file of @self is written, as its members say
 */
NsmCsvFormat
nsm_dataset_get_format (NsmDataset *self)
{
  NsmCsvFormat format = { .delimiter = ',', .quote = self->quote[0], .decimal = '.' };

  g_strlcpy (format.encoding, self->encoding[0] != '\0' ? self->encoding : "UTF-8",
             sizeof format.encoding);
  if (self->delimiter[0] != '\0')
    format.delimiter = self->delimiter[0];
  if (self->decimal[0] != '\0')
    format.decimal = self->decimal[0];
  format.header = self->header;
  return format;
}

/**
 * nsm_dataset_set_format:
 *
 * Says how the file of @self is written.
 */
void
nsm_dataset_set_format (NsmDataset *self, const NsmCsvFormat *format)
{
  const char delimiter[] = { format->delimiter, '\0' };
  const char quote[] = { format->quote, '\0' };
  const char decimal[] = { format->decimal, '\0' };

  g_object_set (self, "encoding", format->encoding, "delimiter", delimiter, "quote", quote,
                "decimal", decimal, "header", format->header, NULL);
}

/**
 * nsm_dataset_find_column:
 *
 * Returns: (transfer none) (nullable): the column of that name
 */
NsmColumn *
nsm_dataset_find_column (NsmDataset *self, const char *name)
{
  NSM_LIST_EACH (NsmColumn, column, self->columns)
    if (strcmp (column->name, name) == 0)
      return column;
  return NULL;
}

/**
 * nsm_dataset_find_role:
 *
 * Returns: (transfer none) (nullable): the first column of that role
 */
NsmColumn *
nsm_dataset_find_role (NsmDataset *self, NsmColumnRole role)
{
  NSM_LIST_EACH (NsmColumn, column, self->columns)
    if (column->role == role)
      return column;
  return NULL;
}

/**
 * nsm_dataset_take_over:
 * @self: a newer file of the same kind, guessed
 * @earlier: the file before, with what people said about it
 *
 * Gives each column of @self what was said about the column of that name in @earlier.
 * Columns that weren't there before are left out, but for a file that has none of the
 * columns used before: then the guess stays.
 */
void
nsm_dataset_take_over (NsmDataset *self, NsmDataset *earlier)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean any = FALSE;

  NSM_LIST_EACH (NsmColumn, column, earlier->columns)
    g_hash_table_insert (by_name, column->name, column);
  NSM_LIST_EACH (NsmColumn, column, self->columns)
    {
      NsmColumn *before = g_hash_table_lookup (by_name, column->name);

      any = any || (before != NULL && before->role != NSM_COLUMN_ROLE_IGNORED);
    }
  if (!any)
    return;
  NSM_LIST_EACH (NsmColumn, column, self->columns)
    {
      NsmColumn *before = g_hash_table_lookup (by_name, column->name);

      if (before == NULL)
        g_object_set (column, "role", NSM_COLUMN_ROLE_IGNORED, "candidate", "", NULL);
      else
        g_object_set (column, "role", before->role, "candidate", before->candidate, "outcome",
                      before->outcome, "less-is-better", before->less_is_better, "unit",
                      before->unit, "timing", before->timing, "from-day", before->from_day,
                      "to-day", before->to_day, "from-date", before->from_date, "to-date",
                      before->to_date, NULL);
    }
  g_object_set (self, "changed-on", earlier->changed_on, NULL);
  if (earlier->period != NSM_WINDOW_UNSET)
    g_object_set (self, "period", earlier->period, NULL);
}

static char *
dup_timing_obstacle (NsmColumn *column)
{
  if (column->timing == NSM_TIMING_DAYS)
    {
      if (isnan (column->from_day) || isnan (column->to_day))
        return g_strdup_printf (_("Say from which day to which day “%s” was measured."),
                                column->name);
      if (column->from_day > column->to_day)
        return g_strdup_printf (_("“%s”: the last day comes before the first."), column->name);
    }
  if (column->timing == NSM_TIMING_DATES)
    {
      if (column->from_date[0] == '\0' || column->to_date[0] == '\0')
        return g_strdup_printf (_("Say between which dates “%s” was measured."), column->name);
      if (strcmp (column->from_date, column->to_date) > 0)
        return g_strdup_printf (_("“%s”: the last date comes before the first."), column->name);
    }
  return NULL;
}

static char *
dup_column_obstacle (NsmColumn *column)
{
  switch (column->role)
    {
    case NSM_COLUMN_ROLE_CANDIDATE:
      if (column->candidate[0] == '\0')
        return g_strdup_printf (_("Say which candidate the column “%s” stands for."), column->name);
      return dup_timing_obstacle (column);
    case NSM_COLUMN_ROLE_OUTCOME:
      return dup_timing_obstacle (column);
    case NSM_COLUMN_ROLE_IGNORED:
    case NSM_COLUMN_ROLE_SEGMENT:
    case NSM_COLUMN_ROLE_DATE:
    default:
      return NULL;
    }
}

/**
 * nsm_dataset_dup_obstacle:
 *
 * Returns: (transfer full) (nullable): a sentence that says what is missing before the file
 *   can be looked at; %NULL when nothing is
 */
char *
nsm_dataset_dup_obstacle (NsmDataset *self)
{
  guint n[NSM_COLUMN_ROLE_DATE + 1] = { 0 };

  NSM_LIST_EACH (NsmColumn, column, self->columns)
    n[column->role]++;
  if (n[NSM_COLUMN_ROLE_CANDIDATE] == 0)
    return g_strdup (_("Say which column is a candidate."));
  if (n[NSM_COLUMN_ROLE_OUTCOME] == 0)
    return g_strdup (_("Say which column is an outcome."));
  if (n[NSM_COLUMN_ROLE_SEGMENT] > 1)
    return g_strdup (_("Only one column can tell the segments apart."));
  if (n[NSM_COLUMN_ROLE_DATE] > 1)
    return g_strdup (_("Only one column can be the date."));
  NSM_LIST_EACH (NsmColumn, column, self->columns)
    {
      char *obstacle = dup_column_obstacle (column);

      if (obstacle != NULL)
        return obstacle;
    }
  return NULL;
}

/* Days of two stretches, both ends counted. */
static gboolean
do_meet (double from, double to, double other_from, double other_to)
{
  return from <= other_to && other_from <= to;
}

/**
 * nsm_columns_get_overlap:
 *
 * People who stayed longer did more of everything: what was counted while the outcome was
 * still going on says nothing about it.
 *
 * Returns: whether the time of @candidate and that of @outcome overlap, as far as it was said:
 *   days against days, dates against dates; the whole life overlaps everything
 */
NsmOverlap
nsm_columns_get_overlap (NsmColumn *candidate, NsmColumn *outcome)
{
  gboolean meet;

  if (candidate->timing == NSM_TIMING_WHOLE_LIFE || outcome->timing == NSM_TIMING_WHOLE_LIFE)
    return NSM_OVERLAP_SOME;
  if (candidate->timing == NSM_TIMING_UNSET || candidate->timing != outcome->timing)
    return NSM_OVERLAP_UNSAID;
  if (candidate->timing == NSM_TIMING_DAYS)
    {
      if (isnan (candidate->from_day) || isnan (candidate->to_day) || isnan (outcome->from_day) ||
          isnan (outcome->to_day))
        return NSM_OVERLAP_UNSAID;
      meet = do_meet (candidate->from_day, candidate->to_day, outcome->from_day, outcome->to_day);
    }
  else
    {
      if (candidate->from_date[0] == '\0' || candidate->to_date[0] == '\0' ||
          outcome->from_date[0] == '\0' || outcome->to_date[0] == '\0')
        return NSM_OVERLAP_UNSAID;
      meet = strcmp (candidate->from_date, outcome->to_date) <= 0 &&
             strcmp (outcome->from_date, candidate->to_date) <= 0;
    }
  return meet ? NSM_OVERLAP_SOME : NSM_OVERLAP_NONE;
}
