/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/room-view.h"

#include <glib/gi18n-lib.h>

#include "method/step.h"
#include "room/clock.h"
#include "room/header.h"
#include "room/people.h"
#include "room/scaler.h"
#include "rounds/form.h"
#include "rounds/round.h"
#include "rounds/scene.h"
#include "scoring/discuss.h"
#include "scoring/reveal.h"

#define BREATH 1500 /* ms in which a question stands alone before its answers */

struct _NsmRoomView
{
  AdwBin parent_instance;

  NsmDocument *document;
  NsmWorkshop *workshop; /* whose changes are followed */
  NsmScene *scene;
  guint place;
  guint refresh_id;
  guint breath_id;
  char *awaited; /* id of the round that was last seen before its answers were open */
  char *result;  /* id of the round whose answers are shown */
  char *cell;    /* the disagreement that is shown */

  GtkStack *stack;
  NsmRoomHeader *ask_header;
  NsmRoomHeader *result_header;
  NsmRoomHeader *discuss_header;
  GtkLabel *question;
  GtkLabel *explanation;
  NsmRoomClock *clock;
  GtkWidget *words_box;
  GtkLabel *words;
  NsmRoomPeople *people;
  GtkLabel *breath;
  GtkLabel *asked; /* the question, above its answers */
  AdwBin *result_bin;
  AdwBin *discuss_bin;
};

G_DEFINE_FINAL_TYPE (NsmRoomView, nsm_room_view, ADW_TYPE_BIN)

/* The round that the room is to see: the one on the scene, else one that waits for
 * answers or for its reveal in the step that is shown. */
static NsmRound *
find_round (NsmRoomView *self)
{
  const char *id = nsm_scene_get_round (self->scene);
  NsmRecord *record = id != NULL ? nsm_record_find (NSM_RECORD (self->workshop), id) : NULL;
  NsmRound *found = NULL;

  if (record != NULL && NSM_IS_ROUND (record) && !NSM_ROUND (record)->direct)
    return NSM_ROUND (record);
  NSM_LIST_EACH (NsmRound, round, self->workshop->rounds)
    {
      if (!round->direct && round->state != NSM_ROUND_STATE_REVEALED &&
          nsm_round_kind_get_step (round->kind) == self->place)
        found = round;
    }
  return found;
}

/* Before the answers */

static void
show_headers (NsmRoomView *self, NsmRound *round)
{
  NsmRoomHeader *headers[] = { self->ask_header, self->result_header, self->discuss_header };
  g_autofree char *where = NULL;

  if (round != NULL)
    /* Translators: a step, and the number of a round: "Scoring · round 1" */
    where = g_strdup_printf (_("%s · round %d"), nsm_step_get_title (nsm_round_kind_get_step (round->kind)),
                             (int) round->number);
  else if (self->place < NSM_N_STEPS)
    where = g_strdup (nsm_step_get_title ((NsmStep) self->place));
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    nsm_room_header_show (headers[i], self->workshop, where);
}

/* Beside the closing words the question steps back. */
static void
set_beside (NsmRoomView *self, gboolean beside)
{
  gtk_widget_set_visible (self->words_box, beside);
  if (beside)
    gtk_widget_add_css_class (GTK_WIDGET (self->question), "beside");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->question), "beside");
}

static void
show_ask (NsmRoomView *self, const char *question, const char *explanation)
{
  gtk_label_set_label (self->question, question);
  gtk_label_set_label (self->explanation, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->explanation), explanation[0] != '\0');
}

static void
show_idle (NsmRoomView *self)
{
  if (self->place < NSM_N_STEPS)
    show_ask (self, nsm_step_get_question ((NsmStep) self->place),
              nsm_step_get_purpose ((NsmStep) self->place));
  else
    show_ask (self, self->workshop->title, "");
  gtk_widget_set_visible (GTK_WIDGET (self->people), FALSE);
  set_beside (self, FALSE);
}

static void
show_round (NsmRoomView *self, NsmRound *round)
{
  gboolean closed = round->state == NSM_ROUND_STATE_CLOSED;

  show_ask (self, round->question,
            closed ? _("The round is closed. Nobody can add to it or change it.")
                   : _("Answer alone. We look at it together when everybody is in."));
  gtk_label_set_label (self->words, closed ? round->chain_words : "");
  set_beside (self, closed);
  nsm_room_people_show (self->people, self->workshop, round, nsm_scene_get_holder (self->scene));
  gtk_widget_set_visible (GTK_WIDGET (self->people), TRUE);
  g_free (self->awaited);
  self->awaited = g_strdup (NSM_RECORD (round)->id);
}

/* The answers */

static void
drop_answers (NsmRoomView *self)
{
  g_clear_handle_id (&self->breath_id, g_source_remove);
  adw_bin_set_child (self->result_bin, NULL);
  adw_bin_set_child (self->discuss_bin, NULL);
  g_clear_pointer (&self->result, g_free);
  g_clear_pointer (&self->cell, g_free);
}

/* Nobody in the room can scroll: what is shown is shown whole, and smaller if it must. */
static GtkWidget *
make_whole (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (widget), GTK_POLICY_NEVER,
                                    GTK_POLICY_NEVER);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    make_whole (child);
  return widget;
}

static GtkWidget *
make_result (NsmRoomView *self, NsmRound *round)
{
  const NsmRoundForm *form = nsm_round_form_get (round->kind);

  if (form->make_result != NULL)
    {
      GtkWidget *result = form->make_result (self->document, round, TRUE);

      gtk_widget_add_css_class (result, "room-answers");
      gtk_widget_set_valign (result, GTK_ALIGN_START);
      gtk_widget_set_vexpand (result, TRUE);
      return make_whole (result);
    }
  return make_whole (nsm_reveal_new_for_room (self->document, round));
}

static gboolean
on_breath_over (gpointer data)
{
  NsmRoomView *self = data;

  self->breath_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "result");
  return G_SOURCE_REMOVE;
}

static gboolean
wants_motion (NsmRoomView *self)
{
  gboolean motion;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &motion,
                NULL);
  return motion;
}

static const char *
show_answers (NsmRoomView *self, NsmRound *round)
{
  const char *id = NSM_RECORD (round)->id;
  gboolean awaited = g_strcmp0 (self->awaited, id) == 0;

  if (g_strcmp0 (self->result, id) != 0)
    {
      drop_answers (self);
      self->result = g_strdup (id);
      adw_bin_set_child (self->result_bin, make_result (self, round));
      /* The map of scores takes its breath itself. */
      if (awaited && wants_motion (self) && round->kind != NSM_ROUND_KIND_SCORES)
        {
          gtk_label_set_label (self->breath, round->question);
          self->breath_id = g_timeout_add (BREATH, on_breath_over, self);
        }
    }
  if (awaited)
    g_clear_pointer (&self->awaited, g_free);
  return self->breath_id != 0 ? "breath" : "result";
}

static const char *
show_cell (NsmRoomView *self, NsmRound *round)
{
  const char *candidate = nsm_scene_get_candidate (self->scene);
  const char *criterion = nsm_scene_get_criterion (self->scene);
  g_autofree char *cell = g_strjoin (" ", NSM_RECORD (round)->id, candidate, criterion, NULL);

  if (g_strcmp0 (self->cell, cell) != 0)
    {
      GtkWidget *discuss =
        nsm_discuss_new_for_room (self->document, round, candidate, criterion);

      g_free (self->cell);
      self->cell = g_steal_pointer (&cell);
      adw_bin_set_child (self->discuss_bin, discuss != NULL ? make_whole (discuss) : NULL);
    }
  /* Where there is nothing to talk about, the map stays. */
  return adw_bin_get_child (self->discuss_bin) != NULL ? "discuss" : "result";
}

/* Keeping up */

static void
refresh (NsmRoomView *self)
{
  NsmRound *round = find_round (self);
  const char *state = "ask";

  show_headers (self, round);
  if (round == NULL || !nsm_round_is_readable (round))
    drop_answers (self);
  if (round == NULL)
    show_idle (self);
  else if (!nsm_round_is_readable (round))
    show_round (self, round);
  else
    {
      state = show_answers (self, round);
      if (round->kind == NSM_ROUND_KIND_SCORES && nsm_scene_get_candidate (self->scene) != NULL &&
          nsm_scene_get_criterion (self->scene) != NULL)
        state = show_cell (self, round);
    }
  /* The map of scores has a headline of its own. */
  gtk_label_set_label (self->asked, round != NULL ? round->question : "");
  gtk_widget_set_visible (GTK_WIDGET (self->asked),
                          round != NULL && round->kind != NSM_ROUND_KIND_SCORES);
  gtk_stack_set_visible_child_name (self->stack, state);
}

static gboolean
refresh_now (gpointer data)
{
  NsmRoomView *self = data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
queue_refresh (NsmRoomView *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_now, self, NULL);
}

static void
on_workshop_replaced (NsmRoomView *self)
{
  if (self->workshop != NULL)
    g_signal_handlers_disconnect_by_data (self->workshop, self);
  drop_answers (self);
  g_set_object (&self->workshop, nsm_document_get_workshop (self->document));
  g_signal_connect_object (self->workshop, "changed", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  queue_refresh (self);
}

static void
nsm_room_view_dispose (GObject *object)
{
  NsmRoomView *self = NSM_ROOM_VIEW (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->breath_id, g_source_remove);
  g_clear_object (&self->workshop);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (nsm_room_view_parent_class)->dispose (object);
}

static void
nsm_room_view_finalize (GObject *object)
{
  NsmRoomView *self = NSM_ROOM_VIEW (object);

  g_free (self->awaited);
  g_free (self->result);
  g_free (self->cell);
  G_OBJECT_CLASS (nsm_room_view_parent_class)->finalize (object);
}

static void
nsm_room_view_class_init (NsmRoomViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_room_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_room_view_finalize;

  g_type_ensure (NSM_TYPE_ROOM_SCALER);
  g_type_ensure (NSM_TYPE_ROOM_HEADER);
  g_type_ensure (NSM_TYPE_ROOM_CLOCK);
  g_type_ensure (NSM_TYPE_ROOM_PEOPLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/room/room-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, stack);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, ask_header);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, result_header);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, discuss_header);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, question);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, explanation);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, clock);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, words_box);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, words);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, people);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, breath);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, asked);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, result_bin);
  gtk_widget_class_bind_template_child (widget_class, NsmRoomView, discuss_bin);
}

static void
nsm_room_view_init (NsmRoomView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nsm_room_view_new (NsmDocument *document, NsmTimer *timer)
{
  NsmRoomView *self = g_object_new (NSM_TYPE_ROOM_VIEW, NULL);

  self->document = g_object_ref (document);
  self->scene = nsm_scene_get (document);
  nsm_room_clock_set_timer (self->clock, timer);
  g_signal_connect_object (self->scene, "notify", G_CALLBACK (queue_refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::workshop", G_CALLBACK (on_workshop_replaced), self,
                           G_CONNECT_SWAPPED);
  on_workshop_replaced (self);
  return GTK_WIDGET (self);
}

/**
 * nsm_room_view_set_place:
 * @place: the step that the facilitator looks at, or beyond the last one
 */
void
nsm_room_view_set_place (NsmRoomView *self, guint place)
{
  if (self->place == place)
    return;
  self->place = place;
  queue_refresh (self);
}

/**
 * nsm_room_view_get_state:
 *
 * Returns: (transfer none): "ask", "breath", "result" or "discuss"
 */
const char *
nsm_room_view_get_state (NsmRoomView *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}
