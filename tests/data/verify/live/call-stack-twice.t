A pointer handed on to a second function.
-- asm
r1 = r10
r1 += -16
call f
exit
f: r2 = r1
r2 += 8
r1 = 0
call g
exit
g: r0 = *(u32 *)(r2 +4)
exit
-- live
0: -4:0 ! -4:0
1: r1 -4:0 ! r1 -4:0
2: r1 -4:0 ! r1 -4:0
3: r0
4: r1 ! r1
5: r2 ! r2
6: r2 ! r2
7: r2 ! r2
8: r0
9: r2 ! r2
10: r0
