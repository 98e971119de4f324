/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/outgoing.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "report/build.h"
#include "report/export.h"

/* The words of a document */

static void
add_words (GString *words, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  g_string_append (words, text);
  g_string_append_c (words, '\n');
}

static void
add_figure (GString *words, NsmFigure *figure)
{
  add_words (words, figure->alternative);
  for (guint i = 0; i < figure->inputs->len; i++)
    add_words (words, ((NsmFigureBox *) figure->inputs->pdata[i])->owner);
}

static void
add_nodes (GString *words, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      NsmNode *node = nodes->pdata[i];
      g_autofree char *text = nsm_node_dup_plain_text (node);

      add_words (words, text);
      if (node->figure != NULL)
        add_figure (words, node->figure);
      add_nodes (words, node->children);
    }
}

static char *
dup_report_words (NsmWorkshop *workshop, const NsmReportOptions *options)
{
  g_autoptr (NsmReport) report = nsm_report_build (workshop, options);
  GString *words = g_string_new (NULL);

  add_words (words, report->title);
  add_words (words, report->author);
  add_words (words, report->owner);
  add_nodes (words, report->sections);
  return g_string_free (words, FALSE);
}

/* Calendars break their lines anywhere. */
static void
join_lines (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (strncmp (from, "\r\n ", 3) == 0)
        from += 2;
      else
        *to++ = *from;
    }
  *to = '\0';
}

static char *
dup_words (NsmWorkshop *workshop, const NsmReportFormatInfo *info, const NsmReportOptions *options)
{
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize size;

  if (info->write_other == NULL)
    return dup_report_words (workshop, options);
  bytes = nsm_report_write (workshop, info->format, options, NULL);
  if (bytes == NULL)
    return g_strdup ("");
  text = g_strndup (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));
  if (info->format == NSM_REPORT_FORMAT_CALENDAR)
    join_lines (text);
  return text;
}

/* Names */

static gboolean
is_of_word (gunichar c)
{
  return c == '_' || g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* As a whole word: "Ann" isn't in "Annual". Scripts without spaces have no such bounds. */
static gboolean
holds_name (const char *words, const char *name)
{
  gsize length = strlen (name);
  gunichar first = g_utf8_get_char (name);
  gunichar last = g_utf8_get_char (g_utf8_prev_char (name + length));

  for (const char *at = strstr (words, name); at != NULL; at = strstr (at + 1, name))
    {
      gunichar before = at > words ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';
      gunichar after = g_utf8_get_char (at + length);
      gboolean spaced = g_unichar_get_script (first) != G_UNICODE_SCRIPT_HAN;

      if (!spaced || !((is_of_word (first) && is_of_word (before)) ||
                       (is_of_word (last) && after != 0 && is_of_word (after))))
        return TRUE;
    }
  return FALSE;
}

/* "Mei Tan, chief executive" is Mei Tan. A letter is a word of its own. */
static void
add_name (GPtrArray *names, const char *words, const char *who)
{
  g_auto (GStrv) parts = g_strsplit (who, ",", 2);
  const char *name = parts[0] != NULL ? g_strstrip (parts[0]) : "";

  if (g_utf8_strlen (name, -1) > 1 &&
      !g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL) && holds_name (words, name))
    g_ptr_array_add (names, g_strdup (name));
}

/* Who is called "Mei" here and "Mei Tan" there is one person. */
static void
drop_short_names (GPtrArray *names)
{
  for (guint i = names->len; i-- > 0;)
    for (guint k = 0; k < names->len; k++)
      if (k != i && holds_name (names->pdata[k], names->pdata[i]))
        {
          g_ptr_array_remove_index (names, i);
          break;
        }
}

static void
find_names (GPtrArray *names, NsmWorkshop *workshop, const char *words)
{
  NSM_LIST_EACH (NsmParticipant, person, workshop->participants)
    {
      add_name (names, words, person->name);
    }
  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    NSM_LIST_EACH (NsmRosterEntry, person, round->roster)
      {
        add_name (names, words, person->name);
      }
  add_name (names, words, workshop->author);
  NSM_LIST_EACH (NsmSignOff, sign_off, workshop->commitment->sign_offs)
    {
      add_name (names, words, sign_off->who);
    }
  drop_short_names (names);
}

static gboolean
names_answers (NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      if (round->state == NSM_ROUND_STATE_REVEALED && round->privacy == NSM_PRIVACY_NAMED)
        return TRUE;
    }
  return FALSE;
}

static guint
count_quotes (NsmWorkshop *workshop, const char *words)
{
  guint n = 0;

  NSM_LIST_EACH (NsmInterview, interview, workshop->value->interviews)
    {
      g_auto (GStrv) lines = g_strsplit (interview->quote, "\n", 2);
      const char *first = lines[0] != NULL ? g_strstrip (lines[0]) : "";

      if (first[0] != '\0' && strstr (words, first) != NULL)
        n++;
    }
  return n;
}

/**
 * nsm_outgoing_new:
 * @options: what the document is to hold
 *
 * Makes the document, and looks for what is in it.
 *
 * Returns: (transfer full): what would leave the room
 */
NsmOutgoing *
nsm_outgoing_new (NsmWorkshop *workshop, NsmReportFormat format, const NsmReportOptions *options)
{
  const NsmReportFormatInfo *info = nsm_report_format_get_info (format);
  NsmOutgoing *outgoing = g_new0 (NsmOutgoing, 1);
  g_autofree char *words = dup_words (workshop, info, options);

  outgoing->format = format;
  outgoing->nameless = options->names == NSM_REPORT_NAMES_NONE;
  outgoing->names = g_ptr_array_new_with_free_func (g_free);
  find_names (outgoing->names, workshop, words);
  outgoing->names_marks = options->names == NSM_REPORT_NAMES_WITH_SCORES &&
                          (options->scope == NSM_REPORT_SCOPE_FULL || info->write_other != NULL) &&
                          format != NSM_REPORT_FORMAT_DECISION_RECORD &&
                          format != NSM_REPORT_FORMAT_CALENDAR && outgoing->names->len > 0 &&
                          names_answers (workshop);
  outgoing->n_quotes = count_quotes (workshop, words);
  return outgoing;
}

static char *
dup_quoted (GPtrArray *names)
{
  g_autoptr (GPtrArray) quoted = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    /* Translators: a name, in quotation marks */
    g_ptr_array_add (quoted, g_strdup_printf (_("“%s”"), (char *) names->pdata[i]));
  return nsm_names_dup_list (quoted);
}

/**
 * nsm_outgoing_dup_words:
 *
 * Returns: (transfer full): it in a sentence or two
 */
char *
nsm_outgoing_dup_words (NsmOutgoing *outgoing)
{
  guint n = outgoing->names->len;
  g_autofree char *names = NULL;
  g_autofree char *quotes = NULL;
  g_autofree char *found = NULL;
  const char *marks = outgoing->names_marks ? _("who gave which score") : _("nobody’s scores by name");

  if (n == 0 || outgoing->nameless)
    names = g_strdup (_("no names"));
  else
    names = g_strdup_printf (ngettext ("%u name", "%u names", n), n);
  if (outgoing->n_quotes == 0)
    quotes = g_strdup (_("no quotes from customers"));
  else
    quotes = g_strdup_printf (ngettext ("%u quote from a customer", "%u quotes from customers",
                                        outgoing->n_quotes), outgoing->n_quotes);
  if (!outgoing->nameless || n == 0)
    /* Translators: three parts of a sentence: "12 names", "nobody’s scores by name",
     * "3 quotes from customers" */
    return g_strdup_printf (_("What leaves the room: %s, %s, %s."), names, marks, quotes);

  found = dup_quoted (outgoing->names);
  /* Translators: as before, and then names in quotation marks */
  return g_strdup_printf (ngettext ("What leaves the room: %s, %s, %s. But %s is written in a text.",
                                    "What leaves the room: %s, %s, %s. But %s are written in texts.",
                                    n), names, marks, quotes, found);
}

void
nsm_outgoing_free (NsmOutgoing *outgoing)
{
  if (outgoing == NULL)
    return;
  g_ptr_array_unref (outgoing->names);
  g_free (outgoing);
}
