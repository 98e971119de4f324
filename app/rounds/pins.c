/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/pins.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "record/json.h"
#include "rounds/private.h"

/* "<round>.pins" is a JSON object: the person's id, and Argon2id's own text for
 * their PIN. */

#define FILE_SIZE_MAX 100000

static char *
dup_path (NsmRound *round, NsmKeyStore *keys)
{
  return nsm_key_store_dup_path_beside (keys, NSM_RECORD (round)->id, NSM_PINS_SUFFIX);
}

/* Returns: (transfer full) (nullable): NULL if the file is there and can't be read */
static cJSON *
read_pins (NsmRound *round, NsmKeyStore *keys)
{
  g_autofree char *path = dup_path (round, keys);
  g_autofree char *text = NULL;
  GStatBuf info;
  cJSON *pins;
  gsize n = 0;

  if (g_stat (path, &info) != 0 && errno == ENOENT)
    return cJSON_CreateObject ();
  if (info.st_size > FILE_SIZE_MAX || !g_file_get_contents (path, &text, &n, NULL))
    return NULL;
  pins = cJSON_ParseWithLength (text, n);
  if (cJSON_IsObject (pins))
    return pins;
  cJSON_Delete (pins);
  return NULL;
}

static gboolean
write_pins (NsmRound *round, NsmKeyStore *keys, cJSON *pins, GError **error)
{
  g_autofree char *path = dup_path (round, keys);
  g_autofree char *text = cJSON_PrintUnformatted (pins);
  g_autoptr (GError) problem = NULL;

  if (!nsm_key_store_make_directory (keys, error))
    return FALSE;
  if (g_file_set_contents_full (path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &problem))
    return TRUE;
  g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY, _("The PIN can’t be kept in “%s”: %s"),
               path, problem->message);
  return FALSE;
}

/**
 * nsm_round_set_pin:
 * @pin: what to ask @person for before they replace or withdraw; "" for nothing
 *
 * Who has one already is asked for it first, with nsm_round_check_pin(). Takes a
 * noticeable moment, so that PINs can't be tried out quickly.
 *
 * Returns: whether it is kept
 */
gboolean
nsm_round_set_pin (NsmRound *self, NsmKeyStore *keys, const char *person, const char *pin,
                   GError **error)
{
  g_autoptr (cJSON) pins = NULL;
  char verifier[crypto_pwhash_STRBYTES];
  gsize n = strlen (pin);

  nsm_sodium_ensure ();
  if (nsm_round_get_roster_entry (self, person) == NULL)
    {
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_PERSON,
                           _("This person isn’t asked in this round."));
      return FALSE;
    }
  if (n > 0 && (n < NSM_PIN_MIN || n > NSM_PIN_MAX))
    {
      g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SECRET,
                   _("A PIN has at least %d and at most %d characters."), NSM_PIN_MIN, NSM_PIN_MAX);
      return FALSE;
    }
  pins = read_pins (self, keys);
  if (pins == NULL)
    pins = cJSON_CreateObject ();
  cJSON_DeleteItemFromObjectCaseSensitive (pins, person);
  if (n == 0)
    return write_pins (self, keys, pins, error);
  if (crypto_pwhash_str (verifier, pin, n, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                         crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    {
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_SECRET,
                           _("There isn’t enough memory free to keep a PIN safely."));
      return FALSE;
    }
  cJSON_AddStringToObject (pins, person, verifier);
  return write_pins (self, keys, pins, error);
}

/**
 * nsm_round_has_pin:
 *
 * Returns: whether @person set a PIN; a file of PINs that can't be read counts as
 *   one for everybody
 */
gboolean
nsm_round_has_pin (NsmRound *self, NsmKeyStore *keys, const char *person)
{
  g_autoptr (cJSON) pins = read_pins (self, keys);

  return pins == NULL || cJSON_GetObjectItemCaseSensitive (pins, person) != NULL;
}

/**
 * nsm_round_check_pin:
 *
 * Returns: whether @pin is the one that @person set
 */
gboolean
nsm_round_check_pin (NsmRound *self, NsmKeyStore *keys, const char *person, const char *pin)
{
  g_autoptr (cJSON) pins = read_pins (self, keys);
  const char *verifier =
    cJSON_GetStringValue (cJSON_GetObjectItemCaseSensitive (pins, person));

  nsm_sodium_ensure ();
  /* Only what was made here, with these limits: a changed file must not make us
   * compute for an hour. */
  return verifier != NULL && strlen (verifier) < crypto_pwhash_STRBYTES &&
         strlen (pin) <= NSM_PIN_MAX &&
         crypto_pwhash_str_needs_rehash (verifier, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                         crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0 &&
         crypto_pwhash_str_verify (verifier, pin, strlen (pin)) == 0;
}
