/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/person-mark.h"
#include "rounds/people.h"
#include "scoring/score-cell.h"

static void
voice_free (gpointer data)
{
  NsmVoice *voice = data;

  g_free (voice->person);
  g_free (voice->name);
  g_free (voice->letter);
  g_free (voice->text);
  g_free (voice);
}

static int
compare_voices (gconstpointer a, gconstpointer b)
{
  const NsmVoice *one = *(NsmVoice *const *) a;
  const NsmVoice *other = *(NsmVoice *const *) b;

  /* Abstentions last; of the same mark, the roster's order. */
  if (isnan (one->mark) || isnan (other->mark))
    return (isnan (one->mark) ? 1 : 0) - (isnan (other->mark) ? 1 : 0);
  if (one->mark < other->mark)
    return -1;
  if (one->mark > other->mark)
    return 1;
  return one->position < other->position ? -1 : one->position > other->position;
}

/**
 * nsm_voices_collect:
 *
 * Returns: (transfer full) (element-type NsmVoice): what was said about one cell, from
 *   the lowest mark to the highest, then who abstained; without names and in no
 *   other order where the round has none
 */
GPtrArray *
nsm_voices_collect (NsmWorkshop *workshop, NsmScores *scores, guint candidate, guint criterion)
{
  GPtrArray *voices = g_ptr_array_new_with_free_func (voice_free);
  NsmRound *round = nsm_scores_get_round (scores);
  gboolean named = nsm_round_shows_people (round);

  for (guint i = 0; i < nsm_scores_get_n_people (scores); i++)
    {
      NsmEntry *entry = nsm_scores_get_entry (scores, i, candidate, criterion);
      const char *person = nsm_scores_get_person_id (scores, i);
      NsmVoice *voice;

      if (entry == NULL || (isnan (entry->mark) && !entry->abstained))
        continue;
      voice = g_new0 (NsmVoice, 1);
      voice->person = g_strdup (named ? person : "");
      voice->name = named ? nsm_round_dup_person_name (round, person) : g_strdup ("");
      voice->letter = named ? nsm_person_mark_dup_letter (voice->name) : g_strdup ("");
      voice->position = named ? nsm_round_get_person_position (workshop, round, person) : 0;
      voice->mark = nsm_scores_get_mark (scores, i, candidate, criterion);
      voice->text = g_strdup (entry->text);
      voice->confidence = entry->confidence;
      g_ptr_array_add (voices, voice);
    }
  g_ptr_array_sort (voices, compare_voices);
  return voices;
}

/**
 * nsm_voices_dup_sentence:
 *
 * Returns: (transfer full): all marks in words: "Amara 1, Mei 4, Jonas abstains", or
 *   "1, 4, one abstains" where there are no names
 */
char *
nsm_voices_dup_sentence (GPtrArray *voices)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < voices->len; i++)
    {
      const NsmVoice *voice = g_ptr_array_index (voices, i);
      const char *name = voice->name;

      if (i > 0)
        g_string_append (text, _(", "));
      if (isnan (voice->mark) && name[0] == '\0')
        g_string_append (text, _("somebody abstains"));
      else if (isnan (voice->mark))
        g_string_append_printf (text, _("%s abstains"), name);
      else if (name[0] == '\0')
        g_string_append_printf (text, "%d", (int) voice->mark);
      else
        /* Translators: a person's name and the mark they gave */
        g_string_append_printf (text, _("%s %d"), name, (int) voice->mark);
    }
  return g_string_free (text, FALSE);
}
