/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fill.h"

#include <math.h>

static const char *const pieces[] = {
  "a", "Z", "north", " ", "  ", "\n", "\t", "\"", "\\", "/", "<script>", "]]>", "|", "`", "{}",
  "0", "1e9", "ß", "é", "e\xcc\x81", "ñ", "Ω", "Ж", "中文", "日本語", "한국어", "हिन्दी", "ไทย",
  "العربية", "עברית", "\xe2\x80\x8f", "\xe2\x80\xae", "\xe2\x80\x8d", "\xc2\xa0", "\xe2\x80\xa8",
  "👍🏽", "👩‍👩‍👧‍👦", "🇩🇪", "🌟", "\xef\xbf\xbd", "\xef\xbb\xbf", "\xf0\x9d\x94\x98",
  "\xf4\x8f\xbf\xbd", "\xcc\x80\xcc\x81\xcc\x82", "\\u0041", "null", "’", "“”", "…",
};

static gboolean
chance (GRand *rand, double share)
{
  return g_rand_double (rand) < share;
}

char *
fill_dup_text (GRand *rand, guint max_chars)
{
  GString *text = g_string_new (NULL);
  guint n = chance (rand, 0.02) ? 400 : (guint) g_rand_int_range (rand, 1, 12);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  if (g_utf8_strlen (text->str, -1) > (glong) max_chars)
    *g_utf8_offset_to_pointer (text->str, (glong) max_chars) = '\0';
  return g_string_free (text, FALSE);
}

static double
make_number (GRand *rand, const NsmField *field)
{
  double share = g_rand_double (rand);

  if ((field->flags & NSM_FIELD_OPTIONAL) && chance (rand, 0.1))
    return NAN;
  if (chance (rand, 0.05))
    return field->minimum;
  if (chance (rand, 0.05))
    return field->maximum;
  if (field->maximum > 1e300)
    return (share - 0.5) * exp (g_rand_double_range (rand, -600, 600));
  return field->minimum + share * (field->maximum - field->minimum);
}

static void
collect (NsmRecord *record, GType type, GPtrArray *found)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);

  if (G_TYPE_CHECK_INSTANCE_TYPE (record, type))
    g_ptr_array_add (found, record);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];

      if (field->kind == NSM_KIND_CHILD)
        collect (nsm_record_get_child (record, field), type, found);
      else if (field->kind == NSM_KIND_LIST)
        for (guint j = 0; j < nsm_list_get_size (nsm_record_get_list (record, field)); j++)
          collect (nsm_list_get (nsm_record_get_list (record, field), j), type, found);
    }
}

static const char *
choose_target (NsmRecord *record, const NsmField *field, GRand *rand)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  NsmRecord *target;

  collect (nsm_record_get_root (record), field->type (), found);
  if (found->len == 0)
    return "";
  target = found->pdata[g_rand_int_range (rand, 0, (gint32) found->len)];
  return target->id;
}

static void
set_field (NsmRecord *record, const NsmField *field, GRand *rand)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_PARAM_SPEC_VALUE_TYPE (nsm_record_get_pspec (record, field)));
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
      if (field->flags & NSM_FIELD_DATE)
        g_value_take_string (&value, g_strdup_printf ("%04d-%02d-%02d",
                                                      g_rand_int_range (rand, 1, 9999),
                                                      g_rand_int_range (rand, 1, 13),
                                                      g_rand_int_range (rand, 1, 29)));
      else
        g_value_take_string (&value, fill_dup_text (rand, (guint) field->maximum));
      break;
    case NSM_KIND_FLAG:
      g_value_set_boolean (&value, chance (rand, 0.5));
      break;
    case NSM_KIND_CHOICE:
      {
        g_autoptr (GEnumClass) klass = g_type_class_ref (field->type ());
        guint at = (guint) g_rand_int_range (rand, 0, (gint32) klass->n_values);

        g_value_set_enum (&value, klass->values[at].value);
        break;
      }
    case NSM_KIND_NUMBER:
      g_value_set_double (&value, make_number (rand, field));
      break;
    case NSM_KIND_REFERENCE:
      g_value_set_string (&value, choose_target (record, field, rand));
      break;
    case NSM_KIND_CHILD:
    case NSM_KIND_LIST:
    default:
      g_assert_not_reached ();
    }
  nsm_record_set_value (record, field, &value);
}

static gboolean
is_filled (NsmRecord *record, const NsmField *field)
{
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
    case NSM_KIND_REFERENCE:
      return nsm_record_get_text (record, field)[0] != '\0';
    case NSM_KIND_FLAG:
      return nsm_record_get_flag (record, field);
    case NSM_KIND_CHOICE:
      return nsm_record_get_choice (record, field) != (guint) field->initial;
    case NSM_KIND_NUMBER:
      return !isnan (nsm_record_get_number (record, field)) &&
             (isnan (field->initial) ||
              fabs (nsm_record_get_number (record, field) - field->initial) > 0);
    case NSM_KIND_CHILD:
      return TRUE;
    case NSM_KIND_LIST:
    default:
      return nsm_list_get_size (nsm_record_get_list (record, field)) > 0;
    }
}

static void
grow (NsmRecord *record, GRand *rand)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];

      if (field->kind == NSM_KIND_CHILD)
        grow (nsm_record_get_child (record, field), rand);
      else if (field->kind == NSM_KIND_LIST)
        for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
          grow (nsm_list_append_new (nsm_record_get_list (record, field), NULL), rand);
    }
}

static void
fill (NsmRecord *record, GRand *rand, GHashTable *seen)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];

      if (field->kind == NSM_KIND_CHILD)
        fill (nsm_record_get_child (record, field), rand, seen);
      else if (field->kind == NSM_KIND_LIST)
        for (guint j = 0; j < nsm_list_get_size (nsm_record_get_list (record, field)); j++)
          fill (nsm_list_get (nsm_record_get_list (record, field), j), rand, seen);
      else if (!chance (rand, 0.1))
        set_field (record, field, rand);
      if (seen != NULL && is_filled (record, field))
        g_hash_table_add (seen, g_strdup_printf ("%s.%s", G_OBJECT_TYPE_NAME (record), field->name));
    }
}

/* First the records, then what is in them, so that references find something. */
void
fill_record (NsmRecord *record, GRand *rand, GHashTable *seen)
{
  grow (record, rand);
  fill (record, rand, seen);
}
