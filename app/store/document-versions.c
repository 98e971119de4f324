/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other files and other versions of a document: save as, reload, keep both,
 * restore. */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "record/json.h"
#include "store/codec.h"
#include "store/document-private.h"

static gboolean
fail (GError **error, NsmStoreError code, const char *format, const char *name)
{
  g_set_error (error, NSM_STORE_ERROR, code, format, name);
  return FALSE;
}

/* What lies at @path already becomes a generation, so that replacing it is no
 * loss either. */
static gboolean
look_at_target (const char *path, NsmFingerprint *known, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NsmWorkshop) workshop = NULL;

  memset (known, 0, sizeof *known);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  bytes = nsm_save_read (path, known, error);
  if (bytes == NULL)
    return FALSE;
  workshop = nsm_codec_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL);
  if (workshop != NULL)
    nsm_generations_keep (path, bytes, TRUE, NULL);
  return TRUE;
}

/* After the workshop was written to @real: goes on there. */
static void
move_to (NsmDocument *self, GFile *file, const char *real, NsmLock *lock,
         const NsmFingerprint *known)
{
  g_autofree char *old = g_strdup (self->real_path);
  gboolean was_draft = self->file == NULL;

  nsm_document_drop_rescue (self);
  self->known = *known;
  self->saved_serial = self->change_serial;
  self->first_change = 0;
  self->n_failures = 0;
  self->read_only = FALSE;
  self->locked = FALSE;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (was_draft && g_strcmp0 (old, real) != 0)
    {
      nsm_generations_move (old, real);
      nsm_draft_remove (old);
    }
  nsm_document_set_place (self, file, real, lock);
  nsm_document_set_saved_state (self);
}

/**
 * nsm_document_save_as:
 * @file: a local file; if it is there, it is replaced: ask first
 *
 * Saves to @file and goes on there. The old file stays as it was saved last; a
 * draft goes away.
 *
 * Returns: whether it is on the disk; if not, nothing changed
 */
gboolean
nsm_document_save_as (NsmDocument *self, GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *real = path != NULL ? nsm_save_resolve (path) : NULL;
  g_autoptr (NsmLock) lock = NULL;
  g_autoptr (GBytes) bytes = NULL;
  NsmFingerprint known;
  gboolean taken = FALSE;

  if (self->newer)
    return fail (error, NSM_STORE_ERROR_READ_ONLY, "%s", self->message);
  if (real == NULL)
    return fail (error, NSM_STORE_ERROR_WRITE,
                 _("“%s” isn’t on this computer. Save it here first."), name);
  nsm_document_settle (self);
  if (g_strcmp0 (real, self->real_path) == 0 && !self->read_only &&
      self->state != NSM_DOCUMENT_CONFLICT)
    return nsm_document_save (self, error);

  /* Over our own file, after another program changed it: the lock is ours. */
  if (g_strcmp0 (real, self->real_path) == 0)
    lock = g_steal_pointer (&self->lock);
  if (lock == NULL)
    lock = nsm_lock_take (real, &taken);
  if (taken)
    return fail (error, NSM_STORE_ERROR_LOCKED, _("“%s” is open in another window."), name);
  bytes = nsm_codec_write (self->workshop, error);
  if (bytes == NULL || !look_at_target (real, &known, error) ||
      !nsm_save_write (real, bytes, &known, error))
    {
      if (g_strcmp0 (real, self->real_path) == 0)
        self->lock = g_steal_pointer (&lock);
      return FALSE;
    }
  move_to (self, file, real, g_steal_pointer (&lock), &known);
  nsm_generations_keep (real, bytes, TRUE, NULL);
  return TRUE;
}

/**
 * nsm_document_reload:
 *
 * Takes what is in the file, after another program changed it, or another window
 * let go of it. Unsaved changes become a generation.
 *
 * Returns: whether it could be read; if not, nothing changed
 */
gboolean
nsm_document_reload (NsmDocument *self, GError **error)
{
  g_autoptr (NsmWorkshop) workshop = NULL;
  g_autoptr (GBytes) ours = NULL;
  NsmFingerprint known = { 0 };
  gboolean newer = FALSE;
  gboolean is_kept = TRUE;

  nsm_document_settle (self);
  workshop = nsm_document_load (self->real_path, &known, &newer, error);
  if (workshop == NULL)
    return FALSE;
  if (nsm_document_is_dirty (self))
    {
      ours = nsm_codec_write (self->workshop, NULL);
      is_kept = ours != NULL && nsm_generations_keep (self->real_path, ours, TRUE, NULL);
    }

  if (self->locked)
    self->lock = nsm_lock_take (self->real_path, &self->locked);
  self->newer = newer;
  self->known = known;
  self->read_only = nsm_document_must_be_read_only (self);
  self->saved_serial = self->change_serial;
  self->first_change = 0;
  self->n_failures = 0;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  /* Only what is safe elsewhere is dropped from the draft that stood in. */
  if (is_kept)
    nsm_document_drop_rescue (self);
  nsm_document_take_workshop (self, workshop);
  nsm_document_set_opened_state (self);
  return TRUE;
}

static char *
dup_copy_path (const char *path, guint n)
{
  g_autofree char *stem = g_strdup (path);

  if (g_str_has_suffix (stem, ".nsm"))
    stem[strlen (stem) - 4] = '\0';
  if (n == 1)
    /* Translators: how a copy of a file is called; %s is its name */
    return g_strdup_printf (_("%s (copy).nsm"), stem);
  /* Translators: how a further copy of a file is called: its name, its number */
  return g_strdup_printf (_("%s (copy %u).nsm"), stem, n);
}

/**
 * nsm_document_keep_both:
 *
 * After another program changed the file: leaves that as it is, writes this
 * workshop beside it as "<name> (copy).nsm", and goes on there.
 */
gboolean
nsm_document_keep_both (NsmDocument *self, GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (self->file != NULL, FALSE);

  for (guint n = 1; path == NULL || g_file_test (path, G_FILE_TEST_EXISTS); n++)
    {
      g_free (path);
      path = dup_copy_path (self->real_path, n);
    }
  file = g_file_new_for_path (path);
  return nsm_document_save_as (self, file, error);
}

/* Generations */

/**
 * nsm_document_list_generations:
 *
 * Returns: (transfer full) (element-type NsmGeneration): the latest first
 */
GPtrArray *
nsm_document_list_generations (NsmDocument *self)
{
  return nsm_generations_list (self->real_path);
}

static NsmWorkshop *
read_bytes (GBytes *bytes, gboolean *newer, GError **error)
{
  return nsm_codec_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), newer, error);
}

static void
move_member (cJSON *from, cJSON *to, const char *name)
{
  cJSON *item = cJSON_DetachItemFromObjectCaseSensitive (from, name);

  cJSON_DeleteItemFromObjectCaseSensitive (to, name);
  if (item != NULL)
    cJSON_AddItemToObject (to, name, item);
}

/* Whom the facilitator accepted since stays accepted. */
static void
join_signing_keys (cJSON *joined, NsmWorkshop *current)
{
  cJSON *item;

  cJSON_ArrayForEach (item, cJSON_GetObjectItemCaseSensitive (joined, "participants"))
    {
      const char *id = cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (item, "id"));
      NsmRecord *person = id != NULL ? nsm_record_find (NSM_RECORD (current), id) : NULL;

      if (!NSM_IS_PARTICIPANT (person))
        continue;
      cJSON_DeleteItemFromObjectCaseSensitive (item, "signing_key");
      if (NSM_PARTICIPANT (person)->signing_key[0] != '\0')
        cJSON_AddStringToObject (item, "signing_key", NSM_PARTICIPANT (person)->signing_key);
    }
}

/* The rounds of @current in what is else @old. Nothing that was asked, sealed
 * or opened since may be lost or undone by going back. */
static NsmWorkshop *
join_rounds (NsmWorkshop *old, NsmWorkshop *current, GError **error)
{
  g_autoptr (cJSON) joined = nsm_codec_snapshot (old);
  g_autoptr (cJSON) ours = nsm_codec_snapshot (current);
  cJSON *rounds = cJSON_DetachItemFromObjectCaseSensitive (ours, "rounds");
  g_autoptr (GBytes) bytes = NULL;

  if (rounds == NULL)
    return g_object_ref (old);
  move_member (ours, joined, "identity");
  join_signing_keys (joined, current);
  cJSON_DeleteItemFromObjectCaseSensitive (joined, "rounds");
  cJSON_AddItemToObject (joined, "rounds", rounds);
  bytes = nsm_codec_print (joined, error);
  return bytes != NULL ? read_bytes (bytes, NULL, error) : NULL;
}

/**
 * nsm_document_restore:
 *
 * Goes back to an earlier version, all but the rounds: those stay as they are
 * now. What was there before is kept as a generation; this can't be undone
 * otherwise.
 *
 * Returns: whether the earlier version is in place and on the disk; if it could
 *   not be read nothing changed
 */
gboolean
nsm_document_restore (NsmDocument *self, const NsmGeneration *generation, GError **error)
{
  g_autoptr (GBytes) bytes = nsm_generation_read (generation, error);
  g_autoptr (GBytes) ours = NULL;
  g_autoptr (NsmWorkshop) old = NULL;
  g_autoptr (NsmWorkshop) joined = NULL;
  gboolean newer = FALSE;

  if (bytes == NULL)
    return FALSE;
  if (self->read_only)
    return fail (error, NSM_STORE_ERROR_READ_ONLY, "%s", self->message);
  old = read_bytes (bytes, &newer, error);
  if (old == NULL)
    return FALSE;
  if (newer)
    return fail (error, NSM_STORE_ERROR_READ_ONLY, "%s",
                 _("A newer version of North Star Workshop wrote this."));
  joined = join_rounds (old, self->workshop, error);
  if (joined == NULL)
    return FALSE;

  nsm_document_settle (self);
  ours = nsm_codec_write (self->workshop, error);
  if (ours == NULL || !nsm_generations_keep (self->real_path, ours, TRUE, error))
    return FALSE;
  self->change_serial++;
  nsm_document_take_workshop (self, joined);
  return nsm_document_save (self, error);
}

/**
 * nsm_document_forget_generations:
 *
 * Removes all earlier versions. A round without names needs this when it is
 * revealed: they hold who said what.
 */
void
nsm_document_forget_generations (NsmDocument *self)
{
  nsm_document_settle (self);
  nsm_generations_forget (self->real_path);
  if (self->rescue_path != NULL && nsm_document_is_dirty (self))
    {
      nsm_document_drop_rescue (self);
      nsm_document_schedule (self);
    }
}

/**
 * nsm_document_open_generation:
 * @generation: such as nsm_generations_find_last_good() found for a damaged file
 *
 * Returns: (transfer full) (nullable): its content as a draft, to be saved where
 *   somebody wants it; the damaged file stays as it is
 */
NsmDocument *
nsm_document_open_generation (const NsmGeneration *generation, GError **error)
{
  g_autoptr (GBytes) bytes = nsm_generation_read (generation, error);
  g_autoptr (NsmWorkshop) workshop = NULL;
  g_autoptr (NsmDocument) self = NULL;
  gboolean newer = FALSE;

  if (bytes == NULL)
    return NULL;
  workshop = read_bytes (bytes, &newer, error);
  if (workshop == NULL)
    return NULL;
  self = nsm_document_new_draft (workshop);
  self->change_serial++;
  if (!nsm_document_save_now (self, FALSE, error))
    return NULL;
  return g_steal_pointer (&self);
}
