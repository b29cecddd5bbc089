/* SPDX-License-Identifier: BSD-2-Clause */
/* The rows of protos.def. */
#include "filter/lower_net.h"

static const struct skep_proto rows[] = {
#define PROTO(id, word, title, field, number, holds, access)                                       \
	[SKEP_Q_##                                                                                 \
	    id] = {word, SKEP_FIELD_##field, SKEP_FIELD_##holds, SKEP_ACCESS_##access, number},
#include "filter/protos.def"
#undef PROTO
};

const struct skep_proto *skep_proto_row(u8 proto)
{
	return &rows[proto];
}
