/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/workshop.h"
#include "store/document.h"

G_BEGIN_DECLS

/**
 * NsmRoundForm:
 * @kind: the kind of round that the row is about
 * @title: msgid: the heading of its card before it is opened
 * @solo_title: msgid: the same in a solo draft
 * @invitation: msgid: on the step's page, why one would ask everybody
 * @invite: msgid: the button beside it
 * @dup_what: what people will be asked for, in a sentence
 * @dup_pass: (nullable): what waits for the person who gets the laptop; NULL: the
 *   round's question
 * @get_obstacle: (nullable): why it can't be opened just now (translated), or NULL
 * @get_ballot_type: the NsmBallot that a person answers on
 * @make_result: (nullable): the opened answers, following the document by itself;
 *   large: for the room, without controls. NULL: the step has a page of its own for it
 *
 * What a kind of round looks like: a row of the table in form.c. What it asks and
 * takes is the row of the same kind in app/rounds/kinds.c.
 */
typedef struct
{
  NsmRoundKind kind;
  const char *title;
  const char *solo_title;
  const char *invitation;
  const char *invite;
  char *(*dup_what) (NsmWorkshop *workshop);
  char *(*dup_pass) (NsmRound *round);
  const char *(*get_obstacle) (NsmWorkshop *workshop);
  GType (*get_ballot_type) (void);
  GtkWidget *(*make_result) (NsmDocument *document, NsmRound *round, gboolean large);
} NsmRoundForm;

const NsmRoundForm *nsm_round_form_get (NsmRoundKind kind);

G_END_DECLS
