/* SPDX-License-Identifier: BSD-2-Clause */
/* Writes a capture of traffic.c for whole commands to be measured on.
 *
 * usage: make_capture COUNT FILE */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "traffic.h"

static void put(FILE *out, const void *bytes, size_t count)
{
	if (fwrite(bytes, 1, count, out) != count)
		err(1, "writing");
}

int main(int argc, char **argv)
{
	static const u32 header[] = {0xa1b2c3d4, 4 << 16 | 2, 0, 0, 262144, 1};
	struct traffic t = {.state = 42};
	u8 frame[TRAFFIC_MAX];
	u64 count;
	FILE *out;

	if (argc != 3)
		errx(2, "usage: make_capture COUNT FILE");
	count = strtoull(argv[1], NULL, 10);
	out = fopen(argv[2], "w");
	if (!out)
		err(1, "%s", argv[2]);
	memset(frame, 0x5a, sizeof(frame));
	put(out, header, sizeof(header));
	for (u64 i = 0; i < count; i++) {
		u32 size = traffic_next(&t, frame);
		u32 record[] = {(u32)(1700000000 + i / 100000), (u32)(i % 100000) * 10, size, size};

		put(out, record, sizeof(record));
		put(out, frame, size);
	}
	if (fclose(out))
		err(1, "%s", argv[2]);
	return 0;
}
