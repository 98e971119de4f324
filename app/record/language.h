/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The language that people read here: of the program, and of a document, which may be in another
 * one. Languages go by their tag (BCP 47): "en", "de", "pt-BR". */

void nsm_language_init (void);

char *nsm_language_dup (void);
char *nsm_language_dup_own (void);
GStrv nsm_languages_list (void);
char *nsm_language_dup_name (const char *tag);
gboolean nsm_language_is_right_to_left (const char *language);

/* Until a scope is left, all texts, labels of choices, numbers and dates of this thread come in
 * its language. Scopes nest, and are left in the reverse order. */
typedef struct _NsmLanguageScope NsmLanguageScope;

NsmLanguageScope *nsm_language_enter (const char *tag);
void nsm_language_leave (NsmLanguageScope *scope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmLanguageScope, nsm_language_leave)

/* Numbers and days as the language writes them. */

char *nsm_number_dup (double number, int decimals);
const char *nsm_number_skip_zero (const char *text);
char *nsm_number_dup_percent (double share, int decimals);
char *nsm_number_dup_figures (double number, int figures);
char *nsm_date_dup_long (const char *iso);
char *nsm_date_dup_medium (const char *iso);
char *nsm_date_dup_month (const char *iso);
char *nsm_date_dup_month_short (const char *iso);
char *nsm_date_dup_year (const char *iso);
char *nsm_date_dup_day_short (const char *iso);

G_END_DECLS
