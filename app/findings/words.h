/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/* The words by which the rules recognize what they look for. They belong to a
 * language, that of the workshop's texts, not of whoever reads it: data/method/words has a file
 * for each. */

typedef enum
{
  NSM_WORDS_REVENUE,
  NSM_WORDS_VANITY,
  NSM_WORDS_ACTIVITY,
  NSM_WORDS_VALUE, /* received: takes the sting out of activity */
  NSM_WORDS_VAGUE,
  NSM_WORDS_INDEX,
  NSM_WORDS_CUMULATIVE,
  NSM_WORDS_JOINING,
  NSM_WORDS_MARKETING,
  NSM_WORDS_MARKETING_INSIDE, /* takes the sting out of marketing */
  NSM_WORDS_FEATURES,
  NSM_WORDS_ATTENTION,
  NSM_WORDS_TRANSACTION,
  NSM_WORDS_PRODUCTIVITY,
  NSM_WORDS_COUNT_NOISE,
  NSM_WORDS_COMMON, /* by which the language itself is recognized */
  NSM_N_WORDS,
} NsmWordList;

typedef struct _NsmWords NsmWords;

NsmWords *nsm_words_new (const char *const *languages);
void nsm_words_free (NsmWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmWords, nsm_words_free)

NsmWords *nsm_words_get_for_workshop (NsmWorkshop *workshop);
const char *nsm_words_get_language (NsmWords *self);
char *nsm_words_find (NsmWords *self, NsmWordList list, const char *text);
GPtrArray *nsm_words_find_all (NsmWords *self, NsmWordList list, const char *text);

G_END_DECLS
