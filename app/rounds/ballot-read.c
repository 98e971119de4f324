/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rounds/ballot-private.h"

G_DEFINE_QUARK (nsm-ballot-error-quark, nsm_ballot_error)

gboolean
nsm_ballot_refuse (GError **error, NsmBallotError code, const char *why)
{
  g_set_error_literal (error, NSM_BALLOT_ERROR, code, why);
  return FALSE;
}

static NsmBallotKind
get_kind (const cJSON *root)
{
  const char *format =
    cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (root, "format"));

  if (g_strcmp0 (format, NSM_BALLOT_REQUEST_FORMAT) == 0)
    return NSM_BALLOT_KIND_REQUEST;
  return g_strcmp0 (format, NSM_BALLOT_FORMAT) == 0 ? NSM_BALLOT_KIND_BALLOT
                                                    : NSM_BALLOT_KIND_NONE;
}

/**
 * nsm_ballot_kind_get:
 *
 * Returns: what those bytes say that they are; whether they are a whole one is for
 *   nsm_ballot_request_read() and nsm_ballot_file_read() to say
 */
NsmBallotKind
nsm_ballot_kind_get (const char *data, gsize length)
{
  g_autoptr (NsmJson) json =
    length <= NSM_BALLOT_MAX_SIZE ? nsm_json_parse (data, length, NULL) : NULL;

  return json != NULL ? get_kind (nsm_json_get_root (json)) : NSM_BALLOT_KIND_NONE;
}

/* Says what the file is instead, where that is known. */
static gboolean
refuse_format (const cJSON *root, const char *wanted, GError **error)
{
  gboolean request = strcmp (wanted, NSM_BALLOT_REQUEST_FORMAT) == 0;
  const char *format =
    cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (root, "format"));

  if (g_strcmp0 (format, "north-star-workshop") == 0)
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_FILE,
                              request ? _("This is a workshop, not a ballot request.")
                                      : _("This is a workshop, not a ballot."));
  if (!request && get_kind (root) == NSM_BALLOT_KIND_REQUEST)
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_FILE,
                              _("This is the request, with the questions. What is wanted is the "
                                "ballot that was made by answering it."));
  if (request && get_kind (root) == NSM_BALLOT_KIND_BALLOT)
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_FILE,
                              _("This is a sealed ballot, not a request: it has been answered "
                                "already."));
  return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_FILE,
                            request ? _("This isn’t a ballot request of North Star Workshop.")
                                    : _("This isn’t a ballot of North Star Workshop."));
}

static gboolean
check_heading (const cJSON *root, const char *wanted, GError **error)
{
  const char *format =
    cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (root, "format"));
  const cJSON *version = cJSON_GetObjectItemCaseSensitive (root, "version");

  if (!cJSON_IsObject (root) || g_strcmp0 (format, wanted) != 0)
    return refuse_format (root, wanted, error);
  if (!cJSON_IsNumber (version) || version->valuedouble < 1 ||
      floor (version->valuedouble) < version->valuedouble)
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_FILE,
                              _("The file is damaged: it doesn’t say its version."));
  if (version->valuedouble > NSM_BALLOT_VERSION)
    return nsm_ballot_refuse (error, NSM_BALLOT_ERROR_NEWER,
                              _("The file was made by a newer version of North Star Workshop; "
                                "update this one, then try again."));
  return TRUE;
}

/**
 * nsm_ballot_parse:
 * @members: which members there are, besides "format" and "version": each once, and
 *   no others
 *
 * Returns: (transfer full) (nullable): the file
 */
NsmJson *
nsm_ballot_parse (const char *data, gsize length, const char *format, const char *const *members,
                  GError **error)
{
  g_autoptr (NsmJson) json = NULL;
  g_autoptr (GError) problem = NULL;
  const cJSON *root;

  if (length > NSM_BALLOT_MAX_SIZE)
    {
      nsm_ballot_refuse (error, NSM_BALLOT_ERROR_FILE,
                         _("The file is far too large to be a ballot or a request."));
      return NULL;
    }
  json = nsm_json_parse (data, length, &problem);
  if (json == NULL)
    {
      g_set_error (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_FILE,
                   /* Translators: followed by the place and kind of what is wrong */
                   _("This isn’t a ballot file, or it is damaged. %s"), problem->message);
      return NULL;
    }
  root = nsm_json_get_root (json);
  if (!check_heading (root, format, error))
    return NULL;
  for (const cJSON *item = root->child; item != NULL; item = item->next)
    if (!g_strv_contains (members, item->string) && strcmp (item->string, "format") != 0 &&
        strcmp (item->string, "version") != 0)
      {
        g_set_error (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_FILE,
                     _("The file is damaged: it has a part “%.40s” that doesn’t belong there."),
                     item->string);
        return NULL;
      }
  for (guint i = 0; members[i] != NULL; i++)
    if (cJSON_GetObjectItemCaseSensitive (root, members[i]) == NULL)
      {
        g_set_error (error, NSM_BALLOT_ERROR, NSM_BALLOT_ERROR_FILE,
                     _("The file is damaged: its part “%s” is missing."), members[i]);
        return NULL;
      }
  return g_steal_pointer (&json);
}
