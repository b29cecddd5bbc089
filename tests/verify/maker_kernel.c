/* SPDX-License-Identifier: BSD-2-Clause */
/* A program is a text. r6 is the context, r9 the value that has a lock, a list, a tree and a
 * pointer; r7 and r8 are what a statement at an even or odd depth has taken. Numbers are at r10-64
 * and in the map `out`; what functions keep on the stack has a place for each depth. Every
 * statement leaves r0 to r5 to the next one. */
#include "maker_kernel.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "text.h"

enum { DEPTH = 4, PLACE = 48 /* bytes of stack for each depth, below r10-64 */ };

struct writer {
	struct choices *from;
	struct skep_buffer text;
	u32 labels;
	u32 depth;
	bool locked; /* a lock is held: few functions may be called */
	bool runs;   /* nothing that skep does not run */
};

static u32 choose(struct writer *w, u32 below)
{
	struct choices *c = w->from;

	if (c->count) {
		c->count--;
		return *c->bytes++ % below;
	}
	c->state = c->state * 6364136223846793005u + 1442695040888963407u;
	return (u32)(c->state >> 33) % below;
}

static bool one_in(struct writer *w, u32 n)
{
	return choose(w, n) == 0;
}

/* Addresses must not come into `out` where that is compared: there calls and tests alone. */
static bool may_leave_out(const struct writer *w, const char *format)
{
	return !w->runs || strncmp(format, "call", 4) == 0 || strncmp(format, "if", 2) == 0;
}

/* A line: what stands in it for numbers are `a` and `b`. Now and then it is left out. */
static void put(struct writer *w, const char *format, s64 a, s64 b)
{
	char text[160];

	if (one_in(w, 120) && may_leave_out(w, format))
		return;
	snprintf(text, sizeof(text), format, (long long)a, (long long)b);
	skep_buffer_printf(&w->text, "%s\n", text);
}

static void line(struct writer *w, const char *text)
{
	put(w, text, 0, 0);
}

/* The address of a place, or of the one beside it. */
static void stack(struct writer *w, u32 reg, s64 at)
{
	at += one_in(w, 100) ? 8 : 0;
	put(w, "r%lld = r10", reg, 0);
	put(w, "r%lld += %lld", reg, at);
}

static s64 place(const struct writer *w)
{
	return -64 - PLACE * (s64)(w->depth + 1);
}

static u32 held(const struct writer *w)
{
	return 7 + w->depth % 2;
}

static void label(struct writer *w, u32 number)
{
	skep_buffer_printf(&w->text, "l%u:\n", number);
}

static void statement(struct writer *w);

static void block(struct writer *w)
{
	w->depth++;
	for (u32 i = 1 + choose(w, 3); i; i--)
		statement(w);
	w->depth--;
}

/* ---- numbers */

static void number(struct writer *w)
{
	static const char *const lines[] = {"r1 = *(u64 *)(r10 - 64)",
					    "r1 += 1",
					    "r1 &= 7",
					    "r1 ^= r2",
					    "r2 = r1",
					    "w2 = w1",
					    "r2 <<= 3",
					    "r1 >>= 1"};

	line(w, "r1 = *(u64 *)(r10 - 64)");
	line(w, "r2 = map[out][0]+0");
	line(w, "r2 = *(u64 *)(r2 + 8)");
	for (u32 i = choose(w, 3); i; i--)
		line(w, lines[choose(w, SKEP_COUNT(lines))]);
	put(w, "*(u64 *)(r10 - 64) = r%lld", 1 + choose(w, 2), 0);
}

static void indexed(struct writer *w)
{
	line(w, "r1 = *(u64 *)(r10 - 64)");
	put(w, "r1 &= %lld", one_in(w, 6) ? 63 : 31, 0);
	line(w, "r2 = map[out][0]+0");
	line(w, "r2 += r1");
	line(w, one_in(w, 2) ? "r1 = *(u8 *)(r2 + 31)" : "*(u8 *)(r2 + 8) = 3");
}

static void branch(struct writer *w)
{
	u32 other = w->labels++, end = w->labels++;

	line(w, "r1 = *(u64 *)(r10 - 64)");
	put(w, one_in(w, 2) ? "if r1 s> %lld goto l%lld" : "if w1 == %lld goto l%lld", choose(w, 5),
	    other);
	block(w);
	skep_buffer_printf(&w->text, "goto l%u\n", end);
	label(w, other);
	block(w);
	label(w, end);
}

static void atomic(struct writer *w)
{
	static const char *const lines[] = {
	    "lock *(u64 *)(r2 + 8) += r1", "r1 = load_acquire((u64 *)(r2 + 16))",
	    "store_release((u32 *)(r2 + 24), r1)", "r1 = atomic64_fetch_or((u64 *)(r2 + 8), r1)"};

	line(w, "r1 = *(u64 *)(r10 - 64)");
	line(w, "r2 = map[out][0]+0");
	line(w, lines[choose(w, SKEP_COUNT(lines))]);
}

/* ---- sections */

static void interrupts(struct writer *w)
{
	stack(w, 1, place(w));
	line(w, "call kfunc[bpf_local_irq_save]");
	block(w);
	stack(w, 1, place(w));
	line(w, "call kfunc[bpf_local_irq_restore]");
}

static void preemption(struct writer *w)
{
	line(w, "call kfunc[bpf_preempt_disable]");
	block(w);
	line(w, "call kfunc[bpf_preempt_enable]");
}

static void rcu(struct writer *w)
{
	line(w, "call kfunc[bpf_rcu_read_lock]");
	block(w);
	line(w, "call kfunc[bpf_rcu_read_unlock]");
}

static void list_ends(struct writer *w);

/* What may be done under a lock. */
static void locked(struct writer *w)
{
	bool before = w->locked;

	w->locked = true;
	w->depth++;
	if (!w->runs && one_in(w, 2))
		list_ends(w);
	for (u32 i = choose(w, 3); i; i--)
		statement(w);
	w->depth--;
	w->locked = before;
}

static void resilient(struct writer *w)
{
	u32 end = w->labels++;
	bool other = one_in(w, 3), irq = one_in(w, 3);
	const char *lock = other ? "r1 = map[more][0]+0" : "r1 = map[world][0]+0";

	line(w, lock);
	if (irq)
		stack(w, 2, place(w));
	line(w, irq ? "call kfunc[bpf_res_spin_lock_irqsave]" : "call kfunc[bpf_res_spin_lock]");
	put(w, one_in(w, 3) ? "if w0 != 0 goto l%lld" : "if r0 != 0 goto l%lld", end, 0);
	locked(w);
	line(w, lock);
	if (irq)
		stack(w, 2, place(w));
	line(w, irq ? "call kfunc[bpf_res_spin_unlock_irqrestore]"
		    : "call kfunc[bpf_res_spin_unlock]");
	label(w, end);
}

static void plain_lock(struct writer *w)
{
	line(w, "r1 = map[plain][0]+0");
	line(w, "call bpf_spin_lock");
	locked(w);
	line(w, "r1 = map[plain][0]+0");
	line(w, "call bpf_spin_unlock");
}

/* ---- objects */

/* What a register holds that may be NULL is given up where it is not. */
static void drop(struct writer *w, u32 reg)
{
	put(w, "r1 = r%lld", reg, 0);
	line(w, "r2 = 0");
	line(w, "call kfunc[bpf_obj_drop_impl]");
}

static void push(struct writer *w, u32 reg)
{
	u32 failed = w->labels++, end = w->labels++;

	line(w, "r1 = map[world][0]+0");
	line(w, "call kfunc[bpf_res_spin_lock]");
	put(w, "if r0 != 0 goto l%lld", failed, 0);
	line(w, "r1 = map[world][0]+8");
	put(w, "r2 = r%lld", reg, 0);
	line(w, "r3 = 0");
	line(w, "r4 = 0");
	line(w, one_in(w, 2) ? "call kfunc[bpf_list_push_front_impl]"
			     : "call kfunc[bpf_list_push_back_impl]");
	line(w, "r1 = map[world][0]+0");
	line(w, "call kfunc[bpf_res_spin_unlock]");
	skep_buffer_printf(&w->text, "goto l%u\n", end);
	label(w, failed);
	drop(w, reg);
	label(w, end);
}

static void grow(struct writer *w, u32 reg)
{
	u32 failed = w->labels++, end = w->labels++;

	line(w, "r1 = map[world][0]+0");
	line(w, "call kfunc[bpf_res_spin_lock]");
	put(w, "if r0 != 0 goto l%lld", failed, 0);
	line(w, "r1 = map[world][0]+24");
	put(w, "r2 = r%lld", reg, 0);
	line(w, "r2 += 32");
	line(w, "r3 = subprog[less]");
	line(w, "r4 = 0");
	line(w, "r5 = 0");
	line(w, "call kfunc[bpf_rbtree_add_impl]");
	line(w, "r1 = map[world][0]+0");
	line(w, "call kfunc[bpf_res_spin_unlock]");
	skep_buffer_printf(&w->text, "goto l%u\n", end);
	label(w, failed);
	drop(w, reg);
	label(w, end);
}

static void exchange(struct writer *w, u32 reg)
{
	u32 end = w->labels++;

	line(w, "r1 = map[world][0]+40");
	put(w, "r2 = r%lld", reg, 0);
	line(w, "call bpf_kptr_xchg");
	put(w, "if r0 == 0 goto l%lld", end, 0);
	line(w, "r1 = r0");
	line(w, "r2 = 0");
	line(w, "call kfunc[bpf_obj_drop_impl]");
	label(w, end);
}

static void object(struct writer *w)
{
	static void (*const ends[])(struct writer * w, u32 reg) = {drop, push, grow, exchange};
	u32 reg = held(w), end = w->labels++;

	line(w, "r1 = type[item]");
	line(w, "r2 = 0");
	line(w, "call kfunc[bpf_obj_new_impl]");
	put(w, "if r0 == 0 goto l%lld", end, 0);
	put(w, "r%lld = r0", reg, 0);
	if (one_in(w, 2))
		put(w, "*(u64 *)(r%lld + 24) = 7", reg, 0);
	if (one_in(w, 3) && w->depth < 2)
		block(w);
	if (one_in(w, 2))
		put(w, "r1 = *(u64 *)(r%lld + 72)", reg, 0);
	ends[choose(w, SKEP_COUNT(ends))](w, reg);
	if (one_in(w, 8))
		put(w, "r1 = *(u64 *)(r%lld + 24)", reg, 0);
	label(w, end);
}

/* Under the lock: the ends of the list, and the tree. */
static void list_ends(struct writer *w)
{
	static const char *const calls[] = {"call kfunc[bpf_list_front]",
					    "call kfunc[bpf_list_back]"};
	u32 end = w->labels++;

	if (one_in(w, 2)) {
		line(w, "r1 = map[world][0]+8");
		line(w, calls[choose(w, 2)]);
	} else {
		line(w, "r1 = map[world][0]+24");
		line(w, "call kfunc[bpf_rbtree_first]");
	}
	put(w, "if r0 == 0 goto l%lld", end, 0);
	line(w, "r1 = *(u64 *)(r0 + 40)");
	label(w, end);
}

/* What is taken out is dropped behind the lock. */
static void taken(struct writer *w)
{
	u32 reg = held(w), end = w->labels++, none = w->labels++;

	line(w, "r1 = map[world][0]+0");
	line(w, "call kfunc[bpf_res_spin_lock]");
	put(w, "if r0 != 0 goto l%lld", end, 0);
	line(w, "r1 = map[world][0]+8");
	line(w, "call kfunc[bpf_list_pop_front]");
	put(w, "r%lld = r0", reg, 0);
	line(w, "r1 = map[world][0]+0");
	line(w, "call kfunc[bpf_res_spin_unlock]");
	put(w, "if r%lld == 0 goto l%lld", reg, none);
	drop(w, reg);
	label(w, none);
	label(w, end);
}

/* A pointer that the value keeps. */
static void kept(struct writer *w)
{
	u32 end = w->labels++;
	bool section = !one_in(w, 3);

	if (section)
		line(w, "call kfunc[bpf_rcu_read_lock]");
	line(w, "r1 = map[world][0]+0");
	line(w, "r1 = *(u64 *)(r1 + 40)");
	put(w, "if r1 == 0 goto l%lld", end, 0);
	line(w, one_in(w, 3) ? "*(u64 *)(r1 + 24) = 1" : "r2 = *(u64 *)(r1 + 24)");
	label(w, end);
	if (section)
		line(w, "call kfunc[bpf_rcu_read_unlock]");
}

static void counted(struct writer *w)
{
	u32 reg = held(w), end = w->labels++, none = w->labels++;

	line(w, "r1 = type[item]");
	line(w, "r2 = 0");
	line(w, "call kfunc[bpf_obj_new_impl]");
	put(w, "if r0 == 0 goto l%lld", end, 0);
	put(w, "r%lld = r0", reg, 0);
	line(w, "r1 = r0");
	line(w, "r2 = 0");
	line(w, "call kfunc[bpf_refcount_acquire_impl]");
	if (one_in(w, 2))
		put(w, "if r0 == 0 goto l%lld", none, 0);
	line(w, "r1 = r0");
	line(w, "r2 = 0");
	line(w, "call kfunc[bpf_obj_drop_impl]");
	label(w, none);
	drop(w, reg);
	label(w, end);
}

/* ---- iterators, dynptrs, records */

static void iterate(struct writer *w)
{
	u32 next = w->labels++, end = w->labels++;

	stack(w, 1, place(w));
	put(w, "r2 = %lld", choose(w, 3), 0);
	put(w, "r3 = %lld", choose(w, 12), 0);
	line(w, "call kfunc[bpf_iter_num_new]");
	label(w, next);
	stack(w, 1, place(w));
	line(w, "call kfunc[bpf_iter_num_next]");
	put(w, "if r0 == 0 goto l%lld", end, 0);
	if (one_in(w, 2)) {
		line(w, "r1 = *(s32 *)(r0 + 0)");
		line(w, "*(u64 *)(r10 - 64) = r1");
	}
	if (!one_in(w, 3))
		block(w);
	skep_buffer_printf(&w->text, "goto l%u\n", next);
	label(w, end);
	stack(w, 1, place(w));
	line(w, "call kfunc[bpf_iter_num_destroy]");
}

static void record(struct writer *w)
{
	u32 reg = held(w), end = w->labels++;

	line(w, "r1 = map[ring]");
	line(w, "r2 = 16");
	line(w, "r3 = 0");
	line(w, "call bpf_ringbuf_reserve");
	put(w, "if r0 == 0 goto l%lld", end, 0);
	put(w, "r%lld = r0", reg, 0);
	put(w, "*(u64 *)(r%lld + %lld) = 5", reg, 8 * choose(w, 2));
	if (one_in(w, 2))
		block(w);
	put(w, "r1 = r%lld", reg, 0);
	line(w, "r2 = 0");
	line(w, one_in(w, 2) ? "call bpf_ringbuf_submit" : "call bpf_ringbuf_discard");
	label(w, end);
}

static void slice(struct writer *w, s64 at)
{
	u32 end = w->labels++;

	stack(w, 1, at);
	put(w, "r2 = %lld", choose(w, 9), 0);
	put(w, "r3 = %lld", 1 + choose(w, 16), 0);
	line(w, "call bpf_dynptr_data");
	put(w, "if r0 == 0 goto l%lld", end, 0);
	put(w, one_in(w, 2) ? "r1 = *(u8 *)(r0 + %lld)" : "*(u8 *)(r0 + %lld) = 1", choose(w, 8),
	    0);
	label(w, end);
}

static void dynptr(struct writer *w)
{
	bool ring = one_in(w, 2);
	s64 at = place(w) + 16;

	if (ring) {
		line(w, "r1 = map[ring]");
		line(w, "r2 = 32");
		line(w, "r3 = 0");
		stack(w, 4, at);
		line(w, "call bpf_ringbuf_reserve_dynptr");
	} else {
		line(w, "r1 = map[out][0]+0");
		line(w, "r2 = 32");
		line(w, "r3 = 0");
		stack(w, 4, at);
		line(w, "call bpf_dynptr_from_mem");
	}
	for (u32 i = choose(w, 3); i; i--)
		slice(w, at);
	if (one_in(w, 3))
		block(w);
	if (!ring)
		return;
	stack(w, 1, at);
	line(w, "r2 = 0");
	line(w,
	     one_in(w, 2) ? "call bpf_ringbuf_submit_dynptr" : "call bpf_ringbuf_discard_dynptr");
	if (one_in(w, 8))
		slice(w, at);
}

/* ---- functions */

static void call_back(struct writer *w)
{
	put(w, "r1 = %lld", 1 + choose(w, 5), 0);
	line(w, "r2 = subprog[called]");
	stack(w, 3, -64);
	line(w, "r4 = 0");
	line(w, "call bpf_loop");
}

static void call_static(struct writer *w)
{
	stack(w, 1, -64);
	line(w, "r2 = 0");
	line(w, "call own");
}

static void call_global(struct writer *w)
{
	line(w, "r1 = 1");
	line(w, one_in(w, 3) ? "call dozing" : "call global");
}

static void may_goto(struct writer *w)
{
	u32 again = w->labels++, end = w->labels++;

	label(w, again);
	skep_buffer_printf(&w->text, "may_goto l%u\n", end);
	block(w);
	skep_buffer_printf(&w->text, "goto l%u\n", again);
	label(w, end);
}

static void rounds(struct writer *w)
{
	u32 again = w->labels++;
	s64 at = -place(w) - 40;

	put(w, "*(u64 *)(r10 - %lld) = %lld", at, 1 + choose(w, 4));
	label(w, again);
	block(w);
	put(w, "r1 = *(u64 *)(r10 - %lld)", at, 0);
	line(w, "r1 += -1");
	put(w, "*(u64 *)(r10 - %lld) = r1", at, 0);
	put(w, "if r1 != 0 goto l%lld", again, 0);
}

/* ---- the whole */

typedef void statement_fn(struct writer *w);

/* What engines run the same way as Linux comes first: the rest are objects, and loops that end when
 * enough has been done. */
static statement_fn *const simple[] = {number, indexed, atomic};
static statement_fn *const nested[] = {interrupts,  preemption,	 rcu,	 resilient,  resilient,
				       iterate,	    record,	 dynptr, branch,     call_back,
				       call_static, call_global, rounds, plain_lock, object,
				       object,	    taken,	 kept,	 counted,    may_goto};
static statement_fn *const under[] = {number,  indexed,	  atomic,   branch,
				      iterate, resilient, list_ends};
enum { NESTED_RUN = 14, UNDER_RUN = 6 };

static void statement(struct writer *w)
{
	if (w->locked && w->depth < DEPTH && !one_in(w, 20))
		under[choose(w, w->runs ? UNDER_RUN : SKEP_COUNT(under))](w);
	else if (w->depth < DEPTH && !one_in(w, 3))
		nested[choose(w, w->runs ? NESTED_RUN : SKEP_COUNT(nested))](w);
	else
		simple[choose(w, SKEP_COUNT(simple))](w);
}

static void begin(struct writer *w)
{
	static const char text[] = "r6 = r1\nr7 = 0\nif r7 == 0 goto begin\nr3 = subprog[less]\n"
				   "r3 = subprog[called]\ncall own\ncall global\ncall dozing\n"
				   "begin: r8 = 0\n*(u64 *)(r10 - 64) = 3\n";

	skep_buffer_printf(&w->text, "%s", text);
}

/* Functions in the order of maker_kernel_init. */
static void functions(struct writer *w)
{
	static const char *const bodies[] = {"called: r6 = r2\n*(u64 *)(r10 - 64) = 1\n",
					     "own: r6 = r1\n*(u64 *)(r10 - 64) = 2\n"};
	static const char rest[] = "global: r0 = r1\nexit\n"
				   "dozing: r1 = r10\nr1 += -8\nr2 = 8\nr3 = 0\n"
				   "call bpf_copy_from_user\nr0 = 0\nexit\n";

	skep_buffer_printf(&w->text, "less: r0 = 0\nr3 = *(u64 *)(r1 + 8)\nr4 = *(u64 *)(r2 + 8)\n"
				     "if r3 >= r4 goto more\nr0 = 1\nmore: exit\n");
	w->depth = DEPTH - 2;
	for (u32 i = 0; i < SKEP_COUNT(bodies); i++) {
		skep_buffer_printf(&w->text, "%s", bodies[i]);
		statement(w);
		if (one_in(w, 2))
			line(w, "*(u64 *)(r6 + 0) = 1");
		skep_buffer_printf(&w->text, "r0 = %u\nexit\n", i ? 0 : choose(w, 2));
	}
	skep_buffer_printf(&w->text, "%s", rest);
}

struct skep_prog *maker_kernel_make(struct choices *c, const struct maker_kernel *k,
				    struct subject_type *type, char wrong[SUBJECT_TEXT])
{
	struct writer w = {.from = c, .runs = k->runs};
	struct names names = {.maps = &k->maps, .kernel = k->kernel, .types = k->funcs.btf};
	struct skep_prog *prog;

	*type = (struct subject_type){.prog_type = BPF_PROG_TYPE_SCHED_CLS};
	if (!k->runs && one_in(&w, 4))
		*type =
		    (struct subject_type){.prog_type = BPF_PROG_TYPE_SYSCALL, .sleepable = true};
	begin(&w);
	for (u32 i = 1 + choose(&w, 5); i; i--)
		statement(&w);
	skep_buffer_printf(&w.text, "r0 = 0\nexit\n");
	functions(&w);
	prog = text_assemble(w.text.data, &names, wrong);
	skep_buffer_fini(&w.text);
	return prog;
}

bool maker_kernel_init(struct maker_kernel *k)
{
	static const char funcs[] =
	    "static int main(ctx)\nstatic int less(ptr, ptr)\nstatic int called(int, ptr)\n"
	    "static int own(ptr)\nglobal int global(int)\nglobal int dozing(int)\n"
	    "struct item 96 list_node@0 long@24 rb_node@32 refcount@64 int@68 long@72\n"
	    "struct world 96 res_spin_lock@0 list_head@8=item:m0 rb_root@24=item:m32 "
	    "kptr@40=item long@48\n"
	    "struct other 24 res_spin_lock@0 long@8\nstruct plain 24 spin_lock@0 long@8\n";
	static const char maps[] =
	    "world array 4 96 1 value=world\nmore array 4 24 1 value=other\n"
	    "plain array 4 24 1 value=plain\nout array 4 1024 1\nring ringbuf 0 0 4096\n";
	const char *wrong;

	*k = (struct maker_kernel){.kernel = subject_kernel()};
	wrong = subject_read_funcs(&k->funcs, funcs, "__sk_buff");
	if (!wrong)
		wrong = subject_read_maps_of(&k->maps, maps, k->funcs.btf);
	return !wrong && k->kernel;
}

void maker_kernel_fini(struct maker_kernel *k)
{
	subject_free_maps(&k->maps);
	subject_free_funcs(&k->funcs);
	skep_kernel_free(k->kernel);
}
