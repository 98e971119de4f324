/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/verdict-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "method/stress-tests.h"
#include "record/record.h"

#define N_VERDICTS 3

struct _NsmVerdictRow
{
  AdwBin parent_instance;

  NsmStressTest test;
  gboolean loading;
  GtkWidget *name;
  GtkWidget *question;
  GtkWidget *buttons[N_VERDICTS];
  GtkWidget *abstain;
  GtkWidget *reason;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmVerdictRow, nsm_verdict_row, ADW_TYPE_BIN)

static void
on_toggled (GtkToggleButton *button, gpointer user_data)
{
  NsmVerdictRow *self = NSM_VERDICT_ROW (user_data);

  /* Of the two that toggle in a group, the one that is now on speaks. */
  if (!self->loading && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_reason_changed (GtkEditable *reason G_GNUC_UNUSED, gpointer user_data)
{
  NsmVerdictRow *self = NSM_VERDICT_ROW (user_data);

  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_on (GtkWidget *button)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

/* Focus goes to what was chosen, so that the ring says where one is. */
static gboolean
nsm_verdict_row_grab_focus (GtkWidget *widget)
{
  NsmVerdictRow *self = NSM_VERDICT_ROW (widget);

  for (guint i = 0; i < N_VERDICTS; i++)
    if (is_on (self->buttons[i]))
      return gtk_widget_grab_focus (self->buttons[i]);
  return gtk_widget_grab_focus (is_on (self->abstain) ? self->abstain : self->buttons[0]);
}

static GtkWidget *
make_toggle (NsmVerdictRow *self, const char *label, const char *style)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  /* Translators: a thought experiment and a verdict */
  g_autofree char *name =
    g_strdup_printf (_("%s: %s"), nsm_stress_test_get_name (self->test), label);

  gtk_widget_add_css_class (button, style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, 0);
  return button;
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_choices (NsmVerdictRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->abstain = make_toggle (self, _("Abstain"), "ballot-abstain");
  gtk_widget_add_css_class (self->abstain, "flat");
  for (guint i = 0; i < N_VERDICTS; i++)
    {
      self->buttons[i] = make_toggle (
        self, nsm_choice_get_label (NSM_TYPE_VERDICT, NSM_VERDICT_HOLDS + i), "verdict-button");
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                   GTK_TOGGLE_BUTTON (self->abstain));
      gtk_widget_set_hexpand (self->buttons[i], TRUE);
      gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
        nsm_stress_test_get_meaning (self->test, NSM_VERDICT_HOLDS + i), -1);
      gtk_widget_set_tooltip_text (self->buttons[i],
                                   nsm_stress_test_get_meaning (self->test, NSM_VERDICT_HOLDS + i));
      gtk_box_append (GTK_BOX (box), self->buttons[i]);
    }
  gtk_box_append (GTK_BOX (box), self->abstain);
  return box;
}

static void
fill (NsmVerdictRow *self, GtkSizeGroup *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *said = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  /* Translators: a thought experiment */
  g_autofree char *why =
    g_strdup_printf (_("Why, in “%s”?"), nsm_stress_test_get_name (self->test));

  self->name = make_label ("secondary");
  self->question = make_label ("ballot-criterion");
  gtk_label_set_label (GTK_LABEL (self->name), nsm_stress_test_get_name (self->test));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->name);
  gtk_box_append (GTK_BOX (words), self->question);
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Why, in a line"));
  gtk_entry_set_max_length (GTK_ENTRY (self->reason), NSM_LINE_MAX / 4);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->reason), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, why,
                                  -1);
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (on_reason_changed), self, 0);
  gtk_widget_set_size_request (said, 400, -1);
  gtk_size_group_add_widget (column, said);
  gtk_widget_set_valign (said, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (said), make_choices (self));
  gtk_box_append (GTK_BOX (said), self->reason);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), said);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ballot-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nsm_stress_test_get_name (self->test), -1);
}

static void
nsm_verdict_row_dispose (GObject *object)
{
  NsmVerdictRow *self = NSM_VERDICT_ROW (object);

  /* The reason goes before the widget does. */
  self->loading = TRUE;
  if (self->reason != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  self->reason = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (nsm_verdict_row_parent_class)->dispose (object);
}

static void
nsm_verdict_row_class_init (NsmVerdictRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_verdict_row_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = nsm_verdict_row_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", NSM_TYPE_VERDICT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_verdict_row_init (NsmVerdictRow *self G_GNUC_UNUSED)
{
}

/**
 * nsm_verdict_row_new:
 * @test: the thought experiment
 * @column: makes the verdicts of all rows one column
 *
 * Returns: (transfer floating): a row that asks nothing yet
 */
NsmVerdictRow *
nsm_verdict_row_new (NsmStressTest test, GtkSizeGroup *column)
{
  NsmVerdictRow *self = g_object_new (NSM_TYPE_VERDICT_ROW, NULL);

  self->test = test;
  fill (self, column);
  return self;
}

/**
 * nsm_verdict_row_ask:
 * @candidate: its title, as the round has it
 * @said: what the person said of it so far
 */
void
nsm_verdict_row_ask (NsmVerdictRow *self, const char *candidate, const NsmVerdictSaid *said)
{
  g_autofree char *question = nsm_stress_test_dup_question (self->test, candidate);

  self->loading = TRUE;
  gtk_label_set_label (GTK_LABEL (self->question), question);
  for (guint i = 0; i < N_VERDICTS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                  said->verdict == NSM_VERDICT_HOLDS + i);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->abstain), said->abstained);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), said->text != NULL ? said->text : "");
  self->loading = FALSE;
}

/**
 * nsm_verdict_row_read:
 * @said: filled with what the row has
 */
void
nsm_verdict_row_read (NsmVerdictRow *self, NsmVerdictSaid *said)
{
  nsm_verdict_said_clear (said);
  for (guint i = 0; i < N_VERDICTS; i++)
    if (is_on (self->buttons[i]))
      said->verdict = NSM_VERDICT_HOLDS + i;
  said->abstained = is_on (self->abstain);
  said->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
}

/**
 * nsm_verdict_row_pick:
 * @verdict: what is pressed; NSM_VERDICT_UNSET for the abstention
 */
void
nsm_verdict_row_pick (NsmVerdictRow *self, NsmVerdict verdict)
{
  GtkWidget *button = verdict == NSM_VERDICT_UNSET ? self->abstain
                                                   : self->buttons[verdict - NSM_VERDICT_HOLDS];

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/**
 * nsm_verdict_row_has_choice_focus:
 *
 * Returns: whether @focus is one of its buttons, so that a letter is a verdict
 */
gboolean
nsm_verdict_row_has_choice_focus (NsmVerdictRow *self, GtkWidget *focus)
{
  return focus != NULL && GTK_IS_TOGGLE_BUTTON (focus)
         && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/**
 * nsm_verdict_said_clear:
 *
 * Empties it; the reason is overwritten first.
 */
void
nsm_verdict_said_clear (NsmVerdictSaid *said)
{
  if (said->text != NULL)
    explicit_bzero (said->text, strlen (said->text));
  g_clear_pointer (&said->text, g_free);
  said->verdict = NSM_VERDICT_UNSET;
  said->abstained = FALSE;
}

/**
 * nsm_verdict_said_is_given:
 *
 * Returns: whether there is a verdict, or an abstention
 */
gboolean
nsm_verdict_said_is_given (const NsmVerdictSaid *said)
{
  return said->abstained || said->verdict != NSM_VERDICT_UNSET;
}
