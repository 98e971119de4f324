/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"
#include "rounds/key-store.h"

G_BEGIN_DECLS

typedef void (*NsmPinFunc) (GObject *owner, const char *person);

void nsm_pin_ask (GtkWidget *place, NsmRound *round, NsmKeyStore *keys, const char *person,
                  NsmPinFunc go_on, GObject *owner);

G_END_DECLS
