/* SPDX-License-Identifier: BSD-2-Clause */
/* A program whose functions are known: `outer` calls `inner`, as often as is said, when a byte
 * comes.
 *
 * usage: burn CALLS SPINS */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef __clang__
#define APART __attribute__((noinline))
#else
#define APART __attribute__((noinline, noclone))
#endif

APART unsigned long inner(unsigned long spins);
APART unsigned long outer(unsigned long spins);

/* Of the mark: how many listen. */
__attribute__((used, section(".probes"))) volatile unsigned short listeners;

unsigned long inner(unsigned long spins)
{
	volatile unsigned long sum = 0;

	while (spins--)
		sum += spins;
	return sum;
}

/* As <sys/sdt.h> makes it. */
unsigned long outer(unsigned long spins)
{
	__asm__ volatile("990:	nop\n"
			 "	.pushsection .note.stapsdt,\"\",\"note\"\n"
			 "	.balign 4\n"
			 "	.4byte 992f-991f, 994f-993f, 3\n"
			 "991:	.asciz \"stapsdt\"\n"
			 "992:	.balign 4\n"
			 "993:	.8byte 990b, 0, listeners\n"
			 "	.asciz \"burn\"\n"
			 "	.asciz \"outer\"\n"
			 "	.asciz \"\"\n"
			 "994:	.balign 4\n"
			 "	.popsection\n");
	return inner(spins) + 1;
}

int main(int argc, char **argv)
{
	unsigned long calls, sum = 0;
	int heard;
	char byte;

	if (argc != 3 || write(1, "r", 1) != 1 || read(0, &byte, 1) != 1)
		return 1;
	heard = listeners;
	for (calls = strtoul(argv[1], NULL, 10); calls--;)
		sum += outer(strtoul(argv[2], NULL, 10));
	if (write(1, "d", 1) != 1 || read(0, &byte, 1) < 0)
		return 1;
	return !sum || !heard ? 2 : 0;
}
