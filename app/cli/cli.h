/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cjson/cJSON.h>
#include <glib.h>

#include "model/workshop.h"
#include "store/save.h"

G_BEGIN_DECLS

/* What the subcommands share. Results go to the standard output, everything
 * said about them to the standard error. */

/* Exit codes: part of the interface, listed in nsm(1). */
typedef enum
{
  CLI_DONE = 0,
  CLI_NO = 1,         /* done, and the answer is no: errors found, nothing revealed */
  CLI_UNREADABLE = 2, /* the workshop can't be read */
  CLI_USAGE = 3,      /* the command line isn't understood */
  CLI_UNWRITTEN = 4,  /* the result can't be written; nothing was left behind */
} CliExit;

/* Of parameters: so many, or more. */
#define CLI_OR_MORE 0x100u

typedef struct
{
  const char *name;
  const char *parameters; /* msgid: after the options, "FILE" */
  const char *summary;    /* msgid: one line */
  int (*run) (char **arguments);
} CliCommand;

extern const CliCommand cli_new, cli_show, cli_check, cli_evidence, cli_export, cli_score,
  cli_transcript, cli_ballot, cli_schema, cli_verify;

void cli_say (const char *format, ...) G_GNUC_PRINTF (1, 2);
void cli_out (const char *format, ...) G_GNUC_PRINTF (1, 2);
void cli_out_heading (const char *text);
gboolean cli_parse (const CliCommand *command, const GOptionEntry *entries, char ***arguments,
                    guint n_parameters, int *status);
gboolean cli_parse_described (const CliCommand *command, const GOptionEntry *entries,
                              const char *description, char ***arguments, guint n_parameters,
                              int *status);
NsmWorkshop *cli_read (const char *path);
NsmWorkshop *cli_open (const CliCommand *command, const GOptionEntry *entries, char ***arguments,
                       gboolean *json, int *status);
NsmWorkshop *cli_read_for_writing (const char *path, NsmFingerprint *fingerprint, int *status);
gboolean cli_store (NsmWorkshop *workshop, const char *path, NsmFingerprint *fingerprint);
gboolean cli_parse_formatted (const CliCommand *command, const GOptionEntry *entries,
                              char ***arguments, guint n_parameters, gboolean *json, int *status);
gboolean cli_round_is_meant (NsmRound *round, const char *word);
void cli_add_number (cJSON *object, const char *name, double number);
void cli_add_text (cJSON *object, const char *name, const char *text);
cJSON *cli_append_object (cJSON *list);
int cli_print_json (cJSON *object);
int cli_print_json_with (cJSON *object, int status);
int cli_finish (int status);
char *cli_find_nearest (const char *word, const char *const *words);

G_END_DECLS
