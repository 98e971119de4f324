/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The game that was chosen, and how people voted on it. */
#include "report/build-private.h"

#include <glib/gi18n-lib.h>

#include "rounds/round.h"

static void
add_fact (NsmBuild *build, NsmNode *facts, const char *term, const char *text, const char *field)
{
  nsm_build_from (nsm_build_add_fact (facts, NULL, term, text), NSM_STEP_GAME,
                  NSM_RECORD (build->workshop->game), field);
}

static void
add_choice (NsmBuild *build, NsmNode *section)
{
  NsmGameChoice *game = build->workshop->game;
  NsmNode *facts = nsm_build_add_part (section, "game", _("The game"), NSM_NODE_DEFINITIONS);

  if (game->game != NSM_GAME_UNSET)
    add_fact (build, facts, _("The game we play"), nsm_build_choice (NSM_TYPE_GAME, game->game),
              "game");
  add_fact (build, facts, _("Why this one"), game->rationale, "rationale");
  if (game->second != NSM_GAME_UNSET)
    add_fact (build, facts, _("A second game we straddle"),
              nsm_build_choice (NSM_TYPE_GAME, game->second), "second");
  add_fact (build, facts, _("Why focus matters"), game->focus, "focus");
  if (game->two_sided && (game->side_a[0] != '\0' || game->side_b[0] != '\0'))
    {
      NsmNode *paragraph =
        nsm_node_add_paragraph (nsm_node_add_entry (facts, NULL, _("Both sides must win")),
                                NSM_TONE_PLAIN, NULL);

      nsm_runs_add_template (paragraph->runs, _("%s and %s"),
                             nsm_run_new (NSM_RUN_TEXT, game->side_a[0] != '\0' ? game->side_a : "…"),
                             nsm_run_new (NSM_RUN_TEXT, game->side_b[0] != '\0' ? game->side_b : "…"),
                             NULL);
    }
  add_fact (build, facts, _("The tension between them"), game->tension, "tension");
  nsm_build_keep_part (section);
}

/* What somebody voted for; UNSET: they abstained. */
static NsmGame
get_vote (NsmEntry *entry)
{
  guint game = NSM_GAME_UNSET;

  if (entry->abstained || !nsm_choice_from_nick (NSM_TYPE_GAME, entry->choice, &game))
    return NSM_GAME_UNSET;
  return game;
}

/* One line for a vote: who, if that was promised to be shown, and why. */
static void
add_reason (NsmNode *cell, NsmRound *round, NsmAnswer *answer, NsmEntry *entry)
{
  NsmRosterEntry *who = round->privacy == NSM_PRIVACY_NAMED
                          ? nsm_round_get_roster_entry (round, answer->person)
                          : NULL;

  if (who == NULL && entry->text[0] == '\0')
    return;
  if (cell->runs->len > 0)
    nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
  if (who == NULL)
    nsm_runs_add_text (cell->runs, NSM_RUN_TEXT, entry->text);
  else if (entry->text[0] == '\0')
    nsm_runs_add_text (cell->runs, NSM_RUN_TEXT, who->name);
  else
    /* Translators: a person and what they said */
    nsm_runs_add_template (cell->runs, _("%s: %s"), nsm_run_new (NSM_RUN_TEXT, who->name),
                           nsm_run_new (NSM_RUN_TEXT, entry->text), NULL);
}

static void
add_votes (NsmNode *table, NsmRound *round, NsmGame game)
{
  NsmNode *row, *votes, *reasons;
  guint n = 0;

  row = nsm_node_add_row (table, game == NSM_GAME_UNSET ? _("Abstained")
                                                        : nsm_build_choice (NSM_TYPE_GAME, game),
                          NULL);
  votes = nsm_node_add_cell (row, NULL);
  votes->numeric = TRUE;
  reasons = nsm_node_add_cell (row, NULL);
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      NsmEntry *entry =
        nsm_list_get_size (answer->entries) > 0 ? nsm_list_get (answer->entries, 0) : NULL;

      if (entry != NULL && get_vote (entry) == game)
        {
          add_reason (reasons, round, answer, entry);
          n++;
        }
    }
  nsm_runs_add (votes->runs, nsm_run_new_number (n, 0));
  /* That nobody chose a game says something; that nobody abstained doesn't. */
  if (game == NSM_GAME_UNSET && n == 0)
    g_ptr_array_set_size (table->children, (int) table->children->len - 1);
}

static void
add_vote (NsmBuild *build, NsmNode *section)
{
  NsmRound *round = nsm_workshop_get_revealed_round (build->workshop, NSM_ROUND_KIND_GAME);
  NsmNode *table;

  /* One author's own answer is no vote: it stands above. */
  if (round == NULL || round->direct)
    return;
  table = nsm_build_add_part (section, "game-vote", _("The vote on the game"), NSM_NODE_TABLE);
  nsm_node_add_row (table, _("Game"), _("Votes"),
                    round->privacy == NSM_PRIVACY_NAMED ? _("Who, and why") : _("Why"), NULL);
  for (guint game = NSM_GAME_ATTENTION; game <= NSM_GAME_PRODUCTIVITY; game++)
    add_votes (table, round, (NsmGame) game);
  add_votes (table, round, NSM_GAME_UNSET);
  nsm_build_keep_part (section);
}

void
nsm_build_game (NsmBuild *build, NsmNode *section)
{
  add_choice (build, section);
  add_vote (build, section);
}
