/* SPDX-License-Identifier: BSD-2-Clause */
/* Sections of a program that a function of the kernel begins and another one ends: under the RCU
 * read lock, without preemption, without interrupts, under a resilient spin lock. Each refuses what
 * Linux does. */
#ifndef SKEP_VERIFY_SECTION_H
#define SKEP_VERIFY_SECTION_H

#include "verify/kfunc.h"

SKEP_MUST_USE bool skep_section_rcu(struct skep_walk *w, const struct skep_kcall *c);
SKEP_MUST_USE bool skep_section_rcu_end(struct skep_walk *w, const struct skep_kcall *c);
SKEP_MUST_USE bool skep_section_preempt(struct skep_walk *w, const struct skep_kcall *c);
SKEP_MUST_USE bool skep_section_preempt_end(struct skep_walk *w, const struct skep_kcall *c);
SKEP_MUST_USE bool skep_section_irq(struct skep_walk *w, const struct skep_kcall *c);
SKEP_MUST_USE bool skep_section_irq_end(struct skep_walk *w, const struct skep_kcall *c);

/* The way that goes on has the lock, another one has not got it. */
SKEP_MUST_USE bool skep_section_lock(struct skep_walk *w, const struct skep_kcall *c);
SKEP_MUST_USE bool skep_section_lock_end(struct skep_walk *w, const struct skep_kcall *c);
SKEP_MUST_USE bool skep_section_lock_irq(struct skep_walk *w, const struct skep_kcall *c);
SKEP_MUST_USE bool skep_section_lock_irq_end(struct skep_walk *w, const struct skep_kcall *c);

/* r0 where the lock was got. */
SKEP_MUST_USE bool skep_section_locked(struct skep_walk *w, const struct skep_kcall *c,
				       struct skep_reg *r);

#endif
