What cannot be walked is listed, and said.
-- run
t() { echo "$1" | skep dis; echo $?; }
t '05 00 05 00 00 00 00 00'
t 'b7 00 00 00 00 00 00 00'
t '18 00 00 00 01 00 00 00'
t '05 00 01 00 00 00 00 00 18 00 00 00 01 00 00 00 00 00 00 00 00 00 00 00 95 00 00 00 00 00 00 00'
t ''
-- stdout
0: (05) goto pc+5
1
0: (b7) r0 = 0
1
; 0: no instruction: 18 dst 0 src 0 off 0 imm 0x1: the program ends before the second half of LD_IMM64
1
0: (05) goto pc+1
1: (18) r0 = 0x1 ll
3: (95) exit
1
1
-- stderr
skep: standard input: instruction 0: JA16 goes to instruction 6, the program has 0 to 0, at byte 0: distances count from the instruction behind the jump
skep: standard input: instruction 0: the program runs on past its end, MOV64_K is its last instruction, at byte 0: end it in exit or in a jump that is always taken
skep: standard input: instruction 0: the program ends before the second half of LD_IMM64, at byte 0
skep: standard input: instruction 0: JA16 goes to 2, the middle of a 64-bit immediate, at byte 0
skep: standard input: the program has no instructions
-- exit
0
