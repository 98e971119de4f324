/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "evidence/table-private.h"

/* Arrays of millions grow without being copied, have their pages given at once rather than by
 * one fault each, and go back to the system when they are freed, whatever thread made them: that
 * is more than malloc() does for threads. */
#define LARGE ((gsize) 1024 * 1024)

static gsize
round_up (gsize size)
{
  gsize page = (gsize) sysconf (_SC_PAGESIZE);

  return (size + page - 1) / page * page;
}

static gpointer
map (gsize size)
{
  gpointer array = mmap (NULL, round_up (size), PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);

  return array != MAP_FAILED ? array : NULL;
}

/* Makes @array of @old_size bytes one of @size; NULL where there isn't the memory, and then
 * @array is as it was. */
gpointer
nsm_table_array_resize (gpointer array, gsize old_size, gsize size)
{
  gpointer resized;

  if (old_size < LARGE && size < LARGE)
    return g_try_realloc (array, MAX (1, size));
  if (old_size >= LARGE && size >= LARGE)
    {
      resized = mremap (array, round_up (old_size), round_up (size), MREMAP_MAYMOVE);
      return resized != MAP_FAILED ? resized : NULL;
    }
  resized = size >= LARGE ? map (size) : g_try_malloc (MAX (1, size));
  if (resized == NULL)
    return NULL;
  if (array != NULL)
    memcpy (resized, array, MIN (old_size, size));
  nsm_table_array_free (array, old_size);
  return resized;
}

void
nsm_table_array_free (gpointer array, gsize size)
{
  if (array != NULL && size >= LARGE)
    munmap (array, round_up (size));
  else
    g_free (array);
}
