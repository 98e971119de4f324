/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/round-view.h"

#include <glib/gi18n-lib.h>

#include "kit/person-mark.h"
#include "kit/step-page.h"
#include "room/screen.h"
#include "rounds/booth.h"
#include "rounds/form.h"
#include "rounds/people.h"
#include "rounds/round.h"

struct _NsmRoundView
{
  AdwBin parent_instance;

  NsmRoundKind kind;
  NsmDocument *document;
  NsmKeyStore *keys;
  char *asked;        /* whom the booth asks first; NULL: who hasn't answered */
  char *shown;        /* what the widgets show, so that they are rebuilt only for news */
  NsmStepPage *page;  /* (weak) the page whose place the booth takes, or NULL */
  GtkWidget *content; /* what stood there */
  gboolean was_bare;

  GtkWidget *stack;
  GtkWidget *before_title;
  GtkWidget *before_what;
  GtkWidget *promise_label;
  GtkWidget *asked_box;
  GtkWidget *start_button;
  GtkWidget *open_title;
  GtkWidget *people_list;
  GtkWidget *missing_revealer;
  GtkWidget *missing_label;
  GtkWidget *ask_button;
  GtkWidget *close_button;
  GtkWidget *words_label;
  GtkWidget *reveal_button;
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

static NsmWorkshop *
get_workshop (NsmRoundView *self)
{
  return nsm_document_get_workshop (self->document);
}

static void
show_problem (NsmRoundView *self, const char *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_label, problem != NULL);
}

static gboolean
save (NsmRoundView *self)
{
  g_autoptr (GError) error = NULL;

  if (nsm_document_save (self->document, &error))
    return TRUE;
  show_problem (self, error->message);
  return FALSE;
}

/* Before */

static guint
count_people (NsmWorkshop *workshop)
{
  guint n = 0;

  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      n += participant->retired ? 0 : 1;
    }
  return n;
}

static const char *
get_obstacle (NsmRoundView *self)
{
  const NsmRoundForm *form = nsm_round_form_get (self->kind);
  NsmWorkshop *workshop = get_workshop (self);
  gboolean solo = workshop->mode == NSM_MODE_SOLO;

  if (!solo && count_people (workshop) == 0)
    return _("There is nobody to ask yet. Add the participants in Set up.");
  return form->get_obstacle != NULL ? form->get_obstacle (workshop) : NULL;
}

static GtkWidget *
make_person_chip (NsmParticipant *participant, guint position)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_box_append (GTK_BOX (box), nsm_person_mark_new (position, participant->name));
  gtk_box_append (GTK_BOX (box), gtk_label_new (participant->name));
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_set_focusable (child, FALSE);
  return child;
}

static void
show_before (NsmRoundView *self)
{
  NsmWorkshop *workshop = get_workshop (self);
  gboolean solo = workshop->mode == NSM_MODE_SOLO;
  g_autofree char *promise = nsm_round_dup_promise (self->kind, workshop->privacy, solo);
  const NsmRoundForm *form = nsm_round_form_get (self->kind);
  g_autofree char *what = form->dup_what (workshop);
  const char *obstacle = get_obstacle (self);
  GtkWidget *child;

  gtk_label_set_label (GTK_LABEL (self->before_title),
                       _(solo ? form->solo_title : form->title));
  gtk_label_set_label (GTK_LABEL (self->before_what), what);
  gtk_label_set_label (GTK_LABEL (self->promise_label), promise);
  while ((child = gtk_widget_get_first_child (self->asked_box)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->asked_box), child);
  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      if (!participant->retired)
        gtk_flow_box_append (GTK_FLOW_BOX (self->asked_box),
                             make_person_chip (participant, participant_i));
    }
  gtk_widget_set_visible (self->asked_box, !solo && count_people (workshop) > 0);
  gtk_button_set_label (GTK_BUTTON (self->start_button),
                        solo ? _("_Start") : _("_Start the round"));
  gtk_widget_set_sensitive (self->start_button, obstacle == NULL);
  show_problem (self, obstacle);
}

/* Open */

static void
on_answer_clicked (GtkWidget *button, gpointer user_data)
{
  nsm_round_view_ask (NSM_ROUND_VIEW (user_data), gtk_widget_get_name (button));
}

static void
on_withdraw_clicked (GtkWidget *button, gpointer user_data)
{
  NsmRoundView *self = NSM_ROUND_VIEW (user_data);
  g_autoptr (GError) error = NULL;

  if (!nsm_round_withdraw (nsm_round_view_get_round (self), gtk_widget_get_name (button), &error))
    show_problem (self, error->message);
  else if (save (self))
    nsm_round_view_refresh (self);
}

static GtkWidget *
make_row_button (NsmRoundView *self, const char *label, const char *person, const char *name,
                 GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what a button does, and for whom */
  g_autofree char *full = g_strdup_printf (_("%s: %s"), label, name);

  gtk_widget_set_name (button, person);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static GtkWidget *
make_person_row (NsmRoundView *self, NsmRound *round, NsmRosterEntry *entry)
{
  gboolean in = nsm_round_has_contributed (round, entry->person);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *word = gtk_label_new (in ? _("In") : _("Not yet"));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               nsm_choice_get_label (NSM_TYPE_FUNCTION, entry->function));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             nsm_round_make_mark (get_workshop (self), round, entry->person, 28, in));
  gtk_widget_add_css_class (word, in ? "heading" : "secondary");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
  if (in)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 make_row_button (self, _("Replace"), entry->person, entry->name,
                                                  G_CALLBACK (on_answer_clicked)));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 make_row_button (self, _("Withdraw"), entry->person, entry->name,
                                                  G_CALLBACK (on_withdraw_clicked)));
    }
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               make_row_button (self, _("Answer now"), entry->person, entry->name,
                                                G_CALLBACK (on_answer_clicked)));
  return row;
}

static GPtrArray *
collect_missing (NsmRound *round)
{
  GPtrArray *names = g_ptr_array_new ();

  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      if (!nsm_round_has_contributed (round, entry->person))
        g_ptr_array_add (names, entry->name);
    }
  return names;
}

static void
show_open (NsmRoundView *self, NsmRound *round)
{
  guint n = nsm_list_get_size (round->roster);
  guint n_in = nsm_round_count_contributed (round);
  g_autoptr (GPtrArray) missing = collect_missing (round);
  g_autofree char *title = g_strdup_printf (_("Round %d is open: %u of %u are in"),
                                            (int) round->number, n_in, n);
  GtkWidget *child;

  gtk_label_set_label (GTK_LABEL (self->open_title), title);
  while ((child = gtk_widget_get_first_child (self->people_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->people_list), child);
  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      gtk_list_box_append (GTK_LIST_BOX (self->people_list), make_person_row (self, round, entry));
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->missing_revealer), FALSE);
  gtk_widget_set_visible (self->ask_button, missing->len > 0);
  if (missing->len > 0)
    {
      g_autofree char *ask =
        g_strdup_printf (_("Pass the laptop to %s"), (char *) g_ptr_array_index (missing, 0));

      gtk_button_set_label (GTK_BUTTON (self->ask_button), ask);
      gtk_widget_remove_css_class (self->close_button, "suggested-action");
    }
  else
    gtk_widget_add_css_class (self->close_button, "suggested-action");
  gtk_widget_set_sensitive (self->close_button, n_in > 0);
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
  NsmWorkshop *workshop = get_workshop (self);
  const NsmRoundForm *form = nsm_round_form_get (self->kind);
  const char *obstacle = get_obstacle (self);
  GString *text = g_string_new (NULL);

  if (round == NULL || (round->direct && !nsm_round_is_readable (round)))
    {
      g_autofree char *what = form->dup_what (workshop);

      g_string_append_printf (text, "before %d %d %s %s ", (int) workshop->mode,
                              (int) workshop->privacy, what, obstacle != NULL ? obstacle : "");
      NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
        {
          g_string_append_printf (text, "%d %s\n", participant->retired, participant->name);
        }
      return g_string_free (text, FALSE);
    }
  g_string_append_printf (text, "%s %d ", NSM_RECORD (round)->id, (int) round->state);
  if (round->state == NSM_ROUND_STATE_OPEN && !round->direct)
    {
      NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
        {
          g_string_append_c (text,
                             nsm_round_has_contributed (round, entry->person) ? '1' : '0');
        }
    }
  return g_string_free (text, FALSE);
}

static void
show_state (NsmRoundView *self, NsmRound *round)
{
  const char *name;

  show_problem (self, NULL);
  if (round == NULL || (round->direct && !nsm_round_is_readable (round)))
    {
      show_before (self);
      name = "before";
    }
  else if (round->direct || round->state == NSM_ROUND_STATE_REVEALED)
    {
      show_revealed (self, round);
      name = "revealed";
    }
  else if (round->state == NSM_ROUND_STATE_CLOSED)
    {
      gtk_label_set_label (GTK_LABEL (self->words_label), round->chain_words);
      name = "closed";
    }
  else
    {
      show_open (self, round);
      name = "open";
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
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

  booth = nsm_booth_new (self->document, round, self->asked);
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
on_start_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_round_view_start (NSM_ROUND_VIEW (user_data));
}

static void
on_again_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_round_view_start (NSM_ROUND_VIEW (user_data));
}

static void
on_ask_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_round_view_ask (NSM_ROUND_VIEW (user_data), NULL);
}

static void
on_close_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_round_view_close (NSM_ROUND_VIEW (user_data), FALSE);
}

static void
on_close_anyway_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_round_view_close (NSM_ROUND_VIEW (user_data), TRUE);
}

static void
on_wait_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmRoundView *self = NSM_ROUND_VIEW (user_data);

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->missing_revealer), FALSE);
}

static void
on_reveal_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_round_view_reveal (NSM_ROUND_VIEW (user_data));
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

  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, NSM_TYPE_ROUND_KIND,
                                        NSM_ROUND_KIND_SCORES, flags | G_PARAM_CONSTRUCT_ONLY);
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, NSM_TYPE_DOCUMENT, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[REVEALED] = g_signal_new ("revealed", NSM_TYPE_ROUND_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, NSM_TYPE_ROUND);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/rounds/round-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, before_title);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, before_what);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, promise_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, asked_box);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, start_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, open_title);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, people_list);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, missing_revealer);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, missing_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, ask_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, close_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, words_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, reveal_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, result_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, again_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundView, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_start_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_ask_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_anyway_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_wait_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_reveal_clicked);
}

static void
nsm_round_view_init (NsmRoundView *self)
{
  self->keys = nsm_key_store_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
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
  return nsm_workshop_get_latest_round (get_workshop (self), self->kind);
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
  NsmWorkshop *workshop = get_workshop (self);
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
      show_problem (self, error->message);
      return FALSE;
    }
  round = nsm_round_open (workshop, self->kind, self->keys, &error);
  if (round == NULL)
    {
      show_problem (self, error->message);
      return FALSE;
    }
  if (!save (self))
    return FALSE;
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
  g_autoptr (GPtrArray) missing = collect_missing (round);
  g_autoptr (GError) error = NULL;

  if (missing->len > 0 && !even_if_missing)
    {
      g_autofree char *names = nsm_names_dup_list (missing);
      g_autofree char *text =
        g_strdup_printf (ngettext ("%s hasn’t answered. Once the round is closed, nobody can add to it.",
                                   "%s haven’t answered. Once the round is closed, nobody can add to it.",
                                   missing->len),
                         names);

      gtk_label_set_label (GTK_LABEL (self->missing_label), text);
      gtk_revealer_set_reveal_child (GTK_REVEALER (self->missing_revealer), TRUE);
      return FALSE;
    }
  if (!nsm_round_close (round, &error))
    {
      show_problem (self, error->message);
      return FALSE;
    }
  nsm_round_view_refresh (self);
  gtk_widget_grab_focus (self->reveal_button);
  return save (self);
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

  if (!save (self))
    return FALSE;
  if (!nsm_round_reveal (round, self->keys, &error))
    {
      show_problem (self, error->message);
      return FALSE;
    }
  if (!save (self))
    return FALSE;
  /* Without names nothing may stay that could be laid beside an answer. */
  if (round->privacy == NSM_PRIVACY_UNNAMED)
    nsm_document_forget_generations (self->document);
  if (!nsm_round_forget_key (round, self->keys, &error))
    g_warning ("The key of a revealed round stays behind: %s", error->message);
  nsm_round_view_refresh (self);
  g_signal_emit (self, signals[REVEALED], 0, round);
  return TRUE;
}
