/* SPDX-License-Identifier: BSD-2-Clause */
/* A program that both verifiers are asked about: ours and Linux's. */
#ifndef SKEP_TESTS_VERIFY_SUBJECT_H
#define SKEP_TESTS_VERIFY_SUBJECT_H

#include "verify/verify.h"

enum { SUBJECT_MAPS = 24, SUBJECT_SPECIALS = 11, SUBJECT_FUNCS = 16, SUBJECT_TEXT = 352 };

/* ---- maps.c */

struct subject_map {
	struct skep_map_desc desc; /* its pointers lead into this struct */
	char name[16];
	struct skep_special specials[SUBJECT_SPECIALS];
	unsigned char *contents; /* owned; value 0 of a frozen map, else NULL */
	struct btf *btf;	 /* NULL: it has none */
	bool borrowed;		 /* ... else it is owned */
	int fd;			 /* in Linux; -1 until it is asked for */
};

/* What programs of a file share. */
struct subject_maps {
	struct subject_map maps[SUBJECT_MAPS];
	const struct skep_map_desc *list[SUBJECT_MAPS];
	u32 count;
	struct btf *types; /* borrowed: what value=NAME is looked for in; NULL: nothing */
	bool in_linux;	   /* all have their descriptors */
};

/* Reads one map a line: `name type key value entries words...`, words being flags=N, rdonly_prog,
 * wronly_prog, frozen=HEX, inner=NAME, spin_lock@N, timer@N, btf, and value=NAME, a struct of
 * `types` (which may be NULL, and lives as long as the maps). Returns NULL, or a text that says
 * what is wrong. */
const char *subject_read_maps_of(struct subject_maps *m, const char *text, struct btf *types);
const char *subject_read_maps(struct subject_maps *m, const char *text);
void subject_free_maps(struct subject_maps *m);

/* Makes them in Linux. False if it refuses, with errno. */
bool subject_make_maps(struct subject_maps *m);

/* ---- funcs.c */

/* Types of the program's functions. */
struct subject_funcs {
	struct btf *btf; /* owned; NULL: the program has none */
	u32 type_ids[SUBJECT_FUNCS];
	u32 count;
	int fd; /* in Linux; -1 until it is asked for */
};

/* Reads one function a line, in the order of their code: `static int name(int, ctx, mem8)`. A line
 * `struct NAME SIZE TYPE@OFFSET...` makes a type (structs.c), `handler NAME` a function the handler
 * of exceptions. */
const char *subject_read_funcs(struct subject_funcs *f, const char *text, const char *ctx);
void subject_free_funcs(struct subject_funcs *f);

/* ---- structs.c */

/* Adds the struct that a line behind "struct " describes; a list or tree is written
 * list_head@OFFSET=STRUCT:MEMBER, a pointer ptr@OFFSET=STRUCT (kptr, kptr_untrusted, percpu_kptr).
 * Members are called mOFFSET. */
const char *subject_add_struct(struct btf *btf, char *line);

/* ---- the program */

/* What a program is loaded as. */
struct subject_type {
	u32 prog_type, attach_type;
	bool proprietary, sleepable, strict, no_perfmon, no_bpf;
	bool beyond; /* of ours alone: more than Linux sees */
	char to[48]; /* the kernel's function or tracepoint that it is attached to */
};

/* Reads `xdp attach=NAME to=NAME words...`. */
const char *subject_read_type(struct subject_type *t, const char *text);

struct subject {
	struct subject_type type;
	struct subject_maps *maps;	  /* borrowed */
	struct subject_funcs *funcs;	  /* borrowed; may be NULL */
	const struct skep_kernel *kernel; /* borrowed; NULL: types that are not known */
	struct bpf_insn *insns;		  /* borrowed */
	u32 count;
	struct skep_buffer
	    *facts; /* is given the facts of what we accept; NULL: they are not asked for */
	struct skep_buffer *reasons; /* ... all reasons why it is refused */
	struct skep_buffer
	    *example; /* ... an input that shows why it is refused, if one is found */
};

/* The types of the kernel that is running, if it is the one that Linux's answers are of: else NULL.
 * Freed by the caller. */
struct skep_kernel *subject_kernel(void);

/* The BTF id of what a program is attached to; 0: nothing. */
u32 subject_attached(const struct subject *s);

/* What it is loaded with: for an operation of a struct the number of the member. */
u32 subject_attach_type(const struct subject *s);

enum subject_verdict { SUBJECT_ACCEPTED, SUBJECT_REFUSED, SUBJECT_NOT_ASKED };

/* What one of them says. */
struct subject_answer {
	enum subject_verdict verdict;
	s64 place;		   /* the instruction; -1: none is named */
	char class[24];		   /* ours: the name of the rule */
	char reason[SUBJECT_TEXT]; /* one line */
};

/* The functions of a program that has types for them; returns how many. */
u32 subject_funcs_of(const struct subject *s, struct skep_verify_func *funcs);

void subject_ask_us(const struct subject *s, struct subject_answer *a);

/* ---- facts.c */

/* Appends facts to s->facts. */
void subject_print_facts(const struct subject *s, const struct skep_fact *facts);

/* ---- example.c */

/* Appends an input with which a refused program traps to s->example, and what happens. */
void subject_print_example(const struct subject *s, const struct skep_verify_input *in,
			   const struct skep_verdict *verdict);

/* ---- linux.c */

/* Whether Linux's answers are those that files have. */
bool subject_is_judge(void);

void subject_ask_linux(const struct subject *s, struct subject_answer *a);

#endif
