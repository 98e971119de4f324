/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The facilitator's part for tests that drive another program:
 *   ballot-tool open FILE KIND KEYS     a workshop with an open round
 *   ballot-tool reveal FILE KEYS        closes and reveals it, writes the answers as JSON */
#include <stdio.h>

#include "store/workshop-file.h"
#include "support.h"

static void
check (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("ballot-tool: %s\n", error->message);
  exit (1);
}

static void
add_more (Fixture *self)
{
  static const char *const moments[] = { "First project finished", "A colleague joins",
                                         "A report is read" };

  g_object_set (self->workshop, "title", "Acme’s <North> Star & \"more\"", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    nsm_list_append_new (self->workshop->value->moments, "name", moments[i], NULL);
  nsm_list_append_new (self->workshop->participants, "name", "Zoë </script><b>", NULL);
  g_object_set (nsm_list_get (self->workshop->scorecard->criteria, 0), "anchor-low", "not at all",
                "anchor-middle", "partly", "anchor-high", "fully", NULL);
}

static void
open_round (const char *path, const char *kind, const char *keys)
{
  Fixture self = { 0 };
  g_autoptr (NsmKeyStore) store = nsm_key_store_new (keys);
  g_autoptr (GError) error = NULL;
  guint value = 0;

  fixture_set_up (&self, NULL);
  add_more (&self);
  g_assert_true (nsm_choice_from_nick (NSM_TYPE_ROUND_KIND, kind, &value));
  nsm_round_open (self.workshop, value, store, &error);
  check (error);
  nsm_workshop_store (self.workshop, path, TRUE, &error);
  check (error);
  fixture_tear_down (&self, NULL);
}

static void
reveal (const char *path, const char *keys)
{
  g_autoptr (NsmKeyStore) store = nsm_key_store_new (keys);
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_load (path, NULL, &error);
  g_autoptr (cJSON) json = NULL;
  g_autofree char *text = NULL;
  NsmRound *round;

  check (error);
  round = nsm_list_get (workshop->rounds, 0);
  nsm_round_close (round, &error);
  check (error);
  nsm_round_reveal (round, store, &error);
  check (error);
  nsm_round_verify (round, &error);
  check (error);
  nsm_workshop_store (workshop, path, TRUE, &error);
  check (error);
  json = nsm_record_to_json (NSM_RECORD (round));
  text = cJSON_Print (json);
  puts (text);
}

int
main (int argc, char *argv[])
{
  if (argc == 5 && strcmp (argv[1], "open") == 0)
    open_round (argv[2], argv[3], argv[4]);
  else if (argc == 4 && strcmp (argv[1], "reveal") == 0)
    reveal (argv[2], argv[3]);
  else
    return 2;
  return 0;
}
