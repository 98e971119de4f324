/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The style sheet and the schema, inside the program. */
GResource *nsm_report_get_resource (void);

G_END_DECLS
