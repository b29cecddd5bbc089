Back into the middle.
-- raw
18 00 00 00 00 00 00 00
00 00 00 00 00 00 00 00  # second half
b7 00 00 00 00 00 00 00  # r0 = 0
15 00 fd ff 00 00 00 00  # if r0 == 0 goto -3
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: a jump goes into the middle of this 64-bit immediate, which takes slots 0 and 1
distances count slots, of which this instruction has two
-- linux
jump into the middle of ldimm64 insn 0
