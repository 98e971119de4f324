/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and days for people, by ICU: it knows every language's way, whichever locales are
 * installed. */
#include "record/language-private.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>
#include <unicode/putil.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/unum.h>

#include "record/record.h"

/* What ICU has opened, by language (and pattern of days); used under the lock. */
static GMutex mutex;
static GHashTable *number_formats;
static GHashTable *date_formats;

/* English of no particular country writes "31 March 2026". */
static char *
dup_with_country (const char *tag)
{
  return g_strdup (strcmp (tag, "en") == 0 ? "en-001" : tag);
}

/* Inside a scope its own language; outside, the user may have chosen one for numbers or days that
 * differs from that of the texts. Days have words in them: another language than that of the
 * texts around them would be odd there, another country isn't. */
static char *
dup_tag_for (int category)
{
  const char *entered = nsm_language_get_entered ();
  const char *locale;
  g_autofree char *texts = NULL;
  g_autofree char *chosen = NULL;

  if (entered != NULL)
    return dup_with_country (entered);
  texts = nsm_language_dup ();
  locale = setlocale (category, NULL);
  chosen = g_strndup (locale, strcspn (locale, ".@"));
  g_strdelimit (chosen, "_", '-');
  if (strcmp (chosen, "C") == 0 || strcmp (chosen, "POSIX") == 0 || chosen[0] == '\0')
    return dup_with_country (texts);
  if (category == LC_TIME && !nsm_language_is_same (chosen, texts))
    return dup_with_country (texts);
  return dup_with_country (chosen);
}

/* The formats of a language that ICU doesn't know are those of its root. */
static UNumberFormat *
get_number_format (const char *tag)
{
  UNumberFormat *format;
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY] = "";

  if (number_formats == NULL)
    number_formats =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) unum_close);
  format = g_hash_table_lookup (number_formats, tag);
  if (format != NULL)
    return format;

  uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status);
  format = unum_open (UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
  if (U_FAILURE (status))
    {
      g_warning ("No way to write numbers in “%s”: %s", tag, u_errorName (status));
      return NULL;
    }
  unum_setSymbol (format, UNUM_MINUS_SIGN_SYMBOL, u"−", 1, &status);
  unum_setAttribute (format, UNUM_MAX_FRACTION_DIGITS, 20);
  g_hash_table_insert (number_formats, g_strdup (tag), format);
  return format;
}

/* C's own digits go in, so that all languages round alike. */
static char *
format_digits (const char *digits, int decimals, gboolean grouped)
{
  g_autofree char *tag = dup_tag_for (LC_NUMERIC);
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format;
  UChar text[400];
  int32_t length = 0;

  g_mutex_lock (&mutex);
  format = get_number_format (tag);
  if (format != NULL)
    {
      unum_setAttribute (format, UNUM_MIN_FRACTION_DIGITS, decimals);
      unum_setAttribute (format, UNUM_GROUPING_USED, grouped);
      length = unum_formatDecimal (format, digits, (int32_t) strlen (digits), text,
                                   G_N_ELEMENTS (text), NULL, &status);
    }
  g_mutex_unlock (&mutex);
  if (format == NULL || U_FAILURE (status))
    return g_strdup (digits);
  return g_utf16_to_utf8 (text, length, NULL, NULL, NULL);
}

/**
 * nsm_number_dup:
 * @decimals: how many to show; -1: as many as it takes, at most six
 *
 * Returns: (transfer full): the number as the language writes it, with a true minus sign and
 *   marks between thousands: "−1,234.5"; "–" for one that is none
 */
char *
nsm_number_dup (double number, int decimals)
{
  char digits[400];
  char pattern[16];

  if (!isfinite (number))
    return g_strdup ("–");
  if (decimals < 0)
    for (decimals = 0; decimals < 6; decimals++)
      {
        double scale = pow (10, decimals);

        if (fabs (round (number * scale) / scale - number) <= 1e-9 * fmax (1, fabs (number)))
          break;
      }
  decimals = MIN (decimals, 20);
  g_snprintf (pattern, sizeof pattern, "%%.%df", decimals);
  g_ascii_formatd (digits, sizeof digits, pattern, number);
  /* What rounds to zero has no sign. */
  if (digits[0] == '-' && strspn (digits, "-0.") == strlen (digits))
    memmove (digits, digits + 1, strlen (digits));
  return format_digits (digits, decimals, TRUE);
}

/**
 * nsm_number_dup_figures:
 * @figures: how many figures count, at most 15
 *
 * Returns: (transfer full): the number as C's "%g" has it, with the language's decimal sign:
 *   "12000", "0.25", "1.5e+15"
 */
char *
nsm_number_dup_figures (double number, int figures)
{
  char pattern[16], digits[G_ASCII_DTOSTR_BUF_SIZE];
  const char *point;
  g_autofree char *mantissa = NULL;
  g_autofree char *text = NULL;
  gsize end;

  if (!isfinite (number))
    return g_strdup ("–");
  g_snprintf (pattern, sizeof pattern, "%%.%dg", CLAMP (figures, 1, 15));
  g_ascii_formatd (digits, sizeof digits, pattern, number);
  end = strcspn (digits, "e");
  mantissa = g_strndup (digits, end);
  point = strchr (mantissa, '.');
  text = format_digits (mantissa, point != NULL ? (int) strlen (point + 1) : 0, FALSE);
  return g_strconcat (text, digits + end, NULL);
}

/**
 * nsm_number_skip_zero:
 * @text: of nsm_number_dup(), of a figure that can't be above one
 *
 * English leaves out the zero before the point of such figures, as of a correlation; languages
 * with a decimal comma don't.
 *
 * Returns: (transfer none): from where on to read @text
 */
const char *
nsm_number_skip_zero (const char *text)
{
  return text[0] == '0' && text[1] == '.' ? text + 1 : text;
}

/**
 * nsm_number_dup_percent:
 * @share: 0.72 for "72 %"
 * @decimals: as of nsm_number_dup()
 *
 * Returns: (transfer full): the share in per cent, with its sign
 */
char *
nsm_number_dup_percent (double share, int decimals)
{
  g_autofree char *number = nsm_number_dup (share * 100, decimals);

  /* Translators: a share in percent, with the space of your language: "72 %" */
  return g_strdup_printf (_("%s %%"), number);
}

/* Days are counted as the file counts them: by the Gregorian calendar, whatever is customary. */
static UDateFormat *
get_date_format (const char *tag, const char *skeleton)
{
  UDateTimePatternGenerator *generator;
  UDateFormat *format;
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *key = g_strconcat (tag, "/", skeleton, NULL);
  char locale[ULOC_FULLNAME_CAPACITY] = "";
  UChar wanted[16], pattern[64];
  int32_t length;

  if (date_formats == NULL)
    date_formats =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) udat_close);
  format = g_hash_table_lookup (date_formats, key);
  if (format != NULL)
    return format;

  uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status);
  uloc_setKeywordValue ("calendar", "gregorian", locale, sizeof locale, &status);
  generator = udatpg_open (locale, &status);
  u_charsToUChars (skeleton, wanted, (int32_t) strlen (skeleton) + 1);
  length = udatpg_getBestPattern (generator, wanted, -1, pattern, G_N_ELEMENTS (pattern), &status);
  udatpg_close (generator);
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, u"UTC", 3, pattern, length, &status);
  if (U_FAILURE (status))
    {
      g_warning ("No way to write days in “%s”: %s", tag, u_errorName (status));
      return NULL;
    }
  g_hash_table_insert (date_formats, g_steal_pointer (&key), format);
  return format;
}

static char *
format_date (const char *iso, const char *skeleton)
{
  g_autofree char *tag = NULL;
  g_autoptr (GDateTime) when = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format;
  UChar text[128];
  int32_t length = 0;
  int year = 0, month = 0, day = 0;

  if (!nsm_date_is_valid (iso) || sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup (iso);
  when = g_date_time_new_utc (year, month, day, 12, 0, 0);
  if (when == NULL)
    return g_strdup (iso);
  tag = dup_tag_for (LC_TIME);
  g_mutex_lock (&mutex);
  format = get_date_format (tag, skeleton);
  if (format != NULL)
    length = udat_format (format, (UDate) g_date_time_to_unix (when) * 1000, text,
                          G_N_ELEMENTS (text), NULL, &status);
  g_mutex_unlock (&mutex);
  if (format == NULL || U_FAILURE (status))
    return g_strdup (iso);
  return g_utf16_to_utf8 (text, length, NULL, NULL, NULL);
}

/**
 * nsm_date_dup_long:
 * @iso: "YYYY-MM-DD"; anything else comes back as it is
 *
 * Returns: (transfer full): the day in words: "31 March 2026", "31. März 2026"
 */
char *
nsm_date_dup_long (const char *iso)
{
  return format_date (iso, "yMMMMd");
}

/**
 * nsm_date_dup_medium:
 * @iso: as of nsm_date_dup_long()
 *
 * Returns: (transfer full): "31 Mar 2026"
 */
char *
nsm_date_dup_medium (const char *iso)
{
  return format_date (iso, "yMMMd");
}

/**
 * nsm_date_dup_month:
 * @iso: as of nsm_date_dup_long()
 *
 * Returns: (transfer full): "March 2026"
 */
char *
nsm_date_dup_month (const char *iso)
{
  return format_date (iso, "yMMMM");
}

/**
 * nsm_date_dup_month_short:
 * @iso: as of nsm_date_dup_long()
 *
 * Returns: (transfer full): "Mar 2026"
 */
char *
nsm_date_dup_month_short (const char *iso)
{
  return format_date (iso, "yMMM");
}

/**
 * nsm_date_dup_year:
 * @iso: as of nsm_date_dup_long()
 *
 * Returns: (transfer full): "2026"
 */
char *
nsm_date_dup_year (const char *iso)
{
  return format_date (iso, "y");
}

/**
 * nsm_date_dup_day_short:
 * @iso: as of nsm_date_dup_long()
 *
 * Returns: (transfer full): "31 Mar"
 */
char *
nsm_date_dup_day_short (const char *iso)
{
  return format_date (iso, "MMMd");
}
