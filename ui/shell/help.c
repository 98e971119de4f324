/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/help.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "shell/examples.h"

/* The pages of help are Markdown of the plainest kind: headings, paragraphs,
 * lists, words between asterisks or backticks, and code between fences. */

static void
append_words (GString *markup, const char *words)
{
  static const struct
  {
    const char *mark, *tag;
  } marks[] = { { "**", "b" }, { "*", "i" }, { "`", "tt" } };
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  gboolean open[G_N_ELEMENTS (marks)] = { FALSE };

  for (const char *p = escaped; *p != '\0';)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (marks) && !g_str_has_prefix (p, marks[i].mark))
        i++;
      if (i < G_N_ELEMENTS (marks) && (open[i] || strstr (p + strlen (marks[i].mark), marks[i].mark)))
        {
          g_string_append_printf (markup, "<%s%s>", open[i] ? "/" : "", marks[i].tag);
          open[i] = !open[i];
          p += strlen (marks[i].mark);
        }
      else
        g_string_append_c (markup, *p++);
    }
}

static void
add_block (GtkWidget *box, const char *text)
{
  const char *css_class = NULL;
  GtkWidget *label;
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *checked = NULL;

  if (text[0] == '\0')
    return;
  if (g_str_has_prefix (text, "# "))
    css_class = "page-question", text += 2;
  else if (g_str_has_prefix (text, "## "))
    css_class = "sheet-3", text += 3;
  else if (g_str_has_prefix (text, "- "))
    {
      g_string_append (markup, "•  ");
      text += 2;
    }
  append_words (markup, text);
  if (!pango_parse_markup (markup->str, -1, 0, NULL, NULL, NULL, NULL))
    {
      checked = g_markup_escape_text (text, -1);
      g_string_assign (markup, checked);
    }
  label = g_object_new (GTK_TYPE_LABEL, "use-markup", TRUE, "label", markup->str, "wrap", TRUE,
                        "xalign", 0.0, NULL);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

/* Code keeps its lines, and scrolls sideways by itself. */
static void
add_code (GtkWidget *box, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "selectable", TRUE, "xalign", 0.0,
                                   NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "vscrollbar-policy",
                                      GTK_POLICY_NEVER, "child", label, NULL);

  gtk_widget_add_css_class (label, "monospace");
  gtk_box_append (GTK_BOX (box), scroller);
}

static gboolean
begins_block (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  return line[0] == '#' || g_str_has_prefix (line, "- ") ||
         (digits > 0 && g_str_has_prefix (line + digits, ". "));
}

static GtkWidget *
new_page (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 640, "child", box, "margin-start",
                                   24, "margin-end", 24, "margin-top", 12, "margin-bottom", 24, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) block = g_string_new (NULL);
  gboolean in_code = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = lines[i];

      if (g_str_has_prefix (line, "```"))
        {
          if (in_code)
            add_code (box, block->str);
          else
            add_block (box, block->str);
          g_string_truncate (block, 0);
          in_code = !in_code;
          continue;
        }
      if (in_code)
        {
          g_string_append_printf (block, "%s%s", block->len > 0 ? "\n" : "", line);
          continue;
        }
      g_strstrip (line);
      if (line[0] == '\0' || begins_block (line))
        {
          add_block (box, block->str);
          g_string_truncate (block, 0);
        }
      if (block->len > 0)
        g_string_append_c (block, ' ');
      g_string_append (block, line);
    }
  add_block (box, block->str);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_hexpand (scroller, TRUE);
  return scroller;
}

/* A page's title is its first line. */
static void
add_page (GtkStack *stack, const char *name)
{
  g_autofree char *path = nsm_data_dup_path ("help", name);
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL) || !g_str_has_prefix (text, "# "))
    return;
  title = g_strndup (text + 2, strcspn (text + 2, "\n"));
  gtk_stack_add_titled (stack, new_page (text), name, title);
}

static gboolean
on_escape (GtkWidget *window, GVariant *args, gpointer data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

/**
 * nsm_help_show:
 *
 * Opens a window with the pages of help that came with the program.
 */
void
nsm_help_show (GtkWindow *parent)
{
  static const char *const pages[] = {
    "facilitating.md",      "running-rounds.md", "private-rounds.md",
    "evidence-from-data.md", "reading-the-reveal.md", "documents.md",  "checking.md",
    "file-formats.md",
  };
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *sidebar = gtk_stack_sidebar_new ();
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkWidget *window;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    add_page (GTK_STACK (stack), pages[i]);
  gtk_stack_sidebar_set_stack (GTK_STACK_SIDEBAR (sidebar), GTK_STACK (stack));
  gtk_accessible_update_property (GTK_ACCESSIBLE (sidebar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pages of help"), -1);
  gtk_box_append (GTK_BOX (columns), sidebar);
  gtk_box_append (GTK_BOX (columns), stack);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), columns);
  window = g_object_new (ADW_TYPE_WINDOW, "title", _("Help"), "content", box, "default-width", 960,
                         "default-height", 680, "transient-for", parent, NULL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_widget_grab_focus (sidebar);
  gtk_window_present (GTK_WINDOW (window));
}
