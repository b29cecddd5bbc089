/* SPDX-License-Identifier: BSD-2-Clause */
/* Virtual CPUs: a run has one alone, and its copies in per-CPU maps with it. */
#include "syscall/system.h"

enum { WORD = 64 };

size_t skep_cpus_bytes(u32 cpus)
{
	return (cpus + WORD - 1) / WORD * sizeof(u64);
}

static bool find_cpu(const struct skep *skep, u32 *cpu)
{
	for (*cpu = 0; *cpu < skep->services.cpus; ++*cpu)
		if (!(skep->cpus_taken[*cpu / WORD] >> *cpu % WORD & 1))
			return true;
	return false;
}

static bool is_taken(const struct skep *skep, u32 cpu)
{
	return skep->cpus_taken[cpu / WORD] >> cpu % WORD & 1;
}

/* For the caller, or for nobody; the mutex is held. */
static void set_taken(struct skep *skep, u32 cpu, bool taken)
{
	u64 bit = 1ULL << cpu % WORD;

	if (taken)
		skep->cpus_taken[cpu / WORD] |= bit;
	else
		skep->cpus_taken[cpu / WORD] &= ~bit;
	pthread_cond_broadcast(&skep->cpu_given);
}

static void count_wanted(struct skep *skep, u32 more)
{
	__atomic_store_n(&skep->cpus_wanted, skep->cpus_wanted + more, __ATOMIC_RELAXED);
}

u32 skep_cpu_take(struct skep *skep)
{
	u32 cpu;

	pthread_mutex_lock(&skep->mutex);
	count_wanted(skep, 1);
	while (!find_cpu(skep, &cpu))
		pthread_cond_wait(&skep->cpu_given, &skep->mutex);
	count_wanted(skep, -1u);
	set_taken(skep, cpu, true);
	pthread_mutex_unlock(&skep->mutex);
	return cpu;
}

u32 skep_cpu_take_that(struct skep *skep, u32 cpu)
{
	pthread_mutex_lock(&skep->mutex);
	while (is_taken(skep, cpu))
		pthread_cond_wait(&skep->cpu_given, &skep->mutex);
	set_taken(skep, cpu, true);
	pthread_mutex_unlock(&skep->mutex);
	return cpu;
}

void skep_cpu_give(struct skep *skep, u32 cpu)
{
	pthread_mutex_lock(&skep->mutex);
	set_taken(skep, cpu, false);
	pthread_mutex_unlock(&skep->mutex);
}

void skep_cpu_lend(struct skep *skep, u32 cpu)
{
	if (!__atomic_load_n(&skep->cpus_wanted, __ATOMIC_RELAXED))
		return;
	pthread_mutex_lock(&skep->mutex);
	set_taken(skep, cpu, false);
	while (skep->cpus_wanted && !is_taken(skep, cpu))
		pthread_cond_wait(&skep->cpu_given, &skep->mutex);
	while (is_taken(skep, cpu))
		pthread_cond_wait(&skep->cpu_given, &skep->mutex);
	set_taken(skep, cpu, true);
	pthread_mutex_unlock(&skep->mutex);
}
