Through two calls.
-- asm
r1 = 1
r2 = 2
r3 = 3
call f
exit
f: r6 = r3
call g
r0 += r6
exit
g: r0 = r2
exit
-- live
0:
1:
2: r2 ! r2
3: r2 r3 ! r2 r3
4: r0
5: r2 r3 ! r2 r3
6: r2 r6 ! r2 r6
7: r0 r6 ! r0 r6
8: r0
9: r2 ! r2
10: r0 ! r0
