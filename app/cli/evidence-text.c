/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file of data says, for people who read it in a terminal. */
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "evidence.h"
#include "evidence/words.h"

/* Of the table, and of sentences beside it. */
#define WIDTH 82

static char *
dup_coefficient (double value)
{
  return isnan (value) ? g_strdup ("–") : nsm_coefficient_dup_text (value);
}

static char *
dup_interval (NsmEvidence *result)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!isnan (result->probability))
    return nsm_probability_dup_text (result->probability);
  if (isnan (result->low) || isnan (result->high))
    return g_strdup ("–");
  low = nsm_coefficient_dup_text (result->low);
  high = nsm_coefficient_dup_text (result->high);
  return g_strdup_printf ("[%s, %s]", low, high);
}

/* Pads to columns of the terminal, as far as letters are one wide. */
static char *
dup_padded (const char *text, guint width, gboolean right)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *space = g_strnfill (length < (glong) width ? width - (gsize) length : 0, ' ');

  return right ? g_strconcat (space, text, NULL) : g_strconcat (text, space, NULL);
}

static void
print_row (const char *what, const char *r, const char *interval, const char *rho, const char *n,
           const char *dropped)
{
  g_autofree char *a = dup_padded (what, 30, FALSE);
  g_autofree char *b = dup_padded (r, 6, TRUE);
  g_autofree char *c = dup_padded (interval, 15, TRUE);
  g_autofree char *d = dup_padded (rho, 6, TRUE);
  g_autofree char *e = dup_padded (n, 9, TRUE);
  g_autofree char *f = dup_padded (dropped, 9, TRUE);

  cli_out ("  %s %s %s %s %s %s", a, b, c, d, e, f);
}

static void
print_result (NsmEvidence *result)
{
  g_autofree char *r = dup_coefficient (result->coefficient);
  g_autofree char *rho = dup_coefficient (result->rank_coefficient);
  g_autofree char *interval = dup_interval (result);
  g_autofree char *n = g_strdup_printf ("%.0f", result->rows);
  g_autofree char *dropped = g_strdup_printf ("%.0f", result->dropped);
  g_autofree char *group = g_strdup_printf ("  %s", result->group);
  g_autofree char *lag = nsm_evidence_dup_lag (result);
  g_autofree char *later =
    lag != NULL ? g_strdup_printf ("%s, %s", result->outcome_name, lag) : NULL;
  const char *what = result->group[0] != '\0' ? group
                     : later != NULL           ? later
                                               : result->outcome_name;

  print_row (what, r, interval, rho, n, dropped);
}

/* In lines of the width of the table. */
static void
print_wrapped (const char *text, guint indent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *space = g_strnfill (indent, ' ');
  g_autoptr (GString) line = g_string_new (space);
  guint width = indent;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint length = (guint) g_utf8_strlen (words[i], -1);

      if (width > indent && width + 1 + length > WIDTH)
        {
          cli_out ("%s", line->str);
          g_string_assign (line, space);
          width = indent;
        }
      if (width > indent)
        {
          g_string_append_c (line, ' ');
          width++;
        }
      g_string_append (line, words[i]);
      width += length;
    }
  cli_out ("%s", line->str);
}

static void
print_sentence (char *sentence)
{
  if (sentence != NULL && sentence[0] != '\0')
    print_wrapped (sentence, 4);
  g_free (sentence);
}

static gboolean
is_of (NsmEvidence *result, NsmDataset *dataset, NsmColumn *column)
{
  return strcmp (result->dataset, NSM_RECORD (dataset)->id) == 0 &&
         strcmp (result->column, column->name) == 0;
}

static void
print_column (NsmWorkshop *workshop, NsmDataset *dataset, NsmColumn *column, gboolean series)
{
  NsmCandidate *candidate = nsm_list_find (workshop->candidates, column->candidate);
  g_autofree char *title = candidate != NULL ? nsm_candidate_dup_title (candidate) : NULL;
  g_autofree char *verdict =
    candidate != NULL ? nsm_candidate_dup_evidence_verdict (candidate) : NULL;

  if (candidate == NULL)
    return;
  if (strcmp (title, column->name) == 0)
    cli_out_heading (title);
  else
    {
      g_autofree char *heading = g_strdup_printf ("%s · %s", title, column->name);

      cli_out_heading (heading);
    }
  print_wrapped (verdict, 2);
  cli_out ("%s", "");
  /* Translators: heads of columns: Pearson’s r, Spearman’s rho, rows counted, rows left out */
  print_row ("", _("r"), _("95 %"), _("ρ"), _("n"), _("left out"));
  NSM_LIST_EACH (NsmEvidence, result, workshop->evidence)
    if (is_of (result, dataset, column))
      {
        print_result (result);
        if (!nsm_evidence_is_whole (result))
          continue;
        print_sentence (result->problem[0] != '\0' ? g_strdup (result->problem) : NULL);
        print_sentence (nsm_evidence_dup_refusal (result));
        if (!result->overlaps)
          print_sentence (nsm_evidence_dup_threshold (result));
        print_sentence (nsm_evidence_dup_change (result));
      }
  if (series && !isnan (column->noise))
    cli_out (_("  Noise: coefficient of variation %.2f."), column->noise);
  if (series && !isnan (column->react_periods))
    cli_out (ngettext ("  It reacted after %.0f period.", "  It reacted after %.0f periods.",
                       (gulong) column->react_periods),
             column->react_periods);
}

static void
print_file (NsmDataset *dataset, NsmLook *look)
{
  g_autoptr (GPtrArray) problems = nsm_look_dup_problems (look);
  g_autofree char *rows = g_strdup_printf (
    ngettext ("%.0f row", "%.0f rows", (gulong) dataset->rows), dataset->rows);

  if (dataset->bad_rows > 0)
    cli_out (_("%s: %s; %.0f of another length were kept out."), dataset->name, rows,
             dataset->bad_rows);
  else
    cli_out (_("%s: %s."), dataset->name, rows);
  for (guint i = 0; i < problems->len; i++)
    cli_say ("%s", (const char *) problems->pdata[i]);
}

/**
 * cli_evidence_print:
 *
 * Writes what was found: a candidate after the other, its verdict first, then each outcome
 * with its segments below it.
 */
void
cli_evidence_print (NsmWorkshop *workshop, NsmDataset *dataset, NsmLook *look)
{
  gsize n_left_out = nsm_look_get_study (look)->n_groups_left_out;

  print_file (dataset, look);
  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    if (column->role == NSM_COLUMN_ROLE_CANDIDATE)
      print_column (workshop, dataset, column,
                    nsm_look_get_study (look)->dates == NSM_DATES_SERIES);
  if (n_left_out > 0)
    cli_out (ngettext ("\n%u segment isn’t shown: fewer than five rows, or not among the twenty "
                       "largest.",
                       "\n%u segments aren’t shown: fewer than five rows, or not among the twenty "
                       "largest.",
                       (gulong) n_left_out),
             (guint) n_left_out);
  cli_out ("\n%s", _("What goes along needn’t be the cause, and no figure here decides for you."));
}
