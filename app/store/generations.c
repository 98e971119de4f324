/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/generations.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/drafts.h"
#include "store/save.h"

/* A generation is called <microseconds>-<a or s>-<checksum>.nsm: a for one that
 * was kept by itself, s for one that somebody asked for by saving. */
#define STAMP_DIGITS 17
#define NAME_LENGTH (STAMP_DIGITS + 3 + NSM_HASH_SIZE * 2 + 4)

/* Of those kept by themselves, older ones stay at least this far apart, or ten
 * generations were twenty seconds of typing. */
#define SPACING (2 * G_TIME_SPAN_MINUTE)

static char *
dup_folder (const char *path)
{
  g_autofree char *key = nsm_state_dup_key (path);
  g_autofree char *folder = g_build_filename ("generations", key, NULL);

  return g_build_filename (g_get_user_state_dir (), "north-star-workshop", folder, NULL);
}

static gboolean
is_name (const char *name)
{
  return strlen (name) == NAME_LENGTH && strspn (name, "0123456789") == STAMP_DIGITS &&
         name[STAMP_DIGITS] == '-' && name[STAMP_DIGITS + 2] == '-' &&
         g_str_has_suffix (name, ".nsm");
}

static gint64
get_stamp (const char *name)
{
  return g_ascii_strtoll (name, NULL, 10);
}

static gboolean
is_asked_for (const char *name)
{
  return name[STAMP_DIGITS + 1] == 's';
}

static const char *
get_checksum (const char *name)
{
  return name + STAMP_DIGITS + 3;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* The latest first. */
static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (is_name (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
remove_at (GPtrArray *names, guint position, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, names->pdata[position], NULL);

  g_unlink (path);
  g_ptr_array_remove_index (names, position);
}

/* The one before the latest goes if it stands too close to the one before it. */
static void
thin_out (GPtrArray *names, const char *folder)
{
  if (names->len >= 3 && !is_asked_for (names->pdata[1]) &&
      get_stamp (names->pdata[1]) - get_stamp (names->pdata[2]) < SPACING)
    remove_at (names, 1, folder);
  while (names->len > NSM_GENERATIONS_MAX)
    remove_at (names, names->len - 1, folder);
}

static gboolean
keep_latest (const char *folder, const char *latest, gboolean asked_for, GError **error)
{
  g_autofree char *from = g_build_filename (folder, latest, NULL);
  g_autofree char *name = g_strdup (latest);
  g_autofree char *to = NULL;

  if (!asked_for || is_asked_for (latest))
    return TRUE;
  name[STAMP_DIGITS + 1] = 's';
  to = g_build_filename (folder, name, NULL);
  if (g_rename (from, to) == 0)
    return TRUE;
  g_set_error_literal (error, NSM_STORE_ERROR, NSM_STORE_ERROR_WRITE, g_strerror (errno));
  return FALSE;
}

/**
 * nsm_generations_keep:
 * @path: the real path of the document
 * @asked_for: somebody saved it, rather than the program by itself
 *
 * Keeps @bytes as the document's latest generation, and no more than ten
 * altogether. Any thread.
 */
gboolean
nsm_generations_keep (const char *path, GBytes *bytes, gboolean asked_for, GError **error)
{
  g_autofree char *folder = dup_folder (path);
  g_autoptr (GPtrArray) names = list_names (folder);
  const char *latest = names->len > 0 ? names->pdata[0] : NULL;
  guint8 hash[NSM_HASH_SIZE];
  gint64 stamp = g_get_real_time ();

  nsm_hash_bytes (bytes, hash);
  g_autofree char *checksum = nsm_hash_to_text (hash);
  if (latest != NULL && g_str_has_prefix (get_checksum (latest), checksum))
    return keep_latest (folder, latest, asked_for, error);

  /* A clock that was set back must not put the latest before the others. */
  if (latest != NULL && stamp <= get_stamp (latest))
    stamp = get_stamp (latest) + 1;
  char *name = g_strdup_printf ("%0*" G_GINT64_FORMAT "-%c-%s.nsm", STAMP_DIGITS, stamp,
                                asked_for ? 's' : 'a', checksum);
  g_autofree char *place = g_build_filename (folder, name, NULL);

  g_ptr_array_insert (names, 0, name);
  g_mkdir_with_parents (folder, 0700);
  if (!nsm_save_write (place, bytes, NULL, error))
    return FALSE;
  thin_out (names, folder);
  return TRUE;
}

NsmGeneration *
nsm_generation_copy (const NsmGeneration *self)
{
  NsmGeneration *copy = g_new (NsmGeneration, 1);

  copy->path = g_strdup (self->path);
  copy->date = g_date_time_ref (self->date);
  copy->size = self->size;
  copy->is_good = self->is_good;
  return copy;
}

void
nsm_generation_free (NsmGeneration *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_clear_pointer (&self->date, g_date_time_unref);
  g_free (self);
}

/**
 * nsm_generation_read:
 *
 * Returns: (transfer full) (nullable): its bytes, if they have their checksum
 */
GBytes *
nsm_generation_read (const NsmGeneration *self, GError **error)
{
  NsmFingerprint fingerprint = { 0 };
  g_autoptr (GBytes) bytes = nsm_save_read (self->path, &fingerprint, error);
  g_autofree char *checksum = nsm_hash_to_text (fingerprint.hash);
  g_autofree char *name = g_path_get_basename (self->path);

  if (bytes == NULL)
    return NULL;
  if (is_name (name) && g_str_has_prefix (get_checksum (name), checksum))
    return g_steal_pointer (&bytes);
  g_set_error_literal (error, NSM_STORE_ERROR, NSM_STORE_ERROR_DAMAGED,
                       _("This earlier version is damaged."));
  return NULL;
}

static NsmGeneration *
describe (const char *folder, const char *name)
{
  NsmGeneration *generation = g_new0 (NsmGeneration, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GDateTime) date =
    g_date_time_new_from_unix_local (get_stamp (name) / G_TIME_SPAN_SECOND);

  generation->path = g_build_filename (folder, name, NULL);
  generation->date = g_date_time_add (date, get_stamp (name) % G_TIME_SPAN_SECOND);
  bytes = nsm_generation_read (generation, NULL);
  generation->is_good = bytes != NULL;
  generation->size = bytes != NULL ? g_bytes_get_size (bytes) : 0;
  return generation;
}

/**
 * nsm_generations_list:
 * @path: the real path of the document
 *
 * Returns: (transfer full) (element-type NsmGeneration): the latest first
 */
GPtrArray *
nsm_generations_list (const char *path)
{
  GPtrArray *generations = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_generation_free);
  g_autofree char *folder = dup_folder (path);
  g_autoptr (GPtrArray) names = list_names (folder);

  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (generations, describe (folder, names->pdata[i]));
  return generations;
}

/**
 * nsm_generations_find_last_good:
 * @file: a document that can't be read
 *
 * Returns: (transfer full) (nullable): what to offer instead
 */
NsmGeneration *
nsm_generations_find_last_good (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = path != NULL ? nsm_save_resolve (path) : NULL;
  g_autoptr (GPtrArray) generations = NULL;

  if (real == NULL)
    return NULL;
  generations = nsm_generations_list (real);
  for (guint i = 0; i < generations->len; i++)
    {
      NsmGeneration *generation = generations->pdata[i];

      if (generation->is_good)
        return nsm_generation_copy (generation);
    }
  return NULL;
}

/**
 * nsm_generations_move:
 *
 * Takes the generations along when a document gets another path; those that are
 * there already stay.
 */
void
nsm_generations_move (const char *from, const char *to)
{
  g_autofree char *source = dup_folder (from);
  g_autofree char *target = dup_folder (to);

  if (g_file_test (target, G_FILE_TEST_EXISTS) || g_rename (source, target) != 0)
    nsm_generations_forget (from);
}

/**
 * nsm_generations_forget_with:
 * @text: such as the id of a round
 *
 * Removes the generations of a document in which @text stands, and whatever can't
 * be read or was left there half written.
 */
void
nsm_generations_forget_with (const char *path, const char *text)
{
  g_autofree char *folder = dup_folder (path);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    g_ptr_array_add (names, g_strdup (name));
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *place = g_build_filename (folder, names->pdata[i], NULL);
      g_autofree char *content = NULL;
      gsize n = 0;

      if (!is_name (names->pdata[i]) || !g_file_get_contents (place, &content, &n, NULL) ||
          memmem (content, n, text, strlen (text)) != NULL)
        g_unlink (place);
    }
}

/**
 * nsm_generations_forget:
 *
 * Removes all generations of a document, such as those that held answers whose
 * givers must not be told apart any more.
 */
void
nsm_generations_forget (const char *path)
{
  g_autofree char *folder = dup_folder (path);
  g_autoptr (GPtrArray) names = list_names (folder);

  while (names->len > 0)
    remove_at (names, names->len - 1, folder);
  g_rmdir (folder);
}
