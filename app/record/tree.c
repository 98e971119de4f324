/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where records are: titles, paths, and the document that they stand in. */
#include "record/record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/journal.h"
#include "record/list.h"
#include "record/private.h"

const char *
nsm_record_get_kind_label (NsmRecord *self)
{
  return _(NSM_RECORD_GET_CLASS (self)->label);
}

/**
 * nsm_record_get_title:
 *
 * Returns: (transfer none): the text of the identity field; if that refers to
 *   another record, that one's title; else ""
 */
const char *
nsm_record_get_title (NsmRecord *self)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];

      if ((field->flags & NSM_FIELD_IDENTITY) == 0)
        continue;
      if (field->kind == NSM_KIND_TEXT)
        return nsm_record_get_text (self, field);
      if (field->kind == NSM_KIND_REFERENCE)
        {
          NsmRecord *target = nsm_record_get_target (self, field);

          return target != NULL ? nsm_record_get_title (target) : "";
        }
    }
  return "";
}

/**
 * nsm_record_get_path:
 *
 * Returns: (transfer full): where @self stands, as "candidates[2]"; "" for a root
 */
char *
nsm_record_get_path (NsmRecord *self)
{
  if (self->owner == NULL || self->place == NULL)
    return g_strdup ("");

  g_autofree char *above = nsm_record_get_path (self->owner);
  const char *dot = above[0] == '\0' ? "" : ".";

  if (self->place->kind == NSM_KIND_CHILD)
    return g_strdup_printf ("%s%s%s", above, dot, self->place->name);

  guint position = 0;
  nsm_list_get_position (nsm_record_get_list (self->owner, self->place), self, &position);
  return g_strdup_printf ("%s%s%s[%u]", above, dot, self->place->name, position);
}

/* What the step of a path that begins at *@path leads to, from @record on; moves *@path behind it. */
static NsmRecord *
follow_one (NsmRecord *record, const char **path)
{
  gsize length = strcspn (*path, "[.");
  g_autofree char *name = g_strndup (*path, length);
  const NsmField *field = nsm_record_find_field (record, name);
  guint64 position;
  char *end;

  *path += length;
  if (field == NULL)
    return NULL;
  if (field->kind == NSM_KIND_CHILD)
    return nsm_record_get_child (record, field);
  if (field->kind != NSM_KIND_LIST || (*path)[0] != '[' || !g_ascii_isdigit ((*path)[1]))
    return NULL;
  position = g_ascii_strtoull (*path + 1, &end, 10);
  if (*end != ']' || position >= nsm_list_get_size (nsm_record_get_list (record, field)))
    return NULL;
  *path = end + 1;
  return nsm_list_get (nsm_record_get_list (record, field), (guint) position);
}

/**
 * nsm_record_find_path:
 * @path: as of nsm_record_get_path(); "" is @root itself
 *
 * Returns: (transfer none) (nullable): what stands there now, if anything does
 */
NsmRecord *
nsm_record_find_path (NsmRecord *root, const char *path)
{
  NsmRecord *record = root;

  if (path[0] == '\0')
    return root;
  while ((record = follow_one (record, &path)) != NULL)
    {
      if (path[0] == '\0')
        return record;
      if (path++[0] != '.')
        return NULL;
    }
  return NULL;
}

NsmRecord *
nsm_record_get_root (NsmRecord *self)
{
  while (self->owner != NULL)
    self = self->owner;
  return self;
}

/**
 * nsm_record_get_journal:
 *
 * Returns: (transfer none) (nullable): the history of the root, or NULL for a
 *   record that stands in no document yet
 */
NsmJournal *
nsm_record_get_journal (NsmRecord *self)
{
  return nsm_record_get_root (self)->journal;
}

/**
 * nsm_record_is_recorded:
 *
 * Returns: whether a change of @field goes into the history
 */
gboolean
nsm_record_is_recorded (NsmRecord *self, const NsmField *field)
{
  if (field->flags & NSM_FIELD_UNRECORDED)
    return FALSE;
  for (; self != NULL; self = self->owner)
    if (self->place != NULL && (self->place->flags & NSM_FIELD_UNRECORDED))
      return FALSE;
  return TRUE;
}

/**
 * nsm_record_find:
 *
 * Returns: (transfer none) (nullable): the record with @id in the document of @self
 */
NsmRecord *
nsm_record_find (NsmRecord *self, const char *id)
{
  NsmRecord *root = nsm_record_get_root (self);

  if (root->index == NULL || id[0] == '\0')
    return NULL;
  return g_hash_table_lookup (root->index, id);
}

NsmRecord *
nsm_record_get_target (NsmRecord *self, const NsmField *field)
{
  g_return_val_if_fail (field->kind == NSM_KIND_REFERENCE, NULL);

  NsmRecord *target = nsm_record_find (self, nsm_record_get_text (self, field));

  if (target == NULL || !G_TYPE_CHECK_INSTANCE_TYPE (target, field->type ()))
    return NULL;
  return target;
}

void
nsm_record_walk (NsmRecord *self, NsmRecordVisit visit, gpointer data)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (self);

  visit (self, data);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];

      if (field->kind == NSM_KIND_CHILD)
        nsm_record_walk (nsm_record_get_child (self, field), visit, data);
      else if (field->kind == NSM_KIND_LIST)
        {
          NsmList *list = nsm_record_get_list (self, field);

          for (guint j = 0; j < nsm_list_get_size (list); j++)
            nsm_record_walk (nsm_list_get (list, j), visit, data);
        }
    }
}

static void
index_one (NsmRecord *record, gpointer root)
{
  NsmRecord *top = root;

  if (!NSM_RECORD_GET_CLASS (record)->identified)
    return;
  if (record->id[0] == '\0' ||
      (g_hash_table_lookup (top->index, record->id) != NULL &&
       g_hash_table_lookup (top->index, record->id) != record))
    {
      g_free (record->id);
      record->id = nsm_id_new ();
    }
  g_hash_table_insert (top->index, record->id, record);
}

static void
unindex_one (NsmRecord *record, gpointer root)
{
  NsmRecord *top = root;

  if (record->id[0] != '\0' && g_hash_table_lookup (top->index, record->id) == record)
    g_hash_table_remove (top->index, record->id);
}

/**
 * nsm_record_make_root:
 *
 * Makes @self the top of a document: gives it a journal and an index of ids.
 */
void
nsm_record_make_root (NsmRecord *self)
{
  g_return_if_fail (self->owner == NULL && self->journal == NULL);

  self->journal = nsm_journal_new ();
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  nsm_record_walk (self, index_one, self);
}

void
nsm_record_attach (NsmRecord *self, NsmRecord *owner, const NsmField *place)
{
  NsmRecord *root;

  g_return_if_fail (self->owner == NULL && self->index == NULL);

  self->owner = owner;
  self->place = place;
  root = nsm_record_get_root (owner);
  if (root->index != NULL)
    nsm_record_walk (self, index_one, root);
  else if (NSM_RECORD_GET_CLASS (self)->identified && self->id[0] == '\0')
    {
      g_free (self->id);
      self->id = nsm_id_new ();
    }
}

void
nsm_record_detach (NsmRecord *self)
{
  NsmRecord *root = nsm_record_get_root (self);

  if (root->index != NULL)
    nsm_record_walk (self, unindex_one, root);
  self->owner = NULL;
  self->place = NULL;
}
