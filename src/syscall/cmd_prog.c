/* SPDX-License-Identifier: BSD-2-Clause */
/* PROG_LOAD: what the caller gave is copied and checked for form, then the verifier decides. And
 * PROG_BIND_MAP. */
#include <errno.h>
#include <fcntl.h>
#include <linux/btf.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "map/rcu.h"
#include "refute/refute.h"
#include "spec/spec.h"
#include "syscall/load.h"
#include "syscall/memory.h"
#include "syscall/objects.h"
#include "vm/streams.h"

enum {
	INSNS_MAX = 1000000,
	INSNS_MAX_PLAIN = 4096, /* without CAP_BPF */
	LICENCE_ROOM = 128,
	LOOPBACK = 1,	   /* number of the interface */
	TOKEN = 144,	   /* offset in attr */
	SIGNATURE = 152,   /* ... */
	IDS_MAX = 0xfffff, /* of types */
};

#define FLAGS                                                                                      \
	(BPF_F_STRICT_ALIGNMENT | BPF_F_ANY_ALIGNMENT | BPF_F_TEST_RND_HI32 |                      \
	 BPF_F_TEST_STATE_FREQ | BPF_F_SLEEPABLE | BPF_F_XDP_HAS_FRAGS |                           \
	 BPF_F_XDP_DEV_BOUND_ONLY | BPF_F_TEST_REG_INVARIANTS | SKEP_TOKEN)

/* ---- form */

/* Programs that are attached to what types describe. */
static bool has_target(u32 type)
{
	return type == BPF_PROG_TYPE_TRACING || type == BPF_PROG_TYPE_LSM ||
	       type == BPF_PROG_TYPE_STRUCT_OPS || type == BPF_PROG_TYPE_EXT;
}

/* Another program as the target, or types of the caller's: which skep does not attach to. */
static int check_attach_prog(const struct skep_bpf_call *call)
{
	const union bpf_attr *attr = &call->attr;
	int error = 0;
	struct skep_entity *e = skep_entity_get_any(call, (int)attr->attach_prog_fd, &error);
	bool is_prog = e && e->kind == SKEP_ENTITY_PROG, is_types = e && e->kind == SKEP_ENTITY_BTF;

	skep_entity_put(e);
	if (is_prog && attr->prog_type != BPF_PROG_TYPE_TRACING &&
	    attr->prog_type != BPF_PROG_TYPE_EXT)
		return -EINVAL;
	return is_prog || is_types ? -SKEP_ENOTSUPP : -EINVAL;
}

static int check_target(const struct skep_bpf_call *call)
{
	const union bpf_attr *attr = &call->attr;

	if (attr->attach_prog_fd)
		return check_attach_prog(call);
	return attr->attach_btf_id &&
		       (attr->attach_btf_id > IDS_MAX || !has_target(attr->prog_type))
		   ? -EINVAL
		   : 0;
}

/* Whether a program is for a struct of the kernel that has no operations for programs. */
static bool lacks_operations(const struct skep_prog_load *l)
{
	const struct skep_kernel *kernel = l->in.kernel;
	char name[128];

	if (l->in.prog_type != BPF_PROG_TYPE_STRUCT_OPS || !l->in.gpl || !kernel)
		return false;
	snprintf(name, sizeof(name), "bpf_struct_ops_%s",
		 skep_kernel_name(kernel, l->in.attach_btf_id));
	return !skep_kernel_find(kernel, BTF_KIND_STRUCT, name);
}

/* Where one is needed and none is named. Why a struct is none for programs the verifier says. */
static int check_no_target(const struct skep_prog_load *l)
{
	const union bpf_attr *attr = &l->call->attr;

	return !attr->attach_btf_id && has_target(attr->prog_type) &&
		       attr->prog_type != BPF_PROG_TYPE_STRUCT_OPS
		   ? -EINVAL
		   : 0;
}

/* Attach types that were there before programs had to say theirs. */
static void fill_attach(union bpf_attr *attr)
{
	if (attr->expected_attach_type)
		return;
	if (attr->prog_type == BPF_PROG_TYPE_CGROUP_SOCK)
		attr->expected_attach_type = BPF_CGROUP_INET_SOCK_CREATE;
	if (attr->prog_type == BPF_PROG_TYPE_SK_REUSEPORT)
		attr->expected_attach_type = BPF_SK_REUSEPORT_SELECT;
}

static int check_type(const union bpf_attr *attr)
{
	const struct skep_prog_row *row = skep_prog_row(attr->prog_type);

	if (row && (row->traits & SKEP_PROG_T_ATTACH || row->attaches))
		return row->attaches & skep_attach_bit(attr->expected_attach_type) ? 0 : -EINVAL;
	return 0;
}

static int check(const struct skep_bpf_call *call)
{
	const union bpf_attr *attr = &call->attr;
	u32 most = call->skep->config.no_bpf ? INSNS_MAX_PLAIN : INSNS_MAX;

	if (attr->prog_flags & ~(u32)FLAGS)
		return -EINVAL;
	if (attr->prog_flags & SKEP_TOKEN)
		return skep_call_token(call, TOKEN);
	if (!attr->insn_cnt || attr->insn_cnt > most)
		return -E2BIG;
	return check_target(call) ?: check_type(attr);
}

static bool is_gpl(const char *licence)
{
	static const char *const compatible[] = {
	    "GPL",	    "GPL v2",	    "GPL and additional rights",
	    "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL",
	};

	for (size_t i = 0; i < SKEP_COUNT(compatible); i++)
		if (strcmp(licence, compatible[i]) == 0)
			return true;
	return false;
}

static bool is_type(const struct skep_config *config, u32 type)
{
	const struct skep_prog_row *row = skep_prog_row(type);

	return row && !(config->kernel && row->since > config->kernel);
}

/* Behind what headers of Linux 6.1 have; not offered, as by a Linux without keys. */
static bool is_signed(const struct skep_bpf_call *call)
{
	u64 signature;

	memcpy(&signature, call->bytes + SIGNATURE, sizeof(signature));
	return signature != 0;
}

/* Nothing is offloaded: the loopback interface takes no programs, and others are not known. */
static int check_device(const union bpf_attr *attr)
{
	u32 flags = attr->prog_flags, bound = flags & BPF_F_XDP_DEV_BOUND_ONLY;
	bool xdp = attr->prog_type == BPF_PROG_TYPE_XDP;

	if ((!xdp && attr->prog_type != BPF_PROG_TYPE_SCHED_CLS) ||
	    flags & ~(u32)(BPF_F_XDP_DEV_BOUND_ONLY | BPF_F_XDP_HAS_FRAGS) ||
	    (flags & BPF_F_XDP_HAS_FRAGS && !bound) || (bound && !xdp))
		return -EINVAL;
	return attr->prog_ifindex == LOOPBACK ? -EOPNOTSUPP : -EINVAL;
}

static int read_program(struct skep_prog_load *l)
{
	const union bpf_attr *attr = &l->call->attr;
	struct skep_prog_entity *prog = l->prog;
	size_t size = (size_t)attr->insn_cnt * sizeof(*prog->insns);
	char licence[LICENCE_ROOM];
	int error;

	prog->insns = skep_alloc(size);
	if (!prog->insns)
		return -ENOMEM;
	error = skep_memory_read(l->call, prog->insns, attr->insns, size)
		    ?: skep_memory_text(l->call, licence, attr->license, sizeof(licence));
	if (error)
		return error;
	if (is_signed(l->call))
		return -EOPNOTSUPP;
	error = attr->prog_ifindex ? check_device(attr) : 0;
	if (!error && !is_type(&l->call->skep->config, attr->prog_type))
		error = -EINVAL;
	error = error ?: skep_call_name(prog->name, attr->prog_name);
	if (error)
		return error;
	prog->type = attr->prog_type;
	prog->attach_type = attr->expected_attach_type;
	prog->attach_btf_id = attr->attach_btf_id;
	prog->gpl = is_gpl(licence);
	prog->sleepable = attr->prog_flags & BPF_F_SLEEPABLE;
	prog->count = attr->insn_cnt;
	prog->uid = l->call->client.uid;
	return 0;
}

/* ---- the verifier */

enum { LEVEL_TEXT = 1 | 2 }; /* levels that have more than statistics */

/* What Linux returns for a class of refusals; EACCES where nothing is said. */
static const u16 errors[SKEP_RULE_COUNT] = {
    [SKEP_RULE_FORM] = EINVAL,	    [SKEP_RULE_FLOW] = EINVAL,
    [SKEP_RULE_HELPER] = EINVAL,    [SKEP_RULE_RETURN] = EINVAL,
    [SKEP_RULE_REFERENCE] = EINVAL, [SKEP_RULE_LOCK] = EINVAL,
    [SKEP_RULE_LOOP] = EINVAL,	    [SKEP_RULE_MAP] = EINVAL,
    [SKEP_RULE_CALL] = EINVAL,	    [SKEP_RULE_BUDGET] = E2BIG,
    [SKEP_RULE_PRIVILEGE] = EPERM,  [SKEP_RULE_UNSUPPORTED] = SKEP_ENOTSUPP,
};

static u64 clock_now(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (u64)t.tv_sec * 1000000000u + (u64)t.tv_nsec;
}

static void describe(struct skep_prog_load *l)
{
	const union bpf_attr *attr = &l->call->attr;

	l->in.insns = l->prog->insns;
	l->in.count = l->prog->count;
	l->in.prog_type = attr->prog_type;
	l->in.attach_type = attr->expected_attach_type;
	l->in.gpl = l->prog->gpl;
	l->in.sleepable = attr->prog_flags & BPF_F_SLEEPABLE;
	l->in.kernel = skep_system_kernel(l->call->skep);
	l->in.attach_btf_id = attr->attach_btf_id;
}

/* Whether there is an input with which a program that was refused traps. */
static bool refute(struct skep_prog_load *l, const struct skep_verdict *verdict,
		   struct skep_refutation *found)
{
	struct skep_refute_input in = {.in = &l->in,
				       .verdict = verdict,
				       .kfunc = skep_load_kfunc,
				       .kfunc_name = skep_load_kfunc_name,
				       .context = l};
	struct skep_map **maps;

	if (verdict->accepted)
		return false;
	maps = skep_arena_array(&l->arena, l->prog->map_count + 1, sizeof(*maps));
	if (!maps)
		return false;
	for (size_t i = 0; i < l->prog->map_count; i++)
		maps[i] = l->prog->maps[i]->map;
	in.maps = maps;
	return skep_refute(&in, &l->arena, found);
}

/* Hands the verdict to who listens, with an input that shows a refusal if one is found and somebody
 * reads it. */
static void tell(struct skep_prog_load *l, const struct skep_verify_options *options,
		 struct skep_loading *loading)
{
	const struct skep_config *config = &l->call->skep->config;
	struct skep_refutation found;

	if (options->trail && refute(l, loading->verdict, &found)) {
		loading->refutation = &found;
		if (options->log_level & LEVEL_TEXT)
			skep_refutation_print(&l->log, &l->in, &found);
	}
	skep_verify_log_end(options, loading->verdict);
	if (config->told)
		config->told(config->context, loading);
}

static int verify(struct skep_prog_load *l)
{
	const struct skep_config *config = &l->call->skep->config;
	u32 level = l->call->attr.log_level & 7;
	struct skep_verify_options options = {
	    .kernel = config->kernel,
	    .no_perfmon = config->no_perfmon,
	    .no_bpf = config->no_bpf,
	    .beyond = config->beyond,
	    .budget = config->budget,
	    .strict_alignment = l->call->attr.prog_flags & BPF_F_STRICT_ALIGNMENT,
	    .log_level = level,
	    .log = &l->log,
	    .trail = config->refute || (level & LEVEL_TEXT),
	    .tally = config->tally,
	    .reasons = config->reasons ? config->reasons : (level & LEVEL_TEXT) != 0,
	};
	struct skep_verdict verdict;
	struct skep_diag d = {0};
	struct skep_loading loading = {
	    .name = l->prog->name, .input = &l->in, .verdict = &verdict, .d = &d};
	u64 begin = clock_now(CLOCK_MONOTONIC);
	bool ok = skep_verify(&l->in, &options, &verdict, &d);
	int error;

	loading.nanoseconds = clock_now(CLOCK_MONOTONIC) - begin;
	tell(l, &options, &loading);
	error = d.code == SKEP_E_NOMEM ? ENOMEM : errors[verdict.rule];
	l->prog->visited = verdict.stats.visited;
	l->prog->context_end = verdict.stats.context_end;
	l->prog->one_attach = verdict.stats.one_attach;
	if (lacks_operations(l))
		error = SKEP_ENOTSUPP;
	error = ok ? skep_load_code(l, &verdict) : -(error ?: EACCES);
	skep_verdict_fini(&verdict);
	return error;
}

/* ---- the command */

static void drop_prog(struct skep_entity *entity)
{
	struct skep_prog_entity *e = (struct skep_prog_entity *)entity;

	for (size_t i = 0; i < e->map_count; i++)
		skep_entity_put(e->maps[i]);
	e->map_count = 0;
	skep_entity_put(e->btf);
	e->btf = NULL;
}

static void free_prog(struct skep_entity *entity)
{
	struct skep_prog_entity *e = (struct skep_prog_entity *)entity;

	/* Runs that came here from a prog array may still be in it. */
	if (e->code)
		skep_map_read_wait();
	skep_code_free(e->code);
	skep_lowered_fini(&e->lowered);
	skep_streams_free(e->streams);
	skep_object_types_drop(e);
	skep_free(e->func_info);
	skep_free(e->line_info);
	skep_free(e->maps);
	skep_free(e->insns);
	if (entity->file >= 0)
		close(entity->file);
	skep_free(e);
}

static const struct skep_entity_ops prog_ops = {.drop = drop_prog, .free = free_prog};

/* What names no map is refused before the verifier sees it. */
static int take_maps(struct skep_prog_load *l)
{
	const struct skep_config *config = &l->call->skep->config;
	struct skep_verdict verdict = {.rule = SKEP_RULE_MAP};
	struct skep_loading loading = {
	    .name = l->prog->name, .input = &l->in, .verdict = &verdict, .d = &l->refused};
	int error = skep_load_maps(l);

	if (l->refused.code && config->told)
		config->told(config->context, &loading);
	return error;
}

static int decide(struct skep_prog_load *l)
{
	describe(l);
	return skep_load_fds(l)
		   ?: skep_load_tag(l)
			  ?: skep_load_btf(l)
				 ?: take_maps(l) ?: check_no_target(l) ?: verify(l);
}

static long load(struct skep_prog_load *l)
{
	const union bpf_attr *attr = &l->call->attr;
	struct skep_call_log log = {attr->log_buf, attr->log_size, attr->log_level,
				    SKEP_ATTR_PROG_TRUE_SIZE};
	int error = read_program(l) ?: skep_call_check_log(&log), cut;

	if (error)
		return error;
	error = decide(l);
	if (l->log.failed)
		error = -ENOMEM;
	cut = skep_call_log(l->call, &log, l->log.data ? l->log.data : "", l->log.count);
	if (cut || error)
		return cut ?: error;
	l->prog->loaded = clock_now(CLOCK_BOOTTIME);
	return skep_entity_open(&l->prog->e, l->prog->name, O_RDWR);
}

long skep_cmd_prog_load(struct skep_bpf_call *call)
{
	struct skep_prog_load l = {.call = call};
	int error;
	long fd;

	fill_attach(&call->attr);
	error = check(call);
	if (error)
		return error;
	l.prog = skep_alloc(sizeof(*l.prog));
	if (!l.prog)
		return -ENOMEM;
	l.prog->objects = call->skep->objects;
	l.prog->e = (struct skep_entity){.kind = SKEP_ENTITY_PROG, .file = -1, .ops = &prog_ops};
	fd = load(&l);
	skep_buffer_fini(&l.log);
	skep_arena_fini(&l.arena);
	if (fd >= 0) {
		skep_entity_add(call->skep, &l.prog->e);
		return fd;
	}
	drop_prog(&l.prog->e);
	free_prog(&l.prog->e);
	return fd;
}

long skep_cmd_prog_bind_map(struct skep_bpf_call *call)
{
	int error = 0;
	struct skep_prog_entity *prog;
	struct skep_map_entity *map;
	u32 number;

	if (call->attr.prog_bind_map.flags)
		return -EINVAL;
	prog =
	    skep_entity_get(call, SKEP_ENTITY_PROG, (int)call->attr.prog_bind_map.prog_fd, &error);
	if (!prog)
		return error;
	map = skep_entity_get(call, SKEP_ENTITY_MAP, (int)call->attr.prog_bind_map.map_fd, &error);
	if (map) {
		pthread_mutex_lock(&call->skep->mutex);
		error = skep_load_add_map(prog, map, &number);
		pthread_mutex_unlock(&call->skep->mutex);
	}
	skep_entity_put(prog);
	return error;
}
