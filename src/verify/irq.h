/* SPDX-License-Identifier: BSD-2-Clause */
/* Interrupt flags that are kept on the stack while interrupts are off. */
#ifndef SKEP_VERIFY_IRQ_H
#define SKEP_VERIFY_IRQ_H

#include "verify/walk.h"

/* Who has saved the flags must restore them. */
enum skep_irq_by { SKEP_IRQ_ALONE, SKEP_IRQ_LOCK };

/* r<number> points to where they are kept. */
SKEP_MUST_USE bool skep_irq_save(struct skep_walk *w, u32 number, enum skep_irq_by by);
SKEP_MUST_USE bool skep_irq_restore(struct skep_walk *w, u32 number, enum skep_irq_by by);

#endif
