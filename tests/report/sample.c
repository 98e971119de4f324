/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample.h"

#include <math.h>
#include <string.h>

static NsmMetric *
add_metric (NsmWorkshop *w, const char *name, const char *unit, NsmWindow window,
            const char *statement)
{
  return nsm_list_append_new (w->metrics, "name", name, "unit", unit, "window", window,
                              "statement", statement, NULL);
}

static NsmCandidate *
add_candidate (NsmWorkshop *w, const char *name, const char *unit, NsmWindow window,
               const char *statement)
{
  NsmMetric *metric = add_metric (w, name, unit, window, statement);

  return nsm_list_append_new (w->candidates, "metric", NSM_RECORD (metric)->id, NULL);
}

static const char *
get_id (gpointer record)
{
  return NSM_RECORD (record)->id;
}

static void
add_people (NsmWorkshop *w)
{
  nsm_list_append_new (w->participants, "name", "Mei", "function", NSM_FUNCTION_PRODUCT, "title",
                       "Product lead", NULL);
  nsm_list_append_new (w->participants, "name", "Jonas", "function", NSM_FUNCTION_ENGINEERING,
                       "title", "Staff engineer", NULL);
  nsm_list_append_new (w->participants, "name", "Amara", "function", NSM_FUNCTION_DATA, "title",
                       "Data scientist", "remote", TRUE, NULL);
  nsm_list_append_new (w->participants, "name", "Luis", "function", NSM_FUNCTION_LEADERSHIP,
                       "title", "General manager", NULL);
}

static void
add_value (NsmWorkshop *w)
{
  NsmJourneyStage *plan, *work;

  g_object_set (w->value, "proposition", "Teams finish what they planned, on time, together.",
                "situation", "a team has promised a date", "outcome", "see what is left and who does it",
                "benefit", "keep the promise without a meeting a day", "churned",
                "They made one project, invited nobody and never finished it.", NULL);
  nsm_list_append_new (w->value->interviews, "who", "Head of delivery, agency of 40", "date",
                       "2026-02-11", "quote",
                       "The first time a launch went out and I hadn’t chased anyone.", "pattern",
                       "value is felt when a project is done", NULL);
  plan = nsm_list_append_new (w->value->journey, "name", "Plan", "note", "A project is made and people invited", NULL);
  work = nsm_list_append_new (w->value->journey, "name", "Work", NULL);
  nsm_list_append_new (w->value->moments, "name", "A project is finished", "stage", get_id (work),
                       "why", "It is what the team came for", NULL);
  nsm_list_append_new (w->value->moments, "name", "Three people share a plan", "stage",
                       get_id (plan), NULL);
}

static void
add_definition (NsmWorkshop *w, NsmParticipant *engineer)
{
  NsmDefinition *d = w->definition;

  g_object_set (d, "formula",
                "The number of distinct teams that complete at least one project in a calendar "
                "month, without trial accounts.",
                "cadence", NSM_CADENCE_MONTHLY, "segments", "All paying plans, all countries.",
                "owner", "Mei, product", "baseline", 1240.0, "baseline-date", "2026-03-31",
                "limits", "Says nothing about how large a project is.\n\nSeasonal in August.", NULL);
  nsm_list_append_new (d->terms, "term", "team", "meaning",
                       "A workspace with three or more members in that month.", NULL);
  nsm_list_append_new (d->terms, "term", "complete", "meaning",
                       "The status changes to “done” and stays so for 24 hours.", NULL);
  nsm_list_append_new (d->terms, "term", "project", "meaning",
                       "Three or more tasks, made by a person and not by a template test.", NULL);
  nsm_list_append_new (d->terms, "term", "calendar month", "meaning",
                       "In UTC; the day of the change to “done” decides.", NULL);
  nsm_list_append_new (d->sources, "name", "project_events", "description", "warehouse, nightly", NULL);
  nsm_list_append_new (d->conditions, "condition",
                       "A team that finishes five projects counts once.", NULL);
  nsm_list_append_new (d->examples, "example", "A launch with 14 tasks, done on 30 March", "counts",
                       TRUE, "reason", "once, in March", NULL);
  nsm_list_append_new (d->examples, "example", "Closed by a script at the end of the month",
                       "counts", FALSE, "reason", "no person did it", NULL);
  nsm_list_append_new (d->examples, "example", "Reopened two hours later", "counts", FALSE,
                       "reason", "not done for 24 hours", NULL);
  nsm_list_append_new (d->feedback, "participant", get_id (engineer), "state",
                       NSM_FEEDBACK_STATE_FEASIBLE, "text", "Can be built in a week.", NULL);
}

static void
add_system (NsmWorkshop *w)
{
  static const struct
  {
    const char *name, *owner, *why;
    NsmDimension dimension;
    NsmLink link;
  } inputs[] = {
    { "Teams with a project under way", "Growth", "No team finishes what it never began.",
      NSM_DIMENSION_BREADTH, NSM_LINK_MULTIPLICATIVE },
    { "Members with a task in the project", "Collaboration", "Shared projects are finished more often.",
      NSM_DIMENSION_DEPTH, NSM_LINK_CORRELATED },
    { "Projects started per team", "Planning", "", NSM_DIMENSION_FREQUENCY, NSM_LINK_MULTIPLICATIVE },
    { "Share of open projects finished in the month", "Delivery", "", NSM_DIMENSION_EFFICIENCY,
      NSM_LINK_MULTIPLICATIVE },
  };
  NsmMetric *metric = add_metric (w, "Expansion revenue", "euros", NSM_WINDOW_QUARTER, "");

  g_object_set (w->system, "kpi", get_id (metric), "kpi-link", NSM_LINK_CORRELATED, "kpi-why",
                "Teams that finish projects add seats about three months later.", "inputs-move",
                NSM_ANSWER_STATE_YES, "inputs-move-why", "It is their product.", "kpi-follows",
                NSM_ANSWER_STATE_YES, "kpi-follows-why", "About three months later.", "gaps",
                NSM_ANSWER_STATE_UNSURE, "gaps-why", "Nobody wins teams back.", "conflicts",
                NSM_ANSWER_STATE_YES, "conflicts-why", "Small projects: watch tasks.", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      metric = add_metric (w, inputs[i].name, "", NSM_WINDOW_UNSET, "");
      nsm_list_append_new (w->system->inputs, "metric", get_id (metric), "owner", inputs[i].owner,
                           "dimension", inputs[i].dimension, "link", inputs[i].link, "leverage",
                           NSM_LEVEL_HIGH, "why", inputs[i].why, NULL);
    }
  metric = add_metric (w, "Median tasks in a finished project", "", NSM_WINDOW_UNSET, "");
  nsm_list_append_new (w->system->counter_metrics, "metric", get_id (metric), "guards",
                       "Projects split up to count more often", NULL);
  nsm_list_append_new (w->system->weaknesses, "weakness", "No input for teams that come back",
                       "action", "Try one in the second quarter", "owner", "Growth", NULL);
}

static void
add_commitment (NsmWorkshop *w)
{
  NsmCommitment *c = w->commitment;

  g_object_set (c, "decided-on", "2026-03-31", "review-on", "2026-10-01", "review-months", 6.0,
                "revenue-answer", "Seats follow finished projects; the KPI above watches it.", NULL);
  nsm_list_append_new (c->sign_offs, "participant", get_id (nsm_list_get (w->participants, 0)),
                       "function", NSM_FUNCTION_PRODUCT, "position", NSM_POSITION_AGREES, NULL);
  nsm_list_append_new (c->sign_offs, "participant", get_id (nsm_list_get (w->participants, 3)),
                       "function", NSM_FUNCTION_LEADERSHIP, "position", NSM_POSITION_RESERVATION,
                       "statement", "I want the small-project check each month.", NULL);
  nsm_list_append_new (c->objections, "objection", "It ignores teams of two", "who", "Jonas",
                       "answer", "They are a tenth of revenue; we look again in October.", NULL);
  nsm_list_append_new (c->triggers, "sign", "It rises while customers leave", "watch",
                       "Retention by month of joining", NULL);
  nsm_list_append_new (c->next_steps, "what", "Count it in the warehouse", "who", "Jonas", "due",
                       "2026-04-15", NULL);
  nsm_list_append_new (c->next_steps, "what", "Put it on the dashboard in the hall", "who", "Amara",
                       "due", "2026-04-30", "done", TRUE, NULL);
}

static void
add_marks (NsmWorkshop *w, NsmRound *round)
{
  /* Four people, four candidates, three criteria. */
  static const int marks[4][4][3] = {
    { { 5, 4, 5 }, { 5, 5, 4 }, { 3, 3, 5 }, { 1, 2, 5 } },
    { { 5, 5, 4 }, { 5, 4, 5 }, { 4, 3, 5 }, { 2, 1, 4 } },
    { { 5, 4, 5 }, { 4, 5, 1 }, { 4, 2, 5 }, { 1, 1, 5 } },
    { { 4, 5, 4 }, { 5, 4, 4 }, { 3, 2, 5 }, { 1, 2, 5 } },
  };

  for (guint p = 0; p < 4; p++)
    {
      NsmAnswer *answer = nsm_list_append_new (
        round->answers, "person", get_id (nsm_list_get (w->participants, p)), NULL);

      for (guint c = 0; c < 4; c++)
        for (guint k = 0; k < 3; k++)
          nsm_list_append_new (answer->entries, "subject", get_id (nsm_list_get (w->candidates, c)),
                               "aspect", get_id (nsm_list_get (w->scorecard->criteria, k)), "mark",
                               (double) marks[p][c][k], NULL);
    }
}

static void
add_scores (NsmWorkshop *w)
{
  NsmRound *round;

  nsm_list_append_new (w->scorecard->criteria, "name", "Customer value", NULL);
  nsm_list_append_new (w->scorecard->criteria, "name", "Leading", NULL);
  nsm_list_append_new (w->scorecard->criteria, "name", "Measurable", NULL);
  round = nsm_list_append_new (w->rounds, "kind", NSM_ROUND_KIND_SCORES, "state",
                               NSM_ROUND_STATE_REVEALED, "question", "How well does each do?",
                               "opened-at", "2026-03-30T09:00:00Z", "closed-at",
                               "2026-03-30T10:00:00Z", "chain-words", "amber lake seven owls", NULL);
  NSM_LIST_EACH (NsmCandidate, candidate, w->candidates)
    {
      g_autofree char *title = nsm_candidate_dup_title (candidate);

      nsm_list_append_new (round->subjects, "subject", get_id (candidate), "title", title,
                           "calibration", candidate->kind == NSM_CANDIDATE_KIND_BAD, NULL);
    }
  NSM_LIST_EACH (NsmCriterion, criterion, w->scorecard->criteria)
    {
      nsm_list_append_new (round->aspects, "aspect", get_id (criterion), "name", criterion->name, NULL);
    }
  NSM_LIST_EACH (NsmParticipant, person, w->participants)
    {
      nsm_list_append_new (round->roster, "person", get_id (person), "name", person->name, NULL);
    }
  add_marks (w, round);
  g_object_set (round, "number", 1.0, NULL);
  nsm_list_append_new (w->conclusions, "round", 1.0, "candidate",
                       get_id (nsm_list_get (w->candidates, 1)), "criterion",
                       get_id (nsm_list_get (w->scorecard->criteria, 2)), "text",
                       "Projects are counted today; due dates aren’t kept, so not without them.",
                       "resolution", NSM_RESOLUTION_CRITERION, "agreed", 2.0, NULL);
}

/* As if the round had been on a laptop; one came as a file, one was replaced. */
static void
add_course (NsmRound *round)
{
  static const struct
  {
    guint person;
    const char *receipt, *hash, *at;
    NsmContributionState state;
    NsmRoute route;
  } all[] = {
    { 0, "AAAABBBBCCCCDDDD", "0123456789abcdef", "2026-03-30T08:01Z",
      NSM_CONTRIBUTION_STATE_REPLACED, NSM_ROUTE_LAPTOP },
    { 1, "EEEEFFFFGGGGHHHH", "123456789abcdef0", "2026-03-30T08:02Z",
      NSM_CONTRIBUTION_STATE_CURRENT, NSM_ROUTE_LAPTOP },
    { 0, "IIIIJJJJKKKKLLLL", "23456789abcdef01", "2026-03-30T08:03Z",
      NSM_CONTRIBUTION_STATE_CURRENT, NSM_ROUTE_FILE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      NsmRosterEntry *entry = nsm_list_get (round->roster, all[i].person);

      nsm_list_append_new (round->contributions, "person", entry->person, "receipt", all[i].receipt,
                           "hash", all[i].hash, "cast-at", all[i].at, "state", all[i].state, "route",
                           all[i].route, NULL);
    }
}

static void
add_ideas (NsmWorkshop *w)
{
  static const char *const ideas[4][2] = {
    { "Projects brought to an end", "Teams that finish" },
    { "Teams finishing a project", NULL },
    { "Files shared", NULL },
    { NULL, NULL },
  };
  NsmRound *round =
    nsm_list_append_new (w->rounds, "kind", NSM_ROUND_KIND_IDEAS, "number", 1.0, "state",
                         NSM_ROUND_STATE_REVEALED, "question", "What could it be?", "promise",
                         "All answers are opened at once, with names.", NULL);
  NsmCluster *cluster;

  for (guint p = 0; p < G_N_ELEMENTS (ideas); p++)
    {
      NsmParticipant *person = nsm_list_get (w->participants, p);
      NsmAnswer *answer = NULL;

      nsm_list_append_new (round->roster, "person", get_id (person), "name", person->name, NULL);
      if (ideas[p][0] != NULL)
        answer = nsm_list_append_new (round->answers, "person", get_id (person), NULL);
      for (guint i = 0; i < 2 && ideas[p][i] != NULL; i++)
        nsm_list_append_new (answer->entries, "text", ideas[p][i], NULL);
    }
  cluster = nsm_list_append_new (w->clusters, "round", get_id (round), "title",
                                 "Teams that complete a project", NULL);
  nsm_list_append_new (cluster->cards, "person", get_id (nsm_list_get (w->participants, 0)),
                       "position", 1.0, NULL);
  nsm_list_append_new (cluster->cards, "person", get_id (nsm_list_get (w->participants, 1)),
                       "position", 0.0, NULL);
  add_course (round);
}

static NsmRound *
add_round (NsmWorkshop *w, NsmRoundKind kind, const char *question)
{
  NsmRound *round = nsm_list_append_new (w->rounds, "kind", kind, "number", 1.0, "state",
                                         NSM_ROUND_STATE_REVEALED, "question", question, NULL);

  for (guint p = 0; p < 3; p++)
    {
      NsmParticipant *person = nsm_list_get (w->participants, p);

      nsm_list_append_new (round->roster, "person", get_id (person), "name", person->name, NULL);
      nsm_list_append_new (round->answers, "person", get_id (person), NULL);
    }
  return round;
}

static void
add_order (NsmWorkshop *w)
{
  NsmRound *round = add_round (w, NSM_ROUND_KIND_MOMENTS, "Which is the value most directly?");

  for (guint i = 0; i < 2; i++)
    {
      NsmValueMoment *moment = nsm_list_get (w->value->moments, i);

      nsm_list_append_new (round->subjects, "subject", get_id (moment), "title", moment->name, NULL);
      for (guint p = 0; p < 3; p++)
        nsm_list_append_new (((NsmAnswer *) nsm_list_get (round->answers, p))->entries, "subject",
                             get_id (moment), "mark", p == 2 ? 2.0 - i : 1.0 + i, NULL);
    }
}

static void
add_verdicts (NsmWorkshop *w)
{
  static const char *const verdicts[] = { "holds", "fails", "" };
  NsmRound *round = add_round (w, NSM_ROUND_KIND_VERDICTS, "Does it hold?");
  const char *candidate = get_id (nsm_list_get (w->candidates, 0));
  const char *test = nsm_choice_get_nick (NSM_TYPE_STRESS_TEST, NSM_STRESS_TEST_GAMING);

  nsm_list_append_new (round->subjects, "subject", candidate, "title", "Teams completing a project",
                       NULL);
  nsm_list_append_new (round->aspects, "aspect", test, "name", "Gaming", NULL);
  for (guint p = 0; p < G_N_ELEMENTS (verdicts); p++)
    nsm_list_append_new (((NsmAnswer *) nsm_list_get (round->answers, p))->entries, "subject",
                         candidate, "aspect", test, "choice", verdicts[p], "abstained",
                         verdicts[p][0] == '\0', "text", p == 1 ? "One task is enough." : "", NULL);
}

static void
add_vote (NsmWorkshop *w)
{
  static const char *const votes[4][2] = {
    { "productivity", "Customers pay to get work done." },
    { "productivity", "" },
    { "attention", "We are opened every morning." },
    { "", "" },
  };
  NsmRound *round =
    nsm_list_append_new (w->rounds, "kind", NSM_ROUND_KIND_GAME, "number", 1.0, "state",
                         NSM_ROUND_STATE_REVEALED, "question", "Which game do we play?", "opened-at",
                         "2026-03-30T08:00:00Z", "closed-at", "2026-03-30T08:10:00Z", "chain-words",
                         "north river four bells", NULL);

  for (guint p = 0; p < G_N_ELEMENTS (votes); p++)
    {
      NsmParticipant *person = nsm_list_get (w->participants, p);
      NsmAnswer *answer =
        nsm_list_append_new (round->answers, "person", get_id (person), NULL);

      nsm_list_append_new (round->roster, "person", get_id (person), "name", person->name, NULL);
      nsm_list_append_new (answer->entries, "choice", votes[p][0], "text", votes[p][1], "abstained",
                           votes[p][0][0] == '\0', NULL);
    }
}

static void
add_candidates (NsmWorkshop *w)
{
  NsmCandidate *chosen, *on_time, *all, *views;

  all = add_candidate (w, "Projects completed", "projects", NSM_WINDOW_MONTH, "are completed");
  chosen = add_candidate (w, "Teams completing at least one project", "teams", NSM_WINDOW_MONTH,
                          "complete at least one project");
  on_time = add_candidate (w, "Projects completed on time by teams of 3 or more", "projects",
                           NSM_WINDOW_WEEK, "are completed on time");
  views = add_candidate (w, "Page views", "views", NSM_WINDOW_WEEK, "");
  nsm_list_move (w->candidates, 0, 2);
  g_object_set (views, "kind", NSM_CANDIDATE_KIND_BAD, "why-bad",
                "A slower, clumsier product would raise it.", NULL);
  g_object_set (all, "standing", NSM_STANDING_REFINED, NULL);
  g_object_set (chosen, "refines", get_id (all), "version", 2.0, "refined-why",
                "counts teams, so that splitting projects up gains nothing", "moment",
                get_id (nsm_list_get (w->value->moments, 0)), "more-value", NSM_CLAUSE_YES,
                "more-value-why", "finishing is what they came for", "business-grows",
                NSM_CLAUSE_YES, "evidence-verdict", NSM_EVIDENCE_VERDICT_SUPPORTS, "noise", 0.08,
                "react-months", 2.0, NULL);
  g_object_set (w->decision, "chosen", get_id (chosen), "why",
                "It counts a finished promise, every team can move it, and it moved three months "
                "before revenue did.",
                "captures", "That a team got done what it set out to do.", "misses",
                "How large and how hard the projects are.", "compensation",
                "Members with a task in the project.", NULL);
  nsm_list_append_new (w->decision->rejections, "candidate", get_id (on_time), "reason",
                       "“On time” depends on dates that teams move; too easy to game.", NULL);
  nsm_list_append_new (w->stress_results, "candidate", get_id (chosen), "test",
                       NSM_STRESS_TEST_GAMING, "verdict", NSM_VERDICT_HOLDS, "scenario",
                       "Empty projects closed at the end of the month.", "mitigation",
                       "A project needs three tasks made by a person.", NULL);
  for (guint i = NSM_STRESS_TEST_TWICE_USERS; i < NSM_N_STRESS_TESTS; i++)
    nsm_list_append_new (w->stress_results, "candidate", get_id (chosen), "test", i, "verdict",
                         NSM_VERDICT_HOLDS, "scenario", "Thought through; it holds.", NULL);
  nsm_list_append_new (w->decision->rejections, "candidate", get_id (all), "reason",
                       "Splitting one project into five raises it.", NULL);
  nsm_list_append_new (w->decision->rejections, "candidate", get_id (views), "reason",
                       "A slower, clumsier product would raise it.", NULL);
  nsm_list_append_new (w->stress_results, "candidate", get_id (all), "test",
                       NSM_STRESS_TEST_GAMING, "verdict", NSM_VERDICT_REFINE, "scenario",
                       "Splitting one project into five.", NULL);
  nsm_list_append_new (w->evidence, "candidate", get_id (chosen), "outcome", NSM_OUTCOME_REVENUE,
                       "coefficient", 0.65, "low", 0.53, "high", 0.74, "rows", 118.0, "lag-months",
                       3.0, "source", "Warehouse, 2025", "date", "2026-03-20", "finding",
                       "A clear correlation, three months ahead.", NULL);
}

NsmWorkshop *
sample_new (void)
{
  NsmWorkshop *w = nsm_workshop_new ();

  g_object_set (w, "title", "North Star, spring 2026", "product", "Acme Projects", "date",
                "2026-03-30", "description", "Project planning for teams.", "business-model",
                "A price per seat and month.", "stage", NSM_STAGE_GROWTH, "notes",
                "Names and marks are invented.", NULL);
  nsm_list_append_new (w->segments, "name", "Agencies", "description", "20 to 200 people", NULL);
  nsm_list_append_new (w->agenda, "step", NSM_STEP_CANDIDATES, "minutes", 25.0, NULL);
  add_people (w);
  add_value (w);
  g_object_set (w->game, "game", NSM_GAME_PRODUCTIVITY, "rationale",
                "Customers pay to get work done.", NULL);
  add_candidates (w);
  add_vote (w);
  add_ideas (w);
  add_order (w);
  add_verdicts (w);
  add_scores (w);
  add_definition (w, nsm_list_get (w->participants, 1));
  add_system (w);
  add_commitment (w);
  return w;
}

static void fill (NsmRecord *record, const char *text, guint depth);

static void
fill_field (NsmRecord *record, const NsmField *field, const char *text, guint depth)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *cut = NULL;

  switch (field->kind)
    {
    case NSM_KIND_TEXT:
      if ((field->flags & NSM_FIELD_DATE) != 0)
        cut = g_strdup ("2026-03-31");
      else
        cut = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), (glong) field->maximum));
      g_value_init (&value, G_TYPE_STRING);
      g_value_set_string (&value, cut);
      nsm_record_set_value (record, field, &value);
      break;
    case NSM_KIND_CHOICE:
      {
        GEnumClass *class = g_type_class_ref (field->type ());

        g_value_init (&value, field->type ());
        g_value_set_enum (&value, class->values[class->n_values - 1].value);
        nsm_record_set_value (record, field, &value);
        g_type_class_unref (class);
        break;
      }
    case NSM_KIND_NUMBER:
      g_value_init (&value, G_TYPE_DOUBLE);
      g_value_set_double (&value, CLAMP (1, field->minimum, field->maximum));
      nsm_record_set_value (record, field, &value);
      break;
    case NSM_KIND_CHILD:
      fill (nsm_record_get_child (record, field), text, depth + 1);
      break;
    case NSM_KIND_LIST:
      for (guint i = 0; i < 2; i++)
        fill (nsm_list_append_new (nsm_record_get_list (record, field), NULL), text, depth + 1);
      break;
    case NSM_KIND_FLAG:
    case NSM_KIND_REFERENCE:
    default:
      break;
    }
}

static void
fill (NsmRecord *record, const char *text, guint depth)
{
  NsmRecordClass *class = NSM_RECORD_GET_CLASS (record);

  g_assert_cmpuint (depth, <, 10);
  for (guint i = 0; i < class->n_fields; i++)
    fill_field (record, &class->fields[i], text, depth);
}

/* One result typed in, one of all rows of a file and one of a group of them. */
static void
connect_evidence (NsmWorkshop *w, const char *candidate)
{
  const char *dataset = get_id (nsm_list_get (w->datasets, 0));
  NsmRecord *typed = nsm_list_append_new (w->evidence, NULL);
  NsmColumn *column = nsm_list_get (NSM_DATASET (nsm_list_get (w->datasets, 0))->columns, 0);

  fill (typed, NSM_EVIDENCE (nsm_list_get (w->evidence, 0))->finding, 1);
  g_object_set (typed, "candidate", candidate, "segment", get_id (nsm_list_get (w->segments, 0)),
                NULL);
  g_object_set (nsm_list_get (w->evidence, 0), "candidate", candidate, "dataset", dataset, "group",
                "", NULL);
  g_object_set (nsm_list_get (w->evidence, 1), "candidate", candidate, "dataset", dataset, NULL);
  g_object_set (column, "role", NSM_COLUMN_ROLE_CANDIDATE, "candidate", candidate, NULL);
}

/* References by hand: each to the last record of its kind. */
static void
connect_all (NsmWorkshop *w)
{
  const char *metric = get_id (nsm_list_get (w->metrics, 0));
  const char *candidate = get_id (nsm_list_get (w->candidates, 0));
  NsmRound *round = nsm_list_get (w->rounds, 0);
  NsmAnswer *answer = nsm_list_get (round->answers, 0);

  NSM_LIST_EACH (NsmCandidate, each, w->candidates)
    {
      g_object_set (each, "metric", metric, "moment", get_id (nsm_list_get (w->value->moments, 0)),
                    "kind", NSM_CANDIDATE_KIND_GOOD, NULL);
    }
  g_object_set (nsm_list_get (w->candidates, 1), "refines", candidate, NULL);
  g_object_set (w->decision, "chosen", get_id (nsm_list_get (w->candidates, 1)), NULL);
  g_object_set (w->system, "kpi", metric, NULL);
  g_object_set (nsm_list_get (w->system->inputs, 0), "metric", metric, NULL);
  g_object_set (nsm_list_get (w->system->counter_metrics, 0), "metric", metric, NULL);
  g_object_set (nsm_list_get (w->stress_results, 0), "candidate", candidate, "counter-metric",
                metric, NULL);
  connect_evidence (w, candidate);
  g_object_set (nsm_list_get (w->decision->rejections, 0), "candidate", candidate, NULL);
  g_object_set (round, "kind", NSM_ROUND_KIND_SCORES, "state", NSM_ROUND_STATE_REVEALED, NULL);
  g_object_set (nsm_list_get (round->subjects, 0), "subject", candidate, NULL);
  g_object_set (nsm_list_get (round->aspects, 0), "aspect", "criterion", NULL);
  g_object_set (nsm_list_get (round->roster, 0), "person", "p", NULL);
  g_object_set (answer, "person", "p", NULL);
  g_object_set (nsm_list_get (answer->entries, 0), "subject", candidate, "aspect", "criterion",
                "mark", 4.0, NULL);
}

NsmWorkshop *
sample_new_filled (const char *text)
{
  NsmWorkshop *w = nsm_workshop_new ();

  fill (NSM_RECORD (w), text, 0);
  g_object_set (w, "final", FALSE, NULL);
  connect_all (w);
  return w;
}
