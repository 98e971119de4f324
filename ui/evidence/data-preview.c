/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-preview.h"

#include <glib/gi18n-lib.h>

#include "kit/names.h"

#define MOST_COLUMNS 30
#define MOST_ROWS 6
#define LEAST_CHARS 6
#define MOST_CHARS 22
#define MOST_BYTES 400 /* of a cell that are drawn; the rest would be cut off anyway */

struct _NsmDataPreview
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *table;
  GtkWidget *more;
  GPtrArray *tags; /* GtkLabel in the heads, of the columns shown */
  GPtrArray *names; /* char *: of those columns */
};

G_DEFINE_FINAL_TYPE (NsmDataPreview, nsm_data_preview, GTK_TYPE_WIDGET)

/* Numbers are flush right wherever one reads from, so that their digits stand in line. */
static gboolean
is_flush_end (const NsmCsvColumn *column)
{
  return column->cells == NSM_CELLS_NUMBER &&
         gtk_widget_get_default_direction () != GTK_TEXT_DIR_RTL;
}

static GtkWidget *
new_label (const char *text, const NsmCsvColumn *column, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, NULL);
  g_autofree char *shown = NULL;

  /* A cell is one line, whatever is in it. */
  shown = g_utf8_make_valid (text, (gssize) strnlen (text, MOST_BYTES));
  g_strdelimit (shown, "\n\r\t", ' ');
  gtk_label_set_label (GTK_LABEL (label), shown);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), is_flush_end (column) ? 1 : 0);
  if (column->cells == NSM_CELLS_NUMBER)
    gtk_widget_add_css_class (label, "tabular");
  return label;
}

static GtkWidget *
new_row (void)
{
  return g_object_new (GTK_TYPE_BOX, "spacing", 18, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW,
                       NULL);
}

static GtkWidget *
new_head (NsmDataPreview *self, const NsmCsvColumn *column)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = new_label (column->name, column, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER);
  GtkWidget *tag = gtk_label_new (NULL);

  gtk_widget_add_css_class (name, "heading");
  gtk_widget_set_tooltip_text (name, column->name);
  gtk_widget_add_css_class (tag, "tag");
  gtk_label_set_ellipsize (GTK_LABEL (tag), PANGO_ELLIPSIZE_END);
  gtk_widget_set_halign (tag, is_flush_end (column) ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), tag);
  g_ptr_array_add (self->tags, tag);
  g_ptr_array_add (self->names, g_strdup (column->name));
  return head;
}

static void
nsm_data_preview_dispose (GObject *object)
{
  NsmDataPreview *self = NSM_DATA_PREVIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  G_OBJECT_CLASS (nsm_data_preview_parent_class)->dispose (object);
}

static void
nsm_data_preview_class_init (NsmDataPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_data_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
nsm_data_preview_init (NsmDataPreview *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->tags = g_ptr_array_new ();
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_widget_add_css_class (self->scroller, "card");
  gtk_widget_add_css_class (self->scroller, "data-preview");
  nsm_widget_set_name_for_readers (self->scroller, _("First rows of the file"));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  self->more = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->more), 0);
  gtk_label_set_wrap (GTK_LABEL (self->more), TRUE);
  gtk_widget_add_css_class (self->more, "field-caption");
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

/* Sizes are shared down each column, since every row is a widget of its own. */
static void
fill_rows (NsmDataPreview *self, const NsmCsvPeek *peek, guint n_columns)
{
  g_autoptr (GPtrArray) widths = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *heads = new_row ();

  gtk_widget_add_css_class (heads, "data-heads");
  gtk_box_append (GTK_BOX (self->table), heads);
  for (guint i = 0; i < n_columns; i++)
    {
      GtkSizeGroup *width = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      GtkWidget *head = new_head (self, peek->columns->pdata[i]);

      gtk_size_group_add_widget (width, head);
      gtk_box_append (GTK_BOX (heads), head);
      g_ptr_array_add (widths, width);
    }
  for (guint i = 0; i < MIN (peek->rows->len, MOST_ROWS); i++)
    {
      GPtrArray *cells = peek->rows->pdata[i];
      GtkWidget *row = new_row ();

      for (guint j = 0; j < n_columns; j++)
        {
          const char *text = j < cells->len ? cells->pdata[j] : "";
          GtkWidget *cell = new_label (text, peek->columns->pdata[j], GTK_ACCESSIBLE_ROLE_CELL);

          gtk_size_group_add_widget (widths->pdata[j], cell);
          gtk_box_append (GTK_BOX (row), cell);
        }
      gtk_box_append (GTK_BOX (self->table), row);
    }
}

/**
 * nsm_data_preview_set_peek:
 *
 * Shows the first rows and columns of @peek, and says how many columns there are beyond.
 */
void
nsm_data_preview_set_peek (NsmDataPreview *self, const NsmCsvPeek *peek)
{
  guint n_columns = MIN (peek->columns->len, MOST_COLUMNS);
  guint n_more = peek->columns->len - n_columns;
  g_autofree char *more = NULL;

  g_ptr_array_set_size (self->tags, 0);
  g_ptr_array_set_size (self->names, 0);
  self->table = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  nsm_widget_set_name_for_readers (self->table, _("First rows of the file"));
  fill_rows (self, peek, n_columns);
  /* As wide as the table wants to be: it scrolls rather than cutting off its cells. */
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller),
                                 g_object_new (GTK_TYPE_VIEWPORT, "hscroll-policy",
                                               GTK_SCROLL_NATURAL, "child", self->table, NULL));

  more = g_strdup_printf (ngettext ("%u more column isn’t shown here, and can be used all the same.",
                                    "%u more columns aren’t shown here, and can be used all the same.",
                                    n_more),
                          n_more);
  gtk_label_set_label (GTK_LABEL (self->more), more);
  gtk_widget_set_visible (self->more, n_more > 0);
}

/**
 * nsm_data_preview_set_roles:
 *
 * Tags the columns with what @dataset uses them as.
 */
void
nsm_data_preview_set_roles (NsmDataPreview *self, NsmDataset *dataset)
{
  g_autoptr (GHashTable) roles = g_hash_table_new (g_str_hash, g_str_equal);

  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    g_hash_table_insert (roles, column->name, GUINT_TO_POINTER (column->role));
  for (guint i = 0; i < self->tags->len; i++)
    {
      GtkLabel *tag = self->tags->pdata[i];
      guint role = GPOINTER_TO_UINT (g_hash_table_lookup (roles, self->names->pdata[i]));

      gtk_label_set_label (tag, nsm_choice_get_label (NSM_TYPE_COLUMN_ROLE, role));
      if (role == NSM_COLUMN_ROLE_IGNORED)
        gtk_widget_add_css_class (GTK_WIDGET (tag), "unused");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (tag), "unused");
    }
}
