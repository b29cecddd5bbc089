The first of two errors, by place.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
15 00 03 00 00 00 00 00  # if r0 == 0 goto +3
05 00 03 00 00 00 00 00  # goto +3
b7 00 00 00 00 00 00 00  # r0 = 0
18 00 00 00 00 00 00 00
00 00 00 00 00 00 00 00  # second half
95 00 00 00 00 00 00 00  # exit
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 3: no path from the program's start leads here
remove it, or the jump or exit before it that skips it
-- linux
unreachable insn 3
