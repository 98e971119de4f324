/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "system/system-page.h"

#include <glib/gi18n-lib.h>

#include "kit/card-list.h"
#include "kit/field-group.h"
#include "kit/field-row.h"
#include "method/candidates.h"
#include "method/metric-system.h"
#include "model/workshop.h"
#include "system/metric-tree.h"

struct _NsmSystemPage
{
  NsmStepPage parent_instance;

  NsmMetricTree *tree;
  GtkWidget *add_input;
  GtkWidget *hint;
  GtkBox *editor;
  NsmFieldGroup *inputs_move_group;
  NsmFieldGroup *kpi_follows_group;
  NsmFieldGroup *gaps_group;
  NsmFieldGroup *conflicts_group;
  NsmCardList *weaknesses;
  NsmCardList *counters;
  NsmRecord *edited; /* an NsmInput, or the NsmSystem for the KPI */
};

G_DEFINE_FINAL_TYPE (NsmSystemPage, nsm_system_page, NSM_TYPE_STEP_PAGE)

static NsmWorkshop *
get_workshop (NsmSystemPage *self)
{
  return nsm_step_page_get_workshop (NSM_STEP_PAGE (self));
}

/* The form below the tree, for the card that was picked */

static void edit (NsmSystemPage *self, NsmRecord *record);

static void
on_remove_clicked (NsmSystemPage *self)
{
  NsmRecord *input = self->edited;

  edit (self, NULL);
  nsm_workshop_remove_input (get_workshop (self), NSM_INPUT (input));
  nsm_step_page_toast_undo (NSM_STEP_PAGE (self), _("Input metric removed"));
  gtk_widget_grab_focus (self->add_input);
}

static void
add_group (NsmSystemPage *self, const char *title, gpointer record, const char *fields)
{
  GtkWidget *group = nsm_field_group_new (NSM_RECORD (record), fields);

  if (title != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->editor, group);
}

static void
edit_input (NsmSystemPage *self, NsmInput *input)
{
  NsmMetric *metric = nsm_input_get_metric (input);
  GtkWidget *remove = gtk_button_new_with_mnemonic (_("_Remove this input"));

  if (metric != NULL)
    add_group (self, _("Input metric"), metric, "name,unit,window");
  add_group (self, NULL, input, "dimension,owner,link,leverage,why,first_steps");
  gtk_widget_set_halign (remove, GTK_ALIGN_START);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->editor, remove);
}

static void
edit (NsmSystemPage *self, NsmRecord *record)
{
  GtkWidget *child;

  if (self->edited != NULL && self->edited == record)
    return;
  g_set_object (&self->edited, record);
  nsm_metric_tree_pick (self->tree, record);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->editor))) != NULL)
    gtk_box_remove (self->editor, child);
  if (record == NULL)
    return;
  if (NSM_IS_INPUT (record))
    edit_input (self, NSM_INPUT (record));
  else
    {
      add_group (self, _("Business KPI"), nsm_workshop_ensure_kpi (get_workshop (self)), "name,unit,window");
      add_group (self, NULL, get_workshop (self)->system, "kpi_link,kpi_why");
    }
}

static void
on_picked (NsmSystemPage *self, NsmRecord *record)
{
  if (NSM_IS_DECISION (record))
    {
      NsmStep next = get_workshop (self)->decision->chosen[0] != '\0' ? NSM_STEP_DEFINITION : NSM_STEP_DECISION;

      nsm_step_page_go_to (NSM_STEP_PAGE (self), next);
      return;
    }
  edit (self, record);
  gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}

static void
on_add_input_clicked (NsmSystemPage *self)
{
  NsmInput *input = nsm_workshop_add_input (get_workshop (self));

  nsm_metric_tree_refresh (self->tree);
  edit (self, NSM_RECORD (input));
  gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}

/* Counter-metrics */

static GtkWidget *
make_counter_body (NsmRecord *record, gpointer user_data)
{
  NsmRecord *metric = nsm_record_find (record, NSM_COUNTER_METRIC (record)->metric);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (metric != NULL)
    gtk_box_append (GTK_BOX (box), nsm_field_group_new (metric, "name,unit,window"));
  gtk_box_append (GTK_BOX (box), nsm_field_group_new (record, "guards"));
  return box;
}

static void
on_add_counter_clicked (NsmSystemPage *self)
{
  NsmCounterMetric *counter = nsm_workshop_add_counter_metric (get_workshop (self), "", "");

  nsm_card_list_set_expanded (self->counters, NSM_RECORD (counter), TRUE);
  nsm_card_list_show_record (self->counters, NSM_RECORD (counter));
}

/* The picture */

static void
on_save_response (GtkNativeDialog *dialog, int response, NsmSystemPage *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  const double scale = 2;
  double width = gtk_widget_get_width (GTK_WIDGET (self->tree));
  double height = gtk_widget_get_height (GTK_WIDGET (self->tree));
  GdkRGBA paper = { 1, 1, 1, 1 };

  if (response != GTK_RESPONSE_ACCEPT)
    {
      g_object_unref (dialog);
      return;
    }
  file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  paintable = gtk_widget_paintable_new (GTK_WIDGET (self->tree));
  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "window_bg_color", &paper);
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (native), node, NULL);
  g_autofree char *path = g_file_get_path (file);
  if (path != NULL && gdk_texture_save_to_png (texture, path))
    nsm_step_page_toast (NSM_STEP_PAGE (self), _("Picture saved"));
  else
    nsm_step_page_toast (NSM_STEP_PAGE (self), _("The picture couldn’t be saved there"));
  g_object_unref (dialog);
}

static void
on_picture_clicked (NsmSystemPage *self)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Save the Metric Tree as a Picture"),
                                 GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  g_autofree char *name = g_strdup_printf ("%s.png", _("metric tree"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_save_response), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* The page */

static void
nsm_system_page_bind (NsmStepPage *page, NsmWorkshop *workshop)
{
  NsmSystemPage *self = NSM_SYSTEM_PAGE (page);
  NsmFieldGroup *groups[] = { self->inputs_move_group, self->kpi_follows_group, self->gaps_group,
                              self->conflicts_group };

  nsm_metric_tree_set_workshop (self->tree, workshop);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    nsm_field_group_set_record (groups[i], NSM_RECORD (workshop->system));
  nsm_card_list_set_list (self->weaknesses, workshop->system->weaknesses);
  nsm_card_list_set_factory (self->counters, make_counter_body, NULL, NULL);
  nsm_card_list_set_list (self->counters, workshop->system->counter_metrics);
}

static void
nsm_system_page_refresh (NsmStepPage *page)
{
  NsmSystemPage *self = NSM_SYSTEM_PAGE (page);
  NsmWorkshop *workshop = get_workshop (self);

  /* Undo may have taken away what is being edited. */
  if (self->edited != NULL && nsm_record_get_root (self->edited) != NSM_RECORD (workshop))
    edit (self, NULL);
  nsm_metric_tree_refresh (self->tree);
  gtk_widget_set_visible (self->hint, nsm_list_get_size (workshop->system->inputs) == 0);
}

static gboolean
nsm_system_page_show_field (NsmStepPage *page, NsmRecord *record, const char *field)
{
  NsmSystemPage *self = NSM_SYSTEM_PAGE (page);
  NsmWorkshop *workshop = get_workshop (self);
  NsmStepPageClass *parent = NSM_STEP_PAGE_CLASS (nsm_system_page_parent_class);

  if (record != NULL && NSM_IS_METRIC (record))
    NSM_LIST_EACH (NsmInput, input, workshop->system->inputs)
      if (g_str_equal (input->metric, record->id))
        edit (self, NSM_RECORD (input));
  if (record != NULL && NSM_IS_INPUT (record))
    edit (self, record);
  if (g_strcmp0 (field, "kpi") == 0 || g_strcmp0 (field, "kpi_link") == 0 || g_strcmp0 (field, "kpi_why") == 0)
    {
      edit (self, NSM_RECORD (workshop->system));
      if (g_str_equal (field, "kpi"))
        return gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
    }
  if (g_strcmp0 (field, "inputs") == 0)
    return gtk_widget_grab_focus (self->add_input);
  if (parent->show_field (page, record, field))
    return TRUE;
  return record != NULL && NSM_IS_INPUT (record) &&
         gtk_widget_child_focus (GTK_WIDGET (self->editor), GTK_DIR_TAB_FORWARD);
}

static void
nsm_system_page_dispose (GObject *object)
{
  NsmSystemPage *self = NSM_SYSTEM_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NSM_TYPE_SYSTEM_PAGE);
  g_clear_object (&self->edited);

  G_OBJECT_CLASS (nsm_system_page_parent_class)->dispose (object);
}

static void
nsm_system_page_class_init (NsmSystemPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NsmStepPageClass *page_class = NSM_STEP_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_system_page_dispose;
  page_class->bind = nsm_system_page_bind;
  page_class->refresh = nsm_system_page_refresh;
  page_class->show_field = nsm_system_page_show_field;

  g_type_ensure (NSM_TYPE_CARD_LIST);
  g_type_ensure (NSM_TYPE_FIELD_GROUP);
  g_type_ensure (NSM_TYPE_FIELD_ROW);
  g_type_ensure (NSM_TYPE_METRIC_TREE);
  gtk_widget_class_set_template_from_resource (widget_class, NSM_RESOURCE_BASE "/system/system-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmSystemPage, tree);
  gtk_widget_class_bind_template_child (widget_class, NsmSystemPage, add_input);
  gtk_widget_class_bind_template_child (widget_class, NsmSystemPage, hint);
  gtk_widget_class_bind_template_child (widget_class, NsmSystemPage, editor);
  gtk_widget_class_bind_template_child (widget_class, NsmSystemPage, inputs_move_group);
  gtk_widget_class_bind_template_child (widget_class, NsmSystemPage, kpi_follows_group);
  gtk_widget_class_bind_template_child (widget_class, NsmSystemPage, gaps_group);
  gtk_widget_class_bind_template_child (widget_class, NsmSystemPage, conflicts_group);
  gtk_widget_class_bind_template_child (widget_class, NsmSystemPage, weaknesses);
  gtk_widget_class_bind_template_child (widget_class, NsmSystemPage, counters);
  gtk_widget_class_bind_template_callback (widget_class, on_add_input_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_picture_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_add_counter_clicked);
}

static void
nsm_system_page_init (NsmSystemPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->tree, "picked", G_CALLBACK (on_picked), self, G_CONNECT_SWAPPED);
}
