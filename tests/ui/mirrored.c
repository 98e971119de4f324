/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages as people see them who write from right to left. */
#include "support.h"

#include "candidates/candidates-page.h"
#include "commitment/commitment-page.h"
#include "decision/decision-page.h"
#include "definition/definition-page.h"
#include "evidence/evidence-page.h"
#include "filled.h"
#include "game/game-page.h"
#include "method/metric-system.h"
#include "scoring/scoring-page.h"
#include "set-up/set-up-page.h"
#include "stress/stress-page.h"
#include "system/metric-tree.h"
#include "system/system-page.h"
#include "value/value-page.h"

static void
test_pages (void)
{
  const struct
  {
    GType type;
    const char *name;
  } pages[] = {
    { NSM_TYPE_SET_UP_PAGE, "mirrored-set-up" },
    { NSM_TYPE_VALUE_PAGE, "mirrored-value" },
    { NSM_TYPE_GAME_PAGE, "mirrored-game" },
    { NSM_TYPE_CANDIDATES_PAGE, "mirrored-candidates" },
    { NSM_TYPE_EVIDENCE_PAGE, "mirrored-evidence" },
    { NSM_TYPE_SCORING_PAGE, "mirrored-scoring" },
    { NSM_TYPE_STRESS_PAGE, "mirrored-stress" },
    { NSM_TYPE_DECISION_PAGE, "mirrored-decision" },
    { NSM_TYPE_SYSTEM_PAGE, "mirrored-system" },
    { NSM_TYPE_DEFINITION_PAGE, "mirrored-definition" },
    { NSM_TYPE_COMMITMENT_PAGE, "mirrored-commitment" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (NsmWorkshop) workshop = ui_test_new_filled_workshop ();
      GtkWidget *page = ui_test_open_page (pages[i].type, workshop, 800, 700);

      g_assert_cmpint (gtk_widget_get_direction (page), ==, GTK_TEXT_DIR_RTL);
      g_assert_cmpint (gtk_widget_get_width (page), <=, 820);
      ui_test_assert_named (page);
      ui_test_picture (page, pages[i].name);
      ui_test_close (page);
    }
}

/* The first input stands on the right, the second to its left. */
static void
test_tree (void)
{
  g_autoptr (NsmWorkshop) workshop = ui_test_new_workshop ();
  GtkWidget *tree = g_object_new (NSM_TYPE_METRIC_TREE, NULL);
  graphene_rect_t first;
  graphene_rect_t second;
  guint n = 0;

  nsm_list_clear (workshop->system->inputs);
  nsm_workshop_add_input (workshop);
  nsm_workshop_add_input (workshop);
  nsm_metric_tree_set_workshop (NSM_METRIC_TREE (tree), workshop);

  GtkWidget *window = ui_test_open (tree, 900, 700);
  for (GtkWidget *child = gtk_widget_get_first_child (tree); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, "tree-card") && ++n > 2)
      g_assert_true (gtk_widget_compute_bounds (child, tree, n == 3 ? &first : &second));
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (first.origin.x, >, second.origin.x + second.size.width);
  ui_test_close (window);
}

int
main (int argc, char *argv[])
{
  ui_test_init (&argc, &argv);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  g_test_add_func ("/mirrored/pages", test_pages);
  g_test_add_func ("/mirrored/tree", test_tree);
  return g_test_run ();
}
