/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "value/value-page.h"

#include <glib/gi18n-lib.h>

#include "kit/bind.h"
#include "kit/blank.h"
#include "kit/card-list.h"
#include "kit/field-group.h"
#include "kit/field-row.h"
#include "kit/names.h"
#include "kit/wrap-layout.h"
#include "rounds/round-card.h"

struct _NsmValuePage
{
  NsmStepPage parent_instance;

  NsmValue *value;
  GtkWidget *statements;
  GtkWidget *proposition;
  GtkWidget *job_place;
  GtkWidget *blanks[3];
  GtkWidget *interviews;
  GtkWidget *journey;
  GtkWidget *ranking;
  GtkWidget *moments;
  GtkWidget *churned;
};

G_DEFINE_FINAL_TYPE (NsmValuePage, nsm_value_page, NSM_TYPE_STEP_PAGE)

static const char *const job_fields[] = { "situation", "outcome", "benefit" };

/* One label a word, so that lines break between words as in a written sentence; a comma
 * stays with the blank that it follows. */
static void
add_words (GtkWidget *sentence, GtkWidget *blank, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0')
      {
        gboolean joins = i == 0 && blank != NULL;

        gtk_box_append (GTK_BOX (joins ? gtk_widget_get_parent (blank) : sentence),
                        gtk_label_new (parts[i]));
      }
}

/* The whole sentence is one message, so that a language may order it as it likes. */
static GtkWidget *
build_job (NsmValuePage *self)
{
  GtkWidget *sentence = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  const char *placeholders[] = { _("they are in which situation"), _("get what done"),
                                 _("gain what") };
  /* Translators: a sentence with three blanks: situation, outcome, benefit. Keep all three
   * of {0}, {1} and {2}. */
  g_auto (GStrv) parts =
      g_strsplit (_("When {0}, customers hire us to {1}, so that they can {2}."), "{", -1);

  gtk_widget_set_layout_manager (sentence, nsm_wrap_layout_new (6, 6));
  gtk_widget_add_css_class (sentence, "sentence");
  gtk_widget_add_css_class (sentence, "job");
  nsm_widget_set_name_for_readers (sentence, _("The job customers hire us for"));
  add_words (sentence, NULL, parts[0]);
  for (guint i = 1; parts[i] != NULL; i++)
    {
      guint blank = (guint) (parts[i][0] - '0');
      GtkWidget *joint;

      if (blank >= G_N_ELEMENTS (job_fields) || parts[i][1] != '}' || self->blanks[blank] != NULL)
        continue;
      self->blanks[blank] = nsm_blank_new (placeholders[blank]);
      nsm_bind_text (self->blanks[blank], self->value, job_fields[blank]);
      joint = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
      gtk_box_append (GTK_BOX (joint), self->blanks[blank]);
      gtk_box_append (GTK_BOX (sentence), joint);
      add_words (sentence, self->blanks[blank], parts[i] + 2);
    }
  return sentence;
}

static void
nsm_value_page_refresh (NsmStepPage *page)
{
  NsmValuePage *self = NSM_VALUE_PAGE (page);
  NsmRoundCard *statements = NSM_ROUND_CARD (self->statements);
  NsmRoundCard *ranking = NSM_ROUND_CARD (self->ranking);

  nsm_round_card_refresh (statements);
  nsm_round_card_refresh (ranking);
  /* With fewer than two moments there is no order to ask for. */
  if (nsm_round_card_get_view (ranking) == NULL
      && nsm_list_get_size (self->value->moments) < 2)
    gtk_widget_set_visible (self->ranking, FALSE);
  /* While people are asked, that is the one obvious act of the page. */
  g_object_set (self, "go-on",
                !nsm_round_card_is_busy (statements) && !nsm_round_card_is_busy (ranking), NULL);
}

static void
nsm_value_page_bind (NsmStepPage *page, NsmWorkshop *workshop)
{
  NsmValuePage *self = NSM_VALUE_PAGE (page);
  NsmRecord *value = NSM_RECORD (workshop->value);

  g_set_object (&self->value, workshop->value);
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->proposition), value);
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->churned), value);
  nsm_card_list_set_list (NSM_CARD_LIST (self->interviews), workshop->value->interviews);
  nsm_card_list_set_list (NSM_CARD_LIST (self->journey), workshop->value->journey);
  nsm_card_list_set_list (NSM_CARD_LIST (self->moments), workshop->value->moments);
  adw_bin_set_child (ADW_BIN (self->job_place), build_job (self));
  nsm_round_card_bind (NSM_ROUND_CARD (self->statements), nsm_step_page_get_document (page));
  nsm_round_card_bind (NSM_ROUND_CARD (self->ranking), nsm_step_page_get_document (page));
  nsm_value_page_refresh (page);
}

static gboolean
nsm_value_page_show_field (NsmStepPage *page, NsmRecord *record, const char *field)
{
  NsmValuePage *self = NSM_VALUE_PAGE (page);

  if (record == NSM_RECORD (self->value) && field != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (job_fields); i++)
      if (g_str_equal (field, job_fields[i]) && self->blanks[i] != NULL)
        return gtk_widget_grab_focus (self->blanks[i]);
  return NSM_STEP_PAGE_CLASS (nsm_value_page_parent_class)->show_field (page, record, field);
}

static void
nsm_value_page_dispose (GObject *object)
{
  g_clear_object (&NSM_VALUE_PAGE (object)->value);
  G_OBJECT_CLASS (nsm_value_page_parent_class)->dispose (object);
}

static void
nsm_value_page_class_init (NsmValuePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NsmStepPageClass *page_class = NSM_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_value_page_dispose;
  page_class->bind = nsm_value_page_bind;
  page_class->refresh = nsm_value_page_refresh;
  page_class->show_field = nsm_value_page_show_field;
  g_type_ensure (NSM_TYPE_CARD_LIST);
  g_type_ensure (NSM_TYPE_FIELD_GROUP);
  g_type_ensure (NSM_TYPE_FIELD_ROW);
  g_type_ensure (NSM_TYPE_ROUND_CARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/value/value-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmValuePage, statements);
  gtk_widget_class_bind_template_child (widget_class, NsmValuePage, proposition);
  gtk_widget_class_bind_template_child (widget_class, NsmValuePage, job_place);
  gtk_widget_class_bind_template_child (widget_class, NsmValuePage, interviews);
  gtk_widget_class_bind_template_child (widget_class, NsmValuePage, journey);
  gtk_widget_class_bind_template_child (widget_class, NsmValuePage, ranking);
  gtk_widget_class_bind_template_child (widget_class, NsmValuePage, moments);
  gtk_widget_class_bind_template_child (widget_class, NsmValuePage, churned);
}

static void
nsm_value_page_init (NsmValuePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
