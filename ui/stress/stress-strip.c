/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stress/stress-strip.h"

#include <glib/gi18n-lib.h>

#include "method/candidates.h"

struct _NsmStressStrip
{
  GtkWidget parent_instance;

  GtkWidget *buttons[NSM_N_STRESS_TESTS];
  GtkWidget *bars[NSM_N_STRESS_TESTS];
  GtkWidget *names[NSM_N_STRESS_TESTS];
  GtkWidget *words[NSM_N_STRESS_TESTS];
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmStressStrip, nsm_stress_strip, GTK_TYPE_WIDGET)

static void
on_button_clicked (GtkWidget *button, gpointer user_data)
{
  NsmStressStrip *self = NSM_STRESS_STRIP (user_data);

  for (guint i = 0; i < NSM_N_STRESS_TESTS; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[CHOSEN], 0, i);
}

static GtkWidget *
make_line (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_button (NsmStressStrip *self, guint test)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->bars[test] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->names[test] = make_line ("stress-name");
  self->words[test] = make_line ("stress-word");
  gtk_widget_add_css_class (self->bars[test], "stress-bar");
  gtk_label_set_label (GTK_LABEL (self->names[test]),
                       nsm_choice_get_label (NSM_TYPE_STRESS_TEST, test));
  gtk_box_append (GTK_BOX (box), self->bars[test]);
  gtk_box_append (GTK_BOX (box), self->names[test]);
  gtk_box_append (GTK_BOX (box), self->words[test]);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "stress-step");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nsm_choice_get_label (NSM_TYPE_STRESS_TEST, test), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_button_clicked), self, 0);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  self->buttons[test] = button;
}

static void
nsm_stress_strip_dispose (GObject *object)
{
  NsmStressStrip *self = NSM_STRESS_STRIP (object);

  for (guint i = 0; i < NSM_N_STRESS_TESTS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);

  G_OBJECT_CLASS (nsm_stress_strip_parent_class)->dispose (object);
}

static void
nsm_stress_strip_class_init (NsmStressStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_stress_strip_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", NSM_TYPE_STRESS_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "stressstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_stress_strip_init (NsmStressStrip *self)
{
  GtkBoxLayout *layout =
    GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_box_layout_set_spacing (layout, 12);
  for (guint i = 0; i < NSM_N_STRESS_TESTS; i++)
    add_button (self, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Thought experiments"), -1);
}

/**
 * nsm_stress_strip_show:
 * @now: the one that is on the table
 */
void
nsm_stress_strip_show (NsmStressStrip *self, NsmCandidate *candidate, NsmStressTest now)
{
  for (guint i = 0; i < NSM_N_STRESS_TESTS; i++)
    {
      NsmStressResult *result = nsm_candidate_find_stress_result (candidate, i);
      NsmVerdict verdict = result != NULL ? result->verdict : NSM_VERDICT_UNSET;
      const char *name = nsm_choice_get_label (NSM_TYPE_STRESS_TEST, i);
      const char *word = verdict != NSM_VERDICT_UNSET
                           ? nsm_choice_get_label (NSM_TYPE_VERDICT, verdict)
                         : i == now ? _("Now")
                                    : "";
      /* Translators: a thought experiment and its verdict */
      g_autofree char *full = g_strdup_printf (
        _("%s: %s"), name, nsm_choice_get_label (NSM_TYPE_VERDICT, verdict));

      gtk_label_set_label (GTK_LABEL (self->words[i]), word);
      gtk_widget_set_tooltip_text (self->buttons[i], name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
      if (verdict != NSM_VERDICT_UNSET || i == now)
        gtk_widget_add_css_class (self->bars[i], "lit");
      else
        gtk_widget_remove_css_class (self->bars[i], "lit");
      if (i == now)
        gtk_widget_add_css_class (self->buttons[i], "now");
      else
        gtk_widget_remove_css_class (self->buttons[i], "now");
    }
}
