/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tree.h"

#include <stdarg.h>
#include <string.h>

#include "record/language.h"
#include "record/record.h"

/**
 * nsm_run_new:
 *
 * Returns: (transfer full): a run that says @text, which holds no line break
 */
NsmRun *
nsm_run_new (NsmRunStyle style, const char *text)
{
  NsmRun *run = g_new0 (NsmRun, 1);

  run->style = style;
  run->text = g_strdup (text != NULL ? text : "");
  return run;
}

/**
 * nsm_run_new_link:
 * @target: the id of a section or entry of the same document
 *
 * Returns: (transfer full): a run that leads there
 */
NsmRun *
nsm_run_new_link (const char *target, const char *text)
{
  NsmRun *run = nsm_run_new (NSM_RUN_LINK, text);

  run->target = g_strdup (target);
  return run;
}

static NsmRun *
new_date (const char *date, char *(*dup_words) (const char *iso))
{
  NsmRun *run;

  if (date == NULL || !nsm_date_is_valid (date))
    return nsm_run_new (NSM_RUN_TEXT, date);
  run = nsm_run_new (NSM_RUN_DATE, NULL);
  run->value = g_strdup (date);
  g_free (run->text);
  run->text = dup_words (date);
  return run;
}

/**
 * nsm_run_new_date:
 * @date: "YYYY-MM-DD"
 *
 * Returns: (transfer full): the date in words of the language
 */
NsmRun *
nsm_run_new_date (const char *date)
{
  return new_date (date, nsm_date_dup_long);
}

/**
 * nsm_run_new_month:
 * @date: "YYYY-MM-DD"
 *
 * Returns: (transfer full): the month and year of the date, in words of the language
 */
NsmRun *
nsm_run_new_month (const char *date)
{
  return new_date (date, nsm_date_dup_month);
}

/**
 * nsm_run_new_number:
 * @number: a finite number
 * @decimals: how many to show; -1: as many as it takes, at most six
 *
 * Returns: (transfer full): the number as the language writes it
 */
NsmRun *
nsm_run_new_number (double number, int decimals)
{
  NsmRun *run = nsm_run_new (NSM_RUN_NUMBER, NULL);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_free (run->text);
  run->text = nsm_number_dup (number, decimals);
  run->value = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.12g", number));
  return run;
}

/**
 * nsm_run_new_badge:
 * @tone: whether the state is good news, a caution or bad news
 *
 * Returns: (transfer full): a state in one or two words
 */
NsmRun *
nsm_run_new_badge (NsmTone tone, const char *text)
{
  NsmRun *run = nsm_run_new (NSM_RUN_BADGE, text);

  run->tone = tone;
  return run;
}

/**
 * nsm_tone_get_sign:
 *
 * Returns: the sign that says without colour which way a badge points, or ""
 */
const char *
nsm_tone_get_sign (NsmTone tone)
{
  switch (tone)
    {
    case NSM_TONE_POSITIVE:
      return "✓";
    case NSM_TONE_CAUTION:
      return "!";
    case NSM_TONE_NEGATIVE:
      return "✕";
    case NSM_TONE_PLAIN:
    case NSM_TONE_LEAD:
    case NSM_TONE_FINE:
    case NSM_TONE_QUOTE:
    case NSM_TONE_CARDS:
    default:
      return "";
    }
}

/**
 * nsm_run_free:
 * @run: (transfer full): a run
 */
void
nsm_run_free (NsmRun *run)
{
  g_free (run->text);
  g_free (run->target);
  g_free (run->value);
  g_free (run);
}

/**
 * nsm_runs_add:
 * @run: (transfer full): a run
 */
void
nsm_runs_add (GPtrArray *runs, NsmRun *run)
{
  g_ptr_array_add (runs, run);
}

static gboolean
is_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029 || c == '\f' || c == '\v' ||
         c == 0x85;
}

/* What XML can't hold, even escaped. Records refuse most of it; a writer must not depend on that. */
static gboolean
is_unwritable (gunichar c)
{
  return (c < 0x20 && c != '\t') || (c >= 0x7f && c < 0xa0) || (c >= 0xd800 && c <= 0xdfff) ||
         (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

/**
 * nsm_run_dup_writable:
 * @text: (nullable): any text of a person
 *
 * Returns: (transfer full): it on one line, without characters that no document can hold; for
 *   what isn't made of runs, such as a title among a document's properties
 */
char *
nsm_run_dup_writable (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_break (c))
        g_string_append_c (out, ' ');
      else if (!is_unwritable (c))
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static void
add_lines (GPtrArray *runs, NsmRunStyle style, const char *valid)
{
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_break (c))
        {
          if (line->len > 0)
            nsm_runs_add (runs, nsm_run_new (style, line->str));
          nsm_runs_add (runs, nsm_run_new (NSM_RUN_BREAK, NULL));
          g_string_truncate (line, 0);
          if (c == '\r' && p[1] == '\n')
            p++;
        }
      else if (!is_unwritable (c))
        g_string_append_unichar (line, c == '\t' ? ' ' : c);
    }
  if (line->len > 0)
    nsm_runs_add (runs, nsm_run_new (style, line->str));
  g_string_free (line, TRUE);
}

/**
 * nsm_runs_add_text:
 * @text: (nullable): any text of a person, without the space around it; line breaks
 *   become runs of their own, characters that no document can hold are left out
 */
void
nsm_runs_add_text (GPtrArray *runs, NsmRunStyle style, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

  add_lines (runs, style, g_strstrip (valid));
}

/**
 * nsm_runs_add_verbatim:
 * @text: a piece out of a person's text, whose spaces count
 */
void
nsm_runs_add_verbatim (GPtrArray *runs, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  add_lines (runs, NSM_RUN_TEXT, valid);
}

static void
add_isolated (GPtrArray *runs, NsmRun *run)
{
  if (run == NULL)
    return;
  if (run->style <= NSM_RUN_CODE)
    {
      guint first = runs->len;

      nsm_runs_add_text (runs, run->style, run->text);
      for (guint i = first; i < runs->len; i++)
        ((NsmRun *) runs->pdata[i])->isolated = TRUE;
      nsm_run_free (run);
      return;
    }
  run->isolated = run->style == NSM_RUN_LINK;
  nsm_runs_add (runs, run);
}

/**
 * nsm_runs_add_template:
 * @format: a sentence with a %s, or %1$s to %9$s, for each run
 * @...: (transfer full): the runs, NULL at the end
 *
 * Puts runs into a translated sentence, in the order that the sentence wants.
 */
void
nsm_runs_add_template (GPtrArray *runs, const char *format, ...)
{
  NsmRun *arguments[9] = { NULL };
  guint n = 0, next = 0;
  g_autoptr (GString) plain = g_string_new (NULL);
  va_list list;

  va_start (list, format);
  for (NsmRun *run = va_arg (list, NsmRun *); run != NULL; run = va_arg (list, NsmRun *))
    {
      g_assert (n < G_N_ELEMENTS (arguments));
      arguments[n++] = run;
    }
  va_end (list);

  for (const char *p = format; *p != '\0'; p++)
    {
      guint which;

      if (p[0] == '%' && p[1] == '%')
        {
          g_string_append_c (plain, '%');
          p++;
          continue;
        }
      if (p[0] == '%' && p[1] == 's')
        {
          which = next++;
          p += 1;
        }
      else if (p[0] == '%' && p[1] >= '1' && p[1] <= '9' && p[2] == '$' && p[3] == 's')
        {
          which = p[1] - '1';
          p += 3;
        }
      else
        {
          g_string_append_c (plain, *p);
          continue;
        }
      if (plain->len > 0)
        nsm_runs_add (runs, nsm_run_new (NSM_RUN_TEXT, plain->str));
      g_string_truncate (plain, 0);
      if (which < n)
        add_isolated (runs, g_steal_pointer (&arguments[which]));
    }
  if (plain->len > 0)
    nsm_runs_add (runs, nsm_run_new (NSM_RUN_TEXT, plain->str));
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&arguments[i], nsm_run_free);
}
