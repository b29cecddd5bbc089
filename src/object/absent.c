/* SPDX-License-Identifier: BSD-2-Clause */
/* In place of the room, where skep is built without object files. */
#include "base/diag.h"
#include "object/object.h"

struct skep_object *skep_object_read(const char *name, const void *bytes, size_t size,
				     const struct skep_object_choice *choice, struct skep_diag *d)
{
	(void)bytes, (void)size, (void)choice;
	skep_fail(d, SKEP_E_UNSUPPORTED,
		  "%s is an object file, and this skep is built without libelf", name);
	skep_hint(d, "take the instructions out with llvm-objcopy -O binary --only-section=NAME");
	return NULL;
}

void skep_object_free(struct skep_object *object)
{
	(void)object;
}
