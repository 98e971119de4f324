/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/outcome-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "evidence/plot-picker.h"
#include "evidence/words.h"
#include "kit/names.h"
#include "kit/scroll.h"

struct _NsmOutcomeView
{
  AdwBin parent_instance;

  NsmEvidence *whole;
  GPtrArray *groups;  /* NsmEvidence */
  GPtrArray *members; /* AdwActionRow, one a group, made when they are unfolded */

  GtkWidget *list;
  GtkWidget *whole_row;
  GtkWidget *what;
  GtkWidget *refused;
  GtkWidget *reading;
  GtkWidget *threshold;
  GtkWidget *details;
  GtkWidget *timing_row;
  GtkWidget *reason;
  GtkWidget *ask_timing;
  GtkWidget *groups_row;
  GtkWidget *figures_row;
  GtkWidget *figures_place;
  GtkWidget *figures;
};

G_DEFINE_FINAL_TYPE (NsmOutcomeView, nsm_outcome_view, ADW_TYPE_BIN)

static guint ask_timing_signal;

static void
set_line (GtkWidget *label, const char *text)
{
  g_autofree char *shown = nsm_words_dup_unbroken (text != NULL ? text : "");

  gtk_label_set_label (GTK_LABEL (label), shown);
  gtk_widget_set_visible (label, text != NULL && text[0] != '\0');
}

/* What the reading doesn't say: rank correlation, what was left out. */
static char *
dup_details (NsmEvidence *result)
{
  GString *line = g_string_new (NULL);

  if (!isnan (result->rank_coefficient))
    {
      g_autofree char *rho = nsm_coefficient_dup_text (result->rank_coefficient);

      /* Translators: Spearman's rank correlation */
      nsm_words_append_fact (line, g_strdup_printf (_("by ranks ρ = %s"), rho));
    }
  if (!isnan (result->dropped) && result->dropped > 0)
    nsm_words_append_fact (
      line, g_strdup_printf (ngettext ("%.0f row left out, without one of the two values",
                                       "%.0f rows left out, without one of the two values",
                                       (gulong) result->dropped),
                             result->dropped));
  return g_string_free (line, FALSE);
}

/* Groups */

static void
fill_member (NsmOutcomeView *self, GtkWidget *row, NsmEvidence *group)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *reading = nsm_evidence_dup_reading (group);
  g_autofree char *details = dup_details (group);
  g_autofree char *shown = NULL;
  gboolean turns = nsm_evidence_turns_round (self->whole, group);

  g_string_append (line, reading);
  if (turns)
    g_string_append (line, _(". It turns round here."));
  if (details[0] != '\0')
    g_string_append_printf (line, "\n%s", details);
  shown = nsm_words_dup_unbroken (line->str);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), group->group);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), shown);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), turns ? "dialog-warning-symbolic" : NULL);
}

/* Rows stay the same widgets; there are as many as groups. */
static void
sync_members (NsmOutcomeView *self)
{
  while (self->members->len > self->groups->len)
    {
      adw_expander_row_remove (ADW_EXPANDER_ROW (self->groups_row),
                               g_ptr_array_index (self->members, self->members->len - 1));
      g_ptr_array_set_size (self->members, (int) self->members->len - 1);
    }
  while (self->members->len < self->groups->len)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "focusable", TRUE,
                                     "title-lines", 0, "subtitle-lines", 0, NULL);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self->groups_row), row);
      g_ptr_array_add (self->members, row);
    }
  for (guint i = 0; i < self->groups->len; i++)
    fill_member (self, g_ptr_array_index (self->members, i), g_ptr_array_index (self->groups, i));
}

static void
update_groups (NsmOutcomeView *self)
{
  guint n_turned = 0;
  g_autofree char *title = g_strdup_printf (
      ngettext ("%u segment by itself", "%u segments by themselves", self->groups->len),
      self->groups->len);
  g_autofree char *subtitle = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    n_turned += nsm_evidence_turns_round (self->whole, g_ptr_array_index (self->groups, i));
  if (n_turned > 0)
    subtitle = g_strdup_printf (ngettext ("In %u of them it turns round",
                                          "In %u of them it turns round", n_turned),
                                n_turned);
  gtk_widget_set_visible (self->groups_row, self->groups->len > 0 && !self->whole->overlaps);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->groups_row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->groups_row),
                                 subtitle != NULL ? subtitle : "");
  adw_expander_row_set_icon_name (ADW_EXPANDER_ROW (self->groups_row),
                                  n_turned > 0 ? "dialog-warning-symbolic" : NULL);
  if (self->members->len > 0 ||
      adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->groups_row)))
    sync_members (self);
}

static void
on_groups_expanded (NsmOutcomeView *self)
{
  if (self->whole != NULL &&
      adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self->groups_row)))
    sync_members (self);
}

/* All rows */

static void
update_whole (NsmOutcomeView *self)
{
  g_autofree char *what = nsm_evidence_dup_what (self->whole);
  g_autofree char *reading = nsm_evidence_dup_reading (self->whole);
  g_autofree char *refusal = nsm_evidence_dup_refusal (self->whole);
  g_autofree char *threshold = refusal == NULL ? nsm_evidence_dup_threshold (self->whole) : NULL;
  g_autofree char *change = nsm_evidence_dup_change (self->whole);
  g_autofree char *details = dup_details (self->whole);
  g_autofree char *name = NULL;

  if (change != NULL)
    {
      char *more = details[0] != '\0' ? g_strconcat (details, "\n", change, NULL)
                                      : g_strdup (change);

      g_free (details);
      details = more;
    }
  set_line (self->what, what);
  set_line (self->reading, reading);
  set_line (self->threshold, threshold);
  set_line (self->details, details);
  gtk_widget_set_visible (self->refused, refusal != NULL);
  if (refusal != NULL)
    gtk_widget_add_css_class (self->reading, "struck");
  else
    gtk_widget_remove_css_class (self->reading, "struck");

  if (refusal == NULL && self->whole->timing_unsaid)
    refusal = g_strdup (_("Nobody has said when the two were measured. If it was at the same "
                          "time, it proves little."));
  set_line (self->reason, refusal);
  gtk_widget_set_visible (self->timing_row, refusal != NULL);
  name = g_strjoin (". ", what, reading, refusal != NULL ? refusal : details, NULL);
  nsm_widget_set_name_for_readers (self->whole_row, name);
  nsm_widget_set_name_for_readers (self->list, what);
}

static void
on_ask_timing (NsmOutcomeView *self)
{
  g_signal_emit (self, ask_timing_signal, 0, self->whole);
}

/* GObject */

static void
nsm_outcome_view_dispose (GObject *object)
{
  NsmOutcomeView *self = NSM_OUTCOME_VIEW (object);

  g_clear_object (&self->whole);
  g_ptr_array_set_size (self->groups, 0);
  G_OBJECT_CLASS (nsm_outcome_view_parent_class)->dispose (object);
}

static void
nsm_outcome_view_finalize (GObject *object)
{
  NsmOutcomeView *self = NSM_OUTCOME_VIEW (object);

  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->members);
  G_OBJECT_CLASS (nsm_outcome_view_parent_class)->finalize (object);
}

static void
nsm_outcome_view_class_init (NsmOutcomeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_outcome_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_outcome_view_finalize;
  ask_timing_signal = g_signal_new ("ask-timing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, NSM_TYPE_EVIDENCE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/evidence/outcome-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, list);
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, whole_row);
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, what);
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, refused);
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, reading);
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, threshold);
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, details);
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, timing_row);
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, reason);
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, ask_timing);
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, groups_row);
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, figures_row);
  gtk_widget_class_bind_template_child (widget_class, NsmOutcomeView, figures_place);
}

static void
nsm_outcome_view_init (NsmOutcomeView *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_object_unref);
  self->members = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->figures = nsm_plot_picker_new ();
  adw_bin_set_child (ADW_BIN (self->figures_place), self->figures);
  g_signal_connect_object (self->ask_timing, "clicked", G_CALLBACK (on_ask_timing), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->groups_row, "notify::expanded", G_CALLBACK (on_groups_expanded),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
nsm_outcome_view_new (void)
{
  return g_object_new (NSM_TYPE_OUTCOME_VIEW, NULL);
}

/**
 * nsm_outcome_view_update:
 * @memory: where points of the scatter plot may be
 *
 * Brings it up to date with @results, without making anew what is there.
 */
void
nsm_outcome_view_update (NsmOutcomeView *self, const NsmOutcomeResults *results,
                         NsmLookMemory *memory)
{
  g_set_object (&self->whole, results->whole);
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < results->groups->len; i++)
    g_ptr_array_add (self->groups, g_object_ref (g_ptr_array_index (results->groups, i)));
  update_whole (self);
  update_groups (self);
  /* What is no evidence isn't shown as a picture of it, either. */
  gtk_widget_set_visible (self->figures_row,
                          !isnan (self->whole->coefficient) && !self->whole->overlaps);
  nsm_plot_picker_update (NSM_PLOT_PICKER (self->figures), self->whole,
                          nsm_look_memory_get_points (memory, self->whole));
}

/**
 * nsm_outcome_view_is_of:
 *
 * Returns: whether it shows the columns that @result is about
 */
gboolean
nsm_outcome_view_is_of (NsmOutcomeView *self, NsmEvidence *result)
{
  return self->whole != NULL && nsm_evidence_is_of_same_columns (self->whole, result);
}

/**
 * nsm_outcome_view_focus:
 * @field: (nullable): a member of @result
 *
 * Gives the row of @result the focus, or what can be done about it.
 *
 * Returns: whether it is in here
 */
gboolean
nsm_outcome_view_focus (NsmOutcomeView *self, NsmEvidence *result, const char *field)
{
  guint position;

  if (result == self->whole)
    {
      gboolean timing = g_strcmp0 (field, "overlaps") == 0 ||
                        g_strcmp0 (field, "timing_unsaid") == 0;

      nsm_widget_scroll_to (self->whole_row);
      return gtk_widget_grab_focus (timing && gtk_widget_get_visible (self->timing_row)
                                      ? self->ask_timing
                                      : self->whole_row);
    }
  if (!g_ptr_array_find (self->groups, result, &position))
    return FALSE;
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self->groups_row), TRUE);
  sync_members (self);
  nsm_widget_scroll_to (g_ptr_array_index (self->members, position));
  return gtk_widget_grab_focus (g_ptr_array_index (self->members, position));
}
