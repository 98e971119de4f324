/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/round-view-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "rounds/recovery.h"
#include "rounds/round.h"

struct _NsmRoundUnlock
{
  AdwBin parent_instance;

  NsmRoundView *view; /* NULL once it is gone, which a worker may outlive */
  NsmRound *round;
  GtkWidget *what_label;
  GtkWidget *code_entry;
  GtkWidget *code_button;
  GtkWidget *phrase_box;
  GtkWidget *phrase_entry;
  GtkWidget *spinner;
  GtkWidget *phrase_button;
  GtkWidget *problem_label;
};

G_DEFINE_FINAL_TYPE (NsmRoundUnlock, nsm_round_unlock, ADW_TYPE_BIN)

static void
show_problem (NsmRoundUnlock *self, const char *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_label, problem != NULL);
}

static void
set_busy (NsmRoundUnlock *self, gboolean busy)
{
  gtk_widget_set_visible (self->spinner, busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
  gtk_widget_set_sensitive (self->phrase_button, !busy);
  gtk_widget_set_sensitive (self->code_button, !busy);
}

static void
use_code (NsmRoundUnlock *self)
{
  g_autofree char *code = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->code_entry)));
  g_autoptr (GError) error = NULL;
  gboolean done = nsm_round_recover_with_code (self->round, nsm_round_view_get_keys (self->view),
                                               code, &error);

  show_problem (self, done ? NULL : error->message);
  sodium_memzero (code, strlen (code));
  if (!done)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->code_entry), "");
  nsm_round_view_refresh (self->view);
}

static void
on_unwrapped (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NsmRoundUnlock) self = NSM_ROUND_UNLOCK (user_data);
  g_autoptr (GError) error = NULL;
  gboolean done = nsm_round_unwrap_key_finish (NSM_ROUND (source), result, &error);

  if (self->view == NULL)
    return;
  set_busy (self, FALSE);
  show_problem (self, done ? NULL : error->message);
  if (done)
    nsm_round_view_refresh (self->view);
}

static void
use_phrase (NsmRoundUnlock *self)
{
  g_autofree char *phrase = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->phrase_entry)));

  if (phrase[0] == '\0' || !gtk_widget_get_sensitive (self->phrase_button))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->phrase_entry), "");
  show_problem (self, NULL);
  set_busy (self, TRUE);
  nsm_round_unwrap_key_async (self->round, nsm_round_view_get_keys (self->view), phrase, NULL,
                              on_unwrapped, g_object_ref (self));
  sodium_memzero (phrase, strlen (phrase));
}

static void
on_code_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  use_code (NSM_ROUND_UNLOCK (user_data));
}

static void
on_code_activated (GtkWidget *entry G_GNUC_UNUSED, gpointer user_data)
{
  use_code (NSM_ROUND_UNLOCK (user_data));
}

static void
on_phrase_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  use_phrase (NSM_ROUND_UNLOCK (user_data));
}

static void
on_phrase_activated (GtkWidget *entry G_GNUC_UNUSED, gpointer user_data)
{
  use_phrase (NSM_ROUND_UNLOCK (user_data));
}

static void
nsm_round_unlock_dispose (GObject *object)
{
  NsmRoundUnlock *self = NSM_ROUND_UNLOCK (object);

  self->view = NULL;
  g_clear_object (&self->round);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (nsm_round_unlock_parent_class)->dispose (object);
}

static void
nsm_round_unlock_class_init (NsmRoundUnlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_round_unlock_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/rounds/round-unlock.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmRoundUnlock, what_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundUnlock, code_entry);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundUnlock, code_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundUnlock, phrase_box);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundUnlock, phrase_entry);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundUnlock, spinner);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundUnlock, phrase_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundUnlock, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_code_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_code_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_phrase_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_phrase_activated);
}

static void
nsm_round_unlock_init (NsmRoundUnlock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nsm_round_unlock_new (NsmRoundView *view)
{
  NsmRoundUnlock *self = g_object_new (NSM_TYPE_ROUND_UNLOCK, NULL);

  self->view = view;
  return GTK_WIDGET (self);
}

/**
 * nsm_round_unlock_show:
 *
 * Where the key of @round isn't, says what that means and takes a code or passphrase.
 */
void
nsm_round_unlock_show (NsmRoundUnlock *self, NsmRound *round)
{
  gboolean has_key = nsm_key_store_has (nsm_round_view_get_keys (self->view), NSM_RECORD (round)->id);
  gboolean wrapped = round->wrapped_key[0] != '\0';
  gboolean open = round->state == NSM_ROUND_STATE_OPEN;

  g_set_object (&self->round, round);
  gtk_widget_set_visible (GTK_WIDGET (self), !has_key);
  gtk_widget_set_visible (self->phrase_box, wrapped);
  show_problem (self, NULL);
  if (open)
    gtk_label_set_label (
      GTK_LABEL (self->what_label),
      wrapped ? _("People can answer here. To open the answers after the close, it takes the "
                  "computer on which the round was opened, its recovery code, or its passphrase.")
              : _("People can answer here. To open the answers after the close, it takes the "
                  "computer on which the round was opened, or its recovery code."));
  else
    gtk_label_set_label (
      GTK_LABEL (self->what_label),
      wrapped ? _("To open the answers, it takes the computer on which the round was opened, its "
                  "recovery code, or its passphrase.")
              : _("To open the answers, it takes the computer on which the round was opened, or "
                  "its recovery code."));
}
