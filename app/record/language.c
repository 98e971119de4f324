/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/language-private.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uldnames.h>
#include <unicode/uloc.h>

/* A document has its own language, and few computers have that language's locale: often there is
 * nothing but C.UTF-8. So a scope doesn't ask for a locale. gettext() takes the language from the
 * variable LANGUAGE, whatever the locale, unless that is "C"; and the documented way to change it
 * in a running program is to set the variable and to count up _nl_msg_cat_cntr, which makes
 * gettext() look again. Numbers and dates are ICU's, in language-words.c.
 *
 * LANGUAGE belongs to all threads, the locale of uselocale() to one. Hence:
 *  - A program that speaks English has the locale "C" for its messages. Its other threads don't
 *    see LANGUAGE, then, and stay English while one writes a German document.
 *  - A scope of English takes the locale "C" for its thread and leaves LANGUAGE alone.
 *  - Other scopes hold a lock, so that two threads can't have two languages at a time. A thread
 *    outside any scope of a program that speaks, say, German would see the French of a scope in
 *    another thread; words for people are made on the main thread. */

extern int _nl_msg_cat_cntr;

struct _NsmLanguageScope
{
  NsmLanguageScope *outer;
  char *tag;            /* NULL: nothing has changed */
  char *left;           /* the language before, likewise */
  char *replaced;       /* what LANGUAGE was, if this scope has set it; else NULL */
  locale_t own, before; /* of the thread */
};

/* What a catalogue says of itself is the translation of nothing. */
static const char head_id[] = "";

static GPrivate innermost;
static GRecMutex language_mutex;

static const char *
get_base_end (const char *tag)
{
  return tag + strcspn (tag, "-_.@");
}

/* Whatever the country. */
gboolean
nsm_language_is_same (const char *a, const char *b)
{
  gsize length = (gsize) (get_base_end (a) - a);

  return length == (gsize) (get_base_end (b) - b) && g_ascii_strncasecmp (a, b, length) == 0;
}

static gboolean
is_english (const char *tag)
{
  return nsm_language_is_same (tag, "en");
}

/* "pt_BR.UTF-8" is "pt-BR"; NULL: of no language. */
static char *
dup_tag (const char *locale)
{
  g_autofree char *tag = g_strndup (locale, strcspn (locale, ".@"));

  if (tag[0] == '\0' || strcmp (tag, "C") == 0 || strcmp (tag, "POSIX") == 0)
    return NULL;
  return g_strdelimit (g_steal_pointer (&tag), "_", '-');
}

/* The language of the catalogue that texts come from now, as its own head says; NULL: they come
 * from none, which is English. */
static char *
dup_language_of_catalogue (void)
{
  const char *head = dgettext (GETTEXT_PACKAGE, head_id);
  const char *line = strstr (head, "Language:");
  g_autofree char *locale = NULL;

  if (line == NULL)
    return NULL;
  line += strlen ("Language:");
  line += strspn (line, " ");
  locale = g_strndup (line, strcspn (line, "\n"));
  return dup_tag (g_strstrip (locale));
}

/**
 * nsm_language_init:
 *
 * Takes the user's locale and binds the catalogues. For the start of a program, before there is
 * a second thread and before any text is asked for.
 */
void
nsm_language_init (void)
{
  const char *directory = g_getenv ("NSM_LOCALEDIR");
  g_autofree char *language = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, directory != NULL ? directory : NSM_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* A new variable may move the environment while another thread reads it; a new value of one
   * that is there is only another pointer in its place. Empty means the same as not set. */
  setenv ("LANGUAGE", "", 0);

  /* Without a catalogue for the user's language all texts are English, those of GTK, too. It
   * also keeps g_dgettext() from deciding, once and for all, not to translate. */
  language = dup_language_of_catalogue ();
  if (language == NULL)
    setlocale (LC_MESSAGES, "C");
  g_dgettext (GETTEXT_PACKAGE, head_id);
}

/**
 * nsm_language_get_entered:
 *
 * Returns: (nullable): the tag of the scope that this thread is in
 */
const char *
nsm_language_get_entered (void)
{
  for (NsmLanguageScope *scope = g_private_get (&innermost); scope != NULL; scope = scope->outer)
    if (scope->tag != NULL)
      return scope->tag;
  return NULL;
}

/**
 * nsm_language_dup:
 *
 * Returns: (transfer full): the tag of the language that texts are shown in now, with the user's
 *   own country where that is known: "en", "de-AT"
 */
char *
nsm_language_dup (void)
{
  const char *entered = nsm_language_get_entered ();
  const char *const *names;
  g_autofree char *shown = NULL;

  if (entered != NULL)
    return g_strdup (entered);
  shown = dup_language_of_catalogue ();
  if (shown == NULL)
    shown = g_strdup ("en");
  names = g_get_language_names_with_category ("LC_MESSAGES");
  for (guint i = 0; names[i] != NULL; i++)
    if (nsm_language_is_same (names[i], shown))
      return dup_tag (names[i]);
  return g_steal_pointer (&shown);
}

/**
 * nsm_language_dup_own:
 *
 * Returns: (transfer full): the tag of the program's own language, whatever scope this is asked in
 */
char *
nsm_language_dup_own (void)
{
  const char *own = NULL;

  for (NsmLanguageScope *scope = g_private_get (&innermost); scope != NULL; scope = scope->outer)
    if (scope->left != NULL)
      own = scope->left;
  return own != NULL ? g_strdup (own) : nsm_language_dup ();
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * nsm_languages_list:
 *
 * Returns: (transfer full): the tags of the languages that there are texts in: English first, then
 *   those that have a catalogue on this computer
 */
GStrv
nsm_languages_list (void)
{
  const char *directory = bindtextdomain (GETTEXT_PACKAGE, NULL);
  g_autoptr (GDir) dir = directory != NULL ? g_dir_open (directory, 0, NULL) : NULL;
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (directory, name, "LC_MESSAGES",
                                                GETTEXT_PACKAGE ".mo", NULL);
      g_autofree char *tag = dup_tag (name);

      if (tag != NULL && !is_english (tag) && strpbrk (name, ".@") == NULL &&
          g_file_test (file, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (tags, g_steal_pointer (&tag));
    }
  g_ptr_array_sort (tags, compare_strings);
  g_ptr_array_insert (tags, 0, g_strdup ("en"));
  g_ptr_array_add (tags, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&tags), FALSE);
}

/**
 * nsm_language_dup_name:
 *
 * Returns: (transfer full): what the language calls itself, as a list shows it: "Deutsch"; the tag
 *   where that isn't known
 */
char *
nsm_language_dup_name (const char *tag)
{
  UDisplayContext contexts[] = { UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU };
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  UChar name[128];
  char *text;
  ULocaleDisplayNames *names;
  int32_t length;

  uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status);
  names = uldn_openForContext (locale, contexts, G_N_ELEMENTS (contexts), &status);
  length = uldn_localeDisplayName (names, locale, name, G_N_ELEMENTS (name), &status);
  uldn_close (names);
  if (U_FAILURE (status) || length == 0)
    return g_strdup (tag);
  text = g_utf16_to_utf8 (name, length, NULL, NULL, NULL);
  return text != NULL ? text : g_strdup (tag);
}

/**
 * nsm_language_is_right_to_left:
 * @language: a tag
 */
gboolean
nsm_language_is_right_to_left (const char *language)
{
  return uloc_isRightToLeft (language);
}

/* As gettext() finds them: that of the language will do for each of its countries. */
static gboolean
has_catalogue (const char *tag)
{
  g_auto (GStrv) tags = nsm_languages_list ();

  for (const char *p = tag; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;
  for (guint i = 0; tags[i] != NULL; i++)
    if (strcmp (tags[i], tag) == 0 ||
        (strchr (tags[i], '-') == NULL && nsm_language_is_same (tags[i], tag)))
      return TRUE;
  return FALSE;
}

/* A country of the language that is spoken already is the user's own affair. */
static gboolean
is_spoken (const char *tag)
{
  g_autofree char *now = nsm_language_dup ();

  return g_ascii_strcasecmp (tag, now) == 0 ||
         (g_str_has_prefix (now, tag) && now[strlen (tag)] == '-');
}

static void
set_language (const char *value)
{
  setenv ("LANGUAGE", value, 1);
  _nl_msg_cat_cntr++;
}

/**
 * nsm_language_enter:
 * @tag: (nullable): a language as of nsm_languages_list(), perhaps with a country more; NULL, one
 *   that is spoken already, or one without a catalogue changes nothing
 *
 * Returns: (transfer full): to be left with nsm_language_leave()
 */
NsmLanguageScope *
nsm_language_enter (const char *tag)
{
  NsmLanguageScope *scope = g_new0 (NsmLanguageScope, 1);
  gboolean english;
  locale_t locale;

  scope->outer = g_private_get (&innermost);
  g_private_set (&innermost, scope);
  if (tag == NULL || tag[0] == '\0' || is_spoken (tag) || !has_catalogue (tag))
    return scope;

  english = is_english (tag);
  locale = duplocale (uselocale ((locale_t) 0));
  scope->own = newlocale (LC_MESSAGES_MASK, english ? "C" : "C.UTF-8", locale);
  if (scope->own == (locale_t) 0)
    {
      g_warning ("There is no locale C.UTF-8: texts can't be in “%s”", tag);
      freelocale (locale);
      return scope;
    }
  scope->left = nsm_language_dup ();
  scope->tag = g_strdup (tag);
  scope->before = uselocale (scope->own);
  if (!english)
    {
      g_autofree char *name = g_strdelimit (g_strdup (tag), "-", '_');

      g_rec_mutex_lock (&language_mutex);
      scope->replaced = g_strdup (g_getenv ("LANGUAGE"));
      if (scope->replaced == NULL)
        scope->replaced = g_strdup ("");
      set_language (name);
    }
  return scope;
}

/**
 * nsm_language_leave:
 * @scope: (transfer full): the one that was entered last
 */
void
nsm_language_leave (NsmLanguageScope *scope)
{
  g_return_if_fail (scope == g_private_get (&innermost));

  g_private_set (&innermost, scope->outer);
  if (scope->replaced != NULL)
    {
      set_language (scope->replaced);
      g_rec_mutex_unlock (&language_mutex);
    }
  if (scope->tag != NULL)
    {
      uselocale (scope->before);
      freelocale (scope->own);
    }
  g_free (scope->replaced);
  g_free (scope->left);
  g_free (scope->tag);
  g_free (scope);
}
