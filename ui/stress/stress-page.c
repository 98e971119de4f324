/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stress/stress-page.h"

#include <glib/gi18n-lib.h>

#include "method/candidates.h"
#include "record/journal.h"
#include "rounds/round.h"
#include "rounds/round-card.h"
#include "rounds/scene.h"
#include "rounds/verdicts.h"
#include "stress/stress-card.h"
#include "stress/stress-fields.h"
#include "stress/stress-refine.h"
#include "stress/stress-strip.h"

struct _NsmStressPage
{
  NsmStepPage parent_instance;

  char *candidate;     /* id */
  NsmStressTest test;
  GPtrArray *finalists; /* ids as the picker has them */
  NsmStressTest asked;  /* the one that asked for the refinement */
  gboolean loading;
  GtkWidget *stack;
  GtkWidget *empty;
  GtkWidget *test_view;
  GtkWidget *refine;
  GtkWidget *refine_clamp;
  GtkWidget *finalist_row;
  GtkWidget *count_label;
  GtkWidget *ask_button;
  GtkWidget *strip;
  GtkWidget *card;
  GtkWidget *fields;
  GtkWidget *round_view;
  GtkWidget *round_card;
  gpointer followed; /* the round’s view, only compared */
  GtkWidget *back_button;
  GtkWidget *counter_button;
  GtkWidget *refine_button;
  GtkWidget *next_button;
};

G_DEFINE_FINAL_TYPE (NsmStressPage, nsm_stress_page, NSM_TYPE_STEP_PAGE)

static NsmWorkshop *
get_workshop (NsmStressPage *self)
{
  return nsm_step_page_get_workshop (NSM_STEP_PAGE (self));
}

static NsmJournal *
get_journal (NsmStressPage *self)
{
  return nsm_record_get_journal (NSM_RECORD (get_workshop (self)));
}

/* The finalists: every good candidate in the running, the chosen one first. */
static GPtrArray *
collect_finalists (NsmStressPage *self)
{
  NsmWorkshop *workshop = get_workshop (self);
  GPtrArray *finalists = g_ptr_array_new ();

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      if (!nsm_candidate_is_good (candidate) || !nsm_candidate_is_running (candidate))
        continue;
      if (g_str_equal (NSM_RECORD (candidate)->id, workshop->decision->chosen))
        g_ptr_array_insert (finalists, 0, candidate);
      else
        g_ptr_array_add (finalists, candidate);
    }
  return finalists;
}

static guint
count_judged (NsmCandidate *candidate)
{
  guint n = 0;

  for (guint i = 0; i < NSM_N_STRESS_TESTS; i++)
    {
      NsmStressResult *result = nsm_candidate_find_stress_result (candidate, i);

      n += result != NULL && result->verdict != NSM_VERDICT_UNSET ? 1 : 0;
    }
  return n;
}

/* Showing */

static void
show_finalists (NsmStressPage *self, GPtrArray *finalists)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_ptr_array_set_size (self->finalists, 0);
  for (guint i = 0; i < finalists->len; i++)
    {
      NsmCandidate *candidate = g_ptr_array_index (finalists, i);
      g_autofree char *title = nsm_candidate_dup_title (candidate);
      g_autofree char *text = NULL;

      if (candidate->version > 1)
        /* Translators: a candidate and its version */
        text = g_strdup_printf (_("%s (version %d)"), title, (int) candidate->version);
      gtk_string_list_append (titles, text != NULL ? text : title);
      g_ptr_array_add (self->finalists, g_strdup (NSM_RECORD (candidate)->id));
      if (g_strcmp0 (NSM_RECORD (candidate)->id, self->candidate) == 0)
        selected = i;
    }
  self->loading = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->finalist_row), G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->finalist_row), selected);
  self->loading = FALSE;
}

static void
set_suggested (GtkWidget *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static gboolean
is_last (NsmStressPage *self)
{
  return self->test + 1 == NSM_N_STRESS_TESTS;
}

static void
show_way_on (NsmStressPage *self)
{
  NsmStressFields *fields = NSM_STRESS_FIELDS (self->fields);
  NsmVerdict verdict = nsm_stress_fields_get_verdict (fields);

  gtk_widget_set_visible (self->counter_button, !nsm_stress_fields_has_counter (fields)
                                                  && self->test == NSM_STRESS_TEST_GAMING);
  gtk_widget_set_visible (self->refine_button, verdict == NSM_VERDICT_REFINE);
  set_suggested (self->refine_button, verdict == NSM_VERDICT_REFINE);
  set_suggested (self->next_button, verdict != NSM_VERDICT_REFINE && verdict != NSM_VERDICT_UNSET);
  gtk_widget_set_sensitive (self->back_button, self->test > 0);
  gtk_button_set_label (GTK_BUTTON (self->next_button),
                        is_last (self) ? _("_Go on to Decision") : _("_Next"));
}

/* The room sees the card that is on the table, once everybody's verdicts are open. */
static void
show_to_room (NsmStressPage *self)
{
  NsmScene *scene = nsm_scene_get (nsm_step_page_get_document (NSM_STEP_PAGE (self)));
  NsmCandidate *candidate = nsm_stress_page_get_candidate (self);
  NsmRound *round = candidate != NULL ? nsm_candidate_get_verdict_round (candidate) : NULL;

  if (!gtk_widget_get_mapped (self->test_view) || round == NULL || round->direct)
    return;
  nsm_scene_set_round (scene, NSM_RECORD (round)->id);
  nsm_scene_set_cell (scene, NSM_RECORD (candidate)->id,
                      nsm_choice_get_nick (NSM_TYPE_STRESS_TEST, self->test));
}

static void
on_test_view_unmap (NsmStressPage *self)
{
  NsmDocument *document = nsm_step_page_get_document (NSM_STEP_PAGE (self));

  if (document != NULL)
    nsm_scene_set_cell (nsm_scene_get (document), NULL, NULL);
}

static void
show_test (NsmStressPage *self)
{
  NsmCandidate *candidate = nsm_stress_page_get_candidate (self);
  g_autofree char *count = g_strdup_printf (_("%u of %u judged"), count_judged (candidate),
                                            (guint) NSM_N_STRESS_TESTS);

  gtk_label_set_label (GTK_LABEL (self->count_label), count);
  nsm_stress_strip_show (NSM_STRESS_STRIP (self->strip), candidate, self->test);
  nsm_stress_card_show (NSM_STRESS_CARD (self->card), candidate, self->test);
  nsm_stress_fields_show (NSM_STRESS_FIELDS (self->fields), candidate, self->test);
  show_way_on (self);
  show_to_room (self);
}

/* Everybody first, in private */

static void
show_ask (NsmStressPage *self)
{
  NsmWorkshop *workshop = get_workshop (self);
  NsmRound *round = nsm_workshop_get_latest_round (workshop, NSM_ROUND_KIND_VERDICTS);
  g_autofree char *words = NULL;

  if (round == NULL || round->direct)
    words = g_strdup (_("_Judge in Private…"));
  else if (round->state == NSM_ROUND_STATE_REVEALED)
    words = g_strdup (_("_Everybody’s Verdicts"));
  else
    words = g_strdup_printf (_("In private: %u of %u are in"), nsm_round_count_contributed (round),
                             nsm_list_get_size (round->roster));
  gtk_button_set_label (GTK_BUTTON (self->ask_button), words);
  gtk_widget_set_visible (self->ask_button,
                          workshop->mode == NSM_MODE_FACILITATED
                            && nsm_list_get_size (workshop->participants) > 1);
  nsm_round_card_refresh (NSM_ROUND_CARD (self->round_card));
}

static void
show_child (NsmStressPage *self, GtkWidget *child)
{
  gtk_stack_set_visible_child (GTK_STACK (self->stack), child);
  nsm_step_page_set_bare (NSM_STEP_PAGE (self), child != self->empty && child != self->round_view);
}

static void
on_revealed (NsmRoundView *view G_GNUC_UNUSED, NsmRound *round G_GNUC_UNUSED, gpointer user_data)
{
  NsmStressPage *self = NSM_STRESS_PAGE (user_data);

  show_child (self, self->test_view);
  nsm_step_page_queue_refresh (NSM_STEP_PAGE (self));
}

static void
on_ask_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmStressPage *self = NSM_STRESS_PAGE (user_data);
  NsmRoundView *view;

  show_child (self, self->round_view);
  view = nsm_round_card_begin (NSM_ROUND_CARD (self->round_card));
  if (self->followed != view)
    g_signal_connect_object (view, "revealed", G_CALLBACK (on_revealed), self, 0);
  self->followed = view;
}

static void
on_cards_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmStressPage *self = NSM_STRESS_PAGE (user_data);

  show_child (self, self->test_view);
  nsm_step_page_queue_refresh (NSM_STEP_PAGE (self));
}

static void
nsm_stress_page_refresh (NsmStepPage *page)
{
  NsmStressPage *self = NSM_STRESS_PAGE (page);
  g_autoptr (GPtrArray) finalists = collect_finalists (self);
  NsmCandidate *current = nsm_stress_page_get_candidate (self);
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (self->stack));
  gboolean refining = shown == self->refine;

  if (finalists->len == 0)
    {
      show_child (self, self->empty);
      return;
    }
  if (current == NULL || !g_ptr_array_find (finalists, current, NULL))
    {
      /* What was being worded is gone, by an undo for example. */
      refining = FALSE;
      g_free (self->candidate);
      self->candidate = g_strdup (NSM_RECORD (g_ptr_array_index (finalists, 0))->id);
    }
  show_finalists (self, finalists);
  show_test (self);
  show_ask (self);
  if (!refining && shown != self->round_view)
    show_child (self, self->test_view);
}

/* Moving */

static void
on_strip_chosen (NsmStressStrip *strip G_GNUC_UNUSED, guint test, gpointer user_data)
{
  NsmStressPage *self = NSM_STRESS_PAGE (user_data);

  nsm_stress_page_show (self, nsm_stress_page_get_candidate (self), test);
}

static void
on_finalist_selected (GtkDropDown *row, GParamSpec *pspec G_GNUC_UNUSED, gpointer user_data)
{
  NsmStressPage *self = NSM_STRESS_PAGE (user_data);
  guint selected = gtk_drop_down_get_selected (row);
  NsmRecord *found;

  if (self->loading || selected >= self->finalists->len)
    return;
  found = nsm_record_find (NSM_RECORD (get_workshop (self)),
                           g_ptr_array_index (self->finalists, selected));
  if (found != NULL)
    nsm_stress_page_show (self, NSM_CANDIDATE (found), 0);
}

static void
step (NsmStressPage *self, int direction)
{
  int to = (int) self->test + direction;

  if (to >= 0 && to < NSM_N_STRESS_TESTS)
    nsm_stress_page_show (self, nsm_stress_page_get_candidate (self), to);
  else if (to >= NSM_N_STRESS_TESTS)
    nsm_step_page_go_to (NSM_STEP_PAGE (self), NSM_STEP_DECISION);
}

static void
on_next_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  step (NSM_STRESS_PAGE (user_data), 1);
}

static void
on_back_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  step (NSM_STRESS_PAGE (user_data), -1);
}

static void
on_candidates_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_step_page_go_to (NSM_STEP_PAGE (user_data), NSM_STEP_CANDIDATES);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller G_GNUC_UNUSED, guint keyval,
                guint keycode G_GNUC_UNUSED, GdkModifierType state, gpointer user_data)
{
  NsmStressPage *self = NSM_STRESS_PAGE (user_data);

  /* While somebody types, the field takes the letters before they come here. */
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0
      || gtk_stack_get_visible_child (GTK_STACK (self->stack)) != self->test_view)
    return FALSE;
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_h:
      nsm_stress_page_judge (self, NSM_VERDICT_HOLDS);
      return TRUE;
    case GDK_KEY_r:
      nsm_stress_page_judge (self, NSM_VERDICT_REFINE);
      return TRUE;
    case GDK_KEY_f:
      nsm_stress_page_judge (self, NSM_VERDICT_FAILS);
      return TRUE;
    case GDK_KEY_Page_Down:
      if (!is_last (self))
        step (self, 1);
      return TRUE;
    case GDK_KEY_Page_Up:
      step (self, -1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Judging */

static void
on_judged (NsmStressFields *fields G_GNUC_UNUSED, gpointer user_data)
{
  show_test (NSM_STRESS_PAGE (user_data));
}

static void
on_counter_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmStressPage *self = NSM_STRESS_PAGE (user_data);

  nsm_stress_fields_add_counter (NSM_STRESS_FIELDS (self->fields));
  show_way_on (self);
}

/* Refining */

static void
on_refine_done (NsmStressRefine *refine G_GNUC_UNUSED, gboolean carry_over, gpointer user_data)
{
  NsmStressPage *self = NSM_STRESS_PAGE (user_data);
  NsmCandidate *candidate = nsm_stress_page_get_candidate (self);
  NsmRecord *old = nsm_record_find (NSM_RECORD (candidate), candidate->refines);

  nsm_journal_seal (get_journal (self));
  if (carry_over && old != NULL && NSM_IS_CANDIDATE (old))
    nsm_stress_carry_over (NSM_CANDIDATE (old), candidate, self->asked);
  adw_clamp_set_child (ADW_CLAMP (self->refine_clamp), NULL);
  show_child (self, self->test_view);
  nsm_stress_page_show (self, candidate, carry_over ? self->asked : 0);
}

static void
on_refine_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmStressPage *self = NSM_STRESS_PAGE (user_data);
  NsmCandidate *candidate = nsm_stress_page_get_candidate (self);
  NsmStressResult *result = nsm_candidate_find_stress_result (candidate, self->test);
  g_autofree char *why = g_strdup (result != NULL ? result->mitigation : "");
  NsmCandidate *next = nsm_candidate_refine (candidate, why);
  GtkWidget *refine;

  g_return_if_fail (next != NULL);

  self->asked = self->test;
  g_free (self->candidate);
  self->candidate = g_strdup (NSM_RECORD (next)->id);
  refine = nsm_stress_refine_new (next);
  g_signal_connect_object (refine, "done", G_CALLBACK (on_refine_done), self, 0);
  adw_clamp_set_child (ADW_CLAMP (self->refine_clamp), refine);
  show_child (self, self->refine);
  gtk_widget_child_focus (refine, GTK_DIR_TAB_FORWARD);
}

static gboolean
nsm_stress_page_show_field (NsmStepPage *page, NsmRecord *record, const char *field)
{
  NsmStressPage *self = NSM_STRESS_PAGE (page);
  NsmRecord *candidate = record;
  NsmStressTest test = self->test;

  if (NSM_IS_STRESS_RESULT (record))
    {
      test = NSM_STRESS_RESULT (record)->test;
      candidate = nsm_record_find (record, NSM_STRESS_RESULT (record)->candidate);
    }
  if (gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->round_view)
    show_child (self, self->test_view);
  if (candidate != NULL && NSM_IS_CANDIDATE (candidate))
    nsm_stress_page_show (self, NSM_CANDIDATE (candidate), test);
  if (g_strcmp0 (field, "counter_metric") == 0 && gtk_widget_get_visible (self->counter_button))
    return gtk_widget_grab_focus (self->counter_button);
  return nsm_stress_fields_focus_field (NSM_STRESS_FIELDS (self->fields), field);
}

static void
nsm_stress_page_bind (NsmStepPage *page, NsmWorkshop *workshop G_GNUC_UNUSED)
{
  nsm_round_card_bind (NSM_ROUND_CARD (NSM_STRESS_PAGE (page)->round_card),
                       nsm_step_page_get_document (page));
}

static void
nsm_stress_page_finalize (GObject *object)
{
  NsmStressPage *self = NSM_STRESS_PAGE (object);

  g_free (self->candidate);
  g_ptr_array_unref (self->finalists);

  G_OBJECT_CLASS (nsm_stress_page_parent_class)->finalize (object);
}

static void
nsm_stress_page_class_init (NsmStressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NsmStepPageClass *page_class = NSM_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsm_stress_page_finalize;
  page_class->bind = nsm_stress_page_bind;
  page_class->refresh = nsm_stress_page_refresh;
  page_class->show_field = nsm_stress_page_show_field;
  g_type_ensure (NSM_TYPE_ROUND_CARD);
  g_type_ensure (NSM_TYPE_STRESS_CARD);
  g_type_ensure (NSM_TYPE_STRESS_FIELDS);
  g_type_ensure (NSM_TYPE_STRESS_STRIP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/stress/stress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, empty);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, test_view);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, refine);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, refine_clamp);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, finalist_row);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, ask_button);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, strip);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, card);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, fields);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, round_view);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, round_card);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, counter_button);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, refine_button);
  gtk_widget_class_bind_template_child (widget_class, NsmStressPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_candidates_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_finalist_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_strip_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_counter_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_judged);
  gtk_widget_class_bind_template_callback (widget_class, on_ask_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_cards_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_refine_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
}

static void
nsm_stress_page_init (NsmStressPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->finalists = g_ptr_array_new_with_free_func (g_free);
  /* The template's own first values are no one's choice. */
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->loading = FALSE;
  g_signal_connect_object (self->test_view, "unmap", G_CALLBACK (on_test_view_unmap), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->test_view, "map", G_CALLBACK (show_to_room), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * nsm_stress_page_get_candidate:
 *
 * Returns: (transfer none) (nullable): the finalist that is tested
 */
NsmCandidate *
nsm_stress_page_get_candidate (NsmStressPage *self)
{
  NsmRecord *found = self->candidate != NULL
                       ? nsm_record_find (NSM_RECORD (get_workshop (self)), self->candidate)
                       : NULL;

  return found != NULL && NSM_IS_CANDIDATE (found) ? NSM_CANDIDATE (found) : NULL;
}

/**
 * nsm_stress_page_get_test:
 *
 * Returns: the thought experiment that is on the table
 */
NsmStressTest
nsm_stress_page_get_test (NsmStressPage *self)
{
  return self->test;
}

/**
 * nsm_stress_page_show:
 *
 * Puts one thought experiment about one finalist on the table.
 */
void
nsm_stress_page_show (NsmStressPage *self, NsmCandidate *candidate, NsmStressTest test)
{
  char *id = g_strdup (NSM_RECORD (candidate)->id);

  nsm_journal_seal (get_journal (self));
  g_free (self->candidate);
  self->candidate = id;
  self->test = test;
  nsm_stress_page_refresh (NSM_STEP_PAGE (self));
}

/**
 * nsm_stress_page_judge:
 *
 * Records the team's verdict in the thought experiment that is on the table.
 */
void
nsm_stress_page_judge (NsmStressPage *self, NsmVerdict verdict)
{
  g_return_if_fail (nsm_stress_page_get_candidate (self) != NULL);

  nsm_stress_fields_judge (NSM_STRESS_FIELDS (self->fields), verdict);
}
