/* SPDX-License-Identifier: BSD-2-Clause */
/* arm64: the number in x8, arguments in x0 to x5. */
#include <linux/audit.h>

#include "preload/raw.h"

const u32 skep_raw_arch = AUDIT_ARCH_AARCH64;

long skep_raw_syscall(long number, const long args[6])
{
	register long x8 __asm__("x8") = number;
	register long x0 __asm__("x0") = args[0];
	register long x1 __asm__("x1") = args[1];
	register long x2 __asm__("x2") = args[2];
	register long x3 __asm__("x3") = args[3];
	register long x4 __asm__("x4") = args[4];
	register long x5 __asm__("x5") = args[5];

	__asm__ volatile("svc 0"
			 : "+r"(x0)
			 : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
			 : "memory");
	return x0;
}
