/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/columns.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <net/if.h>
#include <string.h>
#include <sys/wait.h>

/* One value on its way to text. */
struct shown {
	struct skep_buffer *b;
	const struct skep_trace_tool *tool;
	struct skep_trace_names *names;
	const struct skep_trace_event *event;
	u64 number;
};

/* ---- words for numbers; a number without one is shown as it is */

static void put_number(struct skep_buffer *b, u64 number)
{
	skep_buffer_printf(b, "%llu", (unsigned long long)number);
}

static void put_word(struct skep_buffer *b, const char *prefix, const char *word, u64 number)
{
	if (!word) {
		put_number(b, number);
		return;
	}
	skep_buffer_text(b, prefix);
	skep_buffer_text(b, word);
}

static const char *call_name(u64 number)
{
	static const struct {
		const char *name;
		u64 number;
	} calls[] = {
#define CALL(name, number) {#name, number},
#include "trace/syscalls.def"
#undef CALL
	};

	for (size_t i = 0; i < SKEP_COUNT(calls); i++)
		if (calls[i].number == number)
			return calls[i].name;
	return NULL;
}

static void put_flags(struct skep_buffer *b, u64 flags)
{
	static const struct {
		u64 bits;
		const char *name;
	} rows[] = {
	    {O_TMPFILE, "TMPFILE"}, {O_DIRECTORY, "DIRECTORY"}, {O_SYNC, "SYNC"},
	    {O_CREAT, "CREAT"},	    {O_EXCL, "EXCL"},		{O_NOCTTY, "NOCTTY"},
	    {O_TRUNC, "TRUNC"},	    {O_APPEND, "APPEND"},	{O_NONBLOCK, "NONBLOCK"},
	    {O_DSYNC, "DSYNC"},	    {O_DIRECT, "DIRECT"},	{O_NOFOLLOW, "NOFOLLOW"},
	    {O_NOATIME, "NOATIME"}, {O_CLOEXEC, "CLOEXEC"},	{O_PATH, "PATH"},
	    {0100000, "LARGEFILE"},
	};
	static const char *const access[] = {"RDONLY", "WRONLY", "RDWR", "3"};

	skep_buffer_text(b, access[flags & O_ACCMODE]);
	flags &= ~(u64)O_ACCMODE;
	for (size_t i = 0; i < SKEP_COUNT(rows); i++)
		if ((flags & rows[i].bits) == rows[i].bits) {
			skep_buffer_printf(b, "|%s", rows[i].name);
			flags &= ~rows[i].bits;
		}
	if (flags)
		skep_buffer_printf(b, "|0x%llx", (unsigned long long)flags);
}

/* ---- texts of others, which may hold anything: what could move the cursor is escaped */

static void put_safe(struct skep_buffer *b, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		u8 c = (u8)text[i];

		if (c < ' ' || c == 0x7f)
			skep_buffer_printf(b, "\\x%02x", c);
		else
			skep_buffer_bytes(b, &text[i], 1);
	}
}

static void put_endpoint(const struct shown *s, const char *address, u16 port)
{
	int family = (int)(s->number >> 32) & 0xffff;
	char text[INET6_ADDRSTRLEN] = "?";

	if (!family) {
		skep_buffer_text(s->b, "-");
		return;
	}
	inet_ntop(family == AF_INET ? AF_INET : AF_INET6, address, text, sizeof(text));
	skep_buffer_printf(s->b, family == AF_INET ? "%s:%u" : "[%s]:%u", text, port);
}

/* ---- a function a kind */

static void show_PID(const struct shown *s)
{
	put_number(s->b, s->event->head.pid);
}

static void show_UID(const struct shown *s)
{
	put_number(s->b, s->event->head.uid);
}

static void show_COMM(const struct shown *s)
{
	put_safe(s->b, s->event->head.comm, strnlen(s->event->head.comm, SKEP_TRACE_COMM));
}

static void show_KIND(const struct shown *s)
{
	skep_buffer_text(s->b, s->tool->view->kinds[s->event->head.kind]);
}

static void show_NAME(const struct shown *s)
{
	skep_buffer_text(s->b, s->tool->view->kinds[s->number]);
}

static void show_NUMBER(const struct shown *s)
{
	put_number(s->b, s->number);
}

static void show_MILLIS(const struct shown *s)
{
	skep_buffer_printf(s->b, "%llu.%03llu", (unsigned long long)s->number / 1000000,
			   (unsigned long long)s->number / 1000 % 1000);
}

static void show_RESULT(const struct shown *s)
{
	s64 result = (s64)s->number;

	if (result >= 0 || result < -4095)
		skep_buffer_printf(s->b, "%lld", (long long)result);
	else
		put_word(s->b, "", strerrorname_np((int)-result), (u64)-result);
}

static void show_STATUS(const struct shown *s)
{
	int status = (int)s->number;

	if (WIFSIGNALED(status))
		put_word(s->b, "SIG", sigabbrev_np(WTERMSIG(status)), (u64)WTERMSIG(status));
	else
		put_number(s->b, (u64)WEXITSTATUS(status));
}

static void show_SIGNAL(const struct shown *s)
{
	put_word(s->b, "SIG", sigabbrev_np((int)s->number), s->number);
}

/* TRACE_SIGNAL_ of include/trace/events/signal.h */
static void show_FATE(const struct shown *s)
{
	static const char *const fates[] = {"delivered", "ignored", "pending", "overflow",
					    "unqueued"};

	put_word(s->b, "", s->number < SKEP_COUNT(fates) ? fates[s->number] : NULL, s->number);
}

/* Numbers of include/net/tcp_states.h. */
static void show_STATE(const struct shown *s)
{
	static const char *const states[] = {
	    NULL,	 "ESTABLISHED", "SYN_SENT",	"SYN_RECV",   "FIN_WAIT1",
	    "FIN_WAIT2", "TIME_WAIT",	"CLOSE",	"CLOSE_WAIT", "LAST_ACK",
	    "LISTEN",	 "CLOSING",	"NEW_SYN_RECV",
	};

	put_word(s->b, "", s->number < SKEP_COUNT(states) ? states[s->number] : NULL, s->number);
}

static void show_CALL(const struct shown *s)
{
	put_word(s->b, "", call_name(s->number), s->number);
}

static void show_FLAGS(const struct shown *s)
{
	put_flags(s->b, s->number);
}

static void show_STRING(const struct shown *s)
{
	put_safe(s->b, s->event->text, strnlen(s->event->text, SKEP_TRACE_TEXT));
}

static void show_WORDS(const struct shown *s)
{
	size_t left = s->number < SKEP_TRACE_TEXT ? s->number : SKEP_TRACE_TEXT;
	const char *word = s->event->text;

	while (left) {
		size_t length = strnlen(word, left), step = length < left ? length + 1 : length;
		bool quoted = !length || memchr(word, ' ', length);

		skep_buffer_text(s->b, word == s->event->text ? "" : " ");
		skep_buffer_text(s->b, quoted ? "'" : "");
		put_safe(s->b, word, length);
		skep_buffer_text(s->b, quoted ? "'" : "");
		word += step;
		left -= step;
	}
	if (s->number == SKEP_TRACE_TEXT)
		skep_buffer_text(s->b, " ...");
}

static void show_REASON(const struct shown *s)
{
	put_word(s->b, "", skep_trace_names_value(s->names, s->number), s->number);
}

static void show_IRQ(const struct shown *s)
{
	put_number(s->b, s->event->head.pid);
}

static void show_INTERRUPT(const struct shown *s)
{
	if (s->number)
		put_word(s->b, "", skep_trace_names_value(s->names, s->event->head.pid),
			 s->event->head.pid);
	else
		show_COMM(s);
}

static void show_SYMBOL(const struct shown *s)
{
	const char *name = s->number ? skep_trace_names_function(s->names, s->number) : "-";

	if (name)
		skep_buffer_text(s->b, name);
	else
		skep_buffer_printf(s->b, "0x%llx", (unsigned long long)s->number);
}

static void show_DEVICE(const struct shown *s)
{
	const char *name = s->event->text + 32;

	put_safe(s->b, name[0] ? name : "-", name[0] ? strnlen(name, IF_NAMESIZE) : 1);
}

static void show_PROTOCOL(const struct shown *s)
{
	static const char *const names[] = {
	    [0] = "-",
	    [IPPROTO_ICMP] = "ICMP",
	    [IPPROTO_TCP] = "TCP",
	    [IPPROTO_UDP] = "UDP",
	    [IPPROTO_ICMPV6] = "ICMP6",
	    [IPPROTO_SCTP] = "SCTP",
	};

	put_word(s->b, "", s->number < SKEP_COUNT(names) ? names[s->number] : NULL, s->number);
}

/* enum req_op of include/linux/blk_types.h */
static void show_DISK_OP(const struct shown *s)
{
	static const char *const operations[] = {
	    [0] = "read",   [1] = "write",  [2] = "flush", [3] = "discard", [5] = "erase",
	    [7] = "append", [9] = "zeroes", [34] = "in",   [35] = "out",
	};

	put_word(s->b, "", s->number < SKEP_COUNT(operations) ? operations[s->number] : NULL,
		 s->number);
}

/* blk_status_t of include/linux/blk_types.h */
static void show_DISK_RESULT(const struct shown *s)
{
	static const char *const results[] = {
	    "0",      "NOTSUPP",    "TIMEOUT",	"NOSPC", "TRANSPORT", "TARGET", "RESV_CONFLICT",
	    "MEDIUM", "PROTECTION", "RESOURCE", "IOERR",
	};

	put_word(s->b, "", s->number < SKEP_COUNT(results) ? results[s->number] : NULL, s->number);
}

static void show_LOCAL(const struct shown *s)
{
	put_endpoint(s, s->event->text, (u16)(s->number >> 16));
}

static void show_REMOTE(const struct shown *s)
{
	put_endpoint(s, s->event->text + 16, (u16)s->number);
}

void skep_trace_show(struct skep_buffer *b, const struct skep_trace_tool *tool,
		     struct skep_trace_names *names, const struct skep_trace_column *c,
		     const struct skep_trace_event *e)
{
	static void (*const functions[])(const struct shown *) = {
#define KIND(name, json, words) [SKEP_SHOW_##name] = show_##name,
#include "trace/kinds.def"
#undef KIND
	};
	struct shown s = {b, tool, names, e, e->numbers[c->number]};

	functions[c->show](&s);
}
