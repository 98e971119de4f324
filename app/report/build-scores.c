/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/build-private.h"

void
nsm_build_scores (NsmBuild *build, NsmNode *section)
{
}
