/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/names.h"

#include <string.h>

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *word; /* how a word of the name begins; whole with '$' at its end */
  NsmOutcome outcome;
  gboolean less_is_better;
  gboolean sure;
} Clue;

#define RETENTION NSM_OUTCOME_RETENTION
#define REVENUE NSM_OUTCOME_REVENUE
#define SATISFACTION NSM_OUTCOME_SATISFACTION
#define OTHER NSM_OUTCOME_OTHER

/* English, German, French, Spanish, Portuguese, Italian, Dutch. */
static const Clue clues[] = {
  { "retain", RETENTION, FALSE, TRUE },    { "retention", RETENTION, FALSE, TRUE },
  { "stayed$", RETENTION, FALSE, TRUE },   { "renew", RETENTION, FALSE, TRUE },
  { "surviv", RETENTION, FALSE, TRUE },    { "loyal", RETENTION, FALSE, TRUE },
  { "churn", RETENTION, TRUE, TRUE },      { "attrition", RETENTION, TRUE, TRUE },
  { "cancelled$", RETENTION, TRUE, TRUE }, { "canceled$", RETENTION, TRUE, TRUE },
  { "cancellation", RETENTION, TRUE, TRUE }, { "unsubscribed$", RETENTION, TRUE, TRUE },
  { "left$", RETENTION, TRUE, FALSE },     { "lapsed$", RETENTION, TRUE, TRUE },
  { "exited$", RETENTION, TRUE, TRUE },    { "lost$", RETENTION, TRUE, FALSE },
  { "verblieb", RETENTION, FALSE, TRUE },  { "geblieben$", RETENTION, FALSE, TRUE },
  { "gehalten$", RETENTION, FALSE, TRUE }, { "verlängert", RETENTION, FALSE, TRUE },
  { "verlaengert", RETENTION, FALSE, TRUE }, { "bindung$", RETENTION, FALSE, TRUE },
  { "kundenbindung", RETENTION, FALSE, TRUE }, { "gekündigt", RETENTION, TRUE, TRUE },
  { "gekuendigt", RETENTION, TRUE, TRUE }, { "kündigung", RETENTION, TRUE, TRUE },
  { "kuendigung", RETENTION, TRUE, TRUE }, { "abgewandert", RETENTION, TRUE, TRUE },
  { "abwanderung", RETENTION, TRUE, TRUE }, { "rétention", RETENTION, FALSE, TRUE },
  { "fidélis", RETENTION, FALSE, TRUE },   { "fidelis", RETENTION, FALSE, TRUE },
  { "renouvel", RETENTION, FALSE, TRUE },  { "resté", RETENTION, FALSE, TRUE },
  { "résili", RETENTION, TRUE, TRUE },     { "resili", RETENTION, TRUE, TRUE },
  { "désabonn", RETENTION, TRUE, TRUE },   { "desabonn", RETENTION, TRUE, TRUE },
  { "retenid", RETENTION, FALSE, TRUE },   { "retención", RETENTION, FALSE, TRUE },
  { "retencion", RETENTION, FALSE, TRUE }, { "renovad", RETENTION, FALSE, TRUE },
  { "abandon", RETENTION, TRUE, FALSE },   { "cancelad", RETENTION, TRUE, TRUE },
  { "retid", RETENTION, FALSE, TRUE },     { "retenção", RETENTION, FALSE, TRUE },
  { "rinnovat", RETENTION, FALSE, TRUE },  { "behouden$", RETENTION, FALSE, TRUE },
  { "opgezegd$", RETENTION, TRUE, TRUE },
  { "revenue", REVENUE, FALSE, TRUE },     { "mrr$", REVENUE, FALSE, TRUE },
  { "arr$", REVENUE, FALSE, TRUE },        { "ltv", REVENUE, FALSE, TRUE },
  { "clv$", REVENUE, FALSE, TRUE },        { "cltv$", REVENUE, FALSE, TRUE },
  { "arpu$", REVENUE, FALSE, TRUE },       { "arpa$", REVENUE, FALSE, TRUE },
  { "acv$", REVENUE, FALSE, TRUE },        { "nrr$", REVENUE, FALSE, TRUE },
  { "grr$", REVENUE, FALSE, TRUE },        { "spend", REVENUE, FALSE, TRUE },
  { "spent$", REVENUE, FALSE, FALSE },     { "turnover$", REVENUE, FALSE, TRUE },
  { "amount$", REVENUE, FALSE, FALSE },    { "sales$", REVENUE, FALSE, FALSE },
  { "income$", REVENUE, FALSE, FALSE },    { "billed$", REVENUE, FALSE, TRUE },
  { "billings$", REVENUE, FALSE, TRUE },   { "payment", REVENUE, FALSE, FALSE },
  { "paid$", REVENUE, FALSE, FALSE },      { "upgraded$", REVENUE, FALSE, FALSE },
  { "expansion", REVENUE, FALSE, FALSE },  { "umsatz", REVENUE, FALSE, TRUE },
  { "umsätze", REVENUE, FALSE, TRUE },     { "erlös", REVENUE, FALSE, TRUE },
  { "erloes", REVENUE, FALSE, TRUE },      { "einnahmen$", REVENUE, FALSE, TRUE },
  { "revenu$", REVENUE, FALSE, TRUE },     { "affaires$", REVENUE, FALSE, TRUE },
  { "ingreso", REVENUE, FALSE, TRUE },     { "facturaci", REVENUE, FALSE, TRUE },
  { "receita", REVENUE, FALSE, TRUE },     { "faturamento$", REVENUE, FALSE, TRUE },
  { "fatturato$", REVENUE, FALSE, TRUE },  { "ricavi$", REVENUE, FALSE, TRUE },
  { "omzet$", REVENUE, FALSE, TRUE },
  { "nps", SATISFACTION, FALSE, TRUE },    { "csat", SATISFACTION, FALSE, TRUE },
  { "satisf", SATISFACTION, FALSE, TRUE }, { "promoter", SATISFACTION, FALSE, TRUE },
  { "happiness$", SATISFACTION, FALSE, TRUE }, { "rating$", SATISFACTION, FALSE, FALSE },
  { "zufrieden", SATISFACTION, FALSE, TRUE }, { "bewertung", SATISFACTION, FALSE, FALSE },
  { "soddisfazione$", SATISFACTION, FALSE, TRUE }, { "tevredenheid$", SATISFACTION, FALSE, TRUE },
  { "converted$", OTHER, FALSE, FALSE },   { "conversion$", OTHER, FALSE, FALSE },
  { "refund", OTHER, TRUE, TRUE },         { "complaint", OTHER, TRUE, TRUE },
  { "chargeback", OTHER, TRUE, TRUE },
};

static gboolean
fits (const char *word, const char *clue)
{
  gsize length = strlen (clue);

  if (clue[length - 1] == '$')
    return strlen (word) == length - 1 && strncmp (word, clue, length - 1) == 0;
  return g_str_has_prefix (word, clue);
}

static gboolean
has_word (GPtrArray *words, const char *const *wanted)
{
  for (guint i = 0; i < words->len; i++)
    if (g_strv_contains (wanted, words->pdata[i]))
      return TRUE;
  return FALSE;
}

/* "d30", "w4", "30d", "90"; 0: none. In days. */
static double
get_days_of (const char *word)
{
  char *end;
  const char *digits = g_ascii_isdigit (word[0]) ? word : word + 1;
  char unit = g_ascii_isdigit (word[0]) ? '\0' : word[0];
  guint64 n;

  if (!g_ascii_isdigit (digits[0]))
    return 0;
  n = g_ascii_strtoull (digits, &end, 10);
  if (unit == '\0' && end[0] != '\0')
    {
      unit = end[0];
      end++;
    }
  if (end[0] != '\0' || n == 0 || n > 3650 || (unit != '\0' && strchr ("dwm", unit) == NULL))
    return 0;
  return (double) n * (unit == 'w' ? 7 : unit == 'm' ? 30 : 1);
}

static gboolean
has_days (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    if (get_days_of (words->pdata[i]) > 0)
      return TRUE;
  return FALSE;
}

/* "active_d30", "still_active", "is_active", "noch aktiv": whether somebody is still there. */
static gboolean
is_still_there (GPtrArray *words, NsmCells cells)
{
  static const char *const active[] = { "active", "aktiv", "actif", "activo", "ativo", "attivo",
                                        "actief", "alive", "here", "subscribed", "dabei", NULL };
  static const char *const still[] = { "still", "is", "after", "at", "noch", "nach", "ist",
                                       "encore", "sigue", "ainda", "now", NULL };

  if (cells != NSM_CELLS_TRUTH)
    return FALSE;
  if (has_word (words, active) && (has_word (words, still) || has_days (words) || words->len == 1))
    return TRUE;
  /* "d30" alone, and yes or no in it */
  return words->len == 1 && has_days (words) && !g_ascii_isdigit (((char *) words->pdata[0])[0]);
}

/**
 * nsm_name_get_outcome:
 *
 * Returns: which outcome a column of that name holds, if it looks like one
 */
NsmNameOutcome
nsm_name_get_outcome (GPtrArray *words, NsmCells cells)
{
  NsmNameOutcome found = { FALSE, FALSE, NSM_OUTCOME_OTHER, FALSE };

  if (cells != NSM_CELLS_NUMBER && cells != NSM_CELLS_TRUTH)
    return found;
  for (guint k = 0; k < G_N_ELEMENTS (clues); k++)
    for (guint i = 0; i < words->len; i++)
      if (fits (words->pdata[i], clues[k].word) && (!found.is_outcome || !found.is_sure))
        found = (NsmNameOutcome) { TRUE, clues[k].sure, clues[k].outcome,
                                   clues[k].less_is_better };
  if (!found.is_outcome && is_still_there (words, cells))
    found = (NsmNameOutcome) { TRUE, TRUE, NSM_OUTCOME_RETENTION, FALSE };
  /* "not_churned", "nicht_gekuendigt" */
  if (found.is_outcome && found.less_is_better &&
      has_word (words, (const char *const[]) { "not", "non", "no", "nicht", "un", NULL }))
    found.less_is_better = FALSE;
  return found;
}

/**
 * nsm_name_get_segment_rank:
 *
 * Returns: how much a name is one of a segment: 0 not at all, else the higher the better
 */
guint
nsm_name_get_segment_rank (GPtrArray *words)
{
  static const char *const names[] = {
    "device", "platform", "language", "sprache", "channel", "source", "kanal", "canal", "gender",
    "role", "type", "typ", "group", "gruppe", "kind", "category", "size", "industry", "branche",
    "vertical", "market", "markt", "land", "pays", "pais", "país", "paese", "country", "region",
    "tarif", "pricing", "edition", "package", "paket", "subscription", "tier", "plan", "segments",
    "segment",
  };
  guint best = 0;

  for (guint i = 0; i < words->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (names); k++)
      if (strcmp (words->pdata[i], names[k]) == 0)
        best = MAX (best, k + 1);
  return best;
}

/**
 * nsm_name_get_date_rank:
 *
 * Returns: how much a name is one of the date that rows are ordered by; below 0 for the date
 *   of an end or a birth, which is none of them
 */
int
nsm_name_get_date_rank (GPtrArray *words)
{
  static const char *const ends[] = {
    "last", "end", "ended", "cancelled", "canceled", "cancel", "churned", "churn", "updated",
    "deleted", "renewal", "renewed", "birth", "birthday", "expires", "expiry", "left", "closed",
    "kündigung", "kuendigung", "gekündigt", "geburtstag", "geburtsdatum", "letzte", "letzter", NULL
  };
  static const char *const names[] = {
    "at", "on", "day", "tag", "date", "datum", "fecha", "data", "start", "started", "created",
    "joined", "registered", "registration", "beginn", "anmeldung", "quarter", "quartal", "month",
    "monat", "mois", "mes", "mese", "week", "woche", "semaine", "semana", "settimana", "period",
    "zeitraum", "signup", "kohorte", "cohort",
  };
  int best = 0;

  if (has_word (words, ends))
    return -1;
  for (guint i = 0; i < words->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (names); k++)
      if (strcmp (words->pdata[i], names[k]) == 0)
        best = MAX (best, (int) k + 1);
  return best;
}

/**
 * nsm_name_is_id:
 *
 * Returns: whether the name is one of a column that only tells the rows apart
 */
gboolean
nsm_name_is_id (GPtrArray *words)
{
  static const char *const ids[] = {
    "id", "ids", "uuid", "guid", "email", "mail", "phone", "telefon", "name", "vorname", "nachname",
    "key", "hash", "kundennummer", "kundennr", "nummer", "index", "rownum", "url", "address",
    "adresse", "zip", "plz", "postcode", "ip", "token", "sku", "iban", "year", "jahr", NULL
  };

  return has_word (words, ids);
}

/**
 * nsm_name_get_unit:
 * @bracketed: (out) (transfer full): keeps what stands in brackets
 *
 * Returns: (transfer none): the unit that the name says, "" if none: of "Revenue (EUR)",
 *   "time [min]" or "amount_usd"
 */
const char *
nsm_name_get_unit (const char *name, GPtrArray *words, char **bracketed)
{
  static const struct { const char *word, *unit; } units[] = {
    { "eur", "EUR" }, { "euro", "EUR" }, { "euros", "EUR" }, { "usd", "USD" }, { "gbp", "GBP" },
    { "chf", "CHF" }, { "jpy", "JPY" }, { "dollars", "USD" }, { "min", "min" },
    { "mins", "min" }, { "minutes", "min" }, { "minuten", "min" }, { "hours", "h" },
    { "hrs", "h" }, { "stunden", "h" }, { "seconds", "s" }, { "secs", "s" }, { "sekunden", "s" },
    { "pct", "%" }, { "percent", "%" }, { "prozent", "%" },
  };
  const char *open = strpbrk (name, "([");
  const char *close = open != NULL ? strpbrk (open, ")]") : NULL;

  *bracketed = NULL;
  if (close != NULL && close > open + 1 && close - open < 20)
    {
      *bracketed = g_strndup (open + 1, (gsize) (close - open - 1));
      return *bracketed;
    }
  /* "min" in front is the smallest of something; "minutes" are minutes anywhere. */
  for (guint k = 0; k < words->len; k++)
    for (guint i = 0; i < G_N_ELEMENTS (units); i++)
      if (strcmp (words->pdata[k], units[i].word) == 0 &&
          (k + 1 == words->len || strlen (units[i].word) > 4))
        return units[i].unit;
  return "";
}

static double
get_length_of (const char *word)
{
  if (fits (word, "week") || fits (word, "woche") || fits (word, "semaine") || fits (word, "semana"))
    return 7;
  if (fits (word, "month") || fits (word, "monat") || fits (word, "mois$") || fits (word, "mes"))
    return 30;
  return fits (word, "day") || fits (word, "tag") || fits (word, "jour") || fits (word, "dia") ? 1 : 0;
}

/**
 * nsm_name_get_days:
 * @from: (out): first day
 * @to: (out): last day
 *
 * "logins_first_14_days" was counted from day 1 to day 14, "retained_d90" was looked at on day
 * 90. "last_30_days" says nothing, because everybody's last days are other ones.
 *
 * Returns: whether the name says on which days since each customer's start it was measured
 */
gboolean
nsm_name_get_days (GPtrArray *words, NsmColumnRole role, double *from, double *to)
{
  static const char *const first[] = { "first", "erste", "ersten", "premiers", "primeros", NULL };
  static const char *const last[] = { "last", "letzte", "letzten", "past", "trailing", "l", NULL };
  gboolean begins = has_word (words, first);

  if (has_word (words, last) || (role == NSM_COLUMN_ROLE_CANDIDATE && !begins))
    return FALSE;
  for (guint i = 0; i < words->len; i++)
    {
      double days = get_days_of (words->pdata[i]);
      double length = i + 1 < words->len ? get_length_of (words->pdata[i + 1]) : 0;
      double earlier = i > 0 ? get_length_of (words->pdata[i - 1]) : 0;
      gboolean bare = g_ascii_isdigit (((char *) words->pdata[i])[strlen (words->pdata[i]) - 1]) &&
                      g_ascii_isdigit (((char *) words->pdata[i])[0]);

      if (days == 0 && begins && i > 0 && g_strv_contains (first, words->pdata[i - 1]) &&
          get_length_of (words->pdata[i]) > 0)
        days = get_length_of (words->pdata[i]); /* "first_week" */
      else if (days > 0 && bare && length == 0 && earlier == 0)
        continue; /* a number of something else */
      else if (days > 0 && bare)
        days *= length > 0 ? length : earlier;
      if (days < 1 || days > 36500)
        continue;
      *to = days;
      *from = begins ? 1 : days;
      return TRUE;
    }
  return FALSE;
}
