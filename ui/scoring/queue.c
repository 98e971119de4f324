/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/queue.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rounds/round.h"
#include "scoring/conclude-bar.h"
#include "scoring/words.h"

struct _NsmQueue
{
  AdwBin parent_instance;

  NsmWorkshop *workshop;
  NsmRoundFigures *figures;
  GtkWidget *headline;
  GtkWidget *next_label;
  GtkWidget *list;
  GtkWidget *again_button;
};

enum
{
  SHOW_CELL,
  AGAIN,
  GO_ON,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmQueue, nsm_queue, ADW_TYPE_BIN)

/**
 * nsm_queue_find_conclusion:
 * @position: a place in the order of discussion, from 0
 *
 * Returns: (transfer none) (nullable): what the team concluded about it
 */
NsmConclusion *
nsm_queue_find_conclusion (NsmWorkshop *workshop, NsmRoundFigures *figures, guint position)
{
  const NsmDiscussion *discussion = nsm_round_figures_get_disagreement (figures, position);
  NsmScores *scores = figures->scores;

  if (discussion == NULL)
    return NULL;
  return nsm_conclusion_find (workshop, nsm_scores_get_round (scores)->number,
                              nsm_scores_get_candidate_id (scores, discussion->candidate),
                              nsm_scores_get_criterion_id (scores, discussion->criterion));
}

/**
 * nsm_queue_get_again_label:
 *
 * Returns: (transfer none): what asking everybody once more is called, with a mnemonic
 */
const char *
nsm_queue_get_again_label (NsmWorkshop *workshop)
{
  NsmRound *latest = nsm_workshop_get_latest_round (workshop, NSM_ROUND_KIND_SCORES);

  return latest == NULL || latest->number < 2 ? _("_Second round") : _("A_nother round");
}

/**
 * nsm_queue_count:
 * @n_open: (out): the disagreements that aren't settled
 * @n_again: (out): those that are to be scored again
 */
void
nsm_queue_count (NsmWorkshop *workshop, NsmRoundFigures *figures, guint *n_open, guint *n_again)
{
  guint n = nsm_round_figures_count_disagreements (figures);

  *n_open = *n_again = 0;
  for (guint i = 0; i < n; i++)
    {
      NsmConclusion *conclusion = nsm_queue_find_conclusion (workshop, figures, i);

      *n_open += conclusion == NULL || conclusion->resolution == NSM_RESOLUTION_OPEN ? 1 : 0;
      *n_again += conclusion != NULL && conclusion->again ? 1 : 0;
    }
}

/* "Somebody understands it differently now · agreed on 4 · to be scored again · …" */
static char *
dup_outcome (NsmConclusion *conclusion)
{
  GString *text;

  if (conclusion == NULL)
    return g_strdup (nsm_choice_get_label (NSM_TYPE_RESOLUTION, NSM_RESOLUTION_OPEN));
  text = g_string_new (nsm_choice_get_label (NSM_TYPE_RESOLUTION, conclusion->resolution));
  if (!isnan (conclusion->agreed))
    g_string_append_printf (text, _(" · agreed on %.0f"), conclusion->agreed);
  if (conclusion->again)
    g_string_append (text, _(" · to be scored again"));
  if (conclusion->text[0] != '\0')
    g_string_append_printf (text, "\n%s", conclusion->text);
  return g_string_free (text, FALSE);
}

static void
add_row (NsmQueue *self, guint position, NsmConclusion *conclusion)
{
  const NsmDiscussion *discussion = nsm_round_figures_get_disagreement (self->figures, position);
  gboolean settled = conclusion != NULL && conclusion->resolution != NSM_RESOLUTION_OPEN;
  g_autofree char *candidate =
    nsm_words_dup_short_title (self->workshop, self->figures->scores, discussion->candidate);
  const char *criterion = nsm_scores_get_criterion_name (self->figures->scores,
                                                         discussion->criterion);
  /* Translators: a criterion and a candidate */
  g_autofree char *title = g_strdup_printf (_("%s · %s"), criterion, candidate);
  g_autofree char *outcome = dup_outcome (conclusion);
  g_autofree char *number = g_strdup_printf ("%u", position + 1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *sign = gtk_label_new (number);
  GtkWidget *state = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_add_css_class (sign, "legend-frame");
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_widget_set_opacity (state, settled ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (state), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  settled ? _("settled") : _("open"), -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), outcome);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), sign);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), state);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
say_how_far (NsmQueue *self, guint n, guint settled, guint again)
{
  g_autofree char *headline = NULL;
  g_autofree char *next = NULL;

  if (settled == n)
    headline = g_strdup_printf (ngettext ("The one disagreement is settled.",
                                          "All %u disagreements are settled.", n),
                                n);
  else
    headline = g_strdup_printf (_("%u of %u are settled."), settled, n);
  if (settled < n)
    next = g_strdup (_("Talk about the others, or leave them: they stay in the document as open."));
  else if (again > 0)
    next = g_strdup_printf (ngettext ("%u cell is to be scored again: ask everybody once more, in "
                                      "private.",
                                      "%u cells are to be scored again: ask everybody once more, "
                                      "in private.",
                                      again),
                            again);
  else
    next = g_strdup (_("Go on and try to break the leading candidates, or ask everybody once more."));
  gtk_label_set_label (GTK_LABEL (self->headline), headline);
  gtk_label_set_label (GTK_LABEL (self->next_label), next);
  if (again > 0)
    gtk_widget_add_css_class (self->again_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->again_button, "suggested-action");
}

/**
 * nsm_queue_refresh:
 *
 * Shows the conclusions as they stand in the workshop.
 */
void
nsm_queue_refresh (NsmQueue *self)
{
  guint n = nsm_round_figures_count_disagreements (self->figures);
  guint n_open, again;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < n; i++)
    add_row (self, i, nsm_queue_find_conclusion (self->workshop, self->figures, i));
  nsm_queue_count (self->workshop, self->figures, &n_open, &again);
  say_how_far (self, n, n - n_open, again);
  gtk_button_set_label (GTK_BUTTON (self->again_button),
                        nsm_queue_get_again_label (self->workshop));
}

static void
on_row_activated (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer user_data)
{
  g_signal_emit (user_data, signals[SHOW_CELL], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
on_again_clicked (NsmQueue *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static void
on_go_on_clicked (NsmQueue *self)
{
  g_signal_emit (self, signals[GO_ON], 0);
}

static void
on_map_clicked (NsmQueue *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
nsm_queue_dispose (GObject *object)
{
  NsmQueue *self = NSM_QUEUE (object);

  g_clear_pointer (&self->figures, nsm_round_figures_unref);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (nsm_queue_parent_class)->dispose (object);
}

static void
nsm_queue_class_init (NsmQueueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_queue_dispose;

  signals[SHOW_CELL] = g_signal_new ("show-cell", NSM_TYPE_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[AGAIN] = g_signal_new ("again", NSM_TYPE_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[GO_ON] = g_signal_new ("go-on", NSM_TYPE_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", NSM_TYPE_QUEUE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, NSM_RESOURCE_BASE "/scoring/queue.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmQueue, headline);
  gtk_widget_class_bind_template_child (widget_class, NsmQueue, next_label);
  gtk_widget_class_bind_template_child (widget_class, NsmQueue, list);
  gtk_widget_class_bind_template_child (widget_class, NsmQueue, again_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_go_on_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_map_clicked);
}

static void
nsm_queue_init (NsmQueue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nsm_queue_new (NsmWorkshop *workshop, NsmRoundFigures *figures)
{
  NsmQueue *self = g_object_new (NSM_TYPE_QUEUE, NULL);

  self->workshop = g_object_ref (workshop);
  self->figures = nsm_round_figures_ref (figures);
  nsm_queue_refresh (self);
  return GTK_WIDGET (self);
}
