/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/workshop.h"

G_BEGIN_DECLS

/**
 * One person's answer to a round while it is being written: who answers on top,
 * the question in the middle (a subclass), the way on at the bottom. What is on
 * it is nowhere else: it dies with the widget.
 *
 * Signals: "lock-in", the person is done; "leave", the person goes without an
 * answer; "changed", after each change.
 */

#define NSM_TYPE_BALLOT (nsm_ballot_get_type ())
G_DECLARE_DERIVABLE_TYPE (NsmBallot, nsm_ballot, NSM, BALLOT, AdwBin)

struct _NsmBallotClass
{
  AdwBinClass parent_class;

  /**
   * ask: called once, when round and person are known
   * @earlier: (nullable): the readable answer to start from
   */
  void (*ask) (NsmBallot *self, NsmAnswer *earlier);

  /* read: puts what is on the ballot into an empty answer */
  void (*read) (NsmBallot *self, NsmAnswer *answer);

  /* step: to the next part (+1) or the one before (-1) */
  void (*step) (NsmBallot *self, int direction);

  /* is_begun: whether something would be lost */
  gboolean (*is_begun) (NsmBallot *self);

  gpointer padding[4];
};

NsmBallot *nsm_ballot_new (NsmWorkshop *workshop, NsmRound *round, const char *person,
                           NsmAnswer *earlier);

NsmRound *nsm_ballot_get_round (NsmBallot *self);
const char *nsm_ballot_get_person (NsmBallot *self);
NsmAnswer *nsm_ballot_make_answer (NsmBallot *self);
void nsm_ballot_read (NsmBallot *self, NsmAnswer *answer);
gboolean nsm_ballot_is_begun (NsmBallot *self);
void nsm_ballot_lock_in (NsmBallot *self);
void nsm_ballot_set_problem (NsmBallot *self, const char *problem);

/* For subclasses. */
void nsm_ballot_set_body (NsmBallot *self, GtkWidget *body);
void nsm_ballot_set_parts (NsmBallot *self, guint n_parts);
void nsm_ballot_set_part (NsmBallot *self, guint part, double fraction);
void nsm_ballot_set_way_on (NsmBallot *self, gboolean can_go_back, gboolean can_go_on,
                            gboolean complete, const char *status);
void nsm_ballot_focus_way_on (NsmBallot *self);
gboolean nsm_ballot_is_again (NsmBallot *self, const char *subject, const char *aspect);
void nsm_ballot_emit_changed (NsmBallot *self);

G_END_DECLS
