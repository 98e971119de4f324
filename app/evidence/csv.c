/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "evidence/csv.h"

G_DEFINE_QUARK (nsm-csv-error-quark, nsm_csv_error)

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
