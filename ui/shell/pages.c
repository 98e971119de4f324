/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/pages.h"

#include "kit/step-page.h"
#include "shell/step-list.h"

#ifdef NSM_HAVE_SET_UP
#include "set-up/set-up-page.h"
#endif
#ifdef NSM_HAVE_VALUE
#include "value/value-page.h"
#endif
#ifdef NSM_HAVE_GAME
#include "game/game-page.h"
#endif
#ifdef NSM_HAVE_CANDIDATES
#include "candidates/candidates-page.h"
#endif
#ifdef NSM_HAVE_EVIDENCE
#include "evidence/evidence-page.h"
#endif
#ifdef NSM_HAVE_SCORING
#include "scoring/scoring-page.h"
#endif
#ifdef NSM_HAVE_STRESS
#include "stress/stress-page.h"
#endif
#ifdef NSM_HAVE_DECISION
#include "decision/decision-page.h"
#endif
#ifdef NSM_HAVE_SYSTEM
#include "system/system-page.h"
#endif
#ifdef NSM_HAVE_DEFINITION
#include "definition/definition-page.h"
#endif
#ifdef NSM_HAVE_COMMITMENT
#include "commitment/commitment-page.h"
#endif
#ifdef NSM_HAVE_DOCUMENT
#include "document/document-page.h"
#endif

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
#ifdef NSM_TYPE_SET_UP_PAGE
    case NSM_STEP_SET_UP:
      return NSM_TYPE_SET_UP_PAGE;
#endif
#ifdef NSM_TYPE_VALUE_PAGE
    case NSM_STEP_VALUE:
      return NSM_TYPE_VALUE_PAGE;
#endif
#ifdef NSM_TYPE_GAME_PAGE
    case NSM_STEP_GAME:
      return NSM_TYPE_GAME_PAGE;
#endif
#ifdef NSM_TYPE_CANDIDATES_PAGE
    case NSM_STEP_CANDIDATES:
      return NSM_TYPE_CANDIDATES_PAGE;
#endif
#ifdef NSM_TYPE_EVIDENCE_PAGE
    case NSM_STEP_EVIDENCE:
      return NSM_TYPE_EVIDENCE_PAGE;
#endif
#ifdef NSM_TYPE_SCORING_PAGE
    case NSM_STEP_SCORING:
      return NSM_TYPE_SCORING_PAGE;
#endif
#ifdef NSM_TYPE_STRESS_PAGE
    case NSM_STEP_STRESS:
      return NSM_TYPE_STRESS_PAGE;
#endif
#ifdef NSM_TYPE_DECISION_PAGE
    case NSM_STEP_DECISION:
      return NSM_TYPE_DECISION_PAGE;
#endif
#ifdef NSM_TYPE_SYSTEM_PAGE
    case NSM_STEP_SYSTEM:
      return NSM_TYPE_SYSTEM_PAGE;
#endif
#ifdef NSM_TYPE_DEFINITION_PAGE
    case NSM_STEP_DEFINITION:
      return NSM_TYPE_DEFINITION_PAGE;
#endif
#ifdef NSM_TYPE_COMMITMENT_PAGE
    case NSM_STEP_COMMITMENT:
      return NSM_TYPE_COMMITMENT_PAGE;
#endif
#ifdef NSM_TYPE_DOCUMENT_PAGE
    case NSM_PLACE_DOCUMENT:
      return NSM_TYPE_DOCUMENT_PAGE;
#endif
    default:
      return G_TYPE_INVALID;
    }
}
