/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/* What everybody's rankings of the same things come to: mid-ranks, their means,
 * and the order of those. Subjects are numbered in the round's order, people in the
 * order of its answers; only people who placed something are numbered. */

typedef struct _NsmRanking NsmRanking;

NsmRanking *nsm_ranking_new (NsmRound *round);
NsmRanking *nsm_ranking_new_from_places (guint n_people, guint n_subjects, const double *places);
void nsm_ranking_free (NsmRanking *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmRanking, nsm_ranking_free)

guint nsm_ranking_get_n_people (NsmRanking *self);
guint nsm_ranking_get_n_subjects (NsmRanking *self);
NsmAnswer *nsm_ranking_get_answer (NsmRanking *self, guint person);
NsmSubject *nsm_ranking_get_subject (NsmRanking *self, guint subject);

double nsm_ranking_get_rank (NsmRanking *self, guint person, guint subject);
double nsm_ranking_get_mean (NsmRanking *self, guint subject);
double nsm_ranking_get_place (NsmRanking *self, guint subject);
guint nsm_ranking_count_placed (NsmRanking *self, guint subject);
guint nsm_ranking_get_nth (NsmRanking *self, guint position);
double nsm_ranking_get_agreement (NsmRanking *self);

gboolean nsm_workshop_has_order (NsmWorkshop *workshop, NsmRanking *ranking);
void nsm_workshop_use_order (NsmWorkshop *workshop, NsmRanking *ranking);

G_END_DECLS
