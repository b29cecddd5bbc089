A helper that fills memory overwrites it.
-- asm
r3 = r1
r1 = r10
r1 += -16
r2 = 16
call bpf_probe_read
r0 = *(u64 *)(r10 -16)
exit
-- live
0: r1
1: r3
2: r1 r3 ! r1
3: r1 r3 ! r1
4: r1 r2 r3 ! r1 r2
5: -16:-8
6: r0
