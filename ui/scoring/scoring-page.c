/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/scoring-page.h"

#include <glib/gi18n-lib.h>

#include "rounds/round.h"
#include "rounds/scene.h"

struct _NsmScoringPage
{
  NsmStepPage parent_instance;

  GtkWidget *stack;
  GtkWidget *round_box;
  GtkWidget *round_view;
  GtkWidget *earlier_button;
  GtkWidget *reveal_bin;
  GtkWidget *discuss_bin;
  NsmReveal *reveal;   /* in its bin, not owned */
  NsmDiscuss *discuss; /* in its bin, not owned */
  char *chosen;        /* id of the round that people chose to look at, or NULL */
  char *shown;         /* what the map was made from */
  gboolean fresh;      /* the answers were opened just now */
};

G_DEFINE_FINAL_TYPE (NsmScoringPage, nsm_scoring_page, NSM_TYPE_STEP_PAGE)

static NsmWorkshop *
get_workshop (NsmScoringPage *self)
{
  return nsm_step_page_get_workshop (NSM_STEP_PAGE (self));
}

/* Which round is looked at: the chosen one, else the newest if it is readable. */
static NsmRound *
get_readable (NsmScoringPage *self)
{
  NsmWorkshop *workshop = get_workshop (self);
  NsmRound *latest = nsm_workshop_get_latest_round (workshop, NSM_ROUND_KIND_SCORES);
  NsmRecord *chosen =
    self->chosen != NULL ? nsm_record_find (NSM_RECORD (workshop), self->chosen) : NULL;

  if (chosen != NULL && NSM_IS_ROUND (chosen) && nsm_round_is_readable (NSM_ROUND (chosen)))
    return NSM_ROUND (chosen);
  if (latest != NULL && nsm_round_is_readable (latest))
    return latest;
  return NULL;
}

/* What the room is to see follows what is looked at here. */
static void
set_scene (NsmScoringPage *self)
{
  NsmStepPage *page = NSM_STEP_PAGE (self);
  NsmScene *scene;
  NsmRound *round;
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (self->stack));
  const char *candidate = NULL, *criterion = NULL;

  if (nsm_step_page_get_document (page) == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  scene = nsm_scene_get (nsm_step_page_get_document (page));
  round = shown != self->round_box && self->reveal != NULL
            ? nsm_reveal_get_round (self->reveal)
            : nsm_workshop_get_latest_round (get_workshop (self), NSM_ROUND_KIND_SCORES);
  if (shown == self->discuss_bin && self->discuss != NULL)
    nsm_discuss_get_cell (self->discuss, &candidate, &criterion);
  nsm_scene_set_round (scene, round != NULL ? NSM_RECORD (round)->id : NULL);
  nsm_scene_set_cell (scene, candidate, criterion);
}

static void
nsm_scoring_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (nsm_scoring_page_parent_class)->map (widget);
  set_scene (NSM_SCORING_PAGE (widget));
}

static void
nsm_scoring_page_unmap (GtkWidget *widget)
{
  NsmScoringPage *self = NSM_SCORING_PAGE (widget);
  NsmDocument *document = nsm_step_page_get_document (NSM_STEP_PAGE (self));

  GTK_WIDGET_CLASS (nsm_scoring_page_parent_class)->unmap (widget);
  if (document == NULL)
    return;
  nsm_scene_set_cell (nsm_scene_get (document), NULL, NULL);
  nsm_scene_set_round (nsm_scene_get (document), NULL);
}

static void
drop_map (NsmScoringPage *self)
{
  self->discuss = NULL;
  adw_bin_set_child (ADW_BIN (self->discuss_bin), NULL);
  self->reveal = NULL;
  adw_bin_set_child (ADW_BIN (self->reveal_bin), NULL);
  g_clear_pointer (&self->shown, g_free);
}

static void
show_child (NsmScoringPage *self, GtkWidget *child)
{
  gboolean bare = child != self->round_box;
  NsmStepPage *page = NSM_STEP_PAGE (self);

  gtk_stack_set_visible_child (GTK_STACK (self->stack), child);
  /* While people are in the booth, the page is theirs. */
  if (nsm_step_page_get_cover (page) != NULL)
    return;
  nsm_step_page_set_bare (page, bare);
  g_object_set (page, "go-on", FALSE, NULL);
  set_scene (self);
}

static void
on_reveal_discuss (NsmReveal *reveal G_GNUC_UNUSED, gpointer user_data)
{
  NsmScoringPage *self = NSM_SCORING_PAGE (user_data);

  nsm_scoring_page_discuss (self, 0);
  nsm_discuss_resume (self->discuss);
}

static void
on_discuss_done (NsmDiscuss *discuss G_GNUC_UNUSED, gpointer user_data)
{
  NsmScoringPage *self = NSM_SCORING_PAGE (user_data);

  show_child (self, self->reveal_bin);
}

static void
on_discuss_moved (NsmDiscuss *discuss G_GNUC_UNUSED, gpointer user_data)
{
  set_scene (NSM_SCORING_PAGE (user_data));
}

static void
start_again (NsmScoringPage *self)
{
  g_clear_pointer (&self->chosen, g_free);
  show_child (self, self->round_box);
  drop_map (self);
  nsm_round_view_start (NSM_ROUND_VIEW (self->round_view));
}

static void
go_on (NsmScoringPage *self)
{
  nsm_step_page_go_to (NSM_STEP_PAGE (self), NSM_STEP_STRESS);
}

/* To the candidate, wherever its page has it. */
static void
on_discuss_reword (NsmDiscuss *discuss G_GNUC_UNUSED, const char *id, gpointer user_data)
{
  NsmScoringPage *self = NSM_SCORING_PAGE (user_data);
  NsmRecord *candidate = nsm_record_find (NSM_RECORD (get_workshop (self)), id);
  g_autoptr (NsmFinding) place =
    nsm_finding_new ("", NSM_SEVERITY_ADVICE, NSM_STEP_CANDIDATES, candidate, NULL, "", "", "");

  nsm_step_page_follow (NSM_STEP_PAGE (self), place);
}

static void
on_reveal_show_round (NsmReveal *reveal G_GNUC_UNUSED, const char *id, gpointer user_data)
{
  NsmScoringPage *self = NSM_SCORING_PAGE (user_data);
  NsmRound *latest = nsm_workshop_get_latest_round (get_workshop (self), NSM_ROUND_KIND_SCORES);

  g_free (self->chosen);
  /* Looking at the newest means following whatever is the newest. */
  self->chosen = g_str_equal (NSM_RECORD (latest)->id, id) ? NULL : g_strdup (id);
  nsm_step_page_queue_refresh (NSM_STEP_PAGE (self));
}

static void
on_earlier_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmScoringPage *self = NSM_SCORING_PAGE (user_data);
  NsmRound *round = nsm_workshop_get_revealed_round (get_workshop (self), NSM_ROUND_KIND_SCORES);

  if (round == NULL)
    return;
  g_free (self->chosen);
  self->chosen = g_strdup (NSM_RECORD (round)->id);
  nsm_step_page_queue_refresh (NSM_STEP_PAGE (self));
}

static void
on_revealed (NsmRoundView *view G_GNUC_UNUSED, NsmRound *round G_GNUC_UNUSED, gpointer user_data)
{
  NsmScoringPage *self = NSM_SCORING_PAGE (user_data);

  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->shown, g_free);
  self->fresh = TRUE;
  nsm_step_page_queue_refresh (NSM_STEP_PAGE (self));
}

static void
show_map (NsmScoringPage *self, NsmRound *round)
{
  NsmWorkshop *workshop = get_workshop (self);
  g_autofree char *state =
    g_strdup_printf ("%s %u %g %g %g %g", NSM_RECORD (round)->id,
                     nsm_list_get_size (workshop->rounds), workshop->settings->disagreement,
                     workshop->settings->firm_resamples, workshop->settings->firm_weights,
                     workshop->settings->leaning_share);

  if (g_strcmp0 (state, self->shown) != 0)
    {
      drop_map (self);
      self->shown = g_steal_pointer (&state);
      self->reveal = NSM_REVEAL (nsm_reveal_new (workshop, round, self->fresh));
      /* The button that opened the answers is gone. */
      if (self->fresh)
        nsm_step_page_focus_soon (NSM_STEP_PAGE (self));
      self->fresh = FALSE;
      g_signal_connect_object (self->reveal, "discuss", G_CALLBACK (on_reveal_discuss), self, 0);
      g_signal_connect_object (self->reveal, "again", G_CALLBACK (start_again), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->reveal, "go-on", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->reveal, "show-round", G_CALLBACK (on_reveal_show_round), self,
                               0);
      adw_bin_set_child (ADW_BIN (self->reveal_bin), GTK_WIDGET (self->reveal));
    }
  if (self->discuss != NULL)
    nsm_discuss_refresh (self->discuss);
  if (gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->discuss_bin
      && self->discuss != NULL)
    show_child (self, self->discuss_bin);
  else
    show_child (self, self->reveal_bin);
}

static void
nsm_scoring_page_refresh (NsmStepPage *page)
{
  NsmScoringPage *self = NSM_SCORING_PAGE (page);
  NsmWorkshop *workshop = get_workshop (self);
  NsmRound *round;

  nsm_round_view_refresh (NSM_ROUND_VIEW (self->round_view));
  if (nsm_step_page_get_cover (page) != NULL)
    return;
  round = get_readable (self);
  if (round != NULL)
    {
      show_map (self, round);
      return;
    }
  drop_map (self);
  gtk_widget_set_visible (self->earlier_button,
                          nsm_workshop_get_revealed_round (workshop, NSM_ROUND_KIND_SCORES) != NULL);
  show_child (self, self->round_box);
}

static void
nsm_scoring_page_bind (NsmStepPage *page, NsmWorkshop *workshop G_GNUC_UNUSED)
{
  NsmScoringPage *self = NSM_SCORING_PAGE (page);

  nsm_round_view_set_document (NSM_ROUND_VIEW (self->round_view),
                               nsm_step_page_get_document (page));
}

/* What is said about scoring is said about the round as a whole. */
static gboolean
nsm_scoring_page_show_field (NsmStepPage *page, NsmRecord *record G_GNUC_UNUSED,
                             const char *field G_GNUC_UNUSED)
{
  return gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

static void
nsm_scoring_page_dispose (GObject *object)
{
  NsmScoringPage *self = NSM_SCORING_PAGE (object);

  self->reveal = NULL;
  self->discuss = NULL;

  G_OBJECT_CLASS (nsm_scoring_page_parent_class)->dispose (object);
}

static void
nsm_scoring_page_finalize (GObject *object)
{
  NsmScoringPage *self = NSM_SCORING_PAGE (object);

  g_free (self->chosen);
  g_free (self->shown);

  G_OBJECT_CLASS (nsm_scoring_page_parent_class)->finalize (object);
}

static void
nsm_scoring_page_class_init (NsmScoringPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NsmStepPageClass *page_class = NSM_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_scoring_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_scoring_page_finalize;
  widget_class->map = nsm_scoring_page_map;
  widget_class->unmap = nsm_scoring_page_unmap;
  page_class->bind = nsm_scoring_page_bind;
  page_class->refresh = nsm_scoring_page_refresh;
  page_class->show_field = nsm_scoring_page_show_field;
  g_type_ensure (NSM_TYPE_ROUND_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/scoring/scoring-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmScoringPage, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmScoringPage, round_box);
  gtk_widget_class_bind_template_child (widget_class, NsmScoringPage, round_view);
  gtk_widget_class_bind_template_child (widget_class, NsmScoringPage, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, NsmScoringPage, reveal_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmScoringPage, discuss_bin);
  gtk_widget_class_bind_template_callback (widget_class, on_revealed);
  gtk_widget_class_bind_template_callback (widget_class, on_earlier_clicked);
}

static void
nsm_scoring_page_init (NsmScoringPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nsm_scoring_page_get_round_view:
 *
 * Returns: (transfer none): the view of the newest round
 */
NsmRoundView *
nsm_scoring_page_get_round_view (NsmScoringPage *self)
{
  return NSM_ROUND_VIEW (self->round_view);
}

/**
 * nsm_scoring_page_get_reveal:
 *
 * Returns: (transfer none) (nullable): the map of scores, once there is one
 */
NsmReveal *
nsm_scoring_page_get_reveal (NsmScoringPage *self)
{
  return self->reveal;
}

/**
 * nsm_scoring_page_get_discuss:
 *
 * Returns: (transfer none) (nullable): the discussion, once it was begun
 */
NsmDiscuss *
nsm_scoring_page_get_discuss (NsmScoringPage *self)
{
  return self->discuss;
}

/**
 * nsm_scoring_page_discuss:
 * @position: a place in the order of discussion, from 0
 *
 * Shows one disagreement, large.
 */
void
nsm_scoring_page_discuss (NsmScoringPage *self, guint position)
{
  g_return_if_fail (self->reveal != NULL && nsm_reveal_get_figures (self->reveal) != NULL);

  if (self->discuss == NULL)
    {
      self->discuss = NSM_DISCUSS (nsm_discuss_new (get_workshop (self),
                                                    nsm_reveal_get_figures (self->reveal)));
      g_signal_connect_object (self->discuss, "done", G_CALLBACK (on_discuss_done), self, 0);
      g_signal_connect_object (self->discuss, "again", G_CALLBACK (start_again), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->discuss, "go-on", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->discuss, "reword", G_CALLBACK (on_discuss_reword), self, 0);
      g_signal_connect_object (self->discuss, "moved", G_CALLBACK (on_discuss_moved), self, 0);
      adw_bin_set_child (ADW_BIN (self->discuss_bin), GTK_WIDGET (self->discuss));
    }
  nsm_discuss_go_to (self->discuss, position);
  show_child (self, self->discuss_bin);
}
