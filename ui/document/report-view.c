/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/report-view.h"

#include <glib/gi18n-lib.h>

#include "document/report-blocks.h"
#include "document/report-compare.h"
#include "document/report-head.h"
#include "document/report-part.h"
#include "document/report-place.h"
#include "document/report-row.h"
#include "evidence/plot-view.h"
#include "kit/names.h"
#include "kit/scroll.h"

#define SPACING 12
#define FIRST 2 /* sections that are there at once; the others follow while one begins to read */

/* A section as it is shown. */
typedef struct
{
  GtkWidget *widget;
  GHashTable *targets; /* id → widget */
  GPtrArray *plots;    /* NsmPlotView */
  GArray *limits;      /* guint: letters */
} Section;

struct _NsmReportView
{
  GtkWidget parent_instance;

  NsmReport *report; /* what is shown; NULL before the first */
  GtkWidget *head;
  GPtrArray *sections; /* Section, as in the report */
  guint room;          /* letters in a line */
  gboolean editable;

  guint remake_id;
  guint more_id; /* while sections are still to come */
  double letter; /* pixels; 0: not known */
};

enum
{
  SIGNAL_EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmReportView, nsm_report_view, GTK_TYPE_WIDGET)

static void
free_section (gpointer data)
{
  Section *section = data;

  gtk_widget_unparent (section->widget);
  g_hash_table_unref (section->targets);
  g_ptr_array_unref (section->plots);
  g_array_unref (section->limits);
  g_free (section);
}

/* Making */

static Section *
make_section (NsmReportView *self, NsmNode *node)
{
  Section *section = g_new0 (Section, 1);
  NsmReportMaking making;

  section->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  section->plots = g_ptr_array_new ();
  section->limits = g_array_new (FALSE, FALSE, sizeof (guint));
  making = (NsmReportMaking){
    .view = self,
    .targets = section->targets,
    .plots = section->plots,
    .limits = section->limits,
    .room = self->room,
    .dark = adw_style_manager_get_dark (adw_style_manager_get_default ()),
    .editable = self->editable,
  };
  section->widget = nsm_report_new_section (&making, node);
  return section;
}

/* New pictures in the places of the old ones. */
static void
hand_out_plots (NsmReportView *self, Section *section, NsmNode *node, guint *next)
{
  NsmPlot *plot = node->figure != NULL ? nsm_report_get_plot (node->figure, self->room) : NULL;

  if (plot != NULL && *next < section->plots->len)
    nsm_plot_view_set_plot (section->plots->pdata[(*next)++], plot);
  for (guint i = 0; i < node->children->len; i++)
    hand_out_plots (self, section, node->children->pdata[i], next);
}

/* The old section that says the same, taken out of the old ones. */
static Section *
take_same (NsmReportView *self, GPtrArray *before, NsmReport *old, NsmNode *node)
{
  for (guint i = 0; i < before->len; i++)
    {
      Section *section = before->pdata[i];
      guint next = 0;

      if (section == NULL || !nsm_report_node_is_same (old->sections->pdata[i], node))
        continue;
      before->pdata[i] = NULL;
      hand_out_plots (self, section, node, &next);
      return section;
    }
  return NULL;
}

/* A window goes on asking for the widget that has its focus, even when that is gone. */
static void
drop_focus (NsmReportView *self, GtkWidget *gone)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, gone))
    gtk_root_set_focus (root, NULL);
}

typedef struct
{
  NsmStep step;
  char *record, *field;
} Focus;

static gboolean
note_focus (NsmReportView *self, Focus *focus)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *widget = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *part =
    widget != NULL ? gtk_widget_get_ancestor (widget, NSM_TYPE_REPORT_PART) : NULL;

  if (part == NULL || !gtk_widget_is_ancestor (part, GTK_WIDGET (self)))
    return FALSE;
  focus->step = nsm_report_part_get_step (NSM_REPORT_PART (part));
  focus->record = g_strdup (nsm_report_part_get_record (NSM_REPORT_PART (part)));
  focus->field = g_strdup (nsm_report_part_get_field (NSM_REPORT_PART (part)));
  return TRUE;
}

static void
restore_focus (NsmReportView *self, Focus *focus)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *now = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *part = nsm_report_view_find_part (self, focus->step, focus->record, focus->field);

  if (part != NULL && (now == NULL || !gtk_widget_is_ancestor (now, GTK_WIDGET (self))))
    gtk_widget_grab_focus (nsm_report_part_get_button (NSM_REPORT_PART (part)));
  g_free (focus->record);
  g_free (focus->field);
}

static void
append_section (NsmReportView *self, Section *section)
{
  GtkWidget *after = self->sections->len > 0
                       ? ((Section *) self->sections->pdata[self->sections->len - 1])->widget
                       : self->head;

  g_ptr_array_add (self->sections, section);
  gtk_widget_insert_after (section->widget, GTK_WIDGET (self), after);
}

static gboolean
make_more (gpointer data)
{
  NsmReportView *self = data;

  if (self->sections->len < self->report->sections->len)
    append_section (self,
                    make_section (self, self->report->sections->pdata[self->sections->len]));
  if (self->sections->len < self->report->sections->len)
    return G_SOURCE_CONTINUE;
  self->more_id = 0;
  return G_SOURCE_REMOVE;
}

/* Returns whether there was still something to come. */
static gboolean
make_all (NsmReportView *self)
{
  guint id = self->more_id;

  if (id == 0)
    return FALSE;
  while (make_more (self) == G_SOURCE_CONTINUE)
    ;
  g_source_remove (id);
  return TRUE;
}

/* Shows @report, with what is shown of it already where @keep says so. */
static void
show_report (NsmReportView *self, NsmReport *report, gboolean keep)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->sections);
  /* The first time, nobody waits for what is far below. */
  guint n = self->report == NULL ? MIN (FIRST, report->sections->len) : report->sections->len;
  Focus focus = { 0 };
  gboolean focused = note_focus (self, &focus);
  GtkWidget *seen = nsm_report_find_first_seen (GTK_WIDGET (self));
  int offset = seen != NULL ? nsm_report_get_offset (GTK_WIDGET (self), seen, SPACING) : 0;
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);

  /* It may go. */
  if (seen != NULL)
    g_object_add_weak_pointer (G_OBJECT (seen), (gpointer *) &seen);
  /* What gets the focus back isn't what is read. */
  if (viewport != NULL)
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  self->sections = g_ptr_array_new_with_free_func (free_section);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_handle_id (&self->more_id, g_source_remove);
  self->head = nsm_report_head_new (report);
  gtk_widget_insert_after (self->head, GTK_WIDGET (self), NULL);
  for (guint i = 0; i < n; i++)
    {
      NsmNode *node = report->sections->pdata[i];
      Section *section =
        keep && self->report != NULL ? take_same (self, before, self->report, node) : NULL;

      append_section (self, section != NULL ? section : make_section (self, node));
    }
  for (guint i = before->len; i > 0; i--)
    if (before->pdata[i - 1] == NULL)
      g_ptr_array_steal_index (before, i - 1);
    else
      drop_focus (self, ((Section *) before->pdata[i - 1])->widget);
  g_ptr_array_set_size (before, 0);
  if (self->report != report)
    {
      g_clear_pointer (&self->report, nsm_report_free);
      self->report = report;
    }
  if (n < report->sections->len)
    self->more_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, make_more, self, NULL);
  if (focused)
    restore_focus (self, &focus);
  if (viewport != NULL)
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  if (seen != NULL)
    {
      g_object_remove_weak_pointer (G_OBJECT (seen), (gpointer *) &seen);
      nsm_report_scroll_by (GTK_WIDGET (self),
                            nsm_report_get_offset (GTK_WIDGET (self), seen, SPACING) - offset);
    }
}

static gboolean
remake_now (gpointer data)
{
  NsmReportView *self = data;

  self->remake_id = 0;
  if (self->report != NULL)
    show_report (self, self->report, FALSE);
  return G_SOURCE_REMOVE;
}

static void
remake_soon (NsmReportView *self)
{
  if (self->remake_id == 0 && self->report != NULL)
    self->remake_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, remake_now, self, NULL);
}

/* Room */

static gboolean
would_look_other (NsmReportView *self, guint room)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      GArray *limits = ((Section *) self->sections->pdata[i])->limits;

      for (guint k = 0; k < limits->len; k++)
        if ((g_array_index (limits, guint, k) > self->room) !=
            (g_array_index (limits, guint, k) > room))
          return TRUE;
    }
  return FALSE;
}

static void
nsm_report_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NsmReportView *self = NSM_REPORT_VIEW (widget);
  guint room;

  if (self->letter <= 0)
    self->letter = nsm_report_measure_letter (widget);
  room = (guint) (width / self->letter);
  gboolean other = room != self->room && would_look_other (self, room);
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int wanted = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &wanted, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, y, width, wanted }, -1);
      y += wanted + SPACING;
    }
  self->room = room;
  if (other)
    remake_soon (self);
}

static void
nsm_report_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline G_GNUC_UNUSED,
                         int *natural_baseline G_GNUC_UNUSED)
{
  int sum = 0, least = 0, most = 0;

  /* Words wrap: a given height says nothing of the width. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int low = 0, high = 0;

      gtk_widget_measure (child, orientation, for_size, &low, &high, NULL, NULL);
      least = MAX (least, low);
      most = MAX (most, high);
      sum += high + (sum > 0 ? SPACING : 0);
    }
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? least : sum;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? most : sum;
}

static GtkSizeRequestMode
nsm_report_view_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nsm_report_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  NSM_REPORT_VIEW (widget)->letter = 0;
  GTK_WIDGET_CLASS (nsm_report_view_parent_class)->css_changed (widget, change);
}

/* GObject */

static void
nsm_report_view_dispose (GObject *object)
{
  NsmReportView *self = NSM_REPORT_VIEW (object);

  g_clear_handle_id (&self->remake_id, g_source_remove);
  g_clear_handle_id (&self->more_id, g_source_remove);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->report, nsm_report_free);
  G_OBJECT_CLASS (nsm_report_view_parent_class)->dispose (object);
}

static void
nsm_report_view_class_init (NsmReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_report_view_dispose;
  widget_class->get_request_mode = nsm_report_view_get_request_mode;
  widget_class->measure = nsm_report_view_measure;
  widget_class->size_allocate = nsm_report_view_size_allocate;
  widget_class->css_changed = nsm_report_view_css_changed;

  /**
   * NsmReportView::edit: (step, record, field): somebody wants to go to where a part is written;
   *   record is a path, field may be NULL
   */
  signals[SIGNAL_EDIT] =
    g_signal_new ("edit", NSM_TYPE_REPORT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "reportview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
nsm_report_view_init (NsmReportView *self)
{
  self->sections = g_ptr_array_new_with_free_func (free_section);
  self->editable = TRUE;
  self->room = 90;
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "sheet");
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), _("Document"));
  /* The colours of badges are in the text. */
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (remake_soon), self, G_CONNECT_SWAPPED);
}

/**
 * nsm_report_view_set_report:
 * @report: (transfer full): what to show
 *
 * Parts that say the same as before stay as they are, and what is read stays in its place.
 */
void
nsm_report_view_set_report (NsmReportView *self, NsmReport *report)
{
  show_report (self, report, TRUE);
}

/**
 * nsm_report_view_get_report:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
NsmReport *
nsm_report_view_get_report (NsmReportView *self)
{
  return self->report;
}

/**
 * nsm_report_view_set_editable:
 * @editable: whether parts lead to where they are written; a report set afterwards is shown so
 */
void
nsm_report_view_set_editable (NsmReportView *self, gboolean editable)
{
  if (self->editable == editable)
    return;
  self->editable = editable;
  drop_focus (self, GTK_WIDGET (self));
  g_clear_handle_id (&self->more_id, g_source_remove);
  g_ptr_array_set_size (self->sections, 0);
  g_clear_pointer (&self->report, nsm_report_free);
}

/**
 * nsm_report_view_show:
 * @id: of a part
 *
 * Scrolls to it.
 *
 * Returns: whether there is one
 */
gboolean
nsm_report_view_show (NsmReportView *self, const char *id)
{
  GtkAdjustment *adjustment = nsm_report_get_adjustment (GTK_WIDGET (self));
  gboolean new = make_all (self);
  double top, height;

  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = self->sections->pdata[i];
      GtkWidget *target = g_hash_table_lookup (section->targets, id);

      if (target == NULL)
        continue;
      if (new)
        nsm_widget_scroll_to (target);
      else if (adjustment != NULL &&
               nsm_report_get_place (GTK_WIDGET (self), target, &top, &height))
        gtk_adjustment_set_value (adjustment,
                                  gtk_adjustment_get_value (adjustment) + top - SPACING);
      return TRUE;
    }
  return FALSE;
}

static GtkWidget *
find_part (GtkWidget *widget, NsmStep step, const char *record, const char *field)
{
  if (NSM_IS_REPORT_PART (widget) &&
      nsm_report_part_is_same (NSM_REPORT_PART (widget), step, record, field))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *part = find_part (child, step, record, field);

      if (part != NULL)
        return part;
    }
  return NULL;
}

/**
 * nsm_report_view_find_part:
 *
 * Returns: (transfer none) (nullable): the first part that is written there
 */
GtkWidget *
nsm_report_view_find_part (NsmReportView *self, NsmStep step, const char *record,
                           const char *field)
{
  make_all (self);
  return find_part (GTK_WIDGET (self), step, record, field);
}

static void
on_part_edit (NsmReportView *self, NsmReportPart *part)
{
  g_signal_emit (self, signals[SIGNAL_EDIT], 0, (guint) nsm_report_part_get_step (part),
                 nsm_report_part_get_record (part), nsm_report_part_get_field (part));
}

/**
 * nsm_report_view_add_part:
 * @part: an NsmReportPart that will stand below
 */
void
nsm_report_view_add_part (NsmReportView *self, GtkWidget *part)
{
  g_signal_connect_object (part, "edit", G_CALLBACK (on_part_edit), self, G_CONNECT_SWAPPED);
}
