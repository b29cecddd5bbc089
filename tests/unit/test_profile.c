/* SPDX-License-Identifier: BSD-2-Clause */
/* What profilers are told of machine code: the files are read as perf reads them. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

#include "jit/jit.h"
#include "test.h"

static char map_path[64], dump_path[64];

static struct skep_code *make(const struct skep_prog *prog, const char *name, unsigned int profile,
			      struct skep_diag *d)
{
	const struct skep_code_options options = {
	    .mode = SKEP_CODE_JIT, .profile = profile, .name = name};

	return skep_code_new_with(prog, &options, d);
}

static size_t read_file(const char *path, u8 *bytes, size_t room)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t size = fd < 0 ? -1 : read(fd, bytes, room);

	if (fd >= 0)
		close(fd);
	return size < 0 ? 0 : (size_t)size;
}

static void test_map(const struct skep_code *first, const struct skep_code *second)
{
	const struct skep_code *codes[] = {first, second};
	static const char *const names[] = {"first", "skep"};
	FILE *file = fopen(map_path, "re");
	char line[300];

	for (u32 i = 0; i < SKEP_COUNT(codes); i++) {
		u64 start = 0;
		size_t size = 0;
		char name[100] = "";
		bool read = file && fgets(line, sizeof(line), file) &&
			    sscanf(line, "%" SCNx64 " %zx %99[^\n]", &start, &size, name) == 3;

		test_ok(read && start == (u64)(uintptr_t)codes[i]->native.at &&
			    size == codes[i]->native.used && strcmp(name, names[i]) == 0,
			"the map has code %u: %s", i, name);
	}
	test_ok(!file || !fgets(line, sizeof(line), file), "and nothing else");
	if (file)
		fclose(file);
}

static u32 get32(const u8 *at)
{
	u32 value;

	memcpy(&value, at, 4);
	return value;
}

static u64 get64(const u8 *at)
{
	u64 value;

	memcpy(&value, at, 8);
	return value;
}

/* Checks one record and returns what is behind it. */
static const u8 *check_record(const u8 *at, const struct skep_code *code, const char *name)
{
	size_t length = strlen(name) + 1;

	test_eq(get32(at), 0, "%s: a record of code", name);
	test_eq(get32(at + 4), 56 + length + code->native.used, "%s: its size", name);
	test_eq(get32(at + 16), (u32)getpid(), "%s: the process", name);
	test_eq(get64(at + 24), (u64)(uintptr_t)code->native.at, "%s: the address", name);
	test_eq(get64(at + 40), code->native.used, "%s: bytes of code", name);
	test_ok(strcmp((const char *)at + 56, name) == 0, "%s: its name", name);
	test_ok(memcmp(at + 56 + length, code->native.at, code->native.used) == 0, "%s: its bytes",
		name);
	return at + get32(at + 4);
}

static void test_dump(const struct skep_code *first, const struct skep_code *second)
{
	static u8 bytes[4096];
	size_t size = read_file(dump_path, bytes, sizeof(bytes));
	const u8 *at = bytes + 40, *next;

	if (!test_ok(size > 40 && get32(bytes) == 0x4a695444 && get32(bytes + 4) == 1 &&
			 get32(bytes + 8) == 40 && get32(bytes + 20) == (u32)getpid(),
		     "the dump has a header"))
		return;
	next = check_record(at, first, "first");
	test_ok(get64(at + 48) != get64(next + 48), "records have numbers of their own");
	test_ok(get64(at + 8) <= get64(next + 8), "and are in order");
	next = check_record(next, second, "skep");
	test_eq(next - bytes, size, "that is all");
}

int main(void)
{
	static const struct bpf_insn insns[] = {{.code = 0xb7, .imm = 7}, {.code = 0x95}};
	struct skep_prog *prog = skep_prog_new(SKEP_PROG_RAW, insns, 2, NULL);
	struct skep_diag d = {0};
	struct skep_code *first, *second;

	snprintf(map_path, sizeof(map_path), "/tmp/perf-%d.map", (int)getpid());
	snprintf(dump_path, sizeof(dump_path), "/tmp/jit-%d.dump", (int)getpid());
	unlink(map_path);
	unlink(dump_path);
	first = make(prog, "first", SKEP_CODE_PERF_MAP | SKEP_CODE_JITDUMP, &d);
	if (!first && d.code == SKEP_E_UNSUPPORTED) {
		test_skip("files for profilers", d.what);
		skep_prog_free(prog);
		return test_end();
	}
	second = make(prog, NULL, SKEP_CODE_PERF_MAP | SKEP_CODE_JITDUMP, &d);
	if (test_ok(first && second, "code is made %s", d.what)) {
		test_map(first, second);
		test_dump(first, second);
	}
	unlink(map_path);
	unlink(dump_path);
	test_ok(symlink("/nowhere", map_path) == 0 && !make(prog, "x", SKEP_CODE_PERF_MAP, &d) &&
		    d.code == SKEP_E_IO && strstr(d.what, map_path),
		"a file that cannot be written is said: %s", d.what);
	unlink(map_path);
	skep_code_free(first);
	skep_code_free(second);
	skep_prog_free(prog);
	return test_end();
}
