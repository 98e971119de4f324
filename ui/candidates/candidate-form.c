/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidates/candidate-form.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "candidates/confidence.h"
#include "candidates/sentence.h"
#include "kit/bind.h"
#include "kit/check-toggle.h"
#include "kit/field-group.h"
#include "kit/field-row.h"
#include "kit/wrap-layout.h"

struct _NsmCandidateForm
{
  GtkBox parent_instance;

  NsmCandidate *candidate;
  GtkWidget *sentence_place;
  GtkWidget *confidence_place;
  GtkWidget *facts;
  GtkWidget *moment;
  GtkWidget *tells;
  GtkWidget *bad_group;
  GtkWidget *about_group;
  GtkWidget *toggles[3];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (NsmCandidateForm, nsm_candidate_form, GTK_TYPE_BOX)

static const char *const told[] = { "breadth", "depth", "frequency" };

static NsmList *
get_moments (NsmCandidateForm *self)
{
  NsmRecord *root = nsm_record_get_root (NSM_RECORD (self->candidate));

  return NSM_IS_WORKSHOP (root) ? NSM_WORKSHOP (root)->value->moments : NULL;
}

static void
on_moment_selected (GtkDropDown *drop_down, GParamSpec *pspec, NsmCandidateForm *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);
  NsmList *moments = get_moments (self);
  NsmRecord *moment = NULL;

  if (self->filling || moments == NULL)
    return;
  if (selected > 0 && selected <= nsm_list_get_size (moments))
    moment = nsm_list_get (moments, selected - 1);
  g_object_set (self->candidate, "moment", moment != NULL ? moment->id : "", NULL);
}

static gboolean
has_names (GListModel *model, const char *const *names)
{
  guint n = g_strv_length ((char **) names);

  if (model == NULL || g_list_model_get_n_items (model) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (model), i), names[i]) != 0)
      return FALSE;
  return TRUE;
}

static void
fill_moments (NsmCandidateForm *self)
{
  NsmList *moments = get_moments (self);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint selected = 0;

  if (moments == NULL)
    return;
  g_ptr_array_add (names, (gpointer) (nsm_list_get_size (moments) > 0
                                        ? _("Not said yet")
                                        : _("None yet: name them in Value")));
  NSM_LIST_EACH (NsmValueMoment, moment, moments)
    {
      g_ptr_array_add (names, moment->name[0] != '\0' ? moment->name
                                                      : (gpointer) _("Moment without a name"));
      if (g_str_equal (NSM_RECORD (moment)->id, self->candidate->moment))
        selected = names->len - 1;
    }
  g_ptr_array_add (names, NULL);

  self->filling = TRUE;
  if (!has_names (gtk_drop_down_get_model (GTK_DROP_DOWN (self->moment)),
                  (const char *const *) names->pdata))
    {
      g_autoptr (GtkStringList) model =
          gtk_string_list_new ((const char *const *) names->pdata);

      gtk_drop_down_set_model (GTK_DROP_DOWN (self->moment), G_LIST_MODEL (model));
    }
  if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->moment)) != selected)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->moment), selected);
  gtk_widget_set_sensitive (self->moment, nsm_list_get_size (moments) > 0);
  self->filling = FALSE;
}

static GtkWidget *
find_field_row (GtkWidget *widget, const char *field)
{
  if (NSM_IS_FIELD_ROW (widget) &&
      g_strcmp0 (nsm_field_row_get_field (NSM_FIELD_ROW (widget)), field) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_field_row (child, field);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
nsm_candidate_form_dispose (GObject *object)
{
  g_clear_object (&NSM_CANDIDATE_FORM (object)->candidate);
  G_OBJECT_CLASS (nsm_candidate_form_parent_class)->dispose (object);
}

static void
nsm_candidate_form_class_init (NsmCandidateFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_candidate_form_dispose;
  g_type_ensure (NSM_TYPE_FIELD_GROUP);
  g_type_ensure (NSM_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/candidates/candidate-form.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateForm, sentence_place);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateForm, confidence_place);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateForm, facts);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateForm, moment);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateForm, tells);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateForm, bad_group);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateForm, about_group);
}

static void
nsm_candidate_form_init (NsmCandidateForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->facts, nsm_wrap_layout_new (12, 12));
}

/**
 * nsm_candidate_form_new:
 *
 * Returns: (transfer floating): the form of @candidate, which has a metric
 */
GtkWidget *
nsm_candidate_form_new (NsmCandidate *candidate)
{
  NsmCandidateForm *self = g_object_new (NSM_TYPE_CANDIDATE_FORM, NULL);

  self->candidate = g_object_ref (candidate);
  adw_bin_set_child (ADW_BIN (self->sentence_place),
                     nsm_sentence_new (nsm_candidate_get_metric (candidate)));
  adw_bin_set_child (ADW_BIN (self->confidence_place), nsm_confidence_box_new (candidate));
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const NsmField *field = nsm_record_find_field (NSM_RECORD (candidate), told[i]);

      self->toggles[i] = nsm_check_toggle_new (nsm_field_get_label (field));
      nsm_bind_flag (self->toggles[i], candidate, told[i]);
      gtk_box_append (GTK_BOX (self->tells), self->toggles[i]);
    }
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->bad_group), NSM_RECORD (candidate));
  nsm_field_group_set_record (NSM_FIELD_GROUP (self->about_group), NSM_RECORD (candidate));
  nsm_candidate_form_refresh (self);
  g_signal_connect (self->moment, "notify::selected", G_CALLBACK (on_moment_selected), self);
  return GTK_WIDGET (self);
}

/**
 * nsm_candidate_form_refresh:
 *
 * Brings what isn't bound field by field up to date.
 */
void
nsm_candidate_form_refresh (NsmCandidateForm *self)
{
  GtkWidget *confidence = adw_bin_get_child (ADW_BIN (self->confidence_place));

  fill_moments (self);
  nsm_confidence_box_refresh (NSM_CONFIDENCE_BOX (confidence));
  gtk_widget_set_visible (self->bad_group, self->candidate->kind == NSM_CANDIDATE_KIND_BAD);
}

/**
 * nsm_candidate_form_focus_field:
 * @field: a member of the candidate or of its metric
 *
 * Returns: whether it is in this form; its control has the focus then
 */
gboolean
nsm_candidate_form_focus_field (NsmCandidateForm *self, const char *field)
{
  GtkWidget *sentence = adw_bin_get_child (ADW_BIN (self->sentence_place));
  GtkWidget *confidence = adw_bin_get_child (ADW_BIN (self->confidence_place));
  GtkWidget *row;

  if (nsm_sentence_focus_field (NSM_SENTENCE (sentence), field) ||
      nsm_confidence_box_focus_field (NSM_CONFIDENCE_BOX (confidence), field))
    return TRUE;
  if (g_str_equal (field, "moment"))
    return gtk_widget_grab_focus (self->moment);
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (g_str_equal (field, told[i]))
      return gtk_widget_grab_focus (self->toggles[i]);
  row = find_field_row (GTK_WIDGET (self), field);
  return row != NULL && gtk_widget_grab_focus (nsm_field_row_get_control (NSM_FIELD_ROW (row)));
}
