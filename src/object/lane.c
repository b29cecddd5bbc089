/* SPDX-License-Identifier: BSD-2-Clause */
/* A lane of skep's, or in Linux a row of calls of BPF_PROG_TEST_RUN, which tell less: not where a
 * packet was redirected to, nor in which program a run ended. */
#include "object/lane.h"

#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "object/lane_linux.h"
#include "object/rings.h"
#include "object/running_parts.h"
#include "syscall/run.h"

struct skep_running_lane {
	struct skep_running *r;
	struct skep_lane *lane;		    /* NULL: Linux runs it */
	struct skep_lane_linux *linux_lane; /* NULL: skep does */
	struct skep_verdicts verdicts;
	struct skep_counts counts;
};

/* Programs whose verdict is a size are given packets without their link-layer header. */
enum { ETH_HEADER = 14 };

/* ---- counting */

static void tally_add(struct skep_tallies *t, const struct skep_tally *what)
{
	for (u32 i = 0; i < t->count; i++) {
		if (t->rows[i].thing == what->thing && t->rows[i].target == what->target) {
			t->rows[i].count += what->count;
			return;
		}
	}
	if (t->count == SKEP_TALLY_MAX)
		t->others += what->count;
	else
		t->rows[t->count++] = *what;
}

static enum skep_fate count(struct skep_running_lane *lane, const struct skep_packet *packet,
			    const struct skep_lane_result *result)
{
	struct skep_counts *c = &lane->counts;
	u32 row = skep_verdicts_find(&lane->verdicts, result->verdict, packet->caplen - ETH_HEADER);
	enum skep_fate fate = lane->verdicts.rows[row].fate;

	c->packets++;
	c->bytes += packet->caplen;
	c->verdicts[row]++;
	c->fates[fate]++;
	if (!lane->lane)
		return fate;
	if (fate == SKEP_FATE_REDIRECT)
		tally_add(&c->targets, &(struct skep_tally){.thing = result->map,
							    .target = result->target,
							    .count = 1});
	if (result->ended != skep_lane_own(lane->lane))
		tally_add(&c->ends, &(struct skep_tally){.thing = result->ended, .count = 1});
	return fate;
}

/* ---- running */

static struct skep_outcome outcome_of(const struct skep_running_lane *lane,
				      const struct skep_packet *packet,
				      const struct skep_lane_result *result, enum skep_fate fate)
{
	struct skep_outcome o = {
	    .fate = fate,
	    .verdict = result->verdict,
	    .data = result->data ? result->data : packet->data,
	    .size = result->data ? (u32)result->size : packet->caplen,
	};

	if (lane->verdicts.by_size && result->verdict < o.size - ETH_HEADER)
		o.size = ETH_HEADER + result->verdict;
	return o;
}

static void run_row(struct skep_running_lane *lane, const struct skep_packet *packets, u32 size,
		    struct skep_lane_result *results)
{
	lane->counts.nanoseconds +=
	    lane->lane ? skep_lane_run(lane->lane, packets, size, results)
		       : skep_lane_linux_run(lane->linux_lane, packets, size, results);
	skep_rings_drain(lane->r->rings);
}

void skep_running_lane_run(struct skep_running_lane *lane, const struct skep_packet *packets,
			   u32 all, skep_outcome_take *take, void *context)
{
	struct skep_lane_result results[SKEP_LANE_ROW];

	for (u32 at = 0; at < all; at += SKEP_LANE_ROW) {
		u32 size = all - at < SKEP_LANE_ROW ? all - at : SKEP_LANE_ROW;

		run_row(lane, packets + at, size, results);
		for (u32 i = 0; i < size; i++) {
			const struct skep_packet *packet = &packets[at + i];
			struct skep_outcome o;
			enum skep_fate fate;

			if (results[i].error) {
				lane->counts.refused++;
				continue;
			}
			fate = count(lane, packet, &results[i]);
			if (!take)
				continue;
			o = outcome_of(lane, packet, &results[i], fate);
			take(context, at + i, &o);
		}
	}
}

/* ---- sums */

static void add_tallies(const struct skep_running_lane *lane, struct skep_tallies *sum,
			const struct skep_tallies *t, bool programs)
{
	sum->others += t->others;
	for (u32 i = 0; i < t->count; i++) {
		struct skep_tally row = t->rows[i];

		row.name =
		    programs
			? skep_running_program_name(lane->r,
						    skep_lane_program_id(lane->lane, row.thing))
			: skep_running_map_name(lane->r, skep_lane_map_id(lane->lane, row.thing));
		tally_add(sum, &row);
	}
}

void skep_running_sum(const struct skep_running_lane *lane, struct skep_counts *sum)
{
	const struct skep_counts *c = &lane->counts;

	sum->packets += c->packets;
	sum->bytes += c->bytes;
	sum->refused += c->refused;
	sum->nanoseconds += c->nanoseconds;
	for (u32 i = 0; i < SKEP_VERDICTS_MAX; i++)
		sum->verdicts[i] += c->verdicts[i];
	for (u32 i = 0; i < SKEP_FATES; i++)
		sum->fates[i] += c->fates[i];
	add_tallies(lane, &sum->targets, &c->targets, false);
	add_tallies(lane, &sum->ends, &c->ends, true);
}

/* ---- from the beginning to the end */

static bool begin_skep(struct skep_running_lane *lane, struct skep_diag *d)
{
	int error = 0;

	lane->lane = skep_lane_new(lane->r->skep, skep_running_fd(lane->r), &error);
	return lane->lane || skep_fail(d, SKEP_E_SYSTEM, "%s cannot run: %s",
				       skep_running_program(lane->r).name, strerror(-error));
}

static bool begin_linux(struct skep_running_lane *lane, struct skep_diag *d)
{
	const struct skep_running_program program = skep_running_program(lane->r);

	lane->linux_lane = skep_lane_linux_new(skep_running_fd(lane->r), &program, d);
	return lane->linux_lane;
}

struct skep_running_lane *skep_running_lane_new(struct skep_running *r, struct skep_diag *d)
{
	struct skep_running_lane *lane = skep_alloc(sizeof(*lane));

	if (!lane) {
		skep_fail_nomem(d);
		return NULL;
	}
	lane->r = r;
	skep_verdicts_of(skep_running_program(r).type, &lane->verdicts);
	if (r->skep ? begin_skep(lane, d) : begin_linux(lane, d))
		return lane;
	skep_free(lane);
	return NULL;
}

void skep_running_lane_free(struct skep_running_lane *lane)
{
	if (!lane)
		return;
	skep_lane_free(lane->lane);
	skep_lane_linux_free(lane->linux_lane);
	skep_free(lane);
}
