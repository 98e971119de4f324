/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/report-compare.h"

static gboolean
is_same_run (const NsmRun *a, const NsmRun *b)
{
  return a->style == b->style && a->tone == b->tone && a->isolated == b->isolated &&
         g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->target, b->target) == 0;
}

static gboolean
is_same_figure (NsmFigure *a, NsmFigure *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->kind == b->kind && (a->plot == NULL) == (b->plot == NULL) &&
         (a->narrow == NULL) == (b->narrow == NULL);
}

/**
 * nsm_report_node_is_same:
 *
 * Returns: whether @a and @b say the same and are written in the same place; the pictures of their
 *   figures may differ
 */
gboolean
nsm_report_node_is_same (NsmNode *a, NsmNode *b)
{
  if (a->kind != b->kind || a->tone != b->tone || a->ordered != b->ordered ||
      a->numeric != b->numeric || a->step != b->step || g_strcmp0 (a->id, b->id) != 0 ||
      g_strcmp0 (a->record, b->record) != 0 || g_strcmp0 (a->field, b->field) != 0 ||
      a->runs->len != b->runs->len || a->children->len != b->children->len ||
      !is_same_figure (a->figure, b->figure))
    return FALSE;
  for (guint i = 0; i < a->runs->len; i++)
    if (!is_same_run (a->runs->pdata[i], b->runs->pdata[i]))
      return FALSE;
  for (guint i = 0; i < a->children->len; i++)
    if (!nsm_report_node_is_same (a->children->pdata[i], b->children->pdata[i]))
      return FALSE;
  return TRUE;
}
