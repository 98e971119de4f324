/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a file to the figures. */
#include <glib/gstdio.h>
#include <math.h>

#include "evidence/run.h"
#include "known-answers.h"

#define NEAR(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9)

enum
{
  N_DAYS = G_N_ELEMENTS (ozone),
};

/* Semicolons and decimal commas, as a spreadsheet in Berlin saves it. */
static NsmTable *
read_ozone (const NsmTableWish *wishes, guint n_wishes)
{
  g_autofree char *path = NULL;
  g_autoptr (GString) text = g_string_new ("day;ozone;sunshine;wind;windy\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (NsmCsvPeek) peek = NULL;
  NsmTable *table;
  int fd = g_file_open_tmp ("nsm-look-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  for (guint i = 0; i < N_DAYS; i++)
    {
      g_autofree char *ozone_text =
          isnan (ozone[i]) ? g_strdup ("NA") : g_strdup_printf ("%.0f", ozone[i]);
      g_autofree char *sun_text =
          isnan (sunshine[i]) ? g_strdup ("") : g_strdup_printf ("%.0f", sunshine[i]);

      g_string_append_printf (text, "2026-%02u-%02u;%s;%s;%d,%d;%s\n", 5 + i / 31, 1 + i % 31,
                              ozone_text, sun_text, (int) wind[i], (int) round (wind[i] * 10) % 10,
                              wind[i] > 10 ? "yes" : "no");
    }
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  file = g_file_new_for_path (path);
  peek = nsm_csv_peek (file, NULL, NULL, &error);
  g_assert_no_error (error);
  table = nsm_table_read (file, &peek->format, wishes, n_wishes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return table;
}

static void
test_file (void)
{
  const NsmTableWish wishes[] = {
    { "ozone", NSM_CELLS_NUMBER },
    { "sunshine", NSM_CELLS_NUMBER },
    { "wind", NSM_CELLS_NUMBER },
    { "windy", NSM_CELLS_TEXT },
  };
  g_autoptr (NsmTable) table = read_ozone (wishes, G_N_ELEMENTS (wishes));
  g_autoptr (NsmStudyPlan) plan = nsm_study_plan_new ();
  g_autoptr (NsmStudy) study = NULL;
  g_autoptr (GError) error = NULL;

  nsm_study_plan_add (plan, "ozone", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "windy", NSM_COLUMN_ROLE_SEGMENT, NSM_CELLS_TEXT);
  nsm_study_plan_add (plan, "not there", NSM_COLUMN_ROLE_IGNORED, NSM_CELLS_TEXT);
  nsm_study_plan_add (plan, "wind", NSM_COLUMN_ROLE_OUTCOME, NSM_CELLS_NUMBER);
  nsm_study_plan_add (plan, "sunshine", NSM_COLUMN_ROLE_OUTCOME, NSM_CELLS_NUMBER);
  study = nsm_study_new (table, plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (study->n_groups, ==, 2);
  for (guint i = 0; i < G_N_ELEMENTS (known_pairs); i++)
    {
      const NsmPair *pair = NULL;

      if (g_str_equal (known_pairs[i].name, "ozone-wind"))
        pair = study->pairs->pdata[0];
      else if (g_str_equal (known_pairs[i].name, "ozone-sunshine"))
        pair = study->pairs->pdata[3];
      if (pair == NULL)
        continue;
      NEAR (pair->r, known_pairs[i].r);
      NEAR (pair->low, known_pairs[i].low);
      NEAR (pair->high, known_pairs[i].high);
      NEAR (pair->rho, known_pairs[i].rho);
    }
}

static void
test_wrong_columns (void)
{
  const NsmTableWish wishes[] = { { "ozone", NSM_CELLS_NUMBER }, { "windy", NSM_CELLS_TEXT } };
  const char *const names[] = { "wind", "windy" };
  g_autoptr (NsmTable) table = read_ozone (wishes, G_N_ELEMENTS (wishes));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (NsmStudyPlan) plan = nsm_study_plan_new ();
      g_autoptr (GError) error = NULL;

      nsm_study_plan_add (plan, "ozone", NSM_COLUMN_ROLE_CANDIDATE, NSM_CELLS_NUMBER);
      nsm_study_plan_add (plan, names[i], NSM_COLUMN_ROLE_OUTCOME, NSM_CELLS_NUMBER);
      g_assert_null (nsm_study_new (table, plan, NULL, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_nonnull (strstr (error->message, names[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/look/file", test_file);
  g_test_add_func ("/look/wrong-columns", test_wrong_columns);
  return g_test_run ();
}
