/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stress/stress-refine.h"

#include <glib/gi18n-lib.h>

#include "candidates/sentence.h"
#include "kit/field-group.h"
#include "kit/field-row.h"
#include "method/candidates.h"
#include "record/journal.h"

struct _NsmStressRefine
{
  AdwBin parent_instance;

  GtkWidget *version_label;
  GtkWidget *form_bin;
  GtkWidget *old_label;
  GtkWidget *old_sentence;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmStressRefine, nsm_stress_refine, ADW_TYPE_BIN)

static void
on_carry_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  g_signal_emit (user_data, signals[DONE], 0, TRUE);
}

static void
on_again_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  g_signal_emit (user_data, signals[DONE], 0, FALSE);
}

static void
nsm_stress_refine_class_init (NsmStressRefineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[DONE] = g_signal_new ("done", NSM_TYPE_STRESS_REFINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/stress/stress-refine.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmStressRefine, version_label);
  gtk_widget_class_bind_template_child (widget_class, NsmStressRefine, form_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmStressRefine, old_label);
  gtk_widget_class_bind_template_child (widget_class, NsmStressRefine, old_sentence);
  gtk_widget_class_bind_template_callback (widget_class, on_carry_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_again_clicked);
}

static void
nsm_stress_refine_init (NsmStressRefine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_old (NsmStressRefine *self, NsmCandidate *candidate)
{
  NsmRecord *old = nsm_record_find (NSM_RECORD (candidate), candidate->refines);
  NsmMetric *metric =
    old != NULL && NSM_IS_CANDIDATE (old) ? nsm_candidate_get_metric (NSM_CANDIDATE (old)) : NULL;
  g_autofree char *title = metric != NULL ? nsm_metric_dup_title (metric) : g_strdup ("");
  g_autofree char *sentence = metric != NULL ? nsm_metric_dup_sentence (metric) : g_strdup ("");
  g_autofree char *text = g_strdup_printf (
    _("Version %d stays, with its scores and verdicts"), (int) candidate->version - 1);
  g_autofree char *both =
    sentence[0] != '\0' ? g_strdup_printf ("%s\n%s", title, sentence) : g_strdup (title);

  gtk_label_set_label (GTK_LABEL (self->old_label), text);
  gtk_label_set_label (GTK_LABEL (self->old_sentence), both);
}

/**
 * nsm_stress_refine_new:
 * @candidate: the new version
 */
GtkWidget *
nsm_stress_refine_new (NsmCandidate *candidate)
{
  NsmStressRefine *self = g_object_new (NSM_TYPE_STRESS_REFINE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  NsmMetric *metric = nsm_candidate_get_metric (candidate);
  g_autofree char *version = g_strdup_printf (_("Version %d"), (int) candidate->version);

  gtk_label_set_label (GTK_LABEL (self->version_label), version);
  gtk_box_append (GTK_BOX (box), nsm_sentence_new (metric));
  gtk_box_append (GTK_BOX (box), nsm_field_group_new (NSM_RECORD (metric), "name"));
  gtk_box_append (GTK_BOX (box), nsm_field_group_new (NSM_RECORD (candidate), "refined_why"));
  adw_bin_set_child (ADW_BIN (self->form_bin), box);
  show_old (self, candidate);
  return GTK_WIDGET (self);
}

/**
 * nsm_stress_carry_over:
 * @except: the thought experiment that asked for the refinement: it is asked again
 *
 * Gives the new version the verdicts of the old one, each with a note that says
 * where it comes from; one step of undo.
 */
void
nsm_stress_carry_over (NsmCandidate *from, NsmCandidate *to, NsmStressTest except)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (to));

  nsm_journal_begin (journal, _("Carry Verdicts Over"));
  for (guint i = 0; i < NSM_N_STRESS_TESTS; i++)
    {
      NsmStressResult *old = nsm_candidate_find_stress_result (from, i);
      g_autofree char *note = NULL;

      if (i == except || old == NULL || old->verdict == NSM_VERDICT_UNSET)
        continue;
      /* Translators: a version number; what was written about it */
      note = g_strdup_printf (_("Carried over from version %d. %s"), (int) from->version,
                              old->scenario);
      g_object_set (nsm_candidate_ensure_stress_result (to, i), "verdict", old->verdict, "scenario",
                    note, "mitigation", old->mitigation, "counter-metric", old->counter_metric,
                    NULL);
    }
  nsm_journal_end (journal);
}
