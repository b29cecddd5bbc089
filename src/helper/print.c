/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers that print, into memory or as a line of the system's. */
#include <errno.h>
#include <linux/bpf.h>

#include "helper/do.h"
#include "helper/format.h"
#include "vm/streams.h"

enum { LINE = 1024 /* bytes of a line, with its NUL */ };

/* Arguments as an array of 8 bytes each; -EINVAL if it cannot be one. */
static int count_args(u64 array, u64 size)
{
	if (size % sizeof(u64) || size > SKEP_FORMAT_ARGS * sizeof(u64) || (size && !array))
		return -EINVAL;
	return (int)(size / sizeof(u64));
}

u64 skep_do_snprintf(HELPER_ARGS)
{
	struct skep_format f = {.text = skep_pointer(r3), .client = skep_env(run)->client};
	int count = count_args(r4, (u32)r5), error;

	if (count < 0)
		return (u64)(s64)count;
	error = skep_format_pack(&f, UINT32_MAX, skep_pointer(r4), (u32)count);
	if (error)
		return (u64)(s64)error;
	return (u64)(s64)(skep_format_print(&f, skep_pointer(r1), (u32)r2) + 1);
}

static u64 print_line(struct skep_run *run, struct skep_format *f)
{
	const struct skep_services *services = skep_env(run)->services;
	char line[LINE];
	int length = skep_format_print(f, line, sizeof(line));

	services->print(services->system, line, length < LINE ? (size_t)length : sizeof(line) - 1);
	return (u64)(s64)length;
}

u64 skep_do_trace_printk(HELPER_ARGS)
{
	struct skep_format f = {.text = skep_pointer(r1), .client = skep_env(run)->client};
	const u64 args[] = {r3, r4, r5};
	int error = skep_format_pack(&f, (u32)r2, args, SKEP_COUNT(args));

	return error ? (u64)(s64)error : print_line(run, &f);
}

u64 skep_do_trace_vprintk(HELPER_ARGS)
{
	struct skep_format f = {.text = skep_pointer(r1), .client = skep_env(run)->client};
	int count = count_args(r3, (u32)r4), error;

	(void)r5;
	if (count < 0)
		return (u64)(s64)count;
	error = skep_format_pack(&f, (u32)r2, skep_pointer(r3), (u32)count);
	return error ? (u64)(s64)error : print_line(run, &f);
}

u64 skep_kfunc_bpf_stream_vprintk_impl(HELPER_ARGS)
{
	struct skep_format f = {.text = skep_pointer(r2), .client = skep_env(run)->client};
	int count = count_args(r3, (u32)r4), error, length;
	char line[LINE];

	if ((s32)r1 < 1 || (s32)r1 > SKEP_STREAMS)
		return skep_kfunc_result(-ENOENT);
	if (count < 0)
		return skep_kfunc_result(count);
	error = skep_format_pack(&f, UINT32_MAX, skep_pointer(r3), (u32)count);
	if (error)
		return skep_kfunc_result(error);
	length = skep_format_print(&f, line, sizeof(line));
	length = length < LINE ? length : LINE - 1;
	return skep_kfunc_result(
	    skep_streams_write(skep_pointer(r5), (s32)r1, line, (size_t)length));
}
