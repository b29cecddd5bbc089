/* SPDX-License-Identifier: BSD-2-Clause */
/* How far contexts reach. */
#ifndef SKEP_SPEC_SIZES_H
#define SKEP_SPEC_SIZES_H

#include <linux/bpf_perf_event.h>

#include "spec/uapi.h"

#define SKB_SIZE      sizeof(struct __sk_buff)
#define REGS_SIZE     sizeof(bpf_user_pt_regs_t)
#define SOCK_OPS_SIZE 224 /* from Linux 6.2 on */
#define TRACE_SIZE    8192
#define ARGS_SIZE     96 /* twelve arguments of 8 bytes */
#define SYSCALL_SIZE  65535
#define DST_PORT      offsetof(struct bpf_sock, dst_port)
#define REMOTE_PORT   offsetof(struct bpf_sk_lookup, remote_port)

#endif
