/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/step-list.h"

#include <glib/gi18n-lib.h>

#include "findings/finding.h"
#include "kit/names.h"
#include "kit/star.h"
#include "method/versions.h"
#include "shell/step-mark.h"

typedef struct
{
  GtkWidget *row;
  GtkWidget *mark; /* of a step */
  GtkLabel *words;
} Place;

struct _NsmStepList
{
  GtkBox parent_instance;

  NsmStar *star;
  GtkLabel *title;
  GtkLabel *done;
  GtkListBox *steps;
  GtkListBox *document;
  Place places[NSM_N_PLACES];
  gboolean busy;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmStepList, nsm_step_list, GTK_TYPE_BOX)

static void
on_row_selected (NsmStepList *self, GtkListBoxRow *row, GtkListBox *list)
{
  if (self->busy || row == NULL)
    return;
  for (guint i = 0; i < NSM_N_PLACES; i++)
    if (self->places[i].row == GTK_WIDGET (row))
      {
        nsm_step_list_set_place (self, i);
        g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, i);
        return;
      }
}

/* Arrows go from the last step to the document and back. */
static gboolean
on_keynav_failed (NsmStepList *self, GtkDirectionType direction, GtkListBox *list)
{
  if (list == self->steps && direction == GTK_DIR_DOWN)
    gtk_list_box_select_row (self->document, gtk_list_box_get_row_at_index (self->document, 0));
  else if (list == self->document && direction == GTK_DIR_UP)
    gtk_list_box_select_row (self->steps,
                             gtk_list_box_get_row_at_index (self->steps, NSM_N_STEPS - 1));
  else
    return FALSE;
  return TRUE;
}

static GtkLabel *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
add_place (NsmStepList *self, guint place)
{
  Place *it = &self->places[place];
  gboolean is_step = place < NSM_N_STEPS;
  const char *title = is_step ? nsm_step_get_title (place) : _("Document");
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkLabel *label = new_label (title, "step-title");

  it->mark = is_step ? nsm_step_mark_new ()
                     : gtk_image_new_from_icon_name ("x-office-document-symbolic");
  it->words = new_label ("", "step-words");
  /* Larger text makes the panel wider, not its words shorter. */
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_ellipsize (it->words, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  gtk_box_append (GTK_BOX (line), it->mark);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (label));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (it->words));

  it->row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (it->row), line);
  nsm_widget_set_name_for_readers (it->row, title);
  gtk_list_box_append (is_step ? self->steps : self->document, it->row);
}

static GtkListBox *
new_list (NsmStepList *self, const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_SINGLE);
  gtk_widget_add_css_class (list, "steps");
  nsm_widget_set_name_for_readers (list, name);
  g_signal_connect_object (list, "row-selected", G_CALLBACK (on_row_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "keynav-failed", G_CALLBACK (on_keynav_failed), self,
                           G_CONNECT_SWAPPED);
  return GTK_LIST_BOX (list);
}

static GtkWidget *
new_heading (NsmStepList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->star = NSM_STAR (nsm_star_new (36));
  gtk_widget_set_valign (GTK_WIDGET (self->star), GTK_ALIGN_CENTER);
  self->title = new_label ("", "card-title");
  self->done = new_label ("", "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->done), "secondary");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->done));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->star));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "steps-heading");
  return box;
}

static void
nsm_step_list_class_init (NsmStepListClass *klass)
{
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", NSM_TYPE_STEP_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
nsm_step_list_init (NsmStepList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "panel");
  nsm_widget_set_name_for_readers (GTK_WIDGET (self), _("Steps"));
  gtk_box_append (GTK_BOX (self), new_heading (self));

  self->steps = new_list (self, _("Steps"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->steps));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);

  gtk_widget_set_margin_start (line, 18);
  gtk_widget_set_margin_end (line, 18);
  gtk_widget_set_margin_bottom (line, 6);
  gtk_box_append (GTK_BOX (self), line);
  self->document = new_list (self, _("Document"));
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->document), 6);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->document));

  for (guint i = 0; i < NSM_N_PLACES; i++)
    add_place (self, i);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
}

/**
 * nsm_step_list_set_place:
 *
 * Shows @place as the present one, without emitting "chosen".
 */
void
nsm_step_list_set_place (NsmStepList *self, guint place)
{
  GtkListBox *in = place < NSM_N_STEPS ? self->steps : self->document;
  GtkListBox *other = place < NSM_N_STEPS ? self->document : self->steps;

  g_return_if_fail (place < NSM_N_PLACES);

  self->busy = TRUE;
  gtk_list_box_unselect_all (other);
  gtk_list_box_select_row (in, GTK_LIST_BOX_ROW (self->places[place].row));
  self->busy = FALSE;

  /* Tab stops at the present place only and goes on to the page: a list box would stop at each
     row and, as the selection follows, show every step on the way. Arrows walk the places. */
  gtk_widget_set_can_focus (self->places[place].row, TRUE);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (self->places[place].row);
  for (guint i = 0; i < NSM_N_PLACES; i++)
    gtk_widget_set_can_focus (self->places[i].row, i == place);
}

static void
update_step (NsmStepList *self, NsmStep step, NsmProgress progress, guint n_findings)
{
  Place *it = &self->places[step];
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;

  /* What isn't begun isn't wrong yet. */
  if (progress != NSM_PROGRESS_NONE && n_findings > 0)
    words = g_strdup_printf (ngettext ("%u finding", "%u findings", n_findings), n_findings);
  else if (progress == NSM_PROGRESS_DONE)
    words = g_strdup (C_("step", "done"));
  else
    words = g_strdup ("");
  gtk_label_set_label (it->words, words);
  nsm_step_mark_set_progress (NSM_STEP_MARK (it->mark), progress);

  spoken = g_strdup_printf ("%s, %s%s%s", nsm_step_get_title (step),
                            progress == NSM_PROGRESS_DONE   ? C_("step", "done")
                            : progress == NSM_PROGRESS_SOME ? C_("step", "begun")
                                                            : C_("step", "not begun"),
                            n_findings > 0 && words[0] != '\0' ? ", " : "",
                            n_findings > 0 ? words : "");
  nsm_widget_set_name_for_readers (it->row, spoken);
}

/**
 * nsm_step_list_update:
 * @findings: (element-type NsmFinding): of the whole workshop
 */
void
nsm_step_list_update (NsmStepList *self, NsmWorkshop *workshop, GPtrArray *findings)
{
  guint counts[NSM_N_STEPS] = { 0 }, n_done = 0;
  g_autofree char *done = NULL;

  for (guint i = 0; i < findings->len; i++)
    counts[nsm_finding_get_step (findings->pdata[i])]++;
  for (guint step = 0; step < NSM_N_STEPS; step++)
    {
      NsmProgress progress = nsm_step_get_progress (workshop, step);

      n_done += progress == NSM_PROGRESS_DONE;
      update_step (self, step, progress, counts[step]);
    }
  done = g_strdup_printf (ngettext ("%u of %u steps done", "%u of %u steps done", n_done), n_done,
                          (guint) NSM_N_STEPS);
  gtk_label_set_label (self->done, done);
  gtk_label_set_label (self->title, workshop->title[0] != '\0' ? workshop->title
                                                               : _("New workshop"));
  gtk_label_set_label (self->places[NSM_PLACE_DOCUMENT].words,
                       nsm_workshop_is_final (workshop) ? C_("document", "final") : C_("document", "draft"));
  nsm_star_set_facets (self->star, nsm_workshop_get_progress_facets (workshop));
}

/**
 * nsm_step_list_focus:
 *
 * Gives the focus to the present place.
 */
void
nsm_step_list_focus (NsmStepList *self)
{
  for (guint i = 0; i < NSM_N_PLACES; i++)
    if (gtk_list_box_row_is_selected (GTK_LIST_BOX_ROW (self->places[i].row)))
      gtk_widget_grab_focus (self->places[i].row);
}
