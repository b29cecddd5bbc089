Read and perhaps written.
-- asm
*(u64 *)(r10 -8) = 0
r2 = r10
r2 += -8
r3 = 8
r4 = 0
call bpf_fib_lookup
r0 = *(u64 *)(r10 -8)
exit
-- live
0: r1 ! r1
1: r1 -8:0 ! r1 -8:0
2: r1 r2 -8:0 ! r1 r2 -8:0
3: r1 r2 -8:0 ! r1 r2 -8:0
4: r1 r2 r3 -8:0 ! r1 r2 r3 -8:0
5: r1 r2 r3 r4 -8:0 ! r1 r2 r3 -8:0
6: -8:0
7: r0
