/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PINs, recovery codes, wrapped keys, signatures. */
#include "rounds/pins.h"
#include "rounds/recovery.h"
#include "support.h"

#define PASSPHRASE "owl lantern gravel tuesday"

static void
test_pin (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  const char *mei = get_id (self->people[0]), *jonas = get_id (self->people[1]);
  g_autofree char *path =
    nsm_key_store_dup_path_beside (self->keys, get_id (round), NSM_PINS_SUFFIX);
  g_autoptr (GError) error = NULL;
  struct stat about;

  g_assert_false (nsm_round_has_pin (round, self->keys, mei));
  g_assert_false (nsm_round_check_pin (round, self->keys, mei, ""));
  g_assert_true (nsm_round_set_pin (round, self->keys, mei, "2718", &error));
  g_assert_no_error (error);
  g_assert_true (nsm_round_has_pin (round, self->keys, mei));
  g_assert_false (nsm_round_has_pin (round, self->keys, jonas));
  g_assert_true (nsm_round_check_pin (round, self->keys, mei, "2718"));
  g_assert_false (nsm_round_check_pin (round, self->keys, mei, "2719"));
  g_assert_false (nsm_round_check_pin (round, self->keys, mei, ""));
  g_assert_false (nsm_round_check_pin (round, self->keys, jonas, "2718"));

  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_autofree char *kept = NULL;
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_null (strstr (kept, "2718"));
  g_autofree char *text = dup_document (self->workshop);
  g_assert_null (strstr (text, "argon2"));

  g_assert_false (nsm_round_set_pin (round, self->keys, mei, "12", &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SECRET);
  g_clear_error (&error);
  g_assert_false (nsm_round_set_pin (round, self->keys, "nobody", "1234", &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_PERSON);
  g_clear_error (&error);

  /* It goes when asked to, and with the key; nobody needs it for the reveal. */
  g_assert_true (nsm_round_set_pin (round, self->keys, jonas, "31415", NULL));
  g_assert_true (nsm_round_set_pin (round, self->keys, mei, "", NULL));
  g_assert_false (nsm_round_has_pin (round, self->keys, mei));
  g_free (cast_ballot (round, jonas, 3, ""));
  close_round (round);
  reveal_round (round, self->keys);
  g_assert_true (nsm_round_forget_key (round, self->keys, NULL));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_pin_file_changed (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  static const char hour[] =
    "{\"%s\":\"$argon2id$v=19$m=4194304,t=4000000,p=1$c29tZXNhbHRzb21lc2FsdA$"
    "aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g\"}";
  NsmRound *round = open_scores (self);
  const char *mei = get_id (self->people[0]);
  g_autofree char *path =
    nsm_key_store_dup_path_beside (self->keys, get_id (round), NSM_PINS_SUFFIX);
  g_autofree char *text = g_strdup_printf (hour, mei);
  gint64 start = g_get_monotonic_time ();

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (nsm_round_has_pin (round, self->keys, mei));
  g_assert_false (nsm_round_check_pin (round, self->keys, mei, "1234"));
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_TIME_SPAN_SECOND);
  /* Damaged: it guards everybody rather than nobody. */
  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  g_assert_true (nsm_round_has_pin (round, self->keys, mei));
  g_assert_false (nsm_round_check_pin (round, self->keys, mei, "1234"));
}

static void
test_base32 (void)
{
  guint8 bytes[20], read[20];

  for (guint n = 5; n <= sizeof bytes; n += 5)
    for (guint i = 0; i < 50; i++)
      {
        nsm_sodium_ensure ();
        randombytes_buf (bytes, n);
        g_autofree char *text = nsm_base32_dup (bytes, n);
        g_assert_cmpuint (strlen (text), ==, n * 8 / 5);
        g_assert_true (nsm_base32_read (text, read, n));
        g_assert_cmpmem (bytes, n, read, n);
        text[3] = '%';
        g_assert_false (nsm_base32_read (text, read, n));
        text[3] = '\0';
        g_assert_false (nsm_base32_read (text, read, n));
      }
  /* RFC 4648: "fooba" is MZXW6YTB. */
  g_autofree char *known = nsm_base32_dup ((const guint8 *) "fooba", 5);
  g_assert_cmpstr (known, ==, "MZXW6YTB");
}

/* A key store such as another computer has. */
static NsmKeyStore *
make_elsewhere (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->directory, "elsewhere", NULL);

  return nsm_key_store_new (path);
}

static void
test_recovery_code (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autoptr (NsmKeyStore) elsewhere = make_elsewhere (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *code = nsm_round_dup_recovery_code (round, self->keys, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (code), ==, 8 * 4 + 7);
  g_free (cast_ballot (round, get_id (self->people[0]), 4, ""));
  close_round (round);
  /* Every single letter mistyped is told. */
  for (gsize i = 0; code[i] != '\0'; i++)
    {
      g_autofree char *typo = g_strdup (code);

      if (typo[i] == '-')
        continue;
      typo[i] = typo[i] == 'A' ? 'C' : 'A';
      g_assert_false (nsm_round_recover_with_code (round, elsewhere, typo, &error));
      g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SECRET);
      g_assert_nonnull (strstr (error->message, "mistyped"));
      g_clear_error (&error);
    }
  g_assert_false (nsm_round_recover_with_code (round, elsewhere, "ABCD", &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SECRET);
  g_clear_error (&error);
  g_assert_false (nsm_key_store_has (elsewhere, get_id (round)));

  g_autofree char *small = g_ascii_strdown (code, -1);
  g_strdelimit (small, "-", ' ');
  g_strdelimit (small, "o", '0');
  g_strdelimit (small, "i", '1');
  g_assert_true (nsm_round_recover_with_code (round, elsewhere, small, &error));
  g_assert_no_error (error);
  g_assert_true (nsm_round_recover_with_code (round, elsewhere, code, NULL));
  reveal_round (round, elsewhere);
  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 1);
  g_assert_false (nsm_round_recover_with_code (round, elsewhere, code, NULL));
  g_assert_null (nsm_round_dup_recovery_code (round, self->keys, NULL));

  NsmRound *second = open_scores (self);
  g_assert_false (nsm_round_recover_with_code (second, elsewhere, code, &error));
  g_assert_nonnull (strstr (error->message, "another round"));
}

static void
test_recovery_mends (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autofree char *code = nsm_round_dup_recovery_code (round, self->keys, NULL);
  g_autofree char *path = nsm_key_store_dup_path (self->keys, get_id (round));
  g_autoptr (GError) error = NULL;

  g_assert_true (nsm_round_set_pin (round, self->keys, get_id (self->people[0]), "2718", NULL));
  g_assert_true (g_file_set_contents (path, "nsm-key-2 damaged\n", -1, NULL));
  close_round (round);
  g_assert_false (nsm_round_reveal (round, self->keys, NULL));
  g_assert_true (nsm_round_recover_with_code (round, self->keys, code, &error));
  g_assert_no_error (error);
  g_assert_true (nsm_round_has_pin (round, self->keys, get_id (self->people[0])));
  reveal_round (round, self->keys);
}

static void
on_done (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
wait_for_wrap (NsmRound *round, NsmKeyStore *keys, const char *passphrase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  nsm_round_wrap_key_async (round, keys, passphrase, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return nsm_round_wrap_key_finish (round, result, error);
}

static gboolean
wait_for_unwrap (NsmRound *round, NsmKeyStore *keys, const char *passphrase, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  nsm_round_unwrap_key_async (round, keys, passphrase, NULL, on_done, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return nsm_round_unwrap_key_finish (round, result, error);
}

static void
test_wrapped_key (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autoptr (NsmKeyStore) elsewhere = make_elsewhere (self);
  g_autoptr (GError) error = NULL;

  g_assert_false (wait_for_unwrap (round, elsewhere, PASSPHRASE, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY);
  g_clear_error (&error);
  g_assert_false (wait_for_wrap (round, self->keys, "short", &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SECRET);
  g_clear_error (&error);
  g_assert_false (wait_for_wrap (round, elsewhere, PASSPHRASE, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY);
  g_clear_error (&error);

  g_assert_true (wait_for_wrap (round, self->keys, PASSPHRASE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (round->wrapped_key), <, 2000);
  g_free (cast_ballot (round, get_id (self->people[0]), 4, ""));
  close_round (round);

  g_autofree char *text = dup_document (self->workshop);
  g_assert_null (strstr (text, "tuesday")); /* none of the closing words */
  g_autoptr (NsmWorkshop) copy = read_document (text);
  NsmRound *read = nsm_list_get (copy->rounds, 0);
  g_assert_false (wait_for_unwrap (read, elsewhere, "owl lantern gravel monday", &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SECRET);
  g_clear_error (&error);
  g_assert_true (wait_for_unwrap (read, elsewhere, PASSPHRASE, &error));
  g_assert_no_error (error);
  reveal_round (read, elsewhere);
  g_assert_cmpstr (read->wrapped_key, ==, "");

  /* In another round it is nothing. */
  NsmRound *second = nsm_round_open (self->workshop, NSM_ROUND_KIND_GAME, self->keys, NULL);
  g_object_set (second, "wrapped-key", round->wrapped_key, NULL);
  g_assert_false (wait_for_unwrap (second, elsewhere, PASSPHRASE, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SECRET);
  nsm_round_drop_wrapped_key (second);
  g_assert_cmpstr (second->wrapped_key, ==, "");
}

static void
test_absurd_limits (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
/* All else is as it should be. */
#define A8 "AAAAAAAA"
#define REST " " A8 A8 "AAAAAA== " A8 A8 A8 A8 " " A8 A8 A8 A8 A8 "AAA="
  static const char *const wrapped[] = {
    "nsm-wrapped-1 4000000000 8192" REST,
    "nsm-wrapped-1 3 99999999999" REST,
    "nsm-wrapped-1 18446744073709551615 18446744073709551615" REST,
    "nsm-wrapped-1 99999999999999999999999 8192" REST,
    "nsm-wrapped-1 0 0" REST,
    "nsm-wrapped-1 -1 8192" REST,
    "nsm-wrapped-1 3 1" REST,
    "nsm-wrapped-2 3 8192" REST,
    "nsm-wrapped-1 3 8192",
    "something else",
  };
  NsmRound *round = open_scores (self);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (wrapped); i++)
    {
      g_autoptr (GError) error = NULL;

      g_object_set (round, "wrapped-key", wrapped[i], NULL);
      g_assert_false (wait_for_unwrap (round, self->keys, PASSPHRASE, &error));
      g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY);
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_TIME_SPAN_SECOND);
}

static void
test_signature (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autoptr (NsmKeyStore) elsewhere = make_elsewhere (self);
  g_autofree char *path = nsm_key_store_dup_path (elsewhere, "identity");
  g_autofree char *signer = NULL, *signature = NULL, *again = NULL, *same = NULL;
  g_autofree char *other = NULL, *of_other = NULL;
  g_autoptr (GBytes) message = nsm_ballot_dup_signed_bytes (round, "mei", 1795323456, "c2VhbGVk");
  g_autoptr (GBytes) changed = nsm_ballot_dup_signed_bytes (round, "mei", 1795323457, "c2VhbGVk");
  g_autoptr (GError) error = NULL;
  struct stat about;

  g_assert_true (nsm_identity_sign (elsewhere, message, &signer, &signature, &error));
  g_assert_no_error (error);
  g_assert_cmpint (stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_true (nsm_identity_sign (elsewhere, message, &again, &same, NULL));
  g_assert_cmpstr (signer, ==, again);
  g_assert_true (nsm_signature_check (message, signer, signature));
  g_assert_false (nsm_signature_check (changed, signer, signature));
  g_assert_false (nsm_signature_check (message, signer, ""));
  g_assert_false (nsm_signature_check (message, "", signature));
  g_assert_true (nsm_identity_sign (self->keys, message, &other, &of_other, NULL));
  g_assert_cmpstr (signer, !=, other);
  g_assert_false (nsm_signature_check (message, other, signature));

  /* No round gets at it by its name. */
  g_assert_false (nsm_key_store_has (elsewhere, "identity"));
  g_assert_true (g_file_set_contents (path, "nsm-identity-1 short\n", -1, NULL));
  g_clear_pointer (&again, g_free);
  g_clear_pointer (&same, g_free);
  g_assert_false (nsm_identity_sign (elsewhere, message, &again, &same, &error));
  g_assert_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY);
  g_assert_nonnull (strstr (error->message, path));
}

static void
test_signed_contributions (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  NsmRound *round = open_scores (self);
  g_autoptr (NsmKeyStore) account = make_elsewhere (self);
  g_autofree char *path = g_build_filename (self->directory, "third", NULL);
  g_autoptr (NsmKeyStore) third = nsm_key_store_new (path);
  guint64 now = 1795323456;

  /* 0: right. 1: signature changed. 2: another's key. 3: later than the last by laptop. */
  for (guint i = 0; i < 3; i++)
    take_signed (self, round, i, account, now + i);
  NsmContribution *first = nsm_list_get (round->contributions, 0);
  NsmContribution *second = nsm_list_get (round->contributions, 1);
  NsmContribution *other = nsm_list_get (round->contributions, 2);
  g_object_set (second, "signature", first->signature, NULL);
  take_signed (self, round, 2, third, now + 9);
  g_assert_cmpint (other->state, ==, NSM_CONTRIBUTION_STATE_REPLACED);
  other = nsm_list_get (round->contributions, 3);
  take_signed (self, round, 3, account, now);
  g_free (cast_ballot (round, get_id (self->people[3]), 2, ""));
  NsmContribution *last = nsm_list_get (round->contributions, 5);
  g_assert_cmpfloat (last->sequence, ==, (double) (now + 1));
  close_round (round);
  reveal_round (round, self->keys);

  g_assert_cmpuint (nsm_list_get_size (round->answers), ==, 2);
  g_assert_cmpint (first->state, ==, NSM_CONTRIBUTION_STATE_CURRENT);
  g_assert_cmpint (second->state, ==, NSM_CONTRIBUTION_STATE_REJECTED);
  g_assert_nonnull (strstr (second->rejected_why, "Jonas: Its signature doesn’t fit"));
  g_assert_cmpint (other->state, ==, NSM_CONTRIBUTION_STATE_REJECTED);
  g_assert_nonnull (strstr (other->rejected_why, "another key than the one accepted"));
  g_assert_cmpint (last->state, ==, NSM_CONTRIBUTION_STATE_CURRENT);
}

/* The hash in the chain covers how it came and who signed it. */
static void
test_route_and_signer_count (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (NsmKeyStore) account = make_elsewhere (self);

  for (guint what = 0; what < 2; what++)
    {
      NsmRound *round = open_scores (self);

      take_signed (self, round, 0, account, 7);
      NsmContribution *one = nsm_list_get (round->contributions, 0);
      if (what == 0)
        g_object_set (one, "route", NSM_ROUTE_LAPTOP, NULL);
      else
        g_object_set (one, "signer", "AAAA", NULL);
      close_round (round);
      reveal_round (round, self->keys);
      g_assert_cmpint (one->state, ==, NSM_CONTRIBUTION_STATE_REJECTED);
      g_assert_nonnull (strstr (one->rejected_why, "changed after it was locked in"));
    }
}

#define ADD(path, function) \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/secrets/pin", test_pin);
  ADD ("/secrets/pin-file-changed", test_pin_file_changed);
  g_test_add_func ("/secrets/base32", test_base32);
  ADD ("/secrets/recovery-code", test_recovery_code);
  ADD ("/secrets/recovery-mends", test_recovery_mends);
  ADD ("/secrets/wrapped-key", test_wrapped_key);
  ADD ("/secrets/absurd-limits", test_absurd_limits);
  ADD ("/secrets/signature", test_signature);
  ADD ("/secrets/signed-contributions", test_signed_contributions);
  ADD ("/secrets/route-and-signer-count", test_route_and_signer_count);
  return g_test_run ();
}
