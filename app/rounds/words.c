/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/private.h"

/* Short English words that are hard to confuse when read aloud, one for each
 * value of a byte. They stand in files and on paper: never change or translate. */
static const char words[256][8] = {
  "acid", "acorn", "actor", "amber", "anchor", "apple", "april", "arch",
  "arrow", "atlas", "autumn", "bacon", "badge", "baker", "bamboo", "banjo",
  "barn", "basil", "beach", "beaver", "bell", "berry", "bird", "bison",
  "blue", "boat", "bone", "book", "bottle", "bread", "brick", "bridge",
  "broom", "bucket", "butter", "cabin", "cactus", "camel", "candle", "canoe",
  "canyon", "carpet", "carrot", "castle", "cedar", "chair", "chalk", "cheese",
  "cherry", "chess", "circus", "clay", "cliff", "clock", "cloud", "clover",
  "coast", "cobra", "cocoa", "coffee", "comet", "copper", "coral", "cotton",
  "cousin", "crab", "crane", "crayon", "cricket", "crown", "cube", "curry",
  "donkey", "dragon", "drum", "dune", "eagle", "echo", "elbow", "elk",
  "ember", "engine", "fabric", "falcon", "feather", "fern", "fiddle", "field",
  "finger", "flag", "flint", "flute", "fog", "forest", "fossil", "fox",
  "fridge", "frog", "galaxy", "garden", "garlic", "gazelle", "ginger", "glacier",
  "globe", "glove", "goat", "gold", "grape", "gravel", "green", "guitar",
  "hammer", "harbor", "harp", "hazel", "helmet", "heron", "hill", "hockey",
  "honey", "hotel", "husky", "igloo", "ink", "iris", "iron", "island",
  "ivory", "jacket", "jaguar", "jam", "jasmine", "jelly", "jungle", "kayak",
  "kettle", "kiwi", "kitten", "koala", "ladder", "lagoon", "lamp", "lava",
  "lemon", "library", "lily", "linen", "lion", "lizard", "lobster", "lotus",
  "lunch", "magnet", "mango", "maple", "marble", "meadow", "melon", "meteor",
  "mill", "mint", "mirror", "monkey", "moon", "mosaic", "moss", "motor",
  "museum", "nectar", "needle", "nest", "noodle", "north", "nutmeg", "oak",
  "oasis", "ocean", "olive", "onion", "opera", "orange", "orchid", "otter",
  "owl", "oyster", "paddle", "palace", "panda", "paper", "parrot", "peach",
  "pearl", "pebble", "pencil", "pepper", "piano", "pigeon", "pillow", "pine",
  "planet", "plum", "pocket", "polar", "pony", "poppy", "potato", "prism",
  "pumpkin", "puzzle", "quartz", "quilt", "rabbit", "radio", "raft", "rain",
  "raven", "ribbon", "rice", "river", "robin", "rocket", "rope", "ruby",
  "saddle", "sailor", "salmon", "sand", "satin", "school", "shadow", "shell",
  "silver", "spider", "spoon", "spring", "stone", "sugar", "summer", "swan",
  "table", "tiger", "tomato", "tower", "train", "tulip", "turtle", "velvet",
  "violin", "walnut", "whale", "willow", "window", "winter", "yellow", "zebra",
};

/**
 * nsm_words_dup:
 *
 * Returns: (transfer full): one word for each of the @n bytes, with spaces between
 */
char *
nsm_words_dup (const guint8 *bytes, gsize n)
{
  GString *out = g_string_new (NULL);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "", words[bytes[i]]);
  return g_string_free (out, FALSE);
}
