/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/ink-text.h"

#include <glib/gi18n-lib.h>

#include "record/journal.h"

struct _NsmInkText
{
  NsmGrowingText parent_instance;

  NsmRecord *record;
  char *field;
  const NsmField *row;
  gulong notify_id;
  gboolean filling;
};

enum
{
  PROP_0,
  PROP_RECORD,
  PROP_FIELD,
  PROP_PLACEHOLDER,
  N_PROPS
};

enum
{
  SIGNAL_WRITTEN,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmInkText, nsm_ink_text, NSM_TYPE_GROWING_TEXT)

static void
show_text (NsmInkText *self, const char *text)
{
  g_autofree char *shown = nsm_growing_text_dup_text (NSM_GROWING_TEXT (self));

  if (g_str_equal (shown, text))
    return;
  self->filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), text, -1);
  self->filling = FALSE;
}

static void
fill (NsmInkText *self)
{
  show_text (self, nsm_record_get_text (self->record, self->row));
}

static void
on_buffer_changed (GtkTextBuffer *buffer, NsmInkText *self)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (self->filling)
    return;
  if (self->record == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_WRITTEN], 0);
      return;
    }
  g_value_init (&value, G_TYPE_STRING);
  g_value_take_string (&value, nsm_growing_text_dup_text (NSM_GROWING_TEXT (self)));
  nsm_record_set_value (self->record, self->row, &value);
  /* What the record didn't take, such as the end of a text that is too long,
   * isn't shown either. */
  fill (self);
}

static void
on_focus_leave (GtkEventControllerFocus *controller, NsmInkText *self)
{
  NsmJournal *journal = self->record != NULL ? nsm_record_get_journal (self->record) : NULL;

  if (journal != NULL)
    nsm_journal_seal (journal);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                NsmInkText *self)
{
  gboolean is_return = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;

  if (!is_return || self->row == NULL || (self->row->flags & NSM_FIELD_MULTILINE))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
bind (NsmInkText *self)
{
  if (self->record == NULL || self->field == NULL)
    return;

  g_autofree char *detail = NULL;
  g_autofree char *property = g_strdelimit (g_strdup (self->field), "_", '-');

  self->row = nsm_record_find_field (self->record, self->field);
  g_return_if_fail (self->row != NULL);
  detail = g_strdup_printf ("notify::%s", property);
  self->notify_id = g_signal_connect_object (self->record, detail, G_CALLBACK (fill), self,
                                             G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nsm_field_get_label (self->row), -1);
  fill (self);
}

static void
unbind (NsmInkText *self)
{
  if (self->record != NULL && self->notify_id > 0)
    g_signal_handler_disconnect (self->record, self->notify_id);
  self->notify_id = 0;
  g_clear_object (&self->record);
}

/**
 * nsm_ink_text_new:
 * @field: a text field of @record
 * @placeholder: (nullable): what an empty one asks
 */
GtkWidget *
nsm_ink_text_new (NsmRecord *record, const char *field, const char *placeholder)
{
  return g_object_new (NSM_TYPE_INK_TEXT, "field", field, "placeholder", placeholder, "record", record,
                       NULL);
}

void
nsm_ink_text_set_record (NsmInkText *self, NsmRecord *record)
{
  if (self->record == record)
    return;
  unbind (self);
  self->record = record != NULL ? g_object_ref (record) : NULL;
  bind (self);
  if (record == NULL)
    show_text (self, "");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD]);
}

NsmRecord *
nsm_ink_text_get_record (NsmInkText *self)
{
  return self->record;
}

const char *
nsm_ink_text_get_field (NsmInkText *self)
{
  return self->field;
}

/* Whether [start, end) is a word, or all of one but a short ending, as in
 * "teams" for "team"; @end then moves to the end of the word. */
static gboolean
is_word (const GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter before = *start;

  if (gtk_text_iter_backward_char (&before) && g_unichar_isalnum (gtk_text_iter_get_char (&before)))
    return FALSE;
  for (guint i = 0; i < 2 && g_unichar_isalnum (gtk_text_iter_get_char (end)); i++)
    gtk_text_iter_forward_char (end);
  return !g_unichar_isalnum (gtk_text_iter_get_char (end));
}

static void
underline (NsmInkText *self, const char *const *words, const char *tag)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      GtkTextIter from;
      GtkTextIter start;
      GtkTextIter end;

      if (words[i][0] == '\0')
        continue;
      gtk_text_buffer_get_start_iter (buffer, &from);
      while (gtk_text_iter_forward_search (&from, words[i], GTK_TEXT_SEARCH_CASE_INSENSITIVE, &start, &end,
                                           NULL))
        {
          if (is_word (&start, &end))
            gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
          from = end;
        }
    }
}

void
nsm_ink_text_mark_terms (NsmInkText *self, const char *const *defined, const char *const *undefined)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_all_tags (buffer, &start, &end);
  underline (self, undefined, "undefined");
  underline (self, defined, "defined");
}

static void
nsm_ink_text_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NsmInkText *self = NSM_INK_TEXT (object);

  switch (id)
    {
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_ink_text_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NsmInkText *self = NSM_INK_TEXT (object);

  switch (id)
    {
    case PROP_RECORD:
      nsm_ink_text_set_record (self, g_value_get_object (value));
      break;
    case PROP_FIELD:
      g_free (self->field);
      self->field = g_value_dup_string (value);
      bind (self);
      break;
    case PROP_PLACEHOLDER:
      nsm_growing_text_set_placeholder (NSM_GROWING_TEXT (self), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_ink_text_dispose (GObject *object)
{
  NsmInkText *self = NSM_INK_TEXT (object);

  unbind (self);
  g_clear_pointer (&self->field, g_free);

  G_OBJECT_CLASS (nsm_ink_text_parent_class)->dispose (object);
}

static void
nsm_ink_text_class_init (NsmInkTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = nsm_ink_text_get_property;
  object_class->set_property = nsm_ink_text_set_property;
  object_class->dispose = nsm_ink_text_dispose;

  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, NSM_TYPE_RECORD,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                              G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                 G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * NsmInkText::written:
   *
   * Somebody writes where there is no record yet: the time to make one.
   */
  signals[SIGNAL_WRITTEN] = g_signal_new ("written", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
nsm_ink_text_init (NsmInkText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *key = gtk_event_controller_key_new ();
  const GdkRGBA blue = { 0.21f, 0.52f, 0.89f, 1 };
  const GdkRGBA amber = { 0.75f, 0.52f, 0.05f, 1 };

  gtk_widget_add_css_class (GTK_WIDGET (self), "ink");
  gtk_text_view_set_top_margin (view, 3);
  gtk_text_view_set_bottom_margin (view, 3);
  gtk_text_view_set_left_margin (view, 4);
  gtk_text_view_set_right_margin (view, 4);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);

  /* The later tag wins: a vague word that is part of a defined term is defined. */
  gtk_text_buffer_create_tag (buffer, "undefined", "underline", PANGO_UNDERLINE_ERROR, "underline-rgba",
                              &amber, NULL);
  gtk_text_buffer_create_tag (buffer, "defined", "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba",
                              &blue, NULL);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_buffer_changed), self, 0);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}
