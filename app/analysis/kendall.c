/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gsl/gsl_rng.h>
#include <math.h>
#include <string.h>

#include "analysis/agreement.h"
#include "analysis/private.h"

/* Kendall's W and its distribution when everybody ranks at random, each with the
 * ties they made. Given the ties W grows with S alone, the squared deviations of
 * the rank sums, so only those are compared. */

/* Exact: so many items at most, and so many steps of the enumeration. */
#define MOST_ITEMS 7
#define MOST_RATERS 30
#define MOST_STEPS 400000
#define BITS 9

static double
get_squares (const double *sums, guint n)
{
  double mean = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    mean += sums[i] / n;
  for (guint i = 0; i < n; i++)
    squares += (sums[i] - mean) * (sums[i] - mean);
  return squares;
}

static double *
rank_all (const double *values, guint n_raters, guint n_items, double *ties)
{
  double *ranks = g_new (double, MAX (1, (gsize) n_raters * n_items));

  *ties = 0;
  for (guint i = 0; i < n_raters; i++)
    {
      double own = 0;

      nsm_rank_values (values + (gsize) i * n_items, n_items, ranks + (gsize) i * n_items, &own);
      *ties += own;
    }
  return ranks;
}

static double
sum_squares (const double *ranks, guint n_raters, guint n_items)
{
  g_autofree double *sums = g_new0 (double, n_items);

  for (guint i = 0; i < n_raters; i++)
    for (guint j = 0; j < n_items; j++)
      sums[j] += ranks[(gsize) i * n_items + j];
  return get_squares (sums, n_items);
}

static double
get_denominator (guint n_raters, guint n_items, double ties)
{
  double m = n_raters, n = n_items;

  return m * m * (n * n * n - n) - m * ties;
}

/**
 * nsm_kendall_w:
 * @values: [rater][item], higher is better; ties get mid-ranks
 *
 * Kendall's coefficient of concordance, corrected for ties (Kendall & Babington
 * Smith 1939): `W = 12 S / (m²(n³ − n) − m ΣT)`.
 *
 * Returns: 0 to 1, or NAN where it is undefined: fewer than two raters or items, or
 *   everybody ties everything
 */
double
nsm_kendall_w (const double *values, guint n_raters, guint n_items)
{
  g_autofree double *ranks = NULL;
  double ties, denominator;

  if (n_raters < 2 || n_items < 2)
    return NAN;
  ranks = rank_all (values, n_raters, n_items, &ties);
  denominator = get_denominator (n_raters, n_items, ties);
  return denominator > 0.5 ? 12 * sum_squares (ranks, n_raters, n_items) / denominator : NAN;
}

/* The exact distribution. Which item is which doesn't matter to those who have
 * still to rank, so rank sums are kept sorted, and few of them are different. */

typedef struct
{
  guint64 *keys; /* packed sorted sums + 1, 0 is empty */
  double *shares;
  guint size; /* a power of two */
  guint n;
} Sums;

static Sums *
sums_new (guint size)
{
  Sums *self = g_new0 (Sums, 1);

  self->size = size;
  self->keys = g_new0 (guint64, size);
  self->shares = g_new0 (double, size);
  return self;
}

static void
sums_free (Sums *self)
{
  g_free (self->keys);
  g_free (self->shares);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sums, sums_free)

static void sums_add (Sums *self, guint64 key, double share);

static void
sums_grow (Sums *self)
{
  Sums *larger = sums_new (self->size * 2);

  for (guint i = 0; i < self->size; i++)
    if (self->keys[i] != 0)
      sums_add (larger, self->keys[i], self->shares[i]);
  g_free (self->keys);
  g_free (self->shares);
  *self = *larger;
  g_free (larger);
}

static void
sums_add (Sums *self, guint64 key, double share)
{
  guint i;

  if (self->n * 2 >= self->size)
    sums_grow (self);
  i = (guint) ((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & (self->size - 1);
  while (self->keys[i] != 0 && self->keys[i] != key)
    i = (i + 1) & (self->size - 1);
  if (self->keys[i] == 0)
    {
      self->keys[i] = key;
      self->n++;
    }
  self->shares[i] += share;
}

static guint64
pack_sorted (const guint *sums, guint n)
{
  guint sorted[MOST_ITEMS];
  guint64 key = 0;

  for (guint i = 0; i < n; i++)
    {
      guint j = i;

      for (; j > 0 && sorted[j - 1] > sums[i]; j--)
        sorted[j] = sorted[j - 1];
      sorted[j] = sums[i];
    }
  for (guint i = 0; i < n; i++)
    key = key << BITS | sorted[i];
  return key + 1;
}

static void
unpack (guint64 key, guint n, guint *sums)
{
  key -= 1;
  for (guint i = n; i-- > 0;)
    {
      sums[i] = (guint) (key & ((1u << BITS) - 1));
      key >>= BITS;
    }
}

static guint
factorial (guint n)
{
  return n < 2 ? 1 : n * factorial (n - 1);
}

/* All orders of 0 … n − 1, one after another. */
static guint8 *
list_orders (guint n)
{
  guint n_orders = factorial (n);
  guint8 *orders = g_new (guint8, (gsize) n_orders * n);

  for (guint i = 0; i < n_orders; i++)
    {
      guint8 left[MOST_ITEMS];
      guint rest = i;

      for (guint j = 0; j < n; j++)
        left[j] = (guint8) j;
      for (guint j = 0; j < n; j++)
        {
          guint pick = rest % (n - j);

          rest /= n - j;
          orders[i * n + j] = left[pick];
          left[pick] = left[n - j - 1];
        }
    }
  return orders;
}

static Sums *
add_rater (Sums *before, const guint *ranks, guint n, const guint8 *orders, guint n_orders)
{
  Sums *after = sums_new (1024);

  for (guint i = 0; i < before->size; i++)
    {
      guint sums[MOST_ITEMS];

      if (before->keys[i] == 0)
        continue;
      unpack (before->keys[i], n, sums);
      for (guint o = 0; o < n_orders; o++)
        {
          guint added[MOST_ITEMS];

          for (guint j = 0; j < n; j++)
            added[j] = sums[j] + ranks[orders[o * n + j]];
          sums_add (after, pack_sorted (added, n), before->shares[i] / n_orders);
        }
    }
  return after;
}

/* Ranks are doubled, so that mid-ranks are whole. */
static gboolean
compute_exact (const double *ranks, guint m, guint n, double observed, double *p)
{
  g_autoptr (Sums) sums = NULL;
  g_autofree guint8 *orders = NULL;
  guint n_orders, steps = 0, own[MOST_ITEMS];

  if (n > MOST_ITEMS || m > MOST_RATERS)
    return FALSE;
  n_orders = factorial (n);
  orders = list_orders (n);
  sums = sums_new (1024);
  for (guint i = 0; i < m; i++)
    {
      Sums *after;

      for (guint j = 0; j < n; j++)
        own[j] = (guint) lround (2 * ranks[(gsize) i * n + j]);
      if (i == 0)
        {
          sums_add (sums, pack_sorted (own, n), 1);
          continue;
        }
      if (steps + sums->n * n_orders > MOST_STEPS)
        return FALSE;
      steps += sums->n * n_orders;
      after = add_rater (sums, own, n, orders, n_orders);
      sums_free (sums);
      sums = after;
    }

  *p = 0;
  for (guint i = 0; i < sums->size; i++)
    {
      double values[MOST_ITEMS];

      if (sums->keys[i] == 0)
        continue;
      unpack (sums->keys[i], n, own);
      for (guint j = 0; j < n; j++)
        values[j] = own[j] / 2.0;
      if (get_squares (values, n) >= observed - 1e-6)
        *p += sums->shares[i];
    }
  *p = MIN (*p, 1);
  return TRUE;
}

/* Two random numbers below n, then n − 1 from one draw: each is off from uniform by less
 * than n² in four thousand million. */
static void
shuffle (gsl_rng *rng, int *items, guint n)
{
  guint i = n;

  while (i > 1)
    {
      guint64 fraction = gsl_rng_get (rng);

      for (guint twice = 0; twice < 2 && i > 1; twice++, i--)
        {
          guint64 wide = fraction * i;
          guint pick = (guint) (wide >> 32);
          int held = items[i - 1];

          items[i - 1] = items[pick];
          items[pick] = held;
          fraction = wide & G_MAXUINT32;
        }
    }
}

/* The rank sums always have the same mean, so their squares tell as much as S. Doubled
 * ranks are whole: what is equal compares so. */
static gint64
add_up (const int *ranks, guint m, guint n, int *sums)
{
  gint64 squares = 0;

  memset (sums, 0, n * sizeof *sums);
  for (guint i = 0; i < m; i++)
    for (guint j = 0; j < n; j++)
      sums[j] += ranks[(gsize) i * n + j];
  for (guint j = 0; j < n; j++)
    squares += (gint64) sums[j] * sums[j];
  return squares;
}

static double
compute_sampled (const double *ranks, guint m, guint n)
{
  gsl_rng *rng = gsl_rng_alloc (gsl_rng_mt19937);
  g_autofree int *doubled = g_new (int, (gsize) m * n);
  g_autofree int *sums = g_new (int, n);
  gint64 observed;
  guint at_least = 0;

  for (gsize i = 0; i < (gsize) m * n; i++)
    doubled[i] = (int) lround (2 * ranks[i]);
  observed = add_up (doubled, m, n, sums);
  gsl_rng_set (rng, NSM_SEED);
  for (guint sample = 0; sample < NSM_N_PERMUTATIONS; sample++)
    {
      /* The first one's order is as good as any. */
      for (guint i = 1; i < m; i++)
        shuffle (rng, doubled + (gsize) i * n, n);
      at_least += add_up (doubled, m, n, sums) >= observed ? 1 : 0;
    }
  gsl_rng_free (rng);
  /* The order that was seen is one of the possible ones, so p is never 0. */
  return (at_least + 1.0) / (NSM_N_PERMUTATIONS + 1.0);
}

/**
 * nsm_kendall_p:
 * @values: as for nsm_kendall_w(); sampling goes through the raters in this order
 * @exact: (out) (optional): whether all permutations were counted, or 20,000 drawn with
 *   a fixed seed
 *
 * Returns: the share of permutations of each rater's own ranks with a W at least as
 *   large; NAN where W is undefined
 */
double
nsm_kendall_p (const double *values, guint n_raters, guint n_items, gboolean *exact)
{
  g_autofree double *ranks = NULL;
  double ties, observed, p = NAN;
  gboolean all = FALSE;

  if (!isnan (nsm_kendall_w (values, n_raters, n_items)))
    {
      ranks = rank_all (values, n_raters, n_items, &ties);
      observed = sum_squares (ranks, n_raters, n_items);
      all = compute_exact (ranks, n_raters, n_items, observed, &p);
      if (!all)
        p = compute_sampled (ranks, n_raters, n_items);
    }
  if (exact != NULL)
    *exact = all;
  return p;
}
