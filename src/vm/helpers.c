/* SPDX-License-Identifier: BSD-2-Clause */
/* Sets of helpers: only prototypes that make sense get in, so that nobody looks at them again. */
#include "vm/helpers.h"

#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "vm/vm.h"

SKEP_API struct skep_helper_set *skep_helper_set_new(void *user, struct skep_diag *d)
{
	struct skep_helper_set *set = skep_alloc(sizeof(*set));

	if (set)
		set->user = user;
	else
		skep_fail_nomem(d);
	return set;
}

SKEP_API void skep_helper_set_free(struct skep_helper_set *set)
{
	if (!set)
		return;
	for (u32 i = 0; i < set->count; i++)
		skep_free(set->prototypes[i]);
	skep_free(set->prototypes);
	skep_free(set->functions);
	skep_free(set);
}

SKEP_API const struct skep_helper_prototype *skep_helper_set_get(const struct skep_helper_set *set,
								 uint32_t number)
{
	return number < set->count ? set->prototypes[number] : NULL;
}

SKEP_API void *skep_run_user(const struct skep_run *run)
{
	return run->code->set ? run->code->set->user : NULL;
}

/* ---- what makes sense */

static bool is_memory(const struct skep_argument *argument)
{
	return argument->takes == SKEP_TAKES_READABLE || argument->takes == SKEP_TAKES_WRITABLE;
}

static bool fail_argument(const struct skep_helper_prototype *p, u32 i, const char *what,
			  struct skep_diag *d)
{
	return skep_fail(d, SKEP_E_INVALID, "helper %u (%s): argument %u %s", p->number, p->name,
			 i + 1, what);
}

/* A size stands behind memory that has none of its own, and nowhere else. */
static bool check_argument(const struct skep_helper_prototype *p, u32 i, struct skep_diag *d)
{
	static const struct skep_argument nothing = {.takes = SKEP_TAKES_NOTHING};
	const struct skep_argument *a = &p->arguments[i], *before = i ? a - 1 : &nothing;
	bool last = i + 1 == SKEP_HELPER_ARGUMENTS;

	if (a->takes > SKEP_TAKES_SIZE)
		return fail_argument(p, i, "is of no kind of enum skep_takes", d);
	if (i && before->takes == SKEP_TAKES_NOTHING && a->takes != SKEP_TAKES_NOTHING)
		return fail_argument(p, i, "comes behind one that is not there", d);
	if (a->takes == SKEP_TAKES_SIZE && (!is_memory(before) || before->size))
		return fail_argument(p, i, "is the size of no memory before it", d);
	if (is_memory(a) && !a->size && (last || a[1].takes != SKEP_TAKES_SIZE))
		return fail_argument(p, i,
				     "is memory without a size: give it one, or a SIZE behind", d);
	return true;
}

static bool check_prototype(const struct skep_helper_set *set,
			    const struct skep_helper_prototype *p, struct skep_diag *d)
{
	const struct skep_helper_prototype *there = skep_helper_set_get(set, p->number);

	if (!p->name || !p->name[0] || !p->function)
		return skep_fail(d, SKEP_E_INVALID, "helper %u has no %s", p->number,
				 p->function ? "name" : "function");
	if (p->number >= SKEP_HELPER_NUMBERS)
		return skep_fail(d, SKEP_E_RANGE, "helper %u (%s): numbers are 0 to %u", p->number,
				 p->name, SKEP_HELPER_NUMBERS - 1);
	if (there)
		return skep_fail(d, SKEP_E_INVALID, "helper %u (%s): the number is that of %s",
				 p->number, p->name, there->name);
	for (u32 i = 0; i < SKEP_HELPER_ARGUMENTS; i++)
		if (!check_argument(p, i, d))
			return false;
	return true;
}

/* ---- adding */

/* Makes room for the numbers below `count`. */
static bool grow(struct skep_helper_set *set, u32 count)
{
	skep_helper *functions;
	struct skep_helper_prototype **prototypes;

	if (count <= set->count)
		return true;
	functions = skep_realloc(set->functions, count * sizeof(skep_helper));
	if (!functions)
		return false;
	set->functions = functions;
	prototypes = skep_realloc(set->prototypes, count * sizeof(*prototypes));
	if (!prototypes)
		return false;
	set->prototypes = prototypes;
	for (u32 i = set->count; i < count; i++) {
		functions[i] = NULL;
		prototypes[i] = NULL;
	}
	set->count = count;
	return true;
}

/* A copy with its name behind it. */
static struct skep_helper_prototype *copy(const struct skep_helper_prototype *p)
{
	size_t length = strlen(p->name) + 1;
	struct skep_helper_prototype *own = skep_alloc(sizeof(*own) + length);

	if (!own)
		return NULL;
	*own = *p;
	own->name = memcpy(own + 1, p->name, length);
	return own;
}

SKEP_API bool skep_helper_set_add(struct skep_helper_set *set,
				  const struct skep_helper_prototype *prototype,
				  struct skep_diag *d)
{
	struct skep_helper_prototype *own;

	if (!check_prototype(set, prototype, d))
		return false;
	own = copy(prototype);
	if (!own || !grow(set, prototype->number + 1)) {
		skep_free(own);
		return skep_fail_nomem(d);
	}
	set->prototypes[own->number] = own;
	set->functions[own->number] = own->function;
	return true;
}
