/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/moments-result.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "analysis/ranking.h"
#include "kit/step-page.h"
#include "record/language.h"
#include "rounds/rank-line.h"

struct _NsmMomentsResult
{
  AdwBin parent_instance;

  NsmWorkshop *workshop;
  NsmRanking *ranking;
  GtkWidget *use_button;
  GtkWidget *used_label;
};

G_DEFINE_FINAL_TYPE (NsmMomentsResult, nsm_moments_result, ADW_TYPE_BIN)

static void
update_used (NsmMomentsResult *self)
{
  gboolean used = nsm_workshop_has_order (self->workshop, self->ranking);

  gtk_widget_set_visible (self->use_button, !used);
  gtk_widget_set_visible (self->used_label, used);
}

static void
on_use_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmMomentsResult *self = NSM_MOMENTS_RESULT (user_data);
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), NSM_TYPE_STEP_PAGE);

  nsm_workshop_use_order (self->workshop, self->ranking);
  if (page != NULL)
    nsm_step_page_toast_undo (NSM_STEP_PAGE (page), _("The moments are in this order now"));
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* Ties share a place: two first ones both have "1", and the next one "3". */
static char *
dup_place (NsmRanking *ranking, guint subject)
{
  double place = nsm_ranking_get_place (ranking, subject);
  guint n_before = 0;

  if (isnan (place))
    return g_strdup ("–");
  for (guint i = 0; i < nsm_ranking_get_n_subjects (ranking); i++)
    n_before += nsm_ranking_get_place (ranking, i) < place - 1e-9 ? 1 : 0;
  return g_strdup_printf ("%u", n_before + 1);
}

static char *
dup_mean (NsmRanking *ranking, guint subject)
{
  double mean = nsm_ranking_get_mean (ranking, subject);
  guint n_silent =
    nsm_ranking_get_n_people (ranking) - nsm_ranking_count_placed (ranking, subject);
  g_autofree char *silent =
    g_strdup_printf (ngettext ("%u can’t say", "%u can’t say", n_silent), n_silent);
  g_autofree char *place = nsm_number_dup (mean, 1);

  if (isnan (mean))
    return g_strdup (_("Nobody could say"));
  if (n_silent == 0)
    return g_strdup_printf (_("Mean place %s"), place);
  /* Translators: the mean of the places, and how many couldn't say: "2 can’t say" */
  return g_strdup_printf (_("Mean place %s · %s"), place, silent);
}

static GtkWidget *
make_row (NsmMomentsResult *self, NsmRound *round, guint subject, gboolean large)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 15);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = nsm_rank_line_new (self->workshop, round, self->ranking, subject, large);
  g_autofree char *place = dup_place (self->ranking, subject);
  g_autofree char *mean = dup_mean (self->ranking, subject);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), make_label (place, "rank-number"));
  gtk_box_append (GTK_BOX (words),
                  make_label (nsm_ranking_get_subject (self->ranking, subject)->title,
                              "text-card-text"));
  gtk_box_append (GTK_BOX (words), line);
  gtk_box_append (GTK_BOX (words), make_label (mean, "secondary"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "vote-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static GtkWidget *
make_foot (NsmMomentsResult *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->use_button = gtk_button_new_with_mnemonic (_("_Use this order"));
  self->used_label = gtk_label_new (_("✓ The moments are in this order"));
  gtk_widget_add_css_class (self->use_button, "pill");
  gtk_widget_add_css_class (self->used_label, "text-used");
  g_signal_connect_object (self->use_button, "clicked", G_CALLBACK (on_use_clicked), self, 0);
  g_signal_connect_object (self->workshop, "changed", G_CALLBACK (update_used), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (foot), self->use_button);
  gtk_box_append (GTK_BOX (foot), self->used_label);
  update_used (self);
  return foot;
}

static void
nsm_moments_result_dispose (GObject *object)
{
  NsmMomentsResult *self = NSM_MOMENTS_RESULT (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->workshop);
  g_clear_pointer (&self->ranking, nsm_ranking_free);

  G_OBJECT_CLASS (nsm_moments_result_parent_class)->dispose (object);
}

static void
nsm_moments_result_class_init (NsmMomentsResultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_moments_result_dispose;
}

static void
nsm_moments_result_init (NsmMomentsResult *self G_GNUC_UNUSED)
{
}

/**
 * nsm_moments_result_new:
 * @round: an opened ranking
 * @large: for the room: no controls
 *
 * Returns: (transfer floating): its order
 */
GtkWidget *
nsm_moments_result_new (NsmDocument *document, NsmRound *round, gboolean large)
{
  NsmMomentsResult *self = g_object_new (NSM_TYPE_MOMENTS_RESULT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  self->workshop = g_object_ref (nsm_document_get_workshop (document));
  self->ranking = nsm_ranking_new (round);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The team’s order"), -1);
  for (guint i = 0; i < nsm_ranking_get_n_subjects (self->ranking); i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         make_row (self, round, nsm_ranking_get_nth (self->ranking, i), large));
  gtk_box_append (GTK_BOX (box),
                  make_label (large ? round->question : _("Everybody’s ranking"),
                              large ? "projector-36" : "title-2"));
  gtk_box_append (GTK_BOX (box), list);
  if (large)
    gtk_widget_add_css_class (list, "result-large");
  else
    gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
