/* SPDX-License-Identifier: BSD-2-Clause */
/* A window of packets is cut into one slice a thread. Each thread keeps what is to be written of
 * its slice; written is slice after slice, so that files are in the order of the input. The first
 * thread is the one that reads and writes. */
#include "cli/run_loop.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "cli/chunk.h"
#include "cli/progress.h"
#include "cli/stop.h"

enum {
	SLICE = 4096,	     /* packets of a thread in a window */
	STOP_PACKETS = 4096, /* between two looks for a signal */
};

struct loop;

/* One thread with what it runs on. */
struct worker {
	struct loop *loop;
	struct skep_running_lane *lane;
	const struct skep_packet *packets;
	const s64 *ns;
	u32 count;
	struct skep_buffer kept; /* packets to be written: a struct kept and its bytes each */
	pthread_t thread;
};

struct kept {
	s64 ns;
	u32 wirelen, size;
	enum skep_fate fate;
};

struct loop {
	const struct skep_run_job *job;
	u32 workers; /* made so far */
	struct worker *worker;
	pthread_mutex_t mutex; /* of what follows */
	pthread_cond_t begun, ended;
	u64 window;  /* the threads' number of the one to run */
	u32 busy;    /* threads that have not run theirs */
	u32 threads; /* that were started */
	bool over;   /* no window follows */
	bool writes;
	struct skep_chunk chunk;
	struct skep_batch out;
	u32 since_look; /* packets */
	struct skep_progress progress;
};

static u64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (u64)t.tv_sec * 1000000000u + (u64)t.tv_nsec;
}

/* ---- a slice */

static void keep(void *context, u32 packet, const struct skep_outcome *outcome)
{
	struct worker *w = context;
	const struct skep_packet *before = &w->packets[packet];
	struct kept kept = {.ns = w->ns[packet],
			    .wirelen = outcome->size + (before->wirelen > before->caplen
							    ? before->wirelen - before->caplen
							    : 0),
			    .size = outcome->size,
			    .fate = outcome->fate};

	if (!w->loop->job->sinks[outcome->fate])
		return;
	/* What a socket filter cuts was on the wire all the same. */
	if (kept.wirelen < before->wirelen && outcome->size < before->caplen &&
	    outcome->data == before->data)
		kept.wirelen = before->wirelen;
	skep_buffer_bytes(&w->kept, &kept, sizeof(kept));
	skep_buffer_bytes(&w->kept, outcome->data, outcome->size);
}

static void run_slice(struct worker *w)
{
	skep_running_lane_run(w->lane, w->packets, w->count, w->loop->writes ? keep : NULL, w);
}

/* ---- threads */

static void *work(void *context)
{
	struct worker *w = context;
	struct loop *loop = w->loop;

	pthread_mutex_lock(&loop->mutex);
	for (u64 done = 0;; done = loop->window) {
		while (loop->window == done && !loop->over)
			pthread_cond_wait(&loop->begun, &loop->mutex);
		if (loop->over)
			break;
		pthread_mutex_unlock(&loop->mutex);
		run_slice(w);
		pthread_mutex_lock(&loop->mutex);
		if (--loop->busy == 0)
			pthread_cond_signal(&loop->ended);
	}
	pthread_mutex_unlock(&loop->mutex);
	return NULL;
}

static void begin_window(struct loop *loop, bool over)
{
	if (!loop->threads)
		return;
	pthread_mutex_lock(&loop->mutex);
	loop->busy = loop->threads;
	loop->over = over;
	loop->window++;
	pthread_cond_broadcast(&loop->begun);
	pthread_mutex_unlock(&loop->mutex);
}

static void end_window(struct loop *loop)
{
	if (!loop->threads)
		return;
	pthread_mutex_lock(&loop->mutex);
	while (loop->busy)
		pthread_cond_wait(&loop->ended, &loop->mutex);
	pthread_mutex_unlock(&loop->mutex);
}

/* A thread for each worker but the first. */
static bool begin_threads(struct loop *loop, struct skep_diag *d)
{
	for (u32 i = 1; i < loop->workers; i++) {
		struct worker *w = &loop->worker[i];
		int error = pthread_create(&w->thread, NULL, work, w);

		if (error)
			return skep_fail(d, SKEP_E_SYSTEM, "cannot start thread %u of %u: %s",
					 i + 1, loop->workers, strerror(error));
		loop->threads++;
	}
	return true;
}

static void end_threads(struct loop *loop)
{
	begin_window(loop, true);
	for (u32 i = 1; i <= loop->threads; i++)
		pthread_join(loop->worker[i].thread, NULL);
}

/* ---- writing */

/* Packets are written a batch at a time, as a sink wants them. */
static bool write_batch(struct loop *loop, struct skep_sink *sink, struct skep_diag *d)
{
	for (u32 i = 0; i < loop->out.count; i++)
		if (!skep_sink_put(sink, &loop->out, i, UINT32_MAX, d))
			return false;
	loop->out.count = 0;
	return skep_sink_settle(sink, d);
}

static bool write_fate(struct loop *loop, const struct worker *w, enum skep_fate fate,
		       struct skep_diag *d)
{
	struct skep_sink *sink = loop->job->sinks[fate];
	struct kept kept;

	for (size_t at = 0; sink && at < w->kept.count; at += sizeof(kept) + kept.size) {
		const u8 *record = (const u8 *)w->kept.data + at;

		memcpy(&kept, record, sizeof(kept));
		if (kept.fate != fate)
			continue;
		if (loop->out.count == SKEP_BATCH_MAX && !write_batch(loop, sink, d))
			return false;
		loop->out.ns[loop->out.count] = kept.ns;
		loop->out.packets[loop->out.count++] = (struct skep_packet){
		    .data = record + sizeof(kept), .caplen = kept.size, .wirelen = kept.wirelen};
	}
	return !sink || write_batch(loop, sink, d);
}

static bool write_kept(struct loop *loop, struct skep_diag *d)
{
	for (u32 i = 0; i < loop->workers; i++) {
		struct worker *w = &loop->worker[i];

		if (w->kept.failed)
			return skep_fail_nomem(d);
		for (u32 fate = 0; fate < SKEP_FATES; fate++)
			if (!write_fate(loop, w, fate, d))
				return false;
		w->kept.count = 0;
	}
	return true;
}

/* ---- a window */

static void share_out(struct loop *loop, u32 at, u32 count)
{
	u32 done = 0;

	for (u32 i = 0; i < loop->workers; i++) {
		struct worker *w = &loop->worker[i];

		w->packets = loop->chunk.packets + at + done;
		w->ns = loop->chunk.ns + at + done;
		w->count = (count - done) / (loop->workers - i);
		done += w->count;
	}
}

static bool run_window(struct loop *loop, u32 at, u32 count, struct skep_diag *d)
{
	share_out(loop, at, count);
	begin_window(loop, false);
	run_slice(&loop->worker[0]);
	end_window(loop);
	return !loop->writes || write_kept(loop, d);
}

static bool is_stopped(struct loop *loop, u32 packets)
{
	loop->since_look += packets;
	if (loop->since_look < STOP_PACKETS)
		return false;
	loop->since_look = 0;
	return skep_stop_asked(loop->job->stop_fd);
}

/* The first `all` packets of the chunk. */
static bool run_chunk(struct loop *loop, u32 all, struct skep_run_figures *f, struct skep_diag *d)
{
	u32 window = loop->workers * SLICE;

	for (u32 at = 0; at < all && !f->interrupted; at += window) {
		u32 count = all - at < window ? all - at : window;

		if (!run_window(loop, at, count, d))
			return false;
		f->interrupted = is_stopped(loop, count);
	}
	return true;
}

/* All of it, as often as it was asked for: passes over few packets are put together, so that a
 * window is worth its threads. */
static bool run_passes(struct loop *loop, struct skep_run_figures *f, struct skep_diag *d)
{
	u64 left = loop->job->options->repeat ?: 1;
	u32 once = loop->chunk.count, window = loop->workers * SLICE;
	u64 passes = once && once < window ? window / once : 1;

	if (left == 1)
		return run_chunk(loop, once, f, d);
	passes = passes < left ? passes : left;
	if (!skep_chunk_repeat(&loop->chunk, (u32)passes, d))
		return false;
	for (; left && !f->interrupted; left -= passes) {
		passes = passes < left ? passes : left;
		if (!run_chunk(loop, once * (u32)passes, f, d))
			return false;
	}
	return true;
}

/* How many packets are read at a time: all, if they are needed again. */
static u32 chunk_limit(const struct loop *loop)
{
	if (loop->job->options->repeat > 1)
		return UINT32_MAX;
	return loop->workers > 1 ? loop->workers * SLICE : 0;
}

static bool run_all(struct loop *loop, struct skep_run_figures *f, struct skep_diag *d)
{
	u64 done = 0;
	u32 limit = chunk_limit(loop);

	while (!loop->chunk.end && !f->interrupted) {
		/* What came before the input was found to be damaged is run, too. */
		bool read = skep_chunk_fill(&loop->chunk, loop->job->source, limit, d);

		if (!run_passes(loop, f, d) || !read)
			return false;
		done += loop->chunk.count;
		skep_progress_show(&loop->progress, skep_source_progress(loop->job->source), done);
	}
	return true;
}

/* ---- from the beginning to the end */

static bool begin_workers(struct loop *loop, u32 count, struct skep_diag *d)
{
	loop->worker = skep_alloc(count * sizeof(*loop->worker));
	if (!loop->worker)
		return skep_fail_nomem(d);
	for (; loop->workers < count; loop->workers++) {
		struct worker *w = &loop->worker[loop->workers];

		w->loop = loop;
		w->lane = skep_running_lane_new(loop->job->running, d);
		if (!w->lane)
			return false;
	}
	return true;
}

static void end_workers(struct loop *loop, struct skep_run_figures *f)
{
	for (u32 i = 0; i < loop->workers; i++) {
		skep_running_sum(loop->worker[i].lane, &f->counts);
		skep_running_lane_free(loop->worker[i].lane);
		skep_buffer_fini(&loop->worker[i].kept);
	}
	skep_free(loop->worker);
	skep_chunk_fini(&loop->chunk);
}

bool skep_run_loop(const struct skep_run_job *job, struct skep_run_figures *f, struct skep_diag *d)
{
	struct loop *loop = skep_alloc(sizeof(*loop));
	u64 begin;
	bool ok;

	if (!loop)
		return skep_fail_nomem(d);
	loop->job = job;
	pthread_mutex_init(&loop->mutex, NULL);
	pthread_cond_init(&loop->begun, NULL);
	pthread_cond_init(&loop->ended, NULL);
	for (u32 fate = 0; fate < SKEP_FATES; fate++)
		loop->writes |= job->sinks[fate] != NULL;
	ok = begin_workers(loop, job->options->threads ? (u32)job->options->threads : 1, d) &&
	     begin_threads(loop, d);
	skep_progress_begin(&loop->progress, !isatty(STDOUT_FILENO));
	loop->progress.verb = "run";
	begin = now();
	ok = ok && run_all(loop, f, d);
	f->nanoseconds = now() - begin;
	skep_progress_end(&loop->progress);
	end_threads(loop);
	end_workers(loop, f);
	pthread_cond_destroy(&loop->ended);
	pthread_cond_destroy(&loop->begun);
	pthread_mutex_destroy(&loop->mutex);
	skep_free(loop);
	return ok;
}
