/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-choose.h"

#include <glib/gi18n-lib.h>

#include "kit/chooser.h"

typedef struct
{
  GtkFileChooserNative *chooser;
  NsmDataChosen chosen;
  GWeakRef object;
} Asking;

static GFile *last_folder; /* of this run of the program */

static void
asking_free (gpointer data, GClosure *closure)
{
  Asking *asking = data;

  g_weak_ref_clear (&asking->object);
  g_free (asking);
}

static void
on_answered (GtkFileChooserNative *chooser, int answer, gpointer data)
{
  Asking *asking = data;
  g_autoptr (GObject) object = g_weak_ref_get (&asking->object);
  g_autoptr (GFile) file = NULL;

  if (answer == GTK_RESPONSE_ACCEPT && object != NULL)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file != NULL)
    {
      nsm_data_remember_folder (file);
      asking->chosen (object, file);
    }
  /* Ends with it what it was asked with. */
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

/* Where exports arrive. */
static GFile *
dup_first_folder (void)
{
  const char *path = g_get_user_special_dir (G_USER_DIRECTORY_DOWNLOAD);

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_DIR))
    path = g_get_home_dir ();
  return g_file_new_for_path (path);
}

static void
add_filters (GtkFileChooserNative *chooser)
{
  static const char *const suffixes[] = { "csv", "tsv", "tab", "txt", "gz" };
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();

  gtk_file_filter_set_name (tables, _("Tables of values (CSV, TSV, also gzip)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (tables, suffixes[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), tables);
  nsm_chooser_add_filter (chooser, _("All files"), "*");
}

/**
 * nsm_data_choose_file:
 * @parent: (nullable): the window that asks
 * @chosen: called once, with @object and the file, if one is chosen
 * @object: who asks; if it is gone by then, nothing is called
 *
 * Asks for a file of data, in the folder that was used last.
 */
void
nsm_data_choose_file (GtkWindow *parent, NsmDataChosen chosen, GObject *object)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->chooser = gtk_file_chooser_native_new (_("Open a File of Data"), parent,
                                                 GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), NULL);
  asking->chosen = chosen;
  g_weak_ref_init (&asking->object, object);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (asking->chooser), TRUE);
  add_filters (asking->chooser);
  if (last_folder == NULL)
    last_folder = dup_first_folder ();
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (asking->chooser), last_folder, NULL);
  g_signal_connect_data (asking->chooser, "response", G_CALLBACK (on_answered), asking,
                         asking_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (asking->chooser));
}

/**
 * nsm_data_remember_folder:
 * @file: one that was opened, by whatever way
 *
 * The next file is asked for in its folder.
 */
void
nsm_data_remember_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  if (folder != NULL)
    g_set_object (&last_folder, folder);
}
