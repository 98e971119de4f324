/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/evidence.h"

static void
test_coefficient (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { .78, ".78" }, { .05, ".05" }, { 0, ".00" },     { .996, "1.00" },  { 1, "1.00" },
    { -.2, "−.20" }, { -1, "−1.00" }, { -.999, "−1.00" }, { -.004, ".00" }, { -.005001, "−.01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = nsm_coefficient_dup_text (cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/coefficient", test_coefficient);
  return g_test_run ();
}
