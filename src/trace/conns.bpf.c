/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* TCP connections: from connect(2) to their being established or refused, and from there to
 * accept(2). What connect(2) itself refuses is seen where it returns; what the network refuses,
 * where the state changes.
 *
 * Where Linux calls no programs in the context of some processes, an answer may not be seen: it is
 * told when connect(2) returns, or else known to be lost when the socket goes. */
#include "trace/tcp.bpf.h"

#include <linux/errno.h>

enum { CONNECT, ACCEPT };

/* What the kernel keeps to itself (include/linux/errno.h): the call goes on behind a signal. */
enum { ERESTARTSYS = 512, ERESTART_RESTARTBLOCK = 516 };

/* A connection that is being made, by address of its socket. */
struct attempt {
	u64 begin;		     /* of the SYN; or established */
	u64 round_trip;		     /* of the handshake, nanoseconds */
	struct skep_trace_head head; /* who connects */
	bool passive;		     /* it waits for accept(2) */
	bool told;		     /* and connect(2) may come to say so, too */
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u64);
	__type(value, struct attempt);
} attempts SEC(".maps");

/* ---- events */

static inline struct skep_trace_event *new_conn(const struct skep_trace_head *head, u32 kind)
{
	struct skep_trace_event *e = new_event(sizeof(*e), kind);
	u64 now;

	if (!e || !head)
		return e;
	now = e->head.time;
	e->head = *head;
	e->head.time = now;
	e->head.kind = kind;
	return e;
}

static inline void tell(struct sock *sk, const struct attempt *a, s64 result)
{
	struct skep_trace_event *e = new_conn(a->passive ? NULL : &a->head, a->passive);

	if (!e)
		return;
	fill_addresses(e, sk);
	e->numbers[1] = (u64)result;
	e->numbers[2] = e->head.time - a->begin;
	e->numbers[3] = a->round_trip;
	send(e);
}

/* connect(2) said no before a packet was sent: the socket does not know the other end.
 *
 *   a  NULL: it did not even begin */
static inline void tell_refused(struct sock *sk, const struct attempt *a, const void *address,
				s64 result)
{
	struct skep_trace_event *e;
	struct {
		u16 family, port;
		u32 v4;
		u8 v6[16];
	} to = {0};

	if (!wanted())
		return;
	bpf_probe_read_user(&to, 8, address);
	if (to.family != INET)
		bpf_probe_read_user(&to, sizeof(to), address);
	e = new_conn(NULL, CONNECT);
	if (!e)
		return;
	fill_addresses(e, sk);
	e->numbers[0] = (e->numbers[0] & ~0xffffULL) | __builtin_bswap16(to.port);
	if (to.family == INET)
		__builtin_memcpy(e->text + 16, &to.v4, sizeof(to.v4));
	else
		__builtin_memcpy(e->text + 16, to.v6, sizeof(to.v6));
	e->numbers[1] = (u64)result;
	e->numbers[2] = a ? e->head.time - a->begin : 0;
	send(e);
}

/* ---- states */

static inline void keep(u64 address, const struct attempt *fresh)
{
	if (bpf_map_update_elem(&attempts, &address, fresh, BPF_ANY))
		count_lost();
}

/* Before there is data: of the SYN alone. */
static inline u64 round_trip_of(struct sock *sk)
{
	return (u64)(BPF_CORE_READ((struct tcp_sock *)sk, srtt_us) >> 3) * 1000;
}

/* Whether this thread's connect(2) is what ends the attempt: then its return has the error. */
static inline bool is_in_call(const struct attempt *a)
{
	struct task_struct *task = bpf_get_current_task_btf();

	return (u32)task->pid == a->head.tid &&
	       CALL_NUMBER((struct pt_regs *)bpf_task_pt_regs(task)) == __NR_connect;
}

static inline void answered(struct sock *sk, u64 address, int state)
{
	struct attempt *a = bpf_map_lookup_elem(&attempts, &address);
	int error;

	if (!a || a->passive || a->told)
		return;
	if (state != CLOSE) {
		a->round_trip = round_trip_of(sk);
		tell(sk, a, 0);
		bpf_map_delete_elem(&attempts, &address);
		return;
	}
	error = BPF_CORE_READ(sk, sk_err);
	if (!error && is_in_call(a))
		return;
	tell(sk, a, error ? -(s64)error : -ECANCELED);
	a->told = true;
}

static inline void on_state(u64 *ctx)
{
	struct sock *sk = (void *)ctx[0];
	int before = (int)ctx[1], state = (int)ctx[2];
	struct attempt fresh = {.begin = bpf_ktime_get_ns()};

	if (BPF_CORE_READ(sk, sk_protocol) != TCP)
		return;
	if (state == SYN_SENT && wanted()) {
		fill_head(&fresh.head, CONNECT);
		keep(ctx[0], &fresh);
	} else if (comes_in(sk, before, state)) {
		return;
	} else if (before == SYN_RECV && state == ESTABLISHED) {
		fresh.passive = true;
		fresh.round_trip = round_trip_of(sk);
		keep(ctx[0], &fresh);
	} else if (before == SYN_SENT) {
		answered(sk, ctx[0], state);
	}
}

ON_TRACEPOINT(inet_sock_set_state, on_state)
ON_PLAIN_STATE(on_state)

static inline void on_destroy(u64 *ctx)
{
	u64 address = ctx[0];
	struct attempt *a = bpf_map_lookup_elem(&attempts, &address);

	if (!a)
		return;
	if (!a->passive && !a->told)
		count_lost();
	bpf_map_delete_elem(&attempts, &address);
}

ON_TRACEPOINT(tcp_destroy_sock, on_destroy)
ON_PLAIN_DESTROY(on_destroy)

/* ---- calls */

/* The socket behind a descriptor of this process that is one, or NULL. */
static inline struct sock *socket_at(u32 fd)
{
	struct fdtable *table = BPF_CORE_READ(bpf_get_current_task_btf(), files, fdt);
	struct file **files = BPF_CORE_READ(table, fd), *file = NULL;
	struct socket *socket;

	if (fd >= BPF_CORE_READ(table, max_fds))
		return NULL;
	bpf_probe_read_kernel(&file, sizeof(file), files + fd);
	socket = BPF_CORE_READ(file, private_data);
	return BPF_CORE_READ(socket, sk);
}

static inline void accepted(u32 fd)
{
	struct sock *sk = socket_at(fd);
	u64 address = (u64)sk;
	struct attempt *a = bpf_map_lookup_elem(&attempts, &address);

	if (!a || !a->passive)
		return;
	if (wanted())
		tell(sk, a, 0);
	bpf_map_delete_elem(&attempts, &address);
}

static inline bool is_tcp(struct sock *sk)
{
	u16 family = BPF_CORE_READ(sk, __sk_common.skc_family);

	return (family == INET || family == INET6) && BPF_CORE_READ(sk, sk_protocol) == TCP;
}

static inline void refused(struct pt_regs *regs, s64 error)
{
	struct sock *sk = socket_at((u32)CALL_FIRST(regs));
	u64 address = (u64)sk;
	struct attempt *a = bpf_map_lookup_elem(&attempts, &address);

	if (!is_tcp(sk))
		return;
	if (!a || !a->told)
		tell_refused(sk, a, (void *)CALL_ARGUMENT(regs, 1), error);
	bpf_map_delete_elem(&attempts, &address);
}

/* Told before, unless the change of state was not seen. */
static inline void connected(struct pt_regs *regs)
{
	struct sock *sk = socket_at((u32)CALL_FIRST(regs));
	u64 address = (u64)sk;
	struct attempt *a = bpf_map_lookup_elem(&attempts, &address);

	if (!a || a->passive || a->told)
		return;
	a->round_trip = round_trip_of(sk);
	tell(sk, a, 0);
	bpf_map_delete_elem(&attempts, &address);
}

/* What connect(2) says of its descriptor, or of an attempt that goes on. */
static inline bool is_no_answer(s64 result)
{
	return result == -EBADF || result == -ENOTSOCK || result == -EINPROGRESS ||
	       result == -EALREADY || result == -EISCONN || result == -EINTR ||
	       (result <= -ERESTARTSYS && result >= -ERESTART_RESTARTBLOCK);
}

static inline void on_return(u64 *ctx)
{
	struct pt_regs *regs = (void *)ctx[0];
	s64 result = (s64)ctx[1], call = CALL_NUMBER(regs);

	if (call == __NR_accept || call == __NR_accept4) {
		if (result >= 0)
			accepted((u32)result);
	} else if (call == __NR_connect) {
		if (result >= 0)
			connected(regs);
		else if (!is_no_answer(result))
			refused(regs, result);
	}
}

ON_TRACEPOINT(sys_exit, on_return)
ON_PLAIN(raw_syscalls, sys_exit, on_return, sys_exit,
	 (u64)bpf_task_pt_regs(bpf_get_current_task_btf()), (u64)e->ret)
