/* SPDX-License-Identifier: BSD-2-Clause */
/* A program with a probe that tools can find (usdt), without the header of another package: a nop,
 * and a note that says where it is. Reads a number a line and passes each to the probe and to a
 * function.
 */
#include <stdio.h>

#define NOTE(provider, name, argument)                                                             \
	"990: nop\n"                                                                               \
	".pushsection .note.stapsdt, \"?\", \"note\"\n"                                            \
	".balign 4\n"                                                                              \
	".4byte 992f-991f, 994f-993f, 3\n"                                                         \
	"991: .asciz \"stapsdt\"\n"                                                                \
	"992: .balign 4\n"                                                                         \
	"993: .8byte 990b, _.stapsdt.base, 0\n"                                                    \
	".asciz \"" provider "\"\n"                                                                \
	".asciz \"" name "\"\n"                                                                    \
	".asciz \"" argument "\"\n"                                                                \
	"994: .balign 4\n"                                                                         \
	".popsection\n"                                                                            \
	".ifndef _.stapsdt.base\n"                                                                 \
	".pushsection .stapsdt.base, \"aG\", \"progbits\", .stapsdt.base, comdat\n"                \
	".weak _.stapsdt.base\n"                                                                   \
	".hidden _.stapsdt.base\n"                                                                 \
	"_.stapsdt.base: .space 1\n"                                                               \
	".size _.stapsdt.base, 1\n"                                                                \
	".popsection\n"                                                                            \
	".endif\n"

int probed_call(int number);

__attribute__((noinline, visibility("default"))) int probed_call(int number)
{
	__asm__ volatile(NOTE("probed", "step", "-4@%[number]") : : [number] "r"(number));
	return number + 1;
}

int main(void)
{
	char line[32];
	int number, sum = 0;

	while (fgets(line, sizeof(line), stdin))
		if (sscanf(line, "%d", &number) == 1) {
			sum += probed_call(number);
			printf("%d\n", sum);
			fflush(stdout);
		}
	return 0;
}
