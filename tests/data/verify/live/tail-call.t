The index of a tail call is precise.
-- asm
r6 = r1
r3 = *(u8 *)(r1 +0)
r2 = map[fd:9]
call bpf_tail_call
r0 = 0
exit
-- live
0: r1 ! r1
1: r1 ! r1
2: r1 r3 ! r1 r3
4: r1 r2 r3 ! r1 r2 r3
5:
6: r0
