/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in columns: tables, terms and their meanings, cards. */
#include "document/report-blocks.h"
#include "document/report-markup.h"
#include "document/report-row.h"
#include "kit/wrap-layout.h"

#define TERM_MAX 22 /* letters: a longer term takes more lines */

static void
note_limit (NsmReportMaking *making, guint limit)
{
  g_array_append_val (making->limits, limit);
}

/* Tables */

static GtkWidget *
new_cell (NsmReportMaking *making, NsmNode *cell, gboolean is_head, gboolean numeric)
{
  g_autofree char *markup = nsm_report_dup_markup (cell->runs, making->dark);
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "xalign", numeric ? 1.0 : 0.0, "yalign",
                  is_head ? 1.0 : 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                  "use-markup", TRUE, "label", markup, "accessible-role",
                  is_head ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_CELL, NULL);

  gtk_widget_add_css_class (label, "sheet-cell");
  return label;
}

/* The head of a column of figures stands over them. */
static gboolean
is_numeric (NsmNode *table, guint column)
{
  NsmNode *row = table->children->len > 1 ? table->children->pdata[1] : NULL;

  return row != NULL && column < row->children->len &&
         ((NsmNode *) row->children->pdata[column])->numeric;
}

static GtkWidget *
new_row (NsmReportMaking *making, NsmNode *table, guint position, NsmReportColumns *columns)
{
  NsmNode *row = table->children->pdata[position];
  gboolean is_head = position == 0;
  GtkWidget *widget = nsm_report_row_new (columns, GTK_ACCESSIBLE_ROLE_ROW);

  for (guint c = 0; c < row->children->len; c++)
    {
      NsmNode *cell = row->children->pdata[c];

      nsm_report_row_add (NSM_REPORT_ROW (widget),
                          new_cell (making, cell, is_head,
                                    is_head ? is_numeric (table, c) : cell->numeric));
    }
  gtk_widget_add_css_class (widget, is_head ? "sheet-rule" : "sheet-line");
  return widget;
}

/* "Team leads: 3.4", of one cell of a row that has no room for columns. */
static GtkWidget *
new_said_cell (NsmReportMaking *making, NsmNode *head, NsmNode *cell)
{
  g_autofree char *title = nsm_report_dup_words (head->runs);
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *value = nsm_report_dup_markup (cell->runs, making->dark);
  g_autofree char *markup =
    g_strdup_printf ("<span size='90%%' alpha='70%%'>%s</span>  %s", escaped, value);

  return g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "use-markup", TRUE, "label", markup, NULL);
}

static GtkWidget *
new_said_row (NsmReportMaking *making, NsmNode *heads, NsmNode *row)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                 3, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
  GtkWidget *cells = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (cells, nsm_wrap_layout_new (18, 3));
  gtk_widget_add_css_class (box, "sheet-said");
  if (row->children->len > 0)
    gtk_box_append (GTK_BOX (box),
                    nsm_report_new_text (making, ((NsmNode *) row->children->pdata[0])->runs,
                                         "sheet-term"));
  for (guint c = 1; c < row->children->len && c < heads->children->len; c++)
    {
      NsmNode *cell = row->children->pdata[c];

      if (cell->runs->len > 0)
        gtk_box_append (GTK_BOX (cells), new_said_cell (making, heads->children->pdata[c], cell));
    }
  gtk_box_append (GTK_BOX (box), cells);
  return box;
}

/**
 * nsm_report_new_table:
 *
 * Returns: (transfer floating): a table; where its words have no room side by side, each row says
 *   its columns one after another
 */
GtkWidget *
nsm_report_new_table (NsmReportMaking *making, NsmNode *node)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  g_autoptr (NsmReportColumns) columns = nsm_report_columns_new_for_table (node);
  guint least = nsm_report_columns_get_least (columns);
  gboolean said = least > making->room;

  note_limit (making, least);
  if (node->runs->len > 0)
    gtk_box_append (GTK_BOX (box), nsm_report_new_text (making, node->runs, "caption-strong"));
  for (guint r = 0; r < node->children->len; r++)
    {
      NsmNode *row = node->children->pdata[r];

      if (!said)
        gtk_box_append (GTK_BOX (box), nsm_report_make_part (
                                         making, new_row (making, node, r, columns), row));
      else if (r > 0)
        gtk_box_append (GTK_BOX (box), nsm_report_make_part (
                                         making, new_said_row (making, node->children->pdata[0],
                                                               row), row));
    }
  return box;
}

/* Terms */

static GtkWidget *
new_meaning (NsmReportMaking *making, NsmNode *entry, guint depth)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  nsm_report_add_children (making, box, entry, depth);
  return box;
}

static NsmReportColumns *
new_columns_of_terms (NsmNode *node)
{
  NsmReportColumns *columns = nsm_report_columns_new (2);

  /* Terms line up with those of the next list, if they aren't very long. */
  nsm_report_columns_want (columns, 0, 0, 16);
  nsm_report_columns_want (columns, 1, 24, 1000);
  for (guint i = 0; i < node->children->len; i++)
    {
      guint word;
      guint line = nsm_report_get_text_width (((NsmNode *) node->children->pdata[i])->runs, &word);

      nsm_report_columns_want (columns, 0, word + word / 8, MIN (line + line / 8, TERM_MAX));
    }
  return columns;
}

static GtkWidget *
new_entry (NsmReportMaking *making, NsmNode *entry, NsmReportColumns *columns, gboolean narrow,
           guint depth)
{
  GtkWidget *term = nsm_report_new_text (making, entry->runs, "sheet-term");
  GtkWidget *meaning = new_meaning (making, entry, depth);
  GtkWidget *widget;

  nsm_report_add_target (making, entry, term);
  if (narrow)
    {
      widget = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      gtk_box_append (GTK_BOX (widget), term);
      gtk_box_append (GTK_BOX (widget), meaning);
      return widget;
    }
  gtk_widget_set_margin_end (term, 18);
  gtk_widget_set_valign (term, GTK_ALIGN_START);
  gtk_widget_set_valign (meaning, GTK_ALIGN_START);
  widget = nsm_report_row_new (columns, GTK_ACCESSIBLE_ROLE_GROUP);
  nsm_report_row_add (NSM_REPORT_ROW (widget), term);
  nsm_report_row_add (NSM_REPORT_ROW (widget), meaning);
  return widget;
}

/**
 * nsm_report_new_definitions:
 *
 * Returns: (transfer floating): what is explained, and beside it (or below, where there is little
 *   room) what it means
 */
GtkWidget *
nsm_report_new_definitions (NsmReportMaking *making, NsmNode *node, guint depth)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autoptr (NsmReportColumns) columns = new_columns_of_terms (node);
  gboolean narrow = making->room < NSM_REPORT_NARROW;

  note_limit (making, NSM_REPORT_NARROW);
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *entry = node->children->pdata[i];

      gtk_box_append (GTK_BOX (box),
                      nsm_report_make_part (
                        making, new_entry (making, entry, columns, narrow, depth), entry));
    }
  return box;
}

/**
 * nsm_report_new_cards:
 *
 * Returns: (transfer floating): a few weighty things, two side by side where there is room
 */
GtkWidget *
nsm_report_new_cards (NsmReportMaking *making, NsmNode *node, guint depth)
{
  GtkWidget *grid = gtk_grid_new ();
  int n_columns = making->room < NSM_REPORT_NARROW ? 1 : 2;

  note_limit (making, NSM_REPORT_NARROW);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  /* Wide enough for a pencil beside a card. */
  gtk_grid_set_column_spacing (GTK_GRID (grid), 30);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *entry = node->children->pdata[i];
      GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      gboolean alone = i + 1 == node->children->len && (int) i % n_columns == 0;

      gtk_box_append (GTK_BOX (card), nsm_report_new_text (making, entry->runs, "sheet-term"));
      gtk_box_append (GTK_BOX (card), new_meaning (making, entry, depth));
      gtk_widget_add_css_class (card, "sheet-card");
      nsm_report_add_target (making, entry, card);
      gtk_grid_attach (GTK_GRID (grid), nsm_report_make_part (making, card, entry),
                       (int) i % n_columns, (int) i / n_columns, alone ? n_columns : 1, 1);
    }
  return grid;
}
