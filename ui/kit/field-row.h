/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "record/record.h"

G_BEGIN_DECLS

/**
 * A row of a form for one field of a record. The field's kind picks the
 * control; its label, limits and choices come from the record's table. It is
 * bound both ways and seals the history when the focus leaves it.
 *
 * Properties: `record`; `field`, the member's name; `title`, instead of the
 * field's label; `hint`, a line under it that says what belongs here.
 */

#define NSM_TYPE_FIELD_ROW (nsm_field_row_get_type ())
G_DECLARE_FINAL_TYPE (NsmFieldRow, nsm_field_row, NSM, FIELD_ROW, AdwPreferencesRow)

GtkWidget *nsm_field_row_new (NsmRecord *record, const char *field);

NsmRecord *nsm_field_row_get_record (NsmFieldRow *self);
void nsm_field_row_set_record (NsmFieldRow *self, NsmRecord *record);
const char *nsm_field_row_get_field (NsmFieldRow *self);
void nsm_field_row_set_field (NsmFieldRow *self, const char *field);
void nsm_field_row_set_hint (NsmFieldRow *self, const char *hint);

GtkWidget *nsm_field_row_get_control (NsmFieldRow *self);

G_END_DECLS
