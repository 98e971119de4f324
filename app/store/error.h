/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NSM_STORE_ERROR (nsm_store_error_quark ())
GQuark nsm_store_error_quark (void);

typedef enum
{
  NSM_STORE_ERROR_DAMAGED = 1, /* the bytes aren't a workshop; the message has the place */
  NSM_STORE_ERROR_NOT_A_FILE,  /* a folder, a pipe, a device */
  NSM_STORE_ERROR_TOO_LARGE,
  NSM_STORE_ERROR_READ,
  NSM_STORE_ERROR_WRITE,
  NSM_STORE_ERROR_CHANGED,   /* another program changed the file */
  NSM_STORE_ERROR_LOCKED,    /* another window has it open */
  NSM_STORE_ERROR_READ_ONLY, /* this document may not be written */
} NsmStoreError;

G_END_DECLS
