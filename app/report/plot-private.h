/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that make and draw a picture share. */
#pragma once

#include "report/plot.h"

G_BEGIN_DECLS

/* What a colour is for; a palette says which one it is. */
typedef enum
{
  NSM_INK_PAGE,   /* the ground; also the inside of hollow marks */
  NSM_INK_WORDS,
  NSM_INK_QUIET,  /* words of less weight */
  NSM_INK_GRID,   /* lines that only guide the eye */
  NSM_INK_AXIS,   /* lines that mean something: zero, an edge */
  NSM_INK_MAIN,   /* what the picture is about */
  NSM_INK_SECOND,
  NSM_INK_THIRD,
  NSM_INK_AGAINST, /* what runs the other way */
  NSM_INK_BAND,   /* a ground behind marks */
  NSM_N_INKS,
} NsmPlotInk;

typedef enum
{
  NSM_SHAPE_CIRCLE,
  NSM_SHAPE_SQUARE,
  NSM_SHAPE_DIAMOND,
  NSM_SHAPE_UP,   /* triangles by where they point */
  NSM_SHAPE_DOWN,
  NSM_SHAPE_LEFT,
  NSM_SHAPE_RIGHT,
} NsmPlotShape;

typedef enum
{
  NSM_ANCHOR_LEFT, /* of the place where words are put */
  NSM_ANCHOR_MIDDLE,
  NSM_ANCHOR_RIGHT,
} NsmPlotAnchor;

typedef enum
{
  NSM_ITEM_LINES, /* a line through all points */
  NSM_ITEM_AREA,  /* filled, through all points */
  NSM_ITEM_MARK,
  NSM_ITEM_WORDS,
} NsmPlotItemKind;

typedef struct
{
  double x, y;
} NsmPlotPoint;

typedef struct
{
  NsmPlotItemKind kind;
  NsmPlotInk ink;
  double opacity;
  GArray *points; /* NsmPlotPoint; one for a mark and for words */
  double size;    /* width of a line, diameter of a mark, height of words */
  gboolean dashed;
  gboolean hollow; /* mark */
  NsmPlotShape shape;
  NsmPlotAnchor anchor;
  gboolean bold;
  gboolean turned;  /* of words: they run upwards */
  double max_width; /* of words: longer ones end in an ellipsis; 0: any */
  char *text;       /* of words */
} NsmPlotItem;

struct _NsmPlot
{
  int ref_count;
  NsmPlotKind kind;
  double width, height;
  char *title;
  GString *alternative;
  GPtrArray *items;   /* NsmPlotItem, from back to front */
  GPtrArray *columns; /* char *: label, nick, label, … */
  GPtrArray *cells;   /* char *, row by row */
  GArray *numbers;    /* double, beside cells */
};

#define NSM_PLOT_TITLE 20.0
#define NSM_PLOT_TEXT 14.0
#define NSM_PLOT_SMALL 13.0
#define NSM_PLOT_MARGIN 16.0
#define NSM_PLOT_FAMILIES "Adwaita Sans, Cantarell, Inter, Noto Sans, sans-serif"

/* plot.c: the display list */
NsmPlot *nsm_plot_new (NsmPlotKind kind, double width, double height);
void nsm_plot_set_title (NsmPlot *plot, const char *title);
NsmPlotItem *nsm_plot_add_line (NsmPlot *plot, NsmPlotInk ink, double width, double x1, double y1,
                                double x2, double y2);
NsmPlotItem *nsm_plot_add_lines (NsmPlot *plot, NsmPlotInk ink, double width);
NsmPlotItem *nsm_plot_add_area (NsmPlot *plot, NsmPlotInk ink, double opacity);
NsmPlotItem *nsm_plot_add_rect (NsmPlot *plot, NsmPlotInk ink, double x1, double y1, double x2,
                                double y2);
NsmPlotItem *nsm_plot_add_mark (NsmPlot *plot, NsmPlotInk ink, NsmPlotShape shape, double size,
                                double x, double y);
NsmPlotItem *nsm_plot_add_words (NsmPlot *plot, NsmPlotInk ink, double size, NsmPlotAnchor anchor,
                                 double x, double y, const char *text);
void nsm_plot_item_add_point (NsmPlotItem *item, double x, double y);
void nsm_plot_say (NsmPlot *plot, const char *format, ...) G_GNUC_PRINTF (2, 3);
void nsm_plot_add_column (NsmPlot *plot, const char *label, const char *nick);
void nsm_plot_add_number (NsmPlot *plot, double value, int decimals);
void nsm_plot_add_value (NsmPlot *plot, double value, gboolean share);
void nsm_plot_add_text (NsmPlot *plot, const char *text);

/* plot-text.c */
double nsm_plot_text_guess_width (const char *text, double size, gboolean bold);
gboolean nsm_plot_text_is_rtl (const char *text);
char *nsm_plot_text_shorten (const char *text, double size, gboolean bold, double max_width);
GStrv nsm_plot_text_wrap (const char *text, double size, gboolean bold, double max_width);
GStrv nsm_plot_text_wrap_most (const char *text, double size, gboolean bold, double max_width,
                               guint most);
double nsm_plot_text_guess_longest (const char *text, double size, gboolean bold);

/* plot-cairo.c, plot-palette.c */
guint32 nsm_palette_get_color (NsmPlotPalette palette, NsmPlotInk ink); /* 0xrrggbb */
const char *nsm_ink_get_class (NsmPlotInk ink);

/* plot-scale.c: numbers on an axis */
typedef struct
{
  double from, to;     /* values at the ends */
  double start, end;   /* where they are; end may be the smaller */
  double step;         /* between ticks: 1, 2 or 5 times a power of ten */
  double first;        /* the first tick */
  double unit;         /* 1, 1e3, 1e6, 1e9: ticks say so many of them */
  gboolean share;      /* ticks in percent */
} NsmPlotScale;

NsmPlotScale nsm_plot_scale_new (double low, double high, double start, double end, guint ticks);
NsmPlotScale nsm_plot_scale_new_share (double low, double high, double start, double end,
                                       guint ticks);
NsmPlotScale nsm_plot_scale_new_tight (double low, double high, double start, double end,
                                       guint ticks);
double nsm_plot_scale_place (const NsmPlotScale *scale, double value);
guint nsm_plot_scale_count (const NsmPlotScale *scale);
double nsm_plot_scale_get_tick (const NsmPlotScale *scale, guint i);
char *nsm_plot_scale_dup_tick (const NsmPlotScale *scale, double value);
const char *nsm_plot_scale_get_unit_word (const NsmPlotScale *scale);
char *nsm_plot_dup_number (double value);
char *nsm_plot_dup_count (double value);
char *nsm_plot_dup_share (double share);
char *nsm_plot_dup_value (double value, gboolean share);

/* plot-box.c: boxes with words in them */
typedef struct
{
  double left, top, right, bottom;
} NsmPlotFrame;

#define NSM_PLOT_LEADING 1.26 /* from line to line, by the height of words */

void nsm_plot_add_box (NsmPlot *plot, NsmPlotInk fill, NsmPlotInk edge, double width,
                       NsmPlotFrame box, double radius);
NsmPlotItem *nsm_plot_add_round (NsmPlot *plot, NsmPlotInk ink, double opacity, NsmPlotFrame box,
                                 double radius);
NsmPlotItem *nsm_plot_add_outline (NsmPlot *plot, NsmPlotInk ink, double width, NsmPlotFrame box,
                                   double radius);
double nsm_plot_add_lines_of_words (NsmPlot *plot, NsmPlotInk ink, double size, gboolean bold,
                                    NsmPlotAnchor anchor, double left, double right, double top,
                                    GStrv lines);
gboolean nsm_plot_is_mirrored (void);
void nsm_plot_mirror (NsmPlot *plot);

/* plot-frame.c: what all pictures have */
double nsm_plot_add_head (NsmPlot *plot, const char *title, const char *subtitle);
void nsm_plot_add_foot (NsmPlot *plot, const char *text);
double nsm_plot_guess_tick_width (const NsmPlotScale *scale);
NsmPlotItem *nsm_plot_add_y_axis (NsmPlot *plot, const NsmPlotFrame *frame,
                                  const NsmPlotScale *scale, const char *title);
void nsm_plot_add_x_axis (NsmPlot *plot, const NsmPlotFrame *frame, const NsmPlotScale *scale,
                          const char *title);
void nsm_plot_add_x_title (NsmPlot *plot, const NsmPlotFrame *frame, double y, const char *title);

/* plot-evidence.c: what a result is about, in words */
typedef struct
{
  NsmEvidence *result;
  NsmDataset *dataset;     /* NULL where it isn't in the workshop */
  NsmColumn *x_column;     /* NULL likewise */
  NsmColumn *y_column;
  GPtrArray *groups;       /* NsmEvidence: of the same columns, by group */
  GArray *points;          /* NsmPlotPoint; NULL */
  char *x;                 /* the candidate's name, isolated by its direction */
  char *y;
  char *x_title;           /* the same with its unit */
  char *y_title;
  gboolean share;          /* the outcome is 0 or 1 */
  double width;
} NsmPlotSubject;

void nsm_plot_add_source (NsmPlot *plot, const NsmPlotSubject *subject);
char *nsm_plot_dup_isolated (const char *text);
char *nsm_plot_dup_reading (NsmEvidence *result);
const char *nsm_plot_get_strength (double coefficient);
gboolean nsm_plot_is_meaningful (NsmEvidence *result);
char *nsm_plot_dup_date (const char *date);
char *nsm_plot_dup_periods (NsmWindow window, guint n);

/* One file a kind. NULL where there is nothing to draw. */
NsmPlot *nsm_plot_new_scatter (const NsmPlotSubject *subject);
NsmPlot *nsm_plot_new_tenths (const NsmPlotSubject *subject);
NsmPlot *nsm_plot_new_segments (const NsmPlotSubject *subject);
NsmPlot *nsm_plot_new_thresholds (const NsmPlotSubject *subject);
NsmPlot *nsm_plot_new_lags (const NsmPlotSubject *subject);
NsmPlot *nsm_plot_new_series (const NsmPlotSubject *subject);

/* How often a candidate comes first when the same question is tried otherwise. */
typedef struct
{
  const char *title; /* of somebody else */
  gboolean leads;
  double without; /* of how many people it is first without */
  double people;  /* share of redrawn panels */
  double weights; /* share of weightings */
} NsmPlotChance;

typedef struct
{
  guint n_people;      /* with one there are only weights */
  double firm_people;  /* share from which on it is firm */
  double firm_weights;
  GArray *chances; /* NsmPlotChance */
} NsmPlotChances;

NsmPlot *nsm_plot_new_robustness (const NsmPlotChances *chances, double width);

/* Of figures of the document: of any workshop, as wide as NSM_PLOT_WIDTH or narrower. */
struct _NsmFigure;
NsmPlot *nsm_plot_new_tree (struct _NsmFigure *figure, double width);
NsmPlot *nsm_plot_new_heat_map (struct _NsmFigure *figure, double width);

G_END_DECLS
