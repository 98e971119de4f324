/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/evidence-card.h"

#include <glib/gi18n-lib.h>

#include "candidates/eliminate-box.h"
#include "evidence/words.h"
#include "evidence/result-row.h"
#include "kit/bind.h"
#include "kit/check-toggle.h"
#include "kit/field-group.h"
#include "kit/field-row.h"
#include "kit/names.h"
#include "kit/wrap-layout.h"
#include "record/journal.h"

struct _NsmEvidenceCard
{
  AdwBin parent_instance;

  NsmCandidate *candidate;
  GtkWidget *opener;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *tag;
  GtkWidget *arrow;
  GtkWidget *body;
  GtkWidget *results;
  GtkWidget *add;
  GtkWidget *verdicts;
  GtkWidget *fields;
  GtkWidget *plan;
  GtkWidget *eliminate;
  GtkWidget *question_place;
};

G_DEFINE_FINAL_TYPE (NsmEvidenceCard, nsm_evidence_card, ADW_TYPE_BIN)

static guint toast_signal;

static NsmWorkshop *
get_workshop (NsmEvidenceCard *self)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (self->candidate));

  return NSM_IS_WORKSHOP (root) ? NSM_WORKSHOP (root) : NULL;
}

/* Results */

static void
on_result_remove (NsmResultRow *row, NsmEvidenceCard *self)
{
  g_autoptr (NsmEvidence) result = g_object_ref (nsm_result_row_get_result (row));
  NsmWorkshop *workshop = get_workshop (self);
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));

  nsm_journal_begin (journal, _("Remove Result"));
  nsm_list_remove (workshop->evidence, NSM_RECORD (result));
  nsm_journal_end (journal);
  gtk_widget_grab_focus (self->add);
  g_signal_emit (self, toast_signal, 0, _("Removed a result"));
}

static NsmResultRow *
find_row (NsmEvidenceCard *self, NsmRecord *result)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->results); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (NSM_RECORD (nsm_result_row_get_result (NSM_RESULT_ROW (row))) == result)
      return NSM_RESULT_ROW (row);
  return NULL;
}

/* Rows stay the same widgets as long as their results are there. */
static void
sync_results (NsmEvidenceCard *self)
{
  NsmWorkshop *workshop = get_workshop (self);
  const char *id = NSM_RECORD (self->candidate)->id;
  GtkWidget *next;
  int n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->results); row != NULL; row = next)
    {
      NsmEvidence *result = nsm_result_row_get_result (NSM_RESULT_ROW (row));

      next = gtk_widget_get_next_sibling (row);
      if (NSM_RECORD (result)->owner == NULL || !g_str_equal (result->candidate, id))
        gtk_list_box_remove (GTK_LIST_BOX (self->results), row);
    }
  if (workshop != NULL)
    NSM_LIST_EACH (NsmEvidence, result, workshop->evidence)
      {
        if (!g_str_equal (result->candidate, id))
          continue;
        if (find_row (self, NSM_RECORD (result)) == NULL)
          {
            GtkWidget *row = nsm_result_row_new (result);

            g_signal_connect_object (row, "remove", G_CALLBACK (on_result_remove), self, 0);
            gtk_list_box_insert (GTK_LIST_BOX (self->results), row, n);
          }
        n++;
      }
  gtk_widget_set_visible (self->results, n > 0);
}

static void
on_add_clicked (NsmEvidenceCard *self)
{
  NsmWorkshop *workshop = get_workshop (self);
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
  NsmEvidence *result;
  NsmResultRow *row;

  nsm_journal_begin (journal, _("Add Result"));
  result = nsm_list_append_new (workshop->evidence, "candidate", NSM_RECORD (self->candidate)->id,
                                NULL);
  nsm_journal_end (journal);
  sync_results (self);
  row = find_row (self, NSM_RECORD (result));
  if (row != NULL)
    nsm_result_row_focus_field (row, "outcome");
}

/* Elimination is the team's act: it asks for the reason, with the verdict's as a start. */

static void
on_question_done (NsmEliminateBox *box, gboolean eliminated, NsmEvidenceCard *self)
{
  g_autofree char *title = nsm_candidate_dup_title (self->candidate);
  g_autofree char *text = g_strdup_printf (_("Eliminated “%s”"), title);

  gtk_widget_set_visible (self->question_place, FALSE);
  gtk_widget_set_visible (self->eliminate, TRUE);
  adw_bin_set_child (ADW_BIN (self->question_place), NULL);
  if (eliminated)
    g_signal_emit (self, toast_signal, 0, text);
  else
    gtk_widget_grab_focus (self->eliminate);
}

static void
on_eliminate_clicked (NsmEvidenceCard *self)
{
  GtkWidget *box = nsm_eliminate_box_new (self->candidate, self->candidate->evidence_why);

  g_signal_connect_object (box, "done", G_CALLBACK (on_question_done), self, 0);
  adw_bin_set_child (ADW_BIN (self->question_place), box);
  gtk_widget_set_visible (self->question_place, TRUE);
  gtk_widget_set_visible (self->eliminate, FALSE);
  gtk_widget_grab_focus (box);
}

static void
on_opener_toggled (NsmEvidenceCard *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->opener));

  gtk_widget_set_visible (self->body, open);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow),
                                open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->opener), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

/* GObject */

static void
nsm_evidence_card_dispose (GObject *object)
{
  g_clear_object (&NSM_EVIDENCE_CARD (object)->candidate);
  G_OBJECT_CLASS (nsm_evidence_card_parent_class)->dispose (object);
}

static void
nsm_evidence_card_class_init (NsmEvidenceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_evidence_card_dispose;
  toast_signal = g_signal_new ("toast-undo", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (NSM_TYPE_FIELD_GROUP);
  g_type_ensure (NSM_TYPE_FIELD_ROW);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/evidence/evidence-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, opener);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, title);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, tag);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, arrow);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, body);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, results);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, add);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, verdicts);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, fields);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, plan);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, eliminate);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, question_place);
}

static void
nsm_evidence_card_init (NsmEvidenceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->verdicts, nsm_wrap_layout_new (6, 6));
  g_signal_connect_object (self->opener, "toggled", G_CALLBACK (on_opener_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->eliminate, "clicked", G_CALLBACK (on_eliminate_clicked), self,
                           G_CONNECT_SWAPPED);
}

/**
 * nsm_evidence_card_new:
 *
 * Returns: (transfer floating): a folded card for @candidate
 */
GtkWidget *
nsm_evidence_card_new (NsmCandidate *candidate)
{
  NsmEvidenceCard *self = g_object_new (NSM_TYPE_EVIDENCE_CARD, NULL);

  self->candidate = g_object_ref (candidate);
  for (guint v = NSM_EVIDENCE_VERDICT_SUPPORTS; v <= NSM_EVIDENCE_VERDICT_UNMEASURED; v++)
    {
      GtkWidget *toggle =
          nsm_check_toggle_new (nsm_choice_get_label (NSM_TYPE_EVIDENCE_VERDICT, v));

      nsm_bind_toggle (toggle, candidate, "evidence_verdict", v, NSM_EVIDENCE_VERDICT_UNSET);
      gtk_box_append (GTK_BOX (self->verdicts), toggle);
    }
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->fields), NSM_RECORD (candidate));
  nsm_evidence_card_refresh (self);
  return GTK_WIDGET (self);
}

NsmCandidate *
nsm_evidence_card_get_candidate (NsmEvidenceCard *self)
{
  return self->candidate;
}

void
nsm_evidence_card_set_open (NsmEvidenceCard *self, gboolean open)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->opener), open);
}

/**
 * nsm_evidence_card_refresh:
 *
 * Brings words and the list of results up to date.
 */
void
nsm_evidence_card_refresh (NsmEvidenceCard *self)
{
  g_autofree char *title = nsm_candidate_dup_title (self->candidate);
  g_autofree char *summary = NULL;
  gboolean unmeasured = self->candidate->evidence_verdict == NSM_EVIDENCE_VERDICT_UNMEASURED;

  if (get_workshop (self) == NULL)
    return;
  summary = nsm_candidate_dup_evidence_summary (self->candidate);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), summary);
  gtk_label_set_label (GTK_LABEL (self->tag),
                       nsm_choice_get_label (NSM_TYPE_EVIDENCE_VERDICT,
                                             self->candidate->evidence_verdict));
  if (self->candidate->evidence_verdict == NSM_EVIDENCE_VERDICT_UNSET)
    gtk_widget_add_css_class (self->tag, "dashed");
  else
    gtk_widget_remove_css_class (self->tag, "dashed");
  gtk_widget_set_visible (self->plan,
                          unmeasured || self->candidate->instrument_plan[0] != '\0');
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), title);
  sync_results (self);
}

/**
 * nsm_evidence_card_focus_field:
 * @record: the candidate, or one of its results
 * @field: (nullable): a member of it
 *
 * Returns: whether it is on this card, which is open then
 */
gboolean
nsm_evidence_card_focus_field (NsmEvidenceCard *self, NsmRecord *record, const char *field)
{
  NsmResultRow *row = find_row (self, record);

  if (row == NULL && record != NSM_RECORD (self->candidate))
    return FALSE;
  nsm_evidence_card_set_open (self, TRUE);
  if (row != NULL)
    return nsm_result_row_focus_field (row, field);
  if (field == NULL)
    return gtk_widget_grab_focus (self->add);
  if (g_str_equal (field, "evidence_verdict"))
    return gtk_widget_child_focus (self->verdicts, GTK_DIR_TAB_FORWARD);
  if (g_str_equal (field, "instrument_plan"))
    gtk_widget_set_visible (self->plan, TRUE);
  return FALSE;
}
