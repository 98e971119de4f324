/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/scene.h"

struct _NsmScene
{
  GObject parent_instance;

  char *round;
  char *holder;
  char *candidate;
  char *criterion;
};

enum
{
  PROP_0,
  PROP_ROUND,
  PROP_HOLDER,
  PROP_CANDIDATE,
  PROP_CRITERION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (NsmScene, nsm_scene, G_TYPE_OBJECT)

static void
set_text (NsmScene *self, char **member, const char *text, guint prop)
{
  if (g_strcmp0 (*member, text) == 0)
    return;
  g_free (*member);
  *member = g_strdup (text);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
nsm_scene_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  NsmScene *self = NSM_SCENE (object);

  switch (prop_id)
    {
    case PROP_ROUND:
      nsm_scene_set_round (self, g_value_get_string (value));
      break;
    case PROP_HOLDER:
      nsm_scene_set_holder (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nsm_scene_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  NsmScene *self = NSM_SCENE (object);

  switch (prop_id)
    {
    case PROP_ROUND:
      g_value_set_string (value, self->round);
      break;
    case PROP_HOLDER:
      g_value_set_string (value, self->holder);
      break;
    case PROP_CANDIDATE:
      g_value_set_string (value, self->candidate);
      break;
    case PROP_CRITERION:
      g_value_set_string (value, self->criterion);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nsm_scene_finalize (GObject *object)
{
  NsmScene *self = NSM_SCENE (object);

  g_free (self->round);
  g_free (self->holder);
  g_free (self->candidate);
  g_free (self->criterion);

  G_OBJECT_CLASS (nsm_scene_parent_class)->finalize (object);
}

static void
nsm_scene_class_init (NsmSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags changed_only = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->set_property = nsm_scene_set_property;
  object_class->get_property = nsm_scene_get_property;
  object_class->finalize = nsm_scene_finalize;
  props[PROP_ROUND] =
    g_param_spec_string ("round", NULL, NULL, NULL, G_PARAM_READWRITE | changed_only);
  props[PROP_HOLDER] =
    g_param_spec_string ("holder", NULL, NULL, NULL, G_PARAM_READWRITE | changed_only);
  props[PROP_CANDIDATE] =
    g_param_spec_string ("candidate", NULL, NULL, NULL, G_PARAM_READABLE | changed_only);
  props[PROP_CRITERION] =
    g_param_spec_string ("criterion", NULL, NULL, NULL, G_PARAM_READABLE | changed_only);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
nsm_scene_init (NsmScene *self G_GNUC_UNUSED)
{
}

/**
 * nsm_scene_get:
 *
 * Returns: (transfer none): the one scene of @document, which keeps it
 */
NsmScene *
nsm_scene_get (NsmDocument *document)
{
  static const char key[] = "nsm-scene";
  NsmScene *self = g_object_get_data (G_OBJECT (document), key);

  if (self == NULL)
    {
      self = g_object_new (NSM_TYPE_SCENE, NULL);
      g_object_set_data_full (G_OBJECT (document), key, self, g_object_unref);
    }
  return self;
}

const char *
nsm_scene_get_round (NsmScene *self)
{
  return self->round;
}

void
nsm_scene_set_round (NsmScene *self, const char *round)
{
  set_text (self, &self->round, round, PROP_ROUND);
}

const char *
nsm_scene_get_holder (NsmScene *self)
{
  return self->holder;
}

void
nsm_scene_set_holder (NsmScene *self, const char *person)
{
  set_text (self, &self->holder, person, PROP_HOLDER);
}

const char *
nsm_scene_get_candidate (NsmScene *self)
{
  return self->candidate;
}

const char *
nsm_scene_get_criterion (NsmScene *self)
{
  return self->criterion;
}

/**
 * nsm_scene_set_cell:
 * @candidate: (nullable): NULL when no disagreement is talked about
 * @criterion: (nullable): the same
 */
void
nsm_scene_set_cell (NsmScene *self, const char *candidate, const char *criterion)
{
  g_object_freeze_notify (G_OBJECT (self));
  set_text (self, &self->candidate, candidate, PROP_CANDIDATE);
  set_text (self, &self->criterion, criterion, PROP_CRITERION);
  g_object_thaw_notify (G_OBJECT (self));
}
