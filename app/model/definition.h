/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "model/participant.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* The definition that two engineers who never met would implement alike. */

#define NSM_TYPE_TERM (nsm_term_get_type ())
G_DECLARE_FINAL_TYPE (NsmTerm, nsm_term, NSM, TERM, NsmRecord)

struct _NsmTerm
{
  NsmRecord parent_instance;

  char *term;
  char *meaning;
};

#define NSM_TYPE_SOURCE (nsm_source_get_type ())
G_DECLARE_FINAL_TYPE (NsmSource, nsm_source, NSM, SOURCE, NsmRecord)

struct _NsmSource
{
  NsmRecord parent_instance;

  char *name;
  char *description;
};

#define NSM_TYPE_CONDITION (nsm_condition_get_type ())
G_DECLARE_FINAL_TYPE (NsmCondition, nsm_condition, NSM, CONDITION, NsmRecord)

struct _NsmCondition
{
  NsmRecord parent_instance;

  char *condition;
};

#define NSM_TYPE_EXAMPLE (nsm_example_get_type ())
G_DECLARE_FINAL_TYPE (NsmExample, nsm_example, NSM, EXAMPLE, NsmRecord)

struct _NsmExample
{
  NsmRecord parent_instance;

  char *example;
  gboolean counts;
  char *reason;
};

#define NSM_TYPE_FEEDBACK (nsm_feedback_get_type ())
G_DECLARE_FINAL_TYPE (NsmFeedback, nsm_feedback, NSM, FEEDBACK, NsmRecord)

struct _NsmFeedback
{
  NsmRecord parent_instance;

  char *participant;
  char *who;
  NsmFeedbackState state;
  char *text;
  char *reply;
};

#define NSM_TYPE_DEFINITION (nsm_definition_get_type ())
G_DECLARE_FINAL_TYPE (NsmDefinition, nsm_definition, NSM, DEFINITION, NsmRecord)

struct _NsmDefinition
{
  NsmRecord parent_instance;

  char *formula;
  NsmList *terms;
  NsmList *sources;
  NsmCadence cadence;
  char *segments;
  NsmList *conditions;
  NsmList *examples;
  char *owner;
  double baseline;
  char *baseline_date;
  char *baseline_note;
  char *limits;
  NsmList *feedback;
};

G_END_DECLS
