/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "method/workshop-new.h"

#include <glib/gi18n-lib.h>

#include "method/scorecards.h"
#include "method/step.h"
#include "record/journal.h"

static const struct
{
  const char *sign;
  const char *watch;
} triggers[] = {
  { N_("It goes up, and customers are no happier"), N_("satisfaction, churn and support requests") },
  { N_("Someone games it, and it works"), N_("counter-metrics, and what teams ship") },
  { N_("After three to six months nobody can say how their work moves it"),
    N_("a question in each team’s review") },
};

/**
 * nsm_agenda_fill:
 *
 * Puts an agenda with every step and its usual minutes in place of the present one.
 */
void
nsm_agenda_fill (NsmWorkshop *workshop)
{
  nsm_list_clear (workshop->agenda);
  for (guint step = 0; step < NSM_N_STEPS; step++)
    nsm_list_append_new (workshop->agenda,
                         "step", step,
                         "minutes", (double) nsm_step_get_minutes (step),
                         NULL);
}

/**
 * nsm_method_new_workshop:
 *
 * Returns: (transfer full): a workshop to begin with: today's date, the first
 *   scorecard, an agenda with the usual minutes, and the three signs of a wrong
 *   metric as standing triggers; with an empty history
 */
NsmWorkshop *
nsm_method_new_workshop (NsmMode mode)
{
  NsmWorkshop *workshop = nsm_workshop_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");

  g_object_set (workshop, "mode", mode, "date", date, NULL);
  nsm_scorecard_fill (workshop->scorecard, NSM_SCORECARD_KIND_PLAYBOOK);
  nsm_agenda_fill (workshop);
  for (guint i = 0; i < G_N_ELEMENTS (triggers); i++)
    nsm_list_append_new (workshop->commitment->triggers,
                         "sign", _(triggers[i].sign),
                         "watch", _(triggers[i].watch),
                         NULL);
  nsm_journal_forget (nsm_record_get_journal (NSM_RECORD (workshop)));
  return workshop;
}
