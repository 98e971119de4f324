/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <math.h>
#include <string.h>

#include "evidence/csv-private.h"

#define MAX_NUMBER 400 /* bytes: longer isn't a number anybody wrote */

/* Exact in a double up to 10^22, in an extended one up to 10^27 */
static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

#if LDBL_MANT_DIG == 64
static const long double long_powers[] = { 1e0L,  1e1L,  1e2L,  1e3L,  1e4L,  1e5L,  1e6L,
                                           1e7L,  1e8L,  1e9L,  1e10L, 1e11L, 1e12L, 1e13L,
                                           1e14L, 1e15L, 1e16L, 1e17L, 1e18L, 1e19L, 1e20L,
                                           1e21L, 1e22L, 1e23L, 1e24L, 1e25L, 1e26L, 1e27L };
#endif

/* @mantissa times ten to the @exponent, where that is sure to be rounded rightly
 * (W. D. Clinger, "How to read floating point numbers accurately", 1990). */
static gboolean
scale (guint64 mantissa, int exponent, double *value)
{
  if (mantissa <= G_GUINT64_CONSTANT (1) << 53 && exponent >= -22 && exponent <= 22)
    {
      *value = exponent < 0 ? (double) mantissa / powers[-exponent]
                            : (double) mantissa * powers[exponent];
      return TRUE;
    }
#if LDBL_MANT_DIG == 64
  if (exponent >= -27 && exponent <= 27)
    {
      long double exact = exponent < 0 ? (long double) mantissa / long_powers[-exponent]
                                       : (long double) mantissa * long_powers[exponent];
      guint64 bits;

      /* One rounding, to 64 bits. The second, to 53, is right unless the rest is a half. */
      memcpy (&bits, &exact, sizeof bits);
      *value = (double) exact;
      return (bits & 0x7ff) != 0x400;
    }
#endif
  return FALSE;
}

/* 12, -3.25, 1e-5: by far the most there are. */
static gboolean
parse_plain (const char *at, const char *end, char decimal, double *value)
{
  guint64 mantissa = 0;
  int exponent = 0, n_digits = 0;
  gboolean negative = at < end && *at == '-';
  const char *first;

  if (at < end && (*at == '-' || *at == '+'))
    at++;
  first = at;
  for (; at < end && g_ascii_isdigit (*at); at++)
    mantissa = mantissa * 10 + (guint64) (*at - '0');
  n_digits = (int) MIN (at - first, 100);
  if (at < end && *at == decimal)
    {
      first = ++at;
      for (; at < end && g_ascii_isdigit (*at); at++)
        mantissa = mantissa * 10 + (guint64) (*at - '0');
      exponent = -(int) MIN (at - first, 100);
      n_digits -= exponent;
    }
  if (n_digits == 0 || n_digits > 19)
    return FALSE;
  if (at < end && (*at == 'e' || *at == 'E'))
    {
      gboolean is_small = ++at < end && *at == '-';
      int written = 0;

      if (at < end && (*at == '-' || *at == '+'))
        at++;
      if (at == end || end - at > 3)
        return FALSE;
      for (; at < end && g_ascii_isdigit (*at); at++)
        written = written * 10 + (*at - '0');
      exponent += is_small ? -written : written;
    }
  if (at != end || !scale (mantissa, exponent, value))
    return FALSE;
  if (negative)
    *value = -*value;
  return TRUE;
}

static gsize
skip_one_of (const char *text, gsize length, const char *const *marks)
{
  for (; *marks != NULL; marks++)
    {
      gsize n = strlen (*marks);

      if (n <= length && memcmp (text, *marks, n) == 0)
        return n;
    }
  return 0;
}

#define NBSP "\xc2\xa0"
#define NARROW_NBSP "\xe2\x80\xaf"
#define THIN_SPACE "\xe2\x80\x89"
#define MINUS "\xe2\x88\x92"
#define APOSTROPHE "\xe2\x80\x99"

static const char *const spaces[] = { " ", "\t", NBSP, NARROW_NBSP, THIN_SPACE, NULL };
static const char *const around[] = { " ", "\t", NBSP, NARROW_NBSP, THIN_SPACE,
                                      "$", "€",  "£",  "¥",         NULL };
static const char *const minuses[] = { "-", MINUS, NULL };

/* Where the digits begin: past spaces, a sign of a currency, the number's own sign. */
static const char *
strip_front (const char *at, const char *end, gboolean *negative)
{
  gboolean signed_already = FALSE;

  while (at < end)
    {
      gsize n = skip_one_of (at, (gsize) (end - at), around);

      if (n == 0 && !signed_already)
        {
          n = skip_one_of (at, (gsize) (end - at), minuses);
          *negative = n > 0;
          if (n == 0 && *at == '+')
            n = 1;
          signed_already = n > 0;
        }
      if (n == 0)
        break;
      at += n;
    }
  return at;
}

static const char *
strip_back (const char *at, const char *end)
{
  gboolean percent = FALSE;

  for (;;)
    {
      const char *before = end;

      for (const char *const *mark = around; *mark != NULL; mark++)
        {
          gsize n = strlen (*mark);

          if ((gsize) (end - at) >= n && memcmp (end - n, *mark, n) == 0)
            end -= n;
        }
      if (!percent && end > at && end[-1] == '%')
        {
          percent = TRUE;
          end--;
        }
      if (end == before)
        return end;
    }
}

/* The length of a mark between thousands at @at, with three digits after it and no fourth. */
static gsize
skip_thousands (const char *at, const char *end, char decimal)
{
  static const char *const apostrophes[] = { "'", APOSTROPHE, NULL };
  const char *digits;
  gsize n = skip_one_of (at, (gsize) (end - at), spaces);

  if (n == 0)
    n = skip_one_of (at, (gsize) (end - at), apostrophes);
  if (n == 0 && *at == (decimal == ',' ? '.' : ','))
    n = 1;
  digits = at + n;
  if (n == 0 || end - digits < 3 || !g_ascii_isdigit (digits[0]) || !g_ascii_isdigit (digits[1]) ||
      !g_ascii_isdigit (digits[2]) || (end - digits > 3 && g_ascii_isdigit (digits[3])))
    return 0;
  return n;
}

/* The number as C writes it, or FALSE. */
static gboolean
simplify (const char *at, const char *end, char decimal, char *to)
{
  const char *first = at;
  const char *mark = NULL;
  gsize mark_length = 0;
  gboolean has_digit = FALSE;

  while (at < end && g_ascii_isdigit (*at))
    *to++ = *at++;
  has_digit = at > first;
  while (at < end && has_digit && (mark != NULL || at - first <= 3))
    {
      gsize n = skip_thousands (at, end, decimal);

      /* One and the same mark throughout */
      if (n == 0 || (mark != NULL && (n != mark_length || memcmp (mark, at, n) != 0)))
        break;
      mark = at;
      mark_length = n;
      memcpy (to, at + n, 3);
      to += 3;
      at += n + 3;
    }
  if (at < end && *at == decimal)
    {
      *to++ = '.';
      for (at++; at < end && g_ascii_isdigit (*at); has_digit = TRUE)
        *to++ = *at++;
    }
  if (has_digit && at < end && (*at == 'e' || *at == 'E'))
    {
      *to++ = *at++;
      if (at < end && (*at == '-' || *at == '+'))
        *to++ = *at++;
      if (at == end)
        return FALSE;
      while (at < end && g_ascii_isdigit (*at))
        *to++ = *at++;
    }
  *to = '\0';
  return has_digit && at == end;
}

/* 1.234,56 and 1 234,56 and 1’234.56, 12 %, -€5: the sign of a currency and the percent sign
 * are left out. Infinities and everything else aren't numbers. */
gboolean
nsm_csv_parse_number (const char *text, gsize length, char decimal, double *value)
{
  char plain[MAX_NUMBER + 1];
  const char *end = text + length;
  gboolean negative = FALSE;

  if (parse_plain (text, end, decimal, value))
    return TRUE;
  if (length > MAX_NUMBER)
    return FALSE;
  text = strip_front (text, end, &negative);
  end = strip_back (text, end);
  if (!simplify (text, end, decimal, plain))
    return FALSE;
  *value = g_ascii_strtod (plain, NULL);
  if (negative)
    *value = -*value;
  return isfinite (*value);
}
