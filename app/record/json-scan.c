/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The token scan in front of cJSON, which by itself accepts doubled keys, NUL,
 * broken UTF-8, loose number syntax and text after the end. RFC 8259. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "record/json.h"
#include "record/private.h"

typedef struct
{
  const char *text;
  const char *at;
  const char *end;
  GArray *spans;
  guint depth;
  GError *error;
} Scan;

static gboolean scan_value (Scan *scan);

static gboolean fail (Scan *scan, const char *at, const char *format, ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (Scan *scan, const char *at, const char *format, ...)
{
  guint line = 1;
  const char *start = scan->text;
  g_autofree char *what = NULL;
  va_list args;

  for (const char *p = scan->text; p < at; p++)
    if (*p == '\n')
      {
        line++;
        start = p + 1;
      }
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  if (scan->error == NULL)
    scan->error = g_error_new (NSM_JSON_ERROR, NSM_JSON_ERROR_SYNTAX, _("Line %u, column %u: %s"), line,
                               (guint) g_utf8_strlen (start, at - start) + 1, what);
  return FALSE;
}

static void
skip_space (Scan *scan)
{
  while (scan->at < scan->end && strchr (" \t\r\n", *scan->at) != NULL)
    scan->at++;
}

static gboolean
scan_hex (Scan *scan, guint *unit)
{
  *unit = 0;
  if (scan->end - scan->at < 4)
    return fail (scan, scan->at, "%s", _("\\u needs four hexadecimal digits"));
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (scan->at[i]))
        return fail (scan, scan->at, "%s", _("\\u needs four hexadecimal digits"));
      *unit = *unit * 16 + (guint) g_ascii_xdigit_value (scan->at[i]);
    }
  scan->at += 4;
  return TRUE;
}

static gboolean
scan_escape (Scan *scan, GString *decoded)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *start = scan->at - 1;
  guint unit = 0;
  guint low = 0;

  if (scan->at >= scan->end)
    return fail (scan, start, "%s", _("a text isn’t closed"));
  if (*scan->at != 'u')
    {
      const char *found = strchr (letters, *scan->at);

      if (found == NULL)
        return fail (scan, start, "%s", _("unknown escape in a text"));
      scan->at++;
      g_string_append_c (decoded, meanings[found - letters]);
      return TRUE;
    }

  scan->at++;
  if (!scan_hex (scan, &unit))
    return FALSE;
  if (unit == 0)
    return fail (scan, start, "%s", _("a text contains the character U+0000"));
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return fail (scan, start, "%s", _("half a surrogate pair in a text"));
  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      if (scan->end - scan->at < 6 || scan->at[0] != '\\' || scan->at[1] != 'u')
        return fail (scan, start, "%s", _("half a surrogate pair in a text"));
      scan->at += 2;
      if (!scan_hex (scan, &low))
        return FALSE;
      if (low < 0xdc00 || low > 0xdfff)
        return fail (scan, start, "%s", _("half a surrogate pair in a text"));
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
    }
  g_string_append_unichar (decoded, unit);
  return TRUE;
}

static gboolean
scan_string (Scan *scan, GString *decoded)
{
  const char *start = scan->at++;

  while (scan->at < scan->end && *scan->at != '"')
    {
      if ((guchar) *scan->at < 0x20)
        return fail (scan, scan->at, "%s", _("a control character in a text must be escaped"));
      if (*scan->at == '\\')
        {
          scan->at++;
          if (!scan_escape (scan, decoded))
            return FALSE;
        }
      else
        g_string_append_c (decoded, *scan->at++);
    }
  if (scan->at >= scan->end)
    return fail (scan, start, "%s", _("a text isn’t closed"));
  scan->at++;
  return TRUE;
}

static void
skip_digits (Scan *scan)
{
  while (scan->at < scan->end && g_ascii_isdigit (*scan->at))
    scan->at++;
}

static gboolean
scan_number (Scan *scan)
{
  const char *start = scan->at;
  const char *digits;

  if (*scan->at == '-')
    scan->at++;
  digits = scan->at;
  skip_digits (scan);
  if (scan->at == digits || (*digits == '0' && scan->at - digits > 1))
    return fail (scan, start, "%s", _("this isn’t a number"));
  if (scan->at < scan->end && *scan->at == '.')
    {
      digits = ++scan->at;
      skip_digits (scan);
      if (scan->at == digits)
        return fail (scan, start, "%s", _("this isn’t a number"));
    }
  if (scan->at < scan->end && (*scan->at == 'e' || *scan->at == 'E'))
    {
      scan->at++;
      if (scan->at < scan->end && (*scan->at == '+' || *scan->at == '-'))
        scan->at++;
      digits = scan->at;
      skip_digits (scan);
      if (scan->at == digits)
        return fail (scan, start, "%s", _("this isn’t a number"));
    }

  /* cJSON would read the first 63 characters only. */
  if (scan->at - start > 63)
    return fail (scan, start, "%s", _("a number has more than 63 characters"));

  g_autofree char *number = g_strndup (start, (gsize) (scan->at - start));
  if (!isfinite (g_ascii_strtod (number, NULL)))
    return fail (scan, start, _("the number %.40s is too large"), number);
  return TRUE;
}

static gboolean
scan_word (Scan *scan, const char *word)
{
  gsize n = strlen (word);

  if ((gsize) (scan->end - scan->at) < n || strncmp (scan->at, word, n) != 0)
    return fail (scan, scan->at, "%s", _("a value is expected here"));
  scan->at += n;
  return TRUE;
}

static gboolean
enter (Scan *scan)
{
  if (++scan->depth > NSM_JSON_MAX_DEPTH)
    return fail (scan, scan->at, _("nested more than %d levels deep"), NSM_JSON_MAX_DEPTH);
  scan->at++;
  skip_space (scan);
  return TRUE;
}

/* After an item: whether another one follows. */
static gboolean
scan_comma (Scan *scan, char closing, gboolean *more)
{
  skip_space (scan);
  *more = FALSE;
  if (scan->at < scan->end && *scan->at == closing)
    {
      scan->at++;
      scan->depth--;
      return TRUE;
    }
  if (scan->at >= scan->end || *scan->at != ',')
    return fail (scan, scan->at, _("“,” or “%c” is expected here"), closing);
  scan->at++;
  skip_space (scan);
  *more = TRUE;
  return TRUE;
}

static gboolean
scan_array (Scan *scan)
{
  gboolean more = TRUE;

  if (!enter (scan))
    return FALSE;
  if (scan->at < scan->end && *scan->at == ']')
    return scan_comma (scan, ']', &more);
  while (more)
    if (!scan_value (scan) || !scan_comma (scan, ']', &more))
      return FALSE;
  return TRUE;
}

static gboolean
scan_object (Scan *scan)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean more = TRUE;

  if (!enter (scan))
    return FALSE;
  if (scan->at < scan->end && *scan->at == '}')
    return scan_comma (scan, '}', &more);
  while (more)
    {
      g_autoptr (GString) key = g_string_new (NULL);
      const char *start = scan->at;

      if (scan->at >= scan->end || *scan->at != '"')
        return fail (scan, scan->at, "%s", _("the name of a member is expected here"));
      if (!scan_string (scan, key))
        return FALSE;
      if (!g_hash_table_add (keys, g_strdup (key->str)))
        return fail (scan, start, _("“%.60s” is there twice"), key->str);
      skip_space (scan);
      if (scan->at >= scan->end || *scan->at != ':')
        return fail (scan, scan->at, "%s", _("“:” is expected here"));
      scan->at++;
      skip_space (scan);
      if (!scan_value (scan) || !scan_comma (scan, '}', &more))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_value (Scan *scan)
{
  NsmSpan span = { (gsize) (scan->at - scan->text), 0 };
  guint index = scan->spans->len;
  gboolean ok;

  if (scan->at >= scan->end)
    return fail (scan, scan->at, "%s", _("the file ends too early"));
  g_array_append_val (scan->spans, span);
  switch (*scan->at)
    {
    case '{':
      ok = scan_object (scan);
      break;
    case '[':
      ok = scan_array (scan);
      break;
    case '"':
      {
        g_autoptr (GString) ignored = g_string_new (NULL);

        ok = scan_string (scan, ignored);
        break;
      }
    case 't':
      ok = scan_word (scan, "true");
      break;
    case 'f':
      ok = scan_word (scan, "false");
      break;
    case 'n':
      ok = scan_word (scan, "null");
      break;
    default:
      if (*scan->at != '-' && !g_ascii_isdigit (*scan->at))
        return fail (scan, scan->at, "%s", _("a value is expected here"));
      ok = scan_number (scan);
    }
  g_array_index (scan->spans, NsmSpan, index).end = (gsize) (scan->at - scan->text);
  return ok;
}

/**
 * nsm_json_scan:
 * @spans: (element-type NsmSpan): takes where each value stands, in the order
 *   of the text (an object or array before what is in it)
 *
 * Returns: whether @text is exactly one JSON value as RFC 8259 has it, in
 *   UTF-8, without U+0000, doubled keys or numbers beyond a double, at most
 *   64 levels deep and 64 MiB long
 */
gboolean
nsm_json_scan (const char *text, gsize length, GArray *spans, GError **error)
{
  Scan scan = { text, text, text + length, spans, 0, NULL };
  const char *bad = NULL;
  gboolean ok = TRUE;

  if (length > NSM_JSON_MAX_SIZE)
    ok = fail (&scan, text, _("the file is larger than %d MiB"), NSM_JSON_MAX_SIZE / (1024 * 1024));
  else if (memchr (text, '\0', length) != NULL)
    ok = fail (&scan, memchr (text, '\0', length), "%s", _("the file contains a NUL byte"));
  else if (!g_utf8_validate (text, (gssize) length, &bad))
    ok = fail (&scan, bad, "%s", _("the file isn’t UTF-8 text"));
  else
    {
      if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
        scan.at += 3;
      skip_space (&scan);
      ok = scan_value (&scan);
      skip_space (&scan);
      if (ok && scan.at < scan.end)
        ok = fail (&scan, scan.at, "%s", _("there is text after the end"));
    }
  if (!ok)
    g_propagate_error (error, scan.error);
  return ok;
}
