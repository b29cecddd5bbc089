/* SPDX-License-Identifier: BSD-2-Clause */
/* Loads from the packet. In a program that calls nothing the packet's address, bytes and length
 * stay in registers; in one that calls, a helper may change them. */
#include "jit/arm64.h"

/* What LD_ABS reads where there is no packet. */
static const struct skep_packet no_packet;

/* Of the routine `find`. */
static const u8 kept[][2] = {{1, 2}, {3, 4}, {5, 6}, {7, 8}, {10, 11}, {12, 13}, {14, 15}};

static struct skep_arm64_memory in(u8 base, size_t field)
{
	return (struct skep_arm64_memory){base, ARM64_NO_REGISTER, (s32)field};
}

static void load_field(struct skep_arm64 *a, u32 bits, u8 d, struct skep_arm64_memory m)
{
	skep_arm64_access(a, ARM64_LOAD, bits, d, m);
}

void skep_arm64_enter_packet(struct skep_arm64_job *job)
{
	struct skep_arm64 *a = &job->a;

	if (job->calls)
		return;
	load_field(a, 64, ARM64_PACKET, in(0, offsetof(struct skep_run, packet)));
	skep_arm64_load(a, ARM64_TEMP, (u64)(uintptr_t)&no_packet);
	skep_arm64_compare(a, 64, ARM64_PACKET, 0);
	skep_arm64_pick(
	    a, ARM64_CSEL, 64,
	    (struct skep_arm64_three){.d = ARM64_PACKET, .n = ARM64_PACKET, .m = ARM64_TEMP},
	    ARM64_NE);
	load_field(a, 64, ARM64_DATA, in(ARM64_PACKET, offsetof(struct skep_packet, data)));
	load_field(a, 32, ARM64_LENGTH, in(ARM64_PACKET, offsetof(struct skep_packet, caplen)));
}

/* r0 = the big-endian value at an address. */
static void load_value(struct skep_arm64_job *job, u32 bits, struct skep_arm64_memory m)
{
	u8 r0 = job->reg[0];

	load_field(&job->a, bits, r0, m);
	if (bits > 8)
		skep_arm64_swap(&job->a, bits, (struct skep_arm64_two){r0, r0}, true);
}

/* From an offset in SCRATCH, which may be negative, the value into r0; or the program ends. `find`
 * keeps SCRATCH3, where x30 waits. */
static void load_found(struct skep_arm64_job *job, u32 bits)
{
	struct skep_arm64 *a = &job->a;

	skep_arm64_load(a, ARM64_TEMP, bits / 8);
	skep_arm64_move(a, 64, ARM64_SCRATCH3, ARM64_LR);
	skep_arm64_call(a, job->find);
	skep_arm64_move(a, 64, ARM64_LR, ARM64_SCRATCH3);
	skep_arm64_jump_zero(a, 64, job->reg[0], false, job->fail);
	load_value(job, bits, in(job->reg[0], 0));
}

static void load_from_header(struct skep_arm64_job *job, const struct skep_arm64_aside *aside)
{
	load_found(job, aside->insn.bits);
	skep_arm64_jump(&job->a, ARM64_ALWAYS, aside->back);
}

/* The registers of the packet's bytes and length; x0 can be one for a moment, the load will write
 * it. */
static struct skep_arm64_two packet_registers(struct skep_arm64_job *job)
{
	struct skep_arm64 *a = &job->a;
	u8 packet = job->reg[0];

	if (!job->calls)
		return (struct skep_arm64_two){ARM64_DATA, ARM64_LENGTH};
	load_field(a, 64, packet, in(ARM64_RUN, offsetof(struct skep_run, packet)));
	skep_arm64_jump_zero(a, 64, packet, false, job->fail);
	load_field(a, 32, ARM64_SCRATCH2, in(packet, offsetof(struct skep_packet, caplen)));
	load_field(a, 64, packet, in(packet, offsetof(struct skep_packet, data)));
	return (struct skep_arm64_two){packet, ARM64_SCRATCH2};
}

static void load_absolute(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	struct skep_arm64 *a = &job->a;
	struct skep_arm64_two packet;

	if (i->imm < 0) {
		skep_arm64_load(a, ARM64_SCRATCH, (u32)i->imm);
		load_found(job, i->bits);
		return;
	}
	packet = packet_registers(job);
	skep_arm64_compare(a, 32, packet.n, (s64)i->imm + i->bits / 8);
	skep_arm64_jump(a, ARM64_LO, job->fail);
	load_value(job, i->bits, (struct skep_arm64_memory){packet.d, ARM64_NO_REGISTER, i->imm});
}

static void load_indirect(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	struct skep_arm64 *a = &job->a;
	const struct skep_arm64_aside *aside = skep_arm64_put_aside(job, i, load_from_header);
	struct skep_arm64_two packet;

	if (!aside)
		return;
	skep_arm64_add(a, 32, (struct skep_arm64_two){ARM64_SCRATCH, i->src}, i->imm);
	skep_arm64_jump_bit(a, 31, ARM64_SCRATCH, true, aside->entry);
	packet = packet_registers(job);
	skep_arm64_add(a, 32, (struct skep_arm64_two){ARM64_TEMP, ARM64_SCRATCH}, (s64)i->bits / 8);
	skep_arm64_op(a, ARM64_SUBS, 32,
		      (struct skep_arm64_three){.d = ARM64_ZR, .n = ARM64_TEMP, .m = packet.n});
	skep_arm64_jump(a, ARM64_HI, job->fail);
	load_value(job, i->bits, (struct skep_arm64_memory){packet.d, ARM64_SCRATCH, 0});
	skep_arm64_bind(a, aside->back);
}

void skep_arm64_load_packet(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	if (i->indirect)
		load_indirect(job, i);
	else
		load_absolute(job, i);
}

/* x0 = address of TEMP bytes at offset SCRATCH of the packet, or 0; all but r0, TEMP and SCRATCH
 * stays. */
static void write_find(struct skep_arm64_job *job)
{
	struct skep_arm64 *a = &job->a;
	const struct skep_arm64_two back = {ARM64_LR, ARM64_ZR};

	skep_arm64_bind(a, job->find);
	skep_arm64_pair(a, ARM64_STP_BEFORE, back, ARM64_SP, -16);
	for (u32 n = 0; n < SKEP_COUNT(kept); n++)
		skep_arm64_pair(a, ARM64_STP_BEFORE,
				(struct skep_arm64_two){kept[n][0], kept[n][1]}, ARM64_SP, -16);
	if (job->calls)
		load_field(a, 64, 0, in(ARM64_RUN, offsetof(struct skep_run, packet)));
	else
		skep_arm64_move(a, 64, 0, ARM64_PACKET);
	skep_arm64_move(a, 32, 1, ARM64_SCRATCH);
	skep_arm64_move(a, 32, 2, ARM64_TEMP);
	skep_arm64_call_function(job, (const void *)(uintptr_t)skep_packet_at_slow);
	for (u32 n = SKEP_COUNT(kept); n-- > 0;)
		skep_arm64_pair(a, ARM64_LDP_BEHIND,
				(struct skep_arm64_two){kept[n][0], kept[n][1]}, ARM64_SP, 16);
	skep_arm64_pair(a, ARM64_LDP_BEHIND, back, ARM64_SP, 16);
	skep_arm64_return(a);
}

void skep_arm64_write_packet_ends(struct skep_arm64_job *job)
{
	write_find(job);
	skep_arm64_bind(&job->a, job->fail);
	skep_arm64_load(&job->a, job->reg[0], 0);
	skep_arm64_exit(job);
}
