The function gives it to a helper.
-- asm
r1 = r10
r1 += -16
call f
exit
f: r2 = 12
r3 = 0
r4 = 0
call bpf_trace_printk
r0 = 0
exit
-- live
0: -16:-4
1: r1 -16:-4 ! r1
2: r1 -16:-4 ! r1
3: r0
4: r1 ! r1
5: r1 r2 ! r1 r2
6: r1 r2 r3 ! r1 r2
7: r1 r2 r3 r4 ! r1 r2
8:
9: r0
