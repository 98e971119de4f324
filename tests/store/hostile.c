/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that must be refused, each with the place and the reason. */
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "folder.h"
#include "record/json.h"
#include "store/codec.h"
#include "store/document.h"
#include "store/workshop-file.h"

/* A whole file but for its end, in 45 characters. */
#define HEAD "{\"format\":\"north-star-workshop\",\"version\":1"
#define FILE_WITH(members) HEAD "," members "}"
#define TIMES_4(text) text text text text
#define TIMES_64(text) TIMES_4 (TIMES_4 (TIMES_4 (text)))
#define BYTES(literal) literal, sizeof literal - 1

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  const char *message;
} Case;

static const Case cases[] = {
#include "hostile-cases.h"
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NsmWorkshop) workshop = NULL;
  /* No NUL behind it: a reader that goes too far is found out. */
  g_autofree char *exact = g_memdup2 (one->bytes, one->length);

  workshop = nsm_codec_read (exact, one->length, NULL, &error);
  g_assert_null (workshop);
  g_assert_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_DAMAGED);
  g_assert_cmpstr (error->message, ==, one->message);
}

/* A file that was refused is as it was, to the byte and the nanosecond. */
static void
test_not_touched (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = dup_path ("damaged.nsm");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  struct stat before;
  struct stat after;

  put_text (path, FILE_WITH ("\"title\":3"));
  g_assert_cmpint (stat (path, &before), ==, 0);
  g_assert_null (nsm_document_open (file, &error));
  g_assert_cmpstr (error->message, ==,
                   "“damaged.nsm” can’t be opened, and wasn’t touched. "
                   "title: expected a text, found a number");
  g_assert_cmpint (stat (path, &after), ==, 0);
  g_assert_cmpint (before.st_mtim.tv_nsec, ==, after.st_mtim.tv_nsec);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  text = get_text (path);
  g_assert_cmpstr (text, ==, FILE_WITH ("\"title\":3"));
}

static void
assert_message (const char *path, NsmStoreError code, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (nsm_workshop_load (path, NULL, &error));
  g_assert_error (error, NSM_STORE_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_not_a_file (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *folder = dup_path ("folder.nsm");
  g_autofree char *pipe_path = dup_path ("pipe.nsm");
  g_autofree char *missing = dup_path ("missing.nsm");
  g_autofree char *loop = dup_path ("loop.nsm");

  g_mkdir (folder, 0700);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_cmpint (symlink ("loop.nsm", loop), ==, 0);
  assert_message (folder, NSM_STORE_ERROR_NOT_A_FILE, "“folder.nsm” is a folder, not a file.");
  assert_message (pipe_path, NSM_STORE_ERROR_NOT_A_FILE, "“pipe.nsm” isn’t an ordinary file.");
  assert_message ("/dev/zero", NSM_STORE_ERROR_NOT_A_FILE, "“zero” isn’t an ordinary file.");
  assert_message (missing, NSM_STORE_ERROR_READ, "There is no file “missing.nsm”.");
  assert_message (loop, NSM_STORE_ERROR_READ,
                  "“loop.nsm” couldn’t be read: Too many levels of symbolic links.");
}

static void
test_too_large (gconstpointer data G_GNUC_UNUSED)
{
  const gsize size = NSM_JSON_MAX_SIZE + 1;
  g_autofree char *path = dup_path ("large.nsm");
  g_autofree char *spaces = g_malloc (size);
  g_autoptr (GError) error = NULL;

  memset (spaces, ' ', size);
  g_assert_null (nsm_codec_read (spaces, size, NULL, &error));
  g_assert_error (error, NSM_STORE_ERROR, NSM_STORE_ERROR_TOO_LARGE);
  g_assert_cmpstr (error->message, ==, "The file is larger than 64 MiB.");
  put_text (path, "");
  g_assert_cmpint (truncate (path, (off_t) size), ==, 0);
  assert_message (path, NSM_STORE_ERROR_TOO_LARGE,
                  "“large.nsm” is larger than the 64 MiB that a workshop may have.");
}

/* Just within every limit. */
static void
test_accepted (gconstpointer data G_GNUC_UNUSED)
{
  static const char *const accepted[] = {
    "\xef\xbb\xbf" HEAD "}",
    " \r\n\t" HEAD "}\n\n",
    "{\"title\":\"A\",\"version\":1.0,\"format\":\"north-star-workshop\"}",
    FILE_WITH ("\"title\":\"\\ud83d\\ude00 \\u00e9 \\/\""),
    FILE_WITH ("\"date\":\"2024-02-29\""),
    FILE_WITH ("\"date\":\"\""),
    FILE_WITH ("\"definition\":{\"baseline\":-1.7976931348623157e308}"),
    FILE_WITH ("\"later\":1e-999"),
    FILE_WITH ("\"metrics\":[{\"id\":\"a\"}],\"candidates\":[{\"id\":\"c\",\"metric\":\"a\"}]"),
  };
  g_autoptr (GString) deep = g_string_new (HEAD ",\"later\":");

  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NsmWorkshop) workshop =
        nsm_codec_read (accepted[i], strlen (accepted[i]), NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (workshop);
    }
  for (guint i = 0; i < 63; i++)
    g_string_append_c (deep, '[');
  for (guint i = 0; i < 63; i++)
    g_string_append_c (deep, ']');
  g_string_append_c (deep, '}');
  g_autoptr (NsmWorkshop) workshop = nsm_codec_read (deep->str, deep->len, NULL, NULL);
  g_assert_nonnull (workshop);
}

static void
test_long_text (gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *letters = g_strnfill (401, 'x');
  g_autofree char *text = g_strconcat (HEAD ",\"title\":\"", letters, "\"}", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (nsm_codec_read (text, strlen (text), NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "title: a text of at most 400 characters is expected, this one has 401");
}

int
main (int argc, char *argv[])
{
  char *root = begin_isolated (&argc, &argv);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/hostile/%s", cases[i].name);

      add_test (path, test_case, &cases[i]);
    }
  add_test ("/hostile/not-touched", test_not_touched, NULL);
  add_test ("/hostile/not-a-file", test_not_a_file, NULL);
  add_test ("/hostile/too-large", test_too_large, NULL);
  add_test ("/hostile/accepted", test_accepted, NULL);
  add_test ("/hostile/long-text", test_long_text, NULL);
  return end_isolated (root);
}
