Local calls down to the eighth frame.
-- asm
r7 = r1
r6 = *(u64 *)(r7 +0)
*(u64 *)(r10 -8) = r6
r1 = r6
call f2
r0 += r6
r2 = *(u64 *)(r10 -8)
r0 += r2
*(u64 *)(r7 +64) = r0
r0 = 0
exit
f2:
r6 = r1
r6 *= 2
*(u64 *)(r10 -8) = r6
r1 = r6
call f3
r0 += r6
r2 = *(u64 *)(r10 -8)
r0 += r2
exit
f3:
r6 = r1
r6 *= 3
*(u64 *)(r10 -8) = r6
r1 = r6
call f4
r0 += r6
r2 = *(u64 *)(r10 -8)
r0 += r2
exit
f4:
r6 = r1
r6 *= 4
*(u64 *)(r10 -8) = r6
r1 = r6
call f5
r0 += r6
r2 = *(u64 *)(r10 -8)
r0 += r2
exit
f5:
r6 = r1
r6 *= 5
*(u64 *)(r10 -8) = r6
r1 = r6
call f6
r0 += r6
r2 = *(u64 *)(r10 -8)
r0 += r2
exit
f6:
r6 = r1
r6 *= 6
*(u64 *)(r10 -8) = r6
r1 = r6
call f7
r0 += r6
r2 = *(u64 *)(r10 -8)
r0 += r2
exit
f7:
r6 = r1
r6 *= 7
*(u64 *)(r10 -8) = r6
r1 = r6
call f8
r0 += r6
r2 = *(u64 *)(r10 -8)
r0 += r2
exit
f8:
r6 = r1
r6 *= 8
*(u64 *)(r10 -8) = r6
r1 = r6
r0 = r1
r0 += r6
r2 = *(u64 *)(r10 -8)
r0 += r2
exit
-- cases
program
0 -> 0
1 -> 206b2
ffffffffffffffff -> fffffffffffdf94e
3039 -> 61b4dda2
123456789abcdef0 -> 8f5c28f5c26ca2e0
