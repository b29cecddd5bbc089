/* SPDX-License-Identifier: BSD-2-Clause */
/* Messages of rtnetlink(7) that ask for something. */
#ifndef SKEP_SYSCALL_REQUESTS_H
#define SKEP_SYSCALL_REQUESTS_H

#include <linux/rtnetlink.h>

#include "base/types.h"

/* Whether a message asks for a list: the third of each four types gets, and flags mean that there.
 */
static inline bool skep_request_is_dump(const struct nlmsghdr *head)
{
	return (head->nlmsg_type & 3) == (RTM_GETLINK & 3) && head->nlmsg_flags & NLM_F_DUMP;
}

#endif
