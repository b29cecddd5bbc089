/* SPDX-License-Identifier: BSD-2-Clause */
/* Hooks of packets: interfaces, cgroups, sockets, netfilter. All but tc hang on a descriptor. A
 * filter of tc stays until somebody removes it, so a guard does. */
#include <arpa/inet.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <linux/netfilter.h>
#include <net/if.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "linux/attaching.h"
#include "linux/facts.h"
#include "linux/sys.h"
#include "spec/spec.h"

/* XDP_FLAGS_ of linux/if_link.h, which net/if.h does not bear beside it. */
enum { XDP_GENERIC = 1 << 1, XDP_NATIVE = 1 << 2 };

long skep_attaching_interface(const struct skep_attaching *a)
{
	u32 number = if_nametoindex(a->hook->args[0]);

	return number ? (long)number : -ENODEV;
}

/* 0 ingress, 1 egress, -EINVAL */
static int direction(const char *word)
{
	if (strcmp(word, "ingress") == 0)
		return 0;
	return strcmp(word, "egress") == 0 ? 1 : -EINVAL;
}

static int keep_link(struct skep_attaching *a, const struct skep_linux_link_attr *attr)
{
	return skep_attaching_keep(a, "LINK_CREATE", skep_linux_link(attr));
}

SKEP_HOOK_FUNCTION(xdp)
{
	const char *mode = a->hook->args[1];
	long interface = skep_attaching_interface(a);
	struct skep_linux_link_attr attr = {
	    .prog_fd = (u32)a->fd, .target = (u32)interface, .attach_type = BPF_XDP};

	if (interface < 0)
		return skep_attaching_keep(a, "if_nametoindex", interface);
	if (strcmp(mode, "generic") == 0)
		attr.flags = XDP_GENERIC;
	else if (strcmp(mode, "native") == 0)
		attr.flags = XDP_NATIVE;
	else if (mode[0])
		return skep_attaching_keep(a, "mode", -EINVAL);
	return keep_link(a, &attr);
}

SKEP_HOOK_FUNCTION(tcx)
{
	long interface = skep_attaching_interface(a);
	int side = direction(a->hook->args[1]);
	struct skep_linux_link_attr attr = {
	    .prog_fd = (u32)a->fd,
	    .target = (u32)interface,
	    .attach_type = side ? BPF_TCX_EGRESS : BPF_TCX_INGRESS,
	};

	if (interface < 0)
		return skep_attaching_keep(a, "if_nametoindex", interface);
	return side < 0 ? skep_attaching_keep(a, "direction", side) : keep_link(a, &attr);
}

/* ---- tc */

/* Waits until the other end of the pipe is closed, then removes the filter. */
static void guard(int pipe, struct bpf_tc_hook *hook, const struct bpf_tc_opts *filter, bool ours)
{
	char none;

	setsid();
	if (pipe > 3)
		close_range(3, (unsigned)pipe - 1, 0);
	close_range((unsigned)pipe + 1, ~0U, 0);
	while (read(pipe, &none, 1) < 0 && errno == EINTR)
		;
	LIBBPF_OPTS(bpf_tc_opts, gone, .handle = filter->handle, .priority = filter->priority);
	bpf_tc_detach(hook, &gone);
	if (ours) {
		hook->attach_point = BPF_TC_INGRESS | BPF_TC_EGRESS;
		bpf_tc_hook_destroy(hook);
	}
	_exit(0);
}

static int start_guard(struct skep_attaching *a, struct bpf_tc_hook *hook,
		       const struct bpf_tc_opts *filter, bool ours)
{
	int pipes[2];

	if (pipe2(pipes, O_CLOEXEC) < 0)
		return skep_attaching_keep(a, "pipe", -errno);
	a->guard = fork();
	if (a->guard == 0) {
		close(pipes[1]);
		guard(pipes[0], hook, filter, ours);
	}
	close(pipes[0]);
	if (a->guard < 0) {
		close(pipes[1]);
		return skep_attaching_keep(a, "fork", -errno);
	}
	a->guard_pipe = pipes[1];
	return 0;
}

SKEP_HOOK_FUNCTION(tc)
{
	long interface = skep_attaching_interface(a);
	int side = direction(a->hook->args[1]), result;

	LIBBPF_OPTS(bpf_tc_hook, hook, .ifindex = (int)interface,
		    .attach_point = side ? BPF_TC_EGRESS : BPF_TC_INGRESS);
	LIBBPF_OPTS(bpf_tc_opts, filter, .prog_fd = a->fd);
	if (interface < 0)
		return skep_attaching_keep(a, "if_nametoindex", interface);
	if (side < 0)
		return skep_attaching_keep(a, "direction", side);
	result = bpf_tc_hook_create(&hook);
	if (result && result != -EEXIST)
		return skep_attaching_keep(a, "netlink", result);

	bool ours = result == 0;

	result = bpf_tc_attach(&hook, &filter);
	if (result)
		return skep_attaching_keep(a, "netlink", result);
	return start_guard(a, &hook, &filter, ours);
}

/* ---- cgroups */

u32 skep_cgroup_attach_type(const char *name, bool *bad)
{
	static const char *const prefixes[] = {"", "cgroup_", "cgroup_inet_"};

	*bad = false;
	if (!name[0])
		return SKEP_HOOK_SECTION;
	for (u32 type = 0; skep_attach_row(type); type++)
		for (size_t i = 0; i < SKEP_COUNT(prefixes); i++) {
			const char *row = skep_attach_row(type)->name;
			size_t length = strlen(prefixes[i]);

			if (row && strncmp(row, "cgroup_", 7) == 0 &&
			    strncmp(row, prefixes[i], length) == 0 &&
			    strcmp(row + length, name) == 0)
				return type;
		}
	*bad = true;
	return 0;
}

/* A path that is not absolute begins where cgroup2 is mounted. */
static int open_cgroup(const char *path)
{
	int root, fd;

	if (path[0] == '/') {
		fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		return fd < 0 ? -errno : fd;
	}
	root = skep_linux_fs("cgroup2", NULL);
	if (root < 0)
		return root;
	fd = openat(root, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	fd = fd < 0 ? -errno : fd;
	close(root);
	return fd;
}

SKEP_HOOK_FUNCTION(cgroup)
{
	int cgroup = open_cgroup(a->hook->args[0]);
	struct skep_linux_link_attr attr = {
	    .prog_fd = (u32)a->fd,
	    .target = (u32)cgroup,
	    .attach_type = bpf_program__expected_attach_type(a->prog),
	};
	int result;

	if (cgroup < 0)
		return skep_attaching_keep(a, "open", cgroup);
	if (bpf_program__type(a->prog) == BPF_PROG_TYPE_SOCK_OPS)
		attr.attach_type = BPF_CGROUP_SOCK_OPS;
	result = keep_link(a, &attr);
	close(cgroup);
	return result;
}

/* ---- sockets */

SKEP_HOOK_FUNCTION(socket)
{
	long interface = skep_attaching_interface(a);
	struct sockaddr_ll to = {.sll_family = AF_PACKET,
				 .sll_ifindex = (int)interface,
				 .sll_protocol = htons(ETH_P_ALL)};
	int fd, result;

	if (interface < 0)
		return skep_attaching_keep(a, "if_nametoindex", interface);
	/* Without a protocol no packet comes before the program is there. */
	fd = socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return skep_attaching_keep(a, "socket", -errno);
	result = setsockopt(fd, SOL_SOCKET, SO_ATTACH_BPF, &a->fd, sizeof(a->fd));
	if (result == 0)
		result = bind(fd, (struct sockaddr *)&to, sizeof(to));
	if (result == 0)
		return skep_attaching_keep(a, "setsockopt", fd);
	result = skep_attaching_keep(a, "setsockopt", -errno);
	close(fd);
	return result;
}

/* ---- netfilter */

SKEP_HOOK_FUNCTION(netfilter)
{
	static const char *const hooks[] = {
	    [NF_INET_PRE_ROUTING] = "prerouting",   [NF_INET_LOCAL_IN] = "input",
	    [NF_INET_FORWARD] = "forward",	    [NF_INET_LOCAL_OUT] = "output",
	    [NF_INET_POST_ROUTING] = "postrouting",
	};
	const char *const *args = a->hook->args;
	struct skep_linux_link_attr attr = {.prog_fd = (u32)a->fd, .attach_type = BPF_NETFILTER};
	bool ip6 = strcmp(args[0], "ip6") == 0;
	u32 hook = 0;
	long priority;
	char *end;

	while (hook < SKEP_COUNT(hooks) && strcmp(hooks[hook], args[1]) != 0)
		hook++;
	attr.netfilter.family = ip6 ? NFPROTO_IPV6 : NFPROTO_IPV4;
	attr.netfilter.hook = hook;
	attr.netfilter.priority = (s32)(priority = strtol(args[2], &end, 10));
	if (!ip6 && strcmp(args[0], "ip4") != 0)
		return skep_attaching_keep(a, "family", -EINVAL);
	if (hook == SKEP_COUNT(hooks))
		return skep_attaching_keep(a, "hook", -EINVAL);
	if (*end || priority != attr.netfilter.priority)
		return skep_attaching_keep(a, "priority", -EINVAL);
	return keep_link(a, &attr);
}
