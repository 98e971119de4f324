/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/round-view-private.h"

#include <glib/gi18n-lib.h>
#include <sodium.h>
#include <string.h>

#include "rounds/recovery.h"
#include "rounds/round.h"

struct _NsmRoundRescue
{
  AdwExpanderRow parent_instance;

  NsmRoundView *view; /* NULL once it is gone, which a worker may outlive */
  NsmRound *round;
  gboolean busy;
  GtkWidget *code_button;
  GtkWidget *code_label;
  GtkWidget *phrase_note;
  GtkWidget *phrase_box;
  GtkWidget *phrase_entry;
  GtkWidget *spinner;
  GtkWidget *wrap_button;
  GtkWidget *drop_button;
};

G_DEFINE_FINAL_TYPE (NsmRoundRescue, nsm_round_rescue, ADW_TYPE_EXPANDER_ROW)

/* The code */

static void
hide_code (NsmRoundRescue *self)
{
  gtk_label_set_label (GTK_LABEL (self->code_label), "");
  gtk_widget_set_visible (self->code_label, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->code_button), _("S_how"));
}

static void
on_code_clicked (GtkButton *button, gpointer user_data)
{
  NsmRoundRescue *self = NSM_ROUND_RESCUE (user_data);
  g_autofree char *code = NULL;
  g_autoptr (GError) error = NULL;

  if (gtk_widget_get_visible (self->code_label))
    {
      hide_code (self);
      return;
    }
  code = nsm_round_dup_recovery_code (self->round, nsm_round_view_get_keys (self->view), &error);
  if (code == NULL)
    {
      nsm_round_view_say (self->view, error->message);
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->code_label), code);
  gtk_widget_set_visible (self->code_label, TRUE);
  gtk_button_set_label (button, _("_Hide"));
  sodium_memzero (code, strlen (code));
}

static void
on_expanded (NsmRoundRescue *self, GParamSpec *pspec G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  /* What is folded away isn't on the screen in any form. */
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    hide_code (self);
}

/* The passphrase */

static void
show_phrase (NsmRoundRescue *self)
{
  gboolean set = self->round->wrapped_key[0] != '\0';
  const char *phrase = gtk_editable_get_text (GTK_EDITABLE (self->phrase_entry));

  adw_expander_row_set_subtitle (
    ADW_EXPANDER_ROW (self),
    set ? _("The passphrase opens the round on another computer.")
        : _("The key to this round is on this laptop and nowhere else."));
  gtk_label_set_label (
    GTK_LABEL (self->phrase_note),
    set ? _("The key is in the document, locked with a passphrase.")
        : _("Puts the key into the document, locked. The document is then as strong as the "
            "passphrase: whoever has a copy and guesses it can open answers early. At least ten "
            "characters; better, five words that don’t belong together."));
  gtk_widget_set_visible (self->drop_button, set && !self->busy);
  gtk_widget_set_visible (self->phrase_box, !set);
  gtk_widget_set_visible (self->spinner, self->busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), self->busy);
  gtk_widget_set_sensitive (self->phrase_entry, !self->busy);
  gtk_widget_set_sensitive (self->wrap_button,
                            !self->busy && g_utf8_strlen (phrase, -1) >= NSM_PASSPHRASE_MIN);
}

static void
on_wrapped (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NsmRoundRescue) self = NSM_ROUND_RESCUE (user_data);
  g_autoptr (GError) error = NULL;
  gboolean done = nsm_round_wrap_key_finish (NSM_ROUND (source), result, &error);

  self->busy = FALSE;
  if (self->view == NULL)
    return;
  if (!done)
    nsm_round_view_say (self->view, error->message);
  else
    nsm_round_view_save (self->view);
  show_phrase (self);
}

static void
wrap (NsmRoundRescue *self)
{
  g_autofree char *phrase = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->phrase_entry)));

  if (!gtk_widget_get_sensitive (self->wrap_button))
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->phrase_entry), "");
  self->busy = TRUE;
  show_phrase (self);
  nsm_round_wrap_key_async (self->round, nsm_round_view_get_keys (self->view), phrase, NULL,
                            on_wrapped, g_object_ref (self));
  sodium_memzero (phrase, strlen (phrase));
}

static void
on_wrap_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  wrap (NSM_ROUND_RESCUE (user_data));
}

static void
on_phrase_activated (GtkWidget *entry G_GNUC_UNUSED, gpointer user_data)
{
  wrap (NSM_ROUND_RESCUE (user_data));
}

static void
on_phrase_changed (GtkEditable *editable G_GNUC_UNUSED, gpointer user_data)
{
  NsmRoundRescue *self = NSM_ROUND_RESCUE (user_data);

  if (self->round != NULL && self->view != NULL)
    show_phrase (self);
}

static void
on_drop_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmRoundRescue *self = NSM_ROUND_RESCUE (user_data);

  nsm_round_drop_wrapped_key (self->round);
  nsm_round_view_save (self->view);
  show_phrase (self);
}

static void
nsm_round_rescue_dispose (GObject *object)
{
  NsmRoundRescue *self = NSM_ROUND_RESCUE (object);

  self->view = NULL;
  g_clear_object (&self->round);

  G_OBJECT_CLASS (nsm_round_rescue_parent_class)->dispose (object);
}

static void
nsm_round_rescue_class_init (NsmRoundRescueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_round_rescue_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/rounds/round-rescue.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRescue, code_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRescue, code_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRescue, phrase_note);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRescue, phrase_box);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRescue, phrase_entry);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRescue, spinner);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRescue, wrap_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRescue, drop_button);
  gtk_widget_class_bind_template_callback (widget_class, on_code_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_wrap_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_drop_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_phrase_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_phrase_activated);
}

static void
nsm_round_rescue_init (NsmRoundRescue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (on_expanded), NULL);
}

GtkWidget *
nsm_round_rescue_new (NsmRoundView *view)
{
  NsmRoundRescue *self = g_object_new (NSM_TYPE_ROUND_RESCUE, NULL);

  self->view = view;
  return GTK_WIDGET (self);
}

/**
 * nsm_round_rescue_show:
 *
 * Offers what keeps the key of @round, where it is; elsewhere there is nothing to keep.
 */
void
nsm_round_rescue_show (NsmRoundRescue *self, NsmRound *round)
{
  gboolean has_key = nsm_key_store_has (nsm_round_view_get_keys (self->view), NSM_RECORD (round)->id);

  gtk_widget_set_visible (GTK_WIDGET (self), has_key);
  if (g_set_object (&self->round, round))
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
      hide_code (self);
    }
  show_phrase (self);
}
