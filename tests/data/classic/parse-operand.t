An operand that the instruction cannot have.
-- program
ldh [12]
ldh M[3]
-- error
line 2, column 5, 1 long: syntax: this is not an operand of 'ldh'
hint: write one of: ldh [%d], ldh [x + %d]; a number stands for %d and %x
