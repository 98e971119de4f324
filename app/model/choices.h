/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The choices that a workshop is made of. The file has their nicks; people read
 * their names. */

typedef enum
{
  NSM_STEP_SET_UP,
  NSM_STEP_VALUE,
  NSM_STEP_GAME,
  NSM_STEP_CANDIDATES,
  NSM_STEP_EVIDENCE,
  NSM_STEP_SCORING,
  NSM_STEP_STRESS,
  NSM_STEP_DECISION,
  NSM_STEP_SYSTEM,
  NSM_STEP_DEFINITION,
  NSM_STEP_COMMITMENT,
} NsmStep;

#define NSM_TYPE_STEP (nsm_step_get_type ())
GType nsm_step_get_type (void);

typedef enum
{
  NSM_PURPOSE_DEFINE,
  NSM_PURPOSE_PRESSURE_TEST,
  NSM_PURPOSE_REVIEW,
} NsmPurpose;

#define NSM_TYPE_PURPOSE (nsm_purpose_get_type ())
GType nsm_purpose_get_type (void);

typedef enum
{
  NSM_MODE_FACILITATED,
  NSM_MODE_SOLO,
} NsmMode;

#define NSM_TYPE_MODE (nsm_mode_get_type ())
GType nsm_mode_get_type (void);

typedef enum
{
  NSM_STAGE_UNSET,
  NSM_STAGE_PRE_FIT,
  NSM_STAGE_GROWTH,
  NSM_STAGE_MATURE,
} NsmStage;

#define NSM_TYPE_STAGE (nsm_stage_get_type ())
GType nsm_stage_get_type (void);

typedef enum
{
  NSM_FUNCTION_OTHER,
  NSM_FUNCTION_PRODUCT,
  NSM_FUNCTION_ENGINEERING,
  NSM_FUNCTION_DATA,
  NSM_FUNCTION_CUSTOMER,
  NSM_FUNCTION_LEADERSHIP,
} NsmFunction;

#define NSM_TYPE_FUNCTION (nsm_function_get_type ())
GType nsm_function_get_type (void);

typedef enum
{
  NSM_PRIVACY_NAMED,
  NSM_PRIVACY_UNNAMED,
} NsmPrivacy;

#define NSM_TYPE_PRIVACY (nsm_privacy_get_type ())
GType nsm_privacy_get_type (void);

typedef enum
{
  NSM_SCORECARD_KIND_PLAYBOOK,
  NSM_SCORECARD_KIND_PRESSURE,
  NSM_SCORECARD_KIND_QUICK,
  NSM_SCORECARD_KIND_ELLIS,
  NSM_SCORECARD_KIND_OWN,
} NsmScorecardKind;

#define NSM_TYPE_SCORECARD_KIND (nsm_scorecard_kind_get_type ())
GType nsm_scorecard_kind_get_type (void);

typedef enum
{
  NSM_GAME_UNSET,
  NSM_GAME_ATTENTION,
  NSM_GAME_TRANSACTION,
  NSM_GAME_PRODUCTIVITY,
} NsmGame;

#define NSM_TYPE_GAME (nsm_game_get_type ())
GType nsm_game_get_type (void);

typedef enum
{
  NSM_WINDOW_UNSET,
  NSM_WINDOW_DAY,
  NSM_WINDOW_WEEK,
  NSM_WINDOW_MONTH,
  NSM_WINDOW_QUARTER,
  NSM_WINDOW_YEAR,
} NsmWindow;

#define NSM_TYPE_WINDOW (nsm_window_get_type ())
GType nsm_window_get_type (void);

typedef enum
{
  NSM_MEASURE_COUNT,
  NSM_MEASURE_RATE,
  NSM_MEASURE_AMOUNT,
  NSM_MEASURE_AVERAGE,
  NSM_MEASURE_TOTAL,
} NsmMeasure;

#define NSM_TYPE_MEASURE (nsm_measure_get_type ())
GType nsm_measure_get_type (void);

typedef enum
{
  NSM_CLAUSE_UNSET,
  NSM_CLAUSE_YES,
  NSM_CLAUSE_NO,
} NsmClause;

#define NSM_TYPE_CLAUSE (nsm_clause_get_type ())
GType nsm_clause_get_type (void);

typedef enum
{
  NSM_CANDIDATE_KIND_GOOD,
  NSM_CANDIDATE_KIND_BAD,
} NsmCandidateKind;

#define NSM_TYPE_CANDIDATE_KIND (nsm_candidate_kind_get_type ())
GType nsm_candidate_kind_get_type (void);

typedef enum
{
  NSM_STANDING_IN,
  NSM_STANDING_ELIMINATED,
  NSM_STANDING_REFINED,
} NsmStanding;

#define NSM_TYPE_STANDING (nsm_standing_get_type ())
GType nsm_standing_get_type (void);

typedef enum
{
  NSM_EVIDENCE_VERDICT_UNSET,
  NSM_EVIDENCE_VERDICT_SUPPORTS,
  NSM_EVIDENCE_VERDICT_UNCLEAR,
  NSM_EVIDENCE_VERDICT_AGAINST,
  NSM_EVIDENCE_VERDICT_UNMEASURED,
} NsmEvidenceVerdict;

#define NSM_TYPE_EVIDENCE_VERDICT (nsm_evidence_verdict_get_type ())
GType nsm_evidence_verdict_get_type (void);

typedef enum
{
  NSM_OUTCOME_RETENTION,
  NSM_OUTCOME_REVENUE,
  NSM_OUTCOME_SATISFACTION,
  NSM_OUTCOME_OTHER,
} NsmOutcome;

#define NSM_TYPE_OUTCOME (nsm_outcome_get_type ())
GType nsm_outcome_get_type (void);

typedef enum
{
  NSM_COLUMN_ROLE_IGNORED,
  NSM_COLUMN_ROLE_CANDIDATE,
  NSM_COLUMN_ROLE_OUTCOME,
  NSM_COLUMN_ROLE_SEGMENT,
  NSM_COLUMN_ROLE_DATE,
} NsmColumnRole;

#define NSM_TYPE_COLUMN_ROLE (nsm_column_role_get_type ())
GType nsm_column_role_get_type (void);

typedef enum
{
  NSM_TIMING_UNSET,
  NSM_TIMING_DAYS,
  NSM_TIMING_DATES,
  NSM_TIMING_WHOLE_LIFE,
} NsmTiming;

#define NSM_TYPE_TIMING (nsm_timing_get_type ())
GType nsm_timing_get_type (void);

typedef enum
{
  NSM_METHOD_PEARSON,
  NSM_METHOD_SPEARMAN,
  NSM_METHOD_SHARES,
  NSM_METHOD_JUDGEMENT,
} NsmMethod;

#define NSM_TYPE_METHOD (nsm_method_get_type ())
GType nsm_method_get_type (void);

typedef enum
{
  NSM_ROUND_KIND_STATEMENTS,
  NSM_ROUND_KIND_MOMENTS,
  NSM_ROUND_KIND_GAME,
  NSM_ROUND_KIND_IDEAS,
  NSM_ROUND_KIND_SCORES,
  NSM_ROUND_KIND_VERDICTS,
} NsmRoundKind;

#define NSM_TYPE_ROUND_KIND (nsm_round_kind_get_type ())
GType nsm_round_kind_get_type (void);

typedef enum
{
  NSM_ROUND_STATE_OPEN,
  NSM_ROUND_STATE_CLOSED,
  NSM_ROUND_STATE_REVEALED,
} NsmRoundState;

#define NSM_TYPE_ROUND_STATE (nsm_round_state_get_type ())
GType nsm_round_state_get_type (void);

typedef enum
{
  NSM_CONTRIBUTION_STATE_CURRENT,
  NSM_CONTRIBUTION_STATE_REPLACED,
  NSM_CONTRIBUTION_STATE_WITHDRAWN,
  NSM_CONTRIBUTION_STATE_REJECTED,
} NsmContributionState;

#define NSM_TYPE_CONTRIBUTION_STATE (nsm_contribution_state_get_type ())
GType nsm_contribution_state_get_type (void);

typedef enum
{
  NSM_ROUTE_LAPTOP,
  NSM_ROUTE_FILE,
} NsmRoute;

#define NSM_TYPE_ROUTE (nsm_route_get_type ())
GType nsm_route_get_type (void);

typedef enum
{
  NSM_RESOLUTION_OPEN,
  NSM_RESOLUTION_SAME,
  NSM_RESOLUTION_UNDERSTANDING,
  NSM_RESOLUTION_CRITERION,
  NSM_RESOLUTION_REWORDED,
} NsmResolution;

#define NSM_TYPE_RESOLUTION (nsm_resolution_get_type ())
GType nsm_resolution_get_type (void);

typedef enum
{
  NSM_CONFIDENCE_UNSAID,
  NSM_CONFIDENCE_LOW,
  NSM_CONFIDENCE_MEDIUM,
  NSM_CONFIDENCE_HIGH,
} NsmConfidence;

#define NSM_TYPE_CONFIDENCE (nsm_confidence_get_type ())
GType nsm_confidence_get_type (void);

typedef enum
{
  NSM_STRESS_TEST_GAMING,
  NSM_STRESS_TEST_TWICE_USERS,
  NSM_STRESS_TEST_PLATEAU,
  NSM_STRESS_TEST_NO_OUTCOME,
  NSM_STRESS_TEST_TWICE_BUSINESS,
  NSM_STRESS_TEST_NOD,
  NSM_STRESS_TEST_ONBOARDING,
  NSM_STRESS_TEST_REVENUE,
} NsmStressTest;

#define NSM_TYPE_STRESS_TEST (nsm_stress_test_get_type ())
GType nsm_stress_test_get_type (void);

typedef enum
{
  NSM_VERDICT_UNSET,
  NSM_VERDICT_HOLDS,
  NSM_VERDICT_REFINE,
  NSM_VERDICT_FAILS,
} NsmVerdict;

#define NSM_TYPE_VERDICT (nsm_verdict_get_type ())
GType nsm_verdict_get_type (void);

typedef enum
{
  NSM_REVIEW_OUTCOME_UNSET,
  NSM_REVIEW_OUTCOME_KEEP,
  NSM_REVIEW_OUTCOME_REFINE,
  NSM_REVIEW_OUTCOME_REPLACE,
} NsmReviewOutcome;

#define NSM_TYPE_REVIEW_OUTCOME (nsm_review_outcome_get_type ())
GType nsm_review_outcome_get_type (void);

typedef enum
{
  NSM_DIMENSION_UNSET,
  NSM_DIMENSION_BREADTH,
  NSM_DIMENSION_DEPTH,
  NSM_DIMENSION_FREQUENCY,
  NSM_DIMENSION_EFFICIENCY,
} NsmDimension;

#define NSM_TYPE_DIMENSION (nsm_dimension_get_type ())
GType nsm_dimension_get_type (void);

typedef enum
{
  NSM_LINK_UNSET,
  NSM_LINK_ADDITIVE,
  NSM_LINK_MULTIPLICATIVE,
  NSM_LINK_CORRELATED,
} NsmLink;

#define NSM_TYPE_LINK (nsm_link_get_type ())
GType nsm_link_get_type (void);

typedef enum
{
  NSM_LEVEL_UNSET,
  NSM_LEVEL_LOW,
  NSM_LEVEL_MEDIUM,
  NSM_LEVEL_HIGH,
} NsmLevel;

#define NSM_TYPE_LEVEL (nsm_level_get_type ())
GType nsm_level_get_type (void);

typedef enum
{
  NSM_ANSWER_STATE_UNSET,
  NSM_ANSWER_STATE_YES,
  NSM_ANSWER_STATE_NO,
  NSM_ANSWER_STATE_UNSURE,
} NsmAnswerState;

#define NSM_TYPE_ANSWER_STATE (nsm_answer_state_get_type ())
GType nsm_answer_state_get_type (void);

typedef enum
{
  NSM_CADENCE_UNSET,
  NSM_CADENCE_DAILY,
  NSM_CADENCE_WEEKLY,
  NSM_CADENCE_MONTHLY,
  NSM_CADENCE_QUARTERLY,
} NsmCadence;

#define NSM_TYPE_CADENCE (nsm_cadence_get_type ())
GType nsm_cadence_get_type (void);

typedef enum
{
  NSM_FEEDBACK_STATE_WAITING,
  NSM_FEEDBACK_STATE_FEASIBLE,
  NSM_FEEDBACK_STATE_QUESTION,
  NSM_FEEDBACK_STATE_CONCERN,
} NsmFeedbackState;

#define NSM_TYPE_FEEDBACK_STATE (nsm_feedback_state_get_type ())
GType nsm_feedback_state_get_type (void);

typedef enum
{
  NSM_POSITION_UNSET,
  NSM_POSITION_AGREES,
  NSM_POSITION_RESERVATION,
  NSM_POSITION_BLOCKS,
} NsmPosition;

#define NSM_TYPE_POSITION (nsm_position_get_type ())
GType nsm_position_get_type (void);

#define NSM_N_STEPS 11
#define NSM_N_STRESS_TESTS 8

G_END_DECLS
