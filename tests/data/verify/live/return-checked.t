A result that is checked is precise, with all it comes from.
-- asm
r1 = 5
r2 = 6
r1 += r2
r0 = r1
exit
-- options
checks_return
-- live
0:
1: r1 ! r1
2: r1 r2 ! r1 r2
3: r1 ! r1
4: r0 ! r0
