/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>

/* What a fuzzing engine, or main.c instead of one, calls with each input. */
int LLVMFuzzerTestOneInput (const unsigned char *data, size_t size);
