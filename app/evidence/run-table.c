/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "evidence/run-private.h"

static gboolean
find_column (NsmTable *table, const NsmStudyColumn *wanted, NsmStudySource *source, GError **error)
{
  const NsmTableColumn *column = nsm_table_find_column (table, wanted->column);
  gboolean text = wanted->role == NSM_COLUMN_ROLE_SEGMENT;

  if (column == NULL || (column->values == NULL && (!text || column->codes == NULL)))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("The column “%s” isn’t in the file, or can’t be read as numbers or dates."),
                      wanted->column);
      return FALSE;
    }
  source->values = column->values;
  source->codes = column->values == NULL ? column->codes : NULL;
  if (column->levels != NULL)
    {
      source->levels = (const char *const *) column->levels->pdata;
      source->n_levels = column->levels->len;
    }
  return TRUE;
}

/**
 * nsm_study_new:
 *
 * Compares every candidate of @plan with every outcome, and looks at their series where there
 * are dates.
 *
 * Returns: (transfer full)
 */
NsmStudy *
nsm_study_new (NsmTable *table, const NsmStudyPlan *plan, GCancellable *cancellable,
               NsmTableProgress progress, gpointer progress_data, GError **error)
{
  g_autofree NsmStudySource *sources = g_new0 (NsmStudySource, MAX (plan->columns->len, 1));

  if (nsm_table_get_n_rows (table) > NSM_MOST_ROWS)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("The file has more rows than can be ranked."));
      return NULL;
    }
  for (guint i = 0; i < plan->columns->len; i++)
    {
      const NsmStudyColumn *wanted = &g_array_index (plan->columns, NsmStudyColumn, i);

      if (wanted->role != NSM_COLUMN_ROLE_IGNORED &&
          !find_column (table, wanted, &sources[i], error))
        return NULL;
    }
  return nsm_study_new_of_sources (sources, nsm_table_get_n_rows (table), plan, cancellable,
                                   progress, progress_data, error);
}
