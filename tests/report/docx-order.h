/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of the elements inside properties, as ECMA-376 part 1 has it. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

/* (transfer full) (nullable): what is out of order in @element or below it */
char *docx_order_find_problem (xmlNodePtr element);
void docx_order_check (xmlDocPtr doc);
