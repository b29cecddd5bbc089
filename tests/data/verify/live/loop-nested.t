The inner loop keeps what the outer one reads.
-- asm
r1 = 0
r3 = 9
a: r2 = 0
b: r2 += 1
if r2 < 3 goto b
r1 += r3
if r1 < 90 goto a
r0 = 0
exit
-- live
0:
1: r1 ! r1
2: r1 r3 ! r1 r3
3: r1 r2 r3 ! r1 r2 r3
4: r1 r2 r3 ! r1 r2 r3
5: r1 r3 ! r1 r3
6: r1 r3 ! r1 r3
7:
8: r0
