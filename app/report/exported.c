/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/exported.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "record/record.h"
#include "report/export.h"

/* No document of ours goes as deep: recursion is safe. */
#define MAX_DEPTH 200

/* Bytes of names in a tag; far more than any of ours has. */
#define LONGEST_TAG 4096

#define NAMESPACE "urn:io.github.north-star-workshop:report:1"

struct _NsmExported
{
  NsmReportFormat format;
  NsmReportOptions options;
  GHashTable *facts;   /* "fingerprint" → text */
  GPtrArray *sections; /* Section, in the order of the document */
  guint version;
};

typedef struct
{
  char *id;
  char *title;
  GString *words; /* without those of sections inside it */
} Section;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

static void
section_free (Section *section)
{
  g_free (section->id);
  g_free (section->title);
  g_string_free (section->words, TRUE);
  g_free (section);
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_FORMAT, message);
  return FALSE;
}

/* Reading */

static xmlDoc *
parse (NsmExported *self, const char *data, int length)
{
  const int quiet = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;

  if (self->format == NSM_REPORT_FORMAT_XML)
    return xmlReadMemory (data, length, NULL, NULL, quiet);
  return htmlReadMemory (data, length, NULL, "UTF-8",
                         HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_RECOVER);
}

/* Whether a tag has more in it, beside what is in quotation marks, than any of ours. Libxml2 takes
 * the square of the time for the attributes of one element. */
static gboolean
has_endless_tag (const char *data, gsize length)
{
  gsize in_tag = 0; /* bytes since it began; 0: outside */
  char quote = '\0', before = '\0';

  for (gsize i = 0; i < length; i++)
    {
      char c = data[i];

      if (quote != '\0')
        {
          quote = c == quote ? '\0' : quote;
          continue;
        }
      if (c == '<')
        in_tag = i + 1 < length && g_ascii_isalpha (data[i + 1]);
      else if (c == '>')
        in_tag = 0;
      else if (in_tag > 0 && (c == '"' || c == '\'') && before == '=')
        quote = c;
      else if (in_tag > 0 && ++in_tag > LONGEST_TAG)
        return TRUE;
      before = g_ascii_isspace (c) ? before : c;
    }
  return FALSE;
}

static gboolean
find_format (NsmExported *self, const char *data, gsize length)
{
  const char *p = data, *end = data + length;

  if (length >= 3 && memcmp (p, "\xef\xbb\xbf", 3) == 0)
    p += 3;
  while (p < end && g_ascii_isspace (*p))
    p++;
  if ((gsize) (end - p) < 15)
    return FALSE;
  if (strncmp (p, "<?xml", 5) == 0 || strncmp (p, "<report", 7) == 0)
    self->format = NSM_REPORT_FORMAT_XML;
  else if (g_ascii_strncasecmp (p, "<!doctype html", 14) == 0 ||
           g_ascii_strncasecmp (p, "<html", 5) == 0)
    self->format = NSM_REPORT_FORMAT_HTML;
  return self->format != NSM_REPORT_FORMAT_NONE;
}

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

static void
take_fact (NsmExported *self, const char *name, xmlChar *value)
{
  if (value != NULL)
    g_hash_table_replace (self->facts, g_strdup (name), g_strdup ((const char *) value));
  xmlFree (value);
}

/* From the root's attributes, by the names that HTML has for them. */
static void
take_attributes (NsmExported *self, xmlNode *root)
{
  static const struct
  {
    const char *attribute;
    const char *fact;
  } names[] = {
    { "fingerprint", "fingerprint" }, { "definition-version", "version" },
    { "scope", "scope" },             { "names", "names" },
    { "quotes", "quotes" },           { "date", "date" },
    { "program", "program" },         { "origin", "workshop" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    take_fact (self, names[i].fact, xmlGetNoNsProp (root, BAD_CAST names[i].attribute));
  take_fact (self, "language", xmlGetNsProp (root, BAD_CAST "lang", XML_XML_NAMESPACE));
}

static void
take_meta (NsmExported *self, xmlNode *element)
{
  xmlChar *name = xmlGetProp (element, BAD_CAST "name");

  if (name != NULL && g_str_has_prefix ((const char *) name, "north-star:"))
    take_fact (self, (const char *) name + strlen ("north-star:"),
               xmlGetProp (element, BAD_CAST "content"));
  xmlFree (name);
}

static Section *
begin_section (NsmExported *self, xmlNode *element)
{
  Section *section = g_new0 (Section, 1);
  xmlChar *id = xmlGetProp (element, BAD_CAST "id");

  section->id = g_strdup (id != NULL ? (const char *) id : "");
  section->words = g_string_new (NULL);
  xmlFree (id);
  g_ptr_array_add (self->sections, section);
  return section;
}

/* White space counts for nothing. */
static void
add_words (GString *words, const char *text)
{
  gboolean space = words->len > 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (!g_ascii_isspace (*p))
        {
          if (space && words->len > 0 && words->str[words->len - 1] != ' ')
            g_string_append_c (words, ' ');
          g_string_append_c (words, *p);
        }
      space = g_ascii_isspace (*p);
    }
}

static gboolean
is_heading (const xmlNode *node)
{
  const char *name = (const char *) node->name;

  return strcmp (name, "title") == 0 || (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' &&
                                         name[2] == '\0');
}

static gboolean
read_node (NsmExported *self, xmlNode *node, Section *section, guint depth)
{
  if (depth > MAX_DEPTH)
    return FALSE;
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
    {
      add_words (section->words, node->content != NULL ? (const char *) node->content : "");
      return TRUE;
    }
  /* Nothing of ours is defined inside the document. */
  if (node->type == XML_ENTITY_REF_NODE || node->type == XML_DTD_NODE)
    return self->format == NSM_REPORT_FORMAT_HTML;
  if (node->type != XML_ELEMENT_NODE)
    return TRUE;
  if (is_element (node, "style") || is_element (node, "script"))
    return TRUE;
  if (is_element (node, "meta"))
    take_meta (self, node);
  if (is_element (node, "section"))
    section = begin_section (self, node);
  else if (is_heading (node) && section->title == NULL)
    {
      xmlChar *title = xmlNodeGetContent (node);

      section->title = g_strstrip (g_strdup ((const char *) title));
      xmlFree (title);
    }
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (!read_node (self, child, section, depth + 1))
      return FALSE;
  return TRUE;
}

static const char *
get_fact (NsmExported *self, const char *name)
{
  const char *fact = g_hash_table_lookup (self->facts, name);

  return fact != NULL ? fact : "";
}

static gboolean
is_hash (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static gboolean
take_options (NsmExported *self)
{
  guint scope, names;

  if (!is_hash (get_fact (self, "fingerprint")) ||
      !nsm_choice_from_nick (NSM_TYPE_REPORT_SCOPE, get_fact (self, "scope"), &scope) ||
      !nsm_choice_from_nick (NSM_TYPE_REPORT_NAMES, get_fact (self, "names"), &names) ||
      !nsm_date_is_valid (get_fact (self, "date")))
    return FALSE;
  self->options.scope = scope;
  self->options.names = names;
  self->options.without_quotes = strcmp (get_fact (self, "quotes"), "without") == 0;
  self->options.date = get_fact (self, "date");
  self->options.language = get_fact (self, "language");
  self->version = (guint) MIN (g_ascii_strtoull (get_fact (self, "version"), NULL, 10), 9999);
  return TRUE;
}

static gboolean
read_document (NsmExported *self, const char *data, gsize length)
{
  g_autoptr (xmlDoc) doc = has_endless_tag (data, length) ? NULL : parse (self, data, (int) length);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  Section *top;

  if (root == NULL)
    return FALSE;
  top = begin_section (self, root);
  if (self->format == NSM_REPORT_FORMAT_XML)
    {
      if (doc->intSubset != NULL || !is_element (root, "report") || root->ns == NULL ||
          g_strcmp0 ((const char *) root->ns->href, NAMESPACE) != 0)
        return FALSE;
      take_attributes (self, root);
    }
  return read_node (self, root, top, 0) && take_options (self);
}

/**
 * nsm_exported_read:
 * @data: @length bytes of anything
 *
 * Returns: (transfer full) (nullable): the document; NULL with @error set if it isn't one that
 *   this program, or an earlier version of it, exported as HTML or XML
 */
NsmExported *
nsm_exported_read (const char *data, gsize length, GError **error)
{
  g_autoptr (NsmExported) self = g_new0 (NsmExported, 1);

  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  if (length > NSM_EXPORTED_MAX_SIZE)
    {
      refuse (error, _("it is larger than any document of a workshop"));
      return NULL;
    }
  if (!find_format (self, data, length))
    {
      refuse (error, _("it is neither a web page nor XML"));
      return NULL;
    }
  if (!read_document (self, data, length))
    {
      refuse (error, _("it doesn’t say which workshop it came from, so it isn’t a document of "
                       "this program, or it was written by a version that didn’t say so yet"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
nsm_exported_free (NsmExported *self)
{
  g_clear_pointer (&self->facts, g_hash_table_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_free (self);
}

NsmReportFormat
nsm_exported_get_format (NsmExported *self)
{
  return self->format;
}

/**
 * nsm_exported_get_options:
 *
 * Returns: (transfer none): what was chosen to be in it, its day and language
 */
const NsmReportOptions *
nsm_exported_get_options (NsmExported *self)
{
  return &self->options;
}

const char *
nsm_exported_get_fingerprint (NsmExported *self)
{
  return get_fact (self, "fingerprint");
}

/**
 * nsm_exported_get_workshop:
 *
 * Returns: (transfer none): of which workshop it is, as nsm_workshop_dup_origin() has it; "" if it
 *   had none
 *   yet
 */
const char *
nsm_exported_get_workshop (NsmExported *self)
{
  return get_fact (self, "workshop");
}

/**
 * nsm_exported_get_program:
 *
 * Returns: (transfer none): the version of the program that wrote it; "" if it doesn't say
 */
const char *
nsm_exported_get_program (NsmExported *self)
{
  return get_fact (self, "program");
}

guint
nsm_exported_get_version (NsmExported *self)
{
  return self->version;
}

static char *
dup_name (NsmExported *self, guint i)
{
  Section *section = self->sections->pdata[i];

  /* What stands before the first section, and the title. */
  if (i == 0)
    return g_strdup (_("Title"));
  if (section->title == NULL && section->id[0] == '\0')
    return dup_name (self, i - 1);
  return g_strdup (section->title != NULL ? section->title : section->id);
}

/**
 * nsm_exported_dup_difference:
 * @other: what it should be
 *
 * Returns: (transfer full) (nullable): the title of the first section whose words aren't the
 *   same; NULL if all are
 */
char *
nsm_exported_dup_difference (NsmExported *self, NsmExported *other)
{
  for (guint i = 0; i < self->sections->len || i < other->sections->len; i++)
    {
      Section *is, *should;

      if (i >= other->sections->len)
        return dup_name (self, i);
      if (i >= self->sections->len)
        return dup_name (other, i);
      is = self->sections->pdata[i];
      should = other->sections->pdata[i];
      if (strcmp (is->id, should->id) != 0 || strcmp (is->words->str, should->words->str) != 0)
        return dup_name (other, i);
    }
  return NULL;
}
