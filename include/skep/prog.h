/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs and what runs them. A struct skep_prog is eBPF as written (RFC 9669); a struct skep_code
 * is made from it and can be run any number of times. */
#ifndef SKEP_PUBLIC_PROG_H
#define SKEP_PUBLIC_PROG_H

#include <skep/api.h>
#include <skep/diag.h>
#include <skep/packet.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bpf_insn; /* linux/bpf.h */
struct skep_prog;
struct skep_code;
struct skep_helper_set; /* skep/helper.h */

/* What r1 (and more) hold at entry. */
enum skep_prog_type {
	/* r1 = memory, r2 = its length in bytes. A packet filter has r3 = length on the wire and
	 * r4 = address of the struct skep_packet besides. */
	SKEP_PROG_RAW,
	/* r1 = struct __sk_buff; the packet is reached by LD_ABS, LD_IND. */
	SKEP_PROG_SOCKET_FILTER,
	/* r1 = struct xdp_md. */
	SKEP_PROG_XDP,
};

/* Copies `count` instructions. The caller owns the result; NULL with *d set if memory ran out. */
SKEP_API struct skep_prog *skep_prog_new(enum skep_prog_type type, const struct bpf_insn *insns,
					 uint32_t count, struct skep_diag *d);

/* Adds `size` zeroed bytes of read-only data; *index is their number. The bytes are lent for
 * filling until skep_prog_free. NULL with *d set if memory ran out. */
SKEP_API void *skep_prog_add_data(struct skep_prog *prog, size_t size, uint32_t *index,
				  struct skep_diag *d);

/* Frees; NULL is allowed. */
SKEP_API void skep_prog_free(struct skep_prog *prog);

/* What runs a program, and how much the run is watched. The first three trust the program to stay
 * in its memory and to end. */
enum skep_code_mode {
	SKEP_CODE_DEFAULT, /* machine code where that can be had, else the interpreter */
	SKEP_CODE_JIT,	   /* machine code; an error where there is no JIT, or it may not be run */
	SKEP_CODE_PLAIN,   /* the interpreter */
	SKEP_CODE_BUDGET,  /* the interpreter; ends after options.budget instructions */
	SKEP_CODE_CHECKED, /* that, and every memory access is checked */
};

/* What profilers and debuggers are told of machine code; all may be asked for together. */
enum skep_code_profile {
	SKEP_CODE_PERF_MAP = 1, /* a line of /tmp/perf-PID.map: `perf report` names the code */
	SKEP_CODE_JITDUMP = 2,	/* a record of /tmp/jit-PID.dump: `perf inject --jit` has its bytes
				 * besides; record with `perf record -k mono` */
	SKEP_CODE_GDB = 4,	/* gdb names the code, and `bt` goes through it */
};

struct skep_code_options {
	enum skep_code_mode mode;
	uint64_t budget;		       /* instructions a run may take; 0: 1,000,000 */
	const struct skep_helper_set *helpers; /* skep/helper.h; NULL: none; borrowed until
						* skep_code_free */

	/* Machine code alone; all else ignores these. */
	bool blind_constants; /* no constant of the program stands in the code as it is */
	bool retpolines;      /* indirect jumps and calls are not predicted (Spectre, variant 2) */
	unsigned int profile; /* enum skep_code_profile */
	const char *name;     /* for profilers; NULL: "skep" */
};

/* Makes a program runnable.
 *
 *   prog     borrowed until skep_code_free: its data is used in place
 *   options  borrowed for the call; NULL is SKEP_CODE_DEFAULT without helpers
 *
 * Checks the form of the program (unknown instructions, jumps out of it), not what it does with
 * memory. Returns NULL with *d set to the instruction that is wrong, or that needs what only a
 * system with maps and helpers has. Thread-safe. */
SKEP_API struct skep_code *skep_code_new(const struct skep_prog *prog, struct skep_diag *d);
SKEP_API struct skep_code *skep_code_new_with(const struct skep_prog *prog,
					      const struct skep_code_options *options,
					      struct skep_diag *d);

/* Frees; NULL is allowed. */
SKEP_API void skep_code_free(struct skep_code *code);

/* Runs a SKEP_PROG_RAW program on `size` bytes that it may read and write: r1 = memory, r2 = size.
 * Returns r0; 0 also when a watched run was stopped. Thread-safe: a code has no state. */
SKEP_API uint64_t skep_code_run(const struct skep_code *code, void *memory, uint64_t size);

/* Memory for one run of a batch. */
struct skep_memory {
	void *data;
	uint64_t size; /* bytes */
};

/* The same for `count` pieces of memory: results[i] is r0 for memories[i]. Thread-safe. */
SKEP_API void skep_code_run_batch(const struct skep_code *code, const struct skep_memory *memories,
				  size_t count, uint64_t *results);

/* Runs a program of any type that knows packets on one packet, which it may only read; returns r0.
 * SKEP_PROG_RAW: r1 = data, r2 = caplen, r3 = wirelen, r4 = packet. SKEP_PROG_SOCKET_FILTER: r1 = a
 * struct __sk_buff with len (wirelen), pkt_type, mark, queue_mapping, protocol (network order),
 * vlan_present, vlan_tci, vlan_proto, ifindex and hash; all else 0. LD_ABS and LD_IND read the
 * packet for both; what they do not find ends the program with 0, as in Linux. Thread-safe. */
SKEP_API uint64_t skep_code_run_packet(const struct skep_code *code,
				       const struct skep_packet *packet);

/* The same for `count` packets: verdicts[i] is the low half of r0 for packets[i]. Thread-safe. */
SKEP_API void skep_code_run_packets(const struct skep_code *code, const struct skep_packet *packets,
				    size_t count, uint32_t *verdicts);

/* The same runs for code that is watched: false with *d set to the instruction, and for a bad
 * access the address and the nearest memory, if the run was stopped. Thread-safe. */
SKEP_API bool skep_code_try(const struct skep_code *code, void *memory, uint64_t size,
			    uint64_t *result, struct skep_diag *d);
SKEP_API bool skep_code_try_packet(const struct skep_code *code, const struct skep_packet *packet,
				   uint64_t *result, struct skep_diag *d);

#endif
