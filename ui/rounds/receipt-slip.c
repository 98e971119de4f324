/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/receipt-slip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rounds/people.h"
#include "rounds/pins.h"
#include "rounds/round.h"

struct _NsmReceiptSlip
{
  AdwBin parent_instance;

  NsmRound *round;
  NsmKeyStore *keys;
  char *person;
  char *receipt;
  GtkFileChooserNative *chooser;
  GtkWidget *title_label;
  GtkWidget *receipt_label;
  GtkWidget *note_label;
  GtkWidget *keep_box;
  GtkWidget *pin_button;
  GtkWidget *pin_popover;
  GtkWidget *pin_entry;
  GtkWidget *pin_set_button;
  GtkWidget *said_label;
  GtkWidget *done_button;
};

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmReceiptSlip, nsm_receipt_slip, ADW_TYPE_BIN)

static void
say (NsmReceiptSlip *self, const char *text)
{
  gtk_label_set_label (GTK_LABEL (self->said_label), text);
}

/* Keeping it */

/* The receipt with what it is for: for paper, or a file of one's own. */
static char *
dup_slip (NsmReceiptSlip *self)
{
  g_autofree char *display = nsm_receipt_dup_display (self->receipt);
  g_autofree char *label = nsm_round_dup_label (self->round);
  g_autofree char *name = nsm_round_dup_person_name (self->round, self->person);

  return g_strdup_printf (
    _("Receipt\n\n%s\n\n%s\n%s\n\nIt says nothing about the answer. After the round, look it up in "
      "the document’s transcript: it is there if the answer is, and was counted as it was sealed.\n"),
    display, name, label);
}

static void
on_copy_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmReceiptSlip *self = NSM_RECEIPT_SLIP (user_data);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (GTK_LABEL (self->receipt_label)));
  say (self, _("Copied."));
}

static void
on_save_chosen (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  NsmReceiptSlip *self = NSM_RECEIPT_SLIP (user_data);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && self->receipt != NULL)
    {
      text = dup_slip (self);
      if (g_file_replace_contents (file, text, strlen (text), NULL, FALSE,
                                   G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
        say (self, _("Saved."));
      else
        say (self, error->message);
    }
  g_clear_object (&self->chooser);
}

static void
on_save_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmReceiptSlip *self = NSM_RECEIPT_SLIP (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_clear_object (&self->chooser);
  self->chooser =
    gtk_file_chooser_native_new (_("Save the Receipt"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  /* Translators: the suggested name of a file */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("receipt.txt"));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_save_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_draw_page (GtkPrintOperation *operation G_GNUC_UNUSED, GtkPrintContext *context,
              int page G_GNUC_UNUSED, gpointer text)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 14");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_cairo_show_layout (gtk_print_context_get_cairo_context (context), layout);
}

static void
free_text (gpointer text, GClosure *closure G_GNUC_UNUSED)
{
  g_free (text);
}

static void
on_print_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  NsmReceiptSlip *self = NSM_RECEIPT_SLIP (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_job_name (operation, _("Receipt"));
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (on_draw_page), dup_slip (self),
                         free_text, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    say (self, error->message);
}

/* The PIN */

static void
set_pin (NsmReceiptSlip *self)
{
  const char *pin = gtk_editable_get_text (GTK_EDITABLE (self->pin_entry));
  g_autoptr (GError) error = NULL;

  if (g_utf8_strlen (pin, -1) < NSM_PIN_MIN)
    return;
  if (nsm_round_set_pin (self->round, self->keys, self->person, pin, &error))
    say (self, _("The PIN is set. Replacing and withdrawing ask for it."));
  else
    say (self, error->message);
  gtk_popover_popdown (GTK_POPOVER (self->pin_popover));
}

static void
on_pin_changed (GtkEditable *editable, gpointer user_data)
{
  gtk_widget_set_sensitive (NSM_RECEIPT_SLIP (user_data)->pin_set_button,
                            g_utf8_strlen (gtk_editable_get_text (editable), -1) >= NSM_PIN_MIN);
}

static void
on_pin_activated (GtkWidget *entry G_GNUC_UNUSED, gpointer user_data)
{
  set_pin (NSM_RECEIPT_SLIP (user_data));
}

static void
on_pin_set_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  set_pin (NSM_RECEIPT_SLIP (user_data));
}

static void
on_pin_closed (GtkPopover *popover G_GNUC_UNUSED, gpointer user_data)
{
  NsmReceiptSlip *self = NSM_RECEIPT_SLIP (user_data);

  gtk_editable_set_text (GTK_EDITABLE (self->pin_entry), "");
  gtk_widget_grab_focus (self->done_button);
}

static void
on_done_clicked (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  g_signal_emit (user_data, signals[DONE], 0);
}

static gboolean
nsm_receipt_slip_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NSM_RECEIPT_SLIP (widget)->done_button);
}

static void
nsm_receipt_slip_dispose (GObject *object)
{
  NsmReceiptSlip *self = NSM_RECEIPT_SLIP (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->round);
  g_clear_object (&self->keys);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (nsm_receipt_slip_parent_class)->dispose (object);
}

static void
nsm_receipt_slip_finalize (GObject *object)
{
  NsmReceiptSlip *self = NSM_RECEIPT_SLIP (object);

  g_free (self->person);
  g_free (self->receipt);

  G_OBJECT_CLASS (nsm_receipt_slip_parent_class)->finalize (object);
}

static void
nsm_receipt_slip_class_init (NsmReceiptSlipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_receipt_slip_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsm_receipt_slip_finalize;
  widget_class->grab_focus = nsm_receipt_slip_grab_focus;

  signals[DONE] = g_signal_new ("done", NSM_TYPE_RECEIPT_SLIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/rounds/receipt-slip.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmReceiptSlip, title_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReceiptSlip, receipt_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReceiptSlip, note_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReceiptSlip, keep_box);
  gtk_widget_class_bind_template_child (widget_class, NsmReceiptSlip, pin_button);
  gtk_widget_class_bind_template_child (widget_class, NsmReceiptSlip, pin_popover);
  gtk_widget_class_bind_template_child (widget_class, NsmReceiptSlip, pin_entry);
  gtk_widget_class_bind_template_child (widget_class, NsmReceiptSlip, pin_set_button);
  gtk_widget_class_bind_template_child (widget_class, NsmReceiptSlip, said_label);
  gtk_widget_class_bind_template_child (widget_class, NsmReceiptSlip, done_button);
  gtk_widget_class_bind_template_callback (widget_class, on_copy_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_save_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_print_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pin_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pin_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_pin_set_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_pin_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_done_clicked);
}

static void
nsm_receipt_slip_init (NsmReceiptSlip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nsm_receipt_slip_show:
 * @receipt: of an answer that is saved
 * @is_last: whether nobody is waiting for the laptop
 *
 * Shows the receipt, and takes the focus.
 */
void
nsm_receipt_slip_show (NsmReceiptSlip *self, NsmRound *round, NsmKeyStore *keys,
                       const char *person, const char *receipt, gboolean is_last)
{
  g_autofree char *display = nsm_receipt_dup_display (receipt);

  g_set_object (&self->round, round);
  g_set_object (&self->keys, keys);
  g_free (self->person);
  self->person = g_strdup (person);
  g_free (self->receipt);
  self->receipt = g_strdup (receipt);
  gtk_label_set_label (GTK_LABEL (self->title_label), _("Locked in."));
  gtk_label_set_label (GTK_LABEL (self->receipt_label), display);
  gtk_label_set_label (GTK_LABEL (self->note_label),
                       _("Your receipt. Keep it if you want to check later that your answer is "
                         "there; it says nothing about what you answered."));
  say (self, "");
  gtk_widget_set_visible (self->receipt_label, TRUE);
  gtk_widget_set_visible (self->keep_box, TRUE);
  gtk_widget_set_visible (self->pin_button, nsm_key_store_has (keys, NSM_RECORD (round)->id));
  gtk_button_set_label (GTK_BUTTON (self->done_button),
                        is_last ? _("_Done — everybody is in") : _("_Done — pass it on"));
  gtk_widget_grab_focus (self->done_button);
}

/**
 * nsm_receipt_slip_show_failure:
 *
 * The answer is sealed in memory, but a receipt is a promise that it is kept.
 */
void
nsm_receipt_slip_show_failure (NsmReceiptSlip *self, const char *why)
{
  gtk_label_set_label (GTK_LABEL (self->title_label),
                       _("Your answer is sealed, but it couldn’t be saved."));
  gtk_label_set_label (GTK_LABEL (self->note_label), why);
  say (self, "");
  gtk_widget_set_visible (self->receipt_label, FALSE);
  gtk_widget_set_visible (self->keep_box, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->done_button), _("_Try again"));
  gtk_widget_grab_focus (self->done_button);
}

/**
 * nsm_receipt_slip_clear:
 *
 * Forgets the receipt and whose it was.
 */
void
nsm_receipt_slip_clear (NsmReceiptSlip *self)
{
  gtk_label_set_label (GTK_LABEL (self->receipt_label), "");
  gtk_editable_set_text (GTK_EDITABLE (self->pin_entry), "");
  say (self, "");
  g_clear_pointer (&self->person, g_free);
  g_clear_pointer (&self->receipt, g_free);
}
