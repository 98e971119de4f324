/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "set-up/set-up-page.h"

#include <glib/gi18n-lib.h>

#include "kit/card-list.h"
#include "kit/choice-cards.h"
#include "kit/field-group.h"
#include "kit/field-row.h"
#include "kit/section.h"
#include "method/games.h"
#include "set-up/agenda.h"
#include "set-up/scorecard.h"

struct _NsmSetUpPage
{
  NsmStepPage parent_instance;

  NsmWorkshop *workshop;
  GtkWidget *purposes;
  GtkWidget *product;
  GtkWidget *product_group;
  GtkWidget *advice;
  GtkWidget *segments;
  GtkWidget *people;
  GtkWidget *mode_group;
  GtkWidget *privacy;
  GtkWidget *participants;
  GtkWidget *panel;
  GtkWidget *time;
  GtkWidget *agenda;
  GtkWidget *score;
  GtkWidget *scorecard;
  GtkWidget *numbers;
  GtkWidget *numbers_group;
  GtkWidget *notes;
  GtkWidget *notes_group;
};

G_DEFINE_FINAL_TYPE (NsmSetUpPage, nsm_set_up_page, NSM_TYPE_STEP_PAGE)

static void
add_purposes (NsmSetUpPage *self)
{
  const char *texts[] = {
    _("Start from the value customers get, and leave with one metric and its exact definition."),
    _("Put a metric that people already use beside others, and see whether it holds."),
    _("A definition has been in use for a while: keep, refine or replace it."),
  };

  for (guint i = NSM_PURPOSE_DEFINE; i <= NSM_PURPOSE_REVIEW; i++)
    nsm_choice_cards_add (NSM_CHOICE_CARDS (self->purposes), i,
                          nsm_choice_get_label (NSM_TYPE_PURPOSE, i), texts[i], NULL);
}

/* Who is in the room */

static guint
collect_functions (NsmSetUpPage *self, guint *n_people)
{
  guint functions = 0;

  *n_people = 0;
  NSM_LIST_EACH (NsmParticipant, person, self->workshop->participants)
    if (!person->retired)
      {
        *n_people += 1;
        functions |= 1u << person->function;
      }
  return functions;
}

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;
  return n;
}

static char *
dup_missing (guint functions)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint f = NSM_FUNCTION_PRODUCT; f <= NSM_FUNCTION_CUSTOMER; f++)
    if ((functions & (1u << f)) == 0)
      g_ptr_array_add (names, (gpointer) nsm_choice_get_label (NSM_TYPE_FUNCTION, f));
  g_ptr_array_add (names, NULL);
  /* Translators: between the names of functions in a list */
  return g_strjoinv (_(", "), (char **) names->pdata);
}

static void
update_people (NsmSetUpPage *self)
{
  guint n_people;
  guint functions = collect_functions (self, &n_people);
  guint n_functions = count_bits (functions);
  g_autofree char *missing = dup_missing (functions);
  g_autofree char *people =
      g_strdup_printf (ngettext ("%u person", "%u people", n_people), n_people);
  g_autofree char *from =
      g_strdup_printf (ngettext ("%u function", "%u functions", n_functions), n_functions);
  /* Translators: "6 people · 4 functions" */
  g_autofree char *summary = g_strdup_printf (_("%s · %s"), people, from);
  g_autofree char *panel =
      missing[0] != '\0'
        ? g_strdup_printf (_("%s from %s. Not in the room yet: %s."), people, from, missing)
        : g_strdup_printf (_("%s from %s: every side of the product is here."), people, from);
  gboolean solo = self->workshop->mode == NSM_MODE_SOLO;

  nsm_section_set_summary (NSM_SECTION (self->people),
                           solo ? nsm_choice_get_label (NSM_TYPE_MODE, NSM_MODE_SOLO) : summary);
  gtk_label_set_label (GTK_LABEL (self->panel), panel);
  gtk_widget_set_visible (self->panel, n_people > 0 && !solo);
  gtk_widget_set_visible (self->privacy, !solo);
  nsm_section_set_title (NSM_SECTION (self->people), solo ? _("The author") : _("The people"));
  gtk_widget_set_visible (self->time, !solo);
  /* Nobody else is asked in a draft; who was listed before stays in sight. */
  gtk_widget_set_visible (self->participants,
                          !solo || nsm_list_get_size (self->workshop->participants) > 0);
}

/* The page */

static void
nsm_set_up_page_refresh (NsmStepPage *page)
{
  NsmSetUpPage *self = NSM_SET_UP_PAGE (page);
  NsmWorkshop *workshop = self->workshop;
  const char *advice = nsm_stage_get_advice (workshop->stage);
  g_autofree char *total = nsm_workshop_dup_agenda_total (workshop);
  guint n = nsm_list_get_size (workshop->scorecard->criteria);
  g_autofree char *criteria = g_strdup_printf (ngettext ("%u criterion", "%u criteria", n), n);
  g_autofree char *score =
      g_strdup_printf (_("%s · %s"),
                       nsm_choice_get_label (NSM_TYPE_SCORECARD_KIND, workshop->scorecard->kind),
                       criteria);

  nsm_section_set_summary (NSM_SECTION (self->product), workshop->product);
  gtk_label_set_label (GTK_LABEL (self->advice), advice);
  gtk_widget_set_visible (self->advice, advice[0] != '\0');
  update_people (self);
  nsm_section_set_summary (NSM_SECTION (self->time),
                           nsm_list_get_size (workshop->agenda) > 0 ? total : _("no agenda yet"));
  nsm_section_set_summary (NSM_SECTION (self->score), score);
}

static void
add_settings (NsmSetUpPage *self)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (self->workshop->settings);

  for (guint i = 0; i < klass->n_fields; i++)
    nsm_field_group_add_fields (NSM_FIELD_GROUP (self->numbers_group), klass->fields[i].name);
}

static void
nsm_set_up_page_bind (NsmStepPage *page, NsmWorkshop *workshop)
{
  NsmSetUpPage *self = NSM_SET_UP_PAGE (page);

  g_set_object (&self->workshop, workshop);
  nsm_choice_cards_bind (NSM_CHOICE_CARDS (self->purposes), workshop, "purpose", FALSE);
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->product_group), NSM_RECORD (workshop));
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->mode_group), NSM_RECORD (workshop));
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->notes_group), NSM_RECORD (workshop));
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->numbers_group),
                              NSM_RECORD (workshop->settings));
  add_settings (self);
  nsm_card_list_set_list (NSM_CARD_LIST (self->segments), workshop->segments);
  nsm_card_list_set_list (NSM_CARD_LIST (self->participants), workshop->participants);
  nsm_agenda_set_workshop (NSM_AGENDA (self->agenda), workshop);
  nsm_scorecard_view_set_scorecard (NSM_SCORECARD_VIEW (self->scorecard), workshop->scorecard);
  nsm_set_up_page_refresh (page);
}

/* Whether a row or a list of cards below @widget shows the field. */
static gboolean
has_field (GtkWidget *widget, NsmRecord *record, const char *field)
{
  if (NSM_IS_FIELD_ROW (widget))
    return nsm_field_row_get_record (NSM_FIELD_ROW (widget)) == record &&
           (field == NULL ||
            g_str_equal (nsm_field_row_get_field (NSM_FIELD_ROW (widget)), field));
  if (NSM_IS_CARD_LIST (widget))
    {
      NsmList *list = nsm_card_list_get_list (NSM_CARD_LIST (widget));

      if (list != NULL && (nsm_list_get_position (list, record, NULL) ||
                           (nsm_list_get_owner (list) == record &&
                            g_strcmp0 (nsm_list_get_field (list)->name, field) == 0)))
        return TRUE;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_field (child, record, field))
      return TRUE;
  return FALSE;
}

static gboolean
nsm_set_up_page_show_field (NsmStepPage *page, NsmRecord *record, const char *field)
{
  NsmSetUpPage *self = NSM_SET_UP_PAGE (page);
  GtkWidget *sections[] = { self->product, self->people, self->score, self->numbers, self->notes };
  NsmRecord *workshop = NSM_RECORD (self->workshop);

  if (record == NULL)
    record = workshop;
  if (record == workshop && g_strcmp0 (field, "purpose") == 0)
    return gtk_widget_grab_focus (nsm_choice_cards_get_card (
        NSM_CHOICE_CARDS (self->purposes), self->workshop->purpose));
  if ((record == workshop && g_strcmp0 (field, "agenda") == 0) || NSM_IS_AGENDA_ITEM (record))
    {
      nsm_section_set_expanded (NSM_SECTION (self->time), TRUE);
      return gtk_widget_child_focus (self->agenda, GTK_DIR_TAB_FORWARD);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (has_field (sections[i], record, field))
      {
        /* What is folded can't take the focus. */
        nsm_section_set_expanded (NSM_SECTION (sections[i]), TRUE);
        break;
      }
  if (NSM_STEP_PAGE_CLASS (nsm_set_up_page_parent_class)->show_field (page, record, field))
    return TRUE;
  if (NSM_IS_SCORECARD (record) || NSM_IS_CRITERION (record))
    {
      nsm_section_set_expanded (NSM_SECTION (self->score), TRUE);
      return nsm_scorecard_view_focus (NSM_SCORECARD_VIEW (self->scorecard));
    }
  return FALSE;
}

static void
nsm_set_up_page_dispose (GObject *object)
{
  g_clear_object (&NSM_SET_UP_PAGE (object)->workshop);
  G_OBJECT_CLASS (nsm_set_up_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (NSM_TYPE_AGENDA);
  g_type_ensure (NSM_TYPE_CARD_LIST);
  g_type_ensure (NSM_TYPE_CHOICE_CARDS);
  g_type_ensure (NSM_TYPE_FIELD_GROUP);
  g_type_ensure (NSM_TYPE_FIELD_ROW);
  g_type_ensure (NSM_TYPE_SCORECARD_VIEW);
  g_type_ensure (NSM_TYPE_SECTION);
}

static void
nsm_set_up_page_class_init (NsmSetUpPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NsmStepPageClass *page_class = NSM_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_set_up_page_dispose;
  page_class->bind = nsm_set_up_page_bind;
  page_class->refresh = nsm_set_up_page_refresh;
  page_class->show_field = nsm_set_up_page_show_field;
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/set-up/set-up-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, purposes);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, product);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, product_group);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, advice);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, segments);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, people);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, mode_group);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, privacy);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, participants);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, panel);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, time);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, score);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, scorecard);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, numbers);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, numbers_group);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, notes);
  gtk_widget_class_bind_template_child (widget_class, NsmSetUpPage, notes_group);
}

static void
nsm_set_up_page_init (NsmSetUpPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_purposes (self);
}
