/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/show-field.h"

#include "kit/card-list.h"
#include "kit/field-row.h"

/**
 * nsm_widget_show_field:
 * @field: (nullable): a member of @record; NULL for the record as a whole
 *
 * Gives the focus to the row, or the list of cards, below @widget that shows the field.
 *
 * Returns: whether there is one
 */
gboolean
nsm_widget_show_field (GtkWidget *widget, NsmRecord *record, const char *field)
{
  if (NSM_IS_FIELD_ROW (widget))
    {
      NsmFieldRow *row = NSM_FIELD_ROW (widget);

      if (nsm_field_row_get_record (row) == record &&
          (field == NULL || g_strcmp0 (nsm_field_row_get_field (row), field) == 0))
        return gtk_widget_grab_focus (nsm_field_row_get_control (row));
      return FALSE;
    }
  /* A folded card has to open before its rows can take the focus. */
  if (NSM_IS_CARD_LIST (widget))
    {
      NsmList *list = nsm_card_list_get_list (NSM_CARD_LIST (widget));

      if (list != NULL && field != NULL && nsm_list_get_owner (list) == record &&
          g_str_equal (nsm_list_get_field (list)->name, field))
        return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
      for (NsmRecord *above = record; above != NULL; above = above->owner)
        if (nsm_card_list_show_record (NSM_CARD_LIST (widget), above) && field == NULL)
          return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (nsm_widget_show_field (child, record, field))
      return TRUE;
  return FALSE;
}
