/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "model/metric.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* The business KPI above, the input metrics below, and whether it all holds together. */

#define NSM_TYPE_INPUT (nsm_input_get_type ())
G_DECLARE_FINAL_TYPE (NsmInput, nsm_input, NSM, INPUT, NsmRecord)

struct _NsmInput
{
  NsmRecord parent_instance;

  char *metric;
  NsmDimension dimension;
  char *why;
  char *owner;
  NsmLink link;
  NsmLevel leverage;
  char *first_steps;
};

#define NSM_TYPE_COUNTER_METRIC (nsm_counter_metric_get_type ())
G_DECLARE_FINAL_TYPE (NsmCounterMetric, nsm_counter_metric, NSM, COUNTER_METRIC, NsmRecord)

struct _NsmCounterMetric
{
  NsmRecord parent_instance;

  char *metric;
  char *guards;
};

#define NSM_TYPE_WEAKNESS (nsm_weakness_get_type ())
G_DECLARE_FINAL_TYPE (NsmWeakness, nsm_weakness, NSM, WEAKNESS, NsmRecord)

struct _NsmWeakness
{
  NsmRecord parent_instance;

  char *weakness;
  char *action;
  char *owner;
};

#define NSM_TYPE_SYSTEM (nsm_system_get_type ())
G_DECLARE_FINAL_TYPE (NsmSystem, nsm_system, NSM, SYSTEM, NsmRecord)

struct _NsmSystem
{
  NsmRecord parent_instance;

  char *kpi;
  NsmLink kpi_link;
  char *kpi_why;
  NsmList *inputs;
  NsmList *counter_metrics;
  NsmAnswerState inputs_move;
  char *inputs_move_why;
  NsmAnswerState kpi_follows;
  char *kpi_follows_why;
  NsmAnswerState gaps;
  char *gaps_why;
  NsmAnswerState conflicts;
  char *conflicts_why;
  NsmList *weaknesses;
};

G_END_DECLS
