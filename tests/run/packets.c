/* SPDX-License-Identifier: BSD-2-Clause */
#include "packets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- by name */

static const struct {
	const char *name, *hex;
} packets[] = {
    {"udp4", "0000000000000a0b0c0d0e0f0800"
	     "45000024abcd40004011 89f1 0a000001 0a000002 0035 1234 0010 5a5a 0102030405060708"},
    {"tcp4", "0000000000000a0b0c0d0e0f0800"
	     "4502003000010000400600000a000001c0a80107 1f90 0050 01020304 00000000 5002 2000 beef "
	     "0000 0204 05b4 0101 0402"},
    {"udp6", "0000000000000a0b0c0d0e0f86dd"
	     "6020000000101140 20010db8000000000000000000000001 20010db8000000000000000000000002"
	     "0035 1234 0010 5a5a 0102030405060708"},
    {"vlan4", "0000000000000a0b0c0d0e0f8100 6064 0800"
	      "45010024abcd4000401189f10a0000010a000002 0035 1234 0010 5a5a 0102030405060708"},
    {"qinq4", "0000000000000a0b0c0d0e0f88a8 0007 8100 6064 0800"
	      "45010024abcd4000401189f10a0000010a000002 0035 1234 0010 5a5a 0102030405060708"},
    {"arp", "ffffffffffff0a0b0c0d0e0f0806"
	    "0001080006040001 0a0b0c0d0e0f 0a000001 000000000000 0a000002"},
    {"multicast", "01005e0000010a0b0c0d0e0f0800"
		  "46c00020000040000102 0000 0a000001 e0000001 94040000 1164ee9b 00000000"},
    {"other", "0a0a0a0a0a0a0a0b0c0d0e0f0800 45000014000000004000 0000 0a000001 0a000002"},
    {"llc", "0180c20000000a0b0c0d0e0f0026 424203 0000000000"},
    {"ipx", "ffffffffffff0a0b0c0d0e0f0022 ffff 0022 0001"},
};

static u32 read_hex(u8 *to, const char *hex)
{
	u32 size = 0;
	unsigned byte;

	for (; *hex; hex++) {
		if (*hex == ' ')
			continue;
		if (sscanf(hex, "%2x", &byte) != 1)
			abort();
		to[size++] = (u8)byte;
		hex++;
	}
	return size;
}

u32 packet_named(u8 *to, const char *name)
{
	size_t length = strcspn(name, "/");
	u32 size = 0, wanted;

	for (size_t i = 0; i < SKEP_COUNT(packets); i++)
		if (strlen(packets[i].name) == length &&
		    strncmp(packets[i].name, name, length) == 0)
			size = read_hex(to, packets[i].hex);
	if (!size || !name[length])
		return size;
	wanted = (u32)strtoul(name + length + 1, NULL, 0);
	for (; size < wanted; size++)
		to[size] = (u8)(size * 7 ^ size >> 8);
	return wanted;
}

/* ---- at random */

u64 random_next(u64 *random)
{
	*random ^= *random >> 12;
	*random ^= *random << 25;
	*random ^= *random >> 27;
	return *random * 0x2545f4914f6cdd1d >> 16;
}

u32 packet_random(u8 *to, u64 *random)
{
	u32 size = packet_named(to, packets[random_next(random) % SKEP_COUNT(packets)].name);
	u32 choice = (u32)(random_next(random) % 8);

	if (choice == 0)
		size = 14 + (u32)(random_next(random) % (size - 13));
	for (; choice == 1 && size < 1500; size++)
		to[size] = (u8)random_next(random);
	if (choice == 2)
		to[random_next(random) % size] = (u8)random_next(random);
	if (choice == 3)
		to[14] = (u8)(0x40 | random_next(random) % 16);
	return size;
}
