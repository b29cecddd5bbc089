What was given cannot be a pointer once it is multiplied.
-- asm
r3 = 1
r4 = 2
call f
exit
f: r3 *= 24
r4 += r3
r0 = 0
exit
-- live
0:
1: r3 ! r3
2: r3 r4 ! r3
3: r0
4: r3 r4 ! r3
5: r3 r4 ! r3
6:
7: r0
