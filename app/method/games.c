/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "method/games.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *summary;
  const char *examples;
  const char *success;
} games[] = {
  [NSM_GAME_UNSET] = { "", "", "" },
  [NSM_GAME_ATTENTION] = {
    N_("People come to be entertained, informed or in touch, and stay because it is good."),
    N_("Netflix, Spotify, TikTok"),
    N_("You win when people choose to spend their time with you."),
  },
  [NSM_GAME_TRANSACTION] = {
    N_("People come to buy, sell or exchange something, and leave when it is done."),
    N_("Amazon, Airbnb, Stripe"),
    N_("You win when more exchanges go well for both sides."),
  },
  [NSM_GAME_PRODUCTIVITY] = {
    N_("People come to get a piece of work done, better or faster than without you."),
    N_("Notion, Figma, Amplitude"),
    N_("You win when more work gets finished, with less effort."),
  },
};

static const char *const stages[] = {
  [NSM_STAGE_UNSET] = N_("Say where the product stands: it decides how soon to look at the metric again."),
  [NSM_STAGE_PRE_FIT] =
    N_("Your metric is a hypothesis. Even with 50 users, find what those who come back do and the "
       "others don’t. Commit for three to four months, then look again."),
  [NSM_STAGE_GROWTH] =
    N_("Pick what will still matter with twice the users, and commit for six to twelve months."),
  [NSM_STAGE_MATURE] =
    N_("The metric of your early days may no longer fit. A good one lasts one to three years: "
       "look once a year, and when the strategy changes."),
};

static const struct
{
  const char *question;
  const char *examples;
} dimensions[] = {
  [NSM_DIMENSION_UNSET] = { "", "" },
  [NSM_DIMENSION_BREADTH] = { N_("How many customers get value?"),
                              N_("accounts that got started, users who reached first value") },
  [NSM_DIMENSION_DEPTH] = { N_("How much value does each of them get?"),
                            N_("features a team relies on, questions answered per user") },
  [NSM_DIMENSION_FREQUENCY] = { N_("How often do they come back for it?"),
                                N_("sessions a week, days a month with a result") },
  [NSM_DIMENSION_EFFICIENCY] = { N_("How easy and fast is the way to it?"),
                                 N_("time to the first result, share who finish the set-up") },
};

static const NsmKnownExample known[] = {
  { "airbnb", "Airbnb", N_("Nights booked"),
    N_("A night booked is a guest with a place to stay and a host with a guest: both sides win."),
    NSM_GAME_TRANSACTION },
  { "spotify", "Spotify", N_("Time spent listening"),
    N_("Listening is why people come; hours a week hold how many, how much and how often."),
    NSM_GAME_ATTENTION },
  { "youtube", "YouTube", N_("Hours watched"),
    N_("Watching to the end says more than a click does."), NSM_GAME_ATTENTION },
  { "slack", "Slack", N_("Messages sent within organizations"),
    N_("Talk inside a team is the product at work. With “answered within a day” it is harder to inflate."),
    NSM_GAME_PRODUCTIVITY },
  { "facebook", "Facebook", N_("7 friends in the first 10 days"),
    N_("An early one: people who found their friends stayed. It gave every team the same job."),
    NSM_GAME_ATTENTION },
  { "amplitude", "Amplitude", N_("Weekly learning users"),
    N_("People who share something they learned each week: the product has answered a question."),
    NSM_GAME_PRODUCTIVITY },
  { "network", N_("A professional network"), N_("Weekly meaningful connections"),
    N_("Its inputs: share of complete profiles (matches fit), share of searches that lead to a "
       "message (finding works), share of messages answered twice (the talk goes on). Each has "
       "an owner and a theory."),
    NSM_GAME_TRANSACTION },
  { "projects", N_("A project tool for companies"), N_("Teams completing at least one project, per month"),
    N_("Twelve interviews, five candidates. It went with staying for a year (r = .78) and with "
       "paying more (r = .65); the team committed for nine months."),
    NSM_GAME_PRODUCTIVITY },
  { "fitness", N_("A fitness app"),
    N_("Users completing three or more full workouts, per week"),
    /* xgettext:no-c-format */
    N_("72 % of them were there after 90 days, against 11 % of the others. “Workouts started” "
       "fell because many quit; “minutes” could be stretched; “full” became 15 minutes and "
       "reaching the cool-down."),
    NSM_GAME_PRODUCTIVITY },
  { "freelance", N_("A marketplace for freelancers"),
    N_("Projects worth $200 or more that both sides rate with four stars or more, per month"),
    N_("It holds both sides: paid work that fits, and results that please. The smallest value "
       "keeps easy little jobs from counting. Baseline: 3,400."),
    NSM_GAME_TRANSACTION },
  { "learning", N_("A learning product"), N_("Learning hours, per week"),
    N_("The North Star holds the value, a few inputs move it, and the business KPI hangs on it."),
    NSM_GAME_ATTENTION },
};

static const NsmStarterInput starters[] = {
  { "first-value", N_("New sign-ups reaching first value"), NSM_DIMENSION_EFFICIENCY,
    NSM_MEASURE_RATE, NSM_WINDOW_WEEK, N_("new sign-ups"), N_("reach their first value moment") },
  { "weekly-session", N_("Users with a session in the week"), NSM_DIMENSION_FREQUENCY,
    NSM_MEASURE_COUNT, NSM_WINDOW_WEEK, N_("users"), N_("have at least one session") },
  { "new-feature", N_("Users trying a new feature in 7 days"), NSM_DIMENSION_DEPTH,
    NSM_MEASURE_RATE, NSM_WINDOW_MONTH, N_("users"), N_("try a new feature within 7 days") },
  { "activated", N_("New teams activated"), NSM_DIMENSION_BREADTH,
    NSM_MEASURE_COUNT, NSM_WINDOW_WEEK, N_("new teams"), N_("finish setting up") },
  { "milestone", N_("Teams reaching their first milestone"), NSM_DIMENSION_DEPTH,
    NSM_MEASURE_RATE, NSM_WINDOW_MONTH, N_("new teams"), N_("reach their first milestone") },
  { "week-two", N_("Teams returning in week two"), NSM_DIMENSION_FREQUENCY,
    NSM_MEASURE_RATE, NSM_WINDOW_WEEK, N_("new teams"), N_("come back in their second week") },
  { "expansion", N_("Teams adding members"), NSM_DIMENSION_BREADTH,
    NSM_MEASURE_COUNT, NSM_WINDOW_MONTH, N_("teams"), N_("add a member") },
};

static const char *
translate (const char *text)
{
  return text[0] != '\0' ? _(text) : "";
}

/**
 * nsm_game_get_summary:
 *
 * Returns: (transfer none): what playing @game means, one sentence; "" while not chosen
 */
const char *
nsm_game_get_summary (NsmGame game)
{
  g_return_val_if_fail (game < G_N_ELEMENTS (games), "");
  return translate (games[game].summary);
}

/**
 * nsm_game_get_examples:
 *
 * Returns: (transfer none): names of products that play @game
 */
const char *
nsm_game_get_examples (NsmGame game)
{
  g_return_val_if_fail (game < G_N_ELEMENTS (games), "");
  return translate (games[game].examples);
}

/**
 * nsm_game_get_success:
 *
 * Returns: (transfer none): what winning @game means
 */
const char *
nsm_game_get_success (NsmGame game)
{
  g_return_val_if_fail (game < G_N_ELEMENTS (games), "");
  return translate (games[game].success);
}

/**
 * nsm_stage_get_advice:
 *
 * Returns: (transfer none): what the stage means for the metric
 */
const char *
nsm_stage_get_advice (NsmStage stage)
{
  g_return_val_if_fail (stage < G_N_ELEMENTS (stages), "");
  return _(stages[stage]);
}

/**
 * nsm_dimension_get_question:
 *
 * Returns: (transfer none): what inputs of this dimension answer
 */
const char *
nsm_dimension_get_question (NsmDimension dimension)
{
  g_return_val_if_fail (dimension < G_N_ELEMENTS (dimensions), "");
  return translate (dimensions[dimension].question);
}

/**
 * nsm_dimension_get_examples:
 *
 * Returns: (transfer none): inputs of this dimension
 */
const char *
nsm_dimension_get_examples (NsmDimension dimension)
{
  g_return_val_if_fail (dimension < G_N_ELEMENTS (dimensions), "");
  return translate (dimensions[dimension].examples);
}

guint
nsm_known_examples_get_n (void)
{
  return G_N_ELEMENTS (known);
}

/**
 * nsm_known_examples_get:
 *
 * Returns: (transfer none): one of the examples; pass its texts through _()
 */
const NsmKnownExample *
nsm_known_examples_get (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (known), NULL);
  return &known[position];
}

guint
nsm_starter_inputs_get_n (void)
{
  return G_N_ELEMENTS (starters);
}

/**
 * nsm_starter_inputs_get:
 *
 * Returns: (transfer none): one of the starters; pass its texts through _()
 */
const NsmStarterInput *
nsm_starter_inputs_get (guint position)
{
  g_return_val_if_fail (position < G_N_ELEMENTS (starters), NULL);
  return &starters[position];
}
