/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stress/stress-fields.h"

#include <glib/gi18n-lib.h>

#include "kit/growing-text.h"
#include "kit/names.h"
#include "method/candidates.h"
#include "method/stress-tests.h"
#include "record/journal.h"
#include "rounds/people.h"
#include "rounds/verdicts.h"
#include "stress/verdict-card.h"

#define N_VERDICTS 3

/* The sentences that a team writes, as members of NsmStressResult. */
enum
{
  SCENARIO,
  MITIGATION,
  LONE_ANSWER,
  N_TEXTS
};

static const struct
{
  const char *field;
  const char *property;
  const char *label; /* msgid */
  const char *hint;  /* msgid */
} texts[N_TEXTS] = {
  { "scenario", "scenario", N_("What could happen"), N_("What could happen") },
  { "mitigation", "mitigation", N_("What we do about it"), N_("What we do about it") },
  { "lone_answer", "lone-answer", N_("Our answer"), N_("What do we answer?") },
};

struct _NsmStressFields
{
  AdwBin parent_instance;

  NsmCandidate *candidate;
  NsmStressTest test;
  gboolean loading;
  GtkWidget *verdict_box;
  GtkWidget *cards[N_VERDICTS];
  GtkWidget *lone_box;
  GtkWidget *lone_label;
  GtkWidget *text_box;
  GtkWidget *texts[N_TEXTS];
  GtkWidget *counter_box;
  GtkWidget *counter_entry;
};

enum
{
  JUDGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmStressFields, nsm_stress_fields, ADW_TYPE_BIN)

static NsmJournal *
get_journal (NsmStressFields *self)
{
  return nsm_record_get_journal (NSM_RECORD (self->candidate));
}

static NsmStressResult *
find_result (NsmStressFields *self)
{
  return self->candidate != NULL ? nsm_candidate_find_stress_result (self->candidate, self->test)
                                 : NULL;
}

static NsmMetric *
find_counter (NsmStressFields *self)
{
  NsmStressResult *result = find_result (self);
  NsmRecord *found =
    result != NULL ? nsm_record_find (NSM_RECORD (result), result->counter_metric) : NULL;

  return found != NULL && NSM_IS_METRIC (found) ? NSM_METRIC (found) : NULL;
}

/* Showing */

static void
show_text (GtkWidget *view, const char *text)
{
  g_autofree char *now = nsm_growing_text_dup_text (NSM_GROWING_TEXT (view));

  if (!g_str_equal (now, text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
show_lone (NsmStressFields *self, NsmStressResult *result)
{
  NsmRound *round = nsm_candidate_get_verdict_round (self->candidate);
  NsmAnswer *answer = round != NULL && !round->direct
                        ? nsm_round_find_lone_fail (round, NSM_RECORD (self->candidate)->id,
                                                    self->test)
                        : NULL;
  gboolean answered = result != NULL && result->lone_answer[0] != '\0';

  if (answer != NULL && nsm_round_shows_people (round))
    {
      g_autofree char *name = nsm_round_dup_person_name (round, answer->person);
      g_autofree char *text =
        g_strdup_printf (_("%s alone says that it fails, and gets an answer:"), name);

      gtk_label_set_label (GTK_LABEL (self->lone_label), text);
    }
  else
    gtk_label_set_label (GTK_LABEL (self->lone_label),
                         _("One alone says that it fails, and gets an answer:"));
  gtk_widget_set_visible (self->lone_box, answer != NULL || answered);
}

/* Judging */

static void
on_card_toggled (GtkToggleButton *card, gpointer user_data)
{
  NsmStressFields *self = NSM_STRESS_FIELDS (user_data);

  if (!self->loading && gtk_toggle_button_get_active (card))
    nsm_stress_fields_judge (self, nsm_verdict_card_get_verdict (NSM_VERDICT_CARD (card)));
}

static void
on_text_changed (GtkTextBuffer *buffer, gpointer user_data)
{
  NsmStressFields *self = NSM_STRESS_FIELDS (user_data);
  NsmStressResult *result = find_result (self);
  guint which = 0;
  g_autofree char *text = NULL;

  if (self->loading || self->candidate == NULL)
    return;
  while (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->texts[which])) != buffer)
    which++;
  text = nsm_growing_text_dup_text (NSM_GROWING_TEXT (self->texts[which]));
  if (result != NULL)
    g_object_set (result, texts[which].property, text, NULL);
  else if (text[0] != '\0')
    {
      nsm_journal_begin (get_journal (self), _("Stress Test"));
      g_object_set (nsm_candidate_ensure_stress_result (self->candidate, self->test),
                    texts[which].property, text, NULL);
      nsm_journal_end (get_journal (self));
    }
}

static void
on_text_left (GtkEventControllerFocus *focus G_GNUC_UNUSED, gpointer user_data)
{
  NsmStressFields *self = NSM_STRESS_FIELDS (user_data);

  if (self->candidate != NULL && get_journal (self) != NULL)
    nsm_journal_seal (get_journal (self));
}

static void
on_counter_changed (GtkEditable *entry, gpointer user_data)
{
  NsmStressFields *self = NSM_STRESS_FIELDS (user_data);
  NsmMetric *counter = find_counter (self);

  if (!self->loading && counter != NULL)
    g_object_set (counter, "name", gtk_editable_get_text (entry), NULL);
}

static GtkWidget *
make_text (NsmStressFields *self, guint which)
{
  GtkWidget *view = nsm_growing_text_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  /* The document's own undo has what is written here. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 9);
  gtk_widget_add_css_class (view, "stress-text");
  nsm_growing_text_set_placeholder (NSM_GROWING_TEXT (view), _(texts[which].hint));
  nsm_widget_set_name_for_readers (view, _(texts[which].label));
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_text_changed), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_text_left), self, 0);
  gtk_widget_add_controller (view, focus);
  self->texts[which] = view;
  return view;
}

static void
nsm_stress_fields_dispose (GObject *object)
{
  NsmStressFields *self = NSM_STRESS_FIELDS (object);

  self->loading = TRUE;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->candidate);

  G_OBJECT_CLASS (nsm_stress_fields_parent_class)->dispose (object);
}

static void
nsm_stress_fields_class_init (NsmStressFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_stress_fields_dispose;
  signals[JUDGED] = g_signal_new ("judged", NSM_TYPE_STRESS_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/stress/stress-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmStressFields, verdict_box);
  gtk_widget_class_bind_template_child (widget_class, NsmStressFields, lone_box);
  gtk_widget_class_bind_template_child (widget_class, NsmStressFields, lone_label);
  gtk_widget_class_bind_template_child (widget_class, NsmStressFields, text_box);
  gtk_widget_class_bind_template_child (widget_class, NsmStressFields, counter_box);
  gtk_widget_class_bind_template_child (widget_class, NsmStressFields, counter_entry);
  gtk_widget_class_bind_template_callback (widget_class, on_counter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_text_left);
}

static void
nsm_stress_fields_init (NsmStressFields *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_VERDICTS; i++)
    {
      self->cards[i] = nsm_verdict_card_new (NSM_VERDICT_HOLDS + i);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->cards[i]),
                                     GTK_TOGGLE_BUTTON (self->cards[0]));
      g_signal_connect_object (self->cards[i], "toggled", G_CALLBACK (on_card_toggled), self, 0);
      gtk_box_append (GTK_BOX (self->verdict_box), self->cards[i]);
    }
  gtk_box_append (GTK_BOX (self->text_box), make_text (self, SCENARIO));
  gtk_box_append (GTK_BOX (self->text_box), make_text (self, MITIGATION));
  gtk_box_append (GTK_BOX (self->lone_box), make_text (self, LONE_ANSWER));
  self->loading = FALSE;
}

/**
 * nsm_stress_fields_show:
 *
 * Shows what the team recorded about @candidate in @test.
 */
void
nsm_stress_fields_show (NsmStressFields *self, NsmCandidate *candidate, NsmStressTest test)
{
  NsmStressResult *result;
  NsmMetric *counter;
  NsmVerdict verdict;

  g_set_object (&self->candidate, candidate);
  self->test = test;
  result = find_result (self);
  counter = find_counter (self);
  verdict = nsm_stress_fields_get_verdict (self);
  self->loading = TRUE;
  for (guint i = 0; i < N_VERDICTS; i++)
    {
      NsmVerdictCard *card = NSM_VERDICT_CARD (self->cards[i]);

      nsm_verdict_card_set_meaning (
        card, nsm_stress_test_get_meaning (test, nsm_verdict_card_get_verdict (card)));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card),
                                    nsm_verdict_card_get_verdict (card) == verdict);
    }
  show_text (self->texts[SCENARIO], result != NULL ? result->scenario : "");
  show_text (self->texts[MITIGATION], result != NULL ? result->mitigation : "");
  show_text (self->texts[LONE_ANSWER], result != NULL ? result->lone_answer : "");
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->counter_entry)),
                    counter != NULL ? counter->name : ""))
    gtk_editable_set_text (GTK_EDITABLE (self->counter_entry),
                           counter != NULL ? counter->name : "");
  self->loading = FALSE;
  gtk_widget_set_visible (self->counter_box, counter != NULL);
  show_lone (self, result);
}

/**
 * nsm_stress_fields_judge:
 *
 * Records the team's verdict.
 */
void
nsm_stress_fields_judge (NsmStressFields *self, NsmVerdict verdict)
{
  nsm_journal_begin (get_journal (self), _("Set Verdict"));
  g_object_set (nsm_candidate_ensure_stress_result (self->candidate, self->test), "verdict", verdict,
                NULL);
  nsm_journal_end (get_journal (self));
  g_signal_emit (self, signals[JUDGED], 0);
}

/**
 * nsm_stress_fields_get_verdict:
 *
 * Returns: the team's verdict; NSM_VERDICT_UNSET: none yet
 */
NsmVerdict
nsm_stress_fields_get_verdict (NsmStressFields *self)
{
  NsmStressResult *result = find_result (self);

  return result != NULL ? result->verdict : NSM_VERDICT_UNSET;
}

/**
 * nsm_stress_fields_has_counter:
 *
 * Returns: whether a counter-metric watches it
 */
gboolean
nsm_stress_fields_has_counter (NsmStressFields *self)
{
  return find_counter (self) != NULL;
}

/**
 * nsm_stress_fields_add_counter:
 *
 * A counter-metric is a metric that the system watches beside the North Star.
 */
void
nsm_stress_fields_add_counter (NsmStressFields *self)
{
  NsmWorkshop *workshop = NSM_WORKSHOP (nsm_record_get_root (NSM_RECORD (self->candidate)));
  g_autofree char *title = nsm_candidate_dup_title (self->candidate);
  g_autofree char *guards = g_strdup_printf (_("Gaming “%s”"), title);
  NsmMetric *metric;

  nsm_journal_begin (get_journal (self), _("Add Counter-Metric"));
  metric = nsm_list_append_new (workshop->metrics, NULL);
  nsm_list_append_new (workshop->system->counter_metrics, "metric", NSM_RECORD (metric)->id,
                       "guards", guards, NULL);
  g_object_set (nsm_candidate_ensure_stress_result (self->candidate, self->test), "counter-metric",
                NSM_RECORD (metric)->id, NULL);
  nsm_journal_end (get_journal (self));
  nsm_stress_fields_show (self, self->candidate, self->test);
  gtk_widget_grab_focus (self->counter_entry);
}

/**
 * nsm_stress_fields_focus_field:
 * @field: (nullable): a member of NsmStressResult
 *
 * Returns: whether the focus is there now; without one of its own, on the verdict
 */
gboolean
nsm_stress_fields_focus_field (NsmStressFields *self, const char *field)
{
  for (guint i = 0; i < N_TEXTS; i++)
    if (g_strcmp0 (field, texts[i].field) == 0)
      {
        if (i == LONE_ANSWER)
          gtk_widget_set_visible (self->lone_box, TRUE);
        return gtk_widget_grab_focus (self->texts[i]);
      }
  if (g_strcmp0 (field, "counter_metric") == 0 && gtk_widget_get_visible (self->counter_box))
    return gtk_widget_grab_focus (self->counter_entry);
  return gtk_widget_grab_focus (self->cards[0]);
}
