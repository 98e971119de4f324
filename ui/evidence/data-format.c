/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "evidence/data-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kit/field-control.h"
#include "kit/wrap-layout.h"

typedef struct
{
  char sign;
  const char *name;    /* msgid, for the list */
  const char *summary; /* msgid, for the sentence */
} Sign;

static const Sign delimiters[] = {
  { ',', N_("Commas"), N_("Commas") },
  { ';', N_("Semicolons"), N_("Semicolons") },
  { '\t', N_("Tabs"), N_("Tabs") },
  { '|', N_("Vertical bars"), N_("Vertical bars") },
};

static const Sign quotes[] = {
  { '"', N_("Double quotes \""), NULL },
  { '\'', N_("Single quotes '"), NULL },
  { 0, N_("Nothing"), NULL },
};

static const Sign decimals[] = {
  { '.', N_("A point: 1.5"), N_("decimal point") },
  { ',', N_("A comma: 1,5"), N_("decimal comma") },
};

/* What exports are written in; whatever else is found in a file is added. */
static const char *const encodings[] = {
  "UTF-8",      "UTF-16LE",   "UTF-16BE",     "WINDOWS-1252", "ISO-8859-1",   "ISO-8859-2",
  "ISO-8859-9", "ISO-8859-15", "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1253", "WINDOWS-1254",
  "SHIFT_JIS",  "EUC-KR",     "BIG5",         "GB18030",
};

struct _NsmDataFormat
{
  GtkWidget parent_instance;

  GtkDropDown *delimiter;
  GtkDropDown *quote;
  GtkDropDown *decimal;
  GtkDropDown *encoding;
  GtkStringList *encoding_names;
  GtkWidget *header;
  gboolean busy;
};

static guint changed;

G_DEFINE_FINAL_TYPE (NsmDataFormat, nsm_data_format, GTK_TYPE_WIDGET)

static guint
find_sign (const Sign *signs, guint n_signs, char sign)
{
  for (guint i = 0; i < n_signs; i++)
    if (signs[i].sign == sign)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static guint
find_encoding (NsmDataFormat *self, const char *encoding)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->encoding_names));

  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (gtk_string_list_get_string (self->encoding_names, i), encoding) == 0)
      return i;
  gtk_string_list_append (self->encoding_names, encoding);
  return n;
}

static void
on_chosen (NsmDataFormat *self)
{
  if (!self->busy)
    g_signal_emit (self, changed, 0);
}

/* A caption over its control; their letters jump to the control. */
static GtkDropDown *
add_choice (NsmDataFormat *self, const char *caption, GtkStringList *names)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new_with_mnemonic (caption);
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (names), NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "field-caption");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), choice);
  nsm_drop_down_fit (GTK_DROP_DOWN (choice));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), choice);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (choice);
}

static GtkDropDown *
add_signs (NsmDataFormat *self, const char *caption, const Sign *signs, guint n_signs)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_signs; i++)
    gtk_string_list_append (names, _(signs[i].name));
  return add_choice (self, caption, names);
}

static void
nsm_data_format_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (nsm_data_format_parent_class)->dispose (object);
}

static void
nsm_data_format_class_init (NsmDataFormatClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_data_format_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  changed = g_signal_new ("changed", NSM_TYPE_DATA_FORMAT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                          G_TYPE_NONE, 0);
}

static void
nsm_data_format_init (NsmDataFormat *self)
{
  g_autoptr (GtkLayoutManager) layout = nsm_wrap_layout_new (18, 9);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), g_steal_pointer (&layout));
  self->delimiter =
      add_signs (self, _("Between c_olumns"), delimiters, G_N_ELEMENTS (delimiters));
  self->quote = add_signs (self, _("Around te_xts"), quotes, G_N_ELEMENTS (quotes));
  self->decimal = add_signs (self, _("Decimal _sign"), decimals, G_N_ELEMENTS (decimals));
  self->encoding_names = gtk_string_list_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    gtk_string_list_append (self->encoding_names, encodings[i]);
  self->encoding = add_choice (self, _("_Encoding"), self->encoding_names);

  self->header = gtk_check_button_new_with_mnemonic (_("The first line _names the columns"));
  gtk_widget_set_valign (self->header, GTK_ALIGN_END);
  gtk_widget_set_parent (self->header, GTK_WIDGET (self));
  g_signal_connect_object (self->header, "toggled", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
}

/**
 * nsm_data_format_set:
 *
 * Shows @format, without a signal.
 */
void
nsm_data_format_set (NsmDataFormat *self, const NsmCsvFormat *format)
{
  self->busy = TRUE;
  gtk_drop_down_set_selected (
      self->delimiter, find_sign (delimiters, G_N_ELEMENTS (delimiters), format->delimiter));
  gtk_drop_down_set_selected (self->quote, find_sign (quotes, G_N_ELEMENTS (quotes), format->quote));
  gtk_drop_down_set_selected (self->decimal,
                              find_sign (decimals, G_N_ELEMENTS (decimals), format->decimal));
  gtk_drop_down_set_selected (self->encoding, find_encoding (self, format->encoding));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->header), format->header);
  self->busy = FALSE;
}

/**
 * nsm_data_format_get:
 * @format: (inout): what is chosen; what isn't stays as it is
 */
void
nsm_data_format_get (NsmDataFormat *self, NsmCsvFormat *format)
{
  guint delimiter = gtk_drop_down_get_selected (self->delimiter);
  guint quote = gtk_drop_down_get_selected (self->quote);
  guint decimal = gtk_drop_down_get_selected (self->decimal);
  guint encoding = gtk_drop_down_get_selected (self->encoding);

  if (delimiter < G_N_ELEMENTS (delimiters))
    format->delimiter = delimiters[delimiter].sign;
  if (quote < G_N_ELEMENTS (quotes))
    format->quote = quotes[quote].sign;
  if (decimal < G_N_ELEMENTS (decimals))
    format->decimal = decimals[decimal].sign;
  if (encoding != GTK_INVALID_LIST_POSITION)
    g_strlcpy (format->encoding, gtk_string_list_get_string (self->encoding_names, encoding),
               sizeof format->encoding);
  format->header = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->header));
}

/**
 * nsm_data_format_dup_summary:
 *
 * Returns: (transfer full): "Semicolons, decimal comma, WINDOWS-1252, names in the first line"
 */
char *
nsm_data_format_dup_summary (const NsmCsvFormat *format)
{
  guint delimiter = find_sign (delimiters, G_N_ELEMENTS (delimiters), format->delimiter);
  guint decimal = find_sign (decimals, G_N_ELEMENTS (decimals), format->decimal);
  char between[] = { format->delimiter, '\0' };

  /* Translators: how a file is written: "Semicolons, decimal comma, UTF-8, names in the first line" */
  return g_strdup_printf (
      _("%s, %s, %s, %s"),
      delimiter < G_N_ELEMENTS (delimiters) ? _(delimiters[delimiter].summary) : between,
      decimal < G_N_ELEMENTS (decimals) ? _(decimals[decimal].summary) : "", format->encoding,
      format->header ? _("names in the first line") : _("no names in the first line"));
}
