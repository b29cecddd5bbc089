A program must end in a return.
-- program
ldh [12]
tax
-- error
instruction 1: invalid: the last instruction, 1, is 'tax', not 'ret'
hint: end with 'ret #0', 'ret #262144' or 'ret a'
