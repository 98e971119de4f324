/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"

G_BEGIN_DECLS

/* The three games a product can play, and what the stage of a product asks for. */

const char *nsm_game_get_summary (NsmGame game);
const char *nsm_game_get_examples (NsmGame game);
const char *nsm_game_get_success (NsmGame game);

const char *nsm_stage_get_advice (NsmStage stage);
const char *nsm_dimension_get_question (NsmDimension dimension);
const char *nsm_dimension_get_examples (NsmDimension dimension);

/* Well-known North Star Metrics, as their makers or others describe them. */
typedef struct
{
  const char *key;
  const char *product; /* a name, shown as it is */
  const char *metric;  /* msgid */
  const char *lesson;  /* msgid */
  NsmGame game;
} NsmKnownExample;

guint nsm_known_examples_get_n (void);
const NsmKnownExample *nsm_known_examples_get (guint position);

/* Input metrics to start from. */
typedef struct
{
  const char *key;
  const char *name; /* msgid */
  NsmDimension dimension;
  NsmMeasure measure;
  NsmWindow window;
  const char *unit;      /* msgid */
  const char *statement; /* msgid */
} NsmStarterInput;

guint nsm_starter_inputs_get_n (void);
const NsmStarterInput *nsm_starter_inputs_get (guint position);

G_END_DECLS
