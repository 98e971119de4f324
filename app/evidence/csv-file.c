/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "evidence/csv-private.h"

static gboolean
check_kind (const struct stat *info, const char *name, GError **error)
{
  const char *sentence;

  if (S_ISREG (info->st_mode))
    return TRUE;
  if (S_ISDIR (info->st_mode))
    sentence = _("“%s” is a folder. A file is needed.");
  else if (S_ISFIFO (info->st_mode))
    sentence = _("“%s” is a pipe. A file on the disk is needed.");
  else
    sentence = _("“%s” is a device or a socket. A file on the disk is needed.");
  g_set_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_NOT_A_FILE, sentence, name);
  return FALSE;
}

static void
set_errno (GError **error, int saved_errno, const char *name)
{
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (saved_errno),
               _("“%s” can’t be read: %s"), name, g_strerror (saved_errno));
}

static gboolean
look_at_beginning (NsmCsvFile *self, GError **error)
{
  guint8 magic[3] = { 0 };

  if (self->size == 0)
    {
      g_set_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_EMPTY, _("“%s” is empty."), self->name);
      return FALSE;
    }
  if (nsm_csv_file_read (self, magic, sizeof magic, 0, error) < 0)
    return FALSE;
  self->compressed = magic[0] == 0x1f && magic[1] == 0x8b && magic[2] == 8;
  return TRUE;
}

/* Never waits: a pipe is asked for its kind before it is opened, and once more after. */
NsmCsvFile *
nsm_csv_file_open (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_file_get_uri (file);
  g_autoptr (NsmCsvFile) self = NULL;
  struct stat info;
  int fd;

  if (path == NULL)
    {
      g_set_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_NOT_A_FILE,
                   _("“%s” isn’t on this computer. Copy it here first."), name);
      return NULL;
    }
  if (stat (path, &info) != 0)
    {
      set_errno (error, errno, name);
      return NULL;
    }
  if (!check_kind (&info, name, error))
    return NULL;
  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    {
      set_errno (error, errno, name);
      return NULL;
    }

  self = g_new0 (NsmCsvFile, 1);
  self->fd = fd;
  self->name = g_steal_pointer (&name);
  if (fstat (fd, &info) != 0)
    {
      set_errno (error, errno, self->name);
      return NULL;
    }
  if (!check_kind (&info, self->name, error))
    return NULL;
  self->size = info.st_size;
  self->modified_s = info.st_mtim.tv_sec;
  self->modified_ns = info.st_mtim.tv_nsec;
  return look_at_beginning (self, error) ? g_steal_pointer (&self) : NULL;
}

static void
set_changed (NsmCsvFile *self, GError **error)
{
  g_set_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_CHANGED,
               _("“%s” changed while it was read. Wait until it is written, then open it again."),
                  self->name);
}

/* Fills @buffer as far as the file goes that was opened; a file that has become shorter than
 * that is an error. 0 is its end. */
gssize
nsm_csv_file_read (NsmCsvFile *self, void *buffer, gsize size, goffset at, GError **error)
{
  gsize wanted = at < self->size ? MIN (size, (gsize) (self->size - at)) : 0;
  gsize done = 0;

  while (done < wanted)
    {
      gssize n = pread (self->fd, (char *) buffer + done, wanted - done, at + (goffset) done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_errno (error, errno, self->name);
          return -1;
        }
      if (n == 0)
        {
          set_changed (self, error);
          return -1;
        }
      done += (gsize) n;
    }
  return (gssize) done;
}

gboolean
nsm_csv_file_check_unchanged (NsmCsvFile *self, GError **error)
{
  struct stat info;

  if (fstat (self->fd, &info) != 0)
    {
      set_errno (error, errno, self->name);
      return FALSE;
    }
  if (info.st_size == self->size && info.st_mtim.tv_sec == self->modified_s &&
      info.st_mtim.tv_nsec == self->modified_ns)
    return TRUE;
  set_changed (self, error);
  return FALSE;
}

/* Files that people take for a table and that no format would explain. */
gboolean
nsm_csv_file_check_is_text (NsmCsvFile *self, GError **error)
{
  static const struct
  {
    const char *magic;
    gsize length;
    const char *sentence;
  } known[] = {
    { "PK\003\004", 4, N_("“%s” is a spreadsheet or an archive. Save the sheet as CSV first.") },
      { "\xd0\xcf\x11\xe0", 4, N_("“%s” is a spreadsheet. Save the sheet as CSV first.") },
        { "%PDF-", 5, N_("“%s” is a PDF. Its table has to be exported as CSV.") },
          { "BZh", 3, N_("“%s” is packed by bzip2. Unpack it, or pack it by gzip.") },
            { "\xfd"
              "7zXZ",
              5, N_("“%s” is packed by xz. Unpack it, or pack it by gzip.") },
              { "\x28\xb5\x2f\xfd", 4,
                N_("“%s” is packed by zstd. Unpack it, or pack it by gzip.") },
                { "PAR1", 4, N_("“%s” is a Parquet file. Export it as CSV.") },
                  { "SQLite format 3", 15,
                    N_("“%s” is a database. Export a table from it as CSV.") },
                };
  char beginning[16] = { 0 };

  if (nsm_csv_file_read (self, beginning, sizeof beginning, 0, error) < 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (memcmp (beginning, known[i].magic, known[i].length) == 0)
      {
        g_set_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_NOT_TEXT,
                     _(known[i].sentence), self->name);
        return FALSE;
      }
  return TRUE;
}

void
nsm_csv_file_close (NsmCsvFile *self)
{
  close (self->fd);
  g_free (self->name);
  g_free (self);
}
