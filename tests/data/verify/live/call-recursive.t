Of recursion the worst is assumed.
-- asm
r1 = 0
r2 = r10
call f
exit
f: r0 = 0
if r1 == 0 goto l
call f
l: exit
-- live
0: r3 r4 r5 -512:0 ! r3 r4 r5 -512:0
1: r1 r3 r4 r5 -512:0 ! r1 r3 r4 r5 -512:0
2: r1 r2 r3 r4 r5 -512:0 ! r1 r2 r3 r4 r5 -512:0
3: r0 -512:0 ! -512:0
4: r1 r2 r3 r4 r5 -512:0 ! r1 r2 r3 r4 r5 -512:0
5: r0 r1 r2 r3 r4 r5 -512:0 ! r0 r1 r2 r3 r4 r5 -512:0
6: r1 r2 r3 r4 r5 -512:0 ! r1 r2 r3 r4 r5 -512:0
7: r0 -512:0 ! r0 -512:0
