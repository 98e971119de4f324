/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each part of a document says where it is written, and there is something there. */
#include "example.h"
#include "record/list.h"
#include "report/build.h"

static guint
check_sources (NsmWorkshop *workshop, NsmNode *node)
{
  guint n = 0;

  if (node->record != NULL)
    {
      NsmRecord *record = nsm_record_find_path (NSM_RECORD (workshop), node->record);

      n++;
      g_assert_nonnull (record);
      g_assert_cmpuint (node->step, <, NSM_N_STEPS);
      if (node->field != NULL)
        g_assert_nonnull (nsm_record_find_field (record, node->field));
    }
  for (guint i = 0; i < node->children->len; i++)
    n += check_sources (workshop, node->children->pdata[i]);
  return n;
}

static void
test_sources (gconstpointer name)
{
  g_autoptr (NsmWorkshop) workshop = example_load (name);
  g_autoptr (NsmReport) report = nsm_report_build (workshop, NULL);
  guint n = 0;

  for (guint i = 0; i < report->sections->len; i++)
    n += check_sources (workshop, report->sections->pdata[i]);
  g_assert_cmpuint (n, >, 60);
}

static NsmNode *
find (NsmNode *node, const char *text)
{
  for (guint i = 0; i < node->runs->len; i++)
    if (g_strcmp0 (((NsmRun *) node->runs->pdata[i])->text, text) == 0)
      return node;
  for (guint i = 0; i < node->children->len; i++)
    {
      NsmNode *found = find (node->children->pdata[i], text);

      if (found != NULL)
        return found->record != NULL ? found : node;
    }
  return NULL;
}

/* What a part says is what stands in its record. */
static void
test_same_words (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("fitness");
  g_autoptr (NsmReport) report = nsm_report_build (workshop, NULL);

  NSM_LIST_EACH (NsmExample, example, workshop->definition->examples)
    {
      g_autofree char *path = nsm_record_get_path (NSM_RECORD (example));
      NsmNode *row = find (nsm_report_find (report, "examples"), example->example);

      g_assert_cmpint (row->kind, ==, NSM_NODE_ROW);
      g_assert_cmpstr (row->record, ==, path);
      g_assert_cmpint (row->step, ==, NSM_STEP_DEFINITION);
    }
  g_assert_cmpstr (nsm_report_find (report, "formula")->field, ==, "formula");
  g_assert_cmpstr (nsm_report_find (report, "why")->record, ==, "decision");
  g_assert_cmpstr (nsm_report_find (report, "review")->record, ==, "commitment");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/sources/fitness", "fitness", test_sources);
  g_test_add_data_func ("/sources/marketplace", "marketplace", test_sources);
  g_test_add_data_func ("/sources/project-management", "project-management", test_sources);
  g_test_add_func ("/sources/same-words", test_same_words);
  return g_test_run ();
}
