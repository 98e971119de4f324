/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/list.h"

G_BEGIN_DECLS

/* The history of a root record: groups of changes that are undone and redone
 * whole. Typing into one field merges into one group until it is sealed or
 * three seconds pass. */

#define NSM_TYPE_JOURNAL (nsm_journal_get_type ())
G_DECLARE_FINAL_TYPE (NsmJournal, nsm_journal, NSM, JOURNAL, GObject)

NsmJournal *nsm_journal_new (void);

void nsm_journal_begin (NsmJournal *self, const char *name);
void nsm_journal_end (NsmJournal *self);
void nsm_journal_seal (NsmJournal *self);
void nsm_record_begin_step (NsmRecord *record, const char *name);
void nsm_record_end_step (NsmRecord *record);
void nsm_journal_forget (NsmJournal *self);

gboolean nsm_journal_can_undo (NsmJournal *self);
gboolean nsm_journal_can_redo (NsmJournal *self);
const char *nsm_journal_get_undo_name (NsmJournal *self);
const char *nsm_journal_get_redo_name (NsmJournal *self);
void nsm_journal_undo (NsmJournal *self);
void nsm_journal_redo (NsmJournal *self);

/* For the record layer only: called before a change is made. */
void nsm_journal_note_value (NsmJournal *self, NsmRecord *record, const NsmField *field,
                             const GValue *before, const GValue *after);
void nsm_journal_note_splice (NsmJournal *self, NsmList *list, guint position,
                              NsmRecord **removed, guint n_removed,
                              NsmRecord **added, guint n_added);
gboolean nsm_journal_is_replaying (NsmJournal *self);

G_END_DECLS
