/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli.h"
#include "evidence/dataset.h"

G_BEGIN_DECLS

/* What stood on the command line of nsm evidence. */
typedef struct
{
  char **candidates; /* COL or COL=NAME */
  char **outcomes;   /* COL or COL=KIND */
  char **measured;   /* COL=1-14, COL=2026-01-01..2026-03-31, COL=always */
  char *segment;
  char *date;
  char *period;
  char *changed;
  char *delimiter;
  char *decimal;
  char *quote;
  char *encoding;
  gboolean no_header;
  char *into;
} CliEvidenceOptions;

gboolean cli_evidence_set_format (const CliEvidenceOptions *options, NsmCsvFormat *format);
gboolean cli_evidence_has_format (const CliEvidenceOptions *options);
gboolean cli_evidence_plan (const CliEvidenceOptions *options, NsmWorkshop *workshop,
                            NsmDataset *dataset);
void cli_evidence_print (NsmWorkshop *workshop, NsmDataset *dataset, NsmLook *look);
cJSON *cli_evidence_make_json (NsmWorkshop *workshop, NsmDataset *dataset, NsmLook *look);

G_END_DECLS
