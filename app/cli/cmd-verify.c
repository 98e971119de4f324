/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a document came from a workshop, and is as it was written. */
#include "cli.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "method/versions.h"
#include "report/export.h"
#include "report/exported.h"

typedef enum
{
  SAME,          /* belongs, and nothing in it was changed */
  CHANGED,       /* belongs, but its words were */
  MARKUP,        /* belongs, but something else was */
  OTHER_STATE,   /* of the same workshop, at another time */
  OTHER,         /* of another one */
} Verdict;

typedef struct
{
  Verdict verdict;
  NsmVersion *version; /* of the workshop, that the document is of; NULL: of what it is now */
  char *section;       /* where the first difference is */
  int age;             /* of another state: -1 older, 1 newer, 0: who knows */
} Answer;

static NsmExported *
read_document (const char *path, GBytes **bytes)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  NsmExported *document;

  *bytes = nsm_save_read (path, NULL, &error);
  if (*bytes == NULL)
    {
      cli_say ("%s", error->message);
      return NULL;
    }
  document = nsm_exported_read (g_bytes_get_data (*bytes, NULL), g_bytes_get_size (*bytes), &error);
  if (document == NULL)
    /* Translators: the name of a file, and why it can't be checked */
    cli_say (_("“%s” can’t be checked: %s."), name, error->message);
  return document;
}

static gboolean
has_fingerprint (NsmWorkshop *workshop, NsmExported *document)
{
  g_autofree char *fingerprint = nsm_workshop_dup_fingerprint (workshop);

  return strcmp (fingerprint, nsm_exported_get_fingerprint (document)) == 0;
}

/* Which state of the workshop the document is of. */
static NsmWorkshop *
find_state (NsmWorkshop *workshop, NsmExported *document, NsmVersion **which)
{
  *which = NULL;
  if (has_fingerprint (workshop, document))
    return g_object_ref (workshop);
  NSM_LIST_EACH (NsmVersion, version, workshop->versions)
    {
      g_autoptr (NsmWorkshop) opened = NULL;

      if (strcmp (version->fingerprint, nsm_exported_get_fingerprint (document)) != 0)
        continue;
      opened = nsm_version_open (version, workshop, NULL);
      /* What was kept must be what it says it is. */
      if (opened == NULL || !has_fingerprint (opened, document))
        continue;
      *which = version;
      return g_steal_pointer (&opened);
    }
  return NULL;
}

/* Writes it again; paper is all that the document needn't say. */
static void
compare (NsmWorkshop *state, NsmExported *document, GBytes *written, Answer *answer)
{
  for (guint paper = NSM_PAPER_SIZE_A4; paper <= NSM_PAPER_SIZE_LETTER; paper++)
    {
      NsmReportOptions options = *nsm_exported_get_options (document);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (NsmExported) again = NULL;

      options.paper = paper;
      bytes = nsm_report_write (state, nsm_exported_get_format (document), &options, NULL);
      if (bytes == NULL)
        continue;
      if (g_bytes_equal (bytes, written))
        {
          answer->verdict = SAME;
          return;
        }
      again = nsm_exported_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
      if (again == NULL || answer->section != NULL)
        continue;
      answer->section = nsm_exported_dup_difference (document, again);
    }
  answer->verdict = answer->section != NULL ? CHANGED : MARKUP;
}

static void
judge (NsmWorkshop *workshop, NsmExported *document, GBytes *written, Answer *answer)
{
  g_autoptr (NsmWorkshop) state = find_state (workshop, document, &answer->version);
  g_autofree char *origin = nsm_workshop_dup_origin (workshop);
  guint was = nsm_exported_get_version (document);
  guint is = nsm_workshop_get_version_number (workshop);

  if (state != NULL)
    {
      compare (state, document, written, answer);
      return;
    }
  answer->verdict = OTHER;
  if (origin[0] != '\0' && strcmp (origin, nsm_exported_get_workshop (document)) == 0)
    {
      answer->verdict = OTHER_STATE;
      answer->age = was < is ? -1 : was > is;
    }
}

static const char *
get_nick (Verdict verdict)
{
  static const char *const nicks[] = { "same", "changed", "changed-markup", "other-state",
                                       "other-workshop" };

  return nicks[verdict];
}

static gboolean
is_of_other_program (NsmExported *document)
{
  return strcmp (nsm_exported_get_program (document), NSM_PROGRAM_VERSION) != 0;
}

static void
say_program (NsmExported *document)
{
  const char *program = nsm_exported_get_program (document);

  if (!is_of_other_program (document))
    return;
  if (program[0] != '\0')
    /* Translators: two versions of the program */
    cli_out (_("It was written by version %s of this program, which may word things differently "
               "than this version, %s."), program, NSM_PROGRAM_VERSION);
  else
    cli_out (_("It was written by another version of this program, which may word things "
               "differently."));
}

static void
print_state (Answer *answer)
{
  if (answer->version != NULL)
    cli_out (_("It is of version %.0f, final since %s."), answer->version->number,
             answer->version->date);
  else
    cli_out (_("It is of the workshop as it is now."));
}

static void
print_text (Answer *answer, NsmExported *document)
{
  switch (answer->verdict)
    {
    case SAME:
      cli_out (_("The document belongs to the workshop, and nothing in it was changed."));
      print_state (answer);
      break;
    case CHANGED:
      cli_out (_("The document says that it came from this workshop, but its text isn’t what the "
                 "workshop says."));
      cli_out (_("The first difference is in “%s”."), answer->section);
      print_state (answer);
      say_program (document);
      break;
    case MARKUP:
      cli_out (_("The document belongs to the workshop and has its words, but something else in "
                 "the file was changed."));
      print_state (answer);
      say_program (document);
      break;
    case OTHER_STATE:
      if (answer->age < 0)
        cli_out (_("The document came from this workshop, but is of an older state of it that "
                   "the file no longer holds."));
      else if (answer->age > 0)
        cli_out (_("The document came from this workshop, but is of a newer state of it than the "
                   "file holds."));
      else
        cli_out (_("The document came from this workshop, but is of another state of it: the "
                   "workshop was changed before or after."));
      break;
    case OTHER:
    default:
      cli_out (_("The document came from another workshop, or from another state of this one: "
                 "their fingerprints differ."));
    }
}

static cJSON *
make_json (Answer *answer, NsmExported *document)
{
  cJSON *result = cJSON_CreateObject ();
  static const char *const ages[] = { "older", "unknown", "newer" };

  cJSON_AddBoolToObject (result, "belongs", answer->verdict <= MARKUP);
  cJSON_AddBoolToObject (result, "unchanged", answer->verdict == SAME);
  cli_add_text (result, "verdict", get_nick (answer->verdict));
  cli_add_text (result, "fingerprint", nsm_exported_get_fingerprint (document));
  if (answer->verdict <= MARKUP && answer->version != NULL)
    cli_add_number (result, "version", answer->version->number);
  if (answer->section != NULL && answer->verdict == CHANGED)
    cli_add_text (result, "section", answer->section);
  if (answer->verdict == OTHER_STATE)
    cli_add_text (result, "state", ages[answer->age + 1]);
  cli_add_text (result, "program", nsm_exported_get_program (document));
  return result;
}

static int
run (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  g_autoptr (NsmExported) document = NULL;
  g_autoptr (NsmWorkshop) workshop = NULL;
  g_autoptr (GBytes) written = NULL;
  Answer answer = { 0 };
  gboolean json;
  int status;

  if (!cli_parse_formatted (&cli_verify, NULL, &rest, 2, &json, &status))
    return status;
  document = read_document (rest[1], &written);
  if (document == NULL)
    return CLI_UNREADABLE;
  workshop = cli_read (rest[2]);
  if (workshop == NULL)
    return CLI_UNREADABLE;
  judge (workshop, document, written, &answer);
  status = answer.verdict == SAME ? CLI_DONE : CLI_NO;
  if (json)
    {
      int printed = cli_print_json_with (make_json (&answer, document), status);

      g_free (answer.section);
      return printed;
    }
  print_text (&answer, document);
  g_free (answer.section);
  return cli_finish (status);
}

const CliCommand cli_verify = { "verify", N_("DOCUMENT FILE"),
                                N_("Check whether a document came from a workshop"), run };
