/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/step-scaffold.h"

#include <glib/gi18n-lib.h>

#include "kit/turning-box.h"
#include "method/step.h"

#define LEAST 24 /* sizes of type that a question and what stands beside it need */

struct _NsmStepScaffold
{
  AdwBin parent_instance;

  GtkWidget *content;     /* in the column, not owned */
  GtkWidget *actions_end; /* in the heading, not owned */
  GtkWidget *clamp;
  GtkWidget *column;
  GtkWidget *heading_row;
  GtkLabel *step_label;
  GtkLabel *question;
  GtkWidget *onward;
};

static guint onward;

G_DEFINE_FINAL_TYPE (NsmStepScaffold, nsm_step_scaffold, ADW_TYPE_BIN)

static void
on_onward_clicked (NsmStepScaffold *self)
{
  g_signal_emit (self, onward, 0);
}

static GtkWidget *
make_heading (NsmStepScaffold *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = nsm_turning_box_new (12, LEAST);

  self->step_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->step_label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->step_label), "page-step");

  self->question = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->question), "page-question");

  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->step_label));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->question));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (nsm_turning_box_get_box (NSM_TURNING_BOX (row)), words);
  return row;
}

static void
nsm_step_scaffold_class_init (NsmStepScaffoldClass *klass)
{
  onward = g_signal_new ("onward", NSM_TYPE_STEP_SCAFFOLD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                         G_TYPE_NONE, 0);
}

static void
nsm_step_scaffold_init (NsmStepScaffold *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->heading_row = make_heading (self);
  self->onward = gtk_button_new ();
  gtk_widget_set_halign (self->onward, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->onward, "pill");
  gtk_widget_add_css_class (self->onward, "suggested-action");
  gtk_widget_add_css_class (self->onward, "go-on");
  g_signal_connect_object (self->onward, "clicked", G_CALLBACK (on_onward_clicked), self,
                           G_CONNECT_SWAPPED);

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (self->column, "page-column");
  gtk_box_append (GTK_BOX (self->column), self->heading_row);
  gtk_box_append (GTK_BOX (self->column), self->onward);

  self->clamp = g_object_new (ADW_TYPE_CLAMP, "child", self->column, NULL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
nsm_step_scaffold_new (void)
{
  return g_object_new (NSM_TYPE_STEP_SCAFFOLD, NULL);
}

/**
 * nsm_step_scaffold_set_step:
 * @mode: whether somebody is alone, who is asked in other words
 */
void
nsm_step_scaffold_set_step (NsmStepScaffold *self, NsmStep step, NsmMode mode)
{
  const char *title = nsm_step_get_title (step);
  g_autofree char *numbered = NULL;
  g_autofree char *words = NULL;

  if (step == NSM_STEP_SET_UP)
    numbered = g_strdup (title);
  else
    /* Translators: "Step 3 · Candidates" */
    numbered = g_strdup_printf (_("Step %u · %s"), (guint) step, title);
  gtk_label_set_label (self->step_label, numbered);
  gtk_label_set_label (self->question, nsm_step_get_question_for (step, mode));

  if (step + 1 < NSM_N_STEPS)
    words = g_strdup_printf (_("Go on to %s"), nsm_step_get_title (step + 1));
  else
    words = g_strdup (_("Go on to the document"));
  gtk_button_set_label (GTK_BUTTON (self->onward), words);
}

/**
 * nsm_step_scaffold_set_content:
 * @content: (nullable): stands below the heading; must have no other parent
 */
void
nsm_step_scaffold_set_content (NsmStepScaffold *self, GtkWidget *content)
{
  if (self->content == content)
    return;
  if (self->content != NULL)
    gtk_box_remove (GTK_BOX (self->column), self->content);
  self->content = content;
  if (content != NULL)
    gtk_box_insert_child_after (GTK_BOX (self->column), content, self->heading_row);
}

/**
 * nsm_step_scaffold_set_actions_end:
 * @widget: (nullable): stands at the end of the heading's line
 */
void
nsm_step_scaffold_set_actions_end (NsmStepScaffold *self, GtkWidget *widget)
{
  if (self->actions_end != NULL)
    gtk_box_remove (nsm_turning_box_get_box (NSM_TURNING_BOX (self->heading_row)), self->actions_end);
  self->actions_end = widget;
  if (widget == NULL)
    return;
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_box_append (nsm_turning_box_get_box (NSM_TURNING_BOX (self->heading_row)), widget);
}

void
nsm_step_scaffold_set_max_width (NsmStepScaffold *self, int width)
{
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), width);
}

void
nsm_step_scaffold_set_go_on (NsmStepScaffold *self, gboolean go_on)
{
  gtk_widget_set_visible (self->onward, go_on);
}
