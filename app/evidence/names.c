/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/names.h"

#include <string.h>

/* Words that say nothing about which candidate it is, with their stems. */
static const char *const stop_words[] = {
  "the", "of", "a", "an", "per", "each", "every", "number", "count", "total", "n", "num", "cnt",
  "nr", "no", "at", "least", "more", "or", "and", "with", "in", "by", "for", "who", "that", "to",
  "on", "from", "sum", "avg", "average", "mean", "median", "share", "rate", "amount", "qty", "all",
  "their", "one", "two", "three", "first", "last", "day", "daily", "week", "weekly", "month",
  "monthly", "quarter", "quarterly", "year", "hour", "is", "has", "had", "did", "was", "der", "die",
  "das", "den", "anzahl", "zahl", "pro", "je", "mit", "und", "oder", "von", "vom", "mindestens",
  "tag", "tage", "woche", "monat", "monate", "erste", "ersten", "le", "la", "les", "de", "du",
  "des", "par", "nombre", "el", "los", "las", "por", "numero", "y", "et", "m", "w", "d",
};

/* Whom the rows are about: in every second name, so they weigh little. */
static const char *const weak_words[] = {
  "user", "customer", "client", "account", "team", "member", "person", "people", "company",
  "subscriber", "active", "kunde", "nutzer", "konto", "usuario", "cliente", "new", "event",
};

/* Where the word ends: at anything but letters and digits, and before a capital that follows
 * a small letter. */
static gboolean
begins_word (gunichar before, gunichar here)
{
  return g_unichar_islower (before) && g_unichar_isupper (here);
}

/**
 * nsm_name_split:
 *
 * Returns: (transfer full) (element-type utf8): the words of @name in lower case: of
 *   "firstProjects_d90 (EUR)" "first", "projects", "d90" and "eur"
 */
GPtrArray *
nsm_name_split (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autoptr (GString) word = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = composed; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar here = g_utf8_get_char (p);

      if ((!g_unichar_isalnum (here) || begins_word (before, here)) && word->len > 0)
        {
          g_ptr_array_add (words, g_strdup (word->str));
          g_string_truncate (word, 0);
        }
      if (g_unichar_isalnum (here))
        g_string_append_unichar (word, g_unichar_tolower (here));
      before = here;
    }
  if (word->len > 0)
    g_ptr_array_add (words, g_strdup (word->str));
  return words;
}

static gboolean
cut (char *word, const char *suffix, gsize least)
{
  gsize length = strlen (word);
  gsize cut_off = strlen (suffix);

  if (length < least + cut_off || !g_str_has_suffix (word, suffix))
    return FALSE;
  word[length - cut_off] = '\0';
  return TRUE;
}

/* Plurals and tenses: "completed", "completing", "completes" → "complet"; "stories" → "stori". */
static char *
dup_stem (const char *word)
{
  char *stem = g_strdup (word);
  gsize length;

  if (!cut (stem, "ing", 3) && !cut (stem, "ed", 3) && !cut (stem, "es", 3) &&
      !cut (stem, "en", 4) && !cut (stem, "s", 3))
    cut (stem, "e", 3);
  length = strlen (stem);
  if (length > 3 && stem[length - 1] == 'y')
    stem[length - 1] = 'i';
  if (length > 3 && stem[length - 1] == stem[length - 2] && g_ascii_isalpha (stem[length - 1]))
    stem[length - 1] = '\0';
  return stem;
}

typedef struct
{
  char *stem;
  double weight;
  gboolean taken;
} Word;

static void
clear_word (gpointer data)
{
  g_free (((Word *) data)->stem);
}

/* Words that hardly count, or their stems: made once, for a file may have ten
 * thousand columns. */
static GHashTable *
get_light_words (gboolean weak)
{
  static GHashTable *light[2];

  if (g_once_init_enter (&light[weak]))
    {
      /* Two words may have one stem. */
      GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, weak ? g_free : NULL, NULL);

      for (guint i = 0; weak && i < G_N_ELEMENTS (weak_words); i++)
        g_hash_table_add (made, dup_stem (weak_words[i]));
      for (guint i = 0; !weak && i < G_N_ELEMENTS (stop_words); i++)
        g_hash_table_add (made, (gpointer) stop_words[i]);
      g_once_init_leave (&light[weak], made);
    }
  return light[weak];
}

static GArray *
weigh (GPtrArray *words)
{
  GArray *weighed = g_array_new (FALSE, TRUE, sizeof (Word));

  g_array_set_clear_func (weighed, clear_word);
  for (guint i = 0; i < words->len; i++)
    {
      Word word = { dup_stem (words->pdata[i]), 1, FALSE };

      if (g_hash_table_contains (get_light_words (FALSE), words->pdata[i]))
        word.weight = 0.05;
      else if (g_ascii_isdigit (word.stem[0]))
        word.weight = 0.3;
      else if (g_hash_table_contains (get_light_words (TRUE), word.stem))
        word.weight = 0.35;
      g_array_append_val (weighed, word);
    }
  return weighed;
}

/* 1: the same; less where one is the other shortened ("proj", "project"). */
static double
compare_stems (const char *a, const char *b)
{
  gsize short_length = MIN (strlen (a), strlen (b));

  if (strcmp (a, b) == 0)
    return 1;
  return short_length >= 4 && strncmp (a, b, short_length) == 0 ? 0.8 : 0;
}

static double
sum_weights (GArray *words)
{
  double sum = 0;

  for (guint i = 0; i < words->len; i++)
    sum += g_array_index (words, Word, i).weight;
  return sum;
}

/* "sign-ups" of the one against "signups" of the other. */
static double
match_joined (GArray *parts, GArray *wholes)
{
  double common = 0;

  for (guint i = 0; i + 1 < parts->len; i++)
    {
      Word *left = &g_array_index (parts, Word, i);
      Word *right = &g_array_index (parts, Word, i + 1);
      g_autofree char *joined = g_strconcat (left->stem, right->stem, NULL);

      for (guint k = 0; k < wholes->len; k++)
        {
          Word *whole = &g_array_index (wholes, Word, k);

          if (left->taken || right->taken || whole->taken || strcmp (joined, whole->stem) != 0)
            continue;
          left->taken = right->taken = whole->taken = TRUE;
          common += left->weight + right->weight + whole->weight;
        }
    }
  return common;
}

/* "mau" and "Monthly active users". */
static gboolean
is_initials (GPtrArray *one, GPtrArray *many)
{
  g_autoptr (GString) initials = g_string_new (NULL);

  for (guint i = 0; i < many->len; i++)
    g_string_append_unichar (initials, g_utf8_get_char (many->pdata[i]));
  if (many->len < 3)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    if (strcmp (one->pdata[i], initials->str) == 0)
      return TRUE;
  return FALSE;
}

/**
 * nsm_name_compare:
 * @column: the words of a column's name
 * @candidate: the words of a candidate's name
 *
 * Returns: from 0, nothing in common, to 1, the same words; words that stand in every name
 *   hardly count
 */
double
nsm_name_compare (GPtrArray *column, GPtrArray *candidate)
{
  g_autoptr (GArray) ours = weigh (column);
  g_autoptr (GArray) theirs = weigh (candidate);
  double all = sum_weights (ours) + sum_weights (theirs);
  double common = 0;
  double strong = 0;

  if (column->len == 0 || candidate->len == 0)
    return 0;
  if (is_initials (column, candidate) || is_initials (candidate, column))
    return 0.95;
  for (guint i = 0; i < ours->len; i++)
    for (guint k = 0; k < theirs->len; k++)
      {
        Word *our = &g_array_index (ours, Word, i);
        Word *their = &g_array_index (theirs, Word, k);
        double same = our->taken || their->taken ? 0 : compare_stems (our->stem, their->stem);

        if (same == 0)
          continue;
        our->taken = their->taken = TRUE;
        common += same * (our->weight + their->weight);
        strong = MAX (strong, our->weight);
      }
  for (guint turn = 0; turn < 2; turn++)
    {
      double joined = turn == 0 ? match_joined (ours, theirs) : match_joined (theirs, ours);

      common += joined;
      strong = MAX (strong, joined > 0 ? 1 : 0);
    }
  /* A number or "of" in common is nothing in common, unless it is all there is. */
  if (strong < 0.3 && common < 0.99 * all)
    return 0;
  return CLAMP (common / all, 0, 1);
}
