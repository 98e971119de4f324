/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guidance as data; read it through step.h. All texts are msgids. */
#pragma once

#include "model/choices.h"

G_BEGIN_DECLS

typedef struct
{
  const char *key;
  const char *title;
  const char *text;
} NsmNote;

typedef struct
{
  guint minutes;
  const char *question;
  const char *purpose;
  const char *guidance;
  const char *why;
  const char *tip;
  const char *good;
  const char *bad;
  const char *solo_question; /* NULL: as in a workshop */
  const char *solo_guidance;
  NsmNote notes[14]; /* ended by one without a key */
} NsmGuide;

extern const NsmGuide nsm_guide_set_up;
extern const NsmGuide nsm_guide_value;
extern const NsmGuide nsm_guide_game;
extern const NsmGuide nsm_guide_candidates;
extern const NsmGuide nsm_guide_evidence;
extern const NsmGuide nsm_guide_scoring;
extern const NsmGuide nsm_guide_stress;
extern const NsmGuide nsm_guide_decision;
extern const NsmGuide nsm_guide_system;
extern const NsmGuide nsm_guide_definition;
extern const NsmGuide nsm_guide_commitment;

const NsmGuide *nsm_step_get_guide (NsmStep step);

G_END_DECLS
