/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that build the document share: one file a section. */
#pragma once

#include "analysis/robustness.h"
#include "analysis/scores.h"
#include "findings/scoring.h"
#include "model/workshop.h"
#include "report/redaction.h"
#include "report/tree.h"

G_BEGIN_DECLS

typedef struct
{
  NsmWorkshop *workshop; /* what may be read of it */
  NsmWorkshop *original; /* the workshop itself: what is final in it, whether its rounds verify */
  NsmRedaction *redaction;
  NsmReport *report;
  const NsmReportOptions *options;
  NsmCandidate *chosen; /* NULL: none yet */
  NsmMetric *star;      /* NULL: none yet */
  guint n_plots;        /* so far */
  gboolean shortened;   /* something was left out for want of room */
} NsmBuild;

void nsm_build_summary (NsmBuild *build, NsmNode *section);
NsmNode *nsm_build_add_signed (NsmBuild *build, NsmNode *cards);
gboolean nsm_build_review (NsmBuild *build, NsmNode *cards);
void nsm_build_brief (NsmBuild *build, NsmNode *section);
void nsm_build_definition (NsmBuild *build, NsmNode *section);
void nsm_build_system (NsmBuild *build, NsmNode *section);
void nsm_build_tree (NsmBuild *build, NsmNode *section);
void nsm_build_decision (NsmBuild *build, NsmNode *section);
void nsm_build_rejected (NsmBuild *build, NsmNode *section);
void nsm_build_versions (NsmBuild *build, NsmNode *section);
NsmRun *nsm_build_new_score (double score);
NsmScoring *nsm_build_new_scoring (NsmBuild *build);
void nsm_build_scores (NsmBuild *build, NsmNode *section);
void nsm_build_robustness (NsmBuild *build, NsmNode *section, NsmScores *scores,
                           NsmRobustness *robustness);
void nsm_build_discussions (NsmBuild *build, NsmNode *section, NsmScores *scores);
void nsm_build_stress (NsmBuild *build, NsmNode *section);
void nsm_build_evidence (NsmBuild *build, NsmNode *section);
void nsm_build_data (NsmBuild *build, NsmNode *section);
void nsm_build_files (NsmBuild *build, NsmNode *section);
void nsm_build_add_outcome (NsmBuild *build, NsmNode *cell, NsmEvidence *evidence);
void nsm_build_game (NsmBuild *build, NsmNode *section);
void nsm_build_process (NsmBuild *build, NsmNode *section);
void nsm_build_rounds (NsmBuild *build, NsmNode *section);
void nsm_build_about (NsmBuild *build, NsmNode *section);
void nsm_build_about_line (NsmBuild *build, NsmNode *section);
void nsm_build_record (NsmBuild *build);
void nsm_build_marks (NsmBuild *build, NsmNode *part, NsmRound *round);
void nsm_build_opened (NsmBuild *build, NsmNode *part, NsmRound *round);

char *nsm_build_dup_short (NsmBuild *build, const char *text, guint most);
const char *nsm_build_find_reason (NsmBuild *build, NsmCandidate *candidate, NsmRecord **record,
                                   const char **field);
void nsm_build_formula (NsmBuild *build, GPtrArray *runs);
char *nsm_build_dup_candidate (NsmBuild *build, const char *id);
char *nsm_build_dup_metric (NsmBuild *build, const char *id);
char *nsm_build_dup_person (NsmBuild *build, const char *participant, const char *who);
NsmRun *nsm_build_new_answer (NsmAnswerState state);
NsmRun *nsm_build_new_verdict (NsmVerdict verdict);
NsmRun *nsm_build_new_position (NsmPosition position);
NsmRun *nsm_build_new_feedback (NsmFeedbackState state);
NsmNode *nsm_build_add_fact (NsmNode *definitions, const char *id, const char *term,
                             const char *text);
NsmNode *nsm_build_add_fact_run (NsmNode *definitions, const char *id, const char *term,
                                 NsmRun *run);
NsmNode *nsm_build_from (NsmNode *node, NsmStep step, gpointer record, const char *field);
void nsm_build_add_number (NsmNode *row, double number, int decimals);
void nsm_build_add_line (NsmNode *cell, const char *label, const char *text);
NsmNode *nsm_build_add_plot (NsmNode *parent, const char *id, NsmPlot *plot, NsmPlot *narrow);
NsmNode *nsm_build_add_part (NsmNode *section, const char *id, const char *title, NsmNodeKind kind);
void nsm_build_keep_part (NsmNode *section);
const char *nsm_build_choice (GType type, guint value);

G_END_DECLS
