/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/field-control.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/growing-text.h"
#include "kit/names.h"
#include "record/list.h"

/* Choices */

static void
on_list_item_setup (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer wrap)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (GPOINTER_TO_INT (wrap))
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
    }
  else
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
on_list_item_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (string));
}

static GtkListItemFactory *
new_label_factory (gboolean wrap)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_list_item_setup), GINT_TO_POINTER (wrap));
  g_signal_connect (factory, "bind", G_CALLBACK (on_list_item_bind), NULL);
  return factory;
}

/* The focus goes to a button in the drop-down, which has no words of its own. */
static void
name_chosen (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gpointer chosen = gtk_drop_down_get_selected_item (drop_down);

  if (GTK_IS_TOGGLE_BUTTON (button) && GTK_IS_STRING_OBJECT (chosen))
    nsm_widget_set_name_for_readers (button, gtk_string_object_get_string (chosen));
}

/**
 * nsm_drop_down_fit:
 * @drop_down: over a GtkStringList
 *
 * Lets the closed drop-down be narrower than its longest choice, and the open
 * one show every choice in full.
 */
void
nsm_drop_down_fit (GtkDropDown *drop_down)
{
  g_autoptr (GtkListItemFactory) closed = new_label_factory (FALSE);
  g_autoptr (GtkListItemFactory) open = new_label_factory (TRUE);

  gtk_drop_down_set_factory (drop_down, closed);
  gtk_drop_down_set_list_factory (drop_down, open);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (name_chosen), NULL);
  name_chosen (drop_down);
}

static GtkWidget *
choice_new (const NsmField *field)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (field->type ());
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    {
      const char *name = klass->values[i].value_name;

      gtk_string_list_append (names, name[0] != '\0' ? _(name) : _("Not chosen yet"));
    }

  GtkWidget *control = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  nsm_drop_down_fit (GTK_DROP_DOWN (control));
  return control;
}

static guint
find_choice_position (const NsmField *field, guint value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (field->type ());

  for (guint i = 0; i < klass->n_values; i++)
    if ((guint) klass->values[i].value == value)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static int
get_choice_at (const NsmField *field, guint position)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (field->type ());

  return klass->values[MIN (position, klass->n_values - 1)].value;
}

/* References */

static void
collect_targets (NsmRecord *record, GType type, GPtrArray *found)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);

  if (G_TYPE_CHECK_INSTANCE_TYPE (record, type))
    g_ptr_array_add (found, record);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];

      if (field->kind == NSM_KIND_CHILD)
        collect_targets (nsm_record_get_child (record, field), type, found);
      else if (field->kind == NSM_KIND_LIST && (field->flags & NSM_FIELD_UNRECORDED) == 0)
        NSM_LIST_EACH (NsmRecord, item, nsm_record_get_list (record, field))
          {
            collect_targets (item, type, found);
          }
    }
}

/**
 * nsm_field_dup_targets:
 *
 * Returns: (transfer container) (element-type NsmRecord): what a reference in
 *   @field of @record may point to, in the order of the document
 */
GPtrArray *
nsm_field_dup_targets (NsmRecord *record, const NsmField *field)
{
  GPtrArray *found = g_ptr_array_new ();

  collect_targets (nsm_record_get_root (record), field->type (), found);
  return found;
}

static void
pull_reference (GtkDropDown *control, NsmRecord *record, const NsmField *field)
{
  g_autoptr (GPtrArray) targets = nsm_field_dup_targets (record, field);
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (control));
  const char *id = nsm_record_get_text (record, field);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names)), chosen = 0;
  gboolean same;

  g_ptr_array_add (wanted, g_strdup (_("None")));
  for (guint i = 0; i < targets->len; i++)
    {
      NsmRecord *target = targets->pdata[i];

      g_ptr_array_add (wanted, nsm_record_dup_name (target));
      if (g_str_equal (target->id, id))
        chosen = i + 1;
    }

  same = n == wanted->len;
  for (guint i = 0; same && i < n; i++)
    same = g_str_equal (gtk_string_list_get_string (names, i), wanted->pdata[i]);
  if (!same)
    {
      g_ptr_array_add (wanted, NULL);
      gtk_string_list_splice (names, 0, n, (const char *const *) wanted->pdata);
    }
  gtk_drop_down_set_selected (control, chosen);
}

/* Texts and numbers */

static gboolean
is_spin (const NsmField *field)
{
  return (field->flags & NSM_FIELD_WHOLE) != 0 && (field->flags & NSM_FIELD_OPTIONAL) == 0;
}

static GtkWidget *
line_new (const NsmField *field)
{
  GtkWidget *control = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);

  /* The window undoes; and a longer text than the record holds must not show. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (control), FALSE);
  gtk_text_set_max_length (GTK_TEXT (control), (int) field->maximum);
  gtk_widget_set_hexpand (control, TRUE);
  return control;
}

static GtkWidget *
area_new (void)
{
  GtkWidget *control = nsm_growing_text_new ();

  gtk_widget_set_hexpand (control, TRUE);
  return control;
}

static GtkWidget *
entry_new (const NsmField *field)
{
  GtkWidget *control = gtk_entry_new ();

  gtk_editable_set_enable_undo (GTK_EDITABLE (control), FALSE);
  gtk_editable_set_alignment (GTK_EDITABLE (control), 1);
  if (field->kind == NSM_KIND_NUMBER)
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (control), 8);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (control), 12);
      gtk_entry_set_input_purpose (GTK_ENTRY (control), GTK_INPUT_PURPOSE_NUMBER);
    }
  else
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (control), 11);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (control), 11);
      gtk_entry_set_max_length (GTK_ENTRY (control), 10);
      /* Translators: how a date is typed; keep the order year, month, day */
      gtk_entry_set_placeholder_text (GTK_ENTRY (control), _("YYYY-MM-DD"));
    }
  return control;
}

static GtkWidget *
spin_new (const NsmField *field)
{
  GtkWidget *control = gtk_spin_button_new_with_range (field->minimum, field->maximum, 1);

  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (control), TRUE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (control), FALSE);
  return control;
}

static void
pull_area (GtkTextView *view, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  g_autofree char *shown = nsm_growing_text_dup_text (NSM_GROWING_TEXT (view));
  GtkTextIter cursor;

  if (g_str_equal (shown, text))
    return;
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));

  int offset = gtk_text_iter_get_offset (&cursor);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &cursor, offset);
  gtk_text_buffer_place_cursor (buffer, &cursor);
}

static void
pull_editable (GtkEditable *editable, const char *text)
{
  int position = gtk_editable_get_position (editable);

  if (g_str_equal (gtk_editable_get_text (editable), text))
    return;
  gtk_editable_set_text (editable, text);
  gtk_editable_set_position (editable, MIN (position, (int) g_utf8_strlen (text, -1)));
}

static void
pull_number (GtkEditable *control, double number)
{
  double shown;
  g_autofree char *text = nsm_number_dup_words (number);

  /* "1." on the way to "1.5" is the same number: leave what is being typed. */
  if (nsm_number_from_words (gtk_editable_get_text (control), &shown) &&
      ((isnan (shown) && isnan (number)) || (shown <= number && shown >= number)))
    return;
  pull_editable (control, text);
}

/* The three acts */

/**
 * nsm_field_control_is_tall:
 *
 * Returns: whether the control takes the row's whole width, under the label
 */
gboolean
nsm_field_control_is_tall (const NsmField *field)
{
  return field->kind == NSM_KIND_TEXT && (field->flags & NSM_FIELD_DATE) == 0;
}

/**
 * nsm_field_control_new:
 *
 * Returns: (transfer floating) (nullable): an empty control for @field, or NULL
 *   for a child or a list, which no one row can show
 */
GtkWidget *
nsm_field_control_new (NsmRecord *record, const NsmField *field)
{
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
      if (field->flags & NSM_FIELD_DATE)
        return entry_new (field);
      return field->flags & NSM_FIELD_MULTILINE ? area_new () : line_new (field);
    case NSM_KIND_NUMBER:
      return is_spin (field) ? spin_new (field) : entry_new (field);
    case NSM_KIND_FLAG:
      return gtk_switch_new ();
    case NSM_KIND_CHOICE:
      return choice_new (field);
    case NSM_KIND_REFERENCE:
      {
        GtkWidget *control =
            gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);

        nsm_drop_down_fit (GTK_DROP_DOWN (control));
        return control;
      }
    case NSM_KIND_CHILD:
    case NSM_KIND_LIST:
    default:
      return NULL;
    }
}

void
nsm_field_control_connect (GtkWidget *control, const NsmField *field, GCallback changed,
                           gpointer object)
{
  if (GTK_IS_TEXT_VIEW (control))
    g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (control)), "changed", changed,
                             object, G_CONNECT_SWAPPED);
  else if (GTK_IS_SPIN_BUTTON (control))
    g_signal_connect_object (control, "value-changed", changed, object, G_CONNECT_SWAPPED);
  else if (GTK_IS_EDITABLE (control))
    g_signal_connect_object (control, "changed", changed, object, G_CONNECT_SWAPPED);
  else if (GTK_IS_SWITCH (control))
    g_signal_connect_object (control, "notify::active", changed, object, G_CONNECT_SWAPPED);
  else
    g_signal_connect_object (control, "notify::selected", changed, object, G_CONNECT_SWAPPED);
}

/**
 * nsm_field_control_pull:
 *
 * Shows what the record holds; leaves alone what says the same already.
 */
void
nsm_field_control_pull (GtkWidget *control, NsmRecord *record, const NsmField *field)
{
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
      if (GTK_IS_TEXT_VIEW (control))
        pull_area (GTK_TEXT_VIEW (control), nsm_record_get_text (record, field));
      else
        pull_editable (GTK_EDITABLE (control), nsm_record_get_text (record, field));
      break;
    case NSM_KIND_NUMBER:
      if (GTK_IS_SPIN_BUTTON (control))
        gtk_spin_button_set_value (GTK_SPIN_BUTTON (control), nsm_record_get_number (record, field));
      else
        pull_number (GTK_EDITABLE (control), nsm_record_get_number (record, field));
      break;
    case NSM_KIND_FLAG:
      gtk_switch_set_active (GTK_SWITCH (control), nsm_record_get_flag (record, field));
      break;
    case NSM_KIND_CHOICE:
      gtk_drop_down_set_selected (
          GTK_DROP_DOWN (control),
          find_choice_position (field, nsm_record_get_choice (record, field)));
      break;
    case NSM_KIND_REFERENCE:
      pull_reference (GTK_DROP_DOWN (control), record, field);
      break;
    case NSM_KIND_CHILD:
    case NSM_KIND_LIST:
      break;
    }
}

static gboolean
read_text (GtkWidget *control, const NsmField *field, GValue *value)
{
  if (GTK_IS_TEXT_VIEW (control))
    g_value_take_string (value, nsm_growing_text_dup_text (NSM_GROWING_TEXT (control)));
  else
    g_value_set_string (value, gtk_editable_get_text (GTK_EDITABLE (control)));
  return (field->flags & NSM_FIELD_DATE) == 0 || g_value_get_string (value)[0] == '\0' ||
         nsm_date_is_valid (g_value_get_string (value));
}

static gboolean
read_number (GtkWidget *control, const NsmField *field, GValue *value)
{
  double number;

  if (GTK_IS_SPIN_BUTTON (control))
    number = gtk_spin_button_get_value (GTK_SPIN_BUTTON (control));
  else if (!nsm_number_from_words (gtk_editable_get_text (GTK_EDITABLE (control)), &number))
    return FALSE;
  g_value_set_double (value, number);
  if (isnan (number))
    return (field->flags & NSM_FIELD_OPTIONAL) != 0;
  return number >= field->minimum && number <= field->maximum;
}

static void
read_reference (GtkWidget *control, NsmRecord *record, const NsmField *field, GValue *value)
{
  g_autoptr (GPtrArray) targets = nsm_field_dup_targets (record, field);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (control));

  if (selected >= 1 && selected <= targets->len)
    g_value_set_string (value, ((NsmRecord *) targets->pdata[selected - 1])->id);
  else
    g_value_set_static_string (value, "");
}

/**
 * nsm_field_control_push:
 *
 * Writes what the control says into the record.
 *
 * Returns: whether it was something that the field can hold; if not, nothing
 *   changed
 */
gboolean
nsm_field_control_push (GtkWidget *control, NsmRecord *record, const NsmField *field)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_PARAM_SPEC_VALUE_TYPE (nsm_record_get_pspec (record, field)));
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
      if (!read_text (control, field, &value))
        return FALSE;
      break;
    case NSM_KIND_NUMBER:
      if (!read_number (control, field, &value))
        return FALSE;
      break;
    case NSM_KIND_FLAG:
      g_value_set_boolean (&value, gtk_switch_get_active (GTK_SWITCH (control)));
      break;
    case NSM_KIND_CHOICE:
      {
        guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (control));

        if (selected == GTK_INVALID_LIST_POSITION)
          return TRUE;
        g_value_set_enum (&value, get_choice_at (field, selected));
        break;
      }
    case NSM_KIND_REFERENCE:
      read_reference (control, record, field, &value);
      break;
    case NSM_KIND_CHILD:
    case NSM_KIND_LIST:
    default:
      return FALSE;
    }
  nsm_record_set_value (record, field, &value);
  return TRUE;
}
