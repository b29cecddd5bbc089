/* SPDX-License-Identifier: BSD-2-Clause */
/* The tables of src/spec beside Linux 6.18, which they are about. */
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>

#include "spec_ask.h"
#include "test.h"

static const char *reason_to_skip(void)
{
	struct ask_type type;
	struct utsname name;
	unsigned major = 0, minor = 0;

	uname(&name);
	sscanf(name.release, "%u.%u", &major, &minor);
	if (!ask_type(BPF_PROG_TYPE_KPROBE, 0, &type) || !ask_loadable(&type))
		return "bpf(2) is not allowed here";
	return major == 6 && minor == 18 ? NULL : "the tables are those of Linux 6.18";
}

int main(void)
{
	const char *why = reason_to_skip();

	if (why) {
		test_skip("tables beside Linux", why);
		return test_end();
	}
	spec_helpers_linux();
	spec_ctx_linux();
	spec_objects_linux();
	spec_traits_linux();
	spec_calls_linux();
	spec_kfuncs_linux();
	spec_maps_linux();
	return test_end();
}
