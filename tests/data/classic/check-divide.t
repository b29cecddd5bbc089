A constant divisor of 0.
-- program
ldh [12]
div #0
ret a
-- error
instruction 1: range: instruction 1 divides by the constant 0
hint: to end without a match write 'ret #0'
