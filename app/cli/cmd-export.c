/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "export-figure.h"
#include "method/versions.h"
#include "record/language.h"
#include "report/export.h"

/* What was asked for, in words. */
typedef struct
{
  char *output;
  char *format;
  char *scope;
  char *names;
  char *language;
  char *paper;
  char *date;
  char *figure;
  gboolean without_quotes;
  gboolean force;
  int version; /* 0: as it is now */
} Wishes;

static void
clear_wishes (Wishes *wishes)
{
  g_free (wishes->output);
  g_free (wishes->format);
  g_free (wishes->scope);
  g_free (wishes->names);
  g_free (wishes->language);
  g_free (wishes->paper);
  g_free (wishes->date);
  g_free (wishes->figure);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, clear_wishes)

/* @words: what there is to choose from; NULL at the end */
static gboolean
refuse (const char *option, const char *word, const char *const *words)
{
  g_autofree char *nearest = cli_find_nearest (word, words);
  g_autofree char *all = g_strjoinv (", ", (char **) words);

  if (nearest != NULL)
    /* Translators: an option, what stands after it, and what could have been meant */
    cli_say (_("%s can’t be “%s”. Did you mean “%s”?"), option, word, nearest);
  else
    /* Translators: an option, what stands after it, and a list of words */
    cli_say (_("%s can’t be “%s”; it is one of: %s."), option, word, all);
  return FALSE;
}

/* @word: (nullable): leaves @value as it is */
static gboolean
choose (const char *option, const char *word, GType type, guint *value)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (type);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (word == NULL || nsm_choice_from_nick (type, word, value))
    return TRUE;
  for (guint i = 0; i < choices->n_values; i++)
    g_ptr_array_add (words, (gpointer) choices->values[i].value_nick);
  g_ptr_array_add (words, NULL);
  return refuse (option, word, (const char *const *) words->pdata);
}

static GPtrArray *
list_formats (void)
{
  GPtrArray *nicks = g_ptr_array_new ();

  for (guint i = 0; i < nsm_report_formats_get_n (); i++)
    g_ptr_array_add (nicks, (gpointer) nsm_report_formats_get (i)->nick);
  g_ptr_array_add (nicks, NULL);
  return nicks;
}

static gboolean
choose_format (Wishes *wishes, NsmReportFormat *format)
{
  NsmReportFormat meant = nsm_report_format_for_path (wishes->output);
  g_autofree char *suffixes = nsm_report_formats_dup_suffixes ();
  g_autoptr (GPtrArray) nicks = list_formats ();
  const NsmReportFormatInfo *info;

  *format = wishes->format != NULL ? nsm_report_format_from_nick (wishes->format) : meant;
  if (wishes->format != NULL && *format == NSM_REPORT_FORMAT_NONE)
    return refuse ("--format", wishes->format, (const char *const *) nicks->pdata);
  if (*format == NSM_REPORT_FORMAT_NONE)
    {
      g_autofree char *shown = g_filename_display_name (wishes->output);

      cli_say (_("“%s” doesn’t say which format it should have: end it in %s, or use --format."),
               shown, suffixes);
      return FALSE;
    }
  info = nsm_report_format_get_info (*format);
  if (meant != NSM_REPORT_FORMAT_NONE &&
      strcmp (nsm_report_format_get_info (meant)->suffix, info->suffix) != 0)
    {
      g_autofree char *shown = g_filename_display_name (wishes->output);

      /* Translators: the name of a file, a format and its suffix */
      cli_say (_("“%s” would be taken for something else: what --format %s writes ends in %s."),
               shown, info->nick, info->suffix);
      return FALSE;
    }
  return TRUE;
}

static gboolean
choose_options (Wishes *wishes, NsmReportOptions *options)
{
  g_auto (GStrv) languages = nsm_languages_list ();
  guint scope = options->scope, names = options->names, paper = options->paper;

  if (!choose ("--scope", wishes->scope, NSM_TYPE_REPORT_SCOPE, &scope) ||
      !choose ("--names", wishes->names, NSM_TYPE_REPORT_NAMES, &names) ||
      !choose ("--paper", wishes->paper, NSM_TYPE_PAPER_SIZE, &paper))
    return FALSE;
  if (wishes->language != NULL &&
      !g_strv_contains ((const char *const *) languages, wishes->language))
    {
      g_autofree char *all = g_strjoinv (", ", languages);

      /* Nobody knows by heart which ones there are. */
      cli_say (_("%s can’t be “%s”; it is one of: %s."), "--language", wishes->language, all);
      return FALSE;
    }
  if (wishes->date != NULL && !nsm_date_is_valid (wishes->date))
    {
      cli_say (_("--date can’t be “%s”: write it as YYYY-MM-DD."), wishes->date);
      return FALSE;
    }
  options->scope = scope;
  options->names = names;
  options->paper = paper;
  options->without_quotes = wishes->without_quotes;
  options->language = wishes->language;
  options->date = wishes->date;
  return TRUE;
}

/* Of a format that is no document but something else of the workshop, there is no short one. */
static gboolean
check_scope (NsmReportFormat format, const NsmReportOptions *options)
{
  const NsmReportFormatInfo *info = nsm_report_format_get_info (format);

  if (options->scope != NSM_REPORT_SCOPE_SUMMARY || info->write_report != NULL)
    return TRUE;
  /* Translators: a format: "calendar" */
  cli_say (_("There is no summary as %s: leave out --scope summary."), info->nick);
  return FALSE;
}

static gboolean
parse (Wishes *wishes, char ***arguments, int *status)
{
  g_autoptr (GPtrArray) nicks = list_formats ();
  g_autofree char *formats = g_strjoinv (", ", (char **) nicks->pdata);
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes->output,
      N_("Where to; its suffix says how"), N_("OUT") },
    /* A list of words for a shell: the same in each language. */
    { "format", 0, 0, G_OPTION_ARG_STRING, &wishes->format, formats, N_("FORMAT") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &wishes->scope,
      N_("full (the default), or summary: one page"), N_("SCOPE") },
    { "names", 0, 0, G_OPTION_ARG_STRING, &wishes->names,
      N_("names (the default), with-scores: also who gave which answer, or none"), N_("NAMES") },
    { "without-quotes", 0, 0, G_OPTION_ARG_NONE, &wishes->without_quotes,
      N_("Leave out what customers said, and who they are"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &wishes->language,
      N_("Language of the document; yours if not said"), N_("TAG") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &wishes->paper, N_("a4 (the default) or letter"),
      N_("PAPER") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &wishes->date,
      N_("Day of the document; today if not said"), N_("YYYY-MM-DD") },
    { "version", 0, 0, G_OPTION_ARG_INT, &wishes->version,
      N_("The definition as it was when version N became final"), N_("N") },
    { "figure", 0, 0, G_OPTION_ARG_STRING, &wishes->figure,
      N_("One figure as a picture, .svg or .png: tree, scores, robustness…; list says which"),
      N_("FIGURE") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &wishes->force, N_("Replace OUT if it is there already"),
      NULL },
    G_OPTION_ENTRY_NULL
  };

  g_autofree char *examples =
    g_strdup_printf ("%s\n"
                     "  nsm export workshop.nsm -o decision.pdf\n"
                     "  nsm export workshop.nsm -o one-page.docx --scope summary --names none",
                     _("Examples:"));

  return cli_parse_described (&cli_export, entries, examples, arguments, 1, status);
}

/* @workshop: (inout): becomes the version that is wanted */
static gboolean
open_version (NsmWorkshop **workshop, int number, int *status)
{
  NsmVersion *version = number > 0 ? nsm_workshop_find_version (*workshop, (guint) number) : NULL;
  g_autoptr (GError) error = NULL;
  NsmWorkshop *opened;

  if (version == NULL)
    {
      cli_say (_("There is no version %d; “nsm show” lists the versions there are."), number);
      *status = CLI_NO;
      return FALSE;
    }
  opened = nsm_version_open (version, *workshop, &error);
  if (opened == NULL)
    {
      cli_say ("%s", error->message);
      *status = CLI_UNREADABLE;
      return FALSE;
    }
  g_set_object (workshop, opened);
  g_object_unref (opened);
  return TRUE;
}

static int
run_figure (Wishes *wishes, const char *path)
{
  NsmReportOptions options = { 0 };
  g_autoptr (NsmWorkshop) workshop = NULL;
  int status;

  if (!choose_options (wishes, &options))
    return CLI_USAGE;
  workshop = cli_read (path);
  if (workshop == NULL)
    return CLI_UNREADABLE;
  if (wishes->version != 0 && !open_version (&workshop, wishes->version, &status))
    return status;
  return cli_export_figure (workshop, &options, wishes->figure, wishes->output, wishes->force);
}

static int
run (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  g_auto (Wishes) wishes = { 0 };
  NsmReportOptions options = { 0 };
  NsmReportFormat format;
  g_autoptr (NsmWorkshop) workshop = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!parse (&wishes, &rest, &status))
    return status;
  if (wishes.figure != NULL)
    return run_figure (&wishes, rest[1]);
  if (wishes.output == NULL)
    {
      g_autofree char *suffixes = nsm_report_formats_dup_suffixes ();

      cli_say (_("Say where to, with -o: a file that ends in %s."), suffixes);
      return CLI_USAGE;
    }
  if (!choose_format (&wishes, &format) || !choose_options (&wishes, &options) ||
      !check_scope (format, &options))
    return CLI_USAGE;
  workshop = cli_read (rest[1]);
  if (workshop == NULL)
    return CLI_UNREADABLE;
  if (wishes.version != 0 && !open_version (&workshop, wishes.version, &status))
    return status;
  if (nsm_report_export (workshop, wishes.output, format, &options, wishes.force, &error))
    return CLI_DONE;
  cli_say ("%s", error->message);
  return g_error_matches (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_EMPTY) ? CLI_NO : CLI_UNWRITTEN;
}

const CliCommand cli_export = { "export", N_("FILE"),
                                N_("Write the document as PDF, Word, a web page…"), run };
