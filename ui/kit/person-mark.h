/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * The shape and letter that stand for one person everywhere: circle, square,
 * triangle, diamond, pentagon, hexagon, then the same as outlines.
 *
 * Properties: `position`, the person's index in the workshop; `letter`;
 * `filled` (FALSE: a thin outline, "not yet"); `pixel-size` (20); `person`, the
 * name that a screen reader says.
 */

#define NSM_TYPE_PERSON_MARK (nsm_person_mark_get_type ())
G_DECLARE_FINAL_TYPE (NsmPersonMark, nsm_person_mark, NSM, PERSON_MARK, GtkWidget)

GtkWidget *nsm_person_mark_new (guint position, const char *name);
GtkWidget *nsm_person_mark_new_for (NsmWorkshop *workshop, const char *person_id);

void nsm_person_mark_snapshot (GtkSnapshot *snapshot, PangoContext *context, guint position,
                               const char *letter, gboolean filled, const graphene_rect_t *area,
                               const GdkRGBA *ink, const GdkRGBA *paper);
char *nsm_person_mark_dup_letter (const char *name);

G_END_DECLS
