/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "model/choices.h"
#include "record/record.h"
#include "report/options.h"
#include "report/plot.h"

G_BEGIN_DECLS

/* The document as a tree of typed nodes, built once from a workshop and walked
 * by one writer per format. Writers decide how a thing looks, never what is said.
 *
 * Texts come verbatim from people; no writer may take one for markup. No run
 * holds a line break: that is a run of its own. */

typedef enum
{
  NSM_RUN_TEXT = 1,
  NSM_RUN_STRONG,
  NSM_RUN_EMPHASIS,
  NSM_RUN_CODE,
  NSM_RUN_LINK,   /* `target` is the id of a section or entry */
  NSM_RUN_NUMBER, /* `text` in the user's locale, `value` "1240" or ".5" */
  NSM_RUN_DATE,   /* `text` in the user's locale, `value` "2026-03-31" */
  NSM_RUN_BADGE,  /* a state in one or two words; `tone` says which way */
  NSM_RUN_BREAK,  /* a new line in the same paragraph */
} NsmRunStyle;

typedef enum
{
  NSM_TONE_PLAIN,
  NSM_TONE_LEAD,     /* paragraph: large, the sentence of a page */
  NSM_TONE_FINE,     /* paragraph: an aside */
  NSM_TONE_QUOTE,    /* paragraph: somebody's own words */
  NSM_TONE_CARDS,    /* definitions: a few weighty things side by side */
  NSM_TONE_POSITIVE, /* badge, note */
  NSM_TONE_CAUTION,  /* badge, note */
  NSM_TONE_NEGATIVE, /* badge, note */
} NsmTone;

typedef struct
{
  NsmRunStyle style;
  NsmTone tone;
  gboolean isolated; /* a text put into a sentence of ours: may run the other way */
  char *text;
  char *target;
  char *value;
} NsmRun;

typedef enum
{
  NSM_NODE_SECTION = 1, /* runs: its title; children: blocks, then sections */
  NSM_NODE_PARAGRAPH,   /* runs */
  NSM_NODE_LIST,        /* children: items */
  NSM_NODE_ITEM,        /* runs */
  NSM_NODE_TABLE,       /* runs: caption; children: rows, the first one heads the columns */
  NSM_NODE_ROW,         /* children: cells, the first one heads the row */
  NSM_NODE_CELL,        /* runs */
  NSM_NODE_DEFINITIONS, /* children: entries */
  NSM_NODE_ENTRY,       /* runs: what is explained; children: blocks */
  NSM_NODE_FIGURE,      /* runs: caption; figure; children: the same as a table or list */
  NSM_NODE_NOTE,        /* runs: its title; children: blocks */
} NsmNodeKind;

typedef struct _NsmFigure NsmFigure;

typedef struct
{
  NsmNodeKind kind;
  NsmTone tone;
  gboolean ordered; /* list */
  gboolean numeric; /* cell: figures, set flush */
  char *id;         /* NULL, or unique in the document */
  GPtrArray *runs;     /* NsmRun; never NULL */
  GPtrArray *children; /* NsmNode; never NULL */
  NsmFigure *figure;

  /* Where in the workshop it is written; the parts of a part without one are written there, too. */
  NsmStep step;   /* says something where there is a record */
  char *record;   /* NULL, or the path of a record, "" for the workshop itself: "definition.terms[2]" */
  char *field;    /* NULL, or a member of that record */
} NsmNode;

/* Width of the plot for a phone: its words are as large there as the text around it. */
#define NSM_FIGURE_NARROW 360

typedef enum
{
  NSM_FIGURE_METRIC_TREE = 1,
  NSM_FIGURE_HEAT_MAP,
  NSM_FIGURE_PLOT, /* its node's child: the same as a table */
} NsmFigureKind;

/* One metric in the tree. */
typedef struct
{
  char *title;
  char *detail; /* "per month · 1,240 in March"; may be "" */
  char *owner;  /* of an input; may be "" */
  NsmDimension dimension;
  NsmLink link; /* of KPI: on the star; of an input: how it drives the star */
} NsmFigureBox;

typedef struct
{
  double mean; /* NAN: nobody marked it */
  double agreed; /* after discussion, beside the mean; NAN: nothing was agreed on */
  double low;
  double high;
  GArray *marks;  /* double, one per person who marked; ascending */
  gboolean apart; /* the marks lie so far apart that it was worth talking about */
} NsmFigureCell;

typedef struct
{
  char *title;
  char *detail;
  char *rank; /* "1", "2½"; "" for a calibrating one */
  double total;
  gboolean calibration;
  gboolean chosen;
  GPtrArray *cells; /* NsmFigureCell, one per column */
} NsmFigureRow;

struct _NsmFigure
{
  NsmFigureKind kind;
  char *alternative; /* the picture in words */

  NsmFigureBox *kpi; /* metric tree; may be NULL */
  NsmFigureBox *star;
  GPtrArray *inputs; /* NsmFigureBox */

  GPtrArray *columns; /* heat map: char * */
  GPtrArray *rows;    /* NsmFigureRow */

  NsmPlot *plot;
  NsmPlot *narrow; /* the same for a phone */
};

typedef struct
{
  char *title;    /* the metric, or the product while there is none */
  char *product;
  char *workshop; /* its name */
  char *date;     /* "YYYY-MM-DD", of this document */
  char *language; /* "en", "de-AT" */
  gboolean rtl;
  gboolean final; /* the definition is as its latest version has it */
  gboolean solo;
  guint facets; /* of the star: bit i-1 is lit when step i is done */
  char *author;
  NsmReportScope scope;
  NsmReportNames names;
  gboolean without_quotes;
  NsmPaperSize paper;
  guint version;      /* the number of the one that this is, or is a draft of */
  char *version_date; /* "YYYY-MM-DD": since when it is final; "" of a draft */
  char *owner;        /* who answers for the number; "" if nobody is named */
  char *fingerprint;  /* of the workshop that it comes from */
  char *origin;       /* of all states of that workshop; see nsm_workshop_dup_origin() */
  char *program;      /* version of the program */
  GPtrArray *missing;  /* char *: sentences, what keeps it from being final */
  GPtrArray *sections; /* NsmNode of kind section */
} NsmReport;

NsmReport *nsm_report_new (void);
void nsm_report_free (NsmReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmReport, nsm_report_free)
NsmNode *nsm_report_find (NsmReport *report, const char *id);
const char *nsm_report_get_status_label (NsmReport *report);
char *nsm_report_dup_choice_line (NsmReport *report);
char *nsm_report_dup_version_line (NsmReport *report);

NsmNode *nsm_node_new (NsmNodeKind kind);
void nsm_node_free (NsmNode *node);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (NsmNode, nsm_node_free)
NsmNode *nsm_node_add (NsmNode *parent, NsmNodeKind kind);
NsmNode *nsm_node_add_section (NsmNode *parent, const char *id, const char *title);
NsmNode *nsm_node_add_paragraph (NsmNode *parent, NsmTone tone, const char *text);
void nsm_node_add_text (NsmNode *parent, NsmTone tone, const char *text);
NsmNode *nsm_node_add_item (NsmNode *list, const char *text);
NsmNode *nsm_node_add_entry (NsmNode *definitions, const char *id, const char *term);
NsmNode *nsm_node_add_cell (NsmNode *row, const char *text);
NsmNode *nsm_node_add_row (NsmNode *table, ...) G_GNUC_NULL_TERMINATED;
NsmNode *nsm_node_add_note (NsmNode *parent, NsmTone tone, const char *title);
void nsm_node_set_source (NsmNode *node, NsmStep step, NsmRecord *record, const char *field);
gboolean nsm_node_is_empty (NsmNode *node);
char *nsm_node_dup_plain_text (NsmNode *node);

NsmRun *nsm_run_new (NsmRunStyle style, const char *text);
char *nsm_run_dup_writable (const char *text);
NsmRun *nsm_run_new_link (const char *target, const char *text);
NsmRun *nsm_run_new_date (const char *date);
NsmRun *nsm_run_new_month (const char *date);
NsmRun *nsm_run_new_number (double number, int decimals);
NsmRun *nsm_run_new_badge (NsmTone tone, const char *text);
const char *nsm_tone_get_sign (NsmTone tone);
void nsm_run_free (NsmRun *run);
void nsm_runs_add (GPtrArray *runs, NsmRun *run);
void nsm_runs_add_text (GPtrArray *runs, NsmRunStyle style, const char *text);
void nsm_runs_add_verbatim (GPtrArray *runs, const char *text);
void nsm_runs_add_template (GPtrArray *runs, const char *format, ...) G_GNUC_NULL_TERMINATED;

NsmFigure *nsm_figure_new (NsmFigureKind kind);
void nsm_figure_free (NsmFigure *figure);
void nsm_figure_draw (NsmFigure *figure);
NsmFigureBox *nsm_figure_box_new (const char *title);
NsmFigureRow *nsm_figure_row_new (const char *title);
NsmFigureCell *nsm_figure_cell_new (void);
const char *nsm_link_get_sign (NsmLink link);

G_END_DECLS
