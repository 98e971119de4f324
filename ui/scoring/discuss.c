/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/discuss.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/discuss.h"
#include "kit/person-mark.h"
#include "record/journal.h"
#include "rounds/round.h"
#include "rounds/mark-line.h"
#include "scoring/score-cell.h"

#define MINUTES 5

struct _NsmDiscuss
{
  AdwBin parent_instance;

  NsmWorkshop *workshop;
  NsmRound *round;
  NsmScores *scores; /* not owned: the map that this came from has it */
  NsmScores *own_scores; /* in the room window, which has no map */
  GPtrArray *discussions;
  guint n; /* of those that disagree; they come first */
  guint position;
  int seconds;
  guint timer_id;
  gboolean loading;
  GtkWidget *candidate_label;
  GtkWidget *question_label;
  GtkWidget *timer_box;
  GtkWidget *timer_button;
  GtkWidget *timer_label;
  GtkWidget *foot_box;
  GtkWidget *line;
  GtkWidget *sides_box;
  GtkWidget *impact_label;
  GtkWidget *sentence_label;
  GtkWidget *conclusion_entry;
  GtkWidget *position_label;
  GtkWidget *back_button;
  GtkWidget *next_button;
};

enum
{
  DONE,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmDiscuss, nsm_discuss, ADW_TYPE_BIN)

static const NsmDiscussion *
get_discussion (NsmDiscuss *self)
{
  guint n = 0;

  for (guint i = 0; i < self->discussions->len; i++)
    {
      const NsmDiscussion *discussion = g_ptr_array_index (self->discussions, i);

      if (discussion->disagrees && n++ == self->position)
        return discussion;
    }
  return NULL;
}

/* The clock */

static void
show_time (NsmDiscuss *self)
{
  g_autofree char *text = g_strdup_printf ("%d:%02d", self->seconds / 60, self->seconds % 60);
  gboolean running = self->timer_id != 0;

  gtk_label_set_label (GTK_LABEL (self->timer_label), text);
  gtk_button_set_icon_name (GTK_BUTTON (self->timer_button),
                            running ? "media-playback-pause-symbolic"
                                    : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->timer_button,
                               running ? _("Stop the clock") : _("Start the clock"));
}

static gboolean
on_second (gpointer data)
{
  NsmDiscuss *self = data;

  self->seconds--;
  if (self->seconds > 0)
    {
      show_time (self);
      return G_SOURCE_CONTINUE;
    }
  self->timer_id = 0;
  show_time (self);
  return G_SOURCE_REMOVE;
}

static void
on_timer_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmDiscuss *self = NSM_DISCUSS (user_data);

  if (self->timer_id != 0)
    g_clear_handle_id (&self->timer_id, g_source_remove);
  else
    {
      if (self->seconds <= 0)
        self->seconds = MINUTES * 60;
      self->timer_id = g_timeout_add_seconds (1, on_second, self);
    }
  show_time (self);
}

/* The two sides */

static GtkWidget *
make_side (NsmDiscuss *self, const NsmVoice *voice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *who = gtk_label_new (NULL);
  GtkWidget *why = gtk_label_new (voice->text[0] != '\0' ? voice->text : _("No reason given"));
  NsmRosterEntry *entry = nsm_round_get_roster_entry (self->round, voice->person);
  g_autofree char *text = NULL;

  if (entry != NULL)
    {
      GtkWidget *mark = nsm_person_mark_new (voice->position, voice->name);

      g_object_set (mark, "pixel-size", 54, "valign", GTK_ALIGN_START, NULL);
      gtk_box_append (GTK_BOX (box), mark);
      /* Translators: a person, their function, and the mark they gave */
      text = g_strdup_printf (_("%s · %s · gave %d"), voice->name,
                              nsm_choice_get_label (NSM_TYPE_FUNCTION, entry->function),
                              (int) voice->mark);
    }
  else
    text = g_strdup_printf (_("Somebody gave %d"), (int) voice->mark);
  gtk_label_set_label (GTK_LABEL (who), text);
  gtk_label_set_xalign (GTK_LABEL (who), 0);
  gtk_label_set_wrap (GTK_LABEL (who), TRUE);
  gtk_widget_add_css_class (who, "heading");
  gtk_label_set_xalign (GTK_LABEL (why), 0);
  gtk_label_set_wrap (GTK_LABEL (why), TRUE);
  gtk_label_set_selectable (GTK_LABEL (why), TRUE);
  gtk_widget_set_focusable (why, FALSE);
  gtk_widget_add_css_class (why, voice->text[0] != '\0' ? "discuss-text" : "secondary");
  gtk_box_append (GTK_BOX (words), who);
  gtk_box_append (GTK_BOX (words), why);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "discuss-side");
  return box;
}

/* Of several with the same mark, one who gave a reason speaks for the side. */
static const NsmVoice *
find_speaker (GPtrArray *voices, double mark)
{
  const NsmVoice *found = NULL;

  for (guint i = 0; i < voices->len; i++)
    {
      const NsmVoice *voice = g_ptr_array_index (voices, i);

      if (isnan (voice->mark) || voice->mark != mark)
        continue;
      if (voice->text[0] != '\0')
        return voice;
      if (found == NULL)
        found = voice;
    }
  return found;
}

static void
show_sides (NsmDiscuss *self, GPtrArray *voices, const NsmCell *cell)
{
  const NsmVoice *low = find_speaker (voices, cell->low);
  const NsmVoice *high = find_speaker (voices, cell->high);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->sides_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->sides_box), child);
  if (low != NULL)
    gtk_box_append (GTK_BOX (self->sides_box), make_side (self, low));
  if (high != NULL && high != low)
    gtk_box_append (GTK_BOX (self->sides_box), make_side (self, high));
}

/* What was concluded */

static NsmConclusion *
find_conclusion (NsmDiscuss *self)
{
  const NsmDiscussion *discussion = get_discussion (self);
  const char *candidate = nsm_scores_get_candidate_id (self->scores, discussion->candidate);
  const char *criterion = nsm_scores_get_criterion_id (self->scores, discussion->criterion);

  NSM_LIST_EACH (NsmConclusion, conclusion, self->workshop->conclusions)
    {
      if (conclusion->round == self->round->number && g_str_equal (conclusion->candidate, candidate)
          && g_str_equal (conclusion->criterion, criterion))
        return conclusion;
    }
  return NULL;
}

static void
on_conclusion_changed (GtkEditable *entry, gpointer user_data)
{
  NsmDiscuss *self = NSM_DISCUSS (user_data);
  const NsmDiscussion *discussion = get_discussion (self);
  const char *text = gtk_editable_get_text (entry);
  NsmConclusion *conclusion;

  if (self->loading || discussion == NULL)
    return;
  conclusion = find_conclusion (self);
  if (conclusion != NULL)
    g_object_set (conclusion, "text", text, NULL);
  else if (text[0] != '\0')
    nsm_list_append_new (self->workshop->conclusions, "round", self->round->number, "candidate",
                         nsm_scores_get_candidate_id (self->scores, discussion->candidate),
                         "criterion",
                         nsm_scores_get_criterion_id (self->scores, discussion->criterion), "text",
                         text, NULL);
}

static void
on_conclusion_left (GtkEventControllerFocus *focus G_GNUC_UNUSED, gpointer user_data)
{
  NsmDiscuss *self = NSM_DISCUSS (user_data);

  nsm_journal_seal (nsm_record_get_journal (NSM_RECORD (self->workshop)));
}

static void
show_conclusion (NsmDiscuss *self)
{
  NsmConclusion *conclusion = find_conclusion (self);
  const char *text = conclusion != NULL ? conclusion->text : "";

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->conclusion_entry)), text))
    return;
  self->loading = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->conclusion_entry), text);
  self->loading = FALSE;
}

static void
show (NsmDiscuss *self)
{
  const NsmDiscussion *discussion = get_discussion (self);
  NsmAspect *aspect = nsm_list_get (self->round->aspects, discussion->criterion);
  const NsmCell *cell =
    nsm_scores_get_cell (self->scores, discussion->candidate, discussion->criterion);
  g_autoptr (GPtrArray) voices = nsm_voices_collect (self->workshop, self->scores,
                                                     discussion->candidate, discussion->criterion);
  g_autofree char *position = g_strdup_printf (_("%u of %u"), self->position + 1, self->n);
  const char *impact;

  switch (discussion->impact)
    {
    case NSM_IMPACT_CELL:
      impact = _("Could change the winner");
      break;
    case NSM_IMPACT_GROUP:
      impact = _("Could help to change the winner");
      break;
    case NSM_IMPACT_NONE:
    default:
      impact = _("The winner stays");
    }
  gtk_label_set_label (GTK_LABEL (self->candidate_label),
                       nsm_scores_get_candidate_title (self->scores, discussion->candidate));
  gtk_label_set_label (GTK_LABEL (self->question_label),
                       aspect->question[0] != '\0' ? aspect->question : aspect->name);
  nsm_mark_line_set_voices (NSM_MARK_LINE (self->line), voices);
  show_sides (self, voices, cell);
  gtk_label_set_label (GTK_LABEL (self->impact_label), impact);
  gtk_label_set_label (GTK_LABEL (self->sentence_label), discussion->sentence);
  gtk_label_set_label (GTK_LABEL (self->position_label), position);
  gtk_button_set_label (GTK_BUTTON (self->next_button),
                        self->position + 1 < self->n ? _("_Next") : _("To the _map"));
  show_conclusion (self);
}

static void
on_next_clicked (GtkWidget *widget G_GNUC_UNUSED, gpointer user_data)
{
  NsmDiscuss *self = NSM_DISCUSS (user_data);

  if (self->position + 1 < self->n)
    nsm_discuss_go_to (self, self->position + 1);
  else
    g_signal_emit (self, signals[DONE], 0);
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
nsm_discuss_dispose (GObject *object)
{
  NsmDiscuss *self = NSM_DISCUSS (object);

  self->loading = TRUE;
  g_clear_handle_id (&self->timer_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->discussions, g_ptr_array_unref);
  g_clear_pointer (&self->own_scores, nsm_scores_free);
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
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, conclusion_entry);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, position_label);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, back_button);
  gtk_widget_class_bind_template_child (widget_class, NsmDiscuss, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_timer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_conclusion_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_conclusion_left);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
}

static void
nsm_discuss_init (NsmDiscuss *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nsm_discuss_new:
 * @scores: readable scores; must outlive the widget
 * @discussions: (element-type NsmDiscussion): in the order of discussion, at least one of
 *   them a disagreement
 */
GtkWidget *
nsm_discuss_new (NsmWorkshop *workshop, NsmScores *scores, GPtrArray *discussions)
{
  NsmDiscuss *self = g_object_new (NSM_TYPE_DISCUSS, NULL);

  self->workshop = g_object_ref (workshop);
  self->round = g_object_ref (nsm_scores_get_round (scores));
  self->scores = scores;
  self->discussions = g_ptr_array_ref (discussions);
  for (guint i = 0; i < discussions->len; i++)
    self->n += ((const NsmDiscussion *) g_ptr_array_index (discussions, i))->disagrees ? 1 : 0;
  nsm_discuss_go_to (self, 0);
  return GTK_WIDGET (self);
}

/**
 * nsm_discuss_new_for_room:
 * @round: a readable score round of @document
 * @candidate: id of the candidate
 * @criterion: id of the criterion
 *
 * Returns: (transfer floating) (nullable): one cell for the projector: larger, and
 *   without anything to press; NULL where the round doesn't have that cell
 */
GtkWidget *
nsm_discuss_new_for_room (NsmDocument *document, NsmRound *round, const char *candidate,
                          const char *criterion)
{
  NsmWorkshop *workshop = nsm_document_get_workshop (document);
  g_autoptr (NsmScores) scores = nsm_scores_new (round);
  g_autoptr (GPtrArray) discussions = NULL;
  NsmDiscuss *self;

  if (scores == NULL)
    return NULL;
  discussions = nsm_discuss_first (scores, workshop->settings->disagreement);
  for (guint i = discussions->len; i > 0; i--)
    {
      NsmDiscussion *discussion = g_ptr_array_index (discussions, i - 1);

      if (!g_str_equal (nsm_scores_get_candidate_id (scores, discussion->candidate), candidate)
          || !g_str_equal (nsm_scores_get_criterion_id (scores, discussion->criterion), criterion))
        g_ptr_array_remove_index (discussions, i - 1);
      else
        discussion->disagrees = TRUE;
    }
  if (discussions->len == 0)
    return NULL;
  self = NSM_DISCUSS (nsm_discuss_new (workshop, scores, discussions));
  self->own_scores = g_steal_pointer (&scores);
  gtk_widget_set_visible (self->timer_box, FALSE);
  gtk_widget_set_visible (self->foot_box, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "room");
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
 * @candidate: (out) (transfer none): id of the candidate that is talked about
 * @criterion: (out) (transfer none): id of the criterion
 */
void
nsm_discuss_get_cell (NsmDiscuss *self, const char **candidate, const char **criterion)
{
  const NsmDiscussion *discussion = get_discussion (self);

  *candidate = nsm_scores_get_candidate_id (self->scores, discussion->candidate);
  *criterion = nsm_scores_get_criterion_id (self->scores, discussion->criterion);
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
  g_clear_handle_id (&self->timer_id, g_source_remove);
  self->seconds = MINUTES * 60;
  show_time (self);
  show (self);
  g_signal_emit (self, signals[MOVED], 0);
}

/**
 * nsm_discuss_refresh:
 *
 * Shows the conclusion as it stands in the workshop, after an undo for example.
 */
void
nsm_discuss_refresh (NsmDiscuss *self)
{
  show_conclusion (self);
}
