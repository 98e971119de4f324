/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/journal.h"

#include <glib/gi18n-lib.h>

#include "record/private.h"

#define MERGE_PAUSE (3 * G_USEC_PER_SEC)

typedef struct
{
  NsmRecord *record; /* of a value; of a splice, the owner of the list */
  gboolean holds;    /* not the root: the root holds us */
  const NsmField *field;
  GValue before;
  GValue after;
  gboolean is_splice;
  guint position;
  GPtrArray *removed;
  GPtrArray *added;
} Change;

typedef struct
{
  char *name;
  GPtrArray *changes;
  gint64 touched;
  gboolean sealed;
} Group;

struct _NsmJournal
{
  GObject parent_instance;

  GPtrArray *done;
  GPtrArray *undone;
  Group *open;
  guint depth;
  gboolean replaying;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  N_PROPS
};

enum
{
  SIGNAL_REPLAYED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmJournal, nsm_journal, G_TYPE_OBJECT)

static void
change_free (Change *change)
{
  if (change->holds)
    g_clear_object (&change->record);
  if (!change->is_splice)
    {
      g_value_unset (&change->before);
      g_value_unset (&change->after);
    }
  g_clear_pointer (&change->removed, g_ptr_array_unref);
  g_clear_pointer (&change->added, g_ptr_array_unref);
  g_free (change);
}

static Change *
change_new (NsmJournal *self, NsmRecord *record, const NsmField *field)
{
  Change *change = g_new0 (Change, 1);

  change->holds = record->journal != self;
  change->record = change->holds ? g_object_ref (record) : record;
  change->field = field;
  return change;
}

static Group *
group_new (const char *name)
{
  Group *group = g_new0 (Group, 1);

  group->name = g_strdup (name);
  group->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  return group;
}

static void
group_free (Group *group)
{
  g_free (group->name);
  g_ptr_array_unref (group->changes);
  g_free (group);
}

static Group *
last_group (GPtrArray *groups)
{
  return groups->len > 0 ? groups->pdata[groups->len - 1] : NULL;
}

static void
notify_state (NsmJournal *self)
{
  for (guint i = PROP_0 + 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

/* The name of a step that nobody named: "Edit Formula", "Remove Candidate". */
static char *
name_change (const Change *change)
{
  if (!change->is_splice)
    /* Translators: the name of an undo step, e.g. "Edit Formula" */
    return g_strdup_printf (_("Edit %s"), nsm_field_get_label (change->field));

  NsmRecordClass *klass = g_type_class_peek (change->field->type ());
  const char *one = klass != NULL ? _(klass->label) : nsm_field_get_label (change->field);

  if (change->removed->len == 0)
    return g_strdup_printf (_("Add %s"), one);
  if (change->added->len == 0)
    return g_strdup_printf (_("Remove %s"), one);
  return g_strdup_printf (_("Move %s"), one);
}

static gboolean
can_merge (NsmJournal *self, const Change *change)
{
  Group *top = last_group (self->done);

  if (top == NULL || top->sealed || top->changes->len != 1 || change->is_splice ||
      self->undone->len > 0 || g_get_monotonic_time () - top->touched > MERGE_PAUSE)
    return FALSE;

  const Change *before = top->changes->pdata[0];
  return !before->is_splice && before->record == change->record &&
         before->field == change->field && change->field->kind == NSM_KIND_TEXT;
}

static void
take_change (NsmJournal *self, Change *change)
{
  if (self->depth > 0)
    {
      if (self->open->name == NULL && change->is_splice)
        self->open->name = name_change (change);
      g_ptr_array_add (self->open->changes, change);
      return;
    }

  if (can_merge (self, change))
    {
      Group *top = last_group (self->done);
      Change *before = top->changes->pdata[0];

      g_value_copy (&change->after, &before->after);
      top->touched = g_get_monotonic_time ();
      change_free (change);
      return;
    }

  g_autofree char *name = name_change (change);
  Group *group = group_new (name);

  group->touched = g_get_monotonic_time ();
  g_ptr_array_add (group->changes, change);
  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (self->done, group);
  notify_state (self);
}

NsmJournal *
nsm_journal_new (void)
{
  return g_object_new (NSM_TYPE_JOURNAL, NULL);
}

/**
 * nsm_journal_begin:
 * @name: (nullable): what people read after "Undo", translated; NULL to have
 *   it named after what happens
 *
 * Everything until nsm_journal_end() is one step. Steps nest; the outermost
 * names it.
 */
void
nsm_journal_begin (NsmJournal *self, const char *name)
{
  if (self->depth++ == 0)
    self->open = group_new (name);
  else if (self->open->name == NULL)
    self->open->name = g_strdup (name);
}

void
nsm_journal_end (NsmJournal *self)
{
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;

  Group *group = g_steal_pointer (&self->open);

  if (group->changes->len == 0)
    {
      group_free (group);
      return;
    }
  if (group->name == NULL)
    group->name = name_change (group->changes->pdata[0]);
  group->sealed = TRUE;
  g_ptr_array_set_size (self->undone, 0);
  g_ptr_array_add (self->done, group);
  notify_state (self);
}

/**
 * nsm_journal_seal:
 *
 * The next change starts a new step: on leaving a field, on saving.
 */
void
nsm_journal_seal (NsmJournal *self)
{
  Group *top = last_group (self->done);

  if (top != NULL)
    top->sealed = TRUE;
}

/**
 * nsm_journal_forget:
 *
 * Drops the whole history.
 */
void
nsm_journal_forget (NsmJournal *self)
{
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
  notify_state (self);
}

/* The root goes away: a window may still hold the journal, and must find nothing
 * in it that leads to the root. Nobody is told; the root can't be asked any more. */
void
nsm_journal_orphan (NsmJournal *self)
{
  self->depth = 0;
  g_clear_pointer (&self->open, group_free);
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
}

gboolean
nsm_journal_can_undo (NsmJournal *self)
{
  return self->done->len > 0;
}

gboolean
nsm_journal_can_redo (NsmJournal *self)
{
  return self->undone->len > 0;
}

/**
 * nsm_journal_get_undo_name:
 *
 * Returns: (transfer none): the name of the step that undo takes back, or ""
 */
const char *
nsm_journal_get_undo_name (NsmJournal *self)
{
  Group *top = last_group (self->done);

  return top != NULL ? top->name : "";
}

const char *
nsm_journal_get_redo_name (NsmJournal *self)
{
  Group *top = last_group (self->undone);

  return top != NULL ? top->name : "";
}

static void
replay_change (NsmJournal *self, Change *change, gboolean forward)
{
  if (change->is_splice)
    {
      NsmList *list = nsm_record_get_list (change->record, change->field);
      GPtrArray *out = forward ? change->removed : change->added;
      GPtrArray *in = forward ? change->added : change->removed;

      nsm_list_splice (list, change->position, out->len, (NsmRecord **) in->pdata, in->len);
    }
  else
    nsm_record_set_value (change->record, change->field,
                          forward ? &change->after : &change->before);
  g_signal_emit (self, signals[SIGNAL_REPLAYED], 0, change->record, change->field);
}

static void
replay (NsmJournal *self, GPtrArray *from, GPtrArray *to, gboolean forward)
{
  if (from->len == 0 || self->depth > 0)
    return;

  Group *group = g_ptr_array_steal_index (from, from->len - 1);

  self->replaying = TRUE;
  for (guint i = 0; i < group->changes->len; i++)
    {
      guint at = forward ? i : group->changes->len - 1 - i;

      replay_change (self, group->changes->pdata[at], forward);
    }
  self->replaying = FALSE;
  group->sealed = TRUE;
  g_ptr_array_add (to, group);
  notify_state (self);
}

void
nsm_journal_undo (NsmJournal *self)
{
  replay (self, self->done, self->undone, FALSE);
}

void
nsm_journal_redo (NsmJournal *self)
{
  replay (self, self->undone, self->done, TRUE);
}

gboolean
nsm_journal_is_replaying (NsmJournal *self)
{
  return self->replaying;
}

void
nsm_journal_note_value (NsmJournal *self, NsmRecord *record, const NsmField *field,
                        const GValue *before, const GValue *after)
{
  if (self->replaying)
    return;

  Change *change = change_new (self, record, field);

  g_value_init (&change->before, G_VALUE_TYPE (before));
  g_value_copy (before, &change->before);
  g_value_init (&change->after, G_VALUE_TYPE (after));
  g_value_copy (after, &change->after);
  take_change (self, change);
}

static GPtrArray *
hold_records (NsmRecord **records, guint n)
{
  GPtrArray *held = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (held, g_object_ref (records[i]));
  return held;
}

void
nsm_journal_note_splice (NsmJournal *self, NsmList *list, guint position, NsmRecord **removed,
                         guint n_removed, NsmRecord **added, guint n_added)
{
  if (self->replaying)
    return;

  Change *change = change_new (self, nsm_list_get_owner (list), nsm_list_get_field (list));

  change->is_splice = TRUE;
  change->position = position;
  change->removed = hold_records (removed, n_removed);
  change->added = hold_records (added, n_added);
  take_change (self, change);
}

static void
nsm_journal_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NsmJournal *self = NSM_JOURNAL (object);

  switch (id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, nsm_journal_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, nsm_journal_can_redo (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, nsm_journal_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, nsm_journal_get_redo_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_journal_finalize (GObject *object)
{
  NsmJournal *self = NSM_JOURNAL (object);

  /* Records in the history may hold the last reference to others in it, and
   * the root is being finalized: nothing here may look at a root any more. */
  g_clear_pointer (&self->open, group_free);
  g_clear_pointer (&self->done, g_ptr_array_unref);
  g_clear_pointer (&self->undone, g_ptr_array_unref);

  G_OBJECT_CLASS (nsm_journal_parent_class)->finalize (object);
}

static void
nsm_journal_class_init (NsmJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = nsm_journal_get_property;
  object_class->finalize = nsm_journal_finalize;

  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, "",
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, "",
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * NsmJournal::replayed:
   *
   * Emitted for each change that undo or redo made, with the record and the
   * NsmField, so that a window can show where it happened.
   */
  signals[SIGNAL_REPLAYED] =
    g_signal_new ("replayed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, NSM_TYPE_RECORD, G_TYPE_POINTER);
}

static void
nsm_journal_init (NsmJournal *self)
{
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
}

/**
 * nsm_record_begin_step:
 * @record: of a document
 * @name: of the step, for people
 *
 * Everything up to nsm_record_end_step() is undone at once, and by itself.
 */
void
nsm_record_begin_step (NsmRecord *record, const char *name)
{
  NsmJournal *journal = nsm_record_get_journal (record);

  nsm_journal_seal (journal);
  nsm_journal_begin (journal, name);
}

void
nsm_record_end_step (NsmRecord *record)
{
  NsmJournal *journal = nsm_record_get_journal (record);

  nsm_journal_end (journal);
  nsm_journal_seal (journal);
}
