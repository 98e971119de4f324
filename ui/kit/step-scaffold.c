/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/step-scaffold.h"

#include <glib/gi18n-lib.h>

#include "kit/turning-box.h"
#include "method/step.h"

#define LEAST 24 /* sizes of type that a question and what stands beside it need */
#define WIDEST G_MAXINT16 /* wider than any window: as wide as there is */

struct _NsmStepScaffold
{
  AdwBin parent_instance;

  GtkWidget *actions_end; /* in the heading, not owned */
  GtkWidget *scroller;
  GtkWidget *clamp;
  GtkWidget *column;
  GtkWidget *heading_row;
  GtkWidget *slot; /* what the content stands in */
  GtkLabel *step_label;
  GtkLabel *question;
  GtkWidget *onward;
  int max_width;
  gboolean bare;
  gboolean go_on;
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

/* The content stays where it is whether or not there is anything around it: a widget that
 * is taken out and put back loses its focus, and assistive technology its way to it. */
static void
update_shape (NsmStepScaffold *self)
{
  int width = self->bare ? WIDEST : self->max_width;

  gtk_widget_set_visible (self->heading_row, !self->bare);
  gtk_widget_set_visible (self->onward, self->go_on && !self->bare);
  gtk_widget_set_vexpand (self->slot, self->bare);
  if (self->bare)
    gtk_widget_remove_css_class (self->column, "page-column");
  else
    gtk_widget_add_css_class (self->column, "page-column");
  adw_clamp_set_maximum_size (ADW_CLAMP (self->clamp), width);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->clamp), width);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  self->bare ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
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
  self->max_width = 1;
  self->go_on = TRUE;
  self->heading_row = make_heading (self);
  self->onward = gtk_button_new ();
  gtk_widget_set_halign (self->onward, GTK_ALIGN_END);
  gtk_widget_add_css_class (self->onward, "pill");
  gtk_widget_add_css_class (self->onward, "suggested-action");
  gtk_widget_add_css_class (self->onward, "go-on");
  g_signal_connect_object (self->onward, "clicked", G_CALLBACK (on_onward_clicked), self,
                           G_CONNECT_SWAPPED);

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  self->slot = adw_bin_new ();
  gtk_box_append (GTK_BOX (self->column), self->heading_row);
  gtk_box_append (GTK_BOX (self->column), self->slot);
  gtk_box_append (GTK_BOX (self->column), self->onward);

  self->clamp = g_object_new (ADW_TYPE_CLAMP, "child", self->column, NULL);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->clamp);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
  update_shape (self);
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
  adw_bin_set_child (ADW_BIN (self->slot), content);
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
  self->max_width = width;
  update_shape (self);
}

void
nsm_step_scaffold_set_go_on (NsmStepScaffold *self, gboolean go_on)
{
  self->go_on = go_on;
  update_shape (self);
}

/**
 * nsm_step_scaffold_set_bare:
 * @bare: whether the content has the whole page to itself
 */
void
nsm_step_scaffold_set_bare (NsmStepScaffold *self, gboolean bare)
{
  self->bare = bare;
  update_shape (self);
}
