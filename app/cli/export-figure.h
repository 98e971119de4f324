/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"
#include "report/options.h"

G_BEGIN_DECLS

int cli_export_figure (NsmWorkshop *workshop, const NsmReportOptions *options, const char *word,
                       const char *output, gboolean force);

G_END_DECLS
