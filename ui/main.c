/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "record/language.h"
#include "shell/application.h"

int
main (int argc, char **argv)
{
  g_autoptr (NsmApplication) application = NULL;

  nsm_language_init ();
  /* GTK would ask for the user's locale once more, and speak a language that we don't. */
  gtk_disable_setlocale ();

  g_set_application_name (_("North Star Workshop"));
  application = nsm_application_new (NSM_APP_ID, G_APPLICATION_HANDLES_OPEN);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
