/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/formats.h"

G_BEGIN_DECLS

/* What leaves the room with a document: looked up in the document itself, not in what was asked
 * for, so that a name in somebody's text is seen, too. */

typedef struct
{
  NsmReportFormat format;
  gboolean nameless;    /* no names were asked for */
  gboolean names_marks; /* who gave which answer is in it */
  GPtrArray *names;     /* char *: of people of the workshop, as far as they stand in it */
  guint n_quotes;       /* of customers */
} NsmOutgoing;

NsmOutgoing *nsm_outgoing_new (NsmWorkshop *workshop, NsmReportFormat format,
                               const NsmReportOptions *options);
char *nsm_outgoing_dup_words (NsmOutgoing *outgoing);
void nsm_outgoing_free (NsmOutgoing *outgoing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmOutgoing, nsm_outgoing_free)

G_END_DECLS
