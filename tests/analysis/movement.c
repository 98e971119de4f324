/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/movement.h"

#include <math.h>
#include <string.h>

#include "analysis/robustness.h"
#include "model/workshop.h"
#include "rounds/round.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

/* One round: a row a person, "name candidate=marks candidate=marks", a mark a criterion,
 * "-" for an abstention. */
static NsmRound *
add_round (NsmWorkshop *workshop, NsmPrivacy privacy, const char *candidates,
           const char *const *rows)
{
  NsmRound *round = nsm_list_append_new (
    workshop->rounds, "kind", NSM_ROUND_KIND_SCORES, "state", NSM_ROUND_STATE_REVEALED, "privacy",
    privacy, "number", nsm_list_get_size (workshop->rounds) + 1.0, NULL);
  g_auto (GStrv) ids = g_strsplit (candidates, " ", -1);

  for (guint c = 0; ids[c] != NULL; c++)
    nsm_list_append_new (round->subjects, "subject", ids[c], "title", ids[c], NULL);
  nsm_list_append_new (round->aspects, "aspect", "x", "name", "Leading", "weight", 1.0, NULL);
  nsm_list_append_new (round->aspects, "aspect", "y", "name", "Simple", "weight", 1.0, NULL);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i], " ", -1);
      NsmAnswer *answer = nsm_list_append_new (round->answers, "person", words[0], NULL);

      if (privacy == NSM_PRIVACY_NAMED)
        nsm_list_append_new (round->roster, "person", words[0], "name", words[0], NULL);
      for (guint w = 1; words[w] != NULL; w++)
        {
          char *marks = strchr (words[w], '=');

          *marks++ = '\0';
          for (guint k = 0; k < 2; k++)
            {
              NsmEntry *entry = nsm_answer_ensure_entry (answer, words[w], k == 0 ? "x" : "y");

              if (marks[k] == '-')
                g_object_set (entry, "abstained", TRUE, NULL);
              else
                g_object_set (entry, "mark", (double) (marks[k] - '0'), NULL);
            }
        }
    }
  return round;
}

static const char *const first_rows[] = { "Mei a=24 b=33", "Luis a=44 b=33", "Ana a=54 b=35",
                                          "Jonas a=4- b=55", NULL };
static const char *const second_rows[] = { "Ana a=44 b=32 c=33", "Mei a=44 b=33 c=33",
                                           "Luis a=45 b=22 c=33", NULL };

typedef struct
{
  NsmWorkshop *workshop;
  NsmScores *earlier, *later;
  NsmMovement *movement;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer privacy)
{
  fixture->workshop = nsm_workshop_new ();
  fixture->earlier =
    nsm_scores_new (add_round (fixture->workshop, GPOINTER_TO_UINT (privacy), "b a", first_rows));
  fixture->later =
    nsm_scores_new (add_round (fixture->workshop, GPOINTER_TO_UINT (privacy), "a b c", second_rows));
  fixture->movement = nsm_movement_new (fixture->earlier, fixture->later);
}

static void
tear_down (Fixture *fixture, gconstpointer privacy G_GNUC_UNUSED)
{
  nsm_movement_free (fixture->movement);
  nsm_scores_free (fixture->later);
  nsm_scores_free (fixture->earlier);
  g_object_unref (fixture->workshop);
}

static void
test_cells (Fixture *fixture, gconstpointer privacy G_GNUC_UNUSED)
{
  const NsmMovementCell *cell = nsm_movement_get_cell (fixture->movement, 0, 0);
  g_autofree char *sentence =
    nsm_movement_dup_cell_sentence (fixture->movement, fixture->earlier, fixture->later, 0, 0);
  g_autofree char *none =
    nsm_movement_dup_cell_sentence (fixture->movement, fixture->earlier, fixture->later, 2, 0);

  /* 2 4 5 4 became 4 4 4. */
  NEAR (cell->mean_shift, 4 - 15.0 / 4);
  NEAR (cell->distance_shift, -3);
  g_assert_cmpuint (cell->n_twice, ==, 3);
  g_assert_cmpuint (cell->n_moved, ==, 2);
  g_assert_cmpstr (sentence, ==,
                   "Mean 3.8 before, 4.0 now; the marks lay 3 apart and lie 0 apart.");
  g_assert_false (nsm_movement_get_cell (fixture->movement, 2, 0)->asked_twice);
  g_assert_true (isnan (nsm_movement_get_cell (fixture->movement, 2, 0)->mean_shift));
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpuint (fixture->movement->n_compared, ==, 4);
  g_assert_cmpuint (fixture->movement->n_closer, ==, 3);
  g_assert_cmpuint (fixture->movement->n_apart, ==, 1);
  g_assert_nonnull (strstr (fixture->movement->headline,
                            "People came closer in 3 and moved apart in 1 of 4 cells."));
}

static const NsmMove *
find_move (Fixture *fixture, const char *who, guint candidate, guint criterion)
{
  for (guint i = 0; i < fixture->movement->moves->len; i++)
    {
      const NsmMove *move = &g_array_index (fixture->movement->moves, NsmMove, i);

      if (g_str_equal (nsm_scores_get_person_name (fixture->later, move->person), who) &&
          move->candidate == candidate && move->criterion == criterion)
        return move;
    }
  g_assert_not_reached ();
}

static void
check_move (Fixture *fixture, const char *who, guint candidate, guint criterion, gboolean toward,
            const char *expected)
{
  const NsmMove *move = find_move (fixture, who, candidate, criterion);
  g_autofree char *sentence = nsm_move_dup_sentence (move, fixture->earlier, fixture->later);

  g_assert_true (move->toward_others == toward);
  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_people (Fixture *fixture, gconstpointer privacy G_GNUC_UNUSED)
{
  g_assert_true (fixture->movement->named);
  g_assert_cmpuint (fixture->movement->moves->len, ==, 6);
  /* Jonas left before the second round; his earlier marks still draw. */
  check_move (fixture, "Mei", 0, 0, TRUE, "Mei went from 2 to 4, to where Luis and Jonas had been.");
  check_move (fixture, "Ana", 0, 0, TRUE, "Ana went from 5 to 4, to where Luis and Jonas had been.");
  check_move (fixture, "Luis", 0, 1, FALSE, "Luis went from 4 to 5, toward nobody.");
  check_move (fixture, "Ana", 1, 1, TRUE, "Ana went from 5 to 2, toward Mei and Luis.");
  check_move (fixture, "Luis", 1, 0, FALSE, "Luis went from 3 to 2, toward nobody.");
  /* The longest move is first. */
  g_assert_true (find_move (fixture, "Ana", 1, 1) ==
                 &g_array_index (fixture->movement->moves, NsmMove, 0));

  const NsmAttraction *most = &g_array_index (fixture->movement->attractions, NsmAttraction, 0);
  g_assert_cmpstr (nsm_scores_get_person_name (fixture->later, most->person), ==, "Ana");
  g_assert_cmpstr (nsm_scores_get_person_name (fixture->earlier, most->earlier_toward), ==, "Luis");
  g_assert_cmpuint (most->n, ==, 2);
}

static gboolean
says (NsmMovement *movement, const char *text)
{
  for (guint i = 0; i < movement->sentences->len; i++)
    if (strstr (movement->sentences->pdata[i], text) != NULL)
      return TRUE;
  return strstr (movement->headline, text) != NULL;
}

static void
test_ranks (Fixture *fixture, gconstpointer privacy G_GNUC_UNUSED)
{
  NsmMovement *movement = fixture->movement;

  g_assert_true (movement->same_scorecard);
  g_assert_true (movement->climbs[0].ranked_twice);
  NEAR (movement->climbs[0].from_rank, 1);
  NEAR (movement->climbs[0].to_rank, 1);
  NEAR (movement->climbs[1].to_rank, 2);
  g_assert_false (movement->climbs[2].ranked_twice);
  g_assert_false (movement->winner_changed);
  g_assert_true (says (movement, "“a” still leads."));
  g_assert_true (says (movement, "Ana changed 2 marks, all toward the middle"));
  g_assert_true (says (movement, "Mei changed 1 mark, toward the middle"));
  g_assert_true (says (movement, "Luis changed 3 marks, none toward the middle"));
  g_assert_true (says (movement, "Ana came with 2 marks to where Luis had been"));
}

/* What was promised to nobody's knowledge stays so: no person is in any of it. */
static void
test_nameless (Fixture *fixture, gconstpointer privacy G_GNUC_UNUSED)
{
  g_assert_false (fixture->movement->named);
  g_assert_cmpuint (fixture->movement->moves->len, ==, 0);
  g_assert_cmpuint (fixture->movement->attractions->len, ==, 0);
  NEAR (nsm_movement_get_cell (fixture->movement, 0, 0)->distance_shift, -3);
  g_assert_cmpuint (nsm_movement_get_cell (fixture->movement, 0, 0)->n_twice, ==, 0);
  g_assert_false (says (fixture->movement, "Mei"));
  g_assert_false (says (fixture->movement, "Answer"));
}

/* Equally near to two: the one that had been further away is whom they came to. */
static void
test_whom (void)
{
  static const char *const before[] = { "Mei a=11", "Luis a=35", "Ana a=51", NULL };
  static const char *const after[] = { "Mei a=44", "Luis a=35", "Ana a=51", NULL };
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (NsmScores) earlier =
    nsm_scores_new (add_round (workshop, NSM_PRIVACY_NAMED, "a", before));
  g_autoptr (NsmScores) later =
    nsm_scores_new (add_round (workshop, NSM_PRIVACY_NAMED, "a", after));
  g_autoptr (NsmMovement) movement = nsm_movement_new (earlier, later);
  const NsmMove *move = &g_array_index (movement->moves, NsmMove, 0);

  g_assert_cmpuint (movement->moves->len, ==, 2);
  g_assert_cmpuint (move->toward->len, ==, 1);
  g_assert_cmpuint (g_array_index (move->toward, guint, 0), ==, 2);
  g_assert_true (move->toward_others);
  /* Of the other criterion only Luis's 5 is nearer to 4 than to 1; the middle is 3. */
  move = &g_array_index (movement->moves, NsmMove, 1);
  g_assert_cmpuint (g_array_index (move->toward, guint, 0), ==, 1);
  g_assert_true (move->toward_others);
  g_assert_true (nsm_scores_find_earlier_round (later) == nsm_scores_get_round (earlier));
  g_assert_null (nsm_scores_find_earlier_round (earlier));
}

static void
test_winner_and_weights (void)
{
  static const char *const before[] = { "Mei a=44 b=33", "Luis a=44 b=33", "Ana a=44 b=33", NULL };
  static const char *const after[] = { "Mei a=33 b=44", "Luis a=33 b=44", "Ana a=33 b=44", NULL };
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autoptr (NsmScores) earlier =
    nsm_scores_new (add_round (workshop, NSM_PRIVACY_NAMED, "a b", before));
  NsmRound *second = add_round (workshop, NSM_PRIVACY_NAMED, "a b", after);
  g_autoptr (NsmScores) later = nsm_scores_new (second);
  g_autoptr (NsmMovement) movement = nsm_movement_new (earlier, later);

  g_assert_true (movement->winner_changed);
  NEAR (movement->from_w, 1);
  NEAR (movement->to_w, 1);
  g_assert_true (says (movement, "“b” leads now; before, it was “a”."));
  g_assert_true (says (movement, "“b” rose from rank 2 to 1."));
  g_assert_true (says (movement, "“a” fell from rank 1 to 2."));
  /* The same twice is no news. */
  g_assert_false (says (movement, "W was"));

  g_object_set (nsm_list_get (second->subjects, 0), "subject", "refined", NULL);
  g_autoptr (NsmScores) refined = nsm_scores_new (second);
  g_autoptr (NsmMovement) since = nsm_movement_new (earlier, refined);
  g_assert_true (says (since, "“b” leads; “a”, which led before, wasn’t scored again."));

  g_object_set (nsm_list_get (second->aspects, 0), "weight", 3.0, NULL);
  g_autoptr (NsmScores) heavier = nsm_scores_new (second);
  g_autoptr (NsmMovement) other = nsm_movement_new (earlier, heavier);
  g_assert_false (other->same_scorecard);
  g_assert_true (says (other, "don’t compare"));
  g_assert_false (says (other, "rose"));
}

/* What is bad on purpose isn't counted, and that is said; as is how agreement changed. */
static void
test_left_out (void)
{
  static const char *const before[] = { "Mei a=44 b=33 c=11", "Luis a=44 b=33 c=11",
                                        "Ana a=44 b=33 c=21", NULL };
  static const char *const after[] = { "Mei a=44 b=33 c=11", "Luis a=44 b=33 c=11",
                                       "Ana a=33 b=44 c=41", NULL };
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmRound *first = add_round (workshop, NSM_PRIVACY_NAMED, "a b c", before);
  NsmRound *second = add_round (workshop, NSM_PRIVACY_NAMED, "a b c", after);

  g_object_set (nsm_list_get (first->subjects, 2), "calibration", TRUE, NULL);
  g_object_set (nsm_list_get (second->subjects, 2), "calibration", TRUE, NULL);
  g_autoptr (NsmScores) earlier = nsm_scores_new (first);
  g_autoptr (NsmScores) later = nsm_scores_new (second);
  g_autoptr (NsmMovement) movement = nsm_movement_new (earlier, later);

  g_assert_cmpuint (movement->n_compared, ==, 4);
  g_assert_cmpuint (movement->n_left_out, ==, 1);
  g_assert_true (says (movement, "4 cells. The candidate that is bad on purpose isn’t counted"));
  g_assert_true (says (movement, "W was 1.00 (n = 3) and is 0.11 (n = 3)"));
}

/* Agreed marks stand beside those that people gave, and never in their place. */
static void
test_agreed (void)
{
  static const char *const rows[] = { "Mei a=44 b=33", "Luis a=44 b=34", "Ana a=43 b=44", NULL };
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  NsmRound *round = add_round (workshop, NSM_PRIVACY_NAMED, "a b", rows);
  g_autoptr (NsmScores) before = nsm_scores_new (round);
  guint winner = 9;

  g_assert_cmpuint (nsm_scores_count_agreed (before), ==, 0);
  NEAR (nsm_scores_get_agreed_total (before, 0), nsm_scores_get_total (before, 0));
  nsm_list_append_new (workshop->conclusions, "round", 1.0, "candidate", "b", "criterion", "x",
                       "agreed", 5.0, NULL);
  nsm_list_append_new (workshop->conclusions, "round", 1.0, "candidate", "b", "criterion", "y",
                       "text", "Nothing agreed", NULL);
  nsm_list_append_new (workshop->conclusions, "round", 2.0, "candidate", "b", "criterion", "y",
                       "agreed", 1.0, NULL);
  g_autoptr (NsmScores) scores = nsm_scores_new (round);

  g_assert_cmpuint (nsm_scores_count_agreed (scores), ==, 1);
  NEAR (nsm_scores_get_agreed (scores, 1, 0), 5);
  g_assert_true (isnan (nsm_scores_get_agreed (scores, 1, 1)));
  NEAR (nsm_scores_get_cell (scores, 1, 0)->mean, 10.0 / 3);
  NEAR (nsm_scores_get_mark (scores, 0, 1, 0), 3);
  NEAR (nsm_scores_get_total (scores, 1), nsm_scores_get_total (before, 1));
  NEAR (nsm_scores_get_agreed_total (scores, 1), (5 + 11.0 / 3) / 2);
  NEAR (nsm_scores_get_agreed_total (scores, 0), nsm_scores_get_total (scores, 0));
  g_assert_true (nsm_scores_get_winner (scores, &winner));
  g_assert_cmpuint (winner, ==, 0);
  g_assert_true (nsm_scores_get_agreed_winner (scores, &winner));
  g_assert_cmpuint (winner, ==, 1);
  g_assert_cmpuint (nsm_scores_count_agreed_winners (scores), ==, 1);

  /* The recommendation takes its side by what people marked alone, and says so. */
  g_autoptr (NsmRobustness) robustness = nsm_robustness_new (scores, workshop->settings);
  g_autoptr (NsmRobustness) without = nsm_robustness_new (before, workshop->settings);
  g_autoptr (NsmRobustness) copy = nsm_robustness_copy (robustness);
  g_assert_cmpuint (robustness->winner, ==, 0);
  g_assert_cmpstr (robustness->verdict, ==, without->verdict);
  g_assert_cmpstr (robustness->agreed_note, ==,
                   "With the 1 mark agreed on after talking “b” would lead instead, 4.3 to 3.8.");
  g_assert_true (g_str_has_suffix (robustness->headline, robustness->agreed_note));
  g_assert_cmpstr (without->agreed_note, ==, "");
  g_assert_cmpstr (copy->headline, ==, robustness->headline);
  nsm_robustness_address (copy, scores, NSM_AUDIENCE_READERS);
  g_assert_cmpuint (copy->reasons->len, ==, robustness->reasons->len);

  g_object_set (nsm_list_get (workshop->conclusions, 0), "agreed", 3.0, NULL);
  g_autoptr (NsmScores) same = nsm_scores_new (round);
  g_autoptr (NsmRobustness) firm = nsm_robustness_new (same, workshop->settings);
  g_assert_nonnull (strstr (firm->agreed_note, "the first place is the same"));
  g_assert_null (strstr (firm->headline, "agreed on"));
  g_assert_cmpstr (firm->reasons->pdata[firm->reasons->len - 1], ==, firm->agreed_note);
}

int
main (int argc, char **argv)
{
  const gpointer named = GUINT_TO_POINTER (NSM_PRIVACY_NAMED);
  const gpointer unnamed = GUINT_TO_POINTER (NSM_PRIVACY_UNNAMED);

  g_test_init (&argc, &argv, NULL);
  g_test_add ("/movement/cells", Fixture, named, set_up, test_cells, tear_down);
  g_test_add ("/movement/people", Fixture, named, set_up, test_people, tear_down);
  g_test_add ("/movement/ranks", Fixture, named, set_up, test_ranks, tear_down);
  g_test_add ("/movement/nameless", Fixture, unnamed, set_up, test_nameless, tear_down);
  g_test_add_func ("/movement/whom", test_whom);
  g_test_add_func ("/movement/winner-and-weights", test_winner_and_weights);
  g_test_add_func ("/movement/left-out", test_left_out);
  g_test_add_func ("/movement/agreed", test_agreed);
  return g_test_run ();
}
