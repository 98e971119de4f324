/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record of how the team came to it, for whoever asks in a year. */
#include "report/build-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "findings/findings.h"

static void
add_fact (NsmBuild *build, NsmNode *facts, const char *term, const char *text, const char *field)
{
  nsm_build_from (nsm_build_add_fact (facts, NULL, term, text), NSM_STEP_SET_UP,
                  NSM_RECORD (build->workshop), field);
}

static void
add_product (NsmBuild *build, NsmNode *section)
{
  NsmWorkshop *workshop = build->workshop;
  NsmNode *facts = nsm_build_add_part (section, "product", _("The product"), NSM_NODE_DEFINITIONS);

  add_fact (build, facts, _("Product"), workshop->product, "product");
  add_fact (build, facts, _("What it does"), workshop->description, "description");
  add_fact (build, facts, _("Product line"), workshop->product_line, "product_line");
  add_fact (build, facts, _("Business model"), workshop->business_model, "business_model");
  if (workshop->stage != NSM_STAGE_UNSET)
    add_fact (build, facts, _("Stage"), nsm_build_choice (NSM_TYPE_STAGE, workshop->stage),
              "stage");
  add_fact (build, facts, _("Metrics we looked at until now"), workshop->current_metrics, "current_metrics");
  add_fact (build, facts, _("In two to three years"), workshop->direction, "direction");
  if (nsm_list_get_size (workshop->segments) > 0)
    {
      NsmNode *list = nsm_node_add (nsm_node_add_entry (facts, NULL, _("Customer segments")),
                                    NSM_NODE_LIST);

      NSM_LIST_EACH (NsmSegment, segment, workshop->segments)
        {
          NsmNode *item = nsm_node_add_item (list, segment->name);

          nsm_node_set_source (item, NSM_STEP_SET_UP, NSM_RECORD (segment), "name");
          if (segment->description[0] != '\0')
            nsm_runs_add_template (item->runs, _(": %s"),
                                   nsm_run_new (NSM_RUN_TEXT, segment->description), NULL);
        }
    }
  nsm_build_keep_part (section);
}

/* What a customer said, and who that was. */
static void
add_quote (NsmNode *part, NsmInterview *interview)
{
  NsmNode *source;

  nsm_node_add_text (part, NSM_TONE_QUOTE, interview->quote);
  for (guint i = 0; i < part->children->len; i++)
    {
      NsmNode *quote = part->children->pdata[i];

      if (quote->record == NULL)
        nsm_node_set_source (quote, NSM_STEP_VALUE, NSM_RECORD (interview), "quote");
    }
  source = nsm_node_add_paragraph (part, NSM_TONE_FINE, NULL);
  nsm_node_set_source (source, NSM_STEP_VALUE, NSM_RECORD (interview), "who");
  nsm_runs_add_template (source->runs, "%s", nsm_run_new (NSM_RUN_TEXT, interview->who), NULL);
  if (interview->date[0] != '\0')
    nsm_runs_add_template (source->runs, _(", %s"), nsm_run_new_date (interview->date), NULL);
  if (interview->pattern[0] != '\0')
    /* Translators: what one interview has in common with others */
    nsm_runs_add_template (source->runs, _(" · In common with others: %s"),
                           nsm_run_new (NSM_RUN_TEXT, interview->pattern), NULL);
}

/* That they were asked, and what the team learned: neither their words nor who they are. */
static void
add_without_quotes (NsmBuild *build, NsmNode *part)
{
  NsmList *interviews = build->workshop->value->interviews;
  guint n = nsm_list_get_size (interviews);
  g_autofree char *words = NULL;
  NsmNode *list;

  if (n == 0)
    return;
  words = g_strdup_printf (
    ngettext ("%u customer was interviewed. What they said is left out of this document.",
              "%u customers were interviewed. What they said is left out of this document.", n),
    n);
  nsm_node_add_paragraph (part, NSM_TONE_PLAIN, words);
  list = nsm_node_add (part, NSM_NODE_LIST);
  NSM_LIST_EACH (NsmInterview, interview, interviews)
    {
      if (interview->pattern[0] != '\0')
        nsm_node_set_source (nsm_node_add_item (list, interview->pattern), NSM_STEP_VALUE,
                             NSM_RECORD (interview), "pattern");
    }
  nsm_build_keep_part (part);
}

static void
add_interviews (NsmBuild *build, NsmNode *section)
{
  NsmNode *part = nsm_node_add_section (section, "interviews", _("Customer interviews"));

  nsm_node_set_source (part, NSM_STEP_VALUE, NSM_RECORD (build->workshop->value), "interviews");
  if (build->options->without_quotes)
    add_without_quotes (build, part);
  else
    NSM_LIST_EACH (NsmInterview, interview, build->workshop->value->interviews)
      {
        add_quote (part, interview);
      }
  nsm_build_keep_part (section);
}

static void
add_moments (NsmBuild *build, NsmNode *section)
{
  NsmValue *value = build->workshop->value;
  NsmNode *part = nsm_build_add_part (section, "journey", _("The customer’s journey"), NSM_NODE_LIST);

  part->ordered = TRUE;
  NSM_LIST_EACH (NsmJourneyStage, stage, value->journey)
    {
      NsmNode *item = nsm_node_add_item (part, NULL);

      nsm_node_set_source (item, NSM_STEP_VALUE, NSM_RECORD (stage), "name");
      nsm_runs_add_text (item->runs, NSM_RUN_STRONG, stage->name);
      if (stage->note[0] != '\0')
        nsm_runs_add_template (item->runs, _(": %s"), nsm_run_new (NSM_RUN_TEXT, stage->note), NULL);
    }
  nsm_build_keep_part (section);
  part = nsm_build_add_part (section, "moments", _("Value moments, most direct first"),
                             NSM_NODE_TABLE);
  nsm_node_add_row (part, _("Value moment"), _("Where on the journey"),
                    _("Why this is value received"), NULL);
  NSM_LIST_EACH (NsmValueMoment, moment, value->moments)
    {
      NsmRecord *stage = nsm_record_find (NSM_RECORD (value), moment->stage);

      nsm_node_set_source (nsm_node_add_row (part, moment->name,
                                             stage != NULL ? nsm_record_get_title (stage) : "",
                                             moment->why, NULL),
                           NSM_STEP_VALUE, NSM_RECORD (moment), "name");
    }
  nsm_build_keep_part (section);
}

static void
add_value (NsmBuild *build, NsmNode *section)
{
  NsmValue *value = build->workshop->value;
  NsmNode *facts = nsm_build_add_part (section, "value", _("The value"), NSM_NODE_DEFINITIONS);

  nsm_build_from (
    nsm_build_add_fact (facts, "proposition", _("Value proposition"), value->proposition),
    NSM_STEP_VALUE, NSM_RECORD (value), "proposition");
  if (value->outcome[0] != '\0')
    {
      NsmNode *entry = nsm_node_add_entry (facts, "job", _("Job to be done"));
      NsmNode *paragraph = nsm_node_add_paragraph (entry, NSM_TONE_PLAIN, NULL);

      nsm_node_set_source (entry, NSM_STEP_VALUE, NSM_RECORD (value), "outcome");
      /* Translators: a situation, an outcome and a benefit, each in the team's words */
      nsm_runs_add_template (paragraph->runs, _("When %s, customers hire us to %s, so that they can %s."),
                             nsm_run_new (NSM_RUN_TEXT, value->situation[0] != '\0' ? value->situation : "…"),
                             nsm_run_new (NSM_RUN_TEXT, value->outcome),
                             nsm_run_new (NSM_RUN_TEXT, value->benefit[0] != '\0' ? value->benefit : "…"),
                             NULL);
    }
  nsm_build_from (nsm_build_add_fact (facts, "churned",
                                      _("What customers who left did not do"), value->churned),
                  NSM_STEP_VALUE, NSM_RECORD (value), "churned");
  nsm_build_keep_part (section);
  add_interviews (build, section);
  add_moments (build, section);
}

static void
add_people (NsmBuild *build, NsmNode *section)
{
  NsmNode *table = nsm_build_add_part (section, "participants", _("Who took part"), NSM_NODE_TABLE);
  gboolean nameless = build->options->names == NSM_REPORT_NAMES_NONE;

  /* Whoever is called by their function needs no column for it. */
  if (nameless)
    nsm_node_add_row (table, _("Function"), _("Role"), NULL);
  else
    nsm_node_add_row (table, _("Name"), _("Function"), _("Role"), NULL);
  NSM_LIST_EACH (NsmParticipant, person, build->workshop->participants)
    {
      NsmNode *row = nsm_node_add_row (table, person->name, NULL);
      NsmNode *cell;

      nsm_node_set_source (row, NSM_STEP_SET_UP, NSM_RECORD (person), "name");
      if (!nameless)
        nsm_node_add_cell (row, nsm_build_choice (NSM_TYPE_FUNCTION, person->function));
      cell = nsm_node_add_cell (row, person->title);
      if (person->remote)
        nsm_runs_add_template (cell->runs, cell->runs->len > 0 ? _(" (%s)") : "%s",
                               nsm_run_new (NSM_RUN_TEXT, _("remotely")), NULL);
    }
  nsm_build_keep_part (section);
}

static void
add_agenda (NsmBuild *build, NsmNode *section)
{
  NsmNode *table = nsm_build_add_part (section, "agenda", _("Agenda"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Step"), _("Minutes"), _("Note"), NULL);
  NSM_LIST_EACH (NsmAgendaItem, item, build->workshop->agenda)
    {
      NsmNode *row = nsm_node_add_row (table, nsm_build_choice (NSM_TYPE_STEP, item->step), NULL);
      NsmNode *minutes = nsm_node_add_cell (row, NULL);

      nsm_node_set_source (row, NSM_STEP_SET_UP, NSM_RECORD (item), "minutes");
      nsm_runs_add (minutes->runs, nsm_run_new_number (item->minutes, 0));
      minutes->numeric = TRUE;
      nsm_node_add_cell (row, item->note);
    }
  nsm_build_keep_part (section);
}

static void
add_triggers (NsmBuild *build, NsmNode *section)
{
  NsmNode *table = nsm_build_add_part (section, "triggers",
                                       _("What would make us look again sooner"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Sign of a wrong metric"), _("Where we would see it"), NULL);
  NSM_LIST_EACH (NsmTrigger, trigger, build->workshop->commitment->triggers)
    {
      nsm_node_set_source (nsm_node_add_row (table, trigger->sign, trigger->watch, NULL),
                           NSM_STEP_COMMITMENT, NSM_RECORD (trigger), "sign");
    }
  nsm_build_keep_part (section);
}

static NsmRun *
new_severity (NsmSeverity severity)
{
  switch (severity)
    {
    case NSM_SEVERITY_ERROR:
      return nsm_run_new_badge (NSM_TONE_NEGATIVE, _("Error"));
    case NSM_SEVERITY_WARNING:
      return nsm_run_new_badge (NSM_TONE_CAUTION, _("Warning"));
    case NSM_SEVERITY_ADVICE:
    default:
      return nsm_run_new_badge (NSM_TONE_PLAIN, _("Advice"));
    }
}

/* One rule says who answered what. */
static char *
dup_message (NsmBuild *build, NsmFinding *finding)
{
  const char *message = nsm_finding_get_message (finding);

  if (strcmp (nsm_finding_get_rule (finding), "stress-lone-fail") == 0)
    return nsm_redaction_dup_answering (build->redaction, message);
  return nsm_redaction_dup_text (build->redaction, message);
}

static void
add_findings (NsmBuild *build, NsmNode *section)
{
  g_autoptr (GPtrArray) findings = nsm_findings_collect (build->original);
  NsmNode *table = nsm_build_add_part (section, "findings", _("Still open"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("What"), _("How serious"), _("Step"), NULL);
  for (guint i = 0; i < findings->len; i++)
    {
      NsmFinding *finding = findings->pdata[i];
      g_autofree char *message = dup_message (build, finding);
      NsmNode *row = nsm_node_add_row (table, message, NULL);

      nsm_node_set_source (row, nsm_finding_get_step (finding), nsm_finding_get_record (finding),
                           nsm_finding_get_field (finding));
      nsm_runs_add (nsm_node_add_cell (row, NULL)->runs,
                    new_severity (nsm_finding_get_severity (finding)));
      nsm_node_add_cell (row, nsm_build_choice (NSM_TYPE_STEP, nsm_finding_get_step (finding)));
    }
  nsm_build_keep_part (section);
}

void
nsm_build_process (NsmBuild *build, NsmNode *section)
{
  NsmNode *facts;

  if (build->workshop->notes[0] != '\0')
    {
      NsmNode *note = nsm_node_add_note (section, NSM_TONE_PLAIN, _("About this workshop"));

      nsm_node_set_source (note, NSM_STEP_SET_UP, NSM_RECORD (build->workshop), "notes");
      nsm_node_add_text (note, NSM_TONE_PLAIN, build->workshop->notes);
    }
  facts = nsm_node_add (section, NSM_NODE_DEFINITIONS);
  if (build->workshop->date[0] != '\0')
    nsm_build_add_fact_run (facts, NULL, _("Workshop on"),
                            nsm_run_new_date (build->workshop->date));
  add_fact (build, facts, _("What we wanted to do"),
            nsm_build_choice (NSM_TYPE_PURPOSE, build->workshop->purpose), "purpose");
  nsm_build_keep_part (section);
  add_product (build, section);
  add_value (build, section);
  nsm_build_game (build, section);
  add_people (build, section);
  add_agenda (build, section);
  add_triggers (build, section);
  add_findings (build, section);
}
