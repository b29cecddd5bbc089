No address lies in the stack that is handed on: what is found there reads no stack.
-- asm
*(u64 *)(r10 -16) = r1
r1 = r10
r1 += -16
call f
exit
f: r1 = *(u64 *)(r1 +0)
r0 = *(u32 *)(r1 +0)
exit
-- live
0: r1 ! r1
1: -16:-8 ! -16:-8
2: r1 -16:-8 ! r1 -16:-8
3: r1 -16:-8 ! r1 -16:-8
4: r0
5: r1 ! r1
6: r1 ! r1
7: r0
