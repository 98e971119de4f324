/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/field-group.h"

#include "kit/field-row.h"

struct _NsmFieldGroup
{
  AdwPreferencesGroup parent_instance;

  NsmRecord *record;
};

enum
{
  PROP_0,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NsmFieldGroup, nsm_field_group, ADW_TYPE_PREFERENCES_GROUP)

static void
hand_down (GtkWidget *widget, NsmRecord *record)
{
  if (NSM_IS_FIELD_ROW (widget))
    {
      nsm_field_row_set_record (NSM_FIELD_ROW (widget), record);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!NSM_IS_FIELD_GROUP (child))
      hand_down (child, record);
}

static void
nsm_field_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RECORD)
    g_value_set_object (value, NSM_FIELD_GROUP (object)->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsm_field_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_RECORD)
    nsm_field_group_set_record (NSM_FIELD_GROUP (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsm_field_group_dispose (GObject *object)
{
  g_clear_object (&NSM_FIELD_GROUP (object)->record);
  G_OBJECT_CLASS (nsm_field_group_parent_class)->dispose (object);
}

static void
nsm_field_group_class_init (NsmFieldGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = nsm_field_group_get_property;
  object_class->set_property = nsm_field_group_set_property;
  object_class->dispose = nsm_field_group_dispose;

  props[PROP_RECORD] =
      g_param_spec_object ("record", NULL, NULL, NSM_TYPE_RECORD,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
nsm_field_group_init (NsmFieldGroup *self)
{
}

/**
 * nsm_field_group_new:
 * @fields: (nullable): members joined by commas: a row for each
 */
GtkWidget *
nsm_field_group_new (NsmRecord *record, const char *fields)
{
  NsmFieldGroup *self = g_object_new (NSM_TYPE_FIELD_GROUP, "record", record, NULL);

  if (fields != NULL)
    nsm_field_group_add_fields (self, fields);
  return GTK_WIDGET (self);
}

NsmRecord *
nsm_field_group_get_record (NsmFieldGroup *self)
{
  return self->record;
}

void
nsm_field_group_set_record (NsmFieldGroup *self, NsmRecord *record)
{
  if (!g_set_object (&self->record, record))
    return;
  hand_down (GTK_WIDGET (self), record);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

/**
 * nsm_field_group_add_fields:
 * @fields: members joined by commas
 */
void
nsm_field_group_add_fields (NsmFieldGroup *self, const char *fields)
{
  g_auto (GStrv) names = g_strsplit (fields, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self),
                               nsm_field_row_new (self->record, g_strstrip (names[i])));
}
