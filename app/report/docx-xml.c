/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/docx-private.h"

static void
check (NsmDocxXml *xml, int written)
{
  if (written < 0)
    xml->failed = TRUE;
}

void
nsm_docx_xml_init (NsmDocxXml *xml)
{
  xml->buffer = xmlBufferCreate ();
  xml->writer = xmlNewTextWriterMemory (xml->buffer, 0);
  xml->failed = FALSE;
  check (xml, xmlTextWriterStartDocument (xml->writer, NULL, "UTF-8", "yes"));
}

/**
 * nsm_docx_xml_finish:
 *
 * Returns: (transfer full): what was written; it is empty if something failed
 */
GBytes *
nsm_docx_xml_finish (NsmDocxXml *xml)
{
  GBytes *bytes;

  check (xml, xmlTextWriterEndDocument (xml->writer));
  check (xml, xmlTextWriterFlush (xml->writer));
  xmlFreeTextWriter (xml->writer);
  bytes = g_bytes_new (xmlBufferContent (xml->buffer),
                       xml->failed ? 0 : (gsize) xmlBufferLength (xml->buffer));
  xmlBufferFree (xml->buffer);
  return bytes;
}

void
nsm_docx_start (NsmDocxXml *xml, const char *name)
{
  check (xml, xmlTextWriterStartElement (xml->writer, (const xmlChar *) name));
}

void
nsm_docx_end (NsmDocxXml *xml)
{
  check (xml, xmlTextWriterEndElement (xml->writer));
}

void
nsm_docx_attribute (NsmDocxXml *xml, const char *name, const char *value)
{
  check (xml, xmlTextWriterWriteAttribute (xml->writer, (const xmlChar *) name,
                                           (const xmlChar *) value));
}

void
nsm_docx_attribute_int (NsmDocxXml *xml, const char *name, gint64 value)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  nsm_docx_attribute (xml, name, number);
}

void
nsm_docx_empty (NsmDocxXml *xml, const char *name)
{
  nsm_docx_start (xml, name);
  nsm_docx_end (xml);
}

/**
 * nsm_docx_value:
 *
 * Writes an element that says one thing: <w:jc w:val="right"/>
 */
void
nsm_docx_value (NsmDocxXml *xml, const char *name, const char *value)
{
  nsm_docx_start (xml, name);
  nsm_docx_attribute (xml, "w:val", value);
  nsm_docx_end (xml);
}

void
nsm_docx_text (NsmDocxXml *xml, const char *text)
{
  check (xml, xmlTextWriterWriteString (xml->writer, (const xmlChar *) text));
}

void
nsm_docx_element (NsmDocxXml *xml, const char *name, const char *text)
{
  nsm_docx_start (xml, name);
  nsm_docx_text (xml, text);
  nsm_docx_end (xml);
}
