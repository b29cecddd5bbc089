/* SPDX-License-Identifier: BSD-2-Clause */
#include "run.h"

#include <bpf/btf.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/buffer.h"
#include "syscall/skep.h"

enum { PACKET_MAX = 16384, CONTEXT = 64, LINEAR = 3000 /* what surely fits into one part */ };

long side_call(const struct side *side, int cmd, union bpf_attr *attr)
{
	long got;

	if (side->skep)
		return skep_bpf(side->skep, cmd, attr, sizeof(*attr));
	got = syscall(SYS_bpf, cmd, attr, sizeof(*attr));
	return got < 0 ? -errno : got;
}

static u64 at(const void *pointer)
{
	return (u64)(uintptr_t)pointer;
}

/* ---- sides */

static void keep_line(void *context, const char *text, size_t length)
{
	skep_buffer_bytes(context, text, length);
}

bool sides_open(struct side sides[RUN_SIDES])
{
	static const struct {
		const char *name;
		enum skep_code_mode mode;
	} engines[] = {
	    {"jit", SKEP_CODE_JIT}, {"plain", SKEP_CODE_PLAIN}, {"checked", SKEP_CODE_CHECKED}};
	union bpf_attr attr = {
	    .map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 4, .max_entries = 1};
	long fd;

	memset(sides, 0, sizeof(*sides) * RUN_SIDES);
	for (u32 i = 0; i < RUN_SIDES; i++)
		sides[i].packet = RUN_PACKET;
	sides[0].name = "linux";
	for (u32 i = 0; i < SKEP_COUNT(engines); i++) {
		struct side *side = &sides[i + 1];
		struct skep_config config = {.mode = engines[i].mode, .print = keep_line};

		side->printed = calloc(1, sizeof(*side->printed));
		config.context = side->printed;
		side->name = engines[i].name;
		side->skep = skep_system_new(&config, NULL);
	}
	fd = side_call(&sides[0], BPF_MAP_CREATE, &attr);
	if (fd < 0)
		return false;
	close((int)fd);
	return true;
}

void sides_close(struct side sides[RUN_SIDES])
{
	for (u32 i = 1; i < RUN_SIDES; i++) {
		skep_system_free(sides[i].skep);
		skep_buffer_fini(sides[i].printed);
		free(sides[i].printed);
	}
}

/* ---- loading */

static int load_btf(const struct side *side, const struct btf *btf)
{
	union bpf_attr attr = {0};
	u32 size;

	attr.btf = at(btf__raw_data(btf, &size));
	attr.btf_size = size;
	return (int)side_call(side, BPF_BTF_LOAD, &attr);
}

static long update(const struct side *side, int fd, const void *value)
{
	u32 key = 0;
	union bpf_attr attr = {.map_fd = (u32)fd, .key = at(&key), .value = at(value)};

	return side_call(side, BPF_MAP_UPDATE_ELEM, &attr);
}

static int find_map(const struct subject_maps *maps, const char *name)
{
	for (u32 i = 0; i < maps->count; i++)
		if (strcmp(maps->maps[i].name, name) == 0)
			return (int)i;
	return -1;
}

static int make_map(struct loaded *l, const struct subject_map *map)
{
	union bpf_attr attr = {.map_type = map->desc.type,
			       .key_size = map->desc.key_size,
			       .value_size = map->desc.value_size,
			       .max_entries = map->desc.max_entries,
			       .map_flags = map->desc.flags,
			       .map_extra = map->desc.user_start};
	bool own = map->btf && !(l->subject->funcs && l->subject->funcs->btf == map->btf);
	int btf = own ? load_btf(l->side, map->btf) : l->btf, fd;

	if (map->btf && btf < 0)
		return btf;
	if (map->btf) {
		attr.btf_fd = (u32)btf;
		attr.btf_key_type_id = map->desc.key_type;
		attr.btf_value_type_id = map->desc.value_type;
	}
	if (map->desc.inner)
		attr.inner_map_fd = (u32)l->maps[find_map(l->subject->maps, map->desc.inner->name)];
	fd = (int)side_call(l->side, BPF_MAP_CREATE, &attr);
	if (own)
		close(btf);
	if (fd >= 0 && map->desc.frozen) {
		update(l->side, fd, map->contents);
		attr = (union bpf_attr){.map_fd = (u32)fd};
		side_call(l->side, BPF_MAP_FREEZE, &attr);
	}
	return fd;
}

static long load(struct loaded *l)
{
	const struct subject *s = l->subject;
	struct skep_verify_func funcs[SUBJECT_FUNCS] = {0};
	union bpf_attr attr = {.prog_type = s->type.prog_type,
			       .expected_attach_type = s->type.attach_type,
			       .insns = at(s->insns),
			       .insn_cnt = s->count,
			       .license = at(s->type.proprietary ? "none" : "GPL"),
			       .prog_flags = (s->type.sleepable ? BPF_F_SLEEPABLE : 0) |
					     (l->side->packet > LINEAR ? BPF_F_XDP_HAS_FRAGS : 0),
			       .fd_array = at(l->maps),
			       .log_buf = at(l->log),
			       .log_size = RUN_LOG,
			       .log_level = 1};
	long fd;

	if (s->funcs) {
		attr.prog_btf_fd = (u32)l->btf;
		attr.func_info = at(funcs);
		attr.func_info_rec_size = sizeof(funcs[0]);
		attr.func_info_cnt = subject_funcs_of(s, funcs);
	}
	fd = side_call(l->side, BPF_PROG_LOAD, &attr);
	if (fd != -ENOSPC)
		return fd;
	attr.log_level = 0;
	attr.log_size = 0;
	attr.log_buf = 0;
	return side_call(l->side, BPF_PROG_LOAD, &attr);
}

bool side_load(const struct side *side, const struct subject *s, struct loaded *l)
{
	l->side = side;
	l->subject = s;
	l->prog = -EINVAL;
	l->btf = -1;
	l->log[0] = '\0';
	memset(l->maps, -1, sizeof(l->maps));
	if (s->funcs)
		l->btf = load_btf(side, s->funcs->btf);
	for (u32 i = 0; s->maps && i < s->maps->count; i++) {
		l->maps[i] = make_map(l, &s->maps->maps[i]);
		if (l->maps[i] < 0) {
			snprintf(l->log, sizeof(l->log), "map %s: %s", s->maps->maps[i].name,
				 strerror(-l->maps[i]));
			return false;
		}
	}
	l->prog = load(l);
	return l->prog >= 0;
}

void side_close(struct loaded *l)
{
	for (u32 i = 0; i < SUBJECT_MAPS; i++)
		if (l->maps[i] >= 0)
			close(l->maps[i]);
	if (l->btf >= 0)
		close(l->btf);
	if (l->prog >= 0)
		close((int)l->prog);
}

/* ---- running */

static void make_packet(u8 *packet, u32 size)
{
	for (u32 i = 0; i < size; i++)
		packet[i] = (u8)(i * 3 + 1);
	packet[12] = 8;
	packet[13] = 0;
}

static bool takes_packet(u32 type)
{
	return type != BPF_PROG_TYPE_SYSCALL && type != BPF_PROG_TYPE_RAW_TRACEPOINT;
}

void side_get(const struct loaded *l, const char *name, void *value)
{
	int map = l->subject->maps ? find_map(l->subject->maps, name) : -1;
	u32 key = 0;
	union bpf_attr attr = {.key = at(&key), .value = at(value)};

	if (map < 0)
		return;
	attr.map_fd = (u32)l->maps[map];
	side_call(l->side, BPF_MAP_LOOKUP_ELEM, &attr);
}

void side_run(const struct loaded *l, struct outcome *o)
{
	u8 packet[PACKET_MAX], context[CONTEXT] = {0};
	u32 size = l->side->packet;
	union bpf_attr attr = {.test = {.prog_fd = (u32)l->prog}};

	make_packet(packet, size);
	if (takes_packet(l->subject->type.prog_type)) {
		attr.test.data_in = at(packet);
		attr.test.data_size_in = size;
	} else {
		attr.test.ctx_in = at(context);
		attr.test.ctx_size_in = CONTEXT;
	}
	memset(o, 0, sizeof(*o));
	o->run = side_call(l->side, BPF_PROG_TEST_RUN, &attr);
	o->result = attr.test.retval;
	side_get(l, "out", o->out);
}

bool side_put(const struct loaded *l, const char *map, const void *value)
{
	return update(l->side, l->maps[find_map(l->subject->maps, map)], value) == 0;
}

void side_try(const struct side *side, const struct subject *s, struct outcome *o,
	      char log[RUN_LOG])
{
	struct loaded *l = malloc(sizeof(*l));

	memset(o, 0, sizeof(*o));
	if (side_load(side, s, l))
		side_run(l, o);
	else
		o->load = l->prog;
	memcpy(log, l->log, RUN_LOG);
	side_close(l);
	free(l);
}
