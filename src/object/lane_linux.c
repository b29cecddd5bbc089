/* SPDX-License-Identifier: BSD-2-Clause */
/* One call a packet, because each has its own bytes. Linux makes a packet of what it is given as
 * skep's stages do: behind the Ethernet header for all but xdp and traffic control. */
#include "object/lane_linux.h"

#include <bpf/bpf.h>
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"

enum {
	ROOM = (1 << 16) + 4096, /* bytes of a packet that a program made longer */
	NOT_SUPPORTED = 524,	 /* ENOTSUPP of the kernel, which is no errno of users */
};

struct skep_lane_linux {
	int fd;
	bool changes; /* its type lets it change packets */
	u8 *room;     /* owned; ROOM bytes for each packet of a row */
};

/* A frame of a byte is too short for all types, so that nothing runs. */
static bool is_offered(int fd)
{
	u8 byte = 0;
	LIBBPF_OPTS(bpf_test_run_opts, test, .data_in = &byte, .data_size_in = 1, .repeat = 1);

	return bpf_prog_test_run_opts(fd, &test) != -NOT_SUPPORTED;
}

struct skep_lane_linux *skep_lane_linux_new(int fd, const struct skep_running_program *program,
					    struct skep_diag *d)
{
	struct skep_lane_linux *lane;

	if (!is_offered(fd)) {
		skep_fail(d, SKEP_E_UNSUPPORTED,
			  "BPF_PROG_TEST_RUN of this Linux does not run programs of type %s",
			  program->type_name);
		return NULL;
	}
	lane = skep_alloc(sizeof(*lane));
	if (lane)
		lane->room = skep_alloc((size_t)SKEP_LANE_ROW * ROOM);
	if (!lane || !lane->room) {
		skep_fail_nomem(d);
		skep_free(lane);
		return NULL;
	}
	lane->fd = fd;
	lane->changes = skep_lane_changes(program->type);
	return lane;
}

void skep_lane_linux_free(struct skep_lane_linux *lane)
{
	if (!lane)
		return;
	skep_free(lane->room);
	skep_free(lane);
}

u64 skep_lane_linux_run(struct skep_lane_linux *lane, const struct skep_packet *packets, u32 count,
			struct skep_lane_result *results)
{
	u64 nanoseconds = 0;

	for (u32 i = 0; i < count; i++) {
		u8 *out = lane->room + (size_t)i * ROOM;
		LIBBPF_OPTS(bpf_test_run_opts, test, .data_in = packets[i].data,
			    .data_size_in = packets[i].caplen,
			    .data_out = lane->changes ? out : NULL,
			    .data_size_out = lane->changes ? ROOM : 0, .repeat = 1);
		int error = bpf_prog_test_run_opts(lane->fd, &test);

		results[i] = (struct skep_lane_result){.error = error,
						       .verdict = test.retval,
						       .data = lane->changes ? out : NULL,
						       .size = test.data_size_out};
		nanoseconds += error ? 0 : test.duration;
	}
	return nanoseconds;
}
