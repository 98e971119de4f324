/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/report-blocks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "document/report-markup.h"
#include "document/report-part.h"
#include "document/report-row.h"
#include "evidence/plot-view.h"
#include "kit/names.h"

static void add_node (NsmReportMaking *making, GtkWidget *box, NsmNode *node, guint depth);

/* Words */

static gboolean
on_link_activated (NsmReportView *view, const char *uri)
{
  nsm_report_view_show (view, uri + (uri[0] == '#'));
  return TRUE;
}

/**
 * nsm_report_new_text:
 * @css_class: (nullable): how it looks
 *
 * Returns: (transfer floating): a label that says @runs
 */
GtkWidget *
nsm_report_new_text (NsmReportMaking *making, GPtrArray *runs, const char *css_class)
{
  g_autofree char *markup = nsm_report_dup_markup (runs, making->dark);
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "yalign", 0.0, "wrap", TRUE, "wrap-mode",
                  PANGO_WRAP_WORD_CHAR, "use-markup", TRUE, "label", markup, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (strstr (markup, "<a href") != NULL)
    g_signal_connect_object (label, "activate-link", G_CALLBACK (on_link_activated), making->view,
                             G_CONNECT_SWAPPED);
  return label;
}

static GtkWidget *
new_heading (NsmReportMaking *making, NsmNode *node, guint depth)
{
  g_autofree char *markup = nsm_report_dup_markup (node->runs, making->dark);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "use-markup", TRUE, "label", markup,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int) depth + 2, -1);
  gtk_widget_add_css_class (label, depth == 0 ? "sheet-2" : "sheet-3");
  return label;
}

/* Where it is written */

void
nsm_report_add_target (NsmReportMaking *making, NsmNode *node, GtkWidget *widget)
{
  if (node->id != NULL)
    g_hash_table_insert (making->targets, g_strdup (node->id), widget);
}

/**
 * nsm_report_make_part:
 * @widget: (transfer floating): what @node looks like
 *
 * Returns: (transfer floating): @widget, with a pencil if it is known where it is written
 */
GtkWidget *
nsm_report_make_part (NsmReportMaking *making, GtkWidget *widget, NsmNode *node)
{
  g_autofree char *name = NULL;
  GtkWidget *part;

  if (node->record == NULL || !making->editable)
    return widget;
  name = nsm_report_dup_name (node);
  part = nsm_report_part_new (widget, node, name);
  nsm_report_view_add_part (making->view, part);
  return part;
}

/* Blocks */

void
nsm_report_add_children (NsmReportMaking *making, GtkWidget *box, NsmNode *node, guint depth)
{
  for (guint i = 0; i < node->children->len; i++)
    add_node (making, box, node->children->pdata[i], depth);
}

static GtkWidget *
new_box (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

static GtkWidget *
new_section (NsmReportMaking *making, NsmNode *node, guint depth)
{
  GtkWidget *box = new_box (9);

  if (node->runs->len > 0)
    gtk_box_append (GTK_BOX (box),
                    nsm_report_make_part (making, new_heading (making, node, depth), node));
  nsm_report_add_children (making, box, node, depth + 1);
  nsm_report_add_target (making, node, box);
  return box;
}

static const char *
get_paragraph_class (NsmTone tone)
{
  switch (tone)
    {
    case NSM_TONE_LEAD:
      return "sheet-lead";
    case NSM_TONE_FINE:
      return "secondary";
    case NSM_TONE_QUOTE:
      return "sheet-quote";
    case NSM_TONE_PLAIN:
    case NSM_TONE_CARDS:
    case NSM_TONE_POSITIVE:
    case NSM_TONE_CAUTION:
    case NSM_TONE_NEGATIVE:
    default:
      return NULL;
    }
}

static GtkWidget *
new_item (NsmReportMaking *making, NsmNode *item, const char *mark, NsmReportColumns *columns,
          guint depth)
{
  GtkWidget *row = nsm_report_row_new (columns, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL, "label", mark, "yalign", 0.0, "xalign", 0.0,
                                    NULL);
  GtkWidget *box = new_box (6);

  if (item->runs->len > 0)
    gtk_box_append (GTK_BOX (box), nsm_report_new_text (making, item->runs, NULL));
  nsm_report_add_children (making, box, item, depth);
  nsm_report_add_target (making, item, box);
  nsm_report_row_add (NSM_REPORT_ROW (row), bullet);
  nsm_report_row_add (NSM_REPORT_ROW (row), box);
  return row;
}

static GtkWidget *
new_list (NsmReportMaking *making, NsmNode *node, guint depth)
{
  GtkWidget *list = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  6, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, NULL);
  g_autoptr (NsmReportColumns) columns = nsm_report_columns_new (2);

  nsm_report_columns_want (columns, 0, 0, node->ordered ? 2 : 0);
  nsm_report_columns_want (columns, 1, 10, 1000);
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *item = node->children->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);

      gtk_box_append (GTK_BOX (list),
                      nsm_report_make_part (
                        making,
                        new_item (making, item, node->ordered ? number : "•", columns, depth),
                        item));
    }
  return list;
}

static GtkWidget *
new_note (NsmReportMaking *making, NsmNode *node, guint depth)
{
  GtkWidget *box = new_box (6);

  if (node->runs->len > 0)
    gtk_box_append (GTK_BOX (box), nsm_report_new_text (making, node->runs, "card-title"));
  nsm_report_add_children (making, box, node, depth);
  gtk_widget_add_css_class (box, "sheet-note");
  if (node->tone == NSM_TONE_POSITIVE)
    gtk_widget_add_css_class (box, "positive");
  else if (node->tone == NSM_TONE_NEGATIVE)
    gtk_widget_add_css_class (box, "negative");
  return box;
}

/* Figures */

/**
 * nsm_report_get_plot:
 * @room: letters in a line
 *
 * Returns: (transfer none) (nullable): the picture that is readable there
 */
NsmPlot *
nsm_report_get_plot (NsmFigure *figure, guint room)
{
  return room < NSM_REPORT_NARROW && figure->narrow != NULL ? figure->narrow : figure->plot;
}

/* Numbers behind a picture are there for who asks for them. */
static GtkWidget *
new_same_as_table (NsmReportMaking *making, NsmNode *node, guint depth)
{
  GtkWidget *expander = gtk_expander_new (_("The same as a table"));
  GtkWidget *box = new_box (6);

  nsm_report_add_children (making, box, node, depth);
  gtk_widget_set_margin_top (box, 6);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  nsm_widget_set_name_for_readers (expander, _("The same as a table"));
  gtk_widget_add_css_class (expander, "sheet-more");
  return expander;
}

static GtkWidget *
new_figure (NsmReportMaking *making, NsmNode *node, guint depth)
{
  GtkWidget *box = new_box (6);
  NsmPlot *plot =
    node->figure != NULL ? nsm_report_get_plot (node->figure, making->room) : NULL;

  if (plot != NULL)
    {
      GtkWidget *view = nsm_plot_view_new ();
      guint limit = NSM_REPORT_NARROW;

      nsm_plot_view_set_plot (NSM_PLOT_VIEW (view), plot);
      gtk_box_append (GTK_BOX (box), view);
      g_ptr_array_add (making->plots, view);
      g_array_append_val (making->limits, limit);
    }
  if (node->runs->len > 0)
    gtk_box_append (GTK_BOX (box), nsm_report_new_text (making, node->runs, "secondary"));
  if (plot != NULL && node->children->len > 0)
    gtk_box_append (GTK_BOX (box), new_same_as_table (making, node, depth));
  else
    nsm_report_add_children (making, box, node, depth);
  return box;
}

static GtkWidget *
new_block (NsmReportMaking *making, NsmNode *node, guint depth)
{
  switch (node->kind)
    {
    case NSM_NODE_PARAGRAPH:
      return nsm_report_new_text (making, node->runs, get_paragraph_class (node->tone));
    case NSM_NODE_LIST:
      return new_list (making, node, depth);
    case NSM_NODE_TABLE:
      return nsm_report_new_table (making, node);
    case NSM_NODE_DEFINITIONS:
      return node->tone == NSM_TONE_CARDS ? nsm_report_new_cards (making, node, depth)
                                          : nsm_report_new_definitions (making, node, depth);
    case NSM_NODE_FIGURE:
      return new_figure (making, node, depth);
    case NSM_NODE_NOTE:
      return new_note (making, node, depth);
    case NSM_NODE_SECTION:
    case NSM_NODE_ITEM:
    case NSM_NODE_ROW:
    case NSM_NODE_CELL:
    case NSM_NODE_ENTRY:
    default:
      return NULL;
    }
}

static void
add_node (NsmReportMaking *making, GtkWidget *box, NsmNode *node, guint depth)
{
  GtkWidget *widget;

  if (node->kind == NSM_NODE_SECTION)
    {
      gtk_box_append (GTK_BOX (box), new_section (making, node, depth));
      return;
    }
  widget = new_block (making, node, depth);
  if (widget == NULL)
    return;
  nsm_report_add_target (making, node, widget);
  gtk_box_append (GTK_BOX (box), nsm_report_make_part (making, widget, node));
}

/**
 * nsm_report_new_section:
 * @node: a section of the document
 *
 * Returns: (transfer floating): all of it
 */
GtkWidget *
nsm_report_new_section (NsmReportMaking *making, NsmNode *node)
{
  return new_section (making, node, 0);
}
