/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/build-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "method/stress-tests.h"

static void
add_results (NsmBuild *build, NsmNode *part, NsmCandidate *candidate)
{
  NsmNode *table = nsm_node_add (part, NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Thought experiment"), _("Verdict"), _("What could happen"),
                    _("What we do about it"), NULL);
  NSM_LIST_EACH (NsmStressResult, result, build->workshop->stress_results)
    {
      if (strcmp (result->candidate, NSM_RECORD (candidate)->id) == 0)
        {
          NsmNode *row =
            nsm_node_add_row (table, nsm_stress_test_get_name (result->test), NULL);
          g_autofree char *counter = nsm_build_dup_metric (build, result->counter_metric);
          NsmNode *cell;

          nsm_node_set_source (row, NSM_STEP_STRESS, NSM_RECORD (result), "verdict");
          nsm_runs_add (nsm_node_add_cell (row, NULL)->runs,
                        nsm_build_new_verdict (result->verdict));
          nsm_node_add_cell (row, result->scenario);
          cell = nsm_node_add_cell (row, result->mitigation);
          if (counter != NULL)
            nsm_build_add_line (cell, _("Counter-metric: %s"), counter);
          nsm_build_add_line (cell, _("To the lone “fails”: %s"), result->lone_answer);
        }
    }
  nsm_build_keep_part (part);
}

static void
add_lineage (NsmBuild *build, NsmNode *part, NsmCandidate *candidate)
{
  g_autofree char *older = NULL;

  if (candidate->refines[0] == '\0')
    return;
  older = nsm_build_dup_candidate (build, candidate->refines);
  nsm_runs_add_template (nsm_node_add_paragraph (part, NSM_TONE_FINE, NULL)->runs,
                         candidate->refined_why[0] != '\0' ? _("Refines “%s”: %s")
                                                           : _("Refines “%s”."),
                         nsm_run_new (NSM_RUN_TEXT, older),
                         candidate->refined_why[0] != '\0'
                           ? nsm_run_new (NSM_RUN_TEXT, candidate->refined_why)
                           : NULL,
                         NULL);
}

void
nsm_build_stress (NsmBuild *build, NsmNode *section)
{
  NSM_LIST_EACH (NsmCandidate, candidate, build->workshop->candidates)
    {
      g_autofree char *title = nsm_build_dup_candidate (build, NSM_RECORD (candidate)->id);
      NsmNode *part = nsm_node_add_section (section, NULL, title);

      add_results (build, part, candidate);
      if (!nsm_node_is_empty (part) || candidate->refines[0] != '\0')
        add_lineage (build, part, candidate);
      nsm_build_keep_part (section);
    }
}
