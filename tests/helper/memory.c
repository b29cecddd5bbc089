/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory of the process that has a program run: what is there up to the end of a page, behind which
 * there is none. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "prog/prog.h"
#include "run.h"
#include "test.h"

enum { PAGE = 4096, NEAR = 80 /* bytes before the page's end that are looked at */, MOST = 64 };

struct input {
	u64 address;
	u64 size;
};

static const struct {
	const char *name, *type, *call;
	bool loose; /* Linux may write more than the text: up to a word, or before it fails */
} cases[] = {
    {"probe_read_user", "xdp", "call bpf_probe_read_user", false},
    {"probe_read_user_str", "xdp", "call bpf_probe_read_user_str", true},
    {"copy_from_user", "syscall sleepable", "call bpf_copy_from_user", false},
    {"copy_from_user_str", "syscall sleepable",
     "if r2 == 0 goto out\nr4 = 0\ncall kfunc[bpf_copy_from_user_str]", true},
    {"copy_from_user_str with zeros", "syscall sleepable",
     "if r2 == 0 goto out\nr4 = 1\ncall kfunc[bpf_copy_from_user_str]", false},
};

/* A page without one behind it; texts with a NUL each 29 bytes. */
static u8 *make_page(void)
{
	u8 *page = mmap(NULL, (size_t)2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS,
			-1, 0);

	if (page == MAP_FAILED)
		return NULL;
	mprotect(page + PAGE, PAGE, PROT_NONE);
	for (u32 i = 0; i < PAGE; i++)
		page[i] = (u8)(i % 29 ? 1 + i % 250 : 0);
	return page;
}

static void run(const struct loaded *l, const struct input *in, bool loose, struct outcome *o)
{
	static const u8 nothing[RUN_OUT];
	s32 length;

	side_put(l, "out", nothing);
	side_put(l, "in", in);
	side_run(l, o);
	memcpy(&length, o->out, sizeof(length));
	length = length > 0 ? length : 0;
	if (loose)
		memset(o->out + sizeof(u64) + length, 0,
		       (size_t)(RUN_OUT - (s32)sizeof(u64) - length));
}

static bool compare(struct loaded l[RUN_SIDES], const struct input *in, bool loose)
{
	struct outcome first, other;
	bool ok = true;

	run(&l[0], in, loose, &first);
	for (u32 i = 1; i < RUN_SIDES; i++) {
		run(&l[i], in, loose, &other);
		ok &= memcmp(&first, &other, sizeof(first)) == 0;
	}
	return ok;
}

static u32 compare_all(struct loaded l[RUN_SIDES], const u8 *page, bool loose)
{
	u32 differ = 0;

	for (u32 off = 0; off < NEAR; off += 3)
		for (u32 size = 0; size <= MOST; size += 1 + size / 5) {
			struct input in = {(u64)(uintptr_t)(page + PAGE - NEAR + off), size};

			if (!compare(l, &in, loose) && !differ++)
				printf("# %u bytes %u before the end\n", size, NEAR - off);
		}
	return differ;
}

static void run_case(const struct side sides[RUN_SIDES], size_t n, const struct skep_kernel *kernel)
{
	struct subject_maps maps;
	const char *bad = subject_read_maps(&maps, "out array 4 1024 1\nin array 4 16 1\n");
	struct names names = {.maps = &maps, .kernel = kernel};
	struct subject s = {.maps = &maps, .kernel = kernel};
	struct loaded *l = calloc(RUN_SIDES, sizeof(*l));
	char text[512], wrong[SUBJECT_TEXT] = "";
	struct skep_prog *prog;
	u8 *page = make_page();
	bool ok = !bad && page;

	snprintf(text, sizeof(text),
		 "r7 = map[out][0]+0\nr8 = map[in][0]+0\nr1 = r7\nr1 += 8\n*(u64 *)(r7 + 8) = -1\n"
		 "*(u64 *)(r7 + 16) = -1\nr2 = *(u64 *)(r8 + 8)\nif r2 > 64 goto out\n"
		 "r3 = *(u64 *)(r8 + 0)\n%s\n*(u64 *)(r7 + 0) = r0\nout: r0 = 0\nexit\n",
		 cases[n].call);
	subject_read_type(&s.type, cases[n].type);
	prog = text_assemble(text, &names, wrong);
	if (prog) {
		s.insns = prog->insns;
		s.count = prog->count;
	}
	for (u32 i = 0; i < RUN_SIDES; i++)
		ok &= test_ok(prog && side_load(&sides[i], &s, &l[i]), "%s: %s%s", cases[n].name,
			      sides[i].name, wrong);
	test_eq(ok ? compare_all(l, page, cases[n].loose) : 0, 0, "%s: as in Linux", cases[n].name);
	for (u32 i = 0; i < RUN_SIDES; i++)
		side_close(&l[i]);
	munmap(page, (size_t)2 * PAGE);
	free(l);
	skep_prog_free(prog);
	subject_free_maps(&maps);
}

int main(void)
{
	struct side sides[RUN_SIDES];
	struct skep_kernel *kernel = subject_kernel();

	if (!sides_open(sides) || !kernel)
		test_skip("memory beside Linux's", errno ? strerror(errno) : "another kernel");
	else
		for (size_t i = 0; i < SKEP_COUNT(cases); i++)
			run_case(sides, i, kernel);
	skep_kernel_free(kernel);
	sides_close(sides);
	return test_end();
}
