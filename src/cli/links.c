/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/links.h"

#include <skep/filter.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/near.h"
#include "cli/out.h"

enum { ETHERNET = 1, LINKTYPES = 400 /* more than there are */ };

static bool by_number(const char *text, u32 *dlt)
{
	char *end;
	unsigned long value = strtoul(text, &end, 10);

	if (end == text || *end != '\0' || value > 0x03ffffff)
		return false;
	*dlt = (u32)value;
	return true;
}

bool skep_links_find(const char *name, u32 *dlt)
{
	struct skep_near near = {.wanted = name};

	*dlt = ETHERNET;
	if (!name || skep_linktype_by_name(name, dlt) || by_number(name, dlt))
		return true;
	for (u32 i = 0; i < LINKTYPES; i++) {
		if (skep_linktype_name(i))
			skep_near_offer(&near, skep_linktype_name(i));
	}
	skep_out_usage("there is no link type %s: %s%s", name,
		       near.names[0] ? "perhaps "
				     : "EN10MB is Ethernet, RAW bare IP; see "
				       "docs/reference/link-types.md",
		       near.names);
	return false;
}

const char *skep_links_name(u32 dlt, char number[16])
{
	const char *name = skep_linktype_name(dlt);

	snprintf(number, 16, "%u", dlt);
	return name ? name : number;
}
