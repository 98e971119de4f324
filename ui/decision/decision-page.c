/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decision/decision-page.h"

#include <glib/gi18n-lib.h>

#include "decision/rejection-card.h"
#include "findings/findings.h"
#include "findings/scoring.h"
#include "kit/field-group.h"
#include "kit/field-row.h"
#include "kit/star.h"
#include "method/candidates.h"
#include "method/step.h"
#include "model/workshop.h"

struct _NsmDecisionPage
{
  NsmStepPage parent_instance;

  NsmStar *star;
  GtkLabel *kicker;
  GtkLabel *firmness;
  GtkLabel *headline;
  GtkLabel *reasons;
  GtkWidget *evidence;
  GtkLabel *evidence_label;
  GtkWidget *chosen_mark;
  GtkLabel *chosen_label;
  GtkWidget *choose;
  GtkWidget *choose_other;
  GtkPopover *others_popover;
  GtkBox *others;
  NsmFieldGroup *review_group;
  NsmFieldGroup *why_group;
  GtkLabel *reason_count;
  GtkBox *cards;
  GtkWidget *no_others;
  char *recommended; /* id of the candidate that the program takes the side of, or NULL */
};

G_DEFINE_FINAL_TYPE (NsmDecisionPage, nsm_decision_page, NSM_TYPE_STEP_PAGE)

static void
choose (NsmDecisionPage *self, const char *id)
{
  NsmWorkshop *workshop = nsm_step_page_get_workshop (NSM_STEP_PAGE (self));

  g_object_set (workshop->decision, "chosen", id, NULL);
}

static void
on_choose_clicked (NsmDecisionPage *self)
{
  if (self->recommended != NULL)
    choose (self, self->recommended);
}

static void
on_other_clicked (NsmDecisionPage *self, GtkButton *button)
{
  const char *id = gtk_widget_get_name (GTK_WIDGET (button));

  gtk_popover_popdown (self->others_popover);
  choose (self, id);
}

/* What the program recommends */

/* The evidence, a sentence a line: how often it wins, and how far people agree. */
static char *
dup_evidence (NsmScoring *scoring)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < scoring->robustness->reasons->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "",
                            (const char *) g_ptr_array_index (scoring->robustness->reasons, i));
  if (scoring->agreement->sentence[0] != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", scoring->agreement->sentence);
  for (guint i = 0; i < scoring->calibrations->len; i++)
    {
      const NsmCalibration *calibration = g_ptr_array_index (scoring->calibrations, i);

      g_string_append_printf (text, "\n%s", calibration->sentence);
    }
  return g_string_free (text, FALSE);
}

static void
on_prepared (GObject *workshop, GAsyncResult *result, gpointer data)
{
  g_autoptr (NsmDecisionPage) self = data;
  g_autoptr (NsmScoring) scoring =
    nsm_scoring_prepare_finish (NSM_WORKSHOP (workshop), result, NULL);

  if (nsm_step_page_get_workshop (NSM_STEP_PAGE (self)) == NSM_WORKSHOP (workshop))
    nsm_step_page_queue_refresh (NSM_STEP_PAGE (self));
}

static void
show_recommendation (NsmDecisionPage *self, NsmWorkshop *workshop)
{
  g_autoptr (NsmScoring) scoring = nsm_scoring_peek (workshop, NULL);
  NsmRobustness *robustness = scoring != NULL ? scoring->robustness : NULL;

  if (scoring == NULL && !nsm_findings_are_at_hand (workshop))
    {
      /* What was recommended stays until the figures are there. */
      nsm_scoring_prepare_async (workshop, NULL, NULL, on_prepared, g_object_ref (self));
      return;
    }
  g_clear_pointer (&self->recommended, g_free);
  gtk_widget_set_visible (self->evidence, robustness != NULL && robustness->has_winner);
  if (robustness == NULL || !robustness->has_winner)
    {
      gtk_label_set_label (self->kicker, _("No recommendation yet"));
      gtk_widget_hide (GTK_WIDGET (self->firmness));
      gtk_label_set_label (self->headline, _("Nobody has scored the candidates."));
      gtk_label_set_label (self->reasons,
                           _("Score them first, so that the program can take a side. You can choose one all the same."));
      return;
    }

  const char *id = nsm_scores_get_candidate_id (scoring->scores, robustness->winner);
  NsmRecord *winner = nsm_record_find (NSM_RECORD (workshop), id);
  g_autofree char *why =
    robustness->what_would_change != NULL && robustness->what_would_change[0] != '\0'
      ? g_strdup_printf ("%s %s", robustness->explanation, robustness->what_would_change)
      : g_strdup (robustness->explanation);

  g_autofree char *evidence = dup_evidence (scoring);

  gtk_label_set_label (self->kicker, _("We recommend"));
  gtk_label_set_label (self->firmness, robustness->firmness_label);
  gtk_widget_show (GTK_WIDGET (self->firmness));
  gtk_label_set_label (self->headline, robustness->verdict);
  gtk_label_set_label (self->reasons, why);
  gtk_label_set_label (self->evidence_label, evidence);
  if (winner != NULL && NSM_IS_CANDIDATE (winner))
    self->recommended = g_strdup (id);
}

static void
show_choice (NsmDecisionPage *self, NsmWorkshop *workshop)
{
  const char *chosen = workshop->decision->chosen;
  NsmRecord *found = nsm_record_find (NSM_RECORD (workshop), chosen);
  GtkWidget *child;
  gboolean any = FALSE;

  gtk_widget_set_visible (self->chosen_mark, found != NULL);
  if (found != NULL)
    {
      g_autofree char *title = nsm_candidate_dup_title (NSM_CANDIDATE (found));
      g_autofree char *text = g_strcmp0 (chosen, self->recommended) == 0
                                ? g_strdup (_("You chose it"))
                                : g_strdup_printf (_("You chose: %s"), title);

      gtk_label_set_label (self->chosen_label, text);
    }
  gtk_widget_set_visible (self->choose,
                          self->recommended != NULL && g_strcmp0 (chosen, self->recommended) != 0);
  if (found == NULL)
    gtk_widget_add_css_class (self->choose, "suggested-action");
  else
    gtk_widget_remove_css_class (self->choose, "suggested-action");

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->others))) != NULL)
    gtk_box_remove (self->others, child);
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      g_autofree char *title = NULL;
      GtkWidget *button;

      if (candidate->kind == NSM_CANDIDATE_KIND_BAD || !nsm_candidate_is_running (candidate) ||
          g_str_equal (NSM_RECORD (candidate)->id, chosen))
        continue;
      title = nsm_candidate_dup_title (candidate);
      button = gtk_button_new_with_label (title);
      gtk_widget_set_name (button, NSM_RECORD (candidate)->id);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_other_clicked), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->others, button);
      any = TRUE;
    }
  gtk_widget_set_visible (self->choose_other, any);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->choose_other),
                             found == NULL && self->recommended == NULL ? _("Choose _one…")
                                                                        : _("Choose _another…"));
}

/* Why not the others */

static gboolean
needs_reason (NsmWorkshop *workshop, NsmCandidate *candidate)
{
  return !g_str_equal (NSM_RECORD (candidate)->id, workshop->decision->chosen);
}

/* The cards stay while the candidates are the same, so that a person can write
 * in one while the others change. */
static gboolean
cards_fit (NsmDecisionPage *self, NsmWorkshop *workshop)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      if (!needs_reason (workshop, candidate))
        continue;
      if (card == NULL || nsm_rejection_card_get_candidate (NSM_REJECTION_CARD (card)) != candidate)
        return FALSE;
      card = gtk_widget_get_next_sibling (card);
    }
  return card == NULL;
}

static void
show_rejections (NsmDecisionPage *self, NsmWorkshop *workshop)
{
  guint n = 0;
  guint given = 0;
  GtkWidget *child;

  if (!cards_fit (self, workshop))
    {
      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
        gtk_box_remove (self->cards, child);
      NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
        if (needs_reason (workshop, candidate))
          gtk_box_append (self->cards, nsm_rejection_card_new (workshop, candidate));
    }
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *id = NSM_RECORD (nsm_rejection_card_get_candidate (NSM_REJECTION_CARD (child)))->id;

      nsm_rejection_card_refresh (NSM_REJECTION_CARD (child));
      n++;
      NSM_LIST_EACH (NsmRejection, rejection, workshop->decision->rejections)
        if (g_str_equal (rejection->candidate, id) && rejection->reason[0] != '\0')
          {
            given++;
            break;
          }
    }

  g_autofree char *count = g_strdup_printf (_("%u of %u have a reason"), given, n);
  gtk_label_set_label (self->reason_count, n > 0 ? count : "");
  gtk_widget_set_visible (self->no_others, n == 0);
}

static void
nsm_decision_page_bind (NsmStepPage *page, NsmWorkshop *workshop)
{
  NsmDecisionPage *self = NSM_DECISION_PAGE (page);

  nsm_field_group_set_record (self->review_group, NSM_RECORD (workshop->decision));
  nsm_field_group_set_record (self->why_group, NSM_RECORD (workshop->decision));
}

static void
nsm_decision_page_refresh (NsmStepPage *page)
{
  NsmDecisionPage *self = NSM_DECISION_PAGE (page);
  NsmWorkshop *workshop = nsm_step_page_get_workshop (page);

  nsm_star_set_facets (self->star, nsm_workshop_get_progress_facets (workshop));
  gtk_widget_set_visible (GTK_WIDGET (self->review_group), workshop->purpose != NSM_PURPOSE_DEFINE);
  show_recommendation (self, workshop);
  show_choice (self, workshop);
  show_rejections (self, workshop);
}

static gboolean
nsm_decision_page_show_field (NsmStepPage *page, NsmRecord *record, const char *field)
{
  NsmDecisionPage *self = NSM_DECISION_PAGE (page);
  const char *id = record != NULL && NSM_IS_CANDIDATE (record)   ? record->id
                   : record != NULL && NSM_IS_REJECTION (record) ? NSM_REJECTION (record)->candidate
                                                                 : NULL;

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL && id != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (g_str_equal (NSM_RECORD (nsm_rejection_card_get_candidate (NSM_REJECTION_CARD (card)))->id, id))
      return gtk_widget_grab_focus (card);
  if (g_strcmp0 (field, "chosen") == 0)
    return gtk_widget_grab_focus (gtk_widget_get_visible (self->choose) ? self->choose : self->choose_other);
  if (g_strcmp0 (field, "rejections") == 0)
    {
      GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

      return first != NULL && gtk_widget_grab_focus (first);
    }
  return NSM_STEP_PAGE_CLASS (nsm_decision_page_parent_class)->show_field (page, record, field);
}

static void
nsm_decision_page_dispose (GObject *object)
{
  NsmDecisionPage *self = NSM_DECISION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NSM_TYPE_DECISION_PAGE);
  g_clear_pointer (&self->recommended, g_free);

  G_OBJECT_CLASS (nsm_decision_page_parent_class)->dispose (object);
}

static void
nsm_decision_page_class_init (NsmDecisionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NsmStepPageClass *page_class = NSM_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_decision_page_dispose;
  page_class->bind = nsm_decision_page_bind;
  page_class->refresh = nsm_decision_page_refresh;
  page_class->show_field = nsm_decision_page_show_field;

  g_type_ensure (NSM_TYPE_FIELD_GROUP);
  g_type_ensure (NSM_TYPE_FIELD_ROW);
  g_type_ensure (NSM_TYPE_STAR);
  gtk_widget_class_set_template_from_resource (widget_class, NSM_RESOURCE_BASE "/decision/decision-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, star);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, kicker);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, firmness);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, headline);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, reasons);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, evidence);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, evidence_label);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, chosen_mark);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, chosen_label);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, choose);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, choose_other);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, others_popover);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, others);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, review_group);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, why_group);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, reason_count);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, cards);
  gtk_widget_class_bind_template_child (widget_class, NsmDecisionPage, no_others);
  gtk_widget_class_bind_template_callback (widget_class, on_choose_clicked);
}

static void
nsm_decision_page_init (NsmDecisionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
