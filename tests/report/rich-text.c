/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include "plot-sample.h"
#include "report/build.h"
#include "report/writers.h"
#include "sample.h"

/* What is pasted into mails and wikis holds all that the document says, and nothing that they
 * drop or fear. */

static const NsmReportOptions fixed = { .date = "2026-03-31" };

static const char *const hostile[] = {
  "plain",
  "<script>alert(1)</script>",
  "</p></td></table><img src=x onerror=alert(1)>",
  "\" onmouseover=\"alert(1)\" x='",
  "]]>--><!--<![CDATA[&amp;&#0;&bogus;",
  "# not a heading | **not strong** [l](javascript:alert(1))",
  "first\r\nsecond\rthird\nfourth \u2028 fifth",
  "שלום עולם \u202e reversed مرحبا بالعالم",
  "e\u0301\u0323 👩\u200d👩\u200d👧\u200d👦 \u200b\ufeff",
  "{{template}} ${x} <%= y %> \\ & < > \" '",
};

static xmlDocPtr
parse (const char *text)
{
  g_autofree char *whole = g_strconcat ("<all>", text, "</all>", NULL);
  xmlDocPtr doc = xmlReadMemory (whole, (int) strlen (whole), NULL, "UTF-8",
                                 XML_PARSE_NONET | XML_PARSE_HUGE);

  g_assert_nonnull (doc);
  return doc;
}

static void
check_attribute (xmlNodePtr element, xmlAttrPtr attribute)
{
  static const char *const known[] = { "dir",   "style", "border", "cellspacing", "cellpadding",
                                       "width", "height", "src",   "alt",         NULL };
  xmlChar *value = xmlGetProp (element, attribute->name);

  g_assert_true (g_strv_contains (known, (const char *) attribute->name));
  if (g_str_equal ((const char *) attribute->name, "src"))
    g_assert_true (g_str_has_prefix ((const char *) value, "data:image/png;base64,"));
  if (g_str_equal ((const char *) attribute->name, "alt"))
    g_assert_cmpuint (strlen ((const char *) value), >, 20);
  xmlFree (value);
}

static void
check_element (xmlNodePtr element)
{
  static const char *const known[] = { "h1", "h2", "h3",    "h4", "p",  "ul", "ol",  "li",
                                       "tr", "th", "td",    "em", "br", "bdi", "img", "table",
                                       "code", "strong", NULL };

  g_assert_true (g_strv_contains (known, (const char *) element->name));
  for (xmlAttrPtr attribute = element->properties; attribute != NULL; attribute = attribute->next)
    check_attribute (element, attribute);
  if (g_str_equal ((const char *) element->name, "img"))
    g_assert_true (xmlHasProp (element, (const xmlChar *) "alt") != NULL);
  for (xmlNodePtr child = element->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_element (child);
    else
      g_assert_cmpint (child->type, ==, XML_TEXT_NODE);
}

static guint
count (xmlNodePtr element, const char *name)
{
  guint n = g_str_equal ((const char *) element->name, name);

  for (xmlNodePtr child = element->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      n += count (child, name);
  return n;
}

/* Without spaces, which elements may come between. */
static char *
dup_dense (const char *text)
{
  GString *dense = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (dense, g_utf8_get_char (p));
  return g_string_free (dense, FALSE);
}

static void
check_runs (const char *text, GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      g_autofree char *dense = dup_dense (((NsmRun *) runs->pdata[i])->text);

      g_assert_nonnull (strstr (text, dense));
    }
}

/* Figures with more rows than one pastes are told in words. */
static void
check_nodes (const char *text, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      NsmNode *node = nodes->pdata[i];

      check_runs (text, node->runs);
      if (node->kind != NSM_NODE_FIGURE)
        check_nodes (text, node->children);
      else
        for (guint k = 0; k < node->figure->inputs->len; k++)
          {
            NsmFigureBox *input = node->figure->inputs->pdata[k];
            g_autofree char *title = dup_dense (input->title);

            g_assert_nonnull (strstr (text, title));
          }
    }
}

static char *
write_checked (NsmWorkshop *workshop)
{
  g_autoptr (NsmReport) report = nsm_report_build (workshop, &fixed);
  g_autoptr (GString) out = g_string_new (NULL);
  xmlDocPtr doc;
  xmlNodePtr root;
  xmlChar *content;
  g_autofree char *dense = NULL;

  nsm_report_write_rich_text (report, out);
  doc = parse (out->str);
  root = xmlDocGetRootElement (doc);
  for (xmlNodePtr child = root->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      check_element (child);
  g_assert_cmpuint (count (root, "h1"), ==, 1);
  content = xmlNodeGetContent (root);
  dense = dup_dense ((const char *) content);
  check_nodes (dense, report->sections);
  xmlFree (content);
  xmlFreeDoc (doc);
  return g_strdup (out->str);
}

static void
test_all (void)
{
  g_autoptr (NsmWorkshop) workshop = sample_new ();
  g_autofree char *text = write_checked (workshop);

  g_assert_nonnull (strstr (text, "<table border=\"1\""));
  g_assert_null (strstr (text, "class="));
  g_assert_null (strstr (text, "href="));
}

static void
test_hostile (gconstpointer data)
{
  g_autoptr (NsmWorkshop) workshop = sample_new_filled (data);
  g_autofree char *text = write_checked (workshop);

  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void
test_empty (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autofree char *text = write_checked (workshop);

  g_assert_nonnull (strstr (text, "<h1"));
}

/* A picture is one of its own, with its words and its figures. */
static void
test_pictures (void)
{
  g_autoptr (NsmWorkshop) workshop = nsm_workshop_new ();
  g_autofree char *text = NULL;
  xmlDocPtr doc;
  guint n;

  plot_sample_add (workshop, PLOT_SAMPLE_REVENUE, NULL);
  plot_sample_add (workshop, PLOT_SAMPLE_WEEKLY, NULL);
  text = write_checked (workshop);
  doc = parse (text);
  n = count (xmlDocGetRootElement (doc), "img");
  g_assert_cmpuint (n, >=, 4);
  g_assert_cmpuint (count (xmlDocGetRootElement (doc), "table"), >=, n);
  xmlFreeDoc (doc);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/rich-text/all", test_all);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/rich-text/hostile/%u", i);

      g_test_add_data_func (path, hostile[i], test_hostile);
    }
  g_test_add_func ("/report/rich-text/empty", test_empty);
  g_test_add_func ("/report/rich-text/pictures", test_pictures);
  return g_test_run ();
}
