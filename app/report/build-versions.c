/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed in the definition since the version before, and which versions there are. */
#include "report/build-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "method/versions.h"

#define LONG 200    /* characters: of a longer text only what differs is shown, */
#define CONTEXT 40  /* with so many around it */
#define SHORT_HASH 12

/* Back to where the word begins. */
static const char *
find_start (const char *text, const char *at)
{
  const char *p = at;

  for (guint i = 0; i < CONTEXT && p > text; i++)
    p = g_utf8_prev_char (p);
  while (p > text && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  return p;
}

static const char *
find_end (const char *at)
{
  const char *p = at;

  for (guint i = 0; i < CONTEXT && *p != '\0'; i++)
    p = g_utf8_next_char (p);
  while (*p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static char *
dup_stretch (const char *text, gsize prefix, gsize suffix)
{
  const char *start = find_start (text, text + prefix);
  const char *end = find_end (text + strlen (text) - suffix);

  return g_strdup_printf ("%s%.*s%s", start > text ? "… " : "", (int) (end - start), start,
                          *end != '\0' ? " …" : "");
}

/* Where the two begin to differ, and from where on they are the same again; in bytes. */
static void
find_difference (const char *a, const char *b, gsize *prefix, gsize *suffix)
{
  const char *p = a, *q = b;
  const char *x = a + strlen (a), *y = b + strlen (b);

  while (*p != '\0' && g_utf8_get_char (p) == g_utf8_get_char (q))
    {
      p = g_utf8_next_char (p);
      q = g_utf8_next_char (q);
    }
  while (x > p && y > q &&
         g_utf8_get_char (g_utf8_prev_char (x)) == g_utf8_get_char (g_utf8_prev_char (y)))
    {
      x = g_utf8_prev_char (x);
      y = g_utf8_prev_char (y);
    }
  *prefix = (gsize) (p - a);
  *suffix = strlen (a) - (gsize) (x - a);
}

static void
add_cells (NsmNode *row, const NsmVersionChange *change)
{
  const char *before = change->before, *after = change->after;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  if (before != NULL && after != NULL &&
      (g_utf8_strlen (before, -1) > LONG || g_utf8_strlen (after, -1) > LONG))
    {
      gsize prefix, suffix;

      find_difference (before, after, &prefix, &suffix);
      before = was = dup_stretch (before, prefix, suffix);
      after = is = dup_stretch (after, prefix, suffix);
    }
  nsm_node_add_cell (row, before != NULL && before[0] != '\0' ? before : "–");
  nsm_node_add_cell (row, after != NULL && after[0] != '\0' ? after : "–");
}

static void
add_changes (NsmBuild *build, NsmNode *section, NsmWorkshop *before)
{
  g_autoptr (GPtrArray) changes = nsm_versions_compare (before, build->workshop);
  NsmNode *table = nsm_node_add (section, NSM_NODE_TABLE);

  table->id = g_strdup ("changes");
  nsm_node_add_row (table, _("What"), _("Before"), _("Now"), NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      NsmVersionChange *change = changes->pdata[i];
      NsmNode *row = nsm_node_add_row (table, change->label, NULL);

      add_cells (row, change);
      nsm_node_set_source (row, change->step, change->record, change->field);
    }
}

static NsmNode *
add_why (NsmBuild *build, NsmNode *section, const char *why)
{
  NsmNode *paragraph = nsm_node_add_paragraph (section, NSM_TONE_PLAIN, NULL);

  nsm_node_set_source (paragraph, NSM_STEP_DEFINITION, NSM_RECORD (build->workshop), "change_why");
  if (why[0] != '\0')
    nsm_runs_add_template (paragraph->runs, _("Why: %s"), nsm_run_new (NSM_RUN_TEXT, why), NULL);
  else
    nsm_runs_add (paragraph->runs,
                  nsm_run_new_badge (NSM_TONE_CAUTION, _("Nobody has said why yet")));
  return paragraph;
}

/* What @version was like, as far as it may be read. */
static void
add_comparison (NsmBuild *build, NsmNode *section, NsmVersion *version, const char *why)
{
  g_autoptr (GError) error = NULL;
  /* Nobody's name is in it where none may be: that was seen to in all versions at once, so that
   * people are called the same before and now. */
  g_autoptr (NsmWorkshop) before = nsm_version_peek (version, &error);
  NsmNode *paragraph = nsm_node_add_paragraph (section, NSM_TONE_PLAIN, NULL);

  if (before == NULL)
    {
      nsm_runs_add_text (paragraph->runs, NSM_RUN_TEXT, error->message);
      return;
    }
  if (version->date[0] != '\0')
    /* Translators: the number of a version, and a date */
    nsm_runs_add_template (paragraph->runs, _("Compared with version %s, which is of %s:"),
                           nsm_run_new_number (version->number, 0),
                           nsm_run_new_date (version->date), NULL);
  else
    nsm_runs_add_template (paragraph->runs, _("Compared with version %s:"),
                           nsm_run_new_number (version->number, 0), NULL);
  add_changes (build, section, before);
  add_why (build, section, why);
}

static void
add_list (NsmBuild *build, NsmNode *section)
{
  NsmNode *table =
    nsm_build_add_part (section, "all-versions", _("All versions"), NSM_NODE_TABLE);

  nsm_node_add_row (table, _("Version"), _("Final since"), _("Why it changed"), _("Fingerprint"),
                    NULL);
  for (guint i = nsm_list_get_size (build->workshop->versions); i > 0; i--)
    {
      NsmVersion *version = nsm_list_get (build->workshop->versions, i - 1);
      NsmNode *row = nsm_node_add (table, NSM_NODE_ROW);
      g_autofree char *hash = g_strndup (version->fingerprint, SHORT_HASH);

      nsm_runs_add (nsm_node_add_cell (row, NULL)->runs, nsm_run_new_number (version->number, 0));
      nsm_runs_add (nsm_node_add_cell (row, NULL)->runs, nsm_run_new_date (version->date));
      nsm_node_add_cell (row, version->why);
      nsm_runs_add_text (nsm_node_add_cell (row, NULL)->runs, NSM_RUN_CODE, hash);
    }
  nsm_build_keep_part (section);
}

/* The whole of a version speaks of itself; a draft, of what it would change. */
void
nsm_build_versions (NsmBuild *build, NsmNode *section)
{
  NsmList *versions = build->workshop->versions;
  guint n = nsm_list_get_size (versions);

  /* The first one has nothing to be compared with; what it is stands on the cover and at the end. */
  if (n == 0 || (n == 1 && build->report->final))
    return;
  if (!build->report->final)
    add_comparison (build, section, nsm_list_get (versions, n - 1), build->workshop->change_why);
  else
    add_comparison (build, section, nsm_list_get (versions, n - 2),
                    ((NsmVersion *) nsm_list_get (versions, n - 1))->why);
  add_list (build, section);
}
