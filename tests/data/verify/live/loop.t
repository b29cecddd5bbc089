What a loop reads is live all around it; a sum that nothing looks at is not precise.
-- asm
r0 = 0
r1 = 0
l: r0 += r1
r1 += 1
if r1 < 5 goto l
exit
-- live
0:
1: r0
2: r0 r1 ! r1
3: r0 r1 ! r1
4: r0 r1 ! r1
5: r0
