/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document/pages-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "document/pages-column.h"
#include "kit/names.h"
#include "record/language.h"

struct _NsmPagesView
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  NsmPagesColumn *column;
  GtkEventController *keys; /* (weak) of the window, while it is seen */

  NsmReport *waiting; /* to be laid out */
  guint layout_id;
  NsmReport *report; /* of `paper` */
  NsmPaper *paper;
  gboolean editable;
  double zoom; /* 0: as wide as there is room */

  guint page; /* that is looked at, and how far down it, in its height */
  double within;
  gboolean holding; /* while sheets change their sizes */
  guint notify_id;
};

enum
{
  PROP_0,
  PROP_PAGE,
  PROP_N_PAGES,
  PROP_ZOOM,
  N_PROPS
};

enum
{
  SIGNAL_EDIT,
  N_SIGNALS
};

static const double zooms[] = { 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3 };
static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmPagesView, nsm_pages_view, GTK_TYPE_WIDGET)

/* Where one is */

static GtkAdjustment *
get_adjustment (NsmPagesView *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static gboolean
notify_now (gpointer data)
{
  NsmPagesView *self = data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAGE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_PAGES]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
  return G_SOURCE_REMOVE;
}

/* Not while sizes are being given out: who hears of it may want another one. */
static void
notify_soon (NsmPagesView *self)
{
  if (self->notify_id == 0)
    self->notify_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_now, self, NULL);
}

static void
note_place (NsmPagesView *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double value = gtk_adjustment_get_value (adjustment);
  double height = gtk_adjustment_get_page_size (adjustment);
  double step = nsm_pages_column_get_top (self->column, 1);
  guint page;

  nsm_pages_column_set_seen (self->column, value, height);
  if (self->holding || step <= 0)
    return;
  /* The page that one reads is the one in the upper third. */
  page = nsm_pages_column_get_page_at (self->column, value + height / 3);
  self->within = (value - nsm_pages_column_get_top (self->column, page)) / step;
  if (page == self->page)
    return;
  self->page = page;
  notify_soon (self);
}

static void
on_resized (NsmPagesView *self, gboolean other_width)
{
  double step = nsm_pages_column_get_top (self->column, 1);

  if (other_width || self->holding)
    gtk_adjustment_set_value (get_adjustment (self), (self->page + self->within) * step);
  self->holding = FALSE;
  note_place (self);
  if (other_width)
    notify_soon (self);
}

/* Laying out */

static gboolean
lay_out (gpointer data)
{
  NsmPagesView *self = data;
  /* Words such as the numbers of pages are in the document's language, too. */
  g_autoptr (NsmLanguageScope) scope = nsm_language_enter (self->waiting->language);
  NsmPaper *paper;
  double width, height;

  self->layout_id = 0;
  nsm_paper_size_get_points (self->waiting->paper, &width, &height);
  paper = nsm_paper_new (self->waiting, width, height);
  self->holding = TRUE;
  nsm_pages_column_set_paper (self->column, paper, self->editable);
  g_clear_pointer (&self->paper, nsm_paper_free);
  g_clear_pointer (&self->report, nsm_report_free);
  self->paper = paper;
  self->report = g_steal_pointer (&self->waiting);
  self->page = MIN (self->page, nsm_paper_get_n_pages (paper) - 1);
  notify_soon (self);
  return G_SOURCE_REMOVE;
}

/* Keys */

static gboolean
zoom_by_key (GtkWidget *widget G_GNUC_UNUSED, GVariant *args, gpointer data)
{
  nsm_pages_view_step_zoom (data, g_variant_get_int32 (args));
  return TRUE;
}

static gboolean
go_by_key (GtkWidget *widget, GVariant *args, gpointer data G_GNUC_UNUSED)
{
  NsmPagesView *self = NSM_PAGES_VIEW (widget);

  nsm_pages_view_show_page (self, g_variant_get_int32 (args) > 0 ? G_MAXUINT : 0);
  return TRUE;
}

/* In the window's capture phase, or it would make its text larger. */
static void
nsm_pages_view_map (GtkWidget *widget)
{
  static const struct { const char *trigger; int step; } keys[] = {
    { "<Control>plus|<Control>equal|<Control>KP_Add", 1 },
    { "<Control>minus|<Control>KP_Subtract", -1 },
    { "<Control>0|<Control>KP_0", 0 },
  };
  NsmPagesView *self = NSM_PAGES_VIEW (widget);
  GtkEventController *controller = gtk_shortcut_controller_new ();

  GTK_WIDGET_CLASS (nsm_pages_view_parent_class)->map (widget);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut =
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                          gtk_callback_action_new (zoom_by_key, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (keys[i].step));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (widget)), controller);
  g_set_weak_pointer (&self->keys, controller);
}

static void
nsm_pages_view_unmap (GtkWidget *widget)
{
  NsmPagesView *self = NSM_PAGES_VIEW (widget);
  GtkEventController *keys = self->keys;

  g_clear_weak_pointer (&self->keys);
  if (keys != NULL && gtk_event_controller_get_widget (keys) != NULL)
    gtk_widget_remove_controller (gtk_event_controller_get_widget (keys), keys);
  GTK_WIDGET_CLASS (nsm_pages_view_parent_class)->unmap (widget);
}

static gboolean
on_scrolled (NsmPagesView *self, double dx G_GNUC_UNUSED, double dy, GtkEventController *scroll)
{
  if ((gtk_event_controller_get_current_event_state (scroll) & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  nsm_pages_view_step_zoom (self, dy < 0 ? 1 : -1);
  return TRUE;
}

/* GObject */

static void
on_edit (NsmPagesView *self, guint step, const char *record, const char *field)
{
  g_signal_emit (self, signals[SIGNAL_EDIT], 0, step, record, field);
}

static void
nsm_pages_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NsmPagesView *self = NSM_PAGES_VIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, nsm_pages_view_get_n_pages (self));
      break;
    case PROP_ZOOM:
      g_value_set_double (value, nsm_pages_view_get_zoom (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_pages_view_dispose (GObject *object)
{
  NsmPagesView *self = NSM_PAGES_VIEW (object);

  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_handle_id (&self->notify_id, g_source_remove);
  g_clear_weak_pointer (&self->keys);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  self->column = NULL;
  g_clear_pointer (&self->paper, nsm_paper_free);
  g_clear_pointer (&self->report, nsm_report_free);
  g_clear_pointer (&self->waiting, nsm_report_free);
  G_OBJECT_CLASS (nsm_pages_view_parent_class)->dispose (object);
}

static void
nsm_pages_view_class_init (NsmPagesViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = nsm_pages_view_get_property;
  object_class->dispose = nsm_pages_view_dispose;
  widget_class->map = nsm_pages_view_map;
  widget_class->unmap = nsm_pages_view_unmap;

  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 10, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  /**
   * NsmPagesView::edit: (step, record, field): a part was clicked that is written there
   */
  signals[SIGNAL_EDIT] = g_signal_new ("edit", NSM_TYPE_PAGES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_STRING,
                                       G_TYPE_STRING);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_by_key, "i", 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_by_key, "i", 1);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pagesview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_pages_view_init (NsmPagesView *self)
{
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                     GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  self->editable = TRUE;
  self->column = NSM_PAGES_COLUMN (nsm_pages_column_new ());
  nsm_widget_set_name_for_readers (GTK_WIDGET (self->column), _("Pages of the document"));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->column));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_object (self->column, "resized", G_CALLBACK (on_resized), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->column, "edit", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->column, "link", G_CALLBACK (nsm_pages_view_show), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (note_place), self,
                           G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

/**
 * nsm_pages_view_set_report:
 * @report: (transfer full): what to show; laid out as soon as there is nothing better to do
 */
void
nsm_pages_view_set_report (NsmPagesView *self, NsmReport *report)
{
  g_clear_pointer (&self->waiting, nsm_report_free);
  self->waiting = report;
  if (self->layout_id == 0)
    self->layout_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, lay_out, self, NULL);
}

/**
 * nsm_pages_view_set_editable:
 * @editable: whether parts of the next report lead to where they are written
 */
void
nsm_pages_view_set_editable (NsmPagesView *self, gboolean editable)
{
  self->editable = editable;
}

guint
nsm_pages_view_get_n_pages (NsmPagesView *self)
{
  return self->paper != NULL ? nsm_paper_get_n_pages (self->paper) : 0;
}

/**
 * nsm_pages_view_get_page:
 *
 * Returns: which page is looked at, from 0 on
 */
guint
nsm_pages_view_get_page (NsmPagesView *self)
{
  return self->page;
}

/**
 * nsm_pages_view_show_page:
 * @page: from 0 on; one that there isn't is the last
 */
void
nsm_pages_view_show_page (NsmPagesView *self, guint page)
{
  guint n = nsm_pages_view_get_n_pages (self);

  if (n > 0)
    gtk_adjustment_set_value (get_adjustment (self),
                              nsm_pages_column_get_top (self->column, MIN (page, n - 1)));
}

/**
 * nsm_pages_view_get_zoom:
 *
 * Returns: how large pages are, 1 being the size they have on paper
 */
double
nsm_pages_view_get_zoom (NsmPagesView *self)
{
  return self->column != NULL ? nsm_pages_column_get_scale (self->column) : 1;
}

/* @zoom: 1: the size they have on paper; 0: as wide as there is room */
static void
set_zoom (NsmPagesView *self, double zoom)
{
  self->zoom = zoom;
  self->holding = TRUE;
  nsm_pages_column_set_zoom (self->column, zoom);
}

/**
 * nsm_pages_view_step_zoom:
 * @step: 1: larger, -1: smaller, 0: as wide as there is room
 */
void
nsm_pages_view_step_zoom (NsmPagesView *self, int step)
{
  double now = nsm_pages_view_get_zoom (self);
  double next = step == 0 ? 0 : now;

  for (guint i = 0; i < G_N_ELEMENTS (zooms) && step > 0 && next <= now + .01; i++)
    next = zooms[i];
  for (guint i = G_N_ELEMENTS (zooms); i > 0 && step < 0 && next >= now - .01; i--)
    next = zooms[i - 1];
  if ((step > 0 && next > now) || (step < 0 && next < now) || step == 0)
    set_zoom (self, next);
}

/**
 * nsm_pages_view_show:
 * @id: of a part
 *
 * Scrolls to it.
 *
 * Returns: whether there is one
 */
gboolean
nsm_pages_view_show (NsmPagesView *self, const char *id)
{
  const NsmPaperPlace *place = self->paper != NULL ? nsm_paper_find_node (self->paper, id) : NULL;
  double step;

  if (place == NULL)
    return FALSE;
  step = nsm_pages_column_get_top (self->column, 1);
  gtk_adjustment_set_value (get_adjustment (self),
                            (place->page + place->y / nsm_paper_get_height (self->paper)) * step -
                              24);
  return TRUE;
}
