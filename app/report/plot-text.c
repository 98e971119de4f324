/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide words are, more or less. A picture is laid out without looking at fonts: SVG is
 * shown with the reader's, and the same records give the same file on every machine. */
#include "report/plot-private.h"

#include <string.h>

#define LRM "\342\200\216" /* decide a line's direction without being seen */
#define RLM "\342\200\217"

static double
guess_letter (gunichar c)
{
  if (g_unichar_iszerowidth (c) || g_unichar_ismark (c) || (c >= 0x1f3fb && c <= 0x1f3ff) ||
      (c >= 0x2066 && c <= 0x2069))
    return 0;
  if (g_unichar_iswide (c) || (c >= 0x1f000 && c <= 0x1faff))
    return 1.15;
  if (c < 0x80 && strchr ("iljI.,:;'|!()[]ft /", (int) c) != NULL && c != 0)
    return 0.3;
  if (c == 'W')
    return 0.97;
  if (c < 0x80 && strchr ("mwM%@", (int) c) != NULL && c != 0)
    return 0.88;
  if (c >= 0x600 && c <= 0x8ff)
    return 0.6;
  return g_unichar_isupper (c) ? 0.66 : 0.54;
}

/**
 * nsm_plot_text_guess_width:
 *
 * Returns: about how wide a line of words is; rather too much than too little
 */
double
nsm_plot_text_guess_width (const char *text, double size, gboolean bold)
{
  double width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += guess_letter (g_utf8_get_char (p));
  return width * size * (bold ? 1.05 : 1);
}

/**
 * nsm_plot_text_is_rtl:
 *
 * Returns: whether the first letter of @text, without what is isolated, belongs to a script
 *   that runs to the left
 */
gboolean
nsm_plot_text_is_rtl (const char *text)
{
  int depth = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x2066 && c <= 0x2068)
        depth++;
      else if (c == 0x2069)
        depth = MAX (depth - 1, 0);
      else if (depth == 0 && (c == 0x200e || c == 0x200f))
        return c == 0x200f;
      else if (depth == 0 && g_unichar_isalpha (c))
        return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) ||
               (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff) ||
               (c >= 0x1e800 && c <= 0x1efff);
    }
  return FALSE;
}

static gboolean
is_joiner (gunichar c)
{
  return c == 0x200d;
}

/* Closes what was opened, or the rest of the line would run the wrong way. */
static void
close_isolates (GString *text)
{
  int open = 0;

  for (const char *p = text->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x2066 && c <= 0x2068)
        open++;
      else if (c == 0x2069 && open > 0)
        open--;
    }
  for (; open > 0; open--)
    g_string_append (text, "\342\201\251");
}

/**
 * nsm_plot_text_shorten:
 *
 * Returns: (transfer full): as much of @text as fits, with an ellipsis where it doesn't;
 *   letters stay with their accents and joined signs together
 */
char *
nsm_plot_text_shorten (const char *text, double size, gboolean bold, double max_width)
{
  double factor = size * (bold ? 1.05 : 1), width = guess_letter (0x2026) * factor;
  const char *end = text;
  gunichar previous = 0;
  GString *out;

  if (max_width <= 0 || nsm_plot_text_guess_width (text, size, bold) <= max_width)
    return g_strdup (text);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      double letter = guess_letter (c) * factor;

      if (letter > 0 && !is_joiner (previous))
        end = p;
      width += letter;
      if (width > max_width)
        break;
      previous = c;
    }
  out = g_string_new_len (text, end - text);
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  close_isolates (out);
  g_string_append (out, "…");
  return g_string_free (out, FALSE);
}

/* Whether a line may end between two letters that no space parts. */
static gboolean
may_break (gunichar before, gunichar c)
{
  /* After a hyphen within a word. */
  if ((before == '-' || before == 0x2010) && g_unichar_isalpha (c))
    return TRUE;
  if (guess_letter (c) == 0 || is_joiner (before) ||
      !(g_unichar_iswide (before) || g_unichar_iswide (c)))
    return FALSE;
  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
    case G_UNICODE_OTHER_PUNCTUATION:
      return FALSE;
    default:
      return g_unichar_type (before) != G_UNICODE_OPEN_PUNCTUATION &&
             g_unichar_type (before) != G_UNICODE_INITIAL_PUNCTUATION;
    }
}

/* What stays on a line together: words, the signs of scripts that have no spaces, and pieces of
 * what is longer than any line. Whoever follows a space begins with it. */
static GPtrArray *
split_pieces (const char *text, double size, gboolean bold, double most)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) piece = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean ends = c == ' ' || (piece->len > 0 && before != ' ' && may_break (before, c));

      if (!ends && piece->len > 0 && guess_letter (c) > 0 && !is_joiner (before))
        {
          const char *words = piece->str[0] == ' ' ? piece->str + 1 : piece->str;

          ends = words[0] != '\0' &&
                 nsm_plot_text_guess_width (words, size, bold) +
                     guess_letter (c) * size * (bold ? 1.05 : 1) > most;
        }
      if (ends && piece->len > 0)
        {
          g_ptr_array_add (pieces, g_strdup (piece->str));
          g_string_truncate (piece, 0);
        }
      g_string_append_unichar (piece, c);
      before = c;
    }
  if (piece->len > 0)
    g_ptr_array_add (pieces, g_strdup (piece->str));
  return pieces;
}

/* As many pieces to a line as go into it, at least one. */
static GStrv
fill_lines (GPtrArray *pieces, double size, gboolean bold, double width)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const char *piece = pieces->pdata[i];
      gsize length = line->len;

      g_string_append (line, length == 0 && piece[0] == ' ' ? piece + 1 : piece);
      if (length > 0 && nsm_plot_text_guess_width (line->str, size, bold) > width)
        {
          g_string_truncate (line, length);
          g_strv_builder_add (lines, line->str);
          g_string_assign (line, piece[0] == ' ' ? piece + 1 : piece);
        }
    }
  g_strv_builder_add (lines, line->str);
  return g_strv_builder_end (lines);
}

/**
 * nsm_plot_text_wrap:
 *
 * Returns: (transfer full): @text broken into as few lines as it needs, all about as long as
 *   each other: at spaces, between signs of scripts that have none, and in the middle of a
 *   word only where it is longer than a line
 */
GStrv
nsm_plot_text_wrap (const char *text, double size, gboolean bold, double max_width)
{
  g_autoptr (GPtrArray) pieces = split_pieces (text, size, bold, max_width);
  GStrv lines = fill_lines (pieces, size, bold, max_width);
  guint n = g_strv_length (lines);

  for (double width = 0.95 * max_width; n > 1 && width > max_width / 4; width -= max_width / 20)
    {
      GStrv narrower = fill_lines (pieces, size, bold, width);

      if (g_strv_length (narrower) > n)
        {
          g_strfreev (narrower);
          break;
        }
      g_strfreev (lines);
      lines = narrower;
    }
  return lines;
}

/* A line goes the way that the whole does, whatever it begins with. */
static char *
dup_directed (const char *line, gboolean rtl)
{
  if (nsm_plot_text_is_rtl (line) == rtl)
    return g_strdup (line);
  return g_strconcat (rtl ? RLM : LRM, line, NULL);
}

/**
 * nsm_plot_text_wrap_most:
 * @most: how many lines there may be
 *
 * Returns: (transfer full): the same in no more than so many lines, the last with an ellipsis
 *   where there would be more; all run the way that the first does
 */
GStrv
nsm_plot_text_wrap_most (const char *text, double size, gboolean bold, double max_width, guint most)
{
  gboolean rtl = nsm_plot_text_is_rtl (text);
  GStrv lines;
  guint n;

  /* Nothing is there to make good where the guess is a little too low. */
  max_width *= 0.95;
  lines = nsm_plot_text_wrap (text, size, bold, max_width);
  n = g_strv_length (lines);

  if (n > most)
    {
      g_autoptr (GPtrArray) pieces = split_pieces (text, size, bold, max_width);
      g_autofree char *rest = NULL, *more = NULL;

      /* Evened out, lines would end sooner than they must. */
      g_strfreev (lines);
      lines = fill_lines (pieces, size, bold, max_width);
      n = g_strv_length (lines);
      rest = g_strdup (lines[most - 1]);
      more = g_strconcat (rest, "…", NULL);
      for (guint i = most - 1; i < n; i++)
        g_free (lines[i]);
      lines[most - 1] = nsm_plot_text_guess_width (more, size, bold) <= max_width
                          ? g_strdup (more)
                          : nsm_plot_text_shorten (more, size, bold, max_width);
      lines[most] = NULL;
    }
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = dup_directed (lines[i], rtl);

      g_free (lines[i]);
      lines[i] = line;
    }
  return lines;
}

/**
 * nsm_plot_text_guess_longest:
 *
 * Returns: how wide the widest part of @text is that lines aren't broken in
 */
double
nsm_plot_text_guess_longest (const char *text, double size, gboolean bold)
{
  g_autoptr (GPtrArray) pieces = split_pieces (text, size, bold, 1e6);
  double longest = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const char *piece = pieces->pdata[i];
      double width =
        nsm_plot_text_guess_width (piece[0] == ' ' ? piece + 1 : piece, size, bold);

      longest = MAX (longest, width);
    }
  return longest;
}
