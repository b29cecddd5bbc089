A copy is what is needed, not where it came from.
-- asm
r1 = 5
r2 = r1
r1 = 7
r0 = r2
exit
-- live
0:
1: r1
2: r2
3: r2
4: r0
