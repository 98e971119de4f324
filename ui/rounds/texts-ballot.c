/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/texts-ballot.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kit/growing-text.h"
#include "record/record.h"

/* What an answer's padded size has room for, in any script. */
#define MOST_STATEMENTS 5
#define MOST_IDEAS 10
#define MOST_CHARACTERS NSM_LINE_MAX

struct _NsmTextsBallot
{
  NsmBallot parent_instance;

  GPtrArray *texts; /* NsmGrowingText, in their box, not owned */
  GtkWidget *texts_box;
  GtkWidget *add_button;
  GtkWidget *abstain_button;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (NsmTextsBallot, nsm_texts_ballot, NSM_TYPE_BALLOT)

static gboolean
asks_ideas (NsmTextsBallot *self)
{
  return nsm_ballot_get_round (NSM_BALLOT (self))->kind == NSM_ROUND_KIND_IDEAS;
}

static guint
get_most (NsmTextsBallot *self)
{
  return asks_ideas (self) ? MOST_IDEAS : MOST_STATEMENTS;
}

static char *
dup_text (NsmTextsBallot *self, guint position)
{
  char *text = nsm_growing_text_dup_text (g_ptr_array_index (self->texts, position));

  return g_strstrip (text);
}

static void
free_text (char *text)
{
  explicit_bzero (text, strlen (text));
  g_free (text);
}

static gboolean
abstains (NsmTextsBallot *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->abstain_button));
}

static void
update_way_on (NsmTextsBallot *self)
{
  guint n = 0, n_long = 0;
  g_autofree char *status = NULL;

  for (guint i = 0; i < self->texts->len; i++)
    {
      char *text = dup_text (self, i);

      n += text[0] != '\0' ? 1 : 0;
      n_long += g_utf8_strlen (text, -1) > MOST_CHARACTERS ? 1 : 0;
      free_text (text);
    }
  gtk_widget_set_visible (self->add_button, !abstains (self) && self->texts->len < get_most (self));
  gtk_widget_set_sensitive (self->texts_box, !abstains (self));
  if (abstains (self))
    status = g_strdup (_("You are in, without a text"));
  else if (n_long > 0)
    status = g_strdup_printf (_("A text is too long: %d characters are the most"), MOST_CHARACTERS);
  else if (n == 0)
    status = g_strdup (_("Write at least one · Enter goes on to the next one"));
  else
    status = g_strdup_printf (ngettext ("%u text · Enter goes on to the next one",
                                        "%u texts · Enter goes on to the next one", n),
                              n);
  nsm_ballot_set_way_on (NSM_BALLOT (self), FALSE, FALSE, abstains (self) || (n > 0 && n_long == 0),
                         status);
}

static void
on_changed (NsmTextsBallot *self)
{
  if (self->loading)
    return;
  update_way_on (self);
  nsm_ballot_emit_changed (NSM_BALLOT (self));
}

static void
say_positions (NsmTextsBallot *self)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      g_autofree char *name = g_strdup_printf (
        asks_ideas (self) ? _("Idea %u") : _("Statement %u"), i + 1);

      gtk_accessible_update_property (GTK_ACCESSIBLE (g_ptr_array_index (self->texts, i)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static void
wipe (GtkWidget *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "", 0);
}

static void
on_remove_clicked (GtkButton *button, gpointer user_data)
{
  NsmTextsBallot *self = NSM_TEXTS_BALLOT (user_data);
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (button));

  for (guint i = 0; i < self->texts->len; i++)
    {
      GtkWidget *text = g_ptr_array_index (self->texts, i);

      if (!gtk_widget_is_ancestor (text, row))
        continue;
      wipe (text);
      if (self->texts->len > 1)
        {
          g_ptr_array_remove_index (self->texts, i);
          gtk_box_remove (GTK_BOX (self->texts_box), row);
        }
      gtk_widget_grab_focus (g_ptr_array_index (self->texts, MIN (i, self->texts->len - 1)));
      break;
    }
  say_positions (self);
  on_changed (self);
}

/* Enter is the way to the next text: each is one thing, said in one go. */
static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint keyval, guint keycode G_GNUC_UNUSED,
                GdkModifierType state, gpointer user_data)
{
  NsmTextsBallot *self = NSM_TEXTS_BALLOT (user_data);
  guint position = 0;

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return FALSE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0
      || !g_ptr_array_find (self->texts,
                            gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)),
                            &position))
    return FALSE;
  if (position + 1 < self->texts->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->texts, position + 1));
  else
    nsm_texts_ballot_add (self);
  return TRUE;
}

static GtkWidget *
append_text (NsmTextsBallot *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = nsm_growing_text_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));

  /* No history: what is taken back is nowhere. */
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (text), FALSE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (text, "ballot-text");
  nsm_growing_text_set_placeholder (NSM_GROWING_TEXT (text),
                                    asks_ideas (self)
                                      ? _("For example: teams that finish a project, each week")
                                      : _("What is better in a customer’s life or work afterwards?"));
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (remove, _("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove"), -1);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_clicked), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (text, keys);
  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "ballot-text-row");
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (self->texts_box), row);
  g_ptr_array_add (self->texts, text);
  say_positions (self);
  return text;
}

static void
nsm_texts_ballot_ask (NsmBallot *ballot, NsmAnswer *earlier)
{
  NsmTextsBallot *self = NSM_TEXTS_BALLOT (ballot);
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource (NSM_RESOURCE_BASE "/rounds/texts-ballot.ui");
  GtkLabel *hint = GTK_LABEL (gtk_builder_get_object (builder, "hint_label"));

  self->loading = TRUE;
  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "question_label")),
                       nsm_ballot_get_round (ballot)->question);
  gtk_label_set_label (hint, asks_ideas (self)
                               ? _("As many as come to mind, one a card. Rough is fine.")
                               : _("One thought a card, in a customer’s words. No features."));
  self->texts_box = GTK_WIDGET (gtk_builder_get_object (builder, "texts_box"));
  self->add_button = GTK_WIDGET (gtk_builder_get_object (builder, "add_button"));
  self->abstain_button = GTK_WIDGET (gtk_builder_get_object (builder, "abstain_button"));
  if (earlier != NULL)
    NSM_LIST_EACH (NsmEntry, entry, earlier->entries)
      {
        if (entry->abstained)
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->abstain_button), TRUE);
        else
          gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (append_text (self))),
                                    entry->text, -1);
      }
  if (self->texts->len == 0)
    append_text (self);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (nsm_texts_ballot_add), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->abstain_button, "toggled", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  nsm_ballot_set_body (ballot, GTK_WIDGET (gtk_builder_get_object (builder, "body")));
  nsm_ballot_set_parts (ballot, 1);
  update_way_on (self);
  self->loading = FALSE;
}

static void
nsm_texts_ballot_read (NsmBallot *ballot, NsmAnswer *answer)
{
  NsmTextsBallot *self = NSM_TEXTS_BALLOT (ballot);

  nsm_list_clear (answer->entries);
  if (abstains (self))
    {
      nsm_list_append_new (answer->entries, "abstained", TRUE, NULL);
      return;
    }
  for (guint i = 0; i < self->texts->len; i++)
    {
      char *text = dup_text (self, i);

      if (text[0] != '\0')
        nsm_list_append_new (answer->entries, "text", text, NULL);
      free_text (text);
    }
}

static void
nsm_texts_ballot_step (NsmBallot *ballot G_GNUC_UNUSED, int direction G_GNUC_UNUSED)
{
  /* There is only one part. */
}

static gboolean
nsm_texts_ballot_is_begun (NsmBallot *ballot)
{
  NsmTextsBallot *self = NSM_TEXTS_BALLOT (ballot);
  gboolean begun = abstains (self);

  for (guint i = 0; i < self->texts->len && !begun; i++)
    {
      char *text = dup_text (self, i);

      begun = text[0] != '\0';
      free_text (text);
    }
  return begun;
}

static gboolean
nsm_texts_ballot_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (g_ptr_array_index (NSM_TEXTS_BALLOT (widget)->texts, 0));
}

static void
nsm_texts_ballot_dispose (GObject *object)
{
  NsmTextsBallot *self = NSM_TEXTS_BALLOT (object);

  /* The texts go before the widgets do. */
  self->loading = TRUE;
  for (guint i = 0; i < self->texts->len; i++)
    wipe (g_ptr_array_index (self->texts, i));
  g_ptr_array_set_size (self->texts, 0);

  G_OBJECT_CLASS (nsm_texts_ballot_parent_class)->dispose (object);
}

static void
nsm_texts_ballot_finalize (GObject *object)
{
  g_ptr_array_unref (NSM_TEXTS_BALLOT (object)->texts);

  G_OBJECT_CLASS (nsm_texts_ballot_parent_class)->finalize (object);
}

static void
nsm_texts_ballot_class_init (NsmTextsBallotClass *klass)
{
  NsmBallotClass *ballot_class = NSM_BALLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_texts_ballot_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_texts_ballot_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = nsm_texts_ballot_grab_focus;
  ballot_class->ask = nsm_texts_ballot_ask;
  ballot_class->read = nsm_texts_ballot_read;
  ballot_class->step = nsm_texts_ballot_step;
  ballot_class->is_begun = nsm_texts_ballot_is_begun;
}

static void
nsm_texts_ballot_init (NsmTextsBallot *self)
{
  self->texts = g_ptr_array_new ();
}

/**
 * nsm_texts_ballot_get_text:
 *
 * Returns: (transfer none) (nullable): where the text at @position is written
 */
GtkWidget *
nsm_texts_ballot_get_text (NsmTextsBallot *self, guint position)
{
  return position < self->texts->len ? g_ptr_array_index (self->texts, position) : NULL;
}

/**
 * nsm_texts_ballot_add:
 *
 * Gives room for one more, unless the last one is still empty or there are enough.
 */
void
nsm_texts_ballot_add (NsmTextsBallot *self)
{
  GtkWidget *last = g_ptr_array_index (self->texts, self->texts->len - 1);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (last));

  if (gtk_text_buffer_get_char_count (buffer) > 0 && self->texts->len < get_most (self))
    last = append_text (self);
  gtk_widget_grab_focus (last);
  update_way_on (self);
}
