/* SPDX-License-Identifier: BSD-2-Clause */
/* x86-64: the number in rax, arguments in rdi, rsi, rdx, r10, r8, r9; rcx and r11 are lost. */
#include <linux/audit.h>

#include "preload/raw.h"

const u32 skep_raw_arch = AUDIT_ARCH_X86_64;

long skep_raw_syscall(long number, const long args[6])
{
	register long fourth __asm__("r10") = args[3];
	register long fifth __asm__("r8") = args[4];
	register long sixth __asm__("r9") = args[5];
	long result;

	__asm__ volatile("syscall"
			 : "=a"(result)
			 : "a"(number), "D"(args[0]), "S"(args[1]), "d"(args[2]), "r"(fourth),
			   "r"(fifth), "r"(sixth)
			 : "rcx", "r11", "memory");
	return result;
}
