/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/examples.h"

#include <glib/gi18n-lib.h>

#include "store/codec.h"

static const NsmShippedExample examples[] = {
  { "project-management", N_("Project management"), N_("Teams that plan and finish work together") },
  { "fitness", N_("Fitness"), N_("People who train, and a habit that lasts") },
  { "marketplace", N_("A marketplace for freelancers"), N_("Two sides, and the tension between them") },
  { "common-mistakes", N_("Common mistakes"), N_("A workshop in which much has gone wrong") },
};

guint
nsm_examples_get_n (void)
{
  return G_N_ELEMENTS (examples);
}

/**
 * nsm_examples_get:
 *
 * Returns: (transfer none) (nullable): the example, or NULL beyond the end
 */
const NsmShippedExample *
nsm_examples_get (guint position)
{
  return position < G_N_ELEMENTS (examples) ? &examples[position] : NULL;
}

/**
 * nsm_data_dup_path:
 *
 * Returns: (transfer full): where a file that comes with the program lies:
 *   below NSM_DATA if that is set, else where it was installed, else beside the
 *   source
 */
char *
nsm_data_dup_path (const char *folder, const char *name)
{
  const char *base = g_getenv ("NSM_DATA");
  g_autofree char *installed = g_build_filename (NSM_PKGDATADIR, folder, name, NULL);

  if (base != NULL)
    return g_build_filename (base, folder, name, NULL);
  if (g_file_test (installed, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&installed);
  return g_build_filename (NSM_SOURCE_DATADIR, folder, name, NULL);
}

/**
 * nsm_examples_load:
 *
 * Returns: (transfer full) (nullable): a fresh copy of the example, or NULL with
 *   an error that says what is wrong with its file
 */
NsmWorkshop *
nsm_examples_load (const char *name, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".nsm", NULL);
  g_autofree char *path = nsm_data_dup_path ("examples", file);
  g_autofree char *text = NULL;
  gsize length;
  gboolean read_only;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return nsm_codec_read (text, length, &read_only, error);
}
