/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/guide-panel.h"

#include <glib/gi18n-lib.h>

#include "kit/names.h"
#include "method/step.h"

struct _NsmGuidePanel
{
  AdwBin parent_instance;

  NsmStep step;
  NsmMode mode;
  GPtrArray *findings;
  GPtrArray *shown; /* findings that have a card now, in order */
  GtkLabel *guidance;
  GtkWidget *good_line;
  GtkLabel *good;
  GtkWidget *bad_line;
  GtkLabel *bad;
  GtkWidget *fold;
  GtkWidget *reasons;
  GtkLabel *count;
  GtkWidget *cards;
};

enum
{
  SIGNAL_FOLLOWED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmGuidePanel, nsm_guide_panel, ADW_TYPE_BIN)

static GtkLabel *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 28); /* the panel takes what its words ask for */
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

/* Examples and reasons */

static GtkWidget *
new_example (const char *icon, const char *spoken, GtkLabel **label)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  nsm_widget_set_name_for_readers (image, spoken);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_widget_set_margin_top (image, 2);
  *label = new_label (NULL, NULL);
  gtk_box_append (GTK_BOX (line), image);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (*label));
  return line;
}

static void
say_example (GtkWidget *line, GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (line, text != NULL && text[0] != '\0');
}

static void
add_reason (NsmGuidePanel *self, const char *title, const char *text)
{
  if (text == NULL || text[0] == '\0')
    return;
  if (title != NULL)
    gtk_box_append (GTK_BOX (self->reasons), GTK_WIDGET (new_label (title, "caption-strong")));
  gtk_box_append (GTK_BOX (self->reasons), GTK_WIDGET (new_label (text, NULL)));
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
say_step (NsmGuidePanel *self)
{
  gboolean alone = self->mode == NSM_MODE_SOLO && self->step == NSM_STEP_SET_UP;

  gtk_label_set_label (self->guidance, nsm_step_get_guidance_for (self->step, self->mode));
  /* The examples of setting up are groups of people: nothing for a draft alone. */
  say_example (self->good_line, self->good,
               alone ? NULL : nsm_step_get_good_example (self->step));
  say_example (self->bad_line, self->bad, alone ? NULL : nsm_step_get_bad_example (self->step));

  clear_box (self->reasons);
  add_reason (self, NULL, nsm_step_get_why (self->step));
  add_reason (self, _("A tip"), nsm_step_get_tip (self->step));
  for (guint i = 0; i < nsm_step_get_n_notes (self->step); i++)
    add_reason (self, nsm_step_get_note_title (self->step, i),
                nsm_step_get_note_text (self->step, i));
}

/* Findings */

static void
on_follow_clicked (GtkButton *button, NsmFinding *finding)
{
  GtkWidget *panel = gtk_widget_get_ancestor (GTK_WIDGET (button), NSM_TYPE_GUIDE_PANEL);

  g_signal_emit (panel, signals[SIGNAL_FOLLOWED], 0, finding);
}

static GtkWidget *
new_finding_card (NsmFinding *finding)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  NsmSeverity severity = nsm_finding_get_severity (finding);
  gboolean advice = severity == NSM_SEVERITY_ADVICE;
  GtkWidget *icon = gtk_image_new_from_icon_name (advice ? "dialog-information-symbolic"
                                                         : "dialog-warning-symbolic");
  const char *action = nsm_finding_get_action (finding);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_add_css_class (icon, advice ? "secondary" : "finding-color");
  nsm_widget_set_name_for_readers (icon, nsm_choice_get_label (NSM_TYPE_SEVERITY, severity));
  gtk_box_append (GTK_BOX (words),
                  GTK_WIDGET (new_label (nsm_finding_get_message (finding), "card-title")));
  if (nsm_finding_get_consequence (finding)[0] != '\0')
    gtk_box_append (GTK_BOX (words),
                    GTK_WIDGET (new_label (nsm_finding_get_consequence (finding), "secondary")));
  if (action[0] != '\0')
    {
      GtkWidget *button = gtk_button_new ();
      GtkLabel *label = new_label (action, NULL);

      gtk_button_set_child (GTK_BUTTON (button), GTK_WIDGET (label));
      nsm_widget_set_name_for_readers (button, action);
      gtk_widget_set_hexpand (GTK_WIDGET (label), FALSE);
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_widget_set_margin_top (button, 6);
      g_signal_connect_object (button, "clicked", G_CALLBACK (on_follow_clicked), finding, 0);
      gtk_box_append (GTK_BOX (words), button);
    }
  gtk_box_append (GTK_BOX (card), icon);
  gtk_box_append (GTK_BOX (card), words);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "finding-card");
  return card;
}

static gboolean
findings_are_same (NsmFinding *a, NsmFinding *b)
{
  return nsm_finding_get_record (a) == nsm_finding_get_record (b) &&
         g_str_equal (nsm_finding_get_rule (a), nsm_finding_get_rule (b)) &&
         g_strcmp0 (nsm_finding_get_field (a), nsm_finding_get_field (b)) == 0 &&
         g_str_equal (nsm_finding_get_message (a), nsm_finding_get_message (b)) &&
         g_str_equal (nsm_finding_get_consequence (a), nsm_finding_get_consequence (b));
}

static void
say_findings (NsmGuidePanel *self)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *count = NULL;
  gboolean same;

  for (guint i = 0; i < self->findings->len; i++)
    if (nsm_finding_get_step (self->findings->pdata[i]) == self->step)
      g_ptr_array_add (wanted, g_object_ref (self->findings->pdata[i]));

  /* Cards that say the same stay: nothing moves while somebody reads. */
  same = self->shown != NULL && self->shown->len == wanted->len;
  for (guint i = 0; same && i < wanted->len; i++)
    same = findings_are_same (self->shown->pdata[i], wanted->pdata[i]);
  if (same)
    return;

  clear_box (self->cards);
  for (guint i = 0; i < wanted->len; i++)
    gtk_box_append (GTK_BOX (self->cards), new_finding_card (wanted->pdata[i]));
  if (wanted->len == 0)
    count = g_strdup (_("No findings"));
  else
    count = g_strdup_printf (ngettext ("%u finding", "%u findings", wanted->len), wanted->len);
  gtk_label_set_label (self->count, count);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_steal_pointer (&wanted);
}

/* GObject */

static GtkWidget *
new_step_column (NsmGuidePanel *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_box_append (GTK_BOX (column), GTK_WIDGET (new_label (_("What to do"), "card-title")));
  self->guidance = new_label (NULL, NULL);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->guidance));
  self->good_line = new_example ("object-select-symbolic", _("A good example"), &self->good);
  self->bad_line = new_example ("window-close-symbolic", _("A bad example"), &self->bad);
  gtk_box_append (GTK_BOX (column), self->good_line);
  gtk_box_append (GTK_BOX (column), self->bad_line);

  self->fold = gtk_expander_new (_("Why this works"));
  nsm_widget_set_name_for_readers (self->fold, _("Why this works"));
  self->reasons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_top (self->reasons, 6);
  gtk_expander_set_child (GTK_EXPANDER (self->fold), self->reasons);
  gtk_box_append (GTK_BOX (column), self->fold);

  gtk_widget_add_css_class (column, "guide-column");
  return column;
}

static GtkWidget *
new_findings_column (NsmGuidePanel *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *counts = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkLabel *as_you_type = new_label (_("as you type"), "caption");

  self->count = new_label (NULL, "card-title");
  gtk_widget_add_css_class (GTK_WIDGET (as_you_type), "secondary");
  gtk_widget_set_hexpand (GTK_WIDGET (as_you_type), FALSE);
  gtk_box_append (GTK_BOX (counts), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (counts), GTK_WIDGET (as_you_type));
  gtk_box_append (GTK_BOX (column), counts);
  self->cards = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (column), self->cards);
  gtk_widget_add_css_class (column, "guide-column");
  return column;
}

static void
nsm_guide_panel_finalize (GObject *object)
{
  NsmGuidePanel *self = NSM_GUIDE_PANEL (object);

  g_ptr_array_unref (self->findings);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  G_OBJECT_CLASS (nsm_guide_panel_parent_class)->finalize (object);
}

static void
nsm_guide_panel_class_init (NsmGuidePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_guide_panel_finalize;

  signals[SIGNAL_FOLLOWED] =
      g_signal_new ("followed", NSM_TYPE_GUIDE_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, NSM_TYPE_FINDING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_REGION);
}

static void
nsm_guide_panel_init (NsmGuidePanel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkLabel *folds = new_label (_("F9 folds this panel away"), "caption");

  self->findings = g_ptr_array_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_box_append (GTK_BOX (columns), new_step_column (self));
  gtk_box_append (GTK_BOX (columns), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (columns), new_findings_column (self));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), columns);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (folds), "secondary");
  gtk_widget_add_css_class (GTK_WIDGET (folds), "guide-foot");
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (folds));
  gtk_widget_add_css_class (box, "guide");
  gtk_widget_add_css_class (box, "panel");
  adw_bin_set_child (ADW_BIN (self), box);
  /* The labels in it want all there is; the panel keeps its width. */
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), _("Guide"));
  say_step (self);
  say_findings (self);
}

void
nsm_guide_panel_set_step (NsmGuidePanel *self, NsmStep step, NsmMode mode)
{
  if (self->step == step && self->mode == mode)
    return;
  self->step = step;
  self->mode = mode;
  say_step (self);
  say_findings (self);
}

/**
 * nsm_guide_panel_set_findings:
 * @findings: (element-type NsmFinding): of the whole workshop; those of the
 *   step are shown
 */
void
nsm_guide_panel_set_findings (NsmGuidePanel *self, GPtrArray *findings)
{
  g_ptr_array_ref (findings);
  g_ptr_array_unref (self->findings);
  self->findings = findings;
  say_findings (self);
}
