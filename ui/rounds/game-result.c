/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/game-result.h"

#include <glib/gi18n-lib.h>

#include "kit/person-mark.h"
#include "rounds/people.h"

static NsmGame
get_vote (NsmAnswer *answer, NsmEntry **entry)
{
  guint game = NSM_GAME_UNSET;

  *entry = nsm_list_get_size (answer->entries) > 0 ? nsm_list_get (answer->entries, 0) : NULL;
  if (*entry == NULL || (*entry)->abstained
      || !nsm_choice_from_nick (NSM_TYPE_GAME, (*entry)->choice, &game))
    return NSM_GAME_UNSET;
  return game;
}

static GtkWidget *
make_reason (NsmWorkshop *workshop, NsmRound *round, NsmAnswer *answer, NsmEntry *entry,
             gboolean large)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);

  if (nsm_round_shows_people (round))
    {
      g_autofree char *name = nsm_round_dup_person_name (round, answer->person);
      g_autofree char *text = entry->text[0] != '\0'
                                /* Translators: a person and what they said */
                                ? g_strdup_printf (_("%s: %s"), name, entry->text)
                                : g_strdup (name);

      gtk_box_append (GTK_BOX (box),
                      nsm_round_make_mark (workshop, round, answer->person, large ? 40 : 22, TRUE));
      gtk_label_set_label (GTK_LABEL (label), text);
    }
  else
    gtk_label_set_label (GTK_LABEL (label), entry->text[0] != '\0' ? entry->text : "●");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
make_row (NsmWorkshop *workshop, NsmRound *round, NsmGame game, gboolean large)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *bar = gtk_progress_bar_new ();
  g_autofree char *heading = NULL;
  guint n = 0;

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), bar);
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      NsmEntry *entry;

      if (get_vote (answer, &entry) == game && entry != NULL)
        {
          gtk_box_append (GTK_BOX (box), make_reason (workshop, round, answer, entry, large));
          n++;
        }
    }
  if (game == NSM_GAME_UNSET)
    heading = g_strdup_printf (ngettext ("%u abstains", "%u abstain", n), n);
  else
    /* Translators: a game and how many votes it has: "Productivity · 3 votes" */
    heading = g_strdup_printf (ngettext ("%s · %u vote", "%s · %u votes", n),
                               nsm_choice_get_label (NSM_TYPE_GAME, game), n);
  gtk_label_set_label (GTK_LABEL (title), heading);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar),
                                 n / MAX (1.0, nsm_list_get_size (round->answers)));
  gtk_widget_add_css_class (bar, "vote-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_widget_set_visible (bar, game != NSM_GAME_UNSET);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (box, "vote-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_visible (row, game != NSM_GAME_UNSET || n > 0);
  return row;
}

/**
 * nsm_game_result_new:
 * @round: a readable game vote
 * @large: for the room
 *
 * Returns: (transfer floating): the three games with who voted for each, and why
 */
GtkWidget *
nsm_game_result_new (NsmDocument *document, NsmRound *round, gboolean large)
{
  NsmWorkshop *workshop = nsm_document_get_workshop (document);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  if (large)
    gtk_widget_add_css_class (list, "result-large");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The votes"), -1);
  for (guint game = NSM_GAME_ATTENTION; game <= NSM_GAME_PRODUCTIVITY; game++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (workshop, round, game, large));
  gtk_list_box_append (GTK_LIST_BOX (list), make_row (workshop, round, NSM_GAME_UNSET, large));
  return list;
}
