A function that calls itself, down to the eighth frame.
-- asm
r6 = r1
r1 = *(u64 *)(r6 +0)
r1 &= 7
if r1 < 7 goto call
r1 = 6
call:
call factorial
*(u64 *)(r6 +64) = r0
r0 = 0
exit
factorial:
r6 = r1
r0 = 1
if r1 == 0 goto end
r1 -= 1
call factorial
r0 *= r6
end:
exit
-- cases
program !linux
0 -> 1
1 -> 1
2 -> 2
3 -> 6
4 -> 18
5 -> 78
6 -> 2d0
