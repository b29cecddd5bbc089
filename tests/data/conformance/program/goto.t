Jumps that are always taken, forwards and back, in both sizes.
-- asm
r0 = 0
r2 = *(u64 *)(r1 +0)
if r2 == 0 goto none
$G first
none:
r0 += 1
$G last
back:
r0 += 4
exit:
*(u64 *)(r1 +64) = r0
r0 = 0
exit
first:
r0 += 2
if r2 == 1 goto last
$G back
last:
r0 += 8
$G exit
-- cases
program G=goto
0 -> 9
1 -> a
2 -> 6
program G=gotol
0 -> 9
1 -> a
2 -> 6
