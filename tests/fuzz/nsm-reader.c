/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the bytes: the reader either refuses them with a reason, or reads
 * something that it can write and read again as the same. */
#include "fuzz.h"

#include "store/codec.h"

#define fail(...) g_error (__VA_ARGS__)

static void
check_again (NsmWorkshop *workshop)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = nsm_codec_write (workshop, &error);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (NsmWorkshop) again = NULL;

  /* Escaping may make it larger than a file may be. */
  if (first == NULL)
    return;
  again = nsm_codec_read (g_bytes_get_data (first, NULL), g_bytes_get_size (first), NULL, &error);
  if (again == NULL)
    fail ("what was written isn't read: %s", error->message);
  second = nsm_codec_write (again, NULL);
  if (!g_bytes_equal (first, second))
    fail ("what was written isn't the same after reading it");
}

int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  gboolean read_only = FALSE;
  g_autoptr (NsmWorkshop) workshop =
    nsm_codec_read ((const char *) data, size, &read_only, &error);

  if ((workshop == NULL) != (error != NULL))
    fail ("neither read nor refused");
  if (workshop == NULL && error->message[0] == '\0')
    fail ("refused without a reason");
  if (workshop != NULL && !read_only)
    check_again (workshop);
  return 0;
}
