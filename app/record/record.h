/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * A record is a typed GObject whose fields are described once, in a table.
 *
 * From the table come the GObject properties (notify only on change), JSON,
 * limits, undo, comparison of two versions and the labels of forms. The
 * struct's members stay typed C: readers write `metric->name`; every write
 * goes through a property (`g_object_set`), so that limits, journal and
 * notify happen. Text members are never NULL.
 *
 * All functions of this layer belong to the main thread.
 */

typedef enum
{
  NSM_KIND_TEXT = 1,
  NSM_KIND_FLAG,
  NSM_KIND_CHOICE,
  NSM_KIND_NUMBER,    /* a double; NAN is "not set" where optional */
  NSM_KIND_REFERENCE, /* the id of an identified record, or "" */
  NSM_KIND_CHILD,     /* one record, always there */
  NSM_KIND_LIST,      /* an NsmList of records */
} NsmKind;

typedef enum
{
  NSM_FIELD_PLAIN = 0,
  NSM_FIELD_REQUIRED = 1 << 0,  /* an empty one is a finding, no read error */
  NSM_FIELD_MULTILINE = 1 << 1, /* forms give it a writing area */
  NSM_FIELD_IDENTITY = 1 << 2,  /* what people call the record by */
  NSM_FIELD_DATE = 1 << 3,      /* "YYYY-MM-DD" or "" */
  NSM_FIELD_WHOLE = 1 << 4,     /* a whole number */
  NSM_FIELD_OPTIONAL = 1 << 5,  /* a number that may be not set */
  NSM_FIELD_UNRECORDED = 1 << 6 /* it, and all below it, stay out of undo */
} NsmFieldFlags;

typedef struct _NsmField NsmField;
typedef struct _NsmRecord NsmRecord;
typedef struct _NsmRecordClass NsmRecordClass;
typedef struct _NsmList NsmList;
typedef struct _NsmJournal NsmJournal;

struct _NsmField
{
  NsmKind kind;
  const char *name;  /* C member and JSON member; the property has '-' */
  const char *label; /* msgid */
  gsize offset;
  NsmFieldFlags flags;
  double minimum;
  double maximum; /* of a text: characters */
  double initial;
  GType (*type) (void); /* enum, target, child or item */
};

struct _NsmRecord
{
  GObject parent_instance;

  char *id; /* "" unless the class is identified */
  NsmRecord *owner;
  const NsmField *place; /* the field of the owner that holds this one */
  NsmJournal *journal;   /* of a root */
  GHashTable *index;     /* of a root: id → record */
  GPtrArray *unknown;    /* members from another version: name, raw text, … */
};

struct _NsmRecordClass
{
  GObjectClass parent_class;

  const NsmField *fields;
  guint n_fields;
  GParamSpec **pspecs;
  const char *label; /* msgid: what one of them is called */
  gboolean identified;
};

#define NSM_TYPE_RECORD (nsm_record_get_type ())
#define NSM_RECORD(o) (G_TYPE_CHECK_INSTANCE_CAST ((o), NSM_TYPE_RECORD, NsmRecord))
#define NSM_IS_RECORD(o) (G_TYPE_CHECK_INSTANCE_TYPE ((o), NSM_TYPE_RECORD))
#define NSM_RECORD_CLASS(k) (G_TYPE_CHECK_CLASS_CAST ((k), NSM_TYPE_RECORD, NsmRecordClass))
#define NSM_RECORD_GET_CLASS(o) (G_TYPE_INSTANCE_GET_CLASS ((o), NSM_TYPE_RECORD, NsmRecordClass))
GType nsm_record_get_type (void) G_GNUC_CONST;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmRecord, g_object_unref)

/* Rows of a table. SELF is defined to the struct's name around each table,
 * and _Generic refuses a member of another type than the row says. */
#define NSM_MEMBER(member, ctype) \
  (offsetof (SELF, member) + 0 * sizeof (_Generic (((SELF *) NULL)->member, ctype : 0)))

#define NSM_TEXT_MAX 20000
#define NSM_LINE_MAX 400

#define NSM_LINE(member, label, flags) \
  { NSM_KIND_TEXT, #member, label, NSM_MEMBER (member, char *), flags, 0, NSM_LINE_MAX, 0, NULL }
#define NSM_AREA(member, label, flags) \
  { NSM_KIND_TEXT, #member, label, NSM_MEMBER (member, char *), (flags) | NSM_FIELD_MULTILINE, 0, NSM_TEXT_MAX, 0, NULL }
#define NSM_BLOB(member, max) \
  { NSM_KIND_TEXT, #member, #member, NSM_MEMBER (member, char *), 0, 0, max, 0, NULL }
#define NSM_DATE(member, label, flags) \
  { NSM_KIND_TEXT, #member, label, NSM_MEMBER (member, char *), (flags) | NSM_FIELD_DATE, 0, 10, 0, NULL }
#define NSM_FLAG(member, label) \
  { NSM_KIND_FLAG, #member, label, NSM_MEMBER (member, int), 0, 0, 1, 0, NULL }
#define NSM_CHOICE(member, label, get_type, initial) \
  { NSM_KIND_CHOICE, #member, label, NSM_MEMBER (member, unsigned int), 0, 0, 0, initial, get_type }
#define NSM_NUMBER(member, label, min, max, initial, flags) \
  { NSM_KIND_NUMBER, #member, label, NSM_MEMBER (member, double), flags, min, max, initial, NULL }
#define NSM_OPTIONAL(member, label, min, max) \
  { NSM_KIND_NUMBER, #member, label, NSM_MEMBER (member, double), NSM_FIELD_OPTIONAL, min, max, NAN, NULL }
#define NSM_REFERENCE(member, label, get_type, flags) \
  { NSM_KIND_REFERENCE, #member, label, NSM_MEMBER (member, char *), flags, 0, 64, 0, get_type }
#define NSM_CHILD(member, label, get_type, ctype) \
  { NSM_KIND_CHILD, #member, label, NSM_MEMBER (member, ctype *), 0, 0, 0, 0, get_type }
#define NSM_LIST_OF(member, label, get_type, flags) \
  { NSM_KIND_LIST, #member, label, NSM_MEMBER (member, NsmList *), flags, 0, 0, 0, get_type }

#define NSM_DEFINE_RECORD_FULL(TypeName, type_name, table, name_of_one, has_id)         \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, NSM_TYPE_RECORD)                           \
  static void type_name##_class_init (TypeName##Class *klass)                          \
  {                                                                                    \
    nsm_record_class_install (NSM_RECORD_CLASS (klass), table, G_N_ELEMENTS (table),   \
                              name_of_one, has_id);                                    \
  }                                                                                    \
  static void type_name##_init (TypeName *self G_GNUC_UNUSED) {}

/* A record that others may refer to, and one that nothing refers to. */
#define NSM_DEFINE_RECORD(TypeName, type_name, table, name_of_one) \
  NSM_DEFINE_RECORD_FULL (TypeName, type_name, table, name_of_one, TRUE)
#define NSM_DEFINE_ROW(TypeName, type_name, table, name_of_one) \
  NSM_DEFINE_RECORD_FULL (TypeName, type_name, table, name_of_one, FALSE)

/* A choice: nick for the file, name (a msgid) for people. */
#define NSM_DEFINE_CHOICE(TypeName, type_name, ...)                        \
  GType type_name##_get_type (void)                                        \
  {                                                                        \
    static gsize once = 0;                                                 \
    if (g_once_init_enter (&once))                                         \
      {                                                                    \
        static const GEnumValue values[] = { __VA_ARGS__, { 0, NULL, NULL } }; \
        g_once_init_leave (&once, g_enum_register_static (#TypeName, values)); \
      }                                                                    \
    return once;                                                           \
  }

void nsm_record_class_install (NsmRecordClass *klass, const NsmField *fields, guint n_fields,
                               const char *label, gboolean identified);

const NsmField *nsm_record_find_field (NsmRecord *self, const char *name);
const NsmField *nsm_record_class_find_field (NsmRecordClass *klass, const char *name);
const char *nsm_field_get_label (const NsmField *field);
GParamSpec *nsm_record_get_pspec (NsmRecord *self, const NsmField *field);

const char *nsm_record_get_text (NsmRecord *self, const NsmField *field);
gboolean nsm_record_get_flag (NsmRecord *self, const NsmField *field);
guint nsm_record_get_choice (NsmRecord *self, const NsmField *field);
double nsm_record_get_number (NsmRecord *self, const NsmField *field);
NsmRecord *nsm_record_get_child (NsmRecord *self, const NsmField *field);
NsmList *nsm_record_get_list (NsmRecord *self, const NsmField *field);
void nsm_record_set_value (NsmRecord *self, const NsmField *field, const GValue *value);
gboolean nsm_record_is_empty (NsmRecord *self);

const char *nsm_record_get_kind_label (NsmRecord *self);
const char *nsm_record_get_title (NsmRecord *self);
char *nsm_record_get_path (NsmRecord *self);
NsmRecord *nsm_record_find_path (NsmRecord *root, const char *path);

void nsm_record_make_root (NsmRecord *self);
NsmRecord *nsm_record_get_root (NsmRecord *self);
NsmJournal *nsm_record_get_journal (NsmRecord *self);
gboolean nsm_record_is_recorded (NsmRecord *self, const NsmField *field);
NsmRecord *nsm_record_find (NsmRecord *self, const char *id);
NsmRecord *nsm_record_get_target (NsmRecord *self, const NsmField *field);

gboolean nsm_id_is_valid (const char *id);
char *nsm_id_new (void);
gboolean nsm_date_is_valid (const char *date);
const char *nsm_choice_get_label (GType type, guint value);
const char *nsm_choice_get_nick (GType type, guint value);
gboolean nsm_choice_from_nick (GType type, const char *nick, guint *value);

G_END_DECLS
