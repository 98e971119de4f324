/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GType nsm_place_get_page_type (guint place);

G_END_DECLS
