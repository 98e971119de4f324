/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/choice-cards.h"

#include "kit/bind.h"
#include "kit/names.h"

#define N_VALUES 8
#define LEAST 8 /* sizes of type that a card needs */

struct _NsmChoiceCards
{
  NsmTurningBox parent_instance;

  GtkWidget *cards[N_VALUES]; /* by value */
  guint n_cards;
};

G_DEFINE_FINAL_TYPE (NsmChoiceCards, nsm_choice_cards, NSM_TYPE_TURNING_BOX)

static void
nsm_choice_cards_class_init (NsmChoiceCardsClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_choice_cards_init (NsmChoiceCards *self)
{
  GtkBox *box = nsm_turning_box_get_box (NSM_TURNING_BOX (self));

  gtk_box_set_spacing (box, 12);
  gtk_box_set_homogeneous (box, TRUE);
}

static GtkWidget *
new_words (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 5);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * nsm_choice_cards_add:
 * @value: of the choice, below 8
 * @text: (nullable): what it means
 * @small: (nullable): a second, smaller paragraph
 *
 * Adds a card at the end.
 */
void
nsm_choice_cards_add (NsmChoiceCards *self, guint value, const char *title, const char *text,
                      const char *small)
{
  GtkWidget *card = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = new_words (title, "choice-title");
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  g_return_if_fail (value < N_VALUES && self->cards[value] == NULL);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), tick);
  gtk_widget_set_valign (tick, GTK_ALIGN_START);
  g_object_bind_property (card, "active", tick, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), head);
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), new_words (text, NULL));
  if (small != NULL)
    gtk_box_append (GTK_BOX (box), new_words (small, "choice-small"));
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_add_css_class (card, "choice-card");
  nsm_widget_set_name_for_readers (card, title);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
  gtk_box_append (nsm_turning_box_get_box (NSM_TURNING_BOX (self)), card);
  self->cards[value] = card;
  self->n_cards++;
  nsm_turning_box_set_least (NSM_TURNING_BOX (self), LEAST * self->n_cards);
}

/**
 * nsm_choice_cards_bind:
 * @field: a choice of @record
 * @can_be_unset: whether pressing the chosen card again goes back to value 0
 *
 * Ties the cards to @field; call it once, after they are added.
 */
void
nsm_choice_cards_bind (NsmChoiceCards *self, gpointer record, const char *field,
                       gboolean can_be_unset)
{
  GtkWidget *first = NULL;

  nsm_widget_set_name_for_readers (
      GTK_WIDGET (self), nsm_field_get_label (nsm_record_find_field (record, field)));
  for (guint value = 0; value < N_VALUES; value++)
    {
      GtkWidget *card = self->cards[value];

      if (card == NULL)
        continue;
      nsm_bind_toggle (card, record, field, value, can_be_unset ? 0 : value);
      if (can_be_unset)
        continue;
      /* In a group, a pressed button stays down. */
      if (first == NULL)
        first = card;
      else
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (card), GTK_TOGGLE_BUTTON (first));
    }
}

/**
 * nsm_choice_cards_get_card:
 *
 * Returns: (transfer none) (nullable): the card of @value
 */
GtkWidget *
nsm_choice_cards_get_card (NsmChoiceCards *self, guint value)
{
  return value < N_VALUES ? self->cards[value] : NULL;
}
