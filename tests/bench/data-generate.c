/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a file such as an analyst exports, always the same for the same number of rows:
 * customers with the day on which they came, a segment of five, five candidates (counts
 * with many ties and zeros, minutes with a long tail, values missing here and there), who
 * was still there after ninety days, and what they paid.
 *
 *   bench-data-generate ROWS > FILE.csv
 */
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define FIRST_DAY 738521 /* 2023-01-01, counted from 0001-01-01 */
#define N_DAYS 730

static double
draw_normal (GRand *rand)
{
  return sqrt (-2 * log (1 - g_rand_double (rand))) * cos (2 * G_PI * g_rand_double (rand));
}

/* Events of a rate that differs from one customer to the next: few or none of most. */
static int
draw_count (GRand *rand, double mean, double keenness)
{
  return (int) (-mean * keenness * log (1 - g_rand_double (rand)));
}

static gboolean
happens (GRand *rand, double probability)
{
  return g_rand_double (rand) < probability;
}

static void
write_row (GRand *rand, guint row)
{
  static const char *const segments[] = { "Self-serve", "Team", "Business", "Enterprise",
                                          "Education" };
  guint segment = MIN ((guint) (g_rand_double (rand) * g_rand_double (rand) * 5), 4);
  double keenness = exp (0.6 * draw_normal (rand)) * (1 + 0.2 * segment);
  int projects = draw_count (rand, 4, keenness),
      shared = MAX (0, draw_count (rand, 5, keenness) - 4);
  int searches = draw_count (rand, 60, exp (draw_normal (rand)));
  double minutes = 20 * exp (1.4 * draw_normal (rand)) * sqrt (keenness);
  gboolean stayed = happens (rand, 1 / (1 + exp (1.2 - 0.25 * projects - 0.1 * shared)));
  GDate date;
  char came[16];

  g_date_set_julian (&date, FIRST_DAY + (guint) g_rand_int_range (rand, 0, N_DAYS));
  g_date_strftime (came, sizeof came, "%Y-%m-%d", &date);
  printf ("%u,%s,%s,%d,%d,", 100000 + row, came, segments[segment], projects, shared);
  if (!happens (rand, 0.02))
    printf ("%.2f", minutes);
  printf (",%d,", searches);
  if (!happens (rand, 0.05))
    printf ("%.6f", g_rand_double (rand) * MIN (1, keenness));
  printf (",%d,", stayed);
  if (!happens (rand, 0.03))
    printf ("%.2f", stayed ? 29 * (segment + 1) * exp (0.5 * draw_normal (rand)) + projects : 0.0);
  putchar ('\n');
}

int
main (int argc, char *argv[])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260301);
  guint n_rows = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 1000;

  puts ("customer,came,segment,projects,shared,minutes,searches,depth,retained,revenue");
  for (guint row = 0; row < n_rows; row++)
    write_row (rand, row);
  return ferror (stdout) != 0;
}
