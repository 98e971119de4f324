/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of records, and what differs between two versions of one. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "record/json.h"
#include "record/list.h"
#include "record/private.h"

/* @same: ids, too */
static void
copy_fields (NsmRecord *from, NsmRecord *to, gboolean same)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (from);

  if (same)
    {
      g_free (to->id);
      to->id = g_strdup (from->id);
    }
  if (from->unknown != NULL)
    {
      g_clear_pointer (&to->unknown, g_ptr_array_unref);
      to->unknown = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < from->unknown->len; i++)
        g_ptr_array_add (to->unknown, g_strdup (from->unknown->pdata[i]));
    }
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];

      if (field->kind == NSM_KIND_LIST)
        {
          NsmList *list = nsm_record_get_list (from, field);

          for (guint j = 0; j < nsm_list_get_size (list); j++)
            {
              NsmRecord *each = nsm_list_get (list, j);
              g_autoptr (NsmRecord) item = g_object_new (G_OBJECT_TYPE (each), NULL);

              copy_fields (each, item, same);
              nsm_list_append (nsm_record_get_list (to, field), item);
            }
        }
      else if (field->kind == NSM_KIND_CHILD)
        copy_fields (nsm_record_get_child (from, field), nsm_record_get_child (to, field), same);
      else
        {
          g_auto (GValue) value = G_VALUE_INIT;

          g_value_init (&value, klass->pspecs[i]->value_type);
          g_object_get_property (G_OBJECT (from), klass->pspecs[i]->name, &value);
          nsm_record_set_value (to, field, &value);
        }
    }
}

/**
 * nsm_record_copy:
 * @record: a NsmRecord
 *
 * Returns: (transfer full): the same content under new ids, owned by nobody;
 *   references still lead where they led
 */
gpointer
nsm_record_copy (gpointer record)
{
  NsmRecord *to = g_object_new (G_OBJECT_TYPE (record), NULL);

  copy_fields (record, to, FALSE);
  return to;
}

/**
 * nsm_record_duplicate:
 * @record: a NsmRecord
 *
 * Returns: (transfer full): the same content under the same ids, owned by nobody and no
 *   document yet: a root is made one with nsm_record_make_root()
 */
gpointer
nsm_record_duplicate (gpointer record)
{
  NsmRecord *to = g_object_new (G_OBJECT_TYPE (record), NULL);

  copy_fields (record, to, TRUE);
  return to;
}

void
nsm_difference_free (NsmDifference *difference)
{
  g_free (difference->path);
  g_free (difference->label);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

/**
 * nsm_record_dup_field_text:
 *
 * Returns: (transfer full) (nullable): @field as people read it, "" while it isn't set; NULL for
 *   what holds other records
 */
char *
nsm_record_dup_field_text (NsmRecord *record, const NsmField *field)
{
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
      return g_strdup (nsm_record_get_text (record, field));
    case NSM_KIND_REFERENCE:
      {
        NsmRecord *target = nsm_record_get_target (record, field);

        return g_strdup (target != NULL ? nsm_record_get_title (target) : "");
      }
    case NSM_KIND_FLAG:
      return g_strdup (nsm_record_get_flag (record, field) ? _("Yes") : _("No"));
    case NSM_KIND_CHOICE:
      return g_strdup (nsm_choice_get_label (field->type (), nsm_record_get_choice (record, field)));
    case NSM_KIND_NUMBER:
      if (isnan (nsm_record_get_number (record, field)))
        return g_strdup ("");
      return nsm_json_format_number (nsm_record_get_number (record, field));
    case NSM_KIND_CHILD:
    case NSM_KIND_LIST:
    default:
      return NULL;
    }
}

static void
add_difference (GPtrArray *found, const char *path, const char *name, NsmRecord *record,
                const NsmField *field, char *before, char *after)
{
  NsmDifference *difference = g_new0 (NsmDifference, 1);
  const char *title = nsm_record_get_title (record);
  const char *label = field != NULL ? nsm_field_get_label (field) : nsm_record_get_kind_label (record);

  difference->path = g_strconcat (path, path[0] != '\0' && name[0] != '\0' ? "." : "", name, NULL);
  difference->label = title[0] != '\0' && record->owner != NULL
                        ? g_strdup_printf ("%s: %s", title, label)
                        : g_strdup (label);
  difference->before = before;
  difference->after = after;
  g_ptr_array_add (found, difference);
}

static void compare_records (NsmRecord *before, NsmRecord *after, const char *path, GPtrArray *found);

/* Identified records are matched by id, rows by position. */
static NsmRecord *
find_match (NsmList *list, NsmRecord *item, guint position)
{
  if (NSM_RECORD_GET_CLASS (item)->identified)
    return nsm_list_find (list, item->id);
  return nsm_list_get (list, position);
}

static void
compare_lists (NsmList *before, NsmList *after, const char *path, GPtrArray *found)
{
  for (guint i = 0; i < nsm_list_get_size (before); i++)
    {
      NsmRecord *item = nsm_list_get (before, i);
      g_autofree char *below = g_strdup_printf ("%s[%u]", path, i);

      if (find_match (after, item, i) == NULL)
        add_difference (found, below, "", item, NULL, g_strdup (nsm_record_get_title (item)), NULL);
    }
  for (guint i = 0; i < nsm_list_get_size (after); i++)
    {
      NsmRecord *item = nsm_list_get (after, i);
      NsmRecord *match = find_match (before, item, i);
      g_autofree char *below = g_strdup_printf ("%s[%u]", path, i);

      if (match == NULL)
        add_difference (found, below, "", item, NULL, NULL, g_strdup (nsm_record_get_title (item)));
      else
        compare_records (match, item, below, found);
    }
}

static void
compare_records (NsmRecord *before, NsmRecord *after, const char *path, GPtrArray *found)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (before);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];
      g_autofree char *below = g_strconcat (path, path[0] != '\0' ? "." : "", field->name, NULL);

      if (field->kind == NSM_KIND_CHILD)
        compare_records (nsm_record_get_child (before, field), nsm_record_get_child (after, field),
                         below, found);
      else if (field->kind == NSM_KIND_LIST)
        compare_lists (nsm_record_get_list (before, field), nsm_record_get_list (after, field), below,
                       found);
      else
        {
          g_autofree char *was = nsm_record_dup_field_text (before, field);
          g_autofree char *is = nsm_record_dup_field_text (after, field);

          if (strcmp (was, is) != 0)
            add_difference (found, path, field->name, after, field, g_steal_pointer (&was),
                            g_steal_pointer (&is));
        }
    }
}

/**
 * nsm_record_compare:
 *
 * Returns: (transfer full) (element-type NsmDifference): what differs between two
 *   versions of one record, in the order of the table
 */
GPtrArray *
nsm_record_compare (NsmRecord *before, NsmRecord *after)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_difference_free);

  g_return_val_if_fail (G_OBJECT_TYPE (before) == G_OBJECT_TYPE (after), found);
  compare_records (before, after, "", found);
  return found;
}
