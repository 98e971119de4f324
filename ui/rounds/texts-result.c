/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/texts-result.h"

#include <glib/gi18n-lib.h>

#include "kit/bind.h"
#include "kit/step-page.h"
#include "rounds/texts.h"
#include "rounds/text-card.h"

/* What a team does with one text of a kind. */
typedef struct
{
  NsmRoundKind kind;
  const char *title; /* msgid: over the cards */
  const char *use;  /* msgid: the button */
  const char *used; /* msgid: afterwards */
  const char *done; /* msgid: the toast */
} Use;

static const Use uses[] = {
  { NSM_ROUND_KIND_STATEMENTS, N_("Everybody’s statements"), N_("Use as our value proposition"),
    N_("✓ Our value proposition"), N_("That is the value proposition now") },
  { NSM_ROUND_KIND_IDEAS, N_("Everybody’s ideas"), N_("Make it a candidate"), N_("✓ A candidate"),
    N_("That is a candidate now") },
};

struct _NsmTextsResult
{
  AdwBin parent_instance;

  NsmDocument *document;
  NsmWorkshop *workshop;
  NsmRound *round;
  const Use *use;
  gboolean large;
  char *shown; /* which groups there are, so that cards are rebuilt only for news */
  guint idle;
  char *wanted; /* the group to be worded next */
  GPtrArray *groups; /* Group, those that are shown */
  GPtrArray *cards;  /* NsmTextCard, those that stand alone */
};

G_DEFINE_FINAL_TYPE (NsmTextsResult, nsm_texts_result, ADW_TYPE_BIN)

typedef struct
{
  NsmCluster *cluster;
  GtkWidget *wording;
  GtkWidget *use_button;
  GtkWidget *used_label;
} Group;

static void
free_group (gpointer data)
{
  Group *group = data;

  g_object_unref (group->cluster);
  g_free (group);
}

static gboolean
is_used (NsmTextsResult *self, const char *text)
{
  return self->use->kind == NSM_ROUND_KIND_IDEAS
           ? nsm_workshop_find_idea (self->workshop, text) != NULL
           : nsm_workshop_uses_statement (self->workshop, text);
}

static void
say_undo (NsmTextsResult *self, const char *text)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), NSM_TYPE_STEP_PAGE);

  if (page != NULL)
    nsm_step_page_toast_undo (NSM_STEP_PAGE (page), text);
}

static void
use (NsmTextsResult *self, const char *text)
{
  if (self->use->kind == NSM_ROUND_KIND_IDEAS)
    nsm_workshop_use_idea (self->workshop, text);
  else
    nsm_workshop_use_statement (self->workshop, text);
  say_undo (self, _(self->use->done));
}

/* Cards */

static void
on_card_join (NsmTextCard *card, const char *person, guint position, gpointer user_data)
{
  NsmTextsResult *self = NSM_TEXTS_RESULT (user_data);
  NsmCluster *cluster =
    nsm_workshop_join_texts (self->workshop, self->round, nsm_text_card_get_person (card),
                             nsm_text_card_get_position (card), person, position);

  if (cluster == NULL)
    return;
  /* What people do next is to find one wording; the card goes only when its drop is over. */
  g_free (self->wanted);
  self->wanted = g_strdup (NSM_RECORD (cluster)->id);
  say_undo (self, _("Put together"));
}

static void
on_card_part (NsmTextCard *card, gpointer user_data)
{
  NsmTextsResult *self = NSM_TEXTS_RESULT (user_data);

  nsm_workshop_part_text (self->workshop, self->round, nsm_text_card_get_person (card),
                          nsm_text_card_get_position (card));
  say_undo (self, _("Taken out"));
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
on_card_use (NsmTextCard *card, gpointer user_data)
{
  use (NSM_TEXTS_RESULT (user_data), nsm_text_card_get_text (card));
}

static GtkWidget *
make_card (NsmTextsResult *self, const char *person, guint position, gboolean grouped)
{
  GtkWidget *card = nsm_text_card_new (self->workshop, self->round, person, position);

  if (self->large)
    {
      nsm_text_card_set_large (NSM_TEXT_CARD (card));
      return card;
    }
  g_signal_connect_object (card, "join", G_CALLBACK (on_card_join), self, 0);
  g_signal_connect_object (card, "part", G_CALLBACK (on_card_part), self, 0);
  g_signal_connect_object (card, "use", G_CALLBACK (on_card_use), self, 0);
  if (grouped)
    nsm_text_card_set_grouped (NSM_TEXT_CARD (card));
  else
    {
      nsm_text_card_set_use (NSM_TEXT_CARD (card), _(self->use->use), _(self->use->used));
      g_ptr_array_add (self->cards, card);
    }
  nsm_text_card_offer (NSM_TEXT_CARD (card));
  return card;
}

/* Groups */

static Group *
find_group (NsmTextsResult *self, GtkWidget *button)
{
  const char *id = gtk_widget_get_name (button);

  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);

      if (g_str_equal (NSM_RECORD (group->cluster)->id, id))
        return group;
    }
  return NULL;
}

static void
on_group_use (GtkWidget *button, gpointer user_data)
{
  NsmTextsResult *self = NSM_TEXTS_RESULT (user_data);
  Group *group = find_group (self, button);

  g_return_if_fail (group != NULL);
  use (self, nsm_cluster_get_wording (group->cluster));
}

static void
on_group_part (GtkWidget *button, gpointer user_data)
{
  NsmTextsResult *self = NSM_TEXTS_RESULT (user_data);
  Group *group = find_group (self, button);

  g_return_if_fail (group != NULL);
  nsm_cluster_part (group->cluster);
  say_undo (self, _("Taken apart"));
}

static GtkWidget *
make_group_button (NsmTextsResult *self, Group *group, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what a button does, and with which text */
  g_autofree char *name =
    g_strdup_printf (_("%s: %s"), label, nsm_cluster_get_wording (group->cluster));

  gtk_widget_set_name (button, NSM_RECORD (group->cluster)->id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static GtkWidget *
make_wording (NsmTextsResult *self, NsmCluster *cluster)
{
  GtkWidget *wording;

  if (self->large)
    {
      wording = gtk_label_new (nsm_cluster_get_wording (cluster));
      gtk_label_set_wrap (GTK_LABEL (wording), TRUE);
      gtk_label_set_xalign (GTK_LABEL (wording), 0);
    }
  else
    {
      wording = gtk_entry_new ();
      gtk_entry_set_placeholder_text (GTK_ENTRY (wording), _("One wording for all of them"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (wording), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("One wording for all of them"), -1);
      nsm_bind_text (wording, cluster, "title");
    }
  gtk_widget_add_css_class (wording, "text-wording");
  return wording;
}

static GtkWidget *
make_group_foot (NsmTextsResult *self, Group *group)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *part =
    make_group_button (self, group, _("Take apart"), G_CALLBACK (on_group_part));

  group->use_button =
    make_group_button (self, group, _(self->use->use), G_CALLBACK (on_group_use));
  group->used_label = gtk_label_new (_(self->use->used));
  gtk_widget_add_css_class (group->used_label, "text-used");
  gtk_widget_add_css_class (part, "flat");
  gtk_widget_set_hexpand (part, TRUE);
  gtk_widget_set_halign (part, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (foot), group->use_button);
  gtk_box_append (GTK_BOX (foot), group->used_label);
  gtk_box_append (GTK_BOX (foot), part);
  return foot;
}

static GtkWidget *
make_group (NsmTextsResult *self, NsmCluster *cluster)
{
  Group *group = g_new0 (Group, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  group->cluster = g_object_ref (cluster);
  group->wording = make_wording (self, cluster);
  gtk_box_append (GTK_BOX (box), group->wording);
  NSM_LIST_EACH (NsmCardRef, ref, cluster->cards)
    {
      GtkWidget *card = make_card (self, ref->person, (guint) ref->position, TRUE);

      gtk_box_append (GTK_BOX (cards), card);
      if (ref_i == 0 && !self->large)
        nsm_text_card_take (NSM_TEXT_CARD (card), box);
    }
  gtk_box_append (GTK_BOX (box), cards);
  if (!self->large)
    gtk_box_append (GTK_BOX (box), make_group_foot (self, group));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "text-group");
  g_ptr_array_add (self->groups, group);
  return box;
}

/* Following the document */

static void
update_used (NsmTextsResult *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      NsmTextCard *card = g_ptr_array_index (self->cards, i);

      nsm_text_card_set_used (card, is_used (self, nsm_text_card_get_text (card)));
    }
  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);
      gboolean used = is_used (self, nsm_cluster_get_wording (group->cluster));

      if (group->use_button != NULL)
        {
          gtk_widget_set_visible (group->use_button, !used);
          gtk_widget_set_visible (group->used_label, used);
        }
      else
        gtk_label_set_label (GTK_LABEL (group->wording), nsm_cluster_get_wording (group->cluster));
    }
}

static char *
describe (NsmTextsResult *self)
{
  GString *text = g_string_new (NULL);

  NSM_LIST_EACH (NsmCluster, cluster, self->workshop->clusters)
    {
      if (!g_str_equal (cluster->round, NSM_RECORD (self->round)->id))
        continue;
      g_string_append_printf (text, "\n%s:", NSM_RECORD (cluster)->id);
      NSM_LIST_EACH (NsmCardRef, ref, cluster->cards)
        {
          g_string_append_printf (text, " %s %u", ref->person, (guint) ref->position);
        }
    }
  return g_string_free (text, FALSE);
}

static char *
dup_count (NsmTextsResult *self)
{
  guint n = 0, n_people = 0, n_abstained = 0;
  GString *text = g_string_new (NULL);

  NSM_LIST_EACH (NsmAnswer, answer, self->round->answers)
    {
      gboolean wrote = FALSE;

      NSM_LIST_EACH (NsmEntry, entry, answer->entries)
        {
          wrote = wrote || entry->text[0] != '\0';
          n += entry->text[0] != '\0' ? 1 : 0;
        }
      n_people += wrote ? 1 : 0;
      n_abstained += wrote ? 0 : 1;
    }
  g_string_append_printf (text, ngettext ("%u text", "%u texts", n), n);
  g_string_append (text, " ");
  g_string_append_printf (text, ngettext ("from %u person", "from %u people", n_people), n_people);
  if (n_abstained > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u abstains", "%u abstain", n_abstained),
                              n_abstained);
    }
  return g_string_free (text, FALSE);
}

static void
append_label (GtkBox *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static GtkWidget *
make_loose (NsmTextsResult *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (flow, "text-flow");
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 12);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), self->large ? 3 : 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Cards that stand alone"), -1);
  NSM_LIST_EACH (NsmAnswer, answer, self->round->answers)
    {
      NSM_LIST_EACH (NsmEntry, entry, answer->entries)
        {
          GtkWidget *child;

          if (entry->text[0] == '\0'
              || nsm_workshop_find_cluster (self->workshop, self->round, answer->person, entry_i)
                   != NULL)
            continue;
          child = gtk_flow_box_child_new ();
          gtk_widget_set_focusable (child, FALSE);
          gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child),
                                        make_card (self, answer->person, entry_i, FALSE));
          gtk_flow_box_insert (GTK_FLOW_BOX (flow), child, -1);
        }
    }
  gtk_widget_set_visible (flow, gtk_widget_get_first_child (flow) != NULL);
  return flow;
}

static void
rebuild (NsmTextsResult *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *count = dup_count (self);

  g_ptr_array_set_size (self->cards, 0);
  g_ptr_array_set_size (self->groups, 0);
  /* The page has asked already; the room sees nothing but this. */
  append_label (GTK_BOX (box), self->large ? self->round->question : _(self->use->title),
                self->large ? "projector-36" : "title-2");
  append_label (GTK_BOX (box), count, "secondary");
  NSM_LIST_EACH (NsmCluster, cluster, self->workshop->clusters)
    {
      if (g_str_equal (cluster->round, NSM_RECORD (self->round)->id))
        gtk_box_append (GTK_BOX (box), make_group (self, cluster));
    }
  gtk_box_append (GTK_BOX (box), make_loose (self));
  if (!self->large)
    append_label (GTK_BOX (box),
                  _("Drag a card onto another that means the same, or use its menu. The cards "
                    "themselves stay as they were written."),
                  "secondary");
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
follow (NsmTextsResult *self)
{
  char *now = describe (self);

  if (g_strcmp0 (now, self->shown) != 0)
    {
      g_free (self->shown);
      self->shown = now;
      rebuild (self);
    }
  else
    g_free (now);
  update_used (self);
  for (guint i = 0; i < self->groups->len && self->wanted != NULL; i++)
    {
      Group *group = g_ptr_array_index (self->groups, i);

      if (g_str_equal (NSM_RECORD (group->cluster)->id, self->wanted))
        gtk_widget_grab_focus (group->wording);
    }
  g_clear_pointer (&self->wanted, g_free);
}

static gboolean
on_idle (gpointer user_data)
{
  NsmTextsResult *self = user_data;

  self->idle = 0;
  follow (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (NsmTextsResult *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (on_idle, self);
}

static void
nsm_texts_result_dispose (GObject *object)
{
  NsmTextsResult *self = NSM_TEXTS_RESULT (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workshop);
  g_clear_object (&self->document);
  g_clear_object (&self->round);

  G_OBJECT_CLASS (nsm_texts_result_parent_class)->dispose (object);
}

static void
nsm_texts_result_finalize (GObject *object)
{
  NsmTextsResult *self = NSM_TEXTS_RESULT (object);

  g_free (self->shown);
  g_free (self->wanted);
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->cards);

  G_OBJECT_CLASS (nsm_texts_result_parent_class)->finalize (object);
}

static void
nsm_texts_result_class_init (NsmTextsResultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_texts_result_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_texts_result_finalize;
}

static void
nsm_texts_result_init (NsmTextsResult *self)
{
  self->groups = g_ptr_array_new_with_free_func (free_group);
  self->cards = g_ptr_array_new ();
}

/**
 * nsm_texts_result_new:
 * @round: an opened round of statements or ideas
 * @large: for the room: no controls
 *
 * Returns: (transfer floating): its texts
 */
GtkWidget *
nsm_texts_result_new (NsmDocument *document, NsmRound *round, gboolean large)
{
  NsmTextsResult *self = g_object_new (NSM_TYPE_TEXTS_RESULT, NULL);

  self->document = g_object_ref (document);
  self->workshop = g_object_ref (nsm_document_get_workshop (document));
  self->round = g_object_ref (round);
  self->large = large;
  self->use = &uses[0];
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    if (uses[i].kind == round->kind)
      self->use = &uses[i];
  g_signal_connect_object (self->workshop, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  follow (self);
  return GTK_WIDGET (self);
}
