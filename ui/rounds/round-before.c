/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/round-view-private.h"

#include <glib/gi18n-lib.h>

#include "kit/person-mark.h"
#include "rounds/form.h"
#include "rounds/people.h"
#include "rounds/round.h"

struct _NsmRoundBefore
{
  AdwBin parent_instance;

  NsmRoundView *view;
  GPtrArray *rows; /* one a person, not owned */
  char *listed;    /* of whom the rows are */
  gboolean loading;
  GtkWidget *title_label;
  GtkWidget *question_label;
  GtkWidget *what_label;
  GtkWidget *privacy_box;
  GtkWidget *named_button;
  GtkWidget *unnamed_button;
  GtkWidget *promise_label;
  GtkWidget *fixed_label;
  GtkWidget *asked_list;
  GtkWidget *asked_row;
  GtkWidget *start_button;
};

G_DEFINE_FINAL_TYPE (NsmRoundBefore, nsm_round_before, ADW_TYPE_BIN)

static NsmWorkshop *
get_workshop (NsmRoundBefore *self)
{
  return nsm_round_view_get_workshop (self->view);
}

static const NsmRoundForm *
get_form (NsmRoundBefore *self)
{
  return nsm_round_form_get (nsm_round_view_get_kind (self->view));
}

static const char *
get_obstacle (NsmRoundBefore *self)
{
  const NsmRoundForm *form = get_form (self);
  NsmWorkshop *workshop = get_workshop (self);
  gboolean solo = workshop->mode == NSM_MODE_SOLO;
  guint n = nsm_workshop_count_asked (workshop);

  if (!solo && n == 0)
    return nsm_list_get_size (workshop->participants) == 0
             ? _("There is nobody to ask yet. Add the participants in Set up.")
             : _("Nobody is asked: everybody only watches, or has left.");
  if (!solo && workshop->privacy == NSM_PRIVACY_UNNAMED && n < NSM_UNNAMED_MINIMUM)
    return _("Without names it takes at least four people: with fewer it would be easy to guess "
             "who said what. Ask with names, or add people.");
  return form->get_obstacle != NULL ? form->get_obstacle (workshop) : NULL;
}

/* Who is asked */

static void
on_asked_switched (GtkSwitch *toggle, GParamSpec *pspec G_GNUC_UNUSED, gpointer user_data)
{
  NsmRoundBefore *self = NSM_ROUND_BEFORE (user_data);
  NsmRecord *record = nsm_record_find (NSM_RECORD (get_workshop (self)),
                                       gtk_widget_get_name (GTK_WIDGET (toggle)));

  if (!self->loading && record != NULL && NSM_IS_PARTICIPANT (record))
    g_object_set (record, "observer", !gtk_switch_get_active (toggle), NULL);
}

static GtkWidget *
make_row (NsmRoundBefore *self, NsmParticipant *participant, guint position)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();
  GtkWidget *mark = nsm_person_mark_new (position, participant->name);
  /* Translators: a person’s name; the label of a switch */
  g_autofree char *name = g_strdup_printf (_("%s is asked"), participant->name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), participant->name);
  g_object_set (mark, "pixel-size", 28, NULL);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  gtk_widget_set_name (toggle, NSM_RECORD (participant)->id);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (on_asked_switched), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  return row;
}

static void
list_people (NsmRoundBefore *self)
{
  NsmWorkshop *workshop = get_workshop (self);
  g_autoptr (GString) listed = g_string_new (NULL);

  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      g_string_append_printf (listed, "%s %d %s\n", NSM_RECORD (participant)->id,
                              participant->retired, participant->name);
    }
  if (g_strcmp0 (self->listed, listed->str) == 0)
    return;
  g_free (self->listed);
  self->listed = g_strdup (listed->str);
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self->asked_row), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      if (!participant->retired)
        {
          GtkWidget *row = make_row (self, participant, participant_i);

          g_ptr_array_add (self->rows, row);
          adw_expander_row_add_row (ADW_EXPANDER_ROW (self->asked_row), row);
        }
    }
}

static void
show_people (NsmRoundBefore *self)
{
  NsmWorkshop *workshop = get_workshop (self);
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  g_autoptr (GPtrArray) watching = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  list_people (self);
  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      AdwActionRow *row;
      GtkWidget *toggle;

      if (participant->retired)
        continue;
      row = self->rows->pdata[n++];
      toggle = adw_action_row_get_activatable_widget (row);
      gtk_switch_set_active (GTK_SWITCH (toggle), !participant->observer);
      adw_action_row_set_subtitle (row, participant->observer
                                          ? _("Watches, and isn’t asked")
                                          : nsm_choice_get_label (NSM_TYPE_FUNCTION,
                                                                  participant->function));
      g_ptr_array_add (participant->observer ? watching : asked, participant->name);
    }
  if (asked->len > 0)
    {
      g_autofree char *names = nsm_names_dup_list (asked);

      g_string_append (text, names);
    }
  if (watching->len > 0)
    {
      g_autofree char *names = nsm_names_dup_list (watching);
      g_autofree char *watch = g_strdup_printf (ngettext ("%s watches", "%s watch", watching->len),
                                                names);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", watch);
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->asked_row), text->str);
}

/* The promise */

static void
on_privacy_toggled (GtkToggleButton *button, gpointer user_data)
{
  NsmRoundBefore *self = NSM_ROUND_BEFORE (user_data);

  if (self->loading || !gtk_toggle_button_get_active (button))
    return;
  g_object_set (get_workshop (self), "privacy",
                GTK_WIDGET (button) == self->unnamed_button ? NSM_PRIVACY_UNNAMED
                                                            : NSM_PRIVACY_NAMED,
                NULL);
}

static void
show_promise (NsmRoundBefore *self, gboolean solo)
{
  NsmWorkshop *workshop = get_workshop (self);
  gboolean unnamed = workshop->privacy == NSM_PRIVACY_UNNAMED;
  gboolean enough = nsm_workshop_count_asked (workshop) >= NSM_UNNAMED_MINIMUM;
  g_autofree char *promise =
    nsm_round_dup_promise (nsm_round_view_get_kind (self->view), workshop->privacy, solo);

  gtk_label_set_label (GTK_LABEL (self->promise_label), promise);
  gtk_widget_set_visible (self->privacy_box, !solo);
  gtk_widget_set_visible (self->fixed_label, !solo);
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (unnamed ? self->unnamed_button : self->named_button), TRUE);
  gtk_widget_set_sensitive (self->unnamed_button, enough || unnamed);
  gtk_label_set_label (GTK_LABEL (self->fixed_label),
                       enough || unnamed
                         ? _("This is fixed as soon as the round is open.")
                         : _("This is fixed as soon as the round is open. Without names it takes "
                             "at least four people."));
}

static void
on_start_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  nsm_round_view_start (NSM_ROUND_BEFORE (user_data)->view);
}

static void
nsm_round_before_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (nsm_round_before_parent_class)->dispose (object);
}

static void
nsm_round_before_finalize (GObject *object)
{
  NsmRoundBefore *self = NSM_ROUND_BEFORE (object);

  g_ptr_array_unref (self->rows);
  g_free (self->listed);

  G_OBJECT_CLASS (nsm_round_before_parent_class)->finalize (object);
}

static void
nsm_round_before_class_init (NsmRoundBeforeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_round_before_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_round_before_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/rounds/round-before.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmRoundBefore, title_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundBefore, question_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundBefore, what_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundBefore, privacy_box);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundBefore, named_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundBefore, unnamed_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundBefore, promise_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundBefore, fixed_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundBefore, asked_list);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundBefore, asked_row);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundBefore, start_button);
  gtk_widget_class_bind_template_callback (widget_class, on_privacy_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_start_clicked);
}

static void
nsm_round_before_init (NsmRoundBefore *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nsm_round_before_new (NsmRoundView *view)
{
  NsmRoundBefore *self = g_object_new (NSM_TYPE_ROUND_BEFORE, NULL);

  self->view = view;
  return GTK_WIDGET (self);
}

/**
 * nsm_round_before_dup_state:
 *
 * Returns: (transfer full): everything that the card shows, in a line
 */
char *
nsm_round_before_dup_state (NsmRoundBefore *self)
{
  NsmWorkshop *workshop = get_workshop (self);
  const char *obstacle = get_obstacle (self);
  g_autofree char *what = get_form (self)->dup_what (workshop);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "before %d %d %s %s ", (int) workshop->mode,
                          (int) workshop->privacy, what, obstacle != NULL ? obstacle : "");
  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      g_string_append_printf (text, "%s %d %d %d %s\n", NSM_RECORD (participant)->id,
                              participant->retired, participant->observer,
                              (int) participant->function, participant->name);
    }
  return g_string_free (text, FALSE);
}

/**
 * nsm_round_before_show:
 *
 * Shows what would be asked, promised, and of whom, if the round opened now.
 */
void
nsm_round_before_show (NsmRoundBefore *self)
{
  NsmWorkshop *workshop = get_workshop (self);
  const NsmRoundForm *form = get_form (self);
  gboolean solo = workshop->mode == NSM_MODE_SOLO;
  g_autofree char *what = form->dup_what (workshop);
  const char *obstacle = get_obstacle (self);

  self->loading = TRUE;
  gtk_label_set_label (GTK_LABEL (self->title_label), _(solo ? form->solo_title : form->title));
  gtk_label_set_label (GTK_LABEL (self->question_label),
                       nsm_round_get_question (nsm_round_view_get_kind (self->view)));
  gtk_label_set_label (GTK_LABEL (self->what_label), what);
  show_promise (self, solo);
  show_people (self);
  gtk_widget_set_visible (self->asked_list, !solo && self->rows->len > 0);
  gtk_button_set_label (GTK_BUTTON (self->start_button), solo ? _("_Start") : _("_Start the round"));
  gtk_widget_set_sensitive (self->start_button, obstacle == NULL);
  nsm_round_view_say (self->view, obstacle);
  self->loading = FALSE;
}
