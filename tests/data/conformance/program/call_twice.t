Local calls one after the other.
-- asm
r6 = r1
r1 = *(u64 *)(r6 +0)
call double
r1 = r0
call double
r1 = r0
call increase
*(u64 *)(r6 +64) = r0
r0 = 0
exit
increase:
r0 = r1
r0 += 1
exit
double:
r0 = r1
r0 += r0
exit
-- cases
program
0 -> 1
5 -> 15
ffffffffffffffff -> fffffffffffffffd
7fffffffffffffff -> fffffffffffffffd
123456789abcdef0 -> 48d159e26af37bc1
