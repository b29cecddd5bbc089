A program that cannot be walked is refused, and the instruction shown.
-- run
t() { printf "$1" | skep asm; }
t ''
t 'r0 = 0\ngoto +5 ; out\nexit\n'
t 'goto pc+1\nr1 = 0x5 ll\nexit\n'
t 'exit\nr0 = 0\n'
t 'exit\nr0 = 5 ll\n'
-- stderr
skep: standard input: the program has no instructions
skep: standard input: line 2: instruction 1: JA16 goes to instruction 7, the program has 0 to 2: distances count from the instruction behind the jump
  goto +5 ; out
  ^~~~~~~
skep: standard input: instruction 0: JA16 goes to 2, the middle of a 64-bit immediate
  goto pc+1
  ^~~~~~~~~
skep: standard input: line 2: instruction 1: the program runs on past its end, MOV64_K is its last instruction: end it in exit or in a jump that is always taken
  r0 = 0
  ^~~~~~
skep: standard input: line 2: instruction 2: the program runs on past its end, LD_IMM64 is its last instruction: end it in exit or in a jump that is always taken
  r0 = 5 ll
  ^~~~~~~~~
-- exit
1
