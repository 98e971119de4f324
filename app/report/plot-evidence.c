/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/plot-private.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "evidence/dataset.h"
#include "evidence/words.h"
#include "record/language.h"
#include "record/record.h"

/* A longer name would fill a title. */
#define NAME_WIDTH 420

static gboolean
has_controls (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        return TRUE;
    }
  return FALSE;
}

/**
 * nsm_plot_dup_isolated:
 *
 * Returns: (transfer full): a person's text to be put into a sentence of ours, which
 *   may run the other way
 */
char *
nsm_plot_dup_isolated (const char *text)
{
  g_autofree char *language = nsm_language_dup ();
  gboolean rtl = nsm_plot_text_is_rtl (text);

  if (rtl == nsm_language_is_right_to_left (language) && !has_controls (text))
    return g_strdup (text);
  return g_strconcat ("\342\201\250", text, "\342\201\251", NULL);
}

static char *
dup_short (const char *text)
{
  g_autofree char *shown = nsm_plot_text_shorten (text, NSM_PLOT_TITLE, TRUE, NAME_WIDTH);

  return nsm_plot_dup_isolated (shown);
}

/**
 * nsm_plot_is_meaningful:
 *
 * Returns: whether there is something to say in a title: more than chance, and more than
 *   three rows, through which a line goes all too easily
 */
gboolean
nsm_plot_is_meaningful (NsmEvidence *result)
{
  return nsm_evidence_is_meaningful (result) && !(result->rows < 4);
}

/**
 * nsm_plot_get_strength:
 *
 * Returns: how strong a link is, to stand behind a colon
 */
const char *
nsm_plot_get_strength (double coefficient)
{
  double size = fabs (coefficient);

  if (size < 0.2)
    return _("a weak link");
  if (size < 0.3)
    return _("some link");
  return size < 0.4 ? _("a clear link") : _("a strong link");
}

/**
 * nsm_plot_dup_reading:
 *
 * Returns: (transfer full): "r = .78, 95 % [.70, .84], n = 118"
 */
char *
nsm_plot_dup_reading (NsmEvidence *result)
{
  g_autofree char *r = NULL, *n = nsm_plot_dup_count (result->rows);
  GString *text = g_string_new (NULL);

  if (!isnan (result->coefficient))
    {
      r = nsm_coefficient_dup_text (result->coefficient);
      g_string_append_printf (text, "r = %s", r);
    }
  if (!isnan (result->low) && !isnan (result->high))
    {
      g_autofree char *low = nsm_coefficient_dup_text (result->low);
      g_autofree char *high = nsm_coefficient_dup_text (result->high);

      /* Translators: the ends of a confidence interval */
      g_string_append_printf (text, _(", 95 %% [%s, %s]"), low, high);
    }
  if (!isnan (result->probability))
    {
      g_autofree char *p = nsm_probability_dup_text (result->probability);

      g_string_append_printf (text, ", %s", p);
    }
  if (!isnan (result->rows))
    g_string_append_printf (text, "%sn = %s", text->len > 0 ? ", " : "", n);
  return g_string_free (text, FALSE);
}

/**
 * nsm_plot_dup_date:
 *
 * Returns: (transfer full): a day, short, for people
 */
char *
nsm_plot_dup_date (const char *date)
{
  return nsm_date_dup_medium (date);
}

/**
 * nsm_plot_dup_periods:
 *
 * Returns: (transfer full): "3 weeks"
 */
char *
nsm_plot_dup_periods (NsmWindow window, guint n)
{
  switch (window)
    {
    case NSM_WINDOW_DAY:
      return g_strdup_printf (ngettext ("%u day", "%u days", n), n);
    case NSM_WINDOW_WEEK:
      return g_strdup_printf (ngettext ("%u week", "%u weeks", n), n);
    case NSM_WINDOW_MONTH:
      return g_strdup_printf (ngettext ("%u month", "%u months", n), n);
    case NSM_WINDOW_QUARTER:
      return g_strdup_printf (ngettext ("%u quarter", "%u quarters", n), n);
    case NSM_WINDOW_YEAR:
      return g_strdup_printf (ngettext ("%u year", "%u years", n), n);
    case NSM_WINDOW_UNSET:
    default:
      return g_strdup_printf (ngettext ("%u period", "%u periods", n), n);
    }
}

static char *
dup_with_unit (const char *name, NsmColumn *column)
{
  g_autofree char *text = NULL;

  /* An outcome's name may hold it already. */
  if (column == NULL || column->unit[0] == '\0' || strchr (name, '(') != NULL)
    return nsm_plot_dup_isolated (name);
  text = g_strdup_printf ("%s (%s)", name, column->unit);
  return nsm_plot_dup_isolated (text);
}

static gboolean
is_between_0_and_1 (NsmEvidence *result)
{
  NSM_LIST_EACH (NsmBin, bin, result->bins)
    {
      if (bin->y < 0 || bin->y > 1)
        return FALSE;
    }
  return nsm_list_get_size (result->bins) > 0;
}

static gboolean
are_points_0_or_1 (GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      double y = g_array_index (points, NsmPlotPoint, i).y;

      if (y != 0 && y != 1)
        return FALSE;
    }
  return points->len > 0;
}

/* Whether somebody is still there is yes or no, unless the figures say otherwise. */
static gboolean
is_share (NsmEvidence *result, GArray *points)
{
  if (nsm_list_get_size (result->thresholds) > 0)
    return TRUE;
  if (points != NULL && points->len > 0)
    return are_points_0_or_1 (points);
  return result->outcome == NSM_OUTCOME_RETENTION && is_between_0_and_1 (result);
}

static void
find_groups (NsmPlotSubject *subject, NsmWorkshop *workshop)
{
  NsmEvidence *result = subject->result;

  NSM_LIST_EACH (NsmEvidence, other, workshop->evidence)
    {
      if (other != result && other->group[0] != '\0' && other->dataset[0] != '\0' &&
          strcmp (other->candidate, result->candidate) == 0 &&
          nsm_evidence_is_of_same_columns (other, result))
        g_ptr_array_add (subject->groups, other);
    }
}

static char *
dup_candidate (NsmEvidence *result)
{
  NsmRecord *candidate = nsm_record_find (NSM_RECORD (result), result->candidate);

  if (NSM_IS_CANDIDATE (candidate))
    return nsm_candidate_dup_title (NSM_CANDIDATE (candidate));
  return g_strdup (result->column[0] != '\0' ? result->column : _("Candidate"));
}

static const char *
get_outcome (NsmEvidence *result)
{
  if (result->outcome_name[0] == '\0' && result->outcome == NSM_OUTCOME_OTHER &&
      result->outcome_column[0] != '\0')
    return result->outcome_column;
  return nsm_evidence_get_outcome_title (result);
}

static void
fill_subject (NsmPlotSubject *subject)
{
  NsmEvidence *result = subject->result;
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (result));
  g_autofree char *x = dup_candidate (result);
  const char *y = get_outcome (result);

  if (NSM_IS_WORKSHOP (root))
    find_groups (subject, NSM_WORKSHOP (root));
  subject->dataset = nsm_evidence_get_dataset (result);
  if (subject->dataset != NULL)
    {
      subject->x_column = nsm_dataset_find_column (subject->dataset, result->column);
      subject->y_column = nsm_dataset_find_column (subject->dataset, result->outcome_column);
    }
  subject->share = is_share (result, subject->points);
  subject->x = dup_short (x);
  subject->y = dup_short (y);
  subject->x_title = dup_with_unit (x, subject->x_column);
  subject->y_title =
    subject->share ? nsm_plot_dup_isolated (y) : dup_with_unit (y, subject->y_column);
}

static void
clear_subject (NsmPlotSubject *subject)
{
  g_ptr_array_unref (subject->groups);
  g_free (subject->x);
  g_free (subject->y);
  g_free (subject->x_title);
  g_free (subject->y_title);
}

static NsmPlot *
new_of_kind (const NsmPlotSubject *subject, NsmPlotKind kind)
{
  switch (kind)
    {
    case NSM_PLOT_TENTHS:
      return nsm_plot_new_tenths (subject);
    case NSM_PLOT_SEGMENTS:
      return nsm_plot_new_segments (subject);
    case NSM_PLOT_THRESHOLDS:
      return nsm_plot_new_thresholds (subject);
    case NSM_PLOT_LAGS:
      return nsm_plot_new_lags (subject);
    case NSM_PLOT_SERIES:
      return nsm_plot_new_series (subject);
    case NSM_PLOT_SCATTER:
    default:
      return nsm_plot_new_scatter (subject);
    }
}

/**
 * nsm_plot_new_sized:
 * @result: a result, of all rows
 * @points: (nullable): its rows as pairs of double, candidate and outcome (NsmPairPoint);
 *   in a scatter they take the place of the fields that the record keeps
 * @width: in units in which words are 13 and more high; not under 320
 *
 * Returns: (transfer full) (nullable): a picture; NULL where there is nothing to draw of
 *   that kind
 */
NsmPlot *
nsm_plot_new_sized (NsmEvidence *result, NsmPlotKind kind, GArray *points, double width)
{
  NsmPlotSubject subject = { .result = result, .points = points, .width = fmax (width, 320) };
  NsmPlot *plot;

  subject.groups = g_ptr_array_new ();
  fill_subject (&subject);
  plot = new_of_kind (&subject, kind);
  clear_subject (&subject);
  return plot;
}

/**
 * nsm_plot_new_for_evidence:
 *
 * Returns: (transfer full) (nullable): the same, as wide as a projector likes it
 */
NsmPlot *
nsm_plot_new_for_evidence (NsmEvidence *result, NsmPlotKind kind, GArray *points)
{
  return nsm_plot_new_sized (result, kind, points, NSM_PLOT_WIDTH);
}
