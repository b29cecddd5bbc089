/* SPDX-License-Identifier: BSD-2-Clause */
/* Attaches programs through netlink as libbpf does, in a network namespace of its own with the
 * loopback interface and two ends of a veth: with all flags, beside links, wrongly in many ways.
 * What it prints, the kernel's own messages included, is the same on Linux. */
#define _GNU_SOURCE
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <linux/if_link.h>
#include <net/if.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LO = 1, PROGS = 5 };

static int veth;
static struct {
	const char *name;
	int fd;
	unsigned id;
} progs[PROGS];
static int xdp, other, devmap, cls, cls2;

static int load(int i, const char *name, enum bpf_prog_type type, enum bpf_attach_type attach)
{
	static const struct bpf_insn insns[] = {{.code = 0xb7, .dst_reg = 0, .imm = 2},
						{.code = 0x95}};
	LIBBPF_OPTS(bpf_prog_load_opts, opts, .expected_attach_type = attach);
	struct bpf_prog_info info = {0};
	unsigned size = sizeof(info);
	int fd = bpf_prog_load(type, name, "GPL", insns, 2, &opts);

	bpf_obj_get_info_by_fd(fd, &info, &size);
	progs[i].name = name;
	progs[i].fd = fd;
	progs[i].id = info.id;
	return fd;
}

static const char *name_of(unsigned id)
{
	for (int i = 0; i < PROGS; i++)
		if (id && progs[i].id == id)
			return progs[i].name;
	return id ? "somebody" : "none";
}

static int print(enum libbpf_print_level level, const char *format, va_list args)
{
	(void)level;
	if (strncmp(format, "libbpf: Kernel error", 20) == 0)
		vprintf(format, args);
	return 0;
}

static const char *said(int error)
{
	return error < 0 ? strerror(-error) : "ok";
}

/* ---- XDP */

static const char *const modes[] = {"none", "native", "generic", "offloaded", "several"};

static void query(int interface)
{
	LIBBPF_OPTS(bpf_xdp_query_opts, q);
	unsigned id = 0;
	int error = bpf_xdp_query(interface, 0, &q);

	if (error) {
		printf("\tquery %s\n", said(error));
		return;
	}
	printf("\t%s: %s, native %s, generic %s, offloaded %s;", modes[q.attach_mode],
	       name_of(q.prog_id), name_of(q.drv_prog_id), name_of(q.skb_prog_id),
	       name_of(q.hw_prog_id));
	error = bpf_xdp_query_id(interface, XDP_FLAGS_DRV_MODE, &id);
	printf(" by mode %s %s", said(error), name_of(id));
	error = bpf_xdp_query_id(interface, XDP_FLAGS_SKB_MODE, &id);
	printf(" %s %s\n", said(error), name_of(id));
}

static void attach(const char *what, int interface, int fd, unsigned flags, int old)
{
	LIBBPF_OPTS(bpf_xdp_attach_opts, opts, .old_prog_fd = old);
	int error = bpf_xdp_attach(interface, fd, flags, old ? &opts : NULL);

	printf("%s: %s\n", what, said(error));
	query(interface);
}

static void detach(const char *what, int interface, unsigned flags, int old)
{
	LIBBPF_OPTS(bpf_xdp_attach_opts, opts, .old_prog_fd = old);
	int error = bpf_xdp_detach(interface, flags, old ? &opts : NULL);

	printf("%s: %s\n", what, said(error));
	query(interface);
}

static void one_interface(int i)
{
	attach("attach", i, xdp, 0, 0);
	attach("again", i, xdp, 0, 0);
	attach("if there is none", i, xdp, XDP_FLAGS_UPDATE_IF_NOEXIST, 0);
	attach("another", i, other, 0, 0);
	attach("in place of the wrong one", i, xdp, XDP_FLAGS_REPLACE, xdp);
	attach("in place of the right one", i, xdp, XDP_FLAGS_REPLACE, other);
	attach("in place of nothing told", i, other, XDP_FLAGS_REPLACE, 0);
	attach("in place of what is no program", i, other, XDP_FLAGS_REPLACE, 999);
	attach("in place of one, without the flag", i, other, 0, xdp);
	attach("in the other mode", i, other, i == LO ? XDP_FLAGS_DRV_MODE : XDP_FLAGS_SKB_MODE, 0);
	attach("offloaded", i, other, XDP_FLAGS_HW_MODE, 0);
	detach("detach the other mode", i, i == LO ? XDP_FLAGS_DRV_MODE : XDP_FLAGS_SKB_MODE, 0);
	detach("detach offloaded", i, XDP_FLAGS_HW_MODE, 0);
	detach("detach the wrong one", i, XDP_FLAGS_REPLACE, other);
	detach("detach if there is none", i, XDP_FLAGS_UPDATE_IF_NOEXIST, 0);
	detach("detach", i, 0, 0);
	detach("detach nothing", i, 0, 0);
	attach("generic", i, xdp, XDP_FLAGS_SKB_MODE, 0);
	attach("native", i, xdp, XDP_FLAGS_DRV_MODE, 0);
	attach("any", i, other, 0, 0);
	detach("detach generic", i, XDP_FLAGS_SKB_MODE, 0);
	attach("native", i, xdp, XDP_FLAGS_DRV_MODE, 0);
	attach("generic", i, xdp, XDP_FLAGS_SKB_MODE, 0);
	detach("detach native", i, XDP_FLAGS_DRV_MODE, 0);
	detach("detach any", i, 0, 0);
}

static void wrong(void)
{
	attach("no such interface", 77, xdp, 0, 0);
	attach("no interface", 0, xdp, 0, 0);
	attach("a negative one", -5, xdp, 0, 0);
	attach("another type", LO, cls, 0, 0);
	attach("for a map of interfaces", LO, devmap, 0, 0);
	attach("no program", LO, 999, 0, 0);
	attach("no descriptor of bpf", LO, 0, 0, 0);
	attach("unknown flags", LO, xdp, 1 << 7, 0);
	attach("two modes", LO, xdp, XDP_FLAGS_SKB_MODE | XDP_FLAGS_DRV_MODE, 0);
	attach("flags, no interface, no program", 77, 999, 1 << 7, 0);
	attach("the other of another type", LO, xdp, XDP_FLAGS_REPLACE, cls);
	attach("if there is none", LO, xdp, XDP_FLAGS_UPDATE_IF_NOEXIST, 0);
	detach("detach", LO, 0, 0);
	detach("no such interface", 77, 0, 0);
}

static int make_link(int fd, int interface, unsigned flags)
{
	LIBBPF_OPTS(bpf_link_create_opts, opts, .flags = flags);
	int link = bpf_link_create(fd, interface, BPF_XDP, &opts);

	printf("link: %s\n", said(link));
	return link;
}

static void links(int i)
{
	int link;

	attach("attach", i, xdp, 0, 0);
	make_link(other, i, 0);
	make_link(other, i, i == LO ? XDP_FLAGS_DRV_MODE : XDP_FLAGS_SKB_MODE);
	detach("detach", i, 0, 0);
	make_link(other, i, XDP_FLAGS_UPDATE_IF_NOEXIST);
	make_link(other, i, XDP_FLAGS_SKB_MODE | XDP_FLAGS_DRV_MODE);
	make_link(other, i, XDP_FLAGS_HW_MODE);
	make_link(devmap, i, 0);
	link = make_link(other, i, i == LO ? 0 : XDP_FLAGS_DRV_MODE);
	query(i);
	make_link(xdp, i, 0);
	make_link(xdp, i, XDP_FLAGS_SKB_MODE);
	attach("beside a link", i, xdp, 0, 0);
	attach("in the other mode", i, xdp, i == LO ? XDP_FLAGS_DRV_MODE : XDP_FLAGS_SKB_MODE, 0);
	attach("in its place", i, xdp, XDP_FLAGS_REPLACE, other);
	detach("detach", i, 0, 0);
	detach("detach the other mode", i, i == LO ? XDP_FLAGS_DRV_MODE : XDP_FLAGS_SKB_MODE, 0);
	printf("update: %s\n", said(bpf_link_update(link, xdp, NULL)));
	query(i);
	close(link);
	query(i);
	link = make_link(xdp, i, 0);
	printf("detach the link: %s\n", said(bpf_link_detach(link)));
	attach("attach", i, other, 0, 0);
	detach("detach", i, 0, 0);
	close(link);
}

/* A program stays as long as it is attached. */
static void kept(void)
{
	unsigned id = progs[0].id;
	int fd;

	attach("attach", veth, xdp, 0, 0);
	close(xdp);
	query(veth);
	fd = bpf_prog_get_fd_by_id(id);
	printf("by its id: %s\n", said(fd));
	close(fd);
	detach("detach", veth, 0, 0);
	printf("it is gone: %s\n", said(bpf_prog_get_fd_by_id(id)));
	xdp = load(0, "xdp", BPF_PROG_TYPE_XDP, 0);
}

/* ---- tc */

static struct bpf_tc_hook hook_of(int interface, int point)
{
	struct bpf_tc_hook hook = {.sz = sizeof(hook),
				   .ifindex = interface,
				   .attach_point = (enum bpf_tc_attach_point)point};

	return hook;
}

static void create(const char *what, int interface, int point)
{
	struct bpf_tc_hook hook = hook_of(interface, point);

	printf("%s: create %s\n", what, said(bpf_tc_hook_create(&hook)));
}

static void destroy(const char *what, int interface, int point)
{
	struct bpf_tc_hook hook = hook_of(interface, point);

	printf("%s: destroy %s\n", what, said(bpf_tc_hook_destroy(&hook)));
}

static void tell(const char *what, const char *verb, int error, const struct bpf_tc_opts *o)
{
	printf("%s: %s %s\n", what, verb, said(error));
	if (!error)
		printf("\thandle %u, priority %u, %s\n", o->handle, o->priority,
		       name_of(o->prog_id));
}

struct place {
	int interface, point;
	unsigned handle, priority;
};

static void tc_attach(const char *what, struct place p, int fd, unsigned flags)
{
	struct bpf_tc_hook hook = hook_of(p.interface, p.point);
	LIBBPF_OPTS(bpf_tc_opts, o, .prog_fd = fd, .flags = flags, .handle = p.handle,
		    .priority = p.priority);
	int error = bpf_tc_attach(&hook, &o);

	tell(what, "attach", error, &o);
}

static void tc_query(const char *what, struct place p)
{
	struct bpf_tc_hook hook = hook_of(p.interface, p.point);
	LIBBPF_OPTS(bpf_tc_opts, o, .handle = p.handle, .priority = p.priority);
	int error = bpf_tc_query(&hook, &o);

	tell(what, "query", error, &o);
}

static void tc_detach(const char *what, struct place p)
{
	struct bpf_tc_hook hook = hook_of(p.interface, p.point);
	LIBBPF_OPTS(bpf_tc_opts, o, .handle = p.handle, .priority = p.priority);

	printf("%s: detach %s\n", what, said(bpf_tc_detach(&hook, &o)));
}

enum { IN = BPF_TC_INGRESS, OUT = BPF_TC_EGRESS };

static void hooks(int i)
{
	destroy("none yet", i, IN | OUT);
	tc_attach("no hook yet", (struct place){i, IN, 1, 1}, cls, 0);
	tc_query("no hook yet", (struct place){i, IN, 1, 1});
	tc_detach("no hook yet", (struct place){i, IN, 1, 1});
	destroy("its filters", i, IN);
	create("one side", i, IN);
	create("again", i, OUT);
	create("both", i, IN | OUT);
	tc_query("nothing there", (struct place){i, IN, 1, 1});
	tc_detach("nothing there", (struct place){i, IN, 1, 1});
	destroy("its filters", i, IN);
	destroy("both", i, IN | OUT);
	destroy("twice", i, IN | OUT);
	create("anew", i, IN | OUT);
	create("no such interface", 77, IN);
	destroy("no such interface", 77, IN | OUT);
}

static void filters(int i)
{
	struct place here = {i, IN, 3, 50};

	tc_attach("given", here, cls, 0);
	tc_query("given", here);
	tc_attach("again", here, cls, 0);
	tc_attach("replaced", here, cls2, BPF_TC_F_REPLACE);
	tc_query("replaced", here);
	tc_attach("another handle", (struct place){i, IN, 9, 50}, cls, 0);
	tc_attach("any handle", (struct place){i, IN, 0, 50}, cls, 0);
	tc_attach("any handle again", (struct place){i, IN, 0, 50}, cls2, 0);
	tc_attach("any priority", (struct place){i, IN, 7, 0}, cls, 0);
	tc_attach("any priority again", (struct place){i, IN, 0, 0}, cls, 0);
	tc_attach("the first", (struct place){i, IN, 0, 1}, cls, 0);
	tc_attach("the last", (struct place){i, IN, 0, 65535}, cls, 0);
	tc_attach("any behind the last", (struct place){i, IN, 0, 0}, cls2, 0);
	tc_attach("the other side", (struct place){i, OUT, 1, 1}, cls2, 0);
	tc_attach("replace nothing", (struct place){i, OUT, 5, 1}, cls2, BPF_TC_F_REPLACE);
	tc_query("the other side", (struct place){i, OUT, 1, 1});
	tc_query("another handle", (struct place){i, OUT, 2, 1});
	tc_query("another priority", (struct place){i, OUT, 1, 2});
	tc_attach("another type", (struct place){i, OUT, 2, 2}, xdp, 0);
	tc_attach("no program", (struct place){i, OUT, 2, 2}, 999, 0);
	tc_attach("no such interface", (struct place){77, OUT, 2, 2}, cls, 0);
	tc_query("no such interface", (struct place){77, OUT, 2, 2});
	tc_detach("another handle", (struct place){i, OUT, 2, 1});
	tc_detach("another priority", (struct place){i, OUT, 1, 2});
	tc_detach("it", (struct place){i, OUT, 1, 1});
	tc_query("gone", (struct place){i, OUT, 1, 1});
	tc_detach("again", (struct place){i, OUT, 1, 1});
	tc_detach("the last of its priority", (struct place){i, OUT, 5, 1});
	tc_query("gone", (struct place){i, OUT, 5, 1});
	tc_detach("again", (struct place){i, OUT, 5, 1});
	destroy("filters of one side", i, IN);
	tc_query("gone", here);
	destroy("both", i, IN | OUT);
	create("anew", i, IN | OUT);
	tc_query("gone", here);
	tc_attach("anew", here, cls, 0);
	destroy("with filters", i, IN | OUT);
	destroy("twice", i, IN | OUT);
}

int main(void)
{
	libbpf_set_print(print);
	setvbuf(stdout, NULL, _IOLBF, 0);
	if (unshare(CLONE_NEWNET) || system("ip link add v0 type veth peer name v1"))
		return 1;
	veth = (int)if_nametoindex("v0");
	xdp = load(0, "xdp", BPF_PROG_TYPE_XDP, 0);
	other = load(1, "other", BPF_PROG_TYPE_XDP, 0);
	devmap = load(2, "devmap", BPF_PROG_TYPE_XDP, BPF_XDP_DEVMAP);
	cls = load(3, "cls", BPF_PROG_TYPE_SCHED_CLS, 0);
	cls2 = load(4, "cls2", BPF_PROG_TYPE_SCHED_CLS, 0);
	one_interface(LO);
	one_interface(veth);
	wrong();
	links(LO);
	links(veth);
	kept();
	hooks(LO);
	filters(LO);
	return 0;
}
