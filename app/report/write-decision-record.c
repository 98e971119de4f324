/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A decision record as MADR 4 lays it out: facts for programs on top, Markdown below. */
#include "report/writers.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "method/candidates.h"
#include "record/language.h"
#include "report/build-private.h"
#include "report/build.h"

/* In double quotes YAML takes every text, with JSON's escapes; and keeps it on one line. */
static void
write_quoted (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || c == '\\')
        g_string_append_printf (out, "\\%c", (char) c);
      else if (c == '\n' || c == '\t')
        g_string_append_c (out, ' ');
      else if (g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || c == 0xfeff)
        g_string_append_printf (out, "\\u%04x", c);
      else
        g_string_append_unichar (out, c);
    }
  g_string_append_c (out, '"');
}

/* Nobody is named twice, and nobody at all leaves the line out.
 * @seen: those who were named already */
static void
write_people (GString *out, const char *key, GPtrArray *people, GHashTable *seen)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      const char *name = people->pdata[i];

      if (name[0] == '\0' || !g_hash_table_add (seen, (gpointer) name))
        continue;
      if (!begun)
        g_string_append_printf (out, "%s: [", key);
      else
        g_string_append (out, ", ");
      begun = TRUE;
      write_quoted (out, name);
    }
  if (begun)
    g_string_append (out, "]\n");
}

/* The keys are MADR's, whatever the language is. */
static void
write_front_matter (NsmBuild *build, GString *out)
{
  NsmReport *report = build->report;
  g_autoptr (GPtrArray) makers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) consulted = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  NSM_LIST_EACH (NsmParticipant, participant, build->workshop->participants)
    g_ptr_array_add (makers, g_strdup (participant->name));
  NSM_LIST_EACH (NsmSignOff, sign, build->workshop->commitment->sign_offs)
    {
      /* Whoever stands behind it decided it, too, and needn't have taken part in a round. */
      if ((sign->position == NSM_POSITION_AGREES || sign->position == NSM_POSITION_RESERVATION) &&
          (sign->participant[0] != '\0' || sign->who[0] != '\0'))
        g_ptr_array_add (makers, nsm_build_dup_person (build, sign->participant, sign->who));
    }
  if (makers->len == 0)
    g_ptr_array_add (makers, g_strdup (report->author));
  NSM_LIST_EACH (NsmFeedback, feedback, build->workshop->definition->feedback)
    if (feedback->participant[0] != '\0' || feedback->who[0] != '\0')
      g_ptr_array_add (consulted, nsm_build_dup_person (build, feedback->participant, feedback->who));
  g_string_append (out, "---\nstatus: ");
  write_quoted (out, report->final ? "accepted" : "proposed");
  /* Quoted, or YAML would make something else of it than a text. */
  g_string_append (out, "\ndate: ");
  write_quoted (out, report->version_date != NULL && report->version_date[0] != '\0'
                       ? report->version_date
                       : report->date);
  g_string_append_c (out, '\n');
  write_people (out, "decision-makers", makers, seen);
  write_people (out, "consulted", consulted, seen);
  g_string_append (out, "---\n\n");
}

/* What the whole document would say about itself, with other sections. */
static NsmReport *
new_report (NsmWorkshop *workshop, const NsmReportOptions *options)
{
  NsmReportOptions summary = *options;
  NsmReport *report;

  summary.scope = NSM_REPORT_SCOPE_SUMMARY;
  report = nsm_report_build (workshop, &summary);
  g_ptr_array_set_size (report->sections, 0);
  return report;
}

/**
 * nsm_report_write_decision_record:
 *
 * Returns: (transfer full): the decision as Markdown in the layout of MADR 4
 */
GBytes *
nsm_report_write_decision_record (NsmWorkshop *workshop, const NsmReportOptions *options,
                                  GError **error)
{
  g_autoptr (NsmLanguageScope) scope = nsm_language_enter (options->language);
  g_autoptr (NsmReport) report = new_report (workshop, options);
  g_autoptr (NsmRedaction) redaction = nsm_redaction_new (workshop, options);
  g_autoptr (GString) out = g_string_new (NULL);
  NsmBuild build = { .original = workshop,
                     .redaction = redaction,
                     .workshop = nsm_redaction_get_workshop (redaction),
                     .options = options,
                     .report = report };

  build.chosen = nsm_workshop_get_chosen (build.workshop);
  build.star = build.chosen != NULL ? nsm_candidate_get_metric (build.chosen) : NULL;
  if (build.star != NULL)
    {
      g_autofree char *title = g_steal_pointer (&report->title);

      /* Translators: what was decided, as a title: the name of a metric */
      report->title = g_strdup_printf (_("North Star Metric: %s"), title);
    }
  nsm_build_record (&build);
  write_front_matter (&build, out);
  nsm_report_write_markdown_parts (report, out);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
