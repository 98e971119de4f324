/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/build-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* What ngettext() is to go by: half a month isn't one. */
static gulong
get_plural (double months)
{
  return months == floor (months) ? (gulong) months : 2;
}

static void
add_coefficient (NsmNode *cell, NsmEvidence *evidence)
{
  if (!isnan (evidence->coefficient))
    /* Translators: a correlation: "r = 0.65" */
    nsm_runs_add_template (cell->runs,
                           evidence->method == NSM_METHOD_SPEARMAN ? _("rho = %s")
                           : evidence->method == NSM_METHOD_SHARES ? _("phi = %s")
                                                                   : _("r = %s"),
                           nsm_run_new_number (evidence->coefficient, 2), NULL);
  if (!isnan (evidence->low) && !isnan (evidence->high))
    {
      if (cell->runs->len > 0)
        nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_TEXT, ", "));
      /* Translators: an interval: "95 % interval 0.53 to 0.74", with a no-break space */
      nsm_runs_add_template (cell->runs, _("95 %% interval %s to %s"),
                             nsm_run_new_number (evidence->low, 2),
                             nsm_run_new_number (evidence->high, 2), NULL);
    }
  if (!isnan (evidence->rows))
    {
      if (cell->runs->len > 0)
        nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_TEXT, ", "));
      nsm_runs_add_template (cell->runs, _("n = %s"), nsm_run_new_number (evidence->rows, 0), NULL);
    }
  if (evidence->overlaps)
    {
      if (cell->runs->len > 0)
        nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
      nsm_runs_add (cell->runs, nsm_run_new_badge (NSM_TONE_NEGATIVE,
                                                   _("Measured over the same time")));
    }
}

/* What a result is about: outcome, lag and segment. */
void
nsm_build_add_outcome (NsmBuild *build, NsmNode *cell, NsmEvidence *evidence)
{
  NsmRecord *segment = nsm_record_find (NSM_RECORD (build->workshop), evidence->segment);

  nsm_runs_add_text (cell->runs, NSM_RUN_TEXT,
                     nsm_evidence_get_outcome_title (evidence));
  if (!isnan (evidence->lag_months) && evidence->lag_months > 0)
    {
      nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
      nsm_runs_add_template (cell->runs,
                             ngettext ("%s month later", "%s months later",
                                       get_plural (evidence->lag_months)),
                             nsm_run_new_number (evidence->lag_months, -1), NULL);
    }
  if (segment != NULL)
    nsm_build_add_line (cell, _("only %s"), nsm_record_get_title (segment));
}

static void
add_typed (NsmBuild *build, NsmNode *section)
{
  NsmNode *table = nsm_build_add_part (section, "results", _("What the data shows"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Candidate"), _("Outcome"), _("Result"), _("What it shows"), NULL);
  NSM_LIST_EACH (NsmEvidence, evidence, build->workshop->evidence)
    {
      g_autofree char *title = nsm_build_dup_candidate (build, evidence->candidate);
      NsmNode *row, *words;

      if (evidence->dataset[0] != '\0')
        continue;
      row = nsm_node_add_row (table, title, NULL);
      nsm_node_set_source (row, NSM_STEP_EVIDENCE, NSM_RECORD (evidence), "finding");
      nsm_build_add_outcome (build, nsm_node_add_cell (row, NULL), evidence);
      add_coefficient (nsm_node_add_cell (row, NULL), evidence);
      words = nsm_node_add_cell (row, evidence->finding);
      nsm_build_add_line (words, _("Source: %s"), evidence->source);
      if (evidence->date[0] != '\0')
        {
          if (words->runs->len > 0)
            nsm_runs_add (words->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
          nsm_runs_add (words->runs, nsm_run_new_date (evidence->date));
        }
    }
  nsm_build_keep_part (section);
}

static NsmTone
get_verdict_tone (NsmEvidenceVerdict verdict)
{
  switch (verdict)
    {
    case NSM_EVIDENCE_VERDICT_SUPPORTS:
      return NSM_TONE_POSITIVE;
    case NSM_EVIDENCE_VERDICT_AGAINST:
      return NSM_TONE_NEGATIVE;
    case NSM_EVIDENCE_VERDICT_UNCLEAR:
    case NSM_EVIDENCE_VERDICT_UNMEASURED:
      return NSM_TONE_CAUTION;
    case NSM_EVIDENCE_VERDICT_UNSET:
    default:
      return NSM_TONE_PLAIN;
    }
}

static void
add_verdicts (NsmBuild *build, NsmNode *section)
{
  NsmNode *table = nsm_build_add_part (section, "verdicts", _("What we made of it"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Candidate"), _("Verdict"), _("Because"), NULL);
  NSM_LIST_EACH (NsmCandidate, candidate, build->workshop->candidates)
    {
      g_autofree char *title = nsm_build_dup_candidate (build, NSM_RECORD (candidate)->id);
      NsmNode *row, *cell;

      if (candidate->evidence_verdict != NSM_EVIDENCE_VERDICT_UNSET ||
          candidate->evidence_why[0] != '\0' || !isnan (candidate->noise) ||
          !isnan (candidate->react_months))
        {
          row = nsm_node_add_row (table, title, NULL);
          nsm_node_set_source (row, NSM_STEP_EVIDENCE, NSM_RECORD (candidate), "evidence_verdict");
          nsm_runs_add (nsm_node_add_cell (row, NULL)->runs,
                        nsm_run_new_badge (get_verdict_tone (candidate->evidence_verdict),
                                           nsm_build_choice (NSM_TYPE_EVIDENCE_VERDICT,
                                                             candidate->evidence_verdict)));
          cell = nsm_node_add_cell (row, candidate->evidence_why);
          if (cell->runs->len > 0 && (!isnan (candidate->noise) || !isnan (candidate->react_months)))
            nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
          if (!isnan (candidate->noise))
            nsm_runs_add_template (cell->runs, _("Noise: coefficient of variation %s. "),
                                   nsm_run_new_number (candidate->noise, 2), NULL);
          if (!isnan (candidate->react_months))
            nsm_runs_add_template (cell->runs,
                                   ngettext ("Reacts within %s month.", "Reacts within %s months.",
                                             get_plural (candidate->react_months)),
                                   nsm_run_new_number (candidate->react_months, -1), NULL);
        }
    }
  nsm_build_keep_part (section);
}

void
nsm_build_evidence (NsmBuild *build, NsmNode *section)
{
  nsm_build_data (build, section);
  add_typed (build, section);
  add_verdicts (build, section);
  nsm_build_files (build, section);
}
