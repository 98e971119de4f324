/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long everything takes that the page of scores shows, in the largest workshop:
 * twelve people, twelve candidates, eight criteria. Prints the marks, the figures and
 * the times as JSON, for compare.py. */
#include <cjson/cJSON.h>
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "analysis/agreement.h"
#include "analysis/discuss.h"
#include "analysis/robustness.h"

enum
{
  N_PEOPLE = 12,
  N_CANDIDATES = 12,
  N_CRITERIA = 8,
  N_RUNS = 7,
};

typedef struct
{
  double scores, agreement, discuss, robustness, total; /* ms */
} Times;

static double
get_ms (gint64 *since)
{
  gint64 now = g_get_monotonic_time ();
  double ms = (double) (now - *since) / 1000;

  *since = now;
  return ms;
}

/* Candidates differ, people disagree about them, and one mark in twenty is missing. */
static void
fill (double *marks)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint p = 0; p < N_PEOPLE; p++)
    for (guint c = 0; c < N_CANDIDATES; c++)
      for (guint k = 0; k < N_CRITERIA; k++)
        {
          double mark = 2.2 + 0.15 * c + g_rand_double_range (rand, -1.6, 1.9);
          gboolean missing = g_rand_int_range (rand, 0, 20) == 0;

          *marks++ = missing ? NAN : CLAMP (round (mark), 1, 5);
        }
}

static Times
run (const double *marks, NsmSettings *settings, NsmAgreement **agreement,
     NsmRobustness **robustness)
{
  gint64 since = g_get_monotonic_time ();
  Times times = { 0 };
  g_autoptr (GPtrArray) discussion = NULL;
  g_autoptr (GPtrArray) calibration = NULL;
  g_autoptr (NsmScores) scores =
    nsm_scores_new_from_marks (N_PEOPLE, N_CANDIDATES, N_CRITERIA, marks, NULL, NULL);

  times.scores = get_ms (&since);
  *agreement = nsm_agreement_new (scores);
  times.agreement = get_ms (&since);
  discussion = nsm_discuss_first (scores, settings->disagreement);
  calibration = nsm_calibrate (scores);
  times.discuss = get_ms (&since);
  *robustness = nsm_robustness_new (scores, settings);
  times.robustness = get_ms (&since);
  times.total = times.scores + times.agreement + times.discuss + times.robustness;
  return times;
}

static void
add_numbers (cJSON *object, const char *name, const double *numbers, guint n)
{
  cJSON *array = cJSON_AddArrayToObject (object, name);

  for (guint i = 0; i < n; i++)
    cJSON_AddItemToArray (array, isnan (numbers[i]) ? cJSON_CreateNull ()
                                                    : cJSON_CreateNumber (numbers[i]));
}

static void
print (const double *marks, const Times *times, NsmAgreement *agreement, NsmRobustness *robustness)
{
  cJSON *result = cJSON_CreateObject ();
  cJSON *ms = cJSON_AddObjectToObject (result, "ms");
  char *text;

  cJSON_AddNumberToObject (ms, "scores", times->scores);
  cJSON_AddNumberToObject (ms, "agreement", times->agreement);
  cJSON_AddNumberToObject (ms, "discuss first", times->discuss);
  cJSON_AddNumberToObject (ms, "robustness", times->robustness);
  cJSON_AddNumberToObject (ms, "total", times->total);
  cJSON_AddNumberToObject (result, "people", N_PEOPLE);
  cJSON_AddNumberToObject (result, "candidates", N_CANDIDATES);
  cJSON_AddNumberToObject (result, "criteria", N_CRITERIA);
  cJSON_AddNumberToObject (result, "w", agreement->w);
  cJSON_AddNumberToObject (result, "p", agreement->p);
  cJSON_AddNumberToObject (result, "flips", robustness->flips->len);
  add_numbers (result, "resamples", robustness->resample_share, N_CANDIDATES);
  add_numbers (result, "weights", robustness->weight_share, N_CANDIDATES);
  add_numbers (result, "marks", marks, N_PEOPLE * N_CANDIDATES * N_CRITERIA);
  text = cJSON_PrintUnformatted (result);
  puts (text);
  cJSON_free (text);
  cJSON_Delete (result);
}

static int
compare_totals (const void *a, const void *b)
{
  double difference = ((const Times *) a)->total - ((const Times *) b)->total;

  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

int
main (void)
{
  static double marks[N_PEOPLE * N_CANDIDATES * N_CRITERIA];
  g_autoptr (NsmSettings) settings = g_object_new (NSM_TYPE_SETTINGS, NULL);
  g_autoptr (NsmAgreement) agreement = NULL;
  g_autoptr (NsmRobustness) robustness = NULL;
  Times times[N_RUNS];

  fill (marks);
  for (guint i = 0; i < N_RUNS; i++)
    {
      g_clear_pointer (&agreement, nsm_agreement_free);
      g_clear_pointer (&robustness, nsm_robustness_free);
      times[i] = run (marks, settings, &agreement, &robustness);
    }
  qsort (times, N_RUNS, sizeof *times, compare_totals);
  print (marks, &times[N_RUNS / 2], agreement, robustness);
  return 0;
}
