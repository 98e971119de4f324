/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words: paragraphs, each with a direction of its own, and runs in them. */
#include "report/docx-private.h"

#include <string.h>


/* In twips: the air after a list, and a hanging bullet in a box. */
#define LIST_AFTER 160
#define BOX_INDENT 511
#define BOX_HANGING 284

typedef enum
{
  NEUTRAL,
  FORWARDS,
  BACKWARDS,
} Direction;

static Direction
get_direction (gunichar c)
{
  if (!g_unichar_isalpha (c))
    return NEUTRAL;
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_ADLAM:
      return BACKWARDS;
    default:
      return FORWARDS;
    }
}

/* The first letter tells. */
static Direction
find_direction (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (get_direction (g_utf8_get_char (p)) != NEUTRAL)
      return get_direction (g_utf8_get_char (p));
  return NEUTRAL;
}

/**
 * nsm_docx_runs_backwards:
 *
 * Returns: whether @text is to be read from right to left: its first letter tells, or the
 *   document's direction where it has none
 */
gboolean
nsm_docx_runs_backwards (NsmDocx *docx, const char *text)
{
  Direction direction = find_direction (text);

  return direction == NEUTRAL ? docx->report->rtl : direction == BACKWARDS;
}

static void
write_numbering (NsmDocxXml *xml, guint numbering)
{
  nsm_docx_start (xml, "w:numPr");
  nsm_docx_value (xml, "w:ilvl", "0");
  nsm_docx_start (xml, "w:numId");
  nsm_docx_attribute_int (xml, "w:val", numbering);
  nsm_docx_end (xml);
  nsm_docx_end (xml);
}

static void
write_look (NsmDocx *docx, const NsmDocxLook *look, gboolean backwards)
{
  NsmDocxXml *xml = &docx->xml;
  const char *style = look->style != NULL ? look->style : docx->body_style;
  gboolean boxed = g_str_has_prefix (style, "Note");

  nsm_docx_start (xml, "w:pPr");
  nsm_docx_value (xml, "w:pStyle", style);
  if (look->keep_next)
    nsm_docx_empty (xml, "w:keepNext");
  if (look->page_break)
    nsm_docx_empty (xml, "w:pageBreakBefore");
  if (look->numbering != 0)
    write_numbering (xml, look->numbering);
  if (backwards)
    nsm_docx_empty (xml, "w:bidi");
  if (look->last && !boxed)
    {
      nsm_docx_start (xml, "w:spacing");
      nsm_docx_attribute_int (xml, "w:after", LIST_AFTER);
      nsm_docx_end (xml);
    }
  if (boxed && look->numbering != 0)
    {
      nsm_docx_start (xml, "w:ind");
      nsm_docx_attribute_int (xml, "w:left", BOX_INDENT);
      nsm_docx_attribute_int (xml, "w:hanging", BOX_HANGING);
      nsm_docx_end (xml);
    }
  if (look->flush)
    nsm_docx_value (xml, "w:jc", "right");
  nsm_docx_end (xml);
}

/**
 * nsm_docx_begin_paragraph:
 * @text: its words, which tell its direction
 */
void
nsm_docx_begin_paragraph (NsmDocx *docx, const NsmDocxLook *look, const char *text)
{
  docx->backwards = nsm_docx_runs_backwards (docx, text);
  nsm_docx_start (&docx->xml, "w:p");
  write_look (docx, look, docx->backwards);
}

void
nsm_docx_end_paragraph (NsmDocx *docx)
{
  nsm_docx_end (&docx->xml);
}

static void
begin_run (NsmDocx *docx, const char *style, gboolean backwards)
{
  NsmDocxXml *xml = &docx->xml;

  nsm_docx_start (xml, "w:r");
  if (style == NULL && !backwards)
    return;
  nsm_docx_start (xml, "w:rPr");
  if (style != NULL)
    nsm_docx_value (xml, "w:rStyle", style);
  if (backwards)
    nsm_docx_empty (xml, "w:rtl");
  nsm_docx_end (xml);
}

static void
write_piece (NsmDocx *docx, const char *style, const char *start, gsize length, gboolean backwards)
{
  g_autofree char *piece = g_strndup (start, length);

  if (length == 0)
    return;
  begin_run (docx, style, backwards);
  nsm_docx_start (&docx->xml, "w:t");
  nsm_docx_attribute (&docx->xml, "xml:space", "preserve");
  nsm_docx_text (&docx->xml, piece);
  nsm_docx_end (&docx->xml);
  nsm_docx_end (&docx->xml);
}

/**
 * nsm_docx_write_words:
 * @style: (nullable): a character style
 * @isolated: whether @text is somebody's words in a sentence of ours: it keeps together
 *
 * Writes @text in one piece for each direction, as Word wants it; signs between two words of one
 * direction go with them.
 */
void
nsm_docx_write_words (NsmDocx *docx, const char *style, const char *text, gboolean isolated)
{
  const char *from = text;  /* what isn't written yet */
  const char *after = text; /* behind the last letter of the current direction */
  gboolean backwards = docx->backwards;

  if (isolated && find_direction (text) == BACKWARDS)
    {
      write_piece (docx, style, text, strlen (text), TRUE);
      return;
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      Direction direction = get_direction (g_utf8_get_char (p));

      if (direction == NEUTRAL)
        continue;
      if ((direction == BACKWARDS) != backwards)
        {
          /* What stands between two directions goes with the paragraph's. */
          const char *border = backwards == docx->backwards ? p : after;

          write_piece (docx, style, from, (gsize) (border - from), backwards);
          from = border;
          backwards = !backwards;
        }
      after = g_utf8_next_char (p);
    }
  if (backwards != docx->backwards)
    {
      write_piece (docx, style, from, (gsize) (after - from), backwards);
      from = after;
    }
  write_piece (docx, style, from, strlen (from), docx->backwards);
}

/**
 * nsm_docx_write_link:
 * @target: the id of a node; words that lead nowhere are words
 */
void
nsm_docx_write_link (NsmDocx *docx, const char *target, const char *text)
{
  const char *anchor = g_hash_table_lookup (docx->anchors, target);

  if (anchor == NULL)
    {
      nsm_docx_write_words (docx, NULL, text, FALSE);
      return;
    }
  nsm_docx_start (&docx->xml, "w:hyperlink");
  nsm_docx_attribute (&docx->xml, "w:anchor", anchor);
  nsm_docx_attribute (&docx->xml, "w:history", "1");
  nsm_docx_write_words (docx, "Hyperlink", text, FALSE);
  nsm_docx_end (&docx->xml);
}

/**
 * nsm_docx_write_badge:
 *
 * Writes a state, with the sign that says without colour which way it points.
 */
void
nsm_docx_write_badge (NsmDocx *docx, NsmTone tone, const char *text)
{
  const char *sign = nsm_tone_get_sign (tone);
  /* A no-break space: the sign stays with its word. */
  g_autofree char *words = sign[0] != '\0' ? g_strconcat (sign, "\u00a0", text, NULL)
                                           : g_strdup (text);
  const char *style = tone == NSM_TONE_POSITIVE   ? "BadgePositive"
                      : tone == NSM_TONE_CAUTION  ? "BadgeCaution"
                      : tone == NSM_TONE_NEGATIVE ? "BadgeNegative"
                                                  : "Badge";

  nsm_docx_write_words (docx, style, words, FALSE);
}

/**
 * nsm_docx_write_field:
 * @instruction: "PAGE", "NUMPAGES"
 * @shown: what it says before anybody has counted
 */
void
nsm_docx_write_field (NsmDocx *docx, const char *instruction, const char *shown)
{
  nsm_docx_start (&docx->xml, "w:fldSimple");
  nsm_docx_attribute (&docx->xml, "w:instr", instruction);
  nsm_docx_write_words (docx, NULL, shown, FALSE);
  nsm_docx_end (&docx->xml);
}

void
nsm_docx_write_tab (NsmDocx *docx)
{
  nsm_docx_start (&docx->xml, "w:r");
  nsm_docx_empty (&docx->xml, "w:tab");
  nsm_docx_end (&docx->xml);
}

static void
write_run (NsmDocx *docx, NsmRun *run, gboolean strong)
{
  switch (run->style)
    {
    case NSM_RUN_STRONG:
      nsm_docx_write_words (docx, "Strong", run->text, run->isolated);
      break;
    case NSM_RUN_EMPHASIS:
      nsm_docx_write_words (docx, "Emphasis", run->text, run->isolated);
      break;
    case NSM_RUN_CODE:
      nsm_docx_write_words (docx, "Code", run->text, run->isolated);
      break;
    case NSM_RUN_LINK:
      nsm_docx_write_link (docx, run->target, run->text);
      break;
    case NSM_RUN_BADGE:
      nsm_docx_write_badge (docx, run->tone, run->text);
      break;
    case NSM_RUN_BREAK:
      nsm_docx_start (&docx->xml, "w:r");
      nsm_docx_empty (&docx->xml, "w:br");
      nsm_docx_end (&docx->xml);
      break;
    case NSM_RUN_TEXT:
    case NSM_RUN_NUMBER:
    case NSM_RUN_DATE:
    default:
      nsm_docx_write_words (docx, strong ? "Strong" : NULL, run->text, run->isolated);
    }
}

void
nsm_docx_write_runs (NsmDocx *docx, GPtrArray *runs, gboolean strong)
{
  for (guint i = 0; i < runs->len; i++)
    write_run (docx, runs->pdata[i], strong);
}

static void
write_bookmark (NsmDocx *docx, const char *name)
{
  NsmDocxXml *xml = &docx->xml;

  docx->n_bookmarks++;
  nsm_docx_start (xml, "w:bookmarkStart");
  nsm_docx_attribute_int (xml, "w:id", docx->n_bookmarks);
  nsm_docx_attribute (xml, "w:name", name);
  nsm_docx_end (xml);
  nsm_docx_start (xml, "w:bookmarkEnd");
  nsm_docx_attribute_int (xml, "w:id", docx->n_bookmarks);
  nsm_docx_end (xml);
}

/**
 * nsm_docx_write_paragraph:
 * @node: any whose words make one paragraph; links lead there if it has an id
 */
void
nsm_docx_write_paragraph (NsmDocx *docx, const NsmDocxLook *look, NsmNode *node)
{
  g_autofree char *text = nsm_node_dup_plain_text (node);
  const char *anchor = node->id != NULL ? g_hash_table_lookup (docx->anchors, node->id) : NULL;

  nsm_docx_begin_paragraph (docx, look, text);
  if (anchor != NULL)
    write_bookmark (docx, anchor);
  nsm_docx_write_runs (docx, node->runs, look->strong);
  nsm_docx_end_paragraph (docx);
}

/**
 * nsm_docx_write_spacer:
 *
 * Writes the air behind a table, without which two of them would become one.
 */
void
nsm_docx_write_spacer (NsmDocx *docx)
{
  const NsmDocxLook look = { .style = "Spacer" };

  nsm_docx_begin_paragraph (docx, &look, "");
  nsm_docx_end_paragraph (docx);
}
