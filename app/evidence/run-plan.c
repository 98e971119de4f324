/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/run.h"

static void
clear_column (gpointer data)
{
  NsmStudyColumn *column = data;

  g_free (column->column);
}

/**
 * nsm_study_plan_new:
 *
 * Returns: (transfer full): without columns; the period of dated rows will be found out
 */
NsmStudyPlan *
nsm_study_plan_new (void)
{
  NsmStudyPlan *plan = g_new0 (NsmStudyPlan, 1);

  plan->columns = g_array_new (FALSE, FALSE, sizeof (NsmStudyColumn));
  g_array_set_clear_func (plan->columns, clear_column);
  plan->changed_on = g_strdup ("");
  return plan;
}

void
nsm_study_plan_free (NsmStudyPlan *plan)
{
  if (plan == NULL)
    return;
  g_array_unref (plan->columns);
  g_free (plan->changed_on);
  g_free (plan);
}

void
nsm_study_plan_add (NsmStudyPlan *plan, const char *column, NsmColumnRole role, NsmCells cells)
{
  NsmStudyColumn added = { .column = g_strdup (column), .role = role, .cells = cells };

  g_array_append_val (plan->columns, added);
}
