A size that is not.
-- asm
r2 = *(u8 *)(r1 +0)
r1 = r10
r1 += -16
r3 = 1
r4 = 2
call bpf_trace_printk
r0 = 0
exit
-- live
0: r1 -16:0 ! r1
1: r2 -16:0 ! r2
2: r1 r2 -16:0 ! r1 r2
3: r1 r2 -16:0 ! r1 r2
4: r1 r2 r3 -16:0 ! r1 r2
5: r1 r2 r3 r4 -16:0 ! r1 r2
6:
7: r0
