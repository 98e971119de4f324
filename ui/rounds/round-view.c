/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/round-view-private.h"

#include <glib/gi18n-lib.h>

#include "kit/step-page.h"
#include "room/screen.h"
#include "rounds/booth.h"
#include "rounds/form.h"
#include "rounds/pin-dialog.h"
#include "rounds/round.h"
#include "rounds/scene.h"
#include "store/document-rounds.h"

struct _NsmRoundView
{
  AdwBin parent_instance;

  NsmRoundKind kind;
  NsmDocument *document;
  NsmKeyStore *keys;
  char *asked;        /* whom the booth asks first; NULL: whose turn it is */
  NsmTurns *turns;    /* of the open round, or NULL */
  char *shown;        /* what the widgets show, so that they are rebuilt only for news */
  NsmStepPage *page;  /* (weak) the page whose place the booth takes, or NULL */
  GtkWidget *content; /* what stood there */
  gboolean was_bare;

  GtkWidget *stack;
  GtkWidget *before;
  GtkWidget *running;
  GtkWidget *closed;
  GtkWidget *result_bin;
  GtkWidget *again_button;
  GtkWidget *problem_label;
};

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

  gtk_button_set_label (GTK_BUTTON (self->again_button),
                        round->direct ? _("_Change my answer") : _("Ask _again in a second round"));
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

/* The room sees the round that is looked at; a draft has no room. */
static void
show_to_room (NsmRoundView *self)
{
  NsmRound *round = nsm_round_view_get_round (self);

  if (round != NULL && !round->direct)
    nsm_scene_set_round (nsm_scene_get (self->document), NSM_RECORD (round)->id);
}

static void
nsm_round_view_map (GtkWidget *widget)
{
  NsmRoundView *self = NSM_ROUND_VIEW (widget);

  GTK_WIDGET_CLASS (nsm_round_view_parent_class)->map (widget);
  /* The scoring page looks at earlier rounds, too, and says so itself. */
  if (self->document != NULL && self->kind != NSM_ROUND_KIND_SCORES)
    show_to_room (self);
}

/* The booth takes the whole page */

static void
leave_booth (NsmRoundView *self)
{
  g_autoptr (GtkWidget) content = g_steal_pointer (&self->content);
  NsmStepPage *page = self->page;

  g_clear_weak_pointer (&self->page);
  if (page != NULL && content != NULL)
    {
      nsm_step_page_set_content (page, content);
      nsm_step_page_set_bare (page, self->was_bare);
      nsm_step_page_set_immersive (page, FALSE);
      nsm_step_page_queue_refresh (page);
    }
  nsm_round_view_refresh (self);
}

static void
on_booth_left (NsmBooth *booth G_GNUC_UNUSED, gpointer user_data)
{
  leave_booth (NSM_ROUND_VIEW (user_data));
}

static void
on_booth_finished (NsmBooth *booth G_GNUC_UNUSED, gpointer user_data)
{
  NsmRoundView *self = NSM_ROUND_VIEW (user_data);
  NsmRound *round = nsm_round_view_get_round (self);

  leave_booth (self);
  g_signal_emit (self, signals[REVEALED], 0, round);
}

static void
show_booth (GObject *object)
{
  NsmRoundView *self = NSM_ROUND_VIEW (object);
  NsmRound *round = nsm_round_view_get_round (self);
  GtkWidget *ancestor = gtk_widget_get_ancestor (GTK_WIDGET (self), NSM_TYPE_STEP_PAGE);
  GtkWidget *booth;

  g_return_if_fail (ancestor != NULL && self->page == NULL);

  booth = nsm_booth_new (self->document, round, self->keys, nsm_round_view_get_turns (self),
                         self->asked);
  g_signal_connect_object (booth, "left", G_CALLBACK (on_booth_left), self, 0);
  g_signal_connect_object (booth, "finished", G_CALLBACK (on_booth_finished), self, 0);
  g_set_weak_pointer (&self->page, NSM_STEP_PAGE (ancestor));
  self->content = g_object_ref (nsm_step_page_get_content (self->page));
  self->was_bare = nsm_step_page_get_bare (self->page);
  nsm_step_page_set_immersive (self->page, !round->direct);
  nsm_step_page_set_bare (self->page, TRUE);
  nsm_step_page_set_content (self->page, booth);
  gtk_widget_child_focus (booth, GTK_DIR_TAB_FORWARD);
}

static void
enter_booth (NsmRoundView *self, const char *person)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_free (self->asked);
  self->asked = g_strdup (person);
  if (nsm_round_view_get_round (self)->direct)
    show_booth (G_OBJECT (self));
  else
    nsm_room_ask_screen (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->document,
                         show_booth, G_OBJECT (self));
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
  g_clear_object (&self->content);
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

/**
 * nsm_round_view_start:
 *
 * Opens a round (the first, or another one) and asks the first person; in a solo
 * draft the one answer comes up to be written or changed.
 *
 * Returns: whether there is an open round now
 */
gboolean
nsm_round_view_start (NsmRoundView *self)
{
  NsmWorkshop *workshop = nsm_round_view_get_workshop (self);
  NsmRound *round = nsm_round_view_get_round (self);
  g_autoptr (GError) error = NULL;

  if (round != NULL && round->direct && round->state == NSM_ROUND_STATE_OPEN
      && workshop->mode == NSM_MODE_SOLO)
    {
      enter_booth (self, NULL);
      return TRUE;
    }
  /* A draft that became a workshop leaves its author's answers as a round of their own. */
  if (round != NULL && round->direct && round->state == NSM_ROUND_STATE_OPEN
      && (!nsm_round_close (round, &error) || !nsm_round_reveal (round, NULL, &error)))
    {
      nsm_round_view_say (self, error->message);
      return FALSE;
    }
  round = nsm_round_open (workshop, self->kind, self->keys, &error);
  if (round == NULL)
    {
      nsm_round_view_say (self, error->message);
      return FALSE;
    }
  if (!nsm_round_view_save (self))
    return FALSE;
  show_to_room (self);
  nsm_round_view_refresh (self);
  enter_booth (self, NULL);
  return TRUE;
}

/**
 * nsm_round_view_ask:
 * @person: (nullable): whom to ask; NULL for the first who hasn't answered
 *
 * The pass screen comes up.
 */
void
nsm_round_view_ask (NsmRoundView *self, const char *person)
{
  enter_booth (self, person);
}

/**
 * nsm_round_view_close:
 * @even_if_missing: whether those who haven't answered are left out; else it asks
 *   once when somebody is missing
 *
 * Returns: whether the round is closed
 */
gboolean
nsm_round_view_close (NsmRoundView *self, gboolean even_if_missing)
{
  NsmRound *round = nsm_round_view_get_round (self);
  g_autoptr (GError) error = NULL;

  if (!even_if_missing
      && nsm_round_running_check_missing (NSM_ROUND_RUNNING (self->running), round))
    return FALSE;
  if (!nsm_round_close (round, &error))
    {
      nsm_round_view_say (self, error->message);
      return FALSE;
    }
  nsm_round_view_refresh (self);
  gtk_widget_grab_focus (self->closed);
  return nsm_round_view_save (self);
}

/**
 * nsm_round_view_reveal:
 *
 * Opens the answers of a closed round, once the closing words are on the disk, and
 * emits "revealed" once the opened ones are.
 *
 * Returns: whether they are open
 */
gboolean
nsm_round_view_reveal (NsmRoundView *self)
{
  NsmRound *round = nsm_round_view_get_round (self);
  g_autoptr (GError) error = NULL;

  if (!nsm_document_reveal_round (self->document, round, self->keys, &error))
    {
      nsm_round_view_say (self, error->message);
      return FALSE;
    }
  nsm_round_view_refresh (self);
  g_signal_emit (self, signals[REVEALED], 0, round);
  return TRUE;
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

gboolean
nsm_round_view_save (NsmRoundView *self)
{
  g_autoptr (GError) error = NULL;

  if (nsm_document_save (self->document, &error))
    return TRUE;
  nsm_round_view_say (self, error->message);
  return FALSE;
}

static void
go_on_to_withdraw (GObject *owner, const char *person)
{
  NsmRoundView *self = NSM_ROUND_VIEW (owner);
  g_autoptr (GError) error = NULL;

  if (!nsm_round_withdraw (nsm_round_view_get_round (self), person, &error))
    nsm_round_view_say (self, error->message);
  else if (nsm_round_view_save (self))
    nsm_round_view_refresh (self);
}

/* Takes the answer of @person out, once they gave their PIN, if they have one. */
void
nsm_round_view_withdraw (NsmRoundView *self, const char *person)
{
  nsm_pin_ask (GTK_WIDGET (self), nsm_round_view_get_round (self), self->keys, person,
               go_on_to_withdraw, G_OBJECT (self));
}
