/* SPDX-License-Identifier: BSD-2-Clause */
/* Classic BPF as eBPF. */
#ifndef SKEP_CLASSIC_TRANSLATE_H
#define SKEP_CLASSIC_TRANSLATE_H

#include <linux/filter.h>
#include <skep/diag.h>

#include "base/types.h"
#include "prog/prog.h"

/* Translates a classic program to an eBPF socket filter that does what skep_classic_run does.
 *
 *   insns, count  borrowed for the call; checked here, up to SKEP_CLASSIC_LIMIT instructions
 *
 * Returns a program that the caller owns. NULL with *d set if the check refuses the program, if it
 * asks what struct __sk_buff has not (hatype, nla, nlan, poff), or if memory ran out. Thread-safe.
 */
SKEP_MUST_USE struct skep_prog *skep_classic_to_ebpf(const struct sock_filter *insns, u32 count,
						     struct skep_diag *d);

#endif
