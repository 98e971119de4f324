/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "evidence/table-private.h"

static guint32
hash (const char *text, gsize length)
{
  guint64 state = length * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  for (; length >= 8; text += 8, length -= 8)
    {
      guint64 word;

      memcpy (&word, text, 8);
      state = (state ^ word) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      state ^= state >> 32;
    }
  for (; length > 0; text++, length--)
    state = (state ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  state ^= state >> 29;
  state *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);
  return (guint32) (state >> 32);
}

static void
grow_slots (NsmTableLevels *self)
{
  self->n_slots = MAX (64, self->n_slots * 2);
  g_free (self->slots);
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint32 i = 0; i < self->n; i++)
    {
      gsize slot = self->hashes[i] & (self->n_slots - 1);

      while (self->slots[slot] != 0)
        slot = (slot + 1) & (self->n_slots - 1);
      self->slots[slot] = i + 1;
    }
}

static void
append (NsmTableLevels *self, guint32 hashed, const char *text, gsize length)
{
  if (self->n == self->n_room)
    {
      self->n_room = MAX (64, self->n_room * 2);
      self->hashes = g_renew (guint32, self->hashes, self->n_room);
      self->ends = g_renew (gsize, self->ends, self->n_room);
    }
  if (self->n_bytes + length + 1 > self->n_bytes_room)
    {
      self->n_bytes_room = MAX (self->n_bytes + length + 1, self->n_bytes_room * 2);
      self->bytes = g_realloc (self->bytes, self->n_bytes_room);
    }
  if (length > 0)
    memcpy (self->bytes + self->n_bytes, text, length);
  self->n_bytes += length + 1;
  self->bytes[self->n_bytes - 1] = '\0';
  self->hashes[self->n] = hashed;
  self->ends[self->n++] = self->n_bytes;
}

/* The code of a text, from 1: the one it has, or the next. */
guint32
nsm_table_levels_add (NsmTableLevels *self, const char *text, gsize length)
{
  guint32 hashed = hash (text, length);
  gsize slot;

  if ((gsize) self->n * 2 >= self->n_slots)
    grow_slots (self);
  slot = hashed & (self->n_slots - 1);
  while (self->slots[slot] != 0)
    {
      guint32 code = self->slots[slot];
      gsize known_length;
      const char *known;

      if (self->hashes[code - 1] == hashed)
        {
          known = nsm_table_levels_get (self, code, &known_length);
          if (known_length == length && memcmp (known, text, length) == 0)
            return code;
        }
      slot = (slot + 1) & (self->n_slots - 1);
    }
  append (self, hashed, text, length);
  self->slots[slot] = self->n;
  return self->n;
}

const char *
nsm_table_levels_get (NsmTableLevels *self, guint32 code, gsize *length)
{
  gsize start = code > 1 ? self->ends[code - 2] : 0;

  *length = self->ends[code - 1] - start - 1;
  return self->bytes + start;
}

gsize
nsm_table_levels_get_memory (NsmTableLevels *self)
{
  return self->n_slots * sizeof (guint32) + self->n_room * (sizeof (guint32) + sizeof (gsize)) +
         self->n_bytes_room;
}

void
nsm_table_levels_clear (NsmTableLevels *self)
{
  g_free (self->slots);
  g_free (self->hashes);
  g_free (self->ends);
  g_free (self->bytes);
  *self = (NsmTableLevels){ 0 };
}
