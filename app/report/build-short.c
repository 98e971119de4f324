/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that have to fit on one page. */
#include "report/build-private.h"

#include <string.h>

/* What stands before this share of the room is too little of a text to stop at. */
#define LEAST 0.6

static gboolean
ends_sentence (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xff01 ||
         c == 0xff1f || c == 0x061f || c == 0x0964;
}

/* Scripts whose sentences end without a space after it. */
static gboolean
needs_no_space (gunichar c)
{
  return c == 0x3002 || c == 0xff01 || c == 0xff1f;
}

/* Whether a reader takes @c for a part of the sign before it. */
static gboolean
belongs_to_last (gunichar c)
{
  return g_unichar_ismark (c) || c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f) ||
         (c >= 0x1f3fb && c <= 0x1f3ff) || (c >= 0xe0020 && c <= 0xe007f);
}

static char *
dup_one_line (const char *text)
{
  g_auto (GStrv) words = g_regex_split_simple ("\\s+", text, 0, 0);
  g_autofree char *joined = g_strjoinv (" ", words);

  return g_strdup (g_strstrip (joined));
}

/* Where @text is best cut so that at most @most characters of it stay. */
static const char *
find_cut (const char *text, glong most)
{
  const char *sentence = NULL, *word = NULL, *last = text;
  glong n = 0;

  for (const char *p = text; *p != '\0' && n <= most; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);

      if (!belongs_to_last (c) && (p == text || g_utf8_get_char (g_utf8_prev_char (p)) != 0x200d))
        last = p;
      if (c == ' ')
        word = p;
      if (n < most && n >= (glong) ((double) most * LEAST) && ends_sentence (c) &&
          (*next == ' ' || needs_no_space (c)))
        sentence = next;
    }
  if (sentence != NULL)
    return sentence;
  return word != NULL && word - text > (last - text) / 2 ? word : last;
}

/**
 * nsm_build_dup_short:
 * @text: a text of several lines
 * @most: how many characters of it there is room for
 *
 * Returns: (transfer full): @text in one line; cut after a sentence or a word, and so marked, if
 *   it is longer
 */
char *
nsm_build_dup_short (NsmBuild *build, const char *text, guint most)
{
  g_autofree char *line = dup_one_line (text);
  g_autofree char *kept = NULL;

  if (g_utf8_strlen (line, -1) <= (glong) most)
    return g_steal_pointer (&line);
  build->shortened = TRUE;
  kept = g_strndup (line, (gsize) (find_cut (line, (glong) most) - line));
  return g_strconcat (g_strchomp (kept), " …", NULL);
}
