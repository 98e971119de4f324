/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-timing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/field-control.h"
#include "kit/names.h"
#include "kit/turning-box.h"
#include "kit/wrap-layout.h"

#define LEAST 30 /* sizes of type that the question and its answer need beside each other */

typedef struct
{
  const NsmField *field;
  GtkWidget *control;
} Answer;

enum
{
  TIMING,
  FROM_DAY,
  TO_DAY,
  FROM_DATE,
  TO_DATE,
  N_ANSWERS
};

static const char *const names[N_ANSWERS] = { "timing", "from_day", "to_day", "from_date", "to_date" };

struct _NsmDataTiming
{
  AdwPreferencesRow parent_instance;

  NsmColumn *column;
  Answer answers[N_ANSWERS];
  GtkWidget *title;
  GtkWidget *note;
  GtkWidget *days;
  GtkWidget *dates;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (NsmDataTiming, nsm_data_timing, ADW_TYPE_PREFERENCES_ROW)

static void
show_valid (Answer *answer, gboolean valid)
{
  if (valid)
    gtk_widget_remove_css_class (answer->control, "error");
  else
    gtk_widget_add_css_class (answer->control, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (answer->control), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
pull (NsmDataTiming *self)
{
  gtk_widget_set_visible (self->days, self->column->timing == NSM_TIMING_DAYS);
  gtk_widget_set_visible (self->dates, self->column->timing == NSM_TIMING_DATES);
  if (self->busy)
    return;
  self->busy = TRUE;
  for (guint i = 0; i < N_ANSWERS; i++)
    {
      nsm_field_control_pull (self->answers[i].control, NSM_RECORD (self->column),
                              self->answers[i].field);
      show_valid (&self->answers[i], TRUE);
    }
  self->busy = FALSE;
}

static void
push (NsmDataTiming *self)
{
  NsmTiming before = self->column->timing;

  if (self->busy)
    return;
  self->busy = TRUE;
  for (guint i = 0; i < N_ANSWERS; i++)
    show_valid (&self->answers[i], nsm_field_control_push (self->answers[i].control,
                                                           NSM_RECORD (self->column),
                                                           self->answers[i].field));
  self->busy = FALSE;
  /* What a candidate is counted from is nearly always the first day. */
  if (self->column->timing == NSM_TIMING_DAYS && before != NSM_TIMING_DAYS &&
      self->column->role == NSM_COLUMN_ROLE_CANDIDATE && isnan (self->column->from_day))
    g_object_set (self->column, "from-day", 1.0, NULL);
}

static GtkWidget *
make_control (NsmDataTiming *self, guint i, const char *name)
{
  Answer *answer = &self->answers[i];

  answer->field = nsm_record_find_field (NSM_RECORD (self->column), names[i]);
  answer->control = nsm_field_control_new (NSM_RECORD (self->column), answer->field);
  gtk_widget_set_valign (answer->control, GTK_ALIGN_CENTER);
  nsm_widget_set_name_for_readers (answer->control, name);
  return answer->control;
}

static void
add_word (GtkWidget *box, const char *words, GtkWidget *control)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  if (control != NULL)
    gtk_box_append (GTK_BOX (box), control);
}

static GtkWidget *
new_span (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, nsm_wrap_layout_new (9, 6));
  gtk_widget_set_visible (box, FALSE);
  return box;
}

static GtkWidget *
new_note (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
build (NsmDataTiming *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *line = nsm_turning_box_new (12, LEAST);
  GtkBox *box = nsm_turning_box_get_box (NSM_TURNING_BOX (line));
  GtkEventController *leaving;
  GtkWidget *control;

  self->title = new_note ("title");
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (box, self->title);
  gtk_box_append (box, make_control (self, TIMING, ""));

  self->days = new_span ();
  /* Translators: "From day [1] to day [14] of each customer" */
  control = make_control (self, FROM_DAY, _("From each customer’s day"));
  add_word (self->days, _("From day"), control);
  control = make_control (self, TO_DAY, _("To each customer’s day"));
  add_word (self->days, _("to day"), control);
  add_word (self->days, _("of each customer, counted from 1"), NULL);

  self->dates = new_span ();
  control = make_control (self, FROM_DATE, _("From this date"));
  add_word (self->dates, _("From"), control);
  control = make_control (self, TO_DATE, _("To this date"));
  add_word (self->dates, _("to"), control);

  self->note = new_note ("field-caption");
  gtk_widget_set_visible (self->note, FALSE);
  gtk_box_append (GTK_BOX (column), line);
  gtk_box_append (GTK_BOX (column), self->days);
  gtk_box_append (GTK_BOX (column), self->dates);
  gtk_box_append (GTK_BOX (column), self->note);
  gtk_widget_add_css_class (column, "data-row");
  leaving = gtk_event_controller_focus_new ();
  g_signal_connect_object (leaving, "leave", G_CALLBACK (pull), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (column, leaving);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), column);
}

static void
nsm_data_timing_dispose (GObject *object)
{
  g_clear_object (&NSM_DATA_TIMING (object)->column);
  G_OBJECT_CLASS (nsm_data_timing_parent_class)->dispose (object);
}

static void
nsm_data_timing_class_init (NsmDataTimingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_data_timing_dispose;
}

static void
nsm_data_timing_init (NsmDataTiming *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/**
 * nsm_data_timing_new:
 * @column: what is asked about; written to
 * @title: the question, or whom it is about
 */
GtkWidget *
nsm_data_timing_new (NsmColumn *column, const char *title)
{
  NsmDataTiming *self = g_object_new (NSM_TYPE_DATA_TIMING, NULL);

  self->column = g_object_ref (column);
  build (self);
  nsm_data_timing_set_title (self, title);
  pull (self);
  for (guint i = 0; i < N_ANSWERS; i++)
    {
      g_autofree char *signal = g_strconcat (
          "notify::", nsm_record_get_pspec (NSM_RECORD (column), self->answers[i].field)->name, NULL);

      nsm_field_control_connect (self->answers[i].control, self->answers[i].field,
                                 G_CALLBACK (push), self);
      g_signal_connect_object (column, signal, G_CALLBACK (pull), self, G_CONNECT_SWAPPED);
    }
  return GTK_WIDGET (self);
}

void
nsm_data_timing_set_title (NsmDataTiming *self, const char *title)
{
  gtk_label_set_label (GTK_LABEL (self->title), title);
  nsm_widget_set_name_for_readers (self->answers[TIMING].control, title);
}

/**
 * nsm_data_timing_set_note:
 * @note: (nullable): said below the answer
 * @invalid: whether the answer makes the figures worthless
 */
void
nsm_data_timing_set_note (NsmDataTiming *self, const char *note, gboolean invalid)
{
  GtkAccessible *timing = GTK_ACCESSIBLE (self->answers[TIMING].control);

  gtk_label_set_label (GTK_LABEL (self->note), note != NULL ? note : "");
  gtk_widget_set_visible (self->note, note != NULL);
  if (invalid)
    gtk_widget_add_css_class (self->note, "data-refused");
  else
    gtk_widget_remove_css_class (self->note, "data-refused");
  gtk_accessible_update_state (timing, GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (note != NULL)
    gtk_accessible_update_property (timing, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
  else
    gtk_accessible_reset_property (timing, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static gboolean
same_number (double one, double other)
{
  return (isnan (one) && isnan (other)) || (one <= other && one >= other);
}

/**
 * nsm_data_timing_is_same:
 *
 * Returns: whether both were measured at the same time, as far as it is said
 */
gboolean
nsm_data_timing_is_same (NsmColumn *one, NsmColumn *other)
{
  return one->timing == other->timing && same_number (one->from_day, other->from_day) &&
         same_number (one->to_day, other->to_day) &&
         g_str_equal (one->from_date, other->from_date) &&
         g_str_equal (one->to_date, other->to_date);
}

void
nsm_data_timing_copy (NsmColumn *from, NsmColumn *to)
{
  g_object_set (to, "timing", from->timing, "from-day", from->from_day, "to-day", from->to_day,
                "from-date", from->from_date, "to-date", from->to_date, NULL);
}

/* "day 90" or "days 1 to 14", and what is missing is left open. */
static char *
dup_day_words (double from, double to)
{
  g_autofree char *first = nsm_number_dup_words (from);
  g_autofree char *last = nsm_number_dup_words (to);

  if (isnan (from) && isnan (to))
    return g_strdup ("");
  if (isnan (to))
    return g_strdup_printf (_("from day %s"), first);
  if (isnan (from))
    return g_strdup_printf (_("to day %s"), last);
  if (same_number (from, to))
    return g_strdup_printf (_("day %s"), first);
  return g_strdup_printf (_("days %s to %s"), first, last);
}

/**
 * nsm_data_timing_dup_words:
 *
 * Returns: (transfer full): "days 1 to 14"; "" where nothing is said
 */
char *
nsm_data_timing_dup_words (NsmColumn *column)
{
  g_autofree char *from = nsm_date_dup_words (column->from_date);
  g_autofree char *to = nsm_date_dup_words (column->to_date);

  switch (column->timing)
    {
    case NSM_TIMING_DAYS:
      return dup_day_words (column->from_day, column->to_day);
    case NSM_TIMING_DATES:
      if (from != NULL && to != NULL)
        return g_strdup_printf (_("%s to %s"), from, to);
      return g_strdup (from != NULL ? from : to != NULL ? to : "");
    case NSM_TIMING_WHOLE_LIFE:
      return g_strdup (_("all the time they were customers"));
    case NSM_TIMING_UNSET:
    default:
      return g_strdup ("");
    }
}
