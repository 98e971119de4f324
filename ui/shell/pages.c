/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/pages.h"

#include "candidates/candidates-page.h"
#include "commitment/commitment-page.h"
#include "decision/decision-page.h"
#include "definition/definition-page.h"
#include "document/document-page.h"
#include "evidence/evidence-page.h"
#include "game/game-page.h"
#include "scoring/scoring-page.h"
#include "set-up/set-up-page.h"
#include "shell/step-list.h"
#include "stress/stress-page.h"
#include "system/system-page.h"
#include "value/value-page.h"

/**
 * nsm_place_get_page_type:
 * @place: a step, or NSM_PLACE_DOCUMENT
 *
 * Returns: the type of its page, or G_TYPE_INVALID
 */
GType
nsm_place_get_page_type (guint place)
{
  switch (place)
    {
    case NSM_STEP_SET_UP:
      return NSM_TYPE_SET_UP_PAGE;
    case NSM_STEP_VALUE:
      return NSM_TYPE_VALUE_PAGE;
    case NSM_STEP_GAME:
      return NSM_TYPE_GAME_PAGE;
    case NSM_STEP_CANDIDATES:
      return NSM_TYPE_CANDIDATES_PAGE;
    case NSM_STEP_EVIDENCE:
      return NSM_TYPE_EVIDENCE_PAGE;
    case NSM_STEP_SCORING:
      return NSM_TYPE_SCORING_PAGE;
    case NSM_STEP_STRESS:
      return NSM_TYPE_STRESS_PAGE;
    case NSM_STEP_DECISION:
      return NSM_TYPE_DECISION_PAGE;
    case NSM_STEP_SYSTEM:
      return NSM_TYPE_SYSTEM_PAGE;
    case NSM_STEP_DEFINITION:
      return NSM_TYPE_DEFINITION_PAGE;
    case NSM_STEP_COMMITMENT:
      return NSM_TYPE_COMMITMENT_PAGE;
    case NSM_PLACE_DOCUMENT:
      return NSM_TYPE_DOCUMENT_PAGE;
    default:
      return G_TYPE_INVALID;
    }
}
