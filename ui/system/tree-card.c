/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "system/tree-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "findings/draft.h"
#include "kit/names.h"
#include "kit/star.h"
#include "method/candidates.h"
#include "method/metric-system.h"
#include "method/step.h"
#include "record/language.h"

static GtkWidget *
make_label (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0 ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_card (GtkWidget *content, const char *name)
{
  GtkWidget *card = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (card), content);
  gtk_widget_add_css_class (card, "tree-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return card;
}

/**
 * nsm_tree_card_dup_kpi_figures:
 *
 * Returns: (transfer full): how the chosen metric moved with revenue, from the
 *   evidence; "" where there is none
 */
char *
nsm_tree_card_dup_kpi_figures (NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmEvidence, evidence, workshop->evidence)
    if (g_str_equal (evidence->candidate, workshop->decision->chosen) && evidence->segment[0] == '\0' &&
        evidence->outcome == NSM_OUTCOME_REVENUE && !isnan (evidence->coefficient))
      return nsm_draft_evidence_words (evidence);
  return g_strdup ("");
}

GtkWidget *
nsm_tree_card_new_kpi (NsmWorkshop *workshop)
{
  NsmMetric *kpi = nsm_workshop_get_kpi (workshop);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *title = kpi != NULL ? nsm_metric_dup_title (kpi) : g_strdup (_("Which result for the business?"));
  g_autofree char *name = g_strdup_printf (_("Business KPI: %s"), title);

  gtk_box_append (GTK_BOX (box), make_label (_("Business KPI"), "caption-strong", 0.5f));
  gtk_box_append (GTK_BOX (box), make_label (title, "tree-title", 0.5f));
  return make_card (box, name);
}

static char *
dup_star_note (NsmWorkshop *workshop, NsmCandidate *chosen)
{
  NsmMetric *metric = nsm_candidate_get_metric (chosen);
  NsmDefinition *definition = workshop->definition;
  g_autofree char *number = NULL;
  g_autofree char *date = NULL;

  if (isnan (definition->baseline))
    return g_strdup (metric != NULL ? metric->unit : "");
  number = nsm_number_dup (definition->baseline, -1);
  if (definition->baseline_date[0] == '\0')
    return g_strdup_printf ("%s %s", number, metric != NULL ? metric->unit : "");
  date = nsm_date_dup_words (definition->baseline_date);
  /* Translators: a number, its unit, a date */
  return g_strdup_printf (_("%s %s, %s"), number, metric != NULL ? metric->unit : "", date);
}

GtkWidget *
nsm_tree_card_new_star (NsmWorkshop *workshop)
{
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *star = nsm_star_new (76);
  GtkWidget *card;
  g_autofree char *title = chosen != NULL ? nsm_candidate_dup_title (chosen) : g_strdup (_("Not decided yet"));
  g_autofree char *note = chosen != NULL ? dup_star_note (workshop, chosen) : g_strdup ("");
  g_autofree char *name = g_strdup_printf (_("North Star Metric: %s"), title);

  nsm_star_set_facets (NSM_STAR (star), nsm_workshop_get_progress_facets (workshop));
  gtk_widget_set_valign (star, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), make_label (_("North Star Metric"), "caption-strong", 0));
  gtk_box_append (GTK_BOX (box), make_label (title, "tree-title", 0));
  if (note[0] != '\0')
    gtk_box_append (GTK_BOX (box), make_label (note, NULL, 0));
  gtk_box_append (GTK_BOX (row), star);
  gtk_box_append (GTK_BOX (row), box);
  card = make_card (row, name);
  gtk_widget_add_css_class (card, "star-card");
  return card;
}

static const char *
get_dimension_icon (NsmDimension dimension)
{
  switch (dimension)
    {
    case NSM_DIMENSION_BREADTH:
      return "object-flip-horizontal-symbolic";
    case NSM_DIMENSION_DEPTH:
      return "object-flip-vertical-symbolic";
    case NSM_DIMENSION_FREQUENCY:
      return "view-refresh-symbolic";
    case NSM_DIMENSION_EFFICIENCY:
      return "go-up-symbolic";
    case NSM_DIMENSION_UNSET:
    default:
      return NULL;
    }
}

static GtkWidget *
make_icon_line (const char *icon, const char *text, const char *css_class)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_box_append (GTK_BOX (line), image);
    }
  gtk_box_append (GTK_BOX (line), make_label (text, css_class, 0));
  return line;
}

GtkWidget *
nsm_tree_card_new_input (NsmInput *input)
{
  NsmMetric *metric = nsm_input_get_metric (input);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *owner;
  g_autofree char *title = metric != NULL ? nsm_metric_dup_title (metric) : g_strdup (_("Metric without a name"));
  const char *dimension = nsm_choice_get_label (NSM_TYPE_DIMENSION, input->dimension);
  const char *team = input->owner[0] != '\0' ? input->owner : _("Nobody owns it yet");
  g_autofree char *name = g_strdup_printf (_("Input metric: %s. %s. Owner: %s. Link: %s"), title, dimension, team,
                                           nsm_choice_get_label (NSM_TYPE_LINK, input->link));

  gtk_widget_set_margin_top (box, 10);
  if (input->dimension != NSM_DIMENSION_UNSET)
    gtk_box_append (GTK_BOX (box),
                    make_icon_line (get_dimension_icon (input->dimension), dimension, "caption-strong"));
  gtk_box_append (GTK_BOX (box), make_label (title, "tree-title", 0));
  owner = make_icon_line ("system-users-symbolic", team, NULL);
  gtk_widget_set_vexpand (owner, TRUE);
  gtk_widget_set_valign (owner, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), owner);
  return make_card (box, name);
}

/**
 * nsm_link_pill_new:
 *
 * Returns: (transfer floating): how one metric drives another, in sign and word
 */
GtkWidget *
nsm_link_pill_new (NsmLink link)
{
  static const char *const signs[] = { "?", "+", "×", "~" };
  g_autofree char *text = g_strdup_printf ("%s %s", signs[link], link == NSM_LINK_UNSET ? _("how?") : nsm_choice_get_label (NSM_TYPE_LINK, link));
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "link-pill");
  gtk_widget_set_can_target (label, FALSE);
  return label;
}
