/* SPDX-License-Identifier: BSD-2-Clause */
/* The ring buffer is read here and not by libbpf, so that packets can stay in it while they are
 * lent (Documentation/bpf/ringbuf.rst): Linux wakes a reader that has read everything before the
 * record that is new, so what is read is given back before the reader looks again. */
#include <net/if.h> /* before linux/if_arp.h, which then leaves its names alone */

#include "linux/xdp.h"

#include <bpf/libbpf.h>
#include <errno.h>
#include <linux/if_arp.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "capture/source_ops.h"
#include "linux/explain.h"
#include "linux/sys.h"
#include "linux/xdp_code.h"
#include "prog/prog.h"

enum {
	RING_SIZE = 16 << 20, /* bytes */
	SETS = 16,	      /* blocks of data that a filter has at most */
	LINKTYPE_ETHERNET = 1,
	DLT_ETHERNET = 1,
	LOG_SIZE = 4 << 20, /* of the verifier; what is not written takes no memory */
};

struct skep_xdp {
	struct skep_source source; /* first member: it is one */
	int stop_fd;
	int counters, ring, prog, link; /* descriptors; -1 */
	int sets[SETS];
	u32 set_count;
	u64 *consumer, *producer; /* positions, bytes; NULL: nothing is captured */
	u8 *data;
	u64 next;   /* position behind what is lent */
	s64 offset; /* of CLOCK_REALTIME to CLOCK_MONOTONIC, nanoseconds */
};

/* ---- the source */

static struct skep_xdp *self(struct skep_source *source)
{
	return (struct skep_xdp *)source;
}

static void put(const struct skep_xdp *x, struct skep_batch *batch, const u8 *at)
{
	struct skep_xdp_record record;
	u32 i = batch->count++;

	memcpy(&record, at, sizeof(record));
	batch->packets[i] = (struct skep_packet){
	    .data = at + sizeof(record), .caplen = record.caplen, .wirelen = record.wirelen};
	batch->ns[i] = (s64)record.time + x->offset;
	batch->records[i] = NULL;
}

/* Lends what is there. */
static void lend(struct skep_xdp *x, struct skep_batch *batch)
{
	u64 end;

	__atomic_store_n(x->consumer, x->next, __ATOMIC_SEQ_CST);
	end = __atomic_load_n(x->producer, __ATOMIC_SEQ_CST);
	while (x->next < end && batch->count < SKEP_BATCH_MAX) {
		const u8 *at = x->data + x->next % RING_SIZE;
		u32 length = __atomic_load_n((const u32 *)at, __ATOMIC_ACQUIRE);

		if (length & BPF_RINGBUF_BUSY_BIT)
			break;
		if (!(length & BPF_RINGBUF_DISCARD_BIT))
			put(x, batch, at + BPF_RINGBUF_HDR_SZ);
		length &= ~(BPF_RINGBUF_BUSY_BIT | BPF_RINGBUF_DISCARD_BIT);
		x->next += (length + BPF_RINGBUF_HDR_SZ + 7) / 8 * 8;
	}
}

static bool xdp_read(struct skep_source *source, struct skep_batch *batch, struct skep_diag *d)
{
	/* A wake-up for each packet costs more than the packet: Linux wakes nobody while there is
	 * something to read. */
	static const struct timespec gather = {.tv_nsec = 1000000};
	struct skep_xdp *x = self(source);
	struct pollfd fds[] = {{.fd = x->stop_fd, .events = POLLIN},
			       {.fd = x->ring, .events = POLLIN}};

	lend(x, batch);
	if (batch->count)
		return true;
	if (poll(fds, SKEP_COUNT(fds), -1) < 0 && errno != EINTR)
		return skep_fail(d, SKEP_E_SYSTEM, "poll: %s", strerror(errno));
	if (!fds[0].revents)
		clock_nanosleep(CLOCK_MONOTONIC, 0, &gather, NULL);
	lend(x, batch);
	batch->end = fds[0].revents && !batch->count;
	return true;
}

static struct skep_source_progress xdp_progress(const struct skep_source *source)
{
	(void)source;
	return (struct skep_source_progress){0};
}

/* It is a part of its owner. */
static void xdp_free(struct skep_source *source)
{
	(void)source;
}

static const struct skep_source_ops xdp_ops = {
    .read = xdp_read, .progress = xdp_progress, .free = xdp_free};

/* ---- maps */

static bool fail_map(int error, struct skep_diag *d)
{
	const struct skep_linux_failure f = {.section = SKEP_LINUX_MAPS,
					     .name = "",
					     .call = "MAP_CREATE",
					     .prog_type = BPF_PROG_TYPE_XDP,
					     .error = error};

	return skep_linux_explain(NULL, &f, d);
}

static int make_map(union bpf_attr attr)
{
	return (int)skep_linux_bpf(BPF_MAP_CREATE, &attr, sizeof(attr));
}

/* A frozen array of one value: a block of data of the filter. */
static int make_set(const struct skep_prog_data *data)
{
	u32 zero = 0;
	union bpf_attr fill = {0}, freeze = {0};
	int fd = make_map((union bpf_attr){.map_type = BPF_MAP_TYPE_ARRAY,
					   .key_size = 4,
					   .value_size = (u32)data->size,
					   .max_entries = 1,
					   .map_flags = BPF_F_RDONLY_PROG});
	long result;

	if (fd < 0)
		return fd;
	fill.map_fd = (u32)fd;
	fill.key = (uintptr_t)&zero;
	fill.value = (uintptr_t)data->bytes;
	freeze.map_fd = (u32)fd;
	result = skep_linux_bpf(BPF_MAP_UPDATE_ELEM, &fill, sizeof(fill));
	if (!result)
		result = skep_linux_bpf(BPF_MAP_FREEZE, &freeze, sizeof(freeze));
	if (!result)
		return fd;
	close(fd);
	return (int)result;
}

static bool make_sets(struct skep_xdp *x, const struct skep_prog *filter, struct skep_diag *d)
{
	if (filter->data_count > SETS)
		return skep_fail(d, SKEP_E_LIMIT, "the filter has %u sets of addresses, at most %d",
				 filter->data_count, SETS);
	for (u32 i = 0; i < filter->data_count; i++) {
		int fd = make_set(&filter->data[i]);

		if (fd < 0)
			return fail_map(-fd, d);
		x->sets[x->set_count++] = fd;
	}
	return true;
}

static bool map_ring(struct skep_xdp *x, struct skep_diag *d)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	u8 *consumer = mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_SHARED, x->ring, 0);
	u8 *producer =
	    mmap(NULL, page + 2 * RING_SIZE, PROT_READ, MAP_SHARED, x->ring, (off_t)page);

	x->consumer = consumer == MAP_FAILED ? NULL : (u64 *)consumer;
	x->producer = producer == MAP_FAILED ? NULL : (u64 *)producer;
	x->data = producer + page;
	return (x->consumer && x->producer) ||
	       skep_fail(d, SKEP_E_SYSTEM, "cannot map the ring buffer: %s", strerror(errno));
}

static bool make_maps(struct skep_xdp *x, const struct skep_xdp_options *o, struct skep_diag *d)
{
	x->counters = make_map((union bpf_attr){.map_type = BPF_MAP_TYPE_PERCPU_ARRAY,
						.key_size = 4,
						.value_size = 16,
						.max_entries = SKEP_XDP_COUNTERS});
	if (x->counters < 0)
		return fail_map(-x->counters, d);
	if (!make_sets(x, o->filter, d))
		return false;
	if (!o->captures)
		return true;
	x->ring =
	    make_map((union bpf_attr){.map_type = BPF_MAP_TYPE_RINGBUF, .max_entries = RING_SIZE});
	if (x->ring < 0)
		return fail_map(-x->ring, d);
	return map_ring(x, d);
}

/* ---- the program */

/* Why Linux refuses: its verifier's last words, or what the kernel or privileges lack. */
static bool explain_load(const struct skep_linux_prog *prog, int error, struct skep_diag *d)
{
	const struct skep_linux_failure f = {.section = SKEP_LINUX_PROGRAMS,
					     .name = "xdp",
					     .call = "PROG_LOAD",
					     .prog_type = prog->type,
					     .attach_type = prog->attach,
					     .error = error};
	struct skep_linux_prog again = *prog;
	int fd;

	again.log = skep_alloc(LOG_SIZE);
	again.log_size = LOG_SIZE;
	if (!again.log)
		return skep_fail_nomem(d);
	fd = skep_linux_load(&again);
	if (fd >= 0)
		close(fd);
	if (again.log[0])
		skep_linux_refused(again.log, "the filter's program", d);
	else
		skep_linux_explain(NULL, &f, d);
	skep_free(again.log);
	return false;
}

static bool load_insns(struct skep_xdp *x, const struct skep_xdp_options *o, struct bpf_insn *insns,
		       struct skep_diag *d)
{
	const struct skep_xdp_program code = {
	    .counters = x->counters,
	    .ring = o->captures ? x->ring : -1,
	    .snaplen = o->snaplen,
	    .match = o->drops ? XDP_DROP : XDP_PASS,
	    .other = o->passes ? XDP_DROP : XDP_PASS,
	};
	const u32 own = skep_xdp_code(&code, insns);
	const struct skep_linux_prog prog = {.type = BPF_PROG_TYPE_XDP,
					     .attach = BPF_XDP,
					     .insns = insns,
					     .count = own + o->filter->count,
					     .fds = x->sets};

	memcpy(insns + own, o->filter->insns, o->filter->count * sizeof(*insns));
	x->prog = skep_linux_load(&prog);
	return x->prog >= 0 || explain_load(&prog, -x->prog, d);
}

static bool load(struct skep_xdp *x, const struct skep_xdp_options *o, struct skep_diag *d)
{
	struct bpf_insn *insns =
	    skep_alloc((SKEP_XDP_CODE_MAX + o->filter->count) * sizeof(*insns));
	bool ok;

	if (!insns)
		return skep_fail_nomem(d);
	ok = load_insns(x, o, insns, d);
	skep_free(insns);
	return ok;
}

/* ---- the interface */

static bool check_interface(const char *name, struct skep_diag *d)
{
	struct ifreq request = {0};
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), type = -1;

	if (strlen(name) < IFNAMSIZ)
		memcpy(request.ifr_name, name, strlen(name));
	if (fd >= 0 && request.ifr_name[0] && ioctl(fd, SIOCGIFHWADDR, &request) == 0)
		type = request.ifr_hwaddr.sa_family;
	if (fd >= 0)
		close(fd);
	if (type == ARPHRD_ETHER || type == ARPHRD_LOOPBACK)
		return true;
	if (type < 0)
		return skep_fail(d, SKEP_E_NAME, "there is no interface %s", name);
	skep_fail(d, SKEP_E_UNSUPPORTED, "%s is no Ethernet (hardware type %d)", name, type);
	return skep_hint(d, "filter without --xdp");
}

static bool attach(struct skep_xdp *x, const char *name, struct skep_diag *d)
{
	const struct skep_linux_link_attr attr = {
	    .prog_fd = (u32)x->prog, .target = if_nametoindex(name), .attach_type = BPF_XDP};
	struct skep_linux_failure f = {.section = SKEP_LINUX_ATTACH,
				       .name = "xdp generic",
				       .call = "LINK_CREATE",
				       .prog_type = BPF_PROG_TYPE_XDP};

	x->link = skep_linux_link(&attr);
	if (x->link >= 0)
		return true;
	f.error = -x->link;
	if (f.error != EBUSY && f.error != EEXIST)
		return skep_linux_explain(NULL, &f, d);
	skep_fail(d, SKEP_E_SYSTEM, "another XDP program is attached to %s", name);
	return skep_hint(d, "ip link show %s tells its number; filter without --xdp", name);
}

static s64 clock_offset(void)
{
	struct timespec real, steady;

	clock_gettime(CLOCK_REALTIME, &real);
	clock_gettime(CLOCK_MONOTONIC, &steady);
	return (real.tv_sec - steady.tv_sec) * 1000000000LL + real.tv_nsec - steady.tv_nsec;
}

/* ---- from outside */

struct skep_xdp *skep_xdp_open(const struct skep_xdp_options *o, struct skep_diag *d)
{
	struct skep_xdp *x = skep_alloc(sizeof(*x));

	if (!x) {
		skep_fail_nomem(d);
		return NULL;
	}
	x->source.ops = &xdp_ops;
	x->source.info = (struct skep_source_info){
	    .linktype = LINKTYPE_ETHERNET,
	    .dlt = DLT_ETHERNET,
	    .snaplen = o->snaplen,
	    .nanoseconds = true,
	    .netmask = UINT32_MAX,
	};
	x->stop_fd = o->stop_fd;
	x->counters = x->ring = x->prog = x->link = -1;
	x->offset = clock_offset();
	if (check_interface(o->interface, d) && make_maps(x, o, d) && load(x, o, d) &&
	    attach(x, o->interface, d))
		return x;
	skep_xdp_free(x);
	return NULL;
}

struct skep_source *skep_xdp_source(struct skep_xdp *xdp)
{
	return &xdp->source;
}

static bool read_counter(const struct skep_xdp *x, u32 key, u64 sum[2], struct skep_diag *d)
{
	int cpus = libbpf_num_possible_cpus();
	u64 *values = cpus > 0 ? skep_alloc((size_t)cpus * 16) : NULL;
	union bpf_attr attr = {.map_fd = (u32)x->counters};
	long result;

	if (!values)
		return skep_fail_nomem(d);
	attr.key = (uintptr_t)&key;
	attr.value = (uintptr_t)values;
	result = skep_linux_bpf(BPF_MAP_LOOKUP_ELEM, &attr, sizeof(attr));
	for (int i = 0; !result && i < cpus; i++) {
		sum[0] += values[2 * i];
		sum[1] += values[2 * i + 1];
	}
	skep_free(values);
	return !result ||
	       skep_fail(d, SKEP_E_SYSTEM, "cannot read the counters: %s", strerror((int)-result));
}

bool skep_xdp_count(const struct skep_xdp *xdp, struct skep_xdp_counts *counts, struct skep_diag *d)
{
	u64 sums[SKEP_XDP_COUNTERS][2] = {0};

	for (u32 key = 0; key < SKEP_XDP_COUNTERS; key++)
		if (!read_counter(xdp, key, sums[key], d))
			return false;
	*counts = (struct skep_xdp_counts){
	    .matches = sums[SKEP_XDP_MATCHES][0],
	    .match_bytes = sums[SKEP_XDP_MATCHES][1],
	    .others = sums[SKEP_XDP_OTHERS][0],
	    .other_bytes = sums[SKEP_XDP_OTHERS][1],
	    .lost = sums[SKEP_XDP_LOST][0],
	};
	return true;
}

void skep_xdp_free(struct skep_xdp *xdp)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	if (!xdp)
		return;
	if (xdp->consumer)
		munmap(xdp->consumer, page);
	if (xdp->producer)
		munmap(xdp->producer, page + 2 * RING_SIZE);
	for (u32 i = 0; i < xdp->set_count; i++)
		close(xdp->sets[i]);
	for (size_t i = 0; i < 4; i++) {
		const int fds[] = {xdp->link, xdp->prog, xdp->ring, xdp->counters};

		if (fds[i] >= 0)
			close(fds[i]);
	}
	skep_free(xdp);
}
