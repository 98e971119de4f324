/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the laptop: ballot files, and the key when the laptop dies. */
#include "panel.h"
#include "press.h"
#include "rounds-support.h"
#include "support.h"

#include "rounds/ballot-window.h"
#include "rounds/recovery.h"

typedef struct
{
  NsmWorkshop *workshop;
  GtkWidget *page;
  NsmRound *round;
  NsmRoundRunning *running;
  NsmRoundPost *post;
  char *folder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  f->workshop = panel_new_workshop (NSM_MODE_FACILITATED);
  f->page = rounds_open_page (f->workshop);
  f->folder = g_dir_make_tmp ("nsm-ballots-XXXXXX", NULL);
  press (f->page, "Start the round");
  press (f->page, "Pause");
  f->round = rounds_get_round (f->workshop);
  f->running = NSM_ROUND_RUNNING (ui_test_find (f->page, NSM_TYPE_ROUND_RUNNING, 0));
  f->post = NSM_ROUND_POST (ui_test_find (f->page, NSM_TYPE_ROUND_POST, 0));
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_close (f->page);
  g_object_unref (f->workshop);
  g_free (f->folder);
}

static GFile *
new_file (Fixture *f, const char *name)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  return g_file_new_for_path (path);
}

/* Somebody elsewhere opens the request and saves their ballot. */
static GFile *
answer_elsewhere (Fixture *f, GFile *request, guint person, guint mark, const char *name)
{
  g_autofree char *store = g_build_filename (f->folder, name, "keys", NULL);
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (store);
  g_autofree char *data = NULL;
  g_autoptr (NsmBallotRequest) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *full = g_strconcat (name, NSM_BALLOT_SUFFIX, NULL);
  GFile *file = new_file (f, full);
  GtkWidget *window;
  gsize length;

  g_assert_true (g_file_load_contents (request, NULL, &data, &length, NULL, &error));
  read = nsm_ballot_request_read (data, length, &error);
  g_assert_no_error (error);
  window = nsm_ballot_window_new (read, keys);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_settle (window);
  if (person == 2)
    {
      ui_test_picture (window, "rounds-window-who");
      ui_test_assert_named (window);
      g_assert_true (rounds_says (window, nsm_ballot_request_get_fingerprint (read)));
      g_assert_true (rounds_says (window, "I am Amara"));
    }
  nsm_ballot_window_ask (NSM_BALLOT_WINDOW (window), rounds_get_person (f->workshop, person));
  rounds_fill_ballot (nsm_ballot_window_get_ballot (NSM_BALLOT_WINDOW (window)), mark);
  ui_test_settle (window);
  if (person == 2)
    ui_test_picture (window, "rounds-window-ballot");
  g_assert_true (nsm_ballot_window_save (NSM_BALLOT_WINDOW (window), file));
  ui_test_settle (window);
  /* Nothing of the answer stays on the screen. */
  g_assert_null (nsm_ballot_window_get_ballot (NSM_BALLOT_WINDOW (window)));
  g_assert_null (ui_test_find (window, NSM_TYPE_BALLOT, 0));
  g_assert_true (rounds_says (window, "Sealed and saved."));
  if (person == 2)
    ui_test_picture (window, "rounds-window-done");
  ui_test_close (window);
  return file;
}

static void
drop (Fixture *f, GFile *one, GFile *other)
{
  GSList *files = NULL;

  if (other != NULL)
    files = g_slist_prepend (files, other);
  files = g_slist_prepend (files, one);
  g_assert_true (nsm_round_running_take_files (f->running, files));
  g_slist_free (files);
  ui_test_settle (f->page);
}

static GFile *
export_request (Fixture *f)
{
  GFile *request = new_file (f, "request.nsmballot");

  g_assert_true (nsm_round_post_export (f->post, request, FALSE));
  return request;
}

static void
test_ballots (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) request = export_request (f);
  g_autoptr (GFile) page = new_file (f, "request.html");
  g_autoptr (GFile) amara = NULL;
  g_autoptr (GFile) luis = NULL;
  g_autoptr (GFile) again = NULL;
  g_autofree char *html = NULL;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (f->post), TRUE);
  ui_test_settle (f->page);
  ui_test_picture (f->page, "rounds-post");
  ui_test_assert_named (f->page);
  g_assert_true (nsm_round_post_export (f->post, page, TRUE));
  g_assert_true (g_file_load_contents (page, NULL, &html, NULL, NULL, NULL));
  g_assert_nonnull (strstr (html, "<html"));

  /* Two at once: each new key is asked about, in turn. */
  amara = answer_elsewhere (f, request, 2, 4, "amara");
  luis = answer_elsewhere (f, request, 3, 5, "luis");
  drop (f, amara, luis);
  g_assert_true (rounds_says (rounds_find_dialog (), "Is this ballot from Amara?"));
  g_assert_false (nsm_round_has_contributed (f->round, rounds_get_person (f->workshop, 2)));
  rounds_respond ("accept");
  g_assert_true (nsm_round_has_contributed (f->round, rounds_get_person (f->workshop, 2)));
  g_assert_true (rounds_says (rounds_find_dialog (), "Is this ballot from Luis?"));
  rounds_respond ("refuse");
  g_assert_null (rounds_find_dialog ());
  ui_test_settle (f->page);
  g_assert_false (nsm_round_has_contributed (f->round, rounds_get_person (f->workshop, 3)));
  g_assert_true (rounds_says (f->page, "Amara: Taken in. Receipt"));
  g_assert_true (rounds_says (f->page, "Luis: Not taken in"));
  ui_test_picture (f->page, "rounds-taken");

  /* Asked once: the same key is known now. The same ballot isn't taken twice. */
  drop (f, amara, NULL);
  g_assert_null (rounds_find_dialog ());
  g_assert_true (rounds_says (f->page, "Amara: This very ballot is in already."));
  /* From another computer, it asks again. */
  g_usleep (1100 * 1000);
  again = answer_elsewhere (f, request, 2, 1, "amara-elsewhere");
  drop (f, again, NULL);
  g_assert_true (rounds_says (rounds_find_dialog (), "another key"));
  rounds_respond ("accept");
  g_assert_cmpuint (nsm_round_count_contributed (f->round), ==, 1);
  g_assert_cmpuint (nsm_list_get_size (f->round->contributions), ==, 2);
}

static void
test_refused (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) request = export_request (f);
  g_autoptr (GFile) mei = answer_elsewhere (f, request, 0, 3, "mei");
  g_autoptr (GFile) altered = new_file (f, "altered.nsmballot");
  g_autoptr (GFile) nonsense = new_file (f, "nonsense.nsmballot");
  g_autoptr (NsmWorkshop) other = panel_new_workshop (NSM_MODE_FACILITATED);
  g_autofree char *text = NULL;
  Fixture elsewhere = { 0 };
  char *sealed;
  gsize length;

  /* One letter of what is sealed, changed. */
  g_assert_true (g_file_load_contents (mei, NULL, &text, &length, NULL, NULL));
  sealed = strstr (text, "\"sealed\"");
  g_assert_nonnull (sealed);
  sealed[40] = sealed[40] == 'A' ? 'B' : 'A';
  g_file_replace_contents (altered, text, length, NULL, FALSE, 0, NULL, NULL, NULL);
  g_file_replace_contents (nonsense, "{}", 2, NULL, FALSE, 0, NULL, NULL, NULL);
  drop (f, altered, nonsense);
  g_assert_null (rounds_find_dialog ());
  g_assert_true (rounds_says (f->page, "Mei: The ballot was altered on its way"));
  g_assert_true (rounds_says (f->page, "nonsense.nsmballot: "));
  g_assert_cmpuint (nsm_list_get_size (f->round->contributions), ==, 0);

  /* In another workshop it is a stranger. */
  set_up (&elsewhere, NULL);
  drop (&elsewhere, mei, NULL);
  g_assert_true (rounds_says (elsewhere.page, "The ballot belongs to another workshop."));
  tear_down (&elsewhere, NULL);
}

/* A file that somebody opens in the program */

static GtkWidget *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  return NULL;
}

static void
test_opened (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) request = export_request (f);
  g_autoptr (GFile) ballot = answer_elsewhere (f, request, 1, 3, "jonas");
  g_autoptr (GFile) nonsense = new_file (f, "nonsense.nsmballot");
  GtkWidget *window;

  g_assert_true (nsm_ballot_window_takes (request));
  nsm_ballot_window_open (NULL, request);
  window = find_window (NSM_TYPE_BALLOT_WINDOW);
  g_assert_nonnull (window);
  ui_test_settle (window);
  nsm_ballot_window_ask (NSM_BALLOT_WINDOW (window), rounds_get_person (f->workshop, 1));
  nsm_score_ballot_press (
    NSM_SCORE_BALLOT (nsm_ballot_window_get_ballot (NSM_BALLOT_WINDOW (window))), GDK_KEY_4);
  /* What isn't sealed is lost with the window, so it asks. */
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (rounds_says (rounds_find_dialog (), "Leave without answering?"));
  rounds_respond ("stay");
  g_assert_nonnull (nsm_ballot_window_get_ballot (NSM_BALLOT_WINDOW (window)));
  gtk_window_close (GTK_WINDOW (window));
  rounds_respond ("leave");
  g_assert_null (find_window (NSM_TYPE_BALLOT_WINDOW));

  /* A sealed ballot isn't for looking at, and nonsense is named as such. */
  nsm_ballot_window_open (NULL, ballot);
  g_assert_true (rounds_says (rounds_find_dialog (), "This is a sealed ballot"));
  rounds_respond ("close");
  g_file_replace_contents (nonsense, "{}", 2, NULL, FALSE, 0, NULL, NULL, NULL);
  nsm_ballot_window_open (NULL, nonsense);
  g_assert_true (rounds_says (rounds_find_dialog (), "can’t be opened"));
  rounds_respond ("close");
  g_assert_cmpuint (nsm_list_get_size (f->round->contributions), ==, 0);
}

/* The key */

static GtkWidget *
find_entry (GtkWidget *root, GType type)
{
  GtkWidget *entry = ui_test_find (root, type, 0);

  g_assert_nonnull (entry);
  return entry;
}

static void
close_round (Fixture *f)
{
  press (f->page, "Pass the laptop to Mei");
  rounds_answer (f->page, "Mei", 4);
  press (f->page, "Pause");
  press (f->page, "Close the round");
  press (f->page, "Close anyway");
}

static void
lose_key (Fixture *f)
{
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (nsm_key_store_remove (keys, NSM_RECORD (f->round)->id, &error));
  nsm_round_view_refresh (
    NSM_ROUND_VIEW (ui_test_find (f->page, NSM_TYPE_ROUND_VIEW, 0)));
  ui_test_settle (f->page);
}

static void
test_code (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *rescue = ui_test_find (f->page, NSM_TYPE_ROUND_RESCUE, 0);
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (NULL);
  g_autofree char *code = nsm_round_dup_recovery_code (f->round, keys, NULL);
  GtkWidget *entry;

  g_assert_false (rounds_says (f->page, code));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (rescue), TRUE);
  ui_test_settle (f->page);
  press (rescue, "Show");
  g_assert_true (rounds_says (f->page, code));
  ui_test_picture (f->page, "rounds-rescue");
  ui_test_assert_named (f->page);
  /* What is folded away isn't there. */
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (rescue), FALSE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (rescue), TRUE);
  g_assert_false (rounds_says (f->page, code));

  close_round (f);
  lose_key (f);
  g_assert_false (gtk_widget_get_sensitive (press_find (f->page, "Reveal")));
  g_assert_true (rounds_says (f->page, "The key of this round isn’t on this computer"));
  ui_test_picture (f->page, "rounds-unlock");
  ui_test_assert_named (f->page);
  entry = find_entry (ui_test_find (f->page, NSM_TYPE_ROUND_CLOSED, 0), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "AAAA-BBBB");
  press (f->page, "Use the code");
  g_assert_false (gtk_widget_get_sensitive (press_find (f->page, "Reveal")));
  gtk_editable_set_text (GTK_EDITABLE (entry), code);
  press (f->page, "Use the code");
  press (f->page, "Reveal");
  g_assert_cmpint (f->round->state, ==, NSM_ROUND_STATE_REVEALED);
}

static void
wait_until (gboolean (*is_true) (Fixture *f), Fixture *f)
{
  while (!is_true (f))
    g_main_context_iteration (NULL, TRUE);
  ui_test_settle (f->page);
}

static gboolean
is_wrapped (Fixture *f)
{
  return f->round->wrapped_key[0] != '\0';
}

static gboolean
has_key (Fixture *f)
{
  g_autoptr (NsmKeyStore) keys = nsm_key_store_new (NULL);

  return nsm_key_store_has (keys, NSM_RECORD (f->round)->id)
         && gtk_widget_get_sensitive (press_find (f->page, "Reveal"));
}

static void
test_passphrase (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *rescue = ui_test_find (f->page, NSM_TYPE_ROUND_RESCUE, 0);
  GtkWidget *entry;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (rescue), TRUE);
  ui_test_settle (f->page);
  entry = find_entry (rescue, GTK_TYPE_PASSWORD_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "short");
  g_assert_false (gtk_widget_get_sensitive (press_find (rescue, "Set")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "heron tram velvet ladder");
  press (rescue, "Set");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  wait_until (is_wrapped, f);
  g_assert_true (rounds_says (rescue, "locked with a passphrase"));
  g_assert_nonnull (press_find (rescue, "Take it away"));

  close_round (f);
  lose_key (f);
  entry = find_entry (ui_test_find (f->page, NSM_TYPE_ROUND_CLOSED, 0), GTK_TYPE_PASSWORD_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "heron tram velvet ladder");
  press (f->page, "Use the passphrase");
  wait_until (has_key, f);
  press (f->page, "Reveal");
  g_assert_cmpint (f->round->state, ==, NSM_ROUND_STATE_REVEALED);
}

int
main (int argc, char *argv[])
{
  rounds_init (&argc, &argv);
  g_test_add ("/ui/rounds-files/ballots", Fixture, NULL, set_up, test_ballots, tear_down);
  g_test_add ("/ui/rounds-files/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/ui/rounds-files/opened", Fixture, NULL, set_up, test_opened, tear_down);
  g_test_add ("/ui/rounds-files/code", Fixture, NULL, set_up, test_code, tear_down);
  g_test_add ("/ui/rounds-files/passphrase", Fixture, NULL, set_up, test_passphrase, tear_down);
  return g_test_run ();
}
