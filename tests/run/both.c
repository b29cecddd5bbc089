/* SPDX-License-Identifier: BSD-2-Clause */
#include "both.h"

#include <bpf/btf.h>
#include <errno.h>
#include <net/if.h>
#include <sched.h>
#include <skep/asm.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "prog/prog.h"
#include "syscall/skep.h"

enum { SHOWN = 512, MAPS = 4, ROOM = 1 << 17, LOG = 1 << 16 };

static const char declared[] = ".map out\n.map dev\n.map devhash\n.map cpu\n";

static const struct {
	u32 type, key, value, entries;
} shapes[MAPS] = {
    {BPF_MAP_TYPE_ARRAY, 4, BOTH_OUT, 1},
    {BPF_MAP_TYPE_DEVMAP, 4, 4, 4},
    {BPF_MAP_TYPE_DEVMAP_HASH, 4, 4, 4},
    {BPF_MAP_TYPE_CPUMAP, 4, 4, 4},
};

struct side {
	struct skep *skep; /* NULL: Linux */
	int maps[MAPS];
	struct btf *kernel; /* NULL: nobody has asked for it */
	char log[LOG];
	u8 data[ROOM];
	u8 context[512];
	char answer[BOTH_ANSWER];
	size_t length;
};

static long call(struct side *side, int cmd, union bpf_attr *attr)
{
	long got;

	if (side->skep)
		return skep_bpf(side->skep, cmd, attr, sizeof(*attr));
	got = syscall(SYS_bpf, cmd, attr, sizeof(*attr));
	return got < 0 ? -errno : got;
}

#define at(pointer) ((u64)(uintptr_t)(pointer))

/* ---- sides */

static void make_maps(struct side *side)
{
	u32 one = 1;

	for (u32 i = 0; i < MAPS; i++) {
		union bpf_attr make = {.map_type = shapes[i].type,
				       .key_size = shapes[i].key,
				       .value_size = shapes[i].value,
				       .max_entries = shapes[i].entries};
		union bpf_attr update = {.key = at(&one), .value = at(&one)};

		side->maps[i] = (int)call(side, BPF_MAP_CREATE, &make);
		if (i == 0 || side->maps[i] < 0)
			continue;
		update.map_fd = (u32)side->maps[i];
		call(side, BPF_MAP_UPDATE_ELEM, &update);
	}
}

static bool loopback_up(void)
{
	struct ifreq request = {.ifr_name = "lo", .ifr_flags = IFF_UP | IFF_LOOPBACK | IFF_RUNNING};
	int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	bool ok = fd >= 0 && ioctl(fd, SIOCSIFFLAGS, &request) == 0;

	close(fd);
	return ok;
}

static struct side *make_side(struct skep *skep)
{
	struct side *side = calloc(1, sizeof(*side));

	if (!side)
		abort();
	side->skep = skep;
	make_maps(side);
	return side;
}

struct side *side_linux(void)
{
	struct side *side;

	if (unshare(CLONE_NEWNET) != 0 || !loopback_up())
		return NULL;
	side = make_side(NULL);
	if (side->maps[0] >= 0)
		return side;
	errno = -side->maps[0];
	free(side);
	return NULL;
}

struct side *side_skep(u32 mode)
{
	struct skep *skep = skep_system_new(&(struct skep_config){.mode = mode, .cpus = 2}, NULL);

	return skep ? make_side(skep) : NULL;
}

void side_free(struct side *side)
{
	if (!side)
		return;
	for (u32 i = 0; i < MAPS; i++)
		if (side->maps[i] >= 0)
			close(side->maps[i]);
	skep_system_free(side->skep);
	btf__free(side->kernel);
	free(side);
}

const char *side_log(const struct side *side)
{
	return side->log;
}

/* ---- the program */

/* The number of a function of the kernel, 0: there is none. */
static int function(struct side *side, const char *name, size_t length)
{
	char *copy = strndup(name, length);
	int id;

	if (!side->kernel)
		side->kernel = btf__load_vmlinux_btf();
	id = btf__find_by_name_kind(side->kernel, copy, BTF_KIND_FUNC);
	free(copy);
	return id > 0 ? id : 0;
}

/* A program with its maps, and numbers for kfunc[NAME]. */
static char *whole_text(struct side *side, const char *text)
{
	static const char open[] = "kfunc[";
	size_t size = 0;
	char *made = NULL;
	FILE *out = open_memstream(&made, &size);

	fputs(declared, out);
	for (const char *name; (name = strstr(text, open)); text = strchr(name, ']') + 1) {
		fwrite(text, 1, (size_t)(name - text), out);
		name += strlen(open);
		fprintf(out, "kfunc#%d", function(side, name, strcspn(name, "]")));
	}
	fputs(text, out);
	if (fclose(out) != 0)
		abort();
	return made;
}

static int load(struct side *side, const struct question *q)
{
	char *text = whole_text(side, q->text);
	struct skep_diag d = {0};
	struct skep_prog *prog;
	union bpf_attr attr = {.prog_type = q->type,
			       .expected_attach_type = q->attach,
			       .prog_flags = q->load_flags,
			       .license = at("GPL"),
			       .log_buf = at(side->log),
			       .log_size = LOG,
			       .log_level = 1,
			       .fd_array = at(side->maps)};
	int fd;

	prog = skep_prog_parse(SKEP_PROG_RAW, text, &d);
	free(text);
	side->log[0] = 0;
	if (!prog) {
		fprintf(stderr, "line %u: %s\n", d.place.line, d.what);
		abort();
	}
	attr.insns = at(prog->insns);
	attr.insn_cnt = prog->count;
	fd = (int)call(side, BPF_PROG_LOAD, &attr);
	skep_prog_free(prog);
	return fd;
}

/* ---- the answer */

__attribute__((format(printf, 2, 3))) static void say(struct side *side, const char *format, ...)
{
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(side->answer + side->length, BOTH_ANSWER - side->length, format, args);
	va_end(args);
	if (n > 0 && (size_t)n < BOTH_ANSWER - side->length)
		side->length += (size_t)n;
}

/* Bytes, or what tells that two long packets are the same: FNV-1a. */
static void say_bytes(struct side *side, const u8 *bytes, size_t size)
{
	u64 hash = 0xcbf29ce484222325;

	for (size_t i = 0; size > SHOWN && i < size; i++)
		hash = (hash ^ bytes[i]) * 0x100000001b3;
	if (size > SHOWN) {
		say(side, "hash %llx\n", (unsigned long long)hash);
		return;
	}
	for (size_t i = 0; i < size; i++)
		say(side, "%02x", bytes[i]);
	say(side, "\n");
}

static bool is_zero(const u8 *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (bytes[i])
			return false;
	return true;
}

static void say_data(struct side *side, const struct question *q, u32 size, u32 room)
{
	u32 shown = size < room ? size : room;

	if (q->no_data_out || size == 0) {
		say(side, "data %u bytes\n", size);
		return;
	}
	if (shown == q->packet_size && memcmp(side->data, q->packet, shown) == 0) {
		say(side, "data %u bytes, as they were\n", size);
		return;
	}
	say(side, "data %u bytes: ", size);
	say_bytes(side, side->data, shown);
	if (!is_zero(side->data + shown, ROOM - shown))
		say(side, "... and something behind them\n");
}

/* Words that are not 0, each with its offset. */
static void say_words(struct side *side, const char *name, const u8 *bytes, size_t size)
{
	say(side, "%s %zu bytes:", name, size);
	for (size_t i = 0; i + 4 <= size; i += 4) {
		u32 word;

		memcpy(&word, bytes + i, sizeof(word));
		if (word)
			say(side, " %zu=%x", i, word);
	}
	say(side, "\n");
}

static void say_out(struct side *side, u64 hides)
{
	u8 out[BOTH_OUT];
	u32 zero = 0;
	union bpf_attr lookup = {.map_fd = (u32)side->maps[0], .key = at(&zero), .value = at(out)};

	if (call(side, BPF_MAP_LOOKUP_ELEM, &lookup) != 0)
		abort();
	for (u32 i = 0; i < BOTH_OUT / 8; i++) {
		u64 word;

		memcpy(&word, out + (size_t)i * 8, sizeof(word));
		if (word && !(hides >> i & 1))
			say(side, "out %u = %llx\n", i, (unsigned long long)word);
	}
}

static void clear_out(struct side *side)
{
	static const u8 zeros[BOTH_OUT];
	u32 zero = 0;
	union bpf_attr update = {
	    .map_fd = (u32)side->maps[0], .key = at(&zero), .value = at(zeros)};

	if (call(side, BPF_MAP_UPDATE_ELEM, &update) != 0)
		abort();
}

/* Takes addresses away. */
static void spoil(union bpf_attr *attr, const u8 spoils[4])
{
	enum { NOBODYS = 8 };
	__aligned_u64 *const pointers[] = {&attr->test.data_in, &attr->test.data_out,
					   &attr->test.ctx_in, &attr->test.ctx_out};

	for (u32 i = 0; i < SKEP_COUNT(pointers); i++)
		if (spoils[i])
			*pointers[i] = spoils[i] == 1 ? 0 : NOBODYS;
}

static void try_it(struct side *side, const struct question *q, int fd, u64 hides)
{
	bool context = q->context_size || q->wants_context;
	bool has_data = q->type != BPF_PROG_TYPE_RAW_TRACEPOINT &&
			q->type != BPF_PROG_TYPE_SYSCALL && q->type != BPF_PROG_TYPE_SK_LOOKUP &&
			!q->no_data_out;
	u32 data_room = q->data_out ? q->data_out : ROOM;
	u32 context_room = q->context_out ? q->context_out : sizeof(side->context);
	bool memory = !has_data && q->type != BPF_PROG_TYPE_SK_LOOKUP && !q->no_data_out;
	u8 in[sizeof(q->context)];
	union bpf_attr attr = {
	    .test = {.prog_fd = (u32)fd,
		     .data_in = q->packet_size ? at(q->packet) : 0,
		     .data_size_in = q->packet_size,
		     .data_out = has_data ? at(side->data) : 0,
		     .data_size_out = has_data ? q->data_out ? q->data_out : ROOM : 0,
		     .ctx_in = q->context_size ? at(in) : 0,
		     .ctx_size_in = q->context_size,
		     .ctx_out = context && !memory ? at(side->context) : 0,
		     .ctx_size_out = context && !memory ? context_room : 0,
		     .repeat = q->repeat,
		     .flags = q->flags,
		     .cpu = q->cpu,
		     .batch_size = q->batch}};
	long got;

	spoil(&attr, q->spoils);
	memcpy(in, q->context, sizeof(in));
	memset(side->data, 0, ROOM);
	memset(side->context, 0, sizeof(side->context));
	clear_out(side);
	got = call(side, BPF_PROG_TEST_RUN, &attr);
	say(side, "%ld, retval %d\n", got, (s32)attr.test.retval);
	if (got == 0 || got == -ENOSPC || q->shows_all) {
		say_data(side, q, attr.test.data_size_out, data_room);
		if (context && !memory)
			say_words(side, "context", side->context,
				  attr.test.ctx_size_out <= 512 ? attr.test.ctx_size_out : 0);
		else if (q->context_size)
			say_words(side, "context", in, q->context_size);
	}
	say_out(side, hides);
}

const char *side_ask(struct side *side, const struct question *q, u64 hides)
{
	int fd = load(side, q);

	side->length = 0;
	side->answer[0] = 0;
	if (fd < 0) {
		say(side, "not loaded: %d\n", fd);
		return side->answer;
	}
	try_it(side, q, fd, hides);
	close(fd);
	return side->answer;
}
