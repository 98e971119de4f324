/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/look-memory.h"

#include "evidence/results.h"

struct _NsmLookMemory
{
  GObject parent_instance;

  GHashTable *files;  /* SHA-256 → GFile */
  GHashTable *points; /* SHA-256 and two columns → GArray of NsmPairPoint */
};

G_DEFINE_FINAL_TYPE (NsmLookMemory, nsm_look_memory, G_TYPE_OBJECT)

/* By what is in a file, not by where it lies: after undo the points are those of the file
 * that the results are of, and of no other. */
static char *
dup_key (const char *sha256, const char *column, const char *outcome)
{
  return g_strdup_printf ("%s\n%s\n%s", sha256, column, outcome);
}

static void
nsm_look_memory_finalize (GObject *object)
{
  NsmLookMemory *self = NSM_LOOK_MEMORY (object);

  g_hash_table_unref (self->files);
  g_hash_table_unref (self->points);
  G_OBJECT_CLASS (nsm_look_memory_parent_class)->finalize (object);
}

static void
nsm_look_memory_class_init (NsmLookMemoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_look_memory_finalize;
}

static void
nsm_look_memory_init (NsmLookMemory *self)
{
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
}

NsmLookMemory *
nsm_look_memory_new (void)
{
  return g_object_new (NSM_TYPE_LOOK_MEMORY, NULL);
}

/**
 * nsm_look_memory_add:
 * @dataset: as it is kept in the workshop
 * @look: (nullable): the look at @file that it is the result of
 */
void
nsm_look_memory_add (NsmLookMemory *self, NsmDataset *dataset, GFile *file, NsmLook *look)
{
  NsmStudy *study = look != NULL ? nsm_look_get_study (look) : NULL;
  NsmTable *table = look != NULL ? nsm_look_get_table (look) : NULL;

  g_hash_table_replace (self->files, g_strdup (dataset->sha256), g_object_ref (file));
  for (guint i = 0; study != NULL && i < study->pairs->len; i++)
    {
      NsmPair *pair = g_ptr_array_index (study->pairs, i);

      if (pair->group != NULL || pair->points == NULL || pair->points->len == 0)
        continue;
      g_hash_table_replace (self->points,
                            dup_key (dataset->sha256,
                                     nsm_table_get_column (table, pair->candidate)->name,
                                     nsm_table_get_column (table, pair->outcome)->name),
                            g_array_ref (pair->points));
    }
}

/**
 * nsm_look_memory_get_file:
 *
 * Returns: (transfer none) (nullable): where the file lay that @dataset was read from, if
 *   somebody chose it since the program was started
 */
GFile *
nsm_look_memory_get_file (NsmLookMemory *self, NsmDataset *dataset)
{
  return g_hash_table_lookup (self->files, dataset->sha256);
}

/**
 * nsm_look_memory_get_points:
 *
 * Returns: (transfer none) (nullable) (element-type NsmPairPoint): the points of @result
 */
GArray *
nsm_look_memory_get_points (NsmLookMemory *self, NsmEvidence *result)
{
  NsmDataset *dataset = nsm_evidence_get_dataset (result);
  g_autofree char *key = NULL;

  if (dataset == NULL)
    return NULL;
  key = dup_key (dataset->sha256, result->column, result->outcome_column);
  return g_hash_table_lookup (self->points, key);
}
