/* SPDX-License-Identifier: BSD-2-Clause */
/* From a condition to the decision graph.
 *
 * A condition is built backwards, with its two continuations in hand: the node to go to when it
 * holds and the one when it does not. ALL joins its last kid to `yes`, the one before to that kid,
 * and so on; a kid that is false goes to `no` directly. So each test is one node, and the work is
 * linear in the condition. A condition that several others share is built once for each pair of
 * continuations. Nesting is kept on a stack of our own.
 *
 * A test whose value can never be had (a load beyond any packet, a division by the constant 0) is
 * the rejecting node. */
#include "base/alloc.h"
#include "base/array.h"
#include "filter/graph.h"
#include "filter/optimise.h"

/* No captured length passes this, and Linux takes places above it for something else. */
enum { FARTHEST = INT32_MAX };

struct frame {
	skep_cid cond;
	skep_nid yes, no;
	u32 left;	/* kids that are not built yet: the first `left` ones */
	skep_nid entry; /* of what is built */
};

struct memo {
	skep_cid cond; /* 0: empty, as constants are never kept */
	skep_nid yes, no, entry;
};

struct build {
	struct skep_graph *g;
	bool *never;  /* by value: it always fails */
	bool *shared; /* by condition: it is the kid of several */
	struct {
		struct frame *data;
		size_t count, room;
	} frames;
	struct memo *memos; /* open addressing; only shared conditions are kept */
	size_t memo_size, memo_count;
	skep_nid result; /* entry of what was built last */
};

static bool never_loads(const struct build *b, const struct skep_value *v)
{
	const struct skep_value *base = &b->g->values.data[v->a];

	return b->never[v->a] || (base->kind == SKEP_VALUE_CONST && base->k != 0) ||
	       v->k > (u32)FARTHEST - v->size;
}

static bool never_computes(const struct build *b, const struct skep_value *v)
{
	const struct skep_value *divisor = &b->g->values.data[v->b];
	bool by_zero = (v->op == BPF_DIV || v->op == BPF_MOD) &&
		       divisor->kind == SKEP_VALUE_CONST && divisor->k == 0;

	return by_zero || b->never[v->a] || b->never[v->b];
}

static bool never_walks(const struct build *b, const struct skep_value *v)
{
	const struct skep_value *base = &b->g->values.data[v->a];

	return b->never[v->a] || (base->kind == SKEP_VALUE_CONST && base->k > FARTHEST / 2);
}

/* Operands come before what is made of them, so one pass suffices. */
static void find_never(struct build *b)
{
	for (size_t i = 0; i < b->g->values.count; i++) {
		const struct skep_value *v = &b->g->values.data[i];

		if (v->kind == SKEP_VALUE_LOAD)
			b->never[i] = never_loads(b, v);
		else if (v->kind == SKEP_VALUE_ALU)
			b->never[i] = never_computes(b, v);
		else if (v->kind == SKEP_VALUE_CHAIN)
			b->never[i] = never_walks(b, v);
	}
}

static void find_shared(struct build *b)
{
	bool *seen = skep_alloc(b->g->conds.count);

	if (!seen) {
		b->g->failed = true;
		return;
	}
	for (size_t i = 0; i < b->g->kids.count; i++) {
		skep_cid kid = b->g->kids.data[i];

		b->shared[kid] = seen[kid];
		seen[kid] = true;
	}
	skep_free(seen);
}

/* The place of the key, or the empty one where it belongs. */
static struct memo *find_memo(struct memo *memos, size_t size, const struct memo *key)
{
	u64 hash = (key->cond * 0x9e3779b97f4a7c15u) ^ (key->yes * 0xc2b2ae3d27d4eb4fu) ^
		   (key->no * 0x165667b19e3779f9u);
	size_t i = (hash >> 20) & (size - 1);

	while (memos[i].cond &&
	       (memos[i].cond != key->cond || memos[i].yes != key->yes || memos[i].no != key->no))
		i = (i + 1) & (size - 1);
	return &memos[i];
}

static bool grow_memos(struct build *b)
{
	size_t size = b->memo_size ? b->memo_size * 2 : 64;
	struct memo *grown = skep_alloc(size * sizeof(*grown));

	if (!grown)
		return false;
	for (size_t i = 0; i < b->memo_size; i++)
		if (b->memos[i].cond)
			*find_memo(grown, size, &b->memos[i]) = b->memos[i];
	skep_free(b->memos);
	b->memos = grown;
	b->memo_size = size;
	return true;
}

static bool remembered(const struct build *b, skep_cid cond, skep_nid yes, skep_nid no,
		       skep_nid *entry)
{
	const struct memo *m;

	if (!b->shared[cond] || !b->memo_size)
		return false;
	m = find_memo(b->memos, b->memo_size, &(struct memo){.cond = cond, .yes = yes, .no = no});
	*entry = m->entry;
	return m->cond != 0;
}

static void remember(struct build *b, const struct frame *f)
{
	struct memo m = {.cond = f->cond, .yes = f->yes, .no = f->no, .entry = f->entry};

	if (!b->shared[f->cond])
		return;
	if (b->memo_count * 2 >= b->memo_size && !grow_memos(b)) {
		b->g->failed = true;
		return;
	}
	*find_memo(b->memos, b->memo_size, &m) = m;
	b->memo_count++;
}

static skep_nid add_node(struct build *b, const struct skep_cond *c, skep_nid yes, skep_nid no)
{
	struct skep_node n = {
	    .kind = c->kind, .cmp = c->cmp, .a = c->a, .b = c->b, .yes = yes, .no = no};

	if (b->never[c->a] || (c->kind == SKEP_COND_TEST && b->never[c->b]))
		return SKEP_NODE_REJECT;
	if (c->kind == SKEP_COND_NEED)
		n.no = yes;
	if (!SKEP_PUSH(&b->g->nodes, n)) {
		b->g->failed = true;
		return SKEP_NODE_REJECT;
	}
	return (skep_nid)b->g->nodes.count - 1;
}

/* Builds what has no kids or is known into b->result; for the rest leaves a frame to be worked on.
 * Returns whether b->result is there. */
static bool enter(struct build *b, skep_cid cond, skep_nid yes, skep_nid no)
{
	const struct skep_cond *c = &b->g->conds.data[cond];
	struct frame f = {.cond = cond, .yes = yes, .no = no, .left = c->count};

	if (c->kind == SKEP_COND_CONST) {
		b->result = c->a ? yes : no;
		return true;
	}
	if (remembered(b, cond, yes, no, &b->result))
		return true;
	if (c->kind < SKEP_COND_NOT) {
		b->result = add_node(b, c, yes, no);
		f.entry = b->result;
		remember(b, &f);
		return true;
	}
	f.entry = c->kind == SKEP_COND_ANY ? no : yes;
	if (!SKEP_PUSH(&b->frames, f))
		b->g->failed = true;
	return false;
}

/* Enters the last kid of the frame that is not built yet. */
static bool enter_kid(struct build *b, struct frame *f)
{
	const struct skep_cond *c = &b->g->conds.data[f->cond];
	skep_cid kid = b->g->kids.data[c->first + --f->left];

	if (c->kind == SKEP_COND_NOT)
		return enter(b, kid, f->no, f->yes);
	if (c->kind == SKEP_COND_ANY)
		return enter(b, kid, f->yes, f->entry);
	return enter(b, kid, f->entry, f->no);
}

static void build(struct build *b, skep_cid root)
{
	bool done = enter(b, root, SKEP_NODE_ACCEPT, SKEP_NODE_REJECT);

	while (b->frames.count && !b->g->failed) {
		struct frame *top = &b->frames.data[b->frames.count - 1];

		if (done)
			top->entry = b->result;
		done = top->left == 0;
		if (done) {
			b->result = top->entry;
			remember(b, top);
			b->frames.count--;
		} else {
			done = enter_kid(b, top);
		}
	}
}

void skep_graph_build(struct skep_graph *g, skep_cid root)
{
	struct build b = {.g = g};

	if (g->failed)
		return;
	b.never = skep_alloc(g->values.count);
	b.shared = skep_alloc(g->conds.count);
	if (!b.never || !b.shared)
		g->failed = true;
	if (!g->failed)
		find_shared(&b);
	if (!g->failed) {
		find_never(&b);
		build(&b, root);
		g->entry = b.result;
	}
	skep_free(b.never);
	skep_free(b.shared);
	skep_free(b.frames.data);
	skep_free(b.memos);
	if (g->optimise && !g->failed)
		skep_graph_optimise(g);
}
