/* SPDX-License-Identifier: BSD-2-Clause */
/* Special fields of structs (locks, lists, trees, pointers that are owned): BTF_LOAD and MAP_CREATE
 * answer as Linux's do. Layouts are written as
 *
 *	foo 40: lock@0 list@8=bar:b; bar 24: node@0 int[2]@24 &bar@32 'foo@40
 *
 * a struct each with its size: fields with their offsets in bytes; what lists and trees contain;
 * arrays; pointers that are owned (&), may only be read (~), and lead to memory of each CPU (%);
 * any other word is a struct. 't.lock' is one of a typedef. Maps have values of the first struct;
 * with "section" before it, of a section with a variable of it. Besides the table there are random
 * ones. Arguments: how many, and the seed. */
#include <bpf/btf.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/types.h"
#include "spec/uapi.h"
#include "syscall/skep.h"
#include "test.h"

enum { STRUCTS = 24, LATER = 512, NAME = 40 };

/* ---- types of which fields are */

static const struct {
	const char *word, *name;
	u32 size; /* bytes */
} words[] = {
    {"int", "int", 4},
    {"lock", "bpf_spin_lock", 4},
    {"rlock", "bpf_res_spin_lock", 4},
    {"timer", "bpf_timer", 16},
    {"wq", "bpf_wq", 16},
    {"work", "bpf_task_work", 8},
    {"list", "bpf_list_head", 16},
    {"node", "bpf_list_node", 24},
    {"root", "bpf_rb_root", 16},
    {"rbnode", "bpf_rb_node", 32},
    {"refs", "bpf_refcount", 4},
    {"task", "task_struct", 8},
    {"file", "file", 8},
};

/* What is added behind the structs, whose numbers must be known before. */
struct later {
	enum { POINTER, TAG, ARRAY, TYPEDEF, CONTAINS } kind;
	int type, component;
	u32 count;
	char text[2 * NAME];
};

struct layout {
	struct btf *btf;
	char names[STRUCTS][NAME];
	int structs;
	struct later later[LATER];
	int count, next; /* of `later`; the number that its next type will have */
};

static int find_type(const struct layout *l, const char *name)
{
	for (u32 i = 0; i < SKEP_COUNT(words); i++)
		if (strcmp(words[i].word, name) == 0)
			return (int)i + 1;
	for (int i = 0; i < l->structs; i++)
		if (strcmp(l->names[i], name) == 0)
			return (int)SKEP_COUNT(words) + 1 + i;
	return 1;
}

static int add_later(struct layout *l, struct later what)
{
	l->later[l->count++] = what;
	return l->next++;
}

static int add_pointer(struct layout *l, char kind, int to)
{
	struct later tag = {.kind = TAG, .type = to};

	snprintf(tag.text, sizeof(tag.text), "%s",
		 kind == '&'   ? "kptr"
		 : kind == '~' ? "kptr_untrusted"
		 : kind == '%' ? "percpu_kptr"
			       : "rcu");
	return add_later(l, (struct later){.kind = POINTER, .type = add_later(l, tag)});
}

static int field_type(struct layout *l, char *word)
{
	char *count = strchr(word, '[');
	bool is_typedef = strncmp(word, "t.", 2) == 0;
	int id;

	if (count)
		*count++ = 0;
	if (strchr("&~%!", word[0]))
		id = add_pointer(l, word[0], find_type(l, word + 1));
	else
		id = find_type(l, is_typedef ? word + 2 : word);
	if (is_typedef)
		id = add_later(l, (struct later){.kind = TYPEDEF, .type = id});
	if (count)
		id = add_later(
		    l, (struct later){.kind = ARRAY, .type = id, .count = (u32)atoi(count)});
	return id;
}

static void add_field(struct layout *l, char *word, int number)
{
	char *at = strchr(word, '@'), *contains = strchr(word, '='), name[8];
	struct later tag = {.kind = CONTAINS, .component = number};
	u32 off = (u32)atoi(at + 1);

	*at = 0;
	snprintf(name, sizeof(name), "%c", 'a' + number);
	tag.type = btf__type_cnt(l->btf) - 1;
	btf__add_field(l->btf, name, field_type(l, word), off * 8, 0);
	if (!contains)
		return;
	snprintf(tag.text, sizeof(tag.text), "contains:%s", contains + 1);
	l->later[l->count++] = tag;
	l->next++;
}

static void add_struct(struct layout *l, char *text)
{
	char *end, *fields = strchr(text, ':') + 1, name[NAME];
	u32 size;
	int number = 0;

	sscanf(text, " %39s %u", name, &size);
	btf__add_struct(l->btf, name, size);
	for (char *word = strtok_r(fields, " ", &end); word; word = strtok_r(NULL, " ", &end))
		add_field(l, word, number++);
}

static void add_rest(struct layout *l)
{
	for (int i = 0; i < l->count; i++) {
		const struct later *e = &l->later[i];

		if (e->kind == POINTER)
			btf__add_ptr(l->btf, e->type);
		else if (e->kind == TAG)
			btf__add_type_tag(l->btf, e->text, e->type);
		else if (e->kind == ARRAY)
			btf__add_array(l->btf, 1, e->type, e->count);
		else if (e->kind == TYPEDEF)
			btf__add_typedef(l->btf, "other_name", e->type);
		else
			btf__add_decl_tag(l->btf, e->text, e->type, e->component);
	}
}

static void add_words(struct layout *l)
{
	btf__add_int(l->btf, "int", 4, BTF_INT_SIGNED);
	for (u32 i = 1; i < SKEP_COUNT(words); i++)
		btf__add_struct(l->btf, words[i].name, words[i].size);
}

static struct btf *make_types(const char *text, u32 *value, u32 *size)
{
	struct layout l = {.btf = btf__new_empty()};
	char copy[1024], *end;
	bool section = strncmp(text, "section ", 8) == 0;

	snprintf(copy, sizeof(copy), "%s", text + (section ? 8 : 0));
	for (char *s = strtok_r(copy, ";", &end); s; s = strtok_r(NULL, ";", &end))
		sscanf(s, " %39s", l.names[l.structs++]);
	l.next = (int)SKEP_COUNT(words) + 1 + l.structs;
	add_words(&l);
	snprintf(copy, sizeof(copy), "%s", text + (section ? 8 : 0));
	for (char *s = strtok_r(copy, ";", &end); s; s = strtok_r(NULL, ";", &end))
		add_struct(&l, s);
	add_rest(&l);
	*value = SKEP_COUNT(words) + 1;
	*size = btf__type_by_id(l.btf, *value)->size;
	if (section) {
		int var = btf__add_var(l.btf, "variable", BTF_VAR_GLOBAL_ALLOCATED, (int)*value);

		*value = (u32)btf__add_datasec(l.btf, ".data.a", *size);
		btf__add_datasec_var_info(l.btf, var, 0, *size);
	}
	return l.btf;
}

/* ---- both sides */

static long call(struct skep *skep, int cmd, union bpf_attr *attr)
{
	long got;

	if (skep)
		return skep_bpf(skep, cmd, attr, sizeof(*attr));
	got = syscall(SYS_bpf, cmd, attr, sizeof(*attr));
	return got < 0 ? -errno : got;
}

static const struct {
	u32 type, entries;
} maps[] = {
    {BPF_MAP_TYPE_ARRAY, 1},	{BPF_MAP_TYPE_HASH, 4},	       {BPF_MAP_TYPE_PERCPU_ARRAY, 1},
    {BPF_MAP_TYPE_LRU_HASH, 4}, {BPF_MAP_TYPE_PERCPU_HASH, 4},
};

enum { ANSWERS = 1 + SKEP_COUNT(maps) };

static long make_map(struct skep *skep, u32 i, long btf, u32 value, u32 size)
{
	union bpf_attr attr = {.map_type = maps[i].type,
			       .key_size = 4,
			       .value_size = size,
			       .max_entries = maps[i].entries,
			       .btf_fd = (u32)btf,
			       .btf_key_type_id = 1,
			       .btf_value_type_id = value};

	return call(skep, BPF_MAP_CREATE, &attr);
}

/* 0 where something was made, else -errno. */
static void ask(struct skep *skep, const char *text, long answers[ANSWERS])
{
	u32 value, size, bytes;
	struct btf *btf = make_types(text, &value, &size);
	const void *data = btf__raw_data(btf, &bytes);
	union bpf_attr attr = {.btf = (u64)(uintptr_t)data, .btf_size = bytes};
	long fd = call(skep, BPF_BTF_LOAD, &attr), map;

	memset(answers, 0, ANSWERS * sizeof(*answers));
	answers[0] = fd < 0 ? fd : 0;
	for (u32 i = 0; fd >= 0 && i < SKEP_COUNT(maps); i++) {
		map = make_map(skep, i, fd, value, size);
		answers[1 + i] = map < 0 ? map : 0;
		close(map < 0 ? -1 : (int)map);
	}
	close(fd < 0 ? -1 : (int)fd);
	btf__free(btf);
}

/* *taken: whether Linux takes the types. */
static bool same(struct skep *skep, const char *text, bool *taken)
{
	long ours[ANSWERS], theirs[ANSWERS];
	bool all = true;

	ask(skep, text, ours);
	ask(NULL, text, theirs);
	*taken = !theirs[0];
	for (u32 i = 0; i < ANSWERS; i++) {
		if (ours[i] == theirs[i] || (i && ours[0] != theirs[0]))
			continue;
		if (all)
			printf("# %s\n", text);
		printf("#   %s %u: skep %ld, Linux %ld\n", i ? "map of type" : "BTF",
		       i ? maps[i - 1].type : 0, ours[i], theirs[i]);
		all = false;
	}
	return all;
}

/* ---- the table */

static const char *const layouts[] = {
    "foo 24: lock@0 lock@4 list@8",
    "foo 8: lock@0 lock@4",
    "foo 16: list@0=baz:a; baz 24: node@0",
    "foo 44: list@0=foo:b node@0 lock@0",
    "foo 24: lock@0 list@8",
    "foo 24: lock@0 list@8=bar:bar",
    "foo 24: lock@0 list@8=foo:c",
    "foo 24: lock@0 list@8=foo",
    "foo 24: lock@0 list@8=foo:",
    "foo 20: list@0=bar:a lock@16; bar 4: lock@0",
    "foo 24: list@0=bar:a lock@16; bar 24: node@0",
    "foo 24: list@0=bar:a lock@16; bar 24: rbnode@0",
    "foo 24: root@0=bar:a lock@16; bar 32: rbnode@0",
    "foo 24: root@0=bar:a lock@16; bar 24: node@0",
    "foo 24: root@0=bar:a rlock@16; bar 32: rbnode@0",
    "foo 24: root@0=bar:a rlock@16 lock@20; bar 32: rbnode@0",
    "foo 24: list@0=bar:a lock@16; bar 24: t.node@0",
    /* one owns itself, another one, a third one */
    "foo 48: list@0=foo:b node@16 lock@40",
    "foo 48: list@0=bar:b node@16 lock@40; bar 48: list@0=foo:b node@16 lock@40",
    "foo 24: list@0=bar:a lock@16; bar 48: node@0 list@24=baz:a lock@40; baz 24: node@0",
    "foo 48: list@0=bar:b node@16 lock@40; bar 48: list@0=baz:a node@16 lock@40; baz 24: node@0",
    "foo 48: list@0=bar:b node@16 lock@40; bar 24: node@0; b 4: int@0",
    "foo 24: list@0=bar:b lock@16; bar 48: list@0=baz:b node@16 lock@40; baz 48: list@0=bam:a "
    "node@16 lock@40; bam 24: node@0",
    "foo 24: root@0=bar:b lock@16; bar 56: root@0=foo:b rbnode@16 lock@48",
    "foo 56: root@0=bar:b rbnode@16 lock@48; bar 56: root@0=baz:a rbnode@16 lock@48; baz 32: "
    "rbnode@0",
    "foo 24: list@0=bar:a lock@16; bar 64: node@0 &foo@24 &bar@32 ",
    "foo 8: &foo@0",
    "foo 8: &bar@0; bar 8: &foo@0",
    "foo 8: &bar@0; bar 8: &baz@0; baz 8: int@0",
    "foo 8: &a@0; a 8: &b@0; b 8: &c@0; c 8: &d@0; d 8: &e@0; e 8: &f@0; f 8: &g@0; g 8: &h@0; h "
    "8: &i@0; i 4: int@0",
    "foo 8: &a@0; a 8: &b@0; b 8: &c@0; c 8: &d@0; d 8: &e@0; e 8: &f@0; f 8: &g@0; g 8: &h@0; h "
    "8: int@0",
    /* both a list and a tree */
    "foo 24: list@0=bar:a lock@16; bar 56: node@0 rbnode@24",
    "foo 24: list@0=bar:a lock@16; bar 64: node@0 rbnode@24 refs@56",
    "foo 56: node@0 rbnode@24",
    "foo 8: refs@0 refs@4",
    /* alignment, sizes, overlaps, order */
    "foo 8: lock@2",
    "foo 8: lock@2 lock@4",
    "foo 28: list@4=bar:a lock@0; bar 24: node@0",
    "foo 24: lock@16 list@0=bar:a; bar 24: node@0",
    "foo 40: lock@0 list@8=bar:b; bar 32: int@0 node@8",
    "foo 40: lock@0 list@8=bar:b; bar 32: int@0 node@4",
    "foo 16: &task@8 &task@0",
    "foo 16: &task@0 &task@4",
    "foo 12: &task@4",
    "foo 8: lock@0 &file@0",
    /* pointers */
    "foo 8: &task@0",
    "foo 8: &file@0",
    "foo 8: ~file@0",
    "foo 8: %file@0",
    "foo 8: &int@0",
    "foo 8: !task@0",
    "foo 12: !task@0 lock@8",
    "foo 16: !task@0 &task@8",
    "foo 8: %bar@0; bar 4: int@0",
    "foo 8: &bar@0; bar 4: int@0",
    "foo 8: &bpf_cpumask@0; bpf_cpumask 4: int@0",
    "foo 8: &cgroup@0; cgroup 4: int@0",
    "foo 8: &bpf_key@0; bpf_key 4: int@0",
    "foo 8: &bpf_crypto_ctx@0; bpf_crypto_ctx 4: int@0",
    "foo 8: &nf_conn@0; nf_conn 4: int@0",
    "foo 8: &sock@0; sock 4: int@0",
    /* arrays */
    "foo 16: &task[2]@0",
    "foo 88: &task[11]@0",
    "foo 96: &task[12]@0",
    "foo 8: lock[2]@0",
    "foo 4: lock[1]@0",
    "foo 4: lock[0]@0",
    "foo 16: timer[1]@0",
    "foo 32: timer[2]@0",
    "foo 8: refs[2]@0",
    "foo 40: list[2]@0=bar:a lock@32; bar 24: node@0",
    "foo 24: list[1]@0=bar:a lock@16; bar 24: node@0",
    "foo 48: node[2]@0",
    /* structs within */
    "foo 8: bar@0; bar 8: &task@0",
    "foo 4: bar@0; bar 4: lock@0",
    "foo 8: bar[2]@0; bar 4: lock@0",
    "foo 16: bar[2]@0; bar 8: &task@0",
    "foo 24: bar@0; bar 24: lock@16 list@0=baz:a; baz 24: node@0",
    "foo 24: bar@0 lock@16; bar 16: list@0=baz:a; baz 24: node@0",
    "foo 24: bar@0 lock@16; bar 16: int@0; baz 24: node@0",
    "foo 48: bar@0; bar 24: node@0",
    "foo 8: t.bar@0; bar 8: &task@0",
    "foo 4: t.lock@0",
    "foo 96: bar[12]@0; bar 8: &task@0",
    "foo 8: a@0; a 8: b@0; b 8: c@0; c 8: d@0; d 8: e@0; e 8: f@0; f 8: g@0; g 8: h@0; h 8: i@0; "
    "i 8: j@0; j 8: &task@0",
    /* timers and their kind */
    "foo 16: timer@0",
    "foo 16: wq@0",
    "foo 32: timer@0 wq@16",
    "foo 8: work@0",
    "foo 16: work@0 work@8",
    "foo 16: work[2]@0",
    "foo 12: work@4 lock@0",
    "section foo 8: work@0",
    "foo 32: timer@0 timer@16",
    "foo 32: timer@0 lock@16 refs@20",
    "foo 4: rlock@0",
    "foo 8: rlock@0 lock@4",
    "foo 8: rlock@0 rlock@4",
    "foo 24: node@0",
    "foo 32: rbnode@0",
    "foo 4: refs@0",
    "foo 20: timer@4",
    /* sections */
    "section foo 24: lock@16 list@0=bar:a; bar 24: node@0",
    "section foo 8: &task@0",
    "section foo 4: lock@0",
    "section foo 32: timer@0 timer@16",
    "section foo 48: list@0=foo:b node@16 lock@40",
    "section foo 4: int@0",
};

/* ---- at random */

static u32 below(u64 *state, u32 limit)
{
	*state = *state * 6364136223846793005u + 1442695040888963407u;
	return (u32)(*state >> 33) % limit;
}

static void append(char *text, size_t size, const char *format, ...)
{
	size_t length = strlen(text);
	va_list args;

	va_start(args, format);
	vsnprintf(text + length, size - length, format, args);
	va_end(args);
}

static u32 random_field(u64 *state, char *text, size_t size, u32 off)
{
	static const char *const structs = "pqrs";
	u32 kind = below(state, 16), word = 1 + below(state, SKEP_COUNT(words) - 3);

	if (below(state, 30))
		off = (off + 7) / 8 * 8;
	if (kind < 3) {
		append(text, size, " %c%s@%u", "&~%&~%&~%&~%!"[below(state, 13)],
		       below(state, 4) ? (const char *[]){"p", "q", "r", "s"}[below(state, 4)]
				       : (const char *[]){"task", "file"}[below(state, 2)],
		       off);
		return off + 8;
	}
	if (kind == 3) {
		append(text, size, " int@%u", off);
		return off + 4;
	}
	append(text, size, below(state, 14) ? " %s@%u" : " t.%s@%u", words[word].word, off);
	if ((strcmp(words[word].word, "list") == 0 || strcmp(words[word].word, "root") == 0) &&
	    below(state, 20))
		append(text, size, "=%c:%c", structs[below(state, 4)], 'a' + (char)below(state, 3));
	return off + words[word].size;
}

static void random_layout(u64 *state, char *text, size_t size)
{
	char fields[512];

	*text = 0;
	for (u32 i = 0; i < 4; i++) {
		u32 off = below(state, 3) ? 4 : 0, count = 1 + below(state, 3);

		snprintf(fields, sizeof(fields), "%s", off ? " lock@0" : "");
		for (u32 n = 0; n < count; n++)
			off = random_field(state, fields, sizeof(fields), off);
		append(text, size, "%s%c %u:%s",
		       i		  ? "; "
		       : below(state, 10) ? ""
					  : "section ",
		       "pqrs"[i], off, fields);
	}
}

int main(int argc, char **argv)
{
	u32 count = argc > 1 ? (u32)atoi(argv[1]) : 300, differ = 0, all = 0;
	u64 state = argc > 2 ? (u64)atoll(argv[2]) : 1;
	struct skep_config config = {0};
	struct skep *skep = skep_system_new(&config, NULL);
	char text[1024];
	long answers[ANSWERS];
	bool taken;

	ask(NULL, "foo 4: int@0", answers);
	if (answers[0]) {
		test_skip("special fields beside Linux", strerror((int)-answers[0]));
		return test_end();
	}
	for (u32 i = 0; i < SKEP_COUNT(layouts); i++)
		test_ok(same(skep, layouts[i], &taken), "%s", layouts[i]);
	for (u32 i = 0; i < count; i++) {
		random_layout(&state, text, sizeof(text));
		differ += !same(skep, text, &taken);
		all += taken;
	}
	test_eq(differ, 0, "%u layouts at random, of which Linux takes %u", count, all);
	skep_system_free(skep);
	return test_end();
}
