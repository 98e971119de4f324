/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/* The steps of the workshop: what each is for, how to do it, and how far it is. */

typedef enum
{
  NSM_PROGRESS_NONE, /* nothing entered */
  NSM_PROGRESS_SOME, /* begun */
  NSM_PROGRESS_DONE, /* what it needs is there */
} NsmProgress;

const char *nsm_step_get_title (NsmStep step);
const char *nsm_step_get_question (NsmStep step);
const char *nsm_step_get_question_for (NsmStep step, NsmMode mode);
const char *nsm_step_get_purpose (NsmStep step);
const char *nsm_step_get_guidance (NsmStep step);
const char *nsm_step_get_guidance_for (NsmStep step, NsmMode mode);
const char *nsm_step_get_why (NsmStep step);
const char *nsm_step_get_tip (NsmStep step);
const char *nsm_step_get_good_example (NsmStep step);
const char *nsm_step_get_bad_example (NsmStep step);
guint nsm_step_get_minutes (NsmStep step);

guint nsm_step_get_n_notes (NsmStep step);
const char *nsm_step_get_note_title (NsmStep step, guint note);
const char *nsm_step_get_note_text (NsmStep step, guint note);

NsmProgress nsm_step_get_progress (NsmWorkshop *workshop, NsmStep step);
guint nsm_workshop_get_progress_facets (NsmWorkshop *workshop);

const char *nsm_guidance_find (const char *key);

G_END_DECLS
