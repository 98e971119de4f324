/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "method/step.h"

#include <glib/gi18n-lib.h>

#include "method/games.h"
#include "method/guide.h"
#include "method/scorecards.h"
#include "method/stress-tests.h"

/* An array of pointers to other files' objects is no constant to every compiler. */
const NsmGuide *
nsm_step_get_guide (NsmStep step)
{
  switch (step)
    {
    case NSM_STEP_SET_UP:
      return &nsm_guide_set_up;
    case NSM_STEP_VALUE:
      return &nsm_guide_value;
    case NSM_STEP_GAME:
      return &nsm_guide_game;
    case NSM_STEP_CANDIDATES:
      return &nsm_guide_candidates;
    case NSM_STEP_EVIDENCE:
      return &nsm_guide_evidence;
    case NSM_STEP_SCORING:
      return &nsm_guide_scoring;
    case NSM_STEP_STRESS:
      return &nsm_guide_stress;
    case NSM_STEP_DECISION:
      return &nsm_guide_decision;
    case NSM_STEP_SYSTEM:
      return &nsm_guide_system;
    case NSM_STEP_DEFINITION:
      return &nsm_guide_definition;
    case NSM_STEP_COMMITMENT:
    default:
      return &nsm_guide_commitment;
    }
}

/**
 * nsm_step_get_title:
 *
 * Returns: (transfer none): the step's name, as in the list of steps
 */
const char *
nsm_step_get_title (NsmStep step)
{
  return nsm_choice_get_label (NSM_TYPE_STEP, step);
}

/**
 * nsm_step_get_question:
 *
 * Returns: (transfer none): the heading of its page
 */
const char *
nsm_step_get_question (NsmStep step)
{
  return _(nsm_step_get_guide (step)->question);
}

/**
 * nsm_step_get_question_for:
 *
 * Returns: (transfer none): the heading of its page, where somebody may be alone
 */
const char *
nsm_step_get_question_for (NsmStep step, NsmMode mode)
{
  const NsmGuide *guide = nsm_step_get_guide (step);

  if (mode == NSM_MODE_SOLO && guide->solo_question != NULL)
    return _(guide->solo_question);
  return _(guide->question);
}

/**
 * nsm_step_get_purpose:
 *
 * Returns: (transfer none): what the step is for, one sentence
 */
const char *
nsm_step_get_purpose (NsmStep step)
{
  return _(nsm_step_get_guide (step)->purpose);
}

/**
 * nsm_step_get_guidance:
 *
 * Returns: (transfer none): what to do
 */
const char *
nsm_step_get_guidance (NsmStep step)
{
  return _(nsm_step_get_guide (step)->guidance);
}

/**
 * nsm_step_get_guidance_for:
 *
 * Returns: (transfer none): what to do, where somebody may be alone
 */
const char *
nsm_step_get_guidance_for (NsmStep step, NsmMode mode)
{
  const NsmGuide *guide = nsm_step_get_guide (step);

  if (mode == NSM_MODE_SOLO && guide->solo_guidance != NULL)
    return _(guide->solo_guidance);
  return _(guide->guidance);
}

/**
 * nsm_step_get_why:
 *
 * Returns: (transfer none): why that works
 */
const char *
nsm_step_get_why (NsmStep step)
{
  return _(nsm_step_get_guide (step)->why);
}

const char *
nsm_step_get_tip (NsmStep step)
{
  return _(nsm_step_get_guide (step)->tip);
}

const char *
nsm_step_get_good_example (NsmStep step)
{
  return _(nsm_step_get_guide (step)->good);
}

const char *
nsm_step_get_bad_example (NsmStep step)
{
  return _(nsm_step_get_guide (step)->bad);
}

/**
 * nsm_step_get_minutes:
 *
 * Returns: how long the step usually takes a group
 */
guint
nsm_step_get_minutes (NsmStep step)
{
  return nsm_step_get_guide (step)->minutes;
}

/**
 * nsm_step_get_n_notes:
 *
 * Returns: how many further notes the step has, to be shown folded
 */
guint
nsm_step_get_n_notes (NsmStep step)
{
  const NsmGuide *guide = nsm_step_get_guide (step);
  guint n = 0;

  while (guide->notes[n].key != NULL)
    n++;
  return n;
}

const char *
nsm_step_get_note_title (NsmStep step, guint note)
{
  g_return_val_if_fail (note < nsm_step_get_n_notes (step), "");
  return _(nsm_step_get_guide (step)->notes[note].title);
}

const char *
nsm_step_get_note_text (NsmStep step, guint note)
{
  g_return_val_if_fail (note < nsm_step_get_n_notes (step), "");
  return _(nsm_step_get_guide (step)->notes[note].text);
}

static const char *
find_in_step (NsmStep step, const char *key)
{
  const NsmGuide *guide = nsm_step_get_guide (step);
  const struct
  {
    const char *key;
    const char *text;
  } parts[] = {
    { "question", guide->question }, { "purpose", guide->purpose }, { "guidance", guide->guidance },
    { "why", guide->why },           { "tip", guide->tip },         { "good", guide->good },
    { "bad", guide->bad },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].key, key) == 0)
      return _(parts[i].text);
  for (guint i = 0; guide->notes[i].key != NULL; i++)
    if (strcmp (guide->notes[i].key, key) == 0)
      return _(guide->notes[i].text);
  return NULL;
}

/**
 * nsm_guidance_find:
 * @key: "<step>.<part or note>", "criterion.<id>", "stress.<test>", "game.<game>",
 *   "stage.<stage>", "dimension.<dimension>", "example.<key>" or "input.<key>"
 *
 * Returns: (transfer none) (nullable): the guidance called @key
 */
const char *
nsm_guidance_find (const char *key)
{
  const char *dot = strchr (key, '.');
  g_autofree char *group = NULL;
  guint value;

  if (dot == NULL)
    return NULL;
  group = g_strndup (key, dot - key);
  /* "game" is a step, and what games are called by. */
  if (nsm_choice_from_nick (NSM_TYPE_STEP, group, &value) &&
      find_in_step (value, dot + 1) != NULL)
    return find_in_step (value, dot + 1);
  if (strcmp (group, "criterion") == 0)
    return nsm_criterion_find_question (dot + 1);
  if (strcmp (group, "stress") == 0 && nsm_choice_from_nick (NSM_TYPE_STRESS_TEST, dot + 1, &value))
    return nsm_stress_test_get_hint (value);
  if (strcmp (group, "game") == 0 && nsm_choice_from_nick (NSM_TYPE_GAME, dot + 1, &value))
    return nsm_game_get_summary (value);
  if (strcmp (group, "stage") == 0 && nsm_choice_from_nick (NSM_TYPE_STAGE, dot + 1, &value))
    return nsm_stage_get_advice (value);
  if (strcmp (group, "dimension") == 0 &&
      nsm_choice_from_nick (NSM_TYPE_DIMENSION, dot + 1, &value))
    return nsm_dimension_get_question (value);
  if (strcmp (group, "example") == 0)
    for (guint i = 0; i < nsm_known_examples_get_n (); i++)
      if (strcmp (nsm_known_examples_get (i)->key, dot + 1) == 0)
        return _(nsm_known_examples_get (i)->lesson);
  if (strcmp (group, "input") == 0)
    for (guint i = 0; i < nsm_starter_inputs_get_n (); i++)
      if (strcmp (nsm_starter_inputs_get (i)->key, dot + 1) == 0)
        return _(nsm_starter_inputs_get (i)->name);
  return NULL;
}
