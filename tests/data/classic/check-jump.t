A jump behind the end.
-- program
jeq #1 jt 1 jf 2
ret #0
-- error
instruction 0: range: instruction 0 jumps to instruction 2, the last one is 1
hint: jump to an instruction of the program
