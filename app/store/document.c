/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "record/journal.h"
#include "store/codec.h"
#include "store/document-private.h"
#include "store/document-rounds.h"
#include "store/workshop-file.h"

/* A save takes a moment itself, so it begins well before two seconds. */
#define DEBOUNCE_MS 800
#define LIMIT_MS 1500

NSM_DEFINE_CHOICE (NsmDocumentState, nsm_document_state,
                   { NSM_DOCUMENT_SAVED, N_("Saved"), "saved" },
                   { NSM_DOCUMENT_UNSAVED, N_("Not saved yet"), "unsaved" },
                   { NSM_DOCUMENT_SAVING, N_("Saving"), "saving" },
                   { NSM_DOCUMENT_FAILED, N_("Not saved"), "failed" },
                   { NSM_DOCUMENT_READ_ONLY, N_("Read-only"), "read-only" },
                   { NSM_DOCUMENT_CONFLICT, N_("Changed by another program"), "conflict" })

G_DEFINE_FINAL_TYPE (NsmDocument, nsm_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_WORKSHOP,
  PROP_FILE,
  PROP_STATE,
  PROP_STATUS,
  PROP_MESSAGE,
  PROP_DISPLAY_NAME,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* What the other files of the class set */

static void
set_text (NsmDocument *self, char **member, const char *text, guint prop)
{
  if (g_strcmp0 (*member, text) == 0)
    return;
  g_free (*member);
  *member = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
nsm_document_set_state (NsmDocument *self, NsmDocumentState state, const char *status,
                        const char *message)
{
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  if (self->state != state)
    {
      self->state = state;
      g_object_notify_by_pspec (object, props[PROP_STATE]);
    }
  set_text (self, &self->status, status, PROP_STATUS);
  set_text (self, &self->message, message, PROP_MESSAGE);
  g_object_thaw_notify (object);
}

void
nsm_document_set_saved_state (NsmDocument *self)
{
  if (self->read_only)
    return;
  if (nsm_document_is_dirty (self))
    nsm_document_set_state (self, NSM_DOCUMENT_UNSAVED, _("Not saved yet"), "");
  else if (self->file == NULL)
    nsm_document_set_state (self, NSM_DOCUMENT_SAVED, _("Kept as a draft"), "");
  else
    nsm_document_set_state (self, NSM_DOCUMENT_SAVED, _("Saved"), "");
}

void
nsm_document_take_workshop (NsmDocument *self, NsmWorkshop *workshop)
{
  if (self->workshop != NULL)
    g_clear_signal_handler (&self->changed_id, self->workshop);
  g_set_object (&self->workshop, workshop);
  self->changed_id = g_signal_connect_object (workshop, "changed",
                                              G_CALLBACK (nsm_document_on_changed), self,
                                              G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKSHOP]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISPLAY_NAME]);
}

/* (transfer full) for @lock. */
void
nsm_document_set_place (NsmDocument *self, GFile *file, const char *real_path, NsmLock *lock)
{
  g_clear_pointer (&self->lock, nsm_lock_release);
  self->lock = lock;
  g_free (self->real_path);
  self->real_path = g_strdup (real_path);
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISPLAY_NAME]);
  nsm_document_watch (self);
}

NsmWorkshop *
nsm_document_load (const char *path, NsmFingerprint *fingerprint, gboolean *read_only,
                   GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  NsmWorkshop *workshop = nsm_workshop_read (path, fingerprint, &bytes, read_only, error);

  /* As it was when it could be read, should somebody damage it later. */
  if (workshop != NULL && !*read_only)
    nsm_generations_keep (path, bytes, FALSE, NULL);
  return workshop;
}

/* GObject */

static void
nsm_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NsmDocument *self = NSM_DOCUMENT (object);

  switch (id)
    {
    case PROP_WORKSHOP:
      g_value_set_object (value, self->workshop);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_STATE:
      g_value_set_enum (value, (int) self->state);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_DISPLAY_NAME:
      g_value_take_string (value, nsm_document_dup_display_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
release (NsmDocument *self)
{
  self->closed = TRUE;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  nsm_document_unwatch (self);
  g_clear_pointer (&self->rescue_lock, nsm_lock_release);
  g_clear_pointer (&self->lock, nsm_lock_release);
}

static void
nsm_document_dispose (GObject *object)
{
  NsmDocument *self = NSM_DOCUMENT (object);

  /* Whoever lets go of a document without closing it still loses nothing. */
  if (!self->closed && self->workshop != NULL)
    {
      nsm_document_close (self, NULL);
      release (self);
    }
  if (self->workshop != NULL)
    g_clear_signal_handler (&self->changed_id, self->workshop);
  g_clear_object (&self->workshop);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (nsm_document_parent_class)->dispose (object);
}

static void
nsm_document_finalize (GObject *object)
{
  NsmDocument *self = NSM_DOCUMENT (object);

  g_free (self->real_path);
  g_free (self->rescue_path);
  g_free (self->status);
  g_free (self->message);

  G_OBJECT_CLASS (nsm_document_parent_class)->finalize (object);
}

static void
nsm_document_class_init (NsmDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = nsm_document_get_property;
  object_class->dispose = nsm_document_dispose;
  object_class->finalize = nsm_document_finalize;

  props[PROP_WORKSHOP] = g_param_spec_object ("workshop", NULL, NULL, NSM_TYPE_WORKSHOP, flags);
  props[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, NSM_TYPE_DOCUMENT_STATE,
                                         NSM_DOCUMENT_SAVED, flags);
  props[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, "", flags);
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, "", flags);
  props[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
nsm_document_init (NsmDocument *self)
{
  self->debounce_ms = DEBOUNCE_MS;
  self->limit_ms = LIMIT_MS;
  self->status = g_strdup ("");
  self->message = g_strdup ("");
}

/* Opening */

/**
 * nsm_document_new_draft:
 * @workshop: a root that belongs to no other document
 *
 * Returns: (transfer full): a document without a file, kept as a draft from its
 *   first change on
 */
NsmDocument *
nsm_document_new_draft (NsmWorkshop *workshop)
{
  NsmDocument *self = g_object_new (NSM_TYPE_DOCUMENT, NULL);
  g_autofree char *path = nsm_draft_dup_new_path ();
  g_autofree char *real = nsm_save_resolve (path);
  gboolean taken;

  nsm_document_take_workshop (self, workshop);
  nsm_document_set_place (self, NULL, real, nsm_lock_take (real, &taken));
  nsm_document_set_state (self, NSM_DOCUMENT_SAVED, _("New"), "");
  return self;
}

static void
set_read_only (NsmDocument *self)
{
  g_autofree char *name = nsm_document_dup_display_name (self);
  g_autofree char *message = NULL;
  const char *status;

  if (self->newer)
    {
      status = _("Read-only: from a newer version");
      message = g_strdup_printf (_("A newer version of North Star Workshop wrote “%s”. It can be "
                                   "looked at here; to change it, use that version."), name);
    }
  else if (self->locked)
    {
      status = _("Read-only: open in another window");
      message = g_strdup_printf (_("“%s” is already open in another window. Change it there, or "
                                   "save this one under another name."), name);
    }
  else
    {
      status = _("Read-only");
      message = g_strdup_printf (_("There is no permission to change “%s”. Save it under another "
                                   "name to go on."), name);
    }
  nsm_document_set_state (self, NSM_DOCUMENT_READ_ONLY, status, message);
}

gboolean
nsm_document_must_be_read_only (NsmDocument *self)
{
  g_autofree char *folder = g_path_get_dirname (self->real_path);

  /* A new file takes the place of the old one, so the folder counts, too. */
  return self->newer || self->locked || access (self->real_path, W_OK) != 0 ||
         access (folder, W_OK) != 0;
}

void
nsm_document_set_opened_state (NsmDocument *self)
{
  if (self->read_only)
    set_read_only (self);
  else
    nsm_document_set_saved_state (self);
}

/**
 * nsm_document_open:
 * @file: a local file
 *
 * Opens a workshop. What is open in another window already, was written by a
 * newer version, or may not be changed opens read-only, and says so. A file that
 * can't be read isn't touched; nsm_generations_find_last_good() may have
 * something to offer then, for nsm_document_open_generation().
 *
 * Returns: (transfer full) (nullable): the document, or NULL with an
 *   %NSM_STORE_ERROR that names the file and the place in it
 */
NsmDocument *
nsm_document_open (GFile *file, GError **error)
{
  g_autoptr (NsmDocument) self = NULL;
  g_autoptr (NsmWorkshop) workshop = NULL;
  g_autoptr (NsmLock) lock = NULL;
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = NULL;
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (NULL);

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_parse_name (file);

      g_set_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_READ,
                   _("“%s” isn’t on this computer. Copy it here first."), uri);
      return NULL;
    }
  real = nsm_save_resolve (path);
  self = g_object_new (NSM_TYPE_DOCUMENT, NULL);
  lock = nsm_lock_take (real, &self->locked);
  workshop = nsm_document_load (real, &self->known, &self->newer, error);
  if (workshop == NULL)
    return NULL;

  if (!self->locked)
    nsm_save_remove_leftovers (real);
  nsm_document_take_workshop (self, workshop);
  nsm_document_set_place (self, file, real, g_steal_pointer (&lock));
  self->read_only = nsm_document_must_be_read_only (self);
  nsm_document_set_opened_state (self);
  nsm_document_finish_reveals (self, keys);
  return g_steal_pointer (&self);
}

/**
 * nsm_document_open_draft:
 * @path: of a draft from nsm_drafts_list()
 *
 * Returns: (transfer full) (nullable): the draft as a document without a file
 */
NsmDocument *
nsm_document_open_draft (const char *path, GError **error)
{
  g_autoptr (NsmDocument) self = g_object_new (NSM_TYPE_DOCUMENT, NULL);
  g_autofree char *real = nsm_save_resolve (path);
  g_autoptr (NsmLock) lock = nsm_lock_take (real, &self->locked);
  g_autoptr (NsmWorkshop) workshop = NULL;
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (NULL);

  if (self->locked)
    {
      g_set_error_literal (error, NSM_STORE_ERROR, NSM_STORE_ERROR_LOCKED,
                           _("This draft is already open in another window."));
      return NULL;
    }
  workshop = nsm_document_load (real, &self->known, &self->newer, error);
  if (workshop == NULL)
    return NULL;
  nsm_document_take_workshop (self, workshop);
  nsm_document_set_place (self, NULL, real, g_steal_pointer (&lock));
  self->read_only = nsm_document_must_be_read_only (self);
  nsm_document_set_opened_state (self);
  nsm_document_finish_reveals (self, keys);
  return g_steal_pointer (&self);
}

/* Looking */

/**
 * nsm_document_get_workshop:
 *
 * Returns: (transfer none): the workshop; another one after a reload or restore
 */
NsmWorkshop *
nsm_document_get_workshop (NsmDocument *self)
{
  return self->workshop;
}

/**
 * nsm_document_get_file:
 *
 * Returns: (transfer none) (nullable): the file; NULL for a draft
 */
GFile *
nsm_document_get_file (NsmDocument *self)
{
  return self->file;
}

NsmDocumentState
nsm_document_get_state (NsmDocument *self)
{
  return self->state;
}

/**
 * nsm_document_get_status:
 *
 * Returns: (transfer none): the state in a few words
 */
const char *
nsm_document_get_status (NsmDocument *self)
{
  return self->status;
}

/**
 * nsm_document_get_message:
 *
 * Returns: (transfer none): what is wrong and what can be done, or ""
 */
const char *
nsm_document_get_message (NsmDocument *self)
{
  return self->message;
}

/**
 * nsm_document_dup_display_name:
 *
 * Returns: (transfer full): the file's name without its suffix; of a draft, the
 *   workshop's name
 */
char *
nsm_document_dup_display_name (NsmDocument *self)
{
  if (self->file != NULL)
    {
      g_autofree char *path = g_file_get_path (self->file);
      char *name = g_filename_display_basename (path);

      if (g_str_has_suffix (name, ".nsm") && strlen (name) > 4)
        name[strlen (name) - 4] = '\0';
      return name;
    }
  if (self->workshop != NULL && self->workshop->title[0] != '\0')
    return g_strdup (self->workshop->title);
  return g_strdup (_("New workshop"));
}

/**
 * nsm_document_is_dirty:
 *
 * Returns: whether the workshop has changes that aren't in its file, or draft
 */
gboolean
nsm_document_is_dirty (NsmDocument *self)
{
  return self->change_serial != self->saved_serial;
}

gboolean
nsm_document_is_read_only (NsmDocument *self)
{
  return self->read_only;
}

/**
 * nsm_document_is_locked:
 *
 * Returns: whether it is read-only because it is open in another window
 */
gboolean
nsm_document_is_locked (NsmDocument *self)
{
  return self->locked;
}

/* Saving and closing */

static gboolean
fail_read_only (NsmDocument *self, GError **error)
{
  g_set_error_literal (error, NSM_STORE_ERROR, NSM_STORE_ERROR_READ_ONLY, self->message);
  return FALSE;
}

/**
 * nsm_document_save:
 *
 * Saves now, on this thread, and keeps a generation that isn't thinned out.
 *
 * Returns: whether all changes are on the disk; if not, the document stays
 *   unsaved, and its "message" and @error say why
 */
gboolean
nsm_document_save (NsmDocument *self, GError **error)
{
  if (self->read_only)
    return fail_read_only (self, error);
  nsm_journal_seal (nsm_record_get_journal (NSM_RECORD (self->workshop)));
  return nsm_document_save_now (self, TRUE, error);
}

/**
 * nsm_document_close:
 *
 * Saves what is unsaved and lets go of the file, so that others may open it. A
 * draft stays, to be offered at the next start; nsm_document_discard() removes it.
 *
 * Returns: whether nothing is unsaved; if not, the document stays open
 */
gboolean
nsm_document_close (NsmDocument *self, GError **error)
{
  nsm_document_settle (self);
  if (!self->closed && !self->read_only && nsm_document_is_dirty (self) &&
      !nsm_document_save_now (self, FALSE, error))
    return FALSE;
  release (self);
  return TRUE;
}

/**
 * nsm_document_discard:
 *
 * Lets go of the document without saving: a draft is removed, a file stays as
 * it is.
 */
void
nsm_document_discard (NsmDocument *self)
{
  nsm_document_settle (self);
  nsm_document_drop_rescue (self);
  if (self->file == NULL)
    nsm_draft_remove (self->real_path);
  self->saved_serial = self->change_serial;
  release (self);
}
