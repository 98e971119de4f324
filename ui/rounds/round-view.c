/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/round-view-private.h"

#include <glib/gi18n-lib.h>

#include "rounds/form.h"
#include "rounds/round.h"

enum
{
  PROP_0,
  PROP_KIND,
  PROP_DOCUMENT,
  N_PROPS
};

enum
{
  REVEALED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmRoundView, nsm_round_view, ADW_TYPE_BIN)

static gboolean
is_before (NsmRound *round)
{
  return round == NULL || (round->direct && !nsm_round_is_readable (round));
}

/* Revealed */

static void
show_revealed (NsmRoundView *self, NsmRound *round)
{
  const NsmRoundForm *form = nsm_round_form_get (self->kind);
  const char *again = round->number < 2 ? _("Ask _again in a second round")
                                        : _("Ask _again in another round");

  gtk_button_set_label (GTK_BUTTON (self->again_button),
                        round->direct ? _("_Change my answer") : again);
  /* A result follows the document by itself, so that what is worded in it keeps the focus. */
  if (form->make_result != NULL)
    adw_bin_set_child (ADW_BIN (self->result_bin), form->make_result (self->document, round, FALSE));
}

/* What the state of the round is, as far as it may be known. */
static char *
describe (NsmRoundView *self, NsmRound *round)
{
  if (is_before (round))
    return nsm_round_before_dup_state (NSM_ROUND_BEFORE (self->before));
  if (round->state == NSM_ROUND_STATE_OPEN && !round->direct)
    return nsm_round_running_dup_state (NSM_ROUND_RUNNING (self->running), round);
  return g_strdup_printf ("%s %d %d", NSM_RECORD (round)->id, (int) round->state,
                          nsm_key_store_has (self->keys, NSM_RECORD (round)->id));
}

static void
show_state (NsmRoundView *self, NsmRound *round)
{
  const char *name;

  nsm_round_view_say (self, NULL);
  if (is_before (round))
    {
      nsm_round_before_show (NSM_ROUND_BEFORE (self->before));
      name = "before";
    }
  else if (round->direct || round->state == NSM_ROUND_STATE_REVEALED)
    {
      show_revealed (self, round);
      name = "revealed";
    }
  else if (round->state == NSM_ROUND_STATE_CLOSED)
    {
      nsm_round_closed_show (NSM_ROUND_CLOSED (self->closed), round);
      name = "closed";
    }
  else
    {
      nsm_round_running_show (NSM_ROUND_RUNNING (self->running), round);
      name = "running";
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
}

static void
nsm_round_view_map (GtkWidget *widget)
{
  NsmRoundView *self = NSM_ROUND_VIEW (widget);

  GTK_WIDGET_CLASS (nsm_round_view_parent_class)->map (widget);
  /* The scoring page looks at earlier rounds, too, and says so itself. */
  if (self->document != NULL && self->kind != NSM_ROUND_KIND_SCORES)
    nsm_round_view_show_to_room (self);
}

/* Buttons */

static void
on_again_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_round_view_start (NSM_ROUND_VIEW (user_data));
}

/* Ballots that are dropped on the page of an open round */

static GdkDragAction
on_drop_motion (GtkDropTarget *target G_GNUC_UNUSED, double x G_GNUC_UNUSED,
                double y G_GNUC_UNUSED, gpointer user_data)
{
  NsmRoundView *self = NSM_ROUND_VIEW (user_data);
  gboolean open = gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->running;

  return open ? GDK_ACTION_COPY : 0;
}

static gboolean
on_dropped (GtkDropTarget *target G_GNUC_UNUSED, const GValue *value, double x G_GNUC_UNUSED,
            double y G_GNUC_UNUSED, gpointer user_data)
{
  NsmRoundView *self = NSM_ROUND_VIEW (user_data);

  return gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->running
         && nsm_round_running_take_files (NSM_ROUND_RUNNING (self->running),
                                          g_value_get_boxed (value));
}

static void
add_drop_target (NsmRoundView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "enter", G_CALLBACK (on_drop_motion), self, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (on_drop_motion), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
nsm_round_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NsmRoundView *self = NSM_ROUND_VIEW (object);

  switch (id)
    {
    case PROP_KIND:
      g_value_set_enum (value, (int) self->kind);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_round_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NsmRoundView *self = NSM_ROUND_VIEW (object);

  switch (id)
    {
    case PROP_KIND:
      self->kind = (NsmRoundKind) g_value_get_enum (value);
      break;
    case PROP_DOCUMENT:
      nsm_round_view_set_document (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_round_view_dispose (GObject *object)
{
  NsmRoundView *self = NSM_ROUND_VIEW (object);

  g_clear_weak_pointer (&self->page);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->document);
  g_clear_object (&self->keys);
  g_clear_object (&self->turns);

  G_OBJECT_CLASS (nsm_round_view_parent_class)->dispose (object);
}

static void
nsm_round_view_finalize (GObject *object)
{
  g_free (NSM_ROUND_VIEW (object)->asked);
  g_free (NSM_ROUND_VIEW (object)->shown);

  G_OBJECT_CLASS (nsm_round_view_parent_class)->finalize (object);
}

static void
nsm_round_view_class_init (NsmRoundViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = nsm_round_view_get_property;
  object_class->set_property = nsm_round_view_set_property;
  object_class->dispose = nsm_round_view_dispose;
  object_class->finalize = nsm_round_view_finalize;
  widget_class->map = nsm_round_view_map;

  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, NSM_TYPE_ROUND_KIND,
                                        NSM_ROUND_KIND_SCORES, flags | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, NSM_TYPE_DOCUMENT, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[REVEALED] = g_signal_new ("revealed", NSM_TYPE_ROUND_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, NSM_TYPE_ROUND);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/rounds/round-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, result_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, again_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
}

static void
nsm_round_view_init (NsmRoundView *self)
{
  self->keys = nsm_key_store_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->before = nsm_round_before_new (self);
  self->running = nsm_round_running_new (self);
  self->closed = nsm_round_closed_new (self);
  gtk_stack_add_named (GTK_STACK (self->stack), self->before, "before");
  gtk_stack_add_named (GTK_STACK (self->stack), self->running, "running");
  gtk_stack_add_named (GTK_STACK (self->stack), self->closed, "closed");
  add_drop_target (self);
}

/**
 * nsm_round_view_new:
 * @kind: what is asked
 */
GtkWidget *
nsm_round_view_new (NsmRoundKind kind)
{
  return g_object_new (NSM_TYPE_ROUND_VIEW, "kind", kind, NULL);
}

/**
 * nsm_round_view_set_document:
 * @document: (nullable): set once, when the page is bound
 */
void
nsm_round_view_set_document (NsmRoundView *self, NsmDocument *document)
{
  if (!g_set_object (&self->document, document))
    return;
  g_clear_pointer (&self->shown, g_free);
  nsm_round_view_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

/**
 * nsm_round_view_set_key_store:
 *
 * Where the keys of rounds are kept, instead of this account's own place.
 */
void
nsm_round_view_set_key_store (NsmRoundView *self, NsmKeyStore *keys)
{
  g_set_object (&self->keys, keys);
}

/**
 * nsm_round_view_refresh:
 *
 * Shows where the round is; to be called from the page's `refresh`.
 */
void
nsm_round_view_refresh (NsmRoundView *self)
{
  NsmRound *round;
  g_autofree char *state = NULL;

  if (self->document == NULL)
    return;
  round = nsm_round_view_get_round (self);
  state = describe (self, round);
  /* Only a draft's own answer may change after it can be read. */
  if (g_strcmp0 (state, self->shown) == 0
      && !(round != NULL && round->direct && nsm_round_is_readable (round)))
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  show_state (self, round);
}

/**
 * nsm_round_view_get_round:
 *
 * Returns: (transfer none) (nullable): the newest round of the view's kind
 */
NsmRound *
nsm_round_view_get_round (NsmRoundView *self)
{
  return nsm_workshop_get_latest_round (nsm_round_view_get_workshop (self), self->kind);
}

/* For the cards */

NsmDocument *
nsm_round_view_get_document (NsmRoundView *self)
{
  return self->document;
}

NsmWorkshop *
nsm_round_view_get_workshop (NsmRoundView *self)
{
  return nsm_document_get_workshop (self->document);
}

NsmKeyStore *
nsm_round_view_get_keys (NsmRoundView *self)
{
  return self->keys;
}

NsmRoundKind
nsm_round_view_get_kind (NsmRoundView *self)
{
  return self->kind;
}

/* The turns of the newest round; made anew when that is another one. */
NsmTurns *
nsm_round_view_get_turns (NsmRoundView *self)
{
  NsmRound *round = nsm_round_view_get_round (self);

  if (self->turns == NULL || nsm_turns_get_round (self->turns) != round)
    {
      g_clear_object (&self->turns);
      self->turns = nsm_turns_new (nsm_round_view_get_workshop (self), round);
    }
  return self->turns;
}

/* Says what is in the way; NULL: nothing is. */
void
nsm_round_view_say (NsmRoundView *self, const char *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_label, problem != NULL);
}
