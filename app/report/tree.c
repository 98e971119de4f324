/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/tree.h"

#include <stdarg.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/**
 * nsm_report_new:
 *
 * Returns: (transfer full): a document without a section
 */
NsmReport *
nsm_report_new (void)
{
  NsmReport *report = g_new0 (NsmReport, 1);

  report->missing = g_ptr_array_new_with_free_func (g_free);
  report->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_node_free);
  return report;
}

/**
 * nsm_report_free:
 * @report: (transfer full): a document
 */
void
nsm_report_free (NsmReport *report)
{
  g_free (report->title);
  g_free (report->product);
  g_free (report->workshop);
  g_free (report->date);
  g_free (report->language);
  g_free (report->author);
  g_free (report->version_date);
  g_free (report->owner);
  g_free (report->fingerprint);
  g_free (report->origin);
  g_free (report->program);
  g_ptr_array_unref (report->missing);
  g_ptr_array_unref (report->sections);
  g_free (report);
}

static NsmNode *
find_in (GPtrArray *nodes, const char *id)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      NsmNode *node = nodes->pdata[i];
      NsmNode *found = g_strcmp0 (node->id, id) == 0 ? node : find_in (node->children, id);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * nsm_report_find:
 *
 * Returns: (transfer none) (nullable): the node with that id
 */
NsmNode *
nsm_report_find (NsmReport *report, const char *id)
{
  return find_in (report->sections, id);
}

/**
 * nsm_report_get_status_label:
 *
 * Returns: "Final", "Draft" or "Single-author draft", for people; of which version, is said by
 *   nsm_report_dup_version_line()
 */
const char *
nsm_report_get_status_label (NsmReport *report)
{
  if (report->solo)
    return _("Single-author draft");
  return report->final ? _("Final") : _("Draft");
}

/**
 * nsm_node_new:
 *
 * Returns: (transfer full): a node without content
 */
NsmNode *
nsm_node_new (NsmNodeKind kind)
{
  NsmNode *node = g_new0 (NsmNode, 1);

  node->kind = kind;
  node->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_run_free);
  node->children = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_node_free);
  return node;
}

/**
 * nsm_node_free:
 * @node: (transfer full): a node
 */
void
nsm_node_free (NsmNode *node)
{
  g_free (node->id);
  g_ptr_array_unref (node->runs);
  g_ptr_array_unref (node->children);
  g_clear_pointer (&node->figure, nsm_figure_free);
  g_free (node->record);
  g_free (node->field);
  g_free (node);
}

/**
 * nsm_node_set_source:
 * @step: the step on whose page it is written
 * @record: the record that says it
 * @field: (nullable): the member of @record that says it
 */
void
nsm_node_set_source (NsmNode *node, NsmStep step, NsmRecord *record, const char *field)
{
  g_free (node->record);
  g_free (node->field);
  node->step = step;
  node->record = nsm_record_get_path (record);
  node->field = g_strdup (field);
}

/**
 * nsm_node_add:
 *
 * Returns: (transfer none): a new last child of @parent
 */
NsmNode *
nsm_node_add (NsmNode *parent, NsmNodeKind kind)
{
  NsmNode *node = nsm_node_new (kind);

  g_ptr_array_add (parent->children, node);
  return node;
}

/**
 * nsm_node_add_section:
 * @id: (nullable): unique in the document
 *
 * Returns: (transfer none): a new section
 */
NsmNode *
nsm_node_add_section (NsmNode *parent, const char *id, const char *title)
{
  NsmNode *node = nsm_node_add (parent, NSM_NODE_SECTION);

  node->id = g_strdup (id);
  nsm_runs_add_text (node->runs, NSM_RUN_TEXT, title);
  return node;
}

/**
 * nsm_node_add_paragraph:
 * @text: (nullable): its first words; line breaks stay line breaks
 *
 * Returns: (transfer none): a new paragraph
 */
NsmNode *
nsm_node_add_paragraph (NsmNode *parent, NsmTone tone, const char *text)
{
  NsmNode *node = nsm_node_add (parent, NSM_NODE_PARAGRAPH);

  node->tone = tone;
  nsm_runs_add_text (node->runs, NSM_RUN_TEXT, text);
  return node;
}

/**
 * nsm_node_add_text:
 * @text: a text of several paragraphs, an empty line between them; nothing is
 *   added for an empty one
 */
void
nsm_node_add_text (NsmNode *parent, NsmTone tone, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (parts[i][0] != '\0')
        nsm_node_add_paragraph (parent, tone, parts[i]);
    }
}

/**
 * nsm_node_add_item:
 *
 * Returns: (transfer none): a new item of @list
 */
NsmNode *
nsm_node_add_item (NsmNode *list, const char *text)
{
  NsmNode *node = nsm_node_add (list, NSM_NODE_ITEM);

  nsm_runs_add_text (node->runs, NSM_RUN_TEXT, text);
  return node;
}

/**
 * nsm_node_add_entry:
 * @id: (nullable): unique in the document
 *
 * Returns: (transfer none): a new entry, whose explanation is to be added as children
 */
NsmNode *
nsm_node_add_entry (NsmNode *definitions, const char *id, const char *term)
{
  NsmNode *node = nsm_node_add (definitions, NSM_NODE_ENTRY);

  node->id = g_strdup (id);
  nsm_runs_add_text (node->runs, NSM_RUN_TEXT, term);
  return node;
}

/**
 * nsm_node_add_cell:
 * @text: (nullable): its words
 *
 * Returns: (transfer none): a new cell of @row
 */
NsmNode *
nsm_node_add_cell (NsmNode *row, const char *text)
{
  NsmNode *node = nsm_node_add (row, NSM_NODE_CELL);

  nsm_runs_add_text (node->runs, NSM_RUN_TEXT, text);
  return node;
}

/**
 * nsm_node_add_row:
 * @...: the words of its cells, NULL at the end
 *
 * Returns: (transfer none): a new row of @table
 */
NsmNode *
nsm_node_add_row (NsmNode *table, ...)
{
  NsmNode *row = nsm_node_add (table, NSM_NODE_ROW);
  va_list texts;

  va_start (texts, table);
  for (const char *text = va_arg (texts, const char *); text != NULL;
       text = va_arg (texts, const char *))
    nsm_node_add_cell (row, text);
  va_end (texts);
  return row;
}

/**
 * nsm_node_add_note:
 *
 * Returns: (transfer none): a new note, set apart from the text around it
 */
NsmNode *
nsm_node_add_note (NsmNode *parent, NsmTone tone, const char *title)
{
  NsmNode *node = nsm_node_add (parent, NSM_NODE_NOTE);

  node->tone = tone;
  nsm_runs_add_text (node->runs, NSM_RUN_TEXT, title);
  return node;
}

/**
 * nsm_node_is_empty:
 *
 * Returns: whether a section or list says nothing beyond its title
 */
gboolean
nsm_node_is_empty (NsmNode *node)
{
  if (node->kind == NSM_NODE_SECTION)
    {
      for (guint i = 0; i < node->children->len; i++)
        if (!nsm_node_is_empty (node->children->pdata[i]))
          return FALSE;
      return TRUE;
    }
  if (node->kind == NSM_NODE_TABLE)
    return node->children->len < 2;
  if (node->kind == NSM_NODE_LIST || node->kind == NSM_NODE_DEFINITIONS)
    return node->children->len == 0;
  return FALSE;
}

/**
 * nsm_node_dup_plain_text:
 *
 * Returns: (transfer full): the words of its runs
 */
char *
nsm_node_dup_plain_text (NsmNode *node)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < node->runs->len; i++)
    {
      NsmRun *run = node->runs->pdata[i];

      g_string_append (text, run->style == NSM_RUN_BREAK ? " " : run->text);
    }
  return g_string_free (text, FALSE);
}
