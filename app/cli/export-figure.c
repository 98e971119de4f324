/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One figure of the document as a picture: nsm export FILE --figure tree -o tree.svg */
#include "export-figure.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli.h"
#include "record/language.h"
#include "report/build.h"
#include "report/export.h"

#define SHARPNESS 3 /* pixels of a PNG by unit of the picture */

static const struct
{
  const char *word; /* what people call it */
  const char *id;   /* what the document does */
} names[] = { { "tree", "metric-tree" }, { "scores", "heat-map" } };

static const char *
get_word (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (id, names[i].id) == 0)
      return names[i].word;
  return id;
}

static void
collect (GPtrArray *found, NsmNode *node)
{
  if (node->kind == NSM_NODE_FIGURE && node->id != NULL && node->figure->plot != NULL)
    g_ptr_array_add (found, node);
  for (guint i = 0; i < node->children->len; i++)
    collect (found, node->children->pdata[i]);
}

static NsmNode *
find (GPtrArray *figures, const char *word)
{
  for (guint i = 0; i < figures->len; i++)
    {
      NsmNode *node = figures->pdata[i];

      if (strcmp (word, node->id) == 0 || strcmp (word, get_word (node->id)) == 0)
        return node;
    }
  return NULL;
}

static int
list (GPtrArray *figures)
{
  for (guint i = 0; i < figures->len; i++)
    {
      NsmNode *node = figures->pdata[i];

      cli_out ("%-12s %s", get_word (node->id), nsm_plot_get_title (node->figure->plot));
    }
  if (figures->len == 0)
    cli_say (_("There is no figure in the document yet."));
  return cli_finish (figures->len > 0 ? CLI_DONE : CLI_NO);
}

static int
refuse (GPtrArray *figures, const char *word)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *all = NULL;

  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (words, (gpointer) get_word (((NsmNode *) figures->pdata[i])->id));
  g_ptr_array_add (words, NULL);
  all = g_strjoinv (", ", (char **) words->pdata);
  /* Translators: what was asked for, and a list of what there is */
  cli_say (_("The document has no figure “%s”; it has: %s."), word,
           figures->len > 0 ? all : _("none yet"));
  return CLI_USAGE;
}

static GBytes *
draw (NsmPlot *plot, const char *output, GError **error)
{
  if (g_str_has_suffix (output, ".svg"))
    return nsm_plot_write_svg (plot, NSM_PALETTE_LIGHT);
  return nsm_plot_write_png (plot, NSM_PALETTE_LIGHT, SHARPNESS, error);
}

/**
 * cli_export_figure:
 * @options: of the document that the figure is in
 * @word: which one: "tree", "scores", "robustness" or an id; "list": say which there are
 * @output: (nullable): a file whose suffix is .svg or .png
 *
 * Returns: an exit code
 */
int
cli_export_figure (NsmWorkshop *workshop, const NsmReportOptions *options, const char *word,
                   const char *output, gboolean force)
{
  g_autoptr (NsmLanguageScope) scope = nsm_language_enter (options->language);
  g_autoptr (NsmReport) report = nsm_report_build (workshop, options);
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  NsmNode *node;

  for (guint i = 0; i < report->sections->len; i++)
    collect (figures, report->sections->pdata[i]);
  if (strcmp (word, "list") == 0)
    return list (figures);
  node = find (figures, word);
  if (node == NULL)
    return refuse (figures, word);
  if (output == NULL || !(g_str_has_suffix (output, ".svg") || g_str_has_suffix (output, ".png")))
    {
      cli_say (_("Say where to with a figure: -o picture.svg or -o picture.png."));
      return CLI_USAGE;
    }
  bytes = draw (node->figure->plot, output, &error);
  if (bytes == NULL || !nsm_report_save (output, bytes, force, &error))
    {
      cli_say ("%s", error->message);
      return CLI_UNWRITTEN;
    }
  return CLI_DONE;
}
