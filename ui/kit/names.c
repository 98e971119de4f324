/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/names.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "record/language.h"

/**
 * nsm_record_dup_name:
 *
 * Returns: (transfer full): what a list calls @record; never empty
 */
char *
nsm_record_dup_name (NsmRecord *record)
{
  g_autofree char *name = NULL;

  if (NSM_IS_CANDIDATE (record))
    name = nsm_candidate_dup_title (NSM_CANDIDATE (record));
  else if (NSM_IS_METRIC (record))
    name = nsm_metric_dup_title (NSM_METRIC (record));
  else
    name = g_strdup (nsm_record_get_title (record));

  if (name[0] != '\0')
    return g_steal_pointer (&name);
  /* Translators: something that has no name yet, "Unnamed participant" */
  return g_strdup_printf (_("Unnamed: %s"), nsm_record_get_kind_label (record));
}

/**
 * nsm_date_dup_words:
 * @date: "YYYY-MM-DD" or ""
 *
 * Returns: (transfer full) (nullable): the day as people write it, or NULL
 */
char *
nsm_date_dup_words (const char *date)
{
  return nsm_date_is_valid (date) ? nsm_date_dup_long (date) : NULL;
}

/**
 * nsm_number_dup_words:
 *
 * Returns: (transfer full): @number in the user's locale, "" for NAN
 */
char *
nsm_number_dup_words (double number)
{
  if (isnan (number))
    return g_strdup ("");
  return g_strdup_printf ("%.15g", number);
}

/**
 * nsm_number_from_words:
 * @number: (out): the number; NAN when @text is blank
 *
 * Reads a number as the user's locale writes it, or with a decimal point.
 *
 * Returns: whether @text is blank or one number
 */
gboolean
nsm_number_from_words (const char *text, double *number)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  char *end = NULL;

  *number = NAN;
  if (trimmed[0] == '\0')
    return TRUE;
  *number = strtod (trimmed, &end);
  if (*end != '\0')
    *number = g_ascii_strtod (trimmed, &end);
  return *end == '\0' && isfinite (*number);
}

/**
 * nsm_widget_set_name_for_readers:
 *
 * Gives @widget the name that a screen reader says.
 */
void
nsm_widget_set_name_for_readers (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_text (GTK_LABEL (widget))[0] != '\0')
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = find_label (child);

      if (label != NULL)
        return label;
    }
  return NULL;
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
name_by (GtkWidget *widget, GtkWidget *by)
{
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, by,
                                  NULL, -1);
}

/* A menu button and a drop-down are named as a whole, but what has the focus is a button
 * inside them. */
static void
name_button (GtkWidget *button)
{
  GtkWidget *parent = gtk_widget_get_parent (button);
  gboolean is_part = GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent);
  GtkWidget *whole = is_part ? parent : button;
  GtkWidget *label = find_label (button);
  const char *tip = gtk_widget_get_tooltip_text (whole);

  if (is_part && has_name (whole))
    name_by (button, whole);
  else if (label != NULL)
    name_by (button, label);
  else if (tip != NULL)
    nsm_widget_set_name_for_readers (button, tip);
}

static gboolean
on_map (GSignalInvocationHint *hint G_GNUC_UNUSED, guint n_values G_GNUC_UNUSED,
        const GValue *values, gpointer user_data G_GNUC_UNUSED)
{
  GtkWidget *widget = g_value_get_object (values);

  /* GTK says that a button with an icon is named by it, and an icon has no name. */
  if (GTK_IS_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  if (GTK_IS_BUTTON (widget) && !has_name (widget))
    name_button (widget);
  else if (GTK_IS_EXPANDER (widget) && !has_name (widget) && find_label (widget) != NULL)
    name_by (widget, find_label (widget));
  return TRUE;
}

/**
 * nsm_names_hand_down:
 *
 * Gives buttons and expanders that come to be shown the name that their label or tooltip has, where they
 * have none: GTK does so only for buttons that are nothing but a label. Those inside a menu
 * button or a drop-down take the name of the whole.
 */
void
nsm_names_hand_down (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET);

  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
}

/**
 * nsm_widget_announce:
 *
 * Has a screen reader say @words now, where GTK has a way to do so.
 */
void
nsm_widget_announce (GtkWidget *widget G_GNUC_UNUSED, const char *words G_GNUC_UNUSED)
{
#if GTK_CHECK_VERSION(4, 14, 0)
  /* Newer than the oldest GTK that we run on, but there when it is built. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

/**
 * nsm_field_dup_words:
 *
 * Returns: (transfer full): what @field of @record says, for reading; "" when
 *   it says nothing
 */
char *
nsm_field_dup_words (NsmRecord *record, const NsmField *field)
{
  switch (field->kind)
    {
    case NSM_KIND_TEXT:
      if (field->flags & NSM_FIELD_DATE)
        {
          char *words = nsm_date_dup_words (nsm_record_get_text (record, field));

          return words != NULL ? words : g_strdup ("");
        }
      return g_strdup (nsm_record_get_text (record, field));
    case NSM_KIND_FLAG:
      return g_strdup (nsm_record_get_flag (record, field) ? nsm_field_get_label (field) : "");
    case NSM_KIND_CHOICE:
      return g_strdup (nsm_choice_get_label (field->type (), nsm_record_get_choice (record, field)));
    case NSM_KIND_NUMBER:
      return nsm_number_dup_words (nsm_record_get_number (record, field));
    case NSM_KIND_REFERENCE:
      {
        NsmRecord *target = nsm_record_get_target (record, field);

        return target != NULL ? nsm_record_dup_name (target) : g_strdup ("");
      }
    case NSM_KIND_CHILD:
    case NSM_KIND_LIST:
    default:
      return g_strdup ("");
    }
}
