/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each column is: as the command line says, else as it was guessed. */
#include <string.h>

#include <glib/gi18n-lib.h>

#include "evidence.h"
#include "evidence/names.h"

typedef struct
{
  const char *word;
  char sign;
} Sign;

static gboolean
parse_sign (const char *text, const Sign *signs, guint n, const char *option, char *sign)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (text, signs[i].word) == 0)
      {
        *sign = signs[i].sign;
        return TRUE;
      }
  /* Translators: an option of the command line, and what was given to it */
  cli_say (_("%s can’t be “%s”; “nsm evidence --help” lists what it can be."), option, text);
  return FALSE;
}

/**
 * cli_evidence_has_format:
 *
 * Returns: whether anything was said about how the file is written
 */
gboolean
cli_evidence_has_format (const CliEvidenceOptions *options)
{
  return options->delimiter != NULL || options->decimal != NULL || options->quote != NULL ||
         options->encoding != NULL || options->no_header;
}

/**
 * cli_evidence_set_format:
 * @format: (inout): as it was found out; what was said goes before
 *
 * Returns: whether all of it is understood; if not, it was said what isn't
 */
gboolean
cli_evidence_set_format (const CliEvidenceOptions *options, NsmCsvFormat *format)
{
  static const Sign delimiters[] = {
    { ",", ',' }, { "comma", ',' }, { ";", ';' }, { "semicolon", ';' }, { "\t", '\t' },
    { "\\t", '\t' }, { "tab", '\t' }, { "|", '|' }, { "pipe", '|' },
  };
  static const Sign decimals[] = { { ".", '.' }, { "point", '.' }, { ",", ',' }, { "comma", ',' } };
  static const Sign quotes[] = { { "\"", '"' }, { "double", '"' }, { "'", '\'' },
                                 { "single", '\'' }, { "none", 0 }, { "", 0 } };

  if (options->delimiter != NULL &&
      !parse_sign (options->delimiter, delimiters, G_N_ELEMENTS (delimiters), "--delimiter",
                   &format->delimiter))
    return FALSE;
  if (options->decimal != NULL && !parse_sign (options->decimal, decimals, G_N_ELEMENTS (decimals),
                                               "--decimal", &format->decimal))
    return FALSE;
  if (options->quote != NULL &&
      !parse_sign (options->quote, quotes, G_N_ELEMENTS (quotes), "--quote", &format->quote))
    return FALSE;
  if (options->encoding != NULL)
    g_strlcpy (format->encoding, options->encoding, sizeof format->encoding);
  if (options->no_header)
    format->header = FALSE;
  return TRUE;
}

static char *
dup_columns (NsmDataset *dataset)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    {
      if (n++ == 30)
        {
          g_string_append (names, ", …");
          break;
        }
      if (n > 1)
        g_string_append (names, ", ");
      g_string_append (names, column->name);
    }
  return g_string_free (names, FALSE);
}

/* The column of "COL" or "COL=REST". A name with a "=" in it wins. */
static NsmColumn *
find_column (NsmDataset *dataset, const char *word, const char **rest)
{
  g_autofree char *name = g_strdup (word);
  g_autofree char *all = NULL;
  g_autofree const char **names = g_new0 (const char *, nsm_list_get_size (dataset->columns) + 1);
  g_autofree char *nearest = NULL;
  NsmColumn *column = nsm_dataset_find_column (dataset, word);
  char *equals = column == NULL ? strrchr (name, '=') : NULL;
  guint n = 0;

  *rest = NULL;
  if (equals != NULL)
    {
      *equals = '\0';
      *rest = word + (equals - name) + 1;
      column = nsm_dataset_find_column (dataset, name);
    }
  if (column != NULL)
    return column;
  NSM_LIST_EACH (NsmColumn, each, dataset->columns)
    names[n++] = each->name;
  nearest = cli_find_nearest (name, names);
  all = dup_columns (dataset);
  if (nearest != NULL)
    cli_say (_("There is no column “%s” in %s. Did you mean “%s”? There are: %s."), name,
             dataset->name, nearest, all);
  else
    cli_say (_("There is no column “%s” in %s. There are: %s."), name, dataset->name, all);
  return NULL;
}

static void
clear_role (NsmDataset *dataset, NsmColumnRole role)
{
  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    if (column->role == role)
      g_object_set (column, "role", NSM_COLUMN_ROLE_IGNORED, NULL);
}

static NsmCandidate *
find_candidate (NsmWorkshop *workshop, const char *word)
{
  g_autofree char *wanted = g_utf8_casefold (word, -1);

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      NsmMetric *metric = nsm_candidate_get_metric (candidate);
      g_autofree char *title = nsm_candidate_dup_title (candidate);
      g_autofree char *folded = g_utf8_casefold (title, -1);
      g_autofree char *name = g_utf8_casefold (metric != NULL ? metric->name : "", -1);

      if (strcmp (NSM_RECORD (candidate)->id, word) == 0 || strcmp (folded, wanted) == 0 ||
          strcmp (name, wanted) == 0)
        return candidate;
    }
  return NULL;
}

static char *
dup_candidates (NsmWorkshop *workshop)
{
  GString *names = g_string_new (NULL);

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      g_autofree char *title = nsm_candidate_dup_title (candidate);

      g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "", title);
    }
  return g_string_free (names, FALSE);
}

/* Without a workshop every column is a candidate of its own name. */
static NsmCandidate *
make_candidate (NsmWorkshop *workshop, const char *name)
{
  NsmMetric *metric = nsm_list_append_new (workshop->metrics, "name", name, NULL);

  return nsm_list_append_new (workshop->candidates, "metric", NSM_RECORD (metric)->id, NULL);
}

static gboolean
set_candidate (const CliEvidenceOptions *options, NsmWorkshop *workshop, NsmDataset *dataset,
               NsmColumn *column, const char *name)
{
  NsmCandidate *candidate = NULL;
  g_autofree char *all = NULL;

  if (options->into == NULL)
    candidate = make_candidate (workshop, name != NULL ? name : column->name);
  else if (name != NULL)
    candidate = find_candidate (workshop, name);
  else if (column->candidate[0] != '\0')
    candidate = nsm_list_find (workshop->candidates, column->candidate);
  if (candidate == NULL)
    {
      all = dup_candidates (workshop);
      if (name != NULL)
        cli_say (_("There is no candidate “%s” in the workshop. There are: %s."), name, all);
      else
        cli_say (_("Say which candidate the column “%s” of %s stands for: --candidate \"%s=NAME\". "
                   "There are: %s."),
                 column->name, dataset->name, column->name, all);
      return FALSE;
    }
  g_object_set (column, "role", NSM_COLUMN_ROLE_CANDIDATE, "candidate", NSM_RECORD (candidate)->id,
                NULL);
  return TRUE;
}

static gboolean
set_candidates (const CliEvidenceOptions *options, NsmWorkshop *workshop, NsmDataset *dataset)
{
  if (options->candidates != NULL)
    {
      clear_role (dataset, NSM_COLUMN_ROLE_CANDIDATE);
      for (guint i = 0; options->candidates[i] != NULL; i++)
        {
          const char *name;
          NsmColumn *column = find_column (dataset, options->candidates[i], &name);

          if (column != NULL && options->outcomes != NULL &&
              column->role == NSM_COLUMN_ROLE_OUTCOME)
            {
              cli_say (_("“%s” can’t be a candidate and an outcome at once."), column->name);
              return FALSE;
            }
          if (column == NULL || !set_candidate (options, workshop, dataset, column, name))
            return FALSE;
        }
      return TRUE;
    }
  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    if (column->role == NSM_COLUMN_ROLE_CANDIDATE)
      {
        if (column->candidate[0] == '\0' && options->into != NULL)
          g_object_set (column, "role", NSM_COLUMN_ROLE_IGNORED, NULL);
        else if (!set_candidate (options, workshop, dataset, column, NULL))
          return FALSE;
      }
  return TRUE;
}

static gboolean
set_outcomes (const CliEvidenceOptions *options, NsmDataset *dataset)
{
  if (options->outcomes == NULL)
    return TRUE;
  clear_role (dataset, NSM_COLUMN_ROLE_OUTCOME);
  for (guint i = 0; options->outcomes[i] != NULL; i++)
    {
      const char *kind;
      NsmColumn *column = find_column (dataset, options->outcomes[i], &kind);
      g_autoptr (GPtrArray) words = NULL;
      NsmNameOutcome guess;
      guint outcome;

      if (column == NULL)
        return FALSE;
      words = nsm_name_split (column->name);
      guess = nsm_name_get_outcome (words, column->truth ? NSM_CELLS_TRUTH : NSM_CELLS_NUMBER);
      outcome = guess.outcome;
      if (kind != NULL && !nsm_choice_from_nick (NSM_TYPE_OUTCOME, kind, &outcome))
        {
          cli_say (_("“%s” is no outcome: use retention, revenue, satisfaction or other."), kind);
          return FALSE;
        }
      g_object_set (column, "role", NSM_COLUMN_ROLE_OUTCOME, "candidate", "", "outcome", outcome,
                    "less-is-better", guess.less_is_better, NULL);
    }
  return TRUE;
}

/* A segment or a date. When candidates or outcomes are named, nothing else is guessed. */
static gboolean
set_one (NsmDataset *dataset, NsmColumnRole role, const char *word, gboolean may_guess)
{
  const char *rest;
  NsmColumn *column;

  if (word == NULL && may_guess)
    return TRUE;
  clear_role (dataset, role);
  if (word == NULL || word[0] == '\0')
    return TRUE;
  column = find_column (dataset, word, &rest);
  if (column == NULL)
    return FALSE;
  g_object_set (column, "role", role, "candidate", "", NULL);
  return TRUE;
}

static gboolean
set_timing (NsmColumn *column, const char *when)
{
  g_auto (GStrv) dates = g_strsplit (when, "..", 2);
  g_auto (GStrv) days = g_strsplit (when, "-", 2);
  guint64 from, to;

  if (strcmp (when, "always") == 0)
    {
      g_object_set (column, "timing", NSM_TIMING_WHOLE_LIFE, NULL);
      return TRUE;
    }
  if (dates[0] != NULL && dates[1] != NULL && nsm_date_is_valid (dates[0]) &&
      nsm_date_is_valid (dates[1]))
    {
      g_object_set (column, "timing", NSM_TIMING_DATES, "from-date", dates[0], "to-date", dates[1],
                    NULL);
      return TRUE;
    }
  if (days[0] != NULL && g_ascii_string_to_unsigned (days[0], 10, 1, 36500, &from, NULL))
    {
      to = from;
      if (days[1] == NULL || g_ascii_string_to_unsigned (days[1], 10, 1, 36500, &to, NULL))
        {
          g_object_set (column, "timing", NSM_TIMING_DAYS, "from-day", (double) from, "to-day",
                        (double) to, NULL);
          return TRUE;
        }
    }
  cli_say (_("“%s” doesn’t say when “%s” was measured: use days since each customer’s start such "
             "as 1-14, dates such as 2026-01-01..2026-03-31, or always."),
           when, column->name);
  return FALSE;
}

static gboolean
set_timings (const CliEvidenceOptions *options, NsmDataset *dataset)
{
  for (guint i = 0; options->measured != NULL && options->measured[i] != NULL; i++)
    {
      const char *when;
      NsmColumn *column = find_column (dataset, options->measured[i], &when);

      if (column == NULL)
        return FALSE;
      if (when == NULL)
        {
          cli_say (_("Say when “%s” was measured: --measured \"%s=1-14\"."), column->name,
                   column->name);
          return FALSE;
        }
      if (!set_timing (column, when))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_period (const CliEvidenceOptions *options, NsmDataset *dataset)
{
  guint period;

  if (options->changed != NULL)
    {
      if (!nsm_date_is_valid (options->changed))
        {
          cli_say (_("“%s” is no date: write it as 2026-03-31."), options->changed);
          return FALSE;
        }
      g_object_set (dataset, "changed-on", options->changed, NULL);
    }
  if (options->period == NULL)
    return TRUE;
  if (!nsm_choice_from_nick (NSM_TYPE_WINDOW, options->period, &period) ||
      period == NSM_WINDOW_UNSET || period == NSM_WINDOW_YEAR)
    {
      cli_say (_("“%s” is no period: use day, week, month or quarter."), options->period);
      return FALSE;
    }
  g_object_set (dataset, "period", period, NULL);
  return TRUE;
}

static void
append_role (GString *text, NsmDataset *dataset, NsmColumnRole role)
{
  gboolean first = TRUE;

  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    if (column->role == role)
      {
        if (first)
          g_string_append_printf (text, "%s%s ", text->len > 0 ? "; " : "",
                                  nsm_choice_get_label (NSM_TYPE_COLUMN_ROLE, role));
        else
          g_string_append (text, ", ");
        g_string_append_printf (text, "“%s”", column->name);
        first = FALSE;
      }
}

/* What nobody said is said. */
static void
say_guesses (const CliEvidenceOptions *options, NsmDataset *dataset)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean all = options->candidates == NULL && options->outcomes == NULL;

  if (options->candidates == NULL)
    append_role (text, dataset, NSM_COLUMN_ROLE_CANDIDATE);
  if (options->outcomes == NULL)
    append_role (text, dataset, NSM_COLUMN_ROLE_OUTCOME);
  if (all && options->segment == NULL)
    append_role (text, dataset, NSM_COLUMN_ROLE_SEGMENT);
  if (all && options->date == NULL)
    append_role (text, dataset, NSM_COLUMN_ROLE_DATE);
  if (text->len > 0)
    cli_say (_("Guessed: %s."), text->str);
}

/**
 * cli_evidence_plan:
 * @dataset: guessed; what was said on the command line goes before
 *
 * Returns: whether the file can be looked at; if not, it was said why
 */
gboolean
cli_evidence_plan (const CliEvidenceOptions *options, NsmWorkshop *workshop, NsmDataset *dataset)
{
  gboolean may_guess = options->candidates == NULL && options->outcomes == NULL;
  g_autofree char *obstacle = NULL;

  if (!set_outcomes (options, dataset) || !set_candidates (options, workshop, dataset) ||
      !set_one (dataset, NSM_COLUMN_ROLE_SEGMENT, options->segment, may_guess) ||
      !set_one (dataset, NSM_COLUMN_ROLE_DATE, options->date, may_guess) ||
      !set_timings (options, dataset) || !set_period (options, dataset))
    return FALSE;
  say_guesses (options, dataset);
  obstacle = nsm_dataset_dup_obstacle (dataset);
  if (obstacle != NULL)
    {
      g_autofree char *all = dup_columns (dataset);

      cli_say (_("%s The columns of %s are: %s."), obstacle, dataset->name, all);
    }
  return obstacle == NULL;
}
