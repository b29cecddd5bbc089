More than one exit.
-- asm
r0 = 7
*(u64 *)(r1 +64) = r0
r2 = *(u64 *)(r1 +0)
if r2 s< 0 goto negative
r0 = 0
exit
negative:
r0 = 9
*(u64 *)(r1 +64) = r0
r0 = 0
exit
-- cases
program
0 -> 7
1 -> 7
ffffffffffffffff -> 9
8000000000000000 -> 9
