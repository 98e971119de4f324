/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rounds/ballot-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_MARKS 5

struct _NsmBallotRow
{
  AdwBin parent_instance;

  NsmAspect *aspect;
  gboolean loading;
  GtkWidget *name_label;
  GtkWidget *again_label;
  GtkWidget *question_label;
  GtkWidget *marks_box;
  GtkWidget *mark_buttons[N_MARKS];
  GtkWidget *abstain_button;
  GtkWidget *why_button;
  GtkWidget *why_label;
  GtkWidget *why_popover;
  GtkWidget *why_title;
  GtkWidget *why_view;
  GtkTextBuffer *why_buffer;
  GtkWidget *confidence_row;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NsmBallotRow, nsm_ballot_row, ADW_TYPE_BIN)

static void
emit_changed (NsmBallotRow *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
update_why_label (NsmBallotRow *self)
{
  gboolean empty = gtk_text_buffer_get_char_count (self->why_buffer) == 0;

  gtk_label_set_label (GTK_LABEL (self->why_label), empty ? _("Say why") : _("Edit why"));
}

static void
on_choice_toggled (GtkToggleButton *button, gpointer user_data)
{
  NsmBallotRow *self = NSM_BALLOT_ROW (user_data);

  /* Of the two that toggle in a group, the one that is now on speaks. */
  if (gtk_toggle_button_get_active (button))
    emit_changed (self);
}

static void
on_why_changed (GtkTextBuffer *buffer G_GNUC_UNUSED, gpointer user_data)
{
  NsmBallotRow *self = NSM_BALLOT_ROW (user_data);

  update_why_label (self);
  emit_changed (self);
}

static void
on_confidence_selected (GtkDropDown *row G_GNUC_UNUSED, GParamSpec *pspec G_GNUC_UNUSED,
                        gpointer user_data)
{
  emit_changed (NSM_BALLOT_ROW (user_data));
}

static void
on_why_done (GtkButton *button G_GNUC_UNUSED, gpointer user_data)
{
  gtk_popover_popdown (GTK_POPOVER (NSM_BALLOT_ROW (user_data)->why_popover));
}

static void
on_why_closed (GtkPopover *popover G_GNUC_UNUSED, gpointer user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (user_data));
}

/* Focus goes to the mark that was given, so that the ring says where one is. */
static gboolean
nsm_ballot_row_grab_focus (GtkWidget *widget)
{
  NsmBallotRow *self = NSM_BALLOT_ROW (widget);

  for (guint i = 0; i < N_MARKS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->mark_buttons[i])))
      return gtk_widget_grab_focus (self->mark_buttons[i]);
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->abstain_button)))
    return gtk_widget_grab_focus (self->abstain_button);
  return gtk_widget_grab_focus (self->mark_buttons[0]);
}

static const char *
get_anchor (NsmBallotRow *self, guint mark)
{
  switch (mark)
    {
    case 1:
      return self->aspect->anchor_low;
    case 3:
      return self->aspect->anchor_middle;
    case 5:
      return self->aspect->anchor_high;
    default:
      return "";
    }
}

static GtkWidget *
make_mark_button (NsmBallotRow *self, guint mark)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *digit = g_strdup_printf ("%u", mark);
  const char *anchor = get_anchor (self, mark);
  /* Translators: a criterion and a mark: "Measurable: 4 of 5" */
  g_autofree char *name = g_strdup_printf (_("%s: %u of 5"), self->aspect->name, mark);

  gtk_label_set_label (GTK_LABEL (label), digit);
  gtk_image_set_pixel_size (GTK_IMAGE (tick), 12);
  gtk_widget_set_halign (tick, GTK_ALIGN_END);
  gtk_widget_set_valign (tick, GTK_ALIGN_START);
  gtk_widget_add_css_class (tick, "ballot-tick");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), label);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), tick);
  gtk_button_set_child (GTK_BUTTON (button), overlay);
  gtk_widget_add_css_class (button, "mark-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (anchor[0] != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    anchor, -1);
  g_object_bind_property (button, "active", tick, "visible", G_BINDING_SYNC_CREATE);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (self->abstain_button));
  g_signal_connect (button, "toggled", G_CALLBACK (on_choice_toggled), self);
  return button;
}

static void
fill (NsmBallotRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *why = NULL;

  gtk_label_set_label (GTK_LABEL (self->name_label), self->aspect->name);
  gtk_label_set_label (GTK_LABEL (self->question_label), self->aspect->question);
  gtk_widget_set_visible (self->question_label, self->aspect->question[0] != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->aspect->name, -1);
  /* Translators: the name of a criterion */
  why = g_strdup_printf (_("Why this mark for “%s”?"), self->aspect->name);
  gtk_label_set_label (GTK_LABEL (self->why_title), why);
  for (guint i = 0; i < N_MARKS; i++)
    {
      self->mark_buttons[i] = make_mark_button (self, i + 1);
      gtk_box_append (GTK_BOX (self->marks_box), self->mark_buttons[i]);
    }
  for (guint i = NSM_CONFIDENCE_UNSAID; i <= NSM_CONFIDENCE_HIGH; i++)
    gtk_string_list_append (names, nsm_choice_get_label (NSM_TYPE_CONFIDENCE, i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->confidence_row), G_LIST_MODEL (names));
}

static void
nsm_ballot_row_dispose (GObject *object)
{
  NsmBallotRow *self = NSM_BALLOT_ROW (object);

  self->loading = TRUE;
  /* The reason goes before the widget does. */
  if (self->why_buffer != NULL)
    gtk_text_buffer_set_text (self->why_buffer, "", 0);
  g_clear_object (&self->aspect);
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (nsm_ballot_row_parent_class)->dispose (object);
}

static void
nsm_ballot_row_class_init (NsmBallotRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsm_ballot_row_dispose;
  widget_class->grab_focus = nsm_ballot_row_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", NSM_TYPE_BALLOT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NSM_RESOURCE_BASE "/rounds/ballot-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NsmBallotRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotRow, again_label);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotRow, question_label);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotRow, marks_box);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotRow, abstain_button);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotRow, why_button);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotRow, why_label);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotRow, why_popover);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotRow, why_title);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotRow, why_view);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotRow, why_buffer);
  gtk_widget_class_bind_template_child (widget_class, NsmBallotRow, confidence_row);
  gtk_widget_class_bind_template_callback (widget_class, on_choice_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_why_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_why_closed);
  gtk_widget_class_bind_template_callback (widget_class, on_why_done);
  gtk_widget_class_bind_template_callback (widget_class, on_confidence_selected);
}

static void
nsm_ballot_row_init (NsmBallotRow *self)
{
  self->loading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nsm_ballot_row_new:
 * @aspect: the criterion as it was frozen in the round
 *
 * Emits "changed" when the mark, the reason or the confidence is changed by a person.
 */
NsmBallotRow *
nsm_ballot_row_new (NsmAspect *aspect)
{
  NsmBallotRow *self = g_object_new (NSM_TYPE_BALLOT_ROW, NULL);

  self->aspect = g_object_ref (aspect);
  fill (self);
  self->loading = FALSE;
  return self;
}

/**
 * nsm_ballot_row_get_aspect:
 *
 * Returns: (transfer none): the criterion that the row asks about
 */
NsmAspect *
nsm_ballot_row_get_aspect (NsmBallotRow *self)
{
  return self->aspect;
}

/**
 * nsm_ballot_row_set_mark:
 *
 * Shows a mark, without "changed".
 */
void
nsm_ballot_row_set_mark (NsmBallotRow *self, const NsmBallotMark *mark)
{
  self->loading = TRUE;
  for (guint i = 0; i < N_MARKS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->mark_buttons[i]),
                                  !isnan (mark->mark) && (guint) mark->mark == i + 1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->abstain_button), mark->abstained);
  gtk_text_buffer_set_text (self->why_buffer, mark->text != NULL ? mark->text : "", -1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->confidence_row), mark->confidence);
  update_why_label (self);
  self->loading = FALSE;
}

/**
 * nsm_ballot_row_get_mark:
 * @mark: (inout): overwritten with what the row shows; its old text is freed
 */
void
nsm_ballot_row_get_mark (NsmBallotRow *self, NsmBallotMark *mark)
{
  GtkTextIter start, end;

  mark->mark = NAN;
  for (guint i = 0; i < N_MARKS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->mark_buttons[i])))
      mark->mark = i + 1;
  mark->abstained = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->abstain_button));
  gtk_text_buffer_get_bounds (self->why_buffer, &start, &end);
  g_free (mark->text);
  mark->text = gtk_text_buffer_get_text (self->why_buffer, &start, &end, FALSE);
  mark->confidence = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->confidence_row));
}

/**
 * nsm_ballot_row_pick:
 * @digit: 1 to 5, or 0 to abstain
 *
 * Does what a press of that button does.
 */
void
nsm_ballot_row_pick (NsmBallotRow *self, guint digit)
{
  GtkWidget *button;

  g_return_if_fail (digit <= N_MARKS);

  button = digit == 0 ? self->abstain_button : self->mark_buttons[digit - 1];
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/**
 * nsm_ballot_row_join:
 *
 * Lines the row's columns up with those of the others.
 */
void
nsm_ballot_row_join (NsmBallotRow *self, GtkSizeGroup *marks, GtkSizeGroup *abstain,
                     GtkSizeGroup *why)
{
  gtk_size_group_add_widget (marks, self->marks_box);
  gtk_size_group_add_widget (abstain, self->abstain_button);
  gtk_size_group_add_widget (why, self->why_button);
}

/**
 * nsm_ballot_mark_clear:
 *
 * Forgets what it holds; the reason's bytes are overwritten first.
 */
void
nsm_ballot_mark_clear (NsmBallotMark *mark)
{
  if (mark->text != NULL)
    explicit_bzero (mark->text, strlen (mark->text));
  g_clear_pointer (&mark->text, g_free);
  mark->mark = NAN;
  mark->abstained = FALSE;
  mark->confidence = NSM_CONFIDENCE_UNSAID;
}

/**
 * nsm_ballot_mark_is_given:
 *
 * Returns: whether the cell has a mark or an abstention
 */
gboolean
nsm_ballot_mark_is_given (const NsmBallotMark *mark)
{
  return mark->abstained || !isnan (mark->mark);
}

/**
 * nsm_ballot_row_set_again:
 *
 * Marks what the team talked about and wants to hear again.
 */
void
nsm_ballot_row_set_again (NsmBallotRow *self, gboolean again)
{
  gtk_widget_set_visible (self->again_label, again);
  if (again)
    gtk_widget_add_css_class (GTK_WIDGET (self), "again");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "again");
}
