/* SPDX-License-Identifier: BSD-2-Clause */
/* What client and broker share of their messages. */
#include "preload/wire.h"

#include <stdio.h>

bool skep_wire_address(const char *folder, struct sockaddr_un *address)
{
	int length;

	*address = (struct sockaddr_un){.sun_family = AF_UNIX};
	length =
	    snprintf(address->sun_path, sizeof(address->sun_path), "%s/" SKEP_WIRE_SOCKET, folder);
	return length > 0 && (size_t)length < sizeof(address->sun_path);
}

const void *skep_wire_control(struct msghdr *message, int kind, size_t size)
{
	struct cmsghdr *c = CMSG_FIRSTHDR(message);

	for (; c; c = CMSG_NXTHDR(message, c))
		if (c->cmsg_level == SOL_SOCKET && c->cmsg_type == kind &&
		    c->cmsg_len == CMSG_LEN(size))
			return CMSG_DATA(c);
	return NULL;
}
