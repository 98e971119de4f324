/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "model/workshop.h"
#include "report/options.h"

G_BEGIN_DECLS

gboolean nsm_document_copy_markdown (GdkClipboard *clipboard, NsmWorkshop *workshop,
                                     const NsmReportOptions *options, GError **error);
void nsm_document_copy_rich_text (GdkClipboard *clipboard, NsmWorkshop *workshop,
                                  const NsmReportOptions *options);

G_END_DECLS
