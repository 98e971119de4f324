/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidates/candidates-page.h"

#include <glib/gi18n-lib.h>

#include "candidates/candidate-card.h"
#include "candidates/eliminate-box.h"
#include "kit/names.h"
#include "method/candidates.h"
#include "record/journal.h"
#include "record/json.h"
#include "rounds/round-card.h"

struct _NsmCandidatesPage
{
  NsmStepPage parent_instance;

  NsmWorkshop *workshop;
  NsmCandidate *open; /* unowned; only compared */
  GPtrArray *gone_rows;
  char *gone_key; /* what the folded list shows now */

  GtkWidget *ideas;
  GtkWidget *empty;
  GtkWidget *bring;
  GtkWidget *cards;
  GtkWidget *gone_group;
  GtkWidget *gone;
};

G_DEFINE_FINAL_TYPE (NsmCandidatesPage, nsm_candidates_page, NSM_TYPE_STEP_PAGE)

/* The cards in the running: good ones in their order, then the bad ones */

static GPtrArray *
collect_running (NsmCandidatesPage *self)
{
  GPtrArray *running = g_ptr_array_new ();

  for (guint kind = NSM_CANDIDATE_KIND_GOOD; kind <= NSM_CANDIDATE_KIND_BAD; kind++)
    NSM_LIST_EACH (NsmCandidate, candidate, self->workshop->candidates)
      if (candidate->kind == (NsmCandidateKind) kind && nsm_candidate_is_running (candidate))
        g_ptr_array_add (running, candidate);
  return running;
}

static NsmCandidateCard *
find_card (NsmCandidatesPage *self, NsmCandidate *candidate)
{
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (nsm_candidate_card_get_candidate (NSM_CANDIDATE_CARD (card)) == candidate)
      return NSM_CANDIDATE_CARD (card);
  return NULL;
}

static void
open_only (NsmCandidatesPage *self, NsmCandidate *candidate)
{
  self->open = candidate;
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    nsm_candidate_card_set_open (
        NSM_CANDIDATE_CARD (card),
        candidate != NULL &&
            nsm_candidate_card_get_candidate (NSM_CANDIDATE_CARD (card)) == candidate);
}

/* Changes places with the neighbour of the same kind. */
static void
move_candidate (NsmCandidatesPage *self, NsmCandidate *candidate, int by)
{
  g_autoptr (GPtrArray) running = collect_running (self);
  guint at = 0;
  guint from = 0;
  guint to = 0;

  if (!g_ptr_array_find (running, candidate, &at) || (by < 0 && at == 0) ||
      (by > 0 && at + 1 >= running->len))
    return;

  NsmCandidate *other = g_ptr_array_index (running, by < 0 ? at - 1 : at + 1);

  if (other->kind != candidate->kind ||
      !nsm_list_get_position (self->workshop->candidates, NSM_RECORD (candidate), &from) ||
      !nsm_list_get_position (self->workshop->candidates, NSM_RECORD (other), &to))
    return;
  nsm_list_move (self->workshop->candidates, from, to);
}

static void
duplicate_candidate (NsmCandidatesPage *self, NsmCandidate *candidate)
{
  NsmMetric *metric = nsm_candidate_get_metric (candidate);
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (self->workshop));
  guint position = 0;

  if (metric == NULL)
    return;
  nsm_list_get_position (self->workshop->candidates, NSM_RECORD (candidate), &position);

  g_autoptr (NsmMetric) new_metric = nsm_record_copy (metric);
  g_autoptr (NsmCandidate) new_candidate = nsm_record_copy (candidate);
  g_autofree char *name = g_strdup_printf (_("%s (copy)"), metric->name);

  nsm_journal_begin (journal, _("Duplicate Candidate"));
  nsm_list_append (self->workshop->metrics, NSM_RECORD (new_metric));
  nsm_list_insert (self->workshop->candidates, position + 1, NSM_RECORD (new_candidate));
  g_object_set (new_metric, "name", metric->name[0] != '\0' ? name : "", NULL);
  g_object_set (new_candidate, "metric", NSM_RECORD (new_metric)->id, "moment", candidate->moment,
                "refines", "", "version", 1.0, "existing", FALSE, NULL);
  nsm_journal_end (journal);
  open_only (self, new_candidate);
}

static void
remove_candidate (NsmCandidatesPage *self, NsmCandidate *candidate)
{
  g_autofree char *title = nsm_candidate_dup_title (candidate);
  g_autofree char *text = g_strdup_printf (_("Removed “%s”"), title);

  nsm_candidate_remove (candidate);
  nsm_step_page_toast_undo (NSM_STEP_PAGE (self), text);
}

static void
on_card_act (NsmCandidateCard *card, guint act, NsmCandidatesPage *self)
{
  g_autoptr (NsmCandidate) candidate = g_object_ref (nsm_candidate_card_get_candidate (card));

  switch ((NsmCandidateAct) act)
    {
    case NSM_CANDIDATE_ACT_DUPLICATE:
      duplicate_candidate (self, candidate);
      break;
    case NSM_CANDIDATE_ACT_MOVE_UP:
      move_candidate (self, candidate, -1);
      break;
    case NSM_CANDIDATE_ACT_MOVE_DOWN:
      move_candidate (self, candidate, 1);
      break;
    case NSM_CANDIDATE_ACT_MAKE_BAD:
      g_object_set (candidate, "kind", NSM_CANDIDATE_KIND_BAD, NULL);
      break;
    case NSM_CANDIDATE_ACT_MAKE_GOOD:
      g_object_set (candidate, "kind", NSM_CANDIDATE_KIND_GOOD, NULL);
      break;
    case NSM_CANDIDATE_ACT_ELIMINATE:
      nsm_candidate_card_ask_elimination (card);
      break;
    case NSM_CANDIDATE_ACT_REMOVE:
      remove_candidate (self, candidate);
      break;
    case NSM_N_CANDIDATE_ACTS:
    default:
      break;
    }
}

static void
on_card_open (NsmCandidateCard *card, NsmCandidatesPage *self)
{
  open_only (self, nsm_candidate_card_get_candidate (card));
  nsm_candidate_card_focus_field (card, "statement");
}

static void
on_card_fold (NsmCandidateCard *card, NsmCandidatesPage *self)
{
  open_only (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (card));
}

static void
on_card_drop (NsmCandidateCard *card, NsmCandidate *dragged, NsmCandidatesPage *self)
{
  NsmCandidate *onto = nsm_candidate_card_get_candidate (card);
  guint from = 0;
  guint to = 0;

  if (dragged->kind == onto->kind &&
      nsm_list_get_position (self->workshop->candidates, NSM_RECORD (dragged), &from) &&
      nsm_list_get_position (self->workshop->candidates, NSM_RECORD (onto), &to))
    nsm_list_move (self->workshop->candidates, from, to);
}

static void
on_card_show_field (NsmCandidateCard *card, NsmRecord *record, const char *field,
                    NsmCandidatesPage *self)
{
  nsm_step_page_show_field (NSM_STEP_PAGE (self), record, field);
}

static NsmCandidateCard *
add_card (NsmCandidatesPage *self, NsmCandidate *candidate)
{
  GtkWidget *card = nsm_candidate_card_new (candidate);

  g_signal_connect_object (card, "open", G_CALLBACK (on_card_open), self, 0);
  g_signal_connect_object (card, "fold", G_CALLBACK (on_card_fold), self, 0);
  g_signal_connect_object (card, "act", G_CALLBACK (on_card_act), self, 0);
  g_signal_connect_object (card, "drop", G_CALLBACK (on_card_drop), self, 0);
  g_signal_connect_object (card, "show-field", G_CALLBACK (on_card_show_field), self, 0);
  gtk_box_append (GTK_BOX (self->cards), card);
  return NSM_CANDIDATE_CARD (card);
}

/* The cards stay the same widgets as long as their candidates run, so that
 * neither the focus nor an open card is lost when something moves. */
static void
sync_cards (NsmCandidatesPage *self)
{
  g_autoptr (GPtrArray) running = collect_running (self);
  GtkWidget *next;
  GtkWidget *previous = NULL;

  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL; card = next)
    {
      NsmCandidate *candidate = nsm_candidate_card_get_candidate (NSM_CANDIDATE_CARD (card));

      next = gtk_widget_get_next_sibling (card);
      if (!g_ptr_array_find (running, candidate, NULL))
        {
          if (self->open == candidate)
            self->open = NULL;
          gtk_box_remove (GTK_BOX (self->cards), card);
        }
    }
  for (guint i = 0; i < running->len; i++)
    {
      NsmCandidate *candidate = g_ptr_array_index (running, i);
      NsmCandidateCard *card = find_card (self, candidate);
      NsmCandidate *before = i > 0 ? g_ptr_array_index (running, i - 1) : NULL;
      NsmCandidate *after = i + 1 < running->len ? g_ptr_array_index (running, i + 1) : NULL;

      if (card == NULL)
        card = add_card (self, candidate);
      if (gtk_widget_get_prev_sibling (GTK_WIDGET (card)) != previous)
        gtk_box_reorder_child_after (GTK_BOX (self->cards), GTK_WIDGET (card), previous);
      previous = GTK_WIDGET (card);
      nsm_candidate_card_set_can_move (card, before != NULL && before->kind == candidate->kind,
                                       after != NULL && after->kind == candidate->kind);
    }
  gtk_widget_set_visible (self->empty, running->len == 0);
  gtk_widget_set_visible (self->bring, self->workshop->purpose != NSM_PURPOSE_DEFINE);
}

/* Those that are out */

static char *
dup_why_gone (NsmCandidatesPage *self, NsmCandidate *candidate)
{
  if (candidate->standing == NSM_STANDING_ELIMINATED)
    return candidate->eliminated_why[0] != '\0'
             ? g_strdup_printf (_("Eliminated: %s"), candidate->eliminated_why)
             : g_strdup (_("Eliminated; no reason is given"));

  NSM_LIST_EACH (NsmCandidate, newer, self->workshop->candidates)
    if (g_str_equal (newer->refines, NSM_RECORD (candidate)->id))
      {
        g_autofree char *title = nsm_candidate_dup_title (newer);

        return newer->refined_why[0] != '\0'
                 ? g_strdup_printf (_("Version %u; refined into “%s”: %s"),
                                    (guint) candidate->version, title, newer->refined_why)
                 : g_strdup_printf (_("Version %u; refined into “%s”"),
                                    (guint) candidate->version, title);
      }
  return g_strdup (_("Refined; the newer version was removed"));
}

static void
on_restore (GtkButton *button, NsmCandidate *candidate)
{
  nsm_candidate_restore (candidate);
}

static GtkWidget *
new_gone_row (NsmCandidatesPage *self, NsmCandidate *candidate)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *restore = gtk_button_new_with_label (_("Restore"));
  g_autofree char *title = nsm_candidate_dup_title (candidate);
  g_autofree char *why = dup_why_gone (self, candidate);
  g_autofree char *name = g_strdup_printf (_("Restore “%s”"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), why);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (restore, GTK_ALIGN_CENTER);
  nsm_widget_set_name_for_readers (restore, name);
  g_signal_connect_object (restore, "clicked", G_CALLBACK (on_restore), candidate, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), restore);
  return row;
}

static char *
dup_gone_key (NsmCandidatesPage *self)
{
  GString *key = g_string_new (NULL);

  NSM_LIST_EACH (NsmCandidate, candidate, self->workshop->candidates)
    if (!nsm_candidate_is_running (candidate))
      {
        g_autofree char *title = nsm_candidate_dup_title (candidate);
        g_autofree char *why = dup_why_gone (self, candidate);

        g_string_append_printf (key, "%s\n%s\n%s\n", NSM_RECORD (candidate)->id, title, why);
      }
  return g_string_free (key, FALSE);
}

static void
sync_gone (NsmCandidatesPage *self)
{
  g_autofree char *key = dup_gone_key (self);

  if (g_strcmp0 (key, self->gone_key) == 0)
    return;
  for (guint i = 0; i < self->gone_rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->gone), g_ptr_array_index (self->gone_rows, i));
  g_ptr_array_set_size (self->gone_rows, 0);
  NSM_LIST_EACH (NsmCandidate, candidate, self->workshop->candidates)
    if (!nsm_candidate_is_running (candidate))
      {
        GtkWidget *row = new_gone_row (self, candidate);

        adw_expander_row_add_row (ADW_EXPANDER_ROW (self->gone), row);
        g_ptr_array_add (self->gone_rows, row);
      }
  gtk_widget_set_visible (self->gone_group, self->gone_rows->len > 0);

  guint n = self->gone_rows->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u candidate", "%u candidates", n), n);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->gone), count);
  g_free (self->gone_key);
  self->gone_key = g_steal_pointer (&key);
}

/* Adding */

static void
add_candidate (NsmCandidatesPage *self, NsmCandidateKind kind, gboolean existing)
{
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (self->workshop));
  NsmCandidate *candidate;
  NsmCandidateCard *card;

  nsm_journal_begin (journal, _("Add Candidate"));
  candidate = nsm_workshop_add_candidate (self->workshop, kind);
  if (existing)
    g_object_set (candidate, "existing", TRUE, NULL);
  nsm_journal_end (journal);

  sync_cards (self);
  card = find_card (self, candidate);
  if (card == NULL)
    return;
  open_only (self, candidate);
  nsm_candidate_card_focus_field (card, "unit");
}

static void
on_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_candidate (NSM_CANDIDATES_PAGE (widget),
                 g_str_equal (name, "candidates.add-bad") ? NSM_CANDIDATE_KIND_BAD
                                                          : NSM_CANDIDATE_KIND_GOOD,
                 g_str_equal (name, "candidates.bring"));
}

/* The page */

static void
on_candidates_changed (GListModel *list, guint position, guint removed, guint added,
                       NsmCandidatesPage *self)
{
  sync_cards (self);
  if (self->open != NULL)
    open_only (self, self->open);
}

static void
nsm_candidates_page_bind (NsmStepPage *page, NsmWorkshop *workshop)
{
  NsmCandidatesPage *self = NSM_CANDIDATES_PAGE (page);

  g_set_object (&self->workshop, workshop);
  g_signal_connect_object (workshop->candidates, "items-changed",
                           G_CALLBACK (on_candidates_changed), self, 0);
  nsm_round_card_bind (NSM_ROUND_CARD (self->ideas), nsm_step_page_get_document (page));
  sync_cards (self);
}

static void
nsm_candidates_page_refresh (NsmStepPage *page)
{
  NsmCandidatesPage *self = NSM_CANDIDATES_PAGE (page);
  GPtrArray *findings = nsm_step_page_get_findings (page);

  if (self->workshop == NULL)
    return;
  sync_cards (self);
  sync_gone (self);
  nsm_round_card_refresh (NSM_ROUND_CARD (self->ideas));
  /* While people are asked, that is the one obvious act of the page. */
  g_object_set (self, "go-on", !nsm_round_card_is_busy (NSM_ROUND_CARD (self->ideas)), NULL);
  for (GtkWidget *card = gtk_widget_get_first_child (self->cards); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    nsm_candidate_card_refresh (NSM_CANDIDATE_CARD (card), findings);
}

static NsmCandidate *
find_candidate (NsmCandidatesPage *self, NsmRecord *record)
{
  if (record == NULL)
    return NULL;
  NSM_LIST_EACH (NsmCandidate, candidate, self->workshop->candidates)
    if (record == NSM_RECORD (candidate) || g_strcmp0 (record->id, candidate->metric) == 0)
      return candidate;
  return NULL;
}

static gboolean
nsm_candidates_page_show_field (NsmStepPage *page, NsmRecord *record, const char *field)
{
  NsmCandidatesPage *self = NSM_CANDIDATES_PAGE (page);
  NsmCandidate *candidate = find_candidate (self, record);
  NsmCandidateCard *card;

  if (candidate == NULL)
    return NSM_STEP_PAGE_CLASS (nsm_candidates_page_parent_class)->show_field (page, record, field);

  sync_cards (self);
  card = find_card (self, candidate);
  if (card == NULL)
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->gone), TRUE);
      return gtk_widget_grab_focus (self->gone);
    }
  open_only (self, candidate);
  return nsm_candidate_card_focus_field (card, field) ||
         nsm_candidate_card_focus_field (card, NULL);
}

static void
nsm_candidates_page_dispose (GObject *object)
{
  NsmCandidatesPage *self = NSM_CANDIDATES_PAGE (object);

  g_clear_object (&self->workshop);
  G_OBJECT_CLASS (nsm_candidates_page_parent_class)->dispose (object);
}

static void
nsm_candidates_page_finalize (GObject *object)
{
  NsmCandidatesPage *self = NSM_CANDIDATES_PAGE (object);

  g_ptr_array_unref (self->gone_rows);
  g_free (self->gone_key);
  G_OBJECT_CLASS (nsm_candidates_page_parent_class)->finalize (object);
}

static void
nsm_candidates_page_class_init (NsmCandidatesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NsmStepPageClass *page_class = NSM_STEP_PAGE_CLASS (klass);

  object_class->dispose = nsm_candidates_page_dispose;
  object_class->finalize = nsm_candidates_page_finalize;
  page_class->bind = nsm_candidates_page_bind;
  page_class->refresh = nsm_candidates_page_refresh;
  page_class->show_field = nsm_candidates_page_show_field;

  g_type_ensure (NSM_TYPE_ROUND_CARD);
  gtk_widget_class_install_action (widget_class, "candidates.add", NULL, on_add);
  gtk_widget_class_install_action (widget_class, "candidates.add-bad", NULL, on_add);
  gtk_widget_class_install_action (widget_class, "candidates.bring", NULL, on_add);
  gtk_widget_class_set_template_from_resource (
      widget_class, NSM_RESOURCE_BASE "/candidates/candidates-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmCandidatesPage, ideas);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidatesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidatesPage, bring);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidatesPage, cards);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidatesPage, gone_group);
  gtk_widget_class_bind_template_child (widget_class, NsmCandidatesPage, gone);
}

static void
nsm_candidates_page_init (NsmCandidatesPage *self)
{
  self->gone_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
