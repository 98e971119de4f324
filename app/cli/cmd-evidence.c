/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence.h"

#include <glib/gi18n-lib.h>

#include "evidence/words.h"
#include "store/lock.h"

/* Reads the first rows: as it is written by what is found, or by what was said. */
static NsmCsvPeek *
peek (const CliEvidenceOptions *options, GFile *file, int *status)
{
  g_autoptr (GError) error = NULL;
  NsmCsvPeek *first = nsm_csv_peek (file, NULL, NULL, &error);
  NsmCsvFormat format = { "UTF-8", ',', '"', '.', TRUE };

  if (cli_evidence_has_format (options))
    {
      if (first != NULL)
        format = first->format;
      if (!cli_evidence_set_format (options, &format))
        {
          g_clear_pointer (&first, nsm_csv_peek_free);
          *status = CLI_USAGE;
          return NULL;
        }
      g_clear_pointer (&first, nsm_csv_peek_free);
      g_clear_error (&error);
      first = nsm_csv_peek (file, &format, NULL, &error);
    }
  if (first == NULL)
    {
      cli_say ("%s", error->message);
      *status = CLI_UNREADABLE;
    }
  return first;
}

/* The file of the workshop that this one is a newer state of: it has the same name. */
static NsmDataset *
find_earlier (NsmWorkshop *workshop, NsmDataset *dataset)
{
  NSM_LIST_EACH (NsmDataset, earlier, workshop->datasets)
    if (g_str_equal (earlier->name, dataset->name))
      return earlier;
  return NULL;
}

static int
look_at (const CliEvidenceOptions *options, NsmWorkshop *workshop, GFile *file, gboolean json,
         const char *path, NsmFingerprint *fingerprint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmCsvPeek) first = NULL;
  g_autoptr (NsmDataset) dataset = NULL;
  g_autoptr (NsmLook) look = NULL;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  NsmDataset *kept, *earlier = NULL;
  int status = CLI_DONE;

  first = peek (options, file, &status);
  if (first == NULL)
    return status;
  dataset = nsm_dataset_guess (workshop, name, first);
  if (options->into != NULL)
    earlier = find_earlier (workshop, dataset);
  if (earlier != NULL)
    nsm_dataset_take_over (dataset, earlier);
  if (!cli_evidence_plan (options, workshop, dataset))
    return CLI_USAGE;
  look = nsm_dataset_look (dataset, file, NULL, &error);
  if (look == NULL)
    {
      cli_say ("%s", error->message);
      return CLI_UNREADABLE;
    }
  kept = nsm_workshop_keep_look (workshop, dataset, look, earlier);
  if (path != NULL && !cli_store (workshop, path, fingerprint))
    return CLI_UNWRITTEN;
  if (json)
    return cli_print_json (cli_evidence_make_json (workshop, kept, look));
  cli_evidence_print (workshop, kept, look);
  return cli_finish (CLI_DONE);
}

static int
run_into (const CliEvidenceOptions *options, GFile *file, gboolean json)
{
  g_autofree char *path = nsm_save_resolve (options->into);
  g_autoptr (NsmLock) lock = NULL;
  g_autoptr (NsmWorkshop) workshop = NULL;
  NsmFingerprint fingerprint;
  gboolean taken = FALSE;
  int status;

  lock = nsm_lock_take (path, &taken);
  if (taken)
    {
      cli_say (_("The workshop is open in a window: open the data there, or close it first."));
      return CLI_UNWRITTEN;
    }
  workshop = cli_read_for_writing (path, &fingerprint, &status);
  if (workshop == NULL)
    return status;
  return look_at (options, workshop, file, json, path, &fingerprint);
}

static void
clear_options (CliEvidenceOptions *options)
{
  g_strfreev (options->candidates);
  g_strfreev (options->outcomes);
  g_strfreev (options->measured);
  g_free (options->segment);
  g_free (options->date);
  g_free (options->period);
  g_free (options->changed);
  g_free (options->delimiter);
  g_free (options->decimal);
  g_free (options->quote);
  g_free (options->encoding);
  g_free (options->into);
}

static int
run (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  CliEvidenceOptions o = { 0 };
  const GOptionEntry entries[] = {
    { "candidate", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o.candidates,
      N_("A column that is a candidate; with --into COL=NAME says which"), N_("COL") },
    { "outcome", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o.outcomes,
      N_("A column that is an outcome; COL=retention, revenue, satisfaction or other"), N_("COL") },
    { "measured", 0, 0, G_OPTION_ARG_STRING_ARRAY, &o.measured,
      N_("When: COL=1-14 (days since each customer’s start), COL=2026-01-01..2026-03-31, COL=always"),
      N_("COL=WHEN") },
    { "segment", 0, 0, G_OPTION_ARG_STRING, &o.segment, N_("The column that tells segments apart"),
      N_("COL") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &o.date, N_("The column with dates"), N_("COL") },
    { "period", 0, 0, G_OPTION_ARG_STRING, &o.period, N_("day, week, month or quarter"),
      N_("PERIOD") },
    { "changed", 0, 0, G_OPTION_ARG_STRING, &o.changed,
      N_("When the product changed, for the time to react"), N_("DATE") },
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &o.delimiter,
      N_("What separates columns: , ; | or tab"), N_("SIGN") },
    { "decimal", 0, 0, G_OPTION_ARG_STRING, &o.decimal, N_("The decimal sign: . or ,"), N_("SIGN") },
    { "quote", 0, 0, G_OPTION_ARG_STRING, &o.quote, N_("What encloses texts: \" or ' or none"),
      N_("SIGN") },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &o.encoding, N_("UTF-8, UTF-16LE, WINDOWS-1252…"),
      N_("NAME") },
    { "no-header", 0, 0, G_OPTION_ARG_NONE, &o.no_header, N_("The first line is a row already"),
      NULL },
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &o.into, N_("Keep the results in this workshop"),
      N_("FILE") },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GFile) file = NULL;
  g_autoptr (NsmWorkshop) workshop = NULL;
  gboolean json = FALSE;
  int status;

  if (!cli_parse_formatted (&cli_evidence, entries, &rest, 1, &json, &status))
    {
      clear_options (&o);
      return status;
    }
  file = g_file_new_for_commandline_arg (rest[1]);
  if (o.into != NULL)
    status = run_into (&o, file, json);
  else
    {
      workshop = nsm_workshop_new ();
      status = look_at (&o, workshop, file, json, NULL, NULL);
    }
  clear_options (&o);
  return status;
}

const CliCommand cli_evidence = { "evidence", N_("CSV"),
                                  N_("Show which candidate goes along with the outcomes, from a "
                                     "file of data"),
                                  run };
