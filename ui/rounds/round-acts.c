/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with a round: it is opened, asked, closed, revealed. */
#include "rounds/round-view-private.h"

#include "room/screen.h"
#include "rounds/booth.h"
#include "rounds/pin-dialog.h"
#include "rounds/round.h"
#include "rounds/scene.h"
#include "store/document-rounds.h"

gboolean
nsm_round_view_save (NsmRoundView *self)
{
  g_autoptr (GError) error = NULL;

  if (nsm_document_save (self->document, &error))
    return TRUE;
  nsm_round_view_say (self, error->message);
  return FALSE;
}

/* The room sees the round that is looked at; a draft has no room. */
void
nsm_round_view_show_to_room (NsmRoundView *self)
{
  NsmRound *round = nsm_round_view_get_round (self);

  if (round != NULL && !round->direct)
    nsm_scene_set_round (nsm_scene_get (self->document), NSM_RECORD (round)->id);
}

/* The booth takes the whole page */

static void
leave_booth (NsmRoundView *self)
{
  NsmStepPage *page = self->page;

  g_clear_weak_pointer (&self->page);
  if (page != NULL)
    {
      nsm_step_page_set_cover (page, NULL);
      nsm_step_page_set_immersive (page, FALSE);
      nsm_step_page_queue_refresh (page);
      nsm_step_page_focus_soon (page);
    }
  nsm_round_view_refresh (self);
}

static void
on_booth_left (NsmBooth *booth G_GNUC_UNUSED, gpointer user_data)
{
  leave_booth (NSM_ROUND_VIEW (user_data));
}

static void
on_booth_finished (NsmBooth *booth G_GNUC_UNUSED, gpointer user_data)
{
  NsmRoundView *self = NSM_ROUND_VIEW (user_data);
  NsmRound *round = nsm_round_view_get_round (self);

  leave_booth (self);
  g_signal_emit_by_name (self, "revealed", round);
}

static void
show_booth (GObject *object)
{
  NsmRoundView *self = NSM_ROUND_VIEW (object);
  NsmRound *round = nsm_round_view_get_round (self);
  GtkWidget *ancestor = gtk_widget_get_ancestor (GTK_WIDGET (self), NSM_TYPE_STEP_PAGE);
  GtkWidget *booth;

  g_return_if_fail (ancestor != NULL && self->page == NULL);

  booth = nsm_booth_new (self->document, round, self->keys, nsm_round_view_get_turns (self),
                         self->asked);
  g_signal_connect_object (booth, "left", G_CALLBACK (on_booth_left), self, 0);
  g_signal_connect_object (booth, "finished", G_CALLBACK (on_booth_finished), self, 0);
  g_set_weak_pointer (&self->page, NSM_STEP_PAGE (ancestor));
  nsm_step_page_set_immersive (self->page, !round->direct);
  nsm_step_page_set_cover (self->page, booth);
  gtk_widget_child_focus (booth, GTK_DIR_TAB_FORWARD);
}

static void
enter_booth (NsmRoundView *self, const char *person)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_free (self->asked);
  self->asked = g_strdup (person);
  if (nsm_round_view_get_round (self)->direct)
    show_booth (G_OBJECT (self));
  else
    nsm_room_ask_screen (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->document,
                         show_booth, G_OBJECT (self));
}

/**
 * nsm_round_view_start:
 *
 * Opens a round (the first, or another one) and asks the first person; in a solo
 * draft the one answer comes up to be written or changed.
 *
 * Returns: whether there is an open round now
 */
gboolean
nsm_round_view_start (NsmRoundView *self)
{
  NsmWorkshop *workshop = nsm_round_view_get_workshop (self);
  NsmRound *round = nsm_round_view_get_round (self);
  g_autoptr (GError) error = NULL;

  if (round != NULL && round->direct && round->state == NSM_ROUND_STATE_OPEN
      && workshop->mode == NSM_MODE_SOLO)
    {
      enter_booth (self, NULL);
      return TRUE;
    }
  /* A draft that became a workshop leaves its author's answers as a round of their own. */
  if (round != NULL && round->direct && round->state == NSM_ROUND_STATE_OPEN
      && (!nsm_round_close (round, &error) || !nsm_round_reveal (round, NULL, &error)))
    {
      nsm_round_view_say (self, error->message);
      return FALSE;
    }
  round = nsm_round_open (workshop, self->kind, self->keys, &error);
  if (round == NULL)
    {
      nsm_round_view_say (self, error->message);
      return FALSE;
    }
  if (!nsm_round_view_save (self))
    return FALSE;
  nsm_round_view_show_to_room (self);
  nsm_round_view_refresh (self);
  enter_booth (self, NULL);
  return TRUE;
}

/**
 * nsm_round_view_ask:
 * @person: (nullable): whom to ask; NULL for the first who hasn't answered
 *
 * The pass screen comes up.
 */
void
nsm_round_view_ask (NsmRoundView *self, const char *person)
{
  enter_booth (self, person);
}

/**
 * nsm_round_view_close:
 * @even_if_missing: whether those who haven't answered are left out; else it asks
 *   once when somebody is missing
 *
 * Returns: whether the round is closed
 */
gboolean
nsm_round_view_close (NsmRoundView *self, gboolean even_if_missing)
{
  NsmRound *round = nsm_round_view_get_round (self);
  g_autoptr (GError) error = NULL;

  if (!even_if_missing
      && nsm_round_running_check_missing (NSM_ROUND_RUNNING (self->running), round))
    return FALSE;
  if (!nsm_round_close (round, &error))
    {
      nsm_round_view_say (self, error->message);
      return FALSE;
    }
  nsm_round_view_refresh (self);
  gtk_widget_grab_focus (self->closed);
  return nsm_round_view_save (self);
}

/**
 * nsm_round_view_reveal:
 *
 * Opens the answers of a closed round, once the closing words are on the disk, and
 * emits "revealed" once the opened ones are.
 *
 * Returns: whether they are open
 */
gboolean
nsm_round_view_reveal (NsmRoundView *self)
{
  NsmRound *round = nsm_round_view_get_round (self);
  g_autoptr (GError) error = NULL;

  if (!nsm_document_reveal_round (self->document, round, self->keys, &error))
    {
      nsm_round_view_say (self, error->message);
      return FALSE;
    }
  nsm_round_view_refresh (self);
  g_signal_emit_by_name (self, "revealed", round);
  return TRUE;
}

static void
go_on_to_withdraw (GObject *owner, const char *person)
{
  NsmRoundView *self = NSM_ROUND_VIEW (owner);
  g_autoptr (GError) error = NULL;

  if (!nsm_round_withdraw (nsm_round_view_get_round (self), person, &error))
    nsm_round_view_say (self, error->message);
  else if (nsm_round_view_save (self))
    nsm_round_view_refresh (self);
}

/* Takes the answer of @person out, once they gave their PIN, if they have one. */
void
nsm_round_view_withdraw (NsmRoundView *self, const char *person)
{
  nsm_pin_ask (GTK_WIDGET (self), nsm_round_view_get_round (self), self->keys, person,
               go_on_to_withdraw, G_OBJECT (self));
}
