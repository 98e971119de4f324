/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For whom a document is: what may be read in it, by each choice, in each format. */
#include <string.h>

#include <glib.h>

#include "example.h"
#include "findings/scoring.h"
#include "method/versions.h"
#include "report/build.h"
#include "report/export.h"
#include "report/names.h"
#include "report/redaction.h"
#include "rounds/round.h"
#include "sample.h"

static const char *const examples[] = { "fitness", "marketplace", "project-management",
                                        "common-mistakes" };

/* Plain words of a whole document, figures in words among them. */

static void append_nodes (GString *out, GPtrArray *nodes);

static void
append_node (GString *out, NsmNode *node)
{
  g_autofree char *text = nsm_node_dup_plain_text (node);

  g_string_append_printf (out, "%s\n", text);
  if (node->figure != NULL)
    {
      NsmFigure *figure = node->figure;

      g_string_append_printf (out, "%s\n", figure->alternative);
      for (guint i = 0; i < figure->inputs->len; i++)
        g_string_append_printf (out, "%s\n", ((NsmFigureBox *) figure->inputs->pdata[i])->owner);
    }
  append_nodes (out, node->children);
}

static void
append_nodes (GString *out, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    append_node (out, nodes->pdata[i]);
}

static char *
dup_words (NsmReport *report)
{
  g_autoptr (GString) out = g_string_new (report->title);
  g_autofree char *version = nsm_report_dup_version_line (report);

  g_string_append_printf (out, "\n%s\n%s\n%s\n", version, report->author, report->workshop);
  for (guint i = 0; i < report->missing->len; i++)
    g_string_append_printf (out, "%s\n", (char *) report->missing->pdata[i]);
  append_nodes (out, report->sections);
  return g_strdup (out->str);
}

static char *
write_text (NsmWorkshop *workshop, NsmReportFormat format, const NsmReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsm_report_write (workshop, format, options, &error);

  if (g_error_matches (error, NSM_REPORT_ERROR, NSM_REPORT_ERROR_EMPTY))
    return g_strdup ("");
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Formats whose bytes are their words. */
static gboolean
is_text (const NsmReportFormatInfo *info)
{
  return info->format != NSM_REPORT_FORMAT_PDF && info->format != NSM_REPORT_FORMAT_DOCX;
}

static void
add_name (GPtrArray *names, const char *name)
{
  if (g_utf8_strlen (name, -1) >= 2)
    g_ptr_array_add (names, (gpointer) name);
}

static GPtrArray *
collect_names (NsmWorkshop *workshop)
{
  GPtrArray *names = g_ptr_array_new ();

  NSM_LIST_EACH (NsmParticipant, person, workshop->participants)
    {
      add_name (names, person->name);
    }
  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    NSM_LIST_EACH (NsmRosterEntry, entry, round->roster)
      {
        add_name (names, entry->name);
      }
  NSM_LIST_EACH (NsmSignOff, sign, workshop->commitment->sign_offs)
    {
      add_name (names, sign->who);
    }
  NSM_LIST_EACH (NsmInterview, interview, workshop->value->interviews)
    {
      add_name (names, interview->who);
    }
  add_name (names, workshop->author);
  return names;
}

static gboolean
is_letter_at (const char *p)
{
  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* Whether @name stands in @text as a word. */
static gboolean
has_word (const char *text, const char *name)
{
  for (const char *p = strstr (text, name); p != NULL; p = strstr (p + 1, name))
    if ((p == text || !is_letter_at (g_utf8_prev_char (p))) && !is_letter_at (p + strlen (name)))
      return TRUE;
  return FALSE;
}

static void
check_nameless (NsmWorkshop *workshop, NsmReportScope scope)
{
  const NsmReportOptions options = { .date = "2026-03-31",
                                     .scope = scope,
                                     .names = NSM_REPORT_NAMES_NONE };
  g_autoptr (GPtrArray) names = collect_names (workshop);
  g_autoptr (NsmReport) report = nsm_report_build (workshop, &options);
  g_autofree char *words = dup_words (report);

  g_assert_cmpuint (names->len, >, 0);
  for (guint n = 0; n < names->len; n++)
    if (has_word (words, names->pdata[n]))
      g_error ("“%s” stands in the document", (char *) names->pdata[n]);
  for (guint i = 0; i < nsm_report_formats_get_n (); i++)
    {
      const NsmReportFormatInfo *info = nsm_report_formats_get (i);
      g_autofree char *text =
          is_text (info) ? write_text (workshop, info->format, &options) : g_strdup ("");

      for (guint n = 0; n < names->len; n++)
        if (has_word (text, names->pdata[n]))
          g_error ("“%s” stands in %s", (char *) names->pdata[n], info->nick);
    }
}

/* Nobody's name, wherever it was typed. */
static void
test_nameless (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (NsmWorkshop) workshop = example_load (examples[i]);

      check_nameless (workshop, NSM_REPORT_SCOPE_FULL);
      check_nameless (workshop, NSM_REPORT_SCOPE_SUMMARY);
    }
}

/* Puts @text into every text of @record that people write. */
static void
fill_texts (NsmRecord *record, const char *text)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];

      if (field->kind == NSM_KIND_CHILD)
        fill_texts (nsm_record_get_child (record, field), text);
      else if (field->kind == NSM_KIND_LIST)
        {
          NsmList *list = nsm_record_get_list (record, field);

          for (guint j = 0; j < nsm_list_get_size (list); j++)
            fill_texts (nsm_list_get (list, j), text);
        }
      else if (field->kind == NSM_KIND_TEXT && (field->flags & NSM_FIELD_DATE) == 0 &&
               !NSM_IS_ROUND (record) && !NSM_IS_SUBJECT (record) && !NSM_IS_ASPECT (record) &&
               !NSM_IS_ROSTER_ENTRY (record) && !NSM_IS_PARTICIPANT (record) &&
               !NSM_IS_CONTRIBUTION (record) && !NSM_IS_CARD_REF (record) &&
               !NSM_IS_VERSION (record) && strcmp (field->name, "person") != 0 &&
               strcmp (field->name, "subject") != 0 && strcmp (field->name, "aspect") != 0 &&
               strcmp (field->name, "round") != 0 && strcmp (field->name, "candidate") != 0 &&
               strcmp (field->name, "choice") != 0 && strcmp (field->name, "criterion") != 0 &&
               strcmp (field->name, field->label) != 0)
        g_object_set (record, klass->pspecs[i]->name, text, NULL);
    }
}

static void
test_named_everywhere (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  NsmParticipant *jonas = nsm_list_get (workshop->participants, 1);

  g_object_set (jonas, "name", "Jonas Wölfle-Ōkubo", NULL);
  fill_texts (NSM_RECORD (workshop), "as Amara, (Jonas Wölfle-Ōkubo) and Mei’s team said");
  check_nameless (workshop, NSM_REPORT_SCOPE_FULL);
  check_nameless (workshop, NSM_REPORT_SCOPE_SUMMARY);
}

/* Nor in what an old version was, and what changed since. */
static void
test_nameless_versions (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("fitness");
  NsmParticipant *person = nsm_list_get (workshop->participants, 0);
  g_autofree char *was = g_strdup (person->name);
  const NsmReportOptions options = { .names = NSM_REPORT_NAMES_NONE };
  g_autoptr (NsmWorkshop) redacted = NULL;
  g_autoptr (NsmWorkshop) opened = NULL;
  NsmVersion *version;

  g_object_set (workshop->definition, "owner", was, NULL);
  g_assert_nonnull (nsm_workshop_freeze (workshop));
  g_object_set (person, "name", "Someone Else", NULL);
  g_object_set (workshop->definition, "owner", "Someone Else", NULL);
  check_nameless (workshop, NSM_REPORT_SCOPE_FULL);
  redacted = nsm_report_redact (workshop, &options);
  version = nsm_workshop_get_latest_version (redacted);
  g_assert_false (has_word (version->content, was));
  opened = nsm_version_open (version, redacted, NULL);
  g_assert_nonnull (opened);
  g_assert_cmpstr (opened->definition->owner, ==, redacted->definition->owner);
}

static void
test_calling (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmNames) names = nsm_names_new ();
  static const char *const pairs[][2] = {
    { "Mei and Meike", "Product and Meike" },
    { "MeiMei, Mei.", "MeiMei, Product." },
    { "Jonas and Jonas Ek: Jonas", "Engineering 1 and Engineering 2: Engineering 1" },
    { "王芳说", "Data 2说" },
    { "in May, Ann-Mei", "in May, Ann-Product" },
    { "Jonas  Ek, Jonas\nEk and Jonas\u00a0Ek.", "Engineering 2, Engineering 2 and Engineering 2." },
    { "O'Neil’s, O’Neil", "Leadership 2’s, Leadership 2" },
    { "", "" },
  };

  nsm_list_append_new (workshop->participants, "name", "Jonas Ek", "function",
                       NSM_FUNCTION_ENGINEERING, NULL);
  nsm_list_append_new (workshop->participants, "name", "王芳", "function", NSM_FUNCTION_DATA, NULL);
  nsm_list_append_new (workshop->participants, "name", "Leadership", "function", NSM_FUNCTION_OTHER,
                       NULL);
  nsm_list_append_new (workshop->participants, "name", "O’Neil", "function",
                       NSM_FUNCTION_LEADERSHIP, NULL);
  nsm_names_collect (names, workshop);
  nsm_names_settle (names);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *text = nsm_names_dup_text (names, pairs[i][0]);

      g_assert_cmpstr (text, ==, pairs[i][1]);
    }
}

static void
check_who (NsmNames *names, const char *who, const char *expected)
{
  g_autofree char *text = nsm_names_dup_who (names, who);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_calling_whoever (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmNames) names = nsm_names_new ();
  g_autofree char *owner = NULL;

  nsm_names_collect (names, workshop);
  nsm_names_settle (names);
  check_who (names, "Jonas", "Engineering");
  check_who (names, "Jonas and Karin", "Engineering");
  check_who (names, "Karin", "Not named");
  check_who (names, "Karin’s team", "Not named");
  check_who (names, "Owner teams", "Owner teams");
  check_who (names, "Finance", "Finance");
  check_who (names, "Customer success, marketing", "Customer success, marketing");
  check_who (names, "–", "Not named");
  check_who (names, "Growth", "Growth");
  check_who (names, "Data", "Data");
  check_who (names, "", "");
  owner = nsm_names_dup_owner (names, "Mei, product");
  g_assert_cmpstr (owner, ==, "Product");
}

/* By name as somebody who took part; what was answered, by nobody's. */
static void
test_names_only (void)
{
  const NsmReportOptions options = { .date = "2026-03-31" };
  const NsmReportOptions answering = { .date = "2026-03-31",
                                       .names = NSM_REPORT_NAMES_WITH_SCORES };
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmReport) report = nsm_report_build (workshop, &options);
  g_autoptr (NsmReport) full = nsm_report_build (workshop, &answering);
  g_autofree char *words = dup_words (report);
  g_autofree char *all = dup_words (full);

  g_assert_true (has_word (words, "Amara"));
  g_assert_nonnull (strstr (words, "We are opened every morning."));
  g_assert_null (strstr (words, "Amara: We are opened"));
  g_assert_nonnull (strstr (all, "Amara: We are opened"));
  g_assert_nonnull (strstr (words, "Files shared"));
  g_assert_null (strstr (words, "Files shared ("));
  g_assert_nonnull (strstr (all, "Files shared (Amara)"));
  g_assert_null (strstr (words, "Jonas: One task"));
  g_assert_nonnull (strstr (all, "Jonas: One task"));
  g_assert_null (strstr (words, "Who gave which score"));
  g_assert_nonnull (strstr (all, "Who gave which score"));
}

/* What a team wrote down together is no answer of anybody. */
static void
drop_conclusions (NsmReport *report)
{
  NsmNode *scores = nsm_report_find (report, "scores");

  for (guint i = scores != NULL ? scores->children->len : 0; i-- > 0;)
    if (g_strcmp0 (((NsmNode *) scores->children->pdata[i])->id, "conclusions") == 0)
      g_ptr_array_remove_index (scores->children, i);
}

/* In no section that tells of answers does a name stand, in none of the examples. */
static void
test_no_name_at_answers (void)
{
  const NsmReportOptions options = { .date = "2026-03-31" };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (NsmWorkshop) workshop = example_load (examples[i]);
      g_autoptr (NsmReport) report = nsm_report_build (workshop, &options);
      g_autoptr (GString) words = g_string_new (NULL);
      static const char *const telling[] = { "scores", "game-vote", "movement" };

      drop_conclusions (report);
      for (guint t = 0; t < G_N_ELEMENTS (telling); t++)
        if (nsm_report_find (report, telling[t]) != NULL)
          append_node (words, nsm_report_find (report, telling[t]));
      NSM_LIST_EACH (NsmParticipant, person, workshop->participants)
        {
          if (has_word (words->str, person->name))
            g_error ("%s: “%s” stands at an answer", examples[i], person->name);
        }
    }
}

/* A file of scores has a line a person only where that was chosen. */
static void
test_scores (void)
{
  const NsmReportOptions only = { .date = "2026-03-31" };
  const NsmReportOptions answering = { .names = NSM_REPORT_NAMES_WITH_SCORES };
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autofree char *without = write_text (workshop, NSM_REPORT_FORMAT_SCORES, &only);
  g_autofree char *with = write_text (workshop, NSM_REPORT_FORMAT_SCORES, &answering);

  g_assert_true (has_word (with, "Amara"));
  g_assert_false (has_word (without, "Amara"));
}

/* What the figures say is worked out once, whoever reads it. */
static void
test_worked_out_once (void)
{
  g_autoptr (NsmWorkshop) workshop = example_load ("marketplace");
  guint before = 0;

  for (guint names = NSM_REPORT_NAMES_ONLY; names <= NSM_REPORT_NAMES_NONE; names++)
    {
      const NsmReportOptions options = { .date = "2026-03-31", .names = names };
      g_autoptr (NsmReport) report = nsm_report_build (workshop, &options);

      if (names == NSM_REPORT_NAMES_ONLY)
        before = nsm_scoring_count_computed ();
      g_assert_cmpuint (nsm_scoring_count_computed (), ==, before);
    }
}

/* A round that promised that answers have no name keeps that, whatever is chosen. */
static void
test_promise (void)
{
  const NsmReportOptions options = { .date = "2026-03-31", .names = NSM_REPORT_NAMES_WITH_SCORES };
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmReport) report = NULL;
  g_autofree char *words = NULL;

  NSM_LIST_EACH (NsmRound, round, workshop->rounds)
    {
      g_object_set (round, "privacy", NSM_PRIVACY_UNNAMED, NULL);
    }
  report = nsm_report_build (workshop, &options);
  words = dup_words (report);
  g_assert_null (strstr (words, "Amara: We are opened"));
  g_assert_null (strstr (words, "Files shared (Amara)"));
  g_assert_null (strstr (words, "Who gave which score"));
}

/* A round still verifies, whatever is left out: it is the round itself that is looked at. */
static void
test_verified (void)
{
  for (guint names = NSM_REPORT_NAMES_ONLY; names <= NSM_REPORT_NAMES_NONE; names++)
    {
      const NsmReportOptions options = { .date = "2026-03-31", .names = names };
      g_autoptr (NsmWorkshop) workshop = example_load ("fitness");
      g_autofree char *text = write_text (workshop, NSM_REPORT_FORMAT_MARKDOWN, &options);

      g_assert_nonnull (strstr (text, "Everything fits"));
      g_assert_null (strstr (text, "Doesn’t verify"));
    }
}

static void
test_quotes (void)
{
  const NsmReportOptions options = { .date = "2026-03-31", .without_quotes = TRUE };
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmReport) report = nsm_report_build (workshop, &options);
  g_autofree char *words = dup_words (report);
  g_autofree char *choice = nsm_report_dup_choice_line (report);
  NsmInterview *interview = nsm_list_get (workshop->value->interviews, 0);

  g_assert_null (strstr (words, interview->quote));
  g_assert_null (strstr (words, interview->who));
  g_assert_nonnull (strstr (words, interview->pattern));
  g_assert_nonnull (strstr (words, "1 customer was interviewed"));
  g_assert_nonnull (strstr (choice, "without quotes"));
}

/* The choice is on the cover, for people and for programs. */
static void
test_cover (void)
{
  const NsmReportOptions options = { .date = "2026-03-31",
                                     .names = NSM_REPORT_NAMES_NONE,
                                     .without_quotes = TRUE };
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autofree char *fingerprint = nsm_workshop_dup_fingerprint (workshop);
  g_autofree char *html = write_text (workshop, NSM_REPORT_FORMAT_HTML, &options);
  g_autofree char *xml = write_text (workshop, NSM_REPORT_FORMAT_XML, &options);
  g_autofree char *markdown = write_text (workshop, NSM_REPORT_FORMAT_MARKDOWN, &options);
  g_autofree char *meta =
      g_strdup_printf ("<meta name=\"north-star:fingerprint\" content=\"%s\">", fingerprint);
  g_autofree char *attribute = g_strdup_printf (" fingerprint=\"%s\"", fingerprint);
  g_autofree char *code = g_strdup_printf ("`%s`", fingerprint);

  g_assert_nonnull (strstr (html, "no names: people are called by their function"));
  g_assert_nonnull (strstr (html, meta));
  g_assert_nonnull (strstr (html, "<meta name=\"north-star:names\" content=\"none\">"));
  g_assert_nonnull (strstr (html, "<meta name=\"north-star:quotes\" content=\"without\">"));
  g_assert_nonnull (strstr (xml, attribute));
  g_assert_nonnull (strstr (xml, " names=\"none\""));
  g_assert_nonnull (strstr (markdown, code));
  g_assert_nonnull (strstr (markdown, "without quotes from customers"));
}

/* One page */

static void
test_summary (void)
{
  const NsmReportOptions options = { .date = "2026-03-31", .scope = NSM_REPORT_SCOPE_SUMMARY };
  static const char *const ids[] = { "summary",  "missing", "metric-tree",  "why",
                                     "captures", "misses",  "compensation", "review",
                                     "signed",   "inputs",  "rejections" };
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmReport) report = nsm_report_build (workshop, &options);
  g_autofree char *words = dup_words (report);

  g_assert_cmpuint (report->sections->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_nonnull (nsm_report_find (report, ids[i]));
  g_assert_nonnull (strstr (words, "I want the small-project check each month."));
  g_assert_nonnull (strstr (words, "Sooner, if we see one of these: It rises while customers leave"));
  g_assert_null (strstr (words, " …"));
  g_assert_null (strstr (words, "shortened"));
}

/* However long the texts are, there is an end to it. */
static void
test_summary_fits (void)
{
  const NsmReportOptions options = { .date = "2026-03-31", .scope = NSM_REPORT_SCOPE_SUMMARY };
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (GString) sentences = g_string_new (NULL);
  g_autoptr (NsmReport) report = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 40; i++)
    g_string_append (sentences, "Teams finish what they planned, on time. ");
  fill_texts (NSM_RECORD (workshop), sentences->str);
  for (guint i = 0; i < 20; i++)
    {
      nsm_list_append_new (workshop->commitment->sign_offs, "who", sentences->str, "position",
                           i % 2 == 0 ? NSM_POSITION_AGREES : NSM_POSITION_RESERVATION, "statement",
                           sentences->str, NULL);
      nsm_list_append_new (workshop->commitment->triggers, "sign", sentences->str, NULL);
    }
  report = nsm_report_build (workshop, &options);
  words = dup_words (report);
  g_assert_nonnull (strstr (words, "on time. …"));
  g_assert_nonnull (strstr (words, "shortened"));
}

/* Every part says where it is written, and that is somewhere. */

static void
check_source (NsmWorkshop *workshop, NsmNode *node, guint *n)
{
  if (node->record != NULL)
    {
      NsmRecord *record = nsm_record_find_path (NSM_RECORD (workshop), node->record);

      if (record == NULL)
        g_error ("There is no record “%s”", node->record);
      if (node->field != NULL && nsm_record_find_field (record, node->field) == NULL)
        g_error ("“%s” has no “%s”", node->record, node->field);
      (*n)++;
    }
  for (guint i = 0; i < node->children->len; i++)
    check_source (workshop, node->children->pdata[i], n);
}

static void
test_sources (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    for (guint scope = NSM_REPORT_SCOPE_FULL; scope <= NSM_REPORT_SCOPE_SUMMARY; scope++)
      {
        const NsmReportOptions options = { .date = "2026-03-31", .scope = scope };
        g_autoptr (NsmWorkshop) workshop = example_load (examples[i]);
        g_autoptr (NsmReport) report = nsm_report_build (workshop, &options);
        guint n = 0;

        for (guint s = 0; s < report->sections->len; s++)
          check_source (workshop, report->sections->pdata[s], &n);
        g_assert_cmpuint (n, >, 8);
      }
}

static void
check_field (NsmReport *report, const char *id, const char *record, const char *field)
{
  NsmNode *node = nsm_report_find (report, id);

  g_assert_nonnull (node);
  g_assert_cmpstr (node->record, ==, record);
  g_assert_cmpstr (node->field, ==, field);
}

static void
test_fields (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autoptr (NsmReport) report = nsm_report_build (workshop, NULL);

  check_field (report, "formula", "definition", "formula");
  check_field (report, "term-2", "definition.terms[1]", "meaning");
  check_field (report, "why", "decision", "why");
  check_field (report, "review", "commitment", "review_on");
  check_field (report, "owner", "definition", "owner");
  check_field (report, "proposition", "value", "proposition");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audience/nameless", test_nameless);
  g_test_add_func ("/audience/named-everywhere", test_named_everywhere);
  g_test_add_func ("/audience/nameless-versions", test_nameless_versions);
  g_test_add_func ("/audience/calling", test_calling);
  g_test_add_func ("/audience/calling-whoever", test_calling_whoever);
  g_test_add_func ("/audience/names-only", test_names_only);
  g_test_add_func ("/audience/no-name-at-answers", test_no_name_at_answers);
  g_test_add_func ("/audience/scores", test_scores);
  g_test_add_func ("/audience/worked-out-once", test_worked_out_once);
  g_test_add_func ("/audience/promise", test_promise);
  g_test_add_func ("/audience/verified", test_verified);
  g_test_add_func ("/audience/quotes", test_quotes);
  g_test_add_func ("/audience/cover", test_cover);
  g_test_add_func ("/audience/summary", test_summary);
  g_test_add_func ("/audience/summary-fits", test_summary_fits);
  g_test_add_func ("/audience/sources", test_sources);
  g_test_add_func ("/audience/fields", test_fields);
  return g_test_run ();
}
