/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/people.h"

#include <glib/gi18n-lib.h>

#include "kit/person-mark.h"
#include "rounds/people.h"
#include "rounds/round.h"

#define IN_ONE_LINE 6
#define MARK_LARGE 138
#define MARK_SMALL 92

struct _NsmRoomPeople
{
  AdwBin parent_instance;

  GtkLabel *count;
  GtkBox *bar;
  GtkGrid *grid;
  char *shown; /* what the widgets show, so that they are rebuilt only for news */
};

G_DEFINE_FINAL_TYPE (NsmRoomPeople, nsm_room_people, ADW_TYPE_BIN)

typedef enum
{
  STANDING_NOT_YET,
  STANDING_IN,
  STANDING_HOLDER,
  STANDING_MISSING, /* the round is closed */
  STANDING_WATCHING,
} Standing;

static const struct
{
  const char *words;
  const char *icon;
  const char *style;
} standings[] = {
  [STANDING_NOT_YET] = { N_("Not yet"), NULL, "secondary" },
  [STANDING_IN] = { N_("Locked in"), "object-select-symbolic", "secondary" },
  [STANDING_HOLDER] = { N_("Has the laptop"), "document-edit-symbolic", "now" },
  [STANDING_MISSING] = { N_("Not in"), NULL, "secondary" },
  [STANDING_WATCHING] = { N_("Watching"), "view-reveal-symbolic", "secondary" },
};

static Standing
get_standing (NsmRound *round, const char *person, const char *holder)
{
  gboolean in = nsm_round_has_contributed (round, person);

  if (round->state != NSM_ROUND_STATE_OPEN)
    return in ? STANDING_IN : STANDING_MISSING;
  if (g_strcmp0 (person, holder) == 0)
    return STANDING_HOLDER;
  return in ? STANDING_IN : STANDING_NOT_YET;
}

static GtkWidget *
make_words (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_person (GtkWidget *mark, const char *name, Standing standing)
{
  GtkWidget *person = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 15);
  GtkWidget *title = make_words (name, "name");

  gtk_widget_set_halign (mark, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (mark, 21);
  gtk_box_append (GTK_BOX (person), mark);
  gtk_box_append (GTK_BOX (person), title);
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  if (standings[standing].icon != NULL)
    {
      GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", standings[standing].icon,
                                      "pixel-size", 33, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

      gtk_widget_add_css_class (icon, standings[standing].style);
      gtk_box_append (GTK_BOX (line), icon);
    }
  gtk_box_append (GTK_BOX (line),
                  make_words (_(standings[standing].words), standings[standing].style));
  gtk_box_append (GTK_BOX (person), line);
  gtk_widget_add_css_class (person, "person");
  gtk_widget_set_hexpand (person, TRUE);
  return person;
}

static guint
count_watching (NsmWorkshop *workshop, NsmRound *round)
{
  guint n = 0;

  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      n += participant->observer && !participant->retired &&
             nsm_round_get_roster_entry (round, NSM_RECORD (participant)->id) == NULL;
    }
  return n;
}

static void
fill_grid (NsmRoomPeople *self, NsmWorkshop *workshop, NsmRound *round, const char *holder)
{
  guint n = nsm_list_get_size (round->roster) + count_watching (workshop, round);
  guint lines = (n + IN_ONE_LINE - 1) / IN_ONE_LINE;
  guint columns = lines > 0 ? (n + lines - 1) / lines : 1;
  int size = lines > 1 ? MARK_SMALL : MARK_LARGE;
  GtkWidget *child;
  guint at = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      Standing standing = get_standing (round, entry->person, holder);
      g_autofree char *name = nsm_round_dup_person_name (round, entry->person);
      GtkWidget *mark = nsm_round_make_mark (workshop, round, entry->person, size,
                                             standing == STANDING_IN);

      gtk_grid_attach (self->grid, make_person (mark, name, standing), (int) (at % columns),
                       (int) (at / columns), 1, 1);
      at++;
    }
  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      GtkWidget *mark;

      if (!participant->observer || participant->retired ||
          nsm_round_get_roster_entry (round, NSM_RECORD (participant)->id) != NULL)
        continue;
      mark = nsm_person_mark_new (participant_i, participant->name);
      g_object_set (mark, "pixel-size", size, "filled", FALSE, NULL);
      gtk_grid_attach (self->grid, make_person (mark, participant->name, STANDING_WATCHING),
                       (int) (at % columns), (int) (at / columns), 1, 1);
      at++;
    }
}

static void
fill_bar (NsmRoomPeople *self, guint n_in, guint n)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->bar))) != NULL)
    gtk_box_remove (self->bar, child);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *part = g_object_new (ADW_TYPE_BIN, "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_PRESENTATION, "hexpand", TRUE, NULL);

      gtk_widget_add_css_class (part, "part");
      if (i < n_in)
        gtk_widget_add_css_class (part, "in");
      gtk_box_append (self->bar, part);
    }
}

/* Who stands how, and nothing else: it is all that the room may know. */
static char *
describe (NsmWorkshop *workshop, NsmRound *round, const char *holder)
{
  GString *text = g_string_new (NSM_RECORD (round)->id);

  NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
    {
      g_string_append_printf (text, "\n%d %s", (int) get_standing (round, entry->person, holder),
                              entry->name);
    }
  NSM_LIST_EACH (NsmParticipant, participant, workshop->participants)
    {
      g_string_append_printf (text, "\n%d%d %s", participant->observer, participant->retired,
                              participant->name);
    }
  return g_string_free (text, FALSE);
}

static void
nsm_room_people_finalize (GObject *object)
{
  g_free (NSM_ROOM_PEOPLE (object)->shown);
  G_OBJECT_CLASS (nsm_room_people_parent_class)->finalize (object);
}

static void
nsm_room_people_class_init (NsmRoomPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsm_room_people_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "roompeople");
}

static void
nsm_room_people_init (NsmRoomPeople *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 48);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 27);

  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "count");
  self->bar = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_set_valign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->bar), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->bar));

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_grid_set_column_spacing (self->grid, 24);
  gtk_grid_set_row_spacing (self->grid, 36);
  gtk_box_append (GTK_BOX (column), line);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), column);
}

/**
 * nsm_room_people_show:
 * @round: one that isn't direct
 * @holder: (nullable): id of who has the laptop
 */
void
nsm_room_people_show (NsmRoomPeople *self, NsmWorkshop *workshop, NsmRound *round,
                      const char *holder)
{
  guint n = nsm_list_get_size (round->roster);
  guint n_in = nsm_round_count_contributed (round);
  g_autofree char *state = describe (workshop, round, holder);
  g_autofree char *count = NULL;

  if (g_strcmp0 (state, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  count = n_in == n && n > 1 ? g_strdup (_("Everybody is in"))
                             : g_strdup_printf (ngettext ("%u of %u is in", "%u of %u are in", n_in),
                                                n_in, n);
  gtk_label_set_label (self->count, count);
  fill_bar (self, n_in, n);
  fill_grid (self, workshop, round, holder);
}
