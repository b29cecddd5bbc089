/* SPDX-License-Identifier: BSD-2-Clause */
/* In Linux: loaded once for its figures, which its log has at level 4, and after a refusal once
 * more for the whole log. */
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <ctype.h>
#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "object/log.h"
#include "object/sections.h"
#include "object/sides.h"

enum {
	LEVEL_STATS = 4,
	LEVEL_PATH = 1,
	LOG_SIZE = 16 << 20, /* bytes; only what is written takes memory */
};

/* The number behind a word of the log, of its last line that has the word; 0: none has. */
static u64 figure(const char *log, const char *word)
{
	const char *found = NULL;

	for (const char *at = log; (at = strstr(at, word)); at++)
		found = at;
	return found ? strtoull(found + strlen(word), NULL, 10) : 0;
}

/* The instruction that a line is about, -1: it is about none. A log has megabytes: sscanf(3) would
 * measure what is left of it at each line. */
static s64 insn_of(const char *line)
{
	/* A loop is found before its instruction is printed, and named. */
	static const char loop[] = "infinite loop detected at insn ";
	bool named = strncmp(line, loop, strlen(loop)) == 0;
	unsigned long number;
	char *end;

	line += named ? strlen(loop) : 0;
	if (!isdigit((unsigned char)*line))
		return -1;
	number = strtoul(line, &end, 10);
	if (!named && (strncmp(end, ": (", 3) != 0 || !isxdigit((unsigned char)end[3])))
		return -1;
	return (s64)number;
}

/* The instruction that the last listed line is about, -1: no line is. */
static s64 last_insn(const char *log)
{
	s64 insn = -1;

	for (const char *line = log; line; line = strchr(line, '\n')) {
		s64 about;

		line += *line == '\n';
		about = insn_of(line);
		insn = about >= 0 ? about : insn;
	}
	return insn;
}

bool skep_side_linux_accepts(const char *log)
{
	static const char figures[] = "verification time ";

	/* What it cannot be attached to is refused before the first instruction, without a word. */
	return strncmp(log, figures, strlen(figures)) == 0 && figure(log, "processed ");
}

static void read_figures(struct skep_object_verdict *v, const char *log)
{
	v->visited = figure(log, "processed ");
	v->states = figure(log, "total_states ");
	v->peak_states = figure(log, "peak_states ");
	v->stack = (u32)figure(log, "stack depth ");
	v->nanoseconds = figure(log, "verification time ") * 1000;
}

/* Loads with a log; libbpf's error, 0 if the program is accepted. */
static int load(struct bpf_object *object, struct bpf_program *prog, u32 level, char *log)
{
	log[0] = '\0';
	bpf_program__set_log_buf(prog, log, LOG_SIZE);
	bpf_program__set_log_level(prog, level);
	skep_log_begin();
	return -bpf_object__load(object);
}

/* The same object, opened anew: libbpf loads an object only once. */
static int load_again(const struct skep_object_verify *how, const char *name, char *log)
{
	struct bpf_object *object = skep_sections_type(bpf_object__open_file(how->path, NULL));
	struct bpf_program *prog, *chosen = NULL;
	int error;

	skep_sections_unpin(object);
	if (!object)
		return errno;
	bpf_object__for_each_program(prog, object)
	{
		bool same = strcmp(bpf_program__name(prog), name) == 0;

		bpf_program__set_autoload(prog, same);
		chosen = same ? prog : chosen;
	}
	error = load(object, chosen, LEVEL_PATH, log);
	bpf_object__close(object);
	return error;
}

bool skep_side_linux_allows(struct skep_diag *d)
{
	static const struct bpf_insn insns[] = {
	    {.code = BPF_ALU64 | BPF_MOV | BPF_K},
	    {.code = BPF_JMP | BPF_EXIT},
	};
	int fd =
	    bpf_prog_load(BPF_PROG_TYPE_SOCKET_FILTER, NULL, "GPL", insns, SKEP_COUNT(insns), NULL);

	if (fd < 0) {
		skep_fail(d, SKEP_E_PERMISSION, "Linux lets nobody load a program here: %s",
			  strerror(-fd));
		return skep_hint(d, "it needs root, or CAP_BPF with CAP_PERFMON and CAP_NET_ADMIN");
	}
	close(fd);
	return true;
}

void skep_side_linux_retreat(void)
{
	/* Without CAP_SYS_ADMIN they run in the network that is there. */
	(void)!unshare(CLONE_NEWNET);
}

static void tell(const struct skep_object_verify *how, struct bpf_object *object,
		 struct bpf_program *prog, char *log)
{
	int error = load(object, prog, LEVEL_STATS, log);
	struct skep_object_verdict v = skep_side_begin(prog);

	if (skep_side_linux_accepts(log))
		error = 0;
	if (error && !strstr(log, "processed ")) {
		skep_side_failed(how, prog, error);
		return;
	}
	read_figures(&v, log);
	v.insns = (u32)bpf_program__insn_cnt(prog);
	v.outcome = error ? SKEP_OBJECT_REFUSED : SKEP_OBJECT_ACCEPTED;
	if (error && load_again(how, v.prog, log)) {
		v.log = log;
		v.insn = last_insn(log);
	}
	how->each(how->context, &v);
}

bool skep_side_linux(const struct skep_object_verify *how, struct bpf_object *object,
		     struct bpf_program *prog, struct skep_diag *d)
{
	char *log = skep_alloc(LOG_SIZE);

	if (!log)
		return skep_fail_nomem(d);
	tell(how, object, prog, log);
	skep_free(log);
	return true;
}
