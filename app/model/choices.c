/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/choices.h"

#include <glib/gi18n-lib.h>

#include "record/record.h"

NSM_DEFINE_CHOICE (NsmStep, nsm_step,
                   { NSM_STEP_SET_UP, N_("Set up"), "set-up" },
                   { NSM_STEP_VALUE, N_("Value"), "value" },
                   { NSM_STEP_GAME, N_("Game"), "game" },
                   { NSM_STEP_CANDIDATES, N_("Candidates"), "candidates" },
                   { NSM_STEP_EVIDENCE, N_("Evidence"), "evidence" },
                   { NSM_STEP_SCORING, N_("Scoring"), "scoring" },
                   { NSM_STEP_STRESS, N_("Stress tests"), "stress-tests" },
                   { NSM_STEP_DECISION, N_("Decision"), "decision" },
                   { NSM_STEP_SYSTEM, N_("Metric system"), "metric-system" },
                   { NSM_STEP_DEFINITION, N_("Definition"), "definition" },
                   { NSM_STEP_COMMITMENT, N_("Commitment"), "commitment" })

NSM_DEFINE_CHOICE (NsmPurpose, nsm_purpose,
                   { NSM_PURPOSE_DEFINE, N_("Define a North Star Metric"), "define" },
                   { NSM_PURPOSE_PRESSURE_TEST, N_("Pressure-test the metric we have"), "pressure-test" },
                   { NSM_PURPOSE_REVIEW, N_("Review an existing definition"), "review" })

NSM_DEFINE_CHOICE (NsmMode, nsm_mode,
                   { NSM_MODE_FACILITATED, N_("Facilitated workshop"), "facilitated" },
                   { NSM_MODE_SOLO, N_("Single-author draft"), "solo" })

NSM_DEFINE_CHOICE (NsmStage, nsm_stage,
                   { NSM_STAGE_UNSET, N_("Not said yet"), "unset" },
                   { NSM_STAGE_PRE_FIT, N_("Before product-market fit"), "pre-fit" },
                   { NSM_STAGE_GROWTH, N_("Growth"), "growth" },
                   { NSM_STAGE_MATURE, N_("Mature"), "mature" })

NSM_DEFINE_CHOICE (NsmFunction, nsm_function,
                   { NSM_FUNCTION_OTHER, N_("Other"), "other" },
                   { NSM_FUNCTION_PRODUCT, N_("Product"), "product" },
                   { NSM_FUNCTION_ENGINEERING, N_("Engineering"), "engineering" },
                   { NSM_FUNCTION_DATA, N_("Data"), "data" },
                   { NSM_FUNCTION_CUSTOMER, N_("Customer-facing"), "customer-facing" },
                   { NSM_FUNCTION_LEADERSHIP, N_("Leadership"), "leadership" })

NSM_DEFINE_CHOICE (NsmPrivacy, nsm_privacy,
                   { NSM_PRIVACY_NAMED, N_("With names"), "named" },
                   { NSM_PRIVACY_UNNAMED, N_("Without names"), "unnamed" })

NSM_DEFINE_CHOICE (NsmScorecardKind, nsm_scorecard_kind,
                   { NSM_SCORECARD_KIND_PLAYBOOK, N_("Playbook six"), "playbook-six" },
                   { NSM_SCORECARD_KIND_PRESSURE, N_("Pressure-tested six"), "pressure-tested-six" },
                   { NSM_SCORECARD_KIND_QUICK, N_("Quick three"), "quick-three" },
                   { NSM_SCORECARD_KIND_ELLIS, N_("Ellis three"), "ellis-three" },
                   { NSM_SCORECARD_KIND_OWN, N_("Our own"), "own" })

NSM_DEFINE_CHOICE (NsmGame, nsm_game,
                   { NSM_GAME_UNSET, N_("Not chosen yet"), "unset" },
                   { NSM_GAME_ATTENTION, N_("Attention"), "attention" },
                   { NSM_GAME_TRANSACTION, N_("Transaction"), "transaction" },
                   { NSM_GAME_PRODUCTIVITY, N_("Productivity"), "productivity" })

NSM_DEFINE_CHOICE (NsmWindow, nsm_window,
                   { NSM_WINDOW_UNSET, N_("No time window yet"), "unset" },
                   { NSM_WINDOW_DAY, N_("Each day"), "day" },
                   { NSM_WINDOW_WEEK, N_("Each week"), "week" },
                   { NSM_WINDOW_MONTH, N_("Each month"), "month" },
                   { NSM_WINDOW_QUARTER, N_("Each quarter"), "quarter" },
                   { NSM_WINDOW_YEAR, N_("Each year"), "year" })

NSM_DEFINE_CHOICE (NsmMeasure, nsm_measure,
                   { NSM_MEASURE_COUNT, N_("The number of"), "count" },
                   { NSM_MEASURE_RATE, N_("The share of"), "rate" },
                   { NSM_MEASURE_AMOUNT, N_("The amount of"), "amount" },
                   { NSM_MEASURE_AVERAGE, N_("The average of"), "average" },
                   { NSM_MEASURE_TOTAL, N_("The running total of"), "total" })

NSM_DEFINE_CHOICE (NsmClause, nsm_clause,
                   { NSM_CLAUSE_UNSET, N_("Not answered yet"), "unset" },
                   { NSM_CLAUSE_YES, N_("Yes"), "yes" },
                   { NSM_CLAUSE_NO, N_("No"), "no" })

NSM_DEFINE_CHOICE (NsmCandidateKind, nsm_candidate_kind,
                   { NSM_CANDIDATE_KIND_GOOD, N_("Candidate"), "good" },
                   { NSM_CANDIDATE_KIND_BAD, N_("Deliberately bad"), "bad" })

NSM_DEFINE_CHOICE (NsmStanding, nsm_standing,
                   { NSM_STANDING_IN, N_("In the running"), "in" },
                   { NSM_STANDING_ELIMINATED, N_("Eliminated"), "eliminated" },
                   { NSM_STANDING_REFINED, N_("Replaced by a refined version"), "refined" })

NSM_DEFINE_CHOICE (NsmEvidenceVerdict, nsm_evidence_verdict,
                   { NSM_EVIDENCE_VERDICT_UNSET, N_("No verdict yet"), "unset" },
                   { NSM_EVIDENCE_VERDICT_SUPPORTS, N_("The data supports it"), "supports" },
                   { NSM_EVIDENCE_VERDICT_UNCLEAR, N_("The data is unclear"), "unclear" },
                   { NSM_EVIDENCE_VERDICT_AGAINST, N_("The data speaks against it"), "against" },
                   { NSM_EVIDENCE_VERDICT_UNMEASURED, N_("Can’t be measured yet"), "unmeasured" })

NSM_DEFINE_CHOICE (NsmOutcome, nsm_outcome,
                   { NSM_OUTCOME_RETENTION, N_("Retention"), "retention" },
                   { NSM_OUTCOME_REVENUE, N_("Revenue"), "revenue" },
                   { NSM_OUTCOME_SATISFACTION, N_("Satisfaction"), "satisfaction" },
                   { NSM_OUTCOME_OTHER, N_("Another outcome"), "other" })

NSM_DEFINE_CHOICE (NsmColumnRole, nsm_column_role,
                   { NSM_COLUMN_ROLE_IGNORED, N_("Not used"), "ignored" },
                   { NSM_COLUMN_ROLE_CANDIDATE, N_("Candidate"), "candidate" },
                   { NSM_COLUMN_ROLE_OUTCOME, N_("Outcome"), "outcome" },
                   { NSM_COLUMN_ROLE_SEGMENT, N_("Segment"), "segment" },
                   { NSM_COLUMN_ROLE_DATE, N_("Date"), "date" })

NSM_DEFINE_CHOICE (NsmTiming, nsm_timing,
                   { NSM_TIMING_UNSET, N_("Not said yet"), "unset" },
                   { NSM_TIMING_DAYS, N_("Days since each customer’s start"), "days" },
                   { NSM_TIMING_DATES, N_("Between two dates"), "dates" },
                   { NSM_TIMING_WHOLE_LIFE, N_("All the time they were customers"), "whole-life" })

NSM_DEFINE_CHOICE (NsmMethod, nsm_method,
                   { NSM_METHOD_PEARSON, N_("Pearson correlation"), "pearson" },
                   { NSM_METHOD_SPEARMAN, N_("Spearman rank correlation"), "spearman" },
                   { NSM_METHOD_SHARES, N_("Shares compared"), "shares" },
                   { NSM_METHOD_JUDGEMENT, N_("Looked at, not computed"), "judgement" })

NSM_DEFINE_CHOICE (NsmRoundKind, nsm_round_kind,
                   { NSM_ROUND_KIND_STATEMENTS, N_("Value statements"), "statements" },
                   { NSM_ROUND_KIND_MOMENTS, N_("Ranking of value moments"), "moments" },
                   { NSM_ROUND_KIND_GAME, N_("Game vote"), "game" },
                   { NSM_ROUND_KIND_IDEAS, N_("Candidate ideas"), "ideas" },
                   { NSM_ROUND_KIND_SCORES, N_("Scores"), "scores" },
                   { NSM_ROUND_KIND_VERDICTS, N_("Stress-test verdicts"), "verdicts" })

NSM_DEFINE_CHOICE (NsmRoundState, nsm_round_state,
                   { NSM_ROUND_STATE_OPEN, N_("Open"), "open" },
                   { NSM_ROUND_STATE_CLOSED, N_("Closed, not revealed"), "closed" },
                   { NSM_ROUND_STATE_REVEALED, N_("Revealed"), "revealed" })

NSM_DEFINE_CHOICE (NsmContributionState, nsm_contribution_state,
                   { NSM_CONTRIBUTION_STATE_CURRENT, N_("Counts"), "current" },
                   { NSM_CONTRIBUTION_STATE_REPLACED, N_("Replaced"), "replaced" },
                   { NSM_CONTRIBUTION_STATE_WITHDRAWN, N_("Withdrawn"), "withdrawn" },
                   { NSM_CONTRIBUTION_STATE_REJECTED, N_("Rejected"), "rejected" })

NSM_DEFINE_CHOICE (NsmRoute, nsm_route,
                   { NSM_ROUTE_LAPTOP, N_("On the laptop"), "laptop" },
                   { NSM_ROUTE_FILE, N_("As a ballot file"), "file" })

NSM_DEFINE_CHOICE (NsmResolution, nsm_resolution,
                   { NSM_RESOLUTION_OPEN, N_("Not resolved yet"), "open" },
                   { NSM_RESOLUTION_SAME, N_("We still see it differently"), "same" },
                   { NSM_RESOLUTION_UNDERSTANDING, N_("Somebody understands it differently now"), "understanding" },
                   { NSM_RESOLUTION_CRITERION, N_("The criterion was unclear"), "criterion-unclear" },
                   { NSM_RESOLUTION_REWORDED, N_("The candidate gets another wording"), "candidate-reworded" })

NSM_DEFINE_CHOICE (NsmConfidence, nsm_confidence,
                   { NSM_CONFIDENCE_UNSAID, N_("Not said"), "unsaid" },
                   { NSM_CONFIDENCE_LOW, N_("Guessing"), "low" },
                   { NSM_CONFIDENCE_MEDIUM, N_("Fairly sure"), "medium" },
                   { NSM_CONFIDENCE_HIGH, N_("Sure"), "high" })

NSM_DEFINE_CHOICE (NsmStressTest, nsm_stress_test,
                   { NSM_STRESS_TEST_GAMING, N_("Gamed"), "gaming" },
                   { NSM_STRESS_TEST_TWICE_USERS, N_("Twice the users"), "twice-the-users" },
                   { NSM_STRESS_TEST_PLATEAU, N_("Plateau"), "plateau" },
                   { NSM_STRESS_TEST_NO_OUTCOME, N_("No better outcome"), "no-better-outcome" },
                   { NSM_STRESS_TEST_TWICE_BUSINESS, N_("Twice the business"), "twice-the-business" },
                   { NSM_STRESS_TEST_NOD, N_("A customer nods"), "customer-nods" },
                   { NSM_STRESS_TEST_ONBOARDING, N_("Onboarding"), "onboarding" },
                   { NSM_STRESS_TEST_REVENUE, N_("Revenue"), "revenue" })

NSM_DEFINE_CHOICE (NsmVerdict, nsm_verdict,
                   { NSM_VERDICT_UNSET, N_("No verdict yet"), "unset" },
                   { NSM_VERDICT_HOLDS, N_("Holds"), "holds" },
                   { NSM_VERDICT_REFINE, N_("Refine"), "refine" },
                   { NSM_VERDICT_FAILS, N_("Fails"), "fails" })

NSM_DEFINE_CHOICE (NsmReviewOutcome, nsm_review_outcome,
                   { NSM_REVIEW_OUTCOME_UNSET, N_("Not decided"), "unset" },
                   { NSM_REVIEW_OUTCOME_KEEP, N_("Keep it"), "keep" },
                   { NSM_REVIEW_OUTCOME_REFINE, N_("Refine it"), "refine" },
                   { NSM_REVIEW_OUTCOME_REPLACE, N_("Replace it"), "replace" })

NSM_DEFINE_CHOICE (NsmDimension, nsm_dimension,
                   { NSM_DIMENSION_UNSET, N_("Not said yet"), "unset" },
                   { NSM_DIMENSION_BREADTH, N_("Breadth"), "breadth" },
                   { NSM_DIMENSION_DEPTH, N_("Depth"), "depth" },
                   { NSM_DIMENSION_FREQUENCY, N_("Frequency"), "frequency" },
                   { NSM_DIMENSION_EFFICIENCY, N_("Efficiency"), "efficiency" })

NSM_DEFINE_CHOICE (NsmLink, nsm_link,
                   { NSM_LINK_UNSET, N_("Not said yet"), "unset" },
                   { NSM_LINK_ADDITIVE, N_("adds"), "additive" },
                   { NSM_LINK_MULTIPLICATIVE, N_("multiplies"), "multiplicative" },
                   { NSM_LINK_CORRELATED, N_("moves with"), "correlated" })

NSM_DEFINE_CHOICE (NsmLevel, nsm_level,
                   { NSM_LEVEL_UNSET, N_("Not said yet"), "unset" },
                   { NSM_LEVEL_LOW, N_("Low"), "low" },
                   { NSM_LEVEL_MEDIUM, N_("Medium"), "medium" },
                   { NSM_LEVEL_HIGH, N_("High"), "high" })

NSM_DEFINE_CHOICE (NsmAnswerState, nsm_answer_state,
                   { NSM_ANSWER_STATE_UNSET, N_("Not answered yet"), "unset" },
                   { NSM_ANSWER_STATE_YES, N_("Yes"), "yes" },
                   { NSM_ANSWER_STATE_NO, N_("No"), "no" },
                   { NSM_ANSWER_STATE_UNSURE, N_("Not sure"), "unsure" })

NSM_DEFINE_CHOICE (NsmCadence, nsm_cadence,
                   { NSM_CADENCE_UNSET, N_("Not said yet"), "unset" },
                   { NSM_CADENCE_DAILY, N_("Daily"), "daily" },
                   { NSM_CADENCE_WEEKLY, N_("Weekly"), "weekly" },
                   { NSM_CADENCE_MONTHLY, N_("Monthly"), "monthly" },
                   { NSM_CADENCE_QUARTERLY, N_("Quarterly"), "quarterly" })

NSM_DEFINE_CHOICE (NsmFeedbackState, nsm_feedback_state,
                   { NSM_FEEDBACK_STATE_WAITING, N_("Hasn’t answered yet"), "waiting" },
                   { NSM_FEEDBACK_STATE_FEASIBLE, N_("Can be built"), "feasible" },
                   { NSM_FEEDBACK_STATE_QUESTION, N_("Asks"), "question" },
                   { NSM_FEEDBACK_STATE_CONCERN, N_("Has a concern"), "concern" })

NSM_DEFINE_CHOICE (NsmPosition, nsm_position,
                   { NSM_POSITION_UNSET, N_("Not said yet"), "unset" },
                   { NSM_POSITION_AGREES, N_("Agrees"), "agrees" },
                   { NSM_POSITION_RESERVATION, N_("Commits with a reservation"), "reservation" },
                   { NSM_POSITION_BLOCKS, N_("Blocks"), "blocks" })
