/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidates/sentence.h"

#include <glib/gi18n-lib.h>

#include "kit/bind.h"
#include "kit/blank.h"
#include "kit/names.h"
#include "kit/wrap-layout.h"

struct _NsmSentence
{
  GtkWidget parent_instance;

  GtkWidget *window;
  GtkWidget *measure;
  GtkWidget *unit;
  GtkWidget *statement;
};

G_DEFINE_FINAL_TYPE (NsmSentence, nsm_sentence, GTK_TYPE_WIDGET)

/* In the middle of a sentence the measure begins with a small letter. */
static char *
dup_in_sentence (GtkStringObject *item, gpointer unused)
{
  const char *label = item != NULL ? gtk_string_object_get_string (item) : "";
  const char *rest = label[0] != '\0' ? g_utf8_next_char (label) : label;
  g_autofree char *first = g_utf8_strdown (label, rest - label);

  return g_strconcat (first, rest, NULL);
}

static void
add_window (NsmSentence *self, NsmMetric *metric)
{
  self->window = gtk_drop_down_new (NULL, NULL);
  gtk_widget_add_css_class (self->window, "blank");
  gtk_widget_set_valign (self->window, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->window, GTK_WIDGET (self));
  nsm_bind_choice (self->window, metric, "window");
}

static void
add_measure (NsmSentence *self, NsmMetric *metric)
{
  GtkExpression *word = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                                     G_CALLBACK (dup_in_sentence), NULL, NULL);

  self->measure = gtk_drop_down_new (NULL, word);
  gtk_widget_add_css_class (self->measure, "flat-blank");
  gtk_widget_set_valign (self->measure, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->measure, GTK_WIDGET (self));
  nsm_bind_choice (self->measure, metric, "measure");
}

static void
nsm_sentence_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (nsm_sentence_parent_class)->dispose (object);
}

static void
nsm_sentence_class_init (NsmSentenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_sentence_dispose;
  gtk_widget_class_set_css_name (widget_class, "sentence");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_sentence_init (NsmSentence *self)
{
  g_autoptr (GtkLayoutManager) layout = nsm_wrap_layout_new (8, 8);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), g_steal_pointer (&layout));
  gtk_widget_add_css_class (GTK_WIDGET (self), "sentence");
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), _("The metric as a sentence"));
}

/**
 * nsm_sentence_new:
 *
 * Returns: (transfer floating): the sentence of @metric, to be filled in
 */
GtkWidget *
nsm_sentence_new (NsmMetric *metric)
{
  NsmSentence *self = g_object_new (NSM_TYPE_SENTENCE, NULL);
  GtkWidget *that;

  add_window (self, metric);
  add_measure (self, metric);

  self->unit = nsm_blank_new (_("who or what"));
  gtk_widget_set_parent (self->unit, GTK_WIDGET (self));
  nsm_bind_text (self->unit, metric, "unit");

  /* Translators: joins the blanks: the number of "teams" that "complete a project" */
  that = gtk_label_new (_("that"));
  gtk_widget_set_parent (that, GTK_WIDGET (self));

  self->statement = nsm_blank_new (_("get which value"));
  gtk_widget_set_parent (self->statement, GTK_WIDGET (self));
  nsm_bind_text (self->statement, metric, "statement");
  nsm_widget_set_name_for_readers (self->statement, _("That do or get what"));
  return GTK_WIDGET (self);
}

/**
 * nsm_sentence_focus_field:
 * @field: a member of the metric
 *
 * Returns: whether @field is one of the blanks, which has the focus then
 */
gboolean
nsm_sentence_focus_field (NsmSentence *self, const char *field)
{
  GtkWidget *target = NULL;

  if (g_str_equal (field, "window"))
    target = self->window;
  else if (g_str_equal (field, "measure"))
    target = self->measure;
  else if (g_str_equal (field, "unit"))
    target = self->unit;
  else if (g_str_equal (field, "statement"))
    target = self->statement;
  return target != NULL && gtk_widget_grab_focus (target);
}
