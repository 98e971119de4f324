/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/ballot.h"

#include <glib/gi18n-lib.h>

#include "kit/person-mark.h"
#include "rounds/round.h"
#include "rounds/form.h"
#include "rounds/people.h"

typedef struct
{
  NsmRound *round;
  char *person;
  GHashTable *again; /* "subject\naspect": what the team wants to hear again */
  GtkWidget *mark_bin;
  GtkWidget *whose_label;
  GtkWidget *promise_label;
  GtkWidget *leave_button;
  GtkWidget *private_box;
  GtkWidget *body_clamp;
  GtkWidget *back_button;
  GtkWidget *parts_box;
  GtkWidget *status_label;
  GtkWidget *next_button;
  GtkWidget *lock_button;
  GtkWidget *lock_image;
  GtkWidget *lock_label;
} NsmBallotPrivate;

enum
{
  LOCK_IN,
  LEAVE,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NsmBallot, nsm_ballot, ADW_TYPE_BIN)

#define PRIV(o) ((NsmBallotPrivate *) nsm_ballot_get_instance_private (o))

static void
step (NsmBallot *self, int direction)
{
  NSM_BALLOT_GET_CLASS (self)->step (self, direction);
}

static void
on_back_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  step (NSM_BALLOT (user_data), -1);
}

static void
on_next_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  step (NSM_BALLOT (user_data), 1);
}

static void
on_lock_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_ballot_lock_in (NSM_BALLOT (user_data));
}

static void
on_leave_response (AdwMessageDialog *dialog G_GNUC_UNUSED, const char *response, gpointer user_data)
{
  if (g_strcmp0 (response, "leave") == 0)
    g_signal_emit (user_data, signals[LEAVE], 0);
}

static void
on_leave_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmBallot *self = NSM_BALLOT (user_data);
  GtkWidget *dialog;

  if (PRIV (self)->round->direct || !nsm_ballot_is_begun (self))
    {
      g_signal_emit (self, signals[LEAVE], 0);
      return;
    }
  /* Marks that aren't locked in exist nowhere else: leaving loses them for good. */
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   _("Leave without answering?"),
                                   _("What you have marked isn’t locked in yet. It will be gone."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Stay"), "leave",
                                    _("_Leave"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "leave",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_leave_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_person (NsmBallot *self, NsmWorkshop *workshop)
{
  NsmBallotPrivate *priv = PRIV (self);
  g_autofree char *name = nsm_round_dup_person_name (priv->round, priv->person);
  g_autofree char *whose = NULL;

  if (priv->round->direct)
    {
      gtk_label_set_label (GTK_LABEL (priv->whose_label), _("Your own answer"));
      gtk_label_set_label (GTK_LABEL (priv->promise_label),
                           _("Kept as you go. You can come back and change it."));
      gtk_label_set_label (GTK_LABEL (priv->lock_label), _("_Show the result"));
      gtk_button_set_label (GTK_BUTTON (priv->leave_button), _("Back to the overview"));
      gtk_widget_set_visible (priv->private_box, FALSE);
      gtk_widget_set_visible (priv->lock_image, FALSE);
      gtk_widget_set_visible (priv->mark_bin, FALSE);
      return;
    }
  /* Translators: a person's name */
  whose = g_strdup_printf (_("%s’s ballot"), name);
  gtk_label_set_label (GTK_LABEL (priv->whose_label), whose);
  gtk_label_set_label (GTK_LABEL (priv->promise_label),
                       _("Nobody else can see this. It is sealed when you lock it in."));
  adw_bin_set_child (ADW_BIN (priv->mark_bin),
                     nsm_round_make_mark (workshop, priv->round, priv->person, 38, TRUE));
}

static char *
dup_cell (const char *subject, const char *aspect)
{
  return g_strconcat (subject, "\n", aspect, NULL);
}

/* What the round before ended with: the cells to be marked again. */
static void
read_again (NsmBallot *self, NsmWorkshop *workshop)
{
  NsmBallotPrivate *priv = PRIV (self);

  if (workshop == NULL || priv->round->direct || priv->round->kind != NSM_ROUND_KIND_SCORES)
    return;
  NSM_LIST_EACH (NsmConclusion, conclusion, workshop->conclusions)
    {
      if (conclusion->again && (int) conclusion->round == (int) priv->round->number - 1)
        g_hash_table_add (priv->again, dup_cell (conclusion->candidate, conclusion->criterion));
    }
}

/* GTK 4.8 names a button after its label only if that is all there is in it. */
static void
name_lock_button (NsmBallot *self)
{
  NsmBallotPrivate *priv = PRIV (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->lock_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (priv->lock_label)), -1);
}

static void
nsm_ballot_dispose (GObject *object)
{
  NsmBallot *self = NSM_BALLOT (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&PRIV (self)->round);

  G_OBJECT_CLASS (nsm_ballot_parent_class)->dispose (object);
}

static void
nsm_ballot_finalize (GObject *object)
{
  g_free (PRIV (NSM_BALLOT (object))->person);
  g_hash_table_unref (PRIV (NSM_BALLOT (object))->again);

  G_OBJECT_CLASS (nsm_ballot_parent_class)->finalize (object);
}

static void
nsm_ballot_class_init (NsmBallotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_ballot_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_ballot_finalize;

  signals[LOCK_IN] = g_signal_new ("lock-in", NSM_TYPE_BALLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[LEAVE] = g_signal_new ("leave", NSM_TYPE_BALLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", NSM_TYPE_BALLOT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/rounds/ballot.ui");
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, mark_bin);
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, whose_label);
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, promise_label);
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, leave_button);
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, private_box);
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, body_clamp);
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, back_button);
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, parts_box);
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, status_label);
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, next_button);
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, lock_button);
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, lock_image);
  gtk_widget_class_bind_template_child_private (widget_class, NsmBallot, lock_label);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_lock_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_leave_clicked);
}

static void
nsm_ballot_init (NsmBallot *self)
{
  PRIV (self)->again = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nsm_ballot_new:
 * @workshop: (nullable): NULL where the round came by itself, as a request
 * @person: who answers
 * @earlier: (nullable): a readable answer to start from; NULL for a blank ballot
 *
 * Returns: (transfer floating): the ballot of the round's kind
 */
NsmBallot *
nsm_ballot_new (NsmWorkshop *workshop, NsmRound *round, const char *person, NsmAnswer *earlier)
{
  const NsmRoundForm *form = nsm_round_form_get (round->kind);
  NsmBallot *self = g_object_new (form->get_ballot_type (), NULL);

  PRIV (self)->round = g_object_ref (round);
  PRIV (self)->person = g_strdup (person);
  show_person (self, workshop);
  name_lock_button (self);
  read_again (self, workshop);
  NSM_BALLOT_GET_CLASS (self)->ask (self, earlier);
  return self;
}

/**
 * nsm_ballot_get_round:
 *
 * Returns: (transfer none): the round that is answered
 */
NsmRound *
nsm_ballot_get_round (NsmBallot *self)
{
  return PRIV (self)->round;
}

/**
 * nsm_ballot_get_person:
 *
 * Returns: (transfer none): the id of who answers
 */
const char *
nsm_ballot_get_person (NsmBallot *self)
{
  return PRIV (self)->person;
}

/**
 * nsm_ballot_make_answer:
 *
 * Returns: (transfer full): what is on the ballot, as an answer that belongs to no
 *   document; wipe it after use
 */
NsmAnswer *
nsm_ballot_make_answer (NsmBallot *self)
{
  NsmAnswer *answer = g_object_new (NSM_TYPE_ANSWER, "person", PRIV (self)->person, NULL);

  nsm_ballot_read (self, answer);
  return answer;
}

/**
 * nsm_ballot_read:
 * @answer: filled with what is on the ballot; what it had is replaced
 */
void
nsm_ballot_read (NsmBallot *self, NsmAnswer *answer)
{
  NSM_BALLOT_GET_CLASS (self)->read (self, answer);
}

/**
 * nsm_ballot_is_begun:
 *
 * Returns: whether there is something on it
 */
gboolean
nsm_ballot_is_begun (NsmBallot *self)
{
  return NSM_BALLOT_GET_CLASS (self)->is_begun (self);
}

/**
 * nsm_ballot_lock_in:
 *
 * Says that the person is done, if everything is answered.
 */
void
nsm_ballot_lock_in (NsmBallot *self)
{
  if (gtk_widget_get_sensitive (PRIV (self)->lock_button))
    g_signal_emit (self, signals[LOCK_IN], 0);
}

/**
 * nsm_ballot_focus_way_on:
 *
 * Moves the focus to the button that ends the ballot, if it can be pressed.
 */
void
nsm_ballot_focus_way_on (NsmBallot *self)
{
  gtk_widget_grab_focus (PRIV (self)->lock_button);
}

/**
 * nsm_ballot_set_problem:
 * @problem: why the answer couldn't be taken
 */
void
nsm_ballot_set_problem (NsmBallot *self, const char *problem)
{
  NsmBallotPrivate *priv = PRIV (self);

  gtk_label_set_label (GTK_LABEL (priv->status_label), problem);
  gtk_widget_add_css_class (priv->status_label, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->lock_button), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

/**
 * nsm_ballot_set_body:
 * @body: (transfer floating): the question
 */
void
nsm_ballot_set_body (NsmBallot *self, GtkWidget *body)
{
  adw_clamp_set_child (ADW_CLAMP (PRIV (self)->body_clamp), body);
}

/**
 * nsm_ballot_set_parts:
 *
 * Gives the bar at the bottom as many parts as the ballot has.
 */
void
nsm_ballot_set_parts (NsmBallot *self, guint n_parts)
{
  NsmBallotPrivate *priv = PRIV (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (priv->parts_box)) != NULL)
    gtk_box_remove (GTK_BOX (priv->parts_box), child);
  for (guint i = 0; i < n_parts; i++)
    {
      GtkWidget *bar = gtk_progress_bar_new ();

      gtk_widget_add_css_class (bar, "ballot-part");
      gtk_box_append (GTK_BOX (priv->parts_box), bar);
    }
  gtk_widget_set_visible (priv->parts_box, n_parts > 1);
  gtk_widget_set_visible (priv->back_button, n_parts > 1);
}

/**
 * nsm_ballot_set_part:
 * @fraction: how much of the part is answered, 0 to 1
 */
void
nsm_ballot_set_part (NsmBallot *self, guint part, double fraction)
{
  GtkWidget *bar = gtk_widget_get_first_child (PRIV (self)->parts_box);

  for (guint i = 0; i < part && bar != NULL; i++)
    bar = gtk_widget_get_next_sibling (bar);
  if (bar != NULL)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), fraction);
}

/**
 * nsm_ballot_set_way_on:
 * @complete: whether everything is answered
 * @status: one line on where the person is
 */
void
nsm_ballot_set_way_on (NsmBallot *self, gboolean can_go_back, gboolean can_go_on,
                       gboolean complete, const char *status)
{
  NsmBallotPrivate *priv = PRIV (self);

  gtk_widget_set_sensitive (priv->back_button, can_go_back);
  gtk_widget_set_sensitive (priv->lock_button, complete);
  gtk_widget_set_visible (priv->next_button, can_go_on);
  gtk_widget_set_visible (priv->lock_button, complete || !can_go_on);
  gtk_label_set_label (GTK_LABEL (priv->status_label), status);
  gtk_widget_remove_css_class (priv->status_label, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (priv->lock_button), GTK_ACCESSIBLE_STATE_INVALID);
}

/**
 * nsm_ballot_is_again:
 *
 * Returns: whether the team talked about this cell after the round before, and wants
 *   to hear it again
 */
gboolean
nsm_ballot_is_again (NsmBallot *self, const char *subject, const char *aspect)
{
  g_autofree char *cell = dup_cell (subject, aspect);

  return g_hash_table_contains (PRIV (self)->again, cell);
}

/**
 * nsm_ballot_emit_changed:
 *
 * To be called by subclasses after each change that a person made.
 */
void
nsm_ballot_emit_changed (NsmBallot *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}
