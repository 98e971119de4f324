/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-columns.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "evidence/data-column.h"
#include "evidence/data-other.h"
#include "evidence/data-timing.h"
#include "kit/field-row.h"
#include "kit/names.h"

/* Of numbers whose names fit no candidate, so many are offered; of more, people pick theirs. */
#define MOST_OFFERED 3

enum
{
  CANDIDATES,
  OUTCOMES,
  N_SIDES
};

static const NsmColumnRole sides[N_SIDES] = { NSM_COLUMN_ROLE_CANDIDATE, NSM_COLUMN_ROLE_OUTCOME };

/* What the times of a candidate and an outcome mean, from fine to worst. */
typedef enum
{
  MEANS_NOTHING_SAID,
  MEANS_BEFORE,
  MEANS_AFTER,
  MEANS_OVERLAP,
} Meaning;

struct _NsmDataColumns
{
  AdwBin parent_instance;

  NsmWorkshop *workshop;
  NsmDataset *dataset;
  GHashTable *cells; /* name (of the dataset's columns) → NsmCells */
  GPtrArray *rows;   /* NsmDataColumn */
  NsmColumn *shared[N_SIDES]; /* what is said about all columns of a side at once */
  GtkWidget *shared_rows[N_SIDES];
  Meaning worst; /* of any candidate, as it was said last */
  gboolean busy;
  guint refresh_id;
  gboolean used_changed;

  AdwPreferencesGroup *used;
  NsmDataOther *other;
  GtkWidget *dated;
  AdwComboRow *period;
  NsmFieldRow *changed_on;
  AdwPreferencesGroup *timing;
};

static guint changed;

G_DEFINE_FINAL_TYPE (NsmDataColumns, nsm_data_columns, ADW_TYPE_BIN)

#define EACH_COLUMN(var, self) \
  for (guint var##_i = 0; var##_i < (self)->rows->len; var##_i++) \
    for (NsmColumn *var = nsm_data_column_get_column ((self)->rows->pdata[var##_i]); var != NULL; \
         var = NULL)

static NsmColumn *
find_first (NsmDataColumns *self, NsmColumnRole role)
{
  EACH_COLUMN (column, self)
    if (column->role == role)
      return column;
  return NULL;
}

/* One answer for all columns of a side */

static gboolean
is_same_for_all (NsmDataColumns *self, NsmColumnRole role)
{
  NsmColumn *first = find_first (self, role);

  EACH_COLUMN (column, self)
    if (column->role == role && !nsm_data_timing_is_same (first, column))
      return FALSE;
  return TRUE;
}

static void
on_shared_changed (NsmDataColumns *self, GParamSpec *pspec, NsmColumn *shared)
{
  if (self->busy)
    return;
  self->busy = TRUE;
  EACH_COLUMN (column, self)
    if (column->role == shared->role)
      nsm_data_timing_copy (shared, column);
  self->busy = FALSE;
}

static void
show_shared (NsmDataColumns *self, guint side)
{
  NsmColumn *first = find_first (self, sides[side]);
  g_autoptr (NsmColumn) unsaid = NULL;

  gtk_widget_set_visible (self->shared_rows[side], first != NULL);
  if (first == NULL)
    return;
  if (!is_same_for_all (self, sides[side]))
    first = unsaid = g_object_new (NSM_TYPE_COLUMN, NULL);
  self->busy = TRUE;
  nsm_data_timing_copy (first, self->shared[side]);
  self->busy = FALSE;
}

/* What the times mean */

static Meaning
get_meaning (NsmColumn *candidate, NsmColumn *outcome)
{
  switch (nsm_columns_get_overlap (candidate, outcome))
    {
    case NSM_OVERLAP_SOME:
      return MEANS_OVERLAP;
    case NSM_OVERLAP_NONE:
      if (candidate->timing == NSM_TIMING_DAYS
              ? candidate->from_day > outcome->to_day
              : g_strcmp0 (candidate->from_date, outcome->to_date) > 0)
        return MEANS_AFTER;
      return MEANS_BEFORE;
    case NSM_OVERLAP_UNSAID:
    default:
      return MEANS_NOTHING_SAID;
    }
}

static const char *
get_refusal (Meaning meaning)
{
  if (meaning == MEANS_OVERLAP)
    return _("Counted over the outcome’s own time: shows nothing. Count it before.");
  if (meaning == MEANS_AFTER)
    return _("Counted after the outcome: it foretells nothing. Count it before.");
  return NULL;
}

static void
show_candidates_meaning (NsmDataColumns *self, Meaning worst, gboolean all)
{
  const char *note = NULL;

  if (worst >= MEANS_AFTER)
    note = all ? get_refusal (worst)
               : _("Some are counted over the outcome’s own time, or after it: they show nothing.");
  else if (find_first (self, NSM_COLUMN_ROLE_DATE) != NULL && worst == MEANS_NOTHING_SAID)
    note = _("If each row of the file is one period, leave this: the dates say when.");
  else if (!is_same_for_all (self, NSM_COLUMN_ROLE_CANDIDATE))
    note = _("Not the same for all: it is said with each column. What you choose here goes for all.");
  else if (worst == MEANS_BEFORE)
    note = _("Counted before the outcome, as it should be.");
  else
    note = _("The file can’t tell. As long as nobody says, the results are less sure.");
  nsm_data_timing_set_note (NSM_DATA_TIMING (self->shared_rows[CANDIDATES]), note,
                            worst >= MEANS_AFTER);
  if (worst >= MEANS_AFTER && worst != self->worst)
    nsm_widget_announce (self->shared_rows[CANDIDATES], note);
  self->worst = worst;
}

static void
show_meanings (NsmDataColumns *self)
{
  gboolean all = TRUE;
  Meaning worst = MEANS_NOTHING_SAID;

  for (guint i = 0; i < self->rows->len; i++)
    {
      NsmColumn *candidate = nsm_data_column_get_column (self->rows->pdata[i]);
      Meaning here = MEANS_NOTHING_SAID;

      if (candidate->role == NSM_COLUMN_ROLE_CANDIDATE)
        {
          EACH_COLUMN (outcome, self)
            if (outcome->role == NSM_COLUMN_ROLE_OUTCOME)
              here = MAX (here, get_meaning (candidate, outcome));
          worst = MAX (worst, here);
          all = all && here >= MEANS_AFTER;
        }
      nsm_data_column_set_refusal (self->rows->pdata[i], get_refusal (here));
    }
  show_candidates_meaning (self, worst, all);
}

/* The rows */

static void on_column_changed (NsmDataColumns *self, GParamSpec *pspec);

static void
add_row (NsmDataColumns *self, NsmColumn *column)
{
  GtkWidget *row = nsm_data_column_new (self->workshop, column);

  g_signal_connect_object (column, "notify", G_CALLBACK (on_column_changed), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->used, row);
}

static void
drop_row (NsmDataColumns *self, guint i)
{
  GtkWidget *row = self->rows->pdata[i];
  gboolean had_focus = gtk_widget_get_focus_child (row) != NULL || gtk_widget_has_focus (row);

  g_signal_handlers_disconnect_matched (nsm_data_column_get_column (NSM_DATA_COLUMN (row)),
                                        G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  g_ptr_array_remove_index (self->rows, i);
  adw_preferences_group_remove (self->used, row);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->other), GTK_DIR_TAB_FORWARD);
}

static void
offer_others (NsmDataColumns *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  NSM_LIST_EACH (NsmColumn, column, self->dataset->columns)
    if (column->role == NSM_COLUMN_ROLE_IGNORED)
      g_ptr_array_add (names, column->name);
  g_ptr_array_add (names, NULL);
  nsm_data_other_set_names (self->other, (const char *const *) names->pdata);
  adw_preferences_group_set_description (
      self->used, find_first (self, NSM_COLUMN_ROLE_CANDIDATE) == NULL &&
                          find_first (self, NSM_COLUMN_ROLE_OUTCOME) == NULL
                      ? _("Pick the columns that count: at least one candidate and one outcome.")
                      : NULL);
}

static void
refresh (NsmDataColumns *self)
{
  for (guint i = self->rows->len; i > 0; i--)
    if (nsm_data_column_get_column (self->rows->pdata[i - 1])->role == NSM_COLUMN_ROLE_IGNORED)
      {
        drop_row (self, i - 1);
        self->used_changed = TRUE;
      }
  if (self->used_changed)
    offer_others (self);
  self->used_changed = FALSE;
  for (guint side = 0; side < N_SIDES; side++)
    show_shared (self, side);
  show_meanings (self);
  gtk_widget_set_visible (self->dated, find_first (self, NSM_COLUMN_ROLE_DATE) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->timing),
                          find_first (self, NSM_COLUMN_ROLE_CANDIDATE) != NULL ||
                              find_first (self, NSM_COLUMN_ROLE_OUTCOME) != NULL);
  g_signal_emit (self, changed, 0);
}

static gboolean
on_refresh (gpointer data)
{
  NsmDataColumns *self = data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* One change may be many: of five members of every candidate. */
static void
on_column_changed (NsmDataColumns *self, GParamSpec *pspec G_GNUC_UNUSED)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_refresh, self, NULL);
}

static void
on_period_selected (NsmDataColumns *self)
{
  guint selected = adw_combo_row_get_selected (self->period);

  if (self->dataset != NULL && selected != GTK_INVALID_LIST_POSITION)
    g_object_set (self->dataset, "period", NSM_WINDOW_DAY + selected, NULL);
}

static void
on_other_chosen (NsmDataColumns *self, const char *name)
{
  nsm_data_columns_use (self, name);
}

/* Saying of each of a dozen columns that it isn't used takes longer than picking two. */
static void
thin_out (NsmDataColumns *self)
{
  guint n = 0;

  NSM_LIST_EACH (NsmColumn, column, self->dataset->columns)
    n += column->role == NSM_COLUMN_ROLE_CANDIDATE && column->candidate[0] == '\0';
  if (n <= MOST_OFFERED)
    return;
  NSM_LIST_EACH (NsmColumn, column, self->dataset->columns)
    if (column->role == NSM_COLUMN_ROLE_CANDIDATE && column->candidate[0] == '\0')
      g_object_set (column, "role", NSM_COLUMN_ROLE_IGNORED, NULL);
}

static void
nsm_data_columns_dispose (GObject *object)
{
  NsmDataColumns *self = NSM_DATA_COLUMNS (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  for (guint side = 0; side < N_SIDES; side++)
    g_clear_object (&self->shared[side]);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  g_clear_object (&self->dataset);
  g_clear_object (&self->workshop);
  G_OBJECT_CLASS (nsm_data_columns_parent_class)->dispose (object);
}

static void
nsm_data_columns_class_init (NsmDataColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_data_columns_dispose;
  changed = g_signal_new ("changed", NSM_TYPE_DATA_COLUMNS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                          G_TYPE_NONE, 0);
  g_type_ensure (NSM_TYPE_DATA_OTHER);
  g_type_ensure (NSM_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/evidence/data-columns.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmDataColumns, used);
  gtk_widget_class_bind_template_child (widget_class, NsmDataColumns, other);
  gtk_widget_class_bind_template_child (widget_class, NsmDataColumns, dated);
  gtk_widget_class_bind_template_child (widget_class, NsmDataColumns, period);
  gtk_widget_class_bind_template_child (widget_class, NsmDataColumns, changed_on);
  gtk_widget_class_bind_template_child (widget_class, NsmDataColumns, timing);
}

static void
nsm_data_columns_init (NsmDataColumns *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  for (guint side = 0; side < N_SIDES; side++)
    {
      self->shared[side] = g_object_new (NSM_TYPE_COLUMN, "role", sides[side], NULL);
      self->shared_rows[side] = nsm_data_timing_new (
          self->shared[side], side == CANDIDATES ? _("All candidates") : _("All outcomes"));
      adw_preferences_group_add (self->timing, self->shared_rows[side]);
      g_signal_connect_object (self->shared[side], "notify", G_CALLBACK (on_shared_changed), self,
                               G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (self->period, "notify::selected", G_CALLBACK (on_period_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->other, "chosen", G_CALLBACK (on_other_chosen), self,
                           G_CONNECT_SWAPPED);
}

/**
 * nsm_data_columns_set_dataset:
 * @dataset: that isn't in @workshop yet; written to
 * @peek: what its columns hold
 */
void
nsm_data_columns_set_dataset (NsmDataColumns *self, NsmWorkshop *workshop, NsmDataset *dataset,
                              const NsmCsvPeek *peek)
{
  while (self->rows->len > 0)
    drop_row (self, self->rows->len - 1);
  g_set_object (&self->workshop, workshop);
  g_set_object (&self->dataset, dataset);
  g_clear_pointer (&self->cells, g_hash_table_unref);
  self->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < peek->columns->len; i++)
    {
      const NsmCsvColumn *column = peek->columns->pdata[i];

      g_hash_table_insert (self->cells, g_strdup (column->name), GUINT_TO_POINTER (column->cells));
    }
  thin_out (self);
  NSM_LIST_EACH (NsmColumn, column, dataset->columns)
    if (column->role != NSM_COLUMN_ROLE_IGNORED)
      add_row (self, column);
  if (dataset->period < NSM_WINDOW_DAY || dataset->period > NSM_WINDOW_QUARTER)
    g_object_set (dataset, "period", NSM_WINDOW_MONTH, NULL);
  adw_combo_row_set_selected (self->period, dataset->period - NSM_WINDOW_DAY);
  nsm_field_row_set_record (self->changed_on, NSM_RECORD (dataset));
  self->used_changed = TRUE;
  refresh (self);
}

NsmDataset *
nsm_data_columns_get_dataset (NsmDataColumns *self)
{
  return self->dataset;
}

static NsmColumnRole
guess_role (NsmDataColumns *self, const char *name)
{
  switch ((NsmCells) GPOINTER_TO_UINT (g_hash_table_lookup (self->cells, name)))
    {
    case NSM_CELLS_DATE:
      return NSM_COLUMN_ROLE_DATE;
    case NSM_CELLS_TEXT:
      return NSM_COLUMN_ROLE_SEGMENT;
    case NSM_CELLS_TRUTH:
      return NSM_COLUMN_ROLE_OUTCOME;
    case NSM_CELLS_EMPTY:
    case NSM_CELLS_NUMBER:
    default:
      return find_first (self, NSM_COLUMN_ROLE_CANDIDATE) != NULL &&
                     find_first (self, NSM_COLUMN_ROLE_OUTCOME) == NULL
                 ? NSM_COLUMN_ROLE_OUTCOME
                 : NSM_COLUMN_ROLE_CANDIDATE;
    }
}

/**
 * nsm_data_columns_use:
 * @name: of a column that isn't used yet
 *
 * Takes it in, as what it looks like, and opens its row.
 */
void
nsm_data_columns_use (NsmDataColumns *self, const char *name)
{
  NsmColumn *column = nsm_dataset_find_column (self->dataset, name);
  NsmColumn *fellow;
  GtkWidget *row;

  if (column == NULL || column->role != NSM_COLUMN_ROLE_IGNORED)
    return;
  g_object_set (column, "role", guess_role (self, column->name), NULL);
  /* A number tells of itself no staying or leaving. */
  if (column->role == NSM_COLUMN_ROLE_OUTCOME && !column->truth &&
      column->outcome == NSM_OUTCOME_RETENTION)
    g_object_set (column, "outcome", NSM_OUTCOME_OTHER, NULL);
  fellow = find_first (self, column->role);
  if (fellow != NULL && is_same_for_all (self, column->role))
    nsm_data_timing_copy (fellow, column);
  add_row (self, column);
  row = self->rows->pdata[self->rows->len - 1];
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_grab_focus (row);
  self->used_changed = TRUE;
  refresh (self);
}
