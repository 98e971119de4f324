/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/timer.h"

#include <glib/gi18n-lib.h>

#include "method/step.h"

struct _NsmTimer
{
  GObject parent_instance;

  NsmStep step;
  gint64 spent[NSM_N_STEPS]; /* microseconds, without the running stretch */
  int minutes;
  int left;       /* as last told */
  gint64 started; /* monotonic; 0 while it stands */
  guint tick_id;
};

enum
{
  PROP_0,
  PROP_LEFT,
  PROP_MINUTES,
  PROP_RUNNING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];
static guint warning;

G_DEFINE_FINAL_TYPE (NsmTimer, nsm_timer, G_TYPE_OBJECT)

static int
count_left (NsmTimer *self)
{
  gint64 spent = self->spent[self->step];

  if (self->started != 0)
    spent += g_get_monotonic_time () - self->started;
  return self->minutes * 60 - (int) (spent / G_USEC_PER_SEC);
}

static void
tell_left (NsmTimer *self)
{
  int left = count_left (self);

  if (self->left == left)
    return;
  self->left = left;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEFT]);
}

static gboolean
on_second (gpointer data)
{
  NsmTimer *self = data;
  int before = self->left;

  tell_left (self);
  /* A second may be left out when the program is busy. */
  if ((before > NSM_TIMER_LAST && self->left <= NSM_TIMER_LAST && self->left > 0) ||
      (before > 0 && self->left <= 0))
    g_signal_emit (self, warning, 0, self->left);
  return G_SOURCE_CONTINUE;
}

static void
stop (NsmTimer *self)
{
  if (self->started == 0)
    return;
  self->spent[self->step] += g_get_monotonic_time () - self->started;
  self->started = 0;
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
}

static void
nsm_timer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  NsmTimer *self = NSM_TIMER (object);

  switch (id)
    {
    case PROP_LEFT:
      g_value_set_int (value, self->left);
      break;
    case PROP_MINUTES:
      g_value_set_int (value, self->minutes);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->started != 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
nsm_timer_dispose (GObject *object)
{
  g_clear_handle_id (&NSM_TIMER (object)->tick_id, g_source_remove);
  G_OBJECT_CLASS (nsm_timer_parent_class)->dispose (object);
}

static void
nsm_timer_class_init (NsmTimerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = nsm_timer_get_property;
  object_class->dispose = nsm_timer_dispose;

  props[PROP_LEFT] = g_param_spec_int ("left", NULL, NULL, G_MININT, G_MAXINT, 0, flags);
  props[PROP_MINUTES] = g_param_spec_int ("minutes", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  warning = g_signal_new ("warning", NSM_TYPE_TIMER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                          G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
nsm_timer_init (NsmTimer *self G_GNUC_UNUSED)
{
}

NsmTimer *
nsm_timer_new (void)
{
  return g_object_new (NSM_TYPE_TIMER, NULL);
}

/**
 * nsm_timer_set_place:
 *
 * Shows the time of @step, as the agenda of @workshop gives it. A timer that
 * runs stops when the step changes.
 */
void
nsm_timer_set_place (NsmTimer *self, NsmWorkshop *workshop, NsmStep step)
{
  int minutes = (int) nsm_step_get_minutes (step);

  if (self->step != step)
    stop (self);
  self->step = step;
  NSM_LIST_EACH (NsmAgendaItem, item, workshop->agenda)
    {
      if (item->step == step && item->minutes >= 0)
        minutes = (int) item->minutes;
    }
  if (self->minutes != minutes)
    {
      self->minutes = minutes;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MINUTES]);
    }
  tell_left (self);
}

void
nsm_timer_toggle (NsmTimer *self)
{
  if (self->started != 0)
    stop (self);
  else
    {
      self->started = g_get_monotonic_time ();
      self->tick_id = g_timeout_add_seconds (1, on_second, self);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
    }
  tell_left (self);
}

/**
 * nsm_timer_reset:
 *
 * Gives the step all its minutes back.
 */
void
nsm_timer_reset (NsmTimer *self)
{
  stop (self);
  self->spent[self->step] = 0;
  tell_left (self);
}

int
nsm_timer_get_left (NsmTimer *self)
{
  return self->left;
}

int
nsm_timer_get_minutes (NsmTimer *self)
{
  return self->minutes;
}

gboolean
nsm_timer_is_running (NsmTimer *self)
{
  return self->started != 0;
}

/**
 * nsm_timer_dup_clock:
 *
 * Returns: (transfer full): what is left as a clock shows it, "12:04"
 */
char *
nsm_timer_dup_clock (NsmTimer *self)
{
  int size = ABS (self->left);

  /* Translators: minutes and seconds left; the first is a minus sign or nothing */
  return g_strdup_printf (_("%s%d:%02d"), self->left < 0 ? "−" : "", size / 60, size % 60);
}

/**
 * nsm_timer_dup_warning:
 *
 * Returns: (transfer full) (nullable): what is to be said about the end of the
 *   time, or NULL while there is more than a minute
 */
char *
nsm_timer_dup_warning (NsmTimer *self)
{
  if (self->left > NSM_TIMER_LAST)
    return NULL;
  return g_strdup (self->left > 0 ? _("The last minute") : _("Time is up"));
}
