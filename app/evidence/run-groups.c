/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "evidence/run-private.h"
#include "model/evidence.h"

typedef struct
{
  const char *name;
  guint32 code;
  gsize n;
} Group;

/* The largest first; of equals by name, so that the order of the rows decides nothing. */
static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return strcmp (x->name, y->name);
}

static GArray *
count_groups (const NsmStudySource *source, gsize n_rows)
{
  GArray *groups = g_array_new (FALSE, TRUE, sizeof (Group));
  g_autofree gsize *counts = g_new0 (gsize, source->n_levels + 1);

  for (gsize i = 0; i < n_rows; i++)
    counts[source->codes[i]]++;
  for (gsize level = 0; level < source->n_levels; level++)
    if (counts[level + 1] > 0)
      {
        Group group = { source->levels[level], (guint32) level + 1, counts[level + 1] };

        g_array_append_val (groups, group);
      }
  g_array_sort (groups, compare_groups);
  return groups;
}

static void
place_rows (NsmStudyJob *self, const NsmStudySource *source, const Group *groups)
{
  g_autofree guint8 *group_of_code = g_malloc (source->n_levels + 1);
  gsize counts[NSM_MOST_GROUPS + 1] = { 0 };

  memset (group_of_code, (int) self->n_groups, source->n_levels + 1);
  for (guint i = 0; i < self->n_groups; i++)
    group_of_code[groups[i].code] = (guint8) i;
  self->group_of = g_new (guint8, MAX (self->n_rows, 1));
  for (gsize i = 0; i < self->n_rows; i++)
    {
      self->group_of[i] = group_of_code[source->codes[i]];
      counts[self->group_of[i]]++;
    }
  for (guint i = 0; i <= self->n_groups; i++)
    self->starts[i + 1] = self->starts[i] + counts[i];
}

/* A column of numbers as groups: "1", "2.5". */
static void
find_groups_of_numbers (NsmStudyJob *self, const double *values)
{
  g_autoptr (NsmCodes) codes = nsm_codes_new (values, self->n_rows, NULL);
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func (g_free);
  NsmStudySource source = { .codes = codes->codes };

  for (guint32 code = 0; code < codes->n_distinct; code++)
    {
      char *text = g_malloc (G_ASCII_DTOSTR_BUF_SIZE);

      g_ptr_array_add (
          levels, g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, "%.15g", codes->values[code]));
    }
  for (gsize i = 0; i < self->n_rows; i++)
    codes->codes[i] = codes->codes[i] == codes->n_distinct ? 0 : codes->codes[i] + 1;
  source.levels = (const char *const *) levels->pdata;
  source.n_levels = levels->len;
  nsm_study_job_find_groups (self, &source);
}

/**
 * nsm_study_job_find_groups:
 * @source: (nullable): the column of segments
 *
 * Finds the largest groups, at most twenty, each of at least NSM_BIN_ROWS rows.
 */
void
nsm_study_job_find_groups (NsmStudyJob *self, const NsmStudySource *source)
{
  g_autoptr (GArray) groups = NULL;

  self->starts[0] = 0;
  self->starts[1] = self->n_rows;
  if (source == NULL)
    return;
  if (source->codes == NULL)
    {
      find_groups_of_numbers (self, source->values);
      return;
    }
  groups = count_groups (source, self->n_rows);
  while (self->n_groups < MIN (groups->len, NSM_MOST_GROUPS) &&
         g_array_index (groups, Group, self->n_groups).n >= NSM_BIN_ROWS)
    {
      self->names[self->n_groups] = g_strdup (g_array_index (groups, Group, self->n_groups).name);
      self->n_groups++;
    }
  self->n_groups_left_out = groups->len - self->n_groups;
  if (self->n_groups > 0)
    place_rows (self, source, (const Group *) (gpointer) groups->data);
}

/**
 * nsm_study_job_sort_by_group:
 *
 * Returns: (transfer full) (nullable): @values, one group after the other; NULL where they
 *   already are, as there are no groups
 */
double *
nsm_study_job_sort_by_group (NsmStudyJob *self, const double *values)
{
  gsize next[NSM_MOST_GROUPS + 1];
  double *sorted;

  if (self->group_of == NULL)
    return NULL;
  memcpy (next, self->starts, sizeof next);
  sorted = g_new (double, MAX (self->n_rows, 1));
  for (gsize i = 0; i < self->n_rows; i++)
    sorted[next[self->group_of[i]]++] = values[i];
  return sorted;
}

void
nsm_study_job_free_groups (NsmStudyJob *self)
{
  for (guint i = 0; i < self->n_groups; i++)
    g_free (self->names[i]);
  g_free (self->group_of);
}
