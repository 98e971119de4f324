/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/language.h"

#include <string.h>

/**
 * nsm_language_dup:
 *
 * Returns: (transfer full): the tag of the language that texts are shown in, as "en"
 *   or "pt-BR"
 */
char *
nsm_language_dup (void)
{
  const char *const *names = g_get_language_names_with_category ("LC_MESSAGES");

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *tag = g_strdup (names[i]);

      if (strchr (tag, '.') != NULL || strchr (tag, '@') != NULL || strcmp (tag, "C") == 0 ||
          strcmp (tag, "POSIX") == 0)
        continue;
      return g_strdelimit (g_steal_pointer (&tag), "_", '-');
    }
  return g_strdup ("en");
}

/**
 * nsm_language_is_right_to_left:
 * @language: a tag
 */
gboolean
nsm_language_is_right_to_left (const char *language)
{
  static const char *const languages[] = { "ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strncmp (language, languages[i], 2) == 0 && (language[2] == '\0' || language[2] == '-'))
      return TRUE;
  return FALSE;
}
