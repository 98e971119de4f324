/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/record.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "record/journal.h"
#include "record/list.h"
#include "record/private.h"

G_DEFINE_ABSTRACT_TYPE (NsmRecord, nsm_record, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define MEMBER(self, field, ctype) (*(ctype *) (void *) ((char *) (self) + (field)->offset))

/* Fields */

const NsmField *
nsm_record_class_find_field (NsmRecordClass *klass, const char *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (strcmp (klass->fields[i].name, name) == 0)
      return &klass->fields[i];
  return NULL;
}

/**
 * nsm_record_find_field:
 * @name: the member's name
 *
 * Returns: (nullable): the row of the table, or NULL if there is none
 */
const NsmField *
nsm_record_find_field (NsmRecord *self, const char *name)
{
  return nsm_record_class_find_field (NSM_RECORD_GET_CLASS (self), name);
}

const char *
nsm_field_get_label (const NsmField *field)
{
  return _(field->label);
}

GParamSpec *
nsm_record_get_pspec (NsmRecord *self, const NsmField *field)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (self);

  return klass->pspecs[field - klass->fields];
}

const char *
nsm_record_get_text (NsmRecord *self, const NsmField *field)
{
  g_return_val_if_fail (field->kind == NSM_KIND_TEXT || field->kind == NSM_KIND_REFERENCE, "");
  return MEMBER (self, field, char *);
}

gboolean
nsm_record_get_flag (NsmRecord *self, const NsmField *field)
{
  g_return_val_if_fail (field->kind == NSM_KIND_FLAG, FALSE);
  return MEMBER (self, field, gboolean);
}

guint
nsm_record_get_choice (NsmRecord *self, const NsmField *field)
{
  g_return_val_if_fail (field->kind == NSM_KIND_CHOICE, 0);
  return MEMBER (self, field, guint);
}

double
nsm_record_get_number (NsmRecord *self, const NsmField *field)
{
  g_return_val_if_fail (field->kind == NSM_KIND_NUMBER, NAN);
  return MEMBER (self, field, double);
}

NsmRecord *
nsm_record_get_child (NsmRecord *self, const NsmField *field)
{
  g_return_val_if_fail (field->kind == NSM_KIND_CHILD, NULL);
  return MEMBER (self, field, NsmRecord *);
}

NsmList *
nsm_record_get_list (NsmRecord *self, const NsmField *field)
{
  g_return_val_if_fail (field->kind == NSM_KIND_LIST, NULL);
  return MEMBER (self, field, NsmList *);
}

/**
 * nsm_record_is_empty:
 *
 * Returns: whether nothing in @self, nor below it, differs from its start
 */
gboolean
nsm_record_is_empty (NsmRecord *self)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (self);

  if (self->unknown != NULL && self->unknown->len > 0)
    return FALSE;
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];
      gboolean empty = TRUE;

      switch (field->kind)
        {
        case NSM_KIND_TEXT:
        case NSM_KIND_REFERENCE:
          empty = nsm_record_get_text (self, field)[0] == '\0';
          break;
        case NSM_KIND_FLAG:
          empty = !nsm_record_get_flag (self, field);
          break;
        case NSM_KIND_CHOICE:
          empty = nsm_record_get_choice (self, field) == (guint) field->initial;
          break;
        case NSM_KIND_NUMBER:
          empty = nsm_numbers_are_same (nsm_record_get_number (self, field), field->initial);
          break;
        case NSM_KIND_CHILD:
          empty = nsm_record_is_empty (nsm_record_get_child (self, field));
          break;
        case NSM_KIND_LIST:
          empty = nsm_list_get_size (nsm_record_get_list (self, field)) == 0;
          break;
        }
      if (!empty)
        return FALSE;
    }
  return TRUE;
}

/**
 * nsm_record_emit_changed:
 *
 * Tells the root that @field of @self changed ("changed", with both).
 */
void
nsm_record_emit_changed (NsmRecord *self, const NsmField *field)
{
  NsmRecord *root = nsm_record_get_root (self);

  if (root->index != NULL)
    g_signal_emit (root, signals[SIGNAL_CHANGED], 0, self, field);
}

/* Setting */

static void
load_value (NsmRecord *self, const NsmField *field, GValue *value)
{
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
    case NSM_KIND_REFERENCE:
      g_value_set_string (value, MEMBER (self, field, char *));
      break;
    case NSM_KIND_FLAG:
      g_value_set_boolean (value, MEMBER (self, field, gboolean));
      break;
    case NSM_KIND_CHOICE:
      g_value_set_enum (value, (int) MEMBER (self, field, guint));
      break;
    case NSM_KIND_NUMBER:
      g_value_set_double (value, MEMBER (self, field, double));
      break;
    case NSM_KIND_CHILD:
    case NSM_KIND_LIST:
      g_value_set_object (value, MEMBER (self, field, GObject *));
      break;
    }
}

static void
store_value (NsmRecord *self, const NsmField *field, const GValue *value)
{
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
    case NSM_KIND_REFERENCE:
      g_free (MEMBER (self, field, char *));
      MEMBER (self, field, char *) = g_value_dup_string (value);
      break;
    case NSM_KIND_FLAG:
      MEMBER (self, field, gboolean) = g_value_get_boolean (value);
      break;
    case NSM_KIND_CHOICE:
      MEMBER (self, field, guint) = (guint) g_value_get_enum (value);
      break;
    case NSM_KIND_NUMBER:
      MEMBER (self, field, double) = g_value_get_double (value);
      break;
    case NSM_KIND_CHILD:
    case NSM_KIND_LIST:
      g_assert_not_reached ();
    }
}

/**
 * nsm_record_set_value:
 *
 * Sets @field to what @value becomes within the field's limits: texts are cut,
 * numbers clamped. A date that is none, a choice that isn't offered and a
 * reference to nothing change nothing. Equal values notify nobody.
 */
void
nsm_record_set_value (NsmRecord *self, const NsmField *field, const GValue *given)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) before = G_VALUE_INIT;
  NsmJournal *journal = nsm_record_get_journal (self);

  if (!nsm_value_normalize (self, field, given, &value))
    return;
  g_value_init (&before, G_VALUE_TYPE (&value));
  load_value (self, field, &before);
  if (nsm_values_are_same (field, &before, &value))
    return;

  if (journal != NULL && nsm_record_is_recorded (self, field))
    nsm_journal_note_value (journal, self, field, &before, &value);
  store_value (self, field, &value);
  g_object_notify_by_pspec (G_OBJECT (self), nsm_record_get_pspec (self, field));
  nsm_record_emit_changed (self, field);
}

/* GObject */

static void
nsm_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec G_GNUC_UNUSED)
{
  NsmRecord *self = NSM_RECORD (object);

  load_value (self, &NSM_RECORD_GET_CLASS (self)->fields[id - 1], value);
}

static void
nsm_record_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec G_GNUC_UNUSED)
{
  NsmRecord *self = NSM_RECORD (object);

  nsm_record_set_value (self, &NSM_RECORD_GET_CLASS (self)->fields[id - 1], value);
}

static GParamSpec *
make_pspec (const NsmField *field)
{
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_BLURB;
  const char *blurb = field->label;

  switch (field->kind)
    {
    case NSM_KIND_TEXT:
    case NSM_KIND_REFERENCE:
      return g_param_spec_string (name, NULL, blurb, "", flags);
    case NSM_KIND_FLAG:
      return g_param_spec_boolean (name, NULL, blurb, FALSE, flags);
    case NSM_KIND_CHOICE:
      return g_param_spec_enum (name, NULL, blurb, field->type (), (int) field->initial, flags);
    case NSM_KIND_NUMBER:
      /* NAN lies outside every range, so the limits are the record's own. */
      return g_param_spec_double (name, NULL, blurb, -G_MAXDOUBLE, G_MAXDOUBLE,
                                  isnan (field->initial) ? 0 : field->initial,
                                  flags | G_PARAM_LAX_VALIDATION);
    case NSM_KIND_CHILD:
      return g_param_spec_object (name, NULL, blurb, field->type (),
                                  G_PARAM_READABLE | G_PARAM_STATIC_BLURB);
    case NSM_KIND_LIST:
    default:
      return g_param_spec_object (name, NULL, blurb, NSM_TYPE_LIST,
                                  G_PARAM_READABLE | G_PARAM_STATIC_BLURB);
    }
}

/**
 * nsm_record_class_install:
 * @fields: (array length=n_fields): the table; must live as long as the program
 * @label: msgid of what one record of the class is called
 * @identified: whether others may refer to such records
 *
 * Makes the table's properties. Ends the program on doubled names or offsets.
 */
void
nsm_record_class_install (NsmRecordClass *klass, const NsmField *fields, guint n_fields,
                          const char *label, gboolean identified)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  for (guint i = 0; i < n_fields; i++)
    for (guint j = 0; j < i; j++)
      if (strcmp (fields[i].name, fields[j].name) == 0 || fields[i].offset == fields[j].offset)
        g_error ("%s: %s and %s are one field twice", G_OBJECT_CLASS_NAME (klass),
                 fields[i].name, fields[j].name);

  object_class->get_property = nsm_record_get_property;
  object_class->set_property = nsm_record_set_property;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->label = label;
  klass->identified = identified;
  klass->pspecs = g_new0 (GParamSpec *, n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      klass->pspecs[i] = make_pspec (&fields[i]);
      g_object_class_install_property (object_class, i + 1, klass->pspecs[i]);
    }
}

static void
nsm_record_constructed (GObject *object)
{
  NsmRecord *self = NSM_RECORD (object);
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (self);

  G_OBJECT_CLASS (nsm_record_parent_class)->constructed (object);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];

      switch (field->kind)
        {
        case NSM_KIND_TEXT:
        case NSM_KIND_REFERENCE:
          MEMBER (self, field, char *) = g_strdup ("");
          break;
        case NSM_KIND_FLAG:
          MEMBER (self, field, gboolean) = FALSE;
          break;
        case NSM_KIND_CHOICE:
          MEMBER (self, field, guint) = (guint) field->initial;
          break;
        case NSM_KIND_NUMBER:
          MEMBER (self, field, double) = field->initial;
          break;
        case NSM_KIND_CHILD:
          {
            NsmRecord *child = g_object_new (field->type (), NULL);

            MEMBER (self, field, NsmRecord *) = child;
            child->owner = self;
            child->place = field;
            break;
          }
        case NSM_KIND_LIST:
          MEMBER (self, field, NsmList *) = nsm_list_new (self, field);
          break;
        }
    }
}

static void
nsm_record_finalize (GObject *object)
{
  NsmRecord *self = NSM_RECORD (object);
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (self);

  /* The journal first: it holds records that others below still point to. */
  if (self->journal != NULL)
    nsm_journal_orphan (self->journal);
  g_clear_object (&self->journal);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];

      if (field->kind == NSM_KIND_TEXT || field->kind == NSM_KIND_REFERENCE)
        g_clear_pointer (&MEMBER (self, field, char *), g_free);
      else if (field->kind == NSM_KIND_CHILD)
        {
          MEMBER (self, field, NsmRecord *)->owner = NULL;
          g_clear_object (&MEMBER (self, field, NsmRecord *));
        }
      else if (field->kind == NSM_KIND_LIST)
        {
          nsm_list_orphan (MEMBER (self, field, NsmList *));
          g_clear_object (&MEMBER (self, field, NsmList *));
        }
    }
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  g_free (self->id);

  G_OBJECT_CLASS (nsm_record_parent_class)->finalize (object);
}

static void
nsm_record_class_init (NsmRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = nsm_record_constructed;
  object_class->finalize = nsm_record_finalize;

  /**
   * NsmRecord::changed:
   * @record: the record that changed
   * @field: (nullable): the NsmField that changed, of @record
   *
   * Emitted on a root after anything in its document changed.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, NSM_TYPE_RECORD, G_TYPE_POINTER);
}

static void
nsm_record_init (NsmRecord *self)
{
  self->id = g_strdup ("");
}
