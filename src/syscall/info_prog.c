/* SPDX-License-Identifier: BSD-2-Clause */
/* What is told of a program: figures, the instructions that run, machine code, functions and lines.
 *
 * Instructions are shown as Linux shows them (bpf_insn_prepare_dump()): addresses of maps become
 * ids again. Calls have the numbers of helpers where Linux has distances in its own code;
 * /proc/kallsyms of a client tells their names (kallsyms.c). */
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "isa/isa.h"
#include "prog/prog.h"
#include "syscall/functions.h"
#include "syscall/info.h"
#include "syscall/memory.h"
#include "vm/vm.h"

#define WIDE (BPF_LD | BPF_IMM | BPF_DW)

/* ---- instructions */

static void show_map(struct bpf_insn *insn, const struct skep_map_entity *map)
{
	insn[0].src_reg = BPF_PSEUDO_MAP_FD;
	insn[0].imm = (s32)map->e.id;
	insn[1].imm = 0;
}

static void show_value(struct bpf_insn *insn, const struct skep_map_entity *map, u32 off)
{
	insn[0].src_reg = BPF_PSEUDO_MAP_VALUE;
	insn[0].imm = (s32)map->e.id;
	insn[1].imm = (s32)off;
}

static bool in_value(const struct skep_map_entity *map, u64 address, u64 *off)
{
	const void *start = map->map->ops->direct ? map->map->ops->direct(map->map) : NULL;

	*off = address - (uintptr_t)start;
	return start && *off < (u64)map->desc.value_size * map->desc.max_entries;
}

/* An immediate of runnable code that is the address of a map or in its value. */
static void show_address(const struct skep_prog_entity *e, struct bpf_insn *insn)
{
	u64 address = (u64)(u32)insn[1].imm << 32 | (u32)insn[0].imm, off;

	for (size_t i = 0; i < e->map_count; i++) {
		if (skep_map_handle(e->maps[i]->map) == address)
			return show_map(insn, e->maps[i]);
		if (in_value(e->maps[i], address, &off))
			return show_value(insn, e->maps[i], (u32)off);
	}
}

/* An immediate of what was loaded, with maps by their number. */
static void show_number(const struct skep_prog_entity *e, struct bpf_insn *insn)
{
	if (insn->src_reg == BPF_PSEUDO_MAP_IDX)
		show_map(insn, e->maps[insn->imm]);
	else if (insn->src_reg == BPF_PSEUDO_MAP_IDX_VALUE)
		show_value(insn, e->maps[insn->imm], (u32)insn[1].imm);
}

/* Linux shows the distance in `off`, too. */
static bool is_local_call(const struct bpf_insn *insn)
{
	return insn->code == (BPF_JMP | BPF_CALL) && insn->src_reg == BPF_PSEUDO_CALL;
}

/* An operation of a map: the helper that does the same. */
static void show_map_call(struct bpf_insn *insn)
{
	if (insn->code == (BPF_JMP | BPF_CALL) && !insn->src_reg && skep_is_map_call(insn->imm))
		insn->imm = skep_map_calls[skep_map_call_operation(insn->imm)].helper;
}

static void show_insns(const struct skep_prog_entity *e, struct bpf_insn *insns, u32 count)
{
	for (u32 i = 0; i < count; i++) {
		show_map_call(&insns[i]);
		if (is_local_call(&insns[i]))
			insns[i].off = (s16)insns[i].imm;
		if (insns[i].code != WIDE || i + 1 == count)
			continue;
		if (!e->lowered.prog)
			show_number(e, insns + i);
		else if (!insns[i].src_reg)
			show_address(e, insns + i);
		i++;
	}
}

static int give_insns(const struct skep_bpf_call *call, const struct skep_prog_entity *e,
		      struct bpf_prog_info *info)
{
	struct skep_runnable r = skep_prog_runnable(e);
	struct skep_info_list list = {
	    .to = info->xlated_prog_insns, .count = r.count * (u32)sizeof(*r.insns), .size = 1};
	struct bpf_insn *insns = NULL;
	int error;

	if (info->xlated_prog_len) {
		insns = skep_alloc(list.count);
		if (!insns)
			return -ENOMEM;
		memcpy(insns, r.insns, list.count);
		show_insns(e, insns, r.count);
	}
	list.data = insns;
	error = skep_info_list(call, &list, &info->xlated_prog_len);
	skep_free(insns);
	return error;
}

/* ---- machine code: one image of all functions, one behind the other */

/* Where functions lie and how long they are. */
static int give_places(const struct skep_bpf_call *call, const struct skep_prog_entity *e,
		       const struct skep_functions *f, struct bpf_prog_info *info)
{
	u64 *addresses = skep_alloc((f->count + 1) * sizeof(*addresses));
	u32 *lengths = skep_alloc((f->count + 1) * sizeof(*lengths));
	struct skep_info_list symbols = {info->jited_ksyms, addresses, f->count,
					 sizeof(*addresses)};
	struct skep_info_list sizes = {info->jited_func_lens, lengths, f->count, sizeof(*lengths)};
	int error = addresses && lengths ? 0 : -ENOMEM;

	for (u32 i = 0; !error && i < f->count; i++) {
		addresses[i] = skep_function_address(f, e, i);
		lengths[i] = skep_function_length(f, e, i);
	}
	error = error
		    ?: skep_info_list(call, &symbols, &info->nr_jited_ksyms)
			   ?: skep_info_list(call, &sizes, &info->nr_jited_func_lens);
	skep_free(addresses);
	skep_free(lengths);
	return error;
}

/* Linux has a tag for each function; here all have the program's. */
static int give_tags(const struct skep_bpf_call *call, const struct skep_prog_entity *e,
		     const struct skep_functions *f, struct bpf_prog_info *info)
{
	struct skep_info_list tags = {info->prog_tags, NULL, f->count, sizeof(e->tag)};
	u8 *all = skep_alloc((f->count + 1) * sizeof(e->tag));
	int error;

	if (!all)
		return -ENOMEM;
	for (u32 i = 0; i < f->count; i++)
		memcpy(all + i * sizeof(e->tag), e->tag, sizeof(e->tag));
	tags.data = all;
	error = skep_info_list(call, &tags, &info->nr_prog_tags);
	skep_free(all);
	return error;
}

static int give_code(const struct skep_bpf_call *call, const struct skep_prog_entity *e,
		     struct bpf_prog_info *info)
{
	const struct skep_native *native = skep_prog_is_jited(e) ? &e->code->native : NULL;
	struct skep_info_list code = {info->jited_prog_insns, native ? native->at : NULL,
				      native ? (u32)native->used : 0, 1};
	struct skep_functions f;
	int error = skep_functions_init(&f, e) ? 0 : -ENOMEM;

	error = error ?: skep_info_list(call, &code, &info->jited_prog_len);
	error = error ?: give_tags(call, e, &f, info);
	if (!native)
		f.count = 0;
	error = error ?: give_places(call, e, &f, info);
	skep_functions_fini(&f);
	return error;
}

/* ---- functions and lines */

/* Where what began at a slot that was loaded begins now. */
static u32 place_of(const struct skep_runnable *r, u32 slot)
{
	u32 low = 0, high = r->count;

	if (!r->origin)
		return slot;
	while (low < high) {
		u32 middle = low + (high - low) / 2;

		if (r->origin[middle] < slot)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Records with the slot first, of those that still have code; their number. */
static u32 move_records(const struct skep_runnable *r, u8 *records, u32 count, size_t size)
{
	u32 kept = 0;

	for (u32 i = 0; i < count; i++) {
		u32 slot, next = UINT32_MAX, place;

		memcpy(&slot, records + i * size, sizeof(slot));
		if (i + 1 < count)
			memcpy(&next, records + (i + 1) * size, sizeof(next));
		place = place_of(r, slot);
		if (place == r->count || (r->origin && r->origin[place] >= next))
			continue;
		memmove(records + kept * size, records + i * size, size);
		memcpy(records + kept++ * size, &place, sizeof(place));
	}
	return kept;
}

/* Tells where the machine code of each line begins. */
static int give_addresses(const struct skep_bpf_call *call, const struct skep_prog_entity *e,
			  const struct skep_info_list *lines, struct bpf_prog_info *info)
{
	const struct skep_native *native = skep_prog_is_jited(e) ? &e->code->native : NULL;
	const struct bpf_line_info *line = lines->data;
	u64 *addresses = skep_alloc((lines->count + 1) * sizeof(*addresses));
	struct skep_info_list list = {info->jited_line_info, addresses, native ? lines->count : 0,
				      sizeof(*addresses)};
	int error;

	if (!addresses)
		return -ENOMEM;
	for (u32 i = 0; i < list.count; i++)
		addresses[i] = (uintptr_t)native->at +
			       (line[i].insn_off ? native->slots[line[i].insn_off] : 0);
	error = skep_info_list(call, &list, &info->nr_jited_line_info);
	skep_free(addresses);
	return error;
}

/* Tells records of functions or lines, which are counted in runnable code; of lines also addresses:
 * NULL, there are none. */
static int give_records(const struct skep_bpf_call *call, const struct skep_prog_entity *e,
			struct skep_info_list *list, u32 *room, struct bpf_prog_info *addresses)
{
	struct skep_runnable r = skep_prog_runnable(e);
	u8 *moved = skep_alloc((size_t)list->count * list->size + 1);
	int error;

	if (!moved)
		return -ENOMEM;
	if (list->count)
		memcpy(moved, list->data, (size_t)list->count * list->size);
	list->count = move_records(&r, moved, list->count, list->size);
	list->data = moved;
	error = skep_info_list(call, list, room);
	if (addresses)
		error = error ?: give_addresses(call, e, list, addresses);
	skep_free(moved);
	return error;
}

/* The sizes of records that a caller counts with; Linux takes no others. */
static int give_source(const struct skep_bpf_call *call, const struct skep_prog_entity *e,
		       struct bpf_prog_info *info)
{
	struct skep_info_list funcs = {info->func_info, e->func_info, e->func_count,
				       sizeof(*e->func_info)};
	struct skep_info_list lines = {info->line_info, e->line_info, e->line_count,
				       sizeof(*e->line_info)};

	if ((info->nr_func_info && info->func_info_rec_size != funcs.size) ||
	    (info->nr_line_info && info->line_info_rec_size != lines.size) ||
	    (info->nr_jited_line_info && info->jited_line_info_rec_size != sizeof(u64)))
		return -EINVAL;
	info->func_info_rec_size = funcs.size;
	info->line_info_rec_size = lines.size;
	info->jited_line_info_rec_size = sizeof(u64);
	return give_records(call, e, &funcs, &info->nr_func_info, NULL)
		   ?: give_records(call, e, &lines, &info->nr_line_info, info);
}

/* ---- all */

/* Maps may be bound to the program meanwhile. */
static int give_maps(const struct skep_bpf_call *call, const struct skep_prog_entity *e,
		     struct bpf_prog_info *info)
{
	u32 room = info->nr_map_ids;
	int error = 0;

	pthread_mutex_lock(&call->skep->mutex);
	info->nr_map_ids = (u32)e->map_count;
	for (u32 i = 0; !error && i < room && i < e->map_count; i++)
		error = skep_memory_write(call, info->map_ids + i * sizeof(u32), &e->maps[i]->e.id,
					  sizeof(u32));
	pthread_mutex_unlock(&call->skep->mutex);
	return error;
}

static void fill(struct bpf_prog_info *info, const struct skep_prog_entity *e)
{
	info->type = e->type;
	info->id = e->e.id;
	memcpy(info->tag, e->tag, sizeof(info->tag));
	info->load_time = e->loaded;
	info->created_by_uid = e->uid;
	memcpy(info->name, e->name, sizeof(info->name));
	info->ifindex = 0;
	info->gpl_compatible = e->gpl;
	info->netns_dev = 0;
	info->netns_ino = 0;
	info->btf_id = e->btf ? e->btf->e.id : 0;
	info->run_time_ns = __atomic_load_n(&e->run_ns, __ATOMIC_RELAXED);
	info->run_cnt = __atomic_load_n(&e->run_count, __ATOMIC_RELAXED);
	info->recursion_misses = 0;
	info->verified_insns = (u32)e->visited;
	info->attach_btf_obj_id = 0;
	info->attach_btf_id = e->attach_btf_id;
}

int skep_info_prog(const struct skep_bpf_call *call, const struct skep_prog_entity *e)
{
	struct bpf_prog_info info;
	int error = skep_info_read(call, &info, sizeof(info));

	if (error)
		return error;
	fill(&info, e);
	return give_maps(call, e, &info)
		   ?: give_insns(call, e, &info)
			  ?: give_code(call, e, &info)
				 ?: give_source(call, e, &info)
					?: skep_info_answer(call, &info, sizeof(info));
}
