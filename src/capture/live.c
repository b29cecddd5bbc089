/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets of an interface through a packet socket.
 *
 * The socket is made for no protocol, so that nothing arrives before skep_source_start binds it to
 * the interface: whoever attaches a filter in between misses nothing and gets nothing unfiltered.
 *
 * Linux takes VLAN tags out of the data; they are put back where they were. Interfaces whose link
 * layer we do not know, and "any", deliver from the network header on and get a LINUX_SLL2 header
 * (the format is described in the LINKTYPE_ registry); a filter in the kernel would not see that
 * header, so those have to be filtered here. */
#include <net/if.h> /* before linux/if_arp.h, which then leaves its names alone */

#include <errno.h>
#include <linux/if_arp.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <netinet/in.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/bytes.h"
#include "base/diag.h"
#include "capture/links.h"
#include "capture/ring.h"
#include "capture/source_ops.h"

enum {
	VLAN_TAG_SIZE = 4,
	SLL2_SIZE = 20,
	LINKTYPE_ETHERNET = 1,
	LINKTYPE_SLL2 = 276,
	RESERVE = 32, /* free bytes before each packet; more than both headers need */
};

struct live {
	struct skep_source source;
	int fd;
	int stop_fd;
	int ifindex; /* 0 = all */
	bool cooked; /* packets get a LINUX_SLL2 header */
	bool promiscuous;
	struct skep_ring ring;
	struct skep_source_statistics statistics;
};

static struct live *self(struct skep_source *source)
{
	return (struct live *)source;
}

static const struct sockaddr_ll *address_of(const struct tpacket3_hdr *frame)
{
	return (const void *)((const u8 *)frame + TPACKET_ALIGN(sizeof(*frame)));
}

/* On the loopback interface each packet passes twice: once out, once in. */
static bool is_echo(const struct sockaddr_ll *from)
{
	return from->sll_hatype == ARPHRD_LOOPBACK && from->sll_pkttype == PACKET_OUTGOING;
}

/* Puts 4 bytes between the link addresses and the EtherType. */
static u8 *insert_vlan_tag(u8 *data, u16 tpid, u16 tci)
{
	u8 *start = data - VLAN_TAG_SIZE;

	memmove(start, data, 2 * ETH_ALEN);
	skep_put_be16(start + 2 * ETH_ALEN, tpid);
	skep_put_be16(start + 2 * ETH_ALEN + 2, tci);
	return start;
}

/* A tag without addresses before it: its TCI and the EtherType behind it. */
static u8 *prepend_vlan_tag(u8 *data, u16 tci, u16 protocol)
{
	u8 *start = data - VLAN_TAG_SIZE;

	skep_put_be16(start, tci);
	skep_put_be16(start + 2, protocol);
	return start;
}

static u8 *prepend_sll2(u8 *data, const struct sockaddr_ll *from, u16 protocol)
{
	u8 *start = data - SLL2_SIZE;
	u8 length = from->sll_halen;

	memset(start, 0, SLL2_SIZE);
	skep_put_be16(start, protocol);
	skep_put_be32(start + 4, (u32)from->sll_ifindex);
	skep_put_be16(start + 8, from->sll_hatype);
	start[10] = from->sll_pkttype;
	start[11] = length;
	memcpy(start + 12, from->sll_addr, length < 8 ? length : 8);
	return start;
}

/* Restores what was on the wire; returns where the packet starts. */
static u8 *complete(const struct live *l, const struct tpacket3_hdr *frame)
{
	const struct sockaddr_ll *from = address_of(frame);
	u8 *data = (u8 *)frame + frame->tp_mac;
	bool tagged = frame->tp_status & TP_STATUS_VLAN_VALID;
	bool named = frame->tp_status & TP_STATUS_VLAN_TPID_VALID;
	u16 tpid = named ? frame->hv1.tp_vlan_tpid : ETH_P_8021Q;
	u16 tci = (u16)frame->hv1.tp_vlan_tci;
	u16 protocol = ntohs(from->sll_protocol);

	if (!l->cooked) {
		tagged &= l->source.info.linktype == LINKTYPE_ETHERNET &&
			  frame->tp_snaplen >= 2 * ETH_ALEN;
		return tagged ? insert_vlan_tag(data, tpid, tci) : data;
	}
	if (!tagged)
		return prepend_sll2(data, from, protocol);
	return prepend_sll2(prepend_vlan_tag(data, tci, protocol), from, tpid);
}

static void put(const struct live *l, struct skep_batch *batch, const struct tpacket3_hdr *frame)
{
	const struct sockaddr_ll *from = address_of(frame);
	const u8 *data = complete(l, frame);
	u32 added = (u32)((const u8 *)frame + frame->tp_mac - data);
	u32 caplen = frame->tp_snaplen + added;
	u32 i = batch->count++;

	batch->packets[i] = (struct skep_packet){
	    .data = data,
	    .caplen = caplen < l->source.info.snaplen ? caplen : l->source.info.snaplen,
	    .wirelen = frame->tp_len + added,
	    .ifindex = (u32)from->sll_ifindex,
	    .rxhash = frame->hv1.tp_rxhash,
	    .protocol = ntohs(from->sll_protocol),
	    .hatype = from->sll_hatype,
	    .pkttype = from->sll_pkttype,
	    .net_offset = frame->tp_net - frame->tp_mac + added,
	};
	batch->ns[i] = (s64)frame->tp_sec * 1000000000 + frame->tp_nsec;
	batch->records[i] = NULL;
}

/* What the socket remembers of its last failure; asking clears it. */
static int pending_error(int fd)
{
	int error = 0;
	socklen_t size = sizeof(error);

	getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size);
	return error;
}

/* Waits for a block. Fails if the interface is gone. */
static bool wait_for_block(struct live *l, struct skep_batch *batch, struct skep_diag *d)
{
	struct pollfd fds[2] = {{.fd = l->fd, .events = POLLIN | POLLERR},
				{.fd = l->stop_fd, .events = POLLIN}};
	int error;

	if (poll(fds, 2, -1) < 0)
		return errno == EINTR ||
		       skep_fail(d, SKEP_E_SYSTEM, "cannot wait for packets: %s", strerror(errno));
	batch->end = fds[1].revents != 0;
	if (!(fds[0].revents & POLLERR))
		return true;
	error = pending_error(l->fd);
	if (error == ENETDOWN)
		return skep_fail(d, SKEP_E_IO, "the interface went down");
	return error == 0 ||
	       skep_fail(d, SKEP_E_IO, "the packet socket failed: %s", strerror(error));
}

static bool live_read(struct skep_source *source, struct skep_batch *batch, struct skep_diag *d)
{
	struct live *l = self(source);
	const struct tpacket3_hdr *frame;

	skep_ring_advance(&l->ring);
	while (batch->count < SKEP_BATCH_MAX && (frame = skep_ring_next(&l->ring))) {
		if (!is_echo(address_of(frame)))
			put(l, batch, frame);
	}
	if (l->ring.held)
		return true;
	return wait_for_block(l, batch, d);
}

static struct skep_source_progress live_progress(const struct skep_source *source)
{
	(void)source;
	return (struct skep_source_progress){0};
}

static void live_free(struct skep_source *source)
{
	struct live *l = self(source);

	skep_ring_fini(&l->ring);
	if (l->fd >= 0)
		close(l->fd);
	skep_free(l);
}

static const struct skep_source_ops live_ops = {
    .read = live_read,
    .progress = live_progress,
    .free = live_free,
};

static void hint_interfaces(struct skep_diag *d)
{
	struct if_nameindex *list = if_nameindex();
	char names[200] = "";

	for (struct if_nameindex *i = list; i && i->if_name; i++) {
		if (strlen(names) + strlen(i->if_name) + 3 < sizeof(names)) {
			strcat(names, names[0] ? ", " : "");
			strcat(names, i->if_name);
		}
	}
	if (list)
		if_freenameindex(list);
	skep_hint(d, "the interfaces here are %s, and any for all of them", names);
}

/* The socket, still deaf. */
static bool open_socket(struct live *l, struct skep_diag *d)
{
	l->fd = socket(AF_PACKET, (l->cooked ? SOCK_DGRAM : SOCK_RAW) | SOCK_CLOEXEC, 0);
	if (l->fd >= 0)
		return true;
	if (errno != EPERM && errno != EACCES)
		return skep_fail(d, SKEP_E_SYSTEM, "cannot open a packet socket: %s",
				 strerror(errno));
	skep_fail(d, SKEP_E_PERMISSION, "capturing needs the capability CAP_NET_RAW");
	return skep_hint(d, "run as root, or give it: setcap cap_net_raw+ep on the command");
}

/* What an ioctl on any socket tells about the interface. */
static bool ask_interface(unsigned long request, const char *name, struct ifreq *answer)
{
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	bool ok;

	if (fd < 0)
		return false;
	memset(answer, 0, sizeof(*answer));
	strncpy(answer->ifr_name, name, IFNAMSIZ - 1);
	ok = ioctl(fd, request, answer) == 0;
	close(fd);
	return ok;
}

static u32 interface_netmask(const char *name)
{
	struct ifreq answer;
	struct sockaddr_in mask;

	if (!ask_interface(SIOCGIFNETMASK, name, &answer))
		return UINT32_MAX;
	memcpy(&mask, &answer.ifr_netmask, sizeof(mask));
	return ntohl(mask.sin_addr.s_addr);
}

/* LINKTYPE_ value of a hardware type; LINUX_SLL2 if it has none of its own. */
static u32 interface_linktype(u16 hardware)
{
	static const struct {
		u16 hardware;
		u32 linktype;
	} known[] = {
#define ARPHRD(name, linktype) {ARPHRD_##name, linktype},
#include "capture/arphrd.def"
#undef ARPHRD
	};

	for (size_t i = 0; i < SKEP_COUNT(known); i++) {
		if (known[i].hardware == hardware)
			return known[i].linktype;
	}
	return LINKTYPE_SLL2;
}

static bool describe(struct live *l, const struct skep_live_options *options, struct skep_diag *d)
{
	struct skep_source_info *info = &l->source.info;
	struct ifreq answer;

	info->live = true;
	info->snaplen = options->snaplen;
	info->linktype = LINKTYPE_SLL2;
	info->netmask = UINT32_MAX;
	if (strcmp(options->interface, "any") != 0) {
		l->ifindex = (int)if_nametoindex(options->interface);
		if (l->ifindex == 0 || !ask_interface(SIOCGIFHWADDR, options->interface, &answer)) {
			skep_fail(d, SKEP_E_NAME, "there is no interface %s", options->interface);
			hint_interfaces(d);
			return false;
		}
		info->linktype = interface_linktype(answer.ifr_hwaddr.sa_family);
		info->netmask = interface_netmask(options->interface);
	}
	info->dlt = skep_link_by_linktype(info->linktype).dlt;
	l->cooked = info->linktype == LINKTYPE_SLL2;
	info->takes_filter = !l->cooked;
	return true;
}

struct skep_source *skep_source_open_live(const struct skep_live_options *options,
					  struct skep_diag *d)
{
	struct live *l = skep_alloc(sizeof(*l));

	if (!l) {
		skep_fail_nomem(d);
		return NULL;
	}
	l->source.ops = &live_ops;
	l->fd = -1;
	l->stop_fd = options->stop_fd;
	l->promiscuous = options->promiscuous;
	if (describe(l, options, d) && open_socket(l, d) &&
	    skep_ring_init(&l->ring, l->fd, RESERVE, d))
		return &l->source;
	live_free(&l->source);
	return NULL;
}

int skep_source_fd(const struct skep_source *source)
{
	return ((const struct live *)source)->fd;
}

static bool bind_failed(int error, struct skep_diag *d)
{
	if (error == ENETDOWN) {
		skep_fail(d, SKEP_E_IO, "the interface is down");
		return skep_hint(d, "bring it up: ip link set dev NAME up");
	}
	return skep_fail(d, SKEP_E_SYSTEM, "cannot listen on the interface: %s", strerror(error));
}

bool skep_source_start(struct skep_source *source, struct skep_diag *d)
{
	struct live *l = self(source);
	struct sockaddr_ll address = {
	    .sll_family = AF_PACKET, .sll_protocol = htons(ETH_P_ALL), .sll_ifindex = l->ifindex};
	struct packet_mreq membership = {.mr_ifindex = l->ifindex, .mr_type = PACKET_MR_PROMISC};
	int error = bind(l->fd, (struct sockaddr *)&address, sizeof(address)) < 0
			? errno
			: pending_error(l->fd); /* an interface that is down fails late */

	if (error)
		return bind_failed(error, d);
	if (!l->promiscuous || l->ifindex == 0)
		return true;
	if (setsockopt(l->fd, SOL_PACKET, PACKET_ADD_MEMBERSHIP, &membership, sizeof(membership)) <
	    0)
		return skep_fail(d, SKEP_E_SYSTEM, "cannot make the interface promiscuous: %s",
				 strerror(errno));
	return true;
}

bool skep_source_count(struct skep_source *source, struct skep_source_statistics *statistics,
		       struct skep_diag *d)
{
	struct live *l = self(source);
	struct tpacket_stats_v3 counts;
	socklen_t size = sizeof(counts);

	/* Reading the counters sets them to 0. */
	if (getsockopt(l->fd, SOL_PACKET, PACKET_STATISTICS, &counts, &size) < 0)
		return skep_fail(d, SKEP_E_SYSTEM, "cannot read the packet socket's counters: %s",
				 strerror(errno));
	l->statistics.received += counts.tp_packets;
	l->statistics.dropped += counts.tp_drops;
	*statistics = l->statistics;
	return true;
}
