/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/window-private.h"

#include <glib/gi18n-lib.h>

#include "findings/findings.h"
#include "method/step.h"
#include "shell/pages.h"

#define FINDINGS_PAUSE 150 /* ms after the last change */

/* Findings */

static void
show_findings (NsmMainWindow *self, GPtrArray *findings)
{
  g_ptr_array_unref (self->findings);
  self->findings = findings;
  nsm_step_list_update (self->steps, self->workshop, self->findings);
  nsm_guide_panel_set_findings (self->guide, self->findings);
  for (guint i = 0; i < NSM_N_PLACES; i++)
    if (self->pages[i] != NULL)
      nsm_step_page_set_findings (self->pages[i], self->findings);
  if (self->place < NSM_N_STEPS)
    nsm_guide_panel_set_step (self->guide, self->place, self->workshop->mode);
  if (self->place < NSM_N_STEPS)
    nsm_timer_set_place (nsm_timer_button_get_timer (self->timer), self->workshop, self->place);
}

static void
on_findings_collected (GObject *workshop, GAsyncResult *result, gpointer data)
{
  g_autoptr (NsmMainWindow) self = data;
  GPtrArray *findings = nsm_findings_collect_finish (NSM_WORKSHOP (workshop), result, NULL);

  /* None: they were asked for anew, or the workshop was put away. */
  if (findings == NULL)
    return;
  g_clear_object (&self->collecting);
  show_findings (self, findings);
}

static void
stop_collecting (NsmMainWindow *self)
{
  g_clear_handle_id (&self->findings_id, g_source_remove);
  if (self->collecting != NULL)
    g_cancellable_cancel (self->collecting);
  g_clear_object (&self->collecting);
}

static gboolean
collect_findings (gpointer data)
{
  NsmMainWindow *self = data;

  self->findings_id = 0;
  stop_collecting (self);
  if (nsm_findings_are_at_hand (self->workshop))
    {
      show_findings (self, nsm_findings_collect (self->workshop));
      return G_SOURCE_REMOVE;
    }
  self->collecting = g_cancellable_new ();
  nsm_findings_collect_async (self->workshop, self->collecting, on_findings_collected,
                              g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
on_workshop_changed (NsmMainWindow *self)
{
  g_clear_handle_id (&self->findings_id, g_source_remove);
  self->findings_id = g_timeout_add (FINDINGS_PAUSE, collect_findings, self);
}

static void
on_journal_changed (NsmMainWindow *self)
{
  nsm_main_window_update_actions (self);
}

/* Pages */

static void
on_page_toast (NsmMainWindow *self, const char *text, gboolean undo)
{
  nsm_main_window_toast (self, text, undo);
}

static void
on_page_go_to (NsmMainWindow *self, guint place)
{
  nsm_main_window_show_place (self, place);
}

static void
on_page_shape_changed (NsmMainWindow *self)
{
  NsmStepPage *page = self->pages[self->place];
  gboolean immersive = page != NULL && nsm_step_page_get_immersive (page);

  if (self->immersive != immersive)
    {
      self->immersive = immersive;
      gtk_widget_set_visible (self->header, !immersive);
      if (immersive)
        gtk_revealer_set_reveal_child (self->notice, FALSE);
      nsm_main_window_update_actions (self);
    }
  nsm_main_window_update_panels (self);
}

static void
show_field (NsmMainWindow *self, guint step, NsmRecord *record, const char *field)
{
  nsm_main_window_show_place (self, step);
  if (adw_flap_get_folded (self->guide_flap))
    adw_flap_set_reveal_flap (self->guide_flap, FALSE);
  if (self->pages[step] != NULL &&
      !nsm_step_page_show_field (self->pages[step], record, field))
    gtk_widget_child_focus (GTK_WIDGET (self->pages[step]), GTK_DIR_TAB_FORWARD);
}

/* Goes to where something is written; who comes from the document is shown the way back. */
static void
on_page_go_to_field (NsmMainWindow *self, guint step, NsmRecord *record, const char *field)
{
  gboolean from_document = self->place == NSM_PLACE_DOCUMENT;
  AdwToast *toast;

  if (step >= NSM_N_STEPS)
    return;
  show_field (self, step, record, field);
  if (!from_document || self->place == NSM_PLACE_DOCUMENT)
    return;
  toast = adw_toast_new (_("You came from the document"));
  adw_toast_set_button_label (toast, _("Back to the Document"));
  adw_toast_set_action_name (toast, "win.place");
  adw_toast_set_action_target_value (toast, g_variant_new_uint32 (NSM_PLACE_DOCUMENT));
  g_set_weak_pointer (&self->way_back, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static NsmStepPage *
ensure_page (NsmMainWindow *self, guint place)
{
  GType type = nsm_place_get_page_type (place);
  g_autofree char *name = g_strdup_printf ("%u", place);
  NsmStepPage *page = self->pages[place];

  if (page != NULL || type == G_TYPE_INVALID)
    return page;
  page = g_object_new (type, NULL);
  self->pages[place] = page;
  g_signal_connect_object (page, "toast", G_CALLBACK (on_page_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "go-to", G_CALLBACK (on_page_go_to), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "follow", G_CALLBACK (nsm_main_window_follow), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "go-to-field", G_CALLBACK (on_page_go_to_field), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::bare", G_CALLBACK (on_page_shape_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "notify::immersive", G_CALLBACK (on_page_shape_changed), self,
                           G_CONNECT_SWAPPED);
  nsm_step_page_set_findings (page, self->findings);
  g_object_set (page, "document", self->document, NULL);
  gtk_stack_add_named (self->stack, GTK_WIDGET (page), name);
  return page;
}

/**
 * nsm_main_window_take_workshop:
 *
 * Shows the workshop that the document has now.
 */
void
nsm_main_window_take_workshop (NsmMainWindow *self)
{
  self->workshop = g_object_ref (nsm_document_get_workshop (self->document));
  self->journal = g_object_ref (nsm_record_get_journal (NSM_RECORD (self->workshop)));
  g_signal_connect_object (self->workshop, "changed", G_CALLBACK (on_workshop_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->journal, "notify", G_CALLBACK (on_journal_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  collect_findings (self);
  nsm_main_window_show_place (self, self->place);
}

/**
 * nsm_main_window_drop_workshop:
 *
 * Lets go of the workshop and of all pages that show it.
 */
void
nsm_main_window_drop_workshop (NsmMainWindow *self)
{
  stop_collecting (self);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < NSM_N_PLACES; i++)
    if (self->pages[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->pages[i], self);
        gtk_stack_remove (self->stack, GTK_WIDGET (self->pages[i]));
        self->pages[i] = NULL;
      }
  if (self->workshop != NULL)
    g_signal_handlers_disconnect_by_data (self->workshop, self);
  if (self->journal != NULL)
    g_signal_handlers_disconnect_by_data (self->journal, self);
  g_clear_object (&self->journal);
  g_clear_object (&self->workshop);
}

/**
 * nsm_main_window_update_panels:
 *
 * Shows the panels that the person wants, as far as there is room and the page
 * leaves them any.
 */
void
nsm_main_window_update_panels (NsmMainWindow *self)
{
  NsmStepPage *page = self->pages[self->place];
  gboolean bare = page != NULL && nsm_step_page_get_bare (page) &&
                  self->place != NSM_PLACE_DOCUMENT;
  gboolean steps = self->wants_steps && !bare && !self->immersive &&
                   !adw_flap_get_folded (self->steps_flap);
  gboolean guide = self->wants_guide && !bare && !self->immersive &&
                   self->place != NSM_PLACE_DOCUMENT && !adw_flap_get_folded (self->guide_flap);

  adw_flap_set_reveal_flap (self->steps_flap, steps);
  adw_flap_set_reveal_flap (self->guide_flap, guide);
}

/**
 * nsm_main_window_get_place:
 *
 * Returns: a step, or NSM_PLACE_DOCUMENT
 */
guint
nsm_main_window_get_place (NsmMainWindow *self)
{
  return self->place;
}

void
nsm_main_window_show_place (NsmMainWindow *self, guint place)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean within = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));
  NsmStepPage *page;

  if (self->workshop == NULL || self->immersive || place >= NSM_N_PLACES)
    return;
  page = ensure_page (self, place);
  if (page == NULL)
    return;
  nsm_journal_seal (self->journal);
  self->place = place;
  if (place == NSM_PLACE_DOCUMENT && self->way_back != NULL)
    adw_toast_dismiss (self->way_back);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (page));
  nsm_step_list_set_place (self->steps, place);
  gtk_widget_set_visible (GTK_WIDGET (self->timer), place < NSM_N_STEPS &&
                                                        self->workshop->mode != NSM_MODE_SOLO);
  if (place < NSM_N_STEPS)
    {
      nsm_guide_panel_set_step (self->guide, place, self->workshop->mode);
      nsm_timer_set_place (nsm_timer_button_get_timer (self->timer), self->workshop, place);
    }
  if (self->room != NULL)
    nsm_room_view_set_place (nsm_room_window_get_view (NSM_ROOM_WINDOW (self->room)), place);
  on_page_shape_changed (self);
  nsm_main_window_update_actions (self);
  /* Who went on from the page before, whose widgets are gone now, goes on working here. */
  if (within)
    nsm_step_page_focus_soon (page);
}

/**
 * nsm_main_window_follow:
 *
 * Goes to what @finding is about.
 */
void
nsm_main_window_follow (NsmMainWindow *self, NsmFinding *finding)
{
  show_field (self, nsm_finding_get_step (finding), nsm_finding_get_record (finding),
              nsm_finding_get_field (finding));
}
