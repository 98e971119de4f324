/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scores of all rounds that were revealed, for a spreadsheet or a program. */
#include <csv.h>
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "analysis/scores.h"
#include "evidence/csv.h"
#include "record/language.h"
#include "report/export.h"
#include "report/redaction.h"
#include "report/writers.h"
#include "rounds/round.h"

/* RFC 4180 in UTF-8, with the mark that makes Excel take it for UTF-8; R, Python and LibreOffice
 * know it, too. The header and the choices are words of no language, numbers have a decimal point:
 * programs read the same file everywhere. A cell of text that a spreadsheet would compute has an
 * apostrophe in front. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static const char *const cell_columns[] = {
  "round",  "candidate", "deliberately_bad", "criterion", "weight", "people", "mean", "median",
  "lowest", "highest",   "ones",             "twos",      "threes", "fours",  "fives",
  "abstained", "agreed", "total",            "rank",
};

static const char *const person_columns[] = {
  "round",  "person",    "function", "candidate",  "deliberately_bad", "criterion",
  "weight", "mark",      "abstained", "confidence", "reason",
};

static void
append_cell (GString *row, const char *text)
{
  gsize length = strlen (text), room = 2 * length + 2;
  g_autofree char *quoted = g_malloc (room);
  gsize size = csv_write (quoted, room, text, length);

  if (row->len > 0)
    g_string_append_c (row, ',');
  g_string_append_len (row, quoted, (gssize) size);
}

static void
append_text (GString *row, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *harmless = nsm_csv_disarm_cell (valid);

  append_cell (row, harmless);
}

/* Empty where there is none. */
static void
append_number (GString *row, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE] = "";

  if (isfinite (number))
    g_ascii_formatd (buffer, sizeof buffer, "%.12g", number);
  append_cell (row, buffer);
}

static void
end_row (GString *out, GString *row)
{
  g_string_append_len (out, row->str, (gssize) row->len);
  g_string_append (out, "\r\n");
  g_string_truncate (row, 0);
}

static void
write_header (GString *out, GString *row, const char *const *columns, gsize n)
{
  for (gsize i = 0; i < n; i++)
    append_cell (row, columns[i]);
  end_row (out, row);
}

static guint
count_marks (NsmScores *scores, guint candidate, guint criterion, double mark)
{
  guint n = 0;

  for (guint p = 0; p < nsm_scores_get_n_people (scores); p++)
    n += fabs (nsm_scores_get_mark (scores, p, candidate, criterion) - mark) < 0.5 ? 1 : 0;
  return n;
}

static void
write_cell (GString *out, GString *row, NsmScores *scores, guint c, guint k)
{
  const NsmCell *cell = nsm_scores_get_cell (scores, c, k);

  append_number (row, nsm_scores_get_round (scores)->number);
  append_text (row, nsm_scores_get_candidate_title (scores, c));
  append_number (row, nsm_scores_is_calibration (scores, c));
  append_text (row, nsm_scores_get_criterion_name (scores, k));
  append_number (row, nsm_scores_get_weight (scores, k));
  append_number (row, cell->n);
  append_number (row, cell->mean);
  append_number (row, cell->median);
  append_number (row, cell->low);
  append_number (row, cell->high);
  for (guint mark = 1; mark <= 5; mark++)
    append_number (row, count_marks (scores, c, k, mark));
  append_number (row, cell->n_abstained);
  append_number (row, nsm_scores_get_agreed (scores, c, k));
  append_number (row, nsm_scores_get_total (scores, c));
  append_number (row, nsm_scores_get_rank (scores, c));
  end_row (out, row);
}

static void
write_person (GString *out, GString *row, NsmScores *scores, guint p, guint c, guint k)
{
  NsmRound *round = nsm_scores_get_round (scores);
  NsmRosterEntry *who = nsm_round_get_roster_entry (round, nsm_scores_get_person_id (scores, p));
  NsmEntry *entry = nsm_scores_get_entry (scores, p, c, k);

  append_number (row, round->number);
  append_text (row, nsm_scores_get_person_name (scores, p));
  append_text (row, who != NULL ? nsm_choice_get_nick (NSM_TYPE_FUNCTION, who->function) : "");
  append_text (row, nsm_scores_get_candidate_title (scores, c));
  append_number (row, nsm_scores_is_calibration (scores, c));
  append_text (row, nsm_scores_get_criterion_name (scores, k));
  append_number (row, nsm_scores_get_weight (scores, k));
  append_number (row, nsm_scores_get_mark (scores, p, c, k));
  append_number (row, entry != NULL && entry->abstained);
  append_text (row, entry != NULL
                      ? nsm_choice_get_nick (NSM_TYPE_CONFIDENCE, entry->confidence)
                      : "");
  append_text (row, entry != NULL ? entry->text : "");
  end_row (out, row);
}

static void
write_scores (GString *out, GString *row, NsmScores *scores, gboolean people)
{
  guint n_people = nsm_scores_get_n_people (scores);

  for (guint c = 0; c < nsm_scores_get_n_candidates (scores); c++)
    for (guint k = 0; k < nsm_scores_get_n_criteria (scores); k++)
      {
        for (guint p = 0; people && p < n_people; p++)
          write_person (out, row, scores, p, c, k);
        if (!people)
          write_cell (out, row, scores, c, k);
      }
}

/**
 * nsm_report_write_csv:
 *
 * Of each round of scores that was revealed a row for each candidate and criterion, with what
 * people marked taken together. With NSM_REPORT_NAMES_WITH_SCORES, and if a round had promised
 * names, a row for each person instead; rounds without names aren't in that one.
 *
 * Returns: (transfer full): the table, or NULL with NSM_REPORT_ERROR_EMPTY set
 */
GBytes *
nsm_report_write_csv (NsmWorkshop *workshop, const NsmReportOptions *options, GError **error)
{
  g_autoptr (NsmLanguageScope) scope = NULL;
  g_autoptr (NsmWorkshop) told = NULL;
  g_autoptr (GPtrArray) rounds =
    g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_scores_free);
  g_autoptr (GString) out = g_string_new (BYTE_ORDER_MARK);
  g_autoptr (GString) row = g_string_new (NULL);
  gboolean named = FALSE;

  if (nsm_workshop_get_revealed_round (workshop, NSM_ROUND_KIND_SCORES) == NULL)
    {
      g_set_error (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_EMPTY,
                   _("There are no scores yet: a round of scores has to be revealed first."));
      return NULL;
    }
  scope = nsm_language_enter (options->language);
  told = nsm_report_redact (workshop, options);
  NSM_LIST_EACH (NsmRound, round, told->rounds)
    {
      NsmScores *scores = nsm_scores_new (round);

      if (scores == NULL)
        continue;
      g_ptr_array_add (rounds, scores);
      named = named || !nsm_scores_is_nameless (scores);
    }
  named = named && options->names == NSM_REPORT_NAMES_WITH_SCORES;
  if (named)
    write_header (out, row, person_columns, G_N_ELEMENTS (person_columns));
  else
    write_header (out, row, cell_columns, G_N_ELEMENTS (cell_columns));
  for (guint i = 0; i < rounds->len; i++)
    if (!named || !nsm_scores_is_nameless (rounds->pdata[i]))
      write_scores (out, row, rounds->pdata[i], named);
  return g_string_free_to_bytes (g_steal_pointer (&out));
}
