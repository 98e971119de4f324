/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commitment/commitment-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "commitment/sign-off-row.h"
#include "findings/draft.h"
#include "kit/card-list.h"
#include "kit/field-group.h"
#include "kit/field-row.h"
#include "kit/ink-text.h"
#include "model/workshop.h"
#include "record/journal.h"

struct _NsmCommitmentPage
{
  NsmStepPage parent_instance;

  GtkLabel *count;
  GtkBox *people;
  GtkWidget *add_person;
  NsmCardList *objections;
  NsmFieldGroup *revenue_group;
  NsmFieldGroup *review_group;
  GtkWidget *set_review;
  NsmCardList *triggers;
  NsmCardList *next_steps;
};

G_DEFINE_FINAL_TYPE (NsmCommitmentPage, nsm_commitment_page, NSM_TYPE_STEP_PAGE)

static NsmWorkshop *
get_workshop (NsmCommitmentPage *self)
{
  return nsm_step_page_get_workshop (NSM_STEP_PAGE (self));
}

/* Who signs: every participant who is still there, then others by name. */

static GPtrArray *
list_subjects (NsmWorkshop *workshop)
{
  GPtrArray *subjects = g_ptr_array_new ();

  NSM_LIST_EACH (NsmParticipant, person, workshop->participants)
    if (!person->retired)
      g_ptr_array_add (subjects, person);
  NSM_LIST_EACH (NsmSignOff, sign_off, workshop->commitment->sign_offs)
    if (sign_off->participant[0] == '\0')
      g_ptr_array_add (subjects, sign_off);
  return subjects;
}

static gboolean
rows_fit (NsmCommitmentPage *self, GPtrArray *subjects)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->people));

  for (guint i = 0; i < subjects->len; i++, row = gtk_widget_get_next_sibling (row))
    if (row == NULL || nsm_sign_off_row_get_subject (NSM_SIGN_OFF_ROW (row)) != subjects->pdata[i])
      return FALSE;
  return row == NULL;
}

static void
show_people (NsmCommitmentPage *self, NsmWorkshop *workshop)
{
  g_autoptr (GPtrArray) subjects = list_subjects (workshop);
  guint said = 0;
  GtkWidget *child;

  if (!rows_fit (self, subjects))
    {
      while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->people))) != NULL)
        gtk_box_remove (self->people, child);
      for (guint i = 0; i < subjects->len; i++)
        {
          gpointer subject = subjects->pdata[i];

          gtk_box_append (self->people,
                          NSM_IS_PARTICIPANT (subject)
                            ? nsm_sign_off_row_new (workshop, subject, NULL)
                            : nsm_sign_off_row_new (workshop, NULL, subject));
        }
    }
  for (child = gtk_widget_get_first_child (GTK_WIDGET (self->people)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    nsm_sign_off_row_refresh (NSM_SIGN_OFF_ROW (child));
  NSM_LIST_EACH (NsmSignOff, sign_off, workshop->commitment->sign_offs)
    if (sign_off->position != NSM_POSITION_UNSET)
      said++;

  g_autofree char *count = g_strdup_printf (_("%u of %u have said"), said, subjects->len);
  gtk_label_set_label (self->count, subjects->len > 0 ? count : "");
}

static void
on_add_person_clicked (NsmCommitmentPage *self)
{
  NsmWorkshop *workshop = get_workshop (self);
  GtkWidget *last;

  nsm_list_append_new (workshop->commitment->sign_offs, NULL);
  show_people (self, workshop);
  last = gtk_widget_get_last_child (GTK_WIDGET (self->people));
  gtk_widget_child_focus (last, GTK_DIR_TAB_FORWARD);
}

/* The review */

/* How many months the stage of the product and the settings suggest. */
static guint
suggest_months (NsmWorkshop *workshop)
{
  NsmSettings *settings = workshop->settings;

  if (!isnan (workshop->commitment->review_months))
    return (guint) workshop->commitment->review_months;
  return (guint) (workshop->stage == NSM_STAGE_PRE_FIT ? settings->review_max_early
                                                       : (settings->review_min + settings->review_max) / 2);
}

static char *
dup_review_date (NsmWorkshop *workshop, char **decided)
{
  const char *text = workshop->commitment->decided_on;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate date;
  char buffer[16];

  if (text[0] != '\0')
    g_date_set_dmy (&date, (GDateDay) g_ascii_strtoull (text + 8, NULL, 10),
                    (GDateMonth) g_ascii_strtoull (text + 5, NULL, 10),
                    (GDateYear) g_ascii_strtoull (text, NULL, 10));
  else
    g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (now),
                    (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  g_date_strftime (buffer, sizeof buffer, "%Y-%m-%d", &date);
  *decided = g_strdup (buffer);
  g_date_add_months (&date, suggest_months (workshop));
  g_date_strftime (buffer, sizeof buffer, "%Y-%m-%d", &date);
  return g_strdup (buffer);
}

static void
on_set_review_clicked (NsmCommitmentPage *self)
{
  NsmWorkshop *workshop = get_workshop (self);
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (workshop));
  g_autofree char *decided = NULL;
  g_autofree char *review = dup_review_date (workshop, &decided);

  nsm_journal_begin (journal, _("Set the Review Date"));
  g_object_set (workshop->commitment, "review-months", (double) suggest_months (workshop), "decided-on", decided,
                "review-on", review, NULL);
  nsm_journal_end (journal);
}

static void
show_review (NsmCommitmentPage *self, NsmWorkshop *workshop)
{
  guint months = suggest_months (workshop);
  g_autofree char *label =
    g_strdup_printf (ngettext ("Set the review %u month after the decision", "Set the review %u months after the decision", months), months);
  g_autofree char *hint =
    workshop->stage == NSM_STAGE_PRE_FIT
      ? g_strdup_printf (_("Before product-market fit it is a hypothesis: look again after %.0f to %.0f months."),
                         workshop->settings->review_min_early, workshop->settings->review_max_early)
      : g_strdup_printf (_("Stay with it for %.0f to %.0f months: value grows in steps, and switching early throws the learning away."),
                         workshop->settings->review_min, workshop->settings->review_max);

  gtk_button_set_label (GTK_BUTTON (self->set_review), label);
  gtk_widget_set_visible (self->set_review, workshop->commitment->review_on[0] == '\0');
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->review_group), hint);
}

/* The answer to the question about revenue starts from the evidence. */
static void
show_revenue (NsmCommitmentPage *self, NsmWorkshop *workshop)
{
  g_autofree char *text = g_strdup (_("Somebody will ask. Show how the North Star moves before revenue does."));

  NSM_LIST_EACH (NsmEvidence, evidence, workshop->evidence)
    if (evidence->outcome == NSM_OUTCOME_REVENUE && evidence->segment[0] == '\0' &&
        g_str_equal (evidence->candidate, workshop->decision->chosen))
      {
        g_autofree char *figures = nsm_draft_evidence_words (evidence);

        g_free (text);
        text = g_strdup_printf (_("What you found: %s."), figures);
      }
  g_autofree char *markup = g_markup_escape_text (text, -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->revenue_group), markup);
}

static void
nsm_commitment_page_bind (NsmStepPage *page, NsmWorkshop *workshop)
{
  NsmCommitmentPage *self = NSM_COMMITMENT_PAGE (page);
  NsmCommitment *commitment = workshop->commitment;

  nsm_field_group_set_record (self->revenue_group, NSM_RECORD (commitment));
  nsm_field_group_set_record (self->review_group, NSM_RECORD (commitment));
  nsm_card_list_set_list (self->objections, commitment->objections);
  nsm_card_list_set_list (self->triggers, commitment->triggers);
  nsm_card_list_set_list (self->next_steps, commitment->next_steps);
}

static void
nsm_commitment_page_refresh (NsmStepPage *page)
{
  NsmCommitmentPage *self = NSM_COMMITMENT_PAGE (page);
  NsmWorkshop *workshop = get_workshop (self);

  show_people (self, workshop);
  show_revenue (self, workshop);
  show_review (self, workshop);
}

static gboolean
nsm_commitment_page_show_field (NsmStepPage *page, NsmRecord *record, const char *field)
{
  NsmCommitmentPage *self = NSM_COMMITMENT_PAGE (page);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->people));

  for (GtkWidget *row = first; row != NULL && record != NULL; row = gtk_widget_get_next_sibling (row))
    {
      NsmRecord *subject = nsm_sign_off_row_get_subject (NSM_SIGN_OFF_ROW (row));

      if (subject == record ||
          (NSM_IS_SIGN_OFF (record) && g_str_equal (NSM_SIGN_OFF (record)->participant, subject->id) &&
           subject->id[0] != '\0'))
        return gtk_widget_grab_focus (row);
    }
  if (g_strcmp0 (field, "sign_offs") == 0)
    return gtk_widget_grab_focus (first != NULL ? first : self->add_person);
  return NSM_STEP_PAGE_CLASS (nsm_commitment_page_parent_class)->show_field (page, record, field);
}

static void
nsm_commitment_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NSM_TYPE_COMMITMENT_PAGE);

  G_OBJECT_CLASS (nsm_commitment_page_parent_class)->dispose (object);
}

static void
nsm_commitment_page_class_init (NsmCommitmentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NsmStepPageClass *page_class = NSM_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_commitment_page_dispose;
  page_class->bind = nsm_commitment_page_bind;
  page_class->refresh = nsm_commitment_page_refresh;
  page_class->show_field = nsm_commitment_page_show_field;

  g_type_ensure (NSM_TYPE_CARD_LIST);
  g_type_ensure (NSM_TYPE_FIELD_GROUP);
  g_type_ensure (NSM_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, NSM_RESOURCE_BASE "/commitment/commitment-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmCommitmentPage, count);
  gtk_widget_class_bind_template_child (widget_class, NsmCommitmentPage, people);
  gtk_widget_class_bind_template_child (widget_class, NsmCommitmentPage, add_person);
  gtk_widget_class_bind_template_child (widget_class, NsmCommitmentPage, objections);
  gtk_widget_class_bind_template_child (widget_class, NsmCommitmentPage, revenue_group);
  gtk_widget_class_bind_template_child (widget_class, NsmCommitmentPage, review_group);
  gtk_widget_class_bind_template_child (widget_class, NsmCommitmentPage, set_review);
  gtk_widget_class_bind_template_child (widget_class, NsmCommitmentPage, triggers);
  gtk_widget_class_bind_template_child (widget_class, NsmCommitmentPage, next_steps);
  gtk_widget_class_bind_template_callback (widget_class, on_add_person_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_set_review_clicked);
}

static void
nsm_commitment_page_init (NsmCommitmentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
