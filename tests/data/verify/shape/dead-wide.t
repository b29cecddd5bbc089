A 64-bit immediate that is not reached.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
05 00 02 00 00 00 00 00  # goto +2
18 00 00 00 00 00 00 00
00 00 00 00 00 00 00 00  # second half
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 2: no path from the program's start leads here
remove it, or the jump or exit before it that skips it
-- linux
unreachable insn 2
