/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds without names: who took part is known, who said what isn't. */
#include <math.h>

#include "record/journal.h"
#include "support.h"

#define N_REVEALS 4000
#define N_PEOPLE 5

static NsmRound *
open_nameless (Fixture *self)
{
  g_object_set (self->workshop, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  return open_scores (self);
}

/* A ballot whose entries come in the person's own order, with a mark of their own. */
static void
cast_in_own_order (NsmRound *round, const char *person, guint i)
{
  g_autoptr (NsmAnswer) plain = make_ballot (round, person, i + 1, "");
  guint n = nsm_list_get_size (plain->entries);

  for (guint k = 0; k < i; k++)
    nsm_list_move (plain->entries, n - 1, 0);
  g_assert_true (nsm_round_cast (round, plain, NULL, NULL));
}

static void
test_nothing_links (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_nameless (self);
  NsmJournal *journal = nsm_record_get_journal (NSM_RECORD (self->workshop));

  nsm_journal_forget (journal);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      if (i == 0)
        take_signed (self, round, i, self->keys, 1795323456);
      else
        cast_in_own_order (round, get_id (self->people[i]), i);
      g_object_set (nsm_list_get (round->contributions, i), "cast-at", "2026-11-22T10:37Z", NULL);
    }
  g_object_set (round, "wrapped-key", "nsm-wrapped-1 something", NULL);
  close_round (round);
  g_autofree char *before = dup_document (self->workshop);
  reveal_round (round, self->keys);
  g_autofree char *after = dup_document (self->workshop);

  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, N_PEOPLE);
  g_assert_cmpstr (round->secret_key, ==, "");
  g_assert_cmpstr (round->wrapped_key, ==, "");
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      NsmContribution *one = nsm_list_get (round->contributions, i);
      NsmAnswer *answer = nsm_list_get (round->answers, i);
      NsmAnswer *first = nsm_list_get (round->answers, 0);

      /* That they took part stays; what they sealed, signed, and when, doesn't. */
      g_assert_cmpstr (one->person, ==, get_id (self->people[i]));
      g_assert_cmpstr (one->hash, !=, "");
      g_assert_cmpstr (one->receipt, !=, "");
      g_assert_cmpstr (one->sealed, ==, "");
      g_assert_cmpstr (one->signer, ==, "");
      g_assert_cmpstr (one->signature, ==, "");
      g_assert_cmpstr (one->cast_at, ==, "2026-11-22");
      /* An id that nothing else has ever had, and everybody's entries in one order. */
      g_assert_null (nsm_round_get_roster_entry (round, answer->person));
      g_assert_null (strstr (before, answer->person));
      g_assert_null (nsm_round_get_answer (round, get_id (self->people[i])));
      for (guint k = 0; k < nsm_list_get_size (answer->entries); k++)
        {
          NsmEntry *entry = nsm_list_get (answer->entries, k);
          NsmEntry *same = nsm_list_get (first->entries, k);

          g_assert_cmpstr (entry->subject, ==, same->subject);
          g_assert_cmpstr (entry->aspect, ==, same->aspect);
        }
    }
  g_assert_null (strstr (after, "T10:37Z"));
  g_assert_false (nsm_journal_can_undo (journal));
  g_assert_true (nsm_round_verify (round, NULL));
}

/* What a changed program adds to its own answer isn't kept. */
static void
test_unknown_members (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_nameless (self);

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autoptr (NsmAnswer) answer = g_object_new (NSM_TYPE_ANSWER, NULL);
      NsmSubject *subject = nsm_list_get (round->subjects, 0);
      NsmAspect *aspect = nsm_list_get (round->aspects, 0);
      g_autofree char *text = g_strdup_printf (
        "{\"person\":\"%s\",\"watermark\":\"%s\",\"entries\":[{\"subject\":\"%s\",\"aspect\":\"%s\","
        "\"mark\":4,\"watermark\":\"by %s\"}]}",
        get_id (self->people[i]), get_id (self->people[i]), subject->subject, aspect->aspect,
        get_id (self->people[i]));
      g_autoptr (NsmJson) json = nsm_json_parse (text, strlen (text), NULL);
      g_autoptr (GError) error = NULL;

      nsm_record_read_json (NSM_RECORD (answer), json, nsm_json_get_root (json), NULL, &error);
      g_assert_no_error (error);
      g_assert_true (nsm_round_cast (round, answer, NULL, &error));
      g_assert_no_error (error);
    }
  close_round (round);
  reveal_round (round, self->keys);
  g_autofree char *after = dup_document (self->workshop);
  g_assert_nonnull (strstr (after, "\"mark\""));
  g_assert_null (strstr (after, "watermark"));
}

/* Where each of five stands after the reveal, over many reveals. All are equally
 * likely; the tolerance is eight standard deviations. */
static void
test_order (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_nameless (self);
  guint counts[N_PEOPLE][N_PEOPLE] = { 0 };
  const double expected = (double) N_REVEALS / N_PEOPLE;
  const double tolerance = 8 * sqrt (expected * (1 - 1.0 / N_PEOPLE));

  for (guint n = 0; n < N_REVEALS; n++)
    {
      g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < N_PEOPLE; i++)
        {
          NsmAnswer *answer = g_object_new (NSM_TYPE_ANSWER, NULL);

          nsm_list_append_new (answer->entries, "mark", i + 1.0, NULL);
          g_ptr_array_add (answers, answer);
        }
      nsm_round_take_names_away (round, answers);
      for (guint place = 0; place < N_PEOPLE; place++)
        {
          NsmAnswer *answer = answers->pdata[place];
          NsmEntry *entry = nsm_list_get (answer->entries, 0);

          counts[(guint) entry->mark - 1][place]++;
        }
    }
  for (guint i = 0; i < N_PEOPLE; i++)
    for (guint place = 0; place < N_PEOPLE; place++)
      g_assert_cmpfloat (fabs (counts[i][place] - expected), <, tolerance);
}

/* Nor does the order of a real reveal follow the one of casting. */
static void
test_order_of_reveals (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  guint n_same = 0;

  for (guint n = 0; n < 30; n++)
    {
      NsmRound *round = open_nameless (self);
      gboolean same = TRUE;

      for (guint i = 0; i < N_PEOPLE; i++)
        g_free (cast_ballot (round, get_id (self->people[i]), i + 1, ""));
      close_round (round);
      reveal_round (round, self->keys);
      for (guint i = 0; i < N_PEOPLE; i++)
        {
          NsmAnswer *answer = nsm_list_get (round->answers, i);
          NsmEntry *entry = nsm_list_get (answer->entries, 0);

          same = same && (guint) entry->mark == i + 1;
        }
      n_same += same ? 1 : 0;
    }
  /* One in 120 by chance: ten of thirty is less likely than one in 10^13. */
  g_assert_cmpuint (n_same, <, 10);
}

static void
test_verify (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_nameless (self);

  for (guint i = 0; i < N_PEOPLE; i++)
    g_free (cast_ballot (round, get_id (self->people[i]), i + 1, ""));
  close_round (round);
  reveal_round (round, self->keys);
  g_assert_true (nsm_round_verify (round, NULL));

  NsmAnswer *answer = nsm_list_get (round->answers, 2);
  NsmContribution *one = nsm_list_get (round->contributions, 2);
  g_autofree char *person = g_strdup (answer->person);
  g_object_set (answer, "person", get_id (self->people[0]), NULL);
  g_assert_false (nsm_round_verify (round, NULL));
  g_object_set (answer, "person", person, NULL);
  g_object_set (one, "sealed", "c2VhbGVk", NULL);
  g_assert_false (nsm_round_verify (round, NULL));
  g_object_set (one, "sealed", "", NULL);
  g_object_set (round, "secret-key", "c2VjcmV0", NULL);
  g_assert_false (nsm_round_verify (round, NULL));
  g_object_set (round, "secret-key", "", NULL);
  g_assert_true (nsm_round_verify (round, NULL));
  nsm_list_remove (round->answers, NSM_RECORD (answer));
  g_assert_false (nsm_round_verify (round, NULL));
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/nameless/nothing-links", test_nothing_links);
  ADD ("/nameless/unknown-members", test_unknown_members);
  ADD ("/nameless/order", test_order);
  ADD ("/nameless/order-of-reveals", test_order_of_reveals);
  ADD ("/nameless/verify", test_verify);
  return g_test_run ();
}
