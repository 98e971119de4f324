/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of the definition: what freezes, what changes, and what stays for ever. */
#include <glib/gstdio.h>
#include <string.h>

#include "../findings/sound.h"
#include "findings/findings.h"
#include "method/candidates.h"
#include "method/versions.h"
#include "record/journal.h"
#include "record/json.h"
#include "report/build.h"
#include "report/export.h"
#include "rounds/round.h"
#include "store/codec.h"

static const char *const examples[] = { "project-management", "fitness", "marketplace" };

static NsmWorkshop *
read_text (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  NsmWorkshop *workshop = nsm_codec_read (text, length, NULL, &error);

  g_assert_no_error (error);
  return workshop;
}

static NsmWorkshop *
read_example (const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.nsm", name);
  g_autofree char *path = g_build_filename (g_getenv ("NSM_DATA"), "examples", file, NULL);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return read_text (text, length);
}

static NsmWorkshop *
read_again (NsmWorkshop *workshop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nsm_codec_write (workshop, &error);

  g_assert_no_error (error);
  return read_text (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* All but the versions, and but what is in envelopes. */
static char *
print (NsmWorkshop *workshop)
{
  g_autoptr (cJSON) json = nsm_record_to_json (NSM_RECORD (workshop));
  cJSON *round, *contribution;

  cJSON_DeleteItemFromObjectCaseSensitive (json, "versions");
  cJSON_ArrayForEach (round, cJSON_GetObjectItemCaseSensitive (json, "rounds"))
    cJSON_ArrayForEach (contribution, cJSON_GetObjectItemCaseSensitive (round, "contributions"))
      cJSON_DeleteItemFromObjectCaseSensitive (contribution, "sealed");
  return cJSON_Print (json);
}

static NsmJournal *
get_journal (NsmWorkshop *workshop)
{
  return nsm_record_get_journal (NSM_RECORD (workshop));
}

static NsmWorkshop *
open_version (NsmWorkshop *workshop, guint number)
{
  g_autoptr (GError) error = NULL;
  NsmWorkshop *opened =
    nsm_version_open (nsm_workshop_find_version (workshop, number), workshop, &error);

  g_assert_no_error (error);
  return opened;
}

#define assert_state(workshop, expected, label)                                           \
  G_STMT_START                                                                            \
  {                                                                                       \
    g_autofree char *_label = nsm_workshop_dup_version_label (workshop);                   \
    g_assert_cmpint (nsm_workshop_get_version_state (workshop), ==, expected);             \
    g_assert_cmpstr (_label, ==, label);                                                   \
  }                                                                                       \
  G_STMT_END

static void
test_life (void)
{
  g_autoptr (NsmWorkshop) workshop = make_sound_workshop ();
  NsmVersion *first, *second;

  assert_state (workshop, NSM_VERSION_STATE_DRAFT, "Draft");
  g_assert_cmpuint (nsm_workshop_get_version_number (workshop), ==, 1);
  g_assert_null (nsm_workshop_get_latest_version (workshop));

  first = nsm_workshop_freeze (workshop);
  g_assert_nonnull (first);
  assert_state (workshop, NSM_VERSION_STATE_FINAL, "Final, version 1");
  g_assert_true (workshop->final);
  g_assert_cmpstr (workshop->final_on, ==, first->date);
  g_assert_cmpuint (strlen (first->fingerprint), ==, 64);
  /* Nothing changed, so there is nothing to freeze. */
  g_assert_true (nsm_workshop_freeze (workshop) == first);

  g_object_set (workshop->definition, "formula", "Another one", NULL);
  g_object_set (workshop, "change-why", "Guests were counted", NULL);
  assert_state (workshop, NSM_VERSION_STATE_CHANGED, "Draft of version 2");
  g_assert_cmpuint (nsm_workshop_get_version_number (workshop), ==, 2);

  second = nsm_workshop_freeze (workshop);
  assert_state (workshop, NSM_VERSION_STATE_FINAL, "Final, version 2");
  g_assert_cmpstr (second->why, ==, "Guests were counted");
  g_assert_cmpstr (workshop->change_why, ==, "");
  g_assert_true (nsm_workshop_find_version (workshop, 1) == first);
  g_assert_true (nsm_workshop_find_version (workshop, 2) == second);
  g_assert_null (nsm_workshop_find_version (workshop, 3));
  g_assert_cmpstr (first->fingerprint, !=, second->fingerprint);
}

/* One step back is a draft again, and the reason is there again. */
static void
test_undo (void)
{
  g_autoptr (NsmWorkshop) workshop = make_sound_workshop ();
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *frozen = NULL;
  g_autofree char *redone = NULL;

  g_object_set (workshop, "change-why", "Why not", NULL);
  before = print (workshop);
  nsm_workshop_freeze (workshop);
  frozen = print (workshop);
  g_assert_cmpstr (nsm_journal_get_undo_name (get_journal (workshop)), ==, "Mark as Final");
  nsm_journal_undo (get_journal (workshop));
  undone = print (workshop);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpuint (nsm_list_get_size (workshop->versions), ==, 0);
  assert_state (workshop, NSM_VERSION_STATE_DRAFT, "Draft");
  nsm_journal_redo (get_journal (workshop));
  redone = print (workshop);
  g_assert_cmpstr (redone, ==, frozen);
  assert_state (workshop, NSM_VERSION_STATE_FINAL, "Final, version 1");
}

/* Every field of every record, one at a time */

typedef struct
{
  NsmWorkshop *workshop;
  NsmWorkshop *opened;
  GHashTable *seen; /* "definition.terms.meaning" → whether it belongs */
  guint n;
} Sweep;

/* The contract, said once more in another way. */
static gboolean
belongs (const char *place)
{
  static const char *const parts[] = {
    "product", "metrics", "candidates", "decision", "system", "definition",
    "commitment.review_months", "commitment.review_on", "commitment.triggers",
  };
  static const char *const but[] = {
    "candidates.evidence_verdict", "candidates.evidence_why", "candidates.noise",
    "candidates.react_months", "decision.rejections.basis", "decision.rejections.kept",
    "definition.feedback",
  };

  for (guint i = 0; i < G_N_ELEMENTS (but); i++)
    if (g_str_has_prefix (place, but[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_has_prefix (place, parts[i]) &&
        strchr (".", place[strlen (parts[i])]) != NULL)
      return TRUE;
  return FALSE;
}

static void
expect_state (Sweep *self, const char *place)
{
  NsmVersionState expected =
    belongs (place) ? NSM_VERSION_STATE_CHANGED : NSM_VERSION_STATE_FINAL;
  g_autoptr (GPtrArray) changes = nsm_versions_compare (self->opened, self->workshop);

  self->n++;
  g_hash_table_add (self->seen, g_strdup (place));
  if (nsm_workshop_get_version_state (self->workshop) != expected)
    g_error ("%s: state %d", place, nsm_workshop_get_version_state (self->workshop));
  g_assert_cmpint (changes->len > 0, ==, expected == NSM_VERSION_STATE_CHANGED);
  for (guint i = 0; i < changes->len; i++)
    {
      NsmVersionChange *change = changes->pdata[i];

      g_assert_cmpstr (change->label, !=, "");
      g_assert_true (change->before != NULL || change->after != NULL);
      g_assert_cmpstr (change->before, !=, change->after);
      g_assert_true (NSM_IS_RECORD (change->record));
    }
  nsm_journal_undo (get_journal (self->workshop));
  g_assert_cmpint (nsm_workshop_get_version_state (self->workshop), ==, NSM_VERSION_STATE_FINAL);
}

static gboolean
change_field (NsmRecord *record, const NsmField *field)
{
  g_auto (GValue) value = G_VALUE_INIT;
  NsmRecord *target;

  switch (field->kind)
    {
    case NSM_KIND_TEXT:
      g_value_init (&value, G_TYPE_STRING);
      g_value_set_string (&value, field->flags & NSM_FIELD_DATE ? "2031-02-03" : "Something else");
      break;
    case NSM_KIND_REFERENCE:
      target = nsm_record_get_target (record, field);
      if (target == NULL)
        return FALSE;
      g_value_init (&value, G_TYPE_STRING);
      break;
    case NSM_KIND_FLAG:
      g_value_init (&value, G_TYPE_BOOLEAN);
      g_value_set_boolean (&value, !nsm_record_get_flag (record, field));
      break;
    case NSM_KIND_CHOICE:
      {
        g_autoptr (GEnumClass) klass = g_type_class_ref (field->type ());

        g_value_init (&value, field->type ());
        for (guint i = 0; i < klass->n_values; i++)
          if (klass->values[i].value != (int) nsm_record_get_choice (record, field))
            g_value_set_enum (&value, klass->values[i].value);
        break;
      }
    case NSM_KIND_NUMBER:
      g_value_init (&value, G_TYPE_DOUBLE);
      g_value_set_double (&value, nsm_record_get_number (record, field) > field->minimum
                                    ? field->minimum
                                    : MIN (field->maximum, 12));
      break;
    case NSM_KIND_CHILD:
    case NSM_KIND_LIST:
    default:
      return FALSE;
    }
  nsm_record_set_value (record, field, &value);
  nsm_journal_seal (nsm_record_get_journal (record));
  return TRUE;
}

static void sweep (Sweep *self, NsmRecord *record, const char *place);

static void
sweep_list (Sweep *self, NsmList *list, const char *place)
{
  guint n = nsm_list_get_size (list);

  for (guint i = 0; i < n; i++)
    sweep (self, nsm_list_get (list, i), place);
  /* What others refer to leaves a mark there. */
  for (guint i = 0; i < n && strcmp (place, "value.moments") != 0; i++)
    {
      nsm_list_remove (list, nsm_list_get (list, i));
      expect_state (self, place);
    }
  /* A metric in no role belongs to nothing; their order means nothing, either. */
  if (strcmp (place, "metrics") == 0)
    return;
  if (n > 1)
    {
      nsm_list_move (list, 0, n - 1);
      expect_state (self, place);
    }
  nsm_list_append_new (list, NULL);
  expect_state (self, place);
}

static void
sweep (Sweep *self, NsmRecord *record, const char *place)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const NsmField *field = &klass->fields[i];
      g_autofree char *below =
        g_strconcat (place, place[0] != '\0' ? "." : "", field->name, NULL);

      if ((field->flags & NSM_FIELD_UNRECORDED) || strcmp (below, "versions") == 0)
        continue;
      if (field->kind == NSM_KIND_CHILD)
        sweep (self, nsm_record_get_child (record, field), below);
      else if (field->kind == NSM_KIND_LIST)
        sweep_list (self, nsm_record_get_list (record, field), below);
      else if (change_field (record, field))
        expect_state (self, below);
    }
}

/* What isn't in use doesn't count, so each metric has to have a role. */
static void
drop_unused_metrics (NsmWorkshop *workshop)
{
  for (guint i = nsm_list_get_size (workshop->metrics); i > 0; i--)
    if (!nsm_metric_is_used (nsm_list_get (workshop->metrics, i - 1)))
      nsm_list_remove (workshop->metrics, nsm_list_get (workshop->metrics, i - 1));
}

static void
test_what_belongs (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const char *const must[] = {
    "product", "title", "notes", "metrics.window", "candidates.why_leading", "candidates.noise",
    "definition.formula", "definition.terms", "definition.terms.meaning", "definition.owner",
    "definition.examples.counts", "system.inputs", "system.inputs.owner", "system.kpi",
    "decision.chosen", "decision.rejections.reason", "commitment.sign_offs.position",
    "commitment.review_on", "commitment.triggers.sign", "participants.name",
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (NsmWorkshop) workshop = read_example (examples[i]);
      g_autoptr (NsmWorkshop) opened = NULL;
      Sweep self = { workshop, NULL, seen, 0 };

      nsm_list_clear (workshop->versions);
      drop_unused_metrics (workshop);
      nsm_workshop_freeze (workshop);
      opened = open_version (workshop, 1);
      self.opened = opened;
      sweep (&self, NSM_RECORD (workshop), "");
      g_assert_cmpuint (self.n, >, 400);
      assert_state (workshop, NSM_VERSION_STATE_FINAL, "Final, version 1");
    }
  for (guint i = 0; i < G_N_ELEMENTS (must); i++)
    if (!g_hash_table_contains (seen, must[i]))
      g_error ("%s was never changed", must[i]);
}

/* In words */

static NsmVersionChange *
get_change (GPtrArray *changes, guint i)
{
  g_assert_cmpuint (i, <, changes->len);
  return changes->pdata[i];
}

#define assert_change(changes, i, l, b, a)                        \
  G_STMT_START                                                    \
  {                                                               \
    g_assert_cmpstr (get_change (changes, i)->label, ==, l);      \
    g_assert_cmpstr (get_change (changes, i)->before, ==, b);     \
    g_assert_cmpstr (get_change (changes, i)->after, ==, a);      \
  }                                                               \
  G_STMT_END

static void
test_words (void)
{
  g_autoptr (NsmWorkshop) now = make_sound_workshop ();
  g_autoptr (NsmWorkshop) before = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  NsmDefinition *definition = now->definition;
  NsmInput *input = nsm_list_get (now->system->inputs, 1);
  NsmTerm *term = nsm_list_get (definition->terms, 0);

  nsm_list_append_new (definition->conditions, "condition", "Deleted projects don’t count", NULL);
  nsm_list_append_new (now->commitment->triggers, "sign", "It jumps", "watch", "Dashboard", NULL);
  nsm_list_clear (now->commitment->triggers);
  nsm_list_append_new (now->commitment->triggers, "sign", "It jumps", "watch", "Dashboard", NULL);
  nsm_workshop_freeze (now);

  g_object_set (now, "product", "Acme 2", NULL);
  g_object_set (get_star_metric (now), "window", NSM_WINDOW_WEEK, NULL);
  g_object_set (definition, "formula", "Count them", "baseline", 1300.0, "owner", "", NULL);
  g_object_set (term, "meaning", "A workspace with 5 members", NULL);
  nsm_list_append_new (definition->terms, "term", "done", "meaning", "Closed", NULL);
  g_object_set (nsm_list_get (definition->conditions, 0), "condition", "Deleted ones do", NULL);
  g_object_set (nsm_list_get (definition->examples, 1), "counts", TRUE, "reason", "It works", NULL);
  nsm_list_remove (definition->sources, nsm_list_get (definition->sources, 0));
  g_object_set (input, "owner", "Growth", NULL);
  nsm_list_move (now->system->inputs, 0, 3);
  g_object_set (now->decision, "misses", "", NULL);
  g_object_set (nsm_list_get (now->decision->rejections, 0), "reason", "It lags", NULL);
  g_object_set (nsm_list_get (now->commitment->triggers, 0), "sign", "It drops", NULL);

  before = open_version (now, 1);
  changes = nsm_versions_compare (before, now);
  assert_change (changes, 0, "Product", "Acme", "Acme 2");
  assert_change (changes, 1, "North Star Metric: Time window", "Each month", "Each week");
  assert_change (changes, 2, "Exact formula", "The number of distinct teams with a project done",
                 "Count them");
  assert_change (changes, 3, "Term “team”: Meaning", "A workspace with 3 members",
                 "A workspace with 5 members");
  assert_change (changes, 4, "Term “done”", NULL, "Closed");
  assert_change (changes, 5, "Boundary condition", "Deleted projects don’t count",
                 "Deleted ones do");
  assert_change (changes, 6, "Example", "A script · Doesn’t count", "A script · Counts · It works");
  assert_change (changes, 7, "Data source “warehouse”", "warehouse", NULL);
  assert_change (changes, 8, "Owner", "Mei", NULL);
  assert_change (changes, 9, "Baseline", "1,240", "1,300");
  assert_change (changes, 10, "Input “Templates used by each team”: Owned by the team", "Templates",
                 "Growth");
  g_assert_cmpstr (get_change (changes, 11)->label, ==, "Input metrics: order");
  assert_change (changes, 12, "What it misses", "How hard it was", NULL);
  assert_change (changes, 13, "Why not “Projects completed on time, per month”: Why not this one",
                 "It scored lower", "It lags");
  assert_change (changes, 14, "Trigger", "It jumps · Dashboard", "It drops · Dashboard");
  g_assert_cmpuint (changes->len, ==, 15);
  g_assert_true (get_change (changes, 3)->record == NSM_RECORD (term));
  g_assert_cmpstr (get_change (changes, 3)->field, ==, "meaning");
  g_assert_cmpint (get_change (changes, 3)->step, ==, NSM_STEP_DEFINITION);
}

/* Another choice: the role changes hands, and what was chosen is among the others. */
static void
test_words_of_another_choice (void)
{
  g_autoptr (NsmWorkshop) now = make_sound_workshop ();
  g_autoptr (NsmWorkshop) before = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  NsmCandidate *next;

  nsm_workshop_freeze (now);
  next = nsm_candidate_refine (get_star (now), "Empty projects counted");
  g_object_set (now->decision, "chosen", NSM_RECORD (next)->id, NULL);
  before = open_version (now, 1);
  changes = nsm_versions_compare (before, now);
  g_assert_cmpstr (get_change (changes, 0)->label, ==, "North Star Metric");
  g_assert_cmpstr (get_change (changes, 1)->label, ==,
                   "Candidate “Teams completing a project, per month”: Standing");
  assert_state (now, NSM_VERSION_STATE_CHANGED, "Draft of version 2");
}

/* In the document */

static void
test_section (void)
{
  const NsmReportOptions fixed = { .date = "2026-05-04" };
  g_autoptr (NsmWorkshop) workshop = make_sound_workshop ();
  g_autoptr (GString) formula = g_string_new (NULL);
  g_autoptr (NsmReport) none = nsm_report_build (workshop, &fixed);
  g_autoptr (NsmReport) first = NULL;
  g_autoptr (NsmReport) draft = NULL;
  g_autoptr (NsmReport) second = NULL;
  g_autoptr (NsmReport) opened = NULL;
  g_autoptr (NsmWorkshop) old = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  NsmNode *row;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (formula, "%sword%u", i > 0 ? " " : "", i);
  g_object_set (workshop->definition, "formula", formula->str, NULL);
  g_assert_null (nsm_report_find (none, "versions"));
  nsm_workshop_freeze (workshop);
  first = nsm_report_build (workshop, &fixed);
  g_assert_null (nsm_report_find (first, "versions"));

  g_string_replace (formula, "word30", "people", 1);
  g_object_set (workshop->definition, "formula", formula->str, NULL);
  draft = nsm_report_build (workshop, &fixed);
  g_assert_nonnull (nsm_report_find (draft, "changes"));
  heading = nsm_node_dup_plain_text (nsm_report_find (draft, "versions"));
  g_assert_cmpstr (heading, ==, "What changed");
  nsm_workshop_freeze (workshop);
  second = nsm_report_build (workshop, &fixed);
  g_assert_cmpuint (nsm_report_find (second, "changes")->children->len, ==, 2);
  row = nsm_report_find (second, "changes")->children->pdata[1];
  was = nsm_node_dup_plain_text (row->children->pdata[1]);
  is = nsm_node_dup_plain_text (row->children->pdata[2]);
  g_assert_cmpstr (was, ==, "… word24 word25 word26 word27 word28 word29 word30 word31 word32 "
                            "word33 word34 word35 word36 …");
  g_assert_cmpstr (is, ==, "… word24 word25 word26 word27 word28 word29 people word31 word32 "
                           "word33 word34 word35 word36 …");
  g_assert_cmpstr (row->record, ==, "definition");
  g_assert_cmpstr (row->field, ==, "formula");

  old = open_version (workshop, 1);
  opened = nsm_report_build (old, &fixed);
  g_assert_true (opened->final);
  g_assert_null (nsm_report_find (opened, "changes"));
}

/* Opening */

static void
assert_same_exports (NsmWorkshop *one, NsmWorkshop *other)
{
  static const NsmReportOptions options[] = {
    { .date = "2026-05-04" },
    { .date = "2026-05-04", .names = NSM_REPORT_NAMES_WITH_SCORES },
    { .date = "2026-05-04", .scope = NSM_REPORT_SCOPE_SUMMARY, .names = NSM_REPORT_NAMES_NONE },
  };
  static const NsmReportFormat formats[] = { NSM_REPORT_FORMAT_HTML, NSM_REPORT_FORMAT_MARKDOWN,
                                             NSM_REPORT_FORMAT_XML };

  for (guint i = 0; i < G_N_ELEMENTS (options) * G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GBytes) a = nsm_report_write (one, formats[i % 3], &options[i / 3], NULL);
      g_autoptr (GBytes) b = nsm_report_write (other, formats[i % 3], &options[i / 3], NULL);

      g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a),
                       g_bytes_get_data (b, NULL), g_bytes_get_size (b));
    }
}

static void
test_open_for_ever (gconstpointer name)
{
  g_autoptr (NsmWorkshop) workshop = read_example (name);
  NsmWorkshop *frozen[3] = { NULL };

  nsm_list_clear (workshop->versions);
  for (guint i = 0; i < G_N_ELEMENTS (frozen); i++)
    {
      g_autofree char *formula = g_strdup_printf ("Formula %u", i);

      g_object_set (workshop->definition, "formula", formula, NULL);
      nsm_list_append_new (workshop->definition->terms, "term", formula, "meaning", "So", NULL);
      nsm_workshop_freeze (workshop);
      frozen[i] = read_again (workshop);
    }
  nsm_candidate_remove (nsm_workshop_get_chosen (workshop));
  nsm_list_clear (workshop->participants);
  nsm_list_clear (workshop->definition->terms);

  for (guint i = 0; i < G_N_ELEMENTS (frozen); i++)
    {
      g_autoptr (NsmWorkshop) opened = open_version (workshop, i + 1);
      g_autofree char *was = print (frozen[i]);
      g_autofree char *is = print (opened);
      g_autofree char *fingerprint = nsm_workshop_dup_fingerprint (opened);

      g_assert_cmpstr (is, ==, was);
      g_assert_cmpstr (fingerprint, ==, nsm_workshop_find_version (workshop, i + 1)->fingerprint);
      g_assert_cmpuint (nsm_list_get_size (opened->versions), ==, i + 1);
      g_assert_true (nsm_workshop_is_final (opened));
      g_assert_cmpuint (nsm_workshop_get_version_number (opened), ==, i + 1);
      g_assert_nonnull (get_journal (opened));
      assert_same_exports (opened, frozen[i]);
      g_object_unref (frozen[i]);
    }
}

/* A round that goes on afterwards is in the version as it was then, and what is in its envelopes
 * isn't in it at all. */
static void
test_open_round (void)
{
  g_autoptr (NsmWorkshop) workshop = make_sound_workshop ();
  g_autofree char *directory = g_dir_make_tmp ("nsm-versions-XXXXXX", NULL);
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (directory);
  g_autoptr (NsmWorkshop) frozen = NULL;
  g_autoptr (NsmWorkshop) opened = NULL;
  g_autoptr (NsmAnswer) answer = g_object_new (NSM_TYPE_ANSWER, NULL);
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  g_autoptr (GError) error = NULL;
  NsmRound *round = nsm_round_open (workshop, NSM_ROUND_KIND_GAME, keys, &error);
  NsmVersion *version;

  g_assert_no_error (error);
  g_object_set (answer, "person", ((NsmRosterEntry *) nsm_list_get (round->roster, 0))->person, NULL);
  nsm_list_append_new (answer->entries, "choice", "productivity", NULL);
  g_assert_true (nsm_round_cast (round, answer, NULL, &error));
  version = nsm_workshop_freeze (workshop);
  frozen = read_again (workshop);
  g_assert_null (strstr (version->content,
                         ((NsmContribution *) nsm_list_get (round->contributions, 0))->sealed));
  g_assert_nonnull (strstr (version->rounds, NSM_RECORD (round)->id));

  g_assert_true (nsm_round_close (round, &error) && nsm_round_reveal (round, keys, &error));
  g_assert_true (nsm_round_forget_key (round, keys, &error));
  g_rmdir (directory);
  opened = open_version (workshop, 1);
  was = print (frozen);
  is = print (opened);
  g_assert_cmpstr (is, ==, was);
  assert_same_exports (opened, frozen);
}

/* Members of another version of the program stay as they are, whatever is in them. */
static void
test_unknown (void)
{
  g_autoptr (NsmWorkshop) sound = make_sound_workshop ();
  g_autoptr (GBytes) bytes = nsm_codec_write (sound, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *formula = strstr (text, "\"formula\"");
  g_autofree char *strange = NULL;
  g_autoptr (NsmWorkshop) workshop = NULL;
  g_autoptr (NsmWorkshop) again = NULL;
  g_autoptr (NsmWorkshop) opened = NULL;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  NsmVersion *version;

  g_assert_nonnull (formula);
  strange = g_strdup_printf ("%.*s\"later\": {\r\n\t\"a\\\"\" : [1.00, \"\x7f\xef\xbf\xbf\\\\\"]},%s",
                             (int) (formula - text), text, formula);
  workshop = read_text (strange, strlen (strange));
  version = nsm_workshop_freeze (workshop);
  again = read_again (workshop);
  was = nsm_workshop_dup_fingerprint (workshop);
  is = nsm_workshop_dup_fingerprint (again);
  g_assert_cmpstr (was, ==, is);
  opened = open_version (again, 1);
  g_clear_pointer (&is, g_free);
  is = nsm_workshop_dup_fingerprint (opened);
  g_assert_cmpstr (is, ==, version->fingerprint);
  g_assert_true (nsm_workshop_is_final (again));
  g_assert_cmpuint (NSM_RECORD (opened->definition)->unknown->len, ==, 2);
}

/* Called final by a program that knew no versions. */
static void
test_adopted (void)
{
  g_autoptr (NsmWorkshop) sound = make_sound_workshop ();
  g_autoptr (NsmWorkshop) older = NULL;
  g_autoptr (NsmWorkshop) draft = NULL;

  g_object_set (sound, "final", TRUE, "final-on", "2025-06-07", NULL);
  older = read_again (sound);
  assert_state (older, NSM_VERSION_STATE_FINAL, "Final, version 1");
  g_assert_cmpstr (nsm_workshop_get_latest_version (older)->date, ==, "2025-06-07");
  g_assert_false (nsm_journal_can_undo (get_journal (older)));
  g_object_set (older->definition, "formula", "Another", NULL);
  assert_state (older, NSM_VERSION_STATE_CHANGED, "Draft of version 2");

  /* It was changed since then. */
  g_object_set (sound->definition, "formula", "", NULL);
  draft = read_again (sound);
  assert_state (draft, NSM_VERSION_STATE_DRAFT, "Draft");
}

/* Files that somebody changed by hand */

static void
try_content (NsmWorkshop *workshop, const char *content, const char *rounds)
{
  NsmVersion *version = nsm_workshop_get_latest_version (workshop);
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmWorkshop) opened = NULL;

  g_object_set (version, "content", content, "rounds", rounds, NULL);
  opened = nsm_version_open (version, workshop, &error);
  if (opened == NULL)
    {
      g_assert_error (error, NSM_VERSION_ERROR, NSM_VERSION_ERROR_DAMAGED);
      g_assert_true (g_str_has_prefix (error->message, "Version 1 "));
    }
  else
    {
      g_autoptr (GPtrArray) changes = nsm_versions_compare (opened, workshop);
      g_autoptr (GBytes) bytes = nsm_report_write (opened, NSM_REPORT_FORMAT_MARKDOWN, NULL, NULL);

      g_assert_nonnull (changes);
      g_assert_nonnull (bytes);
    }
  g_assert_cmpint (nsm_workshop_get_version_state (workshop), !=, NSM_VERSION_STATE_DRAFT);
}

static void
test_damaged (void)
{
  static const char *const contents[] = {
    "", "{", "{}", "[]", "null", "1", "\"a\"", "{\"rounds\":1}", "{\"rounds\":[1,{\"id\":2}]}",
    "{\"versions\":[]}", "{\"product\":1}", "{\"metrics\":[{}]}", "{\"decision\":{\"chosen\":\"x\"}}",
    "{\"a\":1,\"a\":2}", "{\"product\":\"x\",\"product\":\"y\"}", "{\"id\":\"x\"}",
  };
  g_autoptr (NsmWorkshop) workshop = make_sound_workshop ();
  NsmVersion *version = nsm_workshop_freeze (workshop);
  g_autofree char *content = g_strdup (version->content);
  g_autofree char *rounds = g_strdup (version->rounds);

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    try_content (workshop, contents[i], rounds);
  try_content (workshop, content, "nothing-like-it");
  try_content (workshop, content, "");
  try_content (workshop, content, "\n\n");
  g_object_set (version, "rounds", rounds, NULL);
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *broken = g_strdup (content);
      gsize length = strlen (broken);

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        {
          gsize at = (gsize) g_test_rand_int_range (0, (gint32) length);

          if (g_test_rand_int_range (0, 4) == 0)
            broken[at] = '\0';
          else
            broken[at] = "{}[]\":,0az-\\ "[g_test_rand_int_range (0, 13)];
          length = MAX (1, strlen (broken));
        }
      try_content (workshop, broken, rounds);
    }
}

/* Whatever is edited: the state says whether there is a change, and undoing all of it leads back. */
static void
test_random_edits (void)
{
  g_autoptr (NsmWorkshop) workshop = read_example ("marketplace");
  NsmRecord *targets[] = {
    NSM_RECORD (workshop), NSM_RECORD (workshop->definition), NSM_RECORD (workshop->decision),
    NSM_RECORD (workshop->system), NSM_RECORD (workshop->commitment),
    nsm_list_get (workshop->metrics, 0), nsm_list_get (workshop->candidates, 0),
    nsm_list_get (workshop->definition->terms, 0),
  };
  g_autofree char *before = print (workshop);

  nsm_journal_forget (get_journal (workshop));
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (NsmWorkshop) opened = open_version (workshop, 1);
      g_autofree char *after = NULL;

      for (int n = g_test_rand_int_range (1, 12); n > 0; n--)
        {
          NsmRecord *record = targets[g_test_rand_int_range (0, G_N_ELEMENTS (targets))];
          NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);

          change_field (record, &klass->fields[g_test_rand_int_range (0, (gint32) klass->n_fields)]);
          g_assert_cmpint (nsm_workshop_get_version_state (workshop), ==,
                           nsm_versions_differ (opened, workshop) ? NSM_VERSION_STATE_CHANGED
                                                                  : NSM_VERSION_STATE_FINAL);
        }
      while (nsm_journal_can_undo (get_journal (workshop)))
        nsm_journal_undo (get_journal (workshop));
      nsm_journal_forget (get_journal (workshop));
      after = print (workshop);
      g_assert_true (nsm_workshop_is_final (workshop));
      if (round == 0)
        g_assert_cmpuint (strlen (after), >, 1000);
    }
  g_assert_nonnull (before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/life", test_life);
  g_test_add_func ("/versions/undo", test_undo);
  g_test_add_func ("/versions/what-belongs", test_what_belongs);
  g_test_add_func ("/versions/words", test_words);
  g_test_add_func ("/versions/words-of-another-choice", test_words_of_another_choice);
  g_test_add_func ("/versions/section", test_section);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *path = g_strdup_printf ("/versions/open-for-ever/%s", examples[i]);

      g_test_add_data_func (path, examples[i], test_open_for_ever);
    }
  g_test_add_func ("/versions/open-round", test_open_round);
  g_test_add_func ("/versions/unknown", test_unknown);
  g_test_add_func ("/versions/adopted", test_adopted);
  g_test_add_func ("/versions/damaged", test_damaged);
  g_test_add_func ("/versions/random-edits", test_random_edits);
  return g_test_run ();
}
