/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/card-list.h"

#include <glib/gi18n-lib.h>

#include "kit/card.h"
#include "kit/field-row.h"
#include "kit/names.h"
#include "record/journal.h"

struct _NsmCardList
{
  GtkWidget parent_instance;

  NsmList *list;
  NsmRecord *root;
  char *fields;
  char *add_label;
  char *empty_text;
  NsmCardFactory factory;
  gpointer factory_data;
  GDestroyNotify factory_destroy;

  GtkWidget *cards;
  GtkWidget *empty;
  GtkWidget *add;
  gulong items_id;
  gulong changed_id;
  guint words_id;
};

enum
{
  PROP_0,
  PROP_LIST,
  PROP_FIELDS,
  PROP_ADD_LABEL,
  PROP_EMPTY_TEXT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NsmCardList, nsm_card_list, GTK_TYPE_WIDGET)

#define EACH_CARD(card, self)                                                                  \
  for (GtkWidget *card = gtk_widget_get_first_child ((self)->cards); card != NULL;              \
       card = gtk_widget_get_next_sibling (card))

/* What a card says and holds */

static void
say_words (NsmCardList *self, NsmCard *card)
{
  NsmRecord *record = nsm_card_get_record (card);
  g_auto (GStrv) names = g_strsplit (self->fields != NULL ? self->fields : "", ",", -1);
  g_autofree char *title = NULL;
  g_autoptr (GString) subtitle = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const NsmField *field = nsm_record_find_field (record, g_strstrip (names[i]));
      g_autofree char *words = NULL;

      if (field == NULL)
        continue;
      words = nsm_field_dup_words (record, field);
      g_strdelimit (words, "\n", ' ');
      if (i == 0)
        title = g_steal_pointer (&words);
      else if (words[0] != '\0')
        g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", words);
    }
  if (title == NULL)
    title = nsm_record_dup_name (record);
  nsm_card_set_words (card, title, subtitle->str);
}

static gboolean
say_all_words (gpointer data)
{
  NsmCardList *self = data;

  self->words_id = 0;
  EACH_CARD (card, self)
    say_words (self, NSM_CARD (card));
  return G_SOURCE_REMOVE;
}

static void
queue_words (NsmCardList *self)
{
  if (self->words_id == 0)
    self->words_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, say_all_words, self, NULL);
}

static GtkWidget *
build_body (NsmCard *card, NsmRecord *record, gpointer owner)
{
  NsmCardList *self = owner;
  g_auto (GStrv) names = NULL;
  GtkWidget *rows;

  if (self->factory != NULL)
    return self->factory (record, self->factory_data);

  names = g_strsplit (self->fields != NULL ? self->fields : "", ",", -1);
  rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "card-rows");
  for (guint i = 0; names[i] != NULL; i++)
    gtk_list_box_append (GTK_LIST_BOX (rows), nsm_field_row_new (record, g_strstrip (names[i])));
  return rows;
}

/* Following the list */

static NsmCard *
find_card (NsmCardList *self, NsmRecord *record)
{
  EACH_CARD (card, self)
    if (nsm_card_get_record (NSM_CARD (card)) == record)
      return NSM_CARD (card);
  return NULL;
}

static void
sync_cards (NsmCardList *self)
{
  guint n = self->list != NULL ? nsm_list_get_size (self->list) : 0;
  GtkWidget *before = NULL;
  GtkWidget *next;

  /* Cards stay with their records, so that a move keeps focus and folds. */
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL; card = next)
    {
      next = gtk_widget_get_next_sibling (card);
      if (self->list == NULL ||
          !nsm_list_get_position (self->list, nsm_card_get_record (NSM_CARD (card)), NULL))
        gtk_box_remove (GTK_BOX (self->cards), card);
    }
  for (guint i = 0; i < n; i++)
    {
      NsmRecord *record = nsm_list_get (self->list, i);
      NsmCard *card = find_card (self, record);

      if (card == NULL)
        {
          card = nsm_card_new (self->list, record, build_body, self);
          say_words (self, card);
          gtk_box_insert_child_after (GTK_BOX (self->cards), GTK_WIDGET (card), before);
        }
      else
        gtk_box_reorder_child_after (GTK_BOX (self->cards), GTK_WIDGET (card), before);
      before = GTK_WIDGET (card);
    }
  gtk_widget_set_visible (self->cards, n > 0);
  gtk_widget_set_visible (self->empty, n == 0 && self->empty_text != NULL);
}

static void
on_add_clicked (NsmCardList *self)
{
  NsmJournal *journal;
  NsmRecord *record;
  NsmCard *card;

  if (self->list == NULL)
    return;
  journal = nsm_record_get_journal (nsm_list_get_owner (self->list));
  if (journal != NULL)
    nsm_journal_seal (journal);
  record = nsm_list_append_new (self->list, NULL);
  card = find_card (self, record);
  if (card != NULL)
    nsm_card_focus_body (card);
}

static void
let_go (NsmCardList *self)
{
  if (self->list != NULL)
    g_clear_signal_handler (&self->items_id, self->list);
  if (self->root != NULL)
    g_clear_signal_handler (&self->changed_id, self->root);
  g_clear_handle_id (&self->words_id, g_source_remove);
  g_clear_object (&self->root);
  g_clear_object (&self->list);
}

/* GObject */

static void
nsm_card_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NsmCardList *self = NSM_CARD_LIST (object);

  switch (id)
    {
    case PROP_LIST:
      g_value_set_object (value, self->list);
      break;
    case PROP_FIELDS:
      g_value_set_string (value, self->fields);
      break;
    case PROP_ADD_LABEL:
      g_value_set_string (value, self->add_label);
      break;
    case PROP_EMPTY_TEXT:
      g_value_set_string (value, self->empty_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_add_label (NsmCardList *self, const char *label)
{
  GtkWidget *child = adw_button_content_new ();

  g_free (self->add_label);
  self->add_label = g_strdup (label);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (child), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (child), label != NULL ? label : "");
  gtk_button_set_child (GTK_BUTTON (self->add), child);
  nsm_widget_set_name_for_readers (self->add, label != NULL ? label : "");
  gtk_widget_set_visible (self->add, label != NULL);
}

static void
nsm_card_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NsmCardList *self = NSM_CARD_LIST (object);

  switch (id)
    {
    case PROP_LIST:
      nsm_card_list_set_list (self, g_value_get_object (value));
      break;
    case PROP_FIELDS:
      g_free (self->fields);
      self->fields = g_value_dup_string (value);
      queue_words (self);
      break;
    case PROP_ADD_LABEL:
      set_add_label (self, g_value_get_string (value));
      break;
    case PROP_EMPTY_TEXT:
      g_free (self->empty_text);
      self->empty_text = g_value_dup_string (value);
      gtk_label_set_label (GTK_LABEL (self->empty),
                           self->empty_text != NULL ? self->empty_text : "");
      sync_cards (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_card_list_dispose (GObject *object)
{
  NsmCardList *self = NSM_CARD_LIST (object);

  let_go (self);
  g_clear_pointer (&self->cards, gtk_widget_unparent);
  g_clear_pointer (&self->empty, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);
  if (self->factory_destroy != NULL)
    g_clear_pointer (&self->factory_data, self->factory_destroy);
  G_OBJECT_CLASS (nsm_card_list_parent_class)->dispose (object);
}

static void
nsm_card_list_finalize (GObject *object)
{
  NsmCardList *self = NSM_CARD_LIST (object);

  g_free (self->fields);
  g_free (self->add_label);
  g_free (self->empty_text);
  G_OBJECT_CLASS (nsm_card_list_parent_class)->finalize (object);
}

static void
nsm_card_list_class_init (NsmCardListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = nsm_card_list_get_property;
  object_class->set_property = nsm_card_list_set_property;
  object_class->dispose = nsm_card_list_dispose;
  object_class->finalize = nsm_card_list_finalize;

  props[PROP_LIST] = g_param_spec_object ("list", NULL, NULL, NSM_TYPE_LIST, flags);
  props[PROP_FIELDS] = g_param_spec_string ("fields", NULL, NULL, NULL, flags);
  props[PROP_ADD_LABEL] = g_param_spec_string ("add-label", NULL, NULL, NULL, flags);
  props[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "cardlist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_card_list_init (NsmCardList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);

  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->empty = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->empty, "secondary");
  self->add = gtk_button_new ();
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_set_visible (self->add, FALSE);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add_clicked), self,
                           G_CONNECT_SWAPPED);

  gtk_widget_set_parent (self->cards, GTK_WIDGET (self));
  gtk_widget_set_parent (self->empty, GTK_WIDGET (self));
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}

GtkWidget *
nsm_card_list_new (NsmList *list, const char *fields, const char *add_label)
{
  return g_object_new (NSM_TYPE_CARD_LIST, "fields", fields, "add-label", add_label, "list", list,
                       NULL);
}

NsmList *
nsm_card_list_get_list (NsmCardList *self)
{
  return self->list;
}

void
nsm_card_list_set_list (NsmCardList *self, NsmList *list)
{
  if (self->list == list)
    return;
  let_go (self);
  if (list != NULL)
    {
      self->list = g_object_ref (list);
      self->root = g_object_ref (nsm_record_get_root (nsm_list_get_owner (list)));
      self->items_id = g_signal_connect_object (list, "items-changed", G_CALLBACK (sync_cards),
                                                self, G_CONNECT_SWAPPED);
      self->changed_id = g_signal_connect_object (self->root, "changed", G_CALLBACK (queue_words),
                                                  self, G_CONNECT_SWAPPED);
    }
  sync_cards (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIST]);
}

/**
 * nsm_card_list_set_factory:
 * @factory: builds the body of a card, instead of rows for `fields`
 *
 * Call it before the list is set, or before any card has been opened.
 */
void
nsm_card_list_set_factory (NsmCardList *self, NsmCardFactory factory, gpointer user_data,
                           GDestroyNotify destroy)
{
  if (self->factory_destroy != NULL)
    self->factory_destroy (self->factory_data);
  self->factory = factory;
  self->factory_data = user_data;
  self->factory_destroy = destroy;
}

void
nsm_card_list_set_expanded (NsmCardList *self, NsmRecord *record, gboolean expanded)
{
  NsmCard *card = find_card (self, record);

  if (card != NULL)
    nsm_card_set_expanded (card, expanded);
}

/**
 * nsm_card_list_show_record:
 *
 * Opens the card of @record and gives its first control the focus.
 *
 * Returns: whether there is such a card
 */
gboolean
nsm_card_list_show_record (NsmCardList *self, NsmRecord *record)
{
  NsmCard *card = find_card (self, record);

  if (card == NULL)
    return FALSE;
  nsm_card_focus_body (card);
  return TRUE;
}
