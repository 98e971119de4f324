/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"
#include "rounds/ballot-file.h"

G_BEGIN_DECLS

/* The subcommands of nsm ballot. */

extern const CliCommand cli_ballot_request, cli_ballot_show, cli_ballot_answer, cli_ballot_import;

/* One thing to answer: a cell of a grid, a place in a ranking, a vote, a text. */
typedef struct
{
  NsmSubject *subject; /* NULL where there is none */
  NsmAspect *aspect;   /* NULL where there is none */
  NsmEntry *entry;
} CliQuestion;

/* cmd-ballot.c */

GBytes *cli_ballot_load (const char *path);
NsmBallotRequest *cli_ballot_read_request (GBytes *bytes);
gboolean cli_ballot_can_save (const char *path, gboolean force);
gboolean cli_ballot_save (const char *path, GBytes *bytes, gboolean force);

/* cmd-ballot-talk.c: in a terminal */

NsmRosterEntry *cli_ballot_ask_person (NsmBallotRequest *request);
gboolean cli_ballot_ask (NsmBallotRequest *request, NsmAnswer *answer);
void cli_ballot_show_request (NsmBallotRequest *request);
char *cli_ballot_dup_question (NsmRound *round, NsmSubject *subject, NsmAspect *aspect);

/* cmd-ballot-file.c: from a file */

NsmRosterEntry *cli_ballot_find_person (NsmRound *round, const char *name);
gboolean cli_ballot_read_answers (NsmRound *round, const char *path, NsmAnswer *answer);
char *cli_ballot_dup_person_in_file (const char *path);

G_END_DECLS
