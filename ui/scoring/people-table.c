/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/people-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rounds/people.h"
#include "scoring/words.h"

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* Whether nobody else has a higher score from this person. */
static gboolean
is_first_of (NsmScores *scores, guint person, guint candidate)
{
  double own = nsm_scores_get_person_total (scores, person, candidate);

  if (isnan (own) || nsm_scores_is_calibration (scores, candidate))
    return FALSE;
  for (guint i = 0; i < nsm_scores_get_n_candidates (scores); i++)
    if (!nsm_scores_is_calibration (scores, i)
        && nsm_scores_get_person_total (scores, person, i) > own + 1e-9)
      return FALSE;
  return TRUE;
}

/* "5 4 – 3", in the criteria's order. */
static char *
dup_marks (NsmScores *scores, guint person, guint candidate)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nsm_scores_get_n_criteria (scores); i++)
    {
      double mark = nsm_scores_get_mark (scores, person, candidate, i);

      if (i > 0)
        g_string_append (text, " ");
      if (isnan (mark))
        g_string_append (text, "–");
      else
        g_string_append_printf (text, "%.0f", mark);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_description (NsmScores *scores, guint person, guint candidate, const char *total)
{
  GString *text = g_string_new (NULL);

  /* Translators: a person, a candidate, and the score that the person gave it */
  g_string_append_printf (text, _("%s, %s: score %s"), nsm_scores_get_person_name (scores, person),
                          nsm_scores_get_candidate_title (scores, candidate), total);
  if (is_first_of (scores, person, candidate))
    g_string_append (text, _("; nothing higher from this person"));
  for (guint i = 0; i < nsm_scores_get_n_criteria (scores); i++)
    {
      double mark = nsm_scores_get_mark (scores, person, candidate, i);
      const char *criterion = nsm_scores_get_criterion_name (scores, i);

      g_string_append (text, "; ");
      if (isnan (mark))
        g_string_append_printf (text, _("%s: no mark"), criterion);
      else
        /* Translators: a criterion and the mark */
        g_string_append_printf (text, _("%s %.0f"), criterion, mark);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_cell (NsmScores *scores, guint person, guint candidate)
{
  double total = nsm_scores_get_person_total (scores, person, candidate);
  g_autofree char *number = isnan (total) ? g_strdup ("–") : nsm_scores_format (total);
  g_autofree char *marks = dup_marks (scores, person, candidate);
  g_autofree char *description = dup_description (scores, person, candidate, number);
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, "focusable", TRUE,
                                 "hexpand", TRUE, NULL);

  gtk_widget_add_css_class (box, "cell");
  gtk_widget_add_css_class (box, "people-cell");
  if (!isnan (total))
    {
      g_autofree char *heat = g_strdup_printf ("mean-%.0f", CLAMP (round (total), 1, 5));

      gtk_widget_add_css_class (box, heat);
    }
  if (is_first_of (scores, person, candidate))
    gtk_widget_add_css_class (box, "first");
  gtk_box_append (GTK_BOX (box), make_label (number, "cell-mean"));
  gtk_box_append (GTK_BOX (box), make_label (marks, "people-marks"));
  gtk_widget_set_tooltip_text (box, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, description,
                                  -1);
  return box;
}

static GtkWidget *
make_person (NsmWorkshop *workshop, NsmScores *scores, guint person)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = make_label (nsm_scores_get_person_name (scores, person), "heading");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_LEFT);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_box_append (GTK_BOX (box),
                  nsm_round_make_mark (workshop, nsm_scores_get_round (scores),
                                       nsm_scores_get_person_id (scores, person), 26, TRUE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/* In which order the marks stand. */
static char *
dup_key (NsmScores *scores)
{
  GString *text = g_string_new (_("Below each score, the marks in this order: "));

  for (guint i = 0; i < nsm_scores_get_n_criteria (scores); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            nsm_scores_get_criterion_name (scores, i));
  g_string_append (text, _(". A frame is around what the person scored highest."));
  return g_string_free (text, FALSE);
}

/* Good candidates in order of score, then the deliberately bad ones. */
static guint
get_column (NsmScores *scores, guint column)
{
  guint n = nsm_scores_get_n_candidates (scores);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        guint candidate = nsm_scores_get_nth (scores, i);

        if (nsm_scores_is_calibration (scores, candidate) == (pass == 1) && column-- == 0)
          return candidate;
      }
  return 0;
}

/**
 * nsm_people_table_new:
 * @figures: of a round that promised names
 */
GtkWidget *
nsm_people_table_new (NsmWorkshop *workshop, NsmRoundFigures *figures)
{
  NsmScores *scores = figures->scores;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 6, "column-spacing", 6,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GRID, NULL);
  g_autofree char *words = dup_key (scores);
  GtkWidget *key = make_label (words, "secondary");

  for (guint i = 0; i < nsm_scores_get_n_candidates (scores); i++)
    {
      guint candidate = get_column (scores, i);
      g_autofree char *title = nsm_words_dup_short_title (workshop, scores, candidate);
      GtkWidget *label = make_label (title, "caption-heading");

      gtk_label_set_lines (GTK_LABEL (label), 3);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
      gtk_widget_set_valign (label, GTK_ALIGN_END);
      gtk_widget_set_tooltip_text (label, nsm_scores_get_candidate_title (scores, candidate));
      gtk_grid_attach (GTK_GRID (grid), label, (int) i + 1, 0, 1, 1);
      for (guint j = 0; j < nsm_scores_get_n_people (scores); j++)
        gtk_grid_attach (GTK_GRID (grid), make_cell (scores, j, candidate), (int) i + 1,
                         (int) j + 1, 1, 1);
    }
  for (guint j = 0; j < nsm_scores_get_n_people (scores); j++)
    gtk_grid_attach (GTK_GRID (grid), make_person (workshop, scores, j), 0, (int) j + 1, 1, 1);
  gtk_label_set_xalign (GTK_LABEL (key), 0);
  gtk_label_set_justify (GTK_LABEL (key), GTK_JUSTIFY_LEFT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Who scored how"), -1);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), key);
  gtk_widget_add_css_class (box, "people-table");
  return box;
}
