/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kit/growing-text.h"
#include "record/record.h"

G_BEGIN_DECLS

/* Text that is written in place, as on paper: no frame, grows with what is in
 * it, bound both ways to a text field of a record. */

#define NSM_TYPE_INK_TEXT (nsm_ink_text_get_type ())
G_DECLARE_FINAL_TYPE (NsmInkText, nsm_ink_text, NSM, INK_TEXT, NsmGrowingText)

GtkWidget *nsm_ink_text_new (NsmRecord *record, const char *field, const char *placeholder);
void nsm_ink_text_set_record (NsmInkText *self, NsmRecord *record);
NsmRecord *nsm_ink_text_get_record (NsmInkText *self);
const char *nsm_ink_text_get_field (NsmInkText *self);

/* Marks terms in the text: a straight line under what is defined, a wavy one
 * under what isn't. Both are lists of words, ended by NULL. */
void nsm_ink_text_mark_terms (NsmInkText *self, const char *const *defined,
                              const char *const *undefined);

G_END_DECLS
