/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stress/verdict-card.h"

#include "record/record.h"

struct _NsmVerdictCard
{
  GtkToggleButton parent_instance;

  NsmVerdict verdict;
  GtkWidget *meaning;
};

G_DEFINE_FINAL_TYPE (NsmVerdictCard, nsm_verdict_card, GTK_TYPE_TOGGLE_BUTTON)

static const char *
get_icon (NsmVerdict verdict)
{
  switch (verdict)
    {
    case NSM_VERDICT_HOLDS:
      return "emblem-ok-symbolic";
    case NSM_VERDICT_REFINE:
      return "document-edit-symbolic";
    case NSM_VERDICT_FAILS:
    case NSM_VERDICT_UNSET:
    default:
      return "dialog-error-symbolic";
    }
}

static gboolean
active_to_opacity (GBinding *binding G_GNUC_UNUSED, const GValue *from, GValue *to,
                   gpointer user_data G_GNUC_UNUSED)
{
  g_value_set_double (to, g_value_get_boolean (from) ? 1 : 0);
  return TRUE;
}

static void
nsm_verdict_card_class_init (NsmVerdictCardClass *klass G_GNUC_UNUSED)
{
}

static void
nsm_verdict_card_init (NsmVerdictCard *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "choice-card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "verdict-card");
}

/**
 * nsm_verdict_card_new:
 * @verdict: holds, refine or fails
 */
GtkWidget *
nsm_verdict_card_new (NsmVerdict verdict)
{
  NsmVerdictCard *self = g_object_new (NSM_TYPE_VERDICT_CARD, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (verdict));
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *title = gtk_label_new (nsm_choice_get_label (NSM_TYPE_VERDICT, verdict));

  self->verdict = verdict;
  self->meaning = gtk_label_new (NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nsm_choice_get_label (NSM_TYPE_VERDICT, verdict), -1);
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 32);
  gtk_widget_add_css_class (icon, "verdict-icon");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "verdict-title");
  gtk_label_set_xalign (GTK_LABEL (self->meaning), 0);
  gtk_label_set_wrap (GTK_LABEL (self->meaning), TRUE);
  gtk_widget_add_css_class (self->meaning, "secondary");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), self->meaning);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), tick);
  gtk_button_set_child (GTK_BUTTON (self), box);
  /* The tick keeps its place, so that nothing moves. */
  g_object_bind_property_full (self, "active", tick, "opacity", G_BINDING_SYNC_CREATE,
                               active_to_opacity, NULL, NULL, NULL);
  return GTK_WIDGET (self);
}

/**
 * nsm_verdict_card_get_verdict:
 *
 * Returns: what the card stands for
 */
NsmVerdict
nsm_verdict_card_get_verdict (NsmVerdictCard *self)
{
  return self->verdict;
}

/**
 * nsm_verdict_card_set_meaning:
 * @meaning: what the verdict means in the thought experiment at hand
 */
void
nsm_verdict_card_set_meaning (NsmVerdictCard *self, const char *meaning)
{
  gtk_label_set_label (GTK_LABEL (self->meaning), meaning);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nsm_choice_get_label (NSM_TYPE_VERDICT, self->verdict),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, meaning, -1);
}
