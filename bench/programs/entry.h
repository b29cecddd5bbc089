/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* What a benchmark program sees. Each is built three times from the same source, for BPF, natively
 * without vectors and natively as the compiler likes best, and called through a pointer:
 *
 *   u64 PROGRAM(u8 *memory, u64 size)
 *
 * memory is 8-byte aligned and holds what its row of programs.def says. A program may write to it,
 * but gives the same result however often it has run. */
#ifndef SKEP_BENCH_ENTRY_H
#define SKEP_BENCH_ENTRY_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;
typedef signed char s8;
typedef signed int s32;
typedef signed long long s64;

#define NOINLINE static __attribute__((noinline))

#ifdef __bpf__
/* The entry is the first instruction of a program, whatever it calls. */
#define ENTRY __attribute__((section("entry")))
/* A helper that Linux has, cheap and without arguments: the number of the NUMA node. */
static u64 (*const bench_node)(void) = (void *)42;
#else
#define ENTRY
u64 bench_node(void);
#endif

ENTRY u64 PROGRAM(u8 *memory, u64 size);

/* Integers in network order, and in the machine's, at naturally aligned addresses. */
static inline u16 be16(const u8 *at)
{
	return __builtin_bswap16(*(const u16 *)(const void *)at);
}

static inline u32 be32(const u8 *at)
{
	return __builtin_bswap32(*(const u32 *)(const void *)at);
}

static inline u64 be64(const u8 *at)
{
	return __builtin_bswap64(*(const u64 *)(const void *)at);
}

static inline u16 *at16(u8 *at)
{
	return (u16 *)(void *)at;
}

static inline u32 *at32(u8 *at)
{
	return (u32 *)(void *)at;
}

static inline u64 *at64(u8 *at)
{
	return (u64 *)(void *)at;
}

#endif
