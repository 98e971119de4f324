/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report/tree.h"

G_BEGIN_DECLS

gboolean nsm_report_node_is_same (NsmNode *a, NsmNode *b);

G_END_DECLS
