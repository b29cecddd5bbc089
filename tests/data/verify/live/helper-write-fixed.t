Overwritten by one argument, read by another.
-- asm
*(u64 *)(r10 -8) = 0
r1 = r10
r1 += -8
r2 = 8
r3 = 0
r4 = r1
call bpf_strtol
r0 = *(u64 *)(r10 -8)
exit
-- live
0:
1: -8:0
2: r1 -8:0 ! r1
3: r1 -8:0 ! r1
4: r1 r2 -8:0 ! r1 r2
5: r1 r2 r3 -8:0 ! r1 r2
6: r1 r2 r3 r4 -8:0 ! r1 r2 r4
7: -8:0
8: r0
