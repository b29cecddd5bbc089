A jump behind the end.
-- program
ja 5
ret #0
-- error
instruction 0: range: instruction 0 jumps to instruction 5, the last one is 1
hint: jump to an instruction of the program
