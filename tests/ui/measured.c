/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measured.h"

#include <math.h>

#include "record/journal.h"

#define SHA256 "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

static NsmEvidence *
add_result (NsmWorkshop *workshop, NsmDataset *dataset, NsmCandidate *candidate,
            const char *column, NsmOutcome outcome, const char *outcome_column, double r,
            const char *group)
{
  return nsm_list_append_new (workshop->evidence, "candidate", NSM_RECORD (candidate)->id,
                              "outcome", outcome, "outcome-name", outcome_column, "method",
                              NSM_METHOD_PEARSON, "coefficient", r, "low", r - 0.1, "high", r + 0.1,
                              "rank-coefficient", r - 0.02, "rows", group[0] != '\0' ? 80.0 : 480.0,
                              "dropped", 12.0, "dataset", NSM_RECORD (dataset)->id, "column", column,
                              "outcome-column", outcome_column, "group", group, "source",
                              dataset->name, "date", "2026-03-02", NULL);
}

static void
add_pictures (NsmEvidence *result, gboolean share)
{
  for (guint i = 0; i < 10; i++)
    {
      double y = (share ? 0.2 : 200.0) * (1 + i * 0.3);

      if (i < 9)
        nsm_list_append_new (result->bins, "to", i + 1.0, "rows", 48.0, "x", i + 0.5, "y", y, "low",
                             y * 0.8, "high", y * 1.1, NULL);
      else
        nsm_list_append_new (result->bins, "rows", 48.0, "x", i + 0.5, "y", y, "low", y * 0.8, "high",
                             y * 1.1, NULL);
      if (!share)
        nsm_list_append_new (result->grid, "x", (double) i, "x-end", i + 1.0, "y", y * 0.8, "y-end",
                             y * 1.2, "rows", 20.0 + i, NULL);
    }
  for (guint i = 1; share && i < 6; i++)
    nsm_list_append_new (result->thresholds, "at-least", (double) i, "did", 480.0 - i * 60, "others",
                         i * 60.0, "phi", 0.2 + i * 0.05, "ppv", 0.5 + i * 0.05, "npv", 0.9 - i * 0.05,
                         NULL);
}

static void
add_outcome (NsmWorkshop *workshop, NsmDataset *dataset, NsmCandidate *candidate,
             const char *column, NsmOutcome outcome, const char *outcome_column, double r,
             guint n_groups)
{
  NsmEvidence *whole =
      add_result (workshop, dataset, candidate, column, outcome, outcome_column, r, "");

  add_pictures (whole, outcome == NSM_OUTCOME_RETENTION);
  for (guint g = 0; g < n_groups; g++)
    {
      g_autofree char *group = g_strdup_printf ("Region %u", g + 1);

      /* The last one turns round. */
      add_result (workshop, dataset, candidate, column, outcome, outcome_column,
                  g + 1 == n_groups ? -r : r + 0.02 * g, group);
    }
}

/**
 * ui_test_add_measured:
 *
 * Adds a file of data with a column for each good candidate, and what a look at it found: two
 * outcomes, and as many groups, of which the last one turns round.
 *
 * Returns: (transfer none): the file
 */
NsmDataset *
ui_test_add_measured (NsmWorkshop *workshop, guint n_groups)
{
  NsmDataset *dataset =
      nsm_list_append_new (workshop->datasets, "name", "customers.csv", "size", 48213.0, "sha256",
                           SHA256, "modified", "2026-03-01", "read-on", "2026-03-02", "rows", 492.0,
                           "bad-rows", 3.0, "encoding", "UTF-8", "delimiter", ",", "quote", "\"",
                           "decimal", ".", "header", TRUE, NULL);
  guint n = 0;

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    if (candidate->kind == NSM_CANDIDATE_KIND_GOOD)
      {
        g_autofree char *column = g_strdup_printf ("metric_%u", ++n);
        double r = 0.55 - 0.15 * (n % 4);

        nsm_list_append_new (dataset->columns, "name", column, "role", NSM_COLUMN_ROLE_CANDIDATE,
                             "candidate", NSM_RECORD (candidate)->id, "timing", NSM_TIMING_DAYS,
                             "from-day", 1.0, "to-day", 14.0, NULL);
        add_outcome (workshop, dataset, candidate, column, NSM_OUTCOME_RETENTION, "stayed", r,
                     n_groups);
        add_outcome (workshop, dataset, candidate, column, NSM_OUTCOME_REVENUE, "revenue", r / 2,
                     n_groups);
      }
  nsm_list_append_new (dataset->columns, "name", "stayed", "role", NSM_COLUMN_ROLE_OUTCOME,
                       "outcome", NSM_OUTCOME_RETENTION, "timing", NSM_TIMING_DAYS, "from-day",
                       60.0, "to-day", 90.0, NULL);
  nsm_list_append_new (dataset->columns, "name", "revenue", "role", NSM_COLUMN_ROLE_OUTCOME,
                       "outcome", NSM_OUTCOME_REVENUE, NULL);
  nsm_list_append_new (dataset->columns, "name", "region", "role", NSM_COLUMN_ROLE_SEGMENT, NULL);
  nsm_list_append_new (dataset->columns, "name", "customer", "role", NSM_COLUMN_ROLE_IGNORED, NULL);
  nsm_journal_forget (nsm_record_get_journal (NSM_RECORD (workshop)));
  return dataset;
}
