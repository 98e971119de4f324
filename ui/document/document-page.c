/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/document-page.h"

#include <glib/gi18n-lib.h>

#include "document/document-bar.h"
#include "document/pages-controls.h"
#include "document/report-part.h"
#include "document/report-view.h"
#include "document/version-picker.h"
#include "document/version-words.h"
#include "findings/findings.h"
#include "kit/names.h"
#include "kit/scroll.h"
#include "kit/wrap-layout.h"
#include "method/versions.h"
#include "report/build.h"
#include "store/document.h"

#define FEW 5

struct _NsmDocumentPage
{
  NsmStepPage parent_instance;

  GPtrArray *found; /* NsmFinding: what is missing for final */
  GtkLabel *state_label;
  GtkLabel *state_words;
  GtkWidget *title_line;
  GtkWidget *actions_box;
  NsmDocumentBar *bar;
  NsmVersionPicker *picker;
  GtkWidget *final_button;
  GtkWidget *missing_group;
  GtkListBox *missing;
  gboolean said_missing;
  GtkWidget *version_bar;
  GtkLabel *version_words;
  GtkStack *views;
  NsmReportView *view;
  NsmPagesView *pages;
  GtkWidget *pages_controls;

  /* Where somebody went from here to write; the document is there when they come back. */
  gboolean away;
  NsmStep away_step;
  char *away_record;
  char *away_field;
};

G_DEFINE_FINAL_TYPE (NsmDocumentPage, nsm_document_page, NSM_TYPE_STEP_PAGE)

/* What is missing */

static GtkWidget *
new_missing_row (NsmFinding *finding)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), nsm_finding_get_message (finding));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               nsm_choice_get_label (NSM_TYPE_STEP, nsm_finding_get_step (finding)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, nsm_finding_get_action (finding));
  return row;
}

static void
on_missing_activated (GtkListBox *list, GtkListBoxRow *row, NsmDocumentPage *self)
{
  guint position = (guint) gtk_list_box_row_get_index (row);

  if (position < self->found->len)
    nsm_step_page_follow (NSM_STEP_PAGE (self), self->found->pdata[position]);
}

static void
say_missing (NsmDocumentPage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->missing))) != NULL)
    gtk_list_box_remove (self->missing, row);
  for (guint i = 0; i < self->found->len; i++)
    gtk_list_box_append (self->missing, new_missing_row (self->found->pdata[i]));
  gtk_widget_set_visible (self->missing_group, self->found->len > 0 &&
                                                 nsm_version_picker_get_version (self->picker) == 0);
  /* A short list is read at once; a long one mustn't hide the document. */
  if (!self->said_missing)
    gtk_expander_set_expanded (GTK_EXPANDER (self->missing_group), self->found->len <= FEW);
  self->said_missing = TRUE;
}

/* Draft and final */

static void
say_state (NsmDocumentPage *self, NsmWorkshop *workshop)
{
  NsmVersion *version =
    nsm_workshop_find_version (workshop, nsm_version_picker_get_version (self->picker));
  gboolean may = self->found->len == 0;
  gboolean final = nsm_workshop_is_final (workshop);
  NsmVersion *latest = nsm_workshop_get_latest_version (workshop);
  g_autofree char *state = version != NULL ? nsm_version_dup_words (version)
                                           : nsm_workshop_dup_version_label (workshop);
  g_autofree char *words = NULL;
  g_autofree char *day = final ? nsm_date_dup_words (latest->date) : NULL;

  if (version != NULL)
    words = g_strdup (_("As it was when it became final."));
  else if (final && day != NULL)
    words = g_strdup_printf (_("Final since %s"), day);
  else if (final)
    words = g_strdup ("");
  else if (may)
    words = g_strdup (_("Nothing is missing: it may be final."));
  else
    words = g_strdup_printf (ngettext ("%u thing is missing before it can be final.",
                                       "%u things are missing before it can be final.",
                                       self->found->len), self->found->len);
  gtk_label_set_label (self->state_label, state);
  gtk_label_set_label (self->state_words, words);

  gtk_widget_set_visible (self->final_button, !final && version == NULL);
  if (may)
    gtk_widget_add_css_class (self->final_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->final_button, "suggested-action");
}

/* Versions */

/* What is shown: the workshop, or as it was. One that can't be opened any more is told of once. */
static NsmWorkshop *
dup_shown (NsmDocumentPage *self, NsmWorkshop *workshop)
{
  NsmVersion *version =
    nsm_workshop_find_version (workshop, nsm_version_picker_get_version (self->picker));
  NsmWorkshop *shown = NULL;
  g_autoptr (GError) error = NULL;

  if (version != NULL)
    shown = nsm_version_open (version, workshop, &error);
  if (error != NULL)
    {
      nsm_step_page_toast (NSM_STEP_PAGE (self), error->message);
      nsm_version_picker_set_version (self->picker, 0);
    }
  return shown != NULL ? shown : g_object_ref (workshop);
}

/* Going to where it is written, and coming back */

static void
on_edit (NsmDocumentPage *self, guint step, const char *path, const char *field)
{
  NsmWorkshop *workshop = nsm_step_page_get_workshop (NSM_STEP_PAGE (self));
  NsmRecord *record = nsm_record_find_path (NSM_RECORD (workshop), path);

  g_free (self->away_record);
  g_free (self->away_field);
  self->away = TRUE;
  self->away_step = step;
  self->away_record = g_strdup (path);
  self->away_field = g_strdup (field);
  if (record == NULL)
    nsm_step_page_go_to (NSM_STEP_PAGE (self), step);
  else
    nsm_step_page_go_to_field (NSM_STEP_PAGE (self), step, record, field);
}

static void
come_back (NsmDocumentPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *part = nsm_report_view_find_part (self->view, self->away_step, self->away_record,
                                               self->away_field);

  self->away = FALSE;
  if (part == NULL || nsm_document_bar_get_pages (self->bar))
    return;
  nsm_widget_scroll_to (part);
  /* Who chose the document from a list goes on working in that list. */
  if (focus == NULL || !gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (nsm_report_part_get_button (NSM_REPORT_PART (part)));
}

static void
nsm_document_page_map (GtkWidget *widget)
{
  NsmDocumentPage *self = NSM_DOCUMENT_PAGE (widget);

  GTK_WIDGET_CLASS (nsm_document_page_parent_class)->map (widget);
  if (self->away)
    come_back (self);
}

/* What is shown */

static void
say_version (NsmDocumentPage *self, NsmWorkshop *workshop)
{
  NsmVersion *version =
    nsm_workshop_find_version (workshop, nsm_version_picker_get_version (self->picker));
  g_autofree char *day = version != NULL ? nsm_date_dup_words (version->date) : NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->version_bar, version != NULL);
  /* What was final can't be changed any more. */
  nsm_report_view_set_editable (self->view, version == NULL);
  nsm_pages_view_set_editable (self->pages, version == NULL);
  if (version == NULL)
    return;
  if (day != NULL)
    /* Translators: the number of a version, and the day on which it became final */
    words = g_strdup_printf (_("This is version %u of %s."), (guint) version->number, day);
  else
    words = g_strdup_printf (_("This is version %u."), (guint) version->number);
  if (g_strcmp0 (words, gtk_label_get_label (self->version_words)) == 0)
    return;
  gtk_label_set_label (self->version_words, words);
  nsm_widget_announce (GTK_WIDGET (self), words);
}

static void
show_document (NsmDocumentPage *self)
{
  NsmWorkshop *workshop = nsm_step_page_get_workshop (NSM_STEP_PAGE (self));
  g_autoptr (NsmWorkshop) shown = dup_shown (self, workshop);
  NsmReport *report = nsm_report_build (shown, nsm_document_bar_get_options (self->bar));

  /* It may be that there is no such version any more. */
  say_version (self, workshop);
  if (nsm_document_bar_get_pages (self->bar))
    nsm_pages_view_set_report (self->pages, report);
  else
    nsm_report_view_set_report (self->view, report);
}

static void
on_pages_changed (NsmDocumentPage *self)
{
  gboolean pages = nsm_document_bar_get_pages (self->bar);

  gtk_stack_set_visible_child_name (self->views, pages ? "pages" : "read");
  gtk_widget_set_visible (self->pages_controls, pages);
  if (nsm_step_page_get_workshop (NSM_STEP_PAGE (self)) != NULL)
    show_document (self);
}

static void
on_back_to_now (NsmDocumentPage *self)
{
  nsm_document_page_set_version (self, 0);
}

static void
nsm_document_page_refresh (NsmStepPage *page)
{
  NsmDocumentPage *self = NSM_DOCUMENT_PAGE (page);
  NsmWorkshop *workshop = nsm_step_page_get_workshop (page);

  nsm_version_picker_update (self->picker, workshop);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = nsm_findings_collect_missing (workshop);
  say_missing (self);
  say_state (self, workshop);
  show_document (self);
}

static void
nsm_document_page_finalize (GObject *object)
{
  NsmDocumentPage *self = NSM_DOCUMENT_PAGE (object);

  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_free (self->away_record);
  g_free (self->away_field);
  G_OBJECT_CLASS (nsm_document_page_parent_class)->finalize (object);
}

static void
nsm_document_page_class_init (NsmDocumentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nsm_document_page_finalize;
  widget_class->map = nsm_document_page_map;
  NSM_STEP_PAGE_CLASS (klass)->refresh = nsm_document_page_refresh;

  g_type_ensure (NSM_TYPE_DOCUMENT_BAR);
  g_type_ensure (NSM_TYPE_PAGES_VIEW);
  g_type_ensure (NSM_TYPE_REPORT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/document/document-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, state_words);
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, title_line);
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, actions_box);
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, bar);
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, final_button);
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, missing_group);
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, missing);
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, view);
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, views);
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, pages);
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, version_bar);
  gtk_widget_class_bind_template_child (widget_class, NsmDocumentPage, version_words);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
  gtk_widget_class_bind_template_callback (widget_class, on_back_to_now);
  gtk_widget_class_bind_template_callback (widget_class, on_missing_activated);
}

static void
nsm_document_page_init (NsmDocumentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->title_line, nsm_wrap_layout_new (12, 6));
  g_signal_connect_object (self->bar, "options-changed", G_CALLBACK (nsm_step_page_queue_refresh),
                           self, G_CONNECT_SWAPPED);
  self->picker = NSM_VERSION_PICKER (nsm_version_picker_new ());
  nsm_document_bar_set_end (self->bar, GTK_WIDGET (self->picker));
  g_signal_connect_object (self->picker, "notify::version",
                           G_CALLBACK (nsm_step_page_queue_refresh), self, G_CONNECT_SWAPPED);
  self->pages_controls = nsm_pages_controls_new (self->pages);
  gtk_widget_set_visible (self->pages_controls, FALSE);
  nsm_document_bar_set_end (self->bar, self->pages_controls);
  g_signal_connect_object (self->bar, "notify::pages", G_CALLBACK (on_pages_changed), self,
                           G_CONNECT_SWAPPED);
  nsm_step_page_set_bare (NSM_STEP_PAGE (self), TRUE);
}

/**
 * nsm_document_page_get_version:
 *
 * Returns: the number of the version that is shown; 0: the one that is being worked on
 */
guint
nsm_document_page_get_version (NsmDocumentPage *self)
{
  return nsm_version_picker_get_version (self->picker);
}

/**
 * nsm_document_page_set_version:
 * @version: the number of one that was final; 0: the one that is being worked on
 *
 * Shows that version, to be read. Where there is none of that number, what is shown stays.
 */
void
nsm_document_page_set_version (NsmDocumentPage *self, guint version)
{
  NsmWorkshop *workshop = nsm_step_page_get_workshop (NSM_STEP_PAGE (self));

  if (version == 0 || nsm_workshop_find_version (workshop, version) != NULL)
    nsm_version_picker_set_version (self->picker, version);
}
