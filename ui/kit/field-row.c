/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/field-row.h"

#include <glib/gi18n-lib.h>

#include "kit/field-control.h"
#include "kit/names.h"
#include "model/metric.h"
#include "record/journal.h"

struct _NsmFieldRow
{
  AdwPreferencesRow parent_instance;

  NsmRecord *record;
  char *field_name;
  char *hint;
  const NsmField *field; /* NULL until both are known */
  GtkWidget *control;
  GtkWidget *placeholder;
  GtkLabel *title;
  GtkLabel *words;
  GtkCalendar *calendar;
  GtkWidget *calendar_button;
  gulong notify_id;
  gulong changed_id;
  NsmRecord *root; /* whose changes are listened to */
  gboolean busy;
};

enum
{
  PROP_0,
  PROP_RECORD,
  PROP_FIELD,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NsmFieldRow, nsm_field_row, ADW_TYPE_PREFERENCES_ROW)

/* Both ways */

static void
show_state (NsmFieldRow *self, gboolean valid)
{
  if (valid)
    gtk_widget_remove_css_class (self->control, "error");
  else
    gtk_widget_add_css_class (self->control, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  if (self->placeholder != NULL)
    gtk_widget_set_visible (self->placeholder,
                            nsm_record_get_text (self->record, self->field)[0] == '\0');
  if (self->words != NULL)
    {
      g_autofree char *words =
          nsm_date_dup_words (nsm_record_get_text (self->record, self->field));

      gtk_label_set_label (self->words, words != NULL ? words : self->hint);
      gtk_widget_set_visible (GTK_WIDGET (self->words), words != NULL || self->hint != NULL);
    }
}

static void
pull (NsmFieldRow *self)
{
  if (self->busy || self->field == NULL)
    return;
  self->busy = TRUE;
  nsm_field_control_pull (self->control, self->record, self->field);
  show_state (self, TRUE);
  self->busy = FALSE;
}

static void
on_control_changed (NsmFieldRow *self)
{
  gboolean valid;

  if (self->busy || self->field == NULL)
    return;
  self->busy = TRUE;
  valid = nsm_field_control_push (self->control, self->record, self->field);
  show_state (self, valid);
  self->busy = FALSE;
}

static void
on_focus_left (NsmFieldRow *self)
{
  NsmJournal *journal;

  if (self->field == NULL)
    return;
  /* What the record couldn't hold gives way to what it holds. */
  pull (self);
  journal = nsm_record_get_journal (self->record);
  if (journal != NULL)
    nsm_journal_seal (journal);
}

static void
on_root_changed (NsmFieldRow *self, NsmRecord *changed, gpointer field_changed)
{
  const NsmField *field = field_changed;

  /* Names of what can be referred to, or the lists that hold it, may change. */
  if (field->kind == NSM_KIND_LIST || (field->flags & NSM_FIELD_IDENTITY) != 0 ||
      G_TYPE_CHECK_INSTANCE_TYPE (changed, self->field->type ()) || NSM_IS_METRIC (changed))
    pull (self);
}

/* Dates */

static void
on_day_selected (NsmFieldRow *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  if (self->busy)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->control), date);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->calendar_button));
}

static void
on_calendar_shown (NsmFieldRow *self)
{
  const char *date = nsm_record_get_text (self->record, self->field);
  g_autofree char *stamp = g_strconcat (date, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (stamp, NULL);

  if (day == NULL)
    return;
  self->busy = TRUE;
  gtk_calendar_select_day (self->calendar, day);
  self->busy = FALSE;
}

static GtkWidget *
new_calendar_button (NsmFieldRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_calendar_shown), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));

  self->calendar_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->calendar_button),
                                 "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->calendar_button), popover);
  gtk_widget_set_tooltip_text (self->calendar_button, _("Choose from a calendar"));
  nsm_widget_set_name_for_readers (self->calendar_button, _("Choose from a calendar"));
  gtk_widget_set_valign (self->calendar_button, GTK_ALIGN_CENTER);
  return self->calendar_button;
}

/* Layout */

static GtkLabel *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
on_row_released (NsmFieldRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *hit = gtk_widget_pick (box, x, y, GTK_PICK_DEFAULT);

  /* Controls answer their own clicks; the rest of the row helps one to aim. */
  if (hit == NULL || hit == self->control || gtk_widget_is_ancestor (hit, self->control) ||
      hit == self->calendar_button ||
      (self->calendar_button != NULL && gtk_widget_is_ancestor (hit, self->calendar_button)))
    return;
  if (GTK_IS_SWITCH (self->control))
    gtk_widget_activate (self->control);
  else
    gtk_widget_grab_focus (self->control);
}

static GtkWidget *
lay_out_tall (NsmFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (GTK_WIDGET (self->title), "field-title");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  if (GTK_IS_TEXT_VIEW (self->control))
    {
      GtkWidget *overlay = gtk_overlay_new ();

      gtk_overlay_set_child (GTK_OVERLAY (overlay), self->control);
      if (self->hint != NULL)
        {
          self->placeholder = GTK_WIDGET (new_label (self->hint, "placeholder"));
          gtk_widget_set_can_target (self->placeholder, FALSE);
          gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
          gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->placeholder);
          gtk_overlay_set_measure_overlay (GTK_OVERLAY (overlay), self->placeholder, TRUE);
        }
      gtk_box_append (GTK_BOX (box), overlay);
    }
  else
    {
      if (self->hint != NULL)
        gtk_text_set_placeholder_text (GTK_TEXT (self->control), self->hint);
      gtk_box_append (GTK_BOX (box), self->control);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), "field-tall");
  return box;
}

static GtkWidget *
lay_out_wide (NsmFieldRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  if (self->hint != NULL || (self->field->flags & NSM_FIELD_DATE))
    {
      GtkLabel *under = new_label (self->hint, "secondary");

      gtk_widget_add_css_class (GTK_WIDGET (under), "caption");
      gtk_box_append (GTK_BOX (words), GTK_WIDGET (under));
      if (self->field->flags & NSM_FIELD_DATE)
        self->words = under;
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->control, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), self->control);
  if (self->field->flags & NSM_FIELD_DATE)
    gtk_box_append (GTK_BOX (box), new_calendar_button (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "field-wide");
  return box;
}

static void
clear (NsmFieldRow *self)
{
  if (self->field == NULL)
    return;
  g_clear_signal_handler (&self->notify_id, self->record);
  if (self->root != NULL)
    g_clear_signal_handler (&self->changed_id, self->root);
  g_clear_object (&self->root);
  self->field = NULL;
  self->control = self->placeholder = self->calendar_button = NULL;
  self->title = self->words = NULL;
  self->calendar = NULL;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "field-tall");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "field-wide");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
}

static void
listen (NsmFieldRow *self)
{
  g_autofree char *signal = g_strconcat (
      "notify::", nsm_record_get_pspec (self->record, self->field)->name, NULL);

  self->notify_id = g_signal_connect_object (self->record, signal, G_CALLBACK (pull), self,
                                             G_CONNECT_SWAPPED);
  if (self->field->kind == NSM_KIND_REFERENCE)
    {
      self->root = g_object_ref (nsm_record_get_root (self->record));
      self->changed_id = g_signal_connect_object (self->root, "changed",
                                                  G_CALLBACK (on_root_changed), self,
                                                  G_CONNECT_SWAPPED);
    }
}

static void
build (NsmFieldRow *self)
{
  AdwPreferencesRow *row = ADW_PREFERENCES_ROW (self);
  GtkGesture *click;

  clear (self);
  if (self->record == NULL || self->field_name == NULL)
    return;

  self->field = nsm_record_find_field (self->record, self->field_name);
  if (self->field == NULL || self->field->kind >= NSM_KIND_CHILD)
    {
      g_critical ("%s has no row for “%s”", G_OBJECT_TYPE_NAME (self->record), self->field_name);
      self->field = NULL;
      return;
    }
  if (adw_preferences_row_get_title (row)[0] == '\0')
    adw_preferences_row_set_title (row, nsm_field_get_label (self->field));

  self->control = nsm_field_control_new (self->record, self->field);
  self->title = new_label (adw_preferences_row_get_title (row), "title");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), nsm_field_control_is_tall (self->field)
                                                           ? lay_out_tall (self)
                                                           : lay_out_wide (self));
  nsm_widget_set_name_for_readers (self->control, adw_preferences_row_get_title (row));
  if (self->hint != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->control),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->hint, -1);
  if (self->field->flags & NSM_FIELD_REQUIRED)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->control),
                                    GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);

  click = gtk_gesture_click_new ();
  g_signal_connect_object (click, "released", G_CALLBACK (on_row_released), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)),
                             GTK_EVENT_CONTROLLER (click));
  listen (self);
  pull (self);
  nsm_field_control_connect (self->control, self->field, G_CALLBACK (on_control_changed), self);
}

/* GObject */

static void
nsm_field_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NsmFieldRow *self = NSM_FIELD_ROW (object);

  switch (id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field_name);
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_field_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NsmFieldRow *self = NSM_FIELD_ROW (object);

  switch (id)
    {
    case PROP_RECORD:
      nsm_field_row_set_record (self, g_value_get_object (value));
      break;
    case PROP_FIELD:
      nsm_field_row_set_field (self, g_value_get_string (value));
      break;
    case PROP_HINT:
      nsm_field_row_set_hint (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
on_title_changed (NsmFieldRow *self)
{
  if (self->control == NULL)
    return;
  gtk_label_set_label (self->title, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  nsm_widget_set_name_for_readers (self->control,
                                   adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
}

static void
nsm_field_row_dispose (GObject *object)
{
  NsmFieldRow *self = NSM_FIELD_ROW (object);

  clear (self);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (nsm_field_row_parent_class)->dispose (object);
}

static void
nsm_field_row_finalize (GObject *object)
{
  NsmFieldRow *self = NSM_FIELD_ROW (object);

  g_free (self->field_name);
  g_free (self->hint);
  G_OBJECT_CLASS (nsm_field_row_parent_class)->finalize (object);
}

static void
nsm_field_row_class_init (NsmFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = nsm_field_row_get_property;
  object_class->set_property = nsm_field_row_set_property;
  object_class->dispose = nsm_field_row_dispose;
  object_class->finalize = nsm_field_row_finalize;

  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, NSM_TYPE_RECORD, flags);
  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
nsm_field_row_init (NsmFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  /* The control takes the focus, and the row only shows that it has it. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_focus_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title_changed), NULL);
}

GtkWidget *
nsm_field_row_new (NsmRecord *record, const char *field)
{
  return g_object_new (NSM_TYPE_FIELD_ROW, "field", field, "record", record, NULL);
}

NsmRecord *
nsm_field_row_get_record (NsmFieldRow *self)
{
  return self->record;
}

void
nsm_field_row_set_record (NsmFieldRow *self, NsmRecord *record)
{
  if (self->record == record)
    return;
  clear (self);
  g_set_object (&self->record, record);
  build (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

const char *
nsm_field_row_get_field (NsmFieldRow *self)
{
  return self->field_name;
}

/**
 * nsm_field_row_set_field:
 * @field: name of a member that is no child and no list
 */
void
nsm_field_row_set_field (NsmFieldRow *self, const char *field)
{
  if (g_strcmp0 (self->field_name, field) == 0)
    return;
  g_free (self->field_name);
  self->field_name = g_strdup (field);
  build (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIELD]);
}

void
nsm_field_row_set_hint (NsmFieldRow *self, const char *hint)
{
  if (g_strcmp0 (self->hint, hint) == 0)
    return;
  g_free (self->hint);
  self->hint = g_strdup (hint);
  build (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HINT]);
}

/**
 * nsm_field_row_get_control:
 *
 * Returns: (transfer none) (nullable): the widget that takes the input
 */
GtkWidget *
nsm_field_row_get_control (NsmFieldRow *self)
{
  return self->control;
}
