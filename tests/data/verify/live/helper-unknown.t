Nobody knows: five arguments, all of the frame that may be meant, from then on.
-- asm
r2 = r10
r2 += -8
r6 = 1
call bpf_ktime_get_ns
r0 = r6
exit
-- options
unknown_calls
-- live
0: r1 r3 r4 r5 -512:0 ! r1 r3 r4 r5 -512:0
1: r1 r2 r3 r4 r5 -512:0 ! r1 r2 r3 r4 r5 -512:0
2: r1 r2 r3 r4 r5 -512:0 ! r1 r2 r3 r4 r5 -512:0
3: r1 r2 r3 r4 r5 r6 -512:0 ! r1 r2 r3 r4 r5 -512:0
4: r6 -512:0 ! -512:0
5: r0 -512:0 ! -512:0
