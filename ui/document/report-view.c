/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/report-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kit/names.h"
#include "kit/star.h"

struct _NsmReportView
{
  GtkBox parent_instance;

  GHashTable *targets; /* id → widget that a link leads to */
};

G_DEFINE_FINAL_TYPE (NsmReportView, nsm_report_view, GTK_TYPE_BOX)

static void add_node (NsmReportView *self, GtkWidget *box, NsmNode *node, guint depth);

/* Runs as the markup of a label */

static const char *
get_sign (NsmTone tone)
{
  switch (tone)
    {
    case NSM_TONE_POSITIVE:
      return "✓ ";
    case NSM_TONE_CAUTION:
      return "! ";
    case NSM_TONE_NEGATIVE:
      return "✕ ";
    case NSM_TONE_PLAIN:
    case NSM_TONE_LEAD:
    case NSM_TONE_FINE:
    case NSM_TONE_QUOTE:
    case NSM_TONE_CARDS:
    default:
      return "";
    }
}

static void
add_run (GString *markup, const NsmRun *run)
{
  g_autofree char *text = g_markup_escape_text (run->text != NULL ? run->text : "", -1);
  g_autofree char *target = run->target != NULL ? g_markup_escape_text (run->target, -1) : NULL;

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
      g_string_append_printf (markup, "<a href=\"#%s\">%s</a>", target != NULL ? target : "", text);
      break;
    case NSM_RUN_BADGE:
      g_string_append_printf (markup, "<b>%s%s</b>", get_sign (run->tone), text);
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

static char *
dup_markup (GPtrArray *runs)
{
  GString *markup = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    add_run (markup, runs->pdata[i]);
  return g_string_free (markup, FALSE);
}

static gboolean
on_link_activated (NsmReportView *self, const char *uri)
{
  GtkWidget *target = g_hash_table_lookup (self->targets, uri + (uri[0] == '#'));
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  double y;

  if (target != NULL && scroller != NULL &&
      gtk_widget_translate_coordinates (target, gtk_widget_get_parent (GTK_WIDGET (self)), 0, 0,
                                        NULL, &y))
    gtk_adjustment_set_value (
        gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), y);
  return TRUE;
}

static GtkWidget *
new_text (NsmReportView *self, GPtrArray *runs, const char *css_class)
{
  g_autofree char *markup = dup_markup (runs);
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "use-markup", TRUE, "label", markup, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (strstr (markup, "<a href") != NULL)
    g_signal_connect_object (label, "activate-link", G_CALLBACK (on_link_activated), self,
                             G_CONNECT_SWAPPED);
  return label;
}

/* Nodes */

static void
add_children (NsmReportView *self, GtkWidget *box, NsmNode *node, guint depth)
{
  for (guint i = 0; i < node->children->len; i++)
    add_node (self, box, node->children->pdata[i], depth);
}

static GtkWidget *
new_box (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

static GtkWidget *
new_section (NsmReportView *self, NsmNode *node, guint depth)
{
  GtkWidget *box = new_box (9);
  GtkWidget *title;

  if (node->runs->len > 0)
    {
      title = new_text (self, node->runs, depth == 0 ? "sheet-2" : "sheet-3");
      gtk_box_append (GTK_BOX (box), title);
    }
  add_children (self, box, node, depth + 1);
  return box;
}

static GtkWidget *
new_paragraph (NsmReportView *self, NsmNode *node)
{
  switch (node->tone)
    {
    case NSM_TONE_LEAD:
      return new_text (self, node->runs, "sheet-lead");
    case NSM_TONE_FINE:
      return new_text (self, node->runs, "secondary");
    case NSM_TONE_QUOTE:
      return new_text (self, node->runs, "sheet-quote");
    case NSM_TONE_PLAIN:
    case NSM_TONE_CARDS:
    case NSM_TONE_POSITIVE:
    case NSM_TONE_CAUTION:
    case NSM_TONE_NEGATIVE:
    default:
      return new_text (self, node->runs, NULL);
    }
}

static GtkWidget *
new_list (NsmReportView *self, NsmNode *node, guint depth)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *item = node->children->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u.", i + 1);
      GtkWidget *bullet = gtk_label_new (node->ordered ? number : "•");
      GtkWidget *box = new_box (6);

      gtk_widget_set_valign (bullet, GTK_ALIGN_START);
      gtk_label_set_xalign (GTK_LABEL (bullet), 1);
      if (item->runs->len > 0)
        gtk_box_append (GTK_BOX (box), new_text (self, item->runs, NULL));
      add_children (self, box, item, depth);
      gtk_widget_set_hexpand (box, TRUE);
      gtk_grid_attach (GTK_GRID (grid), bullet, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), box, 1, (int) i, 1, 1);
    }
  return grid;
}

static GtkWidget *
new_table (NsmReportView *self, NsmNode *node)
{
  GtkWidget *box = new_box (6);
  GtkWidget *grid = gtk_grid_new ();

  if (node->runs->len > 0)
    gtk_box_append (GTK_BOX (box), new_text (self, node->runs, "caption-strong"));
  for (guint r = 0; r < node->children->len; r++)
    {
      NsmNode *row = node->children->pdata[r];

      for (guint c = 0; c < row->children->len; c++)
        {
          NsmNode *cell = row->children->pdata[c];
          GtkWidget *label = new_text (self, cell->runs, r == 0 ? "sheet-rule" : "sheet-line");

          gtk_widget_add_css_class (label, "sheet-cell");
          gtk_label_set_yalign (GTK_LABEL (label), r == 0 ? 1 : 0);
          gtk_label_set_xalign (GTK_LABEL (label), cell->numeric ? 1 : 0);
          /* A first column of names is wider than a column of figures. */
          gtk_widget_set_hexpand (label, !cell->numeric);
          gtk_grid_attach (GTK_GRID (grid), label, (int) c, (int) r, 1, 1);
        }
    }
  gtk_box_append (GTK_BOX (box), grid);
  return box;
}

static GtkWidget *
new_definitions (NsmReportView *self, NsmNode *node, guint depth)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *entry = node->children->pdata[i];
      GtkWidget *term = new_text (self, entry->runs, "sheet-term");
      GtkWidget *box = new_box (6);

      gtk_label_set_width_chars (GTK_LABEL (term), 15);
      gtk_label_set_max_width_chars (GTK_LABEL (term), 15);
      gtk_label_set_yalign (GTK_LABEL (term), 0);
      gtk_widget_set_valign (term, GTK_ALIGN_START);
      gtk_widget_set_hexpand (box, TRUE);
      add_children (self, box, entry, depth);
      if (entry->id != NULL)
        g_hash_table_insert (self->targets, g_strdup (entry->id), term);
      gtk_grid_attach (GTK_GRID (grid), term, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), box, 1, (int) i, 1, 1);
    }
  return grid;
}

static GtkWidget *
new_note (NsmReportView *self, NsmNode *node, guint depth)
{
  GtkWidget *box = new_box (6);

  if (node->runs->len > 0)
    gtk_box_append (GTK_BOX (box), new_text (self, node->runs, "card-title"));
  add_children (self, box, node, depth);
  gtk_widget_add_css_class (box, "sheet-note");
  return box;
}

static GtkWidget *
new_figure (NsmReportView *self, NsmNode *node, guint depth)
{
  GtkWidget *box = new_box (6);

  add_children (self, box, node, depth);
  if (node->runs->len > 0)
    gtk_box_append (GTK_BOX (box), new_text (self, node->runs, "secondary"));
  return box;
}

static void
add_node (NsmReportView *self, GtkWidget *box, NsmNode *node, guint depth)
{
  GtkWidget *widget = NULL;

  switch (node->kind)
    {
    case NSM_NODE_SECTION:
      widget = new_section (self, node, depth);
      break;
    case NSM_NODE_PARAGRAPH:
      widget = new_paragraph (self, node);
      break;
    case NSM_NODE_LIST:
      widget = new_list (self, node, depth);
      break;
    case NSM_NODE_TABLE:
      widget = new_table (self, node);
      break;
    case NSM_NODE_DEFINITIONS:
      widget = new_definitions (self, node, depth);
      break;
    case NSM_NODE_FIGURE:
      widget = new_figure (self, node, depth);
      break;
    case NSM_NODE_NOTE:
      widget = new_note (self, node, depth);
      break;
    case NSM_NODE_ITEM:
    case NSM_NODE_ROW:
    case NSM_NODE_CELL:
    case NSM_NODE_ENTRY:
    default:
      return;
    }
  if (node->id != NULL)
    g_hash_table_insert (self->targets, g_strdup (node->id), widget);
  gtk_box_append (GTK_BOX (box), widget);
}

/* The head of the sheet */

static GtkWidget *
new_head (NsmReport *report)
{
  GtkWidget *box = new_box (12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *star = nsm_star_new (32);
  GtkWidget *title;
  GtkWidget *about;
  g_autofree char *words =
      report->product != NULL && report->product[0] != '\0'
          ? g_strdup_printf (_("North Star Metric · %s · %s"), report->product,
                             nsm_report_get_status_label (report))
          : g_strdup_printf (_("North Star Metric · %s"), nsm_report_get_status_label (report));

  nsm_star_set_facets (NSM_STAR (star), report->facets);
  about = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (about, "page-step");
  gtk_widget_set_hexpand (about, TRUE);
  gtk_box_append (GTK_BOX (line), star);
  gtk_box_append (GTK_BOX (line), about);
  title = g_object_new (GTK_TYPE_LABEL, "label", report->title, "xalign", 0.0, "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR, "accessible-role",
                        GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (title, "sheet-1");
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), title);
  return box;
}

static void
nsm_report_view_finalize (GObject *object)
{
  g_hash_table_unref (NSM_REPORT_VIEW (object)->targets);
  G_OBJECT_CLASS (nsm_report_view_parent_class)->finalize (object);
}

static void
nsm_report_view_class_init (NsmReportViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_report_view_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
nsm_report_view_init (NsmReportView *self)
{
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "sheet");
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), _("Document"));
}

GtkWidget *
nsm_report_view_new (void)
{
  return g_object_new (NSM_TYPE_REPORT_VIEW, NULL);
}

/**
 * nsm_report_view_set_report:
 *
 * Shows @report, which may be freed afterwards.
 */
void
nsm_report_view_set_report (NsmReportView *self, NsmReport *report)
{
  GtkWidget *child;

  g_hash_table_remove_all (self->targets);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  gtk_box_append (GTK_BOX (self), new_head (report));
  for (guint i = 0; i < report->sections->len; i++)
    add_node (self, GTK_WIDGET (self), report->sections->pdata[i], 0);
}
