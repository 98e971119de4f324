/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidates/confidence.h"

#include <glib/gi18n-lib.h>

#include "kit/bind.h"
#include "kit/check-toggle.h"
#include "kit/names.h"
#include "kit/wrap-layout.h"
#include "method/candidates.h"

struct _NsmConfidenceBox
{
  GtkBox parent_instance;

  NsmCandidate *candidate;
  GtkWidget *sentence;
  GtkWidget *yes[2];
  GtkWidget *why[2];
};

G_DEFINE_FINAL_TYPE (NsmConfidenceBox, nsm_confidence_box, GTK_TYPE_BOX)

static const char *const clauses[] = { "more_value", "business_grows" };
static const char *const reasons[] = { "more_value_why", "business_grows_why" };

static void
name_after_clause (GtkWidget *widget, const char *clause, const char *word)
{
  /* Translators: a clause ("The business grows") and an answer to it ("Yes"), for screen readers */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), clause, word);

  nsm_widget_set_name_for_readers (widget, name);
}

static GtkWidget *
new_answer (NsmConfidenceBox *self, int clause, NsmClause value, const char *label)
{
  GtkWidget *toggle = nsm_check_toggle_new (nsm_choice_get_label (NSM_TYPE_CLAUSE, value));

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  nsm_bind_toggle (toggle, self->candidate, clauses[clause], value, NSM_CLAUSE_UNSET);
  name_after_clause (toggle, label, nsm_choice_get_label (NSM_TYPE_CLAUSE, value));
  return toggle;
}

static void
add_clause (NsmConfidenceBox *self, int i)
{
  const NsmField *field = nsm_record_find_field (NSM_RECORD (self->candidate), clauses[i]);
  const char *label = nsm_field_get_label (field);
  GtkWidget *words = gtk_label_new (label);
  GtkWidget *answers = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (words), 22);

  self->yes[i] = new_answer (self, i, NSM_CLAUSE_YES, label);
  gtk_box_append (GTK_BOX (answers), self->yes[i]);
  gtk_box_append (GTK_BOX (answers), new_answer (self, i, NSM_CLAUSE_NO, label));

  self->why[i] = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->why[i]), _("Because …"));
  gtk_widget_set_hexpand (self->why[i], TRUE);
  nsm_bind_text (self->why[i], self->candidate, reasons[i]);
  name_after_clause (self->why[i], label, _("Why"));

  gtk_editable_set_width_chars (GTK_EDITABLE (self->why[i]), 16);
  gtk_widget_set_layout_manager (line, nsm_wrap_layout_new (12, 6));
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), answers);
  gtk_box_append (GTK_BOX (line), self->why[i]);
  gtk_box_append (GTK_BOX (self), line);
}

static void
nsm_confidence_box_finalize (GObject *object)
{
  g_clear_object (&NSM_CONFIDENCE_BOX (object)->candidate);
  G_OBJECT_CLASS (nsm_confidence_box_parent_class)->finalize (object);
}

static void
nsm_confidence_box_class_init (NsmConfidenceBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_confidence_box_finalize;
}

static void
nsm_confidence_box_init (NsmConfidenceBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_add_css_class (GTK_WIDGET (self), "confidence");

  self->sentence = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_label_set_wrap (GTK_LABEL (self->sentence), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->sentence), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->sentence, "heading");
  gtk_box_append (GTK_BOX (self), self->sentence);
}

/**
 * nsm_confidence_box_new:
 *
 * Returns: (transfer floating): the two clauses of @candidate
 */
GtkWidget *
nsm_confidence_box_new (NsmCandidate *candidate)
{
  NsmConfidenceBox *self = g_object_new (NSM_TYPE_CONFIDENCE_BOX, NULL);

  self->candidate = g_object_ref (candidate);
  add_clause (self, 0);
  add_clause (self, 1);
  nsm_confidence_box_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * nsm_confidence_box_refresh:
 *
 * Writes the sentence again, after the candidate's words have changed.
 */
void
nsm_confidence_box_refresh (NsmConfidenceBox *self)
{
  g_autofree char *sentence = nsm_candidate_dup_confidence_sentence (self->candidate);

  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
}

/**
 * nsm_confidence_box_focus_field:
 *
 * Returns: whether @field is answered here; its control has the focus then
 */
gboolean
nsm_confidence_box_focus_field (NsmConfidenceBox *self, const char *field)
{
  for (int i = 0; i < 2; i++)
    {
      if (g_str_equal (field, clauses[i]))
        return gtk_widget_grab_focus (self->yes[i]);
      if (g_str_equal (field, reasons[i]))
        return gtk_widget_grab_focus (self->why[i]);
    }
  return FALSE;
}
