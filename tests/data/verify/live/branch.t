A branch needs its operands; only one side needs r3.
-- asm
r3 = 1
r2 = 2
if r1 > r2 goto l
r0 = r3
exit
l: r0 = 0
exit
-- live
0: r1 ! r1
1: r1 r3 ! r1
2: r1 r2 r3 ! r1 r2
3: r3
4: r0
5:
6: r0
