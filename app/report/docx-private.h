/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the DOCX writer share among themselves: ECMA-376, transitional. The order of
 * the elements inside a properties element is part of the format: Word refuses another. */
#pragma once

#include <gio/gio.h>
#include <libxml/xmlwriter.h>

#include "report/tree.h"

G_BEGIN_DECLS

/* Lengths on paper: twentieths of a point, and what pictures are measured in. */
#define NSM_DOCX_TWIPS 20
#define NSM_DOCX_EMU_PER_TWIP 635

/* A file in the package. */
typedef struct
{
  char *name;         /* "word/document.xml" */
  char *content_type;
  GBytes *bytes;
  gboolean stored; /* is compressed in itself */
} NsmDocxPart;

GPtrArray *nsm_docx_package_new (void); /* of NsmDocxPart */
void nsm_docx_package_add (GPtrArray *package, const char *name, const char *content_type,
                           GBytes *bytes);
GBytes *nsm_docx_package_write (GPtrArray *package, GError **error);

/* XML into memory; one flag tells of any failure. */
typedef struct
{
  xmlBufferPtr buffer;
  xmlTextWriterPtr writer;
  gboolean failed;
} NsmDocxXml;

void nsm_docx_xml_init (NsmDocxXml *xml);
GBytes *nsm_docx_xml_finish (NsmDocxXml *xml);
void nsm_docx_start (NsmDocxXml *xml, const char *name);
void nsm_docx_end (NsmDocxXml *xml);
void nsm_docx_attribute (NsmDocxXml *xml, const char *name, const char *value);
void nsm_docx_attribute_int (NsmDocxXml *xml, const char *name, gint64 value);
void nsm_docx_empty (NsmDocxXml *xml, const char *name);
void nsm_docx_value (NsmDocxXml *xml, const char *name, const char *value);
void nsm_docx_text (NsmDocxXml *xml, const char *text);
void nsm_docx_element (NsmDocxXml *xml, const char *name, const char *text);

/* The document while it is being written. */
typedef struct
{
  NsmDocxXml xml;
  NsmReport *report;
  GHashTable *anchors; /* id of a node → name of its bookmark */
  GPtrArray *images;   /* GBytes */
  guint n_bookmarks;
  guint n_ordered; /* lists that count: each begins with 1 */
  int width;       /* of the column that is being written into, in twips */
  gboolean backwards; /* the paragraph that is being written */
  const char *body_style; /* paragraphs in what is being written: "Normal", or in a table */
  GError *error; /* of a picture */
} NsmDocx;

/* Numbering: one for all bullets, then one for each list that counts. */
#define NSM_DOCX_BULLETS 1

typedef struct
{
  const char *style; /* NULL: the body's */
  guint numbering;   /* 0: is no item of a list */
  gboolean keep_next;
  gboolean page_break;
  gboolean flush; /* figures, set to the end of the line */
  gboolean strong; /* all of it */
  gboolean last;   /* of a list */
} NsmDocxLook;

gboolean nsm_docx_runs_backwards (NsmDocx *docx, const char *text);
void nsm_docx_begin_paragraph (NsmDocx *docx, const NsmDocxLook *look, const char *text);
void nsm_docx_end_paragraph (NsmDocx *docx);
void nsm_docx_write_words (NsmDocx *docx, const char *style, const char *text, gboolean isolated);
void nsm_docx_write_link (NsmDocx *docx, const char *target, const char *text);
void nsm_docx_write_badge (NsmDocx *docx, NsmTone tone, const char *text);
void nsm_docx_write_field (NsmDocx *docx, const char *instruction, const char *shown);
void nsm_docx_write_tab (NsmDocx *docx);
void nsm_docx_write_runs (NsmDocx *docx, GPtrArray *runs, gboolean strong);
void nsm_docx_write_paragraph (NsmDocx *docx, const NsmDocxLook *look, NsmNode *node);
void nsm_docx_write_spacer (NsmDocx *docx);

void nsm_docx_write_table (NsmDocx *docx, NsmNode *node);
void nsm_docx_write_definitions (NsmDocx *docx, NsmNode *node, guint level);
void nsm_docx_write_cards (NsmDocx *docx, NsmNode *node, guint level);
void nsm_docx_write_figure (NsmDocx *docx, NsmNode *node, guint level);
void nsm_docx_write_children (NsmDocx *docx, NsmNode *node, guint level);
void nsm_docx_measure_columns (NsmNode *table, int width, int *widths, gboolean *small,
                               gboolean *upright);

gboolean nsm_docx_is_numeric (NsmNode *table, guint column);
guint nsm_docx_count_lines (NsmNode *cell, int width);

int nsm_docx_get_margin (NsmReport *report);
int nsm_docx_get_text_width (NsmReport *report);
GBytes *nsm_docx_make_styles (NsmReport *report);
GBytes *nsm_docx_make_settings (NsmReport *report);
GBytes *nsm_docx_make_fonts (void);
GBytes *nsm_docx_make_numbering (guint n_ordered);
GBytes *nsm_docx_make_header (NsmReport *report);
GBytes *nsm_docx_make_footer (NsmReport *report);
GBytes *nsm_docx_make_core (NsmReport *report);
GBytes *nsm_docx_make_app (NsmReport *report);
GBytes *nsm_docx_make_custom (NsmReport *report);

G_END_DECLS
