/* SPDX-License-Identifier: BSD-2-Clause */
/* The domain of scalars beside Linux's: random programs of ALU instructions and conditional jumps
 * are loaded with log level 2, and what the log says of r6 and r7 after each instruction must hold
 * all that skep thinks possible there. A branch that Linux does not follow must not be one that
 * skep does. What Linux prints is read and printed again, too. */
#include <errno.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "test.h"
#include "verify/scalar.h"

enum { PROGRAMS = 3000, STEPS = 10, ROOM = 128, LOG = 1 << 18 };
enum { FIRST = 6, SECOND = 7, CONSTANT = 8 }; /* registers */

struct program {
	struct bpf_insn insns[ROOM];
	u32 count;
	u32 jumps[STEPS]; /* conditional jumps, each with an end of its own */
	u32 jump_count;
};

/* What is said of a place: of the registers after the instruction, or where a jump was taken. */
struct place {
	bool seen;
	bool split; /* Linux goes on from here with each number by itself */
	bool told[SKEP_REGISTERS];
	struct skep_scalar regs[SKEP_REGISTERS];
};

struct account {
	struct place after[ROOM], taken[ROOM];
};

static u64 seed = 1;

static u32 random_below(u32 limit)
{
	seed = seed * 6364136223846793005ull + 1442695040888963407ull;
	return (u32)(seed >> 33) % limit;
}

/* Near the ends of ranges, or single bits, or masks, or anything. */
static u64 random_number(void)
{
	static const u64 ends[] = {0,	       1,	    0x7f,	0xff,
				   0x7fff,     0xffff,	    0x7fffffff, 0x80000000,
				   0xffffffff, 0x100000000, 1ull << 63, ~0ull};
	const u64 any = (u64)random_below(1u << 31) << 33 ^ (u64)random_below(1u << 31) << 11 ^
			random_below(1u << 31);

	switch (random_below(4)) {
	case 0:
		return ends[random_below(SKEP_COUNT(ends))] + random_below(5) - 2;
	case 1:
		return 1ull << random_below(64);
	case 2:
		return ~0ull >> random_below(64) << random_below(8);
	default:
		return any >> random_below(64);
	}
}

/* ---- programs */

static void emit(struct program *p, enum skep_insn_id id, struct bpf_insn fields)
{
	p->insns[p->count++] = skep_insn_encode(id, fields);
}

static void emit_unknown(struct program *p, u8 reg)
{
	emit(p, SKEP_INSN_CALL_HELPER, (struct bpf_insn){.imm = BPF_FUNC_get_prandom_u32});
	emit(p, SKEP_INSN_MOV64_X, (struct bpf_insn){.dst_reg = reg & 15u});
}

static void emit_constant(struct program *p, u8 reg, u64 number)
{
	emit(p, SKEP_INSN_LD_IMM64, (struct bpf_insn){.dst_reg = reg & 15u, .imm = (s32)number});
	p->insns[p->count++] = (struct bpf_insn){.imm = (s32)(number >> 32)};
}

static bool shifts(const struct skep_insn_row *row)
{
	return row->kind == SKEP_KIND_ALU &&
	       (row->op == SKEP_ALU_LSH || row->op == SKEP_ALU_RSH || row->op == SKEP_ALU_ARSH);
}

/* An immediate that Linux takes. */
static s32 immediate(const struct skep_insn_row *row)
{
	s32 imm = (s32)random_number();

	if (shifts(row))
		return imm & (row->bits - 1);
	return imm ? imm : 1;
}

static bool moves(const struct skep_insn_row *row)
{
	return row->kind == SKEP_KIND_ALU && row->from == SKEP_FROM_X &&
	       (row->op == SKEP_ALU_MOV || row->op == SKEP_ALU_MOVSX8 ||
		row->op == SKEP_ALU_MOVSX16 || row->op == SKEP_ALU_MOVSX32);
}

/* A random instruction on r6 or r7, with the other or with a constant in r8. Registers are not
 * copied to each other: Linux links copies, and what it learns of one is not the other's doing. */
static void emit_step(struct program *p)
{
	const struct skep_insn_row *row;
	struct bpf_insn fields = {.dst_reg = random_below(3) ? FIRST : SECOND};

	do
		row = skep_insn_row(random_below(SKEP_INSN_COUNT));
	while (row->kind != SKEP_KIND_ALU && row->kind != SKEP_KIND_JUMP);
	if (moves(row)) {
		fields.src_reg = fields.dst_reg;
	} else if (row->from == SKEP_FROM_X && random_below(2)) {
		fields.src_reg = CONSTANT;
		emit_constant(p, CONSTANT, random_number());
	} else if (row->from == SKEP_FROM_X) {
		fields.src_reg = fields.dst_reg == FIRST ? SECOND : FIRST;
	} else if (row->from == SKEP_FROM_K) {
		fields.imm = immediate(row);
	}
	if (row->kind == SKEP_KIND_JUMP)
		p->jumps[p->jump_count++] = p->count;
	emit(p, skep_insn_id(row), fields);
}

static void emit_end(struct program *p)
{
	emit(p, SKEP_INSN_MOV64_K, (struct bpf_insn){.dst_reg = 0});
	emit(p, SKEP_INSN_EXIT, (struct bpf_insn){0});
}

static void make_program(struct program *p)
{
	*p = (struct program){.count = 0};
	emit_unknown(p, FIRST);
	emit_unknown(p, SECOND);
	for (u32 i = 2 + random_below(STEPS - 2); i; i--)
		emit_step(p);
	emit_end(p);
	for (u32 i = 0; i < p->jump_count; i++) {
		p->insns[p->jumps[i]].off = (s16)(p->count - p->jumps[i] - 1);
		emit_end(p);
	}
}

/* Linux's log, or false with errno. */
static bool load(const struct program *p, char *log)
{
	union bpf_attr attr = {.prog_type = BPF_PROG_TYPE_SOCKET_FILTER,
			       .insns = (u64)(uintptr_t)p->insns,
			       .insn_cnt = p->count,
			       .license = (u64)(uintptr_t) "GPL",
			       .log_level = 2,
			       .log_size = LOG,
			       .log_buf = (u64)(uintptr_t)log};
	int fd = (int)syscall(SYS_bpf, BPF_PROG_LOAD, &attr, sizeof(attr));

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

/* ---- the log */

/* Puts one form in; the names of a row of equal forms are each handed in. */
static void set_form(struct skep_scalar *s, const char *name, u64 number)
{
	const size_t length = strcspn(name, "=");
	const struct {
		const char *name;
		void *field;
		bool wide;
	} forms[] = {
	    {"smin", &s->smin, true},	   {"smax", &s->smax, true},
	    {"umin", &s->umin, true},	   {"umax", &s->umax, true},
	    {"smin32", &s->smin32, false}, {"smax32", &s->smax32, false},
	    {"umin32", &s->umin32, false}, {"umax32", &s->umax32, false},
	};

	for (u32 i = 0; i < SKEP_COUNT(forms); i++) {
		const u32 half = (u32)number;

		if (strlen(forms[i].name) != length || strncmp(forms[i].name, name, length) != 0)
			continue;
		if (forms[i].wide)
			memcpy(forms[i].field, &number, sizeof(number));
		else
			memcpy(forms[i].field, &half, sizeof(half));
	}
}

static u64 parse_number(const char *text, char **end)
{
	return *text == '-' ? (u64)strtoll(text, end, 0) : strtoull(text, end, 0);
}

/* What stands within scalar(...). Returns what is behind it. */
static const char *parse_forms(const char *at, struct skep_scalar *s)
{
	while (*at && *at != ')') {
		const char *names = at;
		char *end;

		while (strspn(at, "abcdefghijklmnopqrstuvwxyz_0123456789") == strcspn(at, "=") &&
		       strpbrk(at, "=,)") && *strpbrk(at, "=,)") == '=' &&
		       !strchr("0123456789", *at))
			at += strcspn(at, "=") + 1;
		if (strncmp(names, "var_off=(", 9) == 0) {
			s->t.value = strtoull(names + 9, &end, 0);
			s->t.mask = strtoull(end + 2, &end, 0);
			end++;
		} else {
			u64 number = parse_number(at, &end);

			for (const char *name = names; name < at; name += strcspn(name, "=") + 1)
				set_form(s, name, number);
		}
		at = *end == ',' ? end + 1 : end;
	}
	return at;
}

/* A scalar as Linux prints it. */
static const char *parse_scalar(const char *at, struct skep_scalar *s)
{
	char *end;

	at += *at == 'P';
	if (strncmp(at, "scalar(", 7) == 0) {
		*s = skep_scalar_unknown();
		return parse_forms(at + 7, s);
	}
	*s = skep_scalar_const(parse_number(at, &end));
	return end;
}

/* " R6=scalar(...) R7=5": those that are numbers. */
static void parse_registers(const char *at, const char *end, struct place *place)
{
	while ((at = strstr(at, " R")) && at < end) {
		const u32 reg = (u32)strtoul(at + 2, NULL, 10);

		at += 2 + strcspn(at + 2, "= ");
		if (*at == '=' && reg >= FIRST && reg <= SECOND && !place->told[reg]) {
			at = parse_scalar(at + 1, &place->regs[reg]);
			place->told[reg] = true;
		}
	}
}

static void parse_log(const char *log, struct account *account)
{
	*account = (struct account){0};
	for (const char *line = log, *end; *line; line = end + 1) {
		unsigned from, to;
		const char *state;
		char kind[2];

		end = strchrnul(line, '\n');
		state = memmem(line, (size_t)(end - line), " R", 2);
		if (sscanf(line, "from %u to %u:", &from, &to) == 2 && from < ROOM) {
			account->after[from].split |= from == to;
			if (state && from != to)
				parse_registers(state, end, &account->taken[from]);
		} else if (sscanf(line, "%u: %1[(R]", &from, kind) == 2 && from < ROOM) {
			account->after[from].seen |= *kind == '(';
			if (state)
				parse_registers(state, end, &account->after[from]);
		}
		if (!*end)
			break;
	}
}

/* What stands in the log is what skep prints of what was read from it. */
static bool prints_the_same(const char *log)
{
	bool same = true;

	for (const char *at = log; same && (at = strstr(at, " R")); at += 2) {
		const char *text = at + 2 + strcspn(at + 2, "= "), *after;
		struct skep_buffer again = {0};
		struct skep_scalar s;

		if (!(*text == '=' &&
		      (strncmp(text, "=scalar(", 8) == 0 || strchr("-0123456789", text[1]))))
			continue;
		text++;
		after = parse_scalar(text, &s) + (*text == 's');
		if (strncmp(text, "scalar(id", 9) == 0)
			continue;
		skep_scalar_print(&again, &s);
		same = again.data && strlen(again.data) == (size_t)(after - text) &&
		       strncmp(again.data, text, again.count) == 0;
		if (!same)
			printf("# Linux: %.*s, skep: %s\n", (int)(after - text), text, again.data);
		skep_buffer_fini(&again);
	}
	return same;
}

/* ---- comparing */

static bool complain(u32 at, const char *what, const struct skep_scalar *regs, const char *log)
{
	struct skep_buffer text = {0};

	for (u32 reg = FIRST; reg <= SECOND; reg++) {
		skep_buffer_printf(&text, " r%u=", reg);
		skep_scalar_print(&text, &regs[reg]);
	}
	printf("# instruction %u, %s: skep has%s; Linux:\n# ", at, what, text.data);
	for (const char *c = log; *c; c++)
		printf(*c == '\n' ? "\n# " : "%c", *c);
	printf("\n");
	skep_buffer_fini(&text);
	return false;
}

static bool within(const struct place *place, const struct skep_scalar *regs)
{
	for (u32 reg = FIRST; reg <= SECOND; reg++)
		if (place->told[reg] && !skep_scalar_within(&place->regs[reg], &regs[reg]))
			return false;
	return true;
}

/* Refines the registers of a jump to one of its outcomes. False: it cannot be. */
static bool go(const struct skep_insn_row *row, const struct bpf_insn *insn, bool taken,
	       struct skep_scalar *regs)
{
	struct skep_scalar imm = skep_scalar_const((u64)(s64)insn->imm);
	struct skep_scalar *a = &regs[insn->dst_reg];
	struct skep_scalar *b = row->from == SKEP_FROM_X ? &regs[insn->src_reg] : &imm;

	if (skep_scalar_compare(row->op, row->bits, a, b) == !taken)
		return false;
	return skep_scalar_refine(row->op, row->bits, taken, a, b);
}

struct case_ {
	struct program program;
	struct account account;
	char log[LOG];
	struct skep_scalar regs[SKEP_REGISTERS];
};

/* Both ways out of a jump. Falling through is left in c->regs; false in *goes_on where it cannot
 * be. */
static bool compare_jump(struct case_ *c, u32 at, const struct skep_insn_row *row, bool *goes_on)
{
	const struct bpf_insn *insn = &c->program.insns[at];
	const bool linux_takes = c->account.after[at + 1 + (u32)insn->off].seen;
	struct skep_scalar taken[SKEP_REGISTERS];

	memcpy(taken, c->regs, sizeof(taken));
	if (go(row, insn, true, taken)) {
		if (!linux_takes)
			return complain(at, "a branch that Linux does not take", taken, c->log);
		if (!within(&c->account.taken[at], taken))
			return complain(at, "taken", taken, c->log);
	}
	*goes_on = go(row, insn, false, c->regs);
	if (*goes_on && !c->account.after[at + 1].seen)
		return complain(at, "Linux does not fall through", c->regs, c->log);
	return !*goes_on || within(&c->account.after[at], c->regs) ||
	       complain(at, "not taken", c->regs, c->log);
}

static bool compare_alu(struct case_ *c, u32 at, const struct skep_insn_row *row)
{
	const struct bpf_insn *insn = &c->program.insns[at];
	const struct skep_scalar imm = skep_scalar_const((u64)(s64)insn->imm);

	skep_scalar_alu(&c->regs[insn->dst_reg],
			row->from == SKEP_FROM_X ? &c->regs[insn->src_reg] : &imm, row->op,
			row->bits);
	return within(&c->account.after[at], c->regs) || complain(at, row->name, c->regs, c->log);
}

/* Follows the program up to its first end, or to where Linux takes -1 and 0 apart (and, or with a
 * constant): that is not the domain's doing. Counts what was compared. */
static bool compare(struct case_ *c, u32 *compared)
{
	bool goes_on = true, held = true;

	for (u32 reg = 0; reg < SKEP_REGISTERS; reg++)
		c->regs[reg] = skep_scalar_unknown();
	for (u32 at = 0; goes_on && held && !c->account.after[at].split; at++) {
		const struct bpf_insn *insn = &c->program.insns[at];
		const struct skep_insn_row *row = skep_insn_decode(insn, at, NULL);

		if (row->kind == SKEP_KIND_WIDE) {
			const u64 high = (u32)c->program.insns[++at].imm;

			c->regs[insn->dst_reg] = skep_scalar_const(high << 32 | (u32)insn->imm);
		} else if (row->kind == SKEP_KIND_JUMP) {
			held = compare_jump(c, at, row, &goes_on);
			++*compared;
		} else if (row->kind == SKEP_KIND_ALU) {
			held = compare_alu(c, at, row);
			++*compared;
		} else if (row->kind == SKEP_KIND_EXIT) {
			break;
		}
	}
	return held;
}

int main(int argc, char **argv)
{
	const u32 programs = argc > 1 ? (u32)atoi(argv[1]) : PROGRAMS;
	struct case_ *c = calloc(1, sizeof(*c));
	bool held = true, printed = true;
	u32 compared = 0;

	if (argc > 2)
		seed = strtoull(argv[2], NULL, 0);
	for (u32 i = 0; i < programs && held && printed; i++) {
		make_program(&c->program);
		if (!load(&c->program, c->log)) {
			if (i == 0 && (errno == EPERM || errno == ENOSYS || errno == EACCES)) {
				test_skip("beside Linux", "bpf(2) is not allowed here");
				break;
			}
			held = test_ok(false, "Linux loads program %u (%s): %s", i, strerror(errno),
				       c->log);
			break;
		}
		parse_log(c->log, &c->account);
		held = compare(c, &compared);
		printed = prints_the_same(c->log);
	}
	if (compared) {
		test_ok(held, "%u instructions: as tight as Linux's at least", compared);
		test_ok(printed, "scalars are printed as Linux prints them");
	}
	free(c);
	return test_end();
}
