/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed between two versions of the definition, in the order of the document. */
#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "method/candidates.h"
#include "method/versions.h"
#include "record/json.h"
#include "record/language.h"

typedef struct
{
  NsmWorkshop *before;
  NsmWorkshop *after;
  GPtrArray *found;    /* NsmVersionChange; NULL: only whether there is one */
  GHashTable *metrics; /* ids of those that were compared: one may have several roles */
  gboolean differ;
  NsmStep step;
} Comparison;

/* A list whose records belong to the definition. */
typedef struct
{
  const char *one;           /* msgid with the title in it; NULL: a change tells the whole of it */
  const char *const *fields; /* beside what it is called by */
  gboolean has_metric;
} Rows;

static const char *const product_fields[] = { "product", NULL };
static const char *const metric_fields[] = { "name", "measure", "unit", "window",
                                             "statement", "note", NULL };
/* What the data says about a candidate may come later, and changes no definition. */
static const char *const candidate_fields[] = {
  "kind",  "moment",          "value_captured", "why_leading", "breadth", "depth",
  "frequency", "more_value",  "more_value_why", "business_grows", "business_grows_why", "why_bad",
  "existing",  "instrument_plan", "standing",   "eliminated_why", "refines", "version",
  "refined_why", NULL
};
static const char *const term_fields[] = { "meaning", NULL };
static const char *const source_fields[] = { "description", NULL };
static const char *const condition_fields[] = { NULL };
static const char *const example_fields[] = { "counts", "reason", NULL };
static const char *const formula_fields[] = { "formula", NULL };
static const char *const measuring_fields[] = { "cadence", "segments", "owner", "baseline",
                                                "baseline_date", "baseline_note", "limits", NULL };
static const char *const kpi_fields[] = { "kpi_link", "kpi_why", NULL };
static const char *const input_fields[] = { "dimension", "why", "owner", "link",
                                            "leverage", "first_steps", NULL };
static const char *const counter_fields[] = { "guards", NULL };
static const char *const system_fields[] = { "inputs_move", "inputs_move_why", "kpi_follows",
                                             "kpi_follows_why", "gaps", "gaps_why",
                                             "conflicts", "conflicts_why", NULL };
static const char *const weakness_fields[] = { "action", "owner", NULL };
static const char *const decision_fields[] = { "why", "captures", "misses", "compensation",
                                               "review_outcome", NULL };
static const char *const rejection_fields[] = { "reason", NULL };
static const char *const review_fields[] = { "review_months", "review_on", NULL };
static const char *const trigger_fields[] = { "watch", NULL };

static const Rows terms = { N_("Term “%s”"), term_fields, FALSE };
static const Rows sources = { N_("Data source “%s”"), source_fields, FALSE };
static const Rows conditions = { NULL, condition_fields, FALSE };
static const Rows examples = { NULL, example_fields, FALSE };
static const Rows inputs = { N_("Input “%s”"), input_fields, TRUE };
static const Rows counter_metrics = { N_("Counter-metric “%s”"), counter_fields, TRUE };
static const Rows weaknesses = { NULL, weakness_fields, FALSE };
static const Rows candidates = { N_("Candidate “%s”"), candidate_fields, TRUE };
static const Rows rejections = { N_("Why not “%s”"), rejection_fields, FALSE };
static const Rows triggers = { NULL, trigger_fields, FALSE };

static char *
nullify (char *text)
{
  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* Takes the texts. */
static void
add_change (Comparison *self, gpointer record, const char *field, char *label, char *before,
            char *after)
{
  NsmVersionChange *change;

  self->differ = TRUE;
  if (self->found == NULL)
    {
      g_free (label);
      g_free (before);
      g_free (after);
      return;
    }
  change = g_new0 (NsmVersionChange, 1);
  change->label = label;
  change->before = before;
  change->after = after;
  change->step = self->step;
  change->record = g_object_ref (record);
  change->field = field;
  g_ptr_array_add (self->found, change);
}

/* Nothing more has to be looked for. */
static gboolean
is_settled (Comparison *self)
{
  return self->differ && self->found == NULL;
}

static gboolean
is_same (NsmRecord *before, NsmRecord *after, const NsmField *field)
{
  double was, is;

  switch (field->kind)
    {
    case NSM_KIND_TEXT:
    case NSM_KIND_REFERENCE:
      return strcmp (nsm_record_get_text (before, field), nsm_record_get_text (after, field)) == 0;
    case NSM_KIND_FLAG:
      return nsm_record_get_flag (before, field) == nsm_record_get_flag (after, field);
    case NSM_KIND_CHOICE:
      return nsm_record_get_choice (before, field) == nsm_record_get_choice (after, field);
    case NSM_KIND_NUMBER:
      was = nsm_record_get_number (before, field);
      is = nsm_record_get_number (after, field);
      return (isnan (was) && isnan (is)) || (was <= is && was >= is);
    case NSM_KIND_CHILD:
    case NSM_KIND_LIST:
    default:
      g_return_val_if_reached (TRUE);
    }
}

/* Fields */

static char *
dup_metric_title (NsmRecord *self, const char *id)
{
  NsmRecord *found = nsm_record_find (self, id);

  if (found != NULL && NSM_IS_METRIC (found))
    return nsm_metric_dup_title (NSM_METRIC (found));
  if (found != NULL && NSM_IS_CANDIDATE (found))
    return nsm_candidate_dup_title (NSM_CANDIDATE (found));
  return NULL;
}

static const NsmField *
get_identity (NsmRecord *record)
{
  NsmRecordClass *klass = NSM_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].flags & NSM_FIELD_IDENTITY)
      return &klass->fields[i];
  return NULL;
}

/* What people call it; a metric by its role's title. */
static char *
dup_title (NsmRecord *record)
{
  const NsmField *identity = get_identity (record);

  if (identity != NULL && identity->kind == NSM_KIND_REFERENCE)
    {
      char *title = dup_metric_title (record, nsm_record_get_text (record, identity));

      if (title != NULL)
        return title;
    }
  return g_strdup (nsm_record_get_title (record));
}

static char *
dup_value (NsmRecord *record, const NsmField *field)
{
  if (field->kind == NSM_KIND_REFERENCE)
    {
      NsmRecord *target = nsm_record_get_target (record, field);
      char *title = dup_metric_title (record, nsm_record_get_text (record, field));

      if (title != NULL)
        return title;
      if (target != NULL && nsm_record_get_title (target)[0] == '\0')
        return g_strdup (nsm_record_get_kind_label (target));
    }
  /* That nothing was chosen is nothing to read. */
  if (field->kind == NSM_KIND_CHOICE &&
      nsm_record_get_choice (record, field) == (guint) field->initial &&
      strcmp (nsm_choice_get_nick (field->type (), (guint) field->initial), "unset") == 0)
    return NULL;
  if (field->kind == NSM_KIND_NUMBER)
    return isnan (nsm_record_get_number (record, field))
             ? NULL
             : nsm_number_dup (nsm_record_get_number (record, field), -1);
  if (field->flags & NSM_FIELD_DATE)
    return nsm_date_dup_long (nsm_record_get_text (record, field));
  return nsm_record_dup_field_text (record, field);
}

/* "Why" alone doesn't say of what. */
static char *
dup_field_label (NsmRecord *record, const NsmField *field)
{
  const char *label = nsm_field_get_label (field);
  const NsmField *about;

  if (!g_str_has_suffix (field->name, "_why"))
    return g_strdup (label);

  g_autofree char *stem = g_strndup (field->name, strlen (field->name) - strlen ("_why"));

  about = nsm_record_find_field (record, stem);
  if (about == NULL)
    return g_strdup (label);
  if (g_str_has_suffix (nsm_field_get_label (about), "?"))
    /* Translators: a question, and what is asked on: "Does it move? Why" */
    return g_strdup_printf (_("%s %s"), nsm_field_get_label (about), label);
  return g_strdup_printf (_("%s: %s"), nsm_field_get_label (about), label);
}

/* @subject: (nullable): what the record is called */
static void
compare_fields (Comparison *self, gpointer before, gpointer after, const char *subject,
                const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      const NsmField *field = nsm_record_find_field (after, names[i]);

      if (is_same (before, after, field))
        continue;

      g_autofree char *label = dup_field_label (after, field);

      add_change (self, after, field->name,
                  subject != NULL ? g_strdup_printf (_("%s: %s"), subject, label)
                                  : g_steal_pointer (&label),
                  nullify (dup_value (before, field)), nullify (dup_value (after, field)));
    }
}

static NsmRecord *
get_metric (NsmRecord *record, const char *field)
{
  return nsm_record_get_target (record, nsm_record_find_field (record, field));
}

/* The metric in a role: the same one, or one instead of it. */
static void
compare_metric (Comparison *self, gpointer before, gpointer after, const char *subject,
                const char *field)
{
  NsmRecord *was = get_metric (before, field);
  NsmRecord *is = get_metric (after, field);

  if (was != NULL && is != NULL && strcmp (was->id, is->id) == 0)
    {
      if (g_hash_table_add (self->metrics, is->id))
        compare_fields (self, was, is, subject, metric_fields);
    }
  else if (was != NULL || is != NULL)
    add_change (self, after, field, g_strdup (subject),
                was != NULL ? nsm_metric_dup_title (NSM_METRIC (was)) : NULL,
                is != NULL ? nsm_metric_dup_title (NSM_METRIC (is)) : NULL);
}

/* Lists */

static const char *
get_key (NsmRecord *record)
{
  if (NSM_RECORD_GET_CLASS (record)->identified)
    return record->id;
  return nsm_record_get_text (record, get_identity (record));
}

/* All that a row says beside its title, or with it. */
static char *
dup_row_text (NsmRecord *record, const Rows *rows, gboolean with_title)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (with_title)
    g_ptr_array_add (parts, dup_title (record));
  for (guint i = 0; rows->fields[i] != NULL; i++)
    {
      const NsmField *field = nsm_record_find_field (record, rows->fields[i]);
      g_autofree char *text = dup_value (record, field);

      if (NSM_IS_EXAMPLE (record) && field->kind == NSM_KIND_FLAG)
        g_ptr_array_add (parts, g_strdup (NSM_EXAMPLE (record)->counts ? _("Counts")
                                                                       : _("Doesn’t count")));
      else if (text != NULL && text[0] != '\0')
        g_ptr_array_add (parts, g_steal_pointer (&text));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/* What a record that is new or gone was about. */
static char *
dup_summary (NsmRecord *record, const Rows *rows)
{
  char *text = NULL;

  if (rows->has_metric)
    {
      NsmRecord *metric = get_metric (record, "metric");

      text = metric != NULL ? nsm_metric_dup_sentence (NSM_METRIC (metric)) : NULL;
    }
  else
    text = dup_row_text (record, rows, rows->one == NULL);
  text = nullify (text);
  return text != NULL ? text : dup_title (record);
}

static char *
dup_row_label (NsmRecord *record, const Rows *rows)
{
  g_autofree char *title = dup_title (record);

  if (rows->one == NULL)
    return g_strdup (nsm_record_get_kind_label (record));
  return g_strdup_printf (_(rows->one), title);
}

static void
compare_row (Comparison *self, NsmRecord *before, NsmRecord *after, const Rows *rows)
{
  g_autofree char *label = self->found != NULL ? dup_row_label (after, rows) : NULL;
  gboolean same = strcmp (get_key (before), get_key (after)) == 0;

  if (rows->one != NULL && same)
    {
      if (rows->has_metric)
        compare_metric (self, before, after, label, "metric");
      compare_fields (self, before, after, label, rows->fields);
      return;
    }
  for (guint i = 0; same && rows->fields[i] != NULL; i++)
    same = is_same (before, after, nsm_record_find_field (after, rows->fields[i]));
  if (!same)
    add_change (self, after, NULL, g_steal_pointer (&label), dup_row_text (before, rows, TRUE),
                dup_row_text (after, rows, TRUE));
}

/* Which of @before each of @after was, and -1 for what is new. */
static int *
match_rows (NsmList *before, NsmList *after)
{
  guint n = nsm_list_get_size (after), m = nsm_list_get_size (before);
  g_autofree gboolean *used = g_new0 (gboolean, m + 1);
  int *matches = g_new (int, n + 1);
  guint next = 0;

  for (guint i = 0; i < n; i++)
    {
      matches[i] = -1;
      for (guint j = 0; j < m && matches[i] < 0; j++)
        if (!used[j] && strcmp (get_key (nsm_list_get (before, j)),
                                get_key (nsm_list_get (after, i))) == 0)
          matches[i] = (int) j;
      if (matches[i] >= 0)
        used[matches[i]] = TRUE;
    }
  /* A text that is like none before is what became of one that isn't there any more. */
  for (guint i = 0; i < n; i++)
    {
      NsmRecord *row = nsm_list_get (after, i);

      if (matches[i] >= 0 || NSM_RECORD_GET_CLASS (row)->identified ||
          get_identity (row)->kind != NSM_KIND_TEXT)
        continue;
      while (next < m && used[next])
        next++;
      if (next < m)
        {
          used[next] = TRUE;
          matches[i] = (int) next;
        }
    }
  return matches;
}

static char *
dup_titles (NsmList *list)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  NSM_LIST_EACH (NsmRecord, record, list)
    g_ptr_array_add (titles, dup_title (record));
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (" · ", (char **) titles->pdata);
}

static void
compare_order (Comparison *self, NsmList *before, NsmList *after, const int *matches)
{
  int highest = -1;

  for (guint i = 0; i < nsm_list_get_size (after); i++)
    {
      if (matches[i] >= 0 && matches[i] < highest)
        {
          add_change (self, nsm_list_get_owner (after), NULL,
                      /* Translators: a list, whose order changed */
                      g_strdup_printf (_("%s: order"),
                                       nsm_field_get_label (nsm_list_get_field (after))),
                      dup_titles (before), dup_titles (after));
          return;
        }
      highest = MAX (highest, matches[i]);
    }
}

/* @but: (nullable): the id of one that was compared elsewhere */
static void
compare_list (Comparison *self, NsmList *before, NsmList *after, const Rows *rows, const char *but)
{
  g_autofree int *matches = match_rows (before, after);
  g_autofree gboolean *stays = g_new0 (gboolean, nsm_list_get_size (before) + 1);

  for (guint i = 0; i < nsm_list_get_size (after) && !is_settled (self); i++)
    {
      NsmRecord *row = nsm_list_get (after, i);

      if (matches[i] >= 0)
        stays[matches[i]] = TRUE;
      if (but != NULL && strcmp (row->id, but) == 0)
        continue;
      if (matches[i] >= 0)
        compare_row (self, nsm_list_get (before, (guint) matches[i]), row, rows);
      else
        add_change (self, row, NULL, dup_row_label (row, rows), NULL, dup_summary (row, rows));
    }
  for (guint j = 0; j < nsm_list_get_size (before) && !is_settled (self); j++)
    {
      NsmRecord *row = nsm_list_get (before, j);

      if (!stays[j])
        add_change (self, nsm_list_get_owner (after), NULL, dup_row_label (row, rows),
                    dup_summary (row, rows), NULL);
    }
  compare_order (self, before, after, matches);
}

/* The parts of the document */

/* Returns: (nullable): the id of the chosen candidate, if it is the same one */
static const char *
compare_star (Comparison *self)
{
  NsmCandidate *before = nsm_workshop_get_chosen (self->before);
  NsmCandidate *after = nsm_workshop_get_chosen (self->after);
  const char *role = _("North Star Metric");

  self->step = NSM_STEP_CANDIDATES;
  if (before != NULL && after != NULL &&
      strcmp (NSM_RECORD (before)->id, NSM_RECORD (after)->id) == 0)
    {
      compare_metric (self, before, after, role, "metric");
      compare_fields (self, before, after, role, candidate_fields);
      return NSM_RECORD (after)->id;
    }
  self->step = NSM_STEP_DECISION;
  if (before != NULL || after != NULL)
    add_change (self, self->after->decision, "chosen", g_strdup (role),
                before != NULL ? nsm_candidate_dup_title (before) : NULL,
                after != NULL ? nsm_candidate_dup_title (after) : NULL);
  return NULL;
}

static void
compare_definition (Comparison *self)
{
  NsmDefinition *before = self->before->definition, *after = self->after->definition;

  self->step = NSM_STEP_DEFINITION;
  compare_fields (self, before, after, NULL, formula_fields);
  compare_list (self, before->terms, after->terms, &terms, NULL);
  compare_list (self, before->conditions, after->conditions, &conditions, NULL);
  compare_list (self, before->examples, after->examples, &examples, NULL);
  compare_list (self, before->sources, after->sources, &sources, NULL);
  compare_fields (self, before, after, NULL, measuring_fields);
}

static void
compare_system (Comparison *self)
{
  NsmSystem *before = self->before->system, *after = self->after->system;

  self->step = NSM_STEP_SYSTEM;
  compare_metric (self, before, after, _("Business KPI"), "kpi");
  compare_fields (self, before, after, NULL, kpi_fields);
  compare_list (self, before->inputs, after->inputs, &inputs, NULL);
  compare_list (self, before->counter_metrics, after->counter_metrics, &counter_metrics, NULL);
  compare_fields (self, before, after, NULL, system_fields);
  compare_list (self, before->weaknesses, after->weaknesses, &weaknesses, NULL);
}

static void
compare_decision (Comparison *self, const char *chosen)
{
  NsmDecision *before = self->before->decision, *after = self->after->decision;

  self->step = NSM_STEP_DECISION;
  compare_fields (self, before, after, NULL, decision_fields);
  self->step = NSM_STEP_CANDIDATES;
  compare_list (self, self->before->candidates, self->after->candidates, &candidates, chosen);
  self->step = NSM_STEP_DECISION;
  compare_list (self, before->rejections, after->rejections, &rejections, NULL);
}

static void
compare_review (Comparison *self)
{
  NsmCommitment *before = self->before->commitment, *after = self->after->commitment;

  self->step = NSM_STEP_COMMITMENT;
  compare_fields (self, before, after, NULL, review_fields);
  compare_list (self, before->triggers, after->triggers, &triggers, NULL);
}

static gboolean
compare (NsmWorkshop *before, NsmWorkshop *after, GPtrArray *found)
{
  g_autoptr (GHashTable) metrics = g_hash_table_new (g_str_hash, g_str_equal);
  Comparison self = { .before = before, .after = after, .found = found, .metrics = metrics };
  const char *chosen;

  self.step = NSM_STEP_SET_UP;
  compare_fields (&self, before, after, NULL, product_fields);
  chosen = compare_star (&self);
  if (!is_settled (&self))
    compare_definition (&self);
  if (!is_settled (&self))
    compare_system (&self);
  if (!is_settled (&self))
    compare_decision (&self, chosen);
  if (!is_settled (&self))
    compare_review (&self);
  return self.differ;
}

/**
 * nsm_versions_compare:
 * @before: a version of @after, or an earlier one
 *
 * Returns: (transfer full) (element-type NsmVersionChange): what changed in what belongs to the
 *   definition, in the order of the document and in people's words
 */
GPtrArray *
nsm_versions_compare (NsmWorkshop *before, NsmWorkshop *after)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) nsm_version_change_free);

  compare (before, after, found);
  return found;
}

/**
 * nsm_versions_differ:
 *
 * Returns: whether nsm_versions_compare() would find anything, without putting it in words
 */
gboolean
nsm_versions_differ (NsmWorkshop *before, NsmWorkshop *after)
{
  return compare (before, after, NULL);
}

void
nsm_version_change_free (NsmVersionChange *change)
{
  g_free (change->label);
  g_free (change->before);
  g_free (change->after);
  g_clear_object (&change->record);
  g_free (change);
}
