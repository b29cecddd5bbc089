A function gives its caller's pointer on inside its own stack.
-- asm
r1 = r10
r1 += -16
call f
exit
f: *(u64 *)(r10 -8) = r1
r1 = r10
r1 += -8
call g
exit
g: r2 = *(u64 *)(r1 +0)
r0 = *(u8 *)(r2 +0)
exit
-- live
0: -512:0 ! -512:0
1: r1 -512:0 ! r1 -512:0
2: r1 -512:0 ! r1 -512:0
3: r0
4: r1 -512:-8 ! r1 -512:-8
5: -512:0 ! -512:0
6: r1 -512:0 ! r1 -512:0
7: r1 -512:0 ! r1 -512:0
8: r0
9: r1 ! r1
10: r2 ! r2
11: r0
