/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What fields may hold: ids, dates, choices, numbers and texts. */
#include "record/record.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "record/private.h"

/**
 * nsm_id_is_valid:
 *
 * Returns: whether @id is 1–64 of [a-z0-9-], not starting with '-'
 */
gboolean
nsm_id_is_valid (const char *id)
{
  gsize n = strlen (id);

  if (n == 0 || n > 64 || id[0] == '-')
    return FALSE;
  return strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

/**
 * nsm_id_new:
 *
 * Returns: (transfer full): a new id, 50 random bits in ten characters
 */
char *
nsm_id_new (void)
{
  static const char letters[] = "abcdefghijkmnpqrstuvwxyz23456789";
  char id[11] = "";

  for (guint i = 0; i < 10; i++)
    id[i] = letters[g_random_int_range (0, i == 0 ? 24 : 32)];
  return g_strdup (id);
}

/**
 * nsm_date_is_valid:
 *
 * Returns: whether @date is a day of the Gregorian calendar as YYYY-MM-DD
 */
gboolean
nsm_date_is_valid (const char *date)
{
  if (strlen (date) != 10 || date[4] != '-' || date[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (date[i]))
      return FALSE;

  guint year = (guint) g_ascii_strtoull (date, NULL, 10);
  guint month = (guint) g_ascii_strtoull (date + 5, NULL, 10);
  guint day = (guint) g_ascii_strtoull (date + 8, NULL, 10);

  return year >= 1 && month >= 1 && month <= 12 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static const GEnumValue *
find_choice (GType type, guint value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, (int) value);
}

gboolean
nsm_choice_exists (GType type, guint value)
{
  return find_choice (type, value) != NULL;
}

/**
 * nsm_choice_get_label:
 *
 * Returns: (transfer none): what people call @value, translated
 */
const char *
nsm_choice_get_label (GType type, guint value)
{
  const GEnumValue *found = find_choice (type, value);

  g_return_val_if_fail (found != NULL, "");
  return found->value_name[0] == '\0' ? "" : _(found->value_name);
}

/**
 * nsm_choice_get_nick:
 *
 * Returns: (transfer none): what the file calls @value
 */
const char *
nsm_choice_get_nick (GType type, guint value)
{
  const GEnumValue *found = find_choice (type, value);

  g_return_val_if_fail (found != NULL, "");
  return found->value_nick;
}

gboolean
nsm_choice_from_nick (GType type, const char *nick, guint *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  const GEnumValue *found = g_enum_get_value_by_nick (klass, nick);

  if (found == NULL)
    return FALSE;
  *value = (guint) found->value;
  return TRUE;
}

gboolean
nsm_numbers_are_same (double a, double b)
{
  return (isnan (a) && isnan (b)) || (a <= b && a >= b);
}

/* Whether a text can only be itself: at most so many characters of ASCII, and none that
 * is changed. Most texts are, and the long ones, which are sealed, always. */
static gboolean
is_plain (const char *text, gsize max_chars)
{
  gsize n = 0;

  for (; text[n] != '\0'; n++)
    {
      guchar c = (guchar) text[n];

      if (n >= max_chars || c >= 0x7f || (c < 0x20 && c != '\n' && c != '\t'))
        return FALSE;
    }
  return TRUE;
}

/* What a text becomes when it is stored: valid UTF-8, lines ending in \n, no
 * other control characters, not longer than its field allows. The reader of
 * files accepts exactly such texts. */
char *
nsm_text_normalize (const char *text, gsize max_chars)
{
  g_autofree char *valid = NULL;
  GString *out;
  gsize n = 0;

  if (is_plain (text, max_chars))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  out = g_string_sized_new (strlen (valid));
  for (const char *p = valid; *p != '\0' && n < max_chars; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p[1] == '\n')
            continue;
          c = '\n';
        }
      if (nsm_char_is_refused (c))
        continue;
      g_string_append_unichar (out, c);
      n++;
    }
  return g_string_free (out, FALSE);
}

gboolean
nsm_char_is_refused (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f || c == 0xfffe || c == 0xffff;
}

/**
 * nsm_value_normalize:
 * @value: (out): what @given becomes within the limits of @field
 *
 * Returns: whether @field of @self may hold that
 */
gboolean
nsm_value_normalize (NsmRecord *self, const NsmField *field, const GValue *given, GValue *value)
{
  g_value_init (value, G_VALUE_TYPE (given));

  switch (field->kind)
    {
    case NSM_KIND_TEXT:
      {
        const char *text = g_value_get_string (given);

        g_value_take_string (value, nsm_text_normalize (text != NULL ? text : "",
                                                        (gsize) field->maximum));
        return (field->flags & NSM_FIELD_DATE) == 0 || g_value_get_string (value)[0] == '\0' ||
               nsm_date_is_valid (g_value_get_string (value));
      }

    case NSM_KIND_REFERENCE:
      {
        const char *id = g_value_get_string (given);

        if (id == NULL)
          id = "";
        g_value_set_string (value, id);
        if (id[0] == '\0')
          return TRUE;
        if (!nsm_id_is_valid (id))
          return FALSE;
        if (nsm_record_get_root (self)->index != NULL)
          {
            NsmRecord *target = nsm_record_find (self, id);

            return target != NULL && G_TYPE_CHECK_INSTANCE_TYPE (target, field->type ());
          }
        return TRUE;
      }

    case NSM_KIND_NUMBER:
      {
        double number = g_value_get_double (given);

        if (isnan (number))
          {
            g_value_set_double (value, NAN);
            return (field->flags & NSM_FIELD_OPTIONAL) != 0;
          }
        if (field->flags & NSM_FIELD_WHOLE)
          number = round (number);
        g_value_set_double (value, CLAMP (number, field->minimum, field->maximum));
        return TRUE;
      }

    case NSM_KIND_CHOICE:
      g_value_copy (given, value);
      return nsm_choice_exists (field->type (), (guint) g_value_get_enum (given));

    case NSM_KIND_FLAG:
      g_value_copy (given, value);
      return TRUE;

    case NSM_KIND_CHILD:
    case NSM_KIND_LIST:
    default:
      return FALSE;
    }
}

gboolean
nsm_values_are_same (const NsmField *field, const GValue *a, const GValue *b)
{
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
    case NSM_KIND_REFERENCE:
      return g_strcmp0 (g_value_get_string (a), g_value_get_string (b)) == 0;
    case NSM_KIND_FLAG:
      return g_value_get_boolean (a) == g_value_get_boolean (b);
    case NSM_KIND_CHOICE:
      return g_value_get_enum (a) == g_value_get_enum (b);
    case NSM_KIND_NUMBER:
      return nsm_numbers_are_same (g_value_get_double (a), g_value_get_double (b));
    case NSM_KIND_CHILD:
    case NSM_KIND_LIST:
    default:
      return TRUE;
    }
}
