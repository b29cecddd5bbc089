/* SPDX-License-Identifier: BSD-2-Clause */
/* A program with a helper of your own: cc embed.c $(pkg-config --cflags --libs skep) */
#include <skep/asm.h>
#include <skep/helper.h>
#include <stdio.h>

/* r0 = the sum of r2 bytes at r1 */
static uint64_t add_up(struct skep_run *run, uint64_t r1, uint64_t r2, uint64_t r3, uint64_t r4,
		       uint64_t r5)
{
	uint64_t sum = 0;

	(void)run, (void)r3, (void)r4, (void)r5;
	for (const uint8_t *byte = (const uint8_t *)(uintptr_t)r1; r2--; byte++)
		sum += *byte;
	return sum;
}

int main(int argc, char **argv)
{
	const char *text = argc > 1 ? argv[1] : "call 100\nr0 *= 2\nexit";
	const struct skep_helper_prototype prototype = {
	    .number = 100,
	    .name = "add_up",
	    .function = add_up,
	    .arguments = {{.takes = SKEP_TAKES_READABLE}, {.takes = SKEP_TAKES_SIZE}}};
	uint8_t memory[] = {1, 2, 3, 4, 5, 6};
	uint64_t result = 0;
	struct skep_diag why = {0};
	struct skep_helper_set *set = skep_helper_set_new(NULL, &why);
	struct skep_code_options options = {.mode = SKEP_CODE_CHECKED, .helpers = set};
	struct skep_prog *prog = skep_prog_parse(SKEP_PROG_RAW, text, &why);
	struct skep_code *code = NULL;

	if (set && prog && skep_helper_set_add(set, &prototype, &why))
		code = skep_code_new_with(prog, &options, &why);
	if (code && skep_code_try(code, memory, sizeof(memory), &result, &why))
		printf("%llu\n", (unsigned long long)result);
	else
		fprintf(stderr, "%s: %s\n", why.what, why.hint);
	skep_code_free(code);
	skep_prog_free(prog);
	skep_helper_set_free(set);
	return why.code != SKEP_OK;
}
