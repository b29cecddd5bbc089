/* SPDX-License-Identifier: BSD-2-Clause */
/* The kids of `or` and `and`, and runs of them that become one comparison with a set.
 *
 * In `host A or host B or host C` all members have one shape: the same loads behind the same
 * checks, and only what is compared differs. So has `not host A and not host B`, read as `not (host
 * A or host B)`. Ten thousand of them become one member and one set.
 *
 * Why that is exact, also in which loads have to succeed: the shapes taken here have this property:
 *
 *     A member that came out false, without failing, has made every load that a member of its shape
 *     can reach, or one that lies further on from the same base.
 *
 * To come out false it has to try all its alternatives, and in each it got as far as a comparison
 * with its own constant; only the outcome of that comparison can lead another member elsewhere:
 *
 *     IPv4     type, then src or dst or both of them, one after the other; for IP, ARP and RARP
 *     port     for IPv6 and IPv4: type, protocol, (not a later fragment,) src, dst
 *     field    type, protocol number; IPv6 also the number behind a fragment header
 *
 * `src and dst X` has not: dst is loaded only where src fits. Such members are left as they are.
 *
 * So the first member of a shape is lowered as written, and where the evaluation goes on behind it,
 * no later member of the shape can fail: members are then pure, and their order and number do not
 * matter. They are gathered until something comes that is not known to be safe, a first member of
 * another shape or anything else, and are asked, shape by shape, before it.
 *
 * An IPv6 address is four loads, each made where the word before fits. Members can fail, but for
 * one end, src or dst, that again does not depend on their order: where an address is cut off, none
 * of them can match, and one of them fails if the set fails (ip6_set.h). Ports and
 * fields are kept out of such a run. For either end, one member may fail in dst where a later one
 * matches src: the set, which asks all src first, then matches a packet that is cut off within its
 * IPv6 destination address where the members one by one do not. Only runs of IP6_EITHER_MEMBERS and
 * more become sets there. */
#include "base/array.h"
#include "filter/ip6_set.h"
#include "filter/lower_net.h"

enum { IP6_EITHER_MEMBERS = 128 };

enum shape_kind { SHAPE_IP4, SHAPE_IP6, SHAPE_PORT, SHAPE_FIELD };

struct shape {
	u8 kind;    /* enum shape_kind */
	u8 subject; /* IP4: protocol qualifier; PORT: over which; FIELD: enum skep_field */
	u8 dir;	    /* SRC, DST or SRC_OR_DST */
};

struct member {
	struct shape shape;
	struct skep_range range;
	struct skep_ip6_net net; /* IP6 */
};

/* A shape that was seen, and the members that wait to be asked. */
struct group {
	struct shape shape;
	struct {
		struct skep_range *data;
		size_t count, room;
	} ranges;
	struct {
		struct skep_ip6_net *data;
		size_t count, room;
	} nets;
};

struct run {
	struct skep_lower *l;
	bool all; /* kids of ALL: what is gathered is negated */
	struct {
		struct group *data;
		size_t count, room;
	} groups;
	bool told_apart; /* at the first member of the groups: IPv4 and IPv6, by the link layer */
	skep_cid *out;	 /* room for every kid */
	u32 count;
};

/* --- what is a member ------------------------------------------------------------------------ */

static bool is_one_end_or_either(u8 dir)
{
	return dir == SKEP_Q_DIR_DEFAULT || dir == SKEP_Q_SRC || dir == SKEP_Q_DST ||
	       dir == SKEP_Q_SRC_OR_DST;
}

static bool ip4_member(struct skep_lower *l, const struct skep_ast *ast, struct member *m)
{
	struct skep_want want;
	u8 proto = ast->qual.proto;

	if (proto != SKEP_Q_PROTO_DEFAULT && proto != SKEP_Q_IP && proto != SKEP_Q_ARP &&
	    proto != SKEP_Q_RARP)
		return false;
	if (!skep_literal_ip4(l, ast, &want) || (~want.b & (~want.b + 1)))
		return false;
	m->shape.kind = SHAPE_IP4;
	m->shape.subject = proto;
	m->range = (struct skep_range){want.a, want.a | ~want.b};
	return true;
}

static bool ip6_member(struct skep_lower *l, const struct skep_ast *ast, struct member *m)
{
	m->shape.kind = SHAPE_IP6;
	return (ast->qual.proto == SKEP_Q_PROTO_DEFAULT || ast->qual.proto == SKEP_Q_IPV6) &&
	       skep_literal_ip6(l, ast, &m->net);
}

static bool port_member(struct skep_lower *l, const struct skep_ast *ast, struct member *m)
{
	struct skep_ports ports;

	if (!skep_literal_ports(l, ast, &ports))
		return false;
	m->shape.kind = SHAPE_PORT;
	m->shape.subject = ports.over;
	m->range = (struct skep_range){ports.lo, ports.hi};
	return true;
}

static bool field_member(u8 field, u32 number, struct member *m)
{
	m->shape.kind = SHAPE_FIELD;
	m->shape.subject = field;
	m->range = (struct skep_range){number, number};
	return field == SKEP_FIELD_IP4 || field == SKEP_FIELD_IP6 || field == SKEP_FIELD_IP46;
}

static bool address_member(struct skep_lower *l, const struct skep_ast *ast, struct member *m)
{
	switch (ast->literal.kind) {
	case SKEP_LIT_NUMBER:
	case SKEP_LIT_IPV4:
		return ip4_member(l, ast, m);
	case SKEP_LIT_IPV6:
		return ip6_member(l, ast, m);
	}
	return false;
}

/* Whether a primitive is of one of the shapes; false too where it is wrong, with the error. */
static bool is_member(struct skep_lower *l, const struct skep_ast *ast, struct member *m)
{
	const struct skep_proto *row = skep_proto_row(ast->qual.proto);
	u32 number;

	if (ast->kind != SKEP_AST_PRIM || !is_one_end_or_either(ast->qual.dir))
		return false;
	m->shape = (struct shape){.dir = ast->qual.dir == SKEP_Q_DIR_DEFAULT ? SKEP_Q_SRC_OR_DST
									     : ast->qual.dir};
	if (ast->literal.kind == SKEP_LIT_NONE)
		return field_member(row->field, row->number, m);
	switch (ast->qual.type) {
	case SKEP_Q_TYPE_DEFAULT:
	case SKEP_Q_HOST:
	case SKEP_Q_NET:
		return address_member(l, ast, m);
	case SKEP_Q_PORT:
	case SKEP_Q_PORTRANGE:
		return port_member(l, ast, m);
	case SKEP_Q_PROTO:
		return row->holds != SKEP_FIELD_NONE && skep_literal_proto(l, ast, &number) &&
		       field_member(row->holds, number, m);
	}
	return false;
}

/* --- gathering ------------------------------------------------------------------------------- */

static void emit(struct run *r, skep_cid c)
{
	r->out[r->count++] = c;
}

/* Emits what was gathered, as the kid of ANY or ALL that it stands for. */
static void emit_gathered(struct run *r, skep_cid c)
{
	emit(r, r->all ? skep_cond_not(r->l->g, c) : c);
}

static bool same_shape(struct shape a, struct shape b)
{
	return a.kind == b.kind && a.subject == b.subject && a.dir == b.dir;
}

static struct group *group_of(struct run *r, struct shape s)
{
	for (size_t i = 0; i < r->groups.count; i++)
		if (same_shape(r->groups.data[i].shape, s))
			return &r->groups.data[i];
	return NULL;
}

static skep_cid ask(struct run *r, const struct group *g)
{
	struct skep_want want = {.kind = SKEP_WANT_SET};
	struct skep_lower *l = r->l;

	if (g->shape.kind == SHAPE_IP6)
		return skep_lower_ip6_set(l, g->shape.dir, g->nets.data, g->nets.count);
	if (g->ranges.count == 1 && g->ranges.data[0].lo == g->ranges.data[0].hi)
		want = skep_want_number(g->ranges.data[0].lo);
	else if (!skep_graph_add_set(l->g, g->ranges.data, g->ranges.count, &want.a))
		return SKEP_COND_FALSE;
	switch ((enum shape_kind)g->shape.kind) {
	case SHAPE_IP4:
		return skep_lower_ip4_address(l, g->shape.subject, g->shape.dir, want);
	case SHAPE_PORT:
		return skep_lower_ports(l, g->shape.subject, g->shape.dir, want);
	case SHAPE_FIELD:
		return skep_lower_field(l, g->shape.subject, want);
	case SHAPE_IP6:
		break;
	}
	return SKEP_COND_FALSE;
}

static void ask_one_by_one(struct run *r, const struct group *g)
{
	for (size_t i = 0; i < g->nets.count; i++)
		emit_gathered(r, skep_lower_ip6_address(r->l, g->shape.dir, &g->nets.data[i]));
}

/* Asks what was gathered. The shapes stay known. */
static void flush(struct run *r)
{
	for (size_t i = 0; i < r->groups.count; i++) {
		struct group *g = &r->groups.data[i];

		if (g->shape.kind == SHAPE_IP6 && g->shape.dir == SKEP_Q_SRC_OR_DST &&
		    g->nets.count < IP6_EITHER_MEMBERS)
			ask_one_by_one(r, g);
		else if (g->ranges.count || g->nets.count)
			emit_gathered(r, ask(r, g));
		g->ranges.count = g->nets.count = 0;
	}
}

/* Whether the link layer tells IPv4 and IPv6 apart: a few types ask the same of both. */
static bool told_apart(struct skep_lower *l)
{
	skep_cid ip4 = skep_lower_linktype(l, SKEP_ETHER_IP);
	skep_cid ip6 = skep_lower_linktype(l, SKEP_ETHER_IP6);
	const struct skep_cond *a = &l->g->conds.data[ip4], *b = &l->g->conds.data[ip6];

	return ip4 != ip6 && (a->kind != b->kind || a->cmp != b->cmp || a->a != b->a ||
			      a->b != b->b || a->kind > SKEP_COND_NEED);
}

/* A packet is either IPv6 or has IPv4 addresses, so that their shapes may mix; others may not be
 * moved past an IPv6 member, which can fail. */
static bool may_mix(struct run *r, struct shape a, struct shape b)
{
	if (same_shape(a, b) || (a.kind != SHAPE_IP6 && b.kind != SHAPE_IP6))
		return true;
	return (a.kind == SHAPE_IP4 || b.kind == SHAPE_IP4) && r->told_apart;
}

static bool mixes(struct run *r, struct shape s)
{
	for (size_t i = 0; i < r->groups.count; i++) {
		const struct group *g = &r->groups.data[i];

		if ((g->ranges.count || g->nets.count) && !may_mix(r, g->shape, s))
			return false;
	}
	return true;
}

static void gather(struct run *r, struct group *g, const struct member *m)
{
	if (!mixes(r, m->shape))
		flush(r);
	if (g->shape.kind == SHAPE_IP6 ? !SKEP_PUSH(&g->nets, m->net)
				       : !SKEP_PUSH(&g->ranges, m->range))
		r->l->g->failed = true;
}

static void forget(struct run *r)
{
	for (size_t i = 0; i < r->groups.count; i++) {
		skep_free(r->groups.data[i].ranges.data);
		skep_free(r->groups.data[i].nets.data);
	}
	r->groups.count = 0;
}

/* The primitive that a kid may be a member with: in ALL, what stands behind `not`. */
static const struct skep_ast *subject_of(const struct run *r, const struct skep_ast *kid)
{
	if (!r->all)
		return kid;
	return kid->kind == SKEP_AST_NOT ? kid->kids[0] : NULL;
}

/* Gathers a kid, or asks all that was gathered so that the kid can be lowered as written. */
static bool take(struct run *r, const struct skep_ast *kid)
{
	const struct skep_ast *ast = subject_of(r, kid);
	struct group *known;
	struct member m;

	if (!r->l->g->optimise)
		return false;
	if (!ast || !is_member(r->l, ast, &m)) {
		flush(r);
		forget(r);
		return false;
	}
	known = group_of(r, m.shape);
	if (known) {
		gather(r, known, &m);
		return true;
	}
	flush(r);
	if (r->groups.count == 0)
		r->told_apart = told_apart(r->l);
	if (!SKEP_PUSH(&r->groups, (struct group){.shape = m.shape}))
		r->l->g->failed = true;
	return false;
}

skep_cid skep_lower_list(struct skep_lower *l, const struct skep_ast *ast,
			 skep_cid (*one)(struct skep_lower *l, const struct skep_ast *ast))
{
	struct run r = {.l = l, .all = ast->kind == SKEP_AST_ALL};
	skep_cid result = SKEP_COND_FALSE;

	r.out = skep_alloc(((size_t)ast->count + 1) * sizeof(*r.out));
	if (!r.out) {
		l->g->failed = true;
		return SKEP_COND_FALSE;
	}
	for (u32 i = 0; i < ast->count && !l->failed && !l->g->failed; i++) {
		l->span = ast->kids[i]->span;
		if (!take(&r, ast->kids[i]))
			emit(&r, one(l, ast->kids[i]));
	}
	flush(&r);
	if (!l->failed)
		result = r.all ? skep_cond_all(l->g, r.out, r.count)
			       : skep_cond_any(l->g, r.out, r.count);
	forget(&r);
	skep_free(r.groups.data);
	skep_free(r.out);
	return result;
}
