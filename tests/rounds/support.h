/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A workshop with people, candidates and a scorecard, and a folder for keys. */
#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "record/json.h"
#include "rounds/private.h"
#include "rounds/round.h"
#include "rounds/signature.h"

#define CANARY "a very private reason that nobody may read"

typedef struct
{
  char *directory;
  NsmKeyStore *keys;
  NsmWorkshop *workshop;
  NsmParticipant *people[8];
  NsmCandidate *candidates[4]; /* the last one is bad on purpose */
} Fixture;

static inline void
fixture_set_up (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "Mei", "Jonas", "Amara", "Luis", "Ida" };

  self->directory = g_dir_make_tmp ("nsm-keys-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (self->directory, "state", "keys", NULL);
  self->keys = nsm_key_store_new (below);
  self->workshop = nsm_workshop_new ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    self->people[i] = nsm_list_append_new (self->workshop->participants, "name", names[i], NULL);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *name = g_strdup_printf ("Metric %u", i + 1);
      NsmMetric *metric = nsm_list_append_new (self->workshop->metrics, "name", name, "unit", "teams",
                                               "statement", "finish something", NULL);
      self->candidates[i] = nsm_list_append_new (
        self->workshop->candidates, "metric", NSM_RECORD (metric)->id, "kind",
        i == 3 ? NSM_CANDIDATE_KIND_BAD : NSM_CANDIDATE_KIND_GOOD, NULL);
    }
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Criterion %u", i + 1);

      nsm_list_append_new (self->workshop->scorecard->criteria, "name", name, "question", "Is it?",
                           "weight", 1.0 + i, NULL);
    }
}

static inline void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      remove_tree (below);
    }
  g_remove (path);
}

static inline void
fixture_tear_down (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_clear_object (&self->workshop);
  g_clear_object (&self->keys);
  remove_tree (self->directory);
  g_free (self->directory);
}

static inline const char *
get_id (gpointer record)
{
  return NSM_RECORD (record)->id;
}

/* A full ballot with @mark everywhere and @reason on the first cell. */
static inline NsmAnswer *
make_ballot (NsmRound *round, const char *person, double mark, const char *reason)
{
  NsmAnswer *answer = g_object_new (NSM_TYPE_ANSWER, NULL);
  gboolean first = TRUE;

  g_object_set (answer, "person", person, NULL);
  NSM_LIST_EACH (NsmSubject, subject, round->subjects)
    {
      NSM_LIST_EACH (NsmAspect, aspect, round->aspects)
        {
          NsmEntry *entry = nsm_answer_ensure_entry (answer, subject->subject, aspect->aspect);

          g_object_set (entry, "mark", mark, "text", first ? reason : "", NULL);
          first = FALSE;
        }
    }
  return answer;
}

static inline char *
cast_ballot (NsmRound *round, const char *person, double mark, const char *reason)
{
  g_autoptr (NsmAnswer) answer = make_ballot (round, person, mark, reason);
  g_autoptr (GError) error = NULL;
  char *receipt = NULL;

  g_assert_true (nsm_round_cast (round, answer, &receipt, &error));
  g_assert_no_error (error);
  nsm_answer_wipe (answer);
  return receipt;
}

/* As the import of a ballot file does it. */
static inline void
take_signed (Fixture *self, NsmRound *round, guint i, NsmKeyStore *account, guint64 sequence)
{
  const char *person = get_id (self->people[i]);
  g_autoptr (NsmAnswer) answer = make_ballot (round, person, 4, "");
  g_autofree char *sealed = nsm_seal_answer (round, answer, sequence, NULL);
  g_autoptr (GBytes) message = nsm_ballot_dup_signed_bytes (round, person, sequence, sealed);
  g_autofree char *signer = NULL, *signature = NULL;

  g_assert_true (nsm_identity_sign (account, message, &signer, &signature, NULL));
  if (self->people[i]->signing_key[0] == '\0')
    g_object_set (self->people[i], "signing-key", signer, NULL);
  const NsmSealed link = { .person = person, .route = NSM_ROUTE_FILE, .sequence = sequence,
                           .sealed = sealed, .signer = signer, .signature = signature };
  nsm_round_take_sealed (round, &link, NULL);
}

static inline NsmRound *
open_scores (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  NsmRound *round = nsm_round_open (self->workshop, NSM_ROUND_KIND_SCORES, self->keys, &error);

  g_assert_no_error (error);
  g_assert_nonnull (round);
  return round;
}

static inline void
close_round (NsmRound *round)
{
  g_autoptr (GError) error = NULL;

  nsm_round_close (round, &error);
  g_assert_no_error (error);
}

static inline void
reveal_round (NsmRound *round, NsmKeyStore *keys)
{
  g_autoptr (GError) error = NULL;

  nsm_round_reveal (round, keys, &error);
  g_assert_no_error (error);
  g_assert_cmpint (round->state, ==, NSM_ROUND_STATE_REVEALED);
}

static inline char *
dup_document (NsmWorkshop *workshop)
{
  g_autoptr (cJSON) json = nsm_record_to_json (NSM_RECORD (workshop));

  return cJSON_PrintUnformatted (json);
}

/* The same workshop, as if it was read from a file by another program. */
static inline NsmWorkshop *
read_document (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmJson) json = nsm_json_parse (text, strlen (text), &error);
  NsmWorkshop *workshop = g_object_new (NSM_TYPE_WORKSHOP, NULL);

  g_assert_no_error (error);
  g_assert_true (nsm_record_read_json (NSM_RECORD (workshop), json, nsm_json_get_root (json), NULL,
                                       &error));
  g_assert_no_error (error);
  nsm_record_make_root (NSM_RECORD (workshop));
  return workshop;
}
