The end must not be run over.
-- asm
r0 = 0
-- error
1:1: instruction 0: the program runs on past its end, MOV64_K is its last instruction
end it in exit or in a jump that is always taken
