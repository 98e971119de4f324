/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/reveal.h"

#include <glib/gi18n-lib.h>

#include "rounds/people.h"
#include "rounds/round.h"
#include "scoring/histogram.h"
#include "scoring/legend.h"
#include "scoring/moved.h"
#include "scoring/people-table.h"
#include "scoring/queue.h"
#include "scoring/score-map.h"
#include "scoring/words.h"

#define BREATH_MS 1000

struct _NsmReveal
{
  AdwBin parent_instance;

  NsmWorkshop *workshop;
  NsmRound *round;
  NsmRoundFigures *figures; /* NULL until they are computed */
  gboolean room;       /* for the projector */
  guint breath_id;
  guint agreed_id;
  NsmScoreMap *map; /* in its bin, not owned */
  GtkWidget *stack;
  GtkWidget *nothing_button;
  GtkWidget *question_label;
  GtkWidget *headline_label;
  GtkWidget *agreement_label;
  GtkWidget *moved_label;
  GtkWidget *switcher;
  GtkWidget *views;
  GtkWidget *map_bin;
  GtkWidget *people_bin;
  GtkWidget *moved_bin;
  GtkWidget *foot_stack;
  GtkWidget *legend_bin;
  GtkWidget *histogram_bin;
  GtkWidget *detail_title;
  GtkWidget *detail_label;
  GtkWidget *controls_box;
  GtkWidget *rounds_button;
  GtkWidget *rounds_popover;
  GtkWidget *rounds_list;
  GtkWidget *words_label;
  GtkWidget *again_button;
  GtkWidget *discuss_button;
  gboolean talk; /* whether a disagreement isn't settled */
};

enum
{
  DISCUSS,
  AGAIN,
  GO_ON,
  SHOW_ROUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmReveal, nsm_reveal, ADW_TYPE_BIN)

/* The cell that the pointer or the focus is on */

static void
on_cell_shown (NsmScoreMap *map G_GNUC_UNUSED, NsmScoreCell *cell, gpointer user_data)
{
  NsmReveal *self = NSM_REVEAL (user_data);
  NsmScores *scores = self->figures->scores;
  g_autoptr (GPtrArray) voices = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  guint candidate, criterion;

  if (cell != NULL)
    nsm_score_cell_get_place (cell, &candidate, &criterion);
  if (cell == NULL || nsm_scores_get_cell (scores, candidate, criterion)->n == 0)
    {
      gtk_stack_set_visible_child (GTK_STACK (self->foot_stack), self->legend_bin);
      return;
    }
  voices = nsm_voices_collect (self->workshop, scores, candidate, criterion);
  nsm_histogram_set_voices (NSM_HISTOGRAM (adw_bin_get_child (ADW_BIN (self->histogram_bin))),
                            voices);
  title = g_strdup_printf (_("%s, %s"), nsm_scores_get_candidate_title (scores, candidate),
                           nsm_scores_get_criterion_name (scores, criterion));
  text = nsm_words_dup_figures (nsm_scores_get_cell (scores, candidate, criterion));
  gtk_label_set_label (GTK_LABEL (self->detail_title), title);
  gtk_label_set_label (GTK_LABEL (self->detail_label), text);
  gtk_stack_set_visible_child_name (GTK_STACK (self->foot_stack), "cell");
}

static void
on_bad_shown (NsmLegend *legend G_GNUC_UNUSED, gboolean shown, gpointer user_data)
{
  nsm_score_map_show_bad (NSM_REVEAL (user_data)->map, shown);
}

/* What the team agreed on may change while the map is looked at. */

/* The next thing: to talk, to ask once more, or to go on. */
static void
show_next (NsmReveal *self)
{
  GtkWidget *suggested = self->discuss_button, *other = self->again_button;
  guint n_open, n_again;

  nsm_queue_count (self->workshop, self->figures, &n_open, &n_again);
  self->talk = n_open > 0;
  if (n_open == 0 && n_again > 0)
    {
      suggested = self->again_button;
      other = self->discuss_button;
    }
  gtk_widget_add_css_class (suggested, "suggested-action");
  gtk_widget_remove_css_class (other, "suggested-action");
  gtk_button_set_label (GTK_BUTTON (self->discuss_button),
                        self->talk ? _("_Discuss first") : _("_Go on to Stress tests"));
}

static gboolean
show_agreed (gpointer data)
{
  NsmReveal *self = data;
  g_autoptr (NsmScores) scores = NULL;

  self->agreed_id = 0;
  if (self->map == NULL)
    return G_SOURCE_REMOVE;
  scores = nsm_scores_new (self->round);
  if (scores != NULL)
    nsm_score_map_show_agreed (self->map, scores);
  show_next (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (NsmReveal *self, NsmRecord *record)
{
  if (self->agreed_id == 0
      && (NSM_IS_CONCLUSION (record) || record == NSM_RECORD (self->workshop)))
    self->agreed_id = g_idle_add (show_agreed, self);
}

/* Rounds so far */

static void
fill_rounds (NsmReveal *self)
{
  guint n = 0;
  g_autofree char *label = g_strdup_printf (_("Round %d"), (int) self->round->number);
  g_autofree char *words = g_strdup_printf (_("Closing words: %s"), self->round->chain_words);

  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->rounds_button), label);
  gtk_label_set_label (GTK_LABEL (self->words_label), words);
  gtk_widget_set_visible (self->words_label, self->round->chain_words[0] != '\0');
  NSM_LIST_EACH (NsmRound, round, self->workshop->rounds)
    {
      GtkWidget *row;
      g_autofree char *title = NULL;

      if (round->kind != self->round->kind
          || !(nsm_round_is_readable (round) || round->state != NSM_ROUND_STATE_REVEALED))
        continue;
      row = adw_action_row_new ();
      title = nsm_round_dup_label (round);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                                   round == self->round
                                     ? _("shown here")
                                     : nsm_choice_get_label (NSM_TYPE_ROUND_STATE, round->state));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_name (row, NSM_RECORD (round)->id);
      gtk_list_box_append (GTK_LIST_BOX (self->rounds_list), row);
      n++;
    }
  gtk_widget_set_visible (self->rounds_button, n > 1 || self->round->chain_words[0] != '\0');
}

static void
on_round_activated (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer user_data)
{
  NsmReveal *self = NSM_REVEAL (user_data);

  gtk_popover_popdown (GTK_POPOVER (self->rounds_popover));
  g_signal_emit (self, signals[SHOW_ROUND], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
on_again_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  g_signal_emit (user_data, signals[AGAIN], 0);
}

static void
on_discuss_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmReveal *self = NSM_REVEAL (user_data);

  g_signal_emit (self, signals[self->talk ? DISCUSS : GO_ON], 0);
}

static gboolean
shows_map (NsmReveal *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->views)), "map") == 0;
}

/* Back from the other views to the map. */
static gboolean
on_escape (GtkWidget *widget, GVariant *args G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  NsmReveal *self = NSM_REVEAL (widget);

  if (shows_map (self))
    return FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->views), "map");
  return TRUE;
}

/* The other views are made when somebody wants to see them. */
static void
on_view_changed (NsmReveal *self)
{
  const char *name = gtk_stack_get_visible_child_name (GTK_STACK (self->views));
  gboolean map = shows_map (self);

  if (self->figures == NULL)
    return;
  gtk_stack_set_visible_child (GTK_STACK (self->foot_stack), self->legend_bin);
  gtk_widget_set_opacity (self->legend_bin, map ? 1 : 0);
  gtk_widget_set_sensitive (self->legend_bin, map);
  if (g_strcmp0 (name, "people") == 0 && adw_bin_get_child (ADW_BIN (self->people_bin)) == NULL)
    adw_bin_set_child (ADW_BIN (self->people_bin),
                       nsm_people_table_new (self->workshop, self->figures));
  if (g_strcmp0 (name, "moved") == 0 && adw_bin_get_child (ADW_BIN (self->moved_bin)) == NULL)
    adw_bin_set_child (ADW_BIN (self->moved_bin), nsm_moved_new (self->workshop, self->figures));
}

static void
offer_view (NsmReveal *self, const char *name)
{
  GtkWidget *child = gtk_stack_get_child_by_name (GTK_STACK (self->views), name);

  gtk_stack_page_set_visible (gtk_stack_get_page (GTK_STACK (self->views), child), TRUE);
  gtk_widget_set_visible (self->switcher, TRUE);
}

static void
fill_views (NsmReveal *self)
{
  GtkWidget *legend = nsm_legend_new (self->workshop, self->figures, self->room);

  self->map = NSM_SCORE_MAP (nsm_score_map_new (self->workshop, self->figures, self->room));
  adw_bin_set_child (ADW_BIN (self->map_bin), GTK_WIDGET (self->map));
  g_signal_connect_object (self->map, "cell-shown", G_CALLBACK (on_cell_shown), self, 0);
  g_signal_connect_object (legend, "bad-shown", G_CALLBACK (on_bad_shown), self, 0);
  adw_bin_set_child (ADW_BIN (self->legend_bin), legend);
  adw_bin_set_child (ADW_BIN (self->histogram_bin), nsm_histogram_new (110, 46));
  if (self->room)
    return;
  if (nsm_round_shows_people (self->round) && !nsm_scores_is_single (self->figures->scores))
    offer_view (self, "people");
  if (self->figures->movement != NULL)
    offer_view (self, "moved");
}

static void
fill (NsmReveal *self)
{
  NsmRoundFigures *figures = self->figures;
  g_autofree char *headline = nsm_words_dup_headline (self->workshop, figures->scores,
                                                      figures->robustness, figures->discussions);
  g_autofree char *agreed =
    nsm_words_dup_agreement (figures->scores, figures->agreement, figures->robustness);

  gtk_label_set_label (GTK_LABEL (self->headline_label), headline);
  gtk_label_set_label (GTK_LABEL (self->agreement_label), agreed);
  gtk_widget_set_tooltip_text (self->agreement_label, figures->agreement->note);
  /* On the page it has a view of its own. */
  gtk_widget_set_visible (self->moved_label, self->room && figures->movement != NULL);
  if (figures->movement != NULL)
    gtk_label_set_label (GTK_LABEL (self->moved_label), figures->movement->headline);
  gtk_button_set_label (GTK_BUTTON (self->again_button),
                        self->round->direct ? _("_Change my marks")
                                             : nsm_queue_get_again_label (self->workshop));
  fill_views (self);
  fill_rounds (self);
  show_agreed (self);
}

/* The breath, and the figures behind it */

static void
show_map (NsmReveal *self)
{
  if (self->figures != NULL && self->breath_id == 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "map");
}

static void
take_figures (NsmReveal *self, NsmScoring *scoring)
{
  self->figures = nsm_round_figures_new (scoring);
  fill (self);
  show_map (self);
}

static void
on_figures_ready (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NsmReveal) self = NSM_REVEAL (user_data);
  NsmScoring *scoring;

  if (self->workshop == NULL)
    return;
  scoring = nsm_scoring_prepare_finish (self->workshop, result, NULL);
  if (scoring != NULL && self->figures == NULL)
    take_figures (self, scoring);
  else if (scoring == NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
  else
    nsm_scoring_free (scoring);
}

static gboolean
end_breath (gpointer data)
{
  NsmReveal *self = data;

  self->breath_id = 0;
  show_map (self);
  return G_SOURCE_REMOVE;
}

static gboolean
may_move (NsmReveal *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled,
                NULL);
  return enabled;
}

static void
nsm_reveal_dispose (GObject *object)
{
  NsmReveal *self = NSM_REVEAL (object);

  g_clear_handle_id (&self->breath_id, g_source_remove);
  g_clear_handle_id (&self->agreed_id, g_source_remove);
  self->map = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->figures, nsm_round_figures_unref);
  g_clear_object (&self->round);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (nsm_reveal_parent_class)->dispose (object);
}

static void
nsm_reveal_class_init (NsmRevealClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_reveal_dispose;

  signals[DISCUSS] = g_signal_new ("discuss", NSM_TYPE_REVEAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[AGAIN] = g_signal_new ("again", NSM_TYPE_REVEAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[GO_ON] = g_signal_new ("go-on", NSM_TYPE_REVEAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[SHOW_ROUND] = g_signal_new ("show-round", NSM_TYPE_REVEAL, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/scoring/reveal.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, nothing_button);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, question_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, headline_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, agreement_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, moved_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, switcher);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, views);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, map_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, people_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, moved_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, foot_stack);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, legend_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, histogram_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, detail_title);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, detail_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, controls_box);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, rounds_button);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, rounds_popover);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, rounds_list);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, words_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, again_button);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, discuss_button);
  gtk_widget_class_bind_template_callback (widget_class, on_round_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_discuss_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
}

static void
nsm_reveal_init (NsmReveal *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make (NsmWorkshop *workshop, NsmRound *round, gboolean breathe, gboolean room)
{
  NsmReveal *self = g_object_new (NSM_TYPE_REVEAL, NULL);
  NsmScoring *scoring = nsm_scoring_peek (workshop, round);

  self->workshop = g_object_ref (workshop);
  self->round = g_object_ref (round);
  self->room = room;
  gtk_label_set_label (GTK_LABEL (self->question_label), round->question);
  gtk_widget_set_visible (self->controls_box, !room);
  gtk_widget_set_visible (self->nothing_button, !room);
  if (room)
    gtk_widget_add_css_class (GTK_WIDGET (self), "room");
  g_signal_connect_object (workshop, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  if (breathe && may_move (self))
    self->breath_id = g_timeout_add (BREATH_MS, end_breath, self);
  else
    gtk_stack_set_transition_type (GTK_STACK (self->stack), GTK_STACK_TRANSITION_TYPE_NONE);
  if (scoring != NULL)
    take_figures (self, scoring);
  else
    nsm_scoring_prepare_async (workshop, round, NULL, on_figures_ready, g_object_ref (self));
  return GTK_WIDGET (self);
}

/**
 * nsm_reveal_new:
 * @round: a readable score round
 * @breathe: whether it was opened just now: a second passes before the map is there,
 *   unless the desktop asks for less motion
 */
GtkWidget *
nsm_reveal_new (NsmWorkshop *workshop, NsmRound *round, gboolean breathe)
{
  return make (workshop, round, breathe, FALSE);
}

/**
 * nsm_reveal_new_for_room:
 * @round: a readable score round of @document
 *
 * Returns: (transfer floating): the same map for the projector: larger, and without
 *   anything to press. It follows what the team agrees on.
 */
GtkWidget *
nsm_reveal_new_for_room (NsmDocument *document, NsmRound *round)
{
  return make (nsm_document_get_workshop (document), round, TRUE, TRUE);
}

/**
 * nsm_reveal_get_round:
 *
 * Returns: (transfer none): the round that is shown
 */
NsmRound *
nsm_reveal_get_round (NsmReveal *self)
{
  return self->round;
}

/**
 * nsm_reveal_get_figures:
 *
 * Returns: (transfer none) (nullable): what it shows; NULL while that is computed
 */
NsmRoundFigures *
nsm_reveal_get_figures (NsmReveal *self)
{
  return self->figures;
}

/**
 * nsm_reveal_is_open:
 *
 * Returns: whether the map is there, or still the breath before it
 */
gboolean
nsm_reveal_is_open (NsmReveal *self)
{
  return self->figures != NULL && self->breath_id == 0;
}
