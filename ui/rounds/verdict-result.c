/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/verdict-result.h"

#include <glib/gi18n-lib.h>

#include "rounds/verdicts.h"
#include "method/stress-tests.h"
#include "rounds/round.h"
#include "rounds/scene.h"
#include "rounds/verdict-voices.h"

struct _NsmVerdictResult
{
  AdwBin parent_instance;

  NsmDocument *document;
  NsmRound *round;
  gboolean large;
};

G_DEFINE_FINAL_TYPE (NsmVerdictResult, nsm_verdict_result, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* One thought experiment, as it is on the table */

static GtkWidget *
make_one (NsmVerdictResult *self, NsmSubject *subject, NsmStressTest test)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  g_autofree char *question = nsm_stress_test_dup_question (test, subject->title);

  gtk_box_append (GTK_BOX (box), make_label (nsm_stress_test_get_name (test), "title-2"));
  gtk_box_append (GTK_BOX (box), make_label (question, "projector-36"));
  gtk_box_append (GTK_BOX (box),
                  nsm_verdict_voices_new (nsm_document_get_workshop (self->document), self->round,
                                          subject->subject, test, TRUE));
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "verdict-one");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/* All of them */

static GtkWidget *
make_row (NsmVerdictResult *self, NsmSubject *subject, NsmStressTest test)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_box_append (GTK_BOX (box), make_label (nsm_stress_test_get_name (test), "secondary"));
  gtk_box_append (GTK_BOX (box),
                  nsm_verdict_line_new (nsm_document_get_workshop (self->document), self->round,
                                        subject->subject, test, TRUE, self->large));
  if (nsm_round_find_lone_fail (self->round, subject->subject, test) != NULL)
    gtk_box_append (GTK_BOX (box),
                    make_label (_("One alone says it fails: they get a written answer."),
                                "finding-color"));
  gtk_widget_add_css_class (box, "vote-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static GtkWidget *
make_all (NsmVerdictResult *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box),
                  make_label (self->large ? self->round->question : _("Everybody’s verdicts"),
                              self->large ? "projector-36" : "title-2"));
  NSM_LIST_EACH (NsmSubject, subject, self->round->subjects)
    {
      GtkWidget *list = gtk_list_box_new ();

      gtk_box_append (GTK_BOX (box), make_label (subject->title, self->large ? "title-1" : "title-4"));
      gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (list, "boxed-list");
      gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      subject->title, -1);
      for (guint test = 0; test < NSM_N_STRESS_TESTS; test++)
        gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, subject, test));
      gtk_box_append (GTK_BOX (box), list);
    }
  return box;
}

static void
show (NsmVerdictResult *self)
{
  NsmScene *scene = nsm_scene_get (self->document);
  const char *candidate = nsm_scene_get_candidate (scene);
  NsmSubject *subject =
    self->large && candidate != NULL ? nsm_round_get_subject (self->round, candidate) : NULL;
  guint test = 0;

  if (subject != NULL && nsm_scene_get_criterion (scene) != NULL
      && nsm_choice_from_nick (NSM_TYPE_STRESS_TEST, nsm_scene_get_criterion (scene), &test))
    adw_bin_set_child (ADW_BIN (self), make_one (self, subject, test));
  else
    adw_bin_set_child (ADW_BIN (self), make_all (self));
}

static void
nsm_verdict_result_dispose (GObject *object)
{
  NsmVerdictResult *self = NSM_VERDICT_RESULT (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->document);
  g_clear_object (&self->round);

  G_OBJECT_CLASS (nsm_verdict_result_parent_class)->dispose (object);
}

static void
nsm_verdict_result_class_init (NsmVerdictResultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsm_verdict_result_dispose;
}

static void
nsm_verdict_result_init (NsmVerdictResult *self G_GNUC_UNUSED)
{
}

/**
 * nsm_verdict_result_new:
 * @round: an opened round of verdicts
 * @large: for the room: it follows what is on the table
 *
 * Returns: (transfer floating): its verdicts
 */
GtkWidget *
nsm_verdict_result_new (NsmDocument *document, NsmRound *round, gboolean large)
{
  NsmVerdictResult *self = g_object_new (NSM_TYPE_VERDICT_RESULT, NULL);

  self->document = g_object_ref (document);
  self->round = g_object_ref (round);
  self->large = large;
  if (large)
    {
      NsmScene *scene = nsm_scene_get (document);

      g_signal_connect_object (scene, "notify::candidate", G_CALLBACK (show), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (scene, "notify::criterion", G_CALLBACK (show), self,
                               G_CONNECT_SWAPPED);
    }
  show (self);
  return GTK_WIDGET (self);
}
