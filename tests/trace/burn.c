/* SPDX-License-Identifier: BSD-2-Clause */
/* A program whose functions are known: `outer` calls `inner`, as often as is said, when a byte
 * comes.
 *
 * usage: burn CALLS SPINS */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

__attribute__((noinline, noclone)) unsigned long inner(unsigned long spins);
__attribute__((noinline, noclone)) unsigned long outer(unsigned long spins);

unsigned long inner(unsigned long spins)
{
	volatile unsigned long sum = 0;

	while (spins--)
		sum += spins;
	return sum;
}

unsigned long outer(unsigned long spins)
{
	return inner(spins) + 1;
}

int main(int argc, char **argv)
{
	unsigned long calls, sum = 0;
	char byte;

	if (argc != 3 || write(1, "r", 1) != 1 || read(0, &byte, 1) != 1)
		return 1;
	for (calls = strtoul(argv[1], NULL, 10); calls--;)
		sum += outer(strtoul(argv[2], NULL, 10));
	if (write(1, "d", 1) != 1 || read(0, &byte, 1) < 0)
		return 1;
	return !sum;
}
