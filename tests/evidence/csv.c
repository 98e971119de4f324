/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/csv.h"

static void
test_formulas_are_disarmed (void)
{
  static const char *const armed[] = {
    "=1+1", "=cmd|' /C calc'!A0", "+SUM(A1)", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "-e5", " =1",
    "\n=1", "+49 30 1234", "-5.", "-1e", "-0x10",
  };
  static const char *const plain[] = {
    "", "Weekly teams", "-5.2", "+3", "-1e-5", "-5,2", "5", "a=b", "'=1", " ", "2026-03-01",
  };

  for (guint i = 0; i < G_N_ELEMENTS (armed); i++)
    {
      g_autofree char *cell = nsm_csv_disarm_cell (armed[i]);
      g_autofree char *expected = g_strconcat ("'", armed[i], NULL);

      g_assert_cmpstr (cell, ==, expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      g_autofree char *cell = nsm_csv_disarm_cell (plain[i]);

      g_assert_cmpstr (cell, ==, plain[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/formulas-are-disarmed", test_formulas_are_disarmed);
  return g_test_run ();
}
