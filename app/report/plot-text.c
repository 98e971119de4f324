/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide words are, more or less. A picture is laid out without looking at fonts: SVG is
 * shown with the reader's, and the same records give the same file on every machine. */
#include "report/plot-private.h"

#include <string.h>

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
  if (c < 0x80 && strchr ("mwMW%@", (int) c) != NULL && c != 0)
    return 0.88;
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

/* As many words to a line as go into it, at least one. */
static GStrv
fill_lines (const char *text, double size, gboolean bold, double width)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = line->len;

      g_string_append_printf (line, "%s%s", length > 0 ? " " : "", words[i]);
      if (length > 0 && nsm_plot_text_guess_width (line->str, size, bold) > width)
        {
          g_string_truncate (line, length);
          g_strv_builder_add (lines, line->str);
          g_string_assign (line, words[i]);
        }
    }
  g_strv_builder_add (lines, line->str);
  return g_strv_builder_end (lines);
}

/**
 * nsm_plot_text_wrap:
 *
 * Returns: (transfer full): @text broken at spaces into as few lines as it needs, all about
 *   as long as each other; a long word may still be too long
 */
GStrv
nsm_plot_text_wrap (const char *text, double size, gboolean bold, double max_width)
{
  GStrv lines = fill_lines (text, size, bold, max_width);
  guint n = g_strv_length (lines);

  for (double width = 0.95 * max_width; n > 1 && width > max_width / 4; width -= max_width / 20)
    {
      GStrv narrower = fill_lines (text, size, bold, width);

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
