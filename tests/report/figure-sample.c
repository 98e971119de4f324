/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "figure-sample.h"

#include <math.h>

#include "report/plot-private.h"

static const char *const texts[WORDS_N_KINDS][6] = {
  [WORDS_PLAIN] = { "Teams with a project under way", "Members with a task", "Projects started",
                    "Share of open projects finished in the month", "Customer value",
                    "Understandable" },
  [WORDS_LONG] = { "Weekly teams that have completed at least one project together with two or "
                   "more people outside of their own department, without help from support",
                   "Kundenzufriedenheitsverbesserungsmaßnahmenplanungsbesprechung", "A",
                   "Donaudampfschifffahrtsgesellschaftskapitän per quarter and region",
                   "W W W W W W W W W W W W W W W W W W W W W W W W W W W W W W W W",
                   "Comprehensibility to people who see it for the first time" },
  [WORDS_ARABIC] = { "الفرق التي أكملت مشروعًا واحدًا على الأقل", "الأعضاء النشطون", "المشاريع",
                     "نسبة المشاريع المكتملة خلال الشهر", "قيمة العميل", "سهل الفهم للجميع" },
  [WORDS_CHINESE] = { "每周至少完成一个项目的团队数量", "活跃成员", "启动的项目",
                      "本月内完成的未结项目所占的百分比（按地区划分）", "客户价值", "容易理解" },
  [WORDS_MIXED] = { "פרויקטים שהושלמו by teams of 3+", "🚀 Launches 🎉 per week", "",
                    "Команды с проектом, 完成项目 and مشاريع", "ค่าใช้จ่ายต่อเดือน", "हर सप्ताह टीम" },
};

const char *
words_get_name (WordsKind kind)
{
  static const char *const names[] = { "plain", "long", "arabic", "chinese", "mixed" };

  return names[kind];
}

const char *
words_get (WordsKind kind, guint i)
{
  return texts[kind][i % G_N_ELEMENTS (texts[kind])];
}

static NsmFigureBox *
new_box (WordsKind kind, guint i)
{
  NsmFigureBox *box = nsm_figure_box_new (words_get (kind, i));

  box->link = (NsmLink) (i % 4);
  box->dimension = (NsmDimension) ((i + 1) % 5);
  return box;
}

static void
describe (NsmFigure *figure, const char *words)
{
  char *longer = g_strconcat (figure->alternative, words, ". ", NULL);

  g_free (figure->alternative);
  figure->alternative = longer;
}

NsmFigure *
figure_sample_tree (WordsKind kind, guint n_inputs, gboolean with_kpi)
{
  NsmFigure *figure = nsm_figure_new (NSM_FIGURE_METRIC_TREE);

  if (with_kpi)
    {
      figure->kpi = new_box (kind, 3);
      describe (figure, figure->kpi->title);
    }
  figure->star = new_box (kind, 0);
  describe (figure, figure->star->title);
  if (n_inputs % 2 == 0)
    {
      g_free (figure->star->detail);
      figure->star->detail = g_strdup ("1,240 in March 2026");
    }
  for (guint i = 0; i < n_inputs; i++)
    {
      NsmFigureBox *box = new_box (kind, i + 1);

      g_free (box->owner);
      box->owner = g_strdup (i % 5 == 4 ? "" : words_get (kind, i + 4));
      describe (figure, box->title);
      g_ptr_array_add (figure->inputs, box);
    }
  nsm_figure_draw (figure);
  return figure;
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  return (int) (*(const double *) a - *(const double *) b);
}

NsmFigure *
figure_sample_heat_map (WordsKind kind, guint n_rows, guint n_columns, guint n_people)
{
  NsmFigure *figure = nsm_figure_new (NSM_FIGURE_HEAT_MAP);

  for (guint c = 0; c < n_columns; c++)
    g_ptr_array_add (figure->columns, g_strdup (words_get (kind, c + 4)));
  for (guint r = 0; r < n_rows; r++)
    {
      NsmFigureRow *row = nsm_figure_row_new (words_get (kind, r));

      g_free (row->rank);
      g_free (row->detail);
      row->calibration = r + 1 == n_rows && n_rows > 2;
      row->rank = row->calibration ? g_strdup ("")
                                   : g_strdup_printf ("%u%s", r + 1, r == 1 ? "½" : "");
      row->detail = g_strdup (row->calibration ? "bad on purpose" : r == 0 ? "chosen" : "");
      row->total = 4.6 - 3.0 * r / n_rows;
      for (guint c = 0; c < n_columns; c++)
        {
          NsmFigureCell *cell = nsm_figure_cell_new ();
          double sum = 0;

          for (guint p = 0; p < n_people && (r * 7 + c) % 11 != 5; p++)
            {
              double mark = CLAMP (5 - (int) (3 * r / n_rows) - (int) ((p * (c + r)) % 3), 1, 5);

              g_array_append_val (cell->marks, mark);
            }
          g_array_sort (cell->marks, compare_marks);
          for (guint p = 0; p < cell->marks->len; p++)
            sum += g_array_index (cell->marks, double, p);
          if (cell->marks->len > 0)
            {
              cell->mean = sum / cell->marks->len;
              cell->low = g_array_index (cell->marks, double, 0);
              cell->high = g_array_index (cell->marks, double, cell->marks->len - 1);
              cell->apart = cell->high - cell->low >= 2;
              cell->agreed = (r + c) % 9 == 4 ? 4 : NAN;
            }
          g_ptr_array_add (row->cells, cell);
        }
      describe (figure, row->title);
      g_ptr_array_add (figure->rows, row);
    }
  nsm_figure_draw (figure);
  return figure;
}

NsmFigure *
figure_sample_robustness (WordsKind kind, guint n_rows, guint n_people)
{
  NsmFigure *figure = nsm_figure_new (NSM_FIGURE_PLOT);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (NsmPlotChance));
  NsmPlotChances chances = { .n_people = n_people, .firm_people = 0.9, .firm_weights = 0.75,
                             .chances = all };

  for (guint i = 0; i < n_rows; i++)
    {
      double share = i == 0 ? 0.92 : i == 1 ? 0.0804 : i == 2 ? 0.0004 : 0;
      NsmPlotChance chance = { .title = words_get (kind, i), .leads = i == 0,
                               .without = i == 0 ? n_people : 0, .people = share,
                               .weights = i == 0 ? 0.71 : share };

      g_array_append_val (all, chance);
    }
  figure->plot = nsm_plot_new_robustness (&chances, NSM_PLOT_WIDTH);
  figure->narrow = nsm_plot_new_robustness (&chances, NSM_FIGURE_NARROW);
  g_free (figure->alternative);
  figure->alternative = g_strdup (nsm_plot_get_alternative (figure->plot));
  return figure;
}
