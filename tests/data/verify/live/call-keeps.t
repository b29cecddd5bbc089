A helper keeps what a function was given.
-- asm
*(u64 *)(r10 -64) = 0
r1 = r10
r1 += -64
call f
exit
f: r2 = 8
call bpf_dynptr_from_mem
r0 = 0
exit
-- live
0: -512:0 ! -512:0
1: -512:0 ! -512:0
2: r1 -512:0 ! r1 -512:0
3: r1 -512:0 ! r1 -512:0
4: r0 -512:0 ! -512:0
5: r1 ! r1
6: r1 r2 ! r1 r2
7:
8: r0
