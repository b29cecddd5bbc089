/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Folios of files that come into the page cache, are dirtied and leave it. */
#include "trace/rows.bpf.h"
#include "trace/stacks.bpf.h"

enum { ADDED, DIRTIED, REMOVED }; /* names in pagecache.c */

static inline __attribute__((always_inline)) void count_folio(u64 *ctx, u32 what)
{
	struct skep_trace_key key = {.pid = bpf_get_current_pid_tgid() >> 32, .id = what};

	if (!wanted())
		return;
	bpf_get_current_comm(key.comm, sizeof(key.comm));
	take_stacks(ctx, &key.user_stack, &key.kernel_stack);
	add_one(&key);
}

static inline void on_add(u64 *ctx)
{
	count_folio(ctx, ADDED);
}

static inline void on_dirty(u64 *ctx)
{
	count_folio(ctx, DIRTIED);
}

static inline void on_remove(u64 *ctx)
{
	count_folio(ctx, REMOVED);
}

ON_TRACEPOINT(mm_filemap_add_to_page_cache, on_add)
ON_PLAIN_UNREAD(filemap, mm_filemap_add_to_page_cache, on_add)
ON_TRACEPOINT(writeback_dirty_folio, on_dirty)
ON_PLAIN_UNREAD(writeback, writeback_dirty_folio, on_dirty)
ON_TRACEPOINT(mm_filemap_delete_from_page_cache, on_remove)
ON_PLAIN_UNREAD(filemap, mm_filemap_delete_from_page_cache, on_remove)
