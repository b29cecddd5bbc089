What a result depends on is precise if the result is.
-- asm
r1 = 1
r2 = 2
call f
if r0 > 3 goto l
r0 = 0
l: exit
f: r0 = r1
r3 = r2
exit
-- live
0:
1: r1 ! r1
2: r1 r2 ! r1
3: r0 ! r0
4:
5: r0
6: r1 r2 ! r1
7: r0 r2 ! r0
8: r0 ! r0
