/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel.h"

#include "method/scorecards.h"
#include "record/journal.h"

const char *const panel_people[N_PANEL_PEOPLE] = { "Mei", "Jonas", "Amara", "Luis" };

/* Mei, Jonas, Amara, Luis. */
const guint8 panel_marks[N_PANEL_CANDIDATES][N_PANEL_CRITERIA][N_PANEL_PEOPLE] = {
  { { 5, 4, 5, 5 }, { 4, 4, 4, 5 }, { 5, 4, 4, 4 }, { 4, 5, 4, 4 }, { 5, 4, 4, 5 }, { 5, 4, 5, 4 } },
  { { 5, 5, 4, 5 }, { 5, 4, 4, 5 }, { 5, 4, 4, 5 }, { 4, 4, 5, 4 }, { 4, 4, 3, 4 }, { 4, 5, 1, 4 } },
  { { 4, 3, 3, 4 }, { 3, 3, 3, 3 }, { 2, 3, 2, 3 }, { 4, 3, 3, 3 }, { 5, 5, 4, 5 }, { 5, 5, 5, 5 } },
  { { 3, 3, 3, 2 }, { 4, 3, 3, 4 }, { 5, 4, 2, 1 }, { 4, 5, 4, 4 }, { 4, 4, 4, 4 }, { 4, 5, 4, 4 } },
  { { 4, 2, 1, 2 }, { 2, 3, 3, 2 }, { 3, 2, 2, 2 }, { 4, 4, 3, 3 }, { 4, 4, 3, 4 }, { 5, 5, 4, 5 } },
  { { 1, 2, 1, 2 }, { 1, 2, 1, 2 }, { 2, 2, 2, 2 }, { 3, 3, 2, 3 }, { 4, 3, 4, 3 }, { 5, 4, 5, 4 } },
};

static const struct
{
  const char *name, *unit, *statement;
  NsmWindow window;
  NsmCandidateKind kind;
} candidates[N_PANEL_CANDIDATES] = {
  { "Teams completing at least one project", "teams", "complete at least one project",
    NSM_WINDOW_MONTH, NSM_CANDIDATE_KIND_GOOD },
  { "Projects completed on time by teams of 3 or more", "projects", "are done by their due date",
    NSM_WINDOW_WEEK, NSM_CANDIDATE_KIND_GOOD },
  { "Projects completed", "projects", "are closed as done", NSM_WINDOW_MONTH,
    NSM_CANDIDATE_KIND_GOOD },
  { "Teams with 3 or more active members", "teams", "have three people who change a task",
    NSM_WINDOW_WEEK, NSM_CANDIDATE_KIND_GOOD },
  { "Projects under way", "projects", "have a task that moved", NSM_WINDOW_WEEK,
    NSM_CANDIDATE_KIND_GOOD },
  { "Page views", "views", "are counted", NSM_WINDOW_MONTH, NSM_CANDIDATE_KIND_BAD },
};

/**
 * panel_new_workshop:
 *
 * Returns: (transfer full): a workshop that is ready to be scored
 */
NsmWorkshop *
panel_new_workshop (NsmMode mode)
{
  static const NsmFunction functions[N_PANEL_PEOPLE] = { NSM_FUNCTION_PRODUCT,
                                                         NSM_FUNCTION_ENGINEERING, NSM_FUNCTION_DATA,
                                                         NSM_FUNCTION_CUSTOMER };
  NsmWorkshop *workshop = nsm_workshop_new ();

  g_object_set (workshop, "title", "Acme Projects", "product", "Acme Projects", "mode", mode,
                "author", "Mei", NULL);
  if (mode == NSM_MODE_FACILITATED)
    for (guint i = 0; i < N_PANEL_PEOPLE; i++)
      nsm_list_append_new (workshop->participants, "name", panel_people[i], "function",
                           functions[i], NULL);
  for (guint i = 0; i < N_PANEL_CANDIDATES; i++)
    {
      NsmRecord *metric = nsm_list_append_new (
        workshop->metrics, "name", candidates[i].name, "unit", candidates[i].unit, "statement",
        candidates[i].statement, "window", candidates[i].window, NULL);

      nsm_list_append_new (workshop->candidates, "metric", metric->id, "kind", candidates[i].kind,
                           NULL);
    }
  nsm_scorecard_fill (workshop->scorecard, NSM_SCORECARD_KIND_PLAYBOOK);
  nsm_journal_forget (nsm_record_get_journal (NSM_RECORD (workshop)));
  return workshop;
}

/**
 * panel_get_candidate:
 * @title: as frozen in a round, where the order is another one
 *
 * Returns: the candidate's row in panel_marks
 */
guint
panel_get_candidate (const char *title)
{
  guint found = N_PANEL_CANDIDATES;

  for (guint i = 0; i < N_PANEL_CANDIDATES; i++)
    {
      /* With the comma, since one name begins another. */
      g_autofree char *start = g_strconcat (candidates[i].name, ", ", NULL);

      if (g_str_has_prefix (title, start))
        found = i;
    }
  g_assert_cmpuint (found, <, N_PANEL_CANDIDATES);
  return found;
}

/**
 * panel_get_reason:
 *
 * Returns: what the person says about the cell; "" for most
 */
const char *
panel_get_reason (guint person, guint candidate, guint criterion)
{
  if (candidate == 1 && criterion == 5 && person == 2)
    return "Fewer than half of the projects have a due date. We would count who fills in a form.";
  if (candidate == 1 && criterion == 5 && person == 1)
    return "Due date and status are both in the projects table. It is one query.";
  return "";
}
