A number is added to the pointer: anything of that frame may be read, and only if it is a pointer.
-- asm
r1 = r10
r1 += -16
r2 = 8
call f
r1 = 5
r2 = 8
call f
exit
f: r1 += r2
r0 = *(u8 *)(r1 +0)
exit
-- live
0: -512:0 ! -512:0
1: r1 -512:0 ! r1 -512:0
2: r1 -512:0 ! r1 -512:0
3: r1 r2 -512:0 ! r1 r2 -512:0
4:
5: r1 ! r1
6: r1 r2 ! r1 r2
7: r0
8: r1 r2 ! r1 r2
9: r1 ! r1
10: r0
