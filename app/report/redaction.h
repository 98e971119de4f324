/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"
#include "report/options.h"

G_BEGIN_DECLS

/* What may leave the room. Whatever is written goes by a copy of the workshop in which the rest
 * was never there: so no part of a document has to think of it. */

typedef struct _NsmRedaction NsmRedaction;

NsmRedaction *nsm_redaction_new (NsmWorkshop *workshop, const NsmReportOptions *options);
void nsm_redaction_free (NsmRedaction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmRedaction, nsm_redaction_free)
NsmWorkshop *nsm_redaction_get_workshop (NsmRedaction *self);
char *nsm_redaction_dup_text (NsmRedaction *self, const char *text);
char *nsm_redaction_dup_person (NsmRedaction *self, const char *id, const char *name);
char *nsm_redaction_dup_answering (NsmRedaction *self, const char *text);

NsmWorkshop *nsm_report_redact (NsmWorkshop *workshop, const NsmReportOptions *options);

G_END_DECLS
