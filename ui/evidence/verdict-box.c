/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/verdict-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "evidence/results.h"
#include "evidence/words.h"
#include "kit/bind.h"
#include "kit/check-toggle.h"
#include "kit/names.h"
#include "kit/wrap-layout.h"
#include "record/journal.h"

struct _NsmEvidenceVerdictBox
{
  AdwBin parent_instance;

  NsmCandidate *candidate;
  NsmEvidenceVerdict suggested;
  char *title; /* of the candidate, as the names for readers have it */
  GtkWidget *sentence; /* the first one: the strongest result */
  GtkWidget *more;
  GtkWidget *suggestion_row;
  GtkWidget *suggestion;
  GtkWidget *verdicts;
};

G_DEFINE_FINAL_TYPE (NsmEvidenceVerdictBox, nsm_evidence_verdict_box, ADW_TYPE_BIN)

/* The sentence is the reason to begin with, where people haven't written one. */
static void
on_suggestion_clicked (NsmEvidenceVerdictBox *self)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (self->candidate));
  g_autofree char *why = nsm_candidate_dup_evidence_verdict (self->candidate);

  nsm_journal_begin (journal, _("Agree With the Figures"));
  g_object_set (self->candidate, "evidence-verdict", self->suggested, NULL);
  if (self->candidate->evidence_why[0] == '\0' && why != NULL)
    g_object_set (self->candidate, "evidence-why", why, NULL);
  nsm_journal_end (journal);
  gtk_widget_child_focus (self->verdicts, GTK_DIR_TAB_FORWARD);
}

static void
set_line (GtkWidget *label, const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, text[0] != '\0');
}

static void
show_sentences (NsmEvidenceVerdictBox *self, const char *sentences)
{
  g_autofree char *text = nsm_words_dup_unbroken (sentences);
  char *end = strstr (text, ". ");

  if (end == NULL)
    {
      set_line (self->sentence, text);
      set_line (self->more, "");
      return;
    }
  end[1] = '\0';
  set_line (self->sentence, text);
  set_line (self->more, end + 2);
}

static void
name_toggles (NsmEvidenceVerdictBox *self)
{
  g_autofree char *title = nsm_candidate_dup_title (self->candidate);
  guint v = NSM_EVIDENCE_VERDICT_SUPPORTS;

  if (g_strcmp0 (title, self->title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  for (GtkWidget *toggle = gtk_widget_get_first_child (self->verdicts); toggle != NULL;
       toggle = gtk_widget_get_next_sibling (toggle), v++)
    {
      /* Translators: a verdict and which candidate it is about, for screen readers */
      g_autofree char *name = g_strdup_printf (
          _("%s: %s"), nsm_choice_get_label (NSM_TYPE_EVIDENCE_VERDICT, v), self->title);

      nsm_widget_set_name_for_readers (toggle, name);
    }
}

static void
show_suggestion (NsmEvidenceVerdictBox *self)
{
  NsmEvidenceVerdict verdict = self->candidate->evidence_verdict;
  const char *label;

  self->suggested = nsm_candidate_get_suggested_verdict (self->candidate);
  gtk_widget_set_visible (self->suggestion_row, self->suggested != NSM_EVIDENCE_VERDICT_UNSET &&
                                                  self->suggested != verdict);
  label = nsm_choice_get_label (NSM_TYPE_EVIDENCE_VERDICT, self->suggested);
  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (self->suggestion)), label) != 0)
    {
      g_autofree char *name = g_strdup_printf (_("Agree: %s"), label);

      gtk_button_set_label (GTK_BUTTON (self->suggestion), label);
      nsm_widget_set_name_for_readers (self->suggestion, name);
    }
  if (verdict == NSM_EVIDENCE_VERDICT_UNSET)
    gtk_widget_add_css_class (self->suggestion, "suggested-action");
  else
    gtk_widget_remove_css_class (self->suggestion, "suggested-action");
}

static gboolean
nsm_evidence_verdict_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (NSM_EVIDENCE_VERDICT_BOX (widget)->verdicts, GTK_DIR_TAB_FORWARD);
}

static void
nsm_evidence_verdict_box_finalize (GObject *object)
{
  NsmEvidenceVerdictBox *self = NSM_EVIDENCE_VERDICT_BOX (object);

  g_clear_object (&self->candidate);
  g_free (self->title);
  G_OBJECT_CLASS (nsm_evidence_verdict_box_parent_class)->finalize (object);
}

static void
nsm_evidence_verdict_box_class_init (NsmEvidenceVerdictBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsm_evidence_verdict_box_finalize;
  widget_class->grab_focus = nsm_evidence_verdict_box_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/evidence/verdict-box.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceVerdictBox, sentence);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceVerdictBox, more);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceVerdictBox, suggestion_row);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceVerdictBox, suggestion);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceVerdictBox, verdicts);
}

static void
nsm_evidence_verdict_box_init (NsmEvidenceVerdictBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->verdicts, nsm_wrap_layout_new (6, 6));
  gtk_widget_set_layout_manager (self->suggestion_row, nsm_wrap_layout_new (9, 6));
  g_signal_connect_object (self->suggestion, "clicked", G_CALLBACK (on_suggestion_clicked), self,
                           G_CONNECT_SWAPPED);
}

/**
 * nsm_evidence_verdict_box_set_candidate:
 *
 * To be called once.
 */
void
nsm_evidence_verdict_box_set_candidate (NsmEvidenceVerdictBox *self, NsmCandidate *candidate)
{
  g_return_if_fail (self->candidate == NULL);

  self->candidate = g_object_ref (candidate);
  for (guint v = NSM_EVIDENCE_VERDICT_SUPPORTS; v <= NSM_EVIDENCE_VERDICT_UNMEASURED; v++)
    {
      GtkWidget *toggle =
          nsm_check_toggle_new (nsm_choice_get_label (NSM_TYPE_EVIDENCE_VERDICT, v));

      nsm_bind_toggle (toggle, candidate, "evidence_verdict", v, NSM_EVIDENCE_VERDICT_UNSET);
      gtk_box_append (GTK_BOX (self->verdicts), toggle);
    }
}

/**
 * nsm_evidence_verdict_box_refresh:
 * @sentence: (nullable): what the results say; NULL without any
 */
void
nsm_evidence_verdict_box_refresh (NsmEvidenceVerdictBox *self, const char *sentence)
{
  show_sentences (self, sentence != NULL ? sentence : "");
  show_suggestion (self);
  name_toggles (self);
}
