It reads above and below: what lies between is not live.
-- asm
r1 = r10
r1 += -24
call f
exit
f: r0 = *(u64 *)(r1 -8)
r2 = *(u32 *)(r1 +12)
r0 += r2
exit
-- live
0: -32:-24 -12:-8 ! -32:-24 -12:-8
1: r1 -32:-24 -12:-8 ! r1 -32:-24 -12:-8
2: r1 -32:-24 -12:-8 ! r1 -32:-24 -12:-8
3: r0
4: r1 ! r1
5: r0 r1 ! r0 r1
6: r0 r2 ! r0 r2
7: r0
