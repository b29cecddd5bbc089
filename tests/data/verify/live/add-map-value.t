What a map holds are numbers, unless it holds pointers.
-- asm
r2 = map[fd:1][0]+0
r3 = *(u64 *)(r2 +0)
r3 += r3
r4 = map[fd:2][0]+0
r5 = *(u64 *)(r4 +0)
r5 += r5
r0 = 0
exit
-- live
0:
2: r2 ! r2
3: r3
4:
6: r4 ! r4
7: r5 ! r5
8:
9: r0
