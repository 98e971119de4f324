/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/evidence-card.h"

#include <glib/gi18n-lib.h>

#include "candidates/eliminate-box.h"
#include "evidence/outcome-view.h"
#include "evidence/result-row.h"
#include "evidence/verdict-box.h"
#include "evidence/words.h"
#include "kit/field-group.h"
#include "kit/field-row.h"
#include "kit/names.h"
#include "record/journal.h"

struct _NsmEvidenceCard
{
  AdwBin parent_instance;

  NsmCandidate *candidate;
  NsmLookMemory *memory;
  GtkWidget *opener;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *tag;
  GtkWidget *arrow;
  GtkWidget *body;
  GtkWidget *results;
  GtkWidget *add;
  GtkWidget *verdict;
  GtkWidget *plan_box;
  GtkWidget *plan_fields;
  GtkWidget *plan_in_front;
  GtkWidget *outcomes;
  GtkWidget *fields;
  GtkWidget *plan;
  GtkWidget *eliminate;
  GtkWidget *question_place;
};

G_DEFINE_FINAL_TYPE (NsmEvidenceCard, nsm_evidence_card, ADW_TYPE_BIN)

enum
{
  SIGNAL_TOAST_UNDO,
  SIGNAL_ASK_TIMING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static NsmWorkshop *
get_workshop (NsmEvidenceCard *self)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (self->candidate));

  return NSM_IS_WORKSHOP (root) ? NSM_WORKSHOP (root) : NULL;
}

static gboolean
is_open (NsmEvidenceCard *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->opener));
}

/* Results that people typed in */

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
  g_signal_emit (self, signals[SIGNAL_TOAST_UNDO], 0, _("Removed a result"));
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
  g_autoptr (GPtrArray) results = nsm_candidate_list_typed_in (self->candidate);
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (self->results); row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (!g_ptr_array_find (results, nsm_result_row_get_result (NSM_RESULT_ROW (row)), NULL))
        gtk_list_box_remove (GTK_LIST_BOX (self->results), row);
    }
  for (guint i = 0; i < results->len; i++)
    if (find_row (self, g_ptr_array_index (results, i)) == NULL)
      {
        GtkWidget *row = nsm_result_row_new (g_ptr_array_index (results, i));

        g_signal_connect_object (row, "remove", G_CALLBACK (on_result_remove), self, 0);
        gtk_list_box_insert (GTK_LIST_BOX (self->results), row, (int) i);
      }
  gtk_widget_set_visible (self->results, results->len > 0);
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

/* Results of files: a view an outcome, which stays the same widget when a newer file is read */

static void
on_ask_timing (NsmOutcomeView *view, NsmEvidence *result, NsmEvidenceCard *self)
{
  g_signal_emit (self, signals[SIGNAL_ASK_TIMING], 0, result);
}

static NsmOutcomeView *
find_view (NsmEvidenceCard *self, NsmEvidence *result)
{
  for (GtkWidget *view = gtk_widget_get_first_child (self->outcomes); view != NULL;
       view = gtk_widget_get_next_sibling (view))
    if (nsm_outcome_view_is_of (NSM_OUTCOME_VIEW (view), result))
      return NSM_OUTCOME_VIEW (view);
  return NULL;
}

static gboolean
is_among (NsmOutcomeView *view, GPtrArray *outcomes)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      NsmOutcomeResults *results = g_ptr_array_index (outcomes, i);

      if (nsm_outcome_view_is_of (view, results->whole))
        return TRUE;
    }
  return FALSE;
}

static void
sync_outcomes (NsmEvidenceCard *self, GPtrArray *outcomes)
{
  GtkWidget *previous = NULL;
  GtkWidget *next;

  for (GtkWidget *view = gtk_widget_get_first_child (self->outcomes); view != NULL; view = next)
    {
      next = gtk_widget_get_next_sibling (view);
      if (!is_among (NSM_OUTCOME_VIEW (view), outcomes))
        gtk_box_remove (GTK_BOX (self->outcomes), view);
    }
  for (guint i = 0; i < outcomes->len; i++)
    {
      const NsmOutcomeResults *results = g_ptr_array_index (outcomes, i);
      GtkWidget *view = GTK_WIDGET (find_view (self, results->whole));

      if (view == NULL)
        {
          view = nsm_outcome_view_new ();
          g_signal_connect_object (view, "ask-timing", G_CALLBACK (on_ask_timing), self, 0);
          gtk_box_append (GTK_BOX (self->outcomes), view);
        }
      if (gtk_widget_get_prev_sibling (view) != previous)
        gtk_box_reorder_child_after (GTK_BOX (self->outcomes), view, previous);
      nsm_outcome_view_update (NSM_OUTCOME_VIEW (view), results, self->memory);
      previous = view;
    }
  gtk_widget_set_visible (self->outcomes, outcomes->len > 0);
}

/* What the results say together; NULL without results. */
static char *
dup_sentence (NsmEvidenceCard *self)
{
  NsmWorkshop *workshop = get_workshop (self);

  if (workshop != NULL)
    NSM_LIST_EACH (NsmEvidence, result, workshop->evidence)
      if (g_str_equal (result->candidate, NSM_RECORD (self->candidate)->id))
        return nsm_candidate_dup_evidence_verdict (self->candidate);
  return NULL;
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
    g_signal_emit (self, signals[SIGNAL_TOAST_UNDO], 0, text);
  else
    gtk_widget_grab_focus (self->eliminate);
}

/* In the team's words where there are some, else what the results say. */
static char *
dup_reason_draft (NsmEvidenceCard *self)
{
  if (self->candidate->evidence_why[0] != '\0')
    return g_strdelimit (g_strdup (self->candidate->evidence_why), "\n", ' ');
  return dup_sentence (self);
}

static void
on_eliminate_clicked (NsmEvidenceCard *self)
{
  g_autofree char *draft = dup_reason_draft (self);
  GtkWidget *box = nsm_eliminate_box_new (self->candidate, draft);

  g_signal_connect_object (box, "done", G_CALLBACK (on_question_done), self, 0);
  adw_bin_set_child (ADW_BIN (self->question_place), box);
  gtk_widget_set_visible (self->question_place, TRUE);
  gtk_widget_set_visible (self->eliminate, FALSE);
  gtk_widget_grab_focus (box);
}

static void
on_opener_toggled (NsmEvidenceCard *self)
{
  gboolean open = is_open (self);

  nsm_evidence_card_refresh (self);
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
  NsmEvidenceCard *self = NSM_EVIDENCE_CARD (object);

  g_clear_object (&self->candidate);
  g_clear_object (&self->memory);
  G_OBJECT_CLASS (nsm_evidence_card_parent_class)->dispose (object);
}

static void
nsm_evidence_card_class_init (NsmEvidenceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_evidence_card_dispose;
  signals[SIGNAL_TOAST_UNDO] =
      g_signal_new ("toast-undo", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ASK_TIMING] =
      g_signal_new ("ask-timing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, NSM_TYPE_EVIDENCE);
  g_type_ensure (NSM_TYPE_EVIDENCE_VERDICT_BOX);
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
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, verdict);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, plan_box);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, plan_fields);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, plan_in_front);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, outcomes);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, fields);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, plan);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, eliminate);
  gtk_widget_class_bind_template_child (widget_class, NsmEvidenceCard, question_place);
}

static void
nsm_evidence_card_init (NsmEvidenceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->opener, "toggled", G_CALLBACK (on_opener_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add_clicked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->eliminate, "clicked", G_CALLBACK (on_eliminate_clicked), self,
                           G_CONNECT_SWAPPED);
}

/**
 * nsm_evidence_card_new:
 * @memory: of the files that were looked at
 *
 * Returns: (transfer floating): a folded card for @candidate
 */
GtkWidget *
nsm_evidence_card_new (NsmCandidate *candidate, NsmLookMemory *memory)
{
  NsmEvidenceCard *self = g_object_new (NSM_TYPE_EVIDENCE_CARD, NULL);

  self->candidate = g_object_ref (candidate);
  self->memory = g_object_ref (memory);
  nsm_evidence_verdict_box_set_candidate (NSM_EVIDENCE_VERDICT_BOX (self->verdict), candidate);
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->fields), NSM_RECORD (candidate));
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->plan_fields), NSM_RECORD (candidate));
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

/* Folded, a card says in its second line what the results say; unfolded that is its first
 * sentence, in large letters. */
static void
refresh_head (NsmEvidenceCard *self, const char *title, const char *sentence)
{
  g_autofree char *summary = nsm_candidate_dup_evidence_summary (self->candidate);
  NsmEvidenceVerdict verdict = self->candidate->evidence_verdict;
  gboolean says = sentence != NULL && sentence[0] != '\0' && !is_open (self);
  g_autofree char *unbroken = nsm_words_dup_unbroken (says ? sentence : "");

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), says ? unbroken : summary);
  gtk_label_set_label (GTK_LABEL (self->tag),
                       nsm_choice_get_label (NSM_TYPE_EVIDENCE_VERDICT, verdict));
  if (verdict == NSM_EVIDENCE_VERDICT_UNSET)
    gtk_widget_add_css_class (self->tag, "dashed");
  else
    gtk_widget_remove_css_class (self->tag, "dashed");
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), title);
}

static void
refresh_body (NsmEvidenceCard *self, const char *title, const char *sentence)
{
  g_autoptr (GPtrArray) outcomes = nsm_candidate_list_outcomes (self->candidate);
  gboolean unmeasured = self->candidate->evidence_verdict == NSM_EVIDENCE_VERDICT_UNMEASURED;
  /* Translators: a button's name for screen readers; a candidate */
  g_autofree char *elimination = g_strdup_printf (_("Eliminate “%s”…"), title);

  sync_outcomes (self, outcomes);
  sync_results (self);
  nsm_evidence_verdict_box_refresh (NSM_EVIDENCE_VERDICT_BOX (self->verdict), sentence);
  gtk_widget_set_visible (self->plan_box, unmeasured);
  gtk_widget_set_visible (self->plan, !unmeasured && self->candidate->instrument_plan[0] != '\0');
  gtk_widget_set_visible (self->add, !unmeasured);
  nsm_widget_set_name_for_readers (self->eliminate, elimination);
}

/**
 * nsm_evidence_card_refresh:
 *
 * Brings words and the list of results up to date; of a folded card only what can be seen.
 */
void
nsm_evidence_card_refresh (NsmEvidenceCard *self)
{
  g_autofree char *title = NULL;
  g_autofree char *sentence = NULL;

  if (self->candidate == NULL || get_workshop (self) == NULL)
    return;
  title = nsm_candidate_dup_title (self->candidate);
  sentence = dup_sentence (self);
  refresh_head (self, title, sentence);
  if (is_open (self))
    refresh_body (self, title, sentence);
}

static gboolean
focus_result (NsmEvidenceCard *self, NsmEvidence *result, const char *field)
{
  NsmOutcomeView *view;
  NsmResultRow *row;

  if (!g_str_equal (result->candidate, NSM_RECORD (self->candidate)->id))
    return FALSE;
  nsm_evidence_card_set_open (self, TRUE);
  view = find_view (self, result);
  if (nsm_evidence_is_computed (result))
    return view != NULL && nsm_outcome_view_focus (view, result, field);
  row = find_row (self, NSM_RECORD (result));
  return row != NULL && nsm_result_row_focus_field (row, field);
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
  if (NSM_IS_EVIDENCE (record))
    return focus_result (self, NSM_EVIDENCE (record), field);
  if (record != NSM_RECORD (self->candidate))
    return FALSE;
  nsm_evidence_card_set_open (self, TRUE);
  if (field == NULL)
    return gtk_widget_grab_focus (self->opener);
  if (g_str_equal (field, "evidence_verdict"))
    return gtk_widget_grab_focus (self->verdict);
  if (g_str_equal (field, "instrument_plan"))
    {
      GtkWidget *row = gtk_widget_get_visible (self->plan_box) ? self->plan_in_front : self->plan;

      gtk_widget_set_visible (row, TRUE);
      return gtk_widget_grab_focus (nsm_field_row_get_control (NSM_FIELD_ROW (row)));
    }
  return FALSE;
}
