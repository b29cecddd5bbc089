And is precise in what decides something there.
-- asm
r1 = 1
r2 = 2
call f
exit
f: r0 = 0
if r1 == 0 goto l
r0 = r2
l: exit
-- live
0:
1: r1 ! r1
2: r1 r2 ! r1
3: r0
4: r1 r2 ! r1
5: r0 r1 r2 ! r1
6: r2
7: r0
