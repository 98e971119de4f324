/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel.h"
#include "room-support.h"
#include "rounds/scene.h"
#include "scoring/discuss.h"
#include "scoring/reveal.h"
#include "scoring/score-cell.h"
#include "support.h"

/* What the room sees of a round that isn't revealed tells nothing about answers. */

/* Everything that is said below a widget, to eyes and to readers */

static void
gather_properties (GtkWidget *widget, GString *all)
{
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (widget), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;
      g_autofree char *text = NULL;

      if (!(specs[i]->flags & G_PARAM_READABLE) || specs[i]->value_type == GTK_TYPE_ROOT ||
          G_TYPE_FUNDAMENTAL (specs[i]->value_type) == G_TYPE_OBJECT ||
          G_TYPE_FUNDAMENTAL (specs[i]->value_type) == G_TYPE_INTERFACE)
        continue;
      /* How large something is drawn isn't said to anybody. */
      if (g_str_has_prefix (specs[i]->name, "width") || g_str_equal (specs[i]->name, "attributes"))
        continue;
      g_value_init (&value, specs[i]->value_type);
      g_object_get_property (G_OBJECT (widget), specs[i]->name, &value);
      text = G_VALUE_HOLDS_STRING (&value) ? g_value_dup_string (&value)
             : G_VALUE_HOLDS_BOXED (&value) || G_VALUE_HOLDS_POINTER (&value)
                 ? NULL
                 : g_strdup_value_contents (&value);
      g_string_append_printf (all, "%s.%s=%s\n", G_OBJECT_TYPE_NAME (widget), specs[i]->name,
                              text != NULL ? text : "");
    }
}

static void
gather_attributes (GtkWidget *widget, GString *all)
{
  for (int i = GTK_ACCESSIBLE_PROPERTY_AUTOCOMPLETE; i <= GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT; i++)
    {
      g_autofree char *value = NULL;

      if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), (GtkAccessibleProperty) i))
        continue;
      /* A value that nothing has, so that the answer says what it really is. */
      switch (i)
        {
        case GTK_ACCESSIBLE_PROPERTY_DESCRIPTION:
        case GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS:
        case GTK_ACCESSIBLE_PROPERTY_LABEL:
        case GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER:
        case GTK_ACCESSIBLE_PROPERTY_ROLE_DESCRIPTION:
        case GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT:
          value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                      (GtkAccessibleProperty) i, "\001");
          break;
        case GTK_ACCESSIBLE_PROPERTY_VALUE_NOW:
        case GTK_ACCESSIBLE_PROPERTY_VALUE_MIN:
        case GTK_ACCESSIBLE_PROPERTY_VALUE_MAX:
          value = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                      (GtkAccessibleProperty) i, -4711.0);
          break;
        default:
          break;
        }
      g_string_append_printf (all, "%s accessible %d=%s\n", G_OBJECT_TYPE_NAME (widget), i,
                              value != NULL ? value : "");
    }
}

static void
gather (GtkWidget *widget, GString *all)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *style = g_strjoinv (" ", classes);

  g_assert_false (NSM_IS_SCORE_CELL (widget));
  g_assert_false (NSM_IS_REVEAL (widget));
  g_assert_false (NSM_IS_DISCUSS (widget));
  gather_properties (widget, all);
  gather_attributes (widget, all);
  g_string_append_printf (all, "%s style %s\n", G_OBJECT_TYPE_NAME (widget), style);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather (child, all);
}

/* The same two of four people answer differently: the room can't tell. */
static char *
dup_all_of_open_round (guint shift, gboolean close)
{
  Room room;
  GString *all = g_string_new (NULL);
  NsmRound *round;
  NsmRosterEntry *holder;

  room_init (&room, 1920, 1080);
  round = room_open_round (&room, NSM_ROUND_KIND_SCORES);
  room_cast_scores (round, 0, shift);
  room_cast_scores (round, 1, 2 * shift);
  holder = nsm_list_get (round->roster, 2);
  nsm_scene_set_holder (nsm_scene_get (room.document), holder->person);
  if (close)
    g_assert_true (nsm_round_close (round, NULL));
  ui_test_settle (room.window);
  gather (GTK_WIDGET (room_get_view (&room)), all);
  if (close)
    {
      /* They stand for the sealed answers, so they differ, and say nothing. */
      char *words = strstr (all->str, round->chain_words);

      while (words != NULL)
        {
          g_string_erase (all, words - all->str, (gssize) strlen (round->chain_words));
          words = strstr (all->str, round->chain_words);
        }
    }
  room_clear (&room);
  return g_string_free (all, FALSE);
}

static void
assert_same_lines (const char *one, const char *other)
{
  g_auto (GStrv) lines = g_strsplit (one, "\n", -1);
  g_auto (GStrv) others = g_strsplit (other, "\n", -1);

  for (guint i = 0; lines[i] != NULL && others[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, others[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (others));
}

static void
test_tells_nothing (void)
{
  for (int close = 0; close <= 1; close++)
    {
      g_autofree char *one = dup_all_of_open_round (1, close);
      g_autofree char *other = dup_all_of_open_round (2, close);

      assert_same_lines (one, other);
      g_assert_null (strstr (one, CANARY));
      g_assert_nonnull (strstr (one, close ? "Not in" : "2 of 4 are in"));
      g_assert_nonnull (strstr (one, "Locked in"));
    }
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/room/tells-nothing", test_tells_nothing);
}

int
main (int argc, char **argv)
{
  return room_run (&argc, &argv, add_tests);
}
