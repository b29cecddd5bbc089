/* SPDX-License-Identifier: BSD-2-Clause */
#include <string.h>

#include "spec/spec.h"

#define bpf_sock_common bpf_sock
#define END(type, field)                                                                           \
	(offsetof(struct bpf_##type, field) + sizeof(((struct bpf_##type *)0)->field))
static const struct {
	const char *socket, *name;
	u32 off, end; /* bytes of the struct */
	u8 size;
	bool narrow;
} fields[] = {
#define FIELD(socket_, first, last, size_, narrow_)                                                \
	{.socket = #socket_,                                                                       \
	 .name = #first,                                                                           \
	 .off = offsetof(struct bpf_##socket_, first),                                             \
	 .end = END(socket_, last),                                                                \
	 .size = size_,                                                                            \
	 .narrow = narrow_},
#include "spec/sockets.def"
};

/* Linux lets the two bytes of a port be read as four besides. */
static bool is_port_word(const char *name, struct skep_ctx_ask ask, u32 off)
{
	return ask.size == 4 && ask.off == off && strcmp(name, "dst_port") == 0;
}

bool skep_sock_access(const char *socket, struct skep_ctx_ask ask, struct skep_field *field)
{
	for (u32 i = 0; i < SKEP_COUNT(fields); i++) {
		if (ask.off < fields[i].off || ask.off >= fields[i].end ||
		    strcmp(fields[i].socket, socket) != 0)
			continue;
		*field = (struct skep_field){.name = fields[i].name,
					     .off = fields[i].off,
					     .size = fields[i].size,
					     .kind = SKEP_FIELD_SCALAR,
					     .narrow = fields[i].narrow};
		if (ask.write || ask.off % ask.size)
			return false;
		return ask.size == fields[i].size ||
		       (fields[i].narrow && ask.size < fields[i].size) ||
		       is_port_word(fields[i].name, ask, fields[i].off);
	}
	return false;
}
