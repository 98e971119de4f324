/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "record/record.h"

G_BEGIN_DECLS

/**
 * A boxed list that hands its `record` to all NsmFieldRows in it.
 */

#define NSM_TYPE_FIELD_GROUP (nsm_field_group_get_type ())
G_DECLARE_FINAL_TYPE (NsmFieldGroup, nsm_field_group, NSM, FIELD_GROUP, AdwPreferencesGroup)

GtkWidget *nsm_field_group_new (NsmRecord *record, const char *fields);

NsmRecord *nsm_field_group_get_record (NsmFieldGroup *self);
void nsm_field_group_set_record (NsmFieldGroup *self, NsmRecord *record);
void nsm_field_group_add_fields (NsmFieldGroup *self, const char *fields);

G_END_DECLS
