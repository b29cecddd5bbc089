Into the middle of a 64-bit immediate.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
15 00 01 00 00 00 00 00  # if r0 == 0 goto +1
18 00 00 00 00 00 00 00
00 00 00 00 00 00 00 00  # second half
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 2: a jump goes into the middle of this 64-bit immediate, which takes slots 2 and 3
distances count slots, of which this instruction has two
-- linux
jump into the middle of ldimm64 insn 2
