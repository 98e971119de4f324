/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "example.h"

#include "store/workshop-file.h"

NsmWorkshop *
example_load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".nsm", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("NSM_DATA"), "examples", file, NULL);
  g_autoptr (GError) error = NULL;
  NsmWorkshop *workshop = nsm_workshop_load (path, NULL, &error);

  g_assert_no_error (error);
  return workshop;
}
