/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "evidence/csv.h"

G_BEGIN_DECLS

/* How a file of values is written, to look at and to change.
 *
 * Signal "changed": somebody chose something else. */

#define NSM_TYPE_DATA_FORMAT (nsm_data_format_get_type ())
G_DECLARE_FINAL_TYPE (NsmDataFormat, nsm_data_format, NSM, DATA_FORMAT, GtkWidget)

void nsm_data_format_set (NsmDataFormat *self, const NsmCsvFormat *format);
void nsm_data_format_get (NsmDataFormat *self, NsmCsvFormat *format);
char *nsm_data_format_dup_summary (const NsmCsvFormat *format);

G_END_DECLS
