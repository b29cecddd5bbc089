/* SPDX-License-Identifier: BSD-2-Clause */
/* Attaching a program that does nothing: to the scene's interface, cgroup or namespace, to sockets
 * and maps of the probe's own, and to tracepoints, where it runs for the whole machine for a
 * moment. Everything hangs on descriptors that are closed at once. */
#include <bpf/libbpf.h>
#include <errno.h>
#include <linux/netfilter.h>
#include <net/if.h>
#include <sys/socket.h>
#include <unistd.h>

#include "linux/pair.h"
#include "linux/probe.h"

/* Closes what a probe opened, and hands its result on. */
static int finish(int fd, int result)
{
	close(fd);
	if (result > 0)
		close(result);
	return result;
}

/* ---- links to a target: number has the flags */

static int link_to(struct skep_scene *scene, const struct skep_probe *probe, u32 target)
{
	int fd = skep_probe_load(scene, probe);
	struct skep_linux_link_attr attr = {.prog_fd = (u32)fd,
					    .target = target,
					    .attach_type = probe->attach,
					    .flags = (u32)probe->number};

	if (fd < 0)
		return fd;
	return finish(fd, skep_scene_note(scene, "LINK_CREATE", skep_linux_link(&attr)));
}

SKEP_PROBE(skep_try_link_interface)
{
	return scene->interface ? link_to(scene, probe, scene->interface) : SKEP_PROBE_NO_NETWORK;
}

SKEP_PROBE(skep_try_link_cgroup)
{
	return scene->cgroup >= 0 ? link_to(scene, probe, (u32)scene->cgroup)
				  : SKEP_PROBE_NO_CGROUP;
}

SKEP_PROBE(skep_try_link_netns)
{
	return scene->netns >= 0 ? link_to(scene, probe, (u32)scene->netns) : SKEP_PROBE_NO_NETWORK;
}

/* ---- number: NFPROTO_ of the packets */

SKEP_PROBE(skep_try_netfilter)
{
	int fd = scene->netns < 0 ? SKEP_PROBE_NO_NETWORK : skep_probe_load(scene, probe);
	struct skep_linux_link_attr attr = {
	    .prog_fd = (u32)fd,
	    .attach_type = probe->attach,
	    .netfilter = {.family = (u32)probe->number, .hook = NF_INET_LOCAL_IN, .priority = 7},
	};

	if (fd < 0)
		return fd;
	return finish(fd, skep_scene_note(scene, "LINK_CREATE", skep_linux_link(&attr)));
}

/* ---- tc: number is BPF_TC_INGRESS or BPF_TC_EGRESS */

SKEP_PROBE(skep_try_tc)
{
	int fd = scene->interface ? skep_probe_load(scene, probe) : SKEP_PROBE_NO_NETWORK, result;

	LIBBPF_OPTS(bpf_tc_hook, hook, .ifindex = (int)scene->interface,
		    .attach_point = (enum bpf_tc_attach_point)probe->number);
	LIBBPF_OPTS(bpf_tc_opts, filter, .prog_fd = fd);
	if (fd < 0)
		return fd;
	result = bpf_tc_hook_create(&hook);
	if (!result || result == -EEXIST)
		result = bpf_tc_attach(&hook, &filter);
	hook.attach_point = BPF_TC_INGRESS | BPF_TC_EGRESS;
	bpf_tc_hook_destroy(&hook);
	return finish(fd, skep_scene_note(scene, "netlink", result));
}

/* ---- an interface of the kind that text names */

SKEP_PROBE(skep_try_interface)
{
	if (!scene->interface)
		return SKEP_PROBE_NO_NETWORK;
	return skep_scene_note(scene, "RTM_NEWLINK", skep_interface_add(probe->text, "skep2"));
}

/* ---- routes: number is LWT_BPF_, 0 for seg6local */

SKEP_PROBE(skep_try_tunnel)
{
	int fd = scene->interface ? skep_probe_load(scene, probe) : SKEP_PROBE_NO_NETWORK;

	if (fd < 0)
		return fd;
	return finish(
	    fd, skep_scene_note(scene, "RTM_NEWROUTE",
				skep_route_through(scene->interface, (u32)probe->number, fd)));
}

/* ---- sockets: number is the address family, text says if it is for a reuseport group */

SKEP_PROBE(skep_try_socket)
{
	bool group = probe->text[0];
	int type = probe->number == AF_PACKET ? SOCK_RAW : SOCK_DGRAM, one = 1, result;
	int fd = skep_probe_load(scene, probe), sock;

	if (fd < 0)
		return fd;
	sock = socket((int)probe->number, type | SOCK_CLOEXEC, 0);
	if (sock < 0)
		return finish(fd, skep_scene_note(scene, "socket", -errno));
	if (group)
		setsockopt(sock, SOL_SOCKET, SO_REUSEPORT, &one, sizeof(one));
	result = setsockopt(sock, SOL_SOCKET, group ? SO_ATTACH_REUSEPORT_EBPF : SO_ATTACH_BPF, &fd,
			    sizeof(fd));
	result = skep_scene_note(scene, "setsockopt", result < 0 ? -errno : 0);
	close(sock);
	return finish(fd, result);
}

SKEP_PROBE(skep_try_sockmap)
{
	int fd = skep_probe_load(scene, probe), map;
	union bpf_attr attr = {.attach_type = probe->attach};
	int result;

	if (fd < 0)
		return fd;
	map = skep_scene_map(scene, BPF_MAP_TYPE_SOCKMAP, 0);
	if (map < 0)
		return finish(fd, map);
	attr.target_fd = (u32)map;
	attr.attach_bpf_fd = (u32)fd;
	result = (int)skep_linux_bpf(BPF_PROG_ATTACH, &attr, sizeof(attr));
	close(map);
	return finish(fd, skep_scene_note(scene, "PROG_ATTACH", result));
}

/* ---- programs in the entries of a map: number is its type */

SKEP_PROBE(skep_try_devmap_entry)
{
	struct {
		u32 first; /* interface, or length of the queue */
		int fd;
	} value = {.first = 64};
	bool devices = probe->number == BPF_MAP_TYPE_DEVMAP;
	union bpf_attr attr = {0};
	u32 key = 0;
	int fd, map, result;

	if (devices && !scene->interface)
		return SKEP_PROBE_NO_NETWORK;
	fd = skep_probe_load(scene, probe);
	if (fd < 0)
		return fd;
	map = skep_scene_map(scene, (u32)probe->number, 0);
	if (map < 0)
		return finish(fd, map);
	value.first = devices ? scene->interface : value.first;
	value.fd = fd;
	attr.map_fd = (u32)map;
	attr.key = (uintptr_t)&key;
	attr.value = (uintptr_t)&value;
	result = (int)skep_linux_bpf(BPF_MAP_UPDATE_ELEM, &attr, sizeof(attr));
	close(map);
	return finish(fd, skep_scene_note(scene, "MAP_UPDATE_ELEM", result));
}

/* ---- iterators: text is the kernel's function */

SKEP_PROBE(skep_try_iterator)
{
	const struct skep_scene_prog prog = {probe->prog, probe->attach, probe->text};
	int fd = skep_scene_load(scene, &prog), link, iter;
	struct skep_linux_link_attr attr = {.prog_fd = (u32)fd, .attach_type = probe->attach};
	union bpf_attr create = {0};
	char some[64];

	if (fd < 0)
		return fd;
	link = skep_scene_note(scene, "LINK_CREATE", skep_linux_link(&attr));
	if (link < 0)
		return finish(fd, link);
	create.iter_create.link_fd = (u32)link;
	iter = (int)skep_linux_bpf(BPF_ITER_CREATE, &create, sizeof(create));
	skep_scene_note(scene, "ITER_CREATE", iter);
	close(link);
	if (iter >= 0 && read(iter, some, sizeof(some)) < 0) {
		int error = errno;

		close(iter);
		return finish(fd, skep_scene_note(scene, "read", -error));
	}
	return finish(fd, iter);
}

/* ---- what is not tried */

SKEP_PROBE(skep_try_device)
{
	(void)scene, (void)probe;
	return SKEP_PROBE_NO_DEVICE;
}
