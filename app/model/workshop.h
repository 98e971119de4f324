/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "model/commitment.h"
#include "model/decision.h"
#include "model/definition.h"
#include "model/evidence.h"
#include "model/game.h"
#include "model/metric.h"
#include "model/participant.h"
#include "model/round.h"
#include "model/scorecard.h"
#include "model/settings.h"
#include "model/stress.h"
#include "model/system.h"
#include "model/value.h"
#include "model/version.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* The whole document. */

#define NSM_TYPE_WORKSHOP (nsm_workshop_get_type ())
G_DECLARE_FINAL_TYPE (NsmWorkshop, nsm_workshop, NSM, WORKSHOP, NsmRecord)

struct _NsmWorkshop
{
  NsmRecord parent_instance;

  char *identity; /* made with the first round; "" before */
  char *title;
  NsmPurpose purpose;
  NsmMode mode;
  char *author;
  char *date;
  char *product;
  char *description;
  char *business_model;
  char *current_metrics;
  char *direction;
  char *product_line;
  NsmStage stage;
  NsmPrivacy privacy;
  char *notes;
  gboolean final;
  char *final_on;
  NsmList *segments;
  NsmList *participants;
  NsmList *agenda;
  NsmScorecard *scorecard;
  NsmSettings *settings;
  NsmValue *value;
  NsmGameChoice *game;
  NsmList *metrics;
  NsmList *candidates;
  NsmList *evidence;
  NsmList *datasets;
  NsmList *stress_results;
  NsmDecision *decision;
  NsmSystem *system;
  NsmDefinition *definition;
  NsmCommitment *commitment;
  NsmList *rounds;
  NsmList *clusters;
  NsmList *conclusions;
  NsmList *versions;
  char *change_why; /* of the draft after the latest version */
};

NsmWorkshop *nsm_workshop_new (void);

G_END_DECLS
