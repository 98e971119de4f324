/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "kit/step-page.h"

#include "kit/show-field.h"
#include "kit/step-scaffold.h"
#include "method/step.h"

typedef struct
{
  NsmStep step;
  NsmDocument *document;
  NsmWorkshop *workshop;
  GPtrArray *findings;
  GtkWidget *content; /* in the scaffold */
  GtkWidget *cover;   /* in the stack, or NULL */
  GtkWidget *actions_end;
  int max_width;
  gboolean bare;
  gboolean immersive;
  gboolean go_on;

  GtkWidget *stack; /* the scaffold, and what covers it for a while */
  NsmStepScaffold *scaffold;
  guint refresh_id;
  gboolean stale;
} NsmStepPagePrivate;

enum
{
  PROP_0,
  PROP_STEP,
  PROP_DOCUMENT,
  PROP_CONTENT,
  PROP_ACTIONS_END,
  PROP_MAX_WIDTH,
  PROP_BARE,
  PROP_IMMERSIVE,
  PROP_GO_ON,
  PROP_FINDINGS,
  N_PROPS
};

enum
{
  SIGNAL_TOAST,
  SIGNAL_GO_TO,
  SIGNAL_FOLLOW,
  SIGNAL_GO_TO_FIELD,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NsmStepPage, nsm_step_page, ADW_TYPE_BIN)

#define PRIV(self) ((NsmStepPagePrivate *) nsm_step_page_get_instance_private (self))

/* The scaffold */

static void
update_heading (NsmStepPage *self)
{
  NsmStepPagePrivate *priv = PRIV (self);
  NsmMode mode = priv->workshop != NULL ? priv->workshop->mode : NSM_MODE_FACILITATED;

  nsm_step_scaffold_set_step (priv->scaffold, priv->step, mode);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  nsm_step_get_title (priv->step), -1);
}

static void
on_onward (NsmStepPage *self)
{
  nsm_step_page_go_to (self, PRIV (self)->step + 1);
}

/* Keeping up with the workshop */

static gboolean
refresh_now (gpointer data)
{
  NsmStepPage *self = data;
  NsmStepPagePrivate *priv = PRIV (self);
  NsmStepPageClass *klass = NSM_STEP_PAGE_GET_CLASS (self);

  priv->refresh_id = 0;
  priv->stale = FALSE;
  update_heading (self);
  if (klass->refresh != NULL && priv->workshop != NULL)
    klass->refresh (self);
  return G_SOURCE_REMOVE;
}

static void
nsm_step_page_map (GtkWidget *widget)
{
  NsmStepPage *self = NSM_STEP_PAGE (widget);
  NsmStepPagePrivate *priv = PRIV (self);

  /* Before the first picture of it, so that nobody sees an old state. */
  if (priv->stale)
    {
      g_clear_handle_id (&priv->refresh_id, g_source_remove);
      refresh_now (self);
    }
  GTK_WIDGET_CLASS (nsm_step_page_parent_class)->map (widget);
}

static void
set_document (NsmStepPage *self, NsmDocument *document)
{
  NsmStepPagePrivate *priv = PRIV (self);
  NsmStepPageClass *klass = NSM_STEP_PAGE_GET_CLASS (self);

  if (document == NULL)
    return;
  g_return_if_fail (priv->document == NULL);

  priv->document = g_object_ref (document);
  g_object_get (document, "workshop", &priv->workshop, NULL);
  g_signal_connect_object (priv->workshop, "changed", G_CALLBACK (nsm_step_page_queue_refresh),
                           self, G_CONNECT_SWAPPED);
  if (klass->bind != NULL)
    klass->bind (self, priv->workshop);
  nsm_step_page_queue_refresh (self);
}

static gboolean
nsm_step_page_real_show_field (NsmStepPage *self, NsmRecord *record, const char *field)
{
  return nsm_widget_show_field (GTK_WIDGET (self), record, field);
}

/* GObject */

static void
nsm_step_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NsmStepPagePrivate *priv = PRIV (NSM_STEP_PAGE (object));

  switch (id)
    {
    case PROP_STEP:
      g_value_set_enum (value, (int) priv->step);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, priv->document);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, priv->content);
      break;
    case PROP_ACTIONS_END:
      g_value_set_object (value, priv->actions_end);
      break;
    case PROP_MAX_WIDTH:
      g_value_set_int (value, priv->max_width);
      break;
    case PROP_BARE:
      g_value_set_boolean (value, priv->bare || priv->cover != NULL);
      break;
    case PROP_IMMERSIVE:
      g_value_set_boolean (value, priv->immersive);
      break;
    case PROP_GO_ON:
      g_value_set_boolean (value, priv->go_on);
      break;
    case PROP_FINDINGS:
      g_value_set_boxed (value, priv->findings);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_step_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  NsmStepPage *self = NSM_STEP_PAGE (object);
  NsmStepPagePrivate *priv = PRIV (self);

  switch (id)
    {
    case PROP_STEP:
      priv->step = (NsmStep) g_value_get_enum (value);
      update_heading (self);
      break;
    case PROP_DOCUMENT:
      set_document (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      nsm_step_page_set_content (self, g_value_get_object (value));
      break;
    case PROP_ACTIONS_END:
      nsm_step_page_set_actions_end (self, g_value_get_object (value));
      break;
    case PROP_MAX_WIDTH:
      nsm_step_page_set_max_width (self, g_value_get_int (value));
      break;
    case PROP_BARE:
      nsm_step_page_set_bare (self, g_value_get_boolean (value));
      break;
    case PROP_IMMERSIVE:
      nsm_step_page_set_immersive (self, g_value_get_boolean (value));
      break;
    case PROP_GO_ON:
      priv->go_on = g_value_get_boolean (value);
      nsm_step_scaffold_set_go_on (priv->scaffold, priv->go_on);
      break;
    case PROP_FINDINGS:
      nsm_step_page_set_findings (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_step_page_dispose (GObject *object)
{
  NsmStepPagePrivate *priv = PRIV (NSM_STEP_PAGE (object));

  g_clear_handle_id (&priv->refresh_id, g_source_remove);
  adw_bin_set_child (ADW_BIN (object), NULL);
  priv->stack = NULL;
  priv->scaffold = NULL;
  priv->cover = NULL;
  priv->content = NULL;
  g_clear_pointer (&priv->findings, g_ptr_array_unref);
  g_clear_object (&priv->workshop);
  g_clear_object (&priv->document);
  G_OBJECT_CLASS (nsm_step_page_parent_class)->dispose (object);
}

static void
nsm_step_page_class_init (NsmStepPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = nsm_step_page_get_property;
  object_class->set_property = nsm_step_page_set_property;
  object_class->dispose = nsm_step_page_dispose;
  widget_class->map = nsm_step_page_map;
  klass->show_field = nsm_step_page_real_show_field;

  props[PROP_STEP] = g_param_spec_enum ("step", NULL, NULL, NSM_TYPE_STEP, NSM_STEP_SET_UP, flags);
  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, G_TYPE_OBJECT, flags);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_ACTIONS_END] = g_param_spec_object ("actions-end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_MAX_WIDTH] = g_param_spec_int ("max-width", NULL, NULL, 1, G_MAXINT, 696, flags);
  props[PROP_BARE] = g_param_spec_boolean ("bare", NULL, NULL, FALSE, flags);
  props[PROP_IMMERSIVE] = g_param_spec_boolean ("immersive", NULL, NULL, FALSE, flags);
  props[PROP_GO_ON] = g_param_spec_boolean ("go-on", NULL, NULL, TRUE, flags);
  props[PROP_FINDINGS] = g_param_spec_boxed ("findings", NULL, NULL, G_TYPE_PTR_ARRAY, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * NsmStepPage::toast: (text, undo): the page asks the window to say something
   */
  signals[SIGNAL_TOAST] = g_signal_new ("toast", NSM_TYPE_STEP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * NsmStepPage::go-to: (step): the page asks the window to show another step;
   *   NSM_N_STEPS is the document
   */
  signals[SIGNAL_GO_TO] = g_signal_new ("go-to", NSM_TYPE_STEP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /**
   * NsmStepPage::follow: (finding): the page asks the window to go to what the
   *   finding is about
   */
  signals[SIGNAL_FOLLOW] = g_signal_new ("follow", NSM_TYPE_STEP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, NSM_TYPE_FINDING);
  /**
   * NsmStepPage::go-to-field: (step, record, field): the page asks the window to go to
   *   where something is written
   */
  signals[SIGNAL_GO_TO_FIELD] =
    g_signal_new ("go-to-field", NSM_TYPE_STEP_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 3, G_TYPE_UINT, NSM_TYPE_RECORD, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "steppage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nsm_step_page_init (NsmStepPage *self)
{
  NsmStepPagePrivate *priv = PRIV (self);

  priv->max_width = 696;
  priv->go_on = TRUE;
  priv->stale = TRUE;
  priv->findings = g_ptr_array_new_with_free_func (g_object_unref);
  priv->scaffold = NSM_STEP_SCAFFOLD (nsm_step_scaffold_new ());
  nsm_step_scaffold_set_max_width (priv->scaffold, priv->max_width);
  g_signal_connect_object (priv->scaffold, "onward", G_CALLBACK (on_onward), self,
                           G_CONNECT_SWAPPED);
  /* A cover has a shape of its own, and so has the page without it. */
  priv->stack = g_object_new (GTK_TYPE_STACK, "hhomogeneous", FALSE, "vhomogeneous", FALSE, NULL);
  gtk_stack_add_child (GTK_STACK (priv->stack), GTK_WIDGET (priv->scaffold));
  adw_bin_set_child (ADW_BIN (self), priv->stack);
  update_heading (self);
}

NsmStep
nsm_step_page_get_step (NsmStepPage *self)
{
  return PRIV (self)->step;
}

/**
 * nsm_step_page_get_document:
 *
 * Returns: (transfer none) (nullable): the document, from `bind` on
 */
NsmDocument *
nsm_step_page_get_document (NsmStepPage *self)
{
  return PRIV (self)->document;
}

/**
 * nsm_step_page_get_workshop:
 *
 * Returns: (transfer none) (nullable): the workshop, from `bind` on
 */
NsmWorkshop *
nsm_step_page_get_workshop (NsmStepPage *self)
{
  return PRIV (self)->workshop;
}

GtkWidget *
nsm_step_page_get_content (NsmStepPage *self)
{
  return PRIV (self)->content;
}

void
nsm_step_page_set_content (NsmStepPage *self, GtkWidget *content)
{
  NsmStepPagePrivate *priv = PRIV (self);

  if (priv->content == content)
    return;
  priv->content = content;
  nsm_step_scaffold_set_content (priv->scaffold, content);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONTENT]);
}

/**
 * nsm_step_page_get_cover:
 *
 * Returns: (transfer none) (nullable): what stands in the page's place for now
 */
GtkWidget *
nsm_step_page_get_cover (NsmStepPage *self)
{
  return PRIV (self)->cover;
}

/**
 * nsm_step_page_set_cover:
 * @cover: (nullable): stands in the place of the whole page, heading and all; NULL
 *   brings the page back as it was
 *
 * What is covered isn't shown, but stays in its place.
 */
void
nsm_step_page_set_cover (NsmStepPage *self, GtkWidget *cover)
{
  NsmStepPagePrivate *priv = PRIV (self);
  GtkWidget *before = priv->cover;

  if (before == cover)
    return;
  priv->cover = cover;
  if (cover != NULL)
    gtk_stack_add_child (GTK_STACK (priv->stack), cover);
  gtk_stack_set_visible_child (GTK_STACK (priv->stack),
                               cover != NULL ? cover : GTK_WIDGET (priv->scaffold));
  if (before != NULL)
    gtk_stack_remove (GTK_STACK (priv->stack), before);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BARE]);
}

/**
 * nsm_step_page_set_actions_end:
 * @widget: (nullable): stands at the end of the heading's line
 */
void
nsm_step_page_set_actions_end (NsmStepPage *self, GtkWidget *widget)
{
  NsmStepPagePrivate *priv = PRIV (self);

  if (priv->actions_end == widget)
    return;
  priv->actions_end = widget;
  nsm_step_scaffold_set_actions_end (priv->scaffold, widget);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ACTIONS_END]);
}

void
nsm_step_page_set_max_width (NsmStepPage *self, int width)
{
  NsmStepPagePrivate *priv = PRIV (self);

  if (priv->max_width == width)
    return;
  priv->max_width = width;
  nsm_step_scaffold_set_max_width (priv->scaffold, width);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_WIDTH]);
}

/**
 * nsm_step_page_get_bare:
 *
 * Returns: whether the page has nothing around its content, or is covered
 */
gboolean
nsm_step_page_get_bare (NsmStepPage *self)
{
  return PRIV (self)->bare || PRIV (self)->cover != NULL;
}

void
nsm_step_page_set_bare (NsmStepPage *self, gboolean bare)
{
  NsmStepPagePrivate *priv = PRIV (self);

  if (priv->bare == bare)
    return;
  priv->bare = bare;
  nsm_step_scaffold_set_bare (priv->scaffold, bare);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BARE]);
}

gboolean
nsm_step_page_get_immersive (NsmStepPage *self)
{
  return PRIV (self)->immersive;
}

void
nsm_step_page_set_immersive (NsmStepPage *self, gboolean immersive)
{
  NsmStepPagePrivate *priv = PRIV (self);

  if (priv->immersive == immersive)
    return;
  priv->immersive = immersive;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IMMERSIVE]);
}

/**
 * nsm_step_page_get_findings:
 *
 * Returns: (transfer none) (element-type NsmFinding): everything there is to say
 *   about the workshop, of all steps; kept up to date by the window
 */
GPtrArray *
nsm_step_page_get_findings (NsmStepPage *self)
{
  return PRIV (self)->findings;
}

void
nsm_step_page_set_findings (NsmStepPage *self, GPtrArray *findings)
{
  NsmStepPagePrivate *priv = PRIV (self);

  g_return_if_fail (findings != NULL);

  if (priv->findings == findings)
    return;
  g_ptr_array_unref (priv->findings);
  priv->findings = g_ptr_array_ref (findings);
  nsm_step_page_queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FINDINGS]);
}

/**
 * nsm_step_page_queue_refresh:
 *
 * Has `refresh` called once, before the next picture; a page that isn't shown
 * waits until it is.
 */
void
nsm_step_page_queue_refresh (NsmStepPage *self)
{
  NsmStepPagePrivate *priv = PRIV (self);

  priv->stale = TRUE;
  if (priv->refresh_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_now, self, NULL);
}

gboolean
nsm_step_page_show_field (NsmStepPage *self, NsmRecord *record, const char *field)
{
  NsmStepPagePrivate *priv = PRIV (self);

  if (record == NULL)
    record = NSM_RECORD (priv->workshop);
  return NSM_STEP_PAGE_GET_CLASS (self)->show_field (self, record, field);
}

void
nsm_step_page_toast (NsmStepPage *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, text, FALSE);
}

/**
 * nsm_step_page_toast_undo:
 *
 * As nsm_step_page_toast, with a button that takes the last change back.
 */
void
nsm_step_page_toast_undo (NsmStepPage *self, const char *text)
{
  g_signal_emit (self, signals[SIGNAL_TOAST], 0, text, TRUE);
}

static gboolean
take_focus (gpointer user_data)
{
  GtkWidget *page = user_data;
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean within = focus != NULL && gtk_widget_get_mapped (focus) &&
                    gtk_widget_is_ancestor (focus, page);

  if (gtk_widget_get_mapped (page) && !within)
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/**
 * nsm_step_page_focus_soon:
 *
 * Moves the focus into the page, unless it is there by then. Not at once: what can
 * have it is there only when the page was refreshed and seen.
 */
void
nsm_step_page_focus_soon (NsmStepPage *self)
{
  g_idle_add_full (G_PRIORITY_LOW, take_focus, g_object_ref (self), g_object_unref);
}

/**
 * nsm_step_page_go_to:
 * @step: another step, or NSM_N_STEPS for the document
 */
void
nsm_step_page_go_to (NsmStepPage *self, NsmStep step)
{
  g_signal_emit (self, signals[SIGNAL_GO_TO], 0, (guint) step);
}

/**
 * nsm_step_page_follow:
 *
 * Goes to what @finding is about, on whatever page that is.
 */
void
nsm_step_page_follow (NsmStepPage *self, NsmFinding *finding)
{
  g_signal_emit (self, signals[SIGNAL_FOLLOW], 0, finding);
}

/**
 * nsm_step_page_go_to_field:
 * @step: the step on whose page it is written
 * @record: the record that says it
 * @field: (nullable): its member, or NULL for the record as a whole
 *
 * Goes to where something is written, on whatever page that is.
 */
void
nsm_step_page_go_to_field (NsmStepPage *self, NsmStep step, NsmRecord *record, const char *field)
{
  g_signal_emit (self, signals[SIGNAL_GO_TO_FIELD], 0, (guint) step, record, field);
}
