/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/header.h"

#include "kit/star.h"
#include "method/step.h"

struct _NsmRoomHeader
{
  AdwBin parent_instance;

  NsmStar *star;
  GtkLabel *product;
  GtkLabel *where;
};

G_DEFINE_FINAL_TYPE (NsmRoomHeader, nsm_room_header, ADW_TYPE_BIN)

static void
nsm_room_header_class_init (NsmRoomHeaderClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "roomheader");
}

static void
nsm_room_header_init (NsmRoomHeader *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  self->star = NSM_STAR (nsm_star_new (54));
  self->product = GTK_LABEL (gtk_label_new (NULL));
  self->where = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->product, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->product), "product");
  gtk_widget_add_css_class (GTK_WIDGET (self->where), "secondary");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->star));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->product));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->where));
  adw_bin_set_child (ADW_BIN (self), line);
}

/**
 * nsm_room_header_show:
 * @where: (nullable): the step, and the round
 */
void
nsm_room_header_show (NsmRoomHeader *self, NsmWorkshop *workshop, const char *where)
{
  nsm_star_set_facets (self->star, nsm_workshop_get_progress_facets (workshop));
  gtk_label_set_label (self->product,
                       workshop->product[0] != '\0' ? workshop->product : workshop->title);
  gtk_label_set_label (self->where, where != NULL ? where : "");
}
