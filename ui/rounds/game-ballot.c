/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/game-ballot.h"

#include <glib/gi18n-lib.h>

#include "method/games.h"

#define N_GAMES 3

struct _NsmGameBallot
{
  NsmBallot parent_instance;

  GtkWidget *cards[N_GAMES];
  GtkWidget *abstain_button;
  GtkEditable *reason_entry;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (NsmGameBallot, nsm_game_ballot, NSM_TYPE_BALLOT)

static NsmGame
get_choice (NsmGameBallot *self)
{
  for (guint i = 0; i < N_GAMES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->cards[i])))
      return NSM_GAME_ATTENTION + i;
  return NSM_GAME_UNSET;
}

static gboolean
abstains (NsmGameBallot *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->abstain_button));
}

static void
update_way_on (NsmGameBallot *self)
{
  gboolean complete = get_choice (self) != NSM_GAME_UNSET || abstains (self);

  nsm_ballot_set_way_on (NSM_BALLOT (self), FALSE, FALSE, complete,
                         complete ? "" : _("Choose one of the three · keys 1 to 3, 0 abstains"));
}

static void
on_card_toggled (GtkToggleButton *card, gpointer user_data)
{
  NsmGameBallot *self = NSM_GAME_BALLOT (user_data);

  if (self->loading || !gtk_toggle_button_get_active (card))
    return;
  update_way_on (self);
  nsm_ballot_emit_changed (NSM_BALLOT (self));
}

static void
on_reason_changed (GtkEditable *entry G_GNUC_UNUSED, gpointer user_data)
{
  NsmGameBallot *self = NSM_GAME_BALLOT (user_data);

  if (!self->loading)
    nsm_ballot_emit_changed (NSM_BALLOT (self));
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller G_GNUC_UNUSED, guint keyval,
                guint keycode G_GNUC_UNUSED, GdkModifierType state, gpointer user_data)
{
  NsmGameBallot *self = NSM_GAME_BALLOT (user_data);
  gunichar digit = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || digit < '0'
      || digit > '0' + N_GAMES)
    return FALSE;
  if (digit == '0')
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->abstain_button), TRUE);
  else
    nsm_game_ballot_pick (self, NSM_GAME_ATTENTION + (digit - '1'));
  return TRUE;
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_card (NsmGameBallot *self, NsmGame game)
{
  GtkWidget *card = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *title = make_label (nsm_choice_get_label (NSM_TYPE_GAME, game), "title-2");
  const char *summary = nsm_game_get_summary (game);

  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), tick);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_label (summary, "ballot-card-text"));
  gtk_box_append (GTK_BOX (box), make_label (nsm_game_get_examples (game), "secondary"));
  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_add_css_class (card, "choice-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nsm_choice_get_label (NSM_TYPE_GAME, game),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (card), GTK_TOGGLE_BUTTON (self->abstain_button));
  g_object_bind_property (card, "active", tick, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (card, "toggled", G_CALLBACK (on_card_toggled), self, 0);
  return card;
}

static void
nsm_game_ballot_ask (NsmBallot *ballot, NsmAnswer *earlier)
{
  NsmGameBallot *self = NSM_GAME_BALLOT (ballot);
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource (NSM_RESOURCE_BASE "/rounds/game-ballot.ui");
  GtkBox *box = GTK_BOX (gtk_builder_get_object (builder, "cards_box"));
  GtkEventController *keys = gtk_event_controller_key_new ();
  NsmEntry *vote = earlier != NULL && nsm_list_get_size (earlier->entries) > 0
                     ? nsm_list_get (earlier->entries, 0)
                     : NULL;
  guint game = NSM_GAME_UNSET;

  self->loading = TRUE;
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "question_label")),
                       nsm_ballot_get_round (ballot)->question);
  self->reason_entry = GTK_EDITABLE (gtk_builder_get_object (builder, "reason_entry"));
  self->abstain_button = GTK_WIDGET (gtk_builder_get_object (builder, "abstain_button"));
  g_signal_connect_object (self->abstain_button, "toggled", G_CALLBACK (on_card_toggled), self, 0);
  for (guint i = 0; i < N_GAMES; i++)
    {
      self->cards[i] = make_card (self, NSM_GAME_ATTENTION + i);
      gtk_box_append (box, self->cards[i]);
    }
  if (vote != NULL)
    {
      gtk_editable_set_text (self->reason_entry, vote->text);
      if (nsm_choice_from_nick (NSM_TYPE_GAME, vote->choice, &game) && game != NSM_GAME_UNSET)
        nsm_game_ballot_pick (self, game);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->abstain_button), vote->abstained);
    }
  g_signal_connect_object (self->reason_entry, "changed", G_CALLBACK (on_reason_changed), self, 0);
  nsm_ballot_set_body (ballot, GTK_WIDGET (gtk_builder_get_object (builder, "body")));
  nsm_ballot_set_parts (ballot, 1);
  update_way_on (self);
  self->loading = FALSE;
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
nsm_game_ballot_read (NsmBallot *ballot, NsmAnswer *answer)
{
  NsmGameBallot *self = NSM_GAME_BALLOT (ballot);
  NsmGame game = get_choice (self);

  nsm_list_clear (answer->entries);
  if (game != NSM_GAME_UNSET)
    nsm_list_append_new (answer->entries, "choice", nsm_choice_get_nick (NSM_TYPE_GAME, game),
                         "text", gtk_editable_get_text (self->reason_entry), NULL);
  else if (abstains (self))
    nsm_list_append_new (answer->entries, "abstained", TRUE, "text",
                         gtk_editable_get_text (self->reason_entry), NULL);
}

static void
nsm_game_ballot_step (NsmBallot *ballot G_GNUC_UNUSED, int direction G_GNUC_UNUSED)
{
  /* There is only one part. */
}

static gboolean
nsm_game_ballot_is_begun (NsmBallot *ballot)
{
  NsmGameBallot *self = NSM_GAME_BALLOT (ballot);

  return get_choice (self) != NSM_GAME_UNSET || abstains (self)
         || gtk_editable_get_text (self->reason_entry)[0] != '\0';
}

static gboolean
nsm_game_ballot_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NSM_GAME_BALLOT (widget)->cards[0]);
}

static void
nsm_game_ballot_dispose (GObject *object)
{
  NsmGameBallot *self = NSM_GAME_BALLOT (object);

  self->loading = TRUE;
  if (self->reason_entry != NULL)
    gtk_editable_set_text (self->reason_entry, "");
  self->reason_entry = NULL;

  G_OBJECT_CLASS (nsm_game_ballot_parent_class)->dispose (object);
}

static void
nsm_game_ballot_class_init (NsmGameBallotClass *klass)
{
  NsmBallotClass *ballot_class = NSM_BALLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_game_ballot_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = nsm_game_ballot_grab_focus;
  ballot_class->ask = nsm_game_ballot_ask;
  ballot_class->read = nsm_game_ballot_read;
  ballot_class->step = nsm_game_ballot_step;
  ballot_class->is_begun = nsm_game_ballot_is_begun;
}

static void
nsm_game_ballot_init (NsmGameBallot *self G_GNUC_UNUSED)
{
}

/**
 * nsm_game_ballot_pick:
 *
 * Does what a press of that game's card does.
 */
void
nsm_game_ballot_pick (NsmGameBallot *self, NsmGame game)
{
  g_return_if_fail (game != NSM_GAME_UNSET);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->cards[game - NSM_GAME_ATTENTION]), TRUE);
}
