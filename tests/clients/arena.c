/* SPDX-License-Identifier: BSD-2-Clause */
/* A client with raw calls of bpf(2): a program makes a list in an arena, which is walked here by
 * the same pointers, and adds up one that was made longer here. Prints no addresses. */
#include <bpf/btf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
	ARENA = 33,
	PAGE = 4096,
	PAGES = 16,
	HEAD = 8 * PAGE /* where the list starts */,
	OWN = HEAD + 512 /* a node of ours */,
	MMAPABLE = 1 << 10
};

struct node {
	struct node *next;
	unsigned long long number, unused;
};

static int arena;
static char *base;

static long bpf(int command, union bpf_attr *attr)
{
	long got = syscall(SYS_bpf, command, attr, sizeof(*attr));

	return got < 0 ? -errno : got;
}

static const char *said(long result)
{
	return result < 0 ? strerror((int)-result) : "ok";
}

/* ---- programs */

#define INSN(code_, dst, src, off_, imm_)                                                          \
	{                                                                                          \
		.code = code_, .dst_reg = dst, .src_reg = src, .off = off_, .imm = imm_            \
	}
#define SET(dst, imm)	     INSN(0xb7, dst, 0, 0, imm)
#define MOVE(dst, src)	     INSN(0xbf, dst, src, 0, 0)
#define ADD(dst, imm)	     INSN(0x07, dst, 0, 0, imm)
#define KERNEL(dst, src)     INSN(0xbf, dst, src, 1, 1)
#define USER(dst, src)	     INSN(0xbf, dst, src, 1, 0x10000)
#define LOAD(dst, src, off)  INSN(0x79, dst, src, off, 0)
#define STORE(dst, off, src) INSN(0x7b, dst, src, off, 0)
#define CALL(id)	     INSN(0x85, 0, 2, 0, id)
#define MAP(dst)	     INSN(0x18, dst, 1, 0, arena), INSN(0, 0, 0, 0, 0)
#define IN_ARENA(dst, off)   INSN(0x18, dst, 2, 0, arena), INSN(0, 0, 0, 0, off)
#define EXIT		     INSN(0x95, 0, 0, 0, 0)

static long load(struct bpf_insn *insns, unsigned count)
{
	union bpf_attr attr = {.prog_type = BPF_PROG_TYPE_SYSCALL,
			       .insn_cnt = count,
			       .prog_flags = BPF_F_SLEEPABLE,
			       .insns = (unsigned long)insns,
			       .license = (unsigned long)"GPL"};

	return bpf(BPF_PROG_LOAD, &attr);
}

/* What it returns, or -errno. */
static long run(struct bpf_insn *insns, unsigned count)
{
	long fd = load(insns, count), got;
	union bpf_attr attr = {.test = {.prog_fd = (unsigned)fd}};

	if (fd < 0)
		return fd;
	got = bpf(BPF_PROG_TEST_RUN, &attr);
	close((int)fd);
	return got < 0 ? got : attr.test.retval;
}
#define RUN(...)                                                                                   \
	run((struct bpf_insn[]){__VA_ARGS__},                                                      \
	    sizeof((struct bpf_insn[]){__VA_ARGS__}) / sizeof(struct bpf_insn))

static int kfunc(const char *name)
{
	static struct btf *btf;

	btf = btf ? btf : btf__load_vmlinux_btf();
	return btf__find_by_name_kind(btf, name, BTF_KIND_FUNC);
}

static long make_list(void)
{
	return RUN(MAP(1), SET(2, 0), SET(3, 1), SET(4, -1), SET(5, 0),
		   CALL(kfunc("bpf_arena_alloc_pages")), KERNEL(3, 0), SET(2, 10), SET(4, 0),
		   STORE(3, 8, 2), USER(5, 4), STORE(3, 0, 5), MOVE(4, 3), ADD(3, 24), ADD(2, -1),
		   INSN(0x55, 2, 0, -7, 0), USER(5, 4), IN_ARENA(7, HEAD), KERNEL(7, 7),
		   STORE(7, 0, 5), SET(0, 0), EXIT);
}

static long add_up(void)
{
	return RUN(IN_ARENA(7, HEAD), KERNEL(7, 7), LOAD(4, 7, 0), KERNEL(4, 4), SET(0, 0),
		   INSN(0x15, 4, 0, 6, 0), LOAD(2, 4, 8), INSN(0x0f, 0, 2, 0, 0), LOAD(4, 4, 0),
		   KERNEL(4, 4), INSN(0xe5, 0, 0, 1, 0), INSN(0x05, 0, 0, -7, 0), EXIT);
}

static long free_page(void)
{
	return RUN(MAP(1), IN_ARENA(2, HEAD), KERNEL(2, 2), LOAD(2, 2, 0), SET(3, 1),
		   CALL(kfunc("bpf_arena_free_pages")), SET(0, 0), EXIT);
}

/* ---- mappings */

static int make(unsigned long long at)
{
	union bpf_attr attr = {
	    .map_type = ARENA, .max_entries = PAGES, .map_flags = MMAPABLE, .map_extra = at};

	return (int)bpf(BPF_MAP_CREATE, &attr);
}

static void *try(const char *what, int fd, void *at, size_t length, int flags)
{
	void *got = mmap(at, length, PROT_READ | PROT_WRITE, flags, fd, 0);

	printf("%s: %s\n", what,
	       got == MAP_FAILED ? strerror(errno)
	       : at && got != at ? "elsewhere"
				 : "ok");
	return got;
}

static void test_map(void)
{
	int other = make(0x500000000000);

	printf("without an address: %s\n", said(add_up()));
	try("private", arena, NULL, PAGES * PAGE, MAP_PRIVATE);
	printf("from the second page: %s\n",
	       mmap(NULL, PAGE, PROT_READ, MAP_SHARED, arena, PAGE) == MAP_FAILED ? strerror(errno)
										  : "ok");
	base = try("as it is", arena, NULL, PAGES * PAGE, MAP_SHARED);
	printf("in one block of 4 GiB: %d\n",
	       (unsigned long)base >> 32 == ((unsigned long)base + PAGES * PAGE - 1) >> 32);
	try("somewhere else", arena, NULL, PAGES * PAGE, MAP_SHARED);
	try("a part", arena, base, PAGE, MAP_SHARED | MAP_FIXED);
	try("more", arena, base, (PAGES + 1) * PAGE, MAP_SHARED | MAP_FIXED);
	try("again", arena, base, PAGES * PAGE, MAP_SHARED | MAP_FIXED);
	try("away from map_extra", other, NULL, PAGES * PAGE, MAP_SHARED);
	try("at map_extra", other, (void *)0x500000000000, PAGES * PAGE,
	    MAP_SHARED | MAP_FIXED_NOREPLACE);
	close(other);
}

/* Pages of address space that are in use. */
static long count_pages(void)
{
	FILE *file = fopen("/proc/self/statm", "r");
	long count = 0;

	if (!file || fscanf(file, "%ld", &count) != 1)
		printf("no statm\n");
	if (file)
		fclose(file);
	return count;
}

/* Lengths are rounded up to whole pages, and no more is taken. */
static void test_odd(void)
{
	int odd = make(0);
	long before = count_pages(), after;
	void *at = mmap(NULL, 5 * PAGE - 100, PROT_READ | PROT_WRITE, MAP_SHARED, odd, 0);

	after = count_pages();
	printf("no whole pages: %s, %ld pages\n", at == MAP_FAILED ? strerror(errno) : "ok",
	       after - before);
	try("a page less", odd, at, 4 * PAGE, MAP_SHARED | MAP_FIXED);
	try("the same in whole pages", odd, at, 5 * PAGE, MAP_SHARED | MAP_FIXED);
	munmap(at, 5 * PAGE);
	close(odd);
}

static void tell(const char *what, int error)
{
	printf("%s: %s\n", what, error ? strerror(errno) : "ok");
}

/* Of an arena nothing goes, moves or is protected without the rest. */
static void test_parts(void)
{
	int other = make(0);
	char *at = mmap(NULL, 8 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, other, 0);

	tell("unmap a part", munmap(at, PAGE));
	tell("unmap the end", munmap(at + 4 * PAGE, 4 * PAGE));
	tell("protect a part", mprotect(at, PAGE, PROT_READ));
	tell("protect all", mprotect(at, 8 * PAGE, PROT_READ));
	tell("move", mremap(at, 8 * PAGE, 8 * PAGE, MREMAP_MAYMOVE) == MAP_FAILED);
	tell("lengthen", mremap(at, 8 * PAGE, 9 * PAGE, MREMAP_MAYMOVE) == MAP_FAILED);
	tell("shorten", mremap(at, 8 * PAGE, 4 * PAGE, 0) == MAP_FAILED);
	tell("map over a part", mmap(at, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED,
				     -1, 0) == MAP_FAILED);
	tell("map over all", mmap(at, 8 * PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED,
				  -1, 0) == MAP_FAILED);
	tell("unmap a part of that", munmap(at, PAGE));
	munmap(at, 8 * PAGE);
	at = mmap(NULL, 8 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, other, 0);
	tell("unmap it with what is behind", munmap(at, 9 * PAGE));
	close(other);
}

/* ---- the list */

static void walk(const char *who)
{
	const struct node *node = *(struct node **)(base + HEAD);
	unsigned long long count = 0, sum = 0;

	for (; node && count < 100; node = node->next, count++)
		sum += node->number;
	printf("%s: %llu nodes, together %llu\n", who, count, sum);
}

static void test_list(void)
{
	struct node *mine = (struct node *)(base + OWN);

	*(struct node **)(base + HEAD) = NULL;
	printf("an empty list: %ld\n", add_up());
	printf("made: %ld\n", make_list());
	walk("the program's");
	*mine = (struct node){.next = *(struct node **)(base + HEAD), .number = 100};
	*(struct node **)(base + HEAD) = mine;
	printf("with one more: %ld\n", add_up());
}

/* ---- other processes */

static void in_child(void (*what)(void))
{
	pid_t child;

	fflush(stdout);
	child = fork();
	if (!child) {
		what();
		fflush(stdout);
		_exit(0);
	}
	waitpid(child, NULL, 0);
}

static void look(void)
{
	unsigned char pages[PAGES];

	printf("a child: %s\n", mincore(base, PAGES * PAGE, pages) ? strerror(errno) : "has it");
	try("a child maps it", arena, base, PAGES * PAGE, MAP_SHARED | MAP_FIXED);
	walk("a child's");
	((struct node *)(base + OWN))->number = 1000;
}

static void test_pages(void)
{
	const struct node *first = ((struct node *)(base + OWN))->next;

	printf("changed by the child: %ld\n", add_up());
	*(const struct node **)(base + HEAD) = first;
	printf("given back: %ld\n", free_page());
	printf("is zero: %llu\n", first->number);
}

int main(void)
{
	struct utsname name;
	int major = 0, minor = 0;

	uname(&name);
	sscanf(name.release, "%d.%d", &major, &minor);
	if (major < 6 || (major == 6 && minor < 9)) {
		printf("this Linux has no arenas to compare with\n");
		return 0;
	}
	arena = make(0);
	printf("made: %s\n", said(arena));
	test_map();
	test_odd();
	test_parts();
	test_list();
	in_child(look);
	test_pages();
	printf("frozen: %s\n",
	       said(bpf(BPF_MAP_FREEZE, &(union bpf_attr){.map_fd = (unsigned)arena})));
	return 0;
}
