/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidates/candidate-card.h"

#include <glib/gi18n-lib.h>

#include "candidates/candidate-form.h"
#include "candidates/eliminate-box.h"
#include "findings/finding.h"
#include "kit/bind.h"
#include "kit/names.h"
#include "model/workshop.h"

struct _NsmCandidateCard
{
  AdwBin parent_instance;

  NsmCandidate *candidate;
  GPtrArray *shown; /* NsmFinding about this candidate */

  GtkWidget *head;
  GtkWidget *face;
  GtkWidget *stack;
  GtkWidget *opener;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *name_place;
  GtkWidget *clear;
  GtkWidget *clear_icon;
  GtkWidget *clear_label;
  GtkWidget *findings;
  GtkWidget *question_place;
  GtkWidget *form_place;
};

G_DEFINE_FINAL_TYPE (NsmCandidateCard, nsm_candidate_card, ADW_TYPE_BIN)

enum
{
  SIGNAL_OPEN,
  SIGNAL_FOLD,
  SIGNAL_ACT,
  SIGNAL_DROP,
  SIGNAL_SHOW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const act_names[NSM_N_CANDIDATE_ACTS] = {
  "candidate.duplicate", "candidate.move-up",   "candidate.move-down", "candidate.make-bad",
  "candidate.make-good", "candidate.eliminate", "candidate.remove",
};

static void
on_act (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < NSM_N_CANDIDATE_ACTS; i++)
    if (g_str_equal (name, act_names[i]))
      {
        g_signal_emit (widget, signals[SIGNAL_ACT], 0, i);
        return;
      }
}

static void
on_opener_clicked (GtkButton *button, NsmCandidateCard *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  if (!nsm_candidate_card_is_open (NSM_CANDIDATE_CARD (widget)))
    return FALSE;
  g_signal_emit (widget, signals[SIGNAL_FOLD], 0);
  return TRUE;
}

/* Findings */

static void
on_finding_clicked (GtkButton *button, NsmFinding *finding)
{
  GtkWidget *card = gtk_widget_get_ancestor (GTK_WIDGET (button), NSM_TYPE_CANDIDATE_CARD);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_POPOVER);

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_signal_emit (card, signals[SIGNAL_SHOW], 0, nsm_finding_get_record (finding),
                 nsm_finding_get_field (finding));
}

static GtkWidget *
new_finding (NsmFinding *finding)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *message = gtk_label_new (nsm_finding_get_message (finding));
  GtkWidget *consequence = gtk_label_new (nsm_finding_get_consequence (finding));
  GtkWidget *act = gtk_button_new_with_label (nsm_finding_get_action (finding));

  gtk_label_set_xalign (GTK_LABEL (message), 0);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (message), 36);
  gtk_widget_add_css_class (message, "heading");
  gtk_label_set_xalign (GTK_LABEL (consequence), 0);
  gtk_label_set_wrap (GTK_LABEL (consequence), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (consequence), 36);
  gtk_widget_set_halign (act, GTK_ALIGN_START);
  g_signal_connect_object (act, "clicked", G_CALLBACK (on_finding_clicked), finding, 0);
  gtk_box_append (GTK_BOX (box), message);
  gtk_box_append (GTK_BOX (box), consequence);
  gtk_box_append (GTK_BOX (box), act);
  return box;
}

static void
make_findings_popover (GtkMenuButton *button, gpointer data)
{
  NsmCandidateCard *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_add_css_class (box, "finding-list");
  for (guint i = 0; self->shown != NULL && i < self->shown->len; i++)
    gtk_box_append (GTK_BOX (box), new_finding (g_ptr_array_index (self->shown, i)));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
keep_findings (NsmCandidateCard *self, GPtrArray *findings)
{
  NsmMetric *metric = nsm_candidate_get_metric (self->candidate);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      NsmFinding *finding = g_ptr_array_index (findings, i);
      NsmRecord *record = nsm_finding_get_record (finding);

      if (nsm_finding_get_step (finding) == NSM_STEP_CANDIDATES && record != NULL &&
          (record == NSM_RECORD (self->candidate) || record == (NsmRecord *) metric))
        g_ptr_array_add (self->shown, g_object_ref (finding));
    }
}

static void
update_tag (NsmCandidateCard *self)
{
  gboolean bad = self->candidate->kind == NSM_CANDIDATE_KIND_BAD;
  guint n = self->shown->len;

  gtk_widget_set_visible (self->clear, bad || n == 0);
  gtk_widget_set_visible (self->clear_icon, !bad);
  gtk_label_set_label (GTK_LABEL (self->clear_label), bad ? _("Deliberately bad") : _("Clear"));
  if (bad)
    gtk_widget_add_css_class (self->clear, "dashed");
  else
    gtk_widget_remove_css_class (self->clear, "dashed");

  gtk_widget_set_visible (self->findings, n > 0);
  if (n > 0)
    {
      g_autofree char *label = g_strdup_printf (ngettext ("%u finding", "%u findings", n), n);

      gtk_menu_button_set_label (GTK_MENU_BUTTON (self->findings), label);
      nsm_widget_set_name_for_readers (self->findings, label);
    }
}

/* Words */

static char *
dup_subtitle (NsmCandidateCard *self)
{
  NsmCandidate *candidate = self->candidate;
  NsmMetric *metric = nsm_candidate_get_metric (candidate);
  NsmRecord *moment = nsm_record_find (NSM_RECORD (candidate), candidate->moment);
  NsmRecord *older = nsm_record_find (NSM_RECORD (candidate), candidate->refines);
  GString *words = g_string_new (NULL);

  if (candidate->kind == NSM_CANDIDATE_KIND_BAD)
    {
      g_string_append (words, candidate->why_bad[0] != '\0' ? candidate->why_bad
                                                            : _("Say why it fails"));
      return g_string_free (words, FALSE);
    }
  g_string_append (words, metric != NULL && metric->unit[0] != '\0' ? metric->unit
                                                                    : _("no unit yet"));
  if (moment != NULL)
    g_string_append_printf (words, _(" · value moment: %s"), nsm_record_get_title (moment));
  if (candidate->existing)
    g_string_append (words, _(" · the metric we have today"));
  if (older != NULL && NSM_IS_CANDIDATE (older))
    {
      g_autofree char *title = nsm_candidate_dup_title (NSM_CANDIDATE (older));

      g_string_append_printf (words, _(" · version %u, refines “%s”"), (guint) candidate->version,
                              title);
    }
  return g_string_free (words, FALSE);
}

static void
update_words (NsmCandidateCard *self)
{
  g_autofree char *title = nsm_candidate_dup_title (self->candidate);
  g_autofree char *subtitle = dup_subtitle (self);
  gboolean bad = self->candidate->kind == NSM_CANDIDATE_KIND_BAD;

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle);
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), title);
  nsm_widget_set_name_for_readers (self->opener, title);
  gtk_widget_set_visible (self->face, bad);
  if (bad)
    gtk_widget_add_css_class (GTK_WIDGET (self), "dashed-bad");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dashed-bad");
}

/* Dragging */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, NsmCandidateCard *self)
{
  return gdk_content_provider_new_typed (NSM_TYPE_CANDIDATE, self->candidate);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, NsmCandidateCard *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (self->head);

  gtk_drag_source_set_icon (source, picture, 24, 24);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, NsmCandidateCard *self)
{
  NsmCandidate *dragged = g_value_get_object (value);

  if (dragged == NULL || dragged == self->candidate)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_DROP], 0, dragged);
  return TRUE;
}

static void
make_draggable (NsmCandidateCard *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (NSM_TYPE_CANDIDATE, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (self->opener, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* The question */

static void
on_question_done (NsmEliminateBox *box, gboolean eliminated, NsmCandidateCard *self)
{
  adw_bin_set_child (ADW_BIN (self->question_place), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* GObject */

static gboolean
nsm_candidate_card_grab_focus (GtkWidget *widget)
{
  NsmCandidateCard *self = NSM_CANDIDATE_CARD (widget);
  GtkWidget *name = adw_bin_get_child (ADW_BIN (self->name_place));

  return gtk_widget_grab_focus (name != NULL ? name : self->opener);
}

static void
nsm_candidate_card_dispose (GObject *object)
{
  NsmCandidateCard *self = NSM_CANDIDATE_CARD (object);

  g_clear_object (&self->candidate);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (nsm_candidate_card_parent_class)->dispose (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "candidate.move-up",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "candidate.move-down", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

static void
nsm_candidate_card_class_init (NsmCandidateCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_candidate_card_dispose;
  widget_class->grab_focus = nsm_candidate_card_grab_focus;
  signals[SIGNAL_OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[SIGNAL_FOLD] = g_signal_new ("fold", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[SIGNAL_ACT] = g_signal_new ("act", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_DROP] = g_signal_new ("drop", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, NSM_TYPE_CANDIDATE);
  signals[SIGNAL_SHOW] = g_signal_new ("show-field", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, NSM_TYPE_RECORD, G_TYPE_STRING);

  for (guint i = 0; i < NSM_N_CANDIDATE_ACTS; i++)
    gtk_widget_class_install_action (widget_class, act_names[i], NULL, on_act);
  install_keys (widget_class);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/candidates/candidate-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, head);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, face);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, opener);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, title);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, subtitle);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, name_place);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, clear);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, clear_icon);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, clear_label);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, findings);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, question_place);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidateCard, form_place);
  gtk_widget_class_bind_template_callback (widget_class, on_opener_clicked);
}

static void
nsm_candidate_card_init (NsmCandidateCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->findings), make_findings_popover,
                                         self, NULL);
  make_draggable (self);
}

/**
 * nsm_candidate_card_new:
 *
 * Returns: (transfer floating): a folded card for @candidate
 */
GtkWidget *
nsm_candidate_card_new (NsmCandidate *candidate)
{
  NsmCandidateCard *self = g_object_new (NSM_TYPE_CANDIDATE_CARD, NULL);

  self->candidate = g_object_ref (candidate);
  nsm_candidate_card_refresh (self, NULL);
  return GTK_WIDGET (self);
}

NsmCandidate *
nsm_candidate_card_get_candidate (NsmCandidateCard *self)
{
  return self->candidate;
}

gboolean
nsm_candidate_card_is_open (NsmCandidateCard *self)
{
  return adw_bin_get_child (ADW_BIN (self->form_place)) != NULL;
}

static GtkWidget *
new_name_entry (NsmMetric *metric)
{
  GtkWidget *text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);

  gtk_text_set_placeholder_text (GTK_TEXT (text), _("A short name for it"));
  gtk_widget_add_css_class (text, "candidate-title");
  gtk_widget_add_css_class (text, "candidate-name");
  nsm_bind_text (text, metric, "name");
  return text;
}

/**
 * nsm_candidate_card_set_open:
 *
 * Opens the card to be edited, or folds it. What was typed is in the records already.
 */
void
nsm_candidate_card_set_open (NsmCandidateCard *self, gboolean open)
{
  NsmMetric *metric = nsm_candidate_get_metric (self->candidate);

  open = open && metric != NULL;
  if (open == nsm_candidate_card_is_open (self))
    return;
  if (open)
    {
      GtkWidget *form = nsm_candidate_form_new (self->candidate);

      adw_bin_set_child (ADW_BIN (self->name_place), new_name_entry (metric));
      gtk_widget_add_css_class (form, "candidate-form");
      adw_bin_set_child (ADW_BIN (self->form_place), form);
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->name_place);
    }
  else
    {
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->opener);
      adw_bin_set_child (ADW_BIN (self->form_place), NULL);
      adw_bin_set_child (ADW_BIN (self->name_place), NULL);
    }
}

/**
 * nsm_candidate_card_set_can_move:
 *
 * Says which ways there is another card to change places with.
 */
void
nsm_candidate_card_set_can_move (NsmCandidateCard *self, gboolean up, gboolean down)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "candidate.move-up", up);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "candidate.move-down", down);
}

/**
 * nsm_candidate_card_refresh:
 * @findings: (nullable): all findings of the workshop
 *
 * Brings words and findings up to date.
 */
void
nsm_candidate_card_refresh (NsmCandidateCard *self, GPtrArray *findings)
{
  gboolean bad = self->candidate->kind == NSM_CANDIDATE_KIND_BAD;
  GtkWidget *form = adw_bin_get_child (ADW_BIN (self->form_place));

  keep_findings (self, findings);
  update_tag (self);
  update_words (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "candidate.make-bad", !bad);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "candidate.make-good", bad);
  if (form != NULL)
    nsm_candidate_form_refresh (NSM_CANDIDATE_FORM (form));
}

/**
 * nsm_candidate_card_ask_elimination:
 *
 * Asks for the reason, in the card; the candidate is eliminated when it is given.
 */
void
nsm_candidate_card_ask_elimination (NsmCandidateCard *self)
{
  GtkWidget *box = nsm_eliminate_box_new (self->candidate, NULL);

  g_signal_connect_object (box, "done", G_CALLBACK (on_question_done), self, 0);
  adw_bin_set_child (ADW_BIN (self->question_place), box);
  gtk_widget_grab_focus (box);
}

/**
 * nsm_candidate_card_focus_field:
 * @field: (nullable): a member of the candidate or its metric
 *
 * Returns: whether its control has the focus now; the card must be open
 */
gboolean
nsm_candidate_card_focus_field (NsmCandidateCard *self, const char *field)
{
  GtkWidget *form = adw_bin_get_child (ADW_BIN (self->form_place));

  if (form == NULL)
    return FALSE;
  if (field == NULL || g_str_equal (field, "name"))
    return gtk_widget_grab_focus (adw_bin_get_child (ADW_BIN (self->name_place)));
  return nsm_candidate_form_focus_field (NSM_CANDIDATE_FORM (form), field);
}
