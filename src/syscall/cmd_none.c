/* SPDX-License-Identifier: BSD-2-Clause */
/* Commands that give nothing here, with what Linux says where there is nothing to give:
 * TOKEN_CREATE of a bpffs that delegates nothing, ITER_CREATE of a link that is no iterator's. */
#include <errno.h>
#include <string.h>

#include "syscall/pins.h"

/* Of each command the first two words of attr. */
static u32 word(const struct skep_bpf_call *call, u32 number)
{
	u32 value;

	memcpy(&value, call->bytes + number * sizeof(value), sizeof(value));
	return value;
}

long skep_cmd_token_create(struct skep_bpf_call *call)
{
	if (word(call, 0))
		return -EINVAL;
	return skep_pins_token(call, word(call, 1));
}

long skep_cmd_iter_create(struct skep_bpf_call *call)
{
	struct skep_entity *e;
	int error = 0;

	if (word(call, 1))
		return -EINVAL;
	e = skep_entity_get(call, SKEP_ENTITY_LINK, (int)word(call, 0), &error);
	skep_entity_put(e);
	return e ? -EINVAL : error;
}
