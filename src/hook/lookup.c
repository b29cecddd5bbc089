/* SPDX-License-Identifier: BSD-2-Clause */
/* Socket lookup: the addresses of a packet for which a socket is sought. There are no sockets here,
 * so none can be chosen. Linux: net/bpf/test_run.c. */
#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "hook/hook.h"

struct lookup_stage {
	struct skep_stage stage;
	struct bpf_sk_lookup lookup; /* as programs have it */
	struct bpf_sk_lookup user;   /* as it is shown */
};

static void init(struct skep_stage *stage)
{
	struct lookup_stage *s = (struct lookup_stage *)stage;

	stage->env.context = &s->lookup;
	stage->env.context_size = sizeof(s->lookup);
}

enum { SET_BY_USER = offsetof(struct bpf_sk_lookup, local_port) + sizeof(u32) };

static bool sets_others(const struct bpf_sk_lookup *user)
{
	const u8 *bytes = (const u8 *)user;

	if (user->sk)
		return true;
	for (size_t i = SET_BY_USER; i < sizeof(*user); i++)
		if (bytes[i])
			return true;
	return false;
}

static int put(struct skep_stage *stage, const struct skep_stage_input *in)
{
	struct lookup_stage *s = (struct lookup_stage *)stage;
	struct bpf_sk_lookup *user = &s->user;
	u16 family;

	memset(user, 0, sizeof(*user));
	if (in->context)
		memcpy(user, in->context, in->context_size);
	if (sets_others(user))
		return -EINVAL;
	if (user->local_port > UINT16_MAX)
		return -ERANGE;
	family = (u16)user->family;
	if (family != AF_INET && family != AF_INET6)
		return -EAFNOSUPPORT;
	s->lookup = *user;
	s->lookup.family = family;
	s->lookup.protocol = (u16)user->protocol;
	if (family == AF_INET) {
		memset(s->lookup.remote_ip6, 0, sizeof(user->remote_ip6));
		memset(s->lookup.local_ip6, 0, sizeof(user->local_ip6));
	} else {
		s->lookup.remote_ip4 = s->lookup.local_ip4 = 0;
	}
	return 0;
}

static const void *shown(struct skep_stage *stage, size_t *size)
{
	struct lookup_stage *s = (struct lookup_stage *)stage;

	*size = sizeof(s->user);
	return &s->user;
}

const struct skep_hook_ops skep_hook_lookup = {
    .size = sizeof(struct lookup_stage),
    .kind = SKEP_STAGE_FIELD,
    .context_size = sizeof(struct bpf_sk_lookup),
    .init = init,
    .put = put,
    .shown = shown,
};
