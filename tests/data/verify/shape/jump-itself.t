A jump to itself is left to the walk.
-- raw
05 00 ff ff 00 00 00 00  # goto -1
-- shape
0: f0 loop1 target checkpoint subprog loop_head
-- linux
old state: R1=ctx() R10=fp0
