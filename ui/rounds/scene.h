/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/document.h"

G_BEGIN_DECLS

/**
 * NsmScene:
 *
 * What of a workshop is before the room's eyes just now: the round that is asked
 * or looked at, who has the laptop, and the disagreement that is talked about. The
 * pages set it, the room window shows it. It never knows an answer.
 *
 * One for each document; belongs to the main thread. Properties: "round" (an id, or
 * NULL: nothing private is going on), "holder" (a participant's id, or NULL),
 * "candidate" and "criterion" (ids of the cell that is talked about, or NULL).
 */

#define NSM_TYPE_SCENE (nsm_scene_get_type ())
G_DECLARE_FINAL_TYPE (NsmScene, nsm_scene, NSM, SCENE, GObject)

NsmScene *nsm_scene_get (NsmDocument *document);

const char *nsm_scene_get_round (NsmScene *self);
void nsm_scene_set_round (NsmScene *self, const char *round);
const char *nsm_scene_get_holder (NsmScene *self);
void nsm_scene_set_holder (NsmScene *self, const char *person);
const char *nsm_scene_get_candidate (NsmScene *self);
const char *nsm_scene_get_criterion (NsmScene *self);
void nsm_scene_set_cell (NsmScene *self, const char *candidate, const char *criterion);

G_END_DECLS
