/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes the largest workshop to the file that it is given. */
#include "extreme.h"
#include "store/workshop-file.h"

int
main (int argc, char *argv[])
{
  g_autoptr (NsmWorkshop) workshop = extreme_new ();
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: write-extreme FILE\n");
      return 2;
    }
  if (!nsm_workshop_store (workshop, argv[1], TRUE, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}
