/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"
#include "record/list.h"
#include "record/record.h"

G_BEGIN_DECLS

/* People, and what they are told about the day. */

#define NSM_TYPE_PARTICIPANT (nsm_participant_get_type ())
G_DECLARE_FINAL_TYPE (NsmParticipant, nsm_participant, NSM, PARTICIPANT, NsmRecord)

struct _NsmParticipant
{
  NsmRecord parent_instance;

  char *name;
  NsmFunction function;
  char *title;
  gboolean remote;
  gboolean observer;
  gboolean retired;
  char *signing_key;
};

#define NSM_TYPE_AGENDA_ITEM (nsm_agenda_item_get_type ())
G_DECLARE_FINAL_TYPE (NsmAgendaItem, nsm_agenda_item, NSM, AGENDA_ITEM, NsmRecord)

struct _NsmAgendaItem
{
  NsmRecord parent_instance;

  NsmStep step;
  double minutes;
  char *note;
};

#define NSM_TYPE_SEGMENT (nsm_segment_get_type ())
G_DECLARE_FINAL_TYPE (NsmSegment, nsm_segment, NSM, SEGMENT, NsmRecord)

struct _NsmSegment
{
  NsmRecord parent_instance;

  char *name;
  char *description;
};

char *nsm_names_dup_list (GPtrArray *names);

G_END_DECLS
