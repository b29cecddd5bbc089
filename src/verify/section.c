/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/section.h"

#include "verify/irq.h"
#include "verify/kernel.h"
#include "verify/lock.h"

bool skep_section_rcu(struct skep_walk *w, const struct skep_kcall *c)
{
	if (w->now->rcu)
		return skep_refuse(w, SKEP_RULE_LOCK, "%s, and the RCU read lock is held already",
				   c->f.name);
	w->now->rcu = 1;
	return true;
}

bool skep_section_rcu_end(struct skep_walk *w, const struct skep_kcall *c)
{
	if (!w->now->rcu)
		return skep_refuse(w, SKEP_RULE_LOCK, "%s, but the RCU read lock is not held",
				   c->f.name);
	w->now->rcu = 0;
	skep_rcu_end(w->now);
	return true;
}

bool skep_section_preempt(struct skep_walk *w, const struct skep_kcall *c)
{
	(void)c;
	w->now->preempt++;
	return true;
}

bool skep_section_preempt_end(struct skep_walk *w, const struct skep_kcall *c)
{
	if (!w->now->preempt)
		return skep_refuse(w, SKEP_RULE_LOCK, "%s, but preemption is not switched off",
				   c->f.name);
	w->now->preempt--;
	return true;
}

bool skep_section_irq(struct skep_walk *w, const struct skep_kcall *c)
{
	(void)c;
	return skep_irq_save(w, 1, SKEP_IRQ_ALONE);
}

bool skep_section_irq_end(struct skep_walk *w, const struct skep_kcall *c)
{
	(void)c;
	return skep_irq_restore(w, 1, SKEP_IRQ_ALONE);
}

/* ---- resilient spin locks: taking one can fail, which is a way of its own */

static struct skep_reg error_number(void)
{
	struct skep_reg r = skep_reg_scalar();

	r.v.smin = -SKEP_MAX_ERRNO;
	r.v.smax = -1;
	return skep_scalar_sync(&r.v) ? r : skep_reg_scalar();
}

static bool fork_failed(struct skep_walk *w)
{
	struct skep_vstate *other = skep_path_fork(w, w->now->insn + 1, 1);

	if (!other)
		return false;
	for (u32 n = 0; n <= 5; n++)
		skep_state_frame(other)->r[n] = (struct skep_reg){0};
	skep_state_frame(other)->r[0] = error_number();
	return true;
}

bool skep_section_lock(struct skep_walk *w, const struct skep_kcall *c)
{
	(void)c;
	return fork_failed(w) && skep_lock_take(w, SKEP_REF_RES_LOCK);
}

bool skep_section_lock_end(struct skep_walk *w, const struct skep_kcall *c)
{
	(void)c;
	return skep_lock_give(w, SKEP_REF_RES_LOCK);
}

bool skep_section_lock_irq(struct skep_walk *w, const struct skep_kcall *c)
{
	(void)c;
	return fork_failed(w) && skep_lock_take(w, SKEP_REF_RES_LOCK_IRQ) &&
	       skep_irq_save(w, 2, SKEP_IRQ_LOCK);
}

bool skep_section_lock_irq_end(struct skep_walk *w, const struct skep_kcall *c)
{
	(void)c;
	return skep_lock_give(w, SKEP_REF_RES_LOCK_IRQ) && skep_irq_restore(w, 2, SKEP_IRQ_LOCK);
}

bool skep_section_locked(struct skep_walk *w, const struct skep_kcall *c, struct skep_reg *r)
{
	(void)w;
	(void)c;
	*r = skep_reg_const(0);
	return true;
}
