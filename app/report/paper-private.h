/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that lay out and draw pages share.
 *
 * A document becomes one long column of strips: pieces that are never broken, each with what
 * stands in it. The strips then flow onto pages. Distances are in points; x is from where lines
 * begin, and is mirrored when a strip of a right-to-left document is put onto its page. */
#pragma once

#include <pango/pango.h>

#include "report/paper.h"

G_BEGIN_DECLS

#define NSM_PAPER_FAMILIES "Cantarell, Adwaita Sans, Inter, Noto Sans, sans-serif"

#define NSM_PAPER_INK 0x241f31
#define NSM_PAPER_QUIET 0x5e5c64
#define NSM_PAPER_LINE 0xd0cfd4
#define NSM_PAPER_ACCENT 0x1c5fb8
#define NSM_PAPER_SOFT 0xf4f4f6
#define NSM_PAPER_GOOD 0x1b7a43
#define NSM_PAPER_CARE 0x8a5a00
#define NSM_PAPER_BAD 0xb3141d

/* Smaller than this nothing is set, however much has to go onto a page. */
#define NSM_PAPER_SMALLEST 8.0

typedef enum
{
  NSM_PAPER_BODY,
  NSM_PAPER_LEAD,
  NSM_PAPER_FINE,
  NSM_PAPER_QUOTE,
  NSM_PAPER_TERM,     /* what a definition explains */
  NSM_PAPER_LABEL,    /* over a card, over a table */
  NSM_PAPER_CELL,
  NSM_PAPER_CELL_HEAD,
  NSM_PAPER_TINY,     /* tables under a picture, notes of the page */
  NSM_PAPER_TINY_HEAD,
  NSM_PAPER_HEADING_1,
  NSM_PAPER_HEADING_2,
  NSM_PAPER_HEADING_3,
  NSM_PAPER_TITLE,
  NSM_PAPER_TITLE_SMALL,
  NSM_PAPER_EYEBROW,
  NSM_PAPER_N_STYLES,
} NsmPaperStyle;

/* A line of a text, in points from the text's top. */
typedef struct
{
  double top, bottom, baseline;
  double x;  /* where its letters begin, from the text's left */
  int start; /* byte */
  int end;   /* byte where the next one starts */
} NsmPaperLine;

/* A link in a text. */
typedef struct
{
  int start, end; /* bytes */
  const char *target;
} NsmPaperLink;

/* Words, broken into lines. */
typedef struct
{
  PangoLayout *layout;
  NsmPaperStyle style;
  guint32 color;
  GArray *lines; /* NsmPaperLine */
  GArray *links; /* NsmPaperLink */
  double width;   /* of the measure it was set in */
  double natural; /* how wide it is when nothing is broken; 0: nobody asked */
  gboolean flush; /* with where lines end */
} NsmPaperText;

typedef enum
{
  NSM_PAPER_ITEM_TEXT,
  NSM_PAPER_ITEM_RECTANGLE,
  NSM_PAPER_ITEM_PLOT,
  NSM_PAPER_ITEM_STAR,
} NsmPaperItemKind;

typedef struct
{
  NsmPaperItemKind kind;
  double x, y, width, height;
  NsmNode *node;      /* NULL for what is only decoration */
  NsmPaperText *text; /* of which it shows some lines */
  guint first_line, n_lines;
  gboolean mute; /* says nothing: the point of a list, a header row once more */
  guint32 color;
  double radius;
  NsmPlot *plot;
  guint facets;
} NsmPaperItem;

/* What goes along strips: the ground and the bar of a note, the bar of a quote. */
typedef struct _NsmPaperSide NsmPaperSide;
struct _NsmPaperSide
{
  NsmPaperSide *outer;
  double x, width;
  guint32 color;
  guint page; /* where it was last drawn, and as which item */
  int item;
};

typedef struct _NsmPaperStrip NsmPaperStrip;
struct _NsmPaperStrip
{
  double before; /* space above, not at the top of a page */
  double height;
  gboolean keep; /* on the same page as the next one */
  gboolean rule; /* only parts it from what is above: not at the top of a page */
  double need;   /* begins a new page unless this much is free */
  NsmPaperStrip *head; /* repeated above it at the top of a page */
  NsmPaperSide *side;
  GArray *items; /* NsmPaperItem */
  NsmNode *node;
};

typedef struct
{
  GArray *items;  /* NsmPaperItem, from the page's top left */
  GArray *places; /* NsmPaperPlace */
  GArray *depths; /* guint: of the places in the tree */
} NsmPaperPage;

struct _NsmPaper
{
  NsmReport *report;
  double width, height;
  double margin; /* at both sides */
  double top, bottom;
  double scale;    /* of type and of the space around it */
  gboolean tight;  /* less space around things, when even small type doesn't fit */
  gboolean bare;   /* no pictures, when even that doesn't */
  PangoContext *contexts[2]; /* left to right, right to left */
  PangoFontDescription *fonts[NSM_PAPER_N_STYLES];
  GPtrArray *texts;  /* NsmPaperText */
  GPtrArray *strips; /* NsmPaperStrip: all that were made */
  GPtrArray *sides;  /* NsmPaperSide */
  GPtrArray *pages;  /* NsmPaperPage */
  GHashTable *parents; /* NsmNode → NsmNode */
  GHashTable *targets; /* id → NsmPaperPlace, once the pages are there */
  GHashTable *begins;  /* NsmNode → NsmPaperPlace, likewise: where it begins */
};

/* Where strips are added: a column of some width. */
typedef struct
{
  NsmPaper *paper;
  GPtrArray *strips; /* NsmPaperStrip, owned by the paper */
  double x, width;
  double gap; /* at least as much space before the next strip */
  NsmPaperSide *side;
  guint level;
  gboolean tiny; /* tables are set small */
} NsmPaperColumn;

/* paper-text.c */
void nsm_paper_init_text (NsmPaper *paper);
void nsm_paper_set_scale (NsmPaper *paper, double scale);
double nsm_paper_get_size (NsmPaper *paper, NsmPaperStyle style);
double nsm_paper_get_leading (NsmPaper *paper, NsmPaperStyle style);
NsmPaperText *nsm_paper_new_text (NsmPaper *paper, NsmPaperStyle style, GPtrArray *runs,
                                  const char *plain, guint32 color);
void nsm_paper_text_set_width (NsmPaperText *text, double width);
void nsm_paper_text_set_end (NsmPaperText *text);
void nsm_paper_text_set_one_line (NsmPaperText *text, double width);
void nsm_paper_text_free (NsmPaperText *text);
double nsm_paper_text_get_height (NsmPaperText *text);
void nsm_paper_text_measure (NsmPaperText *text, double *natural, double *narrowest);

/* paper-strips.c */
NsmPaperColumn nsm_paper_column (NsmPaperColumn *column, GPtrArray *strips, double x,
                                 double width);
NsmPaperStrip *nsm_paper_add_strip (NsmPaperColumn *column, NsmNode *node, double height);
void nsm_paper_add_space (NsmPaperColumn *column, double height);
void nsm_paper_add_gap (NsmPaperColumn *column, double gap);
NsmPaperItem *nsm_paper_strip_add (NsmPaperStrip *strip, NsmPaperItemKind kind, NsmNode *node,
                                   double x, double y, double width, double height);
void nsm_paper_strip_add_text (NsmPaperStrip *strip, NsmNode *node, NsmPaperText *text, double x,
                               double y);
void nsm_paper_strip_add_lines (NsmPaperStrip *strip, NsmNode *node, NsmPaperText *text,
                                guint first, guint n, double x, double y);
void nsm_paper_strip_add_rectangle (NsmPaperStrip *strip, double x, double y, double width,
                                    double height, guint32 color, double radius);
void nsm_paper_add_text (NsmPaperColumn *column, NsmNode *node, NsmPaperText *text);
NsmPaperSide *nsm_paper_begin_side (NsmPaperColumn *column, double width, guint32 color);
void nsm_paper_end_side (NsmPaperColumn *column);
double nsm_paper_measure (GPtrArray *strips);
void nsm_paper_strip_absorb (NsmPaperStrip *strip, GPtrArray *strips, double y);

/* paper-blocks.c */
void nsm_paper_add_node (NsmPaperColumn *column, NsmNode *node);
void nsm_paper_add_nodes (NsmPaperColumn *column, GPtrArray *nodes);
guint32 nsm_paper_get_tone_color (NsmTone tone);

/* paper-table.c, paper-figure.c, paper-cover.c */
void nsm_paper_add_table (NsmPaperColumn *column, NsmNode *node);
void nsm_paper_add_figure (NsmPaperColumn *column, NsmNode *node);
void nsm_paper_add_title (NsmPaperColumn *column);
void nsm_paper_add_cover (NsmPaper *paper);
void nsm_paper_add_marginals (NsmPaper *paper);
char *nsm_paper_dup_status (NsmPaper *paper);

/* paper-flow.c */
void nsm_paper_flow (NsmPaper *paper, GPtrArray *strips);
NsmPaperPage *nsm_paper_begin_page (NsmPaper *paper);
void nsm_paper_page_free (NsmPaperPage *page);
void nsm_paper_put_text (NsmPaper *paper, guint page, NsmPaperText *text, double x, double y);

/* paper-draw.c */
typedef void (*NsmPaperLinkFunc) (cairo_t *cr, const char *target, double x, double y,
                                  double width, double height, gpointer data);
void nsm_paper_draw_items (NsmPaper *paper, guint page, cairo_t *cr);
void nsm_paper_each_link (NsmPaper *paper, guint page, cairo_t *cr, NsmPaperLinkFunc func,
                          gpointer data);

G_END_DECLS
