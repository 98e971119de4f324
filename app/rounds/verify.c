/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "record/json.h"
#include "rounds/private.h"

static gboolean
answer_is_shown (NsmRound *self, NsmAnswer *opened)
{
  NsmAnswer *shown = nsm_round_get_answer (self, opened->person);

  if (shown == NULL)
    return FALSE;

  g_autoptr (cJSON) a = nsm_record_to_json (NSM_RECORD (opened));
  g_autoptr (cJSON) b = nsm_record_to_json (NSM_RECORD (shown));
  g_autofree char *text_a = cJSON_PrintUnformatted (a);
  g_autofree char *text_b = cJSON_PrintUnformatted (b);
  return strcmp (text_a, text_b) == 0;
}

/* One that can't be opened is rejected, and one that can isn't. */
static gboolean
check_state (NsmRound *self, NsmOpened *opened, GError **error)
{
  NsmContribution *contribution = opened->contribution;
  const char *name = nsm_round_get_name (self, contribution->person);

  if ((opened->answer == NULL) == (contribution->state == NSM_CONTRIBUTION_STATE_REJECTED))
    return TRUE;
  if (opened->answer == NULL)
    g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
                 _("The contribution of %s was changed after the reveal: %s"), name, opened->why);
  else
    g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
                 _("The contribution of %s is listed as one that doesn’t count, and it does."),
                 name);
  return FALSE;
}

/* Of what was replaced or withdrawn nothing but the hash is left. */
static gboolean
check_superseded (NsmRound *self, GError **error)
{
  for (guint i = 0; i < nsm_list_get_size (self->contributions); i++)
    {
      NsmContribution *contribution = nsm_list_get (self->contributions, i);

      if (nsm_chain_is_last (self, i) || contribution->sealed[0] == '\0')
        continue;
      g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
                   _("A replaced contribution of %s still holds what was sealed in it."),
                   nsm_round_get_name (self, contribution->person));
      return FALSE;
    }
  return TRUE;
}

/* Without names there is nothing to open any more: what can be seen is that nothing
 * is there which would link, and that the answers are as many as count. */
static gboolean
verify_nameless (NsmRound *self, GError **error)
{
  guint n = 0;

  NSM_LIST_EACH (NsmContribution, contribution, self->contributions)
    {
      n += contribution->state == NSM_CONTRIBUTION_STATE_CURRENT ? 1 : 0;
      if (contribution->sealed[0] != '\0')
        {
          g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
                               _("The round was revealed without names, and still holds sealed "
                                 "contributions beside its answers."));
          return FALSE;
        }
    }
  NSM_LIST_EACH (NsmAnswer, answer, self->answers)
    {
      if (nsm_round_get_roster_entry (self, answer->person) == NULL)
        continue;
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
                           _("The round was revealed without names, and an answer has one."));
      return FALSE;
    }
  if (self->secret_key[0] == '\0' && self->wrapped_key[0] == '\0' &&
      n == nsm_list_get_size (self->answers))
    return TRUE;
  g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
                       n == nsm_list_get_size (self->answers)
                         ? _("The round was revealed without names, and its key is still there.")
                         : _("The answers aren’t as many as the contributions that count."));
  return FALSE;
}

static gboolean
verify_answers (NsmRound *self, const guint8 key[NSM_KEY_SIZE], GError **error)
{
  g_autoptr (GPtrArray) all = NULL;
  guint n = 0;

  if (!nsm_round_key_fits (self, key))
    {
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY,
                           _("The published key isn’t the key of this round."));
      return FALSE;
    }
  all = nsm_opened_new (self, key, FALSE);
  for (guint i = 0; i < all->len; i++)
    {
      NsmOpened *opened = all->pdata[i];

      if (!check_state (self, opened, error))
        return FALSE;
      if (opened->answer == NULL)
        continue;
      n++;
      if (!answer_is_shown (self, opened->answer))
        {
          g_set_error (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
                       _("The answer shown for %s isn’t the one that was sealed."),
                       nsm_round_get_name (self, opened->answer->person));
          return FALSE;
        }
    }
  if (n == nsm_list_get_size (self->answers))
    return TRUE;
  g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_CHAIN,
                       _("The round shows answers that nobody sealed."));
  return FALSE;
}

/**
 * nsm_round_verify:
 *
 * Checks what the document itself allows to check: the chain and the closing
 * words; after a reveal with names, that each contribution opened with the
 * published key is the answer shown, and no answer is without a contribution;
 * after one without names, that nothing is left that links.
 *
 * Returns: whether all fits; a round that was answered directly always does
 */
gboolean
nsm_round_verify (NsmRound *self, GError **error)
{
  guint8 key[NSM_KEY_SIZE];
  gboolean fits;

  if (self->direct)
    return TRUE;
  nsm_sodium_ensure ();
  if (!nsm_chain_verify (self, error))
    return FALSE;
  if (self->state != NSM_ROUND_STATE_REVEALED)
    return TRUE;
  if (!check_superseded (self, error))
    return FALSE;
  if (self->privacy == NSM_PRIVACY_UNNAMED)
    return verify_nameless (self, error);
  if (!nsm_bytes_from_base64 (self->secret_key, key, sizeof key))
    {
      g_set_error_literal (error, NSM_ROUND_ERROR, NSM_ROUND_ERROR_KEY,
                           _("The round was revealed with names, but its key isn’t published."));
      return FALSE;
    }
  fits = verify_answers (self, key, error);
  sodium_memzero (key, sizeof key);
  return fits;
}
