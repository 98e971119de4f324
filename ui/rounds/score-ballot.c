/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/score-ballot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rounds/round.h"
#include "rounds/ballot-row.h"

struct _NsmScoreBallot
{
  NsmBallot parent_instance;

  NsmBallotMark *marks; /* [candidate × n_criteria + criterion] */
  guint n_candidates;
  guint n_criteria;
  guint candidate;
  guint focused;
  GPtrArray *rows; /* NsmBallotRow, not owned */
  GtkLabel *which_label;
  GtkLabel *title_label;
  GtkLabel *wording_label;
  GtkLabel *anchors_label;
};

G_DEFINE_FINAL_TYPE (NsmScoreBallot, nsm_score_ballot, NSM_TYPE_BALLOT)

static NsmBallotMark *
get_mark (NsmScoreBallot *self, guint candidate, guint criterion)
{
  return &self->marks[candidate * self->n_criteria + criterion];
}

static guint
count_missing (NsmScoreBallot *self, guint candidate)
{
  guint n = 0;

  for (guint i = 0; i < self->n_criteria; i++)
    if (!nsm_ballot_mark_is_given (get_mark (self, candidate, i)))
      n++;
  return n;
}

static char *
dup_status (NsmScoreBallot *self, gboolean complete)
{
  guint missing = count_missing (self, self->candidate);
  guint elsewhere = 0;

  if (complete)
    return g_strdup_printf (ngettext ("The candidate is marked · keys 1 to 5, 0 abstains",
                                      "All %u candidates marked · keys 1 to 5, 0 abstains",
                                      self->n_candidates),
                            self->n_candidates);
  if (missing > 0)
    return g_strdup_printf (ngettext ("%u mark to go here · keys 1 to 5, 0 abstains, Enter goes on",
                                      "%u marks to go here · keys 1 to 5, 0 abstains, Enter goes on",
                                      missing),
                            missing);
  if (self->candidate + 1 < self->n_candidates)
    return g_strdup (_("All marked here · Enter goes on"));
  for (guint i = 0; i < self->n_candidates; i++)
    elsewhere += count_missing (self, i);
  return g_strdup_printf (ngettext ("%u mark is missing further back",
                                    "%u marks are missing further back", elsewhere),
                          elsewhere);
}

static void
update_way_on (NsmScoreBallot *self)
{
  gboolean complete = TRUE;
  g_autofree char *status = NULL;

  for (guint i = 0; i < self->n_candidates; i++)
    {
      guint missing = count_missing (self, i);

      complete = complete && missing == 0;
      nsm_ballot_set_part (NSM_BALLOT (self), i, 1 - missing / (double) self->n_criteria);
    }
  status = dup_status (self, complete);
  nsm_ballot_set_way_on (NSM_BALLOT (self), self->candidate > 0,
                         self->candidate + 1 < self->n_candidates, complete, status);
}

static void
append_anchor (GString *text, guint mark, const char *anchor)
{
  if (anchor[0] != '\0')
    {
      g_autofree char *escaped = g_markup_escape_text (anchor, -1);

      g_string_append_printf (text, "     %u · %s", mark, escaped);
    }
}

/* The anchors have one line of their own, so that nothing moves with the focus. */
static void
update_anchors (NsmScoreBallot *self)
{
  NsmBallotRow *row = g_ptr_array_index (self->rows, self->focused);
  NsmAspect *aspect = nsm_ballot_row_get_aspect (row);
  g_autofree char *name = g_markup_escape_text (aspect->name, -1);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "<b>%s</b>", name);
  append_anchor (text, 1, aspect->anchor_low);
  append_anchor (text, 3, aspect->anchor_middle);
  append_anchor (text, 5, aspect->anchor_high);
  gtk_label_set_label (self->anchors_label, text->str);
}

static void
show_candidate (NsmScoreBallot *self, guint candidate)
{
  NsmRound *round = nsm_ballot_get_round (NSM_BALLOT (self));
  NsmSubject *subject = nsm_list_get (round->subjects, candidate);
  g_autofree char *which = NULL;

  self->candidate = candidate;
  which = g_strdup_printf (_("Candidate %u of %u"), candidate + 1, self->n_candidates);
  gtk_label_set_label (self->which_label, which);
  gtk_label_set_label (self->title_label, subject->title);
  gtk_label_set_label (self->wording_label, subject->wording);
  gtk_widget_set_visible (GTK_WIDGET (self->wording_label), subject->wording[0] != '\0');
  for (guint i = 0; i < self->n_criteria; i++)
    {
      NsmBallotRow *row = g_ptr_array_index (self->rows, i);

      nsm_ballot_row_set_mark (row, get_mark (self, candidate, i));
      nsm_ballot_row_set_again (row,
                                nsm_ballot_is_again (NSM_BALLOT (self), subject->subject,
                                                     nsm_ballot_row_get_aspect (row)->aspect));
    }
  update_way_on (self);
}

/* The first candidate with something that the team wants to hear again, and its row. */
static void
go_to_first_again (NsmScoreBallot *self)
{
  NsmRound *round = nsm_ballot_get_round (NSM_BALLOT (self));

  for (guint i = 0; i < self->n_candidates; i++)
    for (guint j = 0; j < self->n_criteria; j++)
      {
        NsmSubject *subject = nsm_list_get (round->subjects, i);
        NsmAspect *aspect = nsm_list_get (round->aspects, j);

        if (nsm_ballot_is_again (NSM_BALLOT (self), subject->subject, aspect->aspect))
          {
            self->focused = j;
            show_candidate (self, i);
            return;
          }
      }
  show_candidate (self, 0);
}

static void
focus_row (NsmScoreBallot *self, guint row)
{
  gtk_widget_grab_focus (g_ptr_array_index (self->rows, row));
}

static void
on_row_changed (NsmBallotRow *row, gpointer user_data)
{
  NsmScoreBallot *self = NSM_SCORE_BALLOT (user_data);
  guint criterion;

  if (!g_ptr_array_find (self->rows, row, &criterion))
    return;
  nsm_ballot_row_get_mark (row, get_mark (self, self->candidate, criterion));
  update_way_on (self);
  nsm_ballot_emit_changed (NSM_BALLOT (self));
}

static void
on_row_focus (GtkEventControllerFocus *focus, gpointer user_data)
{
  NsmScoreBallot *self = NSM_SCORE_BALLOT (user_data);
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  if (g_ptr_array_find (self->rows, row, &self->focused))
    update_anchors (self);
}

static void
nsm_score_ballot_step (NsmBallot *ballot, int direction)
{
  NsmScoreBallot *self = NSM_SCORE_BALLOT (ballot);
  int to = (int) self->candidate + direction;

  if (to < 0 || to >= (int) self->n_candidates)
    return;
  show_candidate (self, to);
  focus_row (self, 0);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller G_GNUC_UNUSED, guint keyval,
                guint keycode G_GNUC_UNUSED, GdkModifierType state, gpointer user_data)
{
  NsmScoreBallot *self = NSM_SCORE_BALLOT (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (root);
  NsmBallotRow *row = g_ptr_array_index (self->rows, self->focused);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  /* Only the marks themselves have these keys: in a reason, a digit is a digit. */
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (row))
      || !GTK_IS_TOGGLE_BUTTON (focus) || gtk_widget_get_native (focus) != GTK_NATIVE (root))
    return FALSE;
  return nsm_score_ballot_press (self, keyval);
}

static void
add_rows (NsmScoreBallot *self, GtkBuilder *builder)
{
  NsmRound *round = nsm_ballot_get_round (NSM_BALLOT (self));
  GtkBox *box = GTK_BOX (gtk_builder_get_object (builder, "rows_box"));
  g_autoptr (GtkSizeGroup) marks = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) abstain = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  g_autoptr (GtkSizeGroup) why = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_size_group_add_widget (marks, GTK_WIDGET (gtk_builder_get_object (builder, "columns_box")));
  gtk_size_group_add_widget (abstain,
                             GTK_WIDGET (gtk_builder_get_object (builder, "abstain_column")));
  gtk_size_group_add_widget (why, GTK_WIDGET (gtk_builder_get_object (builder, "why_column")));
  NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
    {
      NsmBallotRow *row = nsm_ballot_row_new (aspect);
      GtkEventController *focus = gtk_event_controller_focus_new ();

      nsm_ballot_row_join (row, marks, abstain, why);
      g_signal_connect_object (row, "changed", G_CALLBACK (on_row_changed), self, 0);
      g_signal_connect_object (focus, "enter", G_CALLBACK (on_row_focus), self, 0);
      gtk_widget_add_controller (GTK_WIDGET (row), focus);
      g_ptr_array_add (self->rows, row);
      gtk_box_append (box, GTK_WIDGET (row));
    }
}

static void
read_earlier (NsmScoreBallot *self, NsmAnswer *earlier)
{
  NsmRound *round = nsm_ballot_get_round (NSM_BALLOT (self));

  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
        {
          NsmBallotMark *mark = get_mark (self, subject_i, aspect_i);
          NsmEntry *entry =
            earlier == NULL ? NULL
                            : nsm_answer_find_entry (earlier, subject->subject, aspect->aspect);

          nsm_ballot_mark_clear (mark);
          if (entry == NULL)
            continue;
          mark->mark = entry->mark;
          mark->abstained = entry->abstained;
          mark->text = g_strdup (entry->text);
          mark->confidence = entry->confidence;
        }
    }
}

static void
nsm_score_ballot_ask (NsmBallot *ballot, NsmAnswer *earlier)
{
  NsmScoreBallot *self = NSM_SCORE_BALLOT (ballot);
  NsmRound *round = nsm_ballot_get_round (ballot);
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource (NSM_RESOURCE_BASE "/rounds/score-ballot.ui");
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->n_candidates = nsm_list_get_size (round->subjects);
  self->n_criteria = nsm_list_get_size (round->aspects);
  self->marks = g_new0 (NsmBallotMark, (gsize) self->n_candidates * self->n_criteria);
  self->which_label = GTK_LABEL (gtk_builder_get_object (builder, "which_label"));
  self->title_label = GTK_LABEL (gtk_builder_get_object (builder, "title_label"));
  self->wording_label = GTK_LABEL (gtk_builder_get_object (builder, "wording_label"));
  self->anchors_label = GTK_LABEL (gtk_builder_get_object (builder, "anchors_label"));
  read_earlier (self, earlier);
  add_rows (self, builder);
  nsm_ballot_set_body (ballot, GTK_WIDGET (gtk_builder_get_object (builder, "body")));
  nsm_ballot_set_parts (ballot, self->n_candidates);
  go_to_first_again (self);
  update_anchors (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
nsm_score_ballot_read (NsmBallot *ballot, NsmAnswer *answer)
{
  NsmScoreBallot *self = NSM_SCORE_BALLOT (ballot);
  NsmRound *round = nsm_ballot_get_round (ballot);

  nsm_list_clear (answer->entries);
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
        {
          const NsmBallotMark *mark = get_mark (self, subject_i, aspect_i);

          if (!nsm_ballot_mark_is_given (mark) && (mark->text == NULL || mark->text[0] == '\0'))
            continue;
          nsm_list_append_new (answer->entries, "subject", subject->subject, "aspect",
                               aspect->aspect, "mark", mark->mark, "abstained", mark->abstained,
                               "text", mark->text != NULL ? mark->text : "", "confidence",
                               mark->confidence, NULL);
        }
    }
}

static gboolean
nsm_score_ballot_is_begun (NsmBallot *ballot)
{
  NsmScoreBallot *self = NSM_SCORE_BALLOT (ballot);

  for (guint i = 0; i < self->n_candidates * self->n_criteria; i++)
    if (nsm_ballot_mark_is_given (&self->marks[i])
        || (self->marks[i].text != NULL && self->marks[i].text[0] != '\0'))
      return TRUE;
  return FALSE;
}

static gboolean
nsm_score_ballot_grab_focus (GtkWidget *widget)
{
  NsmScoreBallot *self = NSM_SCORE_BALLOT (widget);

  return gtk_widget_grab_focus (g_ptr_array_index (self->rows, self->focused));
}

static void
nsm_score_ballot_finalize (GObject *object)
{
  NsmScoreBallot *self = NSM_SCORE_BALLOT (object);

  for (guint i = 0; i < self->n_candidates * self->n_criteria; i++)
    nsm_ballot_mark_clear (&self->marks[i]);
  if (self->marks != NULL)
    explicit_bzero (self->marks,
                    sizeof (NsmBallotMark) * (gsize) self->n_candidates * self->n_criteria);
  g_free (self->marks);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (nsm_score_ballot_parent_class)->finalize (object);
}

static void
nsm_score_ballot_class_init (NsmScoreBallotClass *klass)
{
  NsmBallotClass *ballot_class = NSM_BALLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsm_score_ballot_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = nsm_score_ballot_grab_focus;
  ballot_class->ask = nsm_score_ballot_ask;
  ballot_class->read = nsm_score_ballot_read;
  ballot_class->step = nsm_score_ballot_step;
  ballot_class->is_begun = nsm_score_ballot_is_begun;
}

static void
nsm_score_ballot_init (NsmScoreBallot *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * nsm_score_ballot_get_candidate:
 *
 * Returns: the number of the candidate that is shown, from 0
 */
guint
nsm_score_ballot_get_candidate (NsmScoreBallot *self)
{
  return self->candidate;
}

/**
 * nsm_score_ballot_press:
 *
 * What a key does while a mark has the focus.
 *
 * Returns: whether it did something
 */
gboolean
nsm_score_ballot_press (NsmScoreBallot *self, guint keyval)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gunichar digit = gdk_keyval_to_unicode (keyval);

  if (digit >= '0' && digit <= '5')
    {
      nsm_ballot_row_pick (g_ptr_array_index (self->rows, self->focused), digit - '0');
      focus_row (self, MIN (self->focused + 1, self->n_criteria - 1));
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
      focus_row (self, MIN (self->focused + 1, self->n_criteria - 1));
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      nsm_score_ballot_step (NSM_BALLOT (self), rtl ? 1 : -1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      nsm_score_ballot_step (NSM_BALLOT (self), rtl ? -1 : 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (self->candidate + 1 < self->n_candidates)
        nsm_score_ballot_step (NSM_BALLOT (self), 1);
      else
        nsm_ballot_focus_way_on (NSM_BALLOT (self));
      return TRUE;
    default:
      return FALSE;
    }
}
