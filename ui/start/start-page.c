/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start/start-page.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kit/star.h"
#include "method/step.h"
#include "method/versions.h"
#include "shell/examples.h"
#include "store/codec.h"
#include "store/drafts.h"

#define N_RECENT 6
#define PEEK_MAX (4 * 1024 * 1024) /* bytes; a larger file is listed by its name alone */

struct _NsmStartPage
{
  AdwBin parent_instance;

  GtkWidget *cards;
  GtkWidget *workshop_card;
  AdwExpanderRow *examples;
  AdwPreferencesGroup *drafts;
  AdwPreferencesGroup *recent;
};

G_DEFINE_FINAL_TYPE (NsmStartPage, nsm_start_page, ADW_TYPE_BIN)

static GtkWidget *
new_row (const char *title, const char *subtitle, const char *action, const char *target)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  return row;
}

static void
list_examples (NsmStartPage *self)
{
  for (guint i = 0; i < nsm_examples_get_n (); i++)
    {
      const NsmShippedExample *example = nsm_examples_get (i);

      adw_expander_row_add_row (self->examples, new_row (_(example->title), _(example->about),
                                                         "win.open-example", example->name));
    }
}

/* Translators: a point in time: day, month and time of day, for lists */
static char *
dup_when (GDateTime *when)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GTimeSpan ago = g_date_time_difference (now, when);

  if (g_date_time_get_day_of_year (now) == g_date_time_get_day_of_year (when) &&
      ago < 2 * G_TIME_SPAN_DAY)
    return g_strdup (_("Today"));
  if (ago < 2 * G_TIME_SPAN_DAY)
    return g_strdup (_("Yesterday"));
  return g_date_time_format (when, _("%-e %B"));
}

static void
list_drafts (NsmStartPage *self)
{
  g_autoptr (GPtrArray) drafts = nsm_drafts_list ();

  for (guint i = 0; i < drafts->len; i++)
    {
      const NsmDraft *draft = drafts->pdata[i];
      g_autofree char *when = dup_when (draft->date);
      g_autofree char *subtitle =
          draft->is_good ? g_strdup (when) : g_strdup_printf (_("%s · damaged"), when);
      GtkWidget *row = new_row (draft->title[0] != '\0' ? draft->title : _("New workshop"),
                                subtitle, "win.open-draft", draft->path);

      adw_preferences_group_add (self->drafts, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->drafts), drafts->len > 0);
}

/* Recent files */

static char *
dup_next (NsmWorkshop *workshop)
{
  for (guint step = 0; step < NSM_N_STEPS; step++)
    if (nsm_step_get_progress (workshop, step) != NSM_PROGRESS_DONE)
      return g_strdup_printf (_("next: %s"), nsm_step_get_title (step));
  return g_strdup (_("all steps done"));
}

static GtkWidget *
new_recent_row (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = NULL;
  g_autofree char *when = dup_when (gtk_recent_info_get_modified (info));
  g_autofree char *text = NULL;
  g_autofree char *state = NULL;
  g_autofree char *subtitle = NULL;
  g_autoptr (NsmWorkshop) workshop = NULL;
  GStatBuf about;
  gsize length;
  gboolean read_only;
  GtkWidget *star;
  GtkWidget *row;

  if (path == NULL || g_stat (path, &about) != 0)
    return NULL;
  name = g_path_get_basename (path);
  if (about.st_size <= PEEK_MAX && g_file_get_contents (path, &text, &length, NULL))
    workshop = nsm_codec_read (text, length, &read_only, NULL);
  if (workshop != NULL)
    state = nsm_workshop_is_final (workshop) ? g_strdup (C_("document", "final")) : dup_next (workshop);

  subtitle = state != NULL ? g_strdup_printf ("%s · %s", when, state) : g_strdup (when);
  row = new_row (workshop != NULL && workshop->title[0] != '\0' ? workshop->title : name, subtitle,
                 "win.open-uri", gtk_recent_info_get_uri (info));
  star = nsm_star_new (28);
  if (workshop != NULL)
    nsm_star_set_facets (NSM_STAR (star), nsm_workshop_get_progress_facets (workshop));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), star);
  gtk_widget_set_tooltip_text (row, path);
  return row;
}

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static void
list_recent (NsmStartPage *self)
{
  GList *items = g_list_sort (gtk_recent_manager_get_items (gtk_recent_manager_get_default ()),
                              compare_recent);
  guint n = 0;

  for (GList *l = items; l != NULL && n < N_RECENT; l = l->next)
    if (g_str_has_suffix (gtk_recent_info_get_uri (l->data), ".nsm"))
      {
        GtkWidget *row = new_recent_row (l->data);

        if (row == NULL)
          continue;
        adw_preferences_group_add (self->recent, row);
        n++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->recent), n > 0);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

/* The lists read files: after the first picture, so that the window is there. */
static gboolean
on_first_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  list_drafts (NSM_START_PAGE (widget));
  list_recent (NSM_START_PAGE (widget));
  gtk_widget_grab_focus (NSM_START_PAGE (widget)->workshop_card);
  return G_SOURCE_REMOVE;
}

static void
nsm_start_page_class_init (NsmStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (NSM_TYPE_STAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/start/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmStartPage, cards);
  gtk_widget_class_bind_template_child (widget_class, NsmStartPage, workshop_card);
  gtk_widget_class_bind_template_child (widget_class, NsmStartPage, examples);
  gtk_widget_class_bind_template_child (widget_class, NsmStartPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, NsmStartPage, recent);
}

static void
nsm_start_page_init (NsmStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  list_examples (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), on_first_tick, NULL, NULL);
}

GtkWidget *
nsm_start_page_new (void)
{
  return g_object_new (NSM_TYPE_START_PAGE, NULL);
}
