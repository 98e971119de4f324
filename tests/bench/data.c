/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at the file of bench-data-generate as the program does, and prints what it finds
 * as JSON, for data.py. With a second argument, how soon it stops when it is cancelled. */
#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>

#include "evidence/run.h"

static const struct
{
  const char *name;
  NsmColumnRole role;
  NsmCells cells;
} columns[] = {
  { "projects", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER },
  { "shared", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER },
  { "minutes", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER },
  { "searches", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER },
  { "depth", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER },
  { "retained", NSM_COLUMN_ROLE_OUTCOME, NSM_CELLS_TRUTH },
  { "revenue", NSM_COLUMN_ROLE_OUTCOME, NSM_CELLS_NUMBER },
  { "segment", NSM_COLUMN_ROLE_SEGMENT, NSM_CELLS_TEXT },
  { "came", NSM_COLUMN_ROLE_DATE, NSM_CELLS_DATE },
};

static void
add_number (cJSON *array, double value)
{
  cJSON_AddItemToArray (array, isnan (value) ? cJSON_CreateNull () : cJSON_CreateNumber (value));
}

static void
print (NsmStudy *study, double reading, double computing)
{
  cJSON *result = cJSON_CreateObject ();
  cJSON *pairs = cJSON_AddArrayToObject (result, "pairs");
  cJSON *means = cJSON_AddObjectToObject (result, "means");
  char *text;

  cJSON_AddNumberToObject (result, "reading", reading);
  cJSON_AddNumberToObject (result, "computing", computing);
  for (guint i = 0; i < study->pairs->len; i++)
    {
      const NsmPair *pair = study->pairs->pdata[i];
      cJSON *row = cJSON_CreateArray ();

      cJSON_AddItemToArray (row, cJSON_CreateString (columns[pair->candidate].name));
      cJSON_AddItemToArray (row, cJSON_CreateString (columns[pair->outcome].name));
      cJSON_AddItemToArray (row, cJSON_CreateString (pair->group != NULL ? pair->group : ""));
      add_number (row, (double) pair->n);
      add_number (row, pair->r);
      add_number (row, pair->rho);
      cJSON_AddItemToArray (pairs, row);
    }
  for (guint i = 0; i < study->series->len; i++)
    {
      const NsmSeries *series = study->series->pdata[i];
      cJSON *array = cJSON_AddArrayToObject (means, columns[series->column].name);

      for (guint k = 0; k < series->periods->len; k++)
        add_number (array, g_array_index (series->periods, NsmSeriesPeriod, k).mean);
    }
  text = cJSON_PrintUnformatted (result);
  puts (text);
  cJSON_free (text);
  cJSON_Delete (result);
}

static NsmTable *
read_table (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (NsmCsvPeek) peek = nsm_csv_peek (file, NULL, NULL, error);
  NsmTableWish wishes[G_N_ELEMENTS (columns)];

  if (peek == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    wishes[i] = (NsmTableWish){ columns[i].name, columns[i].cells };
  return nsm_table_read (file, &peek->format, wishes, G_N_ELEMENTS (wishes), NULL, NULL, NULL,
                         error);
}

typedef struct
{
  GCancellable *cancellable;
  double share; /* at which it is cancelled */
  gint64 at;
} Stop;

static void
stop_there (double share, gpointer data)
{
  Stop *stop = data;

  if (stop->at != 0 || share < stop->share)
    return;
  stop->at = g_get_monotonic_time ();
  g_cancellable_cancel (stop->cancellable);
}

/* How long computing goes on after it was cancelled at a tenth, two tenths… of its way. */
static int
print_stops (NsmTable *table, const NsmStudyPlan *plan)
{
  double longest = 0;

  for (guint tenth = 1; tenth < 10; tenth++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Stop stop = { cancellable, tenth / 10.0, 0 };
      g_autoptr (NsmStudy) study =
          nsm_study_new (table, plan, cancellable, stop_there, &stop, NULL);

      if (study == NULL)
        longest = MAX (longest, (double) (g_get_monotonic_time () - stop.at) / 1000);
    }
  printf ("{\"longest\": %.3f}\n", longest);
  return 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (NsmStudyPlan) plan = nsm_study_plan_new ();
  g_autoptr (NsmTable) table = NULL;
  g_autoptr (NsmStudy) study = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time (), read;

  if (argc < 2)
    return 2;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    nsm_study_plan_add (plan, columns[i].name, columns[i].role, columns[i].cells);
  plan->period = NSM_WINDOW_MONTH;
  table = read_table (argv[1], &error);
  read = g_get_monotonic_time ();
  if (table != NULL && argc > 2)
    return print_stops (table, plan);
  if (table != NULL)
    study = nsm_study_new (table, plan, NULL, NULL, NULL, &error);
  if (study == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  print (study, (double) (read - start) / 1e6, (double) (g_get_monotonic_time () - read) / 1e6);
  return 0;
}
