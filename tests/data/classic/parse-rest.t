Something behind an instruction.
-- program
ret #0 now
-- error
line 1, column 8, 1 long: syntax: this is not an operand of 'ret'
hint: write one of: ret #%d, ret ; a number stands for %d and %x
