/* SPDX-License-Identifier: BSD-2-Clause */
/* An object file beside libbpf: the same programs with the same instructions, but for what a
 * relocation fills in; and files that are damaged, or read when memory runs out.
 *
 * usage: test_object OBJECT */
#include <bpf/libbpf.h>
#include <errno.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "cli/listing.h"
#include "fault_alloc.h"
#include "object/object.h"
#include "test.h"

enum { WIDE = BPF_LD | BPF_IMM | BPF_DW, CALL = BPF_JMP | BPF_CALL };

static const struct skep_object_choice everything = {NULL, NULL};

static struct skep_buffer slurp(const char *path)
{
	struct skep_buffer b = {0};
	FILE *file = fopen(path, "re");
	char part[4096];
	size_t got;

	while (file && (got = fread(part, 1, sizeof(part), file)) > 0)
		skep_buffer_bytes(&b, part, got);
	if (file)
		fclose(file);
	return b;
}

static const struct skep_object_function *find(const struct skep_object *object, const char *name)
{
	for (u32 i = 0; i < object->function_count; i++)
		if (strcmp(object->functions[i].name, name) == 0)
			return &object->functions[i];
	return NULL;
}

/* Whether an instruction may refer to what the file leaves open. */
static bool refers(const struct bpf_insn *insn)
{
	return insn->code == WIDE || (insn->code == CALL && insn->src_reg == BPF_PSEUDO_CALL);
}

static void test_program(const struct skep_object *object, const struct bpf_program *program)
{
	const char *name = bpf_program__name(program);
	const struct bpf_insn *want = bpf_program__insns(program), *got;
	const struct skep_object_function *f = find(object, name);
	u32 count = (u32)bpf_program__insn_cnt(program), same = 0;

	if (!test_ok(f && f->count == count, "%s: %u instructions", name, count))
		return;
	got = object->prog->insns + f->first;
	test_text(f->section, bpf_program__section_name(program), "%s: section", name);
	test_text(f->type, libbpf_bpf_prog_type_str(bpf_program__type(program)), "%s: type", name);
	for (u32 i = 0; i < count; i++) {
		struct bpf_insn insn = got[i];

		if (refers(&want[i])) {
			insn.src_reg = want[i].src_reg;
			insn.imm = want[i].imm;
		} else if (i && want[i - 1].code == WIDE) {
			insn.imm = want[i].imm;
		}
		same += memcmp(&insn, &want[i], sizeof(insn)) == 0;
	}
	test_eq(same, count, "%s: instructions are those of libbpf", name);
}

static void test_programs(const struct skep_object *object, const char *path)
{
	struct bpf_object *opened = bpf_object__open_file(path, NULL);
	struct bpf_program *program;
	u32 programs = 0, functions = 0;

	bpf_object__for_each_program(program, opened)
	{
		test_program(object, program);
		programs++;
	}
	for (u32 i = 0; i < object->function_count; i++)
		functions += !object->functions[i].type;
	test_eq(programs, 3, "programs");
	test_eq(functions, 3, "functions that are only called");
	bpf_object__close(opened);
}

/* What instructions refer to, by the names of the source. */
static void test_names(const struct skep_object *object)
{
	static const char *const maps[] = {"counts", ".bss", ".data", ".rodata"};
	const struct skep_object_function *count = find(object, "count"),
					  *pass = find(object, "pass");
	const struct skep_prog *prog = object->prog;
	const struct bpf_insn *insns = prog->insns + count->first;

	test_eq(prog->data_count, SKEP_COUNT(maps), "maps and sections of data");
	for (u32 i = 0; i < prog->data_count; i++)
		test_text(prog->data[i].name, maps[i], "map %u", i);
	test_ok(!prog->data[0].bytes && !prog->data[1].bytes && !prog->data[2].bytes,
		"what can be written has no bytes");
	test_ok(prog->data[3].size == 12 && memcmp(prog->data[3].bytes, "hello\n", 7) == 0,
		"read-only data has");
	test_ok(strstr(object->maps[0], "hash, key 4, value 8") != NULL, "a map is described: %s",
		object->maps[0]);
	test_ok(insns[5].src_reg == BPF_PSEUDO_MAP_IDX && insns[5].imm == 0, "a map");
	test_ok(insns[15].src_reg == BPF_PSEUDO_MAP_IDX_VALUE && insns[15].imm == 3 &&
		    insns[16].imm == 8,
		"an offset in read-only data");
	test_eq((s64)count->first + 18 + 1 + insns[18].imm, pass->first, "a call");
	test_ok(object->extern_count == 2, "two externs");
	test_text(object->externs[0].name, "bpf_rcu_read_lock", "a kernel function");
	test_text(object->externs[1].name, "LINUX_KERNEL_VERSION", "a configuration value");
}

static void test_choice(const struct skep_buffer *file)
{
	static const struct {
		struct skep_object_choice choice;
		u32 functions;
		const char *what;
	} choices[] = {{{NULL, "drop"}, 1, ""},
		       {{NULL, "count"}, 2, ""},
		       {{"tc", NULL}, 4, ""},
		       {{"xdp", NULL}, 3, ""},
		       {{"xdp", "drop"}, 1, ""},
		       {{"tc", "drop"}, 0, "no program or function drop in section tc"},
		       {{"maps", NULL}, 0, "no code in a section maps"},
		       {{NULL, "nobody"}, 0, "no program or function nobody"}};

	for (size_t i = 0; i < SKEP_COUNT(choices); i++) {
		struct skep_diag d = {0};
		struct skep_object *object =
		    skep_object_read("o", file->data, file->count, &choices[i].choice, &d);

		test_eq(object ? object->function_count : 0, choices[i].functions,
			"functions of choice %zu", i);
		test_ok(strstr(d.what, choices[i].what) != NULL, "says: %s", d.what);
		skep_object_free(object);
	}
}

/* Lists, so that all that an object holds is read. */
static bool list(const struct skep_object *object)
{
	struct skep_listing l = {.prog = object->prog, .object = object, .json = true};
	struct skep_buffer b = {0};
	bool listed;

	skep_listing_print(&l, &b);
	listed = b.count > 0;
	skep_buffer_fini(&b);
	return listed;
}

static bool try_file(const void *bytes, size_t size)
{
	struct skep_diag d = {0};
	struct skep_object *object = skep_object_read("o", bytes, size, &everything, &d);
	bool listed = object && list(object);

	skep_object_free(object);
	return listed || (!object && d.what[0]);
}

/* A file that is cut, or has a byte changed, is listed or refused with a reason. */
static void test_damaged(const struct skep_buffer *file)
{
	u32 state = 1, good = 0, tries = 0;
	u8 *copy;

	for (size_t size = 0; size < file->count; size += 97, tries++) {
		copy = malloc(size ? size : 1);
		memcpy(copy, file->data, size);
		good += try_file(copy, size);
		free(copy);
	}
	copy = malloc(file->count);
	for (u32 i = 0; i < 400; i++, tries++) {
		memcpy(copy, file->data, file->count);
		state = state * 1664525 + 1013904223;
		copy[(state >> 8) % file->count] ^= (u8)(1 << (state >> 28 & 7));
		good += try_file(copy, file->count);
	}
	free(copy);
	test_eq(good, tries, "damaged files are listed or refused");
}

static void test_memory(const struct skep_buffer *file)
{
	u32 failed = 0, n = 1;
	struct skep_object *object = NULL;

	for (; !object && n < 1000; n++) {
		struct skep_diag d = {0};

		fault_after(n);
		object = skep_object_read("o", file->data, file->count, &everything, &d);
		fault_after(0);
		failed += !object && d.code == SKEP_E_NOMEM;
	}
	test_ok(object && failed == n - 2, "no memory is said at each of %u allocations", failed);
	skep_object_free(object);
}

int main(int argc, char **argv)
{
	struct skep_buffer file = slurp(argc > 1 ? argv[1] : "");
	struct skep_diag d = {0};
	struct skep_object *object =
	    skep_object_read("sample", file.data, file.count, &everything, &d);

	if (test_ok(object, "an object file is read: %s", d.what)) {
		test_programs(object, argv[1]);
		test_names(object);
		test_choice(&file);
		test_memory(&file);
		test_damaged(&file);
	}
	skep_object_free(object);
	skep_buffer_fini(&file);
	return test_end();
}
