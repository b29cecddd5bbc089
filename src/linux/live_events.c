/* SPDX-License-Identifier: BSD-2-Clause */
/* Events of ring buffers and perf buffers. What type they have is said by an option, or by a name:
 * struct x for a map x or xs, struct x_event, else struct event. Maps of events have no values
 * whose type could say it. */
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "linux/explain.h"
#include "linux/live_parts.h"

enum {
	PERF_PAGES = 64, /* of each CPU's buffer */
	SOURCES = 32,	 /* maps of events that are polled, at most */
	MAPS = 64,	 /* of a program (MAX_USED_MAPS) */
};

/* ---- types */

static u32 find_struct(const struct btf *btf, const char *name)
{
	s32 id = btf__find_by_name_kind(btf, name, BTF_KIND_STRUCT);

	return id > 0 ? (u32)id : 0;
}

/* What an option says of a map; NULL if none does. */
static const char *said_type(const struct skep_live_options *o, const char *map)
{
	size_t length = strlen(map);

	for (u32 i = 0; i < o->type_count; i++)
		if (strncmp(o->types[i], map, length) == 0 && o->types[i][length] == '=')
			return o->types[i] + length + 1;
	return NULL;
}

static u32 guess_type(const struct btf *btf, const char *map)
{
	size_t length = strlen(map);
	char text[96];
	u32 id = find_struct(btf, map);

	if (!id && length && map[length - 1] == 's') {
		snprintf(text, sizeof(text), "%.*s", (int)length - 1, map);
		id = find_struct(btf, text);
	}
	snprintf(text, sizeof(text), "%s_event", map);
	id = id ? id : find_struct(btf, text);
	return id ? id : find_struct(btf, "event");
}

/* False with *d set if the type that an option names is not there. */
static bool find_type(const struct skep_live *live, const char *map, u32 *type, struct skep_diag *d)
{
	const struct btf *btf = bpf_object__btf(live->object);
	const char *said = said_type(live->options, map);

	*type = btf ? said ? find_struct(btf, said) : guess_type(btf, map) : 0;
	if (*type || !said)
		return true;
	skep_fail(d, SKEP_E_NAME, "the object has no struct %s, which the events of %s are to be",
		  said, map);
	return skep_hint(d,
			 "BTF has only types that are used: struct %s *unused "
			 "__attribute__((unused)); keeps one",
			 said);
}

static bool holds_events(const struct bpf_map *map)
{
	return map && (bpf_map__type(map) == BPF_MAP_TYPE_RINGBUF ||
		       bpf_map__type(map) == BPF_MAP_TYPE_PERF_EVENT_ARRAY);
}

/* Whether what an option says of a map is of this object. */
static bool check_said(const struct skep_live *live, const char *said, struct skep_diag *d)
{
	size_t length = strcspn(said, "=");
	char map[64];
	u32 type;

	snprintf(map, sizeof(map), "%.*s", (int)length, said);
	if (!said[length] || !said[length + 1] || !length)
		return skep_fail(d, SKEP_E_SYNTAX, "--event %s: expected MAP=TYPE", said);
	if (!holds_events(bpf_object__find_map_by_name(live->object, map)))
		return skep_fail(d, SKEP_E_NAME,
				 "--event %s: the object has no ring or perf buffer %s", said, map);
	return find_type(live, map, &type, d);
}

bool skep_live_check_types(const struct skep_live *live, struct skep_diag *d)
{
	for (u32 i = 0; i < live->options->type_count; i++)
		if (!check_said(live, live->options->types[i], d))
			return false;
	return true;
}

/* ---- what arrives */

static void tell(const struct skep_live_source *source, const void *data, size_t size)
{
	const struct skep_live_events *to = source->live->to;
	/* perf puts bytes behind the record, to fill it up. */
	bool typed = source->type && size >= source->size;
	struct skep_live_value value = {
	    .map = source->map,
	    .type = {.btf = bpf_object__btf(source->live->object),
		     .id = typed ? source->type : 0,
		     .size = typed ? source->size : (u32)size},
	    .value = data,
	};

	if (to)
		to->event(to->context, &value);
}

static int on_ring(void *context, void *data, size_t size)
{
	tell(context, data, size);
	return 0;
}

static void on_perf(void *context, int cpu, void *data, u32 size)
{
	(void)cpu;
	tell(context, data, size);
}

static void on_lost(void *context, int cpu, __u64 count)
{
	const struct skep_live_source *source = context;
	const struct skep_live_events *to = source->live->to;

	(void)cpu;
	if (to)
		to->lost(to->context, source->map, count);
}

/* ---- opening */

static struct skep_live_source *add_source(struct skep_live *live, struct bpf_map *map,
					   struct skep_diag *d)
{
	size_t size = (live->source_count + 1) * sizeof(*live->sources);
	struct skep_live_source **grown = skep_realloc(live->sources, size);
	struct skep_live_source *source = skep_alloc(sizeof(*source));
	const struct btf *btf = bpf_object__btf(live->object);

	if (grown)
		live->sources = grown;
	if (!grown || !source) {
		skep_free(source);
		skep_fail_nomem(d);
		return NULL;
	}
	live->sources[live->source_count++] = source;
	source->live = live;
	source->map = bpf_map__name(map);
	if (!find_type(live, source->map, &source->type, d))
		return NULL;
	if (source->type)
		source->size = (u32)btf__resolve_size(btf, source->type);
	return source;
}

static bool listen_ring(struct skep_live *live, struct skep_live_source *source, int fd)
{
	if (live->rings)
		return ring_buffer__add(live->rings, fd, on_ring, source) == 0;
	live->rings = ring_buffer__new(fd, on_ring, source, NULL);
	return live->rings != NULL;
}

static bool fail_source(const struct skep_live_source *source, bool ring, int error,
			struct skep_diag *d)
{
	const struct skep_linux_failure f = {.section = SKEP_LINUX_ATTACH,
					     .name = "perf software clock",
					     .call = "perf_event_open",
					     .error = error};

	if (!ring && (error == EPERM || error == EACCES))
		return skep_linux_explain(NULL, &f, d);
	return skep_fail(d, SKEP_E_SYSTEM, "cannot read the events of map %s: %s", source->map,
			 strerror(error));
}

static bool listen_map(struct skep_live *live, struct bpf_map *map, struct skep_diag *d)
{
	bool ring = bpf_map__type(map) == BPF_MAP_TYPE_RINGBUF;
	struct skep_live_source *source = add_source(live, map, d);

	if (!source)
		return false;
	if (!ring)
		source->perf =
		    perf_buffer__new(bpf_map__fd(map), PERF_PAGES, on_perf, on_lost, source, NULL);
	if (ring ? listen_ring(live, source, bpf_map__fd(map)) : source->perf != NULL)
		return true;
	return fail_source(source, ring, errno, d);
}

/* Whether a program that is attached uses a map. */
static bool is_used(const struct skep_live *live, const struct bpf_map *map)
{
	struct bpf_map_info info = {0};
	u32 size = sizeof(info), ids[MAPS];
	bool used = false;

	if (bpf_obj_get_info_by_fd(bpf_map__fd(map), &info, &size) < 0)
		return true;
	for (u32 i = 0; !used && i < live->entry_count; i++) {
		struct bpf_prog_info prog = {.nr_map_ids = MAPS, .map_ids = (uintptr_t)ids};
		u32 prog_size = sizeof(prog);
		int fd = bpf_program__fd(live->entries[i]->attaching.prog);

		if (bpf_obj_get_info_by_fd(fd, &prog, &prog_size) < 0)
			return true;
		for (u32 k = 0; k < prog.nr_map_ids && k < MAPS; k++)
			used |= ids[k] == info.id;
	}
	return used;
}

bool skep_live_listen(struct skep_live *live, struct skep_diag *d)
{
	struct bpf_map *map;

	bpf_object__for_each_map(map, live->object)
	{
		if (!holds_events(map) || !is_used(live, map))
			continue;
		if (live->source_count + 3 > SOURCES)
			return skep_fail(d, SKEP_E_LIMIT, "more than %d maps of events",
					 SOURCES - 3);
		if (!listen_map(live, map, d))
			return false;
	}
	return true;
}

void skep_live_deafen(struct skep_live *live)
{
	ring_buffer__free(live->rings);
	live->rings = NULL;
	for (u32 i = 0; i < live->source_count; i++) {
		perf_buffer__free(live->sources[i]->perf);
		skep_free(live->sources[i]);
	}
	skep_free(live->sources);
	live->sources = NULL;
	live->source_count = 0;
}

/* ---- reading */

static void consume(struct skep_live *live)
{
	if (live->rings)
		ring_buffer__consume(live->rings);
	for (u32 i = 0; i < live->source_count; i++)
		if (live->sources[i]->perf)
			perf_buffer__consume(live->sources[i]->perf);
}

static s64 now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (s64)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

/* Descriptors to wait for; poll(2) leaves out the negative ones. */
static u32 gather(const struct skep_live *live, struct pollfd *fds, int stop)
{
	u32 count = 0;

	fds[count++] = (struct pollfd){.fd = stop, .events = POLLIN};
	fds[count++] = (struct pollfd){.fd = live->rings ? ring_buffer__epoll_fd(live->rings) : -1,
				       .events = POLLIN};
	for (u32 i = 0; i < live->source_count; i++)
		if (live->sources[i]->perf)
			fds[count++] = (struct pollfd){
			    .fd = perf_buffer__epoll_fd(live->sources[i]->perf), .events = POLLIN};
	return count;
}

bool skep_live_events(struct skep_live *live, const struct skep_live_events *events, int stop,
		      int limit, struct skep_diag *d)
{
	s64 end = now() + limit;
	struct pollfd fds[SOURCES];
	u32 count = gather(live, fds, stop);
	bool ok = true;

	live->to = events;
	for (;;) {
		s64 left = limit < 0 ? -1 : end - now();

		if (limit >= 0 && left <= 0)
			break;
		if (poll(fds, count, (int)left) < 0 && errno != EINTR) {
			ok = skep_fail(d, SKEP_E_SYSTEM, "poll: %s", strerror(errno));
			break;
		}
		if (fds[0].revents)
			break;
		consume(live);
	}
	live->to = NULL;
	return ok;
}

void skep_live_detach(struct skep_live *live, const struct skep_live_events *events)
{
	for (u32 i = 0; i < live->entry_count; i++)
		skep_attaching_fini(&live->entries[i]->attaching);
	live->to = events;
	consume(live);
	live->to = NULL;
	skep_live_deafen(live);
}
