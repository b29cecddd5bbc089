A number that does not end the operand.
-- program
ldh [12 + x]
-- error
line 1, column 6, 1 long: syntax: this is not an operand of 'ldh'
hint: write one of: ldh [%d], ldh [x + %d]; a number stands for %d and %x
