/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "rounds/private.h"

/* The place of an entry in what was asked. */
static guint
get_place (NsmRound *self, NsmEntry *entry)
{
  guint n = nsm_list_get_size (self->aspects);
  guint place = 0;

  for (guint i = 0; i < nsm_list_get_size (self->subjects); i++)
    if (strcmp (((NsmSubject *) nsm_list_get (self->subjects, i))->subject, entry->subject) == 0)
      place = i * (n + 1);
  for (guint i = 0; i < n; i++)
    if (strcmp (((NsmAspect *) nsm_list_get (self->aspects, i))->aspect, entry->aspect) == 0)
      place += i;
  return place;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer self)
{
  guint first = get_place (self, *(NsmEntry *const *) a);
  guint second = get_place (self, *(NsmEntry *const *) b);

  return (first > second) - (first < second);
}

/* What @answer says, and nothing else that came with it: each ballot is filled in
 * in an order of its own, and a changed program could add members of its own. */
static NsmAnswer *
make_nameless (NsmRound *self, NsmAnswer *answer)
{
  NsmAnswer *nameless = g_object_new (NSM_TYPE_ANSWER, NULL);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  guint8 bytes[5];
  g_autofree char *id = NULL;

  NSM_LIST_EACH (NsmEntry, entry, answer->entries)
    {
      g_ptr_array_add (entries, entry);
    }
  g_ptr_array_sort_with_data (entries, compare_places, self);
  randombytes_buf (bytes, sizeof bytes);
  id = nsm_base32_dup (bytes, sizeof bytes);
  for (char *c = id; *c != '\0'; c++)
    *c = g_ascii_tolower (*c);
  g_object_set (nameless, "person", id, NULL);
  for (guint i = 0; i < entries->len; i++)
    {
      NsmEntry *entry = entries->pdata[i];

      nsm_list_append_new (nameless->entries, "subject", entry->subject, "aspect", entry->aspect,
                           "choice", entry->choice, "mark", entry->mark, "abstained",
                           entry->abstained, "text", entry->text, "confidence", entry->confidence,
                           NULL);
    }
  return nameless;
}

/* Without names: random ids in random order, and nothing is left that could be
 * laid beside an answer. How long somebody took could be: of the times only the
 * day stays. */
void
nsm_round_take_names_away (NsmRound *self, GPtrArray *answers)
{
  for (guint i = answers->len; i > 1; i--)
    {
      guint j = randombytes_uniform (i);
      gpointer other = answers->pdata[j];

      answers->pdata[j] = answers->pdata[i - 1];
      answers->pdata[i - 1] = other;
    }
  for (guint i = 0; i < answers->len; i++)
    {
      NsmAnswer *named = answers->pdata[i];

      answers->pdata[i] = make_nameless (self, named);
      g_object_unref (named);
    }
  NSM_LIST_EACH (NsmContribution, contribution, self->contributions)
    {
      g_autofree char *day = g_strndup (contribution->cast_at, strlen ("YYYY-MM-DD"));

      g_object_set (contribution, "sealed", "", "signer", "", "signature", "", "cast-at", day, NULL);
    }
}
