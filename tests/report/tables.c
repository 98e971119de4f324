/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be exported beside the document: the scores as CSV, the day of the review as iCalendar. */
#include <csv.h>
#include <math.h>
#include <string.h>

#include "analysis/scores.h"
#include "extreme.h"
#include "record/language.h"
#include "report/export.h"
#include "rounds/round.h"
#include "sample.h"

static char *
write_as (NsmWorkshop *workshop, NsmReportFormat format, NsmReportNames names,
          const char *language)
{
  const NsmReportOptions options = { .names = names, .language = language, .date = "2026-03-31" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsm_report_write (workshop, format, &options, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
assert_empty (NsmWorkshop *workshop, NsmReportFormat format, const char *says)
{
  /* It's said to the user, in the user's language. */
  const NsmReportOptions options = { .language = "de" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsm_report_write (workshop, format, &options, &error);

  g_assert_null (bytes);
  g_assert_error (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, says));
}

/* Scores */

typedef struct
{
  GPtrArray *rows; /* GPtrArray of char * */
  GPtrArray *row;
} Table;

static void
on_cell (void *text, size_t length, void *data)
{
  Table *table = data;

  g_ptr_array_add (table->row, g_strndup (text, length));
}

static void
on_row (int end, void *data)
{
  Table *table = data;

  g_assert_cmpint (end, !=, '\n');
  g_ptr_array_add (table->rows, table->row);
  table->row = g_ptr_array_new_with_free_func (g_free);
}

static GPtrArray *
read_table (const char *text)
{
  Table table = { g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
                  g_ptr_array_new_with_free_func (g_free) };
  struct csv_parser parser;
  GPtrArray *head;

  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
  g_assert_true (g_str_has_suffix (text, "\r\n"));
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpint (csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI), ==, 0);
  g_assert_cmpuint (csv_parse (&parser, text + 3, strlen (text) - 3, on_cell, on_row, &table), ==,
                    strlen (text) - 3);
  g_assert_cmpint (csv_fini (&parser, on_cell, on_row, &table), ==, 0);
  csv_free (&parser);
  g_ptr_array_unref (table.row);
  head = table.rows->pdata[0];
  for (guint i = 1; i < table.rows->len; i++)
    g_assert_cmpuint (((GPtrArray *) table.rows->pdata[i])->len, ==, head->len);
  return table.rows;
}

static const char *
get_cell (GPtrArray *rows, guint row, const char *column)
{
  GPtrArray *head = rows->pdata[0];

  for (guint i = 0; i < head->len; i++)
    if (strcmp (head->pdata[i], column) == 0)
      return ((GPtrArray *) rows->pdata[row])->pdata[i];
  g_assert_not_reached ();
}

static void
assert_number (const char *text, double expected)
{
  if (isnan (expected))
    g_assert_cmpstr (text, ==, "");
  else
    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (text, NULL), expected, 1e-9);
}

static NsmRound *
get_scores (NsmWorkshop *workshop)
{
  return nsm_workshop_get_revealed_round (workshop, NSM_ROUND_KIND_SCORES);
}

static void
test_together (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmScores) scores = nsm_scores_new (get_scores (workshop));
  g_autofree char *text =
    write_as (workshop, NSM_REPORT_FORMAT_SCORES, NSM_REPORT_NAMES_ONLY, NULL);
  g_autofree char *german =
    write_as (workshop, NSM_REPORT_FORMAT_SCORES, NSM_REPORT_NAMES_ONLY, "de");
  g_autoptr (GPtrArray) rows = read_table (text);
  guint n_criteria = nsm_scores_get_n_criteria (scores), row = 1;

  g_assert_cmpuint (rows->len, ==, 1 + n_criteria * nsm_scores_get_n_candidates (scores));
  for (guint c = 0; c < nsm_scores_get_n_candidates (scores); c++)
    for (guint k = 0; k < n_criteria; k++, row++)
      {
        const NsmCell *cell = nsm_scores_get_cell (scores, c, k);
        const char *const marks[] = { "ones", "twos", "threes", "fours", "fives" };
        double n = 0;

        g_assert_cmpstr (get_cell (rows, row, "candidate"), ==,
                         nsm_scores_get_candidate_title (scores, c));
        g_assert_cmpstr (get_cell (rows, row, "criterion"), ==,
                         nsm_scores_get_criterion_name (scores, k));
        assert_number (get_cell (rows, row, "round"), 1);
        assert_number (get_cell (rows, row, "mean"), cell->mean);
        assert_number (get_cell (rows, row, "median"), cell->median);
        assert_number (get_cell (rows, row, "lowest"), cell->low);
        assert_number (get_cell (rows, row, "highest"), cell->high);
        assert_number (get_cell (rows, row, "people"), cell->n);
        assert_number (get_cell (rows, row, "abstained"), cell->n_abstained);
        assert_number (get_cell (rows, row, "agreed"), nsm_scores_get_agreed (scores, c, k));
        assert_number (get_cell (rows, row, "total"), nsm_scores_get_total (scores, c));
        assert_number (get_cell (rows, row, "rank"), nsm_scores_get_rank (scores, c));
        for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
          n += g_ascii_strtod (get_cell (rows, row, marks[i]), NULL);
        assert_number (get_cell (rows, row, "people"), n);
      }
  /* Programs read the same everywhere. */
  g_assert_cmpstr (text, ==, german);
  NSM_LIST_EACH (NsmParticipant, person, workshop->participants)
    {
      g_assert_null (strstr (text, person->name));
    }
}

static void
test_each_person (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  NsmRound *round = get_scores (workshop);
  g_autoptr (NsmScores) scores = nsm_scores_new (round);
  g_autofree char *named =
    write_as (workshop, NSM_REPORT_FORMAT_SCORES, NSM_REPORT_NAMES_WITH_SCORES, NULL);
  g_autofree char *nobody =
    write_as (workshop, NSM_REPORT_FORMAT_SCORES, NSM_REPORT_NAMES_NONE, NULL);
  g_autofree char *unnamed = NULL;
  g_autofree char *only = write_as (workshop, NSM_REPORT_FORMAT_SCORES, NSM_REPORT_NAMES_ONLY, NULL);
  g_autoptr (GPtrArray) rows = read_table (named);
  guint n_people = nsm_scores_get_n_people (scores), row = 1;

  g_assert_cmpuint (n_people, >, 1);
  g_assert_cmpuint (rows->len, ==,
                    1 + n_people * nsm_scores_get_n_criteria (scores) *
                          nsm_scores_get_n_candidates (scores));
  for (guint c = 0; c < nsm_scores_get_n_candidates (scores); c++)
    for (guint k = 0; k < nsm_scores_get_n_criteria (scores); k++)
      for (guint p = 0; p < n_people; p++, row++)
        {
          NsmEntry *entry = nsm_scores_get_entry (scores, p, c, k);

          g_assert_cmpstr (get_cell (rows, row, "person"), ==,
                           nsm_scores_get_person_name (scores, p));
          assert_number (get_cell (rows, row, "mark"), nsm_scores_get_mark (scores, p, c, k));
          g_assert_cmpstr (get_cell (rows, row, "reason"), ==, entry != NULL ? entry->text : "");
        }
  /* What was promised holds, whatever is asked for now. */
  g_object_set (round, "privacy", NSM_PRIVACY_UNNAMED, NULL);
  unnamed = write_as (workshop, NSM_REPORT_FORMAT_SCORES, NSM_REPORT_NAMES_WITH_SCORES, NULL);
  g_assert_cmpstr (unnamed, ==, only);
  NSM_LIST_EACH (NsmParticipant, person, workshop->participants)
    {
      g_assert_nonnull (strstr (named, person->name));
      g_assert_null (strstr (unnamed, person->name));
      g_assert_null (strstr (nobody, person->name));
    }
}

static void
test_formulas (void)
{
  const char *const dangerous[] = { "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1" };
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  NsmSubject *subject = nsm_list_get (get_scores (workshop)->subjects, 0);

  for (guint i = 0; i < G_N_ELEMENTS (dangerous); i++)
    {
      g_autofree char *guarded = g_strconcat ("'", dangerous[i], NULL);
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      g_free (subject->title);
      subject->title = g_strdup (dangerous[i]);
      text = write_as (workshop, NSM_REPORT_FORMAT_SCORES, NSM_REPORT_NAMES_WITH_SCORES, NULL);
      rows = read_table (text);
      g_assert_cmpstr (get_cell (rows, 1, "candidate"), ==, guarded);
    }
}

static void
test_quotes (void)
{
  const char *text = "He said “yes”, \"no\";\nand, then, left";
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  NsmRound *round = get_scores (workshop);
  NsmEntry *entry = nsm_list_get (((NsmAnswer *) nsm_list_get (round->answers, 0))->entries, 0);
  g_autofree char *written = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint found = 0;

  g_object_set (entry, "text", text, NULL);
  written = write_as (workshop, NSM_REPORT_FORMAT_SCORES, NSM_REPORT_NAMES_WITH_SCORES, NULL);
  rows = read_table (written);
  for (guint i = 1; i < rows->len; i++)
    found += strcmp (get_cell (rows, i, "reason"), text) == 0 ? 1 : 0;
  g_assert_cmpuint (found, ==, 1);
}

/* Nothing of a round that isn't revealed leaves it. */
static void
test_not_revealed (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmWorkshop) empty = nsm_workshop_new ();

  g_object_set (get_scores (workshop), "state", NSM_ROUND_STATE_CLOSED, NULL);
  assert_empty (workshop, NSM_REPORT_FORMAT_SCORES, "There are no scores yet");
  assert_empty (empty, NSM_REPORT_FORMAT_SCORES, "There are no scores yet");
}

/* The calendar */

/* Lines are folded at 75 bytes, and never in the middle of a character. */
static char *
unfold (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_autoptr (GString) whole = g_string_new (text);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_null (strchr (lines[i], '\n'));
      g_assert_null (strchr (lines[i], '\r'));
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
  g_string_replace (whole, "\r\n ", "", 0);
  return g_strdup (whole->str);
}

static char *
write_calendar (NsmWorkshop *workshop, NsmReportNames names, const char *language)
{
  g_autofree char *text = write_as (workshop, NSM_REPORT_FORMAT_CALENDAR, names, language);

  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n"));
  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  return unfold (text);
}

static char *
dup_line (const char *text, const char *start)
{
  const char *line = strstr (text, start);

  g_assert_nonnull (line);
  return g_strndup (line, strcspn (line, "\r"));
}

static void
test_calendar (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autofree char *text = write_calendar (workshop, NSM_REPORT_NAMES_ONLY, NULL);
  g_autofree char *uid = dup_line (text, "\r\nUID:");
  g_autofree char *nameless = write_calendar (workshop, NSM_REPORT_NAMES_NONE, NULL);
  g_autofree char *nameless_uid = dup_line (nameless, "\r\nUID:");
  g_autofree char *later = NULL;
  g_autofree char *later_uid = NULL;

  g_assert_nonnull (strstr (text, "\r\nDTSTART;VALUE=DATE:20261001\r\n"));
  g_assert_nonnull (strstr (text, "\r\nDTEND;VALUE=DATE:20261002\r\n"));
  g_assert_nonnull (strstr (text, "\r\nDTSTAMP:20260331T000000Z\r\n"));
  g_assert_nonnull (strstr (text, "\r\nSUMMARY;LANGUAGE=en:Review the North Star Metric: Teams "
                                  "completing at least one project\\, per month\r\n"));
  g_assert_nonnull (strstr (text, "It rises while customers leave"));
  g_assert_nonnull (strstr (text, "Count it in the warehouse · Jonas · by 15 April 2026"));
  /* Done already. */
  g_assert_null (strstr (text, "Put it on the dashboard"));
  g_assert_nonnull (strstr (text, "TRIGGER:-P13DT15H\r\n"));
  g_assert_nonnull (strstr (text, "TRIGGER:-PT15H\r\n"));
  NSM_LIST_EACH (NsmParticipant, person, workshop->participants)
    {
      g_assert_null (strstr (nameless, person->name));
    }
  g_assert_cmpstr (uid, ==, nameless_uid);

  g_object_set (workshop->commitment, "review-on", "2026-12-01", NULL);
  later = write_calendar (workshop, NSM_REPORT_NAMES_ONLY, NULL);
  later_uid = dup_line (later, "\r\nUID:");
  g_assert_nonnull (strstr (later, "DTSTART;VALUE=DATE:20261201"));
  g_assert_cmpstr (uid, ==, later_uid);
}

static void
test_calendar_in_german (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autofree char *text = write_calendar (workshop, NSM_REPORT_NAMES_ONLY, "de");

  g_assert_nonnull (strstr (text, "SUMMARY;LANGUAGE=de:"));
  g_assert_nonnull (strstr (text, "31. März 2026"));
  g_assert_nonnull (strstr (text, "15. April 2026"));
  g_assert_null (strstr (text, "31 March"));
}

/* So many months after the decision, where no day is set. */
static void
test_calendar_months (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autofree char *text = NULL;

  g_object_set (workshop->commitment, "review-on", "", "decided-on", "2026-08-31", "review-months",
                6.0, NULL);
  text = write_calendar (workshop, NSM_REPORT_NAMES_ONLY, NULL);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20270228"));
  g_object_set (workshop->commitment, "decided-on", "", NULL);
  assert_empty (workshop, NSM_REPORT_FORMAT_CALENDAR, "“Commitment”");
}

static void
test_extreme (void)
{
  g_autoptr (NsmWorkshop) workshop = extreme_new ();
  g_autofree char *named =
    write_as (workshop, NSM_REPORT_FORMAT_SCORES, NSM_REPORT_NAMES_WITH_SCORES, NULL);
  g_autofree char *together =
    write_as (workshop, NSM_REPORT_FORMAT_SCORES, NSM_REPORT_NAMES_NONE, NULL);
  g_autoptr (GPtrArray) first = read_table (named);
  g_autoptr (GPtrArray) second = read_table (together);
  g_autofree char *calendar = write_calendar (workshop, NSM_REPORT_NAMES_ONLY, NULL);

  g_assert_cmpuint (first->len, >, 100);
  g_assert_cmpuint (second->len, >, 50);
  NSM_LIST_EACH (NsmTrigger, trigger, workshop->commitment->triggers)
    {
      g_assert_nonnull (strstr (calendar, "\\n– "));
    }
}

int
main (int argc, char *argv[])
{
  nsm_language_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scores/together", test_together);
  g_test_add_func ("/scores/each-person", test_each_person);
  g_test_add_func ("/scores/formulas", test_formulas);
  g_test_add_func ("/scores/quotes", test_quotes);
  g_test_add_func ("/scores/not-revealed", test_not_revealed);
  g_test_add_func ("/calendar/event", test_calendar);
  g_test_add_func ("/calendar/german", test_calendar_in_german);
  g_test_add_func ("/calendar/months", test_calendar_months);
  g_test_add_func ("/extreme", test_extreme);

  return g_test_run ();
}
