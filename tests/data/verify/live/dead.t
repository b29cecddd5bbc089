What is overwritten before it is read is dead.
-- asm
r1 = 5
r1 = 6
r0 = r1
r0 += r1
exit
-- live
0:
1:
2: r1
3: r0 r1
4: r0
