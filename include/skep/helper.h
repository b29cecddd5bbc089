/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers of your own: C functions that programs call by number.
 *
 *	static uint64_t now(struct skep_run *run, uint64_t r1, uint64_t r2, uint64_t r3, uint64_t
 *r4, uint64_t r5);
 *
 *	struct skep_helper_set *set = skep_helper_set_new(NULL, &why);
 *	skep_helper_set_add(set, &(struct skep_helper_prototype){
 *		.number = 100, .name = "now", .function = now}, &why);
 *	options.helpers = set;                                        (skep/prog.h)
 *
 * A program then has `call 100`. */
#ifndef SKEP_HELPER_H
#define SKEP_HELPER_H

#include <skep/api.h>
#include <skep/diag.h>
#include <stdbool.h>
#include <stdint.h>

/* One run of a program, lent to the helpers that it calls until they return. */
struct skep_run;
struct skep_helper_set;

/* A helper: the program's r1 to r5 in, its r0 out. What is no argument of it holds anything. It
 * runs in the thread that runs the program, and in as many at once as run programs with it. */
typedef uint64_t (*skep_helper)(struct skep_run *run, uint64_t r1, uint64_t r2, uint64_t r3,
				uint64_t r4, uint64_t r5);

enum {
	SKEP_HELPER_ARGUMENTS = 5,
	SKEP_HELPER_NUMBERS = 1 << 16, /* numbers are below this */
};

/* What an argument is. */
enum skep_takes {
	SKEP_TAKES_NOTHING,  /* there is no such argument, and none behind it */
	SKEP_TAKES_NUMBER,   /* any value */
	SKEP_TAKES_READABLE, /* the address of memory that the helper reads */
	SKEP_TAKES_WRITABLE, /* the address of memory that the helper writes, and may read */
	SKEP_TAKES_SIZE,     /* how many bytes that memory has: the argument before this one */
};

/* What r0 is afterwards. */
enum skep_gives {
	SKEP_GIVES_NUMBER,
	SKEP_GIVES_NOTHING, /* the program may not look at it */
};

struct skep_argument {
	enum skep_takes takes;
	uint32_t size; /* READABLE, WRITABLE: bytes; 0: the next argument, a SIZE, says how many */
	bool or_null;  /* READABLE, WRITABLE: 0 is allowed in place of an address */
};

/* SKEP_CODE_CHECKED stops a program that calls a helper with memory that is not the program's; the
 * other modes trust the program in this as in all else. */
struct skep_helper_prototype {
	uint32_t number;
	const char *name; /* for messages */
	skep_helper function;
	struct skep_argument arguments[SKEP_HELPER_ARGUMENTS]; /* r1 to r5 */
	enum skep_gives gives;
};

/* Returns an empty set, which the caller frees when no code made with it is left; NULL with *d set
 * if memory ran out. `user` is handed to the helpers by skep_run_user and is the caller's. */
SKEP_API struct skep_helper_set *skep_helper_set_new(void *user, struct skep_diag *d);

/* Frees; NULL is allowed. */
SKEP_API void skep_helper_set_free(struct skep_helper_set *set);

/* Adds a helper.
 *
 *   set        no code has been made with it yet
 *   prototype  borrowed for the call, its name too
 *
 * False with *d set to what is wrong with the prototype: a number that is taken or too large, a
 * SIZE that belongs to no memory; or if memory ran out. One thread at a time for one set. */
SKEP_API bool skep_helper_set_add(struct skep_helper_set *set,
				  const struct skep_helper_prototype *prototype,
				  struct skep_diag *d);

/* The helper of a number, NULL if there is none. Borrowed until skep_helper_set_free. Thread-safe.
 */
SKEP_API const struct skep_helper_prototype *skep_helper_set_get(const struct skep_helper_set *set,
								 uint32_t number);

/* The `user` of the set that the program of this run was made with. */
SKEP_API void *skep_run_user(const struct skep_run *run);

#endif
