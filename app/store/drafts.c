/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/drafts.h"

#include <glib/gstdio.h>
#include <sodium.h>
#include <sys/stat.h>

#include "store/codec.h"
#include "store/generations.h"
#include "store/lock.h"
#include "store/save.h"

/**
 * nsm_state_dup_path:
 *
 * Returns: (transfer full): the folder called @folder below the program's state
 *   directory; made if it can be, for nobody else to read
 */
char *
nsm_state_dup_path (const char *folder)
{
  char *path = g_build_filename (g_get_user_state_dir (), "north-star-workshop", folder, NULL);

  g_mkdir_with_parents (path, 0700);
  return path;
}

/**
 * nsm_state_dup_key:
 *
 * Returns: (transfer full): what the state directory calls the document at @path
 */
char *
nsm_state_dup_key (const char *path)
{
  guint8 hash[16];
  char text[33];

  crypto_generichash (hash, sizeof hash, (const guint8 *) path, strlen (path), NULL, 0);
  sodium_bin2hex (text, sizeof text, hash, sizeof hash);
  return g_strdup (text);
}

char *
nsm_draft_dup_new_path (void)
{
  g_autofree char *folder = nsm_state_dup_path ("drafts");
  g_autofree char *id = nsm_id_new ();
  g_autofree char *name = g_strconcat (id, ".nsm", NULL);

  return g_build_filename (folder, name, NULL);
}

void
nsm_draft_free (NsmDraft *self)
{
  g_free (self->path);
  g_free (self->title);
  g_clear_pointer (&self->date, g_date_time_unref);
  g_free (self);
}

static NsmDraft *
describe (const char *path)
{
  NsmDraft *draft = g_new0 (NsmDraft, 1);
  NsmFingerprint fingerprint = { 0 };
  g_autoptr (GBytes) bytes = nsm_save_read (path, &fingerprint, NULL);
  g_autoptr (NsmWorkshop) workshop = NULL;

  if (bytes != NULL)
    workshop = nsm_codec_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                               NULL);
  draft->path = g_strdup (path);
  draft->is_good = workshop != NULL;
  draft->title = g_strdup (workshop != NULL ? workshop->title : "");
  if (draft->title[0] == '\0' && workshop != NULL)
    {
      g_free (draft->title);
      draft->title = g_strdup (workshop->product);
    }
  draft->date = g_date_time_new_from_unix_local (fingerprint.modified_s);
  return draft;
}

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const NsmDraft *const *first = a;
  const NsmDraft *const *second = b;

  return g_date_time_compare ((*second)->date, (*first)->date);
}

/**
 * nsm_drafts_list:
 *
 * Returns: (transfer full) (element-type NsmDraft): the drafts that are open
 *   nowhere, such as those a crash left behind; the latest first
 */
GPtrArray *
nsm_drafts_list (void)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_draft_free);
  g_autofree char *folder = nsm_state_dup_path ("drafts");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *real = nsm_save_resolve (path);
      g_autoptr (NsmLock) lock = NULL;
      gboolean is_open = FALSE;

      if (!g_str_has_suffix (name, ".nsm"))
        continue;
      lock = nsm_lock_take (real, &is_open);
      if (!is_open)
        g_ptr_array_add (drafts, describe (path));
    }
  g_ptr_array_sort (drafts, compare_drafts);
  return drafts;
}

/**
 * nsm_draft_remove:
 *
 * Removes a draft that nobody wants any more, and its generations.
 */
void
nsm_draft_remove (const char *path)
{
  g_autofree char *real = nsm_save_resolve (path);

  g_unlink (real);
  nsm_generations_forget (real);
}
