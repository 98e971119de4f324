/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rounds/round.h"

G_BEGIN_DECLS

/* What happened in a round, in order, and whether the document bears it out: made
 * once from a round, for whoever shows it. It holds nothing that an open round
 * keeps to itself, and after a round without names nothing that links a person
 * to an answer. */

typedef enum
{
  NSM_EVENT_IN = 1,    /* an answer came, and counts */
  NSM_EVENT_REPLACED,  /* an answer came; a later one of the same person took its place */
  NSM_EVENT_WITHDRAWN, /* an answer came; its person took it back */
  NSM_EVENT_TAKEN_BACK, /* the act of taking it back */
  NSM_EVENT_REJECTED,  /* an answer came; it wasn't opened, or didn't count */
} NsmEvent;

typedef struct
{
  NsmEvent event;
  NsmRoute route;
  char *person;      /* id */
  char *who;         /* name, as on the day of the round */
  char *when;        /* "2026-03-31T10:20Z", or "" */
  char *receipt;     /* "" in an open round, and where nothing was handed out */
  char *hash;        /* in hexadecimal; "" in an open round */
  char *why;         /* of a rejection; "" otherwise */
  gboolean verified; /* what the document still holds of it fits its hash and its signature */
} NsmTranscriptRow;

typedef struct
{
  NsmRound *round;    /* what was asked, of whom, under which promise: the frozen copies */
  char *label;        /* "Scores, round 1" */
  GPtrArray *rows;    /* NsmTranscriptRow, in order; of an open round only those who are in */
  GPtrArray *course;  /* the same with everything that happened: only for finding receipts */
  GPtrArray *missing; /* NsmRosterEntry: asked, and no answer of theirs came or stayed */
  guint n_in;         /* whose answer counts */
  guint n_rejected;
  gboolean ok;
  char *problem; /* a sentence that names who and what broke; NULL when ok */
  char *verdict; /* a sentence: what was checked, and what can't be */
} NsmTranscript;

NsmTranscript *nsm_transcript_new (NsmRound *round);
void nsm_transcript_free (NsmTranscript *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmTranscript, nsm_transcript_free)
NsmTranscriptRow *nsm_transcript_find_receipt (NsmTranscript *self, const char *receipt);
gboolean nsm_transcript_shows_marks (NsmTranscript *self);
char *nsm_workshop_dup_missing_rounds (NsmWorkshop *workshop);

char *nsm_moment_dup_words (const char *moment);
const char *nsm_event_get_label (NsmEvent event);
const char *nsm_event_get_nick (NsmEvent event);

G_END_DECLS
