/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document/pages-view.h"

G_BEGIN_DECLS

GtkWidget *nsm_pages_controls_new (NsmPagesView *view);

G_END_DECLS
