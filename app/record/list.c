/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/list.h"

#include "record/journal.h"
#include "record/private.h"

struct _NsmList
{
  GObject parent_instance;

  NsmRecord *owner; /* not owned; NULL once the owner is gone */
  const NsmField *field;
  GPtrArray *items;
};

static GType
list_model_get_item_type (GListModel *model)
{
  return NSM_LIST (model)->field->type ();
}

static guint
list_model_get_n_items (GListModel *model)
{
  return NSM_LIST (model)->items->len;
}

static gpointer
list_model_get_item (GListModel *model, guint position)
{
  gpointer item = nsm_list_get (NSM_LIST (model), position);

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NsmList, nsm_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

NsmList *
nsm_list_new (NsmRecord *owner, const NsmField *field)
{
  NsmList *self = g_object_new (NSM_TYPE_LIST, NULL);

  self->owner = owner;
  self->field = field;
  return self;
}

void
nsm_list_orphan (NsmList *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      NsmRecord *item = self->items->pdata[i];

      item->owner = NULL;
      item->place = NULL;
    }
  self->owner = NULL;
}

GType
nsm_list_get_item_gtype (NsmList *self)
{
  return self->field->type ();
}

NsmRecord *
nsm_list_get_owner (NsmList *self)
{
  return self->owner;
}

const NsmField *
nsm_list_get_field (NsmList *self)
{
  return self->field;
}

guint
nsm_list_get_size (NsmList *self)
{
  return self->items->len;
}

/**
 * nsm_list_get:
 *
 * Returns: (transfer none) (nullable): the item at @position, or NULL beyond the end
 */
gpointer
nsm_list_get (NsmList *self, guint position)
{
  return position < self->items->len ? self->items->pdata[position] : NULL;
}

/**
 * nsm_list_find:
 *
 * Returns: (transfer none) (nullable): the item whose id is @id
 */
gpointer
nsm_list_find (NsmList *self, const char *id)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_strcmp0 (((NsmRecord *) self->items->pdata[i])->id, id) == 0 && id[0] != '\0')
      return self->items->pdata[i];
  return NULL;
}

gboolean
nsm_list_get_position (NsmList *self, NsmRecord *item, guint *position)
{
  return g_ptr_array_find (self->items, item, position);
}

/* References to what goes away are cleared in the same step, so that undo
 * brings both back. */

static void
collect_one (NsmRecord *record, gpointer ids)
{
  if (record->id[0] != '\0')
    g_hash_table_add (ids, record->id);
}

static void
discard_one (NsmRecord *record, gpointer ids)
{
  if (record->id[0] != '\0')
    g_hash_table_remove (ids, record->id);
}

static void
clear_references (NsmRecord *record, gpointer ids)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];
      g_auto (GValue) nothing = G_VALUE_INIT;

      if (field->kind != NSM_KIND_REFERENCE ||
          !g_hash_table_contains (ids, nsm_record_get_text (record, field)))
        continue;
      g_value_init (&nothing, G_TYPE_STRING);
      nsm_record_set_value (record, field, &nothing);
    }
}

static void
forget_targets (NsmList *self, NsmRecord **removed, guint n_removed, NsmRecord **added, guint n_added)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  NsmRecord *root = nsm_record_get_root (self->owner);

  if (root->index == NULL)
    return;
  for (guint i = 0; i < n_removed; i++)
    nsm_record_walk (removed[i], collect_one, ids);
  for (guint i = 0; i < n_added; i++)
    nsm_record_walk (added[i], discard_one, ids);
  if (g_hash_table_size (ids) > 0)
    nsm_record_walk (root, clear_references, ids);
}

static void
drop_dangling_of_one (NsmRecord *record, gpointer data)
{
  NsmRecord *root = data;
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];
      g_auto (GValue) nothing = G_VALUE_INIT;
      NsmRecord *target;

      if (field->kind != NSM_KIND_REFERENCE || nsm_record_get_text (record, field)[0] == '\0')
        continue;
      target = nsm_record_find (root, nsm_record_get_text (record, field));
      if (target != NULL && G_TYPE_CHECK_INSTANCE_TYPE (target, field->type ()))
        continue;
      g_value_init (&nothing, G_TYPE_STRING);
      nsm_record_set_value (record, field, &nothing);
    }
}

/* A record that was filled, or copied, before it stood anywhere may refer to what
 * is gone. The document mustn't hold such a reference: its file couldn't be read
 * back. Only records that come in from outside; a move changes no references. */
static void
drop_dangling (NsmList *self, NsmRecord **added, guint n_added)
{
  NsmRecord *root = nsm_record_get_root (self->owner);

  for (guint i = 0; root->index != NULL && i < n_added; i++)
    if (added[i]->owner == NULL)
      nsm_record_walk (added[i], drop_dangling_of_one, root);
}

/**
 * nsm_list_splice:
 * @added: (array length=n_added) (transfer none): records that stand nowhere
 *   yet, or that are among the removed ones (a move is one splice)
 *
 * Replaces @n_removed items from @position by @added. The history is told
 * first, then listeners of "items-changed", then those of the document.
 */
void
nsm_list_splice (NsmList *self, guint position, guint n_removed, NsmRecord **added, guint n_added)
{
  g_return_if_fail (position <= self->items->len && n_removed <= self->items->len - position);
  g_return_if_fail (self->owner != NULL);

  NsmJournal *journal = nsm_record_get_journal (self->owner);
  gboolean recorded = journal != NULL && nsm_record_is_recorded (self->owner, self->field) &&
                      !nsm_journal_is_replaying (journal);
  g_autoptr (GPtrArray) removed = g_ptr_array_new_with_free_func (g_object_unref);

  if (n_removed == 0 && n_added == 0)
    return;
  for (guint i = 0; i < n_removed; i++)
    g_ptr_array_add (removed, g_object_ref (self->items->pdata[position + i]));
  if (journal == NULL || !nsm_journal_is_replaying (journal))
    drop_dangling (self, added, n_added);

  if (recorded)
    {
      nsm_journal_begin (journal, NULL);
      forget_targets (self, (NsmRecord **) removed->pdata, n_removed, added, n_added);
      nsm_journal_note_splice (journal, self, position, (NsmRecord **) removed->pdata, n_removed,
                               added, n_added);
    }
  else if (journal == NULL || !nsm_journal_is_replaying (journal))
    forget_targets (self, (NsmRecord **) removed->pdata, n_removed, added, n_added);

  for (guint i = 0; i < n_removed; i++)
    nsm_record_detach (removed->pdata[i]);
  if (n_removed > 0)
    g_ptr_array_remove_range (self->items, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      nsm_record_attach (added[i], self->owner, self->field);
      g_ptr_array_insert (self->items, (int) (position + i), g_object_ref (added[i]));
    }

  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  if (recorded)
    nsm_journal_end (journal);
  nsm_record_emit_changed (self->owner, self->field);
}

/**
 * nsm_list_append_new: (constructor-like)
 * @first_property: (nullable): properties of the new record, as for g_object_new()
 *
 * Returns: (transfer none): a new record at the end of the list
 */
gpointer
nsm_list_append_new (NsmList *self, const char *first_property, ...)
{
  va_list args;
  g_autoptr (NsmRecord) item = NULL;

  /* Made bare first: properties that are set in construction have no defaults yet. */
  item = g_object_new (nsm_list_get_item_gtype (self), NULL);
  va_start (args, first_property);
  if (first_property != NULL)
    g_object_set_valist (G_OBJECT (item), first_property, args);
  va_end (args);
  nsm_list_append (self, item);
  return item;
}

void
nsm_list_append (NsmList *self, NsmRecord *item)
{
  nsm_list_splice (self, self->items->len, 0, &item, 1);
}

void
nsm_list_insert (NsmList *self, guint position, NsmRecord *item)
{
  nsm_list_splice (self, MIN (position, self->items->len), 0, &item, 1);
}

void
nsm_list_remove (NsmList *self, NsmRecord *item)
{
  guint position;

  if (nsm_list_get_position (self, item, &position))
    nsm_list_splice (self, position, 1, NULL, 0);
}

/**
 * nsm_list_move:
 *
 * Moves the item at @from so that it stands at @to: one splice over the
 * shortest range.
 */
void
nsm_list_move (NsmList *self, guint from, guint to)
{
  g_return_if_fail (from < self->items->len);

  to = MIN (to, self->items->len - 1);
  if (from == to)
    return;

  guint low = MIN (from, to);
  guint n = MAX (from, to) - low + 1;
  g_autofree NsmRecord **range = g_new (NsmRecord *, n);

  for (guint i = 0; i < n; i++)
    range[i] = self->items->pdata[low + i];
  if (from < to)
    {
      for (guint i = 0; i + 1 < n; i++)
        range[i] = self->items->pdata[low + i + 1];
      range[n - 1] = self->items->pdata[from];
    }
  else
    {
      range[0] = self->items->pdata[from];
      for (guint i = 1; i < n; i++)
        range[i] = self->items->pdata[low + i - 1];
    }
  nsm_list_splice (self, low, n, range, n);
}

void
nsm_list_clear (NsmList *self)
{
  nsm_list_splice (self, 0, self->items->len, NULL, 0);
}

static void
nsm_list_finalize (GObject *object)
{
  NsmList *self = NSM_LIST (object);

  nsm_list_orphan (self);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (nsm_list_parent_class)->finalize (object);
}

static void
nsm_list_class_init (NsmListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_list_finalize;
}

static void
nsm_list_init (NsmList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}
