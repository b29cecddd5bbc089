The callee writes the caller's stack through a pointer.
-- asm
r6 = r1
r2 = *(u64 *)(r6 +0)
*(u64 *)(r10 -8) = r2
*(u64 *)(r10 -16) = r2
r1 = r10
r1 += -16
r2 = *(u64 *)(r6 +8)
call put
r2 = *(u64 *)(r10 -8)
*(u64 *)(r6 +64) = r2
r2 = *(u64 *)(r10 -16)
*(u64 *)(r6 +72) = r2
r0 = 0
exit
put:
*(u64 *)(r10 -8) = r2
*(u64 *)(r1 +0) = r2
r0 = 0
exit
-- cases
program
1 2 -> 1 2
123456789abcdef0 fedcba9876543210 -> 123456789abcdef0 fedcba9876543210
