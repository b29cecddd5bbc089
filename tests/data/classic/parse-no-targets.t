A conditional jump without its targets.
-- program
ldh [12]
jeq #0x800
ret #0
-- error
line 2, column 11, 1 long: syntax: expected 'jt' and the index of an instruction
hint:
