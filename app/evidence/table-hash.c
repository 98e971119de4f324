/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gcrypt.h>

#include "evidence/table-private.h"

#define BLOCK (512 * 1024)

struct _NsmTableHash
{
  NsmTableReading *reading;
  GThread *thread;
  gint is_over; /* atomic */
  char *digest;
  GError *error;
};

/* Unless another library in this process has already done so. */
static void
prepare_library (void)
{
  static gsize is_ready;

  if (!g_once_init_enter (&is_ready))
    return;
  if (!gcry_control (GCRYCTL_INITIALIZATION_FINISHED_P))
    {
      gcry_check_version (NULL);
      gcry_control (GCRYCTL_DISABLE_SECMEM, 0);
      gcry_control (GCRYCTL_INITIALIZATION_FINISHED, 0);
    }
  g_once_init_leave (&is_ready, 1);
}

static gpointer
run (gpointer data)
{
  NsmTableHash *self = data;
  g_autofree guint8 *block = g_malloc (BLOCK);
  GString *digest = g_string_new (NULL);
  gcry_md_hd_t context;
  goffset at = 0;
  gssize n = 0;

  prepare_library ();
  if (gcry_md_open (&context, GCRY_MD_SHA256, 0) != 0)
    g_error ("There is no SHA-256");
  while (!nsm_table_reading_is_stopped (self->reading) &&
         (n = nsm_csv_file_read (self->reading->file, block, BLOCK, at, &self->error)) > 0)
    {
      gcry_md_write (context, block, (gsize) n);
      at += n;
      g_atomic_pointer_add (&self->reading->hashed, n);
    }
  if (n < 0)
    g_atomic_int_set (&self->reading->stop, TRUE);
  for (guint i = 0; i < 32; i++)
    g_string_append_printf (digest, "%02x", gcry_md_read (context, GCRY_MD_SHA256)[i]);
  gcry_md_close (context);
  self->digest = g_string_free (digest, FALSE);
  g_atomic_int_set (&self->is_over, TRUE);
  return NULL;
}

NsmTableHash *
nsm_table_hash_start (NsmTableReading *reading)
{
  NsmTableHash *self = g_new0 (NsmTableHash, 1);

  self->reading = reading;
  self->thread = g_thread_new ("sha256", run, self);
  return self;
}

gboolean
nsm_table_hash_is_over (NsmTableHash *self)
{
  return g_atomic_int_get (&self->is_over);
}

/* Waits, and frees it. (transfer full) */
char *
nsm_table_hash_finish (NsmTableHash *self, GError **error)
{
  char *digest;

  g_thread_join (self->thread);
  digest = self->digest;
  if (self->error != NULL)
    {
      g_propagate_error (error, self->error);
      g_clear_pointer (&digest, g_free);
    }
  g_free (self);
  return digest;
}
