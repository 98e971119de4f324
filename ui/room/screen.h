/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/document.h"

G_BEGIN_DECLS

/* Whether the room sees the screen on which people answer in private. The program
 * can't know; so it asks before the first ballot, and remembers the answer as long
 * as the document is open. It is never written into the file. */

typedef void (*NsmScreenFunc) (GObject *owner);

void nsm_room_ask_screen (GtkWindow *parent, NsmDocument *document, NsmScreenFunc go_on,
                          GObject *owner);

gboolean nsm_room_is_screen_private (NsmDocument *document);
void nsm_room_set_screen_private (NsmDocument *document, gboolean is_private);

G_END_DECLS
