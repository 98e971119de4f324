/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/options.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "record/record.h"

NSM_DEFINE_CHOICE (NsmReportScope, nsm_report_scope,
                   { NSM_REPORT_SCOPE_FULL, N_("Full record"), "full" },
                   { NSM_REPORT_SCOPE_SUMMARY, N_("Summary on one page"), "summary" })

NSM_DEFINE_CHOICE (NsmReportNames, nsm_report_names,
                   { NSM_REPORT_NAMES_ONLY, N_("Names, but not who gave which answer"), "names" },
                   { NSM_REPORT_NAMES_WITH_SCORES, N_("Names with scores"), "with-scores" },
                   { NSM_REPORT_NAMES_NONE, N_("No names"), "none" })

NSM_DEFINE_CHOICE (NsmPaperSize, nsm_paper_size,
                   { NSM_PAPER_SIZE_A4, N_("A4"), "a4" },
                   { NSM_PAPER_SIZE_LETTER, N_("US Letter"), "letter" })

/**
 * nsm_paper_size_get_points:
 * @width: (out): in points, 1/72 inch, upright
 * @height: (out): likewise
 */
void
nsm_paper_size_get_points (NsmPaperSize size, double *width, double *height)
{
  *width = size == NSM_PAPER_SIZE_LETTER ? 612 : 595.28;
  *height = size == NSM_PAPER_SIZE_LETTER ? 792 : 841.89;
}
