/* SPDX-License-Identifier: BSD-2-Clause */
/* Our answer, and what a program is loaded as. */
#include "subject.h"

#include <bpf/btf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "verify/code.h"

/* ---- types */

static bool find_prog(const char *name, u32 *type)
{
	for (*type = 1; *type < 64; ++*type) {
		const struct skep_prog_row *row = skep_prog_row(*type);

		if (row && strcmp(row->name, name) == 0)
			return true;
	}
	return false;
}

static bool find_attach(const char *name, u32 *type)
{
	for (*type = 0; *type < 80; ++*type) {
		const struct skep_attach_row *row = skep_attach_row(*type);

		if (row && strcmp(row->name, name) == 0)
			return true;
	}
	return false;
}

static const char *read_word(struct subject_type *t, const char *word)
{
	struct {
		const char *name;
		bool *flag;
	} flags[] = {{"proprietary", &t->proprietary}, {"sleepable", &t->sleepable},
		     {"strict", &t->strict},	       {"no_perfmon", &t->no_perfmon},
		     {"no_bpf", &t->no_bpf},	       {"beyond", &t->beyond}};

	if (strncmp(word, "attach=", 7) == 0)
		return find_attach(word + 7, &t->attach_type) ? NULL : "no such attach type";
	if (strncmp(word, "to=", 3) == 0) {
		snprintf(t->to, sizeof(t->to), "%s", word + 3);
		return NULL;
	}
	for (size_t i = 0; i < SKEP_COUNT(flags); i++) {
		if (strcmp(word, flags[i].name) == 0) {
			*flags[i].flag = true;
			return NULL;
		}
	}
	return "a word that is not known";
}

const char *subject_read_type(struct subject_type *t, const char *text)
{
	char *copy = strdup(text), *rest, *word = strtok_r(copy, " \n", &rest);
	const char *wrong = NULL;

	*t = (struct subject_type){0};
	if (!word || !find_prog(word, &t->prog_type))
		wrong = "there is no such program type";
	while (!wrong && (word = strtok_r(NULL, " \n", &rest)))
		wrong = read_word(t, word);
	free(copy);
	return wrong;
}

/* ---- the kernel */

struct skep_kernel *subject_kernel(void)
{
	struct btf *btf = subject_is_judge() ? btf__load_vmlinux_btf() : NULL;
	struct skep_diag d = {0};

	return btf ? skep_kernel_new(btf, &d) : NULL;
}

/* `to=STRUCT.MEMBER`: an operation. The struct, and the number of the member. */
static u32 find_operation(const struct subject *s, u32 *number)
{
	const char *dot = s->kernel ? strchr(s->type.to, '.') : NULL;
	const struct btf *btf = dot ? skep_kernel_btf(s->kernel) : NULL;
	const struct btf_type *t;
	char name[64];
	u32 id;

	if (!dot)
		return 0;
	snprintf(name, sizeof(name), "%.*s", (int)(dot - s->type.to), s->type.to);
	id = skep_kernel_find(s->kernel, BTF_KIND_STRUCT, name);
	t = btf__type_by_id(btf, id);
	for (*number = 0; id && *number < btf_vlen(t); ++*number)
		if (strcmp(btf__name_by_offset(btf, btf_members(t)[*number].name_off), dot + 1) ==
		    0)
			return id;
	return 0;
}

u32 subject_attach_type(const struct subject *s)
{
	u32 number;

	return find_operation(s, &number) ? number : s->type.attach_type;
}

u32 subject_attached(const struct subject *s)
{
	char tracepoint[64];
	u32 number, id = find_operation(s, &number);

	if (!s->kernel || !s->type.to[0] || id)
		return id;
	snprintf(tracepoint, sizeof(tracepoint), "btf_trace_%s", s->type.to);
	id = skep_kernel_find(s->kernel, BTF_KIND_TYPEDEF, tracepoint);
	return id ? id : skep_kernel_find(s->kernel, BTF_KIND_FUNC, s->type.to);
}

/* ---- starts of functions */

static int compare(const void *left, const void *right)
{
	u32 a = *(const u32 *)left, b = *(const u32 *)right;

	return (a > b) - (a < b);
}

static bool names_function(const struct bpf_insn *i)
{
	return (i->code == (BPF_JMP | BPF_CALL) && i->src_reg == BPF_PSEUDO_CALL) ||
	       (i->code == SKEP_OPCODE_WIDE && i->src_reg == BPF_PSEUDO_FUNC);
}

/* The program's functions in their order, with the types that are given in that order. */
static u32 find_funcs(const struct subject *s, struct skep_verify_func *funcs)
{
	u32 starts[SUBJECT_FUNCS] = {0}, count = 1, unique = 0;

	for (u32 i = 0; i < s->count && count < SUBJECT_FUNCS; i++)
		if (names_function(&s->insns[i]))
			starts[count++] = i + 1 + (u32)s->insns[i].imm;
	qsort(starts, count, sizeof(starts[0]), compare);
	for (u32 i = 0; i < count; i++)
		if (i == 0 || starts[i] != starts[i - 1])
			funcs[unique++].start = starts[i];
	for (u32 i = 0; i < unique && s->funcs; i++)
		funcs[i].type_id = s->funcs->type_ids[i < s->funcs->count ? i : 0];
	return unique;
}

u32 subject_funcs_of(const struct subject *s, struct skep_verify_func *funcs)
{
	return s->funcs ? find_funcs(s, funcs) : 0;
}

/* ---- the question */

static void take_answer(struct subject_answer *a, const struct skep_diag *d, enum skep_rule rule)
{
	a->verdict = SUBJECT_REFUSED;
	a->place = d->place.at;
	snprintf(a->class, sizeof(a->class), "%s",
		 d->code == SKEP_E_REFUSED ? skep_rule_name(rule) : skep_error_name(d->code));
	snprintf(a->reason, sizeof(a->reason), "%s", d->what);
}

enum { REASONS = 16 };

static void print_reasons(struct skep_buffer *b, const struct skep_verdict *verdict)
{
	for (u32 i = 0; i < verdict->reason_count; i++) {
		const struct skep_reason *r = &verdict->reasons[i];

		skep_buffer_printf(b, "%s @%lld", skep_rule_name(r->rule),
				   (long long)r->d.place.at);
		if (r->fix)
			skep_buffer_printf(b, ", a check %s",
					   r->fix_passes  ? "passes"
					   : r->fix_fails ? "fails"
							  : "helps");
		skep_buffer_text(b, "\n");
	}
}

void subject_ask_us(const struct subject *s, struct subject_answer *a)
{
	struct skep_verify_func funcs[SUBJECT_FUNCS] = {0};
	struct skep_verify_input in = {.insns = s->insns,
				       .count = s->count,
				       .prog_type = s->type.prog_type,
				       .gpl = !s->type.proprietary,
				       .sleepable = s->type.sleepable,
				       .maps = s->maps ? s->maps->list : NULL,
				       .map_count = s->maps ? s->maps->count : 0,
				       .btf = s->funcs ? s->funcs->btf : NULL,
				       .funcs = funcs};
	struct skep_verify_options options = {.no_perfmon = s->type.no_perfmon,
					      .no_bpf = s->type.no_bpf,
					      .beyond = s->type.beyond,
					      .strict_alignment = s->type.strict};
	struct skep_verdict verdict;
	struct skep_diag d = {0};

	in.kernel = s->kernel;
	in.attach_type = subject_attach_type(s);
	in.attach_btf_id = subject_attached(s);
	in.func_count = subject_funcs_of(s, funcs);
	options.trail = s->example;
	options.reasons = s->reasons ? REASONS : 0;
	*a = (struct subject_answer){.place = -1};
	if (!skep_verify(&in, &options, &verdict, &d))
		take_answer(a, &d, verdict.rule);
	if (!verdict.accepted && s->example)
		subject_print_example(s, &in, &verdict);
	else if (verdict.accepted && s->facts)
		subject_print_facts(s, verdict.facts);
	if (s->reasons)
		print_reasons(s->reasons, &verdict);
	skep_verdict_fini(&verdict);
}
