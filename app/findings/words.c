/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "findings/words.h"

#include <gio/gio.h>

#include "nsm-words.h"
#include "record/language.h"

struct _NsmWords
{
  char *language;
  GRegex *lists[NSM_N_WORDS];
};

static const char *const keys[] = {
  [NSM_WORDS_REVENUE] = "revenue",       [NSM_WORDS_VANITY] = "vanity",
  [NSM_WORDS_ACTIVITY] = "activity",     [NSM_WORDS_VALUE] = "value",
  [NSM_WORDS_VAGUE] = "vague",           [NSM_WORDS_INDEX] = "index",
  [NSM_WORDS_CUMULATIVE] = "cumulative", [NSM_WORDS_JOINING] = "joining",
  [NSM_WORDS_MARKETING] = "marketing",   [NSM_WORDS_MARKETING_INSIDE] = "marketing_inside",
  [NSM_WORDS_FEATURES] = "features",     [NSM_WORDS_ATTENTION] = "attention",
  [NSM_WORDS_TRANSACTION] = "transaction",
  [NSM_WORDS_PRODUCTIVITY] = "productivity",
  [NSM_WORDS_COUNT_NOISE] = "count_noise",
  [NSM_WORDS_COMMON] = "common",
};

G_STATIC_ASSERT (G_N_ELEMENTS (keys) == NSM_N_WORDS);

/* One expression for a whole list: a text is gone through once. */
static GRegex *
compile (char **words)
{
  g_autoptr (GString) pattern = g_string_new ("(?<![\\w])(?:");
  g_autoptr (GError) error = NULL;
  GRegex *regex;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean any_ending = g_str_has_suffix (words[i], "*");
      g_autofree char *word = g_strndup (words[i], strlen (words[i]) - (any_ending ? 1 : 0));
      g_autofree char *escaped = g_regex_escape_string (word, -1);

      if (i > 0)
        g_string_append_c (pattern, '|');
      g_string_append (pattern, escaped);
      if (any_ending)
        g_string_append (pattern, "\\w*");
    }
  g_string_append (pattern, ")(?![\\w])");
  regex = g_regex_new (pattern->str, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
  if (regex == NULL)
    g_error ("Words: %s", error->message); /* our own data: the tests load every file */
  return regex;
}

static GBytes *
look_up (const char *language)
{
  static gsize once = 0;
  g_autofree char *path = g_strdup_printf (NSM_RESOURCE_BASE "/words/%s.ini", language);

  if (g_once_init_enter (&once))
    {
      nsm_words_register_resource ();
      g_once_init_leave (&once, 1);
    }
  return g_resource_lookup_data (nsm_words_get_resource (), path, 0, NULL);
}

/**
 * nsm_words_new:
 * @languages: in order of preference, as from g_get_language_names()
 *
 * Returns: (transfer full): the words of the first of @languages that has any,
 *   else the English ones
 */
NsmWords *
nsm_words_new (const char *const *languages)
{
  NsmWords *self = g_new0 (NsmWords, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; languages[i] != NULL && bytes == NULL; i++)
    if (strchr (languages[i], '/') == NULL)
      {
        bytes = look_up (languages[i]);
        self->language = bytes != NULL ? g_strdup (languages[i]) : NULL;
      }
  if (bytes == NULL)
    {
      bytes = look_up ("en");
      self->language = g_strdup ("en");
    }
  if (!g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("Words of “%s”: %s", self->language, error->message);
  for (guint i = 0; i < NSM_N_WORDS; i++)
    {
      g_auto (GStrv) words = g_key_file_get_string_list (file, "words", keys[i], NULL, &error);

      if (words == NULL)
        g_error ("Words of “%s”: %s", self->language, error->message);
      self->lists[i] = compile (words);
    }
  return self;
}

void
nsm_words_free (NsmWords *self)
{
  for (guint i = 0; i < NSM_N_WORDS; i++)
    g_clear_pointer (&self->lists[i], g_regex_unref);
  g_free (self->language);
  g_free (self);
}

/* Of all languages there are. */
static GPtrArray *
get_all (void)
{
  static GPtrArray *all = NULL;

  if (g_once_init_enter (&all))
    {
      GPtrArray *loaded = g_ptr_array_new ();
      g_autoptr (GBytes) english = look_up ("en"); /* the resource is there from now on */
      g_auto (GStrv) files = g_resource_enumerate_children (
        nsm_words_get_resource (), NSM_RESOURCE_BASE "/words", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      for (guint i = 0; files[i] != NULL; i++)
        {
          g_autofree char *language = g_strndup (files[i], strcspn (files[i], "."));
          const char *const languages[] = { language, NULL };

          g_ptr_array_add (loaded, nsm_words_new (languages));
        }
      g_once_init_leave (&all, loaded);
    }
  return all;
}

static guint
count_common (NsmWords *self, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  guint n = 0;

  for (g_regex_match (self->lists[NSM_WORDS_COMMON], text, 0, &match);
       g_match_info_matches (match); g_match_info_next (match, NULL))
    n++;
  return n;
}

/**
 * nsm_words_get_for_workshop:
 *
 * Returns: (transfer none): the words of the language that most of the workshop is written in;
 *   where that can't be told, those of the program's own language
 */
NsmWords *
nsm_words_get_for_workshop (NsmWorkshop *workshop)
{
  const char *const texts[] = {
    workshop->description,       workshop->business_model,      workshop->direction,
    workshop->value->proposition, workshop->value->situation,   workshop->value->outcome,
    workshop->value->benefit,    workshop->definition->formula, workshop->decision->why,
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *own = nsm_language_dup_own ();
  GPtrArray *all = get_all ();
  NsmWords *best = NULL;
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (text, "%s\n", texts[i]);
  NSM_LIST_EACH (NsmMetric, metric, workshop->metrics)
    {
      g_string_append_printf (text, "%s\n", metric->name);
    }
  for (guint i = 0; i < all->len; i++)
    {
      NsmWords *words = all->pdata[i];
      guint n = 2 * count_common (words, text->str);

      /* A draw goes to the program's own, and else to English. */
      n += strncmp (own, words->language, strcspn (own, "-")) == 0 ? 1 : 0;
      if (best == NULL || n > most || (n == most && strcmp (words->language, "en") == 0))
        {
          best = words;
          most = n;
        }
    }
  return best;
}

const char *
nsm_words_get_language (NsmWords *self)
{
  return self->language;
}

/**
 * nsm_words_find:
 *
 * Returns: (transfer full) (nullable): the first of the words in @text, as it
 *   is written there
 */
char *
nsm_words_find (NsmWords *self, NsmWordList list, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (text[0] == '\0' || !g_regex_match (self->lists[list], text, 0, &match))
    return NULL;
  return g_match_info_fetch (match, 0);
}

/**
 * nsm_words_find_all:
 *
 * Returns: (transfer full) (element-type utf8): all of the words in @text, as
 *   they are written there, each once
 */
GPtrArray *
nsm_words_find_all (NsmWords *self, NsmWordList list, const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (self->lists[list], text, 0, &match);
  while (g_match_info_matches (match))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);
      g_autofree char *lower = g_utf8_strdown (word, -1);
      gboolean known = FALSE;

      for (guint i = 0; i < found->len && !known; i++)
        {
          g_autofree char *other = g_utf8_strdown (found->pdata[i], -1);

          known = strcmp (lower, other) == 0;
        }
      if (!known)
        g_ptr_array_add (found, g_steal_pointer (&word));
      g_match_info_next (match, NULL);
    }
  return found;
}
