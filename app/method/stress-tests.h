/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/choices.h"

G_BEGIN_DECLS

/* The eight thought experiments that try to break a candidate. */

const char *nsm_stress_test_get_name (NsmStressTest test);
char *nsm_stress_test_dup_question (NsmStressTest test, const char *metric_title);
const char *nsm_stress_test_get_meaning (NsmStressTest test, NsmVerdict verdict);
const char *nsm_stress_test_get_hint (NsmStressTest test);

G_END_DECLS
