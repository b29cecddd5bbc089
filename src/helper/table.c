/* SPDX-License-Identifier: BSD-2-Clause */
#include <string.h>

#include "helper/do.h"
#include "helper/helper.h"

enum kfunc_number {
	KFUNC_NUMBER_BEFORE = SKEP_KFUNC_NUMBERS - 1,
#define KFUNC(name) KFUNC_NUMBER_##name,
#include "helper/kfuncs.def"
#undef KFUNC
	KFUNC_NUMBER_END
};

static const skep_helper functions[KFUNC_NUMBER_END] = {
#define OFFER(name, number) [number] = skep_do_##name,
#include "helper/offered.def"
#undef OFFER
#define KFUNC(name) [KFUNC_NUMBER_##name] = skep_kfunc_##name,
#include "helper/kfuncs.def"
#undef KFUNC
};

static const char *const kfunc_names[] = {
#define KFUNC(name) #name,
#include "helper/kfuncs.def"
#undef KFUNC
};

struct skep_helpers skep_helper_table(void)
{
	return (struct skep_helpers){
	    .table = functions, .count = KFUNC_NUMBER_END, .any_table = true, .has_env = true};
}

bool skep_helper_is_offered(s32 number)
{
	return number > 0 && number < SKEP_KFUNC_NUMBERS && functions[number];
}

u32 skep_helper_kfunc(const char *name)
{
	for (u32 i = 0; i < SKEP_COUNT(kfunc_names); i++)
		if (strcmp(name, kfunc_names[i]) == 0)
			return SKEP_KFUNC_NUMBERS + i;
	return 0;
}
