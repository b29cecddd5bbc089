/* SPDX-License-Identifier: BSD-2-Clause */
#include "linux/replace.h"

#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "linux/sys.h"
#include "spec/spec.h"

enum { LINKS = 64 }; /* at one place, at most (BPF_MPROG_MAX) */

/* ---- the link */

static bool link_info(int fd, struct bpf_link_info *info)
{
	u32 size = sizeof(*info);

	*info = (struct bpf_link_info){0};
	return bpf_obj_get_info_by_fd(fd, info, &size) == 0;
}

/* The link of a program on an interface; -1 if there is none. Numbers of interfaces repeat in other
 * namespaces, numbers of programs do not. */
static int find_xdp_link(u32 interface, u32 prog)
{
	u32 id = 0;

	while (bpf_link_get_next_id(id, &id) == 0) {
		struct bpf_link_info info;
		int fd = bpf_link_get_fd_by_id(id);

		if (fd < 0)
			continue;
		if (link_info(fd, &info) && info.type == BPF_LINK_TYPE_XDP &&
		    info.prog_id == prog && info.xdp.ifindex == interface)
			return fd;
		close(fd);
	}
	return -1;
}

static bool init_xdp(struct skep_replace *r, u32 interface, const char *name, struct skep_diag *d)
{
	LIBBPF_OPTS(bpf_xdp_query_opts, query);
	int error = bpf_xdp_query((int)interface, 0, &query);

	if (error)
		return skep_fail(d, SKEP_E_SYSTEM, "cannot ask what is attached to %s: %s", name,
				 strerror(-error));
	if (!query.prog_id) {
		skep_fail(d, SKEP_E_NAME, "no XDP program is attached to %s", name);
		return skep_hint(d, "leave --replace away");
	}
	r->link = find_xdp_link(interface, query.prog_id);
	if (r->link >= 0)
		return true;
	skep_fail(
	    d, SKEP_E_UNSUPPORTED,
	    "program %u on %s is held by no link that can be found: it was attached by netlink, "
	    "or links by id need CAP_SYS_ADMIN",
	    query.prog_id, name);
	return skep_hint(d, "ip link set dev %s xdp off, then attach", name);
}

static bool init_tcx(struct skep_replace *r, u32 interface, const struct skep_hook *hook,
		     struct skep_diag *d)
{
	bool egress = strcmp(hook->args[1], "egress") == 0;
	u32 progs[LINKS], links[LINKS] = {0};
	struct skep_linux_query_attr query = {
	    .target = interface,
	    .attach_type = egress ? BPF_TCX_EGRESS : BPF_TCX_INGRESS,
	    .prog_ids = (uintptr_t)progs,
	    .link_ids = (uintptr_t)links,
	    .count = LINKS,
	};
	long result = skep_linux_bpf(BPF_PROG_QUERY, &query, sizeof(query));

	if (result < 0)
		return skep_fail(d, SKEP_E_SYSTEM, "cannot ask what is attached to %s: %s",
				 hook->args[0], strerror((int)-result));
	if (query.count != 1) {
		skep_fail(d, SKEP_E_NAME, "%u programs are attached to %s at tcx %s, not one",
			  query.count, hook->args[0], hook->args[1]);
		return skep_hint(d, query.count ? "end the ones that are not to be replaced"
						: "leave --replace away");
	}
	r->link = links[0] ? bpf_link_get_fd_by_id(links[0]) : -1;
	return r->link >= 0 ||
	       skep_fail(d, SKEP_E_UNSUPPORTED,
			 "program %u on %s is held by no link, or links by id need CAP_SYS_ADMIN",
			 progs[0], hook->args[0]);
}

bool skep_replace_init(struct skep_replace *r, const struct skep_hook *hook, struct skep_diag *d)
{
	u32 interface = if_nametoindex(hook->args[0]);
	struct bpf_link_info info;
	bool xdp = hook->row->prog == BPF_PROG_TYPE_XDP;

	*r = (struct skep_replace){-1, -1};
	if (!interface)
		return skep_fail(d, SKEP_E_NAME, "there is no interface %s", hook->args[0]);
	if (!(xdp ? init_xdp(r, interface, hook->args[0], d) : init_tcx(r, interface, hook, d)))
		return false;
	r->prog = link_info(r->link, &info) ? bpf_prog_get_fd_by_id(info.prog_id) : -1;
	return r->prog >= 0 ||
	       skep_fail(d, SKEP_E_PERMISSION, "cannot open the program that is attached to %s: %s",
			 hook->args[0], strerror(errno));
}

void skep_replace_fini(struct skep_replace *r)
{
	if (r->link >= 0)
		close(r->link);
	if (r->prog >= 0)
		close(r->prog);
	*r = (struct skep_replace){-1, -1};
}

int skep_replace_swap(const struct skep_replace *r, int prog)
{
	LIBBPF_OPTS(bpf_link_update_opts, options, .flags = BPF_F_REPLACE,
		    .old_prog_fd = (u32)r->prog);

	return bpf_link_update(r->link, prog, &options);
}

/* ---- maps */

/* A map of the attached program. */
struct old_map {
	int fd;
	struct bpf_map_info info;
};

/* What stays of a name that Linux keeps 15 bytes of: of global data the section, because the part
 * before it is the file's name. */
static const char *short_name(const char *name)
{
	const char *dot = strchr(name, '.');

	return dot ? dot : name;
}

static bool same_name(const struct bpf_map *map, const struct old_map *old)
{
	const char *ours = short_name(bpf_map__name(map)), *theirs = short_name(old->info.name);

	return strncmp(ours, theirs, BPF_OBJ_NAME_LEN - 1) == 0;
}

/* A type of BTF in C, on one line; "" if it has none. */
static void append(void *context, const char *format, va_list args)
{
	char text[256];

	vsnprintf(text, sizeof(text), format, args);
	skep_buffer_text(context, text);
}

/* Global data: its variables with their types and places. */
static void describe_section(struct skep_buffer *b, struct btf_dump *dump, const struct btf *btf,
			     const struct btf_type *section)
{
	const struct btf_var_secinfo *var = btf_var_secinfos(section);

	for (u32 i = 0; i < btf_vlen(section); i++) {
		const struct btf_type *type = btf__type_by_id(btf, var[i].type);

		LIBBPF_OPTS(btf_dump_emit_type_decl_opts, options,
			    .field_name = btf__name_by_offset(btf, type->name_off));
		skep_buffer_printf(b, "%s%u: ", i ? "; " : "", var[i].offset);
		btf_dump__emit_type_decl(dump, type->type, &options);
	}
}

static void describe_type(struct skep_buffer *b, const struct btf *btf, u32 id)
{
	const struct btf_type *type = btf && id ? btf__type_by_id(btf, id) : NULL;
	struct btf_dump *dump = type ? btf_dump__new(btf, append, b, NULL) : NULL;

	if (!dump)
		return;
	/* A struct's members count, not its name alone. */
	if (btf_is_datasec(type))
		describe_section(b, dump, btf, type);
	else if (btf_is_composite(type))
		btf_dump__dump_type(dump, id);
	else
		btf_dump__emit_type_decl(dump, id, NULL);
	btf_dump__free(dump);
	for (size_t i = 0; i < b->count; i++)
		if (b->data[i] == '\n' || b->data[i] == '\t')
			b->data[i] = ' ';
}

/* One side of a comparison. */
struct side {
	struct skep_buffer text;
	u32 size;
};

static bool differ(const char *map, const char *what, const struct side *old,
		   const struct side *new, struct skep_diag *d)
{
	const char *before = old->text.count ? old->text.data : "bytes";
	const char *after = new->text.count ? new->text.data : "bytes";

	if (old->size == new->size && strcmp(before, after) == 0)
		return false;
	/* Without types on both sides only the size is known. */
	if (old->size == new->size && (!old->text.count || !new->text.count))
		return false;
	skep_fail(d, SKEP_E_INVALID, "the %s of map %s was %s (%u bytes), and is %s (%u bytes) now",
		  what, map, before, old->size, after, new->size);
	skep_hint(d, "give the map another name to begin with an empty one");
	return true;
}

static bool compare_numbers(const struct bpf_map *map, const struct old_map *old,
			    struct skep_diag *d)
{
	const struct {
		const char *what;
		u32 old, new;
	} rows[] = {
	    {"type", old->info.type, bpf_map__type(map)},
	    {"max_entries", old->info.max_entries, bpf_map__max_entries(map)},
	    {"map_flags", old->info.map_flags, bpf_map__map_flags(map)},
	};

	for (size_t i = 0; i < SKEP_COUNT(rows); i++)
		if (rows[i].old != rows[i].new) {
			skep_fail(d, SKEP_E_INVALID, "%s of map %s was %u, and is %u now",
				  rows[i].what, bpf_map__name(map), rows[i].old, rows[i].new);
			return skep_hint(d, "give the map another name to begin with an empty one");
		}
	return true;
}

static bool compare(const struct bpf_map *map, const struct btf *btf, const struct old_map *old,
		    struct skep_diag *d)
{
	struct btf *other = old->info.btf_id ? btf__load_from_kernel_by_id(old->info.btf_id) : NULL;
	struct side old_key = {.size = old->info.key_size},
		    new_key = {.size = bpf_map__key_size(map)};
	struct side old_value = {.size = old->info.value_size},
		    new_value = {.size = bpf_map__value_size(map)};
	bool same;

	describe_type(&old_key.text, other, old->info.btf_key_type_id);
	describe_type(&new_key.text, btf, bpf_map__btf_key_type_id(map));
	describe_type(&old_value.text, other, old->info.btf_value_type_id);
	describe_type(&new_value.text, btf, bpf_map__btf_value_type_id(map));
	same = compare_numbers(map, old, d) &&
	       !differ(bpf_map__name(map), "key", &old_key, &new_key, d) &&
	       !differ(bpf_map__name(map), "value", &old_value, &new_value, d);
	skep_buffer_fini(&old_key.text);
	skep_buffer_fini(&new_key.text);
	skep_buffer_fini(&old_value.text);
	skep_buffer_fini(&new_value.text);
	btf__free(other);
	return same;
}

/* Constants and what the loader knows of the kernel belong to the new program. */
static bool goes_on(const struct bpf_map *map)
{
	const char *section = strchr(bpf_map__name(map), '.');

	return !section ||
	       (strncmp(section, ".rodata", 7) != 0 && strcmp(section, ".kconfig") != 0);
}

static bool reuse(struct bpf_object *object, const struct old_map *old, struct skep_diag *d)
{
	struct bpf_map *map;
	int error;

	bpf_object__for_each_map(map, object)
	{
		if (!same_name(map, old) || !goes_on(map))
			continue;
		if (!compare(map, bpf_object__btf(object), old, d))
			return false;
		error = bpf_map__reuse_fd(map, old->fd);
		if (error)
			return skep_fail(d, SKEP_E_SYSTEM, "cannot go on with map %s: %s",
					 bpf_map__name(map), strerror(-error));
	}
	return true;
}

bool skep_replace_maps(const struct skep_replace *r, struct bpf_object *object, struct skep_diag *d)
{
	struct bpf_prog_info info = {0};
	u32 size = sizeof(info), count;
	u32 *ids;
	bool ok = true;

	if (bpf_obj_get_info_by_fd(r->prog, &info, &size) < 0)
		return skep_fail(d, SKEP_E_SYSTEM, "cannot ask for the maps of the program: %s",
				 strerror(errno));
	count = info.nr_map_ids;
	ids = skep_alloc((count + 1) * sizeof(*ids));
	if (!ids)
		return skep_fail_nomem(d);
	info = (struct bpf_prog_info){.nr_map_ids = count, .map_ids = (uintptr_t)ids};
	if (bpf_obj_get_info_by_fd(r->prog, &info, &size) < 0)
		count = 0;
	for (u32 i = 0; ok && i < count; i++) {
		struct old_map old = {.fd = bpf_map_get_fd_by_id(ids[i])};
		u32 map_size = sizeof(old.info);

		if (old.fd < 0)
			continue;
		ok = bpf_obj_get_info_by_fd(old.fd, &old.info, &map_size) < 0 ||
		     reuse(object, &old, d);
		close(old.fd);
	}
	skep_free(ids);
	return ok;
}
