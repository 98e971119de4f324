/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/moments-ballot.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "kit/names.h"
#include "rounds/round.h"

/* A thing that is ranked, where its row stands. */
typedef struct
{
  NsmSubject *subject;
  gboolean out; /* "can't say" */
} Place;

struct _NsmMomentsBallot
{
  NsmBallot parent_instance;

  GArray *places; /* Place: those that are ranked first, then those left out */
  gboolean begun; /* whether the person had a hand in it */
  gboolean loading;
  GtkWidget *list;
  GtkWidget *agree_button;
};

G_DEFINE_FINAL_TYPE (NsmMomentsBallot, nsm_moments_ballot, NSM_TYPE_BALLOT)

static Place *
get_place (NsmMomentsBallot *self, guint position)
{
  return &g_array_index (self->places, Place, position);
}

static guint
count_ranked (NsmMomentsBallot *self)
{
  guint n = 0;

  for (guint i = 0; i < self->places->len; i++)
    n += get_place (self, i)->out ? 0 : 1;
  return n;
}

static GtkWidget *
get_row (NsmMomentsBallot *self, guint position)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) position));
}

static void
update_way_on (NsmMomentsBallot *self)
{
  gtk_widget_set_visible (self->agree_button, !self->begun);
  nsm_ballot_set_way_on (NSM_BALLOT (self), FALSE, FALSE, self->begun,
                         _("Drag, or Alt with up and down, or a number for the place · 0: can’t say"));
}

/* Rows */

static void
on_out_toggled (GtkToggleButton *button, gpointer user_data)
{
  NsmMomentsBallot *self = NSM_MOMENTS_BALLOT (user_data);
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  if (!self->loading && row != NULL)
    nsm_moments_ballot_leave_out (self, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)),
                                  gtk_toggle_button_get_active (button));
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x G_GNUC_UNUSED, double y G_GNUC_UNUSED,
                 gpointer user_data G_GNUC_UNUSED)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));

  return gdk_content_provider_new_typed (GTK_TYPE_LIST_BOX_ROW, row);
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, 24, 24);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x G_GNUC_UNUSED,
         double y G_GNUC_UNUSED, gpointer user_data)
{
  NsmMomentsBallot *self = NSM_MOMENTS_BALLOT (user_data);
  GtkWidget *onto = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  GtkWidget *row = g_value_get_object (value);

  if (row == NULL || row == onto || gtk_widget_get_parent (row) != self->list)
    return FALSE;
  nsm_moments_ballot_move (self, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)),
                           (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (onto)));
  return TRUE;
}

static GtkWidget *
make_row (NsmMomentsBallot *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *out = gtk_toggle_button_new_with_label (_("Can’t say"));
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LIST_BOX_ROW, GDK_ACTION_MOVE);

  gtk_widget_add_css_class (number, "rank-number");
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "text-card-text");
  gtk_widget_add_css_class (out, "flat");
  gtk_widget_add_css_class (out, "ballot-abstain");
  gtk_widget_set_valign (out, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "rank-row");
  gtk_box_append (GTK_BOX (box), handle);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), out);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_signal_connect_object (out, "toggled", G_CALLBACK (on_out_toggled), self, 0);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  return row;
}

static void
show_place (NsmMomentsBallot *self, guint position)
{
  const Place *place = get_place (self, position);
  GtkWidget *row = get_row (self, position);
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *number = gtk_widget_get_next_sibling (gtk_widget_get_first_child (box));
  GtkWidget *title = gtk_widget_get_next_sibling (number);
  GtkWidget *out = gtk_widget_get_next_sibling (title);
  g_autofree char *digits = g_strdup_printf ("%u", position + 1);
  g_autofree char *name = NULL;
  /* Translators: what a button says, and about which moment */
  g_autofree char *out_name = g_strdup_printf (_("%s: %s"), _("Can’t say"), place->subject->title);

  gtk_label_set_label (GTK_LABEL (number), place->out ? "–" : digits);
  gtk_label_set_label (GTK_LABEL (title), place->subject->title);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (out), place->out);
  name = place->out ? g_strdup_printf (_("%s: can’t say"), place->subject->title)
                    /* Translators: a value moment, its place, the number of places */
                    : g_strdup_printf (_("%s: place %u of %u"), place->subject->title, position + 1,
                                       count_ranked (self));
  nsm_widget_set_name_for_readers (row, name);
  nsm_widget_set_name_for_readers (out, out_name);
}

static void
show_places (NsmMomentsBallot *self)
{
  self->loading = TRUE;
  for (guint i = 0; i < self->places->len; i++)
    show_place (self, i);
  self->loading = FALSE;
}

static void
touch (NsmMomentsBallot *self, guint focus)
{
  self->begun = TRUE;
  show_places (self);
  update_way_on (self);
  gtk_widget_grab_focus (get_row (self, focus));
  nsm_ballot_emit_changed (NSM_BALLOT (self));
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller G_GNUC_UNUSED, guint keyval,
                guint keycode G_GNUC_UNUSED, GdkModifierType state, gpointer user_data)
{
  NsmMomentsBallot *self = NSM_MOMENTS_BALLOT (user_data);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus == NULL || GTK_IS_LIST_BOX_ROW (focus)
                     ? focus
                     : gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  gunichar digit = gdk_keyval_to_unicode (keyval);
  guint position;

  if (row == NULL || gtk_widget_get_parent (row) != self->list)
    return FALSE;
  position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  if ((state & GDK_ALT_MASK) != 0 && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    {
      if (keyval == GDK_KEY_Down)
        nsm_moments_ballot_move (self, position, position + 1);
      else if (position > 0)
        nsm_moments_ballot_move (self, position, position - 1);
      return TRUE;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (digit == '0')
    nsm_moments_ballot_leave_out (self, position, !get_place (self, position)->out);
  else if (digit >= '1' && digit <= '9')
    nsm_moments_ballot_move (self, position, digit - '1');
  else
    return FALSE;
  return TRUE;
}

/* The ballot */

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Place *x = a, *y = b;
  NsmEntry *ex = nsm_answer_find_entry (user_data, x->subject->subject, "");
  NsmEntry *ey = nsm_answer_find_entry (user_data, y->subject->subject, "");
  double mx = ex != NULL && !isnan (ex->mark) ? ex->mark : G_MAXDOUBLE;
  double my = ey != NULL && !isnan (ey->mark) ? ey->mark : G_MAXDOUBLE;

  return mx < my ? -1 : mx > my;
}

static void
read_earlier (NsmMomentsBallot *self, NsmAnswer *earlier)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = get_place (self, i);
      NsmEntry *entry = nsm_answer_find_entry (earlier, place->subject->subject, "");

      place->out = entry != NULL && entry->abstained;
    }
  g_array_sort_with_data (self->places, compare_places, earlier);
  self->begun = nsm_list_get_size (earlier->entries) > 0;
}

static void
nsm_moments_ballot_ask (NsmBallot *ballot, NsmAnswer *earlier)
{
  NsmMomentsBallot *self = NSM_MOMENTS_BALLOT (ballot);
  NsmRound *round = nsm_ballot_get_round (ballot);
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource (NSM_RESOURCE_BASE "/rounds/moments-ballot.ui");
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "question_label")),
                       round->question);
  self->list = GTK_WIDGET (gtk_builder_get_object (builder, "list"));
  self->agree_button = GTK_WIDGET (gtk_builder_get_object (builder, "agree_button"));
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      Place place = { .subject = subject };

      g_array_append_val (self->places, place);
      gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self));
    }
  if (earlier != NULL)
    read_earlier (self, earlier);
  g_signal_connect_object (self->agree_button, "clicked", G_CALLBACK (nsm_moments_ballot_agree),
                           self, G_CONNECT_SWAPPED);
  nsm_ballot_set_body (ballot, GTK_WIDGET (gtk_builder_get_object (builder, "body")));
  nsm_ballot_set_parts (ballot, 1);
  show_places (self);
  update_way_on (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
nsm_moments_ballot_read (NsmBallot *ballot, NsmAnswer *answer)
{
  NsmMomentsBallot *self = NSM_MOMENTS_BALLOT (ballot);

  nsm_list_clear (answer->entries);
  for (guint i = 0; i < self->places->len && self->begun; i++)
    {
      const Place *place = get_place (self, i);

      nsm_list_append_new (answer->entries, "subject", place->subject->subject, "mark",
                           place->out ? NAN : i + 1.0, "abstained", place->out, NULL);
    }
}

static void
nsm_moments_ballot_step (NsmBallot *ballot G_GNUC_UNUSED, int direction G_GNUC_UNUSED)
{
  /* There is only one part. */
}

static gboolean
nsm_moments_ballot_is_begun (NsmBallot *ballot)
{
  return NSM_MOMENTS_BALLOT (ballot)->begun;
}

static gboolean
nsm_moments_ballot_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (get_row (NSM_MOMENTS_BALLOT (widget), 0));
}

static void
nsm_moments_ballot_finalize (GObject *object)
{
  NsmMomentsBallot *self = NSM_MOMENTS_BALLOT (object);

  /* The order goes with the widget. */
  explicit_bzero (self->places->data, self->places->len * sizeof (Place));
  g_array_unref (self->places);

  G_OBJECT_CLASS (nsm_moments_ballot_parent_class)->finalize (object);
}

static void
nsm_moments_ballot_class_init (NsmMomentsBallotClass *klass)
{
  NsmBallotClass *ballot_class = NSM_BALLOT_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsm_moments_ballot_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = nsm_moments_ballot_grab_focus;
  ballot_class->ask = nsm_moments_ballot_ask;
  ballot_class->read = nsm_moments_ballot_read;
  ballot_class->step = nsm_moments_ballot_step;
  ballot_class->is_begun = nsm_moments_ballot_is_begun;
}

static void
nsm_moments_ballot_init (NsmMomentsBallot *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
}

/**
 * nsm_moments_ballot_move:
 * @to: the place it gets, from 0; beyond the last ranked one is the last ranked one
 *
 * Does what dragging the row does; one that was left out is ranked again.
 */
void
nsm_moments_ballot_move (NsmMomentsBallot *self, guint from, guint to)
{
  Place place = *get_place (self, from);
  guint n = count_ranked (self) + (place.out ? 1 : 0);

  place.out = FALSE;
  to = MIN (to, n - 1);
  g_array_remove_index (self->places, from);
  g_array_insert_val (self->places, to, place);
  touch (self, to);
}

/**
 * nsm_moments_ballot_leave_out:
 * @out: whether the person can't say where it belongs
 *
 * What is left out goes below the ranked ones; back in, it is the last of them.
 */
void
nsm_moments_ballot_leave_out (NsmMomentsBallot *self, guint position, gboolean out)
{
  Place place = *get_place (self, position);
  guint to;

  if (place.out == out)
    return;
  place.out = out;
  g_array_remove_index (self->places, position);
  to = count_ranked (self);
  g_array_insert_val (self->places, to, place);
  touch (self, out ? MIN (position, self->places->len - 1) : to);
}

/**
 * nsm_moments_ballot_get_subject:
 *
 * Returns: (transfer none): the id of what stands at @position, from 0
 */
const char *
nsm_moments_ballot_get_subject (NsmMomentsBallot *self, guint position)
{
  return get_place (self, position)->subject->subject;
}

/**
 * nsm_moments_ballot_agree:
 *
 * The order in which they happen to stand is the person's own.
 */
void
nsm_moments_ballot_agree (NsmMomentsBallot *self)
{
  touch (self, 0);
}
