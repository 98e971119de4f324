/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "findings/private.h"
#include "method/candidates.h"
#include "rounds/round.h"

/* What is looked at: good candidates in the running that have any words yet.
 * Those that are bad on purpose are meant to have these faults. */
typedef struct
{
  NsmFindings *findings;
  NsmCandidate *candidate;
  NsmMetric *metric;
  char *title;
  char *text; /* name, unit and statement */
} Look;

typedef void (*Check) (Look *look);

static void
for_each_candidate (NsmFindings *findings, NsmWorkshop *workshop, Check check)
{
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    {
      NsmMetric *metric = nsm_candidate_get_metric (candidate);

      if (metric == NULL || !nsm_candidate_is_good (candidate) ||
          !nsm_candidate_is_running (candidate) ||
          (metric->name[0] == '\0' && metric->unit[0] == '\0' && metric->statement[0] == '\0'))
        continue;

      g_autofree char *title = nsm_metric_dup_title (metric);
      g_autofree char *text =
        g_strdup_printf ("%s · %s · %s", metric->name, metric->unit, metric->statement);
      Look look = { findings, candidate, metric, title, text };

      check (&look);
    }
}

static char *
find (Look *look, NsmWordList list)
{
  return nsm_words_find (look->findings->words, list, look->text);
}

static gboolean
contains (Look *look, NsmWordList list)
{
  g_autofree char *found = find (look, list);

  return found != NULL;
}

/* The field in which @word stands. */
static const char *
get_place (Look *look, const char *word)
{
  if (strstr (look->metric->statement, word) != NULL)
    return "statement";
  return strstr (look->metric->unit, word) != NULL ? "unit" : "name";
}

static void
look_for_revenue (Look *look)
{
  g_autofree char *word = find (look, NSM_WORDS_REVENUE);

  if (word != NULL)
    nsm_findings_add (look->findings, NSM_SEVERITY_ERROR, look->metric, get_place (look, word),
                      g_strdup_printf (_("“%s” measures what you earn (“%s”)."), look->title, word),
                      _("It reports the past, and can rise while customers lose."),
                      _("Name what customers get"));
}

static void
look_for_vanity (Look *look)
{
  g_autofree char *word = find (look, NSM_WORDS_VANITY);

  /* "Sign-ups that reach first value" count the value, not the sign-up. */
  if (word != NULL && !contains (look, NSM_WORDS_VALUE))
    nsm_findings_add (look->findings, NSM_SEVERITY_ERROR, look->metric, get_place (look, word),
                      g_strdup_printf (_("“%s” is a vanity metric (“%s”)."), look->title, word),
                      _("It can grow while the business declines."),
                      _("Name what they receive"));
}

static void
look_for_activity (Look *look)
{
  g_autofree char *word = find (look, NSM_WORDS_ACTIVITY);

  if (word != NULL && !contains (look, NSM_WORDS_VALUE) && !contains (look, NSM_WORDS_VANITY) &&
      !contains (look, NSM_WORDS_REVENUE))
    nsm_findings_add (look->findings, NSM_SEVERITY_WARNING, look->metric, get_place (look, word),
                      g_strdup_printf (_("“%s” counts activity (“%s”)."), look->title, word),
                      _("It can rise while nobody gets anything finished."),
                      _("Name what they receive"));
}

static void
look_for_unit (Look *look)
{
  if (look->metric->unit[0] == '\0')
    nsm_findings_add (look->findings, NSM_SEVERITY_WARNING, look->metric, "unit",
                      g_strdup_printf (_("“%s” doesn’t say what is counted."), look->title),
                      _("Teams, people and projects give three different numbers."),
                      _("Name a unit"));
}

static void
look_for_window (Look *look)
{
  if (look->metric->window == NSM_WINDOW_UNSET)
    nsm_findings_add (look->findings, NSM_SEVERITY_WARNING, look->metric, "window",
                      g_strdup_printf (_("“%s” has no time window."), look->title),
                      _("Without one it only ever grows."),
                      _("Name a time window"));
}

static void
look_for_index (Look *look)
{
  g_autofree char *word = find (look, NSM_WORDS_INDEX);

  if (word != NULL)
    nsm_findings_add (look->findings, NSM_SEVERITY_WARNING, look->metric, get_place (look, word),
                      g_strdup_printf (_("“%s” is a composite (“%s”)."), look->title, word),
                      _("Nobody can tell whether 73 is good, or what moved it."),
                      _("Count one thing"));
}

static void
look_for_total (Look *look)
{
  g_autofree char *word = find (look, NSM_WORDS_CUMULATIVE);

  if (look->metric->measure == NSM_MEASURE_TOTAL || word != NULL)
    nsm_findings_add (look->findings, NSM_SEVERITY_WARNING, look->metric,
                      look->metric->measure == NSM_MEASURE_TOTAL ? "measure" : get_place (look, word),
                      g_strdup_printf (_("“%s” is a running total."), look->title),
                      _("A total can’t fall, and a few heavy users can carry it."),
                      _("Count who does it in each period, or a rate"));
}

static void
look_for_two (Look *look)
{
  g_autofree char *word = nsm_words_find (look->findings->words, NSM_WORDS_JOINING,
                                          look->metric->name);
  g_autofree char *unit_word = nsm_words_find (look->findings->words, NSM_WORDS_JOINING,
                                               look->metric->unit);
  g_autofree char *noise = nsm_words_find (look->findings->words, NSM_WORDS_COUNT_NOISE,
                                           look->metric->name);

  /* "3 or more members" and "at least one" join no two metrics. */
  if (unit_word != NULL || (word != NULL && noise == NULL))
    nsm_findings_add (look->findings, NSM_SEVERITY_WARNING, look->metric,
                      unit_word != NULL ? "unit" : "name",
                      g_strdup_printf (_("“%s” sounds like two metrics in one (“%s”)."), look->title,
                                       unit_word != NULL ? unit_word : word),
                      _("When one rises and the other falls, it says nothing."),
                      _("Keep one; the other may be an input"));
}

static gboolean
is_defined (NsmWorkshop *workshop, NsmMetric *metric, const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *note = g_utf8_strdown (metric->note, -1);

  if (strstr (note, lower) != NULL)
    return TRUE;
  NSM_LIST_EACH (NsmTerm, term, workshop->definition->terms)
    {
      g_autofree char *name = g_utf8_strdown (term->term, -1);

      if (term->meaning[0] != '\0' && strstr (name, lower) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
look_for_vague_words (Look *look)
{
  g_autoptr (GPtrArray) words =
    nsm_words_find_all (look->findings->words, NSM_WORDS_VAGUE, look->text);

  for (guint i = 0; i < words->len; i++)
    {
      const char *word = words->pdata[i];
      g_autofree char *capital = NULL;
      g_autofree char *action = NULL;

      if (is_defined (look->findings->workshop, look->metric, word))
        continue;
      capital = nsm_capitalize (word);
      action = g_strdup_printf (_("Say what “%s” means"), word);
      nsm_findings_add (look->findings, NSM_SEVERITY_WARNING, look->metric, get_place (look, word),
                        g_strdup_printf (_("“%s” isn’t defined."), capital),
                        _("Two teams would count it in two ways."), action);
    }
}

static void
look_for_marketing (Look *look)
{
  g_autofree char *word = find (look, NSM_WORDS_MARKETING);

  if (word != NULL && !contains (look, NSM_WORDS_MARKETING_INSIDE))
    nsm_findings_add (look->findings, NSM_SEVERITY_WARNING, look->metric, get_place (look, word),
                      g_strdup_printf (_("Marketing or sales alone move “%s” (“%s”)."), look->title,
                                       word),
                      _("Good product work wouldn’t show in it."),
                      _("Name something the product moves"));
}

static void
look_at_game (Look *look)
{
  static const NsmWordList lists[] = {
    [NSM_GAME_ATTENTION] = NSM_WORDS_ATTENTION,
    [NSM_GAME_TRANSACTION] = NSM_WORDS_TRANSACTION,
    [NSM_GAME_PRODUCTIVITY] = NSM_WORDS_PRODUCTIVITY,
  };
  NsmGame game = look->findings->workshop->game->game;
  NsmGame second = look->findings->workshop->game->second;

  if (game == NSM_GAME_UNSET || contains (look, lists[game]))
    return;
  for (guint other = NSM_GAME_ATTENTION; other <= NSM_GAME_PRODUCTIVITY; other++)
    {
      g_autofree char *word = other != game && other != second ? find (look, lists[other]) : NULL;

      if (word == NULL)
        continue;
      nsm_findings_add (look->findings, NSM_SEVERITY_ADVICE, look->metric, get_place (look, word),
                        g_strdup_printf (_("“%s” belongs to another game (“%s”) than the one you "
                                           "play: %s."),
                                         look->title, word,
                                         nsm_choice_get_label (NSM_TYPE_GAME, game)),
                        _("Raising it would pull the product elsewhere."),
                        _("Check it against your game"));
      return;
    }
}

static void
look_at_sentence (Look *look)
{
  const char *statement = look->metric->statement;
  const char *stop = strpbrk (statement, ".;\n");
  gboolean several = stop != NULL && g_ascii_isspace (stop[1]) && stop[2] != '\0';

  if (several || g_utf8_strlen (statement, -1) > 140 || g_utf8_strlen (look->metric->name, -1) > 120)
    nsm_findings_add (look->findings, NSM_SEVERITY_ADVICE, look->metric,
                      several || g_utf8_strlen (statement, -1) > 140 ? "statement" : "name",
                      g_strdup_printf (_("“%s” takes more than one sentence."), look->title),
                      _("What a new colleague can’t repeat won’t guide anyone."),
                      _("Shorten it"));
}

static void
look_at_clauses (Look *look)
{
  gboolean value = look->candidate->more_value == NSM_CLAUSE_NO;

  if (value || look->candidate->business_grows == NSM_CLAUSE_NO)
    nsm_findings_add (look->findings, NSM_SEVERITY_WARNING, look->candidate,
                      value ? "more_value" : "business_grows",
                      value ? g_strdup_printf (_("“%s” may rise without more value for customers."),
                                               look->title)
                            : g_strdup_printf (_("“%s” may rise without the business growing."),
                                               look->title),
                      _("A North Star Metric needs both halves."),
                      _("Refine it"));
}

#define RULE(name, check)                                  \
  static void                                              \
  name (NsmFindings *findings, NsmWorkshop *workshop)      \
  {                                                        \
    for_each_candidate (findings, workshop, check);        \
  }

RULE (check_revenue, look_for_revenue)
RULE (check_vanity, look_for_vanity)
RULE (check_activity, look_for_activity)
RULE (check_unit, look_for_unit)
RULE (check_window, look_for_window)
RULE (check_index, look_for_index)
RULE (check_total, look_for_total)
RULE (check_two, look_for_two)
RULE (check_vague_words, look_for_vague_words)
RULE (check_marketing, look_for_marketing)
RULE (check_game, look_at_game)
RULE (check_sentence, look_at_sentence)
RULE (check_clauses, look_at_clauses)

static void
check_why_bad (NsmFindings *findings, NsmWorkshop *workshop)
{
  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    if (!nsm_candidate_is_good (candidate) && candidate->why_bad[0] == '\0')
      {
        g_autofree char *title = nsm_candidate_dup_title (candidate);

        nsm_findings_add (findings, NSM_SEVERITY_ADVICE, candidate, "why_bad",
                          g_strdup_printf (_("“%s” doesn’t say why it fails."), title),
                          _("The reason is what makes it worth having."),
                          _("Say why it fails"));
      }
}

static void
check_number (NsmFindings *findings, NsmWorkshop *workshop)
{
  guint n = 0;

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    if (nsm_candidate_is_good (candidate) && candidate->standing != NSM_STANDING_REFINED)
      n++;
  if (n < workshop->settings->min_candidates)
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop, "candidates",
                      n == 0 ? g_strdup (_("There is no good candidate yet."))
                             : g_strdup_printf (ngettext ("There is only %u good candidate.",
                                                          "There are only %u good candidates.", n),
                                                n),
                      _("A choice among few is hardly one."),
                      _("Add a candidate"));
  else if (n > workshop->settings->max_candidates)
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop, "candidates",
                      g_strdup_printf (_("%u candidates are many to score."), n),
                      _("People tire, and the last ones get worse marks."),
                      _("Set some aside"));
}

static void
check_bad_ones (NsmFindings *findings, NsmWorkshop *workshop)
{
  guint n = 0;

  NSM_LIST_EACH (NsmCandidate, candidate, workshop->candidates)
    if (!nsm_candidate_is_good (candidate))
      n++;
  if (n < workshop->settings->min_bad)
    nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop, "candidates",
                      g_strdup (_("No candidate is bad on purpose.")),
                      _("Nothing will show whether everybody reads the scorecard the same way."),
                      _("Add a bad one"));
}

static void
check_ideas (NsmFindings *findings, NsmWorkshop *workshop)
{
  NsmRound *round = nsm_workshop_get_revealed_round (workshop, NSM_ROUND_KIND_IDEAS);

  if (round == NULL || nsm_list_get_size (workshop->candidates) > 0)
    return;
  nsm_findings_add (findings, NSM_SEVERITY_ADVICE, workshop, "candidates",
                    g_strdup (_("Everybody’s ideas are open, and none has become a candidate.")),
                    _("Ideas that nobody takes up were asked for in vain."),
                    _("Make one a candidate"));
}

const NsmRule nsm_rules_candidates[] = {
  { "candidate-revenue", NSM_STEP_CANDIDATES, check_revenue },
  { "candidate-vanity", NSM_STEP_CANDIDATES, check_vanity },
  { "candidate-activity", NSM_STEP_CANDIDATES, check_activity },
  { "candidate-no-unit", NSM_STEP_CANDIDATES, check_unit },
  { "candidate-no-window", NSM_STEP_CANDIDATES, check_window },
  { "candidate-index", NSM_STEP_CANDIDATES, check_index },
  { "candidate-total", NSM_STEP_CANDIDATES, check_total },
  { "candidate-two-in-one", NSM_STEP_CANDIDATES, check_two },
  { "candidate-vague", NSM_STEP_CANDIDATES, check_vague_words },
  { "candidate-marketing", NSM_STEP_CANDIDATES, check_marketing },
  { "candidate-game", NSM_STEP_CANDIDATES, check_game },
  { "candidate-sentence", NSM_STEP_CANDIDATES, check_sentence },
  { "candidate-clause", NSM_STEP_CANDIDATES, check_clauses },
  { "candidate-why-bad", NSM_STEP_CANDIDATES, check_why_bad },
  { "candidates-number", NSM_STEP_CANDIDATES, check_number },
  { "candidates-bad", NSM_STEP_CANDIDATES, check_bad_ones },
  { "candidates-ideas", NSM_STEP_CANDIDATES, check_ideas },
  { NULL, 0, NULL },
};
