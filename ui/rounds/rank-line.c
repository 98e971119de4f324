/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/rank-line.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "kit/person-mark.h"
#include "record/language.h"
#include "rounds/people.h"

typedef struct
{
  double rank;
  guint position; /* of the person's shape */
  char *letter;   /* "" without names */
} Voice;

struct _NsmRankLine
{
  GtkWidget parent_instance;

  GArray *voices; /* Voice */
  double mean;
  guint n;
  gboolean large;
};

G_DEFINE_FINAL_TYPE (NsmRankLine, nsm_rank_line, GTK_TYPE_WIDGET)

static void
clear_voice (gpointer data)
{
  g_free (((Voice *) data)->letter);
}

static double
get_mark_size (NsmRankLine *self)
{
  return self->large ? 40 : 24;
}

/* The first place is at the far end of a full bar. */
static double
get_x (NsmRankLine *self, double rank, double width)
{
  double side = get_mark_size (self);
  double share = self->n > 1 ? (self->n - rank) / (self->n - 1.0) : 1;
  double x = side / 2 + share * (width - side);

  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? width - x : x;
}

static void
draw_bar (GtkSnapshot *snapshot, double from, double to, double y, double height,
          const GdkRGBA *color)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) MIN (from, to), (float) y,
                                             (float) fabs (to - from), (float) height);
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &area, (float) (height / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &round);
  gtk_snapshot_append_color (snapshot, color, &area);
  gtk_snapshot_pop (snapshot);
}

/* Marks that would touch stand above each other. */
static guint
get_level (NsmRankLine *self, guint voice, double width)
{
  double x = get_x (self, g_array_index (self->voices, Voice, voice).rank, width);
  guint n = 0;

  for (guint i = 0; i < voice; i++)
    if (fabs (get_x (self, g_array_index (self->voices, Voice, i).rank, width) - x)
        < get_mark_size (self))
      n++;
  return n;
}

static void
nsm_rank_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  NsmRankLine *self = NSM_RANK_LINE (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double side = get_mark_size (self), bar = self->large ? 14 : 8;
  double begin = rtl ? width : 0;
  GdkRGBA ink, paper, track, fill;

  gdk_rgba_parse (&ink, dark ? "#ffffff" : "#241f31");
  gdk_rgba_parse (&paper, dark ? "#241f31" : "#ffffff");
  gdk_rgba_parse (&fill, "#3584e4");
  track = ink;
  track.alpha = 0.12f;
  draw_bar (snapshot, begin, rtl ? 0 : width, height - bar, bar, &track);
  if (!isnan (self->mean))
    draw_bar (snapshot, begin, get_x (self, self->mean, width), height - bar, bar, &fill);
  for (guint i = 0; i < self->voices->len; i++)
    {
      const Voice *voice = &g_array_index (self->voices, Voice, i);
      double y = height - bar - 6 - side - get_level (self, i, width) * (side + 3);
      graphene_rect_t area = GRAPHENE_RECT_INIT ((float) (get_x (self, voice->rank, width) - side / 2),
                                                 (float) y, (float) side, (float) side);

      if (voice->letter[0] != '\0')
        nsm_person_mark_snapshot (snapshot, gtk_widget_get_pango_context (widget), voice->position,
                                  voice->letter, TRUE, &area, &ink, &paper);
      else
        draw_bar (snapshot, area.origin.x + side * .2, area.origin.x + side * .8, y + side * .2,
                  side * .6, &ink);
    }
}

static void
nsm_rank_line_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  NsmRankLine *self = NSM_RANK_LINE (widget);
  double side = get_mark_size (self);
  guint highest = 0;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = 400;
      return;
    }
  for (guint i = 0; i < self->voices->len; i++)
    highest = MAX (highest, get_level (self, i, for_size > 0 ? for_size : 400));
  *minimum = *natural = (int) (side + highest * (side + 3) + 6 + (self->large ? 14 : 8));
}

static GtkSizeRequestMode
nsm_rank_line_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nsm_rank_line_finalize (GObject *object)
{
  g_array_unref (NSM_RANK_LINE (object)->voices);

  G_OBJECT_CLASS (nsm_rank_line_parent_class)->finalize (object);
}

static void
nsm_rank_line_class_init (NsmRankLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsm_rank_line_finalize;
  widget_class->snapshot = nsm_rank_line_snapshot;
  widget_class->measure = nsm_rank_line_measure;
  widget_class->get_request_mode = nsm_rank_line_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "rankline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nsm_rank_line_init (NsmRankLine *self)
{
  self->voices = g_array_new (FALSE, FALSE, sizeof (Voice));
  g_array_set_clear_func (self->voices, clear_voice);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/* "Mean place 1.7; Mei 1, Jonas 2" */
static char *
dup_sentence (NsmRound *round, NsmRanking *ranking, guint subject)
{
  GString *text = g_string_new (NULL);
  double mean = nsm_ranking_get_mean (ranking, subject);
  g_autofree char *place = nsm_number_dup (mean, 1);
  gboolean first = TRUE;

  if (isnan (mean))
    g_string_append (text, _("Nobody could say"));
  else
    /* Translators: the mean of the places that people gave */
    g_string_append_printf (text, _("Mean place %s"), place);
  for (guint p = 0; p < nsm_ranking_get_n_people (ranking) && nsm_round_shows_people (round); p++)
    {
      double rank = nsm_ranking_get_rank (ranking, p, subject);
      g_autofree char *name =
        nsm_round_dup_person_name (round, nsm_ranking_get_answer (ranking, p)->person);

      if (isnan (rank))
        continue;
      g_string_append (text, first ? "; " : ", ");
      /* Translators: a person and the place they gave */
      g_string_append_printf (text, _("%s: %.3g"), name, rank);
      first = FALSE;
    }
  return g_string_free (text, FALSE);
}

/**
 * nsm_rank_line_new:
 * @round: what @ranking was made from
 * @subject: its number in @ranking
 *
 * Returns: (transfer floating): its line
 */
GtkWidget *
nsm_rank_line_new (NsmWorkshop *workshop, NsmRound *round, NsmRanking *ranking, guint subject,
                   gboolean large)
{
  NsmRankLine *self = g_object_new (NSM_TYPE_RANK_LINE, NULL);
  g_autofree char *sentence = dup_sentence (round, ranking, subject);

  self->mean = nsm_ranking_get_mean (ranking, subject);
  self->n = nsm_ranking_get_n_subjects (ranking);
  self->large = large;
  for (guint p = 0; p < nsm_ranking_get_n_people (ranking); p++)
    {
      const char *person = nsm_ranking_get_answer (ranking, p)->person;
      Voice voice = { .rank = nsm_ranking_get_rank (ranking, p, subject) };
      g_autofree char *name = NULL;

      if (isnan (voice.rank))
        continue;
      name = nsm_round_dup_person_name (round, person);
      voice.position = nsm_round_get_person_position (workshop, round, person);
      voice.letter = nsm_round_shows_people (round) ? nsm_person_mark_dup_letter (name)
                                                    : g_strdup ("");
      g_array_append_val (self->voices, voice);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  return GTK_WIDGET (self);
}
