/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files about ballot requests and ballot files share. */
#pragma once

#include <gio/gio.h>

#include "record/json.h"
#include "rounds/ballot-file.h"
#include "rounds/private.h"

G_BEGIN_DECLS

#define NSM_BALLOT_REQUEST_FORMAT "north-star-workshop-ballot-request"
#define NSM_BALLOT_FORMAT "north-star-workshop-ballot"
#define NSM_BALLOT_VERSION 1
#define NSM_BALLOT_MAX_SIZE (4 * 1024 * 1024)
#define NSM_ASKED_SIZE (2 * NSM_HASH_SIZE + 1)

/* The look and the program of the page for browsers. */
GResource *nsm_ballot_get_resource (void);

/* ballot-read.c */

NsmJson *nsm_ballot_parse (const char *data, gsize length, const char *format,
                           const char *const *members, GError **error);
gboolean nsm_ballot_refuse (GError **error, NsmBallotError code, const char *why);

/* ballot-request.c */

cJSON *nsm_ballot_request_make_json (NsmRound *round, const char *title, GError **error);

G_END_DECLS
