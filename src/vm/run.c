/* SPDX-License-Identifier: BSD-2-Clause */
/* The ways into code: what r1 to r4 hold, and the context of a packet. A plain run prepares nothing
 * that its program cannot look at: filters are called millions of times. */
#include <arpa/inet.h>
#include <linux/filter.h>
#include <string.h>

#include "vm/vm.h"

const u8 *skep_packet_at_slow(const struct skep_packet *packet, s32 offset, u32 size)
{
	s64 at = offset, first = 0;

	if (!packet)
		return NULL;
	if (packet->link_offset < 0)
		first = packet->link_offset;
	if (offset < 0 && offset >= SKF_NET_OFF)
		at = (s64)offset - SKF_NET_OFF + packet->net_offset;
	else if (offset < 0 && offset >= SKF_LL_OFF)
		at = (s64)offset - SKF_LL_OFF + packet->link_offset;
	else if (offset < 0)
		return NULL;
	return at >= first && at + size <= packet->caplen ? packet->data + at : NULL;
}

static struct __sk_buff socket_context(const struct skep_packet *packet)
{
	return (struct __sk_buff){
	    .len = packet->wirelen,
	    .pkt_type = packet->pkttype,
	    .mark = packet->mark,
	    .queue_mapping = packet->queue,
	    .protocol = htons(packet->protocol),
	    .vlan_present = packet->vlan_present,
	    .vlan_tci = packet->vlan_tci,
	    .vlan_proto = htons(packet->vlan_tpid),
	    .ifindex = packet->ifindex,
	    .hash = packet->rxhash,
	};
}

static u64 address(const void *at)
{
	return (u64)(uintptr_t)at;
}

static void add_region(struct skep_run *run, const char *name, const void *at, u64 size,
		       bool writable)
{
	run->regions[run->region_count++] = (struct skep_region){name, address(at), size, writable};
}

/* What a plain run has: `budget` and the regions stay unset. */
static inline void start(struct skep_run *run, const struct skep_code *code,
			 const struct skep_packet *packet)
{
	run->code = code;
	run->packet = packet;
	run->more = 0;
	run->fault = SKEP_FAULT_NONE;
	run->tail_calls = 0;
	run->may_gotos = SKEP_MAY_GOTOS;
	run->callback = NULL;
	if (code->mode <= SKEP_CODE_PLAIN)
		return;
	run->budget = code->budget;
	run->region_count = 0;
	run->allows = NULL;
}

/* Whether a run is a mere call. */
static inline bool is_alone(const struct skep_code *code)
{
	return __builtin_expect(code->alone, 1);
}

static u64 run_socket(const struct skep_code *code, struct skep_run *run)
{
	struct __sk_buff context;

	if (!code->reads_context)
		return code->enter(run, 0, 0, 0, 0);
	context = socket_context(run->packet);
	if (code->mode == SKEP_CODE_CHECKED)
		add_region(run, "the context", &context, sizeof(context), false);
	return code->enter(run, address(&context), 0, 0, 0);
}

static u64 run_raw(const struct skep_code *code, struct skep_run *run)
{
	const struct skep_packet *p = run->packet;

	if (code->mode == SKEP_CODE_CHECKED) {
		add_region(run, "the packet", p->data, p->caplen, false);
		add_region(run, "the packet's description", p, sizeof(*p), false);
	}
	return code->enter(run, address(p->data), p->caplen, p->wirelen, address(p));
}

static u64 run_packet(const struct skep_code *code, struct skep_run *run)
{
	return code->prog->type == SKEP_PROG_RAW ? run_raw(code, run) : run_socket(code, run);
}

static u64 run_memory(const struct skep_code *code, struct skep_run *run, void *memory, u64 size)
{
	if (code->mode == SKEP_CODE_CHECKED)
		add_region(run, "the memory", memory, size, true);
	return code->enter(run, address(memory), size, 0, 0);
}

/* ---- callbacks */

u64 skep_interpret_callback(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5)
{
	run->r5 = r5;
	return run->callback->code->engine(run, r1, r2, r3, r4);
}

/* As if a helper had been called one frame above the first. */
static u64 enter_function(u64 function, struct skep_run *run, u64 r1, u64 r2, u64 r3)
{
	const struct skep_code *code = ((const struct skep_callback *)(uintptr_t)function)->code;
	_Alignas(16) u8 stack[SKEP_CALL_FRAMES * SKEP_STACK_FRAME];

	run->frame = address(stack);
	run->depth = UINT32_MAX;
	run->stack = SKEP_CALL_FRAMES * code->native.call_bytes;
	run->deepest = 0;
	if (code->mode > SKEP_CODE_PLAIN) {
		memset(stack, 0, sizeof(stack));
		run->stack_start = address(stack);
	}
	return skep_run_callback(run, function, r1, r2, r3, 0, 0);
}

u64 skep_function_enter(u64 function, struct skep_run *run, u64 r1, u64 r2, u64 r3)
{
	const struct skep_code *code = ((const struct skep_callback *)(uintptr_t)function)->code;

	run->code = code;
	run->fault = SKEP_FAULT_NONE;
	run->tail_calls = 0;
	run->may_gotos = SKEP_MAY_GOTOS;
	if (code->mode > SKEP_CODE_PLAIN)
		run->budget = code->budget;
	return enter_function(function, run, r1, r2, r3);
}

/* What code that may throw is entered through: what it throws goes no further. It may be entered
 * from other code, by a tail call. */
static u64 enter_throwing(struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4)
{
	const struct skep_code *code = run->code;
	u64 r0 = code->engine(run, r1, r2, r3, r4);

	if (run->fault != SKEP_FAULT_THROWN)
		return r0;
	run->fault = SKEP_FAULT_NONE;
	if (!code->helpers.handler)
		return run->thrown;
	return enter_function(code->handler, run, run->thrown, 0, 0);
}

void skep_code_set_engine(struct skep_code *code, skep_entry *engine)
{
	code->engine = engine;
	code->enter = code->helpers.throws ? enter_throwing : engine;
}

SKEP_API uint64_t skep_code_run(const struct skep_code *code, void *memory, uint64_t size)
{
	struct skep_run run;

	if (is_alone(code))
		return code->enter(NULL, address(memory), size, 0, 0);
	start(&run, code, NULL);
	return run_memory(code, &run, memory, size);
}

SKEP_API void skep_code_run_batch(const struct skep_code *code, const struct skep_memory *memories,
				  size_t count, uint64_t *results)
{
	struct skep_run run;

	if (is_alone(code)) {
		for (size_t i = 0; i < count; i++)
			results[i] =
			    code->enter(NULL, address(memories[i].data), memories[i].size, 0, 0);
		return;
	}
	for (size_t i = 0; i < count; i++) {
		start(&run, code, NULL);
		results[i] = run_memory(code, &run, memories[i].data, memories[i].size);
	}
}

SKEP_API uint64_t skep_code_run_packet(const struct skep_code *code,
				       const struct skep_packet *packet)
{
	struct skep_run run;

	if (is_alone(code) && code->prog->type == SKEP_PROG_RAW)
		return code->enter(NULL, address(packet->data), packet->caplen, packet->wirelen,
				   address(packet));
	start(&run, code, packet);
	return run_packet(code, &run);
}

/* Whether packets can follow each other in one run, because it keeps no count. */
static bool runs_anew(const struct skep_code *code)
{
	return !code->calls_tail && !code->may_goto && code->prog->type == SKEP_PROG_RAW;
}

SKEP_API void skep_code_run_packets(const struct skep_code *code, const struct skep_packet *packets,
				    size_t count, uint32_t *verdicts)
{
	struct skep_run run;

	if (count && code->mode == SKEP_CODE_PLAIN && runs_anew(code)) {
		start(&run, code, packets);
		run.more = count - 1;
		run.verdicts = verdicts;
		verdicts[count - 1] = (u32)run_raw(code, &run);
		return;
	}
	if (count && code->mode == SKEP_CODE_JIT && runs_anew(code)) {
		start(&run, code, packets);
		for (size_t i = 0; i < count; i++) {
			run.packet = &packets[i];
			run.fault = SKEP_FAULT_NONE;
			verdicts[i] = (u32)run_raw(code, &run);
		}
		return;
	}
	for (size_t i = 0; i < count; i++)
		verdicts[i] = (u32)skep_code_run_packet(code, &packets[i]);
}

SKEP_API bool skep_code_try(const struct skep_code *code, void *memory, uint64_t size,
			    uint64_t *result, struct skep_diag *d)
{
	struct skep_run run;

	start(&run, code, NULL);
	*result = run_memory(code, &run, memory, size);
	return skep_run_explain(&run, d);
}

SKEP_API bool skep_code_try_packet(const struct skep_code *code, const struct skep_packet *packet,
				   uint64_t *result, struct skep_diag *d)
{
	struct skep_run run;

	start(&run, code, packet);
	*result = run_packet(code, &run);
	return skep_run_explain(&run, d);
}
