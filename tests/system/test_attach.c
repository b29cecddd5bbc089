/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs that are attached and detached at random, by links and directly, where flags, anchors
 * and revisions are mostly sound: the same calls to skep and to Linux, the same answers, and after
 * each call the same programs at the place. Arguments: how many calls, the seed.
 *
 * Linux is asked in a network namespace and in cgroups of its own, which no process is in. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include "attach_sides.h"
#include "chance.h"
#include "spec/uapi.h"
#include "syscall/skep.h"
#include "test.h"

enum { SHOWN = 10, SIZE = 64 /* bytes of attr */ };

enum target { TARGET_CGROUP, TARGET_DEVICE, TARGET_SPACE, TARGET_MAP, TARGET_KINDS };

static const struct place {
	u32 attach, prog;
	enum target target;
	const char *name;
} places[] = {
#define PLACE(attach, prog, target) {BPF_##attach, BPF_PROG_TYPE_##prog, TARGET_##target, #attach},
#include "attach.def"
};

static struct {
	struct side sides[2];
	u64 state;
	u32 prog_types[PROGS], prog_attach[PROGS];
	bool link_is[LINKS];
	int cgroups[CGROUPS], space; /* the same on both sides */
	u32 differences;
} t;

static u32 chance(u32 below)
{
	return chance_below(&t.state, below);
}

/* ---- what is at a place */

static void show_found(const char *who, const struct found *f)
{
	printf("#   %s: %ld, %u programs, flags %x, revision %llu:", who, f->result, f->count,
	       f->flags, (unsigned long long)f->revision);
	for (u32 i = 0; i < ROOM && f->progs[i]; i++)
		printf(" %u/%u/%x", f->progs[i], f->links[i], f->prog_flags[i]);
	printf("\n");
}

/* Whether both sides tell the same. */
static bool same_there(const struct asked *a)
{
	struct found found[2];

	for (u32 i = 0; i < 2; i++)
		ask(&t.sides[i], a, &found[i]);
	if (memcmp(&found[0], &found[1], sizeof(found[0])) == 0 || found[1].result == -ENODEV)
		return true;
	if (t.differences < SHOWN) {
		printf("# at %u of target %u/%u, flags %x, room %u, lists %d\n", a->attach,
		       a->target.kind, a->target.value, a->flags, a->room, a->lists);
		show_found("Linux", &found[1]);
		show_found("skep", &found[0]);
	}
	return false;
}

/* ---- choices */

static struct field choose_target(enum target kind)
{
	if (!chance(40))
		return (struct field){AS_IT_IS, chance(2) ? 0 : 9999};
	if (!chance(20))
		kind = chance(TARGET_KINDS);
	switch (kind) {
	case TARGET_CGROUP:
		return (struct field){AS_IT_IS, (u32)t.cgroups[chance(3)]};
	case TARGET_DEVICE:
		return (struct field){AS_IT_IS, 1};
	case TARGET_SPACE:
		return (struct field){AS_IT_IS, (u32)t.space};
	default:
		return (struct field){MAP_FD, chance(2)};
	}
}

/* Mostly one of a type. */
static u32 choose_prog(u32 type)
{
	u32 first = chance(PROGS);

	if (!chance(30))
		return first;
	while (t.prog_types[first] != type)
		first = (first + 1) % PROGS;
	return first;
}

/* A link that is there; LINKS: there is none. */
static u32 choose_link(void)
{
	u32 first = chance(LINKS);

	for (u32 i = 0; i < LINKS; i++)
		if (t.link_is[(first + i) % LINKS])
			return (first + i) % LINKS;
	return LINKS;
}

/* What stands beside, and the flags that say how it is named. */
static struct field choose_relative(u32 type, u32 *flags)
{
	u32 link = choose_link();
	bool id = chance(2);

	if (chance(3) == 0)
		*flags |= chance(2) ? BPF_F_BEFORE : BPF_F_AFTER;
	if (!chance(12))
		*flags |= BPF_F_ID | (chance(2) ? BPF_F_LINK : 0);
	if (chance(3))
		return (struct field){AS_IT_IS, chance(12) ? 0 : 7777777};
	*flags &= ~(BPF_F_ID | BPF_F_LINK);
	if (id)
		*flags |= BPF_F_ID;
	if (chance(6))
		*flags |= chance(2) ? BPF_F_BEFORE : BPF_F_AFTER;
	if (chance(2) && link < LINKS) {
		*flags |= BPF_F_LINK;
		return (struct field){id ? LINK_ID : LINK_FD, link};
	}
	return (struct field){id ? PROG_ID : PROG_FD, choose_prog(type)};
}

static u32 choose_flags(enum target kind)
{
	static const u32 bits[] = {BPF_F_ALLOW_OVERRIDE,
				   BPF_F_ALLOW_MULTI,
				   BPF_F_REPLACE,
				   BPF_F_BEFORE,
				   BPF_F_AFTER,
				   BPF_F_ID,
				   BPF_F_PREORDER,
				   BPF_F_LINK,
				   1 << 7,
				   1u << 31};

	if (!chance(12))
		return bits[chance(SKEP_COUNT(bits))] | bits[chance(SKEP_COUNT(bits))];
	if (kind != TARGET_CGROUP)
		return chance(6) ? 0 : BPF_F_REPLACE;
	switch (chance(8)) {
	case 0:
		return 0;
	case 1:
		return BPF_F_ALLOW_OVERRIDE;
	case 2:
		return BPF_F_ALLOW_MULTI | BPF_F_REPLACE;
	case 3:
		return BPF_F_ALLOW_MULTI | BPF_F_PREORDER;
	default:
		return BPF_F_ALLOW_MULTI;
	}
}

static u64 choose_revision(void)
{
	return chance(6) ? 0 : 1 + chance(6);
}

/* Programs of LSM are at no cgroup in skep. */
static u32 choose_attach(const struct place *p)
{
	u32 other = chance(64);

	return chance(40) || other == BPF_LSM_MAC || other == BPF_LSM_CGROUP ? p->attach : other;
}

/* ---- steps */

/* In skep there is an interface of each number. */
static void check(bool alike, const char *what, u32 number, const long got[2])
{
	if (alike || got[1] == -ENODEV)
		return;
	if (t.differences++ < SHOWN)
		printf("# ... step %u: %s: Linux %ld, skep %ld\n", number, what, got[1], got[0]);
}

static void show_fields(const char *what, const struct place *p, const struct field *f, u32 count)
{
	if (t.differences >= SHOWN)
		return;
	printf("# %s %s:", what, p->name);
	for (u32 i = 0; i < count; i++)
		printf(" %u/%x", f[i].kind, f[i].value);
	printf("\n");
}

static struct field number(u32 value)
{
	return (struct field){AS_IT_IS, value};
}

/* Makes a call of words on both sides. */
static void call_both(u32 command, const struct field *fields, u32 count, long got[2])
{
	for (u32 i = 0; i < 2; i++) {
		u32 words[16] = {0};

		for (u32 n = 0; n < count; n++)
			words[n] = resolve(&t.sides[i], fields[n]);
		got[i] = call(&t.sides[i], command, words, SIZE);
	}
}

static void step_attach(const struct place *p, u32 step, bool detach)
{
	u32 flags = detach && chance(8) ? 0 : choose_flags(p->target);
	struct field target = choose_target(p->target);
	struct field relative = choose_relative(p->prog, &flags);
	u64 revision = choose_revision();
	struct field fields[] = {
	    target,
	    chance(20) ? (struct field){PROG_FD, choose_prog(p->prog)}
		       : number(chance(2) ? 0 : 999),
	    number(choose_attach(p)),
	    number(flags),
	    (flags & BPF_F_REPLACE && chance(10)) || !chance(40)
		? (struct field){PROG_FD, choose_prog(p->prog)}
		: number(0),
	    relative,
	    number((u32)revision),
	    number(0),
	};
	long got[2];

	/* What is attached directly to a name space is at the caller's own. */
	if (p->target == TARGET_SPACE && chance(20))
		fields[0] = number(0);
	if (detach && p->target != TARGET_DEVICE && chance(10))
		fields[3] = fields[5] = number(0);
	call_both(detach ? BPF_PROG_DETACH : BPF_PROG_ATTACH, fields, SKEP_COUNT(fields), got);
	if (got[0] != got[1] && got[1] != -ENODEV)
		show_fields(detach ? "detach" : "attach", p, fields, SKEP_COUNT(fields));
	check(got[0] == got[1], detach ? "PROG_DETACH" : "PROG_ATTACH", step, got);
}

static void keep(const long got[2])
{
	u32 at = chance(LINKS);

	if (got[0] < 0 || got[1] < 0) {
		for (u32 i = 0; i < 2; i++)
			if (got[i] >= 0)
				close((int)got[i]);
		return;
	}
	for (u32 i = 0; i < 2; i++) {
		if (t.link_is[at])
			close(t.sides[i].links[at]);
		t.sides[i].links[at] = (int)got[i];
		t.sides[i].link_ids[at] = id_of(&t.sides[i], (int)got[i]);
	}
	t.link_is[at] = true;
}

static void step_link(const struct place *p, u32 step)
{
	u32 flags = chance(10) ? 0 : choose_flags(p->target);
	struct field relative = choose_relative(p->prog, &flags);
	bool bare = p->target == TARGET_SPACE || p->target == TARGET_MAP;
	struct field fields[] = {
	    {PROG_FD, choose_prog(p->prog)},
	    choose_target(p->target),
	    number(choose_attach(p)),
	    number(flags),
	    relative,
	    number(0),
	    number((u32)choose_revision()),
	    number(0),
	};
	long got[2];

	if (bare && chance(10))
		fields[3] = fields[4] = fields[6] = number(0);
	call_both(BPF_LINK_CREATE, fields, SKEP_COUNT(fields), got);
	if ((got[0] < 0 || got[1] < 0) && got[0] != got[1] && got[1] != -ENODEV)
		show_fields("link", p, fields, SKEP_COUNT(fields));
	check((got[0] >= 0 && got[1] >= 0) || got[0] == got[1], "LINK_CREATE", step, got);
	keep(got);
}

static void step_update(const struct place *p, u32 step)
{
	u32 link = choose_link();
	bool replaces = chance(3) == 0;
	struct field fields[] = {
	    {LINK_FD, link},
	    {PROG_FD, choose_prog(p->prog)},
	    number(replaces ? BPF_F_REPLACE : 0),
	    replaces || !chance(20) ? (struct field){PROG_FD, choose_prog(p->prog)} : number(0),
	};
	long got[2];

	if (link == LINKS)
		return;
	call_both(BPF_LINK_UPDATE, fields, SKEP_COUNT(fields), got);
	if (got[0] != got[1])
		show_fields("update", p, fields, SKEP_COUNT(fields));
	check(got[0] == got[1], "LINK_UPDATE", step, got);
}

static void step_end_link(u32 step)
{
	u32 link = choose_link();
	struct field field = {LINK_FD, link};
	long got[2] = {0};

	if (link == LINKS)
		return;
	if (chance(3)) {
		close(t.sides[0].links[link]);
		close(t.sides[1].links[link]);
		t.link_is[link] = false;
		t.sides[0].link_ids[link] = t.sides[1].link_ids[link] = 0;
		return;
	}
	call_both(BPF_LINK_DETACH, &field, 1, got);
	check(got[0] == got[1], "LINK_DETACH", step, got);
}

static void look_everywhere(const struct place *p, u32 step)
{
	static const u32 rooms[] = {0, 1, 2, ROOM, ROOM, ROOM};
	long none[2] = {0};
	struct asked a = {.attach = p->attach, .target = choose_target(p->target)};

	a.lists = chance(3);
	a.room = rooms[chance(SKEP_COUNT(rooms))];
	a.flags = chance(3) ? 0 : chance(20) ? BPF_F_QUERY_EFFECTIVE : chance(8);
	check(same_there(&a), "PROG_QUERY", step, none);
	if (p->target != TARGET_CGROUP)
		return;
	for (u32 i = 0; i < 3; i++) {
		a = (struct asked){p->attach, 0, ROOM, {AS_IT_IS, (u32)t.cgroups[i]}, true};
		check(same_there(&a), "PROG_QUERY", step, none);
		a.flags = BPF_F_QUERY_EFFECTIVE;
		a.lists = false;
		check(same_there(&a), "PROG_QUERY", step, none);
	}
}

static void step(u32 number)
{
	/* Cgroups and interfaces have the most rules. */
	const struct place *p = &places[chance(2) ? chance(SKEP_COUNT(places)) : chance(2) * 5];

	switch (chance(12)) {
	case 0:
	case 1:
	case 2:
		step_attach(p, number, true);
		break;
	case 3:
	case 4:
	case 5:
		step_link(p, number);
		break;
	case 6:
		step_update(p, number);
		break;
	case 7:
		step_end_link(number);
		break;
	default:
		step_attach(p, number, false);
	}
	look_everywhere(p, number);
}

/* ---- what there is */

/* Some return what has a meaning on the way out of a cgroup alone. */
static const struct bpf_insn insns[2][2] = {
    {{.code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0, .imm = 1},
     {.code = BPF_JMP | BPF_EXIT}},
    {{.code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0, .imm = 3},
     {.code = BPF_JMP | BPF_EXIT}}};

static long load(const struct side *s, u32 type, u32 attach, u32 number)
{
	bool out = type == BPF_PROG_TYPE_CGROUP_SKB && attach == BPF_CGROUP_INET_EGRESS;
	union bpf_attr attr = {.prog_type = type,
			       .insns = (uintptr_t)insns[out && number % 2],
			       .insn_cnt = SKEP_COUNT(insns[0]),
			       .license = (uintptr_t) "GPL",
			       .expected_attach_type = attach};

	return call(s, BPF_PROG_LOAD, &attr, sizeof(attr));
}

static bool load_progs(void)
{
	for (u32 n = 0; n < PROGS; n++) {
		const struct place *p = &places[n % SKEP_COUNT(places)];
		bool told = p->prog == BPF_PROG_TYPE_CGROUP_SOCK_ADDR ||
			    p->prog == BPF_PROG_TYPE_SK_LOOKUP ||
			    p->prog == BPF_PROG_TYPE_CGROUP_SKB;

		t.prog_types[n] = p->prog;
		for (u32 i = 0; i < 2; i++) {
			long fd = load(&t.sides[i], p->prog, told ? p->attach : 0, n);

			if (fd < 0)
				return test_ok(false, "side %u loads a program of type %u: %ld", i,
					       p->prog, fd);
			t.sides[i].progs[n] = (int)fd;
			t.sides[i].prog_ids[n] = id_of(&t.sides[i], (int)fd);
		}
	}
	return true;
}

static bool make_maps(void)
{
	for (u32 i = 0; i < 4; i++) {
		union bpf_attr attr = {.map_type =
					   i & 2 ? BPF_MAP_TYPE_SOCKHASH : BPF_MAP_TYPE_SOCKMAP,
				       .key_size = 4,
				       .value_size = 4,
				       .max_entries = 4};
		long fd = call(&t.sides[i & 1], BPF_MAP_CREATE, &attr, sizeof(attr));

		if (fd < 0)
			return test_ok(false, "side %u makes a map: %ld", i & 1, fd);
		t.sides[i & 1].maps[i >> 1] = (int)fd;
	}
	return true;
}

/* As many as there may be, and one more, at a cgroup and at an interface. */
static void fill(void)
{
	static const struct {
		u32 attach, type, flags;
	} full[] = {{BPF_CGROUP_DEVICE, BPF_PROG_TYPE_CGROUP_DEVICE, BPF_F_ALLOW_MULTI},
		    {BPF_TCX_EGRESS, BPF_PROG_TYPE_SCHED_CLS, 0}};

	for (u32 i = 0; i < SKEP_COUNT(full); i++) {
		u32 target = i ? 1 : (u32)t.cgroups[0];
		struct asked a = {full[i].attach, 0, ROOM, {AS_IT_IS, target}, false};
		long got[2] = {0, 0};
		struct found found[2];

		for (u32 n = 0; n < ROOM && got[0] >= 0 && got[1] >= 0; n++) {
			for (u32 side = 0; side < 2; side++) {
				const struct side *s = &t.sides[side];
				u32 attr[16] = {target, (u32)load(s, full[i].type, 0, n),
						full[i].attach, full[i].flags};

				got[side] = call(s, BPF_PROG_ATTACH, attr, SIZE);
				close((int)attr[1]);
			}
		}
		for (u32 side = 0; side < 2; side++)
			ask(&t.sides[side], &a, &found[side]);
		test_eq(found[0].count, found[1].count, "as many programs at %u", full[i].attach);
		test_eq(got[0], got[1], "one more at %u", full[i].attach);
		call_both(BPF_PROG_DETACH,
			  (struct field[]){number(target), number(0), number(full[i].attach)}, 3,
			  got);
		test_eq(got[0], got[1], "the last of %u, which is not named", full[i].attach);
	}
}

static void run(u32 steps, u64 seed)
{
	struct skep_config config = {0};

	t.state = seed * 0x9e3779b97f4a7c15 | 1;
	t.sides[0].skep = skep_system_new(&config, NULL);
	if (load_progs() && make_maps()) {
		for (u32 i = 0; i < steps; i++)
			step(i);
		fill();
		test_eq(t.differences, 0, "%u changes of what is attached, seed %llu", steps,
			(unsigned long long)seed);
	}
	skep_system_free(t.sides[0].skep);
}

/* ---- the run */

/* Whether this Linux orders programs at cgroups. */
static bool is_new(void)
{
	struct utsname name;
	int major = 0, minor = 0;

	uname(&name);
	sscanf(name.release, "%d.%d", &major, &minor);
	return major > 6 || (major == 6 && minor >= 17);
}

int main(int argc, char **argv)
{
	u32 steps = argc > 1 ? (u32)atoi(argv[1]) : 4000;
	u64 seed = argc > 2 ? (u64)atoll(argv[2]) : 1;
	int status = 0;
	pid_t child;

	if (!is_new() || !make_cgroups(t.cgroups)) {
		remove_cgroups();
		test_skip("attaching at random",
			  "cgroups and namespaces need root, their rules Linux 6.17");
		return test_end();
	}
	t.space = open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
	/* Cgroups go even if what is tried crashes. */
	child = fork();
	if (child == 0) {
		run(steps, seed);
		exit(test_end());
	}
	waitpid(child, &status, 0);
	remove_cgroups();
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
