Memory somewhere in the frame.
-- asm
r3 = *(u8 *)(r1 +0)
r1 = r10
r1 += -32
r1 += r3
r2 = 4
call bpf_trace_printk
r0 = 0
exit
-- live
0: r1 r4 -512:0 ! r1
1: r3 r4 -512:0 ! r3
2: r1 r3 r4 -512:0 ! r1 r3
3: r1 r3 r4 -512:0 ! r1 r3
4: r1 r3 r4 -512:0 ! r1
5: r1 r2 r3 r4 -512:0 ! r1 r2
6:
7: r0
