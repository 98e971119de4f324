/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "game/game-page.h"

#include <glib/gi18n-lib.h>

#include "kit/choice-cards.h"
#include "kit/field-group.h"
#include "kit/field-row.h"
#include "method/games.h"
#include "rounds/round-card.h"

struct _NsmGamePage
{
  NsmStepPage parent_instance;

  NsmWorkshop *workshop;
  GtkWidget *vote;
  GtkWidget *games;
  GtkWidget *why_group;
  GtkWidget *second_group;
  GtkWidget *focus;
  GtkWidget *sides_group;
  GtkWidget *side_a;
  GtkWidget *side_b;
  GtkWidget *tension;
};

G_DEFINE_FINAL_TYPE (NsmGamePage, nsm_game_page, NSM_TYPE_STEP_PAGE)

static void
add_games (NsmGamePage *self)
{
  for (guint game = NSM_GAME_ATTENTION; game <= NSM_GAME_PRODUCTIVITY; game++)
    {
      /* Translators: when a game is won; then names of products that play it */
      g_autofree char *small =
          g_strdup_printf (_("%s\n\nFor example: %s"), nsm_game_get_success ((NsmGame) game),
                           nsm_game_get_examples ((NsmGame) game));

      nsm_choice_cards_add (NSM_CHOICE_CARDS (self->games), game,
                            nsm_choice_get_label (NSM_TYPE_GAME, game),
                            nsm_game_get_summary ((NsmGame) game), small);
    }
}

/* The page */

static void
nsm_game_page_refresh (NsmStepPage *page)
{
  NsmGamePage *self = NSM_GAME_PAGE (page);
  NsmGameChoice *choice = self->workshop->game;

  gtk_widget_set_visible (self->focus,
                          choice->second != NSM_GAME_UNSET || choice->focus[0] != '\0');
  gtk_widget_set_visible (self->side_a, choice->two_sided);
  gtk_widget_set_visible (self->side_b, choice->two_sided);
  gtk_widget_set_visible (self->tension, choice->two_sided);
  nsm_round_card_refresh (NSM_ROUND_CARD (self->vote));
  /* While there is a vote to take, that is the one obvious act of the page. */
  g_object_set (self, "go-on", !nsm_round_card_is_busy (NSM_ROUND_CARD (self->vote)), NULL);
}

static void
nsm_game_page_bind (NsmStepPage *page, NsmWorkshop *workshop)
{
  NsmGamePage *self = NSM_GAME_PAGE (page);
  NsmRecord *choice = NSM_RECORD (workshop->game);

  g_set_object (&self->workshop, workshop);
  nsm_round_card_bind (NSM_ROUND_CARD (self->vote), nsm_step_page_get_document (page));
  nsm_choice_cards_bind (NSM_CHOICE_CARDS (self->games), choice, "game", TRUE);
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->why_group), choice);
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->second_group), choice);
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->sides_group), choice);
  nsm_game_page_refresh (page);
}

static gboolean
nsm_game_page_show_field (NsmStepPage *page, NsmRecord *record, const char *field)
{
  NsmGamePage *self = NSM_GAME_PAGE (page);

  if (record == NSM_RECORD (self->workshop->game) &&
      (field == NULL || g_str_equal (field, "game")))
    {
      NsmGame game = MAX (self->workshop->game->game, NSM_GAME_ATTENTION);

      return gtk_widget_grab_focus (
          nsm_choice_cards_get_card (NSM_CHOICE_CARDS (self->games), game));
    }
  return NSM_STEP_PAGE_CLASS (nsm_game_page_parent_class)->show_field (page, record, field);
}

static void
nsm_game_page_dispose (GObject *object)
{
  g_clear_object (&NSM_GAME_PAGE (object)->workshop);
  G_OBJECT_CLASS (nsm_game_page_parent_class)->dispose (object);
}

static void
nsm_game_page_class_init (NsmGamePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NsmStepPageClass *page_class = NSM_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_game_page_dispose;
  page_class->bind = nsm_game_page_bind;
  page_class->refresh = nsm_game_page_refresh;
  page_class->show_field = nsm_game_page_show_field;
  g_type_ensure (NSM_TYPE_CHOICE_CARDS);
  g_type_ensure (NSM_TYPE_FIELD_GROUP);
  g_type_ensure (NSM_TYPE_FIELD_ROW);
  g_type_ensure (NSM_TYPE_ROUND_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/game/game-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmGamePage, vote);
  gtk_widget_class_bind_template_child (widget_class, NsmGamePage, games);
  gtk_widget_class_bind_template_child (widget_class, NsmGamePage, why_group);
  gtk_widget_class_bind_template_child (widget_class, NsmGamePage, second_group);
  gtk_widget_class_bind_template_child (widget_class, NsmGamePage, focus);
  gtk_widget_class_bind_template_child (widget_class, NsmGamePage, sides_group);
  gtk_widget_class_bind_template_child (widget_class, NsmGamePage, side_a);
  gtk_widget_class_bind_template_child (widget_class, NsmGamePage, side_b);
  gtk_widget_class_bind_template_child (widget_class, NsmGamePage, tension);
}

static void
nsm_game_page_init (NsmGamePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_games (self);
}
