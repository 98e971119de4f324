/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "method/workshop-new.h"
#include "store/codec.h"
#include "store/save.h"

static char *
find_examples (void)
{
  const char *data = g_getenv ("NSM_DATA");
  const char *const folders[] = { data, NSM_PKGDATADIR, NSM_SOURCE_DATADIR };

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    if (folders[i] != NULL && folders[i][0] != '\0')
      {
        g_autofree char *path = g_build_filename (folders[i], "examples", NULL);

        if (g_file_test (path, G_FILE_TEST_IS_DIR))
          return g_steal_pointer (&path);
      }
  return NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the examples, in order; NULL-terminated. */
static GPtrArray *
list_examples (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".nsm"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".nsm")));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return names;
}

static NsmWorkshop *
read_example (const char *example, int *status)
{
  g_autofree char *folder = find_examples ();
  g_autoptr (GPtrArray) names = list_examples (folder);
  g_autofree char *path = NULL;
  NsmWorkshop *workshop;

  if (!g_strv_contains ((const char *const *) names->pdata, example))
    {
      g_autofree char *list = g_strjoinv (", ", (char **) names->pdata);

      if (names->len > 1)
        cli_say (_("There is no example “%s”. There are: %s."), example, list);
      else
        cli_say (_("The examples aren’t installed."));
      *status = CLI_USAGE;
      return NULL;
    }
  path = g_strdup_printf ("%s/%s.nsm", folder, example);
  workshop = cli_read (path);
  *status = CLI_UNREADABLE;
  return workshop;
}

static int
run (char **arguments)
{
  g_auto (GStrv) rest = arguments;
  g_autofree char *example = NULL;
  gboolean solo = FALSE, force = FALSE;
  const GOptionEntry entries[] = {
    { "example", 0, 0, G_OPTION_ARG_STRING, &example, N_("Begin with a finished example"), N_("NAME") },
    { "solo", 0, 0, G_OPTION_ARG_NONE, &solo, N_("A single-author draft, without a team"), NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_("Replace FILE if it is there already"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (NsmWorkshop) workshop = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!cli_parse (&cli_new, entries, &rest, 1, &status))
    return status;
  if (example != NULL && solo)
    {
      cli_say (_("An example is a whole workshop: --example and --solo don’t go together."));
      return CLI_USAGE;
    }
  if (!force && g_file_test (rest[1], G_FILE_TEST_EXISTS))
    {
      cli_say (_("“%s” is there already; it was left as it is."), rest[1]);
      return CLI_UNWRITTEN;
    }
  workshop = example != NULL
               ? read_example (example, &status)
               : nsm_method_new_workshop (solo ? NSM_MODE_SOLO : NSM_MODE_FACILITATED);
  if (workshop == NULL)
    return status;
  bytes = nsm_codec_write (workshop, &error);
  if (bytes == NULL || !nsm_save_write (rest[1], bytes, NULL, &error))
    {
      cli_say ("%s", error->message);
      return CLI_UNWRITTEN;
    }
  return CLI_DONE;
}

const CliCommand cli_new = { "new", N_("FILE"), N_("Make a new workshop"), run };
