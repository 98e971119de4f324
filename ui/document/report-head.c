/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/report-head.h"

#include <glib/gi18n-lib.h>

#include "kit/star.h"

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_title (const char *text)
{
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  gtk_widget_add_css_class (title, "sheet-1");
  return title;
}

/* @text: (transfer full) (nullable) */
static void
add_line (GtkWidget *box, char *text, const char *css_class)
{
  if (text != NULL && text[0] != '\0')
    gtk_box_append (GTK_BOX (box), new_label (text, css_class));
  g_free (text);
}

/**
 * nsm_report_head_new:
 *
 * Returns: (transfer floating): what stands above the first section
 */
GtkWidget *
nsm_report_head_new (NsmReport *report)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *star = nsm_star_new (32);
  GtkWidget *about;
  g_autofree char *words =
    report->product != NULL && report->product[0] != '\0'
      ? g_strdup_printf (_("North Star Metric · %s · %s"), report->product,
                         nsm_report_get_status_label (report))
      : g_strdup_printf (_("North Star Metric · %s"), nsm_report_get_status_label (report));

  nsm_star_set_facets (NSM_STAR (star), report->facets);
  gtk_widget_set_valign (star, GTK_ALIGN_CENTER);
  about = new_label (words, "page-step");
  gtk_widget_set_hexpand (about, TRUE);
  gtk_box_append (GTK_BOX (line), star);
  gtk_box_append (GTK_BOX (line), about);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), new_title (report->title));
  add_line (box, nsm_report_dup_version_line (report), "sheet-version");
  add_line (box, nsm_report_dup_choice_line (report), "secondary");
  return box;
}
