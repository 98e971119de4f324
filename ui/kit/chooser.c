/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/chooser.h"

/**
 * nsm_chooser_add_filter:
 * @name: what such files are called
 * @pattern: of their names, as "*.nsm"
 *
 * Lets people choose to see only such files.
 */
void
nsm_chooser_add_filter (GtkFileChooserNative *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}
