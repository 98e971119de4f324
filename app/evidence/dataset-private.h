/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "evidence/dataset.h"

G_BEGIN_DECLS

struct _NsmLook
{
  NsmTable *table;
  NsmStudyPlan *plan; /* as it was when the look began: pairs mean its columns */
  NsmStudy *study;
};

G_END_DECLS
