/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/discuss-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/journal.h"
#include "rounds/round.h"
#include "rounds/mark-line.h"
#include "scoring/conclude-bar.h"
#include "scoring/score-cell.h"

enum
{
  DONE,
  MOVED,
  AGAIN,
  GO_ON,
  REWORD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmDiscuss, nsm_discuss, ADW_TYPE_BIN)

/* What came of the others */

static void
show_chips (NsmDiscuss *self)
{
  GtkWidget *chip = gtk_widget_get_first_child (self->chips_box);

  for (guint i = 0; i < self->n && chip != NULL; i++, chip = gtk_widget_get_next_sibling (chip))
    {
      NsmConclusion *conclusion = nsm_queue_find_conclusion (self->workshop, self->figures, i);
      gboolean settled = conclusion != NULL && conclusion->resolution != NSM_RESOLUTION_OPEN;
      const NsmDiscussion *discussion = nsm_round_figures_get_disagreement (self->figures, i);
      const char *criterion =
        nsm_scores_get_criterion_name (self->figures->scores, discussion->criterion);
      const char *candidate =
        nsm_scores_get_candidate_title (self->figures->scores, discussion->candidate);
      g_autofree char *text = g_strdup_printf (settled ? "%u ✓" : "%u", i + 1);
      /* Translators: a place in the order, how many there are, a criterion, a candidate, and
       * whether it is settled */
      g_autofree char *name =
        g_strdup_printf (_("%u of %u: %s, %s; %s"), i + 1, self->n, criterion, candidate,
                         settled ? _("settled") : _("open"));

      gtk_button_set_label (GTK_BUTTON (chip), text);
      gtk_widget_set_tooltip_text (chip, name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      self->loading = TRUE;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip),
                                    i == self->position && !self->at_end);
      self->loading = FALSE;
    }
}

static void
on_chip_toggled (GtkToggleButton *button, gpointer user_data)
{
  NsmDiscuss *self = NSM_DISCUSS (user_data);
  guint position = 0;

  if (self->loading)
    return;
  for (GtkWidget *chip = gtk_widget_get_prev_sibling (GTK_WIDGET (button)); chip != NULL;
       chip = gtk_widget_get_prev_sibling (chip))
    position++;
  nsm_discuss_go_to (self, position);
}

static void
add_chips (NsmDiscuss *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      GtkWidget *chip = gtk_toggle_button_new_with_label ("");

      gtk_widget_add_css_class (chip, "discuss-chip");
      g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip_toggled), self, 0);
      gtk_box_append (GTK_BOX (self->chips_box), chip);
    }
}

/* After the last one: all of them, and what is next. */
static void
show_end (NsmDiscuss *self)
{
  self->at_end = TRUE;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  nsm_queue_refresh (self->queue);
  show_chips (self);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->queue_bin);
  g_signal_emit (self, signals[MOVED], 0);
}

static void
on_next_clicked (GtkWidget *widget G_GNUC_UNUSED, gpointer user_data)
{
  NsmDiscuss *self = NSM_DISCUSS (user_data);

  if (self->position + 1 < self->n)
    nsm_discuss_go_to (self, self->position + 1);
  else
    show_end (self);
}

static void
on_back_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmDiscuss *self = NSM_DISCUSS (user_data);

  if (self->position > 0)
    nsm_discuss_go_to (self, self->position - 1);
  else
    g_signal_emit (self, signals[DONE], 0);
}

static void
on_queue_again (NsmDiscuss *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static void
on_queue_go_on (NsmDiscuss *self)
{
  g_signal_emit (self, signals[GO_ON], 0);
}

static void
on_queue_done (NsmDiscuss *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
on_reword (NsmDiscuss *self)
{
  const NsmDiscussion *discussion = nsm_discuss_get_discussion (self);

  g_signal_emit (self, signals[REWORD], 0,
                 nsm_scores_get_candidate_id (self->figures->scores, discussion->candidate));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  if (NSM_DISCUSS (widget)->only != NULL)
    return FALSE;
  g_signal_emit (widget, signals[DONE], 0);
  return TRUE;
}

static gboolean
refresh (gpointer data)
{
  NsmDiscuss *self = data;

  self->refresh_id = 0;
  nsm_discuss_refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (NsmDiscuss *self, NsmRecord *record)
{
  if (self->refresh_id == 0
      && (NSM_IS_CONCLUSION (record) || record == NSM_RECORD (self->workshop)))
    self->refresh_id = g_idle_add (refresh, self);
}

static void
nsm_discuss_dispose (GObject *object)
{
  NsmDiscuss *self = NSM_DISCUSS (object);

  self->loading = TRUE;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->figures, nsm_round_figures_unref);
  g_clear_object (&self->round);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (nsm_discuss_parent_class)->dispose (object);
}

static void
nsm_discuss_class_init (NsmDiscussClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_discuss_dispose;
  g_type_ensure (NSM_TYPE_MARK_LINE);
  g_type_ensure (NSM_TYPE_CONCLUDE_BAR);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);

  signals[AGAIN] = g_signal_new ("again", NSM_TYPE_DISCUSS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[GO_ON] = g_signal_new ("go-on", NSM_TYPE_DISCUSS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[REWORD] = g_signal_new ("reword", NSM_TYPE_DISCUSS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[MOVED] = g_signal_new ("moved", NSM_TYPE_DISCUSS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", NSM_TYPE_DISCUSS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/scoring/discuss.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, candidate_label);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, question_label);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, timer_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, timer_button);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, timer_label);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, line);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, foot_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, sides_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, impact_label);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, item_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, queue_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, chips_scroller);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, chips_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, outcome);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, buttons_box);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_timer_clicked",
                                                G_CALLBACK (nsm_discuss_on_timer_clicked));
  gtk_widget_class_bind_template_callback (widget_class, on_reword);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
}

static void
nsm_discuss_init (NsmDiscuss *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_ref (self->buttons_box);
  gtk_box_remove (GTK_BOX (self->foot_box), self->buttons_box);
  nsm_conclude_bar_add_end (NSM_CONCLUDE_BAR (self->outcome), self->buttons_box);
  g_object_unref (self->buttons_box);
}

static NsmDiscuss *
make (NsmWorkshop *workshop, NsmRoundFigures *figures)
{
  NsmDiscuss *self = g_object_new (NSM_TYPE_DISCUSS, NULL);

  self->workshop = g_object_ref (workshop);
  self->round = g_object_ref (nsm_scores_get_round (figures->scores));
  self->figures = nsm_round_figures_ref (figures);
  self->n = nsm_round_figures_count_disagreements (figures);
  g_signal_connect_object (workshop, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * nsm_discuss_new:
 * @figures: of a round with at least one disagreement
 */
GtkWidget *
nsm_discuss_new (NsmWorkshop *workshop, NsmRoundFigures *figures)
{
  NsmDiscuss *self = make (workshop, figures);

  self->queue = NSM_QUEUE (nsm_queue_new (workshop, figures));
  g_signal_connect_object (self->queue, "show-cell", G_CALLBACK (nsm_discuss_go_to), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "again", G_CALLBACK (on_queue_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "go-on", G_CALLBACK (on_queue_go_on), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "done", G_CALLBACK (on_queue_done), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self->queue_bin), GTK_WIDGET (self->queue));
  add_chips (self);
  nsm_discuss_go_to (self, 0);
  return GTK_WIDGET (self);
}

static const NsmDiscussion *
find_discussion (NsmRoundFigures *figures, const char *candidate, const char *criterion)
{
  for (guint i = 0; i < figures->discussions->len; i++)
    {
      const NsmDiscussion *discussion = g_ptr_array_index (figures->discussions, i);

      if (g_str_equal (nsm_scores_get_candidate_id (figures->scores, discussion->candidate),
                       candidate)
          && g_str_equal (nsm_scores_get_criterion_id (figures->scores, discussion->criterion),
                          criterion))
        return discussion;
    }
  return NULL;
}

/**
 * nsm_discuss_new_for_room:
 * @round: a readable score round of @document
 * @candidate: id of the candidate
 * @criterion: id of the criterion
 *
 * Returns: (transfer floating) (nullable): one cell for the projector: larger, and
 *   without anything to press; NULL where nobody disagrees about that cell, or the round
 *   doesn't have it
 */
GtkWidget *
nsm_discuss_new_for_room (NsmDocument *document, NsmRound *round, const char *candidate,
                          const char *criterion)
{
  NsmWorkshop *workshop = nsm_document_get_workshop (document);
  NsmScoring *scoring = nsm_scoring_new (workshop, round);
  g_autoptr (NsmRoundFigures) figures =
    scoring != NULL ? nsm_round_figures_new (scoring) : NULL;
  const NsmDiscussion *discussion =
    figures != NULL ? find_discussion (figures, candidate, criterion) : NULL;
  NsmDiscuss *self;

  if (discussion == NULL)
    return NULL;
  self = make (workshop, figures);
  self->only = discussion;
  gtk_widget_set_visible (self->timer_box, FALSE);
  gtk_widget_set_visible (self->foot_box, FALSE);
  gtk_widget_set_visible (self->chips_scroller, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "room");
  nsm_discuss_show (self);
  return GTK_WIDGET (self);
}

/**
 * nsm_discuss_get_position:
 *
 * Returns: which one is shown, from 0
 */
guint
nsm_discuss_get_position (NsmDiscuss *self)
{
  return self->position;
}

/**
 * nsm_discuss_get_cell:
 * @candidate: (out) (transfer none) (nullable): id of the candidate that is talked about;
 *   NULL where all of them are shown
 * @criterion: (out) (transfer none): id of the criterion
 */
void
nsm_discuss_get_cell (NsmDiscuss *self, const char **candidate, const char **criterion)
{
  const NsmDiscussion *discussion = nsm_discuss_get_discussion (self);

  *candidate =
    self->at_end ? NULL : nsm_scores_get_candidate_id (self->figures->scores, discussion->candidate);
  *criterion =
    self->at_end ? NULL : nsm_scores_get_criterion_id (self->figures->scores, discussion->criterion);
}

/**
 * nsm_discuss_go_to:
 * @position: a place in the order of discussion, from 0
 */
void
nsm_discuss_go_to (NsmDiscuss *self, guint position)
{
  g_return_if_fail (position < self->n);

  nsm_journal_seal (nsm_record_get_journal (NSM_RECORD (self->workshop)));
  self->position = position;
  self->at_end = FALSE;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->seconds = NSM_DISCUSS_MINUTES * 60;
  nsm_discuss_show_time (self);
  nsm_discuss_show (self);
  show_chips (self);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->item_box);
  g_signal_emit (self, signals[MOVED], 0);
}

/**
 * nsm_discuss_resume:
 *
 * Goes to the first disagreement that isn't settled, or to all of them and what is next.
 */
void
nsm_discuss_resume (NsmDiscuss *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      NsmConclusion *conclusion = nsm_queue_find_conclusion (self->workshop, self->figures, i);

      if (conclusion == NULL || conclusion->resolution == NSM_RESOLUTION_OPEN)
        {
          nsm_discuss_go_to (self, i);
          return;
        }
    }
  show_end (self);
}

/**
 * nsm_discuss_refresh:
 *
 * Shows the conclusions as they stand in the workshop, after an undo for example.
 */
void
nsm_discuss_refresh (NsmDiscuss *self)
{
  const NsmDiscussion *discussion = nsm_discuss_get_discussion (self);
  NsmScores *scores = self->figures->scores;
  NsmConclusion *conclusion =
    nsm_conclusion_find (self->workshop, self->round->number,
                         nsm_scores_get_candidate_id (scores, discussion->candidate),
                         nsm_scores_get_criterion_id (scores, discussion->criterion));

  nsm_mark_line_set_agreed (NSM_MARK_LINE (self->line),
                            conclusion != NULL ? conclusion->agreed : NAN);
  nsm_conclude_bar_refresh (NSM_CONCLUDE_BAR (self->outcome));
  show_chips (self);
  if (self->at_end)
    nsm_queue_refresh (self->queue);
}
