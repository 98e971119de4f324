/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/verdict-voices.h"

#include <glib/gi18n-lib.h>

#include "kit/wrap-layout.h"
#include "rounds/verdicts.h"
#include "rounds/people.h"

/* As they stand in the line: what holds first, who abstains last. */
static const NsmVerdict order[] = { NSM_VERDICT_HOLDS, NSM_VERDICT_REFINE, NSM_VERDICT_FAILS,
                                    NSM_VERDICT_UNSET };

/* What the words after people's marks say, in the middle of a line. */
static const char *
get_word (NsmVerdict verdict)
{
  switch (verdict)
    {
    case NSM_VERDICT_HOLDS:
      return _("holds");
    case NSM_VERDICT_REFINE:
      return _("refine");
    case NSM_VERDICT_FAILS:
      return _("fails");
    case NSM_VERDICT_UNSET:
    default:
      return _("abstains");
    }
}

static GPtrArray *
collect_names (NsmRound *round, const char *candidate, NsmStressTest test, NsmVerdict verdict)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      NsmVerdict said;

      if (nsm_answer_find_verdict (answer, candidate, test, &said) != NULL && said == verdict)
        g_ptr_array_add (names, nsm_round_dup_person_name (round, answer->person));
    }
  return names;
}

/**
 * nsm_verdict_dup_sentence:
 *
 * Returns: (transfer full): what everybody said, for a screen reader: "Mei and Jonas:
 *   holds; nobody: refine; Ida: fails"
 */
char *
nsm_verdict_dup_sentence (NsmRound *round, const char *candidate, NsmStressTest test)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (GPtrArray) names = collect_names (round, candidate, test, order[i]);
      g_autofree char *who = NULL;

      if (names->len == 0 && order[i] == NSM_VERDICT_UNSET)
        continue;
      if (names->len == 0)
        who = g_strdup (_("nobody"));
      else if (nsm_round_shows_people (round))
        who = nsm_names_dup_list (names);
      else
        who = g_strdup_printf ("%u", names->len);
      if (text->len > 0)
        g_string_append (text, "; ");
      /* Translators: who, and what they said: "Mei and Jonas: holds" */
      g_string_append_printf (text, _("%s: %s"), who, get_word (order[i]));
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
make_said (NsmWorkshop *workshop, NsmRound *round, const char *candidate, NsmStressTest test,
           NsmVerdict verdict, int size)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, size / 4);
  guint n = nsm_round_count_verdicts (round, candidate, test, verdict);
  g_autofree char *words = NULL;

  if (n == 0)
    /* Translators: a verdict that nobody gave */
    words = g_strdup_printf (_("nobody: %s"), get_word (verdict));
  else if (nsm_round_shows_people (round))
    words = g_strdup (get_word (verdict));
  else
    /* Translators: how many people, and what they said */
    words = g_strdup_printf (_("%u: %s"), n, get_word (verdict));
  if (nsm_round_shows_people (round))
    NSM_LIST_EACH (NsmAnswer, answer, round->answers)
      {
        NsmVerdict said;

        if (nsm_answer_find_verdict (answer, candidate, test, &said) != NULL && said == verdict)
          gtk_box_append (GTK_BOX (box), nsm_round_make_mark (workshop, round, answer->person, size,
                                                              TRUE));
      }
  gtk_box_append (GTK_BOX (box), make_label (words, n == 0 ? "secondary" : NULL));
  return box;
}

/**
 * nsm_verdict_line_new:
 * @candidate: the id of the candidate
 * @terse: without the verdicts that nobody gave
 *
 * Returns: (transfer floating): everybody's verdict in one line
 */
GtkWidget *
nsm_verdict_line_new (NsmWorkshop *workshop, NsmRound *round, const char *candidate,
                      NsmStressTest test, gboolean terse, gboolean large)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *sentence = nsm_verdict_dup_sentence (round, candidate, test);

  gtk_widget_set_layout_manager (line, nsm_wrap_layout_new (large ? 36 : 24, 6));
  gtk_widget_add_css_class (line, large ? "verdict-line-large" : "verdict-line");
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if ((order[i] != NSM_VERDICT_UNSET && !terse)
        || nsm_round_count_verdicts (round, candidate, test, order[i]) > 0)
      gtk_box_append (GTK_BOX (line), make_said (workshop, round, candidate, test, order[i],
                                                 large ? 44 : 26));
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  return line;
}

static GtkWidget *
make_reason (NsmWorkshop *workshop, NsmRound *round, NsmAnswer *answer, const char *text, int size)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  if (nsm_round_shows_people (round))
    gtk_box_append (GTK_BOX (box),
                    nsm_round_make_mark (workshop, round, answer->person, size, TRUE));
  gtk_box_append (GTK_BOX (box), make_label (text, NULL));
  return box;
}

/**
 * nsm_verdict_voices_new:
 * @candidate: the id of the candidate
 * @large: for the room
 *
 * Returns: (transfer floating): "You said", everybody's verdict, and why
 */
GtkWidget *
nsm_verdict_voices_new (NsmWorkshop *workshop, NsmRound *round, const char *candidate,
                        NsmStressTest test, gboolean large)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, large ? 18 : 6);
  GtkWidget *said = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, large ? 36 : 24);
  GtkWidget *title = make_label (_("You said"), "verdict-said");
  GtkWidget *line = nsm_verdict_line_new (workshop, round, candidate, test, FALSE, large);

  gtk_widget_set_hexpand (line, TRUE);
  gtk_label_set_wrap (GTK_LABEL (title), FALSE);
  gtk_box_append (GTK_BOX (said), title);
  gtk_box_append (GTK_BOX (said), line);
  gtk_box_append (GTK_BOX (box), said);
  gtk_widget_add_css_class (box, large ? "verdict-voices-large" : "verdict-voices");
  NSM_LIST_EACH (NsmAnswer, answer, round->answers)
    {
      NsmEntry *entry = nsm_answer_find_verdict (answer, candidate, test, NULL);

      if (entry != NULL && entry->text[0] != '\0')
        gtk_box_append (GTK_BOX (box),
                        make_reason (workshop, round, answer, entry->text, large ? 34 : 20));
    }
  return box;
}
