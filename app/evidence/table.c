/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/table-private.h"

NsmTable *
nsm_table_ref (NsmTable *self)
{
  g_atomic_int_inc (&self->ref_count);
  return self;
}

void
nsm_table_unref (NsmTable *self)
{
  if (!g_atomic_int_dec_and_test (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].name);
      nsm_table_array_free (self->columns[i].values, self->n_rows * sizeof (double));
      nsm_table_array_free (self->columns[i].codes, self->n_rows * sizeof (guint32));
      g_clear_pointer (&self->columns[i].levels, g_ptr_array_unref);
      g_free (self->columns[i].wrong_example);
    }
  g_free (self->columns);
  g_free (self->file_name);
  g_free (self->sha256);
  g_free (self->modified);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

gsize
nsm_table_get_n_rows (NsmTable *self)
{
  return self->n_rows;
}

guint
nsm_table_get_n_columns (NsmTable *self)
{
  return self->n_columns;
}

const NsmTableColumn *
nsm_table_get_column (NsmTable *self, guint position)
{
  g_return_val_if_fail (position < self->n_columns, NULL);

  return &self->columns[position];
}

/* NULL where it wasn't asked for. */
const NsmTableColumn *
nsm_table_find_column (NsmTable *self, const char *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (g_str_equal (self->columns[i].name, name))
      return &self->columns[i];
  return NULL;
}

const char *
nsm_table_get_file_name (NsmTable *self)
{
  return self->file_name;
}

goffset
nsm_table_get_size (NsmTable *self)
{
  return self->size;
}

const char *
nsm_table_get_sha256 (NsmTable *self)
{
  return self->sha256;
}

const char *
nsm_table_get_modified (NsmTable *self)
{
  return self->modified;
}

const NsmCsvFormat *
nsm_table_get_format (NsmTable *self)
{
  return &self->format;
}

gsize
nsm_table_get_n_bad_rows (NsmTable *self)
{
  return self->n_bad_rows;
}

GPtrArray *
nsm_table_get_problems (NsmTable *self)
{
  return self->problems;
}
