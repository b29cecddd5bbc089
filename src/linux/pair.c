/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/pair.h"

#include <assert.h>
#include <errno.h>
#include <linux/lwtunnel.h>
#include <linux/rtnetlink.h>
#include <linux/seg6_local.h>
#include <linux/veth.h>
#include <net/if.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

/* A message in the making. */
struct message {
	struct nlmsghdr head;
	union {
		struct ifinfomsg link;
		struct rtmsg route;
	};
	char attributes[256];
};

static struct rtattr *end_of(struct message *m)
{
	return (struct rtattr *)((char *)m + NLMSG_ALIGN(m->head.nlmsg_len));
}

/* Appends an attribute; with data NULL it holds what is appended until close_nest(). */
static struct rtattr *add(struct message *m, unsigned short type, const void *data, size_t size)
{
	struct rtattr *a = end_of(m);

	a->rta_type = type;
	a->rta_len = (unsigned short)RTA_LENGTH(data ? size : 0);
	if (data)
		memcpy(RTA_DATA(a), data, size);
	m->head.nlmsg_len = NLMSG_ALIGN(m->head.nlmsg_len) + RTA_ALIGN(a->rta_len);
	return a;
}

static void close_nest(struct message *m, struct rtattr *nest)
{
	nest->rta_len = (unsigned short)((char *)end_of(m) - (char *)nest);
}

/* Sends, and waits for what the kernel says; 0 or -errno. */
static int ask(struct message *m)
{
	struct {
		struct nlmsghdr head;
		struct nlmsgerr error;
		char rest[512];
	} answer = {0};
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
	int result = -errno;

	if (fd < 0)
		return result;
	m->head.nlmsg_flags |= NLM_F_REQUEST | NLM_F_ACK;
	if (send(fd, m, m->head.nlmsg_len, 0) < 0 || recv(fd, &answer, sizeof(answer), 0) < 0)
		result = -errno;
	else
		result = answer.head.nlmsg_type == NLMSG_ERROR ? answer.error.error : -EPROTO;
	close(fd);
	return result;
}

static struct message new_link(const char *name)
{
	struct message m = {
	    .head = {.nlmsg_len = NLMSG_LENGTH(sizeof(struct ifinfomsg)),
		     .nlmsg_type = RTM_NEWLINK,
		     .nlmsg_flags = NLM_F_CREATE | NLM_F_EXCL},
	};

	add(&m, IFLA_IFNAME, name, strlen(name) + 1);
	return m;
}

int skep_interface_up(const char *name)
{
	struct ifreq request = {0};
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), result = 0;

	if (fd < 0)
		return -errno;
	memccpy(request.ifr_name, name, '\0', IFNAMSIZ - 1);
	if (ioctl(fd, SIOCGIFFLAGS, &request) < 0)
		result = -errno;
	request.ifr_flags |= IFF_UP;
	if (!result && ioctl(fd, SIOCSIFFLAGS, &request) < 0)
		result = -errno;
	close(fd);
	return result;
}

int skep_interface_add(const char *kind, const char *name)
{
	struct message m = new_link(name);
	struct rtattr *info = add(&m, IFLA_LINKINFO, NULL, 0);

	add(&m, IFLA_INFO_KIND, kind, strlen(kind));
	close_nest(&m, info);
	return ask(&m);
}

int skep_pair_add(const char *name, const char *peer)
{
	struct message m = new_link(name);
	struct rtattr *info = add(&m, IFLA_LINKINFO, NULL, 0), *data, *other;
	struct ifinfomsg none = {0};
	int result;

	add(&m, IFLA_INFO_KIND, "veth", 4);
	data = add(&m, IFLA_INFO_DATA, NULL, 0);
	other = add(&m, VETH_INFO_PEER, &none, sizeof(none));
	add(&m, IFLA_IFNAME, peer, strlen(peer) + 1);
	close_nest(&m, other);
	close_nest(&m, data);
	close_nest(&m, info);
	result = ask(&m);
	if (!result)
		result = skep_interface_up(name);
	return result ? result : skep_interface_up(peer);
}

/* ---- routes */

/* What a route does with a program: SEG6_LOCAL_BPF_PROG and _NAME are numbered alike. */
static void add_program(struct message *m, unsigned short type, int prog)
{
	static const char name[] = "skep";
	struct rtattr *nest = add(m, type | NLA_F_NESTED, NULL, 0);
	u32 fd = (u32)prog;

	static_assert((int)LWT_BPF_PROG_FD == (int)SEG6_LOCAL_BPF_PROG, "program");
	static_assert((int)LWT_BPF_PROG_NAME == (int)SEG6_LOCAL_BPF_PROG_NAME, "name");
	add(m, LWT_BPF_PROG_FD, &fd, sizeof(fd));
	add(m, LWT_BPF_PROG_NAME, name, sizeof(name));
	close_nest(m, nest);
}

int skep_route_through(u32 interface, u32 where, int prog)
{
	static const u8 networks[2][16] = {{192, 0, 2}, {0x20, 1, 0x0d, 0xb8}};
	bool six = !where;
	u32 action = SEG6_LOCAL_ACTION_END_BPF;
	u16 encap = six ? LWTUNNEL_ENCAP_SEG6_LOCAL : LWTUNNEL_ENCAP_BPF;
	struct message m = {
	    .head = {.nlmsg_len = NLMSG_LENGTH(sizeof(struct rtmsg)),
		     .nlmsg_type = RTM_NEWROUTE,
		     .nlmsg_flags = NLM_F_CREATE | NLM_F_REPLACE},
	    .route = {.rtm_family = six ? AF_INET6 : AF_INET,
		      .rtm_dst_len = six ? 64 : 24,
		      .rtm_table = RT_TABLE_MAIN,
		      .rtm_protocol = RTPROT_BOOT,
		      .rtm_scope = six ? RT_SCOPE_UNIVERSE : RT_SCOPE_LINK,
		      .rtm_type = RTN_UNICAST},
	};
	struct rtattr *nest;

	add(&m, RTA_DST, networks[six], six ? 16 : 4);
	add(&m, RTA_OIF, &interface, sizeof(interface));
	add(&m, RTA_ENCAP_TYPE, &encap, sizeof(encap));
	nest = add(&m, RTA_ENCAP | NLA_F_NESTED, NULL, 0);
	if (six)
		add(&m, SEG6_LOCAL_ACTION, &action, sizeof(action));
	add_program(&m, six ? SEG6_LOCAL_BPF : (unsigned short)where, prog);
	close_nest(&m, nest);
	return ask(&m);
}
