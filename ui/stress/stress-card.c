/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stress/stress-card.h"

#include <string.h>

#include "method/stress-tests.h"
#include "rounds/round.h"
#include "rounds/verdict-voices.h"
#include "rounds/verdicts.h"

struct _NsmStressCard
{
  AdwBin parent_instance;

  char *shown; /* whose voices stand there */
  GtkWidget *name_label;
  GtkWidget *question_label;
  GtkWidget *hint_label;
  GtkWidget *voices_bin;
};

G_DEFINE_FINAL_TYPE (NsmStressCard, nsm_stress_card, ADW_TYPE_BIN)

/* The metric's name is underlined where it stands in the question. */
static char *
dup_question_markup (NsmStressTest test, const char *title)
{
  g_autofree char *question = nsm_stress_test_dup_question (test, title);
  const char *found = strstr (question, title);
  g_autofree char *before = NULL;
  g_autofree char *name = NULL;
  g_autofree char *after = NULL;

  if (found == NULL)
    return g_markup_escape_text (question, -1);
  before = g_markup_escape_text (question, found - question);
  name = g_markup_escape_text (title, -1);
  after = g_markup_escape_text (found + strlen (title), -1);
  return g_strdup_printf ("%s<span underline=\"single\" underline_color=\"#3584e4\">%s</span>%s",
                          before, name, after);
}

static void
show_voices (NsmStressCard *self, NsmCandidate *candidate, NsmStressTest test)
{
  const char *id = NSM_RECORD (candidate)->id;
  NsmRound *round = nsm_candidate_get_verdict_round (candidate);
  NsmWorkshop *workshop = NSM_WORKSHOP (nsm_record_get_root (NSM_RECORD (candidate)));
  /* In a draft, what was said is the verdict. */
  gboolean visible = round != NULL && !round->direct;
  g_autofree char *shown =
    visible ? g_strdup_printf ("%s %s %u", NSM_RECORD (round)->id, id, test) : NULL;

  gtk_widget_set_visible (self->voices_bin, visible);
  /* The hint is for those who still have to think of something. */
  gtk_widget_set_visible (self->hint_label, !visible);
  if (visible)
    gtk_widget_add_css_class (GTK_WIDGET (self), "told");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "told");
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  adw_bin_set_child (ADW_BIN (self->voices_bin),
                     visible ? nsm_verdict_voices_new (workshop, round, id, test, FALSE) : NULL);
}

static void
nsm_stress_card_finalize (GObject *object)
{
  g_free (NSM_STRESS_CARD (object)->shown);

  G_OBJECT_CLASS (nsm_stress_card_parent_class)->finalize (object);
}

static void
nsm_stress_card_class_init (NsmStressCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsm_stress_card_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/stress/stress-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmStressCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, NsmStressCard, question_label);
  gtk_widget_class_bind_template_child (widget_class, NsmStressCard, hint_label);
  gtk_widget_class_bind_template_child (widget_class, NsmStressCard, voices_bin);
}

static void
nsm_stress_card_init (NsmStressCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nsm_stress_card_show:
 *
 * Puts one thought experiment about one candidate on the card.
 */
void
nsm_stress_card_show (NsmStressCard *self, NsmCandidate *candidate, NsmStressTest test)
{
  NsmMetric *metric = nsm_candidate_get_metric (candidate);
  g_autofree char *title = metric != NULL && metric->name[0] != '\0'
                             ? g_strdup (metric->name)
                             : nsm_candidate_dup_title (candidate);
  g_autofree char *question = dup_question_markup (test, title);

  gtk_label_set_label (GTK_LABEL (self->name_label), nsm_stress_test_get_name (test));
  gtk_label_set_label (GTK_LABEL (self->question_label), question);
  gtk_label_set_label (GTK_LABEL (self->hint_label), nsm_stress_test_get_hint (test));
  show_voices (self, candidate, test);
}
