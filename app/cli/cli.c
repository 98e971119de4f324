/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "record/json.h"
#include "store/workshop-file.h"

/* Controls, and what turns the direction of the line around. */
static gboolean
steers (gunichar c)
{
  return (g_unichar_iscntrl (c) && c != '\n' && c != '\t') || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

/* Texts of files end up in terminals: what would steer one is shown as such. */
static char *
make_harmless (char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char_validated (p, -1);

      if (c >= (gunichar) -2)
        {
          /* No UTF-8, so it is a name of a file: as it is. */
          g_string_free (out, TRUE);
          return text;
        }
      g_string_append_unichar (out, steers (c) ? 0xfffd : c);
    }
  g_free (text);
  return g_string_free (out, FALSE);
}

/**
 * cli_say:
 *
 * Says a sentence to whoever sits there, on the standard error.
 */
void
cli_say (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list list;

  va_start (list, format);
  text = make_harmless (g_strdup_vprintf (format, list));
  va_end (list);
  g_printerr ("nsm: %s\n", text);
}

/**
 * cli_out:
 *
 * Writes a line of the result, in UTF-8 whatever the locale is.
 */
void
cli_out (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list list;

  va_start (list, format);
  text = make_harmless (g_strdup_vprintf (format, list));
  va_end (list);
  fputs (text, stdout);
  fputc ('\n', stdout);
}

/**
 * cli_out_heading:
 *
 * Writes an empty line and a heading.
 */
void
cli_out_heading (const char *text)
{
  cli_out ("\n%s", text);
}

static gboolean
has_entry (const GOptionEntry *entries, const char *name)
{
  for (; entries != NULL && entries->long_name != NULL; entries++)
    if (strcmp (entries->long_name, name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
parse (const CliCommand *command, const GOptionEntry *entries, const char *description,
       char **format, char ***arguments, guint n_parameters, int *status)
{
  gboolean version = FALSE;
  const GOptionEntry common[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Show the version"), NULL },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry formats[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, format, N_("text (the default) or json"), N_("FORMAT") },
    G_OPTION_ENTRY_NULL
  };
  g_autofree char *parameters =
    g_strdup_printf ("%s…", command->parameters != NULL ? _(command->parameters) : "");
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("nsm %s", command->name);
  guint n;

  context = g_option_context_new (command->parameters != NULL ? _(command->parameters) : NULL);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_description (context, description);
  /* A command may ask for another version than the program's; alone it means the program's. */
  if (!has_entry (entries, "version") ||
      (g_strv_length (*arguments) == 2 && strcmp ((*arguments)[1], "--version") == 0))
    g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (format != NULL)
    g_option_context_add_main_entries (context, formats, GETTEXT_PACKAGE);
  g_set_prgname (name);
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      cli_say ("%s", error->message);
      *status = CLI_USAGE;
      return FALSE;
    }
  if (version)
    {
      cli_out ("nsm %s", NSM_PROGRAM_VERSION);
      *status = cli_finish (CLI_DONE);
      return FALSE;
    }
  n = g_strv_length (*arguments) - 1;
  if (n_parameters & CLI_OR_MORE ? n < (n_parameters & ~CLI_OR_MORE) : n != n_parameters)
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      if (n > (n_parameters & ~CLI_OR_MORE))
        cli_say (_("“%s” is one argument too many."), (*arguments)[n_parameters + 1]);
      else
        cli_say (_("A file is missing."));
      g_printerr ("\n%s", help);
      *status = CLI_USAGE;
      return FALSE;
    }
  return TRUE;
}

/**
 * cli_parse:
 * @entries: (nullable): options of this command
 * @arguments: (inout): what stood after the command's name; what is left of it
 * @n_parameters: how many must be left; with %CLI_OR_MORE, at least
 * @status: (out): what to exit with when there is nothing more to do
 *
 * Shows help or version where asked, and says what isn't understood.
 *
 * Returns: whether to go on
 */
gboolean
cli_parse (const CliCommand *command, const GOptionEntry *entries, char ***arguments,
           guint n_parameters, int *status)
{
  return parse (command, entries, NULL, NULL, arguments, n_parameters, status);
}

/**
 * cli_parse_described:
 * @description: what its help ends in
 *
 * As cli_parse().
 *
 * Returns: whether to go on
 */
gboolean
cli_parse_described (const CliCommand *command, const GOptionEntry *entries,
                     const char *description, char ***arguments, guint n_parameters, int *status)
{
  return parse (command, entries, description, NULL, arguments, n_parameters, status);
}

static gboolean
parse_format (const char *format, gboolean *json)
{
  *json = g_strcmp0 (format, "json") == 0;
  if (format == NULL || *json || strcmp (format, "text") == 0)
    return TRUE;
  cli_say (_("There is no format “%s”: use text or json."), format);
  return FALSE;
}

/**
 * cli_parse_formatted:
 * @json: (out): whether the result is wanted as JSON
 *
 * As cli_parse(), for a command that has a --format.
 *
 * Returns: whether to go on
 */
gboolean
cli_parse_formatted (const CliCommand *command, const GOptionEntry *entries, char ***arguments,
                     guint n_parameters, gboolean *json, int *status)
{
  g_autofree char *format = NULL;

  if (!parse (command, entries, NULL, &format, arguments, n_parameters, status))
    return FALSE;
  *status = CLI_USAGE;
  return parse_format (format, json);
}

/**
 * cli_read:
 *
 * Returns: (transfer full) (nullable): the workshop in that file; if it can't be
 *   read, it was said why
 */
NsmWorkshop *
cli_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean newer = FALSE;
  NsmWorkshop *workshop = nsm_workshop_load (path, &newer, &error);

  if (workshop == NULL)
    cli_say ("%s", error->message);
  else if (newer)
    {
      g_autofree char *name = g_filename_display_name (path);

      cli_say (_("%s: written by a newer version; what this version doesn’t know was left out."),
               name);
    }
  return workshop;
}

/**
 * cli_open:
 * @entries: (nullable): options of this command beside --format
 * @arguments: (inout): as in cli_parse()
 * @json: (out): whether the result is wanted as JSON
 * @status: (out): what to exit with when there is no workshop
 *
 * How every command begins that shows something of one workshop.
 *
 * Returns: (transfer full) (nullable): the workshop; if there is none, it was said why
 */
NsmWorkshop *
cli_open (const CliCommand *command, const GOptionEntry *entries, char ***arguments,
          gboolean *json, int *status)
{
  NsmWorkshop *workshop;

  if (!cli_parse_formatted (command, entries, arguments, 1, json, status))
    return NULL;
  workshop = cli_read ((*arguments)[1]);
  *status = workshop != NULL ? CLI_DONE : CLI_UNREADABLE;
  return workshop;
}

/**
 * cli_round_is_meant:
 * @word: (nullable): "scores", "scores-2", or the id of a round; NULL means any
 *
 * Returns: whether @word means @round
 */
gboolean
cli_round_is_meant (NsmRound *round, const char *word)
{
  const char *kind = nsm_choice_get_nick (NSM_TYPE_ROUND_KIND, round->kind);
  g_autofree char *numbered = g_strdup_printf ("%s-%d", kind, (int) round->number);

  return word == NULL || strcmp (word, kind) == 0 || strcmp (word, numbered) == 0 ||
         strcmp (word, NSM_RECORD (round)->id) == 0;
}

/**
 * cli_add_number:
 *
 * Adds a number that reads back exactly; one that isn't set becomes null.
 */
void
cli_add_number (cJSON *object, const char *name, double number)
{
  g_autofree char *text = isfinite (number) ? nsm_json_format_number (number) : NULL;

  if (text != NULL)
    cJSON_AddRawToObject (object, name, text);
  else
    cJSON_AddNullToObject (object, name);
}

/**
 * cli_add_text:
 * @text: (nullable): "" if it is NULL
 */
void
cli_add_text (cJSON *object, const char *name, const char *text)
{
  cJSON_AddStringToObject (object, name, text != NULL ? text : "");
}

/**
 * cli_append_object:
 *
 * Returns: (transfer none): a new object at the end of @list
 */
cJSON *
cli_append_object (cJSON *list)
{
  cJSON *object = cJSON_CreateObject ();

  cJSON_AddItemToArray (list, object);
  return object;
}

/* The same text in JSON, as what is escaped steers nothing. */
static char *
escape_json (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char_validated (p, -1);

      if (c >= (gunichar) -2)
        {
          g_string_assign (out, text);
          break;
        }
      if (steers (c))
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/**
 * cli_print_json:
 * @object: (transfer full): the result
 *
 * Returns: the exit code
 */
int
cli_print_json (cJSON *object)
{
  char *text = cJSON_Print (object);
  g_autofree char *harmless = text != NULL ? escape_json (text) : NULL;

  cJSON_Delete (object);
  if (text == NULL)
    return CLI_UNWRITTEN;
  fputs (harmless, stdout);
  fputc ('\n', stdout);
  cJSON_free (text);
  return cli_finish (CLI_DONE);
}

/**
 * cli_print_json_with:
 * @object: (transfer full): the result
 * @status: what to exit with when all of it was written
 *
 * Returns: the exit code
 */
int
cli_print_json_with (cJSON *object, int status)
{
  int printed = cli_print_json (object);

  return printed == CLI_DONE ? status : printed;
}

/**
 * cli_finish:
 *
 * Returns: @status, or that the standard output took not everything
 */
int
cli_finish (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  cli_say (_("The result couldn’t be written: %s."), g_strerror (errno));
  return CLI_UNWRITTEN;
}

/* Letters to add, drop or change on the way from one word to the other. */
static guint
measure_distance (const char *a, const char *b)
{
  guint n = strlen (b) + 1;
  g_autofree guint *row = g_new (guint, n);

  for (guint j = 0; j < n; j++)
    row[j] = j;
  for (guint i = 1; a[i - 1] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j < n; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] != b[j - 1]));
          diagonal = above;
        }
    }
  return row[n - 1];
}

/**
 * cli_find_nearest:
 * @words: NULL-terminated
 *
 * Returns: (transfer full) (nullable): the one that was probably meant
 */
char *
cli_find_nearest (const char *word, const char *const *words)
{
  const char *best = NULL;
  guint least = G_MAXUINT;

  if (strlen (word) > 40)
    return NULL;
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint distance = measure_distance (word, words[i]);

      if (distance < least)
        {
          least = distance;
          best = words[i];
        }
    }
  return best != NULL && least <= MAX (2, strlen (best) / 3) ? g_strdup (best) : NULL;
}
