/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/report-markup.h"

#include <string.h>

#define BADGE_MAX 30
#define NAME_LENGTH 60 /* letters of a part's first words */

typedef struct
{
  const char *ink, *ground;
} Colors;

/* Ink on ground, for light and dark; each pair has a contrast of more than 4.5 to 1. */
static const Colors *
get_colors (NsmTone tone, gboolean dark)
{
  static const Colors plain[] = { { "#3d3846", "#e9e9eb" }, { "#deddda", "#4a4a4d" } };
  static const Colors positive[] = { { "#0f5f38", "#dcf3e5" }, { "#a6f0bd", "#1d4630" } };
  static const Colors caution[] = { { "#6b4b00", "#fbf0cd" }, { "#f8e45c", "#4a420f" } };
  static const Colors negative[] = { { "#96151f", "#fbe2e3" }, { "#ffb4ae", "#5a2426" } };

  switch (tone)
    {
    case NSM_TONE_POSITIVE:
      return &positive[dark];
    case NSM_TONE_CAUTION:
      return &caution[dark];
    case NSM_TONE_NEGATIVE:
      return &negative[dark];
    case NSM_TONE_PLAIN:
    case NSM_TONE_LEAD:
    case NSM_TONE_FINE:
    case NSM_TONE_QUOTE:
    case NSM_TONE_CARDS:
    default:
      return &plain[dark];
    }
}

static void
add_badge (GString *markup, NsmTone tone, const char *text, gboolean dark)
{
  const Colors *colors = get_colors (tone, dark);
  const char *sign = nsm_tone_get_sign (tone);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  /* A short one stays on one line. */
  g_autofree char *joined = g_strjoinv (strlen (text) <= BADGE_MAX ? "\u00a0" : " ", words);

  g_string_append_printf (markup,
                          "<span size='90%%' weight='bold' foreground='%s' background='%s'>"
                          "\u00a0%s%s%s\u00a0</span>",
                          colors->ink, colors->ground, sign, sign[0] != '\0' ? "\u202f" : "",
                          joined);
}

static void
add_run (GString *markup, const NsmRun *run, gboolean dark)
{
  g_autofree char *text = g_markup_escape_text (run->text != NULL ? run->text : "", -1);
  g_autofree char *target = g_markup_escape_text (run->target != NULL ? run->target : "", -1);

  switch (run->style)
    {
    case NSM_RUN_STRONG:
      g_string_append_printf (markup, "<b>%s</b>", text);
      break;
    case NSM_RUN_EMPHASIS:
      g_string_append_printf (markup, "<i>%s</i>", text);
      break;
    case NSM_RUN_CODE:
      g_string_append_printf (markup, "<tt>%s</tt>", text);
      break;
    case NSM_RUN_LINK:
      g_string_append_printf (markup, "<a href=\"#%s\">%s</a>", target, text);
      break;
    case NSM_RUN_BADGE:
      add_badge (markup, run->tone, text, dark);
      break;
    case NSM_RUN_BREAK:
      g_string_append_c (markup, '\n');
      break;
    case NSM_RUN_TEXT:
    case NSM_RUN_NUMBER:
    case NSM_RUN_DATE:
    default:
      /* A text in another script mustn't turn the sentence round. */
      g_string_append_printf (markup, run->isolated ? "\u2068%s\u2069" : "%s", text);
    }
}

/**
 * nsm_report_dup_markup:
 * @dark: whether it is read on a dark ground
 *
 * Returns: (transfer full): Pango markup; links have the address "#" and their target
 */
char *
nsm_report_dup_markup (GPtrArray *runs, gboolean dark)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    add_run (markup, runs->pdata[i], dark);
  return g_string_free (markup, FALSE);
}

/**
 * nsm_report_dup_words:
 *
 * Returns: (transfer full): what they say, in one line
 */
char *
nsm_report_dup_words (GPtrArray *runs)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const NsmRun *run = runs->pdata[i];

      g_string_append (words, run->style == NSM_RUN_BREAK ? " " : run->text);
    }
  return g_string_free (words, FALSE);
}

/**
 * nsm_report_get_text_width:
 * @longest_word: (out): of what can't be broken, likewise
 *
 * Returns: how long its longest line is, in letters of usual width
 */
guint
nsm_report_get_text_width (GPtrArray *runs, guint *longest_word)
{
  guint line = 0, longest_line = 0, word = 0;

  *longest_word = 0;
  for (guint i = 0; i < runs->len; i++)
    {
      const NsmRun *run = runs->pdata[i];

      if (run->style == NSM_RUN_BREAK)
        line = word = 0;
      if (run->style == NSM_RUN_BADGE)
        line += 3, word += 3;
      for (const char *p = run->text; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);
          gboolean wide = g_unichar_iswide (c);

          if (g_unichar_iszerowidth (c))
            continue;
          line += wide ? 2 : 1;
          /* What is written without spaces breaks anywhere; a badge stays in one piece. */
          if (wide)
            word = 2;
          else if ((c == ' ' || c == '-' || c == '/') && run->style != NSM_RUN_BADGE)
            word = 0;
          else
            word++;
          *longest_word = MAX (*longest_word, word);
        }
      longest_line = MAX (longest_line, line);
    }
  return longest_line;
}

/**
 * nsm_report_dup_name:
 * @node: a part of a document
 *
 * Returns: (transfer full): what it is about, in a few words
 */
char *
nsm_report_dup_name (NsmNode *node)
{
  GPtrArray *runs = node->runs;
  g_autofree char *words = NULL;

  if (node->kind == NSM_NODE_ROW && node->children->len > 0)
    runs = ((NsmNode *) node->children->pdata[0])->runs;
  words = nsm_report_dup_words (runs);
  if (words[0] == '\0')
    {
      g_free (words);
      words = nsm_node_dup_plain_text (node);
      g_strdelimit (words, "\n", ' ');
    }
  g_strstrip (words);
  if (g_utf8_strlen (words, -1) > NAME_LENGTH)
    {
      g_autofree char *begin = g_utf8_substring (words, 0, NAME_LENGTH);

      return g_strconcat (begin, "…", NULL);
    }
  return g_steal_pointer (&words);
}
