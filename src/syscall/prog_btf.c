/* SPDX-License-Identifier: BSD-2-Clause */
/* Types of a program, its functions and its lines of source: records of a size that the caller
 * says, of which the first bytes are known. */
#include <bpf/btf.h>
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "syscall/load.h"
#include "syscall/memory.h"

enum {
	RECORD_MAX = 252, /* bytes, as in Linux */
	COLUMN_BITS = 10,
};

/* A table of the caller's. */
struct table {
	const char *name; /* for the log */
	u64 at;
	u32 count, size; /* records, bytes of each */
	u32 known;	 /* bytes of a record that mean something */
};

static int check_table(struct skep_prog_load *l, const struct table *t)
{
	if (!t->count)
		return 0;
	if (t->size < t->known || t->size > RECORD_MAX || t->size % sizeof(u32)) {
		skep_buffer_printf(&l->log, "invalid %s rec size %u\n", t->name, t->size);
		return -EINVAL;
	}
	if (t->count > l->prog->count) {
		skep_buffer_printf(&l->log, "%u records of %s for %u instructions\n", t->count,
				   t->name, l->prog->count);
		return -EINVAL;
	}
	return l->prog->btf ? 0 : -EINVAL;
}

/* One record; what is behind the known bytes must be zero. */
static int read_record(const struct skep_prog_load *l, const struct table *t, u32 number,
		       void *record)
{
	u8 bytes[RECORD_MAX];
	int error = skep_memory_read(l->call, bytes, t->at + (u64)number * t->size, t->size);

	if (error)
		return error;
	for (u32 i = t->known; i < t->size; i++)
		if (bytes[i])
			return -E2BIG;
	memcpy(record, bytes, t->known);
	return 0;
}

static int bad_record(struct skep_prog_load *l, const char *what, u32 number, u32 value)
{
	skep_buffer_printf(&l->log, "%s #%u: %u\n", what, number, value);
	return -EINVAL;
}

/* ---- functions */

static int add_func(struct skep_prog_load *l, struct skep_verify_func *funcs, u32 i,
		    struct bpf_func_info f)
{
	const struct btf_type *t = btf__type_by_id(l->prog->btf->btf, f.type_id);

	if (i ? f.insn_off <= funcs[i - 1].start : f.insn_off)
		return bad_record(l, "same or smaller insn offset in func info", i, f.insn_off);
	if (f.insn_off >= l->prog->count)
		return bad_record(l, "func_info behind the program", i, f.insn_off);
	if (!t || !btf_is_func(t))
		return bad_record(l, "invalid type id in func info", i, f.type_id);
	t = btf__type_by_id(l->prog->btf->btf, t->type);
	if (!t || !btf_is_func_proto(t))
		return bad_record(l, "invalid type id in func info", i, f.type_id);
	funcs[i] = (struct skep_verify_func){f.insn_off, f.type_id};
	return 0;
}

static int read_funcs(struct skep_prog_load *l)
{
	const union bpf_attr *attr = &l->call->attr;
	struct table t = {"func_info", attr->func_info, attr->func_info_cnt,
			  attr->func_info_rec_size, sizeof(struct bpf_func_info)};
	struct skep_verify_func *funcs;
	int error = check_table(l, &t);

	if (error || !t.count)
		return error;
	funcs = skep_arena_array(&l->arena, t.count, sizeof(*funcs));
	l->prog->func_info = skep_alloc(t.count * sizeof(*l->prog->func_info));
	if (!funcs || !l->prog->func_info)
		return -ENOMEM;
	l->prog->func_count = t.count;
	for (u32 i = 0; !error && i < t.count; i++) {
		error = read_record(l, &t, i, &l->prog->func_info[i]);
		error = error ?: add_func(l, funcs, i, l->prog->func_info[i]);
	}
	l->in.funcs = funcs;
	l->in.func_count = t.count;
	return error;
}

/* ---- lines */

static int add_line(struct skep_prog_load *l, struct skep_verify_line *lines, u32 i,
		    struct bpf_line_info line)
{
	const struct btf *btf = l->prog->btf->btf;
	const char *file = btf__str_by_offset(btf, line.file_name_off);
	const char *text = btf__str_by_offset(btf, line.line_off);
	u32 indent = text ? (u32)strspn(text, " \t") : 0;

	if ((i && line.insn_off <= lines[i - 1].insn) || line.insn_off >= l->prog->count)
		return bad_record(l, "invalid insn offset in line info", i, line.insn_off);
	if (!file || !text)
		return bad_record(l, "invalid name in line info", i, line.line_off);
	lines[i] = (struct skep_verify_line){
	    .insn = line.insn_off,
	    .file = file,
	    .text = text + indent,
	    .line = line.line_col >> COLUMN_BITS,
	    .column = line.line_col & ((1u << COLUMN_BITS) - 1),
	    .indent = indent,
	};
	return 0;
}

static int read_lines(struct skep_prog_load *l)
{
	const union bpf_attr *attr = &l->call->attr;
	struct table t = {"line_info", attr->line_info, attr->line_info_cnt,
			  attr->line_info_rec_size, sizeof(struct bpf_line_info)};
	struct skep_verify_line *lines;
	int error = check_table(l, &t);

	if (error || !t.count)
		return error;
	lines = skep_arena_array(&l->arena, t.count, sizeof(*lines));
	l->prog->line_info = skep_alloc(t.count * sizeof(*l->prog->line_info));
	if (!lines || !l->prog->line_info)
		return -ENOMEM;
	l->prog->line_count = t.count;
	for (u32 i = 0; !error && i < t.count; i++) {
		error = read_record(l, &t, i, &l->prog->line_info[i]);
		error = error ?: add_line(l, lines, i, l->prog->line_info[i]);
	}
	l->in.lines = lines;
	l->in.line_count = t.count;
	return error;
}

int skep_load_btf(struct skep_prog_load *l)
{
	const union bpf_attr *attr = &l->call->attr;
	int error = 0;

	if (!attr->func_info_cnt && !attr->line_info_cnt)
		return 0;
	l->prog->btf = skep_entity_get(l->call, SKEP_ENTITY_BTF, (int)attr->prog_btf_fd, &error);
	if (!l->prog->btf)
		return error;
	l->in.btf = l->prog->btf->btf;
	return read_funcs(l) ?: read_lines(l);
}
