/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/report-part.h"

#include <glib/gi18n-lib.h>

#include "kit/names.h"

struct _NsmReportPart
{
  GtkWidget parent_instance;

  GtkWidget *child;
  GtkWidget *button;
  NsmStep step;
  char *record; /* path */
  char *field;  /* NULL: the record as a whole */
};

enum
{
  SIGNAL_EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmReportPart, nsm_report_part, GTK_TYPE_WIDGET)

static void
on_clicked (NsmReportPart *self)
{
  g_signal_emit (self, signals[SIGNAL_EDIT], 0);
}

static GtkSizeRequestMode
nsm_report_part_get_request_mode (GtkWidget *widget G_GNUC_UNUSED)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nsm_report_part_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (NSM_REPORT_PART (widget)->child, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* The pencil lies in the margin, beside the first line. */
static void
nsm_report_part_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NsmReportPart *self = NSM_REPORT_PART (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkRequisition size;

  gtk_widget_size_allocate (self->child, &(GtkAllocation){ 0, 0, width, height }, baseline);
  gtk_widget_get_preferred_size (self->button, &size, NULL);
  gtk_widget_size_allocate (
    self->button,
    &(GtkAllocation){ mirrored ? -size.width : width, 0, size.width, size.height }, -1);
}

static void
nsm_report_part_dispose (GObject *object)
{
  NsmReportPart *self = NSM_REPORT_PART (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (nsm_report_part_parent_class)->dispose (object);
}

static void
nsm_report_part_finalize (GObject *object)
{
  NsmReportPart *self = NSM_REPORT_PART (object);

  g_free (self->record);
  g_free (self->field);
  G_OBJECT_CLASS (nsm_report_part_parent_class)->finalize (object);
}

static void
nsm_report_part_class_init (NsmReportPartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nsm_report_part_dispose;
  object_class->finalize = nsm_report_part_finalize;
  widget_class->get_request_mode = nsm_report_part_get_request_mode;
  widget_class->measure = nsm_report_part_measure;
  widget_class->size_allocate = nsm_report_part_size_allocate;

  /**
   * NsmReportPart::edit: somebody wants to go to where it is written
   */
  signals[SIGNAL_EDIT] = g_signal_new ("edit", NSM_TYPE_REPORT_PART, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "reportpart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_report_part_init (NsmReportPart *self)
{
  self->button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  gtk_widget_add_css_class (self->button, "edit-part");
  gtk_widget_add_css_class (self->button, "flat");
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (on_clicked), self,
                           G_CONNECT_SWAPPED);
}

/**
 * nsm_report_part_new:
 * @child: what the part looks like
 * @node: the part; it says where it is written
 * @name: what it is about, for those who can't see it
 *
 * Returns: (transfer floating): @child with a way to where it is written
 */
GtkWidget *
nsm_report_part_new (GtkWidget *child, NsmNode *node, const char *name)
{
  NsmReportPart *self = g_object_new (NSM_TYPE_REPORT_PART, NULL);
  /* Translators: goes to where a part of the document is written; %s: what it is about, "Formula" */
  g_autofree char *words = g_strdup_printf (_("Edit: %s"), name);

  self->step = node->step;
  self->record = g_strdup (node->record);
  self->field = g_strdup (node->field);
  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_tooltip_text (self->button, words);
  nsm_widget_set_name_for_readers (self->button, words);
  return GTK_WIDGET (self);
}

NsmStep
nsm_report_part_get_step (NsmReportPart *self)
{
  return self->step;
}

/**
 * nsm_report_part_get_record:
 *
 * Returns: the path of the record that says it
 */
const char *
nsm_report_part_get_record (NsmReportPart *self)
{
  return self->record;
}

/**
 * nsm_report_part_get_field:
 *
 * Returns: (nullable): the member of the record that says it
 */
const char *
nsm_report_part_get_field (NsmReportPart *self)
{
  return self->field;
}

GtkWidget *
nsm_report_part_get_button (NsmReportPart *self)
{
  return self->button;
}

/**
 * nsm_report_part_is_same:
 *
 * Returns: whether it is written in this place
 */
gboolean
nsm_report_part_is_same (NsmReportPart *self, NsmStep step, const char *record, const char *field)
{
  return self->step == step && g_strcmp0 (self->record, record) == 0 &&
         g_strcmp0 (self->field, field) == 0;
}
