/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * Around a box that lays its children beside each other, and below each other when it is
 * narrower than `least` times the size of its type: on a small window, or with large
 * type. What it holds goes into that box.
 */

#define NSM_TYPE_TURNING_BOX (nsm_turning_box_get_type ())
G_DECLARE_DERIVABLE_TYPE (NsmTurningBox, nsm_turning_box, NSM, TURNING_BOX, GtkWidget)

struct _NsmTurningBoxClass
{
  GtkWidgetClass parent_class;
};

GtkWidget *nsm_turning_box_new (int spacing, double least);

GtkBox *nsm_turning_box_get_box (NsmTurningBox *self);
void nsm_turning_box_set_least (NsmTurningBox *self, double least);

G_END_DECLS
