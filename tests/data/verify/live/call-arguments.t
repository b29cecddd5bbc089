A call reads what its function reads.
-- asm
r1 = 1
r2 = 2
r3 = 3
r6 = 6
call f
r0 += r6
exit
f: r0 = r2
r0 += r3
exit
-- live
0:
1:
2: r2 ! r2
3: r2 r3 ! r2 r3
4: r2 r3 r6 ! r2 r3 r6
5: r0 r6 ! r6
6: r0
7: r2 r3 ! r2 r3
8: r0 r3 ! r0 r3
9: r0
