/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands behind one cell: how often which mark, the figures, and who said what. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/person-mark.h"
#include "scoring/histogram.h"
#include "scoring/score-cell.h"
#include "scoring/words.h"

#include "record/language.h"

#define WIDTH_CHARS 46

static void
add_label (GtkWidget *box, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
}

static GtkWidget *
make_voice_row (const NsmVoice *voice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = g_markup_escape_text (voice->name, -1);
  g_autofree char *reason = g_markup_escape_text (voice->text, -1);

  if (voice->name[0] != '\0')
    {
      GtkWidget *mark = nsm_person_mark_new (voice->position, voice->name);

      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), mark);
      g_string_append_printf (text, "<b>%s</b> · ", name);
    }
  if (isnan (voice->mark))
    g_string_append (text, _("abstains"));
  else
    g_string_append_printf (text, "<b>%d</b>", (int) voice->mark);
  if (voice->confidence != NSM_CONFIDENCE_UNSAID)
    g_string_append_printf (text, " · %s",
                            nsm_choice_get_label (NSM_TYPE_CONFIDENCE, voice->confidence));
  if (reason[0] != '\0')
    g_string_append_printf (text, "\n%s", reason);
  gtk_label_set_markup (GTK_LABEL (label), text->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* Agreement in this one cell, and how much of it chance could give. */
static void
add_agreement (GtkWidget *box, const NsmCell *cell)
{
  g_autofree char *r_wg = nsm_number_dup (cell->r_wg, 2);
  g_autofree char *text = NULL;
  g_autofree char *note = NULL;

  if (isnan (cell->r_wg))
    return;
  text = g_strdup_printf (_("Agreement here: r_wg %s"), r_wg);
  note = nsm_r_wg_dup_note (cell->n);
  add_label (box, text, "caption");
  if (note != NULL && note[0] != '\0')
    add_label (box, note, "caption");
}

static void
add_conclusion (GtkWidget *box, NsmWorkshop *workshop, NsmRoundFigures *figures, guint candidate,
                guint criterion)
{
  NsmRound *round = nsm_scores_get_round (figures->scores);

  NSM_LIST_EACH (NsmConclusion, conclusion, workshop->conclusions)
    {
      if (conclusion->round != round->number
          || !g_str_equal (conclusion->candidate,
                           nsm_scores_get_candidate_id (figures->scores, candidate))
          || !g_str_equal (conclusion->criterion,
                           nsm_scores_get_criterion_id (figures->scores, criterion)))
        continue;
      if (conclusion->resolution != NSM_RESOLUTION_OPEN)
        add_label (box, nsm_choice_get_label (NSM_TYPE_RESOLUTION, conclusion->resolution),
                   "heading");
      if (conclusion->text[0] != '\0')
        add_label (box, conclusion->text, NULL);
    }
}

/**
 * nsm_voices_make_list:
 * @agreed: the mark that the team agreed on, NAN for none
 *
 * Returns: (transfer floating): all that is known about one cell, scrolling
 */
GtkWidget *
nsm_voices_make_list (NsmWorkshop *workshop, NsmRoundFigures *figures, guint candidate, guint criterion,
                      double agreed)
{
  NsmScores *scores = figures->scores;
  const NsmCell *cell = nsm_scores_get_cell (scores, candidate, criterion);
  g_autoptr (GPtrArray) voices = nsm_voices_collect (workshop, scores, candidate, criterion);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  /* Translators: a candidate and a criterion */
  g_autofree char *title =
    g_strdup_printf (_("%s, %s"), nsm_scores_get_candidate_title (scores, candidate),
                     nsm_scores_get_criterion_name (scores, criterion));

  add_label (box, title, "heading");
  if (cell->n > 0)
    {
      g_autofree char *text = nsm_words_dup_figures (cell);
      GtkWidget *histogram = nsm_histogram_new (200, 96);

      nsm_histogram_set_voices (NSM_HISTOGRAM (histogram), voices);
      gtk_widget_set_halign (histogram, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), histogram);
      add_label (box, text, NULL);
      add_agreement (box, cell);
    }
  if (figures->movement != NULL)
    {
      g_autofree char *moved = nsm_movement_dup_cell_sentence (figures->movement, figures->earlier,
                                                               scores, candidate, criterion);

      if (moved != NULL && moved[0] != '\0')
        add_label (box, moved, NULL);
    }
  for (guint i = 0; i < voices->len; i++)
    gtk_box_append (GTK_BOX (box), make_voice_row (g_ptr_array_index (voices, i)));
  if (voices->len == 0)
    add_label (box, _("Nobody marked this."), NULL);
  if (!isnan (agreed))
    {
      g_autofree char *text = g_strdup_printf (_("Agreed after talking: %.0f"), agreed);

      add_label (box, text, "heading");
    }
  add_conclusion (box, workshop, figures, candidate, criterion);
  gtk_widget_add_css_class (box, "cell-voices");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 460);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}
