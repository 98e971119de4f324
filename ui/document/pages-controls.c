/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/pages-controls.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/names.h"

/* Which page one is at, and how large pages are. */

static void
say_page (GtkLabel *label, NsmPagesView *view)
{
  guint n = nsm_pages_view_get_n_pages (view);
  g_autofree char *words = NULL;

  if (n > 0)
    /* Translators: the number of a page and how many there are */
    words = g_strdup_printf (_("Page %u of %u"), nsm_pages_view_get_page (view) + 1, n);
  gtk_label_set_label (label, words != NULL ? words : "");
}

static void
say_zoom (GtkButton *button, NsmPagesView *view)
{
  int percent = (int) round (nsm_pages_view_get_zoom (view) * 100);
  /* Translators: how large pages are shown; with a no-break space if there is one before % */
  g_autofree char *words = g_strdup_printf (_("%d %%"), percent);

  gtk_button_set_label (button, words);
  nsm_widget_set_name_for_readers (GTK_WIDGET (button), _("As wide as there is room"));
}

static void
on_page_changed (NsmPagesView *view, GParamSpec *pspec G_GNUC_UNUSED, GtkLabel *label)
{
  say_page (label, view);
}

static void
on_zoom_changed (NsmPagesView *view, GParamSpec *pspec G_GNUC_UNUSED, GtkButton *button)
{
  say_zoom (button, view);
}

static void
on_larger (NsmPagesView *view)
{
  nsm_pages_view_step_zoom (view, 1);
}

static void
on_smaller (NsmPagesView *view)
{
  nsm_pages_view_step_zoom (view, -1);
}

static void
on_fit (NsmPagesView *view)
{
  nsm_pages_view_step_zoom (view, 0);
}

static GtkWidget *
add_button (GtkWidget *box, NsmPagesView *view, GtkWidget *button, const char *tip,
            GCallback on_clicked)
{
  gtk_widget_set_tooltip_text (button, tip);
  nsm_widget_set_name_for_readers (button, tip);
  g_signal_connect_object (button, "clicked", on_clicked, view, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/**
 * nsm_pages_controls_new:
 *
 * Returns: (transfer floating): says which page of @view one is at, and makes pages larger
 */
GtkWidget *
nsm_pages_controls_new (NsmPagesView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *zoom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button;

  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "tabular");
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (zoom, "linked");
  gtk_widget_set_valign (zoom, GTK_ALIGN_CENTER);
  add_button (zoom, view, gtk_button_new_from_icon_name ("zoom-out-symbolic"), _("Smaller"),
              G_CALLBACK (on_smaller));
  button = add_button (zoom, view, gtk_button_new (), _("As wide as there is room"),
                       G_CALLBACK (on_fit));
  gtk_widget_add_css_class (button, "tabular");
  add_button (zoom, view, gtk_button_new_from_icon_name ("zoom-in-symbolic"), _("Larger"),
              G_CALLBACK (on_larger));
  gtk_box_append (GTK_BOX (box), zoom);

  g_signal_connect_object (view, "notify::page", G_CALLBACK (on_page_changed), label, 0);
  g_signal_connect_object (view, "notify::n-pages", G_CALLBACK (on_page_changed), label, 0);
  g_signal_connect_object (view, "notify::zoom", G_CALLBACK (on_zoom_changed), button, 0);
  say_zoom (GTK_BUTTON (button), view);
  say_page (GTK_LABEL (label), view);
  return box;
}
