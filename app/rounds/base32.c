/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "rounds/private.h"

/* RFC 4648's alphabet, for what people write down: receipts and recovery codes.
 * Five bytes are eight characters, so five must divide the number of bytes. */
static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/**
 * nsm_base32_dup:
 * @n: a multiple of five
 *
 * Returns: (transfer full): the bytes in capital letters and digits
 */
char *
nsm_base32_dup (const guint8 *bytes, gsize n)
{
  char *out = g_new0 (char, n * 8 / 5 + 1);

  for (gsize i = 0; i < n * 8 / 5; i++)
    {
      gsize bit = i * 5;
      guint next = bit / 8 + 1 < n ? bytes[bit / 8 + 1] : 0;
      guint pair = (guint) bytes[bit / 8] << 8 | next;

      out[i] = letters[(pair >> (11 - bit % 8)) & 31];
    }
  return out;
}

/* The digits that aren't in the alphabet are there for who writes by hand. */
static char
normalize (char c)
{
  return c == '0' ? 'O' : c == '1' ? 'I' : c == '8' ? 'B' : g_ascii_toupper (c);
}

/**
 * nsm_base32_read:
 * @text: as somebody typed it: small letters, spaces and dashes don't matter
 * @bytes: (out caller-allocates): what it says
 * @n: a multiple of five
 *
 * Returns: whether it is exactly @n bytes
 */
gboolean
nsm_base32_read (const char *text, guint8 *bytes, gsize n)
{
  gsize i = 0;

  memset (bytes, 0, n);
  for (; *text != '\0'; text++)
    {
      const char *found;
      gsize bit = i * 5;
      guint pair;

      if (g_ascii_isspace (*text) || *text == '-')
        continue;
      found = strchr (letters, normalize (*text));
      if (found == NULL || i == n * 8 / 5)
        return FALSE;
      pair = (guint) (found - letters) << (11 - bit % 8);
      bytes[bit / 8] |= (guint8) (pair >> 8);
      if (bit / 8 + 1 < n)
        bytes[bit / 8 + 1] |= (guint8) (pair & 0xff);
      i++;
    }
  return i == n * 8 / 5;
}
