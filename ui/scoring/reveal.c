/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/reveal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/person-mark.h"
#include "rounds/round.h"
#include "rounds/people.h"
#include "scoring/score-cell.h"
#include "scoring/words.h"

#define BREATH_MS 1000
#define TALLEST_ROW 150

struct _NsmReveal
{
  AdwBin parent_instance;

  NsmWorkshop *workshop;
  NsmRound *round;
  NsmScores *scores;
  NsmRobustness *robustness;
  GPtrArray *discussions;
  gboolean room; /* for the projector */
  guint breath_id;
  GPtrArray *bad_widgets; /* of the deliberately bad candidates' rows, not owned */
  GtkWidget *stack;
  GtkWidget *headline_label;
  GtkWidget *agreement_label;
  GtkWidget *rounds_button;
  GtkWidget *rounds_popover;
  GtkWidget *rounds_list;
  GtkWidget *words_label;
  GtkWidget *map_clamp;
  GtkWidget *grid;
  GtkWidget *legend_box;
  GtkWidget *notes_box;
  GtkWidget *controls_box;
  GtkWidget *question_label;
  GtkWidget *again_button;
  GtkWidget *discuss_button;
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

/* 0 where people agree well enough. */
static guint
get_order (NsmReveal *self, guint candidate, guint criterion)
{
  guint order = 0;

  for (guint i = 0; i < self->discussions->len; i++)
    {
      const NsmDiscussion *discussion = g_ptr_array_index (self->discussions, i);

      if (!discussion->disagrees)
        continue;
      order++;
      if (discussion->candidate == candidate && discussion->criterion == criterion)
        return order;
    }
  return 0;
}

static guint
count_disagreements (NsmReveal *self)
{
  guint n = 0;

  for (guint i = 0; i < self->discussions->len; i++)
    n += ((const NsmDiscussion *) g_ptr_array_index (self->discussions, i))->disagrees ? 1 : 0;
  return n;
}

/* The map */

static GtkWidget *
make_label (const char *text, const char *style, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_row_title (NsmReveal *self, guint candidate)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *title = nsm_words_dup_short_title (self->workshop, self->scores, candidate);
  GtkWidget *name = make_label (title, "heading", 0);
  gboolean bad = nsm_scores_is_calibration (self->scores, candidate);
  GtkWidget *chances =
    make_label (bad ? _("bad on purpose") : nsm_words_get_chances (self->robustness, candidate),
                "caption-strong", 0);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (name), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 21);
  gtk_widget_add_css_class (name, "reveal-name");
  gtk_widget_set_tooltip_text (name, nsm_scores_get_candidate_title (self->scores, candidate));
  gtk_widget_add_css_class (chances, "secondary");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), chances);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
attach (NsmReveal *self, GtkWidget *widget, guint column, guint row, gboolean bad)
{
  gtk_grid_attach (GTK_GRID (self->grid), widget, (int) column, (int) row, 1, 1);
  if (bad)
    {
      g_ptr_array_add (self->bad_widgets, widget);
      gtk_widget_set_visible (widget, FALSE);
    }
}

static void
add_row (NsmReveal *self, guint candidate, guint row)
{
  gboolean bad = nsm_scores_is_calibration (self->scores, candidate);
  double total_value = nsm_scores_get_total (self->scores, candidate);
  double rank_value = nsm_scores_get_rank (self->scores, candidate);
  g_autofree char *total =
    isnan (total_value) ? g_strdup ("–") : nsm_scores_format (total_value);
  g_autofree char *rank = bad || isnan (rank_value)
                            ? g_strdup ("")
                            : g_strdup_printf (rank_value == floor (rank_value) ? "%.0f" : "%.1f",
                                               rank_value);
  GtkWidget *total_label = make_label (total, "reveal-total", 1);
  GtkWidget *rank_label = make_label (rank, "reveal-rank", 0.5);
  g_autofree char *total_words = g_strdup_printf (_("Score %s"), total);

  if (rank_value == 1)
    gtk_widget_add_css_class (rank_label, "first");
  gtk_accessible_update_property (GTK_ACCESSIBLE (total_label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  total_words, -1);
  attach (self, rank_label, 0, row, bad);
  attach (self, make_row_title (self, candidate), 1, row, bad);
  attach (self, total_label, 2, row, bad);
  for (guint i = 0; i < nsm_scores_get_n_criteria (self->scores); i++)
    attach (self,
            nsm_score_cell_new (self->workshop, self->scores, candidate, i,
                                get_order (self, candidate, i)),
            i + 3, row, bad);
}

static void
update_map_height (NsmReveal *self, gboolean with_bad)
{
  guint n = with_bad ? nsm_scores_get_n_candidates (self->scores)
                     : nsm_scores_count_ranked (self->scores);

  adw_clamp_set_maximum_size (ADW_CLAMP (self->map_clamp), (int) (n * (TALLEST_ROW + 6) + 40));
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->map_clamp),
                                      (int) (n * (TALLEST_ROW + 6) + 40));
}

static void
fill_map (NsmReveal *self)
{
  guint row = 1;

  NSM_LIST_EACH (NsmAspect, aspect, self->round->aspects)
    {
      GtkWidget *label = make_label (aspect->name, "heading", 0.5);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      /* A long word may not make its column wider than the others. */
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      gtk_widget_add_css_class (label, "reveal-criterion");
      gtk_widget_set_tooltip_text (label, aspect->question);
      gtk_grid_attach (GTK_GRID (self->grid), label, (int) aspect_i + 3, 0, 1, 1);
    }
  for (guint i = 0; i < nsm_scores_get_n_candidates (self->scores); i++)
    {
      guint candidate = nsm_scores_get_nth (self->scores, i);

      if (!nsm_scores_is_calibration (self->scores, candidate))
        add_row (self, candidate, row++);
    }
  for (guint i = 0; i < nsm_scores_get_n_candidates (self->scores); i++)
    if (nsm_scores_is_calibration (self->scores, i))
      add_row (self, i, row++);
  update_map_height (self, FALSE);
}

/* The legend */

static void
add_to_legend (NsmReveal *self, GtkWidget *widget)
{
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), widget);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_append (GTK_FLOW_BOX (self->legend_box), child);
}

static GtkWidget *
make_pair (GtkWidget *sign, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *label = make_label (text, "legend", 0);

  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
on_bad_toggled (GtkToggleButton *button, gpointer user_data)
{
  NsmReveal *self = NSM_REVEAL (user_data);
  gboolean shown = gtk_toggle_button_get_active (button);

  for (guint i = 0; i < self->bad_widgets->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->bad_widgets, i), shown);
  update_map_height (self, shown);
}

static void
add_calibration (NsmReveal *self)
{
  g_autofree char *text = nsm_words_dup_calibration (self->workshop, self->scores);
  GtkWidget *button, *label;

  if (text == NULL)
    return;
  label = make_label (text, "secondary", 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
  if (self->room)
    {
      gtk_box_append (GTK_BOX (self->notes_box), label);
      return;
    }
  button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "legend-bad");
  gtk_widget_set_tooltip_text (button, _("Show the deliberately bad candidates too"));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_bad_toggled), self, 0);
  gtk_box_append (GTK_BOX (self->notes_box), button);
}

static void
fill_legend (NsmReveal *self)
{
  gboolean shows_people =
    nsm_round_shows_people (self->round) && !nsm_scores_is_single (self->scores);

  gtk_widget_set_visible (self->legend_box, shows_people);
  if (shows_people)
    for (guint i = 0; i < nsm_scores_get_n_people (self->scores); i++)
      {
        const char *person = nsm_scores_get_person_id (self->scores, i);

        add_to_legend (self,
                       make_pair (nsm_round_make_mark (self->workshop, self->round, person,
                                                            self->room ? 36 : 22, TRUE),
                                  nsm_scores_get_person_name (self->scores, i)));
      }
  if (count_disagreements (self) > 0)
    {
      GtkWidget *sign = make_label ("1", "legend-frame", 0.5);

      gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self->notes_box),
                      make_pair (sign, _("You disagree: talk in this order")));
    }
  add_calibration (self);
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

  g_signal_emit (self, signals[count_disagreements (self) > 0 ? DISCUSS : GO_ON], 0);
}

static void
fill (NsmReveal *self)
{
  g_autoptr (NsmAgreement) agreement = nsm_agreement_new (self->scores);
  g_autofree char *headline =
    nsm_words_dup_headline (self->workshop, self->scores, self->robustness, self->discussions);
  g_autofree char *agreed = nsm_words_dup_agreement (self->scores, agreement, self->robustness);

  gtk_label_set_label (GTK_LABEL (self->headline_label), headline);
  gtk_label_set_label (GTK_LABEL (self->agreement_label), agreed);
  gtk_widget_set_tooltip_text (self->agreement_label, agreement->note);
  gtk_button_set_label (GTK_BUTTON (self->again_button),
                        self->round->direct ? _("_Change my marks") : _("_Second round"));
  gtk_button_set_label (GTK_BUTTON (self->discuss_button),
                        count_disagreements (self) > 0 ? _("_Discuss first")
                                                       : _("_Go on to Stress tests"));
  gtk_label_set_label (GTK_LABEL (self->question_label), self->round->question);
  gtk_widget_set_visible (self->controls_box, !self->room);
  if (self->room)
    gtk_widget_add_css_class (GTK_WIDGET (self), "room");
  fill_map (self);
  fill_legend (self);
  fill_rounds (self);
}

static gboolean
end_breath (gpointer data)
{
  NsmReveal *self = data;

  self->breath_id = 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "map");
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
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->discussions, g_ptr_array_unref);
  g_clear_pointer (&self->robustness, nsm_robustness_free);
  g_clear_pointer (&self->scores, nsm_scores_free);
  g_clear_object (&self->round);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (nsm_reveal_parent_class)->dispose (object);
}

static void
nsm_reveal_finalize (GObject *object)
{
  g_ptr_array_unref (NSM_REVEAL (object)->bad_widgets);

  G_OBJECT_CLASS (nsm_reveal_parent_class)->finalize (object);
}

static void
nsm_reveal_class_init (NsmRevealClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_reveal_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_reveal_finalize;

  signals[DISCUSS] = g_signal_new ("discuss", NSM_TYPE_REVEAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[AGAIN] = g_signal_new ("again", NSM_TYPE_REVEAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[GO_ON] = g_signal_new ("go-on", NSM_TYPE_REVEAL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[SHOW_ROUND] = g_signal_new ("show-round", NSM_TYPE_REVEAL, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/scoring/reveal.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, headline_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, agreement_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, rounds_button);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, rounds_popover);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, rounds_list);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, words_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, map_clamp);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, grid);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, legend_box);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, notes_box);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, controls_box);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, question_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, again_button);
  gtk_widget_class_bind_template_child (widget_class, NsmReveal, discuss_button);
  gtk_widget_class_bind_template_callback (widget_class, on_round_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_discuss_clicked);
}

static void
nsm_reveal_init (NsmReveal *self)
{
  self->bad_widgets = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make (NsmWorkshop *workshop, NsmRound *round, gboolean breathe, gboolean room)
{
  NsmReveal *self = g_object_new (NSM_TYPE_REVEAL, NULL);

  self->room = room;
  self->workshop = g_object_ref (workshop);
  self->round = g_object_ref (round);
  self->scores = nsm_scores_new (round);
  self->robustness = nsm_robustness_new (self->scores, workshop->settings);
  self->discussions = nsm_discuss_first (self->scores, workshop->settings->disagreement);
  fill (self);
  if (breathe && may_move (self))
    self->breath_id = g_timeout_add (BREATH_MS, end_breath, self);
  else
    gtk_stack_set_visible_child_full (GTK_STACK (self->stack), "map", GTK_STACK_TRANSITION_TYPE_NONE);
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
 * nsm_reveal_get_scores:
 *
 * Returns: (transfer none): its scores
 */
NsmScores *
nsm_reveal_get_scores (NsmReveal *self)
{
  return self->scores;
}

/**
 * nsm_reveal_get_discussions:
 *
 * Returns: (transfer none) (element-type NsmDiscussion): all cells in the order of
 *   discussion; only those that disagree are numbered on the map
 */
GPtrArray *
nsm_reveal_get_discussions (NsmReveal *self)
{
  return self->discussions;
}

/**
 * nsm_reveal_is_open:
 *
 * Returns: whether the map is there, or still the breath before it
 */
gboolean
nsm_reveal_is_open (NsmReveal *self)
{
  return self->breath_id == 0;
}
