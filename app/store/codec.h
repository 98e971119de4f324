/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cjson/cJSON.h>

#include "model/workshop.h"
#include "store/error.h"

G_BEGIN_DECLS

/* Between a workshop and the bytes of a .nsm file: a JSON object that starts
 * with "format" and "version" and goes on with the workshop's fields. */

#define NSM_CODEC_FORMAT "north-star-workshop"
#define NSM_CODEC_VERSION 1

cJSON *nsm_codec_snapshot (NsmWorkshop *workshop);
GBytes *nsm_codec_print (const cJSON *snapshot, GError **error);

GBytes *nsm_codec_write (NsmWorkshop *workshop, GError **error);
NsmWorkshop *nsm_codec_read (const char *data, gsize length, gboolean *read_only, GError **error);

G_END_DECLS
