/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "evidence/csv-private.h"

static gboolean
is_one_of (const char *text, gsize length, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strlen (*words) == length && g_ascii_strncasecmp (text, *words, length) == 0)
      return TRUE;
  return FALSE;
}

/* Is there nothing in the cell, or what programs write for nothing? */
gboolean
nsm_csv_is_missing (const char *text, gsize length)
{
  static const char *const words[] = { "NA", "N/A", "#N/A", "NaN",  "NULL", "-",
                                       "–",  "—",   "\\N",  "<NA>", NULL };

  /* Most cells aren't, and that should be quick. */
  return length == 0 || (length <= 4 && (*text == '\xe2' || strchr ("nN#-\\<", *text) != NULL) &&
                         is_one_of (text, length, words));
}

gboolean
nsm_csv_parse_truth (const char *text, gsize length, double *value)
{
  static const char *const yes[] = { "true", "yes", "y", "t", "ja", "j", "1.0", NULL };
  static const char *const no[] = { "false", "no", "n", "f", "nein", "0.0", NULL };

  if (length == 1 && (*text == '0' || *text == '1'))
    *value = *text - '0';
  else if (length == 0 || length > 5)
    return FALSE;
  else if (is_one_of (text, length, yes))
    *value = 1;
  else if (is_one_of (text, length, no))
    *value = 0;
  else
    return FALSE;
  return TRUE;
}

/* As UTF-8, whatever it was: what isn't is most likely of the encoding that Windows had before.
 * (transfer full) */
char *
nsm_csv_dup_utf8 (const char *text, gsize length)
{
  char *converted;

  if (g_utf8_validate_len (text, length, NULL))
    return g_strndup (text, length);
  converted = g_convert (text, (gssize) length, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);
  return converted != NULL ? converted : g_utf8_make_valid (text, (gssize) length);
}

/* Disarming */

static const char *
skip_digits (const char *at)
{
  while (g_ascii_isdigit (*at))
    at++;
  return at;
}

/* -5.2, +3, -1e5, -5,2: a sign doesn't make these formulas. */
static gboolean
is_plain_number (const char *text)
{
  const char *at = text + (*text == '-' || *text == '+');

  if (!g_ascii_isdigit (*at))
    return FALSE;
  at = skip_digits (at);
  if ((*at == '.' || *at == ',') && g_ascii_isdigit (at[1]))
    at = skip_digits (at + 1);
  if (*at == 'e' || *at == 'E')
    {
      at += at[1] == '-' || at[1] == '+' ? 2 : 1;
      if (!g_ascii_isdigit (*at))
        return FALSE;
      at = skip_digits (at);
    }
  return *at == '\0';
}

char *
nsm_csv_disarm_cell (const char *text)
{
  /* Some programs strip what stands before the formula. */
  const char *first = text + strspn (text, " \n");

  if (*first == '\0' || strchr ("=+-@\t\r", *first) == NULL || is_plain_number (text))
    return g_strdup (text);
  return g_strconcat ("'", text, NULL);
}
