A size that is known.
-- asm
*(u64 *)(r10 -16) = 0
*(u64 *)(r10 -8) = 0
r1 = r10
r1 += -16
r2 = 10
r3 = 1
r4 = 2
call bpf_trace_printk
r0 = 0
exit
-- live
0:
1: -16:-8
2: -16:-4
3: r1 -16:-4 ! r1
4: r1 -16:-4 ! r1
5: r1 r2 -16:-4 ! r1 r2
6: r1 r2 r3 -16:-4 ! r1 r2
7: r1 r2 r3 r4 -16:-4 ! r1 r2
8:
9: r0
