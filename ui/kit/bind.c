/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/bind.h"

#include "kit/names.h"
#include "record/journal.h"

static void
on_focus_left (GtkEventControllerFocus *controller, gpointer record)
{
  NsmJournal *journal = nsm_record_get_journal (record);

  if (journal != NULL)
    nsm_journal_seal (journal);
}

static void
seal_when_left (GtkWidget *widget, gpointer record)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left), record, 0);
  gtk_widget_add_controller (widget, focus);
}

static char *
dup_property (gpointer record, const char *name)
{
  const NsmField *field = nsm_record_find_field (record, name);

  return g_strdup (nsm_record_get_pspec (record, field)->name);
}

static void
drop_record (gpointer record, GClosure *closure)
{
  g_object_unref (record);
}

static void
on_destroyed (GtkWidget *widget, gpointer record)
{
}

/* A control may outlive the record's place in the document (undo brings it back). */
static void
keep_record (GtkWidget *widget, gpointer record)
{
  g_signal_connect_data (widget, "destroy", G_CALLBACK (on_destroyed), g_object_ref (record),
                         drop_record, 0);
}

static void
label_by_field (GtkWidget *widget, gpointer record, const char *name)
{
  nsm_widget_set_name_for_readers (widget, nsm_field_get_label (nsm_record_find_field (record, name)));
}

/**
 * nsm_bind_text:
 * @editable: a #GtkText or #GtkEntry
 * @field: the member's name
 *
 * Shows and edits a text. Typing is one step of undo until the focus leaves.
 */
void
nsm_bind_text (GtkWidget *editable, gpointer record, const char *field)
{
  const NsmField *row = nsm_record_find_field (record, field);
  g_autofree char *property = dup_property (record, field);

  g_object_set (editable, "max-length", (int) row->maximum, "enable-undo", FALSE, NULL);
  g_object_bind_property (record, property, editable, "text",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  label_by_field (editable, record, field);
  seal_when_left (editable, record);
  keep_record (editable, record);
}

/**
 * nsm_bind_choice:
 * @field: the member's name, of a choice whose values count from 0
 *
 * Fills the drop-down with what people call the values, and ties it to the field.
 */
void
nsm_bind_choice (GtkWidget *drop_down, gpointer record, const char *field)
{
  const NsmField *row = nsm_record_find_field (record, field);
  g_autoptr (GEnumClass) klass = g_type_class_ref (row->type ());
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *property = dup_property (record, field);

  for (guint i = 0; i < klass->n_values; i++)
    gtk_string_list_append (names, nsm_choice_get_label (row->type (), i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (names));
  g_object_bind_property (record, property, drop_down, "selected",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  label_by_field (drop_down, record, field);
  keep_record (drop_down, record);
}

/**
 * nsm_bind_flag:
 *
 * Ties a toggle button, check button or switch to a flag.
 */
void
nsm_bind_flag (GtkWidget *toggle, gpointer record, const char *field)
{
  g_autofree char *property = dup_property (record, field);

  g_object_bind_property (record, property, toggle, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  keep_record (toggle, record);
}

typedef struct
{
  guint value;
  guint unset;
} Pair;

static gboolean
is_value (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  Pair *pair = data;

  g_value_set_boolean (to, (guint) g_value_get_enum (from) == pair->value);
  return TRUE;
}

static gboolean
to_value (GBinding *binding, const GValue *from, GValue *to, gpointer data)
{
  Pair *pair = data;
  g_autoptr (GObject) record = g_binding_dup_source (binding);
  guint now = 0;

  if (record == NULL)
    return FALSE;
  g_object_get (record, g_binding_get_source_property (binding), &now, NULL);
  if (g_value_get_boolean (from))
    g_value_set_enum (to, (int) pair->value);
  else if (now == pair->value)
    g_value_set_enum (to, (int) pair->unset);
  else
    return FALSE; /* another button of the row has taken over */
  return TRUE;
}

/**
 * nsm_bind_toggle:
 * @value: what the field is while the button is down
 * @unset: what it becomes when the button is let up
 *
 * Ties one toggle button of a row of them to one value of a choice.
 */
void
nsm_bind_toggle (GtkWidget *toggle, gpointer record, const char *field, guint value, guint unset)
{
  g_autofree char *property = dup_property (record, field);
  Pair *pair = g_new (Pair, 1);

  *pair = (Pair){ value, unset };
  g_object_bind_property_full (record, property, toggle, "active",
                               G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL, is_value, to_value,
                               pair, g_free);
  keep_record (toggle, record);
}

/**
 * nsm_bind_number:
 * @spin: a spin button
 *
 * Ties it to a number that is always set, within the field's limits.
 */
void
nsm_bind_number (GtkWidget *spin, gpointer record, const char *field)
{
  const NsmField *row = nsm_record_find_field (record, field);
  gboolean whole = (row->flags & NSM_FIELD_WHOLE) != 0;
  double step = whole ? 1 : (row->maximum - row->minimum <= 1 ? 0.05 : 0.5);
  g_autofree char *property = dup_property (record, field);

  gtk_spin_button_configure (
      GTK_SPIN_BUTTON (spin),
      gtk_adjustment_new (row->initial, row->minimum, row->maximum, step, step * 5, 0), 1,
      whole ? 0 : 2);
  g_object_bind_property (record, property, spin, "value",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  label_by_field (spin, record, field);
  seal_when_left (spin, record);
  keep_record (spin, record);
}
