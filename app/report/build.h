/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"
#include "report/options.h"
#include "report/tree.h"

G_BEGIN_DECLS

/* From a workshop to the document. */

NsmReport *nsm_report_build (NsmWorkshop *workshop, const NsmReportOptions *options);

G_END_DECLS
