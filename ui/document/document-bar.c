/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/document-bar.h"

#include <glib/gi18n-lib.h>

#include "document/document-options.h"
#include "kit/names.h"
#include "kit/wrap-layout.h"
#include "record/record.h"

struct _NsmDocumentBar
{
  GtkWidget parent_instance;

  GSettings *settings; /* NULL where the program isn't installed */
  NsmDocumentOptions *options;
  gboolean loading;

  GtkToggleButton *read, *pages;
  GtkToggleButton *full, *summary;
  GtkCheckButton *names[3];
  GtkCheckButton *quotes;
};

enum
{
  PROP_0,
  PROP_PAGES,
  N_PROPS
};

enum
{
  SIGNAL_OPTIONS_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmDocumentBar, nsm_document_bar, GTK_TYPE_WIDGET)

/* Options */

static void
show_options (NsmDocumentBar *self)
{
  const NsmReportOptions *options = &self->options->report;

  self->loading = TRUE;
  gtk_toggle_button_set_active (
    options->scope == NSM_REPORT_SCOPE_SUMMARY ? self->summary : self->full, TRUE);
  gtk_check_button_set_active (self->names[options->names], TRUE);
  gtk_check_button_set_active (self->quotes, !options->without_quotes);
  self->loading = FALSE;
}

static void
on_settings_changed (NsmDocumentBar *self, const char *key)
{
  if (!g_str_has_prefix (key, "document-") || self->loading)
    return;
  g_clear_pointer (&self->options, nsm_document_options_free);
  self->options = nsm_document_options_load (self->settings);
  show_options (self);
  g_signal_emit (self, signals[SIGNAL_OPTIONS_CHANGED], 0);
}

static void
on_chosen (NsmDocumentBar *self)
{
  NsmReportOptions *options = &self->options->report;

  if (self->loading)
    return;
  options->scope = gtk_toggle_button_get_active (self->summary) ? NSM_REPORT_SCOPE_SUMMARY
                                                                : NSM_REPORT_SCOPE_FULL;
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    if (gtk_check_button_get_active (self->names[i]))
      options->names = i;
  options->without_quotes = !gtk_check_button_get_active (self->quotes);
  self->loading = TRUE;
  nsm_document_options_save (self->options, self->settings);
  self->loading = FALSE;
  g_signal_emit (self, signals[SIGNAL_OPTIONS_CHANGED], 0);
}

static void
on_pages_toggled (NsmDocumentBar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGES]);
}

/* Widgets */

static GtkToggleButton *
add_toggle (GtkWidget *box, GtkToggleButton *group, const char *label)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_mnemonic (label);

  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), group);
  gtk_box_append (GTK_BOX (box), toggle);
  return GTK_TOGGLE_BUTTON (toggle);
}

static GtkWidget *
new_linked (NsmDocumentBar *self, const char *name)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP,
                                 "valign", GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (box, "linked");
  nsm_widget_set_name_for_readers (box, name);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  return box;
}

static GtkWidget *
new_popover (NsmDocumentBar *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_("Names"));

  gtk_widget_add_css_class (title, "caption-strong");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < G_N_ELEMENTS (self->names); i++)
    {
      GtkWidget *check =
        gtk_check_button_new_with_label (nsm_choice_get_label (NSM_TYPE_REPORT_NAMES, i));

      self->names[i] = GTK_CHECK_BUTTON (check);
      if (i > 0)
        gtk_check_button_set_group (self->names[i], self->names[0]);
      g_signal_connect_object (check, "toggled", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->quotes =
    GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_("_Quotes from customers")));
  g_signal_connect_object (self->quotes, "toggled", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quotes));
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  nsm_widget_set_name_for_readers (popover, _("What is in it"));
  return popover;
}

/* GObject */

static void
nsm_document_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PAGES)
    g_value_set_boolean (value, nsm_document_bar_get_pages (NSM_DOCUMENT_BAR (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsm_document_bar_dispose (GObject *object)
{
  NsmDocumentBar *self = NSM_DOCUMENT_BAR (object);
  GtkWidget *child;

  /* Toggles that go one after another choose nothing. */
  self->loading = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->options, nsm_document_options_free);
  G_OBJECT_CLASS (nsm_document_bar_parent_class)->dispose (object);
}

static void
nsm_document_bar_class_init (NsmDocumentBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = nsm_document_bar_get_property;
  object_class->dispose = nsm_document_bar_dispose;

  props[PROP_PAGES] = g_param_spec_boolean ("pages", NULL, NULL, FALSE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /**
   * NsmDocumentBar::options-changed: something else is wanted in the document
   */
  signals[SIGNAL_OPTIONS_CHANGED] =
    g_signal_new ("options-changed", NSM_TYPE_DOCUMENT_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
nsm_document_bar_init (NsmDocumentBar *self)
{
  GtkWidget *box, *menu;

  gtk_widget_set_layout_manager (GTK_WIDGET (self), nsm_wrap_layout_new (12, 6));
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), _("How the document is shown"));
  box = new_linked (self, _("View"));
  self->read = add_toggle (box, NULL, _("_Read"));
  self->pages = add_toggle (box, self->read, _("_Pages"));
  gtk_toggle_button_set_active (self->read, TRUE);
  box = new_linked (self, _("For whom"));
  self->full = add_toggle (box, NULL, _("Full Re_cord"));
  self->summary = add_toggle (box, self->full, _("_Summary"));

  menu = gtk_menu_button_new ();
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu), _("_What Is in It"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (menu), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (menu), new_popover (self));
  gtk_widget_set_valign (menu, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (menu, GTK_WIDGET (self));

  self->settings = nsm_document_options_new_settings ();
  self->options = nsm_document_options_load (self->settings);
  show_options (self);
  g_signal_connect_object (self->pages, "toggled", G_CALLBACK (on_pages_toggled), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->summary, "toggled", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_settings_changed), self,
                             G_CONNECT_SWAPPED);
}

/**
 * nsm_document_bar_get_options:
 *
 * Returns: (transfer none): what the document is to hold
 */
const NsmReportOptions *
nsm_document_bar_get_options (NsmDocumentBar *self)
{
  return &self->options->report;
}

gboolean
nsm_document_bar_get_pages (NsmDocumentBar *self)
{
  return gtk_toggle_button_get_active (self->pages);
}

/**
 * nsm_document_bar_set_end:
 * @end: stands at the end of the line
 */
void
nsm_document_bar_set_end (NsmDocumentBar *self, GtkWidget *end)
{
  gtk_widget_insert_before (end, GTK_WIDGET (self), NULL);
}
