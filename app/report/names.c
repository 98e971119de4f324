/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/names.h"

#include <string.h>

#include <glib/gi18n-lib.h>

typedef struct
{
  NsmFunction function;
  gboolean customer;
  char *label; /* once settled */
} Person;

typedef struct
{
  char *text;
  Person *person;
  gboolean telling; /* nobody writes it and means anything else */
} Name;

struct _NsmNames
{
  GPtrArray *people; /* Person */
  GHashTable *by_id; /* id → Person */
  GPtrArray *names;  /* Name, once settled the longest first */
  GHashTable *owners; /* char *: what teams are called that own something */
  gboolean first[256]; /* bytes that a telling name begins with */
};

static void
person_free (gpointer data)
{
  g_free (((Person *) data)->label);
  g_free (data);
}

static void
name_free (gpointer data)
{
  g_free (((Name *) data)->text);
  g_free (data);
}

/**
 * nsm_names_new:
 *
 * Returns: (transfer full): nobody yet: to be filled by nsm_names_collect(), and then settled
 */
NsmNames *
nsm_names_new (void)
{
  NsmNames *self = g_new0 (NsmNames, 1);

  self->people = g_ptr_array_new_with_free_func (person_free);
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = g_ptr_array_new_with_free_func (name_free);
  self->owners = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
nsm_names_free (NsmNames *self)
{
  g_ptr_array_unref (self->people);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->owners);
  g_free (self);
}

/* Collecting */

static Person *
find_by_name (NsmNames *self, const char *name)
{
  for (guint i = 0; i < self->names->len; i++)
    if (strcmp (((Name *) self->names->pdata[i])->text, name) == 0)
      return ((Name *) self->names->pdata[i])->person;
  return NULL;
}

static void
add_spelling (NsmNames *self, const char *text, Person *person)
{
  Name *name;

  if (text == NULL || text[0] == '\0' || find_by_name (self, text) != NULL)
    return;
  name = g_new0 (Name, 1);
  name->text = g_strdup (text);
  name->person = person;
  g_ptr_array_add (self->names, name);
}

/* The same letters may be written in two ways. */
static void
add_name (NsmNames *self, const char *given, Person *person)
{
  g_autofree char *name = g_strstrip (g_strdup (given));
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);
  g_autofree char *decomposed = g_utf8_normalize (name, -1, G_NORMALIZE_NFD);

  add_spelling (self, name, person);
  add_spelling (self, composed, person);
  add_spelling (self, decomposed, person);
}

/* @id: (nullable) */
static void
add_person (NsmNames *self, const char *id, const char *name, NsmFunction function,
            gboolean customer)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  Person *person = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;

  if (id == NULL && stripped[0] == '\0')
    return;
  if (person == NULL && stripped[0] != '\0')
    person = find_by_name (self, stripped);
  if (person == NULL)
    {
      person = g_new0 (Person, 1);
      person->function = function;
      person->customer = customer;
      g_ptr_array_add (self->people, person);
    }
  if (id != NULL)
    g_hash_table_replace (self->by_id, g_strdup (id), person);
  add_name (self, stripped, person);
}

static void
add_owner (NsmNames *self, const char *owner)
{
  g_hash_table_add (self->owners, g_strstrip (g_strdup (owner)));
}

static void
collect_from_rounds (NsmNames *self, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
      {
        add_person (self, entry->person, entry->name, entry->function, FALSE);
      }
}

/**
 * nsm_names_collect:
 *
 * Takes in whoever is named in @workshop: its people, those who were asked in its rounds, who
 * stands behind it, who was interviewed.
 */
void
nsm_names_collect (NsmNames *self, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmParticipant, person, workshop->participants)
    {
      add_person (self, NSM_RECORD (person)->id, person->name, person->function, FALSE);
    }
  collect_from_rounds (self, workshop);
  NSM_LIST_EACH (NsmSignOff, sign, workshop->commitment->sign_offs)
    {
      if (sign->participant[0] == '\0')
        add_person (self, NULL, sign->who, sign->function, FALSE);
    }
  add_person (self, NULL, workshop->author, NSM_FUNCTION_OTHER, FALSE);
  NSM_LIST_EACH (NsmInterview, interview, workshop->value->interviews)
    {
      add_person (self, NULL, interview->who, NSM_FUNCTION_OTHER, TRUE);
    }
  NSM_LIST_EACH (NsmInput, input, workshop->system->inputs)
    {
      add_owner (self, input->owner);
    }
  NSM_LIST_EACH (NsmWeakness, weakness, workshop->system->weaknesses)
    {
      add_owner (self, weakness->owner);
    }
  add_owner (self, workshop->definition->owner);
}

static const char *
get_function_label (Person *person)
{
  if (person->customer)
    return _("A customer");
  return person->function == NSM_FUNCTION_OTHER
           ? _("Participant")
           : nsm_choice_get_label (NSM_TYPE_FUNCTION, person->function);
}

/* A letter or a function is a word of its own. */
static gboolean
is_telling (const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (g_utf8_strlen (name, -1) < 2)
    return FALSE;
  for (guint i = 0; i <= NSM_FUNCTION_LEADERSHIP; i++)
    {
      g_autofree char *label = g_utf8_casefold (nsm_choice_get_label (NSM_TYPE_FUNCTION, i), -1);

      if (strcmp (folded, label) == 0)
        return FALSE;
    }
  return TRUE;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const Name *first = *(Name *const *) a;
  const Name *second = *(Name *const *) b;

  return (int) strlen (second->text) - (int) strlen (first->text);
}

/**
 * nsm_names_settle:
 *
 * Decides what everybody is called; nobody is added after that.
 */
void
nsm_names_settle (NsmNames *self)
{
  guint total[NSM_FUNCTION_LEADERSHIP + 1] = { 0 };
  guint next[NSM_FUNCTION_LEADERSHIP + 1] = { 0 };

  for (guint i = 0; i < self->people->len; i++)
    {
      Person *person = self->people->pdata[i];

      total[person->function] += !person->customer;
    }
  for (guint i = 0; i < self->people->len; i++)
    {
      Person *person = self->people->pdata[i];
      const char *label = get_function_label (person);

      if (person->customer || total[person->function] < 2)
        person->label = g_strdup (label);
      else
        /* Translators: a function, and which of several people of it: "Engineering 2" */
        person->label = g_strdup_printf (_("%s %u"), label, ++next[person->function]);
    }
  g_ptr_array_sort (self->names, compare_lengths);
  for (guint i = 0; i < self->names->len; i++)
    {
      Name *name = self->names->pdata[i];

      name->telling = is_telling (name->text);
      if (name->telling)
        self->first[(guint8) name->text[0]] = TRUE;
    }
}

/* Looking up */

/**
 * nsm_names_find:
 * @id: of a participant, or ""
 * @name: what they were called, or ""
 *
 * Returns: (nullable): what they are called now; NULL for nobody who is known
 */
const char *
nsm_names_find (NsmNames *self, const char *id, const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  Person *person = g_hash_table_lookup (self->by_id, id);

  if (person == NULL)
    person = find_by_name (self, stripped);
  return person != NULL ? person->label : NULL;
}

/* Scripts that write words without a space between them, or join them to a name. */
static gboolean
runs_on (gunichar c)
{
  switch (g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_bound (gunichar before, gunichar after)
{
  if (g_unichar_ismark (after) && !runs_on (after))
    return FALSE;
  return !(g_unichar_isalnum (before) || g_unichar_ismark (before) || before == '_') ||
         !(g_unichar_isalnum (after) || after == '_') || runs_on (before) || runs_on (after);
}

/* Where @name ends that begins at @p; any space between its words will do, and any apostrophe.
 * NULL: it doesn't stand there. */
static const char *
find_end (const char *p, const char *name)
{
  while (*name != '\0')
    {
      gunichar is = g_utf8_get_char (p), should = g_utf8_get_char (name);

      if (*p == '\0')
        return NULL;
      if (g_unichar_isspace (should) && g_unichar_isspace (is))
        {
          while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
          while (*name != '\0' && g_unichar_isspace (g_utf8_get_char (name)))
            name = g_utf8_next_char (name);
          continue;
        }
      if (is != should && !((is == '\'' || is == 0x2019) && (should == '\'' || should == 0x2019)))
        return NULL;
      p = g_utf8_next_char (p);
      name = g_utf8_next_char (name);
    }
  return p;
}

/* Whoever's whole name stands at @p in @text, to @end. */
static Name *
match (NsmNames *self, const char *text, const char *p, const char **end_found)
{
  for (guint i = 0; self->first[(guint8) *p] && i < self->names->len; i++)
    {
      Name *name = self->names->pdata[i];
      const char *end = name->telling ? find_end (p, name->text) : NULL;

      if (end == NULL)
        continue;
      if (p > text &&
          !is_bound (g_utf8_get_char (g_utf8_prev_char (p)), g_utf8_get_char (p)))
        continue;
      if (*end != '\0' &&
          !is_bound (g_utf8_get_char (g_utf8_prev_char (end)), g_utf8_get_char (end)))
        continue;
      *end_found = end;
      return name;
    }
  return NULL;
}

/* @instead: (nullable): for everybody
 * @found: (nullable): gets what those are called who were found, in order */
static char *
replace (NsmNames *self, const char *text, const char *instead, GPtrArray *found)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0';)
    {
      const char *end = p;
      Name *name = match (self, text, p, &end);

      if (name == NULL)
        {
          const char *next = g_utf8_next_char (p);

          g_string_append_len (out, p, next - p);
          p = next;
          continue;
        }
      g_string_append (out, instead != NULL ? instead : name->person->label);
      if (found != NULL)
        g_ptr_array_add (found, name->person->label);
      p = end;
    }
  return g_string_free (out, FALSE);
}

/**
 * nsm_names_dup_text:
 * @text: what somebody wrote
 *
 * Returns: (transfer full): the same, with everybody called by their function whose whole name
 *   stands in it
 */
char *
nsm_names_dup_text (NsmNames *self, const char *text)
{
  return replace (self, text, NULL, NULL);
}

/**
 * nsm_names_dup_blank:
 *
 * Returns: (transfer full): @text with somebody in place of everybody's name
 */
char *
nsm_names_dup_blank (NsmNames *self, const char *text)
{
  return replace (self, text, _("Somebody"), NULL);
}

static gboolean
is_function (const char *text)
{
  guint function;

  if (nsm_choice_from_nick (NSM_TYPE_FUNCTION, text, &function))
    return TRUE;
  for (guint i = 0; i <= NSM_FUNCTION_LEADERSHIP; i++)
    if (strcmp (text, nsm_choice_get_label (NSM_TYPE_FUNCTION, i)) == 0)
      return TRUE;
  return FALSE;
}

/* In the language of the program's texts, as many teams call themselves by that everywhere. */
#define TEAM_WORDS                                                                               \
  "team teams owner owners group groups department departments board staff management executives " \
  "everybody everyone all finance marketing sales support success customer customers care service " \
  "product products engineering engineers development developers design designers data analytics " \
  "research operations legal compliance security people hr it growth platform infrastructure "     \
  "leadership communications community partnerships procurement accounting quality the of and for "  \
  "our input inputs metric metrics"

static void
add_words (GHashTable *words, const char *text)
{
  g_auto (GStrv) all = g_strsplit (text, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (all[i][0] != '\0')
      g_hash_table_add (words, g_utf8_casefold (all[i], -1));
}

/* Only when each of its words is one of those: "Team Karin" names somebody. */
static gboolean
is_team (const char *text)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) word = g_string_new (NULL);
  guint n = 0;

  add_words (words, TEAM_WORDS);
  /* Translators: words that teams and functions are called by, each in the forms it has, and words
   * that stand between them; separated by spaces, as many as you like. None of them may be
   * anybody's name: whoever is called by nothing but these is shown in a document without names. */
  add_words (words, _("team teams owner owners finance marketing sales support everybody and"));
  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || g_unichar_ismark (c))
        g_string_append_unichar (word, c);
      else if (word->len > 0)
        {
          g_autofree char *folded = g_utf8_casefold (word->str, -1);

          if (!g_hash_table_contains (words, folded))
            return FALSE;
          g_string_set_size (word, 0);
          n++;
        }
      if (c == 0)
        return n > 0;
    }
}

static char *
join (GPtrArray *labels)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    if (i == 0 || strcmp (labels->pdata[i], labels->pdata[i - 1]) != 0)
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", (char *) labels->pdata[i]);
  return g_strdup (out->str);
}

/**
 * nsm_names_dup_who:
 * @who: somebody, as a field for a person's name has it
 *
 * Returns: (transfer full): what they are called; a team as it is; "Not named" for what nothing
 *   else in the workshop knows, as it may be anyone's name
 */
char *
nsm_names_dup_who (NsmNames *self, const char *who)
{
  g_autofree char *stripped = g_strstrip (g_strdup (who));
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *replaced = NULL;
  const char *label = nsm_names_find (self, "", stripped);

  if (label != NULL)
    return g_strdup (label);
  if (stripped[0] == '\0' || is_function (stripped))
    return g_steal_pointer (&stripped);
  replaced = replace (self, stripped, NULL, found);
  if (found->len > 0)
    return join (found);
  return g_strdup (g_hash_table_contains (self->owners, stripped) || is_team (stripped)
                     ? stripped
                     : _("Not named"));
}

/**
 * nsm_names_dup_owner:
 * @owner: who answers for something: a team, or a person
 *
 * Returns: (transfer full): a team as it is called, people by their function
 */
char *
nsm_names_dup_owner (NsmNames *self, const char *owner)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *replaced = replace (self, owner, NULL, found);
  g_autofree char *twice = NULL, *folded = NULL, *given = NULL;

  if (found->len != 1)
    return g_steal_pointer (&replaced);
  /* "Mei, product" isn't "Product, product". */
  twice = g_strdup_printf ("%s, %s", (char *) found->pdata[0], (char *) found->pdata[0]);
  folded = g_utf8_casefold (twice, -1);
  given = g_utf8_casefold (replaced, -1);
  return strcmp (folded, given) == 0 ? g_strdup (found->pdata[0]) : g_steal_pointer (&replaced);
}
