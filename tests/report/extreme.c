/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extreme.h"

#include <math.h>

#include "extreme-texts.h"
#include "plot-sample.h"

#define LONG 2000
#define MIDDLE 240
#define SHORT 70

static const char *
get_id (gpointer record)
{
  return NSM_RECORD (record)->id;
}

/* Sets a text of its own; no line is longer than a line may be. */
static void
set_text (gpointer record, const char *member, guint number, glong length)
{
  g_autofree char *text = extreme_dup_text (number, length);
  g_autofree char *name = g_strdelimit (g_strdup (member), "-", '_');
  const NsmField *field = nsm_record_find_field (record, name);
  g_autofree char *cut = NULL;

  g_assert_nonnull (field);
  cut = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), (glong) field->maximum));
  if (field->maximum <= NSM_LINE_MAX)
    g_strdelimit (cut, "\n", ' ');
  g_object_set (record, member, cut, NULL);
}

static void
add_people (NsmWorkshop *w)
{
  for (guint i = 0; i < EXTREME_N_PEOPLE; i++)
    nsm_list_append_new (w->participants, "name", extreme_people[i], "function",
                         i % (NSM_FUNCTION_LEADERSHIP + 1), "title",
                         i % 3 == 0 ? "Vice president of everything that nobody else wanted to have"
                                    : "Lead",
                         "remote", i % 4 == 0, NULL);
  for (guint i = 0; i < 6; i++)
    set_text (nsm_list_append_new (w->segments, "name", extreme_people[i], NULL), "description", i,
              MIDDLE);
  for (guint i = 0; i < 11; i++)
    nsm_list_append_new (w->agenda, "step", i, "minutes", 25.0, "note",
                         i == 3 ? "with a break of ten minutes" : "", NULL);
}

static void
add_value (NsmWorkshop *w)
{
  set_text (w->value, "proposition", 1, MIDDLE);
  set_text (w->value, "situation", 2, SHORT);
  set_text (w->value, "outcome", 3, SHORT);
  set_text (w->value, "benefit", 4, SHORT);
  set_text (w->value, "churned", 5, LONG);
  for (guint i = 0; i < 8; i++)
    {
      gpointer interview =
        nsm_list_append_new (w->value->interviews, "who", extreme_people[i], "date", "2026-02-11",
                             "pattern", "value is felt when a project is done", NULL);
      gpointer stage = nsm_list_append_new (w->value->journey, "name", extreme_inputs[i], NULL);
      gpointer moment = nsm_list_append_new (w->value->moments, "name", extreme_candidates[i],
                                             "stage", get_id (stage), NULL);

      set_text (interview, "quote", i + 6, i == 2 ? LONG : SHORT);
      set_text (stage, "note", i, SHORT);
      set_text (moment, "why", i + 3, MIDDLE);
    }
  g_object_set (w->game, "game", NSM_GAME_PRODUCTIVITY, "second", NSM_GAME_TRANSACTION, NULL);
  set_text (w->game, "rationale", 2, MIDDLE);
  set_text (w->game, "focus", 3, MIDDLE);
}

static NsmMetric *
add_metric (NsmWorkshop *w, const char *name)
{
  NsmMetric *metric = nsm_list_append_new (w->metrics, "name", name, "unit", "teams", "window",
                                           NSM_WINDOW_WEEK, NULL);

  return metric;
}

static void
add_candidates (NsmWorkshop *w)
{
  for (guint i = 0; i < EXTREME_N_CANDIDATES; i++)
    {
      NsmMetric *metric = add_metric (w, extreme_candidates[i]);
      NsmCandidate *candidate =
        nsm_list_append_new (w->candidates, "metric", get_id (metric), "kind",
                             i == EXTREME_N_CANDIDATES - 1 ? NSM_CANDIDATE_KIND_BAD
                                                           : NSM_CANDIDATE_KIND_GOOD,
                             "moment", get_id (nsm_list_get (w->value->moments, i % 8)),
                             "more-value", NSM_CLAUSE_YES, "business-grows", NSM_CLAUSE_YES,
                             "evidence-verdict", 1 + i % 4, "noise", 0.1 * i, "react-months",
                             1.0 + i, NULL);

      set_text (metric, "statement", i, SHORT);
      set_text (candidate, "value-captured", i, MIDDLE);
      set_text (candidate, "why-leading", i + 1, MIDDLE);
      set_text (candidate, "evidence-why", i + 2, MIDDLE);
      set_text (candidate, "more-value-why", i + 3, SHORT);
      set_text (candidate, "why-bad", i + 4, SHORT);
      for (guint test = 0; test < NSM_N_STRESS_TESTS; test++)
        {
          gpointer result = nsm_list_append_new (w->stress_results, "candidate",
                                                 get_id (candidate), "test", test, "verdict",
                                                 i == 0 ? NSM_VERDICT_HOLDS : 1 + (i + test) % 3,
                                                 NULL);

          set_text (result, "scenario", i + test, test == 0 ? MIDDLE : SHORT);
          if (test % 2 == 0)
            set_text (result, "mitigation", i + test + 4, SHORT);
        }
      if (i > 0)
        set_text (nsm_list_append_new (w->decision->rejections, "candidate", get_id (candidate),
                                       "kept", TRUE, NULL),
                  "reason", i, i == 4 ? LONG : MIDDLE);
    }
}

static void
add_evidence (NsmWorkshop *w)
{
  static const PlotSampleKind kinds[] = { PLOT_SAMPLE_LONG, PLOT_SAMPLE_REVENUE,
                                          PLOT_SAMPLE_WEEKLY, PLOT_SAMPLE_NEGATIVE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    plot_sample_add_to (w, nsm_list_get (w->candidates, i), kinds[i], NULL);
  for (guint i = 0; i < 6; i++)
    set_text (nsm_list_append_new (w->evidence, "candidate",
                                   get_id (nsm_list_get (w->candidates, i + 3)), "outcome",
                                   NSM_OUTCOME_REVENUE, "coefficient", 0.1 * i, "low",
                                   0.1 * i - 0.2, "high", 0.1 * i + 0.2, "rows", 1e6 + i,
                                   "lag-months", 3.0, "source", "Warehouse, 2025", "date",
                                   "2026-03-20", NULL),
              "finding", i, SHORT);
}

static NsmRound *
add_round (NsmWorkshop *w, NsmRoundKind kind, guint number, const char *question)
{
  g_autofree char *opened = g_strdup_printf ("2026-03-30T0%u:00:00Z", number + 7);
  g_autofree char *closed = g_strdup_printf ("2026-03-30T0%u:20:00Z", number + 7);
  NsmRound *round =
    nsm_list_append_new (w->rounds, "kind", kind, "number", (double) number, "state",
                         NSM_ROUND_STATE_REVEALED, "question", question, "opened-at", opened,
                         "closed-at", closed, "chain-words", "amber lake seven owls", NULL);

  set_text (round, "promise", number, MIDDLE);
  NSM_LIST_EACH (NsmParticipant, person, w->participants)
    {
      nsm_list_append_new (round->roster, "person", get_id (person), "name", person->name,
                           "function", person->function, NULL);
      nsm_list_append_new (round->answers, "person", get_id (person), NULL);
    }
  NSM_LIST_EACH (NsmCandidate, candidate, w->candidates)
    {
      g_autofree char *title = nsm_candidate_dup_title (candidate);

      if (kind == NSM_ROUND_KIND_SCORES || kind == NSM_ROUND_KIND_VERDICTS)
        nsm_list_append_new (round->subjects, "subject", get_id (candidate), "title", title,
                             "calibration", candidate->kind == NSM_CANDIDATE_KIND_BAD, NULL);
    }
  return round;
}

/* The second time nearly everybody gives the marks of the first time. */
static void
add_scores (NsmWorkshop *w, guint number)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  g_autoptr (GRand) change = g_rand_new_with_seed (13);
  NsmRound *round = add_round (w, NSM_ROUND_KIND_SCORES, number, "How well does each do?");

  NSM_LIST_EACH (NsmCriterion, criterion, w->scorecard->criteria)
    {
      nsm_list_append_new (round->aspects, "aspect", get_id (criterion), "name", criterion->name,
                           "question", criterion->question, "weight", criterion->weight, NULL);
    }
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      guint c = 0;

      NSM_LIST_EACH (NsmCandidate, candidate, w->candidates)
        {
          NSM_LIST_EACH (NsmCriterion, criterion, w->scorecard->criteria)
            {
              /* The first one is good, the last one bad, and of some nobody knows. */
              gboolean moved = g_rand_int_range (change, 0, 40) == 0 && number == 2;
              double mark = 4.6 - 0.3 * c + g_rand_double_range (rand, -1.6, 1.2) - moved;
              gboolean silent = g_rand_int_range (rand, 0, 30) == 0;

              nsm_list_append_new (answer->entries, "subject", get_id (candidate), "aspect",
                                   get_id (criterion), "mark",
                                   silent ? NAN : CLAMP (rint (mark), 1, 5), "abstained",
                                   silent, NULL);
            }
          c++;
        }
    }
}

static void
add_rounds (NsmWorkshop *w)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  NsmRound *round;

  for (guint i = 0; i < EXTREME_N_CRITERIA; i++)
    set_text (nsm_list_append_new (w->scorecard->criteria, "name", extreme_criteria[i], "weight",
                                   1.0 + i % 3, NULL),
              "question", i, SHORT);
  add_scores (w, 1);
  add_scores (w, 2);
  for (guint i = 0; i < 10; i++)
    set_text (nsm_list_append_new (w->conclusions, "round", 1.0 + i % 2, "candidate",
                                   get_id (nsm_list_get (w->candidates, i)), "criterion",
                                   get_id (nsm_list_get (w->scorecard->criteria, i % 8)),
                                   "resolution", i % 5, "agreed", 1.0 + i % 5, NULL),
              "text", i, MIDDLE);
  round = add_round (w, NSM_ROUND_KIND_VERDICTS, 1, "Does it hold?");
  for (guint test = 0; test < 2; test++)
    nsm_list_append_new (round->aspects, "aspect", nsm_choice_get_nick (NSM_TYPE_STRESS_TEST, test),
                         "name", "Gaming", NULL);
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      NSM_LIST_EACH (NsmCandidate, candidate, w->candidates)
        {
          for (guint test = 0; test < 2; test++)
            nsm_list_append_new (
              answer->entries, "subject", get_id (candidate), "aspect",
              nsm_choice_get_nick (NSM_TYPE_STRESS_TEST, test), "choice",
              nsm_choice_get_nick (NSM_TYPE_VERDICT, (guint) g_rand_int_range (rand, 1, 4)), "text",
              test == 0 && g_rand_int_range (rand, 0, 4) == 0 ? "One task is enough." : "", NULL);
        }
    }
  round = add_round (w, NSM_ROUND_KIND_GAME, 1, "Which game do we play?");
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      set_text (nsm_list_append_new (
                  answer->entries, "choice",
                  nsm_choice_get_nick (NSM_TYPE_GAME, (guint) g_rand_int_range (rand, 1, 4)), NULL),
                "text", (guint) g_rand_int_range (rand, 0, 14), SHORT);
    }
}

static void
add_definition (NsmWorkshop *w)
{
  NsmDefinition *d = w->definition;

  g_object_set (d, "formula",
                "The number of distinct teams that finish at least one shared project with three "
                "or more members in a calendar week and are still working in the product on the "
                "fourteenth day after that, فريق and 团队 included.",
                "cadence", NSM_CADENCE_WEEKLY, "owner", extreme_people[4], "baseline", 1234567.0,
                "baseline-date", "2026-03-29", NULL);
  set_text (d, "segments", 3, MIDDLE);
  set_text (d, "limits", 4, LONG);
  set_text (d, "baseline-note", 5, SHORT);
  for (guint i = 0; i < 8; i++)
    {
      static const char *const terms[] = { "team", "finish", "shared project", "member",
                                           "calendar week", "فريق", "团队", "working in the product" };

      set_text (nsm_list_append_new (d->terms, "term", terms[i], NULL), "meaning", i, MIDDLE);
      set_text (nsm_list_append_new (d->sources, "name", "warehouse.events_of_all_products_and_years",
                                     NULL),
                "description", i, SHORT);
      set_text (nsm_list_append_new (d->conditions, NULL), "condition", i, MIDDLE);
    }
  for (guint i = 0; i < EXTREME_N_EXAMPLES; i++)
    {
      gpointer example = nsm_list_append_new (d->examples, "counts", i % 2 == 0, NULL);

      set_text (example, "example", i, SHORT);
      set_text (example, "reason", i + 7, SHORT);
    }
  NSM_LIST_EACH (NsmParticipant, person, w->participants)
    {
      set_text (nsm_list_append_new (d->feedback, "participant", get_id (person), "state",
                                     NSM_FEEDBACK_STATE_FEASIBLE, NULL),
                "text", 3, SHORT);
    }
}

static void
add_system (NsmWorkshop *w)
{
  g_object_set (w->system, "kpi", get_id (add_metric (w, "Net revenue of the year after the first")),
                "kpi-link", NSM_LINK_CORRELATED, "inputs-move", NSM_ANSWER_STATE_YES, "kpi-follows",
                NSM_ANSWER_STATE_YES, "gaps", NSM_ANSWER_STATE_UNSURE, "conflicts",
                NSM_ANSWER_STATE_YES, NULL);
  set_text (w->system, "kpi-why", 2, MIDDLE);
  set_text (w->system, "inputs-move-why", 3, MIDDLE);
  set_text (w->system, "gaps-why", 4, SHORT);
  for (guint i = 0; i < EXTREME_N_INPUTS; i++)
    {
      gpointer input =
        nsm_list_append_new (w->system->inputs, "metric", get_id (add_metric (w, extreme_inputs[i])),
                             "owner", extreme_people[i], "dimension", 1 + i % 4, "link", 1 + i % 3,
                             "leverage", 1 + i % 3, NULL);

      set_text (input, "why", i, MIDDLE);
      set_text (input, "first-steps", i + 3, SHORT);
      nsm_list_append_new (w->system->counter_metrics, "metric",
                           get_id (add_metric (w, extreme_criteria[i % EXTREME_N_CRITERIA])),
                           "guards", "Projects split up to count more often", NULL);
      set_text (nsm_list_append_new (w->system->weaknesses, "weakness", extreme_inputs[i], "owner",
                                     extreme_people[i], NULL),
                "action", i, SHORT);
    }
}

static void
add_commitment (NsmWorkshop *w)
{
  NsmCommitment *c = w->commitment;
  guint i = 0;

  g_object_set (c, "decided-on", "2026-03-31", "review-on", "2026-10-01", "review-months", 6.0, NULL);
  set_text (c, "revenue-answer", 1, LONG);
  set_text (c, "revenue-split", 2, SHORT);
  NSM_LIST_EACH (NsmParticipant, person, w->participants)
    {
      gpointer sign_off = nsm_list_append_new (
        c->sign_offs, "participant", get_id (person), "function", person->function, "position",
        i % 4 == 1 ? NSM_POSITION_RESERVATION : NSM_POSITION_AGREES, "date", "2026-03-31", NULL);

      if (i % 4 == 1)
        set_text (sign_off, "statement", i, MIDDLE);
      set_text (nsm_list_append_new (c->objections, "objection", extreme_candidates[i], "who",
                                     person->name, NULL),
                "answer", i, MIDDLE);
      set_text (nsm_list_append_new (c->triggers, "sign", extreme_candidates[i], NULL), "watch", i,
                SHORT);
      nsm_list_append_new (c->next_steps, "what", extreme_candidates[i], "who", person->name, "due",
                           "2026-04-15", "done", i % 3 == 0, NULL);
      i++;
    }
}

NsmWorkshop *
extreme_new (void)
{
  NsmWorkshop *w;

  g_random_set_seed (20260331);
  w = nsm_workshop_new ();
  g_object_set (w, "title", "North Star 2026: the whole company, three days, twelve people, 🌍",
                "product", "Ἄστρον — نجمة — 星 Projects & <Plans>", "date", "2026-03-30", "author",
                extreme_people[4], "stage", NSM_STAGE_MATURE, "product-line", "Everything", NULL);
  set_text (w, "description", 0, LONG);
  set_text (w, "business-model", 1, MIDDLE);
  set_text (w, "current-metrics", 2, MIDDLE);
  set_text (w, "direction", 3, MIDDLE);
  set_text (w, "notes", 4, MIDDLE);
  add_people (w);
  add_value (w);
  add_candidates (w);
  add_evidence (w);
  add_rounds (w);
  g_object_set (w->decision, "chosen", get_id (nsm_list_get (w->candidates, 0)), "review-outcome",
                NSM_REVIEW_OUTCOME_REPLACE, NULL);
  set_text (w->decision, "why", 1, LONG);
  set_text (w->decision, "captures", 2, MIDDLE);
  set_text (w->decision, "misses", 3, MIDDLE);
  set_text (w->decision, "compensation", 4, MIDDLE);
  add_definition (w);
  add_system (w);
  add_commitment (w);
  return w;
}
