/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define NSM_TEXT_SIZE_MIN 50
#define NSM_TEXT_SIZE_MAX 200

void nsm_style_load (void);
void nsm_style_set_text_size (int percent);
int nsm_style_get_text_size (void);

G_END_DECLS
