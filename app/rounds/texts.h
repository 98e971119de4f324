/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/workshop.h"

G_BEGIN_DECLS

/* What a team does with the opened texts of a round (statements, ideas): it puts
 * together those that mean the same, words each group once, and goes on with one. The
 * texts themselves never change. Each act is one step of undo. */

const char *nsm_round_get_text (NsmRound *round, const char *person, guint position);
NsmCluster *nsm_workshop_find_cluster (NsmWorkshop *workshop, NsmRound *round, const char *person,
                                       guint position);
NsmCluster *nsm_workshop_join_texts (NsmWorkshop *workshop, NsmRound *round, const char *person,
                                     guint position, const char *onto_person,
                                     guint onto_position);
void nsm_workshop_part_text (NsmWorkshop *workshop, NsmRound *round, const char *person,
                             guint position);
void nsm_cluster_part (NsmCluster *cluster);
const char *nsm_cluster_get_wording (NsmCluster *cluster);

gboolean nsm_workshop_uses_statement (NsmWorkshop *workshop, const char *text);
void nsm_workshop_use_statement (NsmWorkshop *workshop, const char *text);
NsmCandidate *nsm_workshop_find_idea (NsmWorkshop *workshop, const char *text);
NsmCandidate *nsm_workshop_use_idea (NsmWorkshop *workshop, const char *text);

G_END_DECLS
