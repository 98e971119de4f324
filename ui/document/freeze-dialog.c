/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/freeze-dialog.h"

#include <glib/gi18n-lib.h>

#include "document/version-rows.h"
#include "findings/findings.h"
#include "kit/field-group.h"
#include "kit/field-row.h"
#include "kit/names.h"
#include "method/versions.h"
#include "record/journal.h"

struct _NsmFreezeDialog
{
  AdwWindow parent_instance;

  NsmWorkshop *workshop;
  guint number; /* of what it becomes */

  GtkWidget *freeze_button;
  GtkLabel *purpose;
  GtkImage *check_icon;
  GtkLabel *check_words;
  GtkWidget *missing_group;
  GtkListBox *missing;
  GtkWidget *changes_group;
  GtkListBox *changes;
  NsmFieldGroup *why_group;
  GtkLabel *failure;
};

G_DEFINE_FINAL_TYPE (NsmFreezeDialog, nsm_freeze_dialog, ADW_TYPE_WINDOW)

enum
{
  FROZEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
say_failure (NsmFreezeDialog *self, const char *words)
{
  gtk_label_set_label (self->failure, words);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  nsm_widget_announce (GTK_WIDGET (self), words);
}

static void
on_freeze_clicked (NsmFreezeDialog *self)
{
  NsmVersion *version;

  nsm_journal_seal (nsm_record_get_journal (NSM_RECORD (self->workshop)));
  version = nsm_workshop_freeze (self->workshop);
  if (version == NULL)
    {
      say_failure (self, _("The workshop is too large to be kept as a version."));
      return;
    }
  g_signal_emit (self, signals[FROZEN], 0, (guint) version->number);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* What is missing */

static void
say_check (NsmFreezeDialog *self)
{
  g_autoptr (GPtrArray) missing = nsm_findings_missing_for_final (self->workshop);
  g_autofree char *words = NULL;

  if (missing->len == 0)
    words = g_strdup (_("Nothing is missing."));
  else
    words = g_strdup_printf (ngettext ("%u thing is missing before it can be final.",
                                       "%u things are missing before it can be final.",
                                       missing->len), missing->len);
  gtk_label_set_label (self->check_words, words);
  gtk_image_set_from_icon_name (self->check_icon, missing->len == 0 ? "object-select-symbolic"
                                                                    : "dialog-warning-symbolic");
  for (guint i = 0; i < missing->len; i++)
    nsm_version_rows_add_words (self->missing, missing->pdata[i]);
  gtk_widget_set_visible (self->missing_group, missing->len > 0);
  gtk_widget_set_sensitive (self->freeze_button, missing->len == 0);
}

/* What changed */

static void
say_changes (NsmFreezeDialog *self)
{
  NsmVersion *latest = nsm_workshop_get_latest_version (self->workshop);
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmWorkshop) before = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->changes_group, latest != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->why_group), latest != NULL);
  if (latest == NULL)
    return;
  before = nsm_version_open (latest, self->workshop, &error);
  if (before == NULL)
    {
      gtk_widget_set_visible (self->changes_group, FALSE);
      say_failure (self, error->message);
      return;
    }
  changes = nsm_versions_compare (before, self->workshop);
  title = g_strdup_printf (_("What Changed Since Version %u"), (guint) latest->number);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->changes_group), title);
  for (guint i = 0; i < changes->len; i++)
    nsm_version_rows_add_change (self->changes, changes->pdata[i]);
  if (changes->len == 0)
    nsm_version_rows_add_words (self->changes, _("Nothing that the document says."));
}

static void
say_purpose (NsmFreezeDialog *self)
{
  g_autofree char *purpose = g_strdup_printf (
    _("The definition becomes version %u. Whatever changes in it from then on belongs to the next "
      "version; this one can be opened and exported for ever."), self->number);
  /* Translators: on a button */
  g_autofree char *label = g_strdup_printf (_("_Freeze Version %u"), self->number);

  gtk_label_set_label (self->purpose, purpose);
  gtk_button_set_label (GTK_BUTTON (self->freeze_button), label);
}

static void
nsm_freeze_dialog_dispose (GObject *object)
{
  g_clear_object (&NSM_FREEZE_DIALOG (object)->workshop);
  G_OBJECT_CLASS (nsm_freeze_dialog_parent_class)->dispose (object);
}

static void
nsm_freeze_dialog_class_init (NsmFreezeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_freeze_dialog_dispose;

  signals[FROZEN] = g_signal_new ("frozen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (NSM_TYPE_FIELD_GROUP);
  g_type_ensure (NSM_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/document/freeze-dialog.ui");
#define CHILD(name) gtk_widget_class_bind_template_child (widget_class, NsmFreezeDialog, name)
  CHILD (freeze_button);
  CHILD (purpose);
  CHILD (check_icon);
  CHILD (check_words);
  CHILD (missing_group);
  CHILD (missing);
  CHILD (changes_group);
  CHILD (changes);
  CHILD (why_group);
  CHILD (failure);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, on_freeze_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nsm_freeze_dialog_init (NsmFreezeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nsm_freeze_dialog_new:
 * @parent: (nullable): the window that asks
 * @workshop: one whose definition isn't final
 *
 * Returns: (transfer none): the dialog, not shown yet
 */
NsmFreezeDialog *
nsm_freeze_dialog_new (GtkWindow *parent, NsmWorkshop *workshop)
{
  NsmFreezeDialog *self = g_object_new (NSM_TYPE_FREEZE_DIALOG, "transient-for", parent, NULL);
  NsmVersion *latest = nsm_workshop_get_latest_version (workshop);

  self->workshop = g_object_ref (workshop);
  self->number = latest != NULL ? (guint) latest->number + 1 : 1;
  g_object_set (self->why_group, "record", workshop, NULL);
  say_purpose (self);
  say_check (self);
  say_changes (self);
  gtk_widget_grab_focus (gtk_widget_get_sensitive (self->freeze_button)
                           ? self->freeze_button
                           : GTK_WIDGET (self->missing));
  return self;
}
