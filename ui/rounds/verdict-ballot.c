/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/verdict-ballot.h"

#include <glib/gi18n-lib.h>

#include "rounds/round.h"
#include "rounds/verdict-row.h"

struct _NsmVerdictBallot
{
  NsmBallot parent_instance;

  NsmVerdictSaid *said; /* [candidate × n_tests + test] */
  guint n_candidates;
  guint n_tests;
  guint candidate;
  guint focused;
  GPtrArray *rows; /* NsmVerdictRow, not owned */
  GtkLabel *which_label;
  GtkLabel *title_label;
  GtkLabel *wording_label;
};

G_DEFINE_FINAL_TYPE (NsmVerdictBallot, nsm_verdict_ballot, NSM_TYPE_BALLOT)

static NsmVerdictSaid *
get_said (NsmVerdictBallot *self, guint candidate, guint test)
{
  return &self->said[candidate * self->n_tests + test];
}

static guint
count_missing (NsmVerdictBallot *self, guint candidate)
{
  guint n = 0;

  for (guint i = 0; i < self->n_tests; i++)
    n += nsm_verdict_said_is_given (get_said (self, candidate, i)) ? 0 : 1;
  return n;
}

static void
update_way_on (NsmVerdictBallot *self)
{
  guint missing = count_missing (self, self->candidate);
  gboolean complete = TRUE;
  g_autofree char *status = NULL;

  for (guint i = 0; i < self->n_candidates; i++)
    {
      guint n = count_missing (self, i);

      complete = complete && n == 0;
      nsm_ballot_set_part (NSM_BALLOT (self), i, 1 - n / (double) self->n_tests);
    }
  if (complete)
    status = g_strdup (_("All judged · H, R or F, 0 abstains"));
  else if (missing > 0)
    status = g_strdup_printf (ngettext ("%u verdict to go here · H, R or F, 0 abstains",
                                        "%u verdicts to go here · H, R or F, 0 abstains", missing),
                              missing);
  else
    status = g_strdup (self->candidate + 1 < self->n_candidates
                         ? _("All judged here · Enter goes on")
                         : _("Some verdicts are missing further back"));
  nsm_ballot_set_way_on (NSM_BALLOT (self), self->candidate > 0,
                         self->candidate + 1 < self->n_candidates, complete, status);
}

static void
show_candidate (NsmVerdictBallot *self, guint candidate)
{
  NsmRound *round = nsm_ballot_get_round (NSM_BALLOT (self));
  NsmSubject *subject = nsm_list_get (round->subjects, candidate);
  g_autofree char *which =
    g_strdup_printf (_("Candidate %u of %u"), candidate + 1, self->n_candidates);

  self->candidate = candidate;
  gtk_label_set_label (self->which_label, which);
  gtk_label_set_label (self->title_label, subject->title);
  gtk_label_set_label (self->wording_label, subject->wording);
  gtk_widget_set_visible (GTK_WIDGET (self->wording_label), subject->wording[0] != '\0');
  for (guint i = 0; i < self->n_tests; i++)
    nsm_verdict_row_ask (g_ptr_array_index (self->rows, i), subject->title,
                         get_said (self, candidate, i));
  update_way_on (self);
}

static void
focus_row (NsmVerdictBallot *self, guint row)
{
  self->focused = row;
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, row));
}

static void
on_row_changed (NsmVerdictRow *row, gpointer user_data)
{
  NsmVerdictBallot *self = NSM_VERDICT_BALLOT (user_data);
  guint test;

  if (!g_ptr_array_find (self->rows, row, &test))
    return;
  nsm_verdict_row_read (row, get_said (self, self->candidate, test));
  update_way_on (self);
  nsm_ballot_emit_changed (NSM_BALLOT (self));
}

static void
on_row_focus (GtkEventControllerFocus *focus, gpointer user_data)
{
  NsmVerdictBallot *self = NSM_VERDICT_BALLOT (user_data);

  g_ptr_array_find (self->rows, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus)),
                    &self->focused);
}

static void
nsm_verdict_ballot_step (NsmBallot *ballot, int direction)
{
  NsmVerdictBallot *self = NSM_VERDICT_BALLOT (ballot);
  int to = (int) self->candidate + direction;

  if (to < 0 || to >= (int) self->n_candidates)
    return;
  show_candidate (self, (guint) to);
  focus_row (self, 0);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller G_GNUC_UNUSED, guint keyval,
                guint keycode G_GNUC_UNUSED, GdkModifierType state, gpointer user_data)
{
  NsmVerdictBallot *self = NSM_VERDICT_BALLOT (user_data);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  /* Only the verdicts have these keys: in a reason, a letter is a letter. */
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || !nsm_verdict_row_has_choice_focus (g_ptr_array_index (self->rows, self->focused), focus))
    return FALSE;
  return nsm_verdict_ballot_press (self, keyval);
}

static void
add_rows (NsmVerdictBallot *self, GtkBox *box)
{
  g_autoptr (GtkSizeGroup) column = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  NSM_LIST_EACH (NsmAspect, aspect, nsm_ballot_get_round (NSM_BALLOT (self))->aspects)
    {
      guint test = 0;
      NsmVerdictRow *row;
      GtkEventController *focus = gtk_event_controller_focus_new ();

      nsm_choice_from_nick (NSM_TYPE_STRESS_TEST, aspect->aspect, &test);
      row = nsm_verdict_row_new (test, column);
      g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed), self, 0);
      g_signal_connect_object (focus, "enter", G_CALLBACK (on_row_focus), self, 0);
      gtk_widget_add_controller (GTK_WIDGET (row), focus);
      g_ptr_array_add (self->rows, row);
      gtk_box_append (box, GTK_WIDGET (row));
    }
}

static void
read_earlier (NsmVerdictBallot *self, NsmAnswer *earlier)
{
  NsmRound *round = nsm_ballot_get_round (NSM_BALLOT (self));

  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
        {
          NsmVerdictSaid *said = get_said (self, subject_i, aspect_i);
          NsmEntry *entry = nsm_answer_find_entry (earlier, subject->subject, aspect->aspect);
          guint verdict = NSM_VERDICT_UNSET;

          if (entry == NULL)
            continue;
          nsm_choice_from_nick (NSM_TYPE_VERDICT, entry->choice, &verdict);
          said->verdict = verdict;
          said->abstained = entry->abstained;
          said->text = g_strdup (entry->text);
        }
    }
}

static void
nsm_verdict_ballot_ask (NsmBallot *ballot, NsmAnswer *earlier)
{
  NsmVerdictBallot *self = NSM_VERDICT_BALLOT (ballot);
  NsmRound *round = nsm_ballot_get_round (ballot);
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource (NSM_RESOURCE_BASE "/rounds/verdict-ballot.ui");
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->n_candidates = nsm_list_get_size (round->subjects);
  self->n_tests = nsm_list_get_size (round->aspects);
  self->said = g_new0 (NsmVerdictSaid, (gsize) self->n_candidates * self->n_tests);
  self->which_label = GTK_LABEL (gtk_builder_get_object (builder, "which_label"));
  self->title_label = GTK_LABEL (gtk_builder_get_object (builder, "title_label"));
  self->wording_label = GTK_LABEL (gtk_builder_get_object (builder, "wording_label"));
  if (earlier != NULL)
    read_earlier (self, earlier);
  add_rows (self, GTK_BOX (gtk_builder_get_object (builder, "rows_box")));
  nsm_ballot_set_body (ballot, GTK_WIDGET (gtk_builder_get_object (builder, "body")));
  nsm_ballot_set_parts (ballot, self->n_candidates);
  show_candidate (self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
nsm_verdict_ballot_read (NsmBallot *ballot, NsmAnswer *answer)
{
  NsmVerdictBallot *self = NSM_VERDICT_BALLOT (ballot);
  NsmRound *round = nsm_ballot_get_round (ballot);

  nsm_list_clear (answer->entries);
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
        {
          const NsmVerdictSaid *said = get_said (self, subject_i, aspect_i);

          if (nsm_verdict_said_is_given (said))
            nsm_list_append_new (
              answer->entries, "subject", subject->subject, "aspect", aspect->aspect, "choice",
              said->abstained ? "" : nsm_choice_get_nick (NSM_TYPE_VERDICT, said->verdict),
              "abstained", said->abstained, "text", said->text != NULL ? said->text : "", NULL);
        }
    }
}

static gboolean
nsm_verdict_ballot_is_begun (NsmBallot *ballot)
{
  NsmVerdictBallot *self = NSM_VERDICT_BALLOT (ballot);

  for (guint i = 0; i < self->n_candidates * self->n_tests; i++)
    if (nsm_verdict_said_is_given (&self->said[i])
        || (self->said[i].text != NULL && self->said[i].text[0] != '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
nsm_verdict_ballot_grab_focus (GtkWidget *widget)
{
  NsmVerdictBallot *self = NSM_VERDICT_BALLOT (widget);

  return gtk_widget_grab_focus (g_ptr_array_index (self->rows, self->focused));
}

static void
nsm_verdict_ballot_finalize (GObject *object)
{
  NsmVerdictBallot *self = NSM_VERDICT_BALLOT (object);
  gsize n = (gsize) self->n_candidates * self->n_tests;

  for (gsize i = 0; i < n; i++)
    nsm_verdict_said_clear (&self->said[i]);
  if (self->said != NULL)
    explicit_bzero (self->said, n * sizeof (NsmVerdictSaid));
  g_free (self->said);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (nsm_verdict_ballot_parent_class)->finalize (object);
}

static void
nsm_verdict_ballot_class_init (NsmVerdictBallotClass *klass)
{
  NsmBallotClass *ballot_class = NSM_BALLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsm_verdict_ballot_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = nsm_verdict_ballot_grab_focus;
  ballot_class->ask = nsm_verdict_ballot_ask;
  ballot_class->read = nsm_verdict_ballot_read;
  ballot_class->step = nsm_verdict_ballot_step;
  ballot_class->is_begun = nsm_verdict_ballot_is_begun;
}

static void
nsm_verdict_ballot_init (NsmVerdictBallot *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * nsm_verdict_ballot_get_candidate:
 *
 * Returns: the number of the candidate that is shown, from 0
 */
guint
nsm_verdict_ballot_get_candidate (NsmVerdictBallot *self)
{
  return self->candidate;
}

static gboolean
find_verdict (guint keyval, NsmVerdict *verdict)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_h:
    case GDK_KEY_1:
    case GDK_KEY_KP_1:
      *verdict = NSM_VERDICT_HOLDS;
      return TRUE;
    case GDK_KEY_r:
    case GDK_KEY_2:
    case GDK_KEY_KP_2:
      *verdict = NSM_VERDICT_REFINE;
      return TRUE;
    case GDK_KEY_f:
    case GDK_KEY_3:
    case GDK_KEY_KP_3:
      *verdict = NSM_VERDICT_FAILS;
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      *verdict = NSM_VERDICT_UNSET;
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * nsm_verdict_ballot_press:
 *
 * What a key does while a verdict has the focus.
 *
 * Returns: whether it did something
 */
gboolean
nsm_verdict_ballot_press (NsmVerdictBallot *self, guint keyval)
{
  guint last = self->n_tests - 1;
  NsmVerdict verdict;

  if (find_verdict (keyval, &verdict))
    {
      nsm_verdict_row_pick (g_ptr_array_index (self->rows, self->focused), verdict);
      focus_row (self, MIN (self->focused + 1, last));
      return TRUE;
    }
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      focus_row (self, self->focused > 0 ? self->focused - 1 : 0);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      focus_row (self, MIN (self->focused + 1, last));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->candidate + 1 < self->n_candidates)
        nsm_verdict_ballot_step (NSM_BALLOT (self), 1);
      else
        nsm_ballot_focus_way_on (NSM_BALLOT (self));
      return TRUE;
    default:
      return FALSE;
    }
}
