/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One disagreement: its clock, what its two sides say, and what could come of it. */
#include "scoring/discuss-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/person-mark.h"
#include "rounds/mark-line.h"
#include "rounds/round.h"
#include "scoring/conclude-bar.h"
#include "scoring/score-cell.h"

const NsmDiscussion *
nsm_discuss_get_discussion (NsmDiscuss *self)
{
  return self->only != NULL ? self->only
                            : nsm_round_figures_get_disagreement (self->figures, self->position);
}

void
nsm_discuss_show_time (NsmDiscuss *self)
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
      nsm_discuss_show_time (self);
      return G_SOURCE_CONTINUE;
    }
  self->timer_id = 0;
  nsm_discuss_show_time (self);
  return G_SOURCE_REMOVE;
}

void
nsm_discuss_on_timer_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmDiscuss *self = NSM_DISCUSS (user_data);

  if (self->timer_id != 0)
    g_clear_handle_id (&self->timer_id, g_source_remove);
  else
    {
      if (self->seconds <= 0)
        self->seconds = NSM_DISCUSS_MINUTES * 60;
      self->timer_id = g_timeout_add_seconds (1, on_second, self);
    }
  nsm_discuss_show_time (self);
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
  gtk_widget_set_hexpand (words, TRUE);
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

/* The whole of it */

void
nsm_discuss_show (NsmDiscuss *self)
{
  NsmScores *scores = self->figures->scores;
  const NsmDiscussion *discussion = nsm_discuss_get_discussion (self);
  NsmConclusion *conclusion =
    nsm_conclusion_find (self->workshop, self->round->number,
                         nsm_scores_get_candidate_id (scores, discussion->candidate),
                         nsm_scores_get_criterion_id (scores, discussion->criterion));
  NsmAspect *aspect = nsm_list_get (self->round->aspects, discussion->criterion);
  const NsmCell *cell =
    nsm_scores_get_cell (scores, discussion->candidate, discussion->criterion);
  g_autoptr (GPtrArray) voices = nsm_voices_collect (self->workshop, scores, discussion->candidate,
                                                     discussion->criterion);
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
                       nsm_scores_get_candidate_title (scores, discussion->candidate));
  gtk_label_set_label (GTK_LABEL (self->question_label),
                       aspect->question[0] != '\0' ? aspect->question : aspect->name);
  nsm_mark_line_set_voices (NSM_MARK_LINE (self->line), voices);
  show_sides (self, voices, cell);
  gtk_label_set_label (GTK_LABEL (self->impact_label), impact);
  gtk_label_set_label (GTK_LABEL (self->sentence_label), discussion->sentence);
  nsm_mark_line_set_agreed (NSM_MARK_LINE (self->line),
                            conclusion != NULL ? conclusion->agreed : NAN);
  nsm_conclude_bar_set_cell (NSM_CONCLUDE_BAR (self->outcome), self->workshop, self->round->number,
                        nsm_scores_get_candidate_id (scores, discussion->candidate),
                        nsm_scores_get_criterion_id (scores, discussion->criterion));
}
