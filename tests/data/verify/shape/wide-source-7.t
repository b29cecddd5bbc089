A kind of immediate that there is not.
-- raw
18 70 00 00 00 00 00 00
00 00 00 00 00 00 00 00  # second half
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: src_reg of a 64-bit immediate is 7, which stands for nothing
0 is a number, 1 to 6 are maps, variables and functions: RFC 9669, section 5.4
-- linux
unrecognized bpf_ld_imm64 insn
