/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of any size, with words of many kinds; the same each time. */
#pragma once

#include "report/tree.h"

typedef enum
{
  WORDS_PLAIN,
  WORDS_LONG,    /* sentences, and words longer than a line */
  WORDS_ARABIC,
  WORDS_CHINESE,
  WORDS_MIXED,   /* scripts and emoji in one name; owners without a name */
  WORDS_N_KINDS,
} WordsKind;

const char *words_get_name (WordsKind kind);
const char *words_get (WordsKind kind, guint i);

NsmFigure *figure_sample_tree (WordsKind kind, guint n_inputs, gboolean with_kpi);
NsmFigure *figure_sample_robustness (WordsKind kind, guint n_rows, guint n_people);
NsmFigure *figure_sample_heat_map (WordsKind kind, guint n_rows, guint n_columns, guint n_people);
