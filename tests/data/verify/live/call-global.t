A function that is verified on its own reads anything.
-- asm
r1 = 1
r2 = r10
r2 += -8
call f
exit
f: r0 = 0
exit
-- options
global=5
-- live
0: r3 r4 r5 -512:0 ! r3 r4 r5 -512:0
1: r1 r3 r4 r5 -512:0 ! r1 r3 r4 r5 -512:0
2: r1 r2 r3 r4 r5 -512:0 ! r1 r2 r3 r4 r5 -512:0
3: r1 r2 r3 r4 r5 -512:0 ! r1 r2 r3 r4 r5 -512:0
4: r0
5:
6: r0 ! r0
