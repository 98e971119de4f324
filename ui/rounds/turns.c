/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/turns.h"

#include "rounds/people.h"
#include "rounds/round.h"

struct _NsmTurns
{
  GObject parent_instance;

  NsmWorkshop *workshop;
  NsmRound *round;
  GPtrArray *order; /* ids, all of the roster */
  GPtrArray *skipped;
  char *chosen;
  gboolean shuffled;
};

G_DEFINE_FINAL_TYPE (NsmTurns, nsm_turns, G_TYPE_OBJECT)

static void
list_order (NsmTurns *self)
{
  g_ptr_array_set_size (self->order, 0);
  NSM_LIST_EACH (NsmRosterEntry, entry, self->round->roster)
    {
      g_ptr_array_add (self->order, g_strdup (entry->person));
    }
}

static void
shuffle_order (NsmTurns *self)
{
  for (guint i = self->order->len; i > 1; i--)
    {
      guint j = (guint) g_random_int_range (0, (int) i);
      gpointer other = self->order->pdata[j];

      self->order->pdata[j] = self->order->pdata[i - 1];
      self->order->pdata[i - 1] = other;
    }
}

static gboolean
is_skipped (NsmTurns *self, const char *person)
{
  return g_ptr_array_find_with_equal_func (self->skipped, person, g_str_equal, NULL);
}

static gboolean
is_waiting (NsmTurns *self, const char *person)
{
  return !nsm_round_has_contributed (self->round, person)
         && !nsm_workshop_has_left (self->workshop, person);
}

static void
nsm_turns_finalize (GObject *object)
{
  NsmTurns *self = NSM_TURNS (object);

  g_clear_object (&self->workshop);
  g_clear_object (&self->round);
  g_ptr_array_unref (self->order);
  g_ptr_array_unref (self->skipped);
  g_free (self->chosen);

  G_OBJECT_CLASS (nsm_turns_parent_class)->finalize (object);
}

static void
nsm_turns_class_init (NsmTurnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_turns_finalize;
}

static void
nsm_turns_init (NsmTurns *self)
{
  self->order = g_ptr_array_new_with_free_func (g_free);
  self->skipped = g_ptr_array_new_with_free_func (g_free);
}

/**
 * nsm_turns_new:
 *
 * Returns: (transfer full): the turns of @round, in the roster's order
 */
NsmTurns *
nsm_turns_new (NsmWorkshop *workshop, NsmRound *round)
{
  NsmTurns *self = g_object_new (NSM_TYPE_TURNS, NULL);

  self->workshop = g_object_ref (workshop);
  self->round = g_object_ref (round);
  list_order (self);
  return self;
}

NsmRound *
nsm_turns_get_round (NsmTurns *self)
{
  return self->round;
}

gboolean
nsm_turns_get_shuffled (NsmTurns *self)
{
  return self->shuffled;
}

/**
 * nsm_turns_set_shuffled:
 *
 * Mixes the order, or goes back to the roster's.
 */
void
nsm_turns_set_shuffled (NsmTurns *self, gboolean shuffled)
{
  if (self->shuffled == shuffled)
    return;
  self->shuffled = shuffled;
  g_clear_pointer (&self->chosen, g_free);
  list_order (self);
  if (shuffled)
    shuffle_order (self);
}

/**
 * nsm_turns_list_waiting:
 *
 * Returns: (transfer container) (element-type NsmRosterEntry): who hasn't answered and
 *   is there, in the order of their turns
 */
GPtrArray *
nsm_turns_list_waiting (NsmTurns *self)
{
  GPtrArray *waiting = g_ptr_array_new ();

  if (self->chosen != NULL && is_waiting (self, self->chosen))
    g_ptr_array_add (waiting, nsm_round_get_roster_entry (self->round, self->chosen));
  for (guint i = 0; i < self->order->len; i++)
    {
      const char *person = self->order->pdata[i];

      if (is_waiting (self, person) && !is_skipped (self, person)
          && g_strcmp0 (person, self->chosen) != 0)
        g_ptr_array_add (waiting, nsm_round_get_roster_entry (self->round, person));
    }
  for (guint i = 0; i < self->skipped->len; i++)
    {
      const char *person = self->skipped->pdata[i];

      if (is_waiting (self, person) && g_strcmp0 (person, self->chosen) != 0)
        g_ptr_array_add (waiting, nsm_round_get_roster_entry (self->round, person));
    }
  return waiting;
}

/**
 * nsm_turns_get_next:
 *
 * Returns: (transfer none) (nullable): whose turn it is; NULL once nobody is waited for
 */
NsmRosterEntry *
nsm_turns_get_next (NsmTurns *self)
{
  g_autoptr (GPtrArray) waiting = nsm_turns_list_waiting (self);

  return waiting->len > 0 ? waiting->pdata[0] : NULL;
}

/**
 * nsm_turns_choose:
 * @person: (nullable): an id of the roster; NULL: nobody is chosen
 *
 * Lets @person be the next one.
 */
void
nsm_turns_choose (NsmTurns *self, const char *person)
{
  g_free (self->chosen);
  self->chosen = g_strdup (person);
}

/**
 * nsm_turns_skip:
 *
 * Lets everybody else come before @person.
 */
void
nsm_turns_skip (NsmTurns *self, const char *person)
{
  guint position;

  if (g_strcmp0 (self->chosen, person) == 0)
    g_clear_pointer (&self->chosen, g_free);
  if (g_ptr_array_find_with_equal_func (self->skipped, person, g_str_equal, &position))
    g_ptr_array_remove_index (self->skipped, position);
  g_ptr_array_add (self->skipped, g_strdup (person));
}
