/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include "rounds/transcript.h"

static NsmTranscriptRow *
get_row (NsmTranscript *transcript, guint position)
{
  g_assert_cmpuint (position, <, transcript->rows->len);
  return transcript->rows->pdata[position];
}

static void
assert_row (NsmTranscript *transcript, guint position, const char *who, NsmEvent event)
{
  NsmTranscriptRow *row = get_row (transcript, position);

  g_assert_cmpstr (row->who, ==, who);
  g_assert_cmpint (row->event, ==, event);
  g_assert_true (row->verified);
}

static void
assert_ok (NsmRound *round)
{
  g_autoptr (NsmTranscript) transcript = nsm_transcript_new (round);

  g_assert_cmpstr (transcript->problem, ==, NULL);
  g_assert_true (transcript->ok);
}

static void
assert_broken (NsmRound *round)
{
  g_autoptr (NsmTranscript) transcript = nsm_transcript_new (round);

  g_assert_false (transcript->ok);
  g_assert_nonnull (transcript->problem);
}

/* Mei answers twice, Jonas takes his back, Amara takes hers back and answers again,
 * Luis answers, Ida doesn't. */
static NsmRound *
make_round (Fixture *self, char **receipt)
{
  NsmRound *round = open_scores (self);

  *receipt = cast_ballot (round, get_id (self->people[0]), 3, CANARY);
  g_free (cast_ballot (round, get_id (self->people[1]), 2, ""));
  g_assert_true (nsm_round_withdraw (round, get_id (self->people[1]), NULL));
  g_free (cast_ballot (round, get_id (self->people[2]), 4, ""));
  g_assert_true (nsm_round_withdraw (round, get_id (self->people[2]), NULL));
  g_free (cast_ballot (round, get_id (self->people[0]), 5, CANARY));
  g_free (cast_ballot (round, get_id (self->people[2]), 4, ""));
  g_free (cast_ballot (round, get_id (self->people[3]), 1, "because it is"));
  return round;
}

static void
test_course (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *receipt = NULL;
  NsmRound *round = make_round (self, &receipt);
  g_autoptr (NsmTranscript) transcript = NULL;
  g_autofree char *typed = g_ascii_strdown (receipt, -1);

  close_round (round);
  reveal_round (round, self->keys);
  transcript = nsm_transcript_new (round);
  g_assert_true (transcript->ok);
  g_assert_cmpuint (transcript->rows->len, ==, 8);
  assert_row (transcript, 0, "Mei", NSM_EVENT_REPLACED);
  assert_row (transcript, 1, "Jonas", NSM_EVENT_WITHDRAWN);
  assert_row (transcript, 2, "Jonas", NSM_EVENT_TAKEN_BACK);
  assert_row (transcript, 3, "Amara", NSM_EVENT_WITHDRAWN);
  assert_row (transcript, 4, "Amara", NSM_EVENT_TAKEN_BACK);
  assert_row (transcript, 5, "Mei", NSM_EVENT_IN);
  assert_row (transcript, 6, "Amara", NSM_EVENT_IN);
  assert_row (transcript, 7, "Luis", NSM_EVENT_IN);
  g_assert_cmpuint (transcript->n_in, ==, 3);
  g_assert_cmpuint (transcript->missing->len, ==, 2);
  g_assert_cmpstr (((NsmRosterEntry *) transcript->missing->pdata[0])->name, ==, "Jonas");
  g_assert_cmpstr (((NsmRosterEntry *) transcript->missing->pdata[1])->name, ==, "Ida");
  g_assert_true (nsm_transcript_find_receipt (transcript, typed) == get_row (transcript, 0));
  g_assert_null (nsm_transcript_find_receipt (transcript, "AAAA-AAAA-AAAA-AAAA"));
  g_assert_null (nsm_transcript_find_receipt (transcript, ""));
}

/* Who is in, in the order in which they were asked; not when, how often, or after
 * whom, and not which candidate is bad on purpose. */
static void
test_open (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *receipt = NULL;
  NsmRound *round = make_round (self, &receipt);
  g_autoptr (NsmTranscript) transcript = nsm_transcript_new (round);

  g_assert_true (transcript->ok);
  g_assert_false (nsm_transcript_shows_marks (transcript));
  g_assert_cmpuint (transcript->rows->len, ==, 3);
  assert_row (transcript, 0, "Mei", NSM_EVENT_IN);
  assert_row (transcript, 1, "Amara", NSM_EVENT_IN);
  assert_row (transcript, 2, "Luis", NSM_EVENT_IN);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpstr (get_row (transcript, i)->when, ==, "");
      g_assert_cmpstr (get_row (transcript, i)->receipt, ==, "");
      g_assert_cmpstr (get_row (transcript, i)->hash, ==, "");
    }
  /* Who holds a receipt may know that it was replaced. */
  g_assert_cmpint (nsm_transcript_find_receipt (transcript, receipt)->event, ==,
                   NSM_EVENT_REPLACED);
}

static void
test_unnamed (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round;

  g_object_set (self->workshop, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  round = open_scores (self);
  for (guint i = 0; i < 5; i++)
    g_free (cast_ballot (round, get_id (self->people[i]), i % 5 + 1, ""));
  close_round (round);
  assert_ok (round);
  reveal_round (round, self->keys);
  assert_ok (round);

  g_autoptr (NsmTranscript) transcript = nsm_transcript_new (round);
  for (guint i = 0; i < 5; i++)
    {
      NsmAnswer *answer = nsm_list_get (round->answers, i);

      /* That they took part, and nothing that stands beside an answer. */
      g_assert_cmpint (get_row (transcript, i)->event, ==, NSM_EVENT_IN);
      g_assert_null (nsm_round_get_roster_entry (round, answer->person));
    }
  g_assert_nonnull (strstr (transcript->verdict, "Who said what"));

  nsm_list_remove (round->answers, nsm_list_get (round->answers, 0));
  assert_broken (round);
}

static void
test_rejected (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  NsmContribution *mine, *other;

  g_free (cast_ballot (round, get_id (self->people[0]), 3, ""));
  g_free (cast_ballot (round, get_id (self->people[1]), 4, ""));
  mine = nsm_list_get (round->contributions, 0);
  other = nsm_list_get (round->contributions, 1);
  g_object_set (mine, "sealed", other->sealed, NULL);
  /* Before the close, while it is closed, and after the reveal. */
  assert_broken (round);
  close_round (round);
  assert_broken (round);
  reveal_round (round, self->keys);
  assert_broken (round);

  g_autoptr (NsmTranscript) transcript = nsm_transcript_new (round);
  g_assert_cmpuint (transcript->n_rejected, ==, 1);
  g_assert_cmpuint (transcript->missing->len, ==, 3);
  g_assert_cmpint (get_row (transcript, 0)->event, ==, NSM_EVENT_REJECTED);
  g_assert_false (get_row (transcript, 0)->verified);
  g_assert_true (get_row (transcript, 1)->verified);
  g_assert_cmpstr (get_row (transcript, 0)->why, !=, "");
  g_assert_false (g_str_has_prefix (get_row (transcript, 0)->why, "Mei"));
  g_assert_nonnull (strstr (transcript->problem, "Mei"));
}

/* Each character of a text becomes another one: each must tell. */
static void
assert_each_character_tells (NsmRound *round, gpointer record, const char *field)
{
  g_autofree char *text = NULL;

  g_object_get (record, field, &text, NULL);
  g_assert_cmpstr (text, !=, "");
  for (gsize i = 0; text[i] != '\0'; i++)
    {
      g_autofree char *changed = g_strdup (text);
      gboolean ok;

      if (!g_ascii_isprint (text[i]))
        continue;
      changed[i] = text[i] == 'A' ? 'B' : 'A';
      g_object_set (record, field, changed, NULL);
      g_autoptr (NsmTranscript) transcript = nsm_transcript_new (round);
      ok = transcript->ok;
      g_object_set (record, field, text, NULL);
      if (ok)
        g_error ("%s, character %" G_GSIZE_FORMAT " of “%s”: nobody noticed", field, i, text);
    }
}

static void
assert_number_tells (NsmRound *round, gpointer record, const char *field, double other)
{
  double number;

  g_object_get (record, field, &number, NULL);
  g_object_set (record, field, other, NULL);
  assert_broken (round);
  g_object_set (record, field, number, NULL);
  assert_ok (round);
}

static void
test_every_change (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *receipt = NULL;
  NsmRound *round = make_round (self, &receipt);
  NsmContribution *luis = nsm_list_get (round->contributions, 7);
  NsmAnswer *answer;
  NsmEntry *entry;

  close_round (round);
  reveal_round (round, self->keys);
  assert_ok (round);

  for (guint i = 0; i < 8; i++)
    {
      assert_each_character_tells (round, nsm_list_get (round->contributions, i), "receipt");
      assert_each_character_tells (round, nsm_list_get (round->contributions, i), "hash");
    }
  assert_each_character_tells (round, round, "question");
  assert_each_character_tells (round, round, "promise");
  assert_each_character_tells (round, round, "public-key");
  assert_each_character_tells (round, round, "secret-key");
  assert_each_character_tells (round, round, "chain-head");
  assert_each_character_tells (round, round, "chain-words");
  NSM_LIST_EACH (NsmRosterEntry, one, round->roster)
    {
      assert_each_character_tells (round, one, "name");
      assert_each_character_tells (round, one, "person");
    }
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      assert_each_character_tells (round, subject, "title");
      assert_each_character_tells (round, subject, "wording");
    }
  NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
    {
      assert_each_character_tells (round, aspect, "name");
      assert_number_tells (round, aspect, "weight", aspect->weight + 1);
    }

  answer = nsm_round_get_answer (round, luis->person);
  entry = nsm_list_get (answer->entries, 0);
  assert_each_character_tells (round, entry, "text");
  NSM_LIST_EACH (NsmEntry, one, answer->entries)
    {
      assert_number_tells (round, one, "mark", 3);
    }
  assert_number_tells (round, luis, "sequence", 2);
  assert_each_character_tells (round, luis, "person");
}

/* Each byte of one sealed ballot, while it is open and when it is revealed. */
static void
test_every_sealed_byte (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NsmAnswer) answer = g_object_new (NSM_TYPE_ANSWER, NULL);
  g_autoptr (GError) error = NULL;
  NsmRound *round = nsm_round_open (self->workshop, NSM_ROUND_KIND_GAME, self->keys, &error);

  g_assert_no_error (error);
  g_object_set (answer, "person", get_id (self->people[0]), NULL);
  g_object_set (nsm_answer_ensure_entry (answer, "", ""), "choice", "attention", NULL);
  g_assert_true (nsm_round_cast (round, answer, NULL, &error));
  assert_each_character_tells (round, nsm_list_get (round->contributions, 0), "sealed");
  close_round (round);
  reveal_round (round, self->keys);
  assert_each_character_tells (round, nsm_list_get (round->contributions, 0), "sealed");
}

static void
test_order_and_loss (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *receipt = NULL;
  NsmRound *round = make_round (self, &receipt);
  guint n = nsm_list_get_size (round->contributions);
  g_autofree char *open = dup_document (self->workshop);
  g_autofree char *revealed = NULL;

  close_round (round);
  reveal_round (round, self->keys);
  revealed = dup_document (self->workshop);
  for (guint i = 0; i + 1 < n; i++)
    {
      g_autoptr (NsmWorkshop) moved = read_document (revealed);
      g_autoptr (NsmWorkshop) lost = read_document (revealed);
      g_autoptr (NsmWorkshop) lost_open = read_document (open);
      NsmRound *one = nsm_list_get (moved->rounds, 0);

      assert_ok (one);
      nsm_list_move (one->contributions, i, i + 1);
      assert_broken (one);
      one = nsm_list_get (lost->rounds, 0);
      nsm_list_remove (one->contributions, nsm_list_get (one->contributions, i));
      assert_broken (one);
      one = nsm_list_get (lost_open->rounds, 0);
      assert_ok (one);
      nsm_list_remove (one->contributions, nsm_list_get (one->contributions, i));
      assert_broken (one);
    }
}

/* Somebody makes an answer disappear without touching the chain. */
static void
test_hidden (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  static const NsmContributionState states[] = {
    NSM_CONTRIBUTION_STATE_REJECTED,
    NSM_CONTRIBUTION_STATE_WITHDRAWN,
    NSM_CONTRIBUTION_STATE_REPLACED,
  };
  g_autofree char *receipt = NULL;
  NsmRound *round = make_round (self, &receipt);
  g_autofree char *closed = NULL;
  g_autofree char *revealed = NULL;

  close_round (round);
  closed = dup_document (self->workshop);
  reveal_round (round, self->keys);
  revealed = dup_document (self->workshop);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    for (guint emptied = 0; emptied < 2; emptied++)
      {
        g_autoptr (NsmWorkshop) before = read_document (closed);
        g_autoptr (NsmWorkshop) after = read_document (revealed);
        NsmRound *one = nsm_list_get (before->rounds, 0);
        NsmContribution *luis = nsm_list_get (one->contributions, 7);

        g_object_set (luis, "state", states[i], NULL);
        if (emptied)
          g_object_set (luis, "sealed", "", NULL);
        assert_broken (one);
        one = nsm_list_get (after->rounds, 0);
        luis = nsm_list_get (one->contributions, 7);
        g_object_set (luis, "state", states[i], "rejected-why", "It was late.", NULL);
        if (emptied)
          g_object_set (luis, "sealed", "", NULL);
        nsm_list_remove (one->answers, NSM_RECORD (nsm_round_get_answer (one, luis->person)));
        assert_broken (one);
      }
}

/* Claims under which nobody would look at the chain. */
static void
test_disguised (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *receipt = NULL;
  NsmRound *round = make_round (self, &receipt);
  g_autofree char *revealed = NULL;

  close_round (round);
  reveal_round (round, self->keys);
  revealed = dup_document (self->workshop);
  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (NsmWorkshop) copy = read_document (revealed);
      NsmRound *one = nsm_list_get (copy->rounds, 0);

      assert_ok (one);
      if (i == 0)
        g_object_set (one, "direct", TRUE, NULL);
      else if (i == 1)
        {
          g_object_set (one, "direct", TRUE, "public-key", "", "chain-head", "", NULL);
          nsm_list_clear (one->contributions);
        }
      else if (i == 2)
        g_object_set (one, "state", NSM_ROUND_STATE_CLOSED, NULL);
      else if (i == 3)
        g_object_set (one, "state", NSM_ROUND_STATE_OPEN, NULL);
      else if (i == 4)
        g_object_set (one, "privacy", NSM_PRIVACY_UNNAMED, NULL);
      else
        g_object_set (copy, "identity", "anotherone", NULL);
      assert_broken (one);
    }
}

static void
test_missing_rounds (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *none = nsm_workshop_dup_missing_rounds (self->workshop);
  g_autofree char *both = NULL;
  g_autofree char *second = NULL;

  g_assert_null (none);
  close_round (open_scores (self));
  open_scores (self);
  both = nsm_workshop_dup_missing_rounds (self->workshop);
  g_assert_null (both);
  nsm_list_remove (self->workshop->rounds, nsm_list_get (self->workshop->rounds, 0));
  second = nsm_workshop_dup_missing_rounds (self->workshop);
  g_assert_nonnull (strstr (second, "1"));
}

static void
test_moments (void)
{
  g_autofree char *moment = nsm_moment_dup_words ("2026-03-31T10:20Z");
  g_autofree char *day = nsm_moment_dup_words ("2026-03-31");
  g_autofree char *none = nsm_moment_dup_words ("");

  g_assert_cmpstr (moment, ==, "2026-03-31 10:20 UTC");
  g_assert_cmpstr (day, ==, "2026-03-31");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/rounds/transcript/course", test_course },
    { "/rounds/transcript/open", test_open },
    { "/rounds/transcript/unnamed", test_unnamed },
    { "/rounds/transcript/rejected", test_rejected },
    { "/rounds/transcript/every-change", test_every_change },
    { "/rounds/transcript/every-sealed-byte", test_every_sealed_byte },
    { "/rounds/transcript/order-and-loss", test_order_and_loss },
    { "/rounds/transcript/hidden", test_hidden },
    { "/rounds/transcript/disguised", test_disguised },
    { "/rounds/transcript/missing-rounds", test_missing_rounds },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  g_test_add_func ("/rounds/transcript/moments", test_moments);
  return g_test_run ();
}
