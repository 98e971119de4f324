/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day on which the team looks at its metric again, for everybody's calendar (RFC 5545). */
#include <string.h>

#include <glib/gi18n-lib.h>
#include <libical/ical.h>

#include "method/candidates.h"
#include "method/step.h"
#include "record/language.h"
#include "report/export.h"
#include "report/redaction.h"
#include "report/writers.h"

/* In the morning: of the day two weeks before, and of the day before. */
static const char *const alarms[] = { "-P13DT15H", "-PT15H" };

/* The day that was set, or else so many months after the decision; NULL: none. */
static char *
dup_review_date (NsmCommitment *commitment)
{
  GDate day;

  if (commitment->review_on[0] != '\0')
    return g_strdup (commitment->review_on);
  if (!(commitment->review_months >= 1) || !nsm_date_is_valid (commitment->decided_on))
    return NULL;
  g_date_clear (&day, 1);
  g_date_set_parse (&day, commitment->decided_on);
  if (!g_date_valid (&day))
    return NULL;
  g_date_add_months (&day, (guint) commitment->review_months);
  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (&day),
                          (guint) g_date_get_month (&day), (guint) g_date_get_day (&day));
}

/* The same for the same workshop, whatever has changed in it: a calendar that is given the file
 * again moves the day instead of keeping two. Only a workshop that has asked nobody anything yet
 * has no identity. */
static char *
dup_uid (NsmWorkshop *workshop)
{
  g_autofree char *what = NULL;
  g_autofree char *sum = NULL;

  if (workshop->identity[0] != '\0')
    what = g_strdup (workshop->identity);
  else
    what = g_strjoin ("\n", workshop->product, workshop->title, workshop->date, NULL);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, what, -1);
  sum[32] = '\0';
  return g_strdup_printf ("review-%s@north-star-workshop", sum);
}

static void
add_paragraph (GString *text, const char *paragraph)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", paragraph);
}

static void
add_triggers (GString *text, NsmCommitment *commitment)
{
  gboolean first = TRUE;

  NSM_LIST_EACH (NsmTrigger, trigger, commitment->triggers)
    {
      if (trigger->sign[0] == '\0')
        continue;
      if (first)
        add_paragraph (text, _("Look again sooner if:"));
      first = FALSE;
      g_string_append_printf (text, "\n– %s", trigger->sign);
      if (trigger->watch[0] != '\0')
        {
          g_string_append_c (text, ' ');
          /* Translators: after a sign that the metric is wrong: where one would see it */
          g_string_append_printf (text, _("(watch: %s)"), trigger->watch);
        }
    }
}

/* Steps stand in the text only: many calendars refuse a file with tasks in it. */
static void
add_next_steps (GString *text, NsmCommitment *commitment)
{
  gboolean first = TRUE;

  NSM_LIST_EACH (NsmNextStep, step, commitment->next_steps)
    {
      if (step->done || step->what[0] == '\0')
        continue;
      if (first)
        add_paragraph (text, _("Next steps that were open:"));
      first = FALSE;
      g_string_append_printf (text, "\n– %s", step->what);
      if (step->who[0] != '\0')
        g_string_append_printf (text, " · %s", step->who);
      if (step->due[0] != '\0')
        {
          g_autofree char *due = nsm_date_dup_long (step->due);

          g_string_append (text, " · ");
          /* Translators: the day by which a step is to be done */
          g_string_append_printf (text, _("by %s"), due);
        }
    }
}

static char *
dup_description (NsmWorkshop *workshop, NsmMetric *star)
{
  GString *text = g_string_new (NULL);
  NsmCommitment *commitment = workshop->commitment;
  const char *owner = workshop->definition->owner;

  if (star != NULL)
    {
      g_autofree char *sentence = nsm_metric_dup_sentence (star);

      add_paragraph (text, sentence);
    }
  if (workshop->definition->formula[0] != '\0')
    add_paragraph (text, workshop->definition->formula);
  if (owner[0] != '\0')
    {
      g_autofree char *line = g_strdup_printf (_("Owner: %s"), owner);

      add_paragraph (text, line);
    }
  if (commitment->decided_on[0] != '\0')
    {
      g_autofree char *day = nsm_date_dup_long (commitment->decided_on);
      g_autofree char *line = g_strdup_printf (_("Decided on %s."), day);

      add_paragraph (text, line);
    }
  add_triggers (text, commitment);
  add_next_steps (text, commitment);
  return g_string_free (text, FALSE);
}

/* A text in the language of the document. */
static void
add_text (icalcomponent *component, icalproperty *property, const char *language)
{
  icalproperty_add_parameter (property, icalparameter_new_language (language));
  icalcomponent_add_property (component, property);
}

static void
add_alarms (icalcomponent *event, const char *summary, const char *language)
{
  for (guint i = 0; i < G_N_ELEMENTS (alarms); i++)
    {
      icalcomponent *alarm = icalcomponent_new_valarm ();
      struct icaltriggertype trigger = icaltriggertype_from_string (alarms[i]);

      icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
      icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
      add_text (alarm, icalproperty_new_description (summary), language);
      icalcomponent_add_component (event, alarm);
    }
}

static char *
dup_summary (NsmMetric *star)
{
  g_autofree char *title = star != NULL ? nsm_metric_dup_title (star) : NULL;

  if (title == NULL)
    return g_strdup (_("Review the North Star Metric"));
  /* Translators: an entry in a calendar, with the name of a metric */
  return g_strdup_printf (_("Review the North Star Metric: %s"), title);
}

static icalcomponent *
new_event (NsmWorkshop *workshop, const char *uid, const char *review_on, const char *stamp)
{
  NsmCandidate *chosen = nsm_workshop_get_chosen (workshop);
  NsmMetric *star = chosen != NULL ? nsm_candidate_get_metric (chosen) : NULL;
  icalcomponent *event = icalcomponent_new_vevent ();
  g_autofree char *language = nsm_language_dup ();
  g_autofree char *summary = dup_summary (star);
  g_autofree char *description = dup_description (workshop, star);
  struct icaltimetype day = icaltime_from_string (review_on);
  struct icaltimetype next = day;

  icaltime_adjust (&next, 1, 0, 0, 0);
  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (icaltime_from_string (stamp)));
  icalcomponent_add_property (event, icalproperty_new_dtstart (day));
  icalcomponent_add_property (event, icalproperty_new_dtend (next));
  add_text (event, icalproperty_new_summary (summary), language);
  add_text (event, icalproperty_new_description (description), language);
  /* A day to think of it isn't a day away. */
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  add_alarms (event, summary, language);
  return event;
}

/* "2026-03-31" as "20260331" and @rest */
static char *
dup_basic (const char *date, const char *rest)
{
  g_autoptr (GString) basic = g_string_new (date);

  g_string_replace (basic, "-", "", 0);
  return g_strconcat (basic->str, rest, NULL);
}

static char *
dup_stamp (const NsmReportOptions *options)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  if (options->date != NULL)
    return dup_basic (options->date, "T000000Z");
  return g_date_time_format (now, "%Y%m%dT%H%M%SZ");
}

/**
 * nsm_report_write_calendar:
 *
 * Returns: (transfer full): the day of the review with its reasons, as a calendar of one event, or
 *   NULL with NSM_REPORT_ERROR_EMPTY set
 */
GBytes *
nsm_report_write_calendar (NsmWorkshop *workshop, const NsmReportOptions *options, GError **error)
{
  g_autofree char *review_on = dup_review_date (workshop->commitment);
  g_autofree char *day = NULL;
  g_autofree char *uid = dup_uid (workshop);
  g_autofree char *stamp = dup_stamp (options);
  g_autoptr (NsmWorkshop) told = NULL;
  g_autoptr (NsmLanguageScope) scope = NULL;
  icalcomponent *calendar;
  char *text;
  GBytes *bytes;

  if (review_on == NULL)
    {
      g_set_error (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_EMPTY,
                   /* Translators: the name of a step, and the label of a field in it */
                   _("There is no review date yet: set it in “%s”, under “%s”."),
                   nsm_step_get_title (NSM_STEP_COMMITMENT), _("Review on"));
      return NULL;
    }
  scope = nsm_language_enter (options->language);
  told = nsm_report_redact (workshop, options);
  day = dup_basic (review_on, "");
  calendar = icalcomponent_new_vcalendar ();
  icalcomponent_add_property (calendar, icalproperty_new_prodid (
                                          "-//North Star Workshop//" NSM_PROGRAM_VERSION "//EN"));
  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_component (calendar, new_event (told, uid, day, stamp));
  text = icalcomponent_as_ical_string_r (calendar);
  bytes = g_bytes_new (text, strlen (text));
  icalmemory_free_buffer (text);
  icalcomponent_free (calendar);
  return bytes;
}
