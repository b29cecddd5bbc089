A map with an offset.
-- raw
18 11 00 00 03 00 00 00
00 00 00 00 05 00 00 00
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: the second half of a map's address holds 5
src_reg 2 or 6 with an offset is the address of a map's value
-- linux
unrecognized bpf_ld_imm64 insn
