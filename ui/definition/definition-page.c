/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "definition/definition-page.h"

#include <glib/gi18n-lib.h>

#include "definition/ink-list.h"
#include "kit/ink-text.h"
#include "findings/words.h"
#include "kit/card-list.h"
#include "kit/field-row.h"
#include "method/candidates.h"
#include "method/versions.h"
#include "model/workshop.h"

struct _NsmDefinitionPage
{
  NsmStepPage parent_instance;

  GtkWidget *sheet;
  GtkLabel *kicker;
  GtkLabel *title;
  GtkBox *formula_box;
  GtkBox *terms_box;
  GtkBox *conditions_box;
  GtkBox *counts_box;
  GtkBox *not_box;
  GtkBox *source_box;
  GtkBox *cadence_box;
  GtkBox *segments_box;
  GtkBox *owner_box;
  GtkBox *baseline_box;
  GtkBox *limits_box;
  NsmCardList *feedback;
  NsmInkText *formula;
  NsmInkList *lists[5];
};

G_DEFINE_FINAL_TYPE (NsmDefinitionPage, nsm_definition_page, NSM_TYPE_STEP_PAGE)

/* Rows of the sheet */

static GtkWidget *
make_ink (gpointer record, const char *field, const char *placeholder, const char *css_class)
{
  GtkWidget *ink = nsm_ink_text_new (record, field, placeholder);

  if (css_class != NULL)
    gtk_widget_add_css_class (ink, css_class);
  return ink;
}

static GtkWidget *
make_pair_row (NsmRecord *record, const char *first, const char *first_asks, const char *second,
               const char *second_asks)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = adw_clamp_new ();
  GtkWidget *left = make_ink (record, first, first_asks, "strong");
  GtkWidget *right = make_ink (record, second, second_asks, NULL);

  gtk_widget_set_valign (left, GTK_ALIGN_START);
  gtk_widget_set_size_request (column, 130, -1);
  gtk_widget_set_hexpand (column, FALSE);
  adw_clamp_set_maximum_size (ADW_CLAMP (column), 130);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (column), 130);
  adw_clamp_set_child (ADW_CLAMP (column), left);
  gtk_box_append (GTK_BOX (row), column);
  gtk_box_append (GTK_BOX (row), right);
  return row;
}

static GtkWidget *
make_term_row (NsmRecord *record)
{
  return make_pair_row (record, "term", _("Term"), "meaning", _("What exactly does it mean?"));
}

static GtkWidget *
make_source_row (NsmRecord *record)
{
  return make_pair_row (record, "name", _("Table or event"), "description", _("What is taken from it"));
}

static GtkWidget *
make_condition_row (NsmRecord *record)
{
  return make_ink (record, "condition", _("Where does counting start and stop?"), NULL);
}

static GtkWidget *
make_example_row (NsmRecord *record)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (row, "ink-example");
  gtk_box_append (GTK_BOX (row), make_ink (record, "example", _("A case"), NULL));
  gtk_box_append (GTK_BOX (row), make_ink (record, "reason", _("because …"), "small"));
  return row;
}

static gboolean
example_counts (NsmRecord *record)
{
  return NSM_EXAMPLE (record)->counts;
}

static gboolean
example_does_not_count (NsmRecord *record)
{
  return !NSM_EXAMPLE (record)->counts;
}

static void
make_it_count (NsmRecord *record)
{
  g_object_set (record, "counts", TRUE, NULL);
}

static void
on_removed (NsmInkList *list, const char *what, NsmStepPage *page)
{
  /* Translators: %s is a kind of thing, e.g. "Term removed" */
  g_autofree char *text = g_strdup_printf (_("%s removed"), what);

  nsm_step_page_toast_undo (page, text);
}

static void
add_list (NsmDefinitionPage *self, guint at, GtkBox *box, const char *add_label, NsmList *list,
          NsmInkRow row, NsmInkFilter keep, NsmInkPrepare prepare)
{
  GtkWidget *ink = nsm_ink_list_new (add_label);

  nsm_ink_list_set_list (NSM_INK_LIST (ink), list, row, keep, prepare);
  g_signal_connect_object (ink, "removed", G_CALLBACK (on_removed), self, 0);
  gtk_box_append (box, ink);
  self->lists[at] = NSM_INK_LIST (ink);
}

static void
add_row (GtkBox *box, gpointer record, const char *field)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = g_object_new (NSM_TYPE_FIELD_ROW, "field", field, "record", record, NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_box_append (box, list);
}

static void
nsm_definition_page_bind (NsmStepPage *page, NsmWorkshop *workshop)
{
  NsmDefinitionPage *self = NSM_DEFINITION_PAGE (page);
  NsmDefinition *definition = workshop->definition;

  self->formula = NSM_INK_TEXT (make_ink (definition, "formula",
                                          _("The number of distinct … that … in …, without …"), "formula"));
  gtk_box_append (self->formula_box, GTK_WIDGET (self->formula));
  add_list (self, 0, self->terms_box, _("Term"), definition->terms, make_term_row, NULL, NULL);
  add_list (self, 1, self->conditions_box, _("Condition"), definition->conditions, make_condition_row, NULL,
            NULL);
  add_list (self, 2, self->counts_box, _("Example that counts"), definition->examples, make_example_row,
            example_counts, make_it_count);
  add_list (self, 3, self->not_box, _("Example that doesn’t"), definition->examples, make_example_row,
            example_does_not_count, NULL);
  add_list (self, 4, self->source_box, _("Source"), definition->sources, make_source_row, NULL, NULL);
  add_row (self->cadence_box, definition, "cadence");
  gtk_box_append (self->segments_box,
                  make_ink (definition, "segments", _("Everybody, or only whom?"), NULL));
  gtk_box_append (self->owner_box,
                  make_ink (definition, "owner", _("Who answers for the number?"), NULL));
  add_row (self->baseline_box, definition, "baseline");
  add_row (self->baseline_box, definition, "baseline_date");
  gtk_box_append (self->baseline_box,
                  make_ink (definition, "baseline_note", _("In words, e.g. 1,240 teams in March"), NULL));
  gtk_box_append (self->limits_box, make_ink (definition, "limits", _("What it can’t see"), NULL));
  g_object_set (self->feedback, "list", definition->feedback, NULL);
}

/* Keeping it true */

static void
mark_terms (NsmDefinitionPage *self, NsmWorkshop *workshop)
{
  g_autoptr (GPtrArray) defined = g_ptr_array_new ();
  g_autoptr (GPtrArray) vague = nsm_words_find_all (nsm_words_get_for_workshop (workshop),
                                                    NSM_WORDS_VAGUE,
                                                    workshop->definition->formula);

  NSM_LIST_EACH (NsmTerm, term, workshop->definition->terms)
    if (term->meaning[0] != '\0')
      g_ptr_array_add (defined, term->term);
  g_ptr_array_add (defined, NULL);
  g_ptr_array_add (vague, NULL);
  nsm_ink_text_mark_terms (self->formula, (const char *const *) defined->pdata,
                           (const char *const *) vague->pdata);
}

static void
nsm_definition_page_refresh (NsmStepPage *page)
{
  NsmDefinitionPage *self = NSM_DEFINITION_PAGE (page);
  NsmWorkshop *workshop = nsm_step_page_get_workshop (page);
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);
  g_autofree char *state = nsm_workshop_dup_version_label (workshop);
  g_autofree char *kicker =
    /* Translators: name of the workshop, then "Draft" or "Final, version 2" */
    g_strdup_printf (_("North Star Metric · %s · %s"), workshop->title, state);
  g_autofree char *title = chosen != NULL ? nsm_candidate_dup_title (chosen)
                                          : g_strdup (_("Not decided yet"));

  gtk_label_set_label (self->kicker, kicker);
  gtk_label_set_label (self->title, title);
  mark_terms (self, workshop);
}

static gboolean
nsm_definition_page_show_field (NsmStepPage *page, NsmRecord *record, const char *field)
{
  NsmDefinitionPage *self = NSM_DEFINITION_PAGE (page);
  NsmWorkshop *workshop = nsm_step_page_get_workshop (page);
  const struct { const char *field; GtkBox *box; } places[] = {
    { "formula", self->formula_box },   { "terms", self->terms_box },
    { "conditions", self->conditions_box }, { "sources", self->source_box },
    { "examples", self->counts_box },   { "segments", self->segments_box },
    { "owner", self->owner_box },       { "limits", self->limits_box },
    { "baseline_note", self->baseline_box },
  };

  for (guint i = 0; i < G_N_ELEMENTS (self->lists); i++)
    if (nsm_ink_list_focus (self->lists[i], record, field))
      return TRUE;
  if (record == NSM_RECORD (workshop->definition) && field != NULL)
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      if (g_str_equal (places[i].field, field))
        return gtk_widget_child_focus (GTK_WIDGET (places[i].box), GTK_DIR_TAB_FORWARD);
  return NSM_STEP_PAGE_CLASS (nsm_definition_page_parent_class)->show_field (page, record, field);
}

static void
nsm_definition_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NSM_TYPE_DEFINITION_PAGE);

  G_OBJECT_CLASS (nsm_definition_page_parent_class)->dispose (object);
}

static void
nsm_definition_page_class_init (NsmDefinitionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NsmStepPageClass *page_class = NSM_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_definition_page_dispose;
  page_class->bind = nsm_definition_page_bind;
  page_class->refresh = nsm_definition_page_refresh;
  page_class->show_field = nsm_definition_page_show_field;

  g_type_ensure (NSM_TYPE_CARD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/definition/definition-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, sheet);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, kicker);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, title);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, formula_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, terms_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, conditions_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, counts_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, not_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, source_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, cadence_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, segments_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, owner_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, baseline_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, limits_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDefinitionPage, feedback);
}

static void
nsm_definition_page_init (NsmDefinitionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (self->sheet, "sheet");
}
