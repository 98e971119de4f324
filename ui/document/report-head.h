/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "report/tree.h"

G_BEGIN_DECLS

GtkWidget *nsm_report_head_new (NsmReport *report);

G_END_DECLS
