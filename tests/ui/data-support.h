/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/data-page.h"

G_BEGIN_DECLS

/* The page for a file of data, in a window of its own. */

typedef struct
{
  char *folder;
  NsmWorkshop *workshop;
  NsmDocument *document;
  GtkWidget *page;
  GtkWidget *window;
  NsmDataset *kept;
  NsmLook *look;
  gboolean cancelled;
} DataFixture;

void data_set_up (DataFixture *fixture, gconstpointer data);
void data_set_up_sized (DataFixture *fixture, int width, int height);
void data_tear_down (DataFixture *fixture, gconstpointer data);

GFile *data_write_file (DataFixture *fixture, const char *name, const char *text, gssize length);
GFile *data_write_customers (DataFixture *fixture, const char *name, guint n_rows);
void data_open_customers (DataFixture *fixture);

void data_wait_until_done (DataFixture *fixture);

NsmColumn *data_get_column (DataFixture *fixture, const char *name);
NsmDataset *data_get_dataset (DataFixture *fixture);
GtkWidget *data_find_row (DataFixture *fixture, const char *name);
void data_check_row (DataFixture *fixture, const char *name, const char *words);
GtkWidget *data_get_pill (DataFixture *fixture);
void data_say_days (NsmColumn *column, double from, double to);

#define DATA_ADD(path, function)                                                                   \
  g_test_add (path, DataFixture, NULL, data_set_up, function, data_tear_down)

G_END_DECLS
