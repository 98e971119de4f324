/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/participant.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SELF NsmParticipant
static const NsmField participant_fields[] = {
  NSM_LINE (name, N_("Name"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_CHOICE (function, N_("Function"), nsm_function_get_type, 0),
  NSM_LINE (title, N_("Role or title"), 0),
  NSM_FLAG (remote, N_("Joins remotely")),
  NSM_FLAG (observer, N_("Watches without answering")),
  NSM_FLAG (retired, N_("Has left the workshop")),
  /* Undoing something else mustn't forget whom the facilitator accepted. */
  { NSM_KIND_TEXT, "signing_key", "signing_key", NSM_MEMBER (signing_key, char *),
    NSM_FIELD_UNRECORDED, 0, 200, 0, NULL },
};
#undef SELF

NSM_DEFINE_RECORD (NsmParticipant, nsm_participant, participant_fields, N_("Participant"))

#define SELF NsmAgendaItem
static const NsmField agenda_item_fields[] = {
  NSM_CHOICE (step, N_("Step"), nsm_step_get_type, 0),
  NSM_NUMBER (minutes, N_("Minutes"), 0, 1440, 0, NSM_FIELD_WHOLE),
  NSM_LINE (note, N_("Note"), 0),
};
#undef SELF

NSM_DEFINE_ROW (NsmAgendaItem, nsm_agenda_item, agenda_item_fields, N_("Agenda item"))

#define SELF NsmSegment
static const NsmField segment_fields[] = {
  NSM_LINE (name, N_("Segment"), NSM_FIELD_IDENTITY | NSM_FIELD_REQUIRED),
  NSM_AREA (description, N_("Who they are"), 0),
};
#undef SELF

NSM_DEFINE_RECORD (NsmSegment, nsm_segment, segment_fields, N_("Customer segment"))

/**
 * nsm_names_dup_list:
 * @names: (element-type utf8): at least one
 *
 * Returns: (transfer full): "Mei", "Mei and Jonas", "Mei, Jonas and Luis"
 */
char *
nsm_names_dup_list (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (g_ptr_array_index (names, 0));

  for (guint i = 1; i + 1 < names->len; i++)
    {
      /* Translators: between the names of a list */
      g_string_append (text, _(", "));
      g_string_append (text, g_ptr_array_index (names, i));
    }
  if (names->len == 1)
    return g_strdup (text->str);
  /* Translators: the names before the last one, and the last one */
  return g_strdup_printf (_("%s and %s"), text->str,
                          (const char *) g_ptr_array_index (names, names->len - 1));
}
