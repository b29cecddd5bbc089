The second half has a register.
-- raw
18 00 00 00 00 00 00 00
00 01 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 0: a 64-bit immediate without its second half, which has nothing but an imm
the instruction takes two slots: RFC 9669, section 5.4
-- linux
invalid bpf_ld_imm64 insn
