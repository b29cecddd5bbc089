/* SPDX-License-Identifier: BSD-2-Clause */
/* One mutex guards all timers. The thread takes a virtual CPU before it looks which timer is due:
 * who waits for a timer has a CPU, too. Programs wait for the mutex while they read maps, so nobody
 * who holds it waits for those who do. */
#include "syscall/timers.h"

#include <errno.h>
#include <pthread.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "hook/hook.h"
#include "map/object.h"
#include "syscall/system.h"
#include "syscall/watch.h"

#define SECOND 1000000000ULL /* ns */
#define NEVER  UINT64_MAX

enum { ABSOLUTE = 1 /* BPF_F_TIMER_ABS */ };

struct timer {
	struct timer *next;
	struct skep_map *map;
	void *field;
	clockid_t clock;
	struct skep_prog_entity *prog; /* used; NULL: it calls nothing */
	u64 function;
	u64 due; /* CLOCK_MONOTONIC, ns; NEVER: it was not started */
};

struct skep_timers {
	struct skep *skep;
	pthread_mutex_t mutex;	/* of all below */
	pthread_cond_t changed; /* also when `now` is over */
	pthread_t thread;
	bool has_thread, stops;
	struct timer *first;
	const struct timer *now; /* whose function runs */
};

static u64 clock_now(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (u64)t.tv_sec * SECOND + (u64)t.tv_nsec;
}

/* ---- timers; the mutex is held */

static struct timer *find(const struct skep_timers *ts, const void *field)
{
	struct timer *t = ts->first;

	while (t && t->field != field)
		t = t->next;
	return t;
}

static bool is_alive(const struct timer *t)
{
	return __atomic_load_n((u64 *)t->field, __ATOMIC_RELAXED) == (u64)(uintptr_t)t;
}

static struct timer *get(const struct skep_timers *ts, const void *field)
{
	struct timer *t = find(ts, field);

	return t && is_alive(t) ? t : NULL;
}

static struct timer *earliest(const struct skep_timers *ts)
{
	struct timer *best = NULL;

	for (struct timer *t = ts->first; t; t = t->next)
		if (t->due != NEVER && (!best || t->due < best->due))
			best = t;
	return best;
}

/* ---- the thread */

/* One call: the timer, as it was when its time had come. */
struct firing {
	struct timer timer;
	const struct timer *at;
	struct skep_stage *stage;
	u64 value_size;
};

static bool call(void *context, const void *key, void *value)
{
	struct firing *f = context;
	struct skep_run *run = &f->stage->run;
	u64 offset = (u64)(uintptr_t)f->timer.field - (u64)(uintptr_t)value;

	if (offset >= f->value_size)
		return true;
	if (__atomic_load_n((u64 *)f->timer.field, __ATOMIC_RELAXED) != (u64)(uintptr_t)f->at)
		return false;
	run->regions[run->region_count++] = (struct skep_region){
	    "the key", (u64)(uintptr_t)key, f->timer.map->shape.key_size, false};
	skep_function_enter(f->timer.function, run, skep_map_handle(f->timer.map),
			    (u64)(uintptr_t)key, (u64)(uintptr_t)value);
	return false;
}

/* The program has no packet, and no process has it run: it may make no calls of its own. */
static void fire(struct skep *skep, struct firing *f, u32 cpu)
{
	const struct skep_prog_entity *prog = f->timer.prog;
	int error;

	f->value_size = f->timer.map->shape.value_size;
	f->stage = skep_stage_new(prog->type, prog->attach_type, &skep->services, cpu, &error);
	if (!f->stage)
		return;
	f->stage->env.context_kind = SKEP_CONTEXT_MEMORY;
	f->stage->env.client = getpid();
	f->stage->env.allows = skep_watch_allows;
	f->stage->env.allower = f->timer.prog;
	skep_map_read_begin();
	f->timer.map->ops->for_each(f->timer.map, call, f, cpu);
	skep_map_read_end();
	skep_objects_settle(skep->objects);
	skep_stage_free(f->stage);
}

/* Calls what is due, if anything still is. */
static void fire_due(struct skep_timers *ts, u32 cpu)
{
	struct timer *t = earliest(ts);
	struct firing f = {.at = t};

	if (!t || t->due > clock_now(CLOCK_MONOTONIC) || ts->stops)
		return;
	t->due = NEVER;
	f.timer = *t;
	skep_entity_use(f.timer.prog);
	ts->now = t;
	pthread_mutex_unlock(&ts->mutex);
	fire(ts->skep, &f, cpu);
	pthread_mutex_lock(&ts->mutex);
	ts->now = NULL;
	pthread_cond_broadcast(&ts->changed);
	skep_entity_put(f.timer.prog);
}

static void wait_until(struct skep_timers *ts, u64 due)
{
	struct timespec at = {(time_t)(due / SECOND), (long)(due % SECOND)};

	pthread_cond_timedwait(&ts->changed, &ts->mutex, &at);
}

static void *serve(void *context)
{
	struct skep_timers *ts = context;

	pthread_mutex_lock(&ts->mutex);
	while (!ts->stops) {
		const struct timer *t = earliest(ts);

		if (!t)
			pthread_cond_wait(&ts->changed, &ts->mutex);
		else if (t->due > clock_now(CLOCK_MONOTONIC))
			wait_until(ts, t->due);
		else {
			u32 cpu;

			pthread_mutex_unlock(&ts->mutex);
			cpu = skep_cpu_take(ts->skep);
			pthread_mutex_lock(&ts->mutex);
			fire_due(ts, cpu);
			pthread_mutex_unlock(&ts->mutex);
			skep_cpu_give(ts->skep, cpu);
			pthread_mutex_lock(&ts->mutex);
		}
	}
	pthread_mutex_unlock(&ts->mutex);
	return NULL;
}

/* ---- what helpers ask for */

static bool is_me(const struct skep_timers *ts)
{
	return ts->has_thread && pthread_equal(ts->thread, pthread_self());
}

static int init_locked(struct skep_timers *ts, struct skep_map *map, void *field, u32 clock)
{
	struct timer *t = find(ts, field);

	if (*(u64 *)field)
		return -EBUSY;
	while (t && ts->now == t && !is_me(ts))
		pthread_cond_wait(&ts->changed, &ts->mutex);
	if (!t) {
		t = skep_alloc(sizeof(*t));
		if (!t)
			return -ENOMEM;
		t->next = ts->first;
		ts->first = t;
	}
	skep_entity_put(t->prog);
	*t = (struct timer){
	    .next = t->next, .map = map, .field = field, .clock = (clockid_t)clock, .due = NEVER};
	__atomic_store_n((u64 *)field, (u64)(uintptr_t)t, __ATOMIC_RELAXED);
	return 0;
}

static int init(void *system, struct skep_map *map, void *field, u32 clock)
{
	struct skep_timers *ts = ((struct skep *)system)->timers;
	int error;

	pthread_mutex_lock(&ts->mutex);
	error = init_locked(ts, map, field, clock);
	pthread_mutex_unlock(&ts->mutex);
	return error;
}

static int set_function(void *system, void *field, const struct skep_code *code, u64 function)
{
	struct skep_timers *ts = ((struct skep *)system)->timers;
	struct timer *t;

	pthread_mutex_lock(&ts->mutex);
	t = get(ts, field);
	if (t) {
		struct skep_prog_entity *old = t->prog;

		t->prog = skep_entity_use(code->owner);
		t->function = function;
		skep_entity_put(old);
	}
	pthread_mutex_unlock(&ts->mutex);
	return t ? 0 : -EINVAL;
}

static u64 due_at(const struct timer *t, u64 nanoseconds, u64 flags)
{
	u64 now = clock_now(CLOCK_MONOTONIC), their_now = clock_now(t->clock), due;

	if (flags & ABSOLUTE)
		nanoseconds = nanoseconds > their_now ? nanoseconds - their_now : 0;
	return __builtin_add_overflow(now, nanoseconds, &due) || due > INT64_MAX ? INT64_MAX : due;
}

static int start_locked(struct skep_timers *ts, void *field, u64 nanoseconds, u64 flags)
{
	struct timer *t = get(ts, field);

	if (!t || !t->prog)
		return -EINVAL;
	if (!ts->has_thread && pthread_create(&ts->thread, NULL, serve, ts))
		return -ENOMEM;
	ts->has_thread = true;
	t->due = due_at(t, nanoseconds, flags);
	pthread_cond_broadcast(&ts->changed);
	return 0;
}

static int start(void *system, void *field, u64 nanoseconds, u64 flags)
{
	struct skep_timers *ts = ((struct skep *)system)->timers;
	int error;

	pthread_mutex_lock(&ts->mutex);
	error = start_locked(ts, field, nanoseconds, flags);
	pthread_mutex_unlock(&ts->mutex);
	return error;
}

/* 1 if it was started; what it calls has returned. */
static int cancel_locked(struct skep_timers *ts, const void *field)
{
	struct timer *t = get(ts, field);
	int was;

	if (!t)
		return -EINVAL;
	if (is_me(ts) && ts->now)
		return ts->now == t ? -EDEADLK : 0;
	was = t->due != NEVER;
	t->due = NEVER;
	while (ts->now == t)
		pthread_cond_wait(&ts->changed, &ts->mutex);
	return was;
}

static int cancel(void *system, void *field)
{
	struct skep_timers *ts = ((struct skep *)system)->timers;
	int result;

	pthread_mutex_lock(&ts->mutex);
	result = cancel_locked(ts, field);
	pthread_mutex_unlock(&ts->mutex);
	return result;
}

const struct skep_timer_services skep_timer_services = {init, set_function, start, cancel};

/* ---- maps and systems that go */

bool skep_timers_forget(struct skep_timers *ts, const struct skep_map *map)
{
	bool any = false;

	pthread_mutex_lock(&ts->mutex);
	while (ts->now && ts->now->map == map)
		pthread_cond_wait(&ts->changed, &ts->mutex);
	for (struct timer **link = &ts->first, *t = *link; t; t = *link) {
		if (t->map != map) {
			link = &t->next;
			continue;
		}
		*link = t->next;
		any |= t->prog != NULL;
		skep_entity_put(t->prog);
		*(u64 *)t->field = 0;
		skep_free(t);
	}
	pthread_mutex_unlock(&ts->mutex);
	return any;
}

struct skep_timers *skep_timers_new(struct skep *skep)
{
	struct skep_timers *ts = skep_alloc(sizeof(*ts));
	pthread_condattr_t attr;

	if (!ts)
		return NULL;
	ts->skep = skep;
	pthread_mutex_init(&ts->mutex, NULL);
	pthread_condattr_init(&attr);
	pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
	pthread_cond_init(&ts->changed, &attr);
	pthread_condattr_destroy(&attr);
	return ts;
}

void skep_timers_stop(struct skep_timers *ts)
{
	if (!ts)
		return;
	pthread_mutex_lock(&ts->mutex);
	ts->stops = true;
	pthread_cond_broadcast(&ts->changed);
	pthread_mutex_unlock(&ts->mutex);
	if (ts->has_thread)
		pthread_join(ts->thread, NULL);
}

void skep_timers_free(struct skep_timers *ts)
{
	if (!ts)
		return;
	pthread_cond_destroy(&ts->changed);
	pthread_mutex_destroy(&ts->mutex);
	skep_free(ts);
}
