/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/build-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

/* How much longer than the term a word in the formula may be and still be that
 * term in another form: "teams" for "team", "completed" for "complete". */
#define MAX_ENDING 3

/**
 * nsm_build_dup_candidate:
 *
 * Returns: (transfer full): the title of the candidate with that id, with its
 *   version when it was refined
 */
char *
nsm_build_dup_candidate (NsmBuild *build, const char *id)
{
  NsmRecord *found = nsm_record_find (NSM_RECORD (build->workshop), id);
  g_autofree char *title = NULL;

  if (found == NULL || !NSM_IS_CANDIDATE (found))
    return g_strdup (_("A candidate that was removed"));
  title = nsm_candidate_dup_title (NSM_CANDIDATE (found));
  if (NSM_CANDIDATE (found)->version < 2)
    return g_steal_pointer (&title);
  /* The definition has versions, too: a candidate is called refined. */
  if (NSM_CANDIDATE (found)->version < 3)
    /* Translators: the title of a candidate that replaced another one */
    return g_strdup_printf (_("%s (refined)"), title);
  /* Translators: the title of a candidate that was refined several times, and how often */
  return g_strdup_printf (_("%s (refined %.0f times)"), title,
                          NSM_CANDIDATE (found)->version - 1);
}

/**
 * nsm_build_dup_metric:
 *
 * Returns: (transfer full) (nullable): the title of the metric with that id
 */
char *
nsm_build_dup_metric (NsmBuild *build, const char *id)
{
  NsmRecord *found = nsm_record_find (NSM_RECORD (build->workshop), id);

  return found != NULL && NSM_IS_METRIC (found) ? nsm_metric_dup_title (NSM_METRIC (found)) : NULL;
}

/**
 * nsm_build_dup_person:
 * @participant: the id of one, or ""
 * @who: somebody who isn't one, or ""
 *
 * Returns: (transfer full): the name; "Not named" when neither says one
 */
char *
nsm_build_dup_person (NsmBuild *build, const char *participant, const char *who)
{
  NsmRecord *found = nsm_record_find (NSM_RECORD (build->workshop), participant);

  if (found != NULL && NSM_IS_PARTICIPANT (found) && NSM_PARTICIPANT (found)->name[0] != '\0')
    return g_strdup (NSM_PARTICIPANT (found)->name);
  return g_strdup (who[0] != '\0' ? who : _("Not named"));
}

/**
 * nsm_build_choice:
 *
 * Returns: what people call that choice
 */
const char *
nsm_build_choice (GType type, guint value)
{
  return nsm_choice_get_label (type, value);
}

/**
 * nsm_build_new_answer:
 *
 * Returns: (transfer full): a badge; an answer isn't good or bad by itself
 */
NsmRun *
nsm_build_new_answer (NsmAnswerState state)
{
  return nsm_run_new_badge (state == NSM_ANSWER_STATE_UNSET || state == NSM_ANSWER_STATE_UNSURE
                              ? NSM_TONE_CAUTION
                              : NSM_TONE_PLAIN,
                            nsm_build_choice (NSM_TYPE_ANSWER_STATE, state));
}

/**
 * nsm_build_new_verdict:
 *
 * Returns: (transfer full): a badge
 */
NsmRun *
nsm_build_new_verdict (NsmVerdict verdict)
{
  NsmTone tone = NSM_TONE_PLAIN;

  if (verdict == NSM_VERDICT_HOLDS)
    tone = NSM_TONE_POSITIVE;
  else if (verdict == NSM_VERDICT_REFINE)
    tone = NSM_TONE_CAUTION;
  else if (verdict == NSM_VERDICT_FAILS)
    tone = NSM_TONE_NEGATIVE;
  return nsm_run_new_badge (tone, nsm_build_choice (NSM_TYPE_VERDICT, verdict));
}

/**
 * nsm_build_new_position:
 *
 * Returns: (transfer full): a badge
 */
NsmRun *
nsm_build_new_position (NsmPosition position)
{
  NsmTone tone = NSM_TONE_PLAIN;

  if (position == NSM_POSITION_AGREES)
    tone = NSM_TONE_POSITIVE;
  else if (position == NSM_POSITION_RESERVATION)
    tone = NSM_TONE_CAUTION;
  else if (position == NSM_POSITION_BLOCKS)
    tone = NSM_TONE_NEGATIVE;
  return nsm_run_new_badge (tone, nsm_build_choice (NSM_TYPE_POSITION, position));
}

/**
 * nsm_build_new_feedback:
 *
 * Returns: (transfer full): a badge
 */
NsmRun *
nsm_build_new_feedback (NsmFeedbackState state)
{
  NsmTone tone = NSM_TONE_PLAIN;

  if (state == NSM_FEEDBACK_STATE_FEASIBLE)
    tone = NSM_TONE_POSITIVE;
  else if (state == NSM_FEEDBACK_STATE_QUESTION || state == NSM_FEEDBACK_STATE_CONCERN)
    tone = NSM_TONE_CAUTION;
  return nsm_run_new_badge (tone, nsm_build_choice (NSM_TYPE_FEEDBACK_STATE, state));
}

/**
 * nsm_build_add_fact:
 *
 * Adds an entry that says @text, or nothing when @text is empty.
 *
 * Returns: (transfer none) (nullable): the entry
 */
NsmNode *
nsm_build_add_fact (NsmNode *definitions, const char *id, const char *term, const char *text)
{
  NsmNode *entry;

  if (text == NULL || text[0] == '\0')
    return NULL;
  entry = nsm_node_add_entry (definitions, id, term);
  nsm_node_add_text (entry, NSM_TONE_PLAIN, text);
  return entry;
}

/**
 * nsm_build_add_fact_run:
 * @run: (transfer full): what it says
 *
 * Returns: (transfer none): the entry
 */
NsmNode *
nsm_build_add_fact_run (NsmNode *definitions, const char *id, const char *term, NsmRun *run)
{
  NsmNode *entry = nsm_node_add_entry (definitions, id, term);

  nsm_runs_add (nsm_node_add_paragraph (entry, NSM_TONE_PLAIN, NULL)->runs, run);
  return entry;
}

/**
 * nsm_build_from:
 * @node: (nullable): a part of the document
 * @step: the step on whose page it is written
 * @record: (type NsmRecord): the record that says it
 * @field: (nullable): the member of @record that says it
 *
 * Says where @node is written.
 *
 * Returns: (transfer none) (nullable): @node
 */
NsmNode *
nsm_build_from (NsmNode *node, NsmStep step, gpointer record, const char *field)
{
  if (node != NULL && record != NULL)
    nsm_node_set_source (node, step, record, field);
  return node;
}

/**
 * nsm_build_add_number:
 * @number: NAN leaves the cell empty
 * @decimals: as of nsm_run_new_number()
 *
 * Adds a cell with a number to @row.
 */
void
nsm_build_add_number (NsmNode *row, double number, int decimals)
{
  NsmNode *cell = nsm_node_add_cell (row, NULL);

  cell->numeric = TRUE;
  if (!isnan (number))
    nsm_runs_add (cell->runs, nsm_run_new_number (number, decimals));
}

/**
 * nsm_build_add_line:
 * @label: a translated template with one "%s"
 * @text: what goes into it; "" adds nothing
 *
 * Adds a line of its own to what stands in @cell.
 */
void
nsm_build_add_line (NsmNode *cell, const char *label, const char *text)
{
  if (text[0] == '\0')
    return;
  if (cell->runs->len > 0)
    nsm_runs_add (cell->runs, nsm_run_new (NSM_RUN_BREAK, NULL));
  nsm_runs_add_template (cell->runs, label, nsm_run_new (NSM_RUN_TEXT, text), NULL);
}

/**
 * nsm_build_add_part:
 *
 * Adds a section under @section with one table or list, to be filled and then
 * kept with nsm_build_keep_part().
 *
 * Returns: (transfer none): the table or list
 */
NsmNode *
nsm_build_add_part (NsmNode *section, const char *id, const char *title, NsmNodeKind kind)
{
  return nsm_node_add (nsm_node_add_section (section, id, title), kind);
}

/* A column that says nothing in any row is only in the way. */
static void
drop_empty_columns (NsmNode *table)
{
  NsmNode *head = table->children->pdata[0];

  for (guint column = head->children->len; column-- > 1;)
    {
      gboolean used = FALSE;

      for (guint r = 1; r < table->children->len && !used; r++)
        {
          NsmNode *row = table->children->pdata[r];

          used = column < row->children->len &&
                 ((NsmNode *) row->children->pdata[column])->runs->len > 0;
        }
      for (guint r = 0; r < table->children->len && !used; r++)
        {
          NsmNode *row = table->children->pdata[r];

          if (column < row->children->len)
            g_ptr_array_remove_index (row->children, column);
        }
    }
}

static void
tidy (NsmNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    tidy (node->children->pdata[i]);
  if (node->kind == NSM_NODE_TABLE && node->children->len > 1)
    drop_empty_columns (node);
}

/**
 * nsm_build_keep_part:
 *
 * Takes the last part of @section away again if nothing was said in it, and
 * columns without a word.
 */
void
nsm_build_keep_part (NsmNode *section)
{
  if (section->children->len > 0)
    tidy (section->children->pdata[section->children->len - 1]);
  if (section->children->len > 0 &&
      nsm_node_is_empty (section->children->pdata[section->children->len - 1]))
    g_ptr_array_set_size (section->children, (int) section->children->len - 1);
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_';
}

/* Where the word that begins as @term does ends, or NULL. */
static const char *
match_term (const char *text, const char *term)
{
  guint ending = 0;
  const char *p = text;

  for (const char *t = term; *t != '\0'; t = g_utf8_next_char (t), p = g_utf8_next_char (p))
    if (*p == '\0' || g_unichar_tolower (g_utf8_get_char (p)) !=
                        g_unichar_tolower (g_utf8_get_char (t)))
      return NULL;
  while (*p != '\0' && is_word (g_utf8_get_char (p)))
    {
      if (++ending > MAX_ENDING)
        return NULL;
      p = g_utf8_next_char (p);
    }
  return p;
}

/* The longest term that begins here. */
static const char *
find_term (NsmDefinition *definition, const char *text, guint *which)
{
  const char *best = NULL;
  gsize longest = 0;

  for (guint i = 0; i < nsm_list_get_size (definition->terms); i++)
    {
      NsmTerm *term = nsm_list_get (definition->terms, i);
      const char *end = term->term[0] != '\0' ? match_term (text, term->term) : NULL;

      if (end != NULL && strlen (term->term) > longest)
        {
          best = end;
          longest = strlen (term->term);
          *which = i;
        }
    }
  return best;
}

/**
 * nsm_build_formula:
 *
 * Appends the exact formula, each defined term in it a link to its meaning.
 */
void
nsm_build_formula (NsmBuild *build, GPtrArray *runs)
{
  NsmDefinition *definition = build->workshop->definition;
  g_autoptr (GString) plain = g_string_new (NULL);
  gboolean at_word = TRUE;

  for (const char *p = definition->formula; *p != '\0';)
    {
      guint which = 0;
      const char *end = at_word ? find_term (definition, p, &which) : NULL;

      if (end != NULL && memchr (p, '\n', (gsize) (end - p)) == NULL)
        {
          g_autofree char *target = g_strdup_printf ("term-%u", which + 1);
          g_autofree char *word = g_strndup (p, (gsize) (end - p));

          nsm_runs_add_verbatim (runs, plain->str);
          g_string_truncate (plain, 0);
          nsm_runs_add (runs, nsm_run_new_link (target, word));
          p = end;
          at_word = FALSE;
          continue;
        }
      at_word = !is_word (g_utf8_get_char (p));
      g_string_append_unichar (plain, g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }
  nsm_runs_add_verbatim (runs, plain->str);
}
