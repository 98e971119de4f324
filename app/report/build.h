/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"
#include "report/tree.h"

G_BEGIN_DECLS

/* From a workshop to the document. */

typedef struct
{
  const char *date; /* "YYYY-MM-DD" printed as the day of this document; NULL: today */
} NsmReportOptions;

NsmReport *nsm_report_build (NsmWorkshop *workshop, const NsmReportOptions *options);

G_END_DECLS
