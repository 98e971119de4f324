/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "evidence/csv-private.h"

#define LAYER_SIZE (128 * 1024)

typedef struct
{
  GConverter *converter; /* NULL: what is below passes through */
  guint8 *bytes;         /* read from below, not yet converted */
  gsize start;
  gsize size;
  gboolean is_at_end; /* of what is below */
  gboolean finished;
} Layer;

struct _NsmCsvStream
{
  NsmCsvFile *file; /* not owned */
  goffset position;
  Layer unpack;
  Layer decode;
  gboolean has_trailing_garbage;
};

static gssize
read_file (NsmCsvStream *self, void *buffer, gsize size, GError **error)
{
  gssize n = nsm_csv_file_read (self->file, buffer, size, self->position, error);

  if (n > 0)
    self->position += n;
  return n;
}

typedef gssize (*ReadFunc) (NsmCsvStream *self, void *buffer, gsize size, GError **error);

static gboolean
refill (NsmCsvStream *self, Layer *layer, ReadFunc below, GError **error)
{
  gssize n;

  if (layer->bytes == NULL)
    layer->bytes = g_malloc (LAYER_SIZE);
  memmove (layer->bytes, layer->bytes + layer->start, layer->size - layer->start);
  layer->size -= layer->start;
  layer->start = 0;
  n = below (self, layer->bytes + layer->size, LAYER_SIZE - layer->size, error);
  if (n < 0)
    return FALSE;
  layer->size += (gsize) n;
  layer->is_at_end = n == 0;
  return TRUE;
}

/* Several packed files one after another are one; anything else after the end isn't of it. */
static gboolean
go_on_with_next_member (NsmCsvStream *self, GError **error)
{
  Layer *layer = &self->unpack;

  while (layer->size - layer->start < 2 && !layer->is_at_end)
    if (!refill (self, layer, read_file, error))
      return FALSE;
  layer->finished = !(layer->size - layer->start >= 2 && layer->bytes[layer->start] == 0x1f &&
                      layer->bytes[layer->start + 1] == 0x8b);
  if (!layer->finished)
    g_converter_reset (layer->converter);
  else
    for (gsize i = layer->start; i < layer->size; i++)
      if (layer->bytes[i] != 0)
        self->has_trailing_garbage = TRUE;
  return TRUE;
}

static gssize
convert (NsmCsvStream *self, Layer *layer, ReadFunc below, void *buffer, gsize size, GError **error)
{
  while (!layer->finished)
    {
      g_autoptr (GError) problem = NULL;
      GConverterFlags flags = layer->is_at_end ? G_CONVERTER_INPUT_AT_END : 0;
      GConverterResult result;
      gsize n_read = 0, n_written = 0;

      if (layer->size == layer->start && !layer->is_at_end)
        {
          if (!refill (self, layer, below, error))
            return -1;
          continue;
        }
      if (layer->size == layer->start && layer == &self->decode)
        return 0;
      result = g_converter_convert (layer->converter, layer->bytes + layer->start,
                                    layer->size - layer->start, buffer, size, flags, &n_read,
                                    &n_written, &problem);
      if (result == G_CONVERTER_ERROR &&
          g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT) && !layer->is_at_end)
        {
          if (!refill (self, layer, below, error))
            return -1;
          continue;
        }
      if (result == G_CONVERTER_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return -1;
        }
      layer->start += n_read;
      if (result == G_CONVERTER_FINISHED && layer == &self->decode)
        layer->finished = TRUE;
      else if (result == G_CONVERTER_FINISHED && !go_on_with_next_member (self, error))
        return -1;
      if (n_written > 0)
        return (gssize) n_written;
    }
  return 0;
}

static gssize
read_unpacked (NsmCsvStream *self, void *buffer, gsize size, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gssize n;

  if (self->unpack.converter == NULL)
    return read_file (self, buffer, size, error);
  n = convert (self, &self->unpack, read_file, buffer, size, &problem);
  if (n < 0 && problem->domain == G_IO_ERROR &&
      (problem->code == G_IO_ERROR_PARTIAL_INPUT || problem->code == G_IO_ERROR_INVALID_DATA))
    g_set_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_NOT_TEXT,
                 problem->code == G_IO_ERROR_PARTIAL_INPUT
                 ? _("“%s” ends too early: a part of the packed file is missing. Copy it again.")
                 : _("“%s” is damaged: it can’t be unpacked. Copy it again."), self->file->name);
  else if (n < 0)
    g_propagate_error (error, g_steal_pointer (&problem));
  return n;
}

/* @encoding: NULL for the bytes as they are (unpacked). */
NsmCsvStream *
nsm_csv_stream_new (NsmCsvFile *file, const char *encoding, GError **error)
{
  g_autoptr (NsmCsvStream) self = g_new0 (NsmCsvStream, 1);

  self->file = file;
  if (file->compressed)
    self->unpack.converter = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  if (encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0)
    {
      GCharsetConverter *converter = g_charset_converter_new ("UTF-8", encoding, NULL);

      if (converter == NULL)
        {
          g_set_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_NOT_TEXT,
                       _("“%s” can’t be read as %s: this encoding isn’t known here."), file->name,
                          encoding);
          return NULL;
        }
      g_charset_converter_set_use_fallback (converter, TRUE);
      self->decode.converter = G_CONVERTER (converter);
    }
  return g_steal_pointer (&self);
}

/* Some bytes of UTF-8; 0 at the end, -1 with @error set. @size should be thousands. */
gssize
nsm_csv_stream_read (NsmCsvStream *self, void *buffer, gsize size, GError **error)
{
  g_autoptr (GError) problem = NULL;
  gssize n;

  if (self->decode.converter == NULL)
    return read_unpacked (self, buffer, size, error);
  n = convert (self, &self->decode, read_unpacked, buffer, size, &problem);
  if (n < 0 && problem->domain == G_IO_ERROR &&
      (problem->code == G_IO_ERROR_PARTIAL_INPUT || problem->code == G_IO_ERROR_INVALID_DATA))
    g_set_error (error, NSM_CSV_ERROR, NSM_CSV_ERROR_NOT_TEXT,
                 problem->code == G_IO_ERROR_PARTIAL_INPUT
                 ? _("“%s” ends in the middle of a character. Export it again.")
                 : _("“%s” has bytes that aren’t a character of its encoding."), self->file->name);
  else if (n < 0)
    g_propagate_error (error, g_steal_pointer (&problem));
  return n;
}

/* How far it is in the file on the disk. */
goffset
nsm_csv_stream_get_position (NsmCsvStream *self)
{
  return self->position;
}

gboolean
nsm_csv_stream_has_trailing_garbage (NsmCsvStream *self)
{
  return self->has_trailing_garbage;
}

void
nsm_csv_stream_free (NsmCsvStream *self)
{
  g_clear_object (&self->unpack.converter);
  g_clear_object (&self->decode.converter);
  g_free (self->unpack.bytes);
  g_free (self->decode.bytes);
  g_free (self);
}
