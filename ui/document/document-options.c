/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/document-options.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "method/candidates.h"

#define LONGEST_NAME 80 /* characters of what a file is called after */

static guint
read_choice (GSettings *settings, const char *key, GType type)
{
  g_autofree char *nick = g_settings_get_string (settings, key);
  guint value = 0;

  nsm_choice_from_nick (type, nick, &value);
  return value;
}

static void
write_choice (GSettings *settings, const char *key, GType type, guint value)
{
  g_autofree char *now = g_settings_get_string (settings, key);

  /* What is there already is left alone, or others would be told of a change. */
  if (g_strcmp0 (now, nsm_choice_get_nick (type, value)) != 0)
    g_settings_set_string (settings, key, nsm_choice_get_nick (type, value));
}

static NsmPaperSize
get_default_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER)
           ? NSM_PAPER_SIZE_LETTER
           : NSM_PAPER_SIZE_A4;
}

/**
 * nsm_document_options_new_settings:
 *
 * Returns: (transfer full) (nullable): where the choices are kept; NULL where the program isn't
 *   installed
 */
GSettings *
nsm_document_options_new_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, NSM_APP_ID, TRUE) : NULL;

  if (schema == NULL || !g_settings_schema_has_key (schema, "document-format"))
    return NULL;
  return g_settings_new (NSM_APP_ID);
}

/**
 * nsm_document_options_load:
 * @settings: (nullable): as of nsm_document_options_new_settings()
 *
 * Returns: (transfer full): what was chosen last, or what a first document is
 */
NsmDocumentOptions *
nsm_document_options_load (GSettings *settings)
{
  NsmDocumentOptions *options = g_new0 (NsmDocumentOptions, 1);
  g_autofree char *format = NULL;
  g_autofree char *language = NULL;
  g_autofree char *paper = NULL;

  options->format = nsm_report_formats_get (0)->format;
  options->report.paper = get_default_paper ();
  if (settings == NULL)
    return options;

  format = g_settings_get_string (settings, "document-format");
  language = g_settings_get_string (settings, "document-language");
  paper = g_settings_get_string (settings, "document-paper");
  /* Perhaps of another version of the program. */
  if (nsm_report_format_from_nick (format) != NSM_REPORT_FORMAT_NONE)
    options->format = nsm_report_format_from_nick (format);
  options->report.scope = read_choice (settings, "document-scope", NSM_TYPE_REPORT_SCOPE);
  options->report.names = read_choice (settings, "document-names", NSM_TYPE_REPORT_NAMES);
  options->report.without_quotes = !g_settings_get_boolean (settings, "document-quotes");
  if (!g_str_equal (paper, "default"))
    options->report.paper = read_choice (settings, "document-paper", NSM_TYPE_PAPER_SIZE);
  nsm_document_options_set_language (options, language);
  return options;
}

/**
 * nsm_document_options_save:
 * @settings: (nullable): as of nsm_document_options_new_settings()
 *
 * Remembers them for the next time.
 */
void
nsm_document_options_save (const NsmDocumentOptions *options, GSettings *settings)
{
  const NsmReportFormatInfo *info = nsm_report_format_get_info (options->format);
  const char *language = options->report.language != NULL ? options->report.language : "";
  g_autoptr (NsmDocumentOptions) before = NULL;

  if (settings == NULL)
    return;
  before = nsm_document_options_load (settings);
  if (info != NULL && before->format != options->format)
    g_settings_set_string (settings, "document-format", info->nick);
  write_choice (settings, "document-scope", NSM_TYPE_REPORT_SCOPE, options->report.scope);
  write_choice (settings, "document-names", NSM_TYPE_REPORT_NAMES, options->report.names);
  if (before->report.without_quotes != options->report.without_quotes)
    g_settings_set_boolean (settings, "document-quotes", !options->report.without_quotes);
  if (g_strcmp0 (before->report.language, options->report.language) != 0)
    g_settings_set_string (settings, "document-language", language);
  if (before->report.paper != options->report.paper)
    write_choice (settings, "document-paper", NSM_TYPE_PAPER_SIZE, options->report.paper);
}

/**
 * nsm_document_options_set_language:
 * @language: (nullable): a tag; NULL or "": as the window
 */
void
nsm_document_options_set_language (NsmDocumentOptions *options, const char *language)
{
  char *copy = language != NULL && language[0] != '\0' ? g_strdup (language) : NULL;

  g_free ((char *) options->report.language);
  options->report.language = copy;
}

/* What no system forbids in the name of a file, cut at a space. */
static char *
dup_tame (const char *text)
{
  g_autofree char *tame = g_utf8_make_valid (text, -1);
  char *at = tame;

  for (char *p = tame; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) || strchr ("/\\:*?\"<>|", *p) != NULL)
      *p = ' ';
  g_strstrip (tame);
  while (*at == '.' || *at == ' ')
    at++;
  if (g_utf8_strlen (at, -1) > LONGEST_NAME)
    {
      char *space;

      *g_utf8_offset_to_pointer (at, LONGEST_NAME) = '\0';
      space = strrchr (at, ' ');
      if (space != NULL && space > at)
        *space = '\0';
    }
  return g_strdup (at);
}

static char *
dup_subject (NsmWorkshop *workshop)
{
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);
  NsmMetric *metric = chosen != NULL ? nsm_candidate_get_metric (chosen) : NULL;
  const char *subject = metric != NULL ? metric->name : "";
  g_autofree char *tame = NULL;

  if (subject[0] == '\0')
    subject = workshop->title[0] != '\0' ? workshop->title : workshop->product;
  tame = dup_tame (subject);
  return tame[0] != '\0' ? g_steal_pointer (&tame) : g_strdup (_("North Star Metric"));
}

/**
 * nsm_document_options_dup_file_name:
 * @version: of the definition; 0: the one that is being worked on
 *
 * Returns: (transfer full): what a file of @workshop with such a document in it could be called
 */
char *
nsm_document_options_dup_file_name (const NsmDocumentOptions *options, NsmWorkshop *workshop,
                                    guint version)
{
  const NsmReportFormatInfo *info = nsm_report_format_get_info (options->format);
  g_autofree char *subject = dup_subject (workshop);
  g_autoptr (GString) name = g_string_new (subject);

  if (info->write_report == NULL || options->format == NSM_REPORT_FORMAT_DECISION_RECORD)
    g_string_append_printf (name, " – %s", _(info->label));
  else if (options->report.scope == NSM_REPORT_SCOPE_SUMMARY)
    g_string_append_printf (name, " – %s", C_("in the name of a file", "summary"));
  if (version > 0)
    /* Translators: in the name of a file */
    g_string_append_printf (name, _(" – version %u"), version);
  g_string_append (name, info->suffix);
  return g_strdup (name->str);
}

void
nsm_document_options_free (NsmDocumentOptions *options)
{
  if (options == NULL)
    return;
  g_free ((char *) options->report.language);
  g_free (options);
}
