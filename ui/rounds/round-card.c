/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/round-card.h"

#include <glib/gi18n-lib.h>

#include "rounds/form.h"
#include "rounds/round.h"
#include "rounds/scene.h"

struct _NsmRoundCard
{
  AdwBin parent_instance;

  NsmRoundKind kind;
  NsmDocument *document;
  GtkWidget *box;
  GtkWidget *invitation;
  GtkWidget *words;
  GtkWidget *invite_button;
  GtkWidget *view; /* NsmRoundView, once it is wanted */
};

enum
{
  PROP_0,
  PROP_KIND,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NsmRoundCard, nsm_round_card, ADW_TYPE_BIN)

static NsmRound *
get_round (NsmRoundCard *self)
{
  return nsm_workshop_get_latest_round (nsm_document_get_workshop (self->document), self->kind);
}

static void
ensure_view (NsmRoundCard *self)
{
  if (self->view != NULL)
    return;
  self->view = nsm_round_view_new (self->kind);
  nsm_round_view_set_document (NSM_ROUND_VIEW (self->view), self->document);
  gtk_box_append (GTK_BOX (self->box), self->view);
}

/* The rounds of a page all tell the room of themselves when they come to be seen; the
 * one that is going on has the last word. */
static void
tell_scene (NsmRoundCard *self)
{
  NsmRound *round = get_round (self);

  if (round != NULL && nsm_round_card_is_busy (self))
    nsm_scene_set_round (nsm_scene_get (self->document), NSM_RECORD (round)->id);
}

static void
on_map (NsmRoundCard *self)
{
  if (self->document != NULL)
    tell_scene (self);
}

static void
on_unmap (NsmRoundCard *self)
{
  NsmScene *scene = self->document != NULL ? nsm_scene_get (self->document) : NULL;
  NsmRound *round = scene != NULL ? get_round (self) : NULL;

  /* While somebody has the laptop, the page gives its place to the booth. */
  if (round != NULL && nsm_scene_get_holder (scene) == NULL
      && round->state == NSM_ROUND_STATE_REVEALED
      && g_strcmp0 (nsm_scene_get_round (scene), NSM_RECORD (round)->id) == 0)
    nsm_scene_set_round (scene, NULL);
}

static void
on_invite_clicked (NsmRoundCard *self)
{
  nsm_round_card_begin (self);
}

static void
nsm_round_card_constructed (GObject *object)
{
  NsmRoundCard *self = NSM_ROUND_CARD (object);
  const NsmRoundForm *form = nsm_round_form_get (self->kind);

  G_OBJECT_CLASS (nsm_round_card_parent_class)->constructed (object);
  gtk_label_set_label (GTK_LABEL (self->words), form->invitation != NULL ? _(form->invitation) : "");
  gtk_button_set_label (GTK_BUTTON (self->invite_button),
                        form->invite != NULL ? _(form->invite) : "");
}

static void
nsm_round_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_KIND)
    g_value_set_enum (value, (int) NSM_ROUND_CARD (object)->kind);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsm_round_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_KIND)
    NSM_ROUND_CARD (object)->kind = (NsmRoundKind) g_value_get_enum (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsm_round_card_dispose (GObject *object)
{
  NsmRoundCard *self = NSM_ROUND_CARD (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (nsm_round_card_parent_class)->dispose (object);
}

static void
nsm_round_card_class_init (NsmRoundCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = nsm_round_card_constructed;
  object_class->get_property = nsm_round_card_get_property;
  object_class->set_property = nsm_round_card_set_property;
  object_class->dispose = nsm_round_card_dispose;
  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, NSM_TYPE_ROUND_KIND,
                                        NSM_ROUND_KIND_STATEMENTS,
                                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                          | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
nsm_round_card_init (NsmRoundCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->invitation = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->words = gtk_label_new (NULL);
  self->invite_button = gtk_button_new ();
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_button_set_use_underline (GTK_BUTTON (self->invite_button), TRUE);
  gtk_widget_set_valign (self->invite_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->invitation, "card");
  gtk_widget_add_css_class (self->invitation, "round-invitation");
  gtk_box_append (GTK_BOX (self->invitation), self->words);
  gtk_box_append (GTK_BOX (self->invitation), self->invite_button);
  gtk_box_append (GTK_BOX (self->box), self->invitation);
  adw_bin_set_child (ADW_BIN (self), self->box);
  g_signal_connect_object (self->invite_button, "clicked", G_CALLBACK (on_invite_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
}

/**
 * nsm_round_card_new:
 * @kind: what is asked
 */
GtkWidget *
nsm_round_card_new (NsmRoundKind kind)
{
  return g_object_new (NSM_TYPE_ROUND_CARD, "kind", kind, NULL);
}

/**
 * nsm_round_card_bind:
 *
 * To be called once, from the page's `bind`.
 */
void
nsm_round_card_bind (NsmRoundCard *self, NsmDocument *document)
{
  g_set_object (&self->document, document);
  nsm_round_card_refresh (self);
}

/**
 * nsm_round_card_refresh:
 *
 * To be called from the page's `refresh`.
 */
void
nsm_round_card_refresh (NsmRoundCard *self)
{
  NsmWorkshop *workshop = nsm_document_get_workshop (self->document);
  NsmRound *round = get_round (self);
  gboolean facilitated = workshop->mode == NSM_MODE_FACILITATED;
  gboolean has_people = nsm_list_get_size (workshop->participants) > 1;

  if (round != NULL)
    ensure_view (self);
  if (self->view != NULL)
    nsm_round_view_refresh (NSM_ROUND_VIEW (self->view));
  gtk_widget_set_visible (self->invitation, self->view == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          self->view != NULL ? facilitated || round != NULL
                                             : facilitated && has_people);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    tell_scene (self);
}

/**
 * nsm_round_card_begin:
 *
 * Says what is promised and who is asked; people start the round there.
 *
 * Returns: (transfer none): where they do
 */
NsmRoundView *
nsm_round_card_begin (NsmRoundCard *self)
{
  ensure_view (self);
  nsm_round_card_refresh (self);
  gtk_widget_child_focus (self->view, GTK_DIR_TAB_FORWARD);
  return NSM_ROUND_VIEW (self->view);
}

/**
 * nsm_round_card_get_view:
 *
 * Returns: (transfer none) (nullable): the round, if it is shown
 */
NsmRoundView *
nsm_round_card_get_view (NsmRoundCard *self)
{
  return self->view != NULL ? NSM_ROUND_VIEW (self->view) : NULL;
}

/**
 * nsm_round_card_is_busy:
 *
 * Returns: whether people are being asked, or about to be: the one obvious act of the
 *   page then
 */
gboolean
nsm_round_card_is_busy (NsmRoundCard *self)
{
  NsmRound *round = get_round (self);

  if (self->view == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return FALSE;
  return round == NULL || (round->state != NSM_ROUND_STATE_REVEALED && !round->direct);
}
