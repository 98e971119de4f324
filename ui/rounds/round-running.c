/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/round-view-private.h"

#include <glib/gi18n-lib.h>

#include "kit/person-mark.h"
#include "rounds/people.h"
#include "rounds/round.h"

struct _NsmRoundRunning
{
  AdwBin parent_instance;

  NsmRoundView *view;
  gboolean loading;
  GtkWidget *title_label;
  GtkWidget *question_label;
  GtkWidget *promise_label;
  GtkWidget *people_list;
  GtkWidget *late_label;
  GtkWidget *missing_revealer;
  GtkWidget *missing_label;
  GtkWidget *missing_note;
  GtkWidget *wait_button;
  GtkWidget *acts_box;
  GtkWidget *ask_button;
  GtkWidget *order_button;
  GtkWidget *order_popover;
  GtkWidget *next_list;
  GtkWidget *shuffled_button;
  GtkWidget *close_button;
  GtkWidget *unlock_bin;
  GtkWidget *more_list;
  GtkWidget *unlock;
  GtkWidget *post;
  GtkWidget *rescue;
};

G_DEFINE_FINAL_TYPE (NsmRoundRunning, nsm_round_running, ADW_TYPE_BIN)

/* Who is in */

static void
on_answer_clicked (GtkWidget *button, gpointer user_data)
{
  nsm_round_view_ask (NSM_ROUND_RUNNING (user_data)->view, gtk_widget_get_name (button));
}

static void
on_withdraw_clicked (GtkWidget *button, gpointer user_data)
{
  nsm_round_view_withdraw (NSM_ROUND_RUNNING (user_data)->view, gtk_widget_get_name (button));
}

static GtkWidget *
make_row_button (NsmRoundRunning *self, const char *label, NsmRosterEntry *entry,
                 GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  /* Translators: what a button does, and for whom */
  g_autofree char *full = g_strdup_printf (_("%s: %s"), label, entry->name);

  gtk_widget_set_name (button, entry->person);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static GtkWidget *
make_row (const char *name, const char *subtitle, const char *state, gboolean strong,
          GtkWidget *mark)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *word = gtk_label_new (state);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  gtk_widget_add_css_class (word, strong ? "heading" : "secondary");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), word);
  return row;
}

static GtkWidget *
make_asked_row (NsmRoundRunning *self, NsmRound *round, NsmRosterEntry *entry)
{
  NsmWorkshop *workshop = nsm_round_view_get_workshop (self->view);
  gboolean in = nsm_round_has_contributed (round, entry->person);
  gboolean left = nsm_workshop_has_left (workshop, entry->person);
  const char *subtitle = nsm_choice_get_label (NSM_TYPE_FUNCTION, entry->function);
  GtkWidget *row;

  if (left)
    subtitle = in ? _("Has left; the answer stays and counts") : _("Has left without answering");
  row = make_row (entry->name, subtitle, in ? _("In") : left ? _("Left") : _("Not yet"), in,
                  nsm_round_make_mark (workshop, round, entry->person, 28, in));
  if (in)
    {
      adw_action_row_add_suffix (
        ADW_ACTION_ROW (row),
        make_row_button (self, _("Replace"), entry, G_CALLBACK (on_answer_clicked)));
      adw_action_row_add_suffix (
        ADW_ACTION_ROW (row),
        make_row_button (self, _("Withdraw"), entry, G_CALLBACK (on_withdraw_clicked)));
    }
  else if (!left)
    adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      make_row_button (self, _("Answer now"), entry, G_CALLBACK (on_answer_clicked)));
  return row;
}

/* People who are in the workshop, but not in this round. */
static void
show_others (NsmRoundRunning *self, NsmRound *round)
{
  NsmWorkshop *workshop = nsm_round_view_get_workshop (self->view);
  g_autoptr (GPtrArray) late = g_ptr_array_new ();

  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      GtkWidget *mark;

      if (participant->retired
          || nsm_round_get_roster_entry (round, NSM_RECORD (participant)->id) != NULL)
        continue;
      if (!participant->observer)
        {
          g_ptr_array_add (late, participant->name);
          continue;
        }
      mark = nsm_person_mark_new (participant_i, participant->name);
      g_object_set (mark, "pixel-size", 28, "filled", FALSE, NULL);
      gtk_list_box_append (
        GTK_LIST_BOX (self->people_list),
        make_row (participant->name,
                  nsm_choice_get_label (NSM_TYPE_FUNCTION, participant->function), _("Watching"),
                  FALSE, mark));
    }
  gtk_widget_set_visible (self->late_label, late->len > 0);
  if (late->len > 0)
    {
      g_autofree char *names = nsm_names_dup_list (late);
      g_autofree char *text =
        g_strdup_printf (ngettext ("%s came later and joins from the next round.",
                                   "%s came later and join from the next round.", late->len),
                         names);

      gtk_label_set_label (GTK_LABEL (self->late_label), text);
    }
}

static void
show_people (NsmRoundRunning *self, NsmRound *round)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->people_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->people_list), child);
  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      gtk_list_box_append (GTK_LIST_BOX (self->people_list), make_asked_row (self, round, entry));
    }
  show_others (self, round);
}

/* Whose turn it is */

static void
show_turns (NsmRoundRunning *self, NsmRound *round)
{
  NsmTurns *turns = nsm_round_view_get_turns (self->view);
  g_autoptr (GPtrArray) waiting = nsm_turns_list_waiting (turns);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->next_list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->next_list), child);
  for (guint i = 0; i < waiting->len; i++)
    {
      NsmRosterEntry *entry = waiting->pdata[i];
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

      gtk_widget_set_name (row, entry->person);
      gtk_box_append (GTK_BOX (box),
                      nsm_round_make_mark (nsm_round_view_get_workshop (self->view), round,
                                           entry->person, 20, FALSE));
      gtk_box_append (GTK_BOX (box), gtk_label_new (entry->name));
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      entry->name, -1);
      gtk_list_box_append (GTK_LIST_BOX (self->next_list), row);
    }
  self->loading = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->shuffled_button),
                               nsm_turns_get_shuffled (turns));
  self->loading = FALSE;
  gtk_widget_set_visible (self->ask_button, waiting->len > 0);
  gtk_widget_set_visible (self->order_button, waiting->len > 1);
  if (waiting->len > 0)
    {
      NsmRosterEntry *next = waiting->pdata[0];
      g_autofree char *ask = g_strdup_printf (_("Pass the laptop to %s"), next->name);

      gtk_button_set_label (GTK_BUTTON (self->ask_button), ask);
      gtk_widget_remove_css_class (self->close_button, "suggested-action");
    }
  else
    gtk_widget_add_css_class (self->close_button, "suggested-action");
}

static void
on_next_activated (GtkListBox *list G_GNUC_UNUSED, GtkListBoxRow *row, gpointer user_data)
{
  NsmRoundRunning *self = NSM_ROUND_RUNNING (user_data);

  nsm_turns_choose (nsm_round_view_get_turns (self->view), gtk_widget_get_name (GTK_WIDGET (row)));
  gtk_popover_popdown (GTK_POPOVER (self->order_popover));
  show_turns (self, nsm_round_view_get_round (self->view));
  gtk_widget_grab_focus (self->ask_button);
}

static void
on_shuffled_toggled (GtkCheckButton *button, gpointer user_data)
{
  NsmRoundRunning *self = NSM_ROUND_RUNNING (user_data);

  if (self->loading)
    return;
  nsm_turns_set_shuffled (nsm_round_view_get_turns (self->view),
                          gtk_check_button_get_active (button));
  show_turns (self, nsm_round_view_get_round (self->view));
}

static void
on_ask_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_round_view_ask (NSM_ROUND_RUNNING (user_data)->view, NULL);
}

/* Closing */

/* One question at a time: whether to close takes the place of the other acts. */
static void
show_missing (NsmRoundRunning *self, gboolean missing)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->missing_revealer), missing);
  gtk_widget_set_visible (self->acts_box, !missing);
}

static void
on_close_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_round_view_close (NSM_ROUND_RUNNING (user_data)->view, FALSE);
}

static void
on_close_anyway_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_round_view_close (NSM_ROUND_RUNNING (user_data)->view, TRUE);
}

static void
on_wait_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmRoundRunning *self = NSM_ROUND_RUNNING (user_data);

  show_missing (self, FALSE);
  gtk_widget_grab_focus (self->close_button);
}

static void
nsm_round_running_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (nsm_round_running_parent_class)->dispose (object);
}

static void
nsm_round_running_class_init (NsmRoundRunningClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_round_running_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/rounds/round-running.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, title_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, question_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, promise_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, people_list);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, late_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, missing_revealer);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, missing_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, missing_note);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, wait_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, acts_box);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, ask_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, order_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, order_popover);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, next_list);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, shuffled_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, close_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, unlock_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundRunning, more_list);
  gtk_widget_class_bind_template_callback (widget_class, on_next_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_shuffled_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_ask_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_close_anyway_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_wait_clicked);
}

static void
nsm_round_running_init (NsmRoundRunning *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nsm_round_running_new (NsmRoundView *view)
{
  NsmRoundRunning *self = g_object_new (NSM_TYPE_ROUND_RUNNING, NULL);

  self->view = view;
  self->unlock = nsm_round_unlock_new (view);
  gtk_widget_add_css_class (self->unlock, "card");
  adw_bin_set_child (ADW_BIN (self->unlock_bin), self->unlock);
  self->post = nsm_round_post_new (view);
  gtk_list_box_append (GTK_LIST_BOX (self->more_list), self->post);
  self->rescue = nsm_round_rescue_new (view);
  gtk_list_box_append (GTK_LIST_BOX (self->more_list), self->rescue);
  return GTK_WIDGET (self);
}

/**
 * nsm_round_running_dup_state:
 *
 * Returns: (transfer full): everything that the card shows, in a line
 */
char *
nsm_round_running_dup_state (NsmRoundRunning *self, NsmRound *round)
{
  NsmWorkshop *workshop = nsm_round_view_get_workshop (self->view);
  GString *text = g_string_new ("running ");

  g_string_append_printf (text, "%s %d ", NSM_RECORD (round)->id,
                          nsm_key_store_has (nsm_round_view_get_keys (self->view),
                                             NSM_RECORD (round)->id));
  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      g_string_append_c (text, nsm_round_has_contributed (round, entry->person) ? '1' : '0');
    }
  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      g_string_append_printf (text, "%d %d %s\n", participant->retired, participant->observer,
                              participant->name);
    }
  return g_string_free (text, FALSE);
}

/**
 * nsm_round_running_show:
 *
 * Shows who has contributed to the open @round.
 */
void
nsm_round_running_show (NsmRoundRunning *self, NsmRound *round)
{
  guint n_in = nsm_round_count_contributed (round);
  g_autofree char *title =
    g_strdup_printf (_("Round %d is open: %u of %u are in"), (int) round->number, n_in,
                     nsm_list_get_size (round->roster));

  gtk_label_set_label (GTK_LABEL (self->title_label), title);
  gtk_label_set_label (GTK_LABEL (self->question_label), round->question);
  gtk_label_set_label (GTK_LABEL (self->promise_label), round->promise);
  show_people (self, round);
  show_turns (self, round);
  show_missing (self, FALSE);
  gtk_widget_set_sensitive (self->close_button, n_in > 0);
  nsm_round_unlock_show (NSM_ROUND_UNLOCK (self->unlock), round);
  nsm_round_post_show (NSM_ROUND_POST (self->post), round);
  nsm_round_rescue_show (NSM_ROUND_RESCUE (self->rescue), round);
  gtk_widget_set_visible (self->unlock_bin, gtk_widget_get_visible (self->unlock));
}

/**
 * nsm_round_running_take_files:
 * @files: (element-type GFile): what was dropped on the page
 *
 * Returns: whether there was a ballot among them
 */
gboolean
nsm_round_running_take_files (NsmRoundRunning *self, GSList *files)
{
  return nsm_round_post_take (NSM_ROUND_POST (self->post), files);
}

/**
 * nsm_round_running_check_missing:
 *
 * Says who hasn't contributed and what a close means for them, if there is anybody.
 *
 * Returns: whether somebody is missing
 */
gboolean
nsm_round_running_check_missing (NsmRoundRunning *self, NsmRound *round)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;

  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      if (!nsm_round_has_contributed (round, entry->person))
        g_ptr_array_add (names, entry->name);
    }
  if (names->len == 0)
    return FALSE;
  list = nsm_names_dup_list (names);
  text = g_strdup_printf (ngettext ("%s hasn’t answered.", "%s haven’t answered.", names->len), list);
  gtk_label_set_label (GTK_LABEL (self->missing_label), text);
  gtk_label_set_label (GTK_LABEL (self->missing_note),
                       _("Once the round is closed, nobody can add to it, and it can’t be opened "
                         "again. What they think isn’t in the figures; they can say it in the "
                         "discussion, or in another round."));
  show_missing (self, TRUE);
  gtk_widget_grab_focus (self->wait_button);
  return TRUE;
}
