/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "method/versions.h"

#include <string.h>

#include "record/json.h"

/* JSON of the workshop without what isn't of the moment. */
static char *
dup_content (NsmWorkshop *workshop, gboolean with_rounds)
{
  g_autoptr (cJSON) json = nsm_record_to_json (NSM_RECORD (workshop));
  char *text, *copy;

  cJSON_DeleteItemFromObjectCaseSensitive (json, "versions");
  if (!with_rounds)
    cJSON_DeleteItemFromObjectCaseSensitive (json, "rounds");
  text = cJSON_PrintUnformatted (json);
  copy = g_strdup (text);
  cJSON_free (text);
  return copy;
}

/**
 * nsm_workshop_dup_fingerprint:
 *
 * Returns: (transfer full): the SHA-256 of all that @workshop holds but its earlier versions, in
 *   64 hexadecimal digits; the same for a file and what is read from it
 */
char *
nsm_workshop_dup_fingerprint (NsmWorkshop *workshop)
{
  g_autofree char *content = dup_content (workshop, TRUE);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
}
