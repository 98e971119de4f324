/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "set-up/scorecard.h"

#include <glib/gi18n-lib.h>

#include "kit/bind.h"
#include "kit/card-list.h"
#include "kit/names.h"
#include "method/scorecards.h"
#include "record/journal.h"

struct _NsmScorecardView
{
  GtkBox parent_instance;

  NsmScorecard *scorecard;
  GtkWidget *picker;
  GtkWidget *fixed;
  GtkWidget *own;
  GtkWidget *make_own;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NsmScorecardView, nsm_scorecard_view, GTK_TYPE_BOX)

/* A criterion of a known scorecard: to be read; only its weight is the team's. */
static GtkWidget *
new_fixed_row (NsmCriterion *criterion)
{
  GtkWidget *row = adw_expander_row_new ();
  const char *anchors[] = { criterion->anchor_low, criterion->anchor_middle,
                            criterion->anchor_high };
  GtkWidget *weight = gtk_spin_button_new_with_range (0, 100, 1);
  GtkWidget *word = gtk_label_new (_("Weight"));
  g_autofree char *weight_name = g_strdup_printf (_("Weight of %s"), criterion->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), criterion->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), criterion->question);
  nsm_bind_number (weight, criterion, "weight");
  nsm_widget_set_name_for_readers (weight, weight_name);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (weight), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (weight), 4);
  gtk_widget_add_css_class (word, "field-caption");
  gtk_widget_set_valign (weight, GTK_ALIGN_CENTER);
  /* Each action stands before the ones added earlier. */
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), weight);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), word);
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++)
    {
      GtkWidget *anchor = adw_action_row_new ();
      g_autofree char *mark = g_strdup_printf ("%u", 2 * i + 1);
      GtkWidget *number = gtk_label_new (mark);

      gtk_widget_add_css_class (number, "heading");
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (anchor), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (anchor), anchors[i]);
      adw_action_row_add_prefix (ADW_ACTION_ROW (anchor), number);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), anchor);
    }
  return row;
}

static void
fill_fixed (NsmScorecardView *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->fixed)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->fixed), row);
  if (self->scorecard->kind == NSM_SCORECARD_KIND_OWN)
    return;
  NSM_LIST_EACH (NsmCriterion, criterion, self->scorecard->criteria)
    gtk_list_box_append (GTK_LIST_BOX (self->fixed), new_fixed_row (criterion));
}

static void
update (NsmScorecardView *self)
{
  gboolean own = self->scorecard->kind == NSM_SCORECARD_KIND_OWN;
  gboolean has_any = nsm_list_get_size (self->scorecard->criteria) > 0;

  self->filling = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->picker), self->scorecard->kind);
  self->filling = FALSE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->picker),
                               nsm_scorecard_kind_get_summary (self->scorecard->kind));
  gtk_widget_set_visible (self->own, own);
  gtk_widget_set_visible (self->fixed, !own && has_any);
  gtk_widget_set_visible (self->make_own, !own);
  fill_fixed (self);
}

static void
on_picked (NsmScorecardView *self)
{
  if (!self->filling && self->scorecard != NULL)
    nsm_scorecard_view_choose (self,
                               (NsmScorecardKind) adw_combo_row_get_selected (
                                   ADW_COMBO_ROW (self->picker)));
}

static void
on_make_own_clicked (NsmScorecardView *self)
{
  nsm_scorecard_view_choose (self, NSM_SCORECARD_KIND_OWN);
}

static void
nsm_scorecard_view_dispose (GObject *object)
{
  g_clear_object (&NSM_SCORECARD_VIEW (object)->scorecard);
  G_OBJECT_CLASS (nsm_scorecard_view_parent_class)->dispose (object);
}

static void
nsm_scorecard_view_class_init (NsmScorecardViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_scorecard_view_dispose;
}

static GtkWidget *
new_boxed_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static void
nsm_scorecard_view_init (NsmScorecardView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *list = new_boxed_list ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);

  for (guint kind = NSM_SCORECARD_KIND_PLAYBOOK; kind <= NSM_SCORECARD_KIND_OWN; kind++)
    gtk_string_list_append (names, nsm_choice_get_label (NSM_TYPE_SCORECARD_KIND, kind));
  self->picker = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->picker), _("Scorecard"));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->picker), G_LIST_MODEL (names));
  gtk_list_box_append (GTK_LIST_BOX (list), self->picker);
  gtk_box_append (GTK_BOX (self), list);

  self->fixed = new_boxed_list ();
  nsm_widget_set_name_for_readers (self->fixed, _("Criteria"));
  gtk_box_append (GTK_BOX (self), self->fixed);

  self->own = nsm_card_list_new (
      NULL, "name,question,anchor_low,anchor_middle,anchor_high,weight", _("Criterion"));
  g_object_set (self->own, "empty-text",
                _("Three to six criteria are enough for people to keep apart."), NULL);
  gtk_box_append (GTK_BOX (self), self->own);

  self->make_own = gtk_button_new_with_mnemonic (_("Make It Our _Own"));
  gtk_widget_set_tooltip_text (self->make_own, _("Keep these criteria, and change their words"));
  gtk_widget_set_halign (self->make_own, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self), self->make_own);

  g_signal_connect_object (self->picker, "notify::selected", G_CALLBACK (on_picked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->make_own, "clicked", G_CALLBACK (on_make_own_clicked), self,
                           G_CONNECT_SWAPPED);
}

/**
 * nsm_scorecard_view_set_scorecard:
 *
 * Shows and edits @scorecard; call it once.
 */
void
nsm_scorecard_view_set_scorecard (NsmScorecardView *self, NsmScorecard *scorecard)
{
  g_return_if_fail (self->scorecard == NULL);

  self->scorecard = g_object_ref (scorecard);
  nsm_card_list_set_list (NSM_CARD_LIST (self->own), scorecard->criteria);
  g_signal_connect_object (scorecard, "notify::kind", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scorecard->criteria, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/**
 * nsm_scorecard_view_choose:
 *
 * Takes another scorecard, as one step of undo. One's own begins with the criteria there are.
 */
void
nsm_scorecard_view_choose (NsmScorecardView *self, NsmScorecardKind kind)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (self->scorecard));

  if (self->scorecard->kind == kind)
    return;
  nsm_journal_begin (journal, _("Choose Scorecard"));
  g_object_set (self->scorecard, "kind", kind, NULL);
  if (kind != NSM_SCORECARD_KIND_OWN)
    nsm_scorecard_fill (self->scorecard, kind);
  nsm_journal_end (journal);
}

/**
 * nsm_scorecard_view_focus:
 *
 * Returns: whether the choice of the scorecard has the focus now
 */
gboolean
nsm_scorecard_view_focus (NsmScorecardView *self)
{
  return gtk_widget_grab_focus (self->picker);
}
