/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/moved.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "rounds/people.h"
#include "scoring/words.h"

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_list (const char *title, GtkWidget *box)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *heading = make_label (title, "heading");

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  return list;
}

static void
add_row (GtkWidget *list, GtkWidget *sign, const char *text, const char *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *said = NULL;

  if (sign != NULL)
    gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (words), make_label (text, "moved-sentence"));
  if (place != NULL)
    {
      gtk_box_append (GTK_BOX (words), make_label (place, "secondary"));
      said = g_strdup_printf (_("%s: %s"), place, text);
    }
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "moved-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  said != NULL ? said : text, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/**
 * nsm_moved_new:
 * @figures: of a second or later round
 */
GtkWidget *
nsm_moved_new (NsmWorkshop *workshop, NsmRoundFigures *figures)
{
  NsmMovement *movement = figures->movement;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *list;

  gtk_box_append (GTK_BOX (box), make_label (movement->headline, "title-3"));
  if (movement->sentences->len > 0)
    {
      list = make_list (_("All in all"), box);
      for (guint i = 0; i < movement->sentences->len; i++)
        add_row (list, NULL, g_ptr_array_index (movement->sentences, i), NULL);
    }
  if (movement->named && movement->moves->len > 0)
    {
      NsmRound *round = nsm_scores_get_round (figures->scores);

      list = make_list (_("Mark by mark"), box);
      for (guint i = 0; i < movement->moves->len; i++)
        {
          const NsmMove *move = &g_array_index (movement->moves, NsmMove, i);
          const char *person = nsm_scores_get_person_id (figures->scores, move->person);
          g_autofree char *text = nsm_move_dup_sentence (move, figures->earlier, figures->scores);
          g_autofree char *candidate =
            nsm_words_dup_short_title (workshop, figures->scores, move->candidate);
          /* Translators: a criterion and a candidate */
          g_autofree char *place = g_strdup_printf (
            _("%s · %s"), nsm_scores_get_criterion_name (figures->scores, move->criterion),
            candidate);
          GtkWidget *mark = nsm_round_make_mark (workshop, round, person, 22, TRUE);

          gtk_widget_set_valign (mark, GTK_ALIGN_START);
          add_row (list, mark, text, place);
        }
    }
  gtk_widget_add_css_class (box, "moved");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  return clamp;
}
