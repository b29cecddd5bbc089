What is no instruction is said with its place, and all else is listed.
-- run
echo b7 00 00 00 00 00 00 00  8f 21 fd ff 07 00 00 00  04 00 01 00 00 00 00 00  b7 0b 00 00 00 00 00 00 \
	05 00 00 00 01 00 00 00  18 00 00 00 01 00 00 00  00 01 00 00 00 00 00 00  95 00 00 00 00 00 00 00  18 00 | skep dis
-- stdout
0: (b7) r0 = 0
; 1: no instruction: 8f dst 1 src 2 off -3 imm 0x7: there is no opcode 0x8f
; 2: no instruction: 04 dst 0 src 0 off 1 imm 0x0: off is 1 in ADD32_K, which allows 0
; 3: no instruction: b7 dst 11 src 0 off 0 imm 0x0: dst_reg is 11: eBPF has r0 to r10
; 4: no instruction: 05 dst 0 src 0 off 0 imm 0x1: imm is 1 in JA16, which allows 0
; 5: no instruction: 18 dst 0 src 0 off 0 imm 0x1: the second half of LD_IMM64 has opcode 0x00, dst_reg 1, src_reg 0, off 0, imm 0: all but imm must be 0
; 6: no instruction: 00 dst 1 src 0 off 0 imm 0x0: there is no opcode 0x00
7: (95) exit
; no instruction: 1800
-- stderr
skep: standard input: instruction 1: there is no opcode 0x8f, at byte 8
skep: standard input: instruction 2: off is 1 in ADD32_K, which allows 0, at byte 16: fields that an instruction does not use hold 0
skep: standard input: instruction 3: dst_reg is 11: eBPF has r0 to r10, at byte 24
skep: standard input: instruction 4: imm is 1 in JA16, which allows 0, at byte 32: fields that an instruction does not use hold 0
skep: standard input: instruction 6: the second half of LD_IMM64 has opcode 0x00, dst_reg 1, src_reg 0, off 0, imm 0: all but imm must be 0, at byte 48
skep: standard input: instruction 6: there is no opcode 0x00, at byte 48
skep: standard input: the last 2 bytes are no whole instruction, which has 8, at byte 64
-- exit
1
