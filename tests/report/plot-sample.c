/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plot-sample.h"

#include <math.h>
#include <stdlib.h>

#include "method/candidates.h"

typedef struct
{
  double x, y;
} Pair;

static const char *const names[] = {
  "retention", "revenue", "negative", "weekly", "noise", "long", "constant", "tiny",
};

static const char *const long_names[] = {
  "Small businesses with fewer than ten people that came through the spring campaign of the partners",
  "שכבה ראשונה של לקוחות קטנים",
  "العملاء الجدد من الحملة الربيعية",
  "👩🏽‍🔬 Researchers & <labs> \"quoted\"",
  "日本の中小企業のお客様",
  "Ελληνικές επιχειρήσεις",
  "A",
  "Ünïcödé ẍ̧̈",
  "Donaudampfschifffahrtsgesellschaftskapitänsverein",
};

const char *
plot_sample_get_name (PlotSampleKind kind)
{
  return names[kind];
}

static double
random_normal (GRand *rand)
{
  return sqrt (-2 * log (1 - g_rand_double (rand))) * cos (2 * G_PI * g_rand_double (rand));
}

static int
compare_pairs (const void *a, const void *b)
{
  const Pair *p = a, *q = b;

  return p->x < q->x ? -1 : p->x > q->x;
}

static Pair
make_pair (GRand *rand, PlotSampleKind kind)
{
  Pair pair = { 0, 0 };

  switch (kind)
    {
    case PLOT_SAMPLE_RETENTION:
    case PLOT_SAMPLE_LONG:
      pair.x = floor (exp (1 + 0.9 * random_normal (rand)));
      pair.y = g_rand_double (rand) < 1 / (1 + exp (1.6 - 0.5 * pair.x));
      break;
    case PLOT_SAMPLE_REVENUE:
      pair.x = exp (3 + 1.5 * random_normal (rand));
      pair.y = fmin (1e9, 2e5 * pow (pair.x, 0.8) * exp (random_normal (rand)));
      break;
    case PLOT_SAMPLE_NEGATIVE:
      pair.x = 10 * random_normal (rand) - 5;
      pair.y = -120 - 3 * pair.x + 25 * random_normal (rand);
      break;
    case PLOT_SAMPLE_CONSTANT:
      pair.x = 4;
      pair.y = 12;
      break;
    case PLOT_SAMPLE_NOISE:
    case PLOT_SAMPLE_WEEKLY:
    case PLOT_SAMPLE_TINY:
    case PLOT_N_SAMPLES:
    default:
      pair.x = 40 + 10 * random_normal (rand);
      pair.y = 7 + 2 * random_normal (rand) + (kind == PLOT_SAMPLE_WEEKLY ? pair.x / 10 : 0);
    }
  return pair;
}

static double
get_r (const Pair *pairs, guint n)
{
  double mx = 0, my = 0, xx = 0, yy = 0, xy = 0;

  for (guint i = 0; i < n; i++)
    mx += pairs[i].x / n, my += pairs[i].y / n;
  for (guint i = 0; i < n; i++)
    {
      xx += (pairs[i].x - mx) * (pairs[i].x - mx);
      yy += (pairs[i].y - my) * (pairs[i].y - my);
      xy += (pairs[i].x - mx) * (pairs[i].y - my);
    }
  return xx > 1e-9 && yy > 1e-9 ? xy / sqrt (xx * yy) : NAN;
}

static void
set_r (NsmEvidence *result, double r, double n)
{
  double z = atanh (r), half = 1.96 / sqrt (n - 3);

  g_object_set (result, "coefficient", r, "rows", n, NULL);
  if (isfinite (z) && n > 3)
    g_object_set (result, "low", tanh (z - half), "high", tanh (z + half), NULL);
}

static void
add_bins (NsmEvidence *result, const Pair *sorted, guint n)
{
  guint from = 0;

  for (guint tenth = 1; tenth <= 10 && n >= 50; tenth++)
    {
      guint to = tenth * n / 10;
      double x = 0, y = 0, yy = 0, rows, half;

      while (to < n && to > 0 && sorted[to].x == sorted[to - 1].x)
        to++;
      rows = to > from ? to - from : 0;
      if (rows < NSM_BIN_ROWS)
        continue;
      for (guint i = from; i < to; i++)
        x += sorted[i].x / rows, y += sorted[i].y / rows;
      for (guint i = from; i < to; i++)
        yy += (sorted[i].y - y) * (sorted[i].y - y) / (rows - 1);
      half = 1.96 * sqrt (yy / rows);
      nsm_list_append_new (result->bins, "to", to < n ? sorted[to - 1].x : NAN, "rows", rows, "x", x,
                           "y", y, "low", y - half, "high", y + half, NULL);
      from = to;
    }
}

static void
add_grid (NsmEvidence *result, const Pair *sorted, guint n, gboolean share)
{
  double low = sorted[n / 100].x, high = sorted[n - 1 - n / 20].x, y_low = INFINITY, y_high = -INFINITY;
  guint counts[12][12] = { 0 };

  for (guint i = 0; i < n; i++)
    y_low = fmin (y_low, sorted[i].y), y_high = fmax (y_high, sorted[i].y);
  if (!(high > low) || !(y_high > y_low))
    return;
  for (guint i = 0; i < n; i++)
    {
      guint column = (guint) CLAMP ((sorted[i].x - low) / (high - low) * 12, 0, 11.5);
      guint row = (guint) CLAMP ((sorted[i].y - y_low) / (y_high - y_low) * 12, 0, 11.5);

      counts[column][row]++;
    }
  for (guint column = 0; column < 12; column++)
    for (guint row = 0; row < 12; row++)
      if (counts[column][row] >= NSM_BIN_ROWS)
        nsm_list_append_new (
          result->grid, "x", low + column * (high - low) / 12, "x-end",
          low + (column + 1) * (high - low) / 12, "y",
          share ? (row > 0) - 0.5 : y_low + row * (y_high - y_low) / 12, "y-end",
          share ? (row > 0) + 0.5 : y_low + (row + 1) * (y_high - y_low) / 12, "rows",
          (double) counts[column][row], NULL);
}

static void
add_thresholds (NsmEvidence *result, const Pair *sorted, guint n)
{
  for (double k = 1; k <= 15; k++)
    {
      double a = 0, b = 0, c = 0, d = 0;

      for (guint i = 0; i < n; i++)
        if (sorted[i].x >= k)
          a += sorted[i].y, b += 1 - sorted[i].y;
        else
          c += sorted[i].y, d += 1 - sorted[i].y;
      if (fmin (fmin (a, b), fmin (c, d)) >= 5)
        nsm_list_append_new (result->thresholds, "at-least", k, "did", a + b, "others", c + d, "phi",
                             (a * d - b * c) / sqrt ((a + b) * (c + d) * (a + c) * (b + d)), "ppv",
                             a / (a + b), "npv", d / (c + d), NULL);
    }
}

static void
add_groups (NsmWorkshop *workshop, NsmEvidence *whole, PlotSampleKind kind, GRand *rand)
{
  guint n = kind == PLOT_SAMPLE_LONG ? 20 : 6;
  static const char *const usual[] = { "Self-serve", "Sales", "Partners", "Education", "Public sector",
                                       "Start-ups" };

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("Segment number %u", i);
      const char *name = kind != PLOT_SAMPLE_LONG             ? usual[i]
                         : i < G_N_ELEMENTS (long_names) ? long_names[i]
                                                              : numbered;
      NsmEvidence *group = nsm_list_append_new (
        workshop->evidence, "candidate", whole->candidate, "dataset", whole->dataset, "column",
        whole->column, "outcome-column", whole->outcome_column, "outcome", whole->outcome,
        "outcome-name", whole->outcome_name, "group", name, NULL);
      double r = tanh (atanh (whole->coefficient) + 0.25 * random_normal (rand));

      if (i == 3)
        r = -0.31;
      if (i == 4)
        r = -0.04;
      set_r (group, i == 5 && n > 6 ? NAN : r,
             i == 3 ? 140 : floor (30 * exp (random_normal (rand)) + 20));
    }
}

static void
add_dates (NsmWorkshop *workshop, NsmDataset *dataset, NsmEvidence *result, GRand *rand)
{
  NsmColumn *x = nsm_list_get (dataset->columns, 0), *y = nsm_list_get (dataset->columns, 1);
  g_autoptr (GDateTime) start = g_date_time_new_utc (2024, 1, 1, 0, 0, 0);
  double level = 40, levels[83] = { 0 };

  for (guint i = 0; i < 80; i++)
    {
      g_autoptr (GDateTime) at = g_date_time_add_weeks (start, (int) i);
      g_autofree char *day = g_date_time_format (at, "%Y-%m-%d");

      level += 0.8 * random_normal (rand) + (i > 55 ? 0.9 : 0);
      levels[i + 3] = level;
      if (i < 3)
        levels[i] = 40;
      if (i >= 30 && i < 33)
        continue;
      nsm_list_append_new (x->series, "start", day, "mean", level, "rows", 120.0, NULL);
      nsm_list_append_new (y->series, "start", day, "mean",
                           2.1e6 + 4e4 * (levels[i] - 40) + 3e4 * random_normal (rand), "rows", 120.0,
                           NULL);
    }
  for (guint lag = 0; lag <= 12; lag++)
    nsm_list_append_new (result->lags, "periods", (double) lag, "coefficient",
                         lag == 7 ? NAN : 0.62 * exp (-pow (lag - 3.0, 2) / 4) - 0.12 * sin (lag),
                         "rows", 77.0 - lag, NULL);
  g_object_set (dataset, "period", NSM_WINDOW_WEEK, "changed-on", "2025-02-10", NULL);
  g_object_set (x, "react-periods", 4.0, NULL);
  g_object_set (result, "coefficient", 0.62, "low", NAN, "high", NAN, "probability", 0.004,
                "lag-periods", 3.0, "rows", 74.0, NULL);
}

static NsmDataset *
add_dataset (NsmWorkshop *workshop, PlotSampleKind kind)
{
  g_autofree char *name = g_strdup_printf ("customers-%s.csv", names[kind]);
  NsmDataset *dataset =
    nsm_list_append_new (workshop->datasets, "name", name, "size", 48213.0, "sha256",
                         "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                         "read-on", "2026-03-02", "modified", "2026-03-01", "rows", 1180.0,
                         "bad-rows", 2.0, "encoding", "UTF-8", "delimiter", ";", "decimal", ",",
                         "header", TRUE, NULL);

  return dataset;
}

static gboolean
is_share (PlotSampleKind kind)
{
  return kind == PLOT_SAMPLE_RETENTION || kind == PLOT_SAMPLE_LONG;
}

NsmEvidence *
plot_sample_add (NsmWorkshop *workshop, PlotSampleKind kind, GArray **points)
{
  NsmCandidate *candidate = nsm_workshop_add_candidate (workshop, NSM_CANDIDATE_KIND_GOOD);

  g_object_set (nsm_candidate_get_metric (candidate), "name",
                kind == PLOT_SAMPLE_LONG
                  ? "Number of reports that at least two people of the same team have opened, "
                    "answered and passed on within the first fourteen days"
                  : "Reports shared per team",
                NULL);
  return plot_sample_add_to (workshop, candidate, kind, points);
}

NsmEvidence *
plot_sample_add_to (NsmWorkshop *workshop, NsmCandidate *candidate, PlotSampleKind kind,
                    GArray **points)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7 + kind);
  NsmDataset *dataset = add_dataset (workshop, kind);
  guint n = kind == PLOT_SAMPLE_TINY ? 3 : kind == PLOT_SAMPLE_REVENUE ? 1900 : 600;
  g_autofree Pair *pairs = g_new (Pair, n);
  gboolean share = is_share (kind);
  NsmOutcome outcome = share ? NSM_OUTCOME_RETENTION
                       : kind == PLOT_SAMPLE_REVENUE || kind == PLOT_SAMPLE_WEEKLY
                         ? NSM_OUTCOME_REVENUE
                         : NSM_OUTCOME_SATISFACTION;
  NsmEvidence *result;

  nsm_list_append_new (dataset->columns, "name", "reports", "role", NSM_COLUMN_ROLE_CANDIDATE,
                       "candidate", NSM_RECORD (candidate)->id, "unit", "per week", "timing",
                       NSM_TIMING_DAYS, "from-day", 1.0, "to-day", 14.0, NULL);
  nsm_list_append_new (dataset->columns, "name", "outcome", "role", NSM_COLUMN_ROLE_OUTCOME,
                       "outcome", outcome, "unit", share ? "" : kind == PLOT_SAMPLE_REVENUE ? "€" : "points",
                       "timing", NSM_TIMING_DAYS, "from-day", 60.0, "to-day", 90.0, NULL);
  result = nsm_list_append_new (workshop->evidence, "candidate", NSM_RECORD (candidate)->id,
                                "dataset", NSM_RECORD (dataset)->id, "column", "reports",
                                "outcome-column", "outcome", "outcome", outcome, "dropped", 12.0,
                                "method", NSM_METHOD_PEARSON, "source", dataset->name, NULL);
  for (guint i = 0; i < n; i++)
    pairs[i] = make_pair (rand, kind);
  if (points != NULL)
    {
      *points = g_array_new (FALSE, FALSE, sizeof (Pair));
      g_array_append_vals (*points, pairs, n);
    }
  set_r (result, get_r (pairs, n), n);
  g_object_set (result, "rank-coefficient", result->coefficient, NULL);
  if (kind == PLOT_SAMPLE_WEEKLY)
    {
      add_dates (workshop, dataset, result, rand);
      return result;
    }
  qsort (pairs, n, sizeof (Pair), compare_pairs);
  add_bins (result, pairs, n);
  add_grid (result, pairs, n, share);
  if (share)
    add_thresholds (result, pairs, n);
  if (kind != PLOT_SAMPLE_CONSTANT && kind != PLOT_SAMPLE_TINY)
    add_groups (workshop, result, kind, rand);
  if (kind == PLOT_SAMPLE_CONSTANT)
    g_object_set (result, "problem", "no variation", NULL);
  return result;
}
