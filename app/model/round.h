/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "model/participant.h"
#include "model/scorecard.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* One question put to everybody in private, sealed until it is closed, then opened at once. Frozen copies keep what was asked. */

#define NSM_TYPE_ENTRY (nsm_entry_get_type ())
G_DECLARE_FINAL_TYPE (NsmEntry, nsm_entry, NSM, ENTRY, NsmRecord)

struct _NsmEntry
{
  NsmRecord parent_instance;

  char *subject;
  char *aspect;
  char *choice;
  double mark;
  gboolean abstained;
  char *text;
  NsmConfidence confidence;
};

#define NSM_TYPE_ANSWER (nsm_answer_get_type ())
G_DECLARE_FINAL_TYPE (NsmAnswer, nsm_answer, NSM, ANSWER, NsmRecord)

struct _NsmAnswer
{
  NsmRecord parent_instance;

  char *person;
  NsmList *entries;
};

#define NSM_TYPE_SUBJECT (nsm_subject_get_type ())
G_DECLARE_FINAL_TYPE (NsmSubject, nsm_subject, NSM, SUBJECT, NsmRecord)

struct _NsmSubject
{
  NsmRecord parent_instance;

  char *subject;
  char *title;
  char *wording;
  gboolean calibration;
};

#define NSM_TYPE_ASPECT (nsm_aspect_get_type ())
G_DECLARE_FINAL_TYPE (NsmAspect, nsm_aspect, NSM, ASPECT, NsmRecord)

struct _NsmAspect
{
  NsmRecord parent_instance;

  char *aspect;
  char *name;
  char *question;
  char *anchor_low;
  char *anchor_middle;
  char *anchor_high;
  double weight;
};

#define NSM_TYPE_ROSTER_ENTRY (nsm_roster_entry_get_type ())
G_DECLARE_FINAL_TYPE (NsmRosterEntry, nsm_roster_entry, NSM, ROSTER_ENTRY, NsmRecord)

struct _NsmRosterEntry
{
  NsmRecord parent_instance;

  char *person;
  char *name;
  NsmFunction function;
};

#define NSM_TYPE_CONTRIBUTION (nsm_contribution_get_type ())
G_DECLARE_FINAL_TYPE (NsmContribution, nsm_contribution, NSM, CONTRIBUTION, NsmRecord)

struct _NsmContribution
{
  NsmRecord parent_instance;

  char *person;
  NsmRoute route;
  double sequence;
  char *sealed;
  char *hash;
  NsmContributionState state;
  char *receipt;
  char *rejected_why;
  char *cast_at;
  char *signer;
  char *signature;
};

#define NSM_TYPE_ROUND (nsm_round_get_type ())
G_DECLARE_FINAL_TYPE (NsmRound, nsm_round, NSM, ROUND, NsmRecord)

struct _NsmRound
{
  NsmRecord parent_instance;

  NsmRoundKind kind;
  char *workshop;
  double number;
  NsmRoundState state;
  gboolean direct;
  NsmPrivacy privacy;
  char *question;
  char *promise;
  char *opened_at;
  char *closed_at;
  NsmList *subjects;
  NsmList *aspects;
  NsmList *roster;
  char *public_key;
  char *wrapped_key;
  char *secret_key;
  char *chain_head;
  char *chain_words;
  NsmList *contributions;
  NsmList *answers;
};

/* Revealed texts (statements, ideas) that mean the same, put together by the team. */

#define NSM_TYPE_CARD_REF (nsm_card_ref_get_type ())
G_DECLARE_FINAL_TYPE (NsmCardRef, nsm_card_ref, NSM, CARD_REF, NsmRecord)

/* One text of an opened answer: the @position-th entry of @person's. */
struct _NsmCardRef
{
  NsmRecord parent_instance;

  char *person;
  double position;
};

#define NSM_TYPE_CLUSTER (nsm_cluster_get_type ())
G_DECLARE_FINAL_TYPE (NsmCluster, nsm_cluster, NSM, CLUSTER, NsmRecord)

struct _NsmCluster
{
  NsmRecord parent_instance;

  char *round; /* id of the revealed round */
  char *title; /* the wording of the whole group */
  NsmList *cards;
};

/* What the team concluded about one cell of a revealed score round. */

#define NSM_TYPE_CONCLUSION (nsm_conclusion_get_type ())
G_DECLARE_FINAL_TYPE (NsmConclusion, nsm_conclusion, NSM, CONCLUSION, NsmRecord)

struct _NsmConclusion
{
  NsmRecord parent_instance;

  double round;
  char *candidate;
  char *criterion;
  NsmResolution resolution;
  double agreed;
  gboolean again;
  char *text;
};

G_END_DECLS
