/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/scores.h"

G_BEGIN_DECLS

/* How far people agree, and whether chance alone could explain it. */

/* So many are drawn where there are too many permutations to count them all, always
 * the same ones. */
#define NSM_N_PERMUTATIONS 20000

typedef struct
{
  guint n_people;   /* who ranked all candidates, and so are in the figures */
  guint n_left_out; /* who didn't */
  guint n_items;    /* candidates, without the deliberately bad ones */
  gboolean defined; /* else w and p are NAN: see the sentence */
  double w;         /* Kendall's coefficient of concordance */
  double p;         /* of a W at least this large, by permutation */
  gboolean exact;   /* p is of all permutations, not of a sample of them */
  double alpha;     /* Krippendorff's, ordinal; NAN where undefined */
  guint n_marks;    /* that alpha rests on */
  char *sentence;   /* the agreement in words, to the room, honest about the panel's size */
  char *note;       /* names the method and what it rests on */
  char *caution;    /* what to keep in mind of r_wg in a panel of this size */
} NsmAgreement;

NsmAgreement *nsm_agreement_new (NsmScores *scores);
char *nsm_agreement_dup_sentence (NsmAgreement *self, NsmScores *scores, NsmAudience audience);
void nsm_agreement_free (NsmAgreement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmAgreement, nsm_agreement_free)

double nsm_kendall_w (const double *values, guint n_raters, guint n_items);
double nsm_kendall_p (const double *values, guint n_raters, guint n_items, gboolean *exact);
double nsm_r_wg (const double *marks, guint n);
double nsm_r_wg_by_chance (guint n);
double nsm_r_wg_get_chance (guint n, double r_wg);
double nsm_krippendorff_alpha (const double *marks, guint n_raters, guint n_units, guint *n_marks);
char *nsm_r_wg_dup_note (guint n_people);

G_END_DECLS
