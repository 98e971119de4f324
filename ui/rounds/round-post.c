/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/round-view-private.h"

#include <glib/gi18n-lib.h>

#include "kit/chooser.h"
#include "rounds/ballot-request.h"
#include "rounds/ballot-window.h"
#include "rounds/intake.h"

struct _NsmRoundPost
{
  AdwExpanderRow parent_instance;

  NsmRoundView *view;
  NsmRound *round;
  NsmIntake *intake;
  GtkFileChooserNative *chooser;
  gboolean as_page; /* what the chooser is about */
  GtkWidget *file_button;
  GtkWidget *page_button;
  GtkWidget *words_label;
  GtkWidget *take_button;
  GtkWidget *results_box;
};

G_DEFINE_FINAL_TYPE (NsmRoundPost, nsm_round_post, ADW_TYPE_EXPANDER_ROW)

static GtkWindow *
get_window (NsmRoundPost *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* What came of each file, the latest first */

/* Once it has its place, so that the page can bring it to people's eyes. */
static gboolean
focus_latest (GtkWidget *widget, GdkFrameClock *clock G_GNUC_UNUSED, gpointer user_data G_GNUC_UNUSED)
{
  GtkWidget *latest = gtk_widget_get_first_child (NSM_ROUND_POST (widget)->results_box);

  if (latest != NULL && gtk_widget_get_height (latest) == 0)
    return G_SOURCE_CONTINUE;
  if (latest != NULL)
    gtk_widget_grab_focus (latest);
  return G_SOURCE_REMOVE;
}

static void
on_result (NsmIntake *intake G_GNUC_UNUSED, const char *who, const char *what, gboolean taken,
           gpointer user_data)
{
  NsmRoundPost *self = NSM_ROUND_POST (user_data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon =
    gtk_image_new_from_icon_name (taken ? "object-select-symbolic" : "dialog-warning-symbolic");
  /* Translators: whose ballot, and what came of it */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), who, what);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_focusable (box, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (!taken)
    gtk_widget_add_css_class (box, "finding-color");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_prepend (GTK_BOX (self->results_box), box);
  gtk_widget_set_visible (self->results_box, TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  nsm_round_view_refresh (self->view);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_latest, NULL, NULL);
}

static void
take (NsmRoundPost *self, GFile *file)
{
  if (self->intake == NULL)
    {
      self->intake =
        nsm_intake_new (GTK_WIDGET (self->view), nsm_round_view_get_document (self->view));
      g_signal_connect_object (self->intake, "result", G_CALLBACK (on_result), self, 0);
    }
  nsm_intake_add (self->intake, file);
}

static void
on_take_chosen (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  NsmRoundPost *self = NSM_ROUND_POST (user_data);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          take (self, file);
        }
    }
  g_clear_object (&self->chooser);
}

static GtkFileChooserNative *
new_chooser (NsmRoundPost *self, const char *title, GtkFileChooserAction action, const char *accept)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, get_window (self), action, accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  return self->chooser;
}

static void
on_take_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmRoundPost *self = NSM_ROUND_POST (user_data);
  GtkFileChooserNative *chooser =
    new_chooser (self, _("Take In Ballots"), GTK_FILE_CHOOSER_ACTION_OPEN, _("_Take In"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), TRUE);
  nsm_chooser_add_filter (chooser, _("Ballots"), "*" NSM_BALLOT_SUFFIX);
  nsm_chooser_add_filter (chooser, _("All files"), "*");
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_take_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* The request */

static void
on_export_chosen (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  NsmRoundPost *self = NSM_ROUND_POST (user_data);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    nsm_round_post_export (self, file, self->as_page);
  g_clear_object (&self->chooser);
}

static void
on_export_clicked (GtkButton *button, gpointer user_data)
{
  NsmRoundPost *self = NSM_ROUND_POST (user_data);
  GtkFileChooserNative *chooser =
    new_chooser (self, _("Save the Request"), GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"));
  g_autofree char *display = nsm_document_dup_display_name (nsm_round_view_get_document (self->view));
  g_autofree char *label = nsm_round_dup_label (self->round);
  g_autofree char *name = NULL;

  self->as_page = GTK_WIDGET (button) == self->page_button;
  name = g_strdup_printf ("%s – %s%s", display, label, self->as_page ? ".html" : NSM_BALLOT_SUFFIX);
  g_strdelimit (name, "/", '-');
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_export_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
nsm_round_post_dispose (GObject *object)
{
  NsmRoundPost *self = NSM_ROUND_POST (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->intake);
  g_clear_object (&self->round);

  G_OBJECT_CLASS (nsm_round_post_parent_class)->dispose (object);
}

static void
nsm_round_post_class_init (NsmRoundPostClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_round_post_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/rounds/round-post.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmRoundPost, file_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundPost, page_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundPost, words_label);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundPost, take_button);
  gtk_widget_class_bind_template_child (widget_class, NsmRoundPost, results_box);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_take_clicked);
}

static void
nsm_round_post_init (NsmRoundPost *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
nsm_round_post_new (NsmRoundView *view)
{
  NsmRoundPost *self = g_object_new (NSM_TYPE_ROUND_POST, NULL);

  self->view = view;
  return GTK_WIDGET (self);
}

/**
 * nsm_round_post_show:
 *
 * Offers the request of the open @round.
 */
void
nsm_round_post_show (NsmRoundPost *self, NsmRound *round)
{
  g_autofree char *words = NULL;
  GtkWidget *child;

  if (!g_set_object (&self->round, round))
    return;
  words = nsm_ballot_request_dup_fingerprint (round);
  gtk_label_set_label (GTK_LABEL (self->words_label), words);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), FALSE);
  while ((child = gtk_widget_get_first_child (self->results_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->results_box), child);
  gtk_widget_set_visible (self->results_box, FALSE);
}

/**
 * nsm_round_post_take:
 * @files: (element-type GFile): what was dropped, or chosen
 *
 * Takes ballots in; what comes of each is listed.
 *
 * Returns: whether there was a ballot or a request among them
 */
gboolean
nsm_round_post_take (NsmRoundPost *self, GSList *files)
{
  gboolean any = FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    if (nsm_ballot_window_takes (l->data))
      {
        take (self, l->data);
        any = TRUE;
      }
  return any;
}

/**
 * nsm_round_post_export:
 * @as_page: whether to write the page for browsers
 *
 * Writes the request.
 *
 * Returns: whether it is on the disk; if not, the view says why
 */
gboolean
nsm_round_post_export (NsmRoundPost *self, GFile *file, gboolean as_page)
{
  const char *title = nsm_round_view_get_workshop (self->view)->title;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = as_page ? nsm_ballot_request_write_html (self->round, title, &error)
                                     : nsm_ballot_request_write (self->round, title, &error);
  gboolean done =
    bytes != NULL
    && g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error);

  nsm_round_view_say (self->view, done ? NULL : error->message);
  return done;
}
