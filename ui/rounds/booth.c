/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/booth.h"

#include <glib/gi18n-lib.h>

#include "rounds/form.h"
#include "rounds/guard.h"
#include "rounds/people.h"
#include "rounds/pin-dialog.h"
#include "rounds/receipt-slip.h"
#include "rounds/round.h"
#include "rounds/scene.h"

#define MARK_SIZE 154

struct _NsmBooth
{
  AdwBin parent_instance;

  NsmDocument *document;
  NsmRound *round;
  NsmKeyStore *keys;
  NsmTurns *turns;
  char *person;
  char *receipt;     /* sealed and not saved yet, or shown */
  NsmBallot *ballot; /* in its bin, not owned */
  NsmGuard *guard;   /* while there is a ballot */
  GtkWidget *stack;
  GtkWidget *pass_mark_bin;
  GtkWidget *pass_title;
  GtkWidget *pass_what;
  GtkWidget *pass_count;
  GtkWidget *confirm_button;
  GtkWidget *other_button;
  GtkWidget *other_popover;
  GtkWidget *other_list;
  GtkWidget *skip_button;
  GtkWidget *abstain_button;
  GtkWidget *pause_button;
  GtkWidget *ballot_bin;
  GtkWidget *slip;
  gboolean saved;
};

enum
{
  LEFT,
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmBooth, nsm_booth, ADW_TYPE_BIN)

/* Who has the laptop is for the room to see; what they do with it isn't. */
static void
set_holder (NsmBooth *self, const char *person)
{
  if (!self->round->direct)
    nsm_scene_set_holder (nsm_scene_get (self->document), person);
}

static char *
dup_what (NsmBooth *self)
{
  const NsmRoundForm *form = nsm_round_form_get (self->round->kind);

  return form->dup_pass != NULL ? form->dup_pass (self->round) : g_strdup (self->round->question);
}

static void
drop_ballot (NsmBooth *self)
{
  self->ballot = NULL;
  adw_bin_set_child (ADW_BIN (self->ballot_bin), NULL);
  if (self->guard != NULL)
    nsm_guard_end (self->guard);
  g_clear_object (&self->guard);
}

static void
fill_others (NsmBooth *self)
{
  NsmWorkshop *workshop = nsm_document_get_workshop (self->document);
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (self->other_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->other_list), child);
  NSM_LIST_EACH (NsmRosterEntry, entry, self->round->roster)
    {
      GtkWidget *row, *box;

      if (g_str_equal (entry->person, self->person))
        continue;
      row = gtk_list_box_row_new ();
      box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
      gtk_widget_set_name (row, entry->person);
      gtk_box_append (GTK_BOX (box),
                      nsm_round_make_mark (workshop, self->round, entry->person, 20,
                                           nsm_round_has_contributed (self->round, entry->person)));
      gtk_box_append (GTK_BOX (box), gtk_label_new (entry->name));
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      entry->name, -1);
      gtk_list_box_append (GTK_LIST_BOX (self->other_list), row);
      n++;
    }
  gtk_widget_set_visible (self->other_button, n > 0);
}

static void
show_pass (NsmBooth *self, const char *person)
{
  NsmWorkshop *workshop = nsm_document_get_workshop (self->document);
  g_autofree char *id = g_strdup (person);
  g_autofree char *name = nsm_round_dup_person_name (self->round, id);
  g_autofree char *title = g_strdup_printf (_("Pass the laptop to %s"), name);
  g_autofree char *confirm = g_strdup_printf (_("I am %s"), name);
  g_autofree char *what = dup_what (self);
  g_autofree char *count = NULL;
  guint n_in = nsm_round_count_contributed (self->round);
  guint n = nsm_list_get_size (self->round->roster);
  gboolean again = nsm_round_has_contributed (self->round, id);
  g_autoptr (GPtrArray) waiting = NULL;

  drop_ballot (self);
  nsm_receipt_slip_clear (NSM_RECEIPT_SLIP (self->slip));
  set_holder (self, NULL);
  g_free (self->person);
  self->person = g_steal_pointer (&id);
  adw_bin_set_child (ADW_BIN (self->pass_mark_bin),
                     nsm_round_make_mark (workshop, self->round, self->person, MARK_SIZE, TRUE));
  gtk_label_set_label (GTK_LABEL (self->pass_title), title);
  gtk_label_set_label (GTK_LABEL (self->pass_what),
                       again ? _("A new answer takes the place of the one that is sealed.") : what);
  gtk_button_set_label (GTK_BUTTON (self->confirm_button), confirm);
  count = g_strdup_printf (_("%u of %u · nothing of anybody else can be opened from here"),
                           again ? n_in : n_in + 1, n);
  gtk_label_set_label (GTK_LABEL (self->pass_count), count);
  waiting = nsm_turns_list_waiting (self->turns);
  gtk_widget_set_visible (self->skip_button, !again && waiting->len > 1);
  gtk_widget_set_visible (self->abstain_button, !again);
  fill_others (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "pass");
  gtk_widget_grab_focus (self->confirm_button);
}

static void
save (NsmBooth *self)
{
  g_autoptr (GError) error = NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "receipt");
  self->saved = nsm_document_save (self->document, &error);
  if (self->saved)
    nsm_receipt_slip_show (NSM_RECEIPT_SLIP (self->slip), self->round, self->keys, self->person,
                           self->receipt, nsm_turns_get_next (self->turns) == NULL);
  else
    nsm_receipt_slip_show_failure (NSM_RECEIPT_SLIP (self->slip), error->message);
}

/* Seals @answer and wipes it. */
static gboolean
cast (NsmBooth *self, NsmAnswer *answer, GError **error)
{
  gboolean sealed;

  g_clear_pointer (&self->receipt, g_free);
  sealed = nsm_round_cast (self->round, answer, &self->receipt, error);
  nsm_answer_wipe (answer);
  return sealed;
}

static void
seal (NsmBooth *self)
{
  g_autoptr (NsmAnswer) answer = nsm_ballot_make_answer (self->ballot);
  g_autoptr (GError) error = NULL;

  if (!cast (self, answer, &error))
    {
      nsm_ballot_set_problem (self->ballot, error->message);
      return;
    }
  drop_ballot (self);
  save (self);
}

static void
on_ballot_lock_in (NsmBallot *ballot G_GNUC_UNUSED, gpointer user_data)
{
  NsmBooth *self = NSM_BOOTH (user_data);

  if (self->round->direct)
    g_signal_emit (self, signals[FINISHED], 0);
  else
    seal (self);
}

static void
on_ballot_leave (NsmBallot *ballot G_GNUC_UNUSED, gpointer user_data)
{
  NsmBooth *self = NSM_BOOTH (user_data);

  if (self->round->direct)
    g_signal_emit (self, signals[LEFT], 0);
  else
    show_pass (self, self->person);
}

static void
on_ballot_changed (NsmBallot *ballot, gpointer user_data)
{
  NsmBooth *self = NSM_BOOTH (user_data);

  /* Only a solo draft is kept as it is written. */
  if (self->round->direct)
    nsm_ballot_read (ballot, nsm_round_answer_directly (self->round, self->person));
}

/* A direct answer is written on; in a later round with names, one's own of the round
 * before is where one starts: everybody has seen it. */
static NsmAnswer *
find_earlier (NsmBooth *self)
{
  NsmWorkshop *workshop = nsm_document_get_workshop (self->document);
  NsmRound *before;

  if (self->round->direct)
    return nsm_round_answer_directly (self->round, self->person);
  before = nsm_workshop_get_revealed_round (workshop, self->round->kind);
  if (before == NULL || !nsm_round_shows_people (before) || !nsm_round_shows_people (self->round))
    return NULL;
  return nsm_round_get_answer (before, self->person);
}

static void
show_ballot (NsmBooth *self)
{
  NsmAnswer *earlier = find_earlier (self);

  self->ballot = nsm_ballot_new (nsm_document_get_workshop (self->document), self->round,
                                 self->person, earlier);
  g_return_if_fail (self->ballot != NULL);
  g_signal_connect_object (self->ballot, "lock-in", G_CALLBACK (on_ballot_lock_in), self, 0);
  g_signal_connect_object (self->ballot, "leave", G_CALLBACK (on_ballot_leave), self, 0);
  g_signal_connect_object (self->ballot, "changed", G_CALLBACK (on_ballot_changed), self, 0);
  adw_bin_set_child (ADW_BIN (self->ballot_bin), GTK_WIDGET (self->ballot));
  if (!self->round->direct)
    self->guard = nsm_guard_new (self->ballot_bin);
  set_holder (self, self->person);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "ballot");
  gtk_widget_grab_focus (GTK_WIDGET (self->ballot));
}

static void
on_confirm_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_booth_confirm (NSM_BOOTH (user_data));
}

static void
on_skip_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_booth_skip (NSM_BOOTH (user_data));
}

static void
on_abstain_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_booth_abstain (NSM_BOOTH (user_data));
}

static void
on_pause_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  g_signal_emit (user_data, signals[LEFT], 0);
}

static void
on_slip_done (NsmReceiptSlip *slip G_GNUC_UNUSED, gpointer user_data)
{
  nsm_booth_pass_on (NSM_BOOTH (user_data));
}

static void
on_other_activated (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer user_data)
{
  NsmBooth *self = NSM_BOOTH (user_data);
  g_autofree char *person = g_strdup (gtk_widget_get_name (GTK_WIDGET (row)));

  gtk_popover_popdown (GTK_POPOVER (self->other_popover));
  show_pass (self, person);
}

static void
nsm_booth_dispose (GObject *object)
{
  NsmBooth *self = NSM_BOOTH (object);

  if (self->document != NULL)
    set_holder (self, NULL);
  self->ballot = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (self->guard != NULL)
    nsm_guard_end (self->guard);
  g_clear_object (&self->guard);
  g_clear_object (&self->document);
  g_clear_object (&self->round);
  g_clear_object (&self->keys);
  g_clear_object (&self->turns);

  G_OBJECT_CLASS (nsm_booth_parent_class)->dispose (object);
}

static void
nsm_booth_finalize (GObject *object)
{
  NsmBooth *self = NSM_BOOTH (object);

  g_free (self->person);
  g_free (self->receipt);

  G_OBJECT_CLASS (nsm_booth_parent_class)->finalize (object);
}

static void
nsm_booth_class_init (NsmBoothClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_booth_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_booth_finalize;

  signals[LEFT] = g_signal_new ("left", NSM_TYPE_BOOTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", NSM_TYPE_BOOTH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 0);

  g_type_ensure (NSM_TYPE_RECEIPT_SLIP);
  gtk_widget_class_set_template_from_resource (widget_class, NSM_RESOURCE_BASE "/rounds/booth.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, pass_mark_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, pass_title);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, pass_what);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, pass_count);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, other_button);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, other_popover);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, other_list);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, skip_button);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, abstain_button);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, pause_button);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, ballot_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmBooth, slip);
  gtk_widget_class_bind_template_callback (widget_class, on_confirm_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_skip_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pause_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_abstain_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_slip_done);
  gtk_widget_class_bind_template_callback (widget_class, on_other_activated);
}

static void
nsm_booth_init (NsmBooth *self)
{
  self->saved = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nsm_booth_new:
 * @document: saved after each answer
 * @round: an open round, or a direct one
 * @keys: where the keys of rounds are kept, and their PINs
 * @turns: whose turn it is
 * @person: (nullable): whom to ask first; NULL for whose turn it is
 *
 * Returns: (transfer floating): the booth, with the pass screen up, or with the ballot
 *   in a direct round
 */
GtkWidget *
nsm_booth_new (NsmDocument *document, NsmRound *round, NsmKeyStore *keys, NsmTurns *turns,
               const char *person)
{
  NsmBooth *self = g_object_new (NSM_TYPE_BOOTH, NULL);
  NsmRosterEntry *next = person == NULL && !round->direct ? nsm_turns_get_next (turns) : NULL;

  self->document = g_object_ref (document);
  self->round = g_object_ref (round);
  self->keys = g_object_ref (keys);
  self->turns = g_object_ref (turns);
  if (person == NULL && next == NULL)
    next = nsm_list_get (round->roster, 0);
  if (person == NULL)
    person = next->person;
  if (round->direct)
    {
      self->person = g_strdup (person);
      show_ballot (self);
    }
  else
    show_pass (self, person);
  return GTK_WIDGET (self);
}

/**
 * nsm_booth_get_ballot:
 *
 * Returns: (transfer none) (nullable): the ballot that is being written
 */
NsmBallot *
nsm_booth_get_ballot (NsmBooth *self)
{
  return self->ballot;
}

/**
 * nsm_booth_get_person:
 *
 * Returns: (transfer none): the id of whose turn it is
 */
const char *
nsm_booth_get_person (NsmBooth *self)
{
  return self->person;
}

static void
go_on_to_ballot (GObject *owner, const char *person G_GNUC_UNUSED)
{
  show_ballot (NSM_BOOTH (owner));
}

/**
 * nsm_booth_confirm:
 *
 * "I am Mei": a ballot comes up; after the PIN, where an answer is guarded by one.
 */
void
nsm_booth_confirm (NsmBooth *self)
{
  if (nsm_round_has_contributed (self->round, self->person))
    nsm_pin_ask (GTK_WIDGET (self), self->round, self->keys, self->person, go_on_to_ballot,
                 G_OBJECT (self));
  else
    show_ballot (self);
}

/**
 * nsm_booth_skip:
 *
 * Asks somebody else first and this one later.
 */
void
nsm_booth_skip (NsmBooth *self)
{
  NsmRosterEntry *next;

  nsm_turns_skip (self->turns, self->person);
  next = nsm_turns_get_next (self->turns);
  if (next != NULL)
    show_pass (self, next->person);
}

/**
 * nsm_booth_abstain:
 *
 * Seals an answer that abstains on everything: from outside it is like any other.
 */
void
nsm_booth_abstain (NsmBooth *self)
{
  g_autoptr (NsmAnswer) answer = nsm_round_make_abstention (self->round, self->person);
  g_autoptr (GError) error = NULL;

  if (cast (self, answer, &error))
    save (self);
  else
    gtk_label_set_label (GTK_LABEL (self->pass_what), error->message);
}

/**
 * nsm_booth_pass_on:
 *
 * Takes the receipt off the screen and asks for the laptop to be passed on; tries
 * again to save if that failed.
 */
void
nsm_booth_pass_on (NsmBooth *self)
{
  NsmRosterEntry *next;

  if (!self->saved)
    {
      save (self);
      return;
    }
  nsm_receipt_slip_clear (NSM_RECEIPT_SLIP (self->slip));
  g_clear_pointer (&self->receipt, g_free);
  next = nsm_turns_get_next (self->turns);
  if (next != NULL)
    show_pass (self, next->person);
  else
    {
      set_holder (self, NULL);
      g_signal_emit (self, signals[LEFT], 0);
    }
}
