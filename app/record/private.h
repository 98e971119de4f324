/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the record layer share among themselves. */
#pragma once

#include "record/list.h"

G_BEGIN_DECLS

typedef void (*NsmRecordVisit) (NsmRecord *record, gpointer data);

void nsm_record_walk (NsmRecord *self, NsmRecordVisit visit, gpointer data);
void nsm_record_attach (NsmRecord *self, NsmRecord *owner, const NsmField *place);
void nsm_record_detach (NsmRecord *self);
void nsm_record_emit_changed (NsmRecord *self, const NsmField *field);
gboolean nsm_choice_exists (GType type, guint value);
gboolean nsm_numbers_are_same (double a, double b);
gboolean nsm_value_normalize (NsmRecord *self, const NsmField *field, const GValue *given,
                              GValue *value);
gboolean nsm_values_are_same (const NsmField *field, const GValue *a, const GValue *b);
char *nsm_text_normalize (const char *text, gsize max_chars);
gboolean nsm_char_is_refused (gunichar c);

void nsm_journal_orphan (NsmJournal *self);

NsmList *nsm_list_new (NsmRecord *owner, const NsmField *field);
void nsm_list_orphan (NsmList *self);

gboolean nsm_json_scan (const char *text, gsize length, GArray *spans, GError **error);

typedef struct
{
  gsize start;
  gsize end;
} NsmSpan;

G_END_DECLS
