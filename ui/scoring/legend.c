/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/legend.h"

#include <glib/gi18n-lib.h>

#include "rounds/people.h"
#include "scoring/words.h"

struct _NsmLegend
{
  AdwBin parent_instance;

  NsmWorkshop *workshop;
  NsmRoundFigures *figures;
  gboolean large;
  gboolean bad_shown;
  GPtrArray *toggles; /* of the deliberately bad candidates, not owned */
};

enum
{
  BAD_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmLegend, nsm_legend, ADW_TYPE_BIN)

static GtkWidget *
make_pair (GtkWidget *sign, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "legend");
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static gboolean
shows_people (NsmLegend *self)
{
  return nsm_round_shows_people (nsm_scores_get_round (self->figures->scores))
         && !nsm_scores_is_single (self->figures->scores);
}

static void
add_people (NsmLegend *self, GtkWidget *box)
{
  NsmScores *scores = self->figures->scores;

  for (guint i = 0; shows_people (self) && i < nsm_scores_get_n_people (scores); i++)
    gtk_box_append (GTK_BOX (box),
                    make_pair (nsm_round_make_mark (self->workshop, nsm_scores_get_round (scores),
                                                    nsm_scores_get_person_id (scores, i),
                                                    self->large ? 36 : 22, TRUE),
                               nsm_scores_get_person_name (scores, i)));
}

static void
on_bad_toggled (GtkToggleButton *button, gpointer user_data)
{
  NsmLegend *self = NSM_LEGEND (user_data);
  gboolean shown = gtk_toggle_button_get_active (button);

  if (shown == self->bad_shown)
    return;
  self->bad_shown = shown;
  /* There is one for each amount of room; they all say the same. */
  for (guint i = 0; i < self->toggles->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->toggles, i), shown);
  g_signal_emit (self, signals[BAD_SHOWN], 0, shown);
}

static void
add_calibration (NsmLegend *self, GtkWidget *box, gboolean wrap)
{
  g_autofree char *text = nsm_words_dup_calibration (self->workshop, self->figures->scores);
  GtkWidget *button, *label;

  if (text == NULL)
    return;
  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "secondary");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (wrap)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 46);
    }
  else
    /* On one line: GTK measures wrapped words inconsistently in the squeezer. */
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (self->large)
    {
      gtk_box_append (GTK_BOX (box), label);
      return;
    }
  button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "legend-bad");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Show the deliberately bad candidates too"));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_bad_toggled), self, 0);
  g_ptr_array_add (self->toggles, button);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_signs (NsmLegend *self, GtkWidget *box)
{
  if (nsm_round_figures_count_disagreements (self->figures) > 0)
    {
      GtkWidget *sign = gtk_label_new ("1");

      gtk_widget_add_css_class (sign, "legend-frame");
      gtk_box_append (GTK_BOX (box), make_pair (sign, _("You disagree: talk in this order")));
    }
  if (self->figures->movement != NULL)
    {
      GtkWidget *sign = gtk_label_new ("▲ ▼");

      gtk_widget_add_css_class (sign, "legend");
      gtk_box_append (GTK_BOX (box), make_pair (sign, _("moved since the round before")));
    }
}

static GtkWidget *
make_box (GtkOrientation orientation, int spacing)
{
  return gtk_box_new (orientation, spacing);
}

/* Everything beside each other. */
static GtkWidget *
make_line (NsmLegend *self)
{
  GtkWidget *line = make_box (GTK_ORIENTATION_HORIZONTAL, 18);

  add_people (self, line);
  add_signs (self, line);
  add_calibration (self, line, FALSE);
  return line;
}

static GtkWidget *
make_two_lines (NsmLegend *self)
{
  GtkWidget *box = make_box (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = make_box (GTK_ORIENTATION_HORIZONTAL, 15);

  add_people (self, line);
  add_signs (self, line);
  gtk_box_append (GTK_BOX (box), line);
  add_calibration (self, box, FALSE);
  return box;
}

static GtkWidget *
make_button (NsmLegend *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = make_box (GTK_ORIENTATION_VERTICAL, 9);

  add_people (self, box);
  add_signs (self, box);
  add_calibration (self, box, TRUE);
  gtk_widget_add_css_class (box, "cell-voices");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button),
                             shows_people (self) ? _("Who is who") : _("What the signs mean"));
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static void
nsm_legend_dispose (GObject *object)
{
  NsmLegend *self = NSM_LEGEND (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->figures, nsm_round_figures_unref);
  g_clear_object (&self->workshop);

  G_OBJECT_CLASS (nsm_legend_parent_class)->dispose (object);
}

static void
nsm_legend_finalize (GObject *object)
{
  g_ptr_array_unref (NSM_LEGEND (object)->toggles);

  G_OBJECT_CLASS (nsm_legend_parent_class)->finalize (object);
}

static void
nsm_legend_class_init (NsmLegendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_legend_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_legend_finalize;

  signals[BAD_SHOWN] = g_signal_new ("bad-shown", NSM_TYPE_LEGEND, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
nsm_legend_init (NsmLegend *self)
{
  self->toggles = g_ptr_array_new ();
}

/**
 * nsm_legend_new:
 * @large: for the room: larger, and nothing to press
 */
GtkWidget *
nsm_legend_new (NsmWorkshop *workshop, NsmRoundFigures *figures, gboolean large)
{
  NsmLegend *self = g_object_new (NSM_TYPE_LEGEND, NULL);
  GtkWidget *squeezer = adw_squeezer_new ();

  self->workshop = g_object_ref (workshop);
  self->figures = nsm_round_figures_ref (figures);
  self->large = large;
  adw_squeezer_set_switch_threshold_policy (ADW_SQUEEZER (squeezer), ADW_FOLD_THRESHOLD_POLICY_NATURAL);
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_set_xalign (ADW_SQUEEZER (squeezer), 0);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_line (self));
  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_two_lines (self));
  if (!large)
    adw_squeezer_add (ADW_SQUEEZER (squeezer), make_button (self));
  adw_bin_set_child (ADW_BIN (self), squeezer);
  return GTK_WIDGET (self);
}
