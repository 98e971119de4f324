/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cjson/cJSON.h>

#include "record/record.h"

G_BEGIN_DECLS

#define NSM_JSON_ERROR (nsm_json_error_quark ())
GQuark nsm_json_error_quark (void);

typedef enum
{
  NSM_JSON_ERROR_SYNTAX = 1, /* the text isn't the JSON we accept */
  NSM_JSON_ERROR_TYPE,
  NSM_JSON_ERROR_RANGE,
  NSM_JSON_ERROR_CHOICE,
  NSM_JSON_ERROR_ID,
  NSM_JSON_ERROR_REFERENCE,
} NsmJsonError;

#define NSM_JSON_MAX_DEPTH 64
#define NSM_JSON_MAX_SIZE (64 * 1024 * 1024)

/* A parsed text together with where each value stood in it, so that members
 * we don't know can be kept to the letter. */
typedef struct _NsmJson NsmJson;

NsmJson *nsm_json_parse (const char *text, gsize length, GError **error);
void nsm_json_free (NsmJson *json);
const cJSON *nsm_json_get_root (NsmJson *json);
char *nsm_json_dup_raw (NsmJson *json, const cJSON *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmJson, nsm_json_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cJSON, cJSON_Delete)

char *nsm_json_format_number (double number);

cJSON *nsm_record_to_json (NsmRecord *record);
gboolean nsm_record_read_json (NsmRecord *record, NsmJson *json, const cJSON *object,
                               const char *const *ignored, GError **error);
gboolean nsm_record_read_json_leniently (NsmRecord *record, NsmJson *json, const cJSON *object,
                                         const char *const *ignored, GError **error);
gboolean nsm_record_check_references (NsmRecord *root, GError **error);

/* A copy with the same content, with ids of its own, owned by nobody. */
gpointer nsm_record_copy (gpointer record);

/* A copy with the same content under the same ids, owned by nobody. */
gpointer nsm_record_duplicate (gpointer record);

typedef struct
{
  char *path;   /* "definition.terms[2].meaning" */
  char *label;  /* for people */
  char *before; /* NULL: it wasn't there */
  char *after;  /* NULL: it is gone */
} NsmDifference;

char *nsm_record_dup_field_text (NsmRecord *record, const NsmField *field);
void nsm_difference_free (NsmDifference *difference);
GPtrArray *nsm_record_compare (NsmRecord *before, NsmRecord *after);

G_END_DECLS
