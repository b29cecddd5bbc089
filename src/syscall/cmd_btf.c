/* SPDX-License-Identifier: BSD-2-Clause */
/* BTF_LOAD. */
#include <bpf/btf.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "prog/specials.h"
#include "syscall/btf.h"
#include "syscall/memory.h"
#include "syscall/system.h"

enum {
	BTF_SIZE_MAX = 16 * 1024 * 1024, /* bytes */
	FLAGS = 32,			 /* offset in attr */
	TOKEN = 36,			 /* ... */
};

static void drop_btf(struct skep_entity *entity)
{
	(void)entity;
}

static void free_btf(struct skep_entity *entity)
{
	struct skep_btf_entity *e = (struct skep_btf_entity *)entity;

	btf__free(e->btf);
	skep_free(e->bytes);
	if (entity->file >= 0)
		close(entity->file);
	skep_free(e);
}

static const struct skep_entity_ops btf_ops = {.drop = drop_btf, .free = free_btf};

static int read_bytes(const struct skep_bpf_call *call, struct skep_btf_entity *e)
{
	e->size = call->attr.btf_size;
	e->bytes = skep_alloc(e->size + 1);
	return e->bytes ? skep_memory_read(call, e->bytes, call->attr.btf, e->size) : -ENOMEM;
}

static int read_types(struct skep_btf_entity *e, struct skep_buffer *log)
{
	struct skep_buffer plain = {0};
	int error = skep_btf_check(e->bytes, e->size, &plain, log);

	if (!error) {
		e->btf = btf__new(plain.data, (u32)plain.count);
		error = e->btf ? 0 : -EINVAL;
	}
	skep_buffer_fini(&plain);
	return log->failed ? -ENOMEM : error;
}

/* Linux looks at the fields of objects since 6.2. */
static int check_objects(struct skep_bpf_call *call, const struct skep_btf_entity *e,
			 struct skep_buffer *log)
{
	struct skep_specials_ask ask = {
	    .btf = e->btf, .version = call->skep->config.kernel, .holder = SKEP_SPECIALS_OBJECT};
	u32 id = 0;
	int error;

	if (ask.version && ask.version < 602)
		return 0;
	ask.kernel = skep_specials_own(e->btf) ? skep_system_kernel(call->skep) : NULL;
	error = skep_specials_check_types(&ask, &id);
	if (error)
		skep_buffer_printf(
		    log, "BTF type [%u]: the special fields of struct %s %s (error %d)\n", id,
		    skep_types_name(e->btf, id),
		    error == -ELOOP ? "own what owns more, and are owned" : "do not go together",
		    -error);
	return error;
}

/* Flags are behind what headers of Linux 6.1 have. */
static int check(const struct skep_bpf_call *call)
{
	u32 flags;

	memcpy(&flags, call->bytes + FLAGS, sizeof(flags));
	if (flags & ~(u32)SKEP_TOKEN)
		return -EINVAL;
	if (flags)
		return skep_call_token(call, TOKEN);
	return call->attr.btf_size > BTF_SIZE_MAX ? -E2BIG : 0;
}

static long load(struct skep_bpf_call *call, struct skep_btf_entity *e)
{
	struct skep_call_log log = {call->attr.btf_log_buf, call->attr.btf_log_size,
				    call->attr.btf_log_level, SKEP_ATTR_BTF_TRUE_SIZE};
	struct skep_buffer text = {0};
	int error = check(call) ?: skep_call_check_log(&log) ?: read_bytes(call, e), cut;

	if (error)
		return error;
	error = read_types(e, &text) ?: check_objects(call, e, &text);
	cut = skep_call_log(call, &log, text.data ? text.data : "", text.count);
	skep_buffer_fini(&text);
	return cut ?: error ?: skep_entity_open(&e->e, "btf", O_RDWR);
}

long skep_cmd_btf_load(struct skep_bpf_call *call)
{
	struct skep_btf_entity *e = skep_alloc(sizeof(*e));
	long fd;

	if (!e)
		return -ENOMEM;
	e->e = (struct skep_entity){.kind = SKEP_ENTITY_BTF, .file = -1, .ops = &btf_ops};
	fd = load(call, e);
	if (fd < 0)
		free_btf(&e->e);
	else
		skep_entity_add(call->skep, &e->e);
	return fd;
}
